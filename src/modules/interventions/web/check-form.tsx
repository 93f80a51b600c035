import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DeviceField } from '../../../web/device-field.tsx';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { ZoneField } from '../../../web/zone-field.tsx';
import { CheckInput, checkRules, checkUnits, isTooOften } from '../check.ts';
import { todayHere } from './parts.tsx';
import { type Check, checkQuery, useRefreshInterventions } from './queries.ts';

/** The interval is asked for as a number beside its unit; without a number, the rule counts. */
const Asked = z
  .looseObject({ amount: z.int().min(1).max(120).optional(), unit: z.enum(checkUnits) })
  .and(CheckInput.omit({ every: true }).loose())
  .refine(({ amount, unit }) => !amount || !isTooOften({ amount, unit }), { message: 'tooOften', path: ['amount'] });

const told = ['title', 'rule', 'ownerId', 'deviceId', 'resourceId', 'zoneId', 'supplierId', 'firstOn', 'note'] as const;
const fieldsOf = (check: Check) => ({ ...Object.fromEntries(told.map((key) => [key, check[key]])), amount: check.every?.amount, unit: check.every?.unit ?? 'month' });

/** Something to be checked again and again: a new one, or one that was entered here and changes. */
const CheckForm = ({ check }: { check?: Check }) => {
  const { t } = useTranslation(['interventions', 'deadlines', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshInterventions(centre.id);
  const list = `/c/${centre.slug}/interventions/checks`;
  const params = { path: { organizationId: centre.id, id: check?.id ?? '' } };
  const form = useForm({
    schema: Asked,
    domain: 'interventions',
    draft: `check/${check?.id ?? `new/${centre.id}`}`,
    initial: check ? fieldsOf(check) : { title: '', rule: 'alarmsChecked', unit: 'month', firstOn: todayHere() },
    version: check?.version,
    save: async ({ amount, unit, ...values }, { version }) => {
      // What it is called, and whose it is by their role, is not asked here, and stays.
      const body = { ...(check ? { nature: check.nature, ownerRole: check.ownerRole } : {}), ...values, ...(amount ? { every: { amount, unit } } : {}) } as never;
      await (check
        ? unwrap(api.PUT('/organizations/{organizationId}/recurringChecks/{id}', { params, headers: ifMatch(version!), body }))
        : unwrap(api.POST('/organizations/{organizationId}/recurringChecks', { params, body })));
    },
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/recurringChecks/{id}', { params }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      void navigate({ to: list });
    },
  });
  return (
    <Form form={form} submit={t(check ? 'shell:save' : 'shell:add')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
      <TextField name="title" label={t('fields.title')} maxLength={200} />
      <SelectField name="rule" label={t('fields.rule')} options={checkRules.map((value) => ({ value, label: t(`deadlines:rules.${value}`) }))} />
      <NumberField name="amount" label={t('fields.everyAmount')} help={t('checks.everyHelp')} optional />
      <SelectField name="unit" label={t('fields.everyUnit')} options={checkUnits.map((value) => ({ value, label: t(`checks.units.${value}`) }))} />
      <DateField name="firstOn" label={t('fields.firstOn')} />
      {may('inventory.read') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
      {may('resource.read') && <ResourceField name="resourceId" label={t('fields.resourceId')} optional />}
      {may('premises.read') && <ZoneField name="zoneId" label={t('fields.zoneId')} optional />}
      {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} optional />}
      {may('person.read') && <PersonField name="ownerId" label={t('fields.ownerId')} optional />}
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

export const NewCheckPage = () => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  return (
    <Page title={t('checks.add')} lead={t('checks.addLead')} back={{ to: `/c/${centre.slug}/interventions/checks`, label: t('checks.title') }}>
      <CheckForm />
    </Page>
  );
};

export const EditCheckPage = () => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const { checkId: id = '' } = useParams({ strict: false }) as { checkId?: string };
  const query = useQuery(checkQuery(centre.id, id));
  return (
    <Page title={query.data?.title ?? t('checks.edit')} lead={t('checks.editLead')} back={{ to: `/c/${centre.slug}/interventions/checks`, label: t('checks.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && <CheckForm check={query.data} />}
    </Page>
  );
};
