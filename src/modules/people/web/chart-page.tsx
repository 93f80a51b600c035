import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { base } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { chartWords } from '../chart/chart.ts';
import { ChartList } from './chart-list.tsx';
import { ChartPicture } from './chart-picture.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { chartQuery } from './queries.ts';
import './chart.css';

const files = [
  { key: 'pdfA4', query: 'format=pdf&paper=a4' },
  { key: 'pdfA3', query: 'format=pdf&paper=a3' },
  { key: 'svg', query: 'format=svg&paper=a3' },
] as const;

/** The organization chart: who heads what, who works there, and whose people may see personal data; as a picture, and the same as a list. */
export const ChartPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const wide = useMediaQuery('(min-width: 900px)', undefined, { getInitialValueInEffect: false });
  const query = useQuery(chartQuery(centre.id));
  const words = useMemo(() => chartWords((key) => t(key as never) as string), [t]);
  const chart = query.data;
  const services = chart?.services ?? [];
  const seeing = services.filter((service) => service.seesPersonalData).length;
  return (
    <Page
      title={t('chart.title')}
      lead={services.length > 0 ? t('chart.lead', { count: services.length, seeing }) : undefined}
      actions={
        services.length > 0 &&
        files.map(({ key, query: asked }) => (
          <a key={key} className="button" href={`${base}/organizations/${centre.id}/organizationChart/file?${asked}`} download>
            {t(`chart.${key}`)}
          </a>
        ))
      }
    >
      <PeopleTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {chart && services.length === 0 && (
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
      {chart && services.length > 0 && wide && (
        <>
          <ChartPicture chart={chart} words={words} />
          <details className="chart-as-list no-print">
            <summary>{t('chart.asList')}</summary>
            <ChartList chart={chart} words={words} />
          </details>
        </>
      )}
      {chart && services.length > 0 && !wide && <ChartList chart={chart} words={words} />}
      <p className="quiet small chart-note">{t('chart.note')}</p>
    </Page>
  );
};
