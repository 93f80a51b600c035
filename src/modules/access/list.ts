import { z } from 'zod';
import { CivilDate as Day, type CivilDate } from '../../kernel/dates.ts';
import { documentLanguages } from '../../kernel/language.ts';
import type { RightLevel } from './grant.ts';

/** One right of a frozen list, in the words of the day. */
export type ListedRight = { personId: string; resourceId: string; level: RightLevel; account?: string | undefined; start: CivilDate; until?: CivilDate | undefined; withdrawal?: boolean | undefined };

/** What a frozen list of rights says: who, what, and which right, as they were on its day. */
export type ListContent = {
  on: CivilDate;
  people: { id: string; name: string; service?: string | undefined; firm?: string | undefined; outsider?: boolean | undefined; leftOn?: CivilDate | undefined }[];
  resources: { id: string; name: string; kind: string; socialData: boolean }[];
  rights: ListedRight[];
};

/** What somebody asks when they freeze the list: of which day (today, or one before), in which language, with which note. */
export const ListInput = z
  .strictObject({ on: Day.optional(), language: z.enum(documentLanguages).optional(), note: z.string().trim().min(1).max(500).optional() })
  .meta({ id: 'AccessListData', example: { note: 'Avant le contrôle' } });
export type ListInput = z.infer<typeof ListInput>;

/** How a list differs from an earlier one: a right that came, one that went, one whose account or last day changed. */
export type Difference = { change: 'came' | 'went' | 'changed'; personId: string; person: string; resourceId: string; resource: string; level: RightLevel; until?: CivilDate | undefined };

const keyOf = ({ personId, resourceId, level }: Pick<ListedRight, 'personId' | 'resourceId' | 'level'>): string => [personId, resourceId, level].join();
const marks = ({ until, account, withdrawal }: ListedRight): string => [until ?? '', account ?? '', withdrawal ? 'w' : ''].join();

/** What changed from one list to another, in the order of names: rights are compared by person, resource and level. */
export const differences = (before: ListContent, after: ListContent): Difference[] => {
  const names = (list: ListContent) => ({ people: new Map(list.people.map(({ id, name }) => [id, name])), resources: new Map(list.resources.map(({ id, name }) => [id, name])) });
  const [old, now] = [names(before), names(after)];
  const rights = (list: ListContent) => {
    const all = new Map<string, ListedRight[]>();
    for (const right of list.rights) all.set(keyOf(right), [...(all.get(keyOf(right)) ?? []), right]);
    return all;
  };
  const [then, today] = [rights(before), rights(after)];
  const told = (change: Difference['change'], { personId, resourceId, level, until }: ListedRight): Difference => ({
    change,
    personId,
    person: now.people.get(personId) ?? old.people.get(personId) ?? '',
    resourceId,
    resource: now.resources.get(resourceId) ?? old.resources.get(resourceId) ?? '',
    level,
    ...(until ? { until } : {}),
  });
  const said = (all: ListedRight[]): string => all.map(marks).toSorted().join('|');
  return [
    ...[...today].flatMap(([key, all]) => (then.has(key) ? (said(then.get(key)!) === said(all) ? [] : [told('changed', all[0]!)]) : [told('came', all[0]!)])),
    ...[...then].flatMap(([key, all]) => (today.has(key) ? [] : [told('went', all[0]!)])),
  ].toSorted((a, b) => a.person.localeCompare(b.person) || a.resource.localeCompare(b.resource) || a.level.localeCompare(b.level));
};
