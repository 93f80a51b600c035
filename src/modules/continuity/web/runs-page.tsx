import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { runResults } from '../backup.ts';
import { ContinuityTabs } from './parts.tsx';
import { plansQuery, useRefreshContinuity } from './queries.ts';

/** Every run that was told of, by whatever way. */
export const BackupRunsPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  const base = `/c/${centre.slug}/continuity/backups`;
  return (
    <Page title={t('runs.title')} lead={t('runs.lead')}>
      <ContinuityTabs />
      <RecordList
        caption={t('runs.title')}
        queryKey={['continuity', centre.id, 'runs']}
        load={(query, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/backupPlanRuns', { params: { path: { organizationId: centre.id }, query: { sort: '-plannedOn', ...query } as never }, signal }))
        }
        columns={[
          {
            key: 'plannedOn',
            header: t('fields.plannedOn'),
            sort: 'plannedOn',
            cell: (run) => <Link to={`${base}/${run.planId}`}>{t('runs.slotOption', { date: shortDate(run.plannedOn), time: run.plannedTime })}</Link>,
          },
          { key: 'planName', header: t('fields.planName'), cell: (run) => run.planName },
          { key: 'result', header: t('fields.result'), cell: (run) => <span className={run.result === 'failed' ? 'continuity-wrong' : undefined}>{t(`results.${run.result}`)}</span> },
          { key: 'source', header: t('fields.source'), cell: (run) => run.source && t(`sources.${run.source}`) },
          { key: 'minutes', header: t('fields.minutes'), end: true, cell: (run) => run.minutes !== undefined && number(run.minutes) },
          { key: 'note', header: t('fields.note'), cell: (run) => run.note },
          {
            key: 'delete',
            header: t('runs.delete'),
            acts: true,
            cell: (run) =>
              run.can['delete'] && (
                <AskToDelete
                  label={t('runs.delete')}
                  text={t('runs.deleteText')}
                  plain
                  remove={() =>
                    unwrap(api.DELETE('/organizations/{organizationId}/backupPlanRuns/{id}', { params: { path: { organizationId: centre.id, id: run.id } }, headers: ifMatch(run.version) }))
                  }
                  onDeleted={() => void refresh()}
                />
              ),
          },
        ]}
        filters={[
          { name: 'planId', label: t('fields.planId'), options: plans.map(({ id, name }) => ({ value: id, label: name })) },
          { name: 'result', label: t('fields.result'), options: runResults.map((value) => ({ value, label: t(`results.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/backupPlanRuns/export`}
        empty={{ title: t('runs.emptyTitle'), text: t('runs.emptyText') }}
      />
    </Page>
  );
};
