import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { disposalStates, isLate } from '../disposal.ts';
import type { WayOut } from '../way-out.ts';
import { InventoryTabs } from './parts.tsx';
import { todayHere } from './today-here.ts';
import './disposals.css';
import './late.css';

/** Devices that left with data on them, or are out for repair with them: those that nobody answered for stand out. */
const Departures = () => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const path = { organizationId: centre.id };
  const first = useQuery({
    queryKey: ['inventories', centre.id, 'departed'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/deviceDepartures', { params: { path, query: { pageSize: 1 } }, signal })),
  });
  if (first.data?.total === 0)
    return (
      <section aria-labelledby="departures">
        <h2 id="departures">{t('departures.title')}</h2>
        <p className="quiet">{t('departures.none')}</p>
      </section>
    );
  return (
    <section aria-labelledby="departures">
      <h2 id="departures">{t('departures.title')}</h2>
      <p className="quiet">{t('departures.lead')}</p>
      <RecordList
        caption={t('departures.title')}
        queryKey={['inventories', centre.id, 'departures']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/deviceDepartures', { params: { path, query: { ...query, sort: '-on' } }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), cell: (device) => <Link to={`/c/${centre.slug}/inventories/devices/${device.id}`}>{`${device.name} (${device.number})`}</Link> },
          { key: 'way', header: t('fields.how'), cell: (device) => t(`waysOut.${device.way as WayOut}`) },
          { key: 'on', header: t('departures.on'), cell: (device) => shortDate(device.on) },
          { key: 'to', header: t('departures.to'), cell: (device) => device.to },
          { key: 'covering', header: t('fields.answer'), cell: (device) => <span className={device.covering === 'none' ? 'late' : undefined}>{t(`coverings.${device.covering}`)}</span> },
        ]}
        empty={{ title: t('departures.none'), text: '' }}
      />
    </section>
  );
};

/** The disposals of a centre, and what left it with data on it. */
export const DisposalsPage = () => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inventories/disposals`;
  const path = { organizationId: centre.id };
  const day = todayHere();
  const add = may('inventory.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('disposals.add')}
    </Link>
  );
  return (
    <Page
      title={t('disposals.title')}
      lead={t('disposals.lead')}
      actions={
        <>
          {add}
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/disposalRegister?format=${format}`} download>
              {t('disposals.register', { format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format] })}
            </a>
          ))}
        </>
      }
    >
      <InventoryTabs />
      <div className="chapters">
        <section aria-label={t('disposals.title')}>
          <RecordList
            caption={t('disposals.title')}
            queryKey={['inventories', centre.id, 'disposals']}
            load={({ sort, ...query }, signal) => unwrap(api.GET('/organizations/{organizationId}/disposals', { params: { path, query: { sort: sort ?? '-plannedOn', ...query } }, signal }))}
            columns={[
              { key: 'title', header: t('fields.title'), sort: 'title', cell: (disposal) => <Link to={`${base}/${disposal.id}`}>{disposal.title}</Link> },
              { key: 'devices', header: t('fields.items'), cell: (disposal) => t('disposals.count', { count: disposal.devices }) },
              { key: 'who', header: t('disposals.who'), cell: (disposal) => disposal.supplierName ?? disposal.carrier },
              {
                key: 'plannedOn',
                header: t('disposals.day'),
                sort: 'plannedOn',
                cell: (disposal) => (
                  <>
                    {shortDate(disposal.carriedOn ?? disposal.plannedOn)}
                    {!disposal.carriedOn && !disposal.cancelledOn && <span className="disposal-planned">, {t('disposals.planned')}</span>}
                  </>
                ),
              },
              {
                key: 'state',
                header: t('disposals.stands'),
                cell: (disposal) =>
                  isLate(disposal, day) ? <span className="late">{`${t(`disposalStates.${disposal.state}`)}, ${t('disposals.late')}`}</span> : t(`disposalStates.${disposal.state}`),
              },
            ]}
            filters={[{ name: 'state', label: t('fields.state'), options: disposalStates.map((value) => ({ value, label: t(`disposalStates.${value}`) })) }]}
            empty={{ title: t('disposals.none'), text: t('disposals.noneText'), actions: add }}
          />
        </section>
        <Departures />
      </div>
    </Page>
  );
};
