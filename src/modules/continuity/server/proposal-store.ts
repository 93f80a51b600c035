import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** What the council was asked, with the backup it is about; or what it has still to answer. */
export const listProposals = (tx: Tx, organizationId: string, filters: { state?: string }): Listed => {
  const query = tx
    .selectFrom('recoveryProposal as q')
    .leftJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 'q.organizationId').onRef('p.id', '=', 'q.planId'))
    .where('q.organizationId', '=', organizationId)
    .selectAll('q')
    .select('p.name as planName') as Listed;
  if (!filters.state) return query;
  return filters.state === 'open' ? query.where('q.outcome', 'is', null) : query.where('q.outcome', '=', filters.state);
};
export const proposalSorts: Sorts = { proposedOn: [sql`q.proposed_on`] };

export type ProposalRow = { id: string; planId: string | null; planName: string | null; restartHours: number; lossHours: number; reason: string | null; proposedOn: string; outcome: string | null };
export const findProposal = async (tx: Tx, organizationId: string, id: string): Promise<ProposalRow | undefined> =>
  (await listProposals(tx, organizationId, {}).where('q.id', '=', id).executeTakeFirst()) as ProposalRow | undefined;

/** What waits for the council, the oldest first. */
export const openProposals = async (tx: Tx, organizationId: string): Promise<ProposalRow[]> =>
  (await listProposals(tx, organizationId, { state: 'open' }).orderBy('q.proposedOn').orderBy('q.id').execute()) as ProposalRow[];

/** Whether a proposal stands on the agenda of a sitting that has not answered it yet. */
export const isOnAgenda = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (
    await sql`SELECT FROM council_item c JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
      WHERE c.organization_id = ${organizationId} AND c.subject_id = ${id} AND c.result IS NULL AND s.cancelled_on IS NULL`.execute(tx)
  ).rows.length > 0;

/** Of these, those that are decided. */
export const decidedProposals = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; decidedOn: string; decisionNumber: string | null }[]> =>
  ids.length === 0
    ? []
    : ((await tx
        .selectFrom('recoveryProposal')
        .select(['id', 'decidedOn', 'decisionNumber'])
        .where('organizationId', '=', organizationId)
        .where('id', 'in', [...ids])
        .where('outcome', 'is not', null)
        .execute()) as { id: string; decidedOn: string; decisionNumber: string | null }[]);

/**
 * Records what the council made of a proposal: approved, it is the objective from that day on, in place of one that was noted for the same day. False where
 * it was decided already.
 */
export const decideProposal = async (
  tx: Tx,
  organizationId: string,
  { id, planId, restartHours, lossHours, reason }: ProposalRow,
  { outcome, decidedOn, decisionNumber }: { outcome: 'approved' | 'refused'; decidedOn: string; decisionNumber?: string | undefined },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('recoveryProposal')
    .set({ outcome, decidedOn, decisionNumber: decisionNumber ?? null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  if (outcome === 'approved')
    await sql`INSERT INTO recovery_objective (organization_id, id, plan_id, restart_hours, loss_hours, decided_by, decided_on, reference, note)
      VALUES (${organizationId}, ${newId()}, ${planId}, ${restartHours}, ${lossHours}, 'council', ${decidedOn}, ${decisionNumber ?? null}, ${reason?.slice(0, 1000) ?? null})
      ON CONFLICT (organization_id, COALESCE(plan_id, organization_id), decided_on) DO UPDATE
        SET restart_hours = EXCLUDED.restart_hours, loss_hours = EXCLUDED.loss_hours, decided_by = EXCLUDED.decided_by, reference = EXCLUDED.reference, note = EXCLUDED.note`.execute(tx);
  return true;
};
