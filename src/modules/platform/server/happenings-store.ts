import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';

type Row = { organizationId: string; on: string; what: 'meeting' | 'decision'; number: string; decisions: number; text: string | null; meetingId: string };

/** Meetings of the platform that have minutes, and decisions by the day on which they were carried out. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Row>`
    SELECT m.organization_id, m.held_on AS on, 'meeting' AS what, m.number || '/' || m.year AS number,
        (SELECT count(*)::int FROM platform_decision d WHERE d.organization_id = m.organization_id AND d.meeting_id = m.id) AS decisions, NULL AS text, m.id AS meeting_id
      FROM platform_meeting m WHERE m.organization_id = ANY(${organizationIds}::uuid[]) AND m.prepared_on IS NOT NULL AND m.held_on BETWEEN ${from} AND ${until}
    UNION ALL
    SELECT d.organization_id, d.done_on, 'decision', m.number || '/' || m.year || '.' || p.position, 0, d.text, m.id
      FROM platform_decision d JOIN platform_meeting m ON m.organization_id = d.organization_id AND m.id = d.meeting_id
      JOIN platform_point p ON p.organization_id = d.organization_id AND p.id = d.point_id
      WHERE d.organization_id = ANY(${organizationIds}::uuid[]) AND m.prepared_on IS NOT NULL AND d.done_on BETWEEN ${from} AND ${until}
    ORDER BY 2, 4`.execute(tx);
  return rows.map(({ organizationId, on, what, number, decisions, text, meetingId }) => ({
    organizationId,
    room: 'platform',
    kind: 'platform',
    on,
    title:
      what === 'decision'
        ? { key: 'decision', values: { number } }
        : { key: decisions === 0 ? 'meeting' : decisions === 1 ? 'meetingOne' : 'meetingMany', values: { number, ...(decisions > 1 ? { decisions } : {}) } },
    about: text ?? undefined,
    path: `platform/meetings/${meetingId}`,
    read: 'platform.read',
  }));
};
