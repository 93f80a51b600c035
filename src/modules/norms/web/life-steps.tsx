import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { AcknowledgementInput, CorrectionInput, type LifeStep, RemarkInput } from '../life.ts';
import { type Life, useRefreshLife } from './life-queries.ts';

/** The civil date in Belgium. */
const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

type Step = { id: string; life: Life };
type Sent = (step: LifeStep, body: object) => Promise<unknown>;

/** Takes a step of an assessment, of the version that is shown. */
const useStep = ({ id, life }: Step): Sent => {
  const centre = useCentre();
  const refresh = useRefreshLife(centre.id);
  return async (step, body) => {
    const path = { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(life.version), body: body as never };
    await unwrap(api.POST(`/organizations/{organizationId}/assessments/{id}/${step}`, path as never) as never);
    await refresh();
  };
};

const StepButton = ({ name, body, label, send, primary }: { name: LifeStep; body: object; label: string; send: Sent; primary?: boolean }) => {
  const { t } = useTranslation('shell');
  const step = useMutation({ mutationFn: () => send(name, body) });
  return (
    <>
      {step.error && <ProblemNotice problem={problemOf(step.error)} domain="norms" />}
      <button type="button" className={primary ? 'button primary' : 'button'} aria-disabled={step.isPending} onClick={() => step.isPending || step.mutate()}>
        {step.isPending ? t('sending') : label}
      </button>
    </>
  );
};

/** A step that needs words: folded until it is asked for. */
const StepForm = <S extends z.ZodType>({
  name,
  schema,
  initial,
  label,
  go,
  text,
  send,
  children,
}: {
  name: LifeStep;
  schema: S;
  initial: object;
  label: string;
  go: string;
  text?: string;
  send: Sent;
  children: ReactNode;
}) => {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const form = useForm({ schema, domain: 'norms', initial, save: (values) => send(name, values as object), onSaved: () => setOpen(false) });
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  return (
    <div className="life-form">
      <h3>{label}</h3>
      {text && <p className="quiet">{text}</p>}
      <Form
        form={form}
        submit={go}
        cancel={
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {t('cancel')}
          </button>
        }
      >
        {children}
      </Form>
    </div>
  );
};

/** What may be done now, by whoever looks. `previewHash`: of the document as it stands on the page. */
export const LifeActions = ({ id, life, previewHash }: Step & { previewHash: string | undefined }) => {
  const { t } = useTranslation('norms');
  const send = useStep({ id, life });
  const gaps = life.gaps.toConfirm + life.gaps.failing;
  if (!Object.values(life.can).some(Boolean)) return null;
  return (
    <div className="life-actions no-print">
      {life.can.prepare && life.gaps.open === 0 && (
        <StepButton name="prepare" body={{ despite: gaps > 0 }} label={t(gaps > 0 ? 'life.prepareDespite' : 'life.prepare')} send={send} primary={gaps === 0} />
      )}
      {life.can.validate && (
        <>
          <p>{t('life.validateText')}</p>
          <StepButton name="validate" body={previewHash ? { previewHash } : {}} label={t('life.validate')} send={send} primary />
        </>
      )}
      {life.can.sendBack && (
        <StepForm name="sendBack" schema={RemarkInput} initial={{ remark: '' }} label={t('life.sendBack')} go={t('life.sendBackGo')} send={send}>
          <TextAreaField name="remark" label={t('fields.remark')} maxLength={2000} />
        </StepForm>
      )}
      {life.can.submit && (
        <>
          <p>{t('life.submitText')}</p>
          <StepButton name="submit" body={{}} label={t('life.submit')} send={send} primary />
        </>
      )}
      {life.can.acknowledge && (
        <StepForm name="acknowledge" schema={AcknowledgementInput} initial={{ acknowledgedOn: '', acknowledgement: '' }} label={t('life.acknowledge')} go={t('life.acknowledge')} send={send}>
          <DateField name="acknowledgedOn" label={t('life.acknowledgedOn')} max={todayHere()} />
          <TextField name="acknowledgement" label={t('life.reference')} maxLength={120} />
        </StepForm>
      )}
      {life.can.reopen && <StepButton name="reopen" body={{}} label={t('life.reopen')} send={send} />}
      {life.can.correct && (
        <StepForm name="correct" schema={CorrectionInput} initial={{ reason: '' }} label={t('life.correct')} go={t('life.correctGo')} text={t('life.correctText')} send={send}>
          <TextAreaField name="reason" label={t('fields.correctionReason')} maxLength={1000} />
        </StepForm>
      )}
    </div>
  );
};
