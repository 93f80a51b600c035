import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Node, treesOf } from './chart.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { type Service, servicesQuery } from './queries.ts';

const Branch = ({ nodes, top }: { nodes: Node<Service>[]; top?: boolean }) => {
  const { t } = useTranslation('people');
  const { slug } = useCentre();
  return (
    <ul className={top ? 'chart' : undefined}>
      {nodes.map(({ service, below }) => (
        <li key={service.id}>
          <div className={service.seesPersonalData ? 'unit sees' : 'unit'}>
            <Link to={`/c/${slug}/people/services/${service.id}`}>{service.name}</Link>
            <span>{service.headName ?? <span className="missing">{t('services.noHead')}</span>}</span>
            <span className="quiet small">{t('chart.people', { count: service.people ?? 0 })}</span>
            <span className="small sight">{t(service.seesPersonalData ? 'chart.sees' : 'chart.seesNot')}</span>
          </div>
          {below.length > 0 && <Branch nodes={below} />}
        </li>
      ))}
    </ul>
  );
};

/** The organization chart: who heads what, and whose people may see personal data, in words as well as in lines. */
export const ChartPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(servicesQuery(centre.id));
  const services = query.data ?? [];
  const seeing = services.filter((service) => service.seesPersonalData).length;
  return (
    <Page
      title={t('chart.title')}
      lead={services.length > 0 ? t('chart.lead', { count: services.length, seeing }) : undefined}
      actions={
        services.length > 0 && (
          <button type="button" className="button" onClick={() => window.print()}>
            {t('chart.print')}
          </button>
        )
      }
    >
      <PeopleTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && services.length === 0 && (
        <div className="empty">
          <h2>{t('services.empty.title')}</h2>
          <p>{t('services.empty.text')}</p>
          {may('service.write') && (
            <Link to={`/c/${centre.slug}/people/services/new`} className="button primary">
              {t('services.add')}
            </Link>
          )}
        </div>
      )}
      {services.length > 0 && (
        <section aria-label={t('chart.title')}>
          <Branch nodes={treesOf(services)} top />
        </section>
      )}
      <p className="quiet small chart-note">{t('chart.note')}</p>
    </Page>
  );
};
