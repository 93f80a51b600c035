import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';

/** Who holds the functions that a paper of the council names, that day. */
export const holders = async (tx: Tx, organizationId: string, day: string): Promise<Partial<Record<'adviser' | 'directorGeneral' | 'president', string>>> => {
  const { rows } = await sql<{ kind: 'adviser' | 'directorGeneral' | 'president'; name: string }>`
    SELECT DISTINCT ON (m.kind) m.kind, p.first_name || ' ' || p.last_name AS name FROM mandate m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    WHERE m.organization_id = ${organizationId} AND m.kind IN ('adviser', 'directorGeneral', 'president') AND m.start <= ${day} AND (m."end" IS NULL OR m."end" >= ${day})
    ORDER BY m.kind, m.start DESC, m.id`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, name }) => [kind, name]));
};
