import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { EmergencyYear } from '../year.ts';

/** Emergency access in a period, for the yearly report: one statement. Who was absent is not told. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<EmergencyYear> =>
  (
    await sql<EmergencyYear>`SELECT count(*)::int AS openings, count(*) FILTER (WHERE o.changed_on IS NULL OR o.changed_on > ${until}::date)::int AS unchanged,
        (SELECT count(*)::int FROM absent_access a WHERE a.organization_id = ${organizationId} AND (a.looked_from AT TIME ZONE 'Europe/Brussels')::date BETWEEN ${from}::date AND ${until}::date) AS absent
      FROM emergency_opening o WHERE o.organization_id = ${organizationId} AND (o.opened_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN ${from}::date AND ${until}::date`.execute(tx)
  ).rows[0]!;
