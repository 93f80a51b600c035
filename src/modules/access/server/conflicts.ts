import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { conflictsOn } from './segregation-store.ts';

/** What a right should not be held with: the other resource (absent: a mandate, or the right itself), and why, in the language asked. */
export type HeldAgainst = { other?: string; reason: string };

/** The rights of some people that should not be in one hand, on a day, by the id of the right: rules of the library and pairs of the centre, but for those set aside. */
export const heldAgainst = async (tx: Tx, organizationId: string, on: CivilDate, personIds: readonly string[], language: string): Promise<Map<string, HeldAgainst[]>> => {
  const { rules, conflicts, resources, rights } = await conflictsOn(tx, organizationId, on, personIds);
  const found = new Map<string, HeldAgainst[]>();
  for (const { ruleId, first, second } of conflicts) {
    const rule = rules.find(({ id }) => id === ruleId)!;
    const reason = rule.library ? (rule.library.reason[language as 'fr'] ?? rule.library.reason.fr) : rule.own!.reason;
    for (const [one, other] of [
      [first, second],
      [second, first],
    ]) {
      if (one === undefined) continue;
      const name = resources.get(rights.get(other ?? '')?.resourceId ?? '');
      found.set(one, [...(found.get(one) ?? []), { ...(name ? { other: name } : {}), reason }]);
    }
  }
  return found;
};
