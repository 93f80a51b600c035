import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { isMiss, verdictOf } from '../restore.ts';
import { Objectives } from './objectives.tsx';
import { ContinuityTabs, useDuration } from './parts.tsx';
import type { RestoreTest } from './queries.ts';

/** How a test stands against what was decided by its day. */
export const verdictOfTest = (test: RestoreTest) => verdictOf(test, test.restartHours && test.lossHours ? { restartHours: test.restartHours, lossHours: test.lossHours } : undefined);

/** What was decided, what was measured, and every restore test. */
export const RestoresPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { shortDate } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/continuity/restores`;
  const add = may('continuity.record') && (
    <Link to={`${base}/new`} className="button primary">
      {t('restores.add')}
    </Link>
  );
  return (
    <Page title={t('restores.title')} lead={t('restores.lead')} actions={add}>
      <ContinuityTabs />
      <Objectives />
      <RecordList
        caption={t('restores.title')}
        queryKey={['continuity', centre.id, 'restores']}
        load={(query, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/restoreTests', { params: { path: { organizationId: centre.id }, query: { sort: '-testedOn', ...query } as never }, signal }))
        }
        columns={[
          { key: 'testedOn', header: t('fields.testedOn'), sort: 'testedOn', cell: (test) => <Link to={`${base}/${test.id}`}>{shortDate(test.testedOn)}</Link> },
          { key: 'planName', header: t('fields.planName'), cell: (test) => test.planName },
          { key: 'extent', header: t('fields.extent'), cell: (test) => t(`extents.${test.extent}`) },
          { key: 'minutes', header: t('restores.took'), cell: (test) => test.minutes !== undefined && duration(test.minutes) },
          {
            key: 'verdict',
            header: t('restores.objective'),
            cell: (test) => {
              const verdict = verdictOfTest(test);
              return <span className={isMiss(verdict) ? 'continuity-wrong' : undefined}>{t(`verdicts.${verdict}`)}</span>;
            },
          },
          { key: 'personName', header: t('restores.by'), cell: (test) => test.personName ?? test.supplierName },
        ]}
        exportAddress={`/organizations/${centre.id}/restoreTests/export`}
        empty={{ title: t('restores.emptyTitle'), text: t('restores.emptyText'), actions: add }}
      />
    </Page>
  );
};
