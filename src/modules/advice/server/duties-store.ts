import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';

/** What is due by the advice of these centres, in one statement: to write what was asked for, to decide, to tell of the decision. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<DutyRow>`
    SELECT organization_id, CASE WHEN sent_on IS NULL THEN 'asked' WHEN outcome IS NULL THEN 'decide' ELSE 'tell' END AS what, id,
      CASE WHEN sent_on IS NULL THEN asked_on WHEN outcome IS NULL THEN received_on ELSE decided_on END AS start,
      CASE WHEN sent_on IS NOT NULL AND outcome IS NULL THEN due_on END AS due_on, year, number, capacity
    FROM advice WHERE organization_id = ANY(${organizationIds}::uuid[]) AND withdrawn_on IS NULL
      AND ((sent_on IS NULL AND asked_on IS NOT NULL) OR (sent_on IS NOT NULL AND outcome IS NULL) OR (outcome IS NOT NULL AND told_on IS NULL))`.execute(tx);
  return duties(rows, asking);
};
