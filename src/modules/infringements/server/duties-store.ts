import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';

/** What is due by the notices that exist in this transaction: none but for a page of whoever may know of them; no digest and no calendar is made under such a scope. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    SELECT organization_id, 'decide' AS what, id, id AS notice_id, received_on AS start, due_on, addressee FROM infringement
      WHERE organization_id = ANY(${centres}) AND sent_on IS NOT NULL AND outcome IS NULL AND withdrawn_on IS NULL
    UNION ALL SELECT organization_id, 'act', id, infringement_id, due_on, due_on, addressee FROM infringement_action
      WHERE organization_id = ANY(${centres}) AND due_on IS NOT NULL AND done_on IS NULL`.execute(tx);
  return duties(rows, asking);
};
