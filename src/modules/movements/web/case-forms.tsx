import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { CancelInput, MovementChange, ReturnInput } from '../movement.ts';
import { type Movement, useRefreshMovements } from './queries.ts';

/** Another day; the contract and the open steps follow. */
export const MoveForm = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const form = useForm({
    schema: MovementChange,
    domain: 'movements',
    initial: { day: movement.day, until: movement.until ?? '', note: movement.note ?? '' },
    save: (body) => unwrap(api.PUT('/organizations/{organizationId}/movements/{id}', { params: { path: { organizationId: centre.id, id: movement.id } }, headers: ifMatch(movement.version), body })),
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('case.move')}>
      <DateField name="day" label={t(`form.day.${movement.kind}`)} help={t('case.moveHelp')} />
      {movement.kind === 'suspension' && <DateField name="until" label={t('form.until')} optional />}
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

export const CancelForm = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const centre = useCentre();
  const refresh = useRefreshMovements();
  const form = useForm({
    schema: CancelInput,
    domain: 'movements',
    initial: { reason: '' },
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/movements/{id}/cancel', { params: { path: { organizationId: centre.id, id: movement.id } }, headers: ifMatch(movement.version), body })),
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('case.cancel')}>
      <TextAreaField name="reason" label={t('fields.cancelReason')} help={t('case.cancelHelp')} maxLength={500} />
    </Form>
  );
};

/** The first day back after a suspension. */
export const ReturnForm = ({ movement }: { movement: Movement }) => {
  const { t } = useTranslation('movements');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshMovements();
  const form = useForm({
    schema: ReturnInput,
    domain: 'movements',
    initial: { day: '' },
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/movements/{id}/return', { params: { path: { organizationId: centre.id, id: movement.id } }, headers: ifMatch(movement.version), body })),
    onSaved: async (made: Movement) => {
      await navigate({ to: `/c/${centre.slug}/movements/${made.id}` });
      void refresh();
    },
  });
  return (
    <Form form={form} submit={t('case.resume')}>
      <DateField name="day" label={t('case.resumeDay')} />
    </Form>
  );
};
