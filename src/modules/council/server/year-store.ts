import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { CouncilYear } from '../year.ts';

/** What the council heard of security in a period, by the days of its sittings. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<CouncilYear> => {
  const { rows } = await sql<CouncilYear>`
    SELECT count(DISTINCT s.id)::int AS sittings, count(n.id) FILTER (WHERE n.presented_on IS NOT NULL)::int AS notes
    FROM council_sitting s JOIN council_item c ON c.organization_id = s.organization_id AND c.sitting_id = s.id
    LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
    WHERE s.organization_id = ${organizationId} AND s.cancelled_on IS NULL AND s.held_on BETWEEN ${from} AND ${until}`.execute(tx);
  return rows[0]!;
};
