import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { KnownField } from '../../../web/known-field.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { ZoneField } from '../../../web/zone-field.tsx';
import { type DeviceKind, deviceKinds, DeviceInput, holdsDataByKind, tenures, wifiStates } from '../device.ts';
import { PriceField } from './parts.tsx';
import { type Device, useRefreshInventories } from './queries.ts';

const fieldsOf = (device: Device) => Object.fromEntries(Object.keys(DeviceInput.shape).map((key) => [key, device[key as keyof Device]]));

const Lease = () => {
  const { t } = useTranslation('inventories');
  return useFormContext().get('tenure') === 'leased' ? <DateField name="leasedUntil" label={t('fields.leasedUntil')} optional /> : null;
};

/** A new device, or what is known of one. */
export const DeviceForm = ({ device, onDone }: { device?: Device; onDone?: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const list = `/c/${centre.slug}/inventories`;
  const path = { organizationId: centre.id, id: device?.id ?? '' };
  const form = useForm({
    schema: DeviceInput,
    domain: 'inventories',
    draft: `device/${device?.id ?? `new/${centre.id}`}`,
    record: device && { register: 'device', id: device.id },
    initial: device ? fieldsOf(device) : { quantity: 1, tenure: 'owned', holdsData: true, portable: false },
    version: device?.version,
    save: (values, { patch, version }) =>
      device
        ? unwrap(api.PATCH('/organizations/{organizationId}/devices/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/devices', { params: { path }, body: { ...values, holdsData: Boolean(values.holdsData) && holdsDataByKind(values.kind as DeviceKind) } })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/devices/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Device) => {
      void refresh();
      onDone?.();
      if (!device) void navigate({ to: `${list}/devices/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={list}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t(device ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <h2>{t('form.identity')}</h2>
      <TextField name="name" label={t('fields.name')} help={t('form.name')} maxLength={120} />
      <SelectField name="kind" label={t('fields.kind')} options={deviceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextField name="brand" label={t('fields.brand')} optional maxLength={80} />
      <TextField name="model" label={t('fields.model')} optional maxLength={120} />
      <TextField name="serial" label={t('fields.serial')} optional maxLength={80} />
      <NumberField name="quantity" label={t('fields.quantity')} help={t('form.quantity')} />
      <h2>{t('form.placing')}</h2>
      <PersonField name="personId" label={t('fields.personId')} optional />
      <ZoneField name="zoneId" label={t('fields.zoneId')} optional />
      <CheckField name="portable" label={t('fields.portable')} />
      <h2>{t('form.protection')}</h2>
      <CheckField name="holdsData" label={t('fields.holdsData')} help={t('form.holdsData')} />
      <KnownField name="encrypted" label={t('fields.encrypted')} blank={t('unknown')} />
      <TextField name="operatingSystem" label={t('fields.operatingSystem')} optional maxLength={120} />
      <DateField name="systemSupportUntil" label={t('fields.systemSupportUntil')} help={t('form.support')} optional />
      <KnownField name="antivirus" label={t('fields.antivirus')} blank={t('unknown')} />
      <KnownField name="autoLock" label={t('fields.autoLock')} blank={t('unknown')} />
      <SelectField name="wifi" label={t('fields.wifi')} optional options={wifiStates.map((value) => ({ value, label: t(`wifiStates.${value}`) }))} />
      <KnownField name="eidReader" label={t('fields.eidReader')} blank={t('unknown')} />
      <h2>{t('form.purchase')}</h2>
      <SelectField name="tenure" label={t('fields.tenure')} options={tenures.map((value) => ({ value, label: t(`tenures.${value}`) }))} />
      <Lease />
      <SupplierField name="supplierId" label={t('fields.supplierId')} optional />
      <DateField name="purchasedOn" label={t('fields.purchasedOn')} optional />
      <DateField name="warrantyUntil" label={t('fields.warrantyUntil')} optional />
      <PriceField name="priceCents" label={t('form.priceLabel')} help={t('form.price')} />
      <TextAreaField name="note" label={t('fields.note')} help={t('form.note')} optional maxLength={2000} />
    </Form>
  );
};
