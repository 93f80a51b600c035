import { sql } from 'kysely';
import { endOf } from '../../../kernel/counting.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { departures } from './way-out-store.ts';
import './tables.ts';

/** Whether the inventory was reviewed in time, its systems are still mended by their makers, no data left unanswered, and what left was erased. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; devices: number; old: number; signedOn: CivilDate | null; checkedOn: CivilDate | null; gone: number }>`
    SELECT o.id AS organization_id, d.devices, d.old, (SELECT max(r.signed_on) FROM inventory_review r WHERE r.organization_id = o.id) AS signed_on,
      (SELECT max(b.checked_on) FROM disposal b WHERE b.organization_id = o.id) AS checked_on,
      (SELECT count(*)::int FROM ${departures(organizationIds)} x WHERE x.organization_id = o.id AND x.covering = 'none') AS gone FROM unnest(${organizationIds}::uuid[]) o (id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS devices, count(*) FILTER (WHERE v.system_support_until < ${today})::int AS old FROM device v WHERE v.organization_id = o.id AND v.retired_on IS NULL) d`.execute(
    tx,
  );
  const clocks = await readClocks(tx, organizationIds);
  return rows.flatMap(({ organizationId, devices, old, signedOn, checkedOn, gone }): LiveFact[] => {
    const end = signedOn && endOf(clocks.ruleIn('inventoryReviewed', organizationId), { on: signedOn });
    const until = end ? ('on' in end ? end.on : end.at.slice(0, 10)) : undefined;
    const state = !signedOn ? 'missing' : until! < today ? 'stale' : 'true';
    return [
      {
        organizationId,
        id: 'inventories.reviewed',
        state,
        title: { key: `reviewed.${state}`, ...(signedOn ? { values: { date: { date: signedOn } } } : {}) },
        path: 'inventories/reviews',
        ...(signedOn ? { on: signedOn } : {}),
        ...(state === 'true' ? { until: until! } : {}),
      },
      {
        organizationId,
        id: 'inventories.supported',
        state: devices > 0 && old === 0 ? 'true' : 'missing',
        title: devices === 0 ? { key: 'supported.none' } : old === 0 ? { key: 'supported.true' } : { key: 'supported.missing', values: { count: old } },
        path: 'inventories',
      },
      {
        organizationId,
        id: 'inventories.gone',
        state: devices > 0 && gone === 0 ? 'true' : 'missing',
        title: gone > 0 ? { key: 'gone.missing', values: { count: gone } } : devices === 0 ? { key: 'supported.none' } : { key: 'gone.true' },
        path: 'inventories/disposals',
      },
      {
        organizationId,
        id: 'inventories.disposed',
        state: checkedOn ? 'true' : 'missing',
        title: checkedOn ? { key: 'disposed.true', values: { date: { date: checkedOn } } } : { key: 'disposed.missing' },
        path: 'inventories/disposals',
        ...(checkedOn ? { on: checkedOn } : {}),
      },
    ];
  });
};

/** Reviews that were signed, erasures by day, disposals ordered and checked, devices lost or stolen. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; count: number; path: string }>`
    SELECT organization_id, 'reviewed' AS what, signed_on AS "on", 1 AS count, 'inventories/reviews/' || id AS path FROM inventory_review
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND signed_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT organization_id, 'erased', erased_on, count(*)::int, 'inventories' FROM device_erasure
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND erased_on BETWEEN ${from} AND ${until} GROUP BY 1, 3
    UNION ALL SELECT b.organization_id, w.what, w."on", 1, 'inventories/disposals/' || b.id FROM disposal b CROSS JOIN LATERAL (VALUES ('disposalOrdered', b.ordered_on), ('disposalChecked', b.checked_on)) w (what, "on")
      WHERE b.organization_id = ANY(${organizationIds}::uuid[]) AND w."on" BETWEEN ${from} AND ${until}
    UNION ALL SELECT organization_id, 'deviceGone', retired_on, 1, 'inventories/devices/' || id FROM device
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND retired_how IN ('lost', 'stolen') AND retired_on BETWEEN ${from} AND ${until}
    ORDER BY 3, 2, 5`.execute(tx);
  return rows.map(({ organizationId, what, on, count, path }): Happening => ({
    organizationId,
    room: 'inventories',
    kind: 'access',
    on,
    title: { key: what, values: { count } },
    path,
    read: 'inventory.read',
  }));
};
