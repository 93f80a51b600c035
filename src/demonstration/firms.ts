import type { CivilDate } from '../kernel/dates.ts';
import { searchText } from '../kernel/search.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { clauseKinds } from '../modules/suppliers/supplier.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { firmWords } from './firm-words.ts';
import { hasMess } from './mess.ts';
import { slugOf } from './names.ts';
import { enterpriseNumber } from './numbers.ts';
import type { Person } from './people.ts';
import { randomOf } from './random.ts';

export type FirmKey = 'it' | keyof (typeof firmWords)['fr']['firms'];
export type Firms = { ids: ReadonlyMap<FirmKey, string>; suppliers: Row[]; contracts: Row[]; people: Row[] };
type Row = Record<string, unknown> & { id: string };

/** Smaller centres work with fewer firms. */
const keys: readonly FirmKey[] = ['it', 'social', 'finance', 'network', 'cleaning', 'archives', 'hosting', 'telephony', 'alarm'];
const kinds: Record<FirmKey, string> = {
  it: 'itServices',
  social: 'software',
  finance: 'software',
  hosting: 'hosting',
  network: 'network',
  cleaning: 'cleaning',
  archives: 'archives',
  telephony: 'telephony',
  alarm: 'security',
};
const processors: ReadonlySet<FirmKey> = new Set(['it', 'social', 'finance', 'hosting', 'archives']);

/** Two people of the software firm and one of the accounting firm, outsiders in the register of the centre. */
export const firmPeople = (index: number, language: DocumentLanguage, seed: string): Person[] => {
  if (hasMess(index, 'justEntered')) return [];
  const random = randomOf(`${seed}/firm-people/${index}`);
  const { people, firms } = firmWords[language];
  return people.map(([firstName, lastName], place) => ({
    id: random.id(),
    firstName,
    lastName,
    kind: 'outsider',
    language,
    employer: place === 2 ? firms.finance : firms.social,
    email: `${slugOf(lastName)}.${index}@${slugOf(place === 2 ? firms.finance : firms.social)}.example.org`,
  }));
};

type Term = { start: number; end?: number; checked?: number; lacks?: string; notNeeded?: readonly string[]; covers?: boolean };
const unneeded = ['processing', 'incidents', 'audit', 'remoteMaintenance', 'subcontracting', 'return'];

/** The contracts of a firm, in days from today: most in order, one never checked, one that lacks a clause, one that ended while the work goes on, one that ends soon. */
const terms = (key: FirmKey, index: number): Term[] => {
  switch (key) {
    case 'it':
      return [
        { start: -1_500, end: -406, checked: -1_510 },
        { start: -405, end: 690, checked: -410, covers: true },
      ];
    case 'social':
      return [{ start: -900, checked: -880, ...(index % 2 === 0 ? { lacks: 'return' } : {}) }];
    case 'finance':
      return [{ start: -640, end: 455 }];
    case 'network':
      return [{ start: -1_000, end: 95, checked: -1_002, notNeeded: ['processing', 'return'] }];
    case 'cleaning':
      return [{ start: -760, checked: -700, notNeeded: unneeded, covers: true }];
    case 'archives':
      return [{ start: -1_140, end: -45, checked: -1_150 }];
    case 'hosting':
      return [
        { start: -1_300, end: -206, checked: -1_310 },
        { start: -205, end: 890, ...(index % 3 === 0 ? {} : { checked: -200 }) },
      ];
    case 'telephony':
      return [{ start: -1_400, end: -300, checked: -1_400, notNeeded: unneeded }];
    case 'alarm':
      return [{ start: -690, end: 40, checked: -690, notNeeded: ['processing', 'remoteMaintenance'] }];
  }
};

/** The firms of a centre with their contracts and people, three years of them; hardly anything of a centre that has just joined. */
export const makeFirms = (centre: Centre, seed: string, today: CivilDate): Firms => {
  const random = randomOf(`${seed}/firms/${centre.index}`);
  const words = firmWords[centre.organization.documentLanguage];
  const technician = centre.people.find(({ id }) => id === centre.cast.technician);
  const here = hasMess(centre.index, 'justEntered') ? [] : keys.slice(0, centre.people.length < 40 ? 6 : centre.people.length < 90 ? 8 : 9);
  const ids = new Map(here.map((key) => [key, random.id()]));
  const name = (key: FirmKey): string => (key === 'it' ? (technician?.employer ?? centre.organization.facts.itSupplier ?? 'Informatique') : words.firms[key]);
  const suppliers = here.map((key, place) => {
    const address = slugOf(name(key));
    return {
      id: ids.get(key)!,
      name: name(key),
      kind: kinds[key],
      // One firm gave no number, as happens.
      enterpriseNumber: key === 'cleaning' ? null : enterpriseNumber(900 + centre.index * keys.length + place),
      email: `info@${address}.example.org`,
      supportEmail: key === 'it' || key === 'social' ? `support@${address}.example.org` : null,
      phone: null,
      processor: processors.has(key),
      note: key === 'it' ? words.note : null,
      endedOn: key === 'telephony' ? addDays(today, -300) : null,
      searchText: searchText(name(key)),
    };
  });
  const contracts = here.flatMap((key) =>
    terms(key, centre.index).map(({ start, end, checked, lacks, notNeeded = processors.has(key) ? [] : ['processing'], covers = false }, place) => ({
      id: random.id(),
      supplierId: ids.get(key)!,
      title: words.contracts[key],
      reference: `${addDays(today, start).slice(0, 4)}/${10 + centre.index + place}`,
      start: addDays(today, start),
      end: end === undefined ? null : addDays(today, end),
      clauses:
        checked === undefined
          ? []
          : clauseKinds.map((kind, at) => {
              const covered = kind === lacks ? 'no' : notNeeded.includes(kind) ? 'notNeeded' : 'yes';
              return { kind, covered, ...(covered === 'yes' ? { at: kind === 'processing' ? words.annex : words.place.replace('{{n}}', String(at + 4)) } : {}) };
            }),
      coversPeople: covers,
      checkedOn: checked === undefined ? null : addDays(today, checked),
      checkedById: checked === undefined ? null : centre.cast.shared.adviser,
    })),
  );
  const contractOf = (key: FirmKey) => contracts.findLast(({ supplierId }) => supplierId === ids.get(key));
  // Of the software firm, the second is written down as its own and not joined yet.
  const joined = centre.people.filter(({ employer }) => employer === words.firms.social).slice(0, 1);
  const link = (key: FirmKey, person: Person, place: number) => ({
    id: random.id(),
    supplierId: ids.get(key)!,
    personId: person.id,
    contractId: contractOf(key)?.id ?? null,
    task: words.tasks[place]!,
    start: addDays(today, -400 + place * 30),
  });
  const people =
    here.length === 0
      ? []
      : [
          ...(technician ? [link('it', technician, 1)] : []),
          ...joined.map((person) => link('social', person, 0)),
          ...centre.people.filter(({ employer }) => employer === words.firms.finance).map((person) => link('finance', person, 2)),
        ];
  return { ids, suppliers, contracts, people };
};
