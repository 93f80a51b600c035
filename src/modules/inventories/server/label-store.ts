import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DeviceKind } from '../device.ts';
import { type DeviceFilters, matchingDevices } from './store.ts';
import './tables.ts';

export type Labelled = { id: string; number: number; name: string; kind: DeviceKind; brand: string | null; model: string | null };
export type LabelChoice = DeviceFilters & { ids?: string[]; before?: string };

const chosen = (tx: Tx, organizationId: string, { ids, before, ...filters }: LabelChoice, day: string) => {
  let query = matchingDevices(tx, organizationId, filters, day, day);
  if (ids) query = query.where('d.id', '=', sql<string>`ANY (${ids}::uuid[])`);
  if (before) query = query.where(sql<boolean>`NOT EXISTS (SELECT FROM device_label l WHERE l.organization_id = d.organization_id AND l.device_id = d.id AND l.printed_on >= ${before})`);
  return query;
};

/** The devices that are to have a label, as one walks through the rooms; so many at most. */
export const devicesToLabel = (tx: Tx, organizationId: string, choice: LabelChoice, day: string, most: number): Promise<Labelled[]> =>
  chosen(tx, organizationId, choice, day)
    .leftJoin('zone as z', (join) => join.onRef('z.organizationId', '=', 'd.organizationId').onRef('z.id', '=', 'd.zoneId'))
    .select(['d.id', 'd.number', 'd.name', 'd.kind', 'd.brand', 'd.model'])
    .orderBy(sql`z.name COLLATE names NULLS LAST`)
    .orderBy('d.number')
    .limit(most)
    .execute() as Promise<Labelled[]>;

export const countToLabel = async (tx: Tx, organizationId: string, choice: LabelChoice, day: string): Promise<number> =>
  (
    (await chosen(tx, organizationId, choice, day)
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()) as { count: number }
  ).count;

/** Notes that the labels of these devices were printed. */
export const noteLabels = async (tx: Tx, organizationId: string, ids: readonly string[], day: string): Promise<void> => {
  const rows = ids.map((deviceId) => ({ organizationId, id: newId(), deviceId, printedOn: day }));
  await tx
    .insertInto('deviceLabel')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['organizationId', 'deviceId']).doUpdateSet({ printedOn: day }).where('deviceLabel.printedOn', '<>', day))
    .execute();
};
