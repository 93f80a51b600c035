import type { Block, Inline } from '../../documents/section.ts';
import { type CivilDate, inPeriod } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { ListContent } from '../access/list.ts';
import type { ChartFacts } from '../people/chart/chart.ts';
import type { MandateKind } from '../people/mandate.ts';
import type { Approver } from './document.ts';
import type { AnnexFacts, MandateFacts, ServiceFacts, StaffFacts, VersionFacts } from './facts.ts';
import { longDate } from './format.ts';
import { words } from './words.ts';

const cell = (text: string): Inline[] => [{ text }];
const quiet = (text: string): Inline[] => [{ text, italic: true }];

/** Functions in the order of the table; the first ones stand there even when nobody holds them. */
const compulsory: readonly MandateKind[] = ['president', 'directorGeneral', 'adviser', 'dpo'];
const officers: readonly MandateKind[] = [
  'president',
  'directorGeneral',
  'financeDirector',
  'adviser',
  'deputyAdviser',
  'dpo',
  'deputyDpo',
  'itHead',
  'itAgent',
  'itSecurityOfficer',
  'localCorrespondent',
  'archivist',
];

/** Who holds which function that day, since when, by which decision. */
export const officersTable = (mandates: readonly MandateFacts[], language: DocumentLanguage, today: CivilDate): Block => {
  const { mandates: names, officers: own } = words[language];
  const rows = officers.flatMap((kind): Inline[][][] => {
    const held = mandates.filter((mandate) => mandate.kind === kind && inPeriod(today, mandate));
    if (held.length === 0) return compulsory.includes(kind) ? [[cell(names[kind]), quiet(own.vacant), cell(''), cell('')]] : [];
    return held.map(({ personName, start, decidedOn, decisionNumber }) => [
      cell(names[kind]),
      cell(personName),
      cell(longDate(start, language)),
      cell(decidedOn ? own.decided({ date: longDate(decidedOn, language), number: decisionNumber ?? undefined }) : ''),
    ]);
  });
  return {
    type: 'table',
    columns: [
      { title: own.function, width: 3.6 },
      { title: own.person, width: 3 },
      { title: own.since, width: 2.8 },
      { title: own.decision, width: 3 },
    ],
    rows,
    empty: own.empty,
  };
};

/** As the room of the platform counts them (src/modules/platform/meeting.ts). */
const onPlatform: readonly MandateKind[] = ['president', 'directorGeneral', 'adviser', 'dpo', 'itAgent', 'platformMember'];

/** Who sits on the security platform that day: by their function, or named to it; each person once. */
export const platformTable = (mandates: readonly MandateFacts[], language: DocumentLanguage, today: CivilDate): Block => {
  const { mandates: names, platform: own } = words[language];
  const members = new Map<string, { name: string; kinds: MandateKind[] }>();
  for (const kind of onPlatform) {
    for (const { personId, personName } of mandates.filter((mandate) => mandate.kind === kind && inPeriod(today, mandate))) {
      const member = members.get(personId);
      if (!member) members.set(personId, { name: personName, kinds: [kind] });
      else if (!member.kinds.includes(kind) && kind !== 'platformMember') member.kinds.push(kind);
    }
  }
  return {
    type: 'table',
    columns: [
      { title: own.person, width: 1 },
      { title: own.capacity, width: 2 },
    ],
    rows: [...members.values()].map(({ name, kinds }) => [cell(name), cell(kinds.map((kind) => names[kind]).join(', '))]),
    empty: own.empty,
  };
};

/** Services below those they belong to, with their depth; a service whose superior is unknown, or that would be its own, stands at the top. */
const nested = (services: readonly ServiceFacts[]): { service: ServiceFacts; depth: number }[] => {
  const ids = new Set(services.map(({ id }) => id));
  const seen = new Set<string>();
  const below = (parent: string | undefined, depth: number): { service: ServiceFacts; depth: number }[] =>
    services
      .filter(({ id, parentId }) => !seen.has(id) && (parent === undefined ? !parentId || !ids.has(parentId) : parentId === parent))
      .flatMap((service) => {
        if (seen.has(service.id)) return [];
        seen.add(service.id);
        return [{ service, depth }, ...below(service.id, depth + 1)];
      });
  const tree = below(undefined, 0);
  return [...tree, ...services.filter(({ id }) => !seen.has(id)).map((service) => ({ service, depth: 0 }))];
};

