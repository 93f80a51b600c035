import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import { type Danger, dangers, factsOf, type OwnLine, sheetFacts, type SheetFacts } from '../sheet.ts';
import './tables.ts';

/** Of which place a sheet speaks: a building, a zone, or the whole house. */
export type SheetPlace = { building?: string | undefined; zoneId?: string | undefined };

/** What does not belong on the sheet of a danger, as SQL. */
const foreign = sql`CASE p.danger ${sql.join(
  dangers.map((danger) => sql`WHEN ${danger} THEN ${sheetFacts.filter((fact) => !factsOf[danger].includes(fact))}::text[]`),
  sql` `,
)} END`;

/**
 * What is true of places today, whatever the danger: of a table of organization_id, building and zone_id, with `facts` and the building in which each `stands`.
 * To be computed once for the four sheets of a place.
 */
const placesSql = (places: RawBuilder<unknown>, day: CivilDate) => sql`
  SELECT q.organization_id, q.building, q.zone_id, coalesce(q.building, z.building) AS stands, jsonb_build_object(
    'address', coalesce(b.address, (o.address ->> 'street') || ', ' || (o.address ->> 'postalCode') || ' ' || (o.address ->> 'locality')),
    'assemblyPoint', coalesce(b.assembly_point, s.assembly_point),
    'electricityCut', coalesce(b.electricity_cut, s.electricity_cut),
    'waterCut', coalesce(b.water_cut, s.water_cut),
    'gasCut', coalesce(b.gas_cut, s.gas_cut),
    'keysAt', coalesce(b.keys_at, s.keys_at),
    'contacts', nullif(s.contacts, '[]'),
    'extinguishers', (SELECT jsonb_agg(line ORDER BY own DESC, line) FROM (
      SELECT DISTINCT concat_ws(', ', coalesce(g.place, g.name), CASE WHEN gz.id IS DISTINCT FROM q.zone_id THEN gz.name END) AS line, gz.id IS NOT DISTINCT FROM q.zone_id AS own
      FROM protection g JOIN zone gz ON gz.organization_id = g.organization_id AND gz.id = g.zone_id
      WHERE g.organization_id = q.organization_id AND g.kind = 'extinguisher' AND (g.retired_on IS NULL OR g.retired_on > ${day}::date)
        AND (coalesce(q.building, z.building) IS NULL OR gz.building IS NOT DISTINCT FROM coalesce(q.building, z.building)) ORDER BY own DESC, line LIMIT 3) found),
    'adviser', (SELECT jsonb_build_object('name', h.first_name || ' ' || h.last_name, 'phone', coalesce(o.facts ->> 'incidentPhone', h.phone)) FROM mandate m
      JOIN person h ON h.organization_id = m.organization_id AND h.id = m.person_id
      WHERE m.organization_id = q.organization_id AND m.kind = 'adviser' AND m.start <= ${day}::date AND (m."end" IS NULL OR m."end" >= ${day}::date) ORDER BY m.start DESC LIMIT 1)) AS facts
  FROM (${places}) q JOIN organization o ON o.id = q.organization_id LEFT JOIN zone z ON z.organization_id = q.organization_id AND z.id = q.zone_id
  LEFT JOIN premises_setting s ON s.organization_id = q.organization_id LEFT JOIN premises_building b ON b.organization_id = q.organization_id AND b.building = coalesce(q.building, z.building)`;

/**
 * The facts that stand on a sheet today, as one value of JSON: of the danger of `p` and the place `w`.
 * What is posted is kept as this very value, so that a difference is a change of the facts and of nothing else.
 */
const factsSql = sql<SheetFacts>`(jsonb_strip_nulls(w.facts || jsonb_build_object('own', (SELECT jsonb_agg(line - 'building' ORDER BY at)
  FROM emergency_wording e, jsonb_array_elements(e.lines) WITH ORDINALITY AS lines(line, at)
  WHERE e.organization_id = w.organization_id AND e.danger = p.danger AND (line ->> 'building' IS NULL OR line ->> 'building' = w.stands)))) - ${foreign})`;
/** That sheet `p` is of place `w`. */
const ofPlace = sql`w.organization_id = p.organization_id AND w.building IS NOT DISTINCT FROM p.building AND w.zone_id IS NOT DISTINCT FROM p.zone_id`;
const postedPlaces = (ids: RawBuilder<unknown>, day: CivilDate) => placesSql(sql`SELECT DISTINCT organization_id, building, zone_id FROM sheet_posting WHERE organization_id = ${ids}`, day);

