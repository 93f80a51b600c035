import { sql } from 'kysely';
import type { MandateKind } from '../../people/mandate.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import type { Leave } from '../plan.ts';
import { type ActionRow, listActions } from './store.ts';
import './tables.ts';

/**
 * The actions that a plan from some day on speaks of: those open, those done or given up since then, those that go on costing yearly, and those
 * with these ids. What ended long before is not read.
 */
export const plannedActions = async (tx: Tx, organizationId: string, since: string, ids: readonly string[] = []): Promise<ActionRow[]> =>
  listActions(tx, organizationId, {}, since)
    .where(
      sql<boolean>`(a.state IN ('planned', 'underWay') OR a.done_on >= ${since} OR a.given_up_on >= ${since}
        OR a.state = 'done' AND a.costs @> '[{"kind": "yearly"}]' OR a.id = ANY(${ids}::uuid[]))`,
    )
    .orderBy('a.number')
    .execute() as Promise<ActionRow[]>;

/** By which day of the year the plan leaves in this centre, where it set one. */
export const findLeave = async (tx: Tx, organizationId: string): Promise<(Leave & { id: string; version: number }) | undefined> =>
  tx.selectFrom('planSetting').select(['id', 'version', 'month', 'day']).where('organizationId', '=', organizationId).executeTakeFirst();

export const saveLeave = async (tx: Tx, organizationId: string, leave: Leave): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`plan/${organizationId}`}, 0))`.execute(tx);
  const known = await findLeave(tx, organizationId);
  if (!known) await insertRecord(tx, 'planSetting', organizationId, leave);
  else if (known.month !== leave.month || known.day !== leave.day) await updateRecord(tx, 'planSetting', organizationId, known.id, known.version, leave);
};

/** Who signs: the director-general and the adviser in office that day, the president. */
export const signatories = async (tx: Tx, organizationId: string, day: string): Promise<{ kind: MandateKind; name: string }[]> => {
  const { rows } = await sql<{ kind: MandateKind; name: string }>`
    SELECT m.kind, p.first_name || ' ' || p.last_name AS name FROM mandate m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      WHERE m.organization_id = ${organizationId} AND m.kind IN ('president', 'directorGeneral', 'adviser') AND m.start <= ${day} AND (m."end" IS NULL OR m."end" >= ${day})
      ORDER BY m.start, m.id`.execute(tx);
  return rows;
};

/** Open actions whose term has passed, over these centres, the longest late first; with how many there are in each. */
export type SlipRow = { organizationId: string; id: string; number: number; title: string; dueOn: string; priority: string; progress: number; ownerName: string | null; ownerRole: string | null };
export const slippedActions = async (tx: Tx, organizationIds: readonly string[], today: string, limit: number): Promise<SlipRow[]> => {
  const { rows } = await sql<SlipRow>`
    SELECT a.organization_id, a.id, a.number, a.title, a.due_on, a.priority, a.progress, a.owner_role, p.first_name || ' ' || p.last_name AS owner_name
      FROM plan_action a LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.owner_id
      WHERE a.organization_id = ANY(${organizationIds}::uuid[]) AND a.state IN ('planned', 'underWay') AND a.due_on < ${today}
      ORDER BY a.due_on, a.organization_id, a.number LIMIT ${limit}`.execute(tx);
  return rows;
};

/** The state of the plan in each of these centres, in one statement. */
export type CentrePlanRow = { organizationId: string; open: number; late: number; unanswered: number; approvedYear: number | null; submittedYear: number | null };
export const centrePlans = async (tx: Tx, organizationIds: readonly string[], today: string): Promise<CentrePlanRow[]> => {
  const { rows } = await sql<CentrePlanRow>`
    SELECT c.id AS organization_id, coalesce(a.open, 0) AS open, coalesce(a.late, 0) AS late, coalesce(a.unanswered, 0) AS unanswered, v.approved_year, v.submitted_year
      FROM unnest(${organizationIds}::uuid[]) c (id)
      LEFT JOIN (SELECT organization_id, count(*)::int AS open, count(*) FILTER (WHERE due_on < ${today})::int AS late,
          count(*) FILTER (WHERE EXISTS (SELECT FROM jsonb_array_elements(budgets) b WHERE b ? 'askedOn' AND NOT b ? 'adopted'))::int AS unanswered
        FROM plan_action WHERE organization_id = ANY(${organizationIds}::uuid[]) AND state IN ('planned', 'underWay') GROUP BY 1) a ON a.organization_id = c.id
      LEFT JOIN (SELECT organization_id, max(year) FILTER (WHERE outcome = 'approved') AS approved_year, max(year) FILTER (WHERE submitted_on IS NOT NULL AND outcome IS DISTINCT FROM 'refused') AS submitted_year
        FROM plan_version WHERE organization_id = ANY(${organizationIds}::uuid[]) GROUP BY 1) v ON v.organization_id = c.id`.execute(tx);
  return rows;
};

/** The same over these centres: those that set a day. */
export const findLeaves = async (tx: Tx, organizationIds: readonly string[]): Promise<Map<string, Leave>> => {
  const { rows } = await sql<Leave & { organizationId: string }>`SELECT organization_id, month, day FROM plan_setting WHERE organization_id = ANY(${organizationIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ organizationId, month, day }) => [organizationId, { month, day }]));
};
