import { sql } from 'kysely';
import { addDays } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { checkAhead, duties, type DutyRow, isNear } from '../duties.ts';
import { lastDone } from './check-store.ts';
import { toRatifySql, uncoveredSql, waitingSql } from './store.ts';

/** For so many days after a session without an agreement, its firm is to get one. */
const coveredWithin = 180;
/** So many days after an agreement ended it is still asked whether it goes on. */
const renewedWithin = 60;

/** What is due by interventions and checks in these centres: one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const centres = sql`${organizationIds}::uuid[]`;
  const none = sql`NULL::text AS rule, NULL::int AS every_amount, NULL::text AS every_unit, NULL::date AS first_on, NULL::text AS owner_role, NULL::uuid AS owner_id, NULL::jsonb AS agreed`;
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<DutyRow>`
    SELECT CASE WHEN ${toRatifySql} THEN 'ratify' WHEN i.start IS NOT NULL OR i.decision = 'agreed' THEN 'close' ELSE 'decide' END AS what, i.organization_id, i.id,
      i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0') || ' ' || i.subject AS name,
      CASE WHEN ${toRatifySql} THEN i.start WHEN i.start IS NOT NULL OR i.decision = 'agreed' THEN COALESCE(i.start, i.planned_on, i.decided_on) ELSE i.announced_on END AS "on", ${none}
    FROM intervention i WHERE i.organization_id = ANY(${centres}) AND i.cancelled_on IS NULL AND i.decision IS DISTINCT FROM 'refused'
      AND ((i."end" IS NULL AND (i.start IS NOT NULL OR i.decision = 'agreed' OR (${waitingSql} AND i.question IS NULL))) OR ${toRatifySql})
    UNION ALL SELECT 'check', c.organization_id, c.id, c.title, COALESCE(l."end", c.first_on), c.rule, c.every_amount, c.every_unit, c.first_on, c.owner_role, c.owner_id, NULL::jsonb
      FROM recurring_check c LEFT JOIN LATERAL (${lastDone}) l ON true WHERE c.organization_id = ANY(${centres}) AND c.dropped_on IS NULL
    UNION ALL SELECT DISTINCT 'freeze', i.organization_id, i.organization_id, i.year::text, make_date(i.year, 12, 31), NULL::text, NULL::int, NULL::text, NULL::date, NULL::text, NULL::uuid, NULL::jsonb FROM intervention i
      WHERE i.organization_id = ANY(${centres}) AND i.year = ${year - 1} AND NOT EXISTS (SELECT FROM intervention_year y WHERE y.organization_id = i.organization_id AND y.year = i.year)
    UNION ALL SELECT 'agree', m.organization_id, m.id, m.subject, m.asked_on, NULL::text, NULL::int, NULL::text, NULL::date, NULL::text, NULL::uuid,
      jsonb_build_array(m.adviser_on, m.it_head_on, m.controller_on) FROM remote_maintenance m
      WHERE m.organization_id = ANY(${centres}) AND m.withdrawn_on IS NULL AND (m."end" IS NULL OR m."end" >= ${today}) AND (m.adviser_on IS NULL OR m.it_head_on IS NULL OR m.controller_on IS NULL)
    UNION ALL SELECT 'renew', m.organization_id, m.id, m.subject, m."end", ${none} FROM remote_maintenance m
      WHERE m.organization_id = ANY(${centres}) AND m.withdrawn_on IS NULL AND m."end" >= ${addDays(today, -renewedWithin)} AND m.adviser_on IS NOT NULL AND m.it_head_on IS NOT NULL AND m.controller_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM remote_maintenance n WHERE n.organization_id = m.organization_id AND n.supplier_id = m.supplier_id AND n.id <> m.id AND n.withdrawn_on IS NULL
          AND n.resource_id IS NOT DISTINCT FROM m.resource_id AND n.device_id IS NOT DISTINCT FROM m.device_id
          AND (n."end" IS NULL OR n."end" > m."end"))
    UNION ALL SELECT 'cover', i.organization_id, i.supplier_id, s.name, min(i.start), ${none} FROM intervention i
      JOIN supplier s ON s.organization_id = i.organization_id AND s.id = i.supplier_id
      WHERE i.organization_id = ANY(${centres}) AND ${uncoveredSql} AND i.start > ${addDays(today, -coveredWithin)} AND (s.ended_on IS NULL OR s.ended_on >= ${today})
        AND NOT EXISTS (SELECT FROM remote_maintenance m WHERE m.organization_id = i.organization_id AND m.supplier_id = i.supplier_id AND m.withdrawn_on IS NULL AND (m."end" IS NULL OR m."end" >= ${today}))
      GROUP BY i.organization_id, i.supplier_id, s.name
    UNION ALL SELECT 'sort', m.organization_id, m.organization_id, count(*)::text, min((m.received_at AT TIME ZONE 'Europe/Brussels')::date), ${none} FROM incoming_mail m
      WHERE m.organization_id = ANY(${centres}) AND m.state = 'toSort' GROUP BY m.organization_id
    -- What passes by itself (a server that starts again) is nobody's duty on its first day.
    UNION ALL SELECT 'mailbox', b.organization_id, b.id, b.address, (r.fault_since AT TIME ZONE 'Europe/Brussels')::date, ${none} FROM mailbox b
      JOIN mailbox_reading r ON r.organization_id = b.organization_id AND r.mailbox_id = b.id
      WHERE b.organization_id = ANY(${centres}) AND b.enabled AND r.fault IS NOT NULL
        AND (r.fault IN ('credentials', 'folder', 'lost', 'forbidden') OR (r.fault_since AT TIME ZONE 'Europe/Brussels')::date < ${today}::date)`.execute(tx);
  return duties(rows, asking).filter((duty) => isNear(duty, addDays(today, checkAhead)));
};
