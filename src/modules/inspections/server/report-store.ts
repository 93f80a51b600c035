import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { FindingFacts, FollowUp } from '../report.ts';
import './tables.ts';

type ActionRow = FollowUp & { findingId: string };

/** The findings of an audit with the actions of the plan that follow from each: two statements. */
export const findingsWithActions = async (tx: Tx, organizationId: string, inspectionId: string): Promise<FindingFacts[]> => {
  const findings = await tx
    .selectFrom('inspectionFinding')
    .select(['id', 'number', 'severity', 'norm', 'text', 'recommendation', 'outcome', 'outcomeOn', 'outcomeNote'])
    .where('organizationId', '=', organizationId)
    .where('inspectionId', '=', inspectionId)
    .orderBy('number')
    .execute();
  const { rows } = await sql<ActionRow>`SELECT o.value ->> 'id' AS finding_id, a.title, a.state, a.due_on, p.first_name || ' ' || p.last_name AS owner
    FROM plan_action a CROSS JOIN LATERAL jsonb_array_elements(a.origins) o
    LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.owner_id
    WHERE a.organization_id = ${organizationId} AND o.value ->> 'kind' = 'finding' AND o.value ->> 'id' = ANY(${findings.map(({ id }) => id)}::text[])
    ORDER BY a.number`.execute(tx);
  return findings.map(({ id, ...finding }) => ({ ...finding, actions: rows.filter(({ findingId }) => findingId === id) }));
};
