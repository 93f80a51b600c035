import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { guardedRisks } from '../zone.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const nameOf = (alias: string) => sql<string | null>`${sql.ref(`${alias}.first_name`)} || ' ' || ${sql.ref(`${alias}.last_name`)}`;
/** The Belgian day and time of an instant, for lists and exports. */
const dayOf = (column: string) => sql<CivilDate>`(${sql.ref(column)} AT TIME ZONE 'Europe/Brussels')::date`;
const timeOf = (column: string) => sql<string | null>`to_char(${sql.ref(column)} AT TIME ZONE 'Europe/Brussels', 'HH24:MI')`;

export type PassageFilters = { zoneId?: string; from?: CivilDate; until?: CivilDate; who?: 'inside' | 'outsiders' };

/** The passages into guarded zones with the names beside them; sorted by nothing. */
export const listPassages = (tx: Tx, organizationId: string, filters: PassageFilters): Listed => {
  let query = tx
    .selectFrom('passage as g')
    .innerJoin('zone', (join) => join.onRef('zone.organizationId', '=', 'g.organizationId').onRef('zone.id', '=', 'g.zoneId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'g.organizationId').onRef('person.id', '=', 'g.personId'))
    .leftJoin('person as escort', (join) => join.onRef('escort.organizationId', '=', 'g.organizationId').onRef('escort.id', '=', 'g.escortId'))
    .where('g.organizationId', '=', organizationId)
    .selectAll('g')
    .select(['zone.name as zoneName', sql<string>`coalesce(g.name, ${nameOf('person')})`.as('who'), nameOf('escort').as('escortName')])
    .select([dayOf('g.enteredAt').as('day'), timeOf('g.enteredAt').as('entered'), timeOf('g.leftAt').as('left')]) as Listed;
  const { zoneId, from, until, who } = filters;
  if (zoneId) query = query.where('g.zoneId', '=', zoneId);
  if (from) query = query.where(sql<boolean>`g.entered_at >= ${from}::date::timestamp AT TIME ZONE 'Europe/Brussels'`);
  if (until) query = query.where(sql<boolean>`g.entered_at < (${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`);
  if (who === 'inside') query = query.where('g.leftAt', 'is', null);
  if (who === 'outsiders') query = query.where('g.name', 'is not', null);
  return query;
};
export const passageSorts: Sorts = { entered: [sql`g.entered_at`], zone: [sql`zone.name COLLATE names`, sql`g.entered_at`] };

/** Zones whose passages are noted, gravest first. */
export const guardedZones = async (tx: Tx, organizationId: string, day: CivilDate) =>
  tx
    .selectFrom('zone')
    .select(['id', 'name'])
    .where('organizationId', '=', organizationId)
    .where('risk', 'in', [...guardedRisks])
    .where(sql<boolean>`(retired_on IS NULL OR retired_on >= ${day}::date)`)
    .orderBy('position')
    .orderBy(sql`name COLLATE names`)
    .execute();

/** One's own passages, and those of outsiders whom one escorts, that have no end yet. */
export const openPassages = async (tx: Tx, organizationId: string, personId: string) =>
  (await listPassages(tx, organizationId, { who: 'inside' })
    .where((where) => where.or([where('g.personId', '=', personId), where('g.escortId', '=', personId)]))
    .orderBy('g.enteredAt', 'desc')
    .limit(50)
    .execute()) as { id: string; version: number; zoneName: string; who: string; day: string; entered: string; reason: string }[];

/** Visitors with whom they visit; sorted by nothing. */
export const listVisitors = (tx: Tx, organizationId: string, filters: { from?: CivilDate; until?: CivilDate; inside?: boolean; named?: boolean }): Listed => {
  let query = tx
    .selectFrom('visitor as v')
    .leftJoin('person as host', (join) => join.onRef('host.organizationId', '=', 'v.organizationId').onRef('host.id', '=', 'v.hostId'))
    .leftJoin('person as escort', (join) => join.onRef('escort.organizationId', '=', 'v.organizationId').onRef('escort.id', '=', 'v.escortId'))
    .where('v.organizationId', '=', organizationId)
    .select(['v.id', 'v.version', 'v.name', 'v.firm', 'v.badge', 'v.language', 'v.leftUnseen', 'v.purgedOn'])
    .select([sql<string | null>`coalesce(v.host, ${nameOf('host')})`.as('hostName'), nameOf('escort').as('escortName'), sql<boolean>`v.signature IS NOT NULL`.as('signed')])
    .select([dayOf('v.arrivedAt').as('day'), timeOf('v.arrivedAt').as('arrived'), timeOf('v.leftAt').as('left')])
    .select(sql<boolean>`(v.left_at IS NULL AND NOT v.left_unseen)`.as('inside')) as Listed;
  const { from, until, inside, named } = filters;
  // Of those whose names have gone, numbers alone are left: they stand in the report, not in the register.
  if (named) query = query.where('v.purgedOn', 'is', null);
  if (from) query = query.where(sql<boolean>`v.arrived_at >= ${from}::date::timestamp AT TIME ZONE 'Europe/Brussels'`);
  if (until) query = query.where(sql<boolean>`v.arrived_at < (${until}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`);
  if (inside) query = query.where('v.leftAt', 'is', null).where('v.leftUnseen', '=', false);
  return query;
};
export const visitorSorts: Sorts = { arrived: [sql`v.arrived_at`] };

export type VisitorRow = {
  id: string;
  version: number;
  name: string;
  firm: string | null;
  badge: string | null;
  hostName: string | null;
  escortName: string | null;
  signed: boolean;
  day: CivilDate;
  arrived: string;
  left: string | null;
  leftUnseen: boolean;
  inside: boolean;
};

/** Those of the day, and those of before who never left. */
export const deskVisitors = async (tx: Tx, organizationId: string, day: CivilDate): Promise<VisitorRow[]> =>
  (await listVisitors(tx, organizationId, {})
    .where(sql<boolean>`(v.arrived_at >= ${day}::date::timestamp AT TIME ZONE 'Europe/Brussels' OR (v.left_at IS NULL AND NOT v.left_unseen))`)
    .orderBy(sql`v.arrived_at DESC`)
    .limit(500)
    .execute()) as VisitorRow[];

/** People of the centre whom a visitor may ask for, by letters of their name; of those who work there that day, nothing but the name. */
export const findHosts = async (tx: Tx, organizationId: string, words: readonly string[], day: CivilDate): Promise<{ id: string; name: string; serviceName: string | null }[]> => {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ id: string; name: string; serviceName: string | null }>`
    SELECT DISTINCT ON (p.last_name COLLATE names, p.first_name COLLATE names, p.id) p.id, p.first_name || ' ' || p.last_name AS name, s.name AS service_name FROM person p
    JOIN contract c ON c.organization_id = p.organization_id AND c.person_id = p.id AND c.start <= ${day}::date AND (c."end" IS NULL OR c."end" >= ${day}::date)
    LEFT JOIN service s ON s.organization_id = c.organization_id AND s.id = c.service_id
    WHERE p.organization_id = ${organizationId} AND p.erased_on IS NULL AND p.search_text LIKE ALL (${patterns}::text[])
    ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, p.id LIMIT 8`.execute(tx);
  return rows;
};

/** Takes the names of visitors away whose time is over, in every centre; how many. */
export const purgeVisitors = async (tx: Tx, today: CivilDate): Promise<number> => (await sql<{ count: number }>`SELECT purge_visitors(${today}::date) AS count`.execute(tx)).rows[0]!.count;
