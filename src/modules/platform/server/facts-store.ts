import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { rules } from '../../../kernel/rules.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** How often the platform met in the last twelve months, and whether within its rhythm, in one statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; last: CivilDate | null; count: number }>`
    SELECT centre.id AS organization_id, m.last, m.count FROM unnest(${organizationIds}::uuid[]) centre(id)
    CROSS JOIN LATERAL (SELECT max(m.held_on) AS last, count(*) FILTER (WHERE m.held_on > ${addMonths(today, -12)}::date)::int AS count FROM platform_meeting m
      WHERE m.organization_id = centre.id AND m.prepared_on IS NOT NULL AND m.held_on <= ${today}::date) m`.execute(tx);
  return rows.map(({ organizationId, last, count }): LiveFact => {
    const shared = { organizationId, id: 'platform.meetings', path: 'platform' };
    if (last === null) return { ...shared, state: 'missing', title: { key: 'meetings.missing' } };
    const until = addMonths(last, rules.platformMeeting.length.amount);
    const state = until < today ? 'stale' : 'true';
    return { ...shared, state, title: { key: `meetings.${state}`, values: { count, date: { date: last } } }, on: last, until };
  });
};
