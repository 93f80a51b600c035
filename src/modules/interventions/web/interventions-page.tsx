import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { natures, numberText, states, whoOf } from '../intervention.ts';
import { InterventionTabs, State } from './parts.tsx';
import { maintenancesQuery, overviewQuery } from './queries.ts';

/** How the year goes, and what waits, in sentences. */
const Lead = () => {
  const { t } = useTranslation('interventions');
  const query = useQuery(overviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { year, total, waiting, toRatify, running, forgotten, years } = query.data;
  if (years.length === 0) return <>{t('lead')}</>;
  const grave = [toRatify > 0 && t('sums.toRatify', { count: toRatify }), waiting > 0 && t('sums.waiting', { count: waiting }), forgotten > 0 && t('sums.forgotten', { count: forgotten })].filter(
    Boolean,
  );
  return (
    <>
      {t('sums.year', { count: total, year: String(year) })} {grave.length > 0 && <b>{grave.join(' ')}</b>} {running - forgotten > 0 && t('sums.running', { count: running - forgotten })}
    </>
  );
};

/** The register of interventions, the newest first; a year is a filter. */
export const InterventionsPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/interventions`;
  const path = { organizationId: centre.id };
  const years = useQuery(overviewQuery(centre.id)).data?.years ?? [];
  const { items: agreements = [], uncovered = [] } = useQuery(maintenancesQuery(centre.id)).data ?? {};
  const connecting = [...new Map([...agreements, ...uncovered].map((one) => [one.supplierId, one.supplierName]))];
  const announce = may('intervention.announce') && (
    <Link to={`${base}/new`} className="button primary">
      {t('announce')}
    </Link>
  );
  const actions = (
    <>
      {may('intervention.write') && (
        <Link to={`${base}/carried-out`} className="button">
          {t('recordIt')}
        </Link>
      )}
      {announce}
    </>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={actions}>
      <InterventionTabs />
      <RecordList
        caption={t('title')}
        queryKey={['interventions', centre.id, 'list']}
        load={({ text, ...query }, signal) => {
          const asked = { sort: '-number' as const, ...query };
          return unwrap(
            text
              ? api.POST('/organizations/{organizationId}/interventions/search', { params: { path, query: asked }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/interventions', { params: { path, query: asked }, signal }),
          );
        }}
        columns={[
          { key: 'number', header: t('fields.number'), sort: 'number', cell: (one) => <Link to={`${base}/${one.id}`}>{numberText(one)}</Link> },
          {
            key: 'start',
            header: t('columns.when'),
            sort: 'start',
            cell: (one) =>
              one.start ? <span className="intervention-day">{shortDate(one.start)}</span> : one.plannedOn && <span className="quiet">{t('planned', { date: shortDate(one.plannedOn) })}</span>,
          },
          { key: 'who', header: t('columns.who'), cell: (one) => whoOf(one) },
          {
            key: 'subject',
            header: t('fields.subject'),
            sort: 'subject',
            cell: (one) => (
              <>
                {one.subject}
                <small className="quiet intervention-mark">
                  {[t(`natures.${one.nature}`), one.remote && t('fields.remote'), one.deviceName ?? one.resourceName ?? one.zoneName].filter(Boolean).join(' · ')}
                </small>
              </>
            ),
          },
          { key: 'state', header: t('fields.state'), cell: (one) => <State intervention={one} /> },
          { key: 'result', header: t('fields.result'), cell: (one) => one.result && <span className="intervention-text">{one.result}</span> },
          {
            key: 'end',
            header: t('fields.end'),
            cell: (one) => (one.end ? <span className="intervention-day">{shortDate(one.end)}</span> : one.state === 'started' && <span className="late">{t('noEnd')}</span>),
          },
        ]}
        filters={[
          { name: 'text', label: t('fields.subject'), secret: true },
          { name: 'year', label: t('fields.year'), options: years.map((year) => ({ value: String(year), label: String(year) })) },
          { name: 'state', label: t('fields.state'), options: states.map((value) => ({ value, label: t(`states.${value}`) })) },
          { name: 'nature', label: t('fields.nature'), options: natures.map((value) => ({ value, label: t(`natures.${value}`) })) },
          { name: 'exception', label: t('exceptions'), options: [{ value: 'true', label: t('shell:yes') }] },
          {
            name: 'remote',
            label: t('fields.remote'),
            options: [
              { value: 'true', label: t('shell:yes') },
              { value: 'false', label: t('shell:no') },
            ],
          },
          ...(connecting.length > 0 ? [{ name: 'supplierId', label: t('fields.supplierName'), options: connecting.map(([value, label]) => ({ value, label })) }] : []),
          ...(agreements.length > 0
            ? [{ name: 'maintenanceId', label: t('fields.maintenanceId'), options: agreements.map((one) => ({ value: one.id, label: `${one.supplierName} – ${one.subject}` })) }]
            : []),
        ]}
        exportAddress={`/organizations/${centre.id}/interventions/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: announce }}
      />
    </Page>
  );
};
