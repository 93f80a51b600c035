import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { TeleworkTabs } from './parts.tsx';

/** Devices of the inventory that may leave the centre: protected or not, checked when, and where they are. */
export const TeleworkDevicesPage = () => {
  const { t } = useTranslation('telework');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const inventory = `/c/${centre.slug}/inventories`;
  const path = { organizationId: centre.id };
  return (
    <Page title={t('devices.title')} lead={`${t('devices.lead')} ${t('devices.register')}`}>
      <TeleworkTabs />
      <RecordList
        caption={t('devices.title')}
        queryKey={['telework', centre.id, 'devices', 'list']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/teleworkDevices', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (device) => <Link to={`${inventory}/devices/${device.id}`}>{device.name}</Link> },
          { key: 'serial', header: t('fields.serial'), cell: (device) => device.serial },
          {
            key: 'encrypted',
            header: t('fields.encrypted'),
            cell: (device) => (device.encrypted ? t('document.yes') : ['laptop', 'desktop', 'tablet', 'phone'].includes(device.kind) ? <b className="late">{t('devices.notEncrypted')}</b> : ''),
          },
          { key: 'checked', header: t('fields.checkedOn'), sort: 'checked', cell: (device) => (device.checkedOn ? shortDate(device.checkedOn) : t('devices.never')) },
          {
            key: 'where',
            header: t('fields.where'),
            cell: (device) => (device.holderName && device.outSince ? t('devices.withWhom', { name: device.holderName, date: shortDate(device.outSince) }) : t('devices.inside')),
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
            ],
          },
        ]}
        empty={{
          title: t('devices.emptyTitle'),
          text: t('devices.emptyText'),
          actions: (
            <Link to={inventory} className="button primary">
              {t('devices.toInventory')}
            </Link>
          ),
        }}
      />
    </Page>
  );
};
