import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { DerogationState, RecordedDerogation } from '../derogation.ts';
import './derogation-tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** Where derogation `g` stands on a day, as `derogationState` says it. */
export const stateSql = (day: string) => sql<DerogationState>`(CASE WHEN g.ended_how = 'withdrawn' THEN 'withdrawn' WHEN g.ended_how IS NOT NULL THEN 'ended' WHEN g.decision = 'refused' THEN 'refused'
  WHEN g.decision IS NULL THEN 'asked' WHEN g.ends_on < ${day}::date THEN 'expired' ELSE 'running' END)`;

export type DerogationFilters = { kind?: string; state?: DerogationState; personId?: string; deviceId?: string; zoneId?: string; resourceId?: string; year?: number; ownId?: string; text?: string };

/** The derogations that the filters leave; of a year are those asked in it, or in force on one of its days. */
export const matchingDerogations = (tx: Tx, organizationId: string, filters: DerogationFilters, day: string): Listed => {
  let query = tx.selectFrom('derogation as g').where('g.organizationId', '=', organizationId) as Listed;
  for (const column of ['kind', 'deviceId', 'zoneId', 'resourceId'] as const) if (filters[column]) query = query.where(`g.${column}`, '=', filters[column]);
  const person = filters.ownId ?? filters.personId;
  if (person) query = query.where(sql<boolean>`(g.person_id = ${person} OR g.asked_by_id = ${person})`);
  if (filters.state) query = query.where(stateSql(day), '=', filters.state);
  if (filters.year)
    query = query.where(
      sql<boolean>`(g.year = ${filters.year} OR (g.decision = 'agreed' AND g.starts_on <= make_date(${filters.year}::int, 12, 31) AND coalesce(g.ended_on, g.ends_on) >= make_date(${filters.year}::int, 1, 1)))`,
    );
  for (const word of filters.text ? searchText(filters.text).split(' ').filter(Boolean) : []) query = query.where('g.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

const personName = (column: string) => sql<string | null>`(SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.organization_id = g.organization_id AND p.id = ${sql.ref(column)})`;

const toldOf = (query: Listed, day: string): Listed =>
  query
    .selectAll('g')
    .select([
      stateSql(day).as('state'),
      personName('g.asked_by_id').as('askedByName'),
      personName('g.person_id').as('personName'),
      sql<string | null>`coalesce(${personName('g.decided_by_id')}, g.decided_by)`.as('decidedByName'),
      sql<string | null>`(SELECT d.name || ' (' || d.number || ')' FROM device d WHERE d.organization_id = g.organization_id AND d.id = g.device_id)`.as('deviceName'),
      sql<string | null>`(SELECT concat_ws(', ', z.name, z.building) FROM zone z WHERE z.organization_id = g.organization_id AND z.id = g.zone_id)`.as('zoneName'),
      sql<string | null>`(SELECT r.name FROM resource r WHERE r.organization_id = g.organization_id AND r.id = g.resource_id)`.as('resourceName'),
      sql<string | null>`(SELECT b.year || '/' || b.number FROM derogation b WHERE b.organization_id = g.organization_id AND b.id = g.renews_id)`.as('renewsNumber'),
      sql<
        string | null
      >`(SELECT n.id FROM derogation n WHERE n.organization_id = g.organization_id AND n.renews_id = g.id AND n.ended_how IS DISTINCT FROM 'withdrawn' AND n.decision IS DISTINCT FROM 'refused' ORDER BY n.id DESC LIMIT 1)`.as(
        'renewedById',
      ),
    ]) as Listed;

export const listDerogations = (tx: Tx, organizationId: string, filters: DerogationFilters, day: string): Listed => toldOf(matchingDerogations(tx, organizationId, filters, day), day);

/** One derogation as the list tells it. */
export const findDerogation = (tx: Tx, organizationId: string, id: string, day: string) =>
  toldOf(tx.selectFrom('derogation as g').where('g.organizationId', '=', organizationId).where('g.id', '=', id) as Listed, day).executeTakeFirst();

export const derogationSorts: Sorts = { number: [sql`g.year`, sql`g.number`], endsOn: [sql`g.ends_on`], askedOn: [sql`g.asked_on`] };

/** The next number of a year, while nobody else takes it. */
export const nextNumber = async (tx: Tx, organizationId: string, year: number): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`derogation/${organizationId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ next: number }>`SELECT coalesce(max(number), 0)::int + 1 AS next FROM derogation WHERE organization_id = ${organizationId} AND year = ${year}`.execute(tx);
  return rows[0]!.next;
};

export const derogationSearchText = (year: number, number: number, what: string): string => searchText(`${year}/${number}`, what);

/** As many rows as one statement takes. */
const chunk = 1000;
type Entered = RecordedDerogation & { id?: string; year?: number; number?: number; renewsId?: string };

/**
 * Writes derogations of the past, those without a number numbered in the order of their asking, after the last of their year. What they name is of this centre, and
 * the numbers they bring are free: the caller has looked. Returns their ids in the order given.
 */
export const enterDerogations = async (tx: Tx, organizationId: string, derogations: readonly Entered[]): Promise<string[]> => {
  const rows = derogations.map((derogation) => ({ ...derogation, id: derogation.id ?? newId(), year: derogation.year ?? Number(derogation.askedOn.slice(0, 4)) }));
  const next = new Map<number, number>();
  for (const year of new Set(rows.map((row) => row.year)))
    next.set(year, Math.max(await nextNumber(tx, organizationId, year), ...rows.flatMap((row) => (row.year === year && row.number ? [row.number + 1] : []))));
  const numbered = rows
    .toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0))
    .map((row) => {
      const number = row.number ?? next.get(row.year)!;
      if (!row.number) next.set(row.year, number + 1);
      return { ...row, organizationId, number, searchText: derogationSearchText(row.year, number, row.what) };
    });
  // One renews another of the same statement, or of one before it: it was asked later.
  for (let at = 0; at < numbered.length; at += chunk)
    await tx
      .insertInto('derogation')
      .values(numbered.slice(at, at + chunk) as never)
      .execute();
  return rows.map(({ id }) => id);
};

/** What tells derogations that are there apart from new ones: whose, what, from when; and their numbers. */
export const derogationsKept = (tx: Tx, organizationId: string) =>
  tx.selectFrom('derogation').select(['id', 'year', 'number', 'askedById', 'kind', 'startsOn', 'what', 'decision']).where('organizationId', '=', organizationId).execute();

export type DerogationCounts = Record<'asked' | 'running' | 'expired' | 'ending', number>;

/** How the derogations of a centre stand: the figures of the lead. `soon` is the day until which one ends soon. */
export const derogationCounts = async (tx: Tx, organizationId: string, day: string, soon: string): Promise<DerogationCounts> => {
  const { rows } = await sql<DerogationCounts>`SELECT count(*) FILTER (WHERE state = 'asked')::int AS asked, count(*) FILTER (WHERE state = 'running')::int AS running,
    count(*) FILTER (WHERE state = 'expired')::int AS expired, count(*) FILTER (WHERE state = 'running' AND ends_on <= ${soon}::date)::int AS ending
    FROM (SELECT g.ends_on, ${stateSql(day)} AS state FROM derogation g WHERE g.organization_id = ${organizationId}) s`.execute(tx);
  return rows[0]!;
};
