import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { exerciseForms, ExerciseInput, scenarios } from '../restore.ts';
import { Facts, todayHere, useDuration } from './parts.tsx';
import { type Exercise, exerciseQuery, useRefreshContinuity } from './queries.ts';

const fieldsOf = (exercise: Exercise) => Object.fromEntries(Object.keys(ExerciseInput.shape).map((key) => [key, exercise[key as keyof Exercise]]));

const ExerciseForm = ({ exercise, onDone }: { exercise?: Exercise; onDone?: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const base = `/c/${centre.slug}/continuity/exercises`;
  const path = { organizationId: centre.id, id: exercise?.id ?? '' };
  const form = useForm({
    schema: ExerciseInput,
    domain: 'continuity',
    draft: `continuityExercise/${exercise?.id ?? `new/${centre.id}`}`,
    ...(exercise ? { record: { register: 'continuityExercise', id: exercise.id } } : {}),
    initial: exercise ? fieldsOf(exercise) : { heldOn: todayHere(), form: 'table' },
    version: exercise?.version,
    save: (values, { patch, version }) =>
      exercise
        ? unwrap(api.PATCH('/organizations/{organizationId}/continuityExercises/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/continuityExercises', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/continuityExercises/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Exercise) => {
      void refresh();
      onDone?.();
      if (!exercise) void navigate({ to: `${base}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <TextField name="title" label={t('fields.title')} maxLength={200} />
      <DateField name="heldOn" label={t('fields.heldOn')} max={todayHere()} />
      <SelectField name="scenario" label={t('fields.scenario')} options={scenarios.map((value) => ({ value, label: t(`scenarios.${value}`) }))} />
      <SelectField name="form" label={t('fields.form')} options={exerciseForms.map((value) => ({ value, label: t(`forms.${value}`) }))} />
      <NumberField name="minutes" label={t('fields.minutes')} optional />
      <PersonField name="ledById" label={t('fields.ledById')} optional />
      <TextAreaField name="participants" label={t('fields.participants')} maxLength={1000} />
      <TextAreaField name="course" label={t('fields.course')} optional maxLength={4000} />
      <TextAreaField name="lessons" label={t('fields.lessons')} help={t('exercises.lessonsHelp')} optional maxLength={4000} />
    </Form>
  );
};

export const NewExercisePage = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  return (
    <Page title={t('exercises.add')} lead={t('exercises.addLead')} back={{ to: `/c/${centre.slug}/continuity/exercises`, label: t('exercises.title') }}>
      <ExerciseForm />
    </Page>
  );
};

const Whole = ({ exercise }: { exercise: Exercise }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { date } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: exercise.id };
  return (
    <div className="chapters">
      <section aria-label={t('exercises.one')}>
        {editing ? (
          <ExerciseForm exercise={exercise} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts
              lines={[
                [t('fields.heldOn'), date(exercise.heldOn)],
                [t('fields.scenario'), t(`scenarios.${exercise.scenario}`)],
                [t('fields.form'), t(`forms.${exercise.form}`)],
                [t('fields.minutes'), exercise.minutes !== undefined && duration(exercise.minutes)],
                [t('fields.participants'), exercise.participants],
                [t('fields.course'), exercise.course],
                [t('fields.lessons'), exercise.lessons],
              ]}
            />
            {exercise.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <AskToDelete
                  label={t('exercises.delete')}
                  text={t('exercises.deleteText')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/continuityExercises/{id}', { params: { path }, headers: ifMatch(exercise.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/continuity/exercises` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'continuity', id: exercise.id }} title={exercise.title} />
      <History organizationId={centre.id} table="continuity_exercise" recordId={exercise.id} version={exercise.version} />
    </div>
  );
};

/** One exercise: how it went, and what is done about it. */
export const ExercisePage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const { exerciseId: id = '' } = useParams({ strict: false }) as { exerciseId?: string };
  const query = useQuery(exerciseQuery(centre.id, id));
  return (
    <Page title={query.data?.title ?? t('exercises.one')} back={{ to: `/c/${centre.slug}/continuity/exercises`, label: t('exercises.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} exercise={query.data} />}
    </Page>
  );
};
