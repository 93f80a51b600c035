import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Words } from './framework-norm.tsx';
import { type FrameworkItem, frameworkMappingsQuery, frameworksQuery } from './framework-queries.ts';
import { wordsIn } from '../framework.ts';
import './frameworks.css';

/** Where a version comes from, in words. */
export const Origin = ({ item }: { item: FrameworkItem }) => {
  const { t } = useTranslation('frameworks');
  const { date } = useFormat();
  if (item.origin === 'library') return <>{t('origins.library')}</>;
  return (
    <>
      {t('origins.import', { date: date(item.importedAt.slice(0, 10)) })}
      {item.importedBy && ` ${t('importedBy', { who: item.importedBy })}`}
    </>
  );
};

const Mappings = ({ items }: { items: FrameworkItem[] }) => {
  const { t } = useTranslation('frameworks');
  const { language } = useFormat();
  const centre = useCentre();
  const mappings = useQuery(frameworkMappingsQuery);
  const named = (id: string): string => {
    const found = items.find((item) => item.id === id);
    return found ? wordsIn(found.title, language).text : id;
  };
  if (!mappings.data || mappings.data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('mappings.title')}</h2>
      <p className="quiet">{t('mappings.text')}</p>
      <ul className="framework-mappings">
        {mappings.data.items.map(({ from, to, relations }) => (
          <li key={`${from} ${to}`}>
            <Link to={`/c/${centre.slug}/norms/frameworks/${from}/mappings/${to}` as never}>{t('mappings.pair', { from: named(from), to: named(to) })}</Link>{' '}
            <span className="quiet small">{t('mappings.relations', { count: relations })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Every framework with its versions, and the mappings between them. */
export const FrameworksPage = () => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(frameworksQuery);
  const items = query.data?.items ?? [];
  const add = may('framework.manage') && (
    <Link to={'/settings/frameworks' as never} className="button">
      {t('import')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
        </div>
      )}
      {items.length > 0 && (
        <table className="list framework-list">
          <caption className="hidden-text">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.framework')}</th>
              <th scope="col">{t('columns.version')}</th>
              <th scope="col" className="end">
                {t('columns.norms')}
              </th>
              <th scope="col">{t('columns.languages')}</th>
              <th scope="col">{t('columns.origin')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.id} ${item.version}`}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}/norms/frameworks/${item.id}` as never} search={(item.newest ? {} : { version: item.version }) as never}>
                    <Words texts={item.title} />
                  </Link>
                  {item.publisher && <span className="framework-publisher quiet small">{item.publisher}</span>}
                </th>
                <td data-label={t('columns.version')}>
                  <span>{item.version}</span>
                </td>
                <td data-label={t('columns.norms')} className="end">
                  {number(item.norms)}
                </td>
                <td data-label={t('columns.languages')}>{item.languages.join(', ')}</td>
                <td data-label={t('columns.origin')}>
                  <span>
                    <Origin item={item} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {items.length > 0 && <Mappings items={items} />}
    </Page>
  );
};
