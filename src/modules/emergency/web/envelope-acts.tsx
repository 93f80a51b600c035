import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { ResealInput } from '../emergency.ts';
import { type Envelope, useRefreshEmergency } from './queries.ts';
import { instantOf, todayHere } from './today.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const CheckForm = z.strictObject({ checkedOn: CivilDate, checkedById: z.uuid(), intact: z.enum(['yes', 'no']), note: text(1000).optional() });
const OpenForm = z.strictObject({ openedAt: text(30), openedById: z.uuid(), witnessId: z.uuid().optional(), reason: text(1000) });

const Check = ({ envelope, onDone }: { envelope: Envelope; onDone: () => void }) => {
  const { t } = useTranslation(['emergency', 'shell']);
  const path = { organizationId: useCentre().id, id: envelope.id };
  const form = useForm({
    schema: CheckForm,
    domain: 'emergency',
    initial: { checkedOn: todayHere(), checkedById: '', intact: 'yes', note: '' },
    save: ({ intact, ...values }) => unwrap(api.POST('/organizations/{organizationId}/emergencyEnvelopes/{id}/checks', { params: { path }, body: { ...values, intact: intact === 'yes' } })),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('act.check')}>
      <DateField name="checkedOn" label={t('fields.checkedOn')} />
      <PersonField name="checkedById" label={t('fields.checkedById')} />
      <SelectField name="intact" label={t('fields.intact')} options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`shell:${value}`) }))} />
      <TextAreaField name="note" label={t('fields.note')} help={t('act.noteHelp')} optional />
    </Form>
  );
};

const Open = ({ envelope, onDone }: { envelope: Envelope; onDone: () => void }) => {
  const { t } = useTranslation('emergency');
  const path = { organizationId: useCentre().id, id: envelope.id };
  const form = useForm({
    schema: OpenForm,
    domain: 'emergency',
    initial: { openedAt: '', openedById: '', witnessId: '', reason: '' },
    save: ({ openedAt, ...values }) => unwrap(api.POST('/organizations/{organizationId}/emergencyEnvelopes/{id}/openings', { params: { path }, body: { ...values, openedAt: instantOf(openedAt) } })),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('act.open')}>
      <TextField name="openedAt" label={t('fields.openedAt')} type="datetime-local" />
      <PersonField name="openedById" label={t('fields.openedById')} />
      <PersonField name="witnessId" label={t('fields.witnessId')} optional />
      <TextAreaField name="reason" label={t('fields.reason')} maxLength={1000} />
    </Form>
  );
};

const Reseal = ({ envelope, onDone }: { envelope: Envelope; onDone: () => void }) => {
  const { t } = useTranslation('emergency');
  const centre = useCentre();
  const opening = envelope.history.find(({ id }) => id === envelope.openId);
  const form = useForm({
    schema: ResealInput,
    domain: 'emergency',
    initial: { changedOn: todayHere(), changedById: '', resealedOn: todayHere(), newSeal: '', place: envelope.place },
    save: (values) =>
      unwrap(
        api.POST('/organizations/{organizationId}/emergencyOpenings/{id}/reseal', {
          params: { path: { organizationId: centre.id, id: opening!.id } },
          headers: ifMatch(opening!.version),
          body: values,
        }),
      ),
    onSaved: onDone,
  });
  return (
    <Form form={form} submit={t('act.reseal')}>
      <DateField name="changedOn" label={t('fields.changedOn')} />
      <PersonField name="changedById" label={t('fields.changedById')} />
      <DateField name="resealedOn" label={t('fields.resealedOn')} />
      <TextField name="newSeal" label={t('fields.newSeal')} />
      <TextField name="place" label={t('fields.place')} optional />
    </Form>
  );
};

/** What may be done with an envelope: looked at, opened, sealed again. One form at a time. */
export const EnvelopeActs = ({ envelope }: { envelope: Envelope }) => {
  const { t } = useTranslation('emergency');
  const refresh = useRefreshEmergency();
  const [act, setAct] = useState<string | undefined>();
  const done = () => {
    setAct(undefined);
    void refresh();
  };
  const forms: Record<string, ReactNode> = {
    ...(envelope.can['reseal'] ? { reseal: <Reseal envelope={envelope} onDone={done} /> } : {}),
    ...(envelope.can['check'] ? { check: <Check envelope={envelope} onDone={done} /> } : {}),
    ...(envelope.can['open'] ? { open: <Open envelope={envelope} onDone={done} /> } : {}),
  };
  if (Object.keys(forms).length === 0) return null;
  return (
    <div className="no-print">
      <div className="buttons">
        {Object.keys(forms).map((name) => (
          <button key={name} type="button" className={name === 'reseal' ? 'button primary' : 'button'} aria-expanded={act === name} onClick={() => setAct(act === name ? undefined : name)}>
            {t(`acts.${name}` as 'acts.open')}
          </button>
        ))}
      </div>
      {act && forms[act]}
    </div>
  );
};
