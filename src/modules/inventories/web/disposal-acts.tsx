import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import type { SignatureInput } from '../../../kernel/signature.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { SignaturePad } from '../../../web/signature-pad.tsx';
import { CancelInput, capacities, CheckInput } from '../disposal.ts';
import type { Disposal } from './disposal-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

type Props = { disposal: Disposal; onDone: () => void };

const useActing = ({ disposal, onDone }: Props) => {
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  return {
    address: { params: { path: { organizationId: centre.id, id: disposal.id } }, headers: ifMatch(disposal.version) },
    onSaved: () => {
      void refresh();
      onDone();
    },
  };
};

const Quit = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const OrderValues = z.strictObject({ as: z.enum(capacities), where: z.enum(['session', 'screen']), signedBy: z.string().trim().min(1).max(160).optional() });

/** The signature of the order: in one's own name, or drawn here by somebody else. */
export const OrderForm = (props: Props) => {
  const { t } = useTranslation('inventories');
  const { address, onSaved } = useActing(props);
  const [signature, setSignature] = useState<SignatureInput>();
  const form = useForm({
    schema: OrderValues,
    domain: 'inventories',
    initial: { where: 'session', as: '' },
    save: ({ as, where, signedBy }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/disposals/{id}/order', {
          ...address,
          body: { as, ...(where === 'screen' ? { ...(signedBy ? { signedBy } : {}), ...(signature ? { signature: signature as never } : {}) } : {}) },
        }),
      ),
    onSaved,
  });
  const screen = form.get('where') === 'screen';
  return (
    <Form form={form} submit={t('disposals.order')} cancel={<Quit onDone={props.onDone} />}>
      <p>{t('disposals.orderText')}</p>
      <SelectField name="as" label={t('fields.orderedAs')} options={capacities.map((value) => ({ value, label: t(`capacities.${value}`) }))} />
      <ChoiceField
        name="where"
        label={t('fields.orderedHow')}
        options={[
          { value: 'session', label: t('disposals.orderSession') },
          { value: 'screen', label: t('disposals.orderScreen') },
        ]}
      />
      {screen && <TextField name="signedBy" label={t('disposals.signer')} maxLength={160} />}
      {screen && <SignaturePad tell={setSignature} />}
    </Form>
  );
};

/** It was carried out; what did not go has its reason. */
export const CarryOutForm = (props: Props) => {
  const { t } = useTranslation('inventories');
  const { disposal } = props;
  const { address, onSaved } = useActing(props);
  const [left, setLeft] = useState<Record<string, string>>({});
  const form = useForm({
    schema: z.strictObject({ carriedOn: CivilDate, carriedBy: z.string().trim().min(1).max(160) }),
    domain: 'inventories',
    initial: { carriedOn: todayHere(), carriedBy: disposal.supplierName ?? disposal.carrier ?? '' },
    save: (values) =>
      unwrap(
        api.POST('/organizations/{organizationId}/disposals/{id}/completion', { ...address, body: { ...values, left: Object.entries(left).map(([deviceId, because]) => ({ deviceId, because })) } }),
      ),
    onSaved,
  });
  return (
    <Form form={form} submit={t('disposals.carryOut')} cancel={<Quit onDone={props.onDone} />}>
      <p>{t('disposals.carryOutText')}</p>
      <DateField name="carriedOn" label={t('fields.carriedOn')} max={todayHere()} />
      <TextField name="carriedBy" label={t('fields.carriedBy')} maxLength={160} />
      <fieldset className="field">
        <legend className="field-label">{t('disposals.stayed')}</legend>
        <div className="choices">
          {disposal.items.map(({ deviceId, deviceName, number }) => (
            <div key={deviceId} className="disposal-stayed">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={deviceId in left}
                  onChange={(event) => setLeft(event.target.checked ? { ...left, [deviceId]: '' } : Object.fromEntries(Object.entries(left).filter(([id]) => id !== deviceId)))}
                />
                <span>{`${deviceName} (${number})`}</span>
              </label>
              {deviceId in left && (
                <input
                  className="control"
                  aria-label={`${t('disposals.because')} ${deviceName}`}
                  placeholder={t('disposals.because')}
                  required
                  maxLength={300}
                  value={left[deviceId]}
                  onChange={(event) => setLeft({ ...left, [deviceId]: event.target.value })}
                />
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </Form>
  );
};

/** The adviser was there, or looked after: the devices leave. */
export const CheckForm = (props: Props) => {
  const { t } = useTranslation('inventories');
  const { address, onSaved } = useActing(props);
  const form = useForm({
    schema: CheckInput,
    domain: 'inventories',
    initial: { checked: '', note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/disposals/{id}/check', { ...address, body })),
    onSaved,
  });
  return (
    <Form form={form} submit={t('disposals.check')} cancel={<Quit onDone={props.onDone} />}>
      <p>{t('disposals.checkText')}</p>
      <ChoiceField name="checked" label={t('fields.checked')} options={(['present', 'after'] as const).map((value) => ({ value, label: t(`checks.${value}`) }))} />
      <TextAreaField name="note" label={t('fields.checkNote')} optional maxLength={1000} />
    </Form>
  );
};

export const CancelForm = (props: Props) => {
  const { t } = useTranslation('inventories');
  const { address, onSaved } = useActing(props);
  const form = useForm({
    schema: CancelInput,
    domain: 'inventories',
    initial: { reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/disposals/{id}/cancellation', { ...address, body })),
    onSaved,
  });
  return (
    <Form form={form} submit={t('disposals.cancel')} cancel={<Quit onDone={props.onDone} />}>
      <TextField name="reason" label={t('fields.cancelReason')} maxLength={500} />
    </Form>
  );
};
