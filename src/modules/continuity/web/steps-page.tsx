import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DisasterStepInput, DroppedStepInput, ownWords, type StepScenario, stepPhases, stepScenarios } from '../disaster.ts';
import { disasterPlanQuery, type PlanStep } from './disaster-queries.ts';
import { PlanFrame } from './part-list.tsx';
import { useRefreshContinuity } from './queries.ts';

type Doing = { what: 'reword' | 'drop' | 'change'; key: string } | { what: 'add'; scenario: StepScenario };

const StepForm = ({ step, scenario, drop, onDone }: { step?: PlanStep; scenario: StepScenario; drop?: boolean; onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const organization = { organizationId: centre.id };
  const known = step && {
    scenario: step.scenario,
    phase: step.phase,
    libraryKey: step.libraryKey,
    text: drop ? undefined : step.text,
    who: step.who,
    droppedReason: drop ? step.droppedReason : undefined,
    position: 0,
  };
  const form = useForm({
    schema: drop ? DroppedStepInput : DisasterStepInput,
    domain: 'continuity',
    initial: known ?? { scenario, phase: 'atOnce', position: 0 },
    version: step?.version,
    save: async ({ text, who, droppedReason, ...place }) => {
      // Left out or reworded, never both.
      const own = { ...ownWords(step?.libraryKey && (step.libraryText ?? step.text), { text, who }), ...(drop ? { droppedReason } : {}) };
      const kept = Object.keys(own).length > 0;
      if (!step?.id || !step.version) return kept && unwrap(api.POST('/organizations/{organizationId}/disasterSteps', { params: { path: organization }, body: { ...place, ...own } }));
      const of = { params: { path: { ...organization, id: step.id } }, headers: ifMatch(step.version) };
      // What reads as the library does again is no record of the centre; a step that the library gave up is the centre's own from now on.
      return kept
        ? unwrap(api.PATCH('/organizations/{organizationId}/disasterSteps/{id}', { ...of, body: { libraryKey: step.libraryKey ?? null, text: null, who: null, droppedReason: null, ...own } }))
        : unwrap(api.DELETE('/organizations/{organizationId}/disasterSteps/{id}', of));
    },
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      {!step && <SelectField name="phase" label={t('fields.phase')} options={stepPhases.map((value) => ({ value, label: t(`stepPhases.${value}`) }))} />}
      {drop ? (
        <TextField name="droppedReason" label={t('fields.droppedReason')} maxLength={300} />
      ) : (
        <>
          <TextAreaField name="text" label={t('disaster.steps.text')} maxLength={600} />
          <TextField name="who" label={t('fields.who')} optional maxLength={120} />
        </>
      )}
    </Form>
  );
};

/** The steps of every case and of each scenario: those of the library, in the centre's words, left out with a reason, and its own. */
export const StepsPage = () => {
  const { t, i18n } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const query = useQuery(disasterPlanQuery(centre.id, i18n.language));
  const exercises = useQuery({
    queryKey: ['continuity', centre.id, 'exercises', 'all'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/continuityExercises', { params: { path: { organizationId: centre.id }, query: { pageSize: 200 } }, signal })),
  });
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const plan = query.data;
  const keyOf = (step: PlanStep): string => step.libraryKey ?? step.id ?? step.text;
  const stepLine = (step: PlanStep) => {
    const key = keyOf(step);
    const open = doing && 'key' in doing && doing.key === key ? doing : undefined;
    if (open) return <StepForm step={step} scenario={step.scenario} drop={open.what === 'drop'} onDone={done} />;
    const who = step.who ?? (step.task && t(`callTasks.${step.task}`));
    const mark = step.droppedReason
      ? t('disaster.steps.dropped', { reason: step.droppedReason })
      : !step.libraryKey
        ? t('disaster.steps.own')
        : step.libraryText
          ? t('disaster.steps.reworded')
          : undefined;
    return (
      <>
        <div className="plan-line">
          <p className={step.droppedReason ? 'plan-dropped' : undefined}>{step.text}</p>
          <p className="plan-quiet">{[who, mark].filter(Boolean).join(' · ')}</p>
        </div>
        {plan?.can.write && (
          <p className="buttons no-print">
            <button type="button" className="button plain" onClick={() => setDoing({ what: 'reword', key })}>
              {step.libraryKey ? t('disaster.steps.reword') : t('shell:edit')}
            </button>
            {step.libraryKey && !step.droppedReason && (
              <button type="button" className="button plain" onClick={() => setDoing({ what: 'drop', key })}>
                {t('disaster.steps.drop')}
              </button>
            )}
            {step.id && step.version && (
              <AskToDelete
                label={step.libraryKey ? t('disaster.steps.restore') : t('disaster.delete')}
                text={step.libraryKey ? t('disaster.steps.restoreText') : t('disaster.deleteText')}
                plain
                remove={() =>
                  unwrap(api.DELETE('/organizations/{organizationId}/disasterSteps/{id}', { params: { path: { organizationId: centre.id, id: step.id! } }, headers: ifMatch(step.version!) }))
                }
                onDeleted={() => void refresh()}
              />
            )}
          </p>
        )}
      </>
    );
  };
  return (
    <PlanFrame part="steps" lead={t('disaster.steps.lead')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      <div className="chapters">
        {plan &&
          stepScenarios.map((scenario) => {
            const held = (exercises.data?.items ?? []).filter((one) => one.scenario === scenario).length;
            return (
              <section key={scenario} id={scenario} className="plan-scenario" aria-labelledby={`scenario-${scenario}`}>
                <h2 id={`scenario-${scenario}`}>{t(`stepScenarios.${scenario}`)}</h2>
                {scenario !== 'every' && exercises.data && (
                  <p>
                    <Link to={`/c/${centre.slug}/continuity/exercises`} search={{ scenario } as never}>
                      {held > 0 ? t('disaster.steps.exercises', { count: held }) : t('disaster.steps.noExercise')}
                    </Link>
                  </p>
                )}
                {stepPhases.map((phase) => {
                  const steps = plan.steps.filter((step) => step.scenario === scenario && step.phase === phase);
                  return (
                    steps.length > 0 && (
                      <div key={phase}>
                        <h3>{t(`stepPhases.${phase}`)}</h3>
                        <ol className="plan-lines numbered">
                          {steps.map((step) => (
                            <li key={keyOf(step)}>{stepLine(step)}</li>
                          ))}
                        </ol>
                      </div>
                    )
                  );
                })}
                {plan.can.write &&
                  (doing?.what === 'add' && doing.scenario === scenario ? (
                    <StepForm scenario={scenario} onDone={done} />
                  ) : (
                    <p className="no-print">
                      <button type="button" className="button" onClick={() => setDoing({ what: 'add', scenario })}>
                        {t('disaster.steps.addTo')}
                      </button>
                    </p>
                  ))}
              </section>
            );
          })}
      </div>
    </PlanFrame>
  );
};
