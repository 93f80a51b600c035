import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { AccessYear } from '../year.ts';
import { countsOn } from './store.ts';

/** The rights of a period, for the yearly report: one statement. A temporary right ends by itself, on its last day. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<AccessYear> =>
  (
    await sql<AccessYear>`SELECT count(*) FILTER (WHERE g.start BETWEEN ${from}::date AND ${until}::date)::int AS given, count(*) FILTER (WHERE least(g.until, g.ended_on) BETWEEN ${from}::date AND ${until}::date)::int AS ended,
        count(*) FILTER (WHERE ${countsOn(until)})::int AS held, count(DISTINCT g.person_id) FILTER (WHERE ${countsOn(until)})::int AS holders
      FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.start <= ${until}::date`.execute(tx)
  ).rows[0]!;
