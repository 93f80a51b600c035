import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { isTooLong, minutesLost, outageState } from '../outage.ts';
import { scenarios } from '../restore.ts';
import { ContinuityTabs, useDuration } from './parts.tsx';

/** Services that were lost, how long, and whether that was within what was decided. */
export const OutagesPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { moment } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/continuity/outages`;
  const add = may('continuity.record') && (
    <Link to={`${base}/new`} className="button primary">
      {t('outages.add')}
    </Link>
  );
  return (
    <Page title={t('outages.title')} lead={t('outages.lead')} actions={add}>
      <ContinuityTabs />
      <RecordList
        caption={t('outages.title')}
        queryKey={['continuity', centre.id, 'outages']}
        load={(query, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/outages', { params: { path: { organizationId: centre.id }, query: { sort: '-startedAt', ...query } as never }, signal }))
        }
        columns={[
          { key: 'what', header: t('outages.what'), cell: (outage) => <Link to={`${base}/${outage.id}`}>{outage.what}</Link> },
          { key: 'startedAt', header: t('fields.startedAt'), sort: 'startedAt', cell: (outage) => moment(outage.startedAt) },
          { key: 'scenario', header: t('fields.scenario'), cell: (outage) => t(`scenarios.${outage.scenario}`) },
          { key: 'minutes', header: t('outages.lasted'), cell: (outage) => (outage.restoredAt ? duration(minutesLost(outage, new Date())) : t('outages.ongoing')) },
          {
            key: 'state',
            header: t('restores.objective'),
            cell: (outage) => {
              const state = outageState(outage, outage.restartHours, new Date());
              return <span className={isTooLong(state) ? 'continuity-wrong' : undefined}>{t(`outages.states.${state}`)}</span>;
            },
          },
        ]}
        filters={[{ name: 'scenario', label: t('fields.scenario'), options: scenarios.map((value) => ({ value, label: t(`scenarios.${value}`) })) }]}
        exportAddress={`/organizations/${centre.id}/outages/export`}
        empty={{ title: t('outages.emptyTitle'), text: t('outages.emptyText'), actions: add }}
      />
    </Page>
  );
};
