import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DeviceField } from '../../../web/device-field.tsx';
import { CheckField, ChoiceField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { backupKinds, backupMethods, BackupPlanInput } from '../backup.ts';
import { KnownField, TimesField, WeekdaysField } from './parts.tsx';
import { type BackupPlan, useRefreshContinuity } from './queries.ts';

const fieldsOf = (plan: BackupPlan) => Object.fromEntries(Object.keys(BackupPlanInput.shape).map((key) => [key, plan[key as keyof BackupPlan]]));

/** What a link to this form already knows: of what the backup is. */
type Known = { resourceId?: string; name?: string; kind?: string };

/** A new backup, or what is known of one. */
export const BackupPlanForm = ({ plan, onDone }: { plan?: BackupPlan; onDone?: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const may = useMay();
  const refresh = useRefreshContinuity(centre.id);
  const base = `/c/${centre.slug}/continuity`;
  const path = { organizationId: centre.id, id: plan?.id ?? '' };
  const { resourceId, name, kind } = useSearch({ strict: false }) as Known;
  const known = plan ? {} : { resourceId, name, kind: backupKinds.find((one) => one === kind) };
  const form = useForm({
    schema: BackupPlanInput,
    domain: 'continuity',
    draft: `backupPlan/${plan?.id ?? `new/${centre.id}`}`,
    record: plan && { register: 'backupPlan', id: plan.id },
    initial: plan ? fieldsOf(plan) : { weekdays: [1, 2, 3, 4, 5], times: ['22:00'], coveredIds: [], onHolidays: true, mirror: false, ...known },
    version: plan?.version,
    save: (values, { patch, version }) =>
      plan
        ? unwrap(api.PATCH('/organizations/{organizationId}/backupPlans/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/backupPlans', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/backupPlans/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: BackupPlan) => {
      void refresh();
      onDone?.();
      if (!plan) void navigate({ to: `${base}/backups/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t(plan ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <TextField name="name" label={t('fields.name')} help={t('form.nameHelp')} maxLength={120} />
      <SelectField name="kind" label={t('fields.kind')} options={backupKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextAreaField name="what" label={t('fields.what')} help={t('form.whatHelp')} maxLength={1000} />
      {may('inventory.read') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
      {may('resource.read') && (
        <>
          <ResourceField name="resourceId" label={t('fields.resourceId')} optional />
          <RowsField name="coveredIds" label={t('fields.coveredIds')} help={t('form.coveredHelp')} add={t('form.addCovered')} fresh="">
            {(path) => <ResourceField name={path} label={t('fields.resourceId')} />}
          </RowsField>
        </>
      )}
      <ChoiceField name="method" label={t('fields.method')} options={backupMethods.map((value) => ({ value, label: t(`methods.${value}`) }))} />
      <WeekdaysField name="weekdays" label={t('fields.weekdays')} />
      <TimesField name="times" label={t('fields.times')} help={t('form.timesHelp')} />
      <CheckField name="onHolidays" label={t('fields.onHolidays')} />
      <TextField name="place" label={t('fields.place')} help={t('form.placeHelp')} maxLength={300} />
      <TextField name="offSite" label={t('fields.offSite')} help={t('form.offSiteHelp')} optional maxLength={300} />
      <CheckField name="mirror" label={t('fields.mirror')} help={t('form.mirrorHelp')} />
      <KnownField name="encrypted" label={t('fields.encrypted')} />
      <NumberField name="keptDays" label={t('fields.keptDays')} help={t('form.keptHelp')} optional />
      <PersonField name="personId" label={t('fields.personId')} help={t('form.personHelp')} optional />
      {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} optional />}
      <DateField name="scheduledSince" label={t('fields.scheduledSince')} help={t('form.sinceHelp')} optional />
      {plan && <DateField name="endedOn" label={t('fields.endedOn')} optional />}
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
    </Form>
  );
};

export const NewBackupPlanPage = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/continuity`, label: t('title') }}>
      <BackupPlanForm />
    </Page>
  );
};
