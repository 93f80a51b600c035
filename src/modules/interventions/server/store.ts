import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { State } from '../intervention.ts';
import { searchTextOf } from './record-store.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** Where intervention `i` stands: `stateOf` of intervention.ts, for lists and counts. */
export const stateSql = sql<State>`CASE WHEN i.cancelled_on IS NOT NULL THEN 'cancelled' WHEN i."end" IS NOT NULL THEN 'done' WHEN i.start IS NOT NULL THEN 'started'
  WHEN i.decision = 'refused' THEN 'refused' WHEN i.decision = 'agreed' THEN 'agreed' WHEN i.question IS NOT NULL THEN 'asked' ELSE 'announced' END`;

/** Whether intervention `i` began before anybody agreed, and nobody has said yes or no since. */
export const toRatifySql = sql<boolean>`(i.unagreed AND i.decision IS NULL)`;
/** Announced and not answered. */
export const waitingSql = sql<boolean>`(i.how NOT IN ('record', 'workbook') AND i.decision IS NULL AND i.start IS NULL AND i.cancelled_on IS NULL)`;
/** A firm connected, and no agreement covers it (MES 2.10); what an old table tells is history: `isUncovered` of maintenance.ts. */
export const uncoveredSql = sql<boolean>`(i.remote AND i.maintenance_id IS NULL AND i.supplier_id IS NOT NULL AND i.start IS NOT NULL AND i.how <> 'workbook')`;
/** What lacks of a firm's session that has ended: whether `gapsOf` of maintenance.ts finds something. */
export const gapsSql = sql<boolean>`(i.remote AND i.supplier_id IS NOT NULL AND i."end" IS NOT NULL AND (i.how <> 'workbook' OR i.maintenance_id IS NOT NULL) AND ((i.by_person_id IS NULL AND i.by_names IS NULL) OR i.remote_from IS NULL
  OR i.supervised_by_id IS NULL OR i.user_warned IS NULL OR i.user_warned = 'no' OR i.contents_unread IS NOT TRUE))`;
/** What the table shows as an exception: begun before anybody agreed, or from afar without an agreement. */
const exceptionSql = sql<boolean>`(i.unagreed OR ${uncoveredSql})`;

export type InterventionFilters = {
  year?: number | undefined;
  state?: string | undefined;
  nature?: string | undefined;
  supplierId?: string | undefined;
  deviceId?: string | undefined;
  remote?: string | undefined;
  maintenanceId?: string | undefined;
  exception?: string | undefined;
  text?: string | undefined;
};

