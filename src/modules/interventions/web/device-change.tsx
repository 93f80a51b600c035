import { useTranslation } from 'react-i18next';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { KnownField } from '../../../web/known-field.tsx';
import { useMay } from '../../../web/session.ts';
import { ZoneField } from '../../../web/zone-field.tsx';
import './interventions.css';

/** What changed on the device, folded: most interventions change nothing that the inventory keeps. */
export const DeviceChangeFields = () => {
  const { t } = useTranslation('interventions');
  const may = useMay();
  if (!may('inventory.write')) return null;
  return (
    <details className="field">
      <summary>{t('acts.deviceChange')}</summary>
      <div className="device-change">
        <p className="field-help">{t('acts.deviceText')}</p>
        <TextField name="device.operatingSystem" label={t('acts.device.operatingSystem')} optional maxLength={120} />
        <DateField name="device.systemSupportUntil" label={t('acts.device.systemSupportUntil')} optional />
        <KnownField name="device.encrypted" label={t('acts.device.encrypted')} blank="–" />
        <KnownField name="device.antivirus" label={t('acts.device.antivirus')} blank="–" />
        <TextField name="device.serial" label={t('acts.device.serial')} optional maxLength={80} />
        {may('premises.read') && <ZoneField name="device.zoneId" label={t('acts.device.zoneId')} optional />}
        <SelectField name="device.repair" label={t('acts.device.repair')} optional options={(['out', 'back'] as const).map((value) => ({ value, label: t(`acts.device.${value}`) }))} />
      </div>
    </details>
  );
};
