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
      sql<number>`coalesce(r.added, (SELECT count(*)::int FROM device d WHERE d.organization_id = r.organization_id AND d.retired_on IS NULL AND d.id > r.id))`.as('added'),
      // Where the task that draws them did not end well, they are drawn when they are asked for.
      sql<'none' | 'coming' | 'ready'>`CASE WHEN r.pdf_file_id IS NOT NULL THEN 'ready' WHEN r.signed_on IS NULL OR r.model IS NULL THEN 'none'
        WHEN EXISTS (SELECT FROM task t WHERE t.organization_id = r.organization_id AND t.kind = 'inventoryReview' AND t.state IN ('waiting', 'running') AND t.input ->> 'reviewId' = r.id::text) THEN 'coming'
        ELSE 'ready' END`.as('files'),
    ])
    .orderBy('r.begunOn', 'desc')
    .orderBy('r.id', 'desc');
  return id ? query.where('r.id', '=', id) : query;
};

/** Every device in use, with whether this count saw it, and whether it entered the inventory since the count began: its id, which holds its hour, is later. Sorted by nothing. */
export const countedDevices = (
  tx: Tx,
  organizationId: string,
  reviewId: string,
  day: string,
  { seen, added, zoneId }: { seen?: string | undefined; added?: string | undefined; zoneId?: string | undefined } = {},
) => {
  const later = sql<boolean>`d.id > ${reviewId}::uuid`;
  let query = listDevices(tx, organizationId, zoneId ? { zoneId } : {}, day, day)
    .leftJoin('inventorySighting as s', (join) => join.onRef('s.organizationId', '=', 'd.organizationId').onRef('s.deviceId', '=', 'd.id').on('s.reviewId', '=', reviewId))
    .select(['s.seenOn', 's.seenBy', 's.found', later.as('added')]);
  if (seen) query = query.where('s.id', seen === 'true' ? 'is not' : 'is', null);
  if (added) query = query.where(later);
  return query;
};
export const countedSorts: Sorts = { name: deviceSorts['name']!, number: deviceSorts['number']! };

/** Notes that a device was seen; twice is once. Its place becomes the one where it was seen. Tells whether it is the first time, and where it stood before if that was elsewhere. */
export const insertSighting = async (
  tx: Tx,
  organizationId: string,
  sighting: { reviewId: string; deviceId: string; zoneId: string | undefined; seenOn: string; seenBy: string; found: 'label' | 'hand' },
): Promise<{ first: boolean; from: string | undefined }> => {
  const { zoneId = null } = sighting;
  const { rows } = await sql<{ from: string | null }>`SELECT concat_ws(', ', z.name, z.building) AS from FROM device d JOIN zone z ON z.organization_id = d.organization_id AND z.id = d.zone_id
    WHERE d.organization_id = ${organizationId} AND d.id = ${sighting.deviceId} AND d.zone_id <> ${zoneId}::uuid`.execute(tx);
  const added = await tx
    .insertInto('inventorySighting')
    .values({ ...sighting, zoneId, organizationId, id: newId() })
    .onConflict((conflict) => conflict.columns(['organizationId', 'reviewId', 'deviceId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // What is seen again in another room stands there now.
  if (!added && zoneId)
    await sql`UPDATE inventory_sighting SET zone_id = ${zoneId} WHERE organization_id = ${organizationId} AND review_id = ${sighting.reviewId} AND device_id = ${sighting.deviceId}
      AND zone_id IS DISTINCT FROM ${zoneId}`.execute(tx);
  await sql`UPDATE device SET counted_on = ${sighting.seenOn}, zone_id = coalesce(${zoneId}::uuid, zone_id) WHERE organization_id = ${organizationId} AND id = ${sighting.deviceId}
    AND (counted_on IS DISTINCT FROM ${sighting.seenOn}::date OR zone_id IS DISTINCT FROM coalesce(${zoneId}::uuid, zone_id))`.execute(tx);
  return { first: added !== undefined, from: rows[0]?.from ?? undefined };
};

/** What was signed, as it was sealed; undefined before. */
export const signedModel = async (tx: Tx, organizationId: string, id: string) =>
  (await tx.selectFrom('inventoryReview').select('model').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.model ?? undefined;

/** The device of this number, also one that left. */
export const deviceNumbered = (tx: Tx, organizationId: string, number: number) =>
  tx.selectFrom('device').select(['id', 'number', 'name', 'kind', 'retiredOn']).where('organizationId', '=', organizationId).where('number', '=', number).executeTakeFirst();

/** The last count that was signed by that day, with its files or what they are drawn from. */
export const lastFrozen = (tx: Tx, organizationId: string, day: string) =>
  tx
    .selectFrom('inventoryReview')
    .select(['signedOn', 'signedBy', 'model', 'pdfFileId', 'docxFileId', 'xlsxFileId'])
    .where('organizationId', '=', organizationId)
    .where('signedOn', '<=', day)
    .where((the) => the.or([the('pdfFileId', 'is not', null), the('model', 'is not', null)]))
    .orderBy('signedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
