import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import '../modules/inventories/server/service.ts';
import type { Tx } from '../server/db/database.ts';

export type Placed = Awaited<ReturnType<typeof devicesNow>>[number];

/** What stands in the inventory, by number. */
export const devicesNow = async (tx: Tx, organizationId: string) =>
  tx.selectFrom('device').selectAll().where('organizationId', '=', organizationId).where('retiredOn', 'is', null).orderBy('number').execute();

/** Puts devices where they stand. */
export const placeDevices = async (tx: Tx, organizationId: string, places: readonly { deviceId: string; zoneId: string }[]): Promise<void> => {
  await sql`UPDATE device d SET zone_id = p.zone_id FROM unnest(${places.map(({ deviceId }) => deviceId)}::uuid[], ${places.map(({ zoneId }) => zoneId)}::uuid[]) p (device_id, zone_id)
    WHERE d.organization_id = ${organizationId} AND d.id = p.device_id`.execute(tx);
};

/** Retires devices on a day of the past. */
export const retire = async (tx: Tx, organizationId: string, ids: readonly string[], on: string, how: string): Promise<void> => {
  await sql`UPDATE device SET retired_on = ${on}, retired_how = ${how} WHERE organization_id = ${organizationId} AND id = ANY (${[...ids]}::uuid[])`.execute(tx);
};

/** Notes that a count saw these devices, and when they were last seen. */
export const seeAll = async (tx: Tx, organizationId: string, reviewId: string, devices: readonly Placed[], on: string, by: string): Promise<void> => {
  if (devices.length === 0) return;
  await tx
    .insertInto('inventorySighting')
    .values(
      devices.map(({ id }, index) => ({ organizationId, id: newId(), reviewId, deviceId: id, zoneId: null, seenOn: on, seenBy: by, found: index % 5 === 0 ? ('hand' as const) : ('label' as const) })),
    )
    .execute();
  await sql`UPDATE device SET counted_on = greatest(counted_on, ${on}::date) WHERE organization_id = ${organizationId} AND id = ANY (${devices.map(({ id }) => id)}::uuid[])`.execute(tx);
};

/** Whether the story of the inventory was told already. */
export const hasStory = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('disposal').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;
