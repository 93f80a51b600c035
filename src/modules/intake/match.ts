import { sameValue } from '../../kernel/same.ts';
import type { Intake, IntakeAction } from './intake.ts';
import { normalize, personKey } from './normalize.ts';

/** A record as stored: absent values are null. */
export type Stored = Record<string, unknown> & { id: string };
/** A record as it will be, whole; `state` says what that changes. */
export type Matched = { id: string; state: 'created' | 'changed' | 'unchanged'; values: Record<string, unknown> };

const meta = ['organizationId', 'id', 'version', 'searchText'];

/** The record after the workbook: absent values stay as they are, `defaults` complete a new one. */
const merge = (stored: Stored | undefined, given: Record<string, unknown>, defaults: Record<string, unknown>, makeId: () => string): Matched => {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (!stored) return { id: makeId(), state: 'created', values: { ...defaults, ...present } };
  const before = Object.fromEntries(Object.entries(stored).filter(([key]) => !meta.includes(key)));
  const values = { ...before, ...present };
  const same = Object.entries(present).every(([key, value]) => sameValue(value, before[key]));
  return { id: stored.id, state: same ? 'unchanged' : 'changed', values };
};

const personDefaults = { reference: null, title: null, language: null, email: null, phone: null, ssin: null, employer: null, note: null };

/** People of the workbook with those of the centre: by national number, then by code, then by name where the name is one person's only. `ids` finds any of them by key. */
export const matchPeople = (people: Intake['people'], stored: readonly Stored[], makeId: () => string): { rows: Matched[]; ids: Map<string, string> } => {
  const byName = new Map<string, Stored[]>();
  for (const person of stored) {
    const key = personKey(String(person['lastName']), String(person['firstName']));
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const bySsin = new Map(stored.flatMap((person) => (person['ssin'] ? [[String(person['ssin']), person] as const] : [])));
  const byReference = new Map(stored.flatMap((person) => (person['reference'] ? [[String(person['reference']), person] as const] : [])));
  const ids = new Map<string, string>();
  for (const [key, found] of byName) if (found.length === 1 && found[0]) ids.set(key, found[0].id);
  const taken = new Set<string>();
  const rows = people.map(({ row: _row, key, ...given }) => {
    const sameName = byName.get(personKey(given.lastName, given.firstName)) ?? [];
    // Somebody with another code is somebody else, whatever the name.
    const only = sameName.length === 1 && !(given.reference && sameName[0]?.['reference'] && sameName[0]['reference'] !== given.reference) ? sameName[0] : undefined;
    const candidate = (given.ssin && bySsin.get(given.ssin)) || (given.reference && byReference.get(given.reference)) || only;
    const matched = merge(candidate && !taken.has(candidate.id) ? candidate : undefined, given, personDefaults, makeId);
    taken.add(matched.id);
    ids.set(key, matched.id);
    return matched;
  });
  return { rows, ids };
};

/** Services by name, with their superior and head. */
export const matchServices = (
  services: Intake['services'],
  stored: readonly Stored[],
  personId: (key: string) => string,
  makeId: () => string,
): { rows: Matched[]; idOf: (name: string) => string | undefined } => {
  const byName = new Map(stored.map((service) => [normalize(String(service['name'])), service]));
  const ids = new Map([...byName].map(([name, service]) => [name, service.id]));
  const first = services.map((service) => ({ service, found: byName.get(normalize(service.name)) }));
  const made = first.map(({ service, found }) => {
    const id = found?.id ?? makeId();
    ids.set(normalize(service.name), id);
    return { service, found, id };
  });
  const rows = made.map(({ service: { row: _row, parentName, head, ...given }, found, id }) => ({
    ...merge(
      found,
      { ...given, parentId: parentName ? ids.get(normalize(parentName)) : undefined, headId: head ? personId(head) : undefined },
      { parentId: null, headId: null, seesPersonalData: true },
      () => id,
    ),
  }));
  return { rows, idOf: (name) => ids.get(normalize(name)) };
};

const contractDefaults = { serviceId: null, end: null, weeklyHours: null, suspensions: [], accountsClosedOn: null };

/** Contracts by person, first day and function; a changed function is recognised where the day leaves no doubt. */
export const matchContracts = (contracts: Intake['contracts'], stored: readonly Stored[], personId: (key: string) => string, serviceId: (name: string) => string, makeId: () => string): Matched[] => {
  const dayKey = (person: string, start: unknown): string => `${person} ${String(start)}`;
  const byDay = new Map<string, Stored[]>();
  for (const contract of stored) byDay.set(dayKey(String(contract['personId']), contract['start']), [...(byDay.get(dayKey(String(contract['personId']), contract['start'])) ?? []), contract]);
  const linesOfDay = new Map<string, number>();
  for (const contract of contracts) linesOfDay.set(dayKey(personId(contract.person), contract.start), (linesOfDay.get(dayKey(personId(contract.person), contract.start)) ?? 0) + 1);
  return contracts.map(({ row: _row, person, serviceName, ...given }) => {
    const key = dayKey(personId(person), given.start);
    const candidates = byDay.get(key) ?? [];
    const exact = candidates.find((contract) => normalize(String(contract['function'])) === normalize(given.function));
    const found = exact ?? (candidates.length === 1 && linesOfDay.get(key) === 1 ? candidates[0] : undefined);
    return merge(found, { ...given, personId: personId(person), serviceId: serviceName ? serviceId(serviceName) : undefined }, contractDefaults, makeId);
  });
};

const mandateDefaults = { end: null, decidedOn: null, decisionNumber: null, federalServiceNotifiedOn: null, authorityNotifiedOn: null, weeklyHours: null };

/** Mandates by person, kind and first day. */
export const matchMandates = (mandates: Intake['mandates'], stored: readonly Stored[], personId: (key: string) => string, makeId: () => string): Matched[] => {
  const keyOf = (person: string, kind: unknown, start: unknown): string => `${person} ${String(kind)} ${String(start)}`;
  const found = new Map(stored.map((mandate) => [keyOf(String(mandate['personId']), mandate['kind'], mandate['start']), mandate]));
  return mandates.map(({ row: _row, person, ...given }) => merge(found.get(keyOf(personId(person), given.kind, given.start)), { ...given, personId: personId(person) }, mandateDefaults, makeId));
};

/**
 * The actions of the workbook that the plan has not: one of the same title that falls due on the same day, or else in the same year (or, on
 * either side, without a day), is there already, once. It is left as it is: the plan lives on where it was entered.
 */
export const matchActions = (actions: readonly IntakeAction[], stored: readonly { title: string; dueOn: string | null }[]): IntakeAction[] => {
  const left = new Map<string, (string | null)[]>();
  for (const { title, dueOn } of stored) left.set(normalize(title), [...(left.get(normalize(title)) ?? []), dueOn]);
  const takeWhere =
    (fits: (due: string | null, other: string | null) => boolean) =>
    (action: IntakeAction): boolean => {
      const days = left.get(normalize(action.title)) ?? [];
      const index = days.findIndex((other) => fits(action.dueOn ?? null, other));
      if (index >= 0) days.splice(index, 1);
      return index < 0;
    };
  const sameYear = (due: string | null, other: string | null): boolean => !due || !other || due.slice(0, 4) === other.slice(0, 4);
  return actions.filter(takeWhere((due, other) => due === other)).filter(takeWhere(sameYear));
};
