import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { auditDuties, type DutyRow, networkDuties } from '../duties.ts';
import { noticeLives } from './network-store.ts';

/** What is due by audits and by the authorities of the network in these centres: three statements, whatever their number. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    SELECT 'audit' AS what, o.id AS organization_id, o.id, l.last_on, p.planned_on, p.id AS planned_id, NULL::date AS held_on, NULL::uuid AS inspection_id, NULL::int AS number, NULL::date AS since, NULL::uuid AS member_id, NULL::date AS until
      FROM organization o
      LEFT JOIN LATERAL (SELECT max(coalesce(i.held_until, i.held_on)) AS last_on FROM inspection i
        WHERE i.organization_id = o.id AND coalesce(i.held_until, i.held_on) <= ${asking.today} AND (i.kind = 'complete' OR i.clock_reason IS NOT NULL)) l ON true
      LEFT JOIN LATERAL (SELECT i.id, i.planned_on FROM inspection i WHERE i.organization_id = o.id AND i.held_on IS NULL ORDER BY i.planned_on LIMIT 1) p ON true
      WHERE o.id = ANY(${centres})
    UNION ALL SELECT 'report', i.organization_id, i.id, NULL, NULL, NULL, coalesce(i.held_until, i.held_on), NULL, NULL, NULL, NULL, NULL
      FROM inspection i WHERE i.organization_id = ANY(${centres}) AND i.held_on IS NOT NULL AND i.report_on IS NULL
    UNION ALL SELECT 'finding', f.organization_id, f.id, NULL, NULL, NULL, NULL, f.inspection_id, f.number, coalesce(i.report_on, i.held_on, i.planned_on), NULL, NULL
      FROM inspection_finding f JOIN inspection i ON i.organization_id = f.organization_id AND i.id = f.inspection_id
      WHERE f.organization_id = ANY(${centres}) AND f.outcome = 'open'
        AND NOT EXISTS (SELECT FROM plan_action a WHERE a.organization_id = f.organization_id AND a.state <> 'givenUp' AND a.origins @> jsonb_build_array(jsonb_build_object('kind', 'finding', 'id', f.id)))
    UNION ALL SELECT 'access', a.organization_id, a.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, k.id, k."end"
      FROM inspection_access a JOIN invitation v ON v.organization_id = a.organization_id AND v.id = a.invitation_id
      JOIN link k ON k.organization_id = v.organization_id AND k.account_id = v.accepted_by
      WHERE a.organization_id = ANY(${centres}) AND k."end" >= ${asking.today} AND k.start <= ${asking.today}`.execute(tx);
  return [...auditDuties(rows, asking), ...networkDuties(await noticeLives(tx, organizationIds), asking)];
};
