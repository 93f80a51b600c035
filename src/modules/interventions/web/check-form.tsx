import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { DeviceField } from '../../../web/device-field.tsx';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { CheckInput, checkRules, checkUnits } from '../check.ts';
import { todayHere } from './parts.tsx';
import { useRefreshInterventions } from './queries.ts';

/** The interval is asked for as a number beside its unit; without a number, the rule counts. */
const Asked = z.looseObject({ amount: z.int().min(1).max(120).optional(), unit: z.enum(checkUnits) }).and(CheckInput.omit({ every: true }).loose());

/** Something to be checked again and again. */
export const NewCheckPage = () => {
  const { t } = useTranslation(['interventions', 'deadlines', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshInterventions(centre.id);
  const list = `/c/${centre.slug}/interventions/checks`;
  const form = useForm({
    schema: Asked,
    domain: 'interventions',
    draft: `check/new/${centre.id}`,
    initial: { title: '', rule: 'alarmsChecked', unit: 'month', firstOn: todayHere() },
    save: ({ amount, unit, ...check }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/recurringChecks', { params: { path: { organizationId: centre.id } }, body: { ...check, ...(amount ? { every: { amount, unit } } : {}) } as never }),
      ),
    onSaved: () => {
      void refresh();
      void navigate({ to: list });
    },
  });
  return (
    <Page title={t('checks.add')} lead={t('checks.addLead')} back={{ to: list, label: t('checks.title') }}>
      <Form form={form} submit={t('shell:add')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
        <TextField name="title" label={t('fields.title')} maxLength={200} />
        <SelectField name="rule" label={t('fields.rule')} options={checkRules.map((value) => ({ value, label: t(`deadlines:rules.${value}`) }))} />
        <NumberField name="amount" label={t('fields.everyAmount')} help={t('checks.everyHelp')} optional />
        <SelectField name="unit" label={t('fields.everyUnit')} options={checkUnits.map((value) => ({ value, label: t(`checks.units.${value}`) }))} />
        <DateField name="firstOn" label={t('fields.firstOn')} />
        {may('inventory.read') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
        {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} optional />}
        {may('person.read') && <PersonField name="ownerId" label={t('fields.ownerId')} optional />}
        <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
      </Form>
    </Page>
  );
};
