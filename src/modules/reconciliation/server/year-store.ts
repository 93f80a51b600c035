import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { ReconciliationYear } from '../year.ts';
import './tables.ts';

/** What a period's account lists say, in one statement. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<ReconciliationYear> =>
  (
    await sql<ReconciliationYear>`
      SELECT count(*)::int AS lists, coalesce(sum((counts ->> 'found')::int), 0)::int AS found,
        (SELECT count(*)::int FROM account_finding f WHERE f.organization_id = ${organizationId} AND f.found_on <= ${until} AND (f.gone_on IS NULL OR f.gone_on > ${until})
          AND (f.closed_on IS NULL OR f.closed_on > ${until})) AS open
      FROM reconciliation r WHERE r.organization_id = ${organizationId} AND r.ran_on BETWEEN ${from} AND ${until}`.execute(tx)
  ).rows[0]!;
