import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow, type PlanRow } from '../duties.ts';

/** What is due by the plans of these centres, in two statements. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const [actions, plans] = await Promise.all([
    sql<DutyRow>`
      SELECT organization_id, 'action' AS what, id, number, title, due_on AS date, NULL::int AS year, owner_id AS person_id, owner_role AS role
        FROM plan_action WHERE organization_id = ANY(${centres}) AND state IN ('planned', 'underWay') AND due_on < ${asking.today}::date + 100
      UNION ALL SELECT a.organization_id, 'budget', a.id, a.number, a.title, (b ->> 'askedOn')::date, (b ->> 'year')::int, a.owner_id, a.owner_role
        FROM plan_action a CROSS JOIN jsonb_array_elements(a.budgets) b
        WHERE a.organization_id = ANY(${centres}) AND a.state IN ('planned', 'underWay') AND b ? 'askedOn' AND NOT b ? 'adopted'`.execute(tx),
    sql<PlanRow>`
      SELECT o.id AS organization_id, (SELECT max(v.year) FROM plan_version v WHERE v.organization_id = o.id AND v.submitted_on IS NOT NULL AND v.outcome IS DISTINCT FROM 'refused') AS submitted_year,
        (SELECT jsonb_build_object('month', s.month, 'day', s.day) FROM plan_setting s WHERE s.organization_id = o.id) AS leave
      FROM organization o WHERE o.id = ANY(${centres})`.execute(tx),
  ]);
  return duties(actions.rows, plans.rows, asking);
};
