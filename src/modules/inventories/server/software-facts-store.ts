import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { softwareDuties, type SoftwareDutyRow } from '../software-duties.ts';
import { softwareLackSql, takenSql, usedSql } from './software-store.ts';

/** What is shown so long before a maintenance or a licence ends. */
const aheadMonths = 12;

const inUse = (day: string) => sql`(s.retired_on IS NULL OR s.retired_on >= ${day}::date)`;

/**
 * What is due by the software of these centres, in one statement. A licence is exceeded since the day on which the first seat too many was taken; a number noted
 * by hand, since the day of the count.
 */
export const softwareObligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const { rows } = await sql<SoftwareDutyRow>`
    WITH s AS MATERIALIZED (SELECT * FROM software s WHERE s.organization_id = ANY(${organizationIds}::uuid[]) AND ${inUse(today)})
    SELECT organization_id, id, name, 'support' AS what, support_until AS "on" FROM s WHERE support_until <= ${addMonths(today, aheadMonths)}::date
    UNION ALL SELECT organization_id, id, name, 'licence', licence_until FROM s WHERE licence_until <= ${addMonths(today, aheadMonths)}::date
    UNION ALL SELECT organization_id, id, name, 'uncounted', noted_on FROM s WHERE counting = 'hand' AND noted_on IS NOT NULL AND licence IN ('user', 'device', 'subscription')
    UNION ALL SELECT organization_id, id, name, 'overused', coalesce(CASE counting WHEN 'hand' THEN noted_on
      WHEN 'rights' THEN (SELECT min(g.start) FROM access_grant g WHERE g.organization_id = s.organization_id AND g.resource_id = s.resource_id AND g.start <= ${today}::date
        AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${today}::date GROUP BY g.person_id ORDER BY 1 OFFSET s.seats LIMIT 1)
      ELSE (SELECT min(t.since) FROM (SELECT u.since, sum(coalesce(v.quantity, 1)) OVER (ORDER BY u.since, u.id ROWS UNBOUNDED PRECEDING) AS seat FROM ${takenSql(today)}) t WHERE t.seat > s.seats) END, ${today}::date)
      FROM s WHERE ${softwareLackSql('overused', today)}`.execute(tx);
  return softwareDuties(rows, asking);
};

type Standing = { organizationId: string; products: number; overused: number; unsupported: number; expired: number };

/** Whether what the centre uses is licensed for as many as use it, and still mended by its maker. */
export const softwareFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Standing>`
    SELECT o.id AS organization_id, count(s.id)::int AS products, count(*) FILTER (WHERE s.seats IS NOT NULL AND ${usedSql(today)} > s.seats)::int AS overused,
      count(*) FILTER (WHERE s.support_until < ${today}::date)::int AS unsupported, count(*) FILTER (WHERE s.licence_until < ${today}::date)::int AS expired
    FROM unnest(${organizationIds}::uuid[]) o (id) LEFT JOIN software s ON s.organization_id = o.id AND ${inUse(today)} GROUP BY 1`.execute(tx);
  return rows.map(({ organizationId, products, overused, unsupported, expired }): LiveFact => {
    const wrong = (
      [
        ['overused', overused],
        ['expired', expired],
        ['unsupported', unsupported],
      ] as const
    ).find(([, count]) => count > 0);
    return {
      organizationId,
      id: 'inventories.licensed',
      state: products > 0 && !wrong ? 'true' : 'missing',
      title: products === 0 ? { key: 'licensed.none' } : wrong ? { key: `licensed.${wrong[0]}`, values: { count: wrong[1] } } : { key: 'licensed.true', values: { count: products } },
      path: products > 0 && wrong ? `inventories/software?lacks=${wrong[0]}` : 'inventories/software',
    };
  });
};
