import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { scenarios } from '../restore.ts';
import { ContinuityTabs } from './parts.tsx';

/** The exercises of the disaster plan. */
export const ExercisesPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/continuity/exercises`;
  const add = may('continuity.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('exercises.add')}
    </Link>
  );
  return (
    <Page title={t('exercises.title')} lead={t('exercises.lead')} actions={add}>
      <ContinuityTabs />
      <RecordList
        caption={t('exercises.title')}
        queryKey={['continuity', centre.id, 'exercises']}
        load={(query, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/continuityExercises', { params: { path: { organizationId: centre.id }, query: { sort: '-heldOn', ...query } as never }, signal }))
        }
        columns={[
          { key: 'title', header: t('fields.title'), cell: (exercise) => <Link to={`${base}/${exercise.id}`}>{exercise.title}</Link> },
          { key: 'heldOn', header: t('fields.heldOn'), sort: 'heldOn', cell: (exercise) => shortDate(exercise.heldOn) },
          { key: 'scenario', header: t('fields.scenario'), cell: (exercise) => t(`scenarios.${exercise.scenario}`) },
          { key: 'form', header: t('fields.form'), cell: (exercise) => t(`forms.${exercise.form}`) },
          { key: 'ledByName', header: t('fields.ledByName'), cell: (exercise) => exercise.ledByName },
        ]}
        filters={[{ name: 'scenario', label: t('fields.scenario'), options: scenarios.map((value) => ({ value, label: t(`scenarios.${value}`) })) }]}
        exportAddress={`/organizations/${centre.id}/continuityExercises/export`}
        empty={{ title: t('exercises.emptyTitle'), text: t('exercises.emptyText'), actions: add }}
      />
    </Page>
  );
};
