import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';

/** Decisions of the platform by their ids, as what an action of the plan may come from; those of a meeting without minutes are none yet. */
export const decisionOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  const { rows } = await sql<{ id: string; title: string; path: string }>`
    SELECT d.id, d.text AS title, 'platform/meetings/' || d.meeting_id AS path FROM platform_decision d
      JOIN platform_meeting m ON m.organization_id = d.organization_id AND m.id = d.meeting_id
      WHERE d.organization_id = ${organizationId} AND d.id = ANY(${ids}::uuid[]) AND m.prepared_on IS NOT NULL`.execute(tx);
  return rows;
};