const filtered = (tx: Tx, organizationId: string, filters: InterventionFilters): Listed => {
  let query = tx.selectFrom('intervention as i').where('i.organizationId', '=', organizationId) as Listed;
  for (const column of ['year', 'nature', 'supplierId', 'deviceId', 'maintenanceId'] as const) if (filters[column] !== undefined) query = query.where(`i.${column}`, '=', filters[column]);
  if (filters.state) query = query.where(sql<boolean>`(${stateSql}) = ${filters.state}`);
  if (filters.remote) query = query.where('i.remote', '=', filters.remote === 'true');
  if (filters.exception) query = query.where(exceptionSql);
  for (const word of filters.text ? searchText(filters.text).split(' ').filter(Boolean) : []) query = query.where('i.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

const nameOf = (table: string, column: string, words: string) =>
  sql<string | null>`(SELECT ${sql.raw(words)} FROM ${sql.raw(table)} n WHERE n.organization_id = i.organization_id AND n.id = ${sql.ref(`i.${column}`)})`;
const person = "n.first_name || ' ' || n.last_name";

/** Interventions with the names of what they are about and of those in them; sorted by nothing. */
export const listInterventions = (tx: Tx, organizationId: string, filters: InterventionFilters): Listed =>
  filtered(tx, organizationId, filters)
    .selectAll('i')
    .select([
      stateSql.as('state'),
      nameOf('device', 'deviceId', 'n.name').as('deviceName'),
      nameOf('resource', 'resourceId', 'n.name').as('resourceName'),
      nameOf('zone', 'zoneId', 'n.name').as('zoneName'),
      nameOf('supplier', 'supplierId', 'n.name').as('supplierName'),
      nameOf('person', 'byPersonId', person).as('byPersonName'),
      nameOf('person', 'decidedById', person).as('decidedByPersonName'),
      nameOf('person', 'supervisedById', person).as('supervisedByName'),
      nameOf('remote_maintenance', 'maintenanceId', 'n.subject').as('maintenanceSubject'),
    ]);
export const countInterventions = filtered;

export const interventionSorts: Sorts = {
  number: [sql`i.year`, sql`i.number`],
  start: [sql`coalesce(i.start, i.planned_on, i.announced_on)`, sql`i.number`],
  subject: [sql`i.subject COLLATE names`],
};

export type InterventionRow = {
  id: string;
  version: number;
  state: State;
  deviceName: string | null;
  resourceName: string | null;
  zoneName: string | null;
  supplierName: string | null;
  byPersonName: string | null;
  decidedByPersonName: string | null;
  supervisedByName: string | null;
  maintenanceSubject: string | null;
} & Omit<import('../../../server/db/database.ts').Tables['intervention'], 'id' | 'version' | 'unagreed' | 'corrections'> & { unagreed: boolean; corrections: number };

/** One intervention, or undefined. `held` keeps others from changing it until the transaction ends. */
export const findIntervention = async (tx: Tx, organizationId: string, id: string, held = false): Promise<InterventionRow | undefined> => {
  if (held) await sql`SELECT 1 FROM intervention WHERE organization_id = ${organizationId} AND id = ${id} FOR UPDATE`.execute(tx);
  return (await listInterventions(tx, organizationId, {}).where('i.id', '=', id).executeTakeFirst()) as InterventionRow | undefined;
};

/** The table of a year, in its order. */
export const interventionsOfYear = (tx: Tx, organizationId: string, year: number): Promise<InterventionRow[]> =>
  listInterventions(tx, organizationId, { year }).orderBy('i.number').execute() as unknown as Promise<InterventionRow[]>;

/** Writes some columns of an intervention of that version. Throws resourceNotFound, or staleVersion with who changed what since. */
export const changeIntervention = async (tx: Tx, organizationId: string, before: InterventionRow, version: number, values: Record<string, unknown>): Promise<void> => {
  const written = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === undefined ? null : value]));
  const updated = await tx
    .updateTable('intervention')
    .set({ ...written, searchText: searchTextOf({ ...before, ...values } as never) } as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'intervention', organizationId, before.id, version);
};

export type EventRow = {
  id: string;
  at: Date;
  kind: string;
  byName: string | null;
  text: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  names: Record<string, string> | null;
};
/** What was said and done about an intervention, the first first; `names` says what the records are called that a correction names by their ids. */
export const eventsOf = async (tx: Tx, organizationId: string, interventionId: string): Promise<EventRow[]> => {
  const given = (...keys: string[]) => sql`CASE WHEN v.key = ANY(${keys}::text[]) THEN v.value::uuid END`;
  const { rows } = await sql<EventRow>`SELECT e.id, e.at, e.kind, COALESCE(e.by_name, a.name) AS by_name, e.text, e.before, e.after,
      (SELECT jsonb_object_agg(v.value, n.name) FILTER (WHERE n.name IS NOT NULL) FROM (SELECT * FROM jsonb_each_text(e.before) UNION SELECT * FROM jsonb_each_text(e.after)) v
        LEFT JOIN device d ON d.organization_id = e.organization_id AND d.id = ${given('deviceId')} LEFT JOIN resource r ON r.organization_id = e.organization_id AND r.id = ${given('resourceId')}
        LEFT JOIN zone z ON z.organization_id = e.organization_id AND z.id = ${given('zoneId')} LEFT JOIN supplier s ON s.organization_id = e.organization_id AND s.id = ${given('supplierId')}
        LEFT JOIN person p ON p.organization_id = e.organization_id AND p.id = ${given('byPersonId', 'supervisedById')} LEFT JOIN remote_maintenance m ON m.organization_id = e.organization_id AND m.id = ${given('maintenanceId')}
        CROSS JOIN LATERAL (SELECT COALESCE(d.name, r.name, z.name, s.name, p.first_name || ' ' || p.last_name, m.subject) AS name) n) AS names
    FROM intervention_event e LEFT JOIN account a ON a.id = e.by
    WHERE e.organization_id = ${organizationId} AND e.intervention_id = ${interventionId} ORDER BY e.at, e.id`.execute(tx);
  return rows;
};

