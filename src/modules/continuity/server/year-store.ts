import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import { instantOf } from '../schedule.ts';
import { sumOf, tallyByMonth } from '../tally.ts';
import type { ContinuityYear } from '../year.ts';
import { outageFigures } from './disaster-told-store.ts';
import { plansBetween, runsBetween } from './store.ts';

/** Backups, restores and exercises of a period. Four statements. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<ContinuityYear> => {
  const [plans, runs, outages, proofs] = await Promise.all([
    plansBetween(tx, organizationId, from, until),
    runsBetween(tx, organizationId, from, until),
    outageFigures(tx, organizationId, { from, until }),
    sql<Omit<ContinuityYear, 'good' | 'bad' | 'outages' | 'tooLong'>>`
      SELECT count(t.id)::int AS restores, count(t.id) FILTER (WHERE NOT t.readable OR t.minutes > 60 * o.restart_hours OR t.lost_minutes > 60 * o.loss_hours)::int AS missed,
        (SELECT count(*)::int FROM continuity_exercise e WHERE e.organization_id = ${organizationId} AND e.held_on BETWEEN ${from} AND ${until}) AS exercises,
        EXISTS (SELECT FROM recovery_objective r WHERE r.organization_id = ${organizationId} AND r.decided_on <= ${until}) AS decided
      FROM restore_test t LEFT JOIN LATERAL (SELECT o.restart_hours, o.loss_hours FROM recovery_objective o WHERE o.organization_id = t.organization_id
        AND (o.plan_id = t.plan_id OR o.plan_id IS NULL) AND o.decided_on <= t.tested_on ORDER BY o.plan_id IS NULL, o.decided_on DESC LIMIT 1) o ON true
      WHERE t.organization_id = ${organizationId} AND t.tested_on BETWEEN ${from} AND ${until}`.execute(tx),
  ]);
  // Said on the evening of its last day: what was planned then is not missed yet.
  const { good, warning, failed, missed } = sumOf(tallyByMonth(plans, runs, from, until, new Date(instantOf({ on: until, time: '23:59' }))));
  return { ...proofs.rows[0]!, ...outages, good: good + warning, bad: failed + missed };
};
