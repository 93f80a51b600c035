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
