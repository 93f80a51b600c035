import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { PlatformYear } from '../year.ts';

/** What the security platform did in a period, and how its decisions stood on its last day, by the days of meetings, dues and completions. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<PlatformYear> => {
  const { rows } = await sql<PlatformYear>`
    SELECT (SELECT count(*)::int FROM platform_meeting m WHERE m.organization_id = ${organizationId} AND m.prepared_on IS NOT NULL AND m.held_on BETWEEN ${from} AND ${until}) AS meetings,
      count(*) FILTER (WHERE m.held_on >= ${from})::int AS decisions,
      count(*) FILTER (WHERE d.done_on BETWEEN ${from} AND ${until})::int AS carried_out,
      count(*) FILTER (WHERE d.done_on IS NULL OR d.done_on > ${until})::int AS open,
      count(*) FILTER (WHERE (d.done_on IS NULL OR d.done_on > ${until}) AND d.due_on <= ${until})::int AS late
    FROM platform_decision d JOIN platform_meeting m ON m.organization_id = d.organization_id AND m.id = d.meeting_id
    WHERE d.organization_id = ${organizationId} AND m.prepared_on IS NOT NULL AND m.held_on <= ${until}`.execute(tx);
  return rows[0]!;
};
