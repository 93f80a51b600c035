import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { SupplierContractInput } from '../supplier.ts';
import { ClausesField } from './clauses-field.tsx';
import { type Contract, useRefreshSuppliers } from './queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (contract: Contract) => Object.fromEntries(Object.keys(SupplierContractInput.shape).map((key) => [key, contract[key as keyof Contract]]));

/** A new contract, or what is known of one; `from` is the contract that a new one renews: its clauses stand, to be checked again. */
export const ContractForm = ({ contract, supplierId, from, onDone }: { contract?: Contract; supplierId?: string | undefined; from?: Contract | undefined; onDone?: () => void }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers(centre.id);
  const base = `/c/${centre.slug}/suppliers`;
  const path = { organizationId: centre.id, id: contract?.id ?? '' };
  const form = useForm({
    schema: SupplierContractInput,
    domain: 'suppliers',
    draft: `supplierContract/${contract?.id ?? `new/${supplierId ?? from?.id ?? centre.id}`}`,
    record: contract && { register: 'supplierContract', id: contract.id },
    initial: contract
      ? fieldsOf(contract)
      : from
        ? { supplierId: from.supplierId, title: from.title, clauses: from.clauses, coversPeople: from.coversPeople, start: from.end ? addDays(from.end, 1) : '' }
        : { supplierId: supplierId ?? '', clauses: [], coversPeople: false },
    version: contract?.version,
    save: (values, { patch, version }) =>
      contract
        ? unwrap(api.PATCH('/organizations/{organizationId}/supplierContracts/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/supplierContracts', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/supplierContracts/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Contract) => {
      void refresh();
      onDone?.();
      if (!contract) void navigate({ to: `${base}/contracts/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={supplierId ? `${base}/${supplierId}` : base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t(contract ? 'shell:save' : 'shell:add')} cancel={cancel} wide>
      {!contract && !supplierId && !from && <SupplierField name="supplierId" label={t('fields.supplierId')} />}
      <TextField name="title" label={t('fields.title')} help={t('form.titleHelp')} maxLength={200} />
      <TextField name="reference" label={t('fields.reference')} optional maxLength={80} />
      <DateField name="start" label={t('fields.start')} />
      <DateField name="end" label={t('fields.end')} help={t('form.endHelp')} optional />
      <ClausesField name="clauses" />
      <CheckField name="coversPeople" label={t('form.coversPeople')} help={t('form.coversPeopleHelp')} />
      <DateField name="checkedOn" label={t('fields.checkedOn')} help={t('form.checkedHelp')} optional max={todayHere()} />
      <PersonField name="checkedById" label={t('fields.checkedById')} optional />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
    </Form>
  );
};
