import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import { defaultSetting, type PremisesSetting } from '../setting.ts';
import { guardedRisks, type ZoneKind, type ZoneRisk } from '../zone.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export type ZoneFilters = { kind?: string; risk?: string; building?: string; state?: 'inUse' | 'retired'; text?: string };

const retired = (day: CivilDate) => sql<boolean>`(zone.retired_on IS NOT NULL AND zone.retired_on < ${day}::date)`;
const guarded = sql`ANY(${[...guardedRisks]}::text[])`;

/** How many people hold the right to enter, that day. */
const holders = (day: CivilDate) => sql<number>`(SELECT count(DISTINCT g.person_id)::int FROM access_grant g WHERE g.organization_id = zone.organization_id AND g.resource_id = zone.resource_id
  AND g.start <= ${day}::date AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date)`;

/** The zones of a centre, with how many people hold the right to enter; sorted by nothing. */
export const listZones = (tx: Tx, organizationId: string, filters: ZoneFilters, day: CivilDate): Listed => {
  let query = tx
    .selectFrom('zone')
    .where('zone.organizationId', '=', organizationId)
    .selectAll('zone')
    .select(sql<string | null>`(SELECT r.name FROM resource r WHERE r.organization_id = zone.organization_id AND r.id = zone.resource_id)`.as('resourceName'))
    .select([holders(day).as('holders'), sql<string>`CASE WHEN ${retired(day)} THEN 'retired' ELSE 'inUse' END`.as('state')])
    .select(
      sql<string[]>`ARRAY(SELECT e.category FROM zone_entry e WHERE e.organization_id = zone.organization_id AND e.zone_id = zone.id AND e.category IS NOT NULL ORDER BY e.category)`.as('categories'),
    ) as Listed;
  for (const key of ['kind', 'risk', 'building'] as const) if (filters[key]) query = query.where(`zone.${key}`, '=', filters[key]);
  if (filters.state) query = query.where(filters.state === 'retired' ? retired(day) : sql<boolean>`NOT ${retired(day)}`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('zone.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const zoneSorts: Sorts = {
  risk: [sql`zone.position`, sql`zone.name COLLATE names`],
  name: [sql`zone.name COLLATE names`],
  place: [sql`coalesce(zone.building, '') COLLATE names`, sql`coalesce(zone.floor, '') COLLATE names`, sql`zone.name COLLATE names`],
};

/** A zone as other rooms name it. */
export type ZoneRow = { id: string; name: string; building: string | null; floor: string | null; kind: ZoneKind; risk: ZoneRisk; resourceId: string | null; retiredOn: string | null };

/** The zones of a centre, gravest first, the retired ones too; or those of these ids. */
export const zonesOf = async (tx: Tx, organizationId: string, ids?: readonly string[]): Promise<ZoneRow[]> => {
  if (ids?.length === 0) return [];
  let query = tx
    .selectFrom('zone')
    .select(['id', 'name', 'building', 'floor', 'kind', 'risk', 'resourceId', 'retiredOn'])
    .where('organizationId', '=', organizationId)
    .orderBy('position')
    .orderBy(sql`name COLLATE names`)
    .orderBy('id');
  if (ids) query = query.where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`);
  return query.execute();
};

/** How many zones there are and what they lack, and which buildings they stand in. */
export const zoneCounts = async (tx: Tx, organizationId: string, day: CivilDate) => {
  const { rows } = await sql<{ inUse: number; guarded: number; unheld: number; loose: number; buildings: string[] }>`
    SELECT count(*)::int AS in_use, count(*) FILTER (WHERE zone.risk = ${guarded})::int AS guarded,
      count(*) FILTER (WHERE zone.risk = ${guarded} AND zone.resource_id IS NULL)::int AS unheld,
      count(*) FILTER (WHERE zone.risk = ${guarded} AND EXISTS (SELECT FROM zone_entry e WHERE e.organization_id = zone.organization_id AND e.zone_id = zone.id AND NOT e.escorted
        AND e.category IN ('everybody', 'visitors', 'cleaning', 'technicians')))::int AS loose,
      coalesce(array_agg(DISTINCT zone.building) FILTER (WHERE zone.building IS NOT NULL), '{}') AS buildings
    FROM zone WHERE zone.organization_id = ${organizationId} AND NOT ${retired(day)}`.execute(tx);
  return rows[0]!;
};

/** The entries of a zone with the names of service and person; sorted by nothing. */
export const listEntries = (tx: Tx, organizationId: string, filters: { zoneId?: string }): Listed => {
  let query = tx
    .selectFrom('zoneEntry as e')
    .innerJoin('zone', (join) => join.onRef('zone.organizationId', '=', 'e.organizationId').onRef('zone.id', '=', 'e.zoneId'))
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'e.organizationId').onRef('service.id', '=', 'e.serviceId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'e.organizationId').onRef('person.id', '=', 'e.personId'))
    .where('e.organizationId', '=', organizationId)
    .selectAll('e')
    .select(['zone.name as zoneName', 'service.name as serviceName', sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName')]) as Listed;
  if (filters.zoneId) query = query.where('e.zoneId', '=', filters.zoneId);
  return query;
};
export const entrySorts: Sorts = { zone: [sql`zone.position`, sql`zone.name COLLATE names`, sql`coalesce(e.category, '')`, sql`coalesce(person.last_name, '') COLLATE names`] };

/** Who holds the right to enter a zone that day, by name, with the hours that were noted for them. */
export const peopleOfZone = async (tx: Tx, organizationId: string, zoneId: string, resourceId: string, day: CivilDate) => {
  const { rows } = await sql<{
    grantId: string;
    personId: string;
    personName: string;
    since: CivilDate;
    until: CivilDate | null;
    leaving: boolean;
    entryId: string | null;
    hours: string;
    entryVersion: number | null;
  }>`
    SELECT DISTINCT ON (p.last_name COLLATE names, p.first_name COLLATE names, p.id) g.id AS grant_id, p.id AS person_id, p.first_name || ' ' || p.last_name AS person_name, g.start AS since, g.until,
      g.withdrawal_on IS NOT NULL AS leaving, e.id AS entry_id, coalesce(e.hours, 'service') AS hours, e.version AS entry_version
    FROM access_grant g JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id
    LEFT JOIN zone_entry e ON e.organization_id = g.organization_id AND e.zone_id = ${zoneId} AND e.person_id = g.person_id
    WHERE g.organization_id = ${organizationId} AND g.resource_id = ${resourceId} AND g.start <= ${day}::date AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date
    ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, p.id, g.start`.execute(tx);
  return rows;
};

/** Which people hold the right to enter which zones that day, as `zone person`. */
export const holdersOfZone = async (tx: Tx, organizationId: string, day: CivilDate): Promise<Set<string>> => {
  const { rows } = await sql<{ zoneId: string; personId: string }>`
    SELECT DISTINCT zone.id AS zone_id, g.person_id FROM zone JOIN access_grant g ON g.organization_id = zone.organization_id AND g.resource_id = zone.resource_id
    WHERE zone.organization_id = ${organizationId} AND g.start <= ${day}::date AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date`.execute(tx);
  return new Set(rows.map(({ zoneId, personId }) => `${zoneId} ${personId}`));
};

/** Links a zone to the right to enter it. */
export const linkResource = async (tx: Tx, organizationId: string, zoneId: string, version: number, resourceId: string): Promise<void> => {
  await updateRecord(tx, 'zone', organizationId, zoneId, version, { resourceId });
};

/** What holds for the buildings of a centre, or what it begins with. */
export const findSetting = async (tx: Tx, organizationId: string): Promise<PremisesSetting & { id?: string; version: number }> => {
  const row = await tx.selectFrom('premisesSetting').selectAll().where('organizationId', '=', organizationId).executeTakeFirst();
  return row ? (Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as PremisesSetting & { id: string; version: number }) : { ...defaultSetting, version: 0 };
};

const optionalSettings = { assemblyPoint: null, electricityCut: null, waterCut: null, gasCut: null, keysAt: null };
/** Writes what holds for the buildings of a centre; `version` 0 where it had nothing of its own. Throws staleVersion. */
export const writeSetting = async (tx: Tx, organizationId: string, version: number, setting: PremisesSetting): Promise<void> => {
  const known = await findSetting(tx, organizationId);
  if (known.id) await updateRecord(tx, 'premisesSetting', organizationId, known.id, version, { ...optionalSettings, ...setting });
  else await insertRecord(tx, 'premisesSetting', organizationId, setting);
};
