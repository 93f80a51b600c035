import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DeviceField } from '../../../web/device-field.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { MaintenanceInput } from '../maintenance.ts';
import { todayHere } from './parts.tsx';
import { firmContractsQuery, type Maintenance, maintenanceQuery, useRefreshInterventions } from './queries.ts';

/** The contracts of the firm that is chosen. */
const ContractField = () => {
  const { t } = useTranslation('interventions');
  const form = useFormContext();
  const firm = form.get('supplierId') as string | undefined;
  const contracts = useQuery({ ...firmContractsQuery(useCentre().id, firm ?? ''), enabled: Boolean(firm) }).data?.items ?? [];
  if (!firm) return null;
  return <SelectField name="contractId" label={t('fields.contractId')} help={t('maintenance.contractHelp')} optional options={contracts.map(({ id, title }) => ({ value: id, label: title }))} />;
};

const substance = ['supplierId', 'contractId', 'subject', 'means', 'origin', 'supervision', 'resourceId', 'deviceId', 'start', 'end'] as const;
const fieldsOf = (agreement: Maintenance) => Object.fromEntries(substance.map((key) => [key, agreement[key]]));

/** What is asked for: a new one, one that is changed before all three have agreed, or one that follows another (`from`). */
const MaintenanceForm = ({ agreement, from, firm }: { agreement?: Maintenance; from?: Maintenance | undefined; firm?: string | undefined }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshInterventions(centre.id);
  const list = `/c/${centre.slug}/interventions/maintenance`;
  const params = { path: { organizationId: centre.id, id: agreement?.id ?? '' } };
  const form = useForm({
    schema: MaintenanceInput,
    domain: 'interventions',
    draft: `remoteMaintenance/${agreement?.id ?? `new/${from?.id ?? firm ?? centre.id}`}`,
    initial: agreement
      ? fieldsOf(agreement)
      : from
        ? { ...fieldsOf(from), start: from.end && from.end >= todayHere() ? addDays(from.end, 1) : todayHere(), end: undefined }
        : { supplierId: firm ?? '', subject: '', means: '', origin: '', supervision: '', start: todayHere() },
    version: agreement?.version,
    save: async (body, { version }): Promise<{ id: string }> => {
      if (!agreement) return unwrap(api.POST('/organizations/{organizationId}/remoteMaintenances', { params, body }));
      await unwrap(api.PUT('/organizations/{organizationId}/remoteMaintenances/{id}', { params, headers: ifMatch(version!), body }));
      return { id: agreement.id };
    },
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/remoteMaintenances/{id}', { params }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: ({ id }) => {
      void refresh();
      void navigate({ to: `${list}/${id}` });
    },
  });
  return (
    <Form form={form} submit={t(agreement ? 'shell:save' : 'maintenance.ask')} cancel={<Link to={agreement ? `${list}/${agreement.id}` : list}>{t('shell:cancel')}</Link>}>
      <SupplierField name="supplierId" label={t('fields.supplierId')} />
      <ContractField />
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      <TextField name="means" label={t('fields.means')} help={t('maintenance.meansHelp')} maxLength={200} />
      <TextField name="origin" label={t('fields.origin')} help={t('maintenance.originHelp')} maxLength={200} />
      <TextAreaField name="supervision" label={t('fields.supervision')} help={t('maintenance.supervisionHelp')} maxLength={300} />
      {may('resource.read') && <ResourceField name="resourceId" label={t('fields.resourceId')} optional />}
      {may('inventory.read') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
      <DateField name="start" label={t('fields.start')} />
      <DateField name="end" label={t('fields.end')} help={t('maintenance.endHelp')} optional />
    </Form>
  );
};

/** Asking for an agreement: of nothing, of a firm that connected without one, or after one that ends. */
export const NewMaintenancePage = () => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const { firm, from } = useSearch({ strict: false }) as { firm?: string; from?: string };
  const before = useQuery({ ...maintenanceQuery(centre.id, from ?? ''), enabled: from !== undefined }).data;
  return (
    <Page title={t('maintenance.ask')} lead={t('maintenance.askLead')} back={{ to: `/c/${centre.slug}/interventions/maintenance`, label: t('maintenance.title') }}>
      {(from === undefined || before) && <MaintenanceForm from={before} firm={firm} />}
    </Page>
  );
};

export const EditMaintenancePage = () => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const { maintenanceId: id = '' } = useParams({ strict: false }) as { maintenanceId?: string };
  const query = useQuery(maintenanceQuery(centre.id, id));
  return (
    <Page title={t('maintenance.edit')} lead={t('maintenance.editLead')} back={{ to: `/c/${centre.slug}/interventions/maintenance/${id}`, label: query.data?.subject ?? t('maintenance.one') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && <MaintenanceForm agreement={query.data} />}
    </Page>
  );
};