/** What stands on the sheets of these places today, by danger, in their order. One statement. */
export const factsOfPlaces = async (tx: Tx, organizationId: string, places: readonly SheetPlace[], day: CivilDate): Promise<Record<Danger, SheetFacts>[]> => {
  const asked = JSON.stringify(places.map(({ building = null, zoneId = null }, at) => ({ at, organization_id: organizationId, building, zone_id: zoneId })));
  const { rows } = await sql<{ at: number; danger: Danger; facts: SheetFacts }>`
    WITH asked AS (SELECT * FROM jsonb_to_recordset(${asked}::jsonb) AS place(at int, organization_id uuid, building text, zone_id uuid)),
      w AS MATERIALIZED (${placesSql(sql`SELECT DISTINCT organization_id, building, zone_id FROM asked`, day)})
    SELECT p.at, p.danger, ${factsSql} AS facts FROM (SELECT * FROM asked, unnest(${[...dangers]}::text[]) danger) p JOIN w ON ${ofPlace}`.execute(tx);
  return places.map((_, at) => Object.fromEntries(rows.filter((row) => row.at === at).map(({ danger, facts }) => [danger, facts])) as Record<Danger, SheetFacts>);
};

export type PostedSheet = {
  id: string;
  version: number;
  danger: Danger;
  building: string | null;
  zoneId: string | null;
  zoneName: string | null;
  postedOn: CivilDate;
  postedByName: string | null;
  posted: SheetFacts;
  now: SheetFacts;
};

/** The sheets that hang, with what stood on them and what would stand there today. */
export const postedSheets = async (tx: Tx, organizationId: string, day: CivilDate): Promise<PostedSheet[]> => {
  const { rows } = await sql<PostedSheet>`
    WITH w AS MATERIALIZED (${postedPlaces(sql`${organizationId}`, day)})
    SELECT p.id, p.version, p.danger, p.building, p.zone_id, z.name AS zone_name, p.posted_on, a.name AS posted_by_name, p.facts AS posted, ${factsSql} AS now
    FROM sheet_posting p JOIN w ON ${ofPlace} LEFT JOIN zone z ON z.organization_id = p.organization_id AND z.id = p.zone_id LEFT JOIN account a ON a.id = p.posted_by
    WHERE p.organization_id = ${organizationId} ORDER BY p.building COLLATE names NULLS FIRST, z.name COLLATE names NULLS FIRST, p.id LIMIT 1000`.execute(tx);
  return rows;
};

/** SQL that says how many sheets hang and how many of them are out of date, one row per centre. */
export const staleSheets = (ids: RawBuilder<unknown>, day: CivilDate): RawBuilder<{ organizationId: string; hanging: number; stale: number }> =>
  sql`WITH w AS MATERIALIZED (${postedPlaces(ids, day)})
    SELECT p.organization_id, count(*)::int AS hanging, count(*) FILTER (WHERE p.facts IS DISTINCT FROM ${factsSql})::int AS stale
    FROM sheet_posting p JOIN w ON ${ofPlace} WHERE p.organization_id = ${ids} GROUP BY 1`;

/** Notes that sheets of a place hang there since today, as they are printed today; `by` is the account that says so. */
export const postSheets = async (tx: Tx, organizationId: string, asked: readonly Danger[], { building, zoneId }: SheetPlace, day: CivilDate, by?: string): Promise<void> => {
  const [now] = await factsOfPlaces(tx, organizationId, [{ building, zoneId }], day);
  const known = await tx
    .selectFrom('sheetPosting')
    .select(['id', 'danger', 'version'])
    .where('organizationId', '=', organizationId)
    .where('building', 'is not distinct from', building ?? null)
    .where('zoneId', 'is not distinct from', zoneId ?? null)
    .forUpdate()
    .execute();
  for (const danger of asked) {
    const before = known.find((one) => one.danger === danger);
    const facts = now![danger];
    if (before) await updateRecord(tx, 'sheetPosting', organizationId, before.id, before.version, { postedOn: day, postedBy: by, facts });
    else await insertRecord(tx, 'sheetPosting', organizationId, { danger, building, zoneId, postedOn: day, postedBy: by, facts });
  }
};

