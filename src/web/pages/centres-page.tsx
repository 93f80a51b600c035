import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { Page } from '../page.tsx';
import { useMe } from '../session.ts';

/** All the centres of this person, each leading to its rooms. */
export const CentresPage = () => {
  const { t } = useTranslation('shell');
  const { name } = useFormat();
  const me = useMe();
  return (
    <Page title={t('centres.all')} lead={me.organizations.length === 0 ? t('centres.none') : t('centres.lead', { count: me.organizations.length })}>
      {me.organizations.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('centres.all')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('centres.centre')}</th>
              <th scope="col">{t('centres.municipality')}</th>
              <th scope="col">{t('centres.pool')}</th>
              <th scope="col">{t('centres.roles')}</th>
            </tr>
          </thead>
          <tbody>
            {me.organizations.map((centre) => (
              <tr key={centre.id}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}`}>{name(centre.name)}</Link>
                </th>
                <td data-label={t('centres.municipality')}>{centre.municipality}</td>
                <td data-label={t('centres.pool')} className={centre.pool ? undefined : 'no-value'}>
                  {centre.pool}
                </td>
                <td data-label={t('centres.roles')}>{centre.roles.map((role) => t(`roles.${role}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
