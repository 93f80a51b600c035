import { addMonths, type CivilDate } from '../../kernel/dates.ts';
import { type Account, type Level, rankOf } from './account.ts';
import type { Match } from './match.ts';

/** Where a list and the register contradict each other. */
export const findingKinds = ['ofGone', 'withoutPerson', 'administrator', 'withoutGrant', 'withoutAccount', 'disabled', 'shared', 'unused'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Since when a person is gone: the last day of what tied them to the centre; or that they are to come only later. */
export type Presence = { goneOn?: CivilDate | undefined; comesOn?: CivilDate | undefined; suspended?: boolean | undefined };
/** A right on the resource that is in force on the day. */
export type Grant = { id: string; personId: string; level: Level; account: string | null };

/** A contradiction; it is the same as another when kind, account and person are, and it has changed when its facts have. */
export type Finding = {
  kind: FindingKind;
  account?: string;
  label?: string;
  personId?: string;
  grantId?: string;
  level?: Level;
  day?: CivilDate;
  facts: string;
};

export type Compared = { account: Account; match: Match };
type Known = { grants: readonly Grant[]; presence: ReadonlyMap<string, Presence>; today: CivilDate; /** Months after which an account is unused. */ unusedMonths: number };

const labelOf = ({ name, email, account }: Account): string | undefined => name ?? (email && email !== account ? email : undefined);
const factsOf = (...parts: (string | undefined)[]): string => parts.map((part) => part ?? '').join('|');

/**
 * What a list and the rights say differently, all and only that. An account that somebody has still to be asked about gives nothing yet, and speaks
 * for the person it may be of. A disabled account of someone gone is as it should be, and so is one of someone suspended.
 */
export const contradictions = (compared: readonly Compared[], { grants, presence, today, unusedMonths }: Known): Finding[] => {
  const found: Finding[] = [];
  const byPerson = Map.groupBy(grants, ({ personId }) => personId);
  const limit = addMonths(today, -unusedMonths);
  const spokenFor = new Set<string>();
  const goneOn = (personId: string | null | undefined): CivilDate | undefined => (personId ? presence.get(personId)?.goneOn : undefined);
  for (const { account, match } of compared) {
    const of = { account: account.account, ...(labelOf(account) ? { label: labelOf(account)! } : {}) };
    const unused = (personId?: string): void => {
      const { lastUsed, created, disabled } = account;
      if (disabled || lastUsed === undefined) return;
      const since = lastUsed === 'never' ? created : lastUsed;
      if (since !== undefined && since > limit) return;
      found.push({ ...of, kind: 'unused', ...(personId ? { personId } : {}), ...(lastUsed === 'never' ? {} : { day: lastUsed }), facts: factsOf(lastUsed) });
    };
    switch (match.kind) {
      case 'asked':
        spokenFor.add(match.personId);
        break;
      case 'none':
      case 'unknown':
        found.push({ ...of, kind: 'withoutPerson', ...(account.level ? { level: account.level } : {}), facts: factsOf(account.name, account.disabled && 'disabled') });
        break;
      case 'service':
        // A technical account lives by whoever answers for it.
        if (match.personId && goneOn(match.personId) && !account.disabled)
          found.push({ ...of, kind: 'ofGone', personId: match.personId, day: goneOn(match.personId)!, facts: factsOf(goneOn(match.personId)) });
        else if (!match.personId) found.push({ ...of, kind: 'withoutPerson', facts: factsOf(account.name, account.disabled && 'disabled') });
        break;
      case 'shared':
        for (const personId of match.persons ?? []) spokenFor.add(personId);
        if (!account.disabled)
          found.push({
            ...of,
            kind: 'shared',
            ...(match.personId ? { personId: match.personId } : {}),
            facts: factsOf(...(match.persons ? [String(match.persons.length)] : []), match.personId ? 'answered' : ''),
          });
        break;
      case 'person': {
        const { personId } = match;
        const { goneOn: gone, suspended } = presence.get(personId) ?? {};
        const held = byPerson.get(personId) ?? [];
        spokenFor.add(personId);
        if (gone) {
          if (!account.disabled) found.push({ ...of, kind: 'ofGone', personId, day: gone, facts: factsOf(gone) });
          break;
        }
        if (account.disabled) {
          if (held.length > 0 && !suspended)
            found.push({
              ...of,
              kind: 'disabled',
              personId,
              grantId: held[0]!.id,
              facts: factsOf(
                held
                  .map(({ level }) => level)
                  .toSorted()
                  .join(),
              ),
            });
          break;
        }
        const highest = held.toSorted((a, b) => rankOf(b.level) - rankOf(a.level))[0];
        const level = account.level;
        const over = rankOf(level) > rankOf(highest?.level);
        if (level === 'administer' && over) found.push({ ...of, kind: 'administrator', personId, level, ...(highest ? { grantId: highest.id } : {}), facts: factsOf(level, highest?.level) });
        else if (!highest || over)
          found.push({ ...of, kind: 'withoutGrant', personId, ...(level ? { level } : {}), ...(highest ? { grantId: highest.id } : {}), facts: factsOf(level, highest?.level) });
        unused(personId);
      }
    }
  }
  for (const [personId, held] of byPerson) {
    if (spokenFor.has(personId) || (presence.get(personId)?.comesOn ?? '') > today) continue;
    const [first] = held;
    found.push({
      kind: 'withoutAccount',
      personId,
      grantId: first!.id,
      level: first!.level,
      ...(first!.account ? { account: first!.account } : {}),
      facts: factsOf(
        held
          .map(({ level }) => level)
          .toSorted()
          .join(),
        goneOn(personId),
      ),
    });
  }
  return found;
};

/** A finding as it is kept; `gone` ones are not among them. `stepOver`: it became steps, and none of them was open any more when the list was given. */
export type Kept = { id: string; kind: FindingKind; account: string | null; personId: string | null; facts: string; state: 'open' | 'closed' | 'step'; stepOver?: boolean };

const keyOf = (finding: { kind: FindingKind; account?: string | null | undefined; personId?: string | null | undefined }): string =>
  `${finding.kind} ${finding.kind === 'withoutAccount' ? finding.personId : (finding.account ?? '').toLowerCase()}`;

/**
 * What a new comparison changes of the findings that are kept: new ones; those whose facts have changed; those that are no more. One that was closed
 * with a reason stays closed while its facts stay the same, and is found anew when they change. One that became a step keeps it until the step is
 * over; where the next list still tells it, it is open `again`.
 */
export const difference = (kept: readonly Kept[], found: readonly Finding[]): { added: Finding[]; changed: { id: string; to: Finding; again?: true }[]; gone: string[] } => {
  const before = new Map(kept.map((one) => [keyOf(one), one]));
  const added: Finding[] = [];
  const changed: { id: string; to: Finding; again?: true }[] = [];
  const still = new Set<string>();
  for (const finding of found) {
    const same = before.get(keyOf(finding));
    const alike = same && same.facts === finding.facts && (same.personId ?? undefined) === finding.personId;
    if (!same || (same.state === 'closed' && !alike)) {
      added.push(finding);
      continue;
    }
    still.add(same.id);
    const again = same.state === 'step' && same.stepOver === true;
    if (!alike || again) changed.push({ id: same.id, to: finding, ...(again ? { again } : {}) });
  }
  return { added, changed, gone: kept.filter(({ id }) => !still.has(id)).map(({ id }) => id) };
};
