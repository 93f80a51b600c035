import { searchText } from '../../kernel/search.ts';
import { type Account, identifierOf } from './account.ts';
import { closeTo } from './close.ts';

/** A person of the register, as an account is compared with them. */
export type Person = { id: string; firstName: string; lastName: string; email: string | null; reference: string | null };
/** An identifier that a right of the register bears; `here` where it is a right on the resource of the list. */
export type Borne = { personId: string; account: string; here: boolean };
/** What somebody said of an account of this resource. */
export const matchKinds = ['asked', 'person', 'shared', 'service', 'unknown'] as const;
export type MatchKind = (typeof matchKinds)[number];
export type Remembered = { account: string; kind: MatchKind; personId: string | null };

/** Why a match is not certain: several of that name, an initial for a given name, a name almost the same, part of a name, or nothing but the words of the identifier. */
export const doubts = ['namesakes', 'initial', 'close', 'part', 'login'] as const;
export type Doubt = (typeof doubts)[number];
/** How it was known. */
export type By = 'remembered' | 'account' | 'email' | 'reference' | 'name';

export type Match =
  | { kind: 'person'; personId: string; by: By }
  /** Known as shared, technical or nobody's; or shared by the looks of it. */
  | { kind: 'shared'; personId: string | null; persons?: readonly string[] }
  | { kind: 'service'; personId: string | null }
  | { kind: 'unknown' }
  | { kind: 'asked'; personId: string; why: Doubt }
  | { kind: 'none' };

// "van den", "de la": left out where one list writes them and the other does not.
const particles = new Set('van vande vanden vander den der de du des la le l d ten ter te t von zu zum dos da di del della el al ben'.split(' '));
const wordsOf = (text: string): string[] => searchText(text).split(/[ .@]/).filter(Boolean);
const joined = (...texts: string[]): string => wordsOf(texts.join(' ')).join('');
const bareOf = (words: readonly string[]): string => {
  const kept = words.filter((word) => !particles.has(word));
  return (kept.length > 0 ? kept : words).join('');
};
const bare = (text: string): string => bareOf(wordsOf(text));

/** Words in the identifier of an account that nobody in particular has: a counter, a function, an address of everybody. */
const sharedWords =
  /(?:^|[\W_\d])(?:accueil|info|secretariat|reception|onthaal|balie|empfang|sekretariat|guichet|loket|stage|stagiaire|stagiair|helpdesk|scan|scanner|salle|zaal|reunion|vergadering|contact|public|commun|gedeeld|shared)(?:$|[\W_\d])/i;
const serviceWords =
  /^(?:svc|srv|sys|sa|adm|admin|administrator|administrateur|root|guest|invite|gast|krbtgt|backup|sauvegarde|sql|test|ldap|sync|msol|healthmailbox|defaultaccount|wdagutilityaccount|exchange|veeam|antivirus|update|daemon|nobody)(?:$|[\W_\d])/i;

type Index = Map<string, Set<string>>;
const indexed = (people: readonly Person[], keys: (person: Person) => readonly string[]): Index => {
  const index: Index = new Map();
  for (const person of people) for (const key of keys(person)) if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(person.id));
  return index;
};
const only = (found: ReadonlySet<string> | undefined): string | undefined => (found?.size === 1 ? [...found][0] : undefined);

/**
 * Who has which account, the surest way first: what somebody said, the identifier that a right on this resource bears, the one that a right elsewhere
 * bears, the e-mail address, the number of the person, the whole name in either order without accents, hyphens and particles. What is only likely is
 * asked: two of that name, an initial, a name that differs in one sign, the words of the identifier.
 */