export const listBuildings = (tx: Tx, organizationId: string) => tx.selectFrom('premisesBuilding as b').where('b.organizationId', '=', organizationId).selectAll('b');
/** The own lines of a kind as one reads them in an export: language and building, then the line. */
const linesOf = (kind: OwnLine['kind']) => sql<string | null>`(SELECT string_agg(concat_ws(', ', upper(line ->> 'language'), line ->> 'building') || ' – ' || (line ->> 'text'), chr(10) ORDER BY at)
  FROM jsonb_array_elements(w.lines) WITH ORDINALITY AS l(line, at) WHERE line ->> 'kind' = ${kind})`;
export const listWordings = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('emergencyWording as w')
    .where('w.organizationId', '=', organizationId)
    .selectAll('w')
    .select([linesOf('do').as('doLines'), linesOf('never').as('neverLines')]);

export const buildingSorts: Sorts = { building: [sql`b.building COLLATE names`] };
export const wordingSorts: Sorts = { danger: [sql`w.danger`] };

/** The buildings that the zones in use name, in alphabetical order. */
export const buildingNames = async (tx: Tx, organizationId: string, day: CivilDate): Promise<string[]> => {
  const { rows } = await sql<{ building: string }>`
    SELECT building FROM (SELECT DISTINCT building FROM zone WHERE organization_id = ${organizationId} AND building IS NOT NULL AND (retired_on IS NULL OR retired_on >= ${day}::date)) b
    ORDER BY building COLLATE names`.execute(tx);
  return rows.map(({ building }) => building);
};

/**
 * Gives a building another name wherever one stands: zones, plans, its own facts, own lines and sheets that hang; how many records. Two buildings become one only
 * where one of them has facts of its own, and a sheet that hangs under both names stays under both. Throws alreadyExists where two zones would bear one name.
 */
export const renameBuilding = async (tx: Tx, organizationId: string, from: string, to: string): Promise<number> => {
  const zones = await tx.selectFrom('zone').select(['id', 'name', 'floor']).where('organizationId', '=', organizationId).where('building', '=', from).forUpdate().execute();
  const words = zones.map(({ name, floor }) => searchText(name, to, floor));
  const { rows } = await sql<{ count: number }>`
    WITH zones AS (UPDATE zone z SET building = ${to}, search_text = known.words FROM unnest(${zones.map(({ id }) => id)}::uuid[], ${words}::text[]) AS known(id, words)
        WHERE z.organization_id = ${organizationId} AND z.id = known.id RETURNING 1),
      plans AS (UPDATE floor_plan SET building = ${to} WHERE organization_id = ${organizationId} AND building = ${from} RETURNING 1),
      facts AS (UPDATE premises_building SET building = ${to} WHERE organization_id = ${organizationId} AND building = ${from} RETURNING 1),
      sheets AS (UPDATE sheet_posting p SET building = ${to} WHERE p.organization_id = ${organizationId} AND p.building = ${from}
        AND NOT EXISTS (SELECT FROM sheet_posting q WHERE q.organization_id = p.organization_id AND q.danger = p.danger AND q.building = ${to}) RETURNING 1),
      lines AS (UPDATE emergency_wording w SET lines = (SELECT jsonb_agg(CASE line ->> 'building' WHEN ${from} THEN line || jsonb_build_object('building', ${to}::text) ELSE line END ORDER BY at)
          FROM jsonb_array_elements(w.lines) WITH ORDINALITY AS l(line, at))
        WHERE w.organization_id = ${organizationId} AND w.lines @> jsonb_build_array(jsonb_build_object('building', ${from}::text)) RETURNING 1)
    SELECT ((SELECT count(*) FROM zones) + (SELECT count(*) FROM plans) + (SELECT count(*) FROM facts) + (SELECT count(*) FROM sheets) + (SELECT count(*) FROM lines))::int AS count`.execute(tx);
  return rows[0]!.count;
};

/** Which of these buildings have facts of their own. */
export const buildingsWithFacts = async (tx: Tx, organizationId: string, buildings: readonly string[]): Promise<string[]> =>
  (
    await tx
      .selectFrom('premisesBuilding')
      .select('building')
      .where('organizationId', '=', organizationId)
      .where('building', 'in', [...buildings])
      .execute()
  ).map(({ building }) => building);
