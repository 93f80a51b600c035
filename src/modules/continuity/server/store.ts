import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { RunResult } from '../backup.ts';
import type { Schedule, Slot } from '../schedule.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const ended = (day: string) => sql<boolean>`(p.ended_on IS NOT NULL AND p.ended_on < ${day})`;
/** The newest run of plan `p`, or the newest that did not fail. */
const newest = (good: boolean) =>
  sql<{ id: string; plannedOn: string; plannedTime: string; result: RunResult }>`(SELECT r.* FROM backup_plan_run r WHERE r.organization_id = p.organization_id AND r.plan_id = p.id
    ${good ? sql`AND r.result <> 'failed'` : sql``} ORDER BY r.planned_on DESC, r.planned_time DESC LIMIT 1)`;

/** Whether a centre has this backup. */
export const hasBackupPlan = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('backupPlan').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst()) !== undefined;

/** Of these resources, those that the centre has. */
export const resourcesThere = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0 ? [] : (await sql<{ id: string }>`SELECT id FROM resource WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])`.execute(tx)).rows.map(({ id }) => id);

/** Backup plans with who answers for them, their newest run, their newest good run, and the day a copy last went out of the building. */
export const listPlans = (tx: Tx, organizationId: string, filters: { id?: string; kind?: string; state?: string; text?: string }, day: string): Listed => {
  let query = tx
    .selectFrom('backupPlan as p')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'p.organizationId').onRef('person.id', '=', 'p.personId'))
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'p.organizationId').onRef('s.id', '=', 'p.supplierId'))
    .leftJoin('resource as x', (join) => join.onRef('x.organizationId', '=', 'p.organizationId').onRef('x.id', '=', 'p.resourceId'))
    .leftJoinLateral(newest(false).as('last'), (join) => join.onTrue())
    .leftJoinLateral(newest(true).as('good'), (join) => join.onTrue())
    .where('p.organizationId', '=', organizationId)
    .selectAll('p')
    .select(['s.name as supplierName', 'x.name as resourceName'])
    .select([
      sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName'),
      sql<string | null>`(SELECT string_agg(r.name, ', ' ORDER BY r.name COLLATE names) FROM resource r WHERE r.organization_id = p.organization_id AND p.covered_ids ? r.id::text)`.as('coveredNames'),
      sql<string | null>`(SELECT d.name FROM device d WHERE d.organization_id = p.organization_id AND d.id = p.device_id)`.as('deviceName'),
      sql<string | null>`last.planned_on`.as('lastOn'),
      sql<string | null>`last.planned_time`.as('lastTime'),
      sql<RunResult | null>`last.result`.as('lastResult'),
      sql<string | null>`good.planned_on`.as('goodOn'),
      sql<string | null>`good.planned_time`.as('goodTime'),
    ]) as unknown as Listed;
  if (filters.id) query = query.where('p.id', '=', filters.id);
  if (filters.kind) query = query.where('p.kind', '=', filters.kind);
  if (filters.state) query = query.where(filters.state === 'ended' ? ended(day) : sql<boolean>`NOT ${ended(day)}`);
  return searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean)
    .reduce<Listed>((found, word) => found.where('p.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`), query);
};
export const planSorts: Sorts = { name: [sql`p.name COLLATE names`], kind: [sql`p.kind`, sql`p.name COLLATE names`] };

/** Runs with their plan, the newest first where the sort says so. */
export const listRuns = (tx: Tx, organizationId: string, filters: { planId?: string; result?: string; from?: string; until?: string }): Listed => {
  let query = tx
    .selectFrom('backupPlanRun as r')
    // Every run has its plan; joined from the left, the count of thousands of runs leaves it out.
    .leftJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 'r.organizationId').onRef('p.id', '=', 'r.planId'))
    .where('r.organizationId', '=', organizationId)
    .selectAll('r')
    .select('p.name as planName') as Listed;
  if (filters.planId) query = query.where('r.planId', '=', filters.planId);
  if (filters.result) query = query.where('r.result', '=', filters.result);
  if (filters.from) query = query.where('r.plannedOn', '>=', filters.from);
  if (filters.until) query = query.where('r.plannedOn', '<=', filters.until);
  return query;
};
export const runSorts: Sorts = { plannedOn: [sql`r.planned_on`, sql`r.planned_time`] };

export type PlanRow = Schedule & {
  organizationId: string;
  id: string;
  name: string;
  kind: string;
  offSite: string | null;
  encrypted: boolean | null;
  personId: string | null;
  lastGood: Slot | null;
  last: (Slot & { result: RunResult }) | null;
};

/** The plans of these centres that are not over on that day, with their newest run and newest good run: one statement. */
export const standingPlans = async (tx: Tx, organizationIds: readonly string[], day: CivilDate): Promise<PlanRow[]> =>
  (
    await sql<PlanRow>`
      SELECT p.organization_id, p.id, p.name, p.kind, p.weekdays, p.times, p.on_holidays, p.scheduled_since, p.ended_on, p.off_site, p.encrypted, p.person_id,
        CASE WHEN good.id IS NOT NULL THEN json_build_object('on', good.planned_on, 'time', good.planned_time) END AS last_good,
        CASE WHEN last.id IS NOT NULL THEN json_build_object('on', last.planned_on, 'time', last.planned_time, 'result', last.result) END AS last
      FROM backup_plan p LEFT JOIN LATERAL ${newest(false)} last ON true LEFT JOIN LATERAL ${newest(true)} good ON true
      WHERE p.organization_id = ANY(${organizationIds}::uuid[]) AND NOT ${ended(day)} ORDER BY p.organization_id, p.name COLLATE names, p.id`.execute(tx)
  ).rows;

/** The backups of a centre that went on for some of these days, with their present schedule. */
export const plansBetween = async (tx: Tx, organizationId: string, from: CivilDate, until: CivilDate): Promise<(Schedule & { id: string })[]> =>
  tx
    .selectFrom('backupPlan')
    .select(['id', 'weekdays', 'times', 'onHolidays', 'scheduledSince', 'endedOn'])
    .where('organizationId', '=', organizationId)
    .where(
      sql<boolean>`scheduled_since <= ${until} OR EXISTS (SELECT FROM backup_plan_run r WHERE r.organization_id = backup_plan.organization_id AND r.plan_id = backup_plan.id AND r.planned_on BETWEEN ${from} AND ${until})`,
    )
    .where(sql<boolean>`(ended_on IS NULL OR ended_on >= ${from})`)
    .execute();

export type RunRow = { id: string; planId: string; plannedOn: string; plannedTime: string; result: RunResult };

/** The runs of a centre, or of one plan, from a day to another, both included, in order. */
export const runsBetween = async (tx: Tx, organizationId: string, from: CivilDate, until: CivilDate, planId?: string): Promise<RunRow[]> => {
  let query = tx
    .selectFrom('backupPlanRun')
    .select(['id', 'planId', 'plannedOn', 'plannedTime', 'result'])
    .where('organizationId', '=', organizationId)
    .where('plannedOn', '>=', from)
    .where('plannedOn', '<=', until)
    .orderBy('plannedOn')
    .orderBy('plannedTime');
  if (planId) query = query.where('planId', '=', planId);
  return query.execute();
};
