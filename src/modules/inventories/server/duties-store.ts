import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';
import { departures } from './way-out-store.ts';
import './tables.ts';

/** What is due by the inventories of these centres: one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { today } = asking;
  const { rows } = await sql<DutyRow>`
    SELECT 'device' AS what, m.organization_id, m.device_id AS id, m.back_by AS "on", m.person_id, coalesce(p.first_name || ' ' || p.last_name, s.name) AS name FROM device_movement m
      LEFT JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id LEFT JOIN supplier s ON s.organization_id = m.organization_id AND s.id = m.supplier_id
      WHERE m.organization_id = ANY(${organizationIds}::uuid[]) AND m.direction = 'out' AND m.moved_on <= ${today} AND m.back_by <= ${addMonths(today, 1)}
        AND NOT EXISTS (SELECT FROM device_movement n WHERE n.organization_id = m.organization_id AND n.device_id = m.device_id AND n.moved_on <= ${today} AND (n.moved_on, n.id) > (m.moved_on, m.id))
    UNION ALL SELECT 'review', o.id, o.id, (SELECT max(r.signed_on) FROM inventory_review r WHERE r.organization_id = o.id), NULL, NULL FROM organization o
      WHERE o.id = ANY(${organizationIds}::uuid[]) AND EXISTS (SELECT FROM device d WHERE d.organization_id = o.id AND d.retired_on IS NULL)
    UNION ALL SELECT CASE WHEN b.carried_on IS NULL THEN 'order' ELSE 'check' END, b.organization_id, b.id, coalesce(b.carried_on, b.planned_on), NULL, b.title FROM disposal b
      WHERE b.organization_id = ANY(${organizationIds}::uuid[]) AND b.ordered_on IS NOT NULL AND b.checked_on IS NULL AND b.cancelled_on IS NULL
    UNION ALL SELECT 'gone', x.organization_id, x.id, x."on", NULL, x.name FROM ${departures(organizationIds)} x WHERE x.covering = 'none'`.execute(tx);
  return duties(rows, asking);
};