export const matcher = (people: readonly Person[], borne: readonly Borne[], remembered: readonly Remembered[]): ((account: Account) => Match) => {
  const said = new Map(remembered.map((one) => [identifierOf(one.account), one]));
  const here: Index = new Map();
  const elsewhere: Index = new Map();
  for (const { personId, account, here: ofThis } of borne) {
    const index = ofThis ? here : elsewhere;
    const key = identifierOf(account);
    index.set(key, (index.get(key) ?? new Set()).add(personId));
  }
  const emails = indexed(people, ({ email }) => [email?.toLowerCase() ?? '']);
  const references = indexed(people, ({ reference }) => [(reference ?? '').toLowerCase().replace(/^0+(?=\d)/, '')]);
  const whole = indexed(people, ({ firstName, lastName }) => [joined(firstName, lastName), joined(lastName, firstName)]);
  const without = indexed(people, ({ firstName, lastName }) => [bare(`${firstName} ${lastName}`), bare(`${lastName} ${firstName}`)]);
  const initials = indexed(people, ({ firstName, lastName }) => {
    const letters = [
      joined(firstName).slice(0, 1),
      wordsOf(firstName)
        .map((word) => word[0])
        .join(''),
    ];
    return letters.flatMap((letter) => [letter + joined(lastName), joined(lastName) + letter, letter + bare(lastName)]);
  });
  const parts = indexed(people, ({ firstName, lastName }) => {
    const first = wordsOf(firstName)[0] ?? '';
    const last = wordsOf(lastName).filter((word) => !particles.has(word));
    return [first + (last[0] ?? ''), first + (last.at(-1) ?? ''), (last[0] ?? '') + first];
  });
  const close = closeTo(new Map(people.map(({ id, firstName, lastName }) => [id, joined(firstName, lastName)])));

  const byName = (account: Account): Match | undefined => {
    const { name } = account;
    if (!name) return undefined;
    const all = wordsOf(name);
    const together = all.join('');
    for (const [index, key] of [
      [whole, together],
      [without, bareOf(all)],
    ] as const) {
      const found = index.get(key);
      const one = only(found);
      if (one) return { kind: 'person', personId: one, by: 'name' };
      if (found && found.size > 1) return { kind: 'asked', personId: [...found].toSorted()[0]!, why: 'namesakes' };
    }
    for (const order of account.first && account.last ? [joined(account.first, account.last), joined(account.last, account.first)] : turned(all)) {
      const near = close(order);
      if (near.length === 1) return { kind: 'asked', personId: near[0]!, why: 'close' };
    }
    const initial = only(initials.get(together));
    if (initial) return { kind: 'asked', personId: initial, why: 'initial' };
    const words = all.filter((word) => !particles.has(word));
    const part = words.length > 1 ? (only(parts.get(words[0]! + words.at(-1)!)) ?? only(parts.get(words.at(-1)! + words[0]!))) : undefined;
    return part ? { kind: 'asked', personId: part, why: 'part' } : undefined;
  };
  const byLogin = (account: Account): Match | undefined => {
    const login = identifierOf(account.account).replace(/@.*$/, '').replace(/\d+$/, '');
    const key = joined(login.replaceAll(/[._-]/g, ' '));
    if (key.length < 4) return undefined;
    const one = only(whole.get(key)) ?? only(initials.get(key));
    return one ? { kind: 'asked', personId: one, why: 'login' } : undefined;
  };

  return (account) => {
    const key = identifierOf(account.account);
    const told = said.get(key);
    if (told?.kind === 'person' && told.personId) return { kind: 'person', personId: told.personId, by: 'remembered' };
    if (told?.kind === 'shared' || told?.kind === 'service') return { kind: told.kind, personId: told.personId };
    if (told?.kind === 'unknown') return { kind: 'unknown' };
    const bearers = here.get(key);
    // One account that the rights of several bear is shared, whatever it is called.
    if (bearers && bearers.size > 1) return { kind: 'shared', personId: null, persons: [...bearers].toSorted() };
    const email = account.email?.toLowerCase();
    const certain: readonly [By, string | undefined][] = [
      ['account', only(bearers)],
      ['account', only(elsewhere.get(key))],
      ['email', email ? only(emails.get(email)) : undefined],
      ['reference', account.reference ? only(references.get(account.reference.toLowerCase().replace(/^0+(?=\d)/, ''))) : undefined],
    ];
    for (const [by, personId] of certain) if (personId) return { kind: 'person', personId, by };
    if (account.kind) return { kind: account.kind, personId: null };
    const named = byName(account);
    if (named) return named;
    const text = searchText(key.replace(/@.*$/, '')).replaceAll(' ', '-');
    if (sharedWords.test(text)) return { kind: 'shared', personId: null };
    if (serviceWords.test(text)) return { kind: 'none' };
    // Where the list tells a whole name that nobody bears, the identifier made of it says nothing more.
    return (account.name && wordsOf(account.name).length > 1 ? undefined : byLogin(account)) ?? { kind: 'none' };
  };
};

/** A name in the orders that lists have: as it stands, and with its first or its last word on the other side. */
const turned = (words: readonly string[]): string[] => [words.join(''), ...(words.length > 1 ? [[...words.slice(1), words[0]!].join(''), [words.at(-1)!, ...words.slice(0, -1)].join('')] : [])];
