import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export const listErasures = (tx: Tx, organizationId: string, filters: { deviceId?: string }): Listed => {
  const query = tx
    .selectFrom('deviceErasure as e')
    .innerJoin('device as d', (join) => join.onRef('d.organizationId', '=', 'e.organizationId').onRef('d.id', '=', 'e.deviceId'))
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'e.organizationId').onRef('file.id', '=', 'e.fileId'))
    .where('e.organizationId', '=', organizationId)
    .selectAll('e')
    .select(['d.name as deviceName', 'd.number as deviceNumber', 'file.name as fileName']) as Listed;
  return filters.deviceId ? query.where('e.deviceId', '=', filters.deviceId) : query;
};
export const erasureSorts: Sorts = { erasedOn: [sql`e.erased_on`] };

/** Whether the data of a device were erased so that it may leave, after it last came back from anybody. */
export const wasErased = async (tx: Tx, organizationId: string, deviceId: string): Promise<boolean> => {
  const { rows } = await sql<{
    erased: boolean;
  }>`SELECT EXISTS (SELECT FROM device_erasure e WHERE e.organization_id = ${organizationId} AND e.device_id = ${deviceId} AND e.purpose IN ('disposal', 'leaseEnd')
    AND NOT EXISTS (SELECT FROM device_movement m WHERE m.organization_id = e.organization_id AND m.device_id = e.device_id AND m.direction = 'out' AND m.moved_on > e.erased_on)) AS erased`.execute(
    tx,
  );
  return rows[0]!.erased;
};
