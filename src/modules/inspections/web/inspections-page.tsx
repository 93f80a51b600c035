import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { NetworkState } from '../../../web/network-state.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { inspectionKinds, inspectionStates } from '../inspection.ts';
import { clockQuery } from './queries.ts';
import { todayHere } from './today-here.ts';
import './inspections.css';

/** How the four years stand, in sentences. */
const Lead = () => {
  const { t } = useTranslation('inspections');
  const { date } = useFormat();
  const query = useQuery(clockQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { lastOn, dueOn, nextOn } = query.data;
  return (
    <>
      {lastOn ? t('lead.last', { date: date(lastOn), due: date(dueOn) }) : dueOn >= todayHere() ? t('lead.never', { due: date(dueOn) }) : null}
      {dueOn < todayHere() && (
        <>
          {' '}
          <b className="late">{t('lead.overdue', { due: date(dueOn) })}</b>
        </>
      )}
      {nextOn && ` ${t('lead.next', { date: date(nextOn) })}`}
    </>
  );
};

/** The formal audits of a centre, when the next is due, and how its access to the network stands. */
export const InspectionsPage = () => {
  const { t } = useTranslation(['inspections', 'shell']);
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inspections`;
  const path = { organizationId: centre.id };
  const add = may('inspection.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={add}>
      <section aria-labelledby="audits">
        <div className="section-head">
          <h2 id="audits">{t('list.title')}</h2>
          <Link to={`${base}/findings`}>{t('list.allFindings')}</Link>
        </div>
        <RecordList
          caption={t('list.title')}
          queryKey={['inspections', centre.id, 'list']}
          load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/inspections', { params: { path, query }, signal }))}
          columns={[
            { key: 'title', header: t('fields.title'), sort: 'title', cell: (audit) => <Link to={`${base}/${audit.id}`}>{audit.title}</Link> },
            { key: 'kind', header: t('fields.kind'), cell: (audit) => t(`kinds.${audit.kind}`) },
            { key: 'auditor', header: t('fields.auditor'), cell: (audit) => [audit.auditor, audit.auditorFirm].filter(Boolean).join(', ') },
            {
              key: 'date',
              header: t('fields.heldOn'),
              sort: 'recent',
              cell: (audit) => (audit.heldOn ? shortDate(audit.heldOn) : audit.plannedOn && t('list.planned', { date: shortDate(audit.plannedOn) })),
            },
            { key: 'state', header: t('fields.state'), cell: (audit) => audit.state && t(`states.${audit.state}`) },
            {
              key: 'findings',
              header: t('fields.findings'),
              end: true,
              cell: (audit) => (audit.openFindings ? t('list.findings', { count: audit.openFindings, all: number(audit.findings ?? 0) }) : number(audit.findings ?? 0)),
            },
          ]}
          filters={[
            { name: 'state', label: t('fields.state'), options: inspectionStates.map((value) => ({ value, label: t(`states.${value}`) })) },
            { name: 'kind', label: t('fields.kind'), options: inspectionKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          ]}
          exportAddress={`/organizations/${centre.id}/inspections/export`}
          empty={{ title: t('empty.title'), text: t('empty.text') }}
        />
      </section>
      {may('network.read') && (
        <section aria-labelledby="network">
          <div className="section-head">
            <h2 id="network">{t('network.title')}</h2>
            {may('network.write') && (
              <Link to={`${base}/network/new`} className="button">
                {t('network.add')}
              </Link>
            )}
          </div>
          <NetworkState organizationId={centre.id} slug={centre.slug} whole />
        </section>
      )}
    </Page>
  );
};
