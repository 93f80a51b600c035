import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';
import { lacksDutiful } from './store.ts';

/**
 * What is due by the contracts of these centres, in one statement: clauses that nobody checked, of contracts in force or to come; clauses that are
 * due and lack; contracts that end within a year and have no successor; and firms whose last contract ended while they still work for the centre.
 */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const { rows } = await sql<DutyRow>`
    WITH c AS MATERIALIZED (SELECT c.*, s.name, s.processor FROM organization o JOIN supplier s ON s.organization_id = o.id JOIN supplier_contract c ON c.organization_id = s.organization_id AND c.supplier_id = s.id
      WHERE o.id = ANY(${organizationIds}::uuid[]) AND (s.ended_on IS NULL OR s.ended_on >= ${today}::date)),
    running AS (SELECT * FROM c WHERE "end" IS NULL OR "end" >= ${today}::date)
    SELECT c.organization_id, c.id, c.supplier_id, c.name, c.start AS date, CASE WHEN c.checked_on IS NULL THEN 'unchecked' ELSE 'missing' END AS what
      FROM running c WHERE c.checked_on IS NULL OR ${lacksDutiful(sql.ref('c.processor'))}
    UNION ALL SELECT c.organization_id, c.id, c.supplier_id, c.name, c."end", 'ends' FROM running c
      WHERE c."end" <= ${addMonths(today, 12)}::date AND NOT EXISTS (SELECT FROM running n WHERE n.organization_id = c.organization_id AND n.supplier_id = c.supplier_id AND n.id <> c.id
        AND (n."end" IS NULL OR n."end" > c."end"))
    UNION ALL SELECT last.organization_id, last.id, last.supplier_id, last.name, last."end", 'ended'
      FROM (SELECT DISTINCT ON (c.organization_id, c.supplier_id) c.* FROM c ORDER BY c.organization_id, c.supplier_id, c."end" DESC NULLS FIRST, c.id) last
      WHERE last."end" < ${today}::date`.execute(tx);
  return duties(rows, asking);
};
