import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { askedKinds, computers, type DeviceKind, deviceStates, lacks, removableMedia } from '../device.ts';
import { InventoryTabs, Where } from './parts.tsx';
import { overviewQuery, placesQuery } from './queries.ts';

/** How many devices there are and what they lack, in sentences. */
const Lead = () => {
  const { t } = useTranslation('inventories');
  const query = useQuery(overviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { records, devices, out, encryption, support, place } = query.data;
  if (devices === 0) return <>{t('lead')}</>;
  const wanting = [encryption > 0 && t('sums.encryption', { count: encryption }), support > 0 && t('sums.support', { count: support }), place > 0 && t('sums.place', { count: place })].filter(Boolean);
  return (
    <>
      {records === devices ? t('sums.devices', { count: devices }) : t('sums.lots', { records, count: devices })}, {t('sums.out', { count: out })}{' '}
      {wanting.length > 0 ? <b>{`${wanting.join(' ; ')}.`}</b> : t('sums.good')}
    </>
  );
};

/** The devices of a centre. */
export const DevicesPage = () => {
  const { t } = useTranslation('inventories');
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inventories`;
  const path = { organizationId: centre.id };
  const places = useQuery(placesQuery(centre.id)).data?.items ?? [];
  const add = may('inventory.write') && (
    <>
      <Link to={`${base}/devices/new`} className="button primary">
        {t('add')}
      </Link>
      <Link to={`${base}/import`} className="button">
        {t('import.open')}
      </Link>
      <Link to={`${base}/labels`} className="button">
        {t('labels.open')}
      </Link>
    </>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={add}>
      <InventoryTabs />
      <RecordList
        caption={t('devices')}
        queryKey={['inventories', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/devices/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/devices', { params: { path, query }, signal }),
          )
        }
        columns={[
          {
            key: 'name',
            header: t('fields.name'),
            sort: 'name',
            cell: (device) => (
              <>
                <Link to={`${base}/devices/${device.id}`}>{device.name}</Link>
                {device.quantity > 1 && <span className="quiet"> × {number(device.quantity)}</span>}
              </>
            ),
          },
          { key: 'number', header: t('fields.number'), sort: 'number', end: true, cell: (device) => number(device.number) },
          { key: 'kind', header: t('fields.kind'), sort: 'kind', cell: (device) => t(`kinds.${device.kind}`) },
          { key: 'what', header: t('columns.what'), cell: (device) => [device.brand, device.model].filter(Boolean).join(' ') },
          { key: 'where', header: t('columns.where'), cell: (device) => <Where device={device} /> },
          {
            key: 'encrypted',
            header: t('columns.protection'),
            cell: (device) =>
              device.holdsData &&
              [...computers, ...removableMedia].includes(device.kind as DeviceKind) &&
              (device.encrypted ? t('yes') : <span className={device.encrypted === false ? 'late' : 'quiet'}>{t(device.encrypted === false ? 'no' : 'unknown')}</span>),
          },
          { key: 'counted', header: t('fields.countedOn'), sort: 'countedOn', cell: (device) => device.countedOn && shortDate(device.countedOn) },
        ]}
        filters={[
          { name: 'text', label: t('fields.text'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: askedKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          ...(places.length > 0
            ? [{ name: 'zoneId', label: t('fields.zoneId'), options: places.map(({ id, name, building }) => ({ value: id, label: [name, building].filter(Boolean).join(', ') })) }]
            : []),
          { name: 'lacks', label: t('fields.lacks'), options: lacks.map((value) => ({ value, label: t(`lacks.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: deviceStates.map((value) => ({ value, label: t(`states.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/devices/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
