import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { computers, type DeviceKind, type Lack, removableMedia } from '../device.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export type DeviceFilters = {
  kind?: string;
  number?: number;
  holderId?: string;
  personId?: string;
  serviceId?: string;
  zoneId?: string;
  supplierId?: string;
  portable?: string;
  state?: string;
  lacks?: string;
  text?: string;
};

const of = (kinds: readonly DeviceKind[]) => sql.raw<boolean>(`d.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`);
const ofComputers = of(computers);
const ofCarriers = of([...computers, ...removableMedia]);

/** The last movement of device `d` on or before a day. */
const last = (column: string, day: string) =>
  sql`(SELECT ${sql.raw(column)} FROM device_movement m WHERE m.organization_id = d.organization_id AND m.device_id = d.id AND m.moved_on <= ${day} ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)`;
const isOut = (day: string) => sql<boolean>`coalesce(${last("m.direction = 'out'", day)}, false)`;

/** What a device lacks, by the name of the filter; `since` is the day after which it should have been counted. */
export const lackSql = (lack: string, day: string, since: string) => {
  switch (lack) {
    case 'encryption':
      return sql<boolean>`(${ofCarriers} AND d.holds_data AND d.encrypted IS NOT TRUE)`;
    case 'support':
      return sql<boolean>`coalesce(d.system_support_until < ${day}, false)`;
    case 'warranty':
      return sql<boolean>`coalesce(d.warranty_until < ${day}, false)`;
    case 'place':
      return sql<boolean>`(d.person_id IS NULL AND d.zone_id IS NULL AND d.service_id IS NULL)`;
    case 'looked':
      return sql<boolean>`(${ofComputers} AND (d.antivirus IS NULL OR d.auto_lock IS NULL))`;
    case 'label':
      return sql<boolean>`(NOT EXISTS (SELECT FROM device_label l WHERE l.organization_id = d.organization_id AND l.device_id = d.id))`;
    case 'derogation':
      // Wi-Fi that is on, and that no derogation in force covers: for the device, for its person, for its place, or for the whole centre. Where the profile says that
      // the Wi-Fi is protected and for work, the policy admits the centre's own devices on it.
      return sql<boolean>`(coalesce(d.wifi = 'on', false) AND NOT EXISTS (SELECT FROM organization o WHERE o.id = d.organization_id AND o.profile ->> 'wifi' = 'protected')
        AND NOT EXISTS (SELECT FROM derogation g WHERE g.organization_id = d.organization_id AND g.kind = 'wifi' AND g.decision = 'agreed'
        AND g.starts_on <= ${day}::date AND coalesce(g.ended_on, g.ends_on) >= ${day}::date
        AND (g.device_id = d.id OR (g.device_id IS NULL AND (g.person_id = d.person_id OR g.zone_id = d.zone_id OR num_nonnulls(g.person_id, g.zone_id, g.resource_id) = 0)))))`;
    default:
      return sql<boolean>`(d.counted_on IS NULL OR d.counted_on < ${since})`;
  }
};

