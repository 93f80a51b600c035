import { type SelectQueryBuilder, sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { DeviceKind } from '../device.ts';
import { type SoftwareInput, type SoftwareLack, softwareLacks } from '../software.ts';
import './software-tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** Months after which a number that was noted by hand says nothing any more. */
const notedMonths = 12;

/** The uses `u` of product `s` that take seats that day, with their device `v`. A device that left takes none, a lot takes one for each. */
export const takenSql = (day: string) => sql`software_use u LEFT JOIN device v ON v.organization_id = u.organization_id AND v.id = u.device_id
    WHERE u.organization_id = s.organization_id AND u.software_id = s.id AND u.since <= ${day}::date AND (u.until IS NULL OR u.until >= ${day}::date) AND v.retired_on IS NULL`;

/** How many seats of product `s` are taken that day; null where nobody counted. */
export const usedSql = (day: string) => sql<number | null>`(CASE s.counting WHEN 'hand' THEN s.noted
  WHEN 'rights' THEN (SELECT count(DISTINCT g.person_id)::int FROM access_grant g WHERE g.organization_id = s.organization_id AND g.resource_id = s.resource_id
    AND g.start <= ${day}::date AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date)
  ELSE (SELECT coalesce(sum(coalesce(v.quantity, 1)), 0)::int FROM ${takenSql(day)}) END)`;

const seatsBound = sql`(s.licence IN ('user', 'device', 'subscription'))`;

/** Whether a product in use lacks this. */
export const softwareLackSql = (lack: SoftwareLack, day: string) => {
  switch (lack) {
    case 'overused':
      return sql<boolean>`(s.seats IS NOT NULL AND coalesce(${usedSql(day)} > s.seats, false))`;
    case 'unsupported':
      return sql<boolean>`coalesce(s.support_until < ${day}::date, false)`;
    case 'expired':
      return sql<boolean>`coalesce(s.licence_until < ${day}::date, false)`;
    case 'uncounted':
      return sql<boolean>`(${seatsBound} AND (s.seats IS NULL OR (s.counting = 'hand' AND (s.noted_on IS NULL OR s.noted_on < ${addMonths(day, -notedMonths)}::date))))`;
    case 'unproven':
      return sql<boolean>`(s.licence <> 'free' AND s.kind <> 'own' AND s.file_id IS NULL AND s.proof_place IS NULL)`;
    default:
      return sql<boolean>`(s.owner_id IS NULL)`;
  }
};

export type SoftwareFilters = { kind?: string; licence?: string; supplierId?: string; resourceId?: string; deviceId?: string; state?: string; lacks?: SoftwareLack; text?: string };

/** The products that the filters leave. */
export const matchingSoftware = (tx: Tx, organizationId: string, filters: SoftwareFilters, day: string): Listed => {
  let query = tx.selectFrom('software as s').where('s.organizationId', '=', organizationId) as Listed;
  for (const column of ['kind', 'licence', 'supplierId', 'resourceId'] as const) if (filters[column]) query = query.where(`s.${column}`, '=', filters[column]);
  if (filters.deviceId)
    query = query.where(
      sql<boolean>`s.id IN (SELECT u.software_id FROM software_use u WHERE u.organization_id = ${organizationId} AND u.device_id = ${filters.deviceId} AND (u.until IS NULL OR u.until >= ${day}::date))`,
    );
  // What is no longer used is shown to who asks for it.
  const retired = sql<boolean>`coalesce(s.retired_on < ${day}::date, false)`;
  query = query.where(filters.state === 'retired' ? retired : sql<boolean>`NOT ${retired}`);
  if (filters.lacks) query = query.where(softwareLackSql(filters.lacks, day));
  for (const word of filters.text ? searchText(filters.text).split(' ').filter(Boolean) : []) query = query.where('s.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

const toldOf = (query: Listed, day: string): Listed =>
  query.selectAll('s').select([
    usedSql(day).as('used'),
    // In euros, for the export.
    sql<number | null>`(s.price_cents / 100.0)::float8`.as('price'),
    sql<
      string[]
    >`(CASE WHEN s.retired_on < ${day}::date THEN '{}'::text[] ELSE array_remove(ARRAY[${sql.join(softwareLacks.map((lack) => sql`CASE WHEN ${softwareLackSql(lack, day)} THEN ${sql.lit(lack)} END`))}], NULL) END)`.as(
      'lacks',
    ),
    sql<string | null>`(SELECT f.name FROM supplier f WHERE f.organization_id = s.organization_id AND f.id = s.supplier_id)`.as('supplierName'),
    sql<string | null>`(SELECT c.title FROM supplier_contract c WHERE c.organization_id = s.organization_id AND c.id = s.contract_id)`.as('contractTitle'),
    sql<string | null>`(SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.organization_id = s.organization_id AND p.id = s.owner_id)`.as('ownerName'),
    sql<string | null>`(SELECT r.name FROM resource r WHERE r.organization_id = s.organization_id AND r.id = s.resource_id)`.as('resourceName'),
    sql<string | null>`(SELECT f.name FROM file f WHERE f.organization_id = s.organization_id AND f.id = s.file_id)`.as('fileName'),
  ]) as Listed;

/** Products with the seats that are taken and what they lack, asked for the rows of the page alone. */
export const listSoftware = (tx: Tx, organizationId: string, filters: SoftwareFilters, day: string): Listed => toldOf(matchingSoftware(tx, organizationId, filters, day), day);

/** One product as the list tells it, also one that is no longer used. */
export const findSoftware = (tx: Tx, organizationId: string, id: string, day: string) =>
  toldOf(tx.selectFrom('software as s').where('s.organizationId', '=', organizationId).where('s.id', '=', id) as Listed, day).executeTakeFirst();

export const softwareSorts: Sorts = {
  name: [sql`s.name COLLATE names`],
  publisher: [sql`coalesce(s.publisher, '') COLLATE names`, sql`s.name COLLATE names`],
  supportUntil: [sql`coalesce(s.support_until, '9999-12-31')`],
  licenceUntil: [sql`coalesce(s.licence_until, '9999-12-31')`],
};

export const softwareSearchText = (software: { name?: unknown; publisher?: unknown; release?: unknown }): string =>
  searchText(software.name as string, software.publisher as string | undefined, software.release as string | undefined);

export const listSoftwareUses = (tx: Tx, organizationId: string, filters: { softwareId?: string; deviceId?: string; personId?: string; current?: string }, day: string): Listed => {
  let query = tx
    .selectFrom('softwareUse as u')
    .innerJoin('software as s', (join) => join.onRef('s.organizationId', '=', 'u.organizationId').onRef('s.id', '=', 'u.softwareId'))
    .leftJoin('device as d', (join) => join.onRef('d.organizationId', '=', 'u.organizationId').onRef('d.id', '=', 'u.deviceId'))
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'u.organizationId').onRef('p.id', '=', 'u.personId'))
    .where('u.organizationId', '=', organizationId)
    .selectAll('u')
    .select(['s.name as softwareName', 's.release', 'd.name as deviceName', 'd.number as deviceNumber', sql<string | null>`p.first_name || ' ' || p.last_name`.as('personName')]) as Listed;
  for (const column of ['softwareId', 'deviceId', 'personId'] as const) if (filters[column]) query = query.where(`u.${column}`, '=', filters[column]);
  if (filters.current) query = query.where(sql<boolean>`((u.until IS NULL OR u.until >= ${day}::date) AND d.retired_on IS NULL)`);
  return query;
};
export const softwareUseSorts: Sorts = { name: [sql`coalesce(d.name, p.last_name || ' ' || p.first_name) COLLATE names`], since: [sql`u.since`] };

/** Puts a product on each device in use of these kinds that does not have it. Returns how many seats it took. */
export const installOn = async (tx: Tx, organizationId: string, softwareId: string, kinds: readonly DeviceKind[], since: string): Promise<number> => {
  const { rows } = await sql<{ id: string }>`SELECT d.id FROM device d WHERE d.organization_id = ${organizationId} AND d.retired_on IS NULL AND d.kind = ANY(${[...kinds]}::text[])
    AND NOT EXISTS (SELECT FROM software_use u WHERE u.organization_id = d.organization_id AND u.software_id = ${softwareId} AND u.device_id = d.id AND u.until IS NULL)`.execute(tx);
  return enterUses(
    tx,
    organizationId,
    rows.map(({ id }) => ({ softwareId, deviceId: id, since })),
  );
};

type Use = { softwareId: string; deviceId?: string; personId?: string; since: string; until?: string };
const chunk = 5000;
/** Writes many seats at once; the caller has looked that none is taken twice. Returns how many. */
export const enterUses = async (tx: Tx, organizationId: string, uses: readonly Use[]): Promise<number> => {
  for (let at = 0; at < uses.length; at += chunk)
    await tx
      .insertInto('softwareUse')
      .values(
        uses.slice(at, at + chunk).map(({ softwareId, deviceId, personId, since, until }) => ({
          organizationId,
          id: newId(),
          softwareId,
          deviceId: deviceId ?? null,
          personId: personId ?? null,
          since,
          until: until ?? null,
        })),
      )
      .execute();
  return uses.length;
};

/** Writes many products at once; what they name is of this centre: the caller has looked. Returns their ids in order. */
export const enterSoftware = async (tx: Tx, organizationId: string, products: readonly SoftwareInput[]): Promise<string[]> => {
  if (products.length === 0) return [];
  const rows = products.map((product) => ({ ...product, organizationId, id: newId(), searchText: softwareSearchText(product) }));
  await tx.insertInto('software').values(rows).execute();
  return rows.map(({ id }) => id);
};

/** The products of a centre by what tells them apart. */
export const softwareKept = (tx: Tx, organizationId: string) => tx.selectFrom('software').select(['id', 'name', 'publisher', 'release']).where('organizationId', '=', organizationId).execute();

export type SoftwareCounts = { products: number } & Record<SoftwareLack, number>;

/** How many products are in use, and what they lack, in one pass. */
export const softwareCounts = async (tx: Tx, organizationId: string, day: string): Promise<SoftwareCounts> => {
  const { rows } =
    await sql<SoftwareCounts>`SELECT count(*)::int AS products, ${sql.join(softwareLacks.map((lack) => sql`count(*) FILTER (WHERE ${softwareLackSql(lack, day)})::int AS ${sql.ref(lack)}`))}
    FROM software s WHERE s.organization_id = ${organizationId} AND (s.retired_on IS NULL OR s.retired_on >= ${day}::date)`.execute(tx);
  return rows[0]!;
};
