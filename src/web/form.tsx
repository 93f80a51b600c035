/**
 * A form: one column, checked by a zod schema, errors beside their fields, a draft on this device, a warning before leaving, word of who
 * else has the record open, and both texts side by side when somebody else has saved first.
 *
 *   const form = useForm({
 *     schema: PersonInput, domain: 'people', draft: `person/${person.id}`,
 *     initial: pick(person), version: person.version,
 *     save: (_values, { patch, version }) => unwrap(api.PATCH(path, { params: { path: ids }, headers: ifMatch(version!), body: patch })),
 *     latest: async () => { const now = await load(); return { initial: pick(now), version: now.version }; },
 *     onSaved: () => navigate({ to: '..' }),
 *   });
 *   return (
 *     <Form form={form} submit={t('shell:save')} cancel={<Link to="..">{t('shell:cancel')}</Link>}>
 *       <TextField name="lastName" label={t('lastName')} autoComplete="off" />
 *       <SelectField name="kind" label={t('kind')} options={kinds} help={t('kindHelp')} />
 *     </Form>
 *   );
 */
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Dialog } from './dialog.tsx';
import { ConflictNotice } from './conflict.tsx';
import { Presence } from './presence.tsx';
import { ProblemNotice } from './problem.tsx';
import { useFormat } from './format.ts';
import { FormContext, type FormOptions, type FormState, useForm } from './use-form.ts';

export { useForm };

type AnyForm = ReturnType<typeof useForm<z.ZodType>>;

const LeaveWarning = ({ form }: { form: FormState }) => {
  const { t } = useTranslation('shell');
  const blocker = useBlocker({ shouldBlockFn: () => form.dirty && !form.busy, enableBeforeUnload: () => form.dirty, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  const leave = () => {
    form.abandon();
    blocker.proceed();
  };
  return (
    <Dialog opened onClose={blocker.reset} title={t('leave.title')}>
      <p>{t('leave.text')}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={blocker.reset} data-autofocus>
          {t('leave.stay')}
        </button>
        <button type="button" className="button danger" onClick={leave}>
          {t('leave.go')}
        </button>
      </div>
    </Dialog>
  );
};

const DraftNotice = ({ form }: { form: FormState }) => {
  const { t } = useTranslation('shell');
  const { moment } = useFormat();
  return (
    <div className="notice" role="status">
      <p>{t('draft.restored', { when: moment(form.fromDraft!.toISOString()) })}</p>
      <button type="button" className="button" onClick={() => form.startAgain()}>
        {t('draft.discard')}
      </button>
    </div>
  );
};

export const Form = ({ form: given, submit, cancel, wide, children }: { form: AnyForm; submit: string; cancel?: ReactNode; wide?: boolean; children: ReactNode }) => {
  const { t } = useTranslation('shell');
  const form = given as FormState;
  const element = useRef<HTMLFormElement>(null);

  // After a refused save the first faulty field takes the focus, else the notice above the form.
  useEffect(() => {
    if (form.attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"], .form-problem')?.focus();
  }, [form.attempts]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    // A form may stand in a dialog above another one; only the inner is meant.
    event.stopPropagation();
    void form.submit();
  };

  return (
    <FormContext value={form}>
      <form ref={element} className={wide ? 'form wide' : 'form'} onSubmit={send} noValidate>
        {form.record && <Presence register={form.record.register} recordId={form.record.id} form={form} />}
        {form.fromDraft && !form.conflict && <DraftNotice form={form} />}
        {form.conflict && <ConflictNotice form={form} conflict={form.conflict} />}
        {form.waiting && (
          <div className="notice soon form-problem" role="alert" tabIndex={-1}>
            <p>{t('connection.saving')}</p>
          </div>
        )}
        {form.problem && !form.waiting && (
          <div className="form-problem" tabIndex={-1}>
            <ProblemNotice problem={form.problem} known={[...form.labels.keys()]} {...(form.domain ? { domain: form.domain } : {})} />
          </div>
        )}
        {children}
        <div className="form-foot">
          <button type="submit" className="button primary" aria-disabled={form.busy}>
            {form.busy ? t('sending') : submit}
          </button>
          {cancel}
        </div>
        <LeaveWarning form={form} />
      </form>
    </FormContext>
  );
};

export type { FormOptions };
