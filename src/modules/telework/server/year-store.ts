import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { TeleworkYear } from '../year.ts';

/** Telework by the days of its agreements, as it was on the last day of the period. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<TeleworkYear> =>
  (
    await sql<TeleworkYear>`
      SELECT count(*) FILTER (WHERE start <= ${until} AND (t.until IS NULL OR t.until >= ${until}) AND (ended_on IS NULL OR ended_on > ${until}))::int AS in_force,
        count(*) FILTER (WHERE agreed_on BETWEEN ${from} AND ${until})::int AS agreed,
        (SELECT count(*)::int FROM telework_loss l WHERE l.organization_id = ${organizationId} AND l.discovered_on BETWEEN ${from} AND ${until}) AS losses
      FROM telework t WHERE t.organization_id = ${organizationId} AND agreed_on <= ${until}`.execute(tx)
  ).rows[0]!;