/** What the centre chose, or what holds until it does: nothing begins unagreed. */
export const settingOf = async (tx: Tx, organizationId: string): Promise<{ urgentFirst: boolean; version: number }> =>
  (await tx.selectFrom('interventionSetting').select(['urgentFirst', 'version']).where('organizationId', '=', organizationId).executeTakeFirst()) ?? { urgentFirst: false, version: 0 };

/** Keeps what the centre chose, of the version that the writer read (0: nothing yet). Throws staleVersion. */
export const keepSetting = async (tx: Tx, organizationId: string, version: number, urgentFirst: boolean): Promise<void> => {
  const written =
    version === 0
      ? await tx
          .insertInto('interventionSetting')
          .values({ organizationId, id: newId(), urgentFirst })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await tx.updateTable('interventionSetting').set({ urgentFirst }).where('organizationId', '=', organizationId).where('version', '=', version).returning('id').executeTakeFirst();
  if (written) return;
  const now = await tx.selectFrom('interventionSetting').select('id').where('organizationId', '=', organizationId).executeTakeFirst();
  await refuseStale(tx, 'interventionSetting', organizationId, now?.id ?? organizationId, version);
};

export type Overview = { year: number; total: number; waiting: number; toRatify: number; running: number; forgotten: number; exceptions: number; notGood: number; years: number[] };
/**
 * The counts of the sentence above the register: of a year, and what is open whatever its year. `since` is the day before which one that runs is
 * forgotten. Each part reads its own index, and the years are found one after the other: the years that are over cost nothing.
 */
export const overviewOf = async (tx: Tx, organizationId: string, year: number, since: string): Promise<Overview> =>
  (
    await sql<Overview>`WITH RECURSIVE past AS (SELECT (SELECT max(i.year) FROM intervention i WHERE i.organization_id = ${organizationId}) AS year
        UNION ALL SELECT (SELECT max(i.year) FROM intervention i WHERE i.organization_id = ${organizationId} AND i.year < p.year) FROM past p WHERE p.year IS NOT NULL)
      SELECT ${year}::int AS year, o.*, u.*, n.*, COALESCE((SELECT array_agg(p.year ORDER BY p.year DESC) FROM past p WHERE p.year IS NOT NULL), '{}') AS years FROM
      (SELECT count(*)::int AS total, count(*) FILTER (WHERE ${exceptionSql})::int AS exceptions, count(*) FILTER (WHERE i.outcome = 'notGood')::int AS "notGood"
        FROM intervention i WHERE i.organization_id = ${organizationId} AND i.year = ${year}) o,
      (SELECT count(*)::int AS "toRatify" FROM intervention i WHERE i.organization_id = ${organizationId} AND ${toRatifySql}) u,
      (SELECT count(*) FILTER (WHERE ${waitingSql})::int AS waiting, count(*) FILTER (WHERE i.start IS NOT NULL)::int AS running, count(*) FILTER (WHERE i.start < ${since}::date)::int AS forgotten
        FROM intervention i WHERE i.organization_id = ${organizationId} AND i."end" IS NULL AND i.cancelled_on IS NULL) n`.execute(tx)
  ).rows[0]!;

/** Interventions as actions of the plan name what they come from. */
export const interventionOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> =>
  (
    await sql<{
      id: string;
      title: string;
      path: string;
    }>`SELECT id, year || '/' || lpad(number::text, GREATEST(2, length(number::text)), '0') || ' ' || subject AS title, 'interventions/' || id AS path
      FROM intervention WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])`.execute(tx)
  ).rows;
