import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findLeaves } from '../../plan/server/service.ts';
import { type BudgetDay, duties, type DutyRow } from '../duties.ts';

/** Before the budget of the next year is prepared, where the centre says nothing else. */
const usualBudgetDay: BudgetDay = { month: 9, day: 30 };

/** The reports that these centres owe, in two statements; each leaves with the plan, on the day that the centre set for it. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<DutyRow>`
    SELECT o.id AS organization_id,
      coalesce(array_agg(r.year) FILTER (WHERE r.decided_on IS NOT NULL), '{}') AS approved,
      coalesce(array_agg(r.year) FILTER (WHERE r.year IS NOT NULL), '{}') AS begun,
      coalesce(array_agg(r.year) FILTER (WHERE r.submitted_on IS NOT NULL), '{}') AS submitted
    FROM unnest(${organizationIds}::uuid[]) o(id) JOIN organization c ON c.id = o.id LEFT JOIN yearly_report r ON r.organization_id = o.id
    GROUP BY o.id`.execute(tx);
  const leaves = await findLeaves(tx, organizationIds);
  return duties(rows, asking, (organizationId) => leaves.get(organizationId) ?? usualBudgetDay);
};
