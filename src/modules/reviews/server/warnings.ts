import type { Tx } from '../../../server/db/database.ts';
import { rightsOfProfile } from '../../access/server/service.ts';
import { levels } from '../review.ts';
import type { ItemRow } from './part-store.ts';

/** What the register of access holds against a right: more than the profile of the function foresees. One question for each function in a service. */
export const warnings = async (tx: Tx, organizationId: string, rows: readonly ItemRow[]): Promise<(row: ItemRow) => readonly string[]> => {
  const keyOf = (row: ItemRow) => `${row.function ?? ''} ${row.serviceId ?? ''}`;
  const staff = new Map(rows.filter((row) => !row.outsider).map((row) => [keyOf(row), row]));
  const foreseen = new Map<string, ReadonlyMap<string, number>>();
  for (const [key, row] of staff) {
    const rights = await rightsOfProfile(tx, organizationId, { function: row.function ?? undefined, serviceId: row.serviceId ?? undefined });
    foreseen.set(key, new Map(rights.map(({ resourceId, level }) => [resourceId, levels.indexOf(level)])));
  }
  return (row) => {
    const profile = row.outsider ? undefined : foreseen.get(keyOf(row));
    // Where no profile says anything, nothing goes beyond it.
    if (!profile || profile.size === 0) return [];
    return (profile.get(row.resourceId) ?? -1) < levels.indexOf(row.level) ? ['beyondProfile'] : [];
  };
};
