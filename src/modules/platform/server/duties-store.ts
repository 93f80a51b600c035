import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';

/** What is due by the platforms of these centres, in one statement. A platform that has never met, or whose next meeting is called, owes none. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<DutyRow>`
    SELECT d.organization_id, 'decision' AS what, d.id, d.due_on AS date, m.number || '/' || m.year || '.' || p.position AS number, d.person_id, d.role
      FROM platform_decision d JOIN platform_meeting m ON m.organization_id = d.organization_id AND m.id = d.meeting_id
      JOIN platform_point p ON p.organization_id = d.organization_id AND p.id = d.point_id
      WHERE d.organization_id = ANY(${centres}) AND d.done_on IS NULL AND d.due_on IS NOT NULL AND m.prepared_on IS NOT NULL
    UNION ALL SELECT l.organization_id, 'meeting', l.id, l.held_on, l.number || '/' || l.year, NULL, NULL FROM (
      SELECT DISTINCT ON (m.organization_id) m.* FROM platform_meeting m WHERE m.organization_id = ANY(${centres}) ORDER BY m.organization_id, m.held_on DESC, m.number DESC) l
      WHERE l.prepared_on IS NOT NULL`.execute(tx);
  return duties(rows, asking);
};
