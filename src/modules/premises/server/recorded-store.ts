import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { ZoneInput } from '../zone.ts';
import { columnsOf } from './columns.ts';
import './tables.ts';

/** Enters the zones of an old list, and says the id of each, in their order. Throws where a name is taken. */
export const enterZones = async (tx: Tx, organizationId: string, zones: readonly ZoneInput[]): Promise<string[]> => {
  const rows = zones.map((zone) => ({ ...columnsOf(zone), organizationId, id: newId() }));
  if (rows.length > 0) await tx.insertInto('zone').values(rows).execute();
  return rows.map(({ id }) => id);
};
