import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { backupKinds } from '../backup.ts';
import { Gaps } from './gaps.tsx';
import { ContinuityTabs, todayHere } from './parts.tsx';
import { RunStrip } from './picture.tsx';
import { overviewQuery } from './queries.ts';

/** How the backups stand, in sentences. */
const Lead = () => {
  const { t } = useTranslation('continuity');
  const query = useQuery(overviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { plans, states, faults, gaps } = query.data;
  if (plans === 0) return <>{t('lead')}</>;
  const wanting = [
    states.missed > 0 && t('sums.missed', { count: states.missed }),
    states.failed > 0 && t('sums.failed', { count: states.failed }),
    faults.noOffSite > 0 && t('sums.noOffSite', { count: faults.noOffSite }),
    gaps.uncovered.length > 0 && t('sums.uncovered', { count: gaps.uncovered.length }),
  ].filter(Boolean);
  return (
    <>
      {t('sums.plans', { count: plans })} {wanting.length > 0 ? <b>{wanting.join(' ')}</b> : t('sums.good')}
    </>
  );
};

/** The register as a document. */
const Register = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const { data } = useQuery(overviewQuery(centre.id));
  if (!data || data.plans === 0) return null;
  return (
    <section aria-labelledby="backup-register" className="backup-register no-print">
      <h2 id="backup-register">{t('download.title')}</h2>
      <p className="buttons">
        {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
          <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/backupRegister?format=${format}`} download>
            {t('download.label')} ({format === 'pdf' ? 'PDF' : format === 'docx' ? 'Word' : 'Excel'})
          </a>
        ))}
      </p>
    </section>
  );
};

/** The backups of a centre: what, how often, where, and how the last weeks went. */
export const BackupPlansPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/continuity/backups`;
  const path = { organizationId: centre.id };
  const today = todayHere();
  const standing = new Map(useQuery(overviewQuery(centre.id)).data?.standing.map((one) => [one.id, one]));
  const add = may('continuity.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={add}>
      <ContinuityTabs />
      <RecordList
        caption={t('tabs.backups')}
        queryKey={['continuity', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/backupPlans/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/backupPlans', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (plan) => <Link to={`${base}/${plan.id}`}>{plan.name}</Link> },
          { key: 'kind', header: t('fields.kind'), sort: 'kind', cell: (plan) => t(`kinds.${plan.kind}`) },
          {
            key: 'state',
            header: t('fields.state'),
            cell: (plan) => {
              const state = standing.get(plan.id)?.state ?? (plan.endedOn ? 'ended' : undefined);
              return state && <span className={state === 'missed' || state === 'failed' ? 'continuity-wrong' : state === 'ended' ? 'quiet' : undefined}>{t(`states.${state}`)}</span>;
            },
          },
          { key: 'goodOn', header: t('fields.goodOn'), cell: (plan) => plan.goodOn && shortDate(plan.goodOn) },
          {
            key: 'weeks',
            header: t('columns.weeks'),
            cell: (plan) => {
              const found = standing.get(plan.id);
              return found && <RunStrip name={plan.name} runs={found.days} days={35} today={today} />;
            },
          },
          { key: 'offSite', header: t('columns.offSite'), cell: (plan) => plan.offSite ?? <span className="continuity-wrong">{t('faults.noOffSite')}</span> },
        ]}
        filters={[
          { name: 'text', label: t('fields.name'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: backupKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: (['current', 'ended'] as const).map((value) => ({ value, label: t(`planStates.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/backupPlans/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
      <Gaps />
      <Register />
    </Page>
  );
};
