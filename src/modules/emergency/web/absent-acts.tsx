import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { AbsentDecision, AbsentTold } from '../emergency.ts';
import { type Absent, useRefreshEmergency } from './queries.ts';
import { instantOf, todayHere } from './today.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const LookForm = z.strictObject({
  lookedById: z.uuid(),
  presenceId: z.uuid(),
  lookedFrom: text(30),
  lookedUntil: text(30),
  lookedAt: text(4000),
  personalMet: z.boolean().default(false),
  personalLeftClosed: z.literal(true, 'personalMustStayClosed'),
});
type Props = { absent: Absent; onDone: () => void };
const where = (organizationId: string, { id, version }: Absent) => ({ params: { path: { organizationId, id } }, headers: ifMatch(version) });

const Decide = ({ absent, onDone }: Props) => {
  const { t } = useTranslation('emergency');
  const at = where(useCentre().id, absent);
  const form = useForm({
    schema: AbsentDecision,
    domain: 'emergency',
    initial: { outcome: 'allowed', decidedOn: todayHere(), reason: '' },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/absentAccesses/{id}/decide', { ...at, body: values })),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('absent.decide')}>
      <SelectField name="outcome" label={t('absent.decision')} options={(['allowed', 'refused'] as const).map((value) => ({ value, label: t(`absentStates.${value}`) }))} />
      <DateField name="decidedOn" label={t('fields.decidedOn')} />
      <TextAreaField name="reason" label={t('fields.decisionReason')} help={t('absent.reasonHelp')} optional />
    </Form>
  );
};

const Look = ({ absent, onDone }: Props) => {
  const { t } = useTranslation('emergency');
  const at = where(useCentre().id, absent);
  const form = useForm({
    schema: LookForm,
    domain: 'emergency',
    initial: { lookedById: '', presenceId: '', lookedFrom: '', lookedUntil: '', lookedAt: '', personalMet: false, personalLeftClosed: false as never },
    save: ({ lookedFrom, lookedUntil, ...values }) =>
      unwrap(api.POST('/organizations/{organizationId}/absentAccesses/{id}/look', { ...at, body: { ...values, lookedFrom: instantOf(lookedFrom), lookedUntil: instantOf(lookedUntil) } })),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('absent.record')}>
      <PersonField name="lookedById" label={t('fields.lookedById')} />
      <PersonField name="presenceId" label={t('fields.presenceId')} />
      <TextField name="lookedFrom" label={t('fields.lookedFrom')} type="datetime-local" />
      <TextField name="lookedUntil" label={t('fields.lookedUntil')} type="datetime-local" />
      <TextAreaField name="lookedAt" label={t('fields.lookedAt')} maxLength={4000} />
      <CheckField name="personalMet" label={t('absent.metLabel')} />
      <CheckField name="personalLeftClosed" label={t('absent.leftClosed')} help={t('absent.leftClosedHelp')} />
    </Form>
  );
};

const Tell = ({ absent, onDone }: Props) => {
  const { t } = useTranslation('emergency');
  const at = where(useCentre().id, absent);
  const form = useForm({
    schema: AbsentTold,
    domain: 'emergency',
    initial: { toldOn: todayHere(), toldHow: '' },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/absentAccesses/{id}/tell', { ...at, body: values })),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('absent.tell')}>
      <DateField name="toldOn" label={t('fields.toldOn')} />
      <TextField name="toldHow" label={t('fields.toldHow')} />
    </Form>
  );
};

const TakeBack = ({ absent }: { absent: Absent }) => {
  const { t } = useTranslation('emergency');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshEmergency();
  const [problem, setProblem] = useState<Problem | undefined>();
  const remove = async () => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/absentAccesses/{id}', where(centre.id, absent)));
      void navigate({ to: `/c/${centre.slug}/emergency` });
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} domain="emergency" />}
      <button type="button" className="button danger" onClick={() => void remove()}>
        {t('absent.takeBack')}
      </button>
    </>
  );
};

/** The next step of a look: decided, done, told. */
export const AbsentActs = ({ absent }: { absent: Absent }) => {
  const refresh = useRefreshEmergency();
  const done = () => void refresh();
  return (
    <div className="no-print">
      {absent.can['decide'] && <Decide absent={absent} onDone={done} />}
      {absent.can['look'] && <Look absent={absent} onDone={done} />}
      {absent.can['tell'] && <Tell absent={absent} onDone={done} />}
      {absent.can['delete'] && <TakeBack absent={absent} />}
    </div>
  );
};
