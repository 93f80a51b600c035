import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, TextAreaField, useField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { handingKinds } from '../step.ts';
import { type Step, useRefreshMovements } from './queries.ts';

/** What the form asks; the moment is written as the browser's own field has it. */
const Told = z.strictObject({
  outcome: z.enum(['done', 'notApplicable']),
  doneAt: z.string().optional(),
  proof: z.string().trim().max(2000).optional(),
  reason: z.string().trim().max(1000).optional(),
  recipientId: z.uuid().optional(),
});

const MomentField = ({ name, label }: { name: string; label: string }) => {
  const field = useField(name, label);
  const { t } = useTranslation('shell');
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        <small>{t('optional')}</small>
      </label>
      <input {...field.control} className="control short" type="datetime-local" value={(field.value as string) ?? ''} onChange={(event) => field.set(event.target.value)} />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

/** How a step was done, when, what shows it, who receives what is left; or why it does not apply. */
export const StepForm = ({ step, onDone }: { step: Step; onDone: () => void }) => {
  const { t } = useTranslation(['movements', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const path = { organizationId: centre.id, id: step.id };
  const form = useForm({
    schema: Told,
    domain: 'movements',
    initial: { outcome: 'done', doneAt: '', proof: '', reason: '', recipientId: '' },
    save: ({ doneAt, ...values }) =>
      unwrap(
        api.PUT('/organizations/{organizationId}/ownSteps/{id}/outcome', {
          params: { path },
          headers: ifMatch(step.version),
          body: { ...values, ...(doneAt ? { doneAt: new Date(doneAt).toISOString() } : {}) },
        }),
      ),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  const isDone = form.get('outcome') === 'done';
  return (
    <div className="step-form">
      <Form
        form={form}
        submit={t('shell:save')}
        cancel={
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        }
      >
        <ChoiceField name="outcome" label={t('act.outcome')} options={(['done', 'notApplicable'] as const).map((value) => ({ value, label: t(`act.outcomes.${value}`) }))} />
        {isDone && handingKinds.includes(step.kind) && <PersonField name="recipientId" label={t('act.recipient')} help={t('act.recipientHelp')} />}
        {isDone && step.kind === 'handMessages' && <TextAreaField name="reason" label={t('act.redirectReason')} help={t('act.redirectHelp')} optional maxLength={1000} />}
        {!isDone && <TextAreaField name="reason" label={t('act.whyNot')} maxLength={1000} />}
        {isDone && <TextAreaField name="proof" label={t('fields.proof')} help={t('act.proofHelp')} optional maxLength={2000} />}
        {isDone && <MomentField name="doneAt" label={t('act.doneAt')} />}
      </Form>
      <FilePicker
        label={t('act.file')}
        help={t('act.fileHelp')}
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
        send={(body) => unwrap(api.PUT('/organizations/{organizationId}/ownSteps/{id}/file', { params: { path }, headers: ifMatch(step.version), body: body as never }))}
        onSent={() => void refresh()}
      />
    </div>
  );
};
