import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addMonths } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { ProtectionInput, protectionKinds } from '../protection.ts';
import { todayHere } from './parts.tsx';
import { type Protection, useRefreshPremises, zonesQuery } from './queries.ts';

const fieldsOf = (one: Protection) => Object.fromEntries(Object.keys(ProtectionInput.shape).map((name) => [name, one[name as keyof Protection]]));

/** A new protection, or what is known of one. */
export const ProtectionForm = ({ of, onDone }: { of?: Protection; onDone?: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const zones = useQuery(zonesQuery(centre.id)).data?.items ?? [];
  const list = `/c/${centre.slug}/premises/protections`;
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: ProtectionInput,
    domain: 'premises',
    draft: `protection/${of?.id ?? `new/${centre.id}`}`,
    initial: of ? fieldsOf(of) : { kind: 'extinguisher', quantity: 1, everyMonths: 12, firstCheckOn: addMonths(todayHere(), 12) },
    version: of?.version,
    save: (values, { patch, version }) =>
      of
        ? unwrap(api.PATCH('/organizations/{organizationId}/protections/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/protections', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/protections/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Protection) => {
      void refresh();
      onDone?.();
      if (!of) void navigate({ to: `${list}/${saved.id}` });
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
    <Form form={form} submit={t(of ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <SelectField name="zoneId" label={t('fields.zoneId')} options={zones.map(({ id, name, building }) => ({ value: id, label: [name, building].filter(Boolean).join(', ') }))} />
      <SelectField name="kind" label={t('fields.kind')} options={protectionKinds.map((value) => ({ value, label: t(`protectionKinds.${value}`) }))} />
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <TextField name="place" label={t('fields.place')} help={t('protections.placeHelp')} optional maxLength={200} />
      <NumberField name="quantity" label={t('fields.quantity')} />
      {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} help={t('protections.firmHelp')} optional />}
      <DateField name="installedOn" label={t('fields.installedOn')} optional />
      <NumberField name="everyMonths" label={t('fields.everyMonths')} help={t('protections.everyHelp')} optional />
      <DateField name="firstCheckOn" label={t('fields.firstCheckOn')} optional />
      <TextAreaField name="note" label={t('fields.note')} help={t('keys.noteHelp')} optional maxLength={1000} />
      {of && <DateField name="retiredOn" label={t('fields.retiredOn')} optional />}
    </Form>
  );
};
