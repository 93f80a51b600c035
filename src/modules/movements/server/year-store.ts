import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MovementsYear } from '../year.ts';
import { accountClosing } from './duties-store.ts';

/** The figures of a period for the yearly report: who came and left by their cases, returns from a suspension aside, and how their accounts were closed. One statement. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<MovementsYear> =>
  (
    await sql<MovementsYear>`
      SELECT count(*) FILTER (WHERE m.kind = 'arrival')::int AS arrivals, count(*) FILTER (WHERE m.kind = 'departure')::int AS departures,
        count(*) FILTER (WHERE m.kind = 'departure' AND d.in_time)::int AS in_time, count(*) FILTER (WHERE m.kind = 'departure' AND NOT d.in_time)::int AS late
      FROM movement m CROSS JOIN LATERAL (${accountClosing}) d
      WHERE m.organization_id = ${organizationId} AND m.state <> 'cancelled' AND m.resumes_id IS NULL AND m.kind IN ('arrival', 'departure') AND m.day BETWEEN ${from}::date AND ${until}::date`.execute(
      tx,
    )
  ).rows[0]!;
