import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierInput, supplierKinds } from '../supplier.ts';
import { type Supplier, useRefreshSuppliers } from './queries.ts';

const fieldsOf = (supplier: Supplier) => Object.fromEntries(Object.keys(SupplierInput.shape).map((key) => [key, supplier[key as keyof Supplier]]));

/** A new firm, or what is known of one. */
export const SupplierForm = ({ supplier, onDone }: { supplier?: Supplier; onDone?: () => void }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers(centre.id);
  const list = `/c/${centre.slug}/suppliers`;
  const path = { organizationId: centre.id, id: supplier?.id ?? '' };
  const form = useForm({
    schema: SupplierInput,
    domain: 'suppliers',
    draft: `supplier/${supplier?.id ?? `new/${centre.id}`}`,
    record: supplier && { register: 'supplier', id: supplier.id },
    initial: supplier ? fieldsOf(supplier) : { processor: false },
    version: supplier?.version,
    save: (values, { patch, version }) =>
      supplier
        ? unwrap(api.PATCH('/organizations/{organizationId}/suppliers/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/suppliers', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Supplier) => {
      void refresh();
      onDone?.();
      if (!supplier) void navigate({ to: `${list}/${saved.id}` });
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
    <Form form={form} submit={t(supplier ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <SelectField name="kind" label={t('fields.kind')} help={t('form.kindHelp')} options={supplierKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <CheckField name="processor" label={t('form.processor')} help={t('form.processorHelp')} />
      <TextField name="enterpriseNumber" label={t('fields.enterpriseNumber')} help={t('form.enterpriseNumberHelp')} optional inputMode="numeric" />
      <TextAreaField name="address" label={t('fields.address')} optional maxLength={300} />
      <TextField name="email" label={t('fields.email')} type="email" optional />
      <TextField name="phone" label={t('fields.phone')} type="tel" optional />
      <TextField name="supportEmail" label={t('fields.supportEmail')} help={t('form.supportHelp')} type="email" optional />
      <TextField name="supportPhone" label={t('fields.supportPhone')} type="tel" optional />
      {supplier && <DateField name="endedOn" label={t('fields.endedOn')} help={t('form.endedHelp')} optional />}
      <TextAreaField name="note" label={t('fields.note')} help={t('form.noteHelp')} optional maxLength={2000} />
    </Form>
  );
};
