import { type CivilDate, inPeriod } from '../../../kernel/dates.ts';
import { type MandateKind, mandateKinds } from '../mandate.ts';

/** Somebody on the organization chart: each person stands there once. */
export type ChartPerson = { personId: string; name: string; function?: string; mandates: MandateKind[]; head?: boolean };

/**
 * A service with its people: its head first, the others by name. `headName` is that of a head who stands with another service; `under` names the
 * superior where it is drawn elsewhere.
 */
export type ChartService = {
  under?: string;
  id: string;
  name: string;
  parentId?: string;
  seesPersonalData: boolean;
  headName?: string;
  headless: boolean;
  count: number;
  people: ChartPerson[];
};

/** The organization chart of one day: the services, and who has a function or a mandate but no service. */
export type ChartFacts = { services: ChartService[]; others: ChartPerson[] };

type Given = {
  services: readonly { id: string; name: string; parentId: string | null; headId: string | null; headName: string | null; seesPersonalData: boolean }[];
  staff: readonly { personId: string; personName: string; function: string; serviceId: string | null }[];
  mandates: readonly { personId: string; personName: string; kind: MandateKind; start: CivilDate; end: CivilDate | null }[];
};

/**
 * What the organization chart shows of a day (POL 1.1). Somebody stands with the service that they head, else with that of their first
 * contract, else among the others; with all their functions there, and the mandates of that day.
 */
export const chartFacts = ({ services, staff, mandates }: Given, day: CivilDate): ChartFacts => {
  const ids = new Set(services.map(({ id }) => id));
  const people = new Map<string, { person: ChartPerson; place: string | undefined }>();
  const put = (personId: string, name: string, place: string | undefined): ChartPerson => {
    const known = people.get(personId);
    if (known) {
      known.place ??= place;
      return known.person;
    }
    const person: ChartPerson = { personId, name, mandates: [] };
    people.set(personId, { person, place });
    return person;
  };
  for (const { id, headId, headName } of services) if (headId && headName) put(headId, headName, id);
  for (const { personId, personName, function: work, serviceId } of staff) {
    const person = put(personId, personName, serviceId && ids.has(serviceId) ? serviceId : undefined);
    if (!person.function?.split(', ').includes(work)) person.function = person.function ? `${person.function}, ${work}` : work;
  }
  for (const kind of mandateKinds) {
    for (const mandate of mandates) {
      if (mandate.kind !== kind || !inPeriod(day, mandate)) continue;
      const person = put(mandate.personId, mandate.personName, undefined);
      if (!person.mandates.includes(kind)) person.mandates.push(kind);
    }
  }
  const of = (place: string | undefined): ChartPerson[] => [...people.values()].filter((known) => known.place === place).map(({ person }) => person);
  const workers = new Map<string, Set<string>>();
  for (const { personId, serviceId } of staff) if (serviceId) workers.set(serviceId, (workers.get(serviceId) ?? new Set()).add(personId));
  return {
    services: services.map(({ id, name, parentId, headId, headName, seesPersonalData }) => {
      const here = of(id);
      const head = here.find(({ personId }) => personId === headId);
      if (head) head.head = true;
      return {
        id,
        name,
        ...(parentId ? { parentId } : {}),
        seesPersonalData,
        ...(!head && headName ? { headName } : {}),
        headless: !headId,
        count: new Set([...(workers.get(id) ?? []), ...here.map(({ personId }) => personId)]).size,
        people: [...(head ? [head] : []), ...here.filter((person) => person !== head)],
      };
    }),
    others: of(undefined),
  };
};

/** The chart for those who may not see the list of people: services, their heads and their numbers. */
export const withoutPeople = ({ services }: ChartFacts): ChartFacts => ({
  services: services.map((service) => {
    const headName = service.people.find(({ head }) => head)?.name ?? service.headName;
    return { ...service, ...(headName ? { headName } : {}), people: [] };
  }),
  others: [],
});

/** The words of the chart in one language; `{name}`, `{count}` are gaps. */
export type ChartWords = {
  sees: string;
  seesNot: string;
  head: string;
  headIs: string;
  noHead: string;
  others: string;
  onePerson: string;
  manyPeople: string;
  continued: string;
  under: string;
  mandates: Record<MandateKind, string>;
};

/** The words from the texts of this room (`chart.words.*`, `mandateKinds.*`). */
export const chartWords = (text: (key: string) => string): ChartWords => {
  const word = (name: string): string => text(`chart.words.${name}`);
  return {
    sees: word('sees'),
    seesNot: word('seesNot'),
    head: word('head'),
    headIs: word('headIs'),
    noHead: word('noHead'),
    others: word('others'),
    onePerson: word('onePerson'),
    manyPeople: word('manyPeople'),
    continued: word('continued'),
    under: word('under'),
    mandates: Object.fromEntries(mandateKinds.map((kind) => [kind, text(`mandateKinds.${kind}`)])) as Record<MandateKind, string>,
  };
};

export const peopleCount = (count: number, { onePerson, manyPeople }: ChartWords): string => (count === 1 ? onePerson : manyPeople).replace('{count}', String(count));
