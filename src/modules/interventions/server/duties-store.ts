import { sql } from 'kysely';
import { addDays } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { checkAhead, duties, type DutyRow, isNear } from '../duties.ts';
import { lastDone } from './check-store.ts';
import { toRatifySql, waitingSql } from './store.ts';

/** What is due by interventions and checks in these centres: one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const centres = sql`${organizationIds}::uuid[]`;
  const none = sql`NULL::text AS rule, NULL::int AS every_amount, NULL::text AS every_unit, NULL::date AS first_on, NULL::text AS owner_role, NULL::uuid AS owner_id`;
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<DutyRow>`
    SELECT CASE WHEN ${toRatifySql} THEN 'ratify' WHEN i.start IS NOT NULL OR i.decision = 'agreed' THEN 'close' ELSE 'decide' END AS what, i.organization_id, i.id,
      i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0') || ' ' || i.subject AS name,
      CASE WHEN ${toRatifySql} THEN i.start WHEN i.start IS NOT NULL OR i.decision = 'agreed' THEN COALESCE(i.start, i.planned_on, i.decided_on) ELSE i.announced_on END AS "on", ${none}
    FROM intervention i WHERE i.organization_id = ANY(${centres}) AND i.cancelled_on IS NULL AND i.decision IS DISTINCT FROM 'refused'
      AND ((i."end" IS NULL AND (i.start IS NOT NULL OR i.decision = 'agreed' OR (${waitingSql} AND i.question IS NULL))) OR ${toRatifySql})
    UNION ALL SELECT 'check', c.organization_id, c.id, c.title, COALESCE(l."end", c.first_on), c.rule, c.every_amount, c.every_unit, c.first_on, c.owner_role, c.owner_id
      FROM recurring_check c LEFT JOIN LATERAL (${lastDone}) l ON true WHERE c.organization_id = ANY(${centres}) AND c.dropped_on IS NULL
    UNION ALL SELECT DISTINCT 'freeze', i.organization_id, i.organization_id, i.year::text, make_date(i.year, 12, 31), NULL::text, NULL::int, NULL::text, NULL::date, NULL::text, NULL::uuid FROM intervention i
      WHERE i.organization_id = ANY(${centres}) AND i.year = ${year - 1} AND NOT EXISTS (SELECT FROM intervention_year y WHERE y.organization_id = i.organization_id AND y.year = i.year)
    UNION ALL SELECT 'agree', m.organization_id, m.id, m.subject, m.start, ${none} FROM remote_maintenance m
      WHERE m.organization_id = ANY(${centres}) AND m.withdrawn_on IS NULL AND (m."end" IS NULL OR m."end" >= ${today}) AND (m.adviser_on IS NULL OR m.it_head_on IS NULL OR m.controller_on IS NULL)
    UNION ALL SELECT 'sort', m.organization_id, m.organization_id, count(*)::text, min((m.received_at AT TIME ZONE 'Europe/Brussels')::date), ${none} FROM incoming_mail m
      WHERE m.organization_id = ANY(${centres}) AND m.state = 'toSort' GROUP BY m.organization_id`.execute(tx);
  return duties(rows, asking).filter((duty) => isNear(duty, addDays(today, checkAhead)));
};
