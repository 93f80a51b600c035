import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { TeleworkTabs } from './parts.tsx';

/** Devices that may leave the centre: protected or not, checked when, and where they are. */
export const TeleworkDevicesPage = () => {
  const { t } = useTranslation('telework');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/telework/devices`;
  const path = { organizationId: centre.id };
  const add = may('telework.equip') && (
    <Link to={`${base}/new`} className="button primary">
      {t('devices.add')}
    </Link>
  );
  return (
    <Page title={t('devices.title')} lead={t('devices.lead')} actions={add}>
      <TeleworkTabs />
      <RecordList
        caption={t('devices.title')}
        queryKey={['telework', centre.id, 'devices', 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/teleworkDevices/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/teleworkDevices', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (device) => <Link to={`${base}/${device.id}`}>{device.name}</Link> },
          { key: 'kind', header: t('fields.kind'), cell: (device) => t(`deviceKinds.${device.kind}`) },
          { key: 'serial', header: t('fields.serial'), cell: (device) => device.serial },
          {
            key: 'encrypted',
            header: t('fields.encrypted'),
            cell: (device) => (device.encrypted ? t('document.yes') : ['laptop', 'desktop', 'phone'].includes(device.kind) ? <b className="late">{t('devices.notEncrypted')}</b> : ''),
          },
          { key: 'checked', header: t('fields.checkedOn'), sort: 'checked', cell: (device) => (device.checkedOn ? shortDate(device.checkedOn) : t('devices.never')) },
          {
            key: 'where',
            header: t('fields.where'),
            cell: (device) => (device.isOut && device.holderName && device.outSince ? t('devices.withWhom', { name: device.holderName, date: shortDate(device.outSince) }) : t('devices.inside')),
          },
        ]}
        filters={[
          {
            name: 'state',
            label: t('fields.state'),
            options: [
              { value: 'out', label: t('devices.outside') },
              { value: 'in', label: t('devices.inside') },
              { value: 'unencrypted', label: t('devices.unencrypted') },
              { value: 'retired', label: t('devices.retired') },
            ],
          },
          { name: 'text', label: t('fields.name'), secret: true },
        ]}
        exportAddress={`/organizations/${centre.id}/teleworkDevices/export`}
        empty={{ title: t('devices.emptyTitle'), text: t('devices.emptyText'), actions: add }}
      />
    </Page>
  );
};
