import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { providersQuery } from './queries.ts';
import './providers.css';

/** The identity providers of the installation, for its administrator. */
export const ProvidersPage = () => {
  const { t } = useTranslation('providers');
  const { number } = useFormat();
  const query = useQuery(providersQuery);
  const items = query.data?.items ?? [];
  const add = (
    <Link to="/settings/providers/new" className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={items.length > 0 && add}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
          <div className="buttons">{add}</div>
        </div>
      )}
      {items.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.name')}</th>
              <th scope="col">{t('columns.issuer')}</th>
              <th scope="col">{t('columns.state')}</th>
              <th scope="col" className="end">
                {t('columns.accounts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((provider) => (
              <tr key={provider.id}>
                <th scope="row">
                  <Link to={`/settings/providers/${provider.id}`}>{provider.name}</Link>
                </th>
                <td data-label={t('columns.issuer')} className="provider-issuer">
                  {provider.issuer}
                </td>
                <td data-label={t('columns.state')}>
                  <span className={provider.secretLost ? 'tag late' : provider.enabled ? 'tag done' : 'tag'}>
                    {t(`states.${provider.secretLost ? 'secretLost' : provider.enabled ? 'enabled' : 'disabled'}`)}
                  </span>
                </td>
                <td data-label={t('columns.accounts')} className="end">
                  {number(provider.identities ?? 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
