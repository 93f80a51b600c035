import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type DutyRow, teleworkDuties } from '../duties.ts';
import { overloadedLines } from './line-store.ts';
import './tables.ts';

const name = sql`p.first_name || ' ' || p.last_name`;
const person = sql`JOIN person p ON p.organization_id = t.organization_id AND p.id = t.person_id`;

/**
 * What is due by telework in these centres: three statements. A departure counts where a person who teleworks has had a contract and has none that
 * day, or has one that ends within the month; who never had one (an outsider) has no end to count from.
 */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const soon = addMonths(today, 1);
  const { rows } = await sql<DutyRow>`
    WITH living AS MATERIALIZED (SELECT t.* FROM telework t
      WHERE t.organization_id = ANY(${organizationIds}::uuid[]) AND t.refused_on IS NULL AND (t.ended_on IS NULL OR t.ended_on > ${today}) AND (t.until IS NULL OR t.until >= ${today}) AND t.situation <> 'onSite')
    SELECT CASE WHEN t.authorised_on IS NOT NULL THEN 'authorised' WHEN t.checked_on IS NOT NULL THEN 'checked' WHEN t.assessed_on IS NOT NULL THEN 'assessed' ELSE 'asked' END AS what,
      t.organization_id, t.id, COALESCE(t.authorised_on, t.checked_on, t.assessed_on, t.asked_on) AS "on", t.person_id, ${name} AS name FROM living t ${person} WHERE t.agreed_on IS NULL
    UNION ALL SELECT 'review', t.organization_id, t.id, COALESCE(t.reviewed_on, t.agreed_on), t.person_id, ${name} FROM living t ${person} WHERE t.agreed_on IS NOT NULL AND t.start <= ${today}
    UNION ALL SELECT 'departed', t.organization_id, t.id, k.last, t.person_id, ${name} FROM living t ${person}
      CROSS JOIN LATERAL (SELECT max(COALESCE(c."end", 'infinity'::date)) AS last FROM contract c WHERE c.organization_id = t.organization_id AND c.person_id = t.person_id AND c.start <= ${today}) k
      WHERE t.agreed_on IS NOT NULL AND t.ended_on IS NULL AND k.last <= ${soon}
    UNION ALL SELECT 'close', t.organization_id, t.id, COALESCE(t.ended_on, t.until), t.person_id, ${name} FROM telework t ${person}
      WHERE t.organization_id = ANY(${organizationIds}::uuid[]) AND t.agreed_on IS NOT NULL AND (t.ended_on <= ${today} OR t.until < ${today})
        AND (t.copies_erased_on IS NULL OR (t.device_id IS NOT NULL AND t.device_back_on IS NULL))
    UNION ALL SELECT 'loss', t.organization_id, t.id, t.discovered_on, t.person_id, ${name} FROM telework_loss t LEFT JOIN person p ON p.organization_id = t.organization_id AND p.id = t.person_id
      WHERE t.organization_id = ANY(${organizationIds}::uuid[]) AND (t.management_told_on IS NULL OR t.dpo_told_on IS NULL)`.execute(tx);
  return teleworkDuties([...rows, ...(await overloadedLines(tx, organizationIds, today))], asking);
};
