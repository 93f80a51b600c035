import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { AgreementInput, AuthorisationInput, ClosingInput, EndInput, endReasons, leftToClose, RefusalInput, ReviewInput } from '../telework.ts';
import { todayHere } from './parts.tsx';
import type { Telework } from './queries.ts';

type Props = { telework: Telework; onDone: () => void; cancel: () => void };

/** A form of one step of a telework: its schema, what it begins with, how it is sent. */
const StepForm = <S extends z.ZodType>({
  schema,
  initial,
  send,
  submit,
  onDone,
  cancel,
  children,
}: {
  schema: S;
  initial: object;
  send: (values: z.output<S>) => Promise<unknown>;
  submit: string;
  onDone: () => void;
  cancel: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation('shell');
  const form = useForm({ schema, domain: 'telework', initial, save: send, onSaved: onDone });
  return (
    <Form
      form={form as never}
      submit={submit}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
      }
    >
      {children}
    </Form>
  );
};

const useAddress = ({ id, version }: Telework) => {
  const centre = useCentre();
  return { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(version) };
};

export const AuthoriseForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  return (
    <StepForm
      schema={AuthorisationInput}
      initial={{ authorisedOn: todayHere() }}
      submit={t('step.authorise')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/authorise', { ...address, body }))}
    >
      <TextAreaField name="conditions" label={t('fields.conditions')} optional maxLength={2000} />
      <DateField name="authorisedOn" label={t('fields.authorisedOn')} max={todayHere()} />
    </StepForm>
  );
};

export const AgreeForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  return (
    <StepForm
      schema={AgreementInput}
      initial={{ start: todayHere(), agreedOn: todayHere() }}
      submit={t('step.agree')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/agree', { ...address, body }))}
    >
      <p className="quiet">{t('step.agreeText')}</p>
      <DateField name="start" label={t('fields.start')} />
      <DateField name="until" label={t('fields.until')} optional />
      <DateField name="agreedOn" label={t('fields.agreedOn')} max={todayHere()} />
    </StepForm>
  );
};

export const RefuseForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  return (
    <StepForm
      schema={RefusalInput}
      initial={{ reason: '' }}
      submit={t('step.refuse')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/refuse', { ...address, body }))}
    >
      <TextAreaField name="reason" label={t('fields.refusalReason')} maxLength={1000} />
    </StepForm>
  );
};

export const ReviewForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  return (
    <StepForm
      schema={ReviewInput}
      initial={{ reviewedOn: todayHere() }}
      submit={t('step.review')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/review', { ...address, body }))}
    >
      <DateField name="reviewedOn" label={t('fields.reviewedOn')} max={todayHere()} />
      <TextAreaField name="note" label={t('fields.reviewNote')} optional maxLength={1000} />
    </StepForm>
  );
};

export const EndForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  return (
    <StepForm
      schema={EndInput}
      initial={{ endedOn: todayHere(), reason: 'asked' }}
      submit={t('step.end')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/end', { ...address, body }))}
    >
      <DateField name="endedOn" label={t('fields.endedOn')} />
      <SelectField name="reason" label={t('fields.endReason')} options={endReasons.map((value) => ({ value, label: t(`endReasons.${value}`) }))} />
    </StepForm>
  );
};

/** What is left after the end, as soon as it is known. */
export const CloseForm = ({ telework, onDone, cancel }: Props) => {
  const { t } = useTranslation('telework');
  const address = useAddress(telework);
  const left = leftToClose(telework);
  const initial = { ...(left.includes('copies') ? { copiesErasedOn: todayHere() } : {}), ...(left.includes('device') ? { deviceBackOn: todayHere() } : {}) };
  return (
    <StepForm
      schema={ClosingInput}
      initial={initial}
      submit={t('step.close')}
      onDone={onDone}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/close', { ...address, body }))}
    >
      {left.includes('copies') && <DateField name="copiesErasedOn" label={t('fields.copiesErasedOn')} optional max={todayHere()} />}
      {left.includes('device') && <DateField name="deviceBackOn" label={t('fields.deviceBackOn')} optional max={todayHere()} />}
    </StepForm>
  );
};
