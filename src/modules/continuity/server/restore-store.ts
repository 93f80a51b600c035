import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { MissedTest } from '../duties.ts';
import type { Proofs } from '../facts.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** Decisions on how soon and how much, with the backup they are about. */
export const listObjectives = (tx: Tx, organizationId: string): Listed =>
  tx
    .selectFrom('recoveryObjective as o')
    .leftJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 'o.organizationId').onRef('p.id', '=', 'o.planId'))
    .where('o.organizationId', '=', organizationId)
    .selectAll('o')
    .select('p.name as planName') as Listed;
export const objectiveSorts: Sorts = { decidedOn: [sql`o.decided_on`] };

/** Restore tests with their backup, who did them, the number of the intervention, and the objective that counted on their day. */
export const listTests = (tx: Tx, organizationId: string, filters: { id?: string; planId?: string }): Listed => {
  let query = tx
    .selectFrom('restoreTest as t')
    .innerJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 't.organizationId').onRef('p.id', '=', 't.planId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 't.organizationId').onRef('person.id', '=', 't.personId'))
    .leftJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 't.organizationId').onRef('s.id', '=', 't.supplierId'))
    .leftJoinLateral(
      sql<{ restartHours: number; lossHours: number }>`(SELECT o.restart_hours, o.loss_hours FROM recovery_objective o WHERE o.organization_id = t.organization_id
        AND (o.plan_id = t.plan_id OR o.plan_id IS NULL) AND o.decided_on <= t.tested_on ORDER BY o.plan_id IS NULL, o.decided_on DESC LIMIT 1)`.as('o'),
      (join) => join.onTrue(),
    )
    .where('t.organizationId', '=', organizationId)
    .selectAll('t')
    .select(['p.name as planName', 's.name as supplierName', 'o.restartHours', 'o.lossHours'])
    .select([
      sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName'),
      sql<string | null>`(SELECT i.year || '/' || i.number FROM intervention i WHERE i.organization_id = t.organization_id AND i.id = t.intervention_id)`.as('interventionNumber'),
    ]) as Listed;
  if (filters.id) query = query.where('t.id', '=', filters.id);
  if (filters.planId) query = query.where('t.planId', '=', filters.planId);
  return query;
};
/** The objective that counts for a backup on a day: its own newest decision by then, else the newest of the whole centre. */
export const objectiveOn = async (tx: Tx, organizationId: string, planId: string, day: string): Promise<{ restartHours: number; lossHours: number } | undefined> =>
  (
    await sql<{ restartHours: number; lossHours: number }>`SELECT o.restart_hours, o.loss_hours FROM recovery_objective o WHERE o.organization_id = ${organizationId}
      AND (o.plan_id = ${planId} OR o.plan_id IS NULL) AND o.decided_on <= ${day} ORDER BY o.plan_id IS NULL, o.decided_on DESC LIMIT 1`.execute(tx)
  ).rows[0];

export const testSorts: Sorts = { testedOn: [sql`t.tested_on`] };

/** Exercises with who led them. */
export const listExercises = (tx: Tx, organizationId: string, filters: { scenario?: string }): Listed => {
  const query = tx
    .selectFrom('continuityExercise as e')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'e.organizationId').onRef('person.id', '=', 'e.ledById'))
    .where('e.organizationId', '=', organizationId)
    .selectAll('e')
    .select(sql<string | null>`person.first_name || ' ' || person.last_name`.as('ledByName')) as Listed;
  return filters.scenario ? query.where('e.scenario', '=', filters.scenario) : query;
};
export const exerciseSorts: Sorts = { heldOn: [sql`e.held_on`] };

/** What actions of the plan may come from here: a restore test, an exercise. */
export const continuityOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; title: string; path: string }>`
    SELECT t.id, p.name || ' – ' || t.what AS title, 'continuity/restores/' || t.id AS path FROM restore_test t JOIN backup_plan p ON p.organization_id = t.organization_id AND p.id = t.plan_id
      WHERE t.organization_id = ${organizationId} AND t.id = ANY(${[...ids]}::uuid[])
    UNION ALL SELECT id, title, 'continuity/exercises/' || id FROM continuity_exercise WHERE organization_id = ${organizationId} AND id = ANY(${[...ids]}::uuid[])
    UNION ALL SELECT id, what, 'continuity/outages/' || id FROM outage WHERE organization_id = ${organizationId} AND id = ANY(${[...ids]}::uuid[])`.execute(tx);
  return rows;
};

/** The newest restore test (and whether it missed what was decided), exercise and decision of each of these centres: one statement. */
export const newestProofs = async (tx: Tx, organizationIds: readonly string[]): Promise<Proofs[]> =>
  (
    await sql<Proofs>`
      SELECT c.id AS organization_id, t.tested_on, t.missed, (SELECT max(e.held_on) FROM continuity_exercise e WHERE e.organization_id = c.id) AS held_on,
        (SELECT max(o.decided_on) FROM recovery_objective o WHERE o.organization_id = c.id) AS decided_on
      FROM unnest(${organizationIds}::uuid[]) c (id) LEFT JOIN LATERAL (
        SELECT t.tested_on, NOT t.readable OR COALESCE(t.minutes > 60 * o.restart_hours OR t.lost_minutes > 60 * o.loss_hours, false) AS missed FROM restore_test t
        LEFT JOIN LATERAL (SELECT o.restart_hours, o.loss_hours FROM recovery_objective o WHERE o.organization_id = t.organization_id AND (o.plan_id = t.plan_id OR o.plan_id IS NULL)
          AND o.decided_on <= t.tested_on ORDER BY o.plan_id IS NULL, o.decided_on DESC LIMIT 1) o ON true
        WHERE t.organization_id = c.id ORDER BY t.tested_on DESC, t.id DESC LIMIT 1) t ON true`.execute(tx)
  ).rows;

/** Of each backup that goes on, its newest restore test where it missed, unless an action of the plan came from it: one statement. */
export const missedTests = async (tx: Tx, organizationIds: readonly string[], today: string): Promise<MissedTest[]> =>
  (
    await sql<MissedTest>`
      SELECT t.organization_id, t.id, p.name, t.tested_on, t.readable FROM backup_plan p CROSS JOIN LATERAL (
        SELECT * FROM restore_test t WHERE t.organization_id = p.organization_id AND t.plan_id = p.id ORDER BY t.tested_on DESC, t.id DESC LIMIT 1) t
      LEFT JOIN LATERAL (SELECT o.restart_hours, o.loss_hours FROM recovery_objective o WHERE o.organization_id = t.organization_id AND (o.plan_id = t.plan_id OR o.plan_id IS NULL)
        AND o.decided_on <= t.tested_on ORDER BY o.plan_id IS NULL, o.decided_on DESC LIMIT 1) o ON true
      WHERE p.organization_id = ANY(${organizationIds}::uuid[]) AND (p.ended_on IS NULL OR p.ended_on >= ${today}::date)
        AND (NOT t.readable OR COALESCE(t.minutes > 60 * o.restart_hours OR t.lost_minutes > 60 * o.loss_hours, false))
        AND NOT EXISTS (SELECT FROM plan_action a WHERE a.organization_id = t.organization_id AND a.state <> 'givenUp' AND a.origins @> jsonb_build_array(jsonb_build_object('kind', 'continuity', 'id', t.id)))`.execute(
      tx,
    )
  ).rows;
