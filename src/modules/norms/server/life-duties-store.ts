import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { lifeDuties, type LifeDutyRow } from '../life-duties.ts';

const dayOf = (column: string) => sql`(${sql.ref(column)} AT TIME ZONE 'Europe/Brussels')::date`;

/** Assessments of these centres that wait for the director-general or for SPP IS, in one statement. */
export const lifeObligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<LifeDutyRow>`SELECT organization_id, CASE state WHEN 'prepared' THEN 'validation' ELSE 'acknowledgement' END AS what, id, year,
      CASE state WHEN 'prepared' THEN ${dayOf('prepared_at')} ELSE ${dayOf('submitted_at')} END AS date
    FROM assessment WHERE organization_id = ANY(${organizationIds}::uuid[]) AND (state = 'submitted' OR state = 'prepared' AND closes_on IS NULL)`.execute(tx);
  return lifeDuties(rows, asking);
};

/** Assessments that were validated, sent or acknowledged in a period. */
export const lifeHappenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<{ organizationId: string; key: string; on: string; id: string; year: number }>`
    SELECT a.organization_id, 'validated' AS key, ${dayOf('a.validated_at')} AS "on", a.id, a.year FROM assessment a
      WHERE a.organization_id = ANY(${centres}) AND ${dayOf('a.validated_at')} BETWEEN ${from} AND ${until}
    UNION ALL SELECT s.organization_id, CASE s.round WHEN 1 THEN 'submitted' ELSE 'corrected' END, ${dayOf('s.submitted_at')}, a.id, a.year
      FROM assessment_submission s JOIN assessment a ON a.organization_id = s.organization_id AND a.id = s.assessment_id
      WHERE s.organization_id = ANY(${centres}) AND ${dayOf('s.submitted_at')} BETWEEN ${from} AND ${until}
    UNION ALL SELECT s.organization_id, 'acknowledged', s.acknowledged_on, a.id, a.year
      FROM assessment_submission s JOIN assessment a ON a.organization_id = s.organization_id AND a.id = s.assessment_id
      WHERE s.organization_id = ANY(${centres}) AND s.acknowledged_on BETWEEN ${from} AND ${until}`.execute(tx);
  return rows.map(({ organizationId, key, on, id, year }) => ({ organizationId, room: 'norms', kind: 'norms', on, title: { key, values: { year } }, path: `norms/${id}/life`, read: 'norm.read' }));
};
