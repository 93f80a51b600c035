import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { deciders, objectiveFor, RecoveryObjectiveInput } from '../restore.ts';
import { todayHere, useDuration } from './parts.tsx';
import { objectivesQuery, plansQuery, testsQuery, useRefreshContinuity } from './queries.ts';
import { ProposalForm, Proposals } from './proposals.tsx';
import { RestoreChart } from './restore-chart.tsx';

const ObjectiveForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  const form = useForm({
    schema: RecoveryObjectiveInput,
    domain: 'continuity',
    initial: { restartHours: 24, lossHours: 24, decidedBy: 'council', decidedOn: '' },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/recoveryObjectives', { params: { path: { organizationId: centre.id } }, body: values })),
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
      <NumberField name="restartHours" label={t('fields.restartHours')} />
      <NumberField name="lossHours" label={t('fields.lossHours')} />
      <SelectField
        name="planId"
        label={t('fields.planId')}
        help={t('objective.planHelp')}
        optional
        options={plans.filter(({ endedOn }) => !endedOn).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField name="decidedBy" label={t('fields.decidedBy')} options={deciders.map((value) => ({ value, label: t(`deciders.${value}`) }))} />
      <DateField name="decidedOn" label={t('fields.decidedOn')} max={todayHere()} />
      <TextField name="reference" label={t('fields.reference')} optional maxLength={120} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

/** What was decided, as sentences, and beside it what was measured. */
export const Objectives = () => {
  const { t } = useTranslation('continuity');
  const { date } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshContinuity(centre.id);
  const [adding, setAdding] = useState<'decision' | 'proposal'>();
  const done = () => setAdding(undefined);
  const query = useQuery(objectivesQuery(centre.id));
  const tests = useQuery(testsQuery(centre.id)).data?.items ?? [];
  const today = todayHere();
  const all = query.data?.items ?? [];
  // Of each backup, and of the whole centre, the newest alone counts.
  const standing = all.filter((one, index) => all.findIndex(({ planId }) => planId === one.planId) === index);
  const whole = objectiveFor(all, undefined, today);
  if (!query.data) return null;
  return (
    <section aria-labelledby="objectives" className="objectives">
      <h2 id="objectives">{t('objective.title')}</h2>
      {standing.length === 0 && <p className="measure">{t('objective.none')}</p>}
      {standing.map((one) => (
        <p key={one.id} className="measure">
          {t('objective.sentence', {
            what: one.planName ?? t('objective.whole'),
            by: t(`deciders.${one.decidedBy}`),
            restart: duration(one.restartHours * 60),
            loss: duration(one.lossHours * 60),
            date: date(one.decidedOn),
            reference: one.reference ? ` (${one.reference})` : '',
          })}{' '}
          {one.can['delete'] && (
            <AskToDelete
              label={t('objective.delete')}
              text={t('objective.deleteText')}
              plain
              remove={() =>
                unwrap(api.DELETE('/organizations/{organizationId}/recoveryObjectives/{id}', { params: { path: { organizationId: centre.id, id: one.id } }, headers: ifMatch(one.version) }))
              }
              onDeleted={() => void refresh()}
            />
          )}
        </p>
      ))}
      {whole && <RestoreChart tests={tests} limitHours={whole.restartHours} />}
      <Proposals />
      {adding === 'proposal' && <ProposalForm onDone={done} />}
      {adding === 'decision' && <ObjectiveForm onDone={done} />}
      {may('continuity.write') && !adding && (
        <p className="buttons no-print">
          <button type="button" className="button" onClick={() => setAdding('proposal')}>
            {t('proposal.add')}
          </button>
          <button type="button" className="button" onClick={() => setAdding('decision')}>
            {t('objective.add')}
          </button>
        </p>
      )}
    </section>
  );
};
