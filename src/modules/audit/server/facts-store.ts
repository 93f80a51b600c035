import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** That every change is kept in a sealed chain, and how far it has come, in one statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[]): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; number: number | null; on: CivilDate | null }>`
    SELECT centre.id AS organization_id, l.number::int AS number, (l.at AT TIME ZONE 'Europe/Brussels')::date AS "on" FROM unnest(${organizationIds}::uuid[]) centre(id)
    LEFT JOIN LATERAL (SELECT number, at FROM audit_link l WHERE l.organization_id = centre.id AND l.class = 'ordinary' ORDER BY number DESC LIMIT 1) l ON true`.execute(tx);
  return rows.map(({ organizationId, number, on }) => ({
    organizationId,
    id: 'audit.trail',
    path: 'audit',
    ...(number === null || on === null
      ? { state: 'missing' as const, title: { key: 'trail.missing' } }
      : { state: 'true' as const, title: { key: 'trail.true', values: { count: number, date: { date: on } } }, on }),
  }));
};
