import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import { computers } from '../device.ts';
import type { InventoryYear } from '../year.ts';
import './disposal-tables.ts';
import './tables.ts';

/** The inventory of a period, for the yearly report; what is encrypted is known of today alone. One statement. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<InventoryYear> =>
  (
    await sql<InventoryYear>`SELECT d.devices, d.unencrypted, d.disposed, d.gone, r.counts, r.missing, b.disposals,
        (SELECT count(*)::int FROM device_erasure e WHERE e.organization_id = ${organizationId} AND e.erased_on BETWEEN ${from} AND ${until}) AS erasures
      FROM (SELECT coalesce(sum(v.quantity) FILTER (WHERE coalesce(v.purchased_on, '0001-01-01') <= ${until} AND (v.retired_on IS NULL OR v.retired_on > ${until})), 0)::int AS devices,
          coalesce(sum(v.quantity) FILTER (WHERE v.retired_on IS NULL AND coalesce(v.purchased_on, '0001-01-01') <= ${until} AND v.holds_data AND v.encrypted IS NOT TRUE AND v.kind = ANY (${[...computers]}::text[])), 0)::int AS unencrypted,
          count(*) FILTER (WHERE v.retired_how IN ('disposed', 'returned', 'transferred') AND v.retired_on BETWEEN ${from} AND ${until})::int AS disposed,
          count(*) FILTER (WHERE v.retired_how IN ('lost', 'stolen') AND v.retired_on BETWEEN ${from} AND ${until})::int AS gone
        FROM device v WHERE v.organization_id = ${organizationId}) d,
        (SELECT count(*)::int AS counts, coalesce(sum(i.missing), 0)::int AS missing FROM inventory_review i WHERE i.organization_id = ${organizationId} AND i.signed_on BETWEEN ${from} AND ${until}) r,
        (SELECT count(*)::int AS disposals FROM disposal p WHERE p.organization_id = ${organizationId} AND p.checked_on BETWEEN ${from} AND ${until}) b`.execute(tx)
  ).rows[0]!;

/** Devices and counts that actions of the plan come from, by name and day. */
export const inventoryOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> =>
  (
    await sql<{
      id: string;
      title: string;
      path: string;
    }>`SELECT id, name || ' (' || number || ')' AS title, 'inventories/devices/' || id AS path FROM device WHERE organization_id = ${organizationId} AND id = ANY (${[...ids]}::uuid[])
      UNION ALL SELECT id, coalesce(signed_on, begun_on)::text, 'inventories/reviews/' || id FROM inventory_review WHERE organization_id = ${organizationId} AND id = ANY (${[...ids]}::uuid[])
      UNION ALL SELECT id, title, 'inventories/disposals/' || id FROM disposal WHERE organization_id = ${organizationId} AND id = ANY (${[...ids]}::uuid[])`.execute(tx)
  ).rows;