/** The organization chart as a table: services, set in by depth, their heads and people, and whether they see personal data (POL 1.1). */
export const organizationChart = (services: readonly ServiceFacts[], staff: readonly StaffFacts[], language: DocumentLanguage): Block => {
  const { chart: own, yes, no } = words[language];
  const people = (serviceId: string | null): string =>
    staff
      .filter((contract) => contract.serviceId === serviceId)
      .map(({ personName, function: work }) => `${personName}, ${work}`)
      .join('\n');
  const rows = nested(services).map(({ service, depth }): Inline[][] => [
    [{ text: `${depth > 0 ? `${'\u2003'.repeat(depth - 1)}–\u00a0` : ''}${service.name}`, ...(depth === 0 ? { bold: true } : {}) }],
    service.headName ? cell(service.headName) : quiet(own.noHead),
    cell(people(service.id)),
    cell(service.seesPersonalData ? yes : no),
  ]);
  const others = people(null);
  return {
    type: 'table',
    columns: [
      { title: own.service, width: 2.6 },
      { title: own.head, width: 2.6 },
      { title: own.people, width: 4.8 },
      { title: own.seesPersonalData, width: 2 },
    ],
    rows: [...rows, ...(others && rows.length > 0 ? [[quiet(own.noService), cell(''), cell(others), cell('')]] : [])],
    empty: own.empty,
  };
};

/** The same as a picture, on landscape pages of A4 (POL 1.1). */
export const chartPicture = (chart: ChartFacts, language: DocumentLanguage): Block => {
  const { chart: own, mandates } = words[language];
  return { type: 'chart', label: own.picture, chart, words: { ...own.drawn, mandates }, paper: 'a4' };
};

/** The centre's own documents that belong to the policy: what each is, and which version is in force since when, or that none is approved yet. */
export const annexesTable = (annexes: readonly AnnexFacts[], language: DocumentLanguage): Block => {
  const { annexes: own } = words[language];
  return {
    type: 'table',
    columns: [
      { title: own.title, width: 4.4 },
      { title: own.kind, width: 2 },
      { title: own.state, width: 3.6 },
    ],
    rows: annexes.map(({ title, category, number, decidedOn }) => [
      cell(title),
      cell(own.kinds[category]),
      number !== null && decidedOn ? cell(own.inForce(number, longDate(decidedOn, language))) : quiet(own.notYet),
    ]),
    empty: words[language].nothingYet.annexes,
  };
};

/**
 * The list of authorised accounts (POL 1.4), by resource, as it was last frozen: its day and number first. It is not that of the day at hand, which
 * would make a policy in force read otherwise with each right that is given.
 */
export const accessTable = ({ number, content }: { number: number; content: ListContent }, language: DocumentLanguage): Block[] => {
  const { accessRights: own } = words[language];
  const names = new Map(content.people.map(({ id, name }) => [id, name]));
  const held = new Map<string, string[]>();
  for (const { personId, resourceId, level } of content.rights) held.set(resourceId, [...(held.get(resourceId) ?? []), `${names.get(personId) ?? ''} (${own.levels[level]})`]);
  return [
    { type: 'paragraph', content: cell(own.list(number, longDate(content.on, language))) },
    {
      type: 'table',
      columns: [
        { title: own.resource, width: 3 },
        { title: own.people, width: 7 },
      ],
      rows: content.resources.map(({ id, name }) => [[{ text: name, bold: true }], cell((held.get(id) ?? []).join(', '))]),
      empty: words[language].nothingYet.accessRights,
    },
  ];
};

/** The history of a document, newest first. */
export const versionsTable = (versions: readonly VersionFacts[], language: DocumentLanguage): Block => {
  const { versions: own, approved } = words[language];
  return {
    type: 'table',
    columns: [
      { title: own.number, width: 1 },
      { title: own.approval, width: 6 },
      { title: own.state, width: 1.6 },
    ],
    rows: versions
      .toSorted((a, b) => b.number - a.number)
      .map(({ number, state, draftedOn, decidedOn, decisionNumber, approver }) => [
        cell(String(number)),
        cell(decidedOn && approver ? approved[approver as Approver]({ date: longDate(decidedOn, language), number: decisionNumber ?? undefined }) : own.draftedOn(longDate(draftedOn, language))),
        cell(own.states[state]),
      ]),
    empty: own.empty,
  };
};
