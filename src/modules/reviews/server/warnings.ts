import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { heldAgainst, rightsOfProfile } from '../../access/server/service.ts';
import { levels } from '../review.ts';
import type { ItemRow } from './part-store.ts';

/** What the register of access holds against a right. `other`: the resource that should not be in the same hand; `reason`: why, in the reader's language. */
export type Warning = { kind: 'beyondProfile' | 'segregation'; other?: string; reason?: string };

/**
 * More than the profile of the function foresees, one question for each function in a service; and what should not be in one hand, that day, one question
 * for all.
 */
export const warnings = async (tx: Tx, organizationId: string, rows: readonly ItemRow[], day: CivilDate, language = 'fr'): Promise<(row: ItemRow) => readonly Warning[]> => {
  const keyOf = (row: ItemRow) => `${row.function ?? ''} ${row.serviceId ?? ''}`;
  const staff = new Map(rows.filter((row) => !row.outsider).map((row) => [keyOf(row), row]));
  const foreseen = new Map<string, ReadonlyMap<string, number>>();
  for (const [key, row] of staff) {
    const rights = await rightsOfProfile(tx, organizationId, { function: row.function ?? undefined, serviceId: row.serviceId ?? undefined });
    foreseen.set(key, new Map(rights.map(({ resourceId, level }) => [resourceId, levels.indexOf(level)])));
  }
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const against = people.length > 0 ? await heldAgainst(tx, organizationId, day, people, language) : new Map<string, never>();
  return (row) => {
    const profile = row.outsider ? undefined : foreseen.get(keyOf(row));
    // Where no profile says anything, nothing goes beyond it.
    const beyond = profile !== undefined && profile.size > 0 && (profile.get(row.resourceId) ?? -1) < levels.indexOf(row.level);
    return [...(beyond ? [{ kind: 'beyondProfile' as const }] : []), ...(against.get(row.grantId) ?? []).map((one) => ({ kind: 'segregation' as const, ...one }))];
  };
};
