import { useTranslation } from 'react-i18next';
import { DeviceField } from '../../../web/device-field.tsx';
import { CheckField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { ZoneField } from '../../../web/zone-field.tsx';
import { natures } from '../intervention.ts';
import { AgreementField } from './session-fields.tsx';

/** What an intervention is about, and who comes. Lists that this reader may not see are not offered. */
export const AboutFields = ({ past = false }: { past?: boolean }) => {
  const { t } = useTranslation('interventions');
  const may = useMay();
  return (
    <>
      <SelectField name="nature" label={t('fields.nature')} options={natures.map((value) => ({ value, label: t(`natures.${value}`) }))} />
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      <TextAreaField name="reason" label={t('fields.reason')} help={t('form.reasonHelp')} optional maxLength={4000} />
      {may('inventory.read') && <DeviceField name="deviceId" label={t('fields.deviceId')} optional />}
      {may('resource.read') && <ResourceField name="resourceId" label={t('fields.resourceId')} optional />}
      {may('premises.read') && <ZoneField name="zoneId" label={t('fields.zoneId')} optional />}
      {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} optional />}
      {may('person.read') && <PersonField name="byPersonId" label={t('fields.byPersonId')} optional />}
      <TextField name="byNames" label={t('fields.byNames')} help={t('form.byNamesHelp')} optional maxLength={300} />
      <CheckField name="remote" label={t('fields.remote')} help={t('form.remoteHelp')} />
      <AgreementField past={past} />
    </>
  );
};

/** When it is to be, and whether it can wait. */
export const PlanFields = () => {
  const { t } = useTranslation('interventions');
  return (
    <>
      <DateField name="plannedOn" label={t('fields.plannedOn')} optional />
      <TextField name="plannedTime" label={t('fields.plannedTime')} help={t('form.timeHelp')} optional />
      <CheckField name="urgent" label={t('fields.urgent')} help={t('form.urgentHelp')} />
    </>
  );
};
