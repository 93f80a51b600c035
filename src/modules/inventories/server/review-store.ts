import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { deviceSorts, listDevices } from './store.ts';
import './tables.ts';

/** A count with what it found so far, or what it found when it was signed. Devices that came after it began are told as new. */
export const listReviews = (tx: Tx, organizationId: string, id?: string) => {
  const query = tx
    .selectFrom('inventoryReview as r')
    .where('r.organizationId', '=', organizationId)
    .select(['r.id', 'r.version', 'r.begunOn', 'r.begunBy', 'r.signedOn', 'r.signedBy', 'r.note', 'r.contentHash', 'r.pdfFileId', 'r.docxFileId', 'r.xlsxFileId'])
    .select([
      sql<number>`coalesce(r.expected, (SELECT count(*)::int FROM device d WHERE d.organization_id = r.organization_id AND d.retired_on IS NULL))`.as('expected'),
      sql<number>`coalesce(r.seen, (SELECT count(*)::int FROM inventory_sighting s JOIN device d ON d.organization_id = s.organization_id AND d.id = s.device_id AND d.retired_on IS NULL
        WHERE s.organization_id = r.organization_id AND s.review_id = r.id))`.as('seen'),
    ])
    .orderBy('r.begunOn', 'desc')
    .orderBy('r.id', 'desc');
  return id ? query.where('r.id', '=', id) : query;
};

/** Every device in use, with whether this count saw it; sorted by nothing. */
export const countedDevices = (tx: Tx, organizationId: string, reviewId: string, seen: boolean | undefined, day: string) => {
  const query = listDevices(tx, organizationId, {}, day, day)
    .leftJoin('inventorySighting as s', (join) => join.onRef('s.organizationId', '=', 'd.organizationId').onRef('s.deviceId', '=', 'd.id').on('s.reviewId', '=', reviewId))
    .select(['s.seenOn', 's.seenBy', 's.found']);
  return seen === undefined ? query : query.where('s.id', seen ? 'is not' : 'is', null);
};
export const countedSorts: Sorts = { name: deviceSorts['name']!, number: deviceSorts['number']! };

/** Notes that a device was seen; twice is once. Its place becomes the one where it was seen. Returns whether it is the first time. */
export const insertSighting = async (
  tx: Tx,
  organizationId: string,
  sighting: { reviewId: string; deviceId: string; zoneId: string | undefined; seenOn: string; seenBy: string; found: 'label' | 'hand' },
): Promise<boolean> => {
  const added = await tx
    .insertInto('inventorySighting')
    .values({ ...sighting, zoneId: sighting.zoneId ?? null, organizationId, id: newId() })
    .onConflict((conflict) => conflict.columns(['organizationId', 'reviewId', 'deviceId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  await tx
    .updateTable('device')
    .set({ countedOn: sighting.seenOn, ...(sighting.zoneId ? { zoneId: sighting.zoneId } : {}) })
    .where('organizationId', '=', organizationId)
    .where('id', '=', sighting.deviceId)
    .execute();
  return added !== undefined;
};

/** How many devices entered the inventory while this count ran. */
export const addedSince = async (tx: Tx, organizationId: string, reviewId: string): Promise<number> =>
  (
    await sql<{ added: number }>`SELECT count(*)::int AS added FROM device d JOIN inventory_review r ON r.organization_id = d.organization_id AND r.id = ${reviewId}
      WHERE d.organization_id = ${organizationId} AND d.id > r.id`.execute(tx)
  ).rows[0]!.added;

/** The device of this number, also one that left. */
export const deviceNumbered = (tx: Tx, organizationId: string, number: number) =>
  tx.selectFrom('device').select(['id', 'number', 'name', 'kind', 'retiredOn']).where('organizationId', '=', organizationId).where('number', '=', number).executeTakeFirst();
