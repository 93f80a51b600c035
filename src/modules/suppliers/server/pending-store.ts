import { sql } from 'kysely';
import type { Action } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';

export const pendingKinds = ['disposal', 'intervention', 'device'] as const;
export type PendingKind = (typeof pendingKinds)[number];
/** Who may read what is open, by its kind. */
export const readsPending: Record<PendingKind, Action> = { disposal: 'inventory.read', intervention: 'intervention.read', device: 'inventory.read' };
export type Pending = { kind: PendingKind; id: string; title: string; on: string };

/** What is still open with a firm: orders of disposal not checked yet, interventions not over, devices that are with it for repair; the oldest first. One statement. */
export const pendingOf = async (tx: Tx, organizationId: string, supplierId: string): Promise<Pending[]> =>
  (
    await sql<Pending>`SELECT 'disposal' AS kind, d.id, d.title, d.planned_on AS "on" FROM disposal d
      WHERE d.organization_id = ${organizationId} AND d.supplier_id = ${supplierId} AND d.ordered_on IS NOT NULL AND d.checked_on IS NULL AND d.cancelled_on IS NULL
    UNION ALL SELECT 'intervention', i.id, i.year || '/' || lpad(i.number::text, GREATEST(2, length(i.number::text)), '0') || ' ' || i.subject, coalesce(i.start, i.planned_on, i.announced_on) FROM intervention i
      WHERE i.organization_id = ${organizationId} AND i.supplier_id = ${supplierId} AND i."end" IS NULL AND i.cancelled_on IS NULL AND i.decision IS DISTINCT FROM 'refused'
    UNION ALL SELECT 'device', d.id, d.name || ' (' || d.number || ')', m.moved_on FROM device_movement m
      JOIN device d ON d.organization_id = m.organization_id AND d.id = m.device_id AND d.retired_on IS NULL
      WHERE m.organization_id = ${organizationId} AND m.supplier_id = ${supplierId} AND m.direction = 'out' AND m.why = 'repair'
        AND NOT EXISTS (SELECT FROM device_movement n WHERE n.organization_id = m.organization_id AND n.device_id = m.device_id AND (n.moved_on, n.id) > (m.moved_on, m.id))
    ORDER BY "on", id`.execute(tx)
  ).rows;