/** The devices that the filters leave, without what the list tells of each. */
export const matchingDevices = (tx: Tx, organizationId: string, filters: DeviceFilters, day: string, since: string): Listed => {
  let query = tx.selectFrom('device as d').where('d.organizationId', '=', organizationId) as Listed;
  if (filters.kind) query = query.where(filters.kind === 'removableMedia' ? of(removableMedia) : sql<boolean>`d.kind = ${filters.kind}`);
  for (const column of ['number', 'personId', 'serviceId', 'zoneId', 'supplierId'] as const) if (filters[column]) query = query.where(`d.${column}`, '=', filters[column]);
  if (filters.portable) query = query.where('d.portable', '=', filters.portable === 'true');
  if (filters.holderId)
    query = query.where(
      sql<boolean>`(d.person_id = ${filters.holderId} OR (d.id IN (SELECT h.device_id FROM device_movement h WHERE h.organization_id = ${organizationId} AND h.person_id = ${filters.holderId})
        AND ${isOut(day)} AND ${last('m.person_id', day)} = ${filters.holderId}))`,
    );
  // What left for good is shown to who asks for it, by its number too.
  if (filters.state || !filters.number) query = query.where('d.retiredOn', filters.state === 'retired' ? 'is not' : 'is', null);
  if (filters.state === 'out') query = query.where(isOut(day));
  if (filters.lacks) query = query.where(lackSql(filters.lacks, day, since));
  for (const word of filters.text ? searchText(filters.text).split(' ') : []) query = query.where('d.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

/** Devices with who has them, where they stand, and whether they are out of the building. What is told of each is asked for the rows of the page alone. */
export const listDevices = (tx: Tx, organizationId: string, filters: DeviceFilters, day: string, since: string): Listed => toldOf(matchingDevices(tx, organizationId, filters, day, since), day);

/** One device as the list tells it, also one that left. */
export const findDevice = (tx: Tx, organizationId: string, id: string, day: string) =>
  toldOf(tx.selectFrom('device as d').where('d.organizationId', '=', organizationId).where('d.id', '=', id) as Listed, day)
    .select(sql<boolean>`(d.retired_on IS NULL AND ${lackSql('derogation', day, day)})`.as('wifiUncovered'))
    .executeTakeFirst();

const toldOf = (query: Listed, day: string): Listed =>
  query.selectAll('d').select([
    sql<string | null>`(SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.organization_id = d.organization_id AND p.id = d.person_id)`.as('personName'),
    sql<string | null>`(SELECT s.name FROM service s WHERE s.organization_id = d.organization_id AND s.id = d.service_id)`.as('serviceName'),
    sql<string | null>`(SELECT concat_ws(', ', z.name, z.building) FROM zone z WHERE z.organization_id = d.organization_id AND z.id = d.zone_id)`.as('zoneName'),
    sql<string | null>`(SELECT s.name FROM supplier s WHERE s.organization_id = d.organization_id AND s.id = d.supplier_id)`.as('supplierName'),
    sql<Record<string, string> | null>`(SELECT CASE WHEN m.direction = 'out' THEN jsonb_strip_nulls(jsonb_build_object('why', m.why, 'since', m.moved_on, 'backBy', m.back_by,
        'name', coalesce(p.first_name || ' ' || p.last_name, s.name), 'personId', m.person_id)) END
        FROM device_movement m LEFT JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id AND m.why = 'lent'
        LEFT JOIN supplier s ON s.organization_id = m.organization_id AND s.id = m.supplier_id
        WHERE m.organization_id = d.organization_id AND m.device_id = d.id AND m.moved_on <= ${day} ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)`.as('away'),
  ]) as Listed;

export const deviceSorts: Sorts = {
  name: [sql`d.name COLLATE names`],
  number: [sql`d.number`],
  kind: [sql`d.kind`, sql`d.name COLLATE names`],
  purchasedOn: [sql`coalesce(d.purchased_on, '0001-01-01')`],
  countedOn: [sql`coalesce(d.counted_on, '0001-01-01')`],
};

/** What the search of the list goes through. */
export const deviceSearchText = (device: Record<string, unknown>, number: number): string =>
  searchText(...['name', 'brand', 'model', 'serial', 'operatingSystem'].map((key) => device[key] as string | undefined), String(number));

/** Takes so many numbers of the centre's counter and returns the first: a number is never given twice, also when its device is gone. */
export const takeNumbers = async (tx: Tx, organizationId: string, count: number): Promise<number> => {
  const { rows } = await sql<{ lastNumber: number }>`
    INSERT INTO inventory_setting (organization_id, id, last_number)
      VALUES (${organizationId}, ${newId()}, ${count}::int + (SELECT coalesce(max(number), 0) FROM device WHERE organization_id = ${organizationId}))
    ON CONFLICT (organization_id) DO UPDATE SET last_number = inventory_setting.last_number + ${count}::int RETURNING last_number`.execute(tx);
  return rows[0]!.lastNumber - count + 1;
};

/** The device that has this serial number already, of that brand or of one that nobody wrote down. */
export const serialTwin = async (tx: Tx, organizationId: string, serial: string, brand: string | undefined, but: string | undefined): Promise<{ id: string; number: number } | undefined> => {
  let query = tx
    .selectFrom('device')
    .select(['id', 'number'])
    .where('organizationId', '=', organizationId)
    .where(sql<boolean>`upper(serial) = upper(${serial})`);
  if (brand) query = query.where(sql<boolean>`(brand IS NULL OR lower(brand) = lower(${brand}))`);
  if (but) query = query.where('id', '<>', but);
  return query.limit(1).executeTakeFirst();
};

export const listMovements = (tx: Tx, organizationId: string, filters: { deviceId?: string; personId?: string; why?: string }): Listed => {
  let query = tx
    .selectFrom('deviceMovement as m')
    .innerJoin('device as d', (join) => join.onRef('d.organizationId', '=', 'm.organizationId').onRef('d.id', '=', 'm.deviceId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'm.organizationId').onRef('person.id', '=', 'm.personId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'm.organizationId').onRef('supplier.id', '=', 'm.supplierId'))
    .where('m.organizationId', '=', organizationId)
    .selectAll('m')
    .select(['d.name as deviceName', 'd.number as deviceNumber', 'supplier.name as supplierName', sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName')]) as Listed;
  for (const column of ['deviceId', 'personId', 'why'] as const) if (filters[column]) query = query.where(`m.${column}`, '=', filters[column]);
  return query;
};
export const movementSorts: Sorts = { moved: [sql`m.moved_on`] };

export type DeviceCounts = { records: number; devices: number; computers: number; out: number } & Record<Lack, number>;

/** How many devices there are, and what they lack: the figures of the room's lead, in one pass. */
export const deviceCounts = async (tx: Tx, organizationId: string, day: string, since: string): Promise<DeviceCounts> => {
  // As many as the filter of that name leaves: a lot is one.
  const lacking = (lack: string) => sql`count(*) FILTER (WHERE ${lackSql(lack, day, since)})::int`;
  const { rows } = await sql<DeviceCounts>`
    SELECT count(*)::int AS records, coalesce(sum(d.quantity), 0)::int AS devices, coalesce(sum(d.quantity) FILTER (WHERE ${ofComputers}), 0)::int AS computers,
      (SELECT count(*)::int FROM (SELECT DISTINCT ON (m.device_id) m.device_id, m.direction FROM device_movement m WHERE m.organization_id = ${organizationId} AND m.moved_on <= ${day}
        ORDER BY m.device_id, m.moved_on DESC, m.id DESC) w JOIN device o ON o.organization_id = ${organizationId} AND o.id = w.device_id AND o.retired_on IS NULL WHERE w.direction = 'out') AS out,
      ${lacking('encryption')} AS encryption, ${lacking('support')} AS support, ${lacking('warranty')} AS warranty, ${lacking('place')} AS place, ${lacking('looked')} AS looked, ${lacking('count')} AS count, ${lacking('label')} AS label,
      ${lacking('derogation')} AS derogation
    FROM device d WHERE d.organization_id = ${organizationId} AND d.retired_on IS NULL`.execute(tx);
  return rows[0]!;
};

/** A device as other rooms name it. */
export type Device = {
  id: string;
  number: number;
  name: string;
  kind: DeviceKind;
  brand?: string;
  model?: string;
  serial?: string;
  personId?: string;
  serviceId?: string;
  zoneId?: string;
  holdsData: boolean;
  encrypted?: boolean;
  portable: boolean;
  retiredOn?: string;
  version: number;
};

/** The devices of a centre by name, or those of these ids; also those that left for good. */
export const devicesOf = async (tx: Tx, organizationId: string, ids?: readonly string[]): Promise<Device[]> => {
  if (ids?.length === 0) return [];
  let query = tx
    .selectFrom('device')
    .select(['id', 'number', 'name', 'kind', 'brand', 'model', 'serial', 'personId', 'serviceId', 'zoneId', 'holdsData', 'encrypted', 'portable', 'retiredOn', 'version'])
    .where('organizationId', '=', organizationId)
    .orderBy(sql`name COLLATE names`)
    .orderBy('id');
  if (ids) query = query.where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`);
  return (await query.execute()).map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Device);
};
