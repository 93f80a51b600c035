import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import { rightLevels } from './grant.ts';
import type { ListContent, ListedRight } from './list.ts';
import { longDate, shortDate, words } from './list-words.ts';

const plain = (text: string): Inline[] => [{ text }];
type Person = ListContent['people'][number];

/** Rights by whom they belong to, or by what they are of. */
const grouped = (rights: readonly ListedRight[], key: 'personId' | 'resourceId'): Map<string, ListedRight[]> => {
  const all = new Map<string, ListedRight[]>();
  for (const right of rights) all.set(right[key], [...(all.get(right[key]) ?? []), right]);
  return all;
};

/** The services in order of name, those without one and outsiders last; each with its people who hold a right. */
const services = (content: ListContent, holders: ReadonlyMap<string, unknown>, language: DocumentLanguage): [string, Person[]][] => {
  const own = words[language];
  const all = new Map<string, Person[]>();
  const nameOf = (person: Person): string => (person.outsider ? own.outsiders : (person.service ?? own.noService));
  for (const person of content.people) if (holders.has(person.id)) all.set(nameOf(person), [...(all.get(nameOf(person)) ?? []), person]);
  const rank = (name: string): number => (name === own.outsiders ? 2 : name === own.noService ? 1 : 0);
  return [...all].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
};

/** The list as a document: figures, each service with its people and their rights, each resource with who reaches it, and what should no longer be there. */
export const listModel = (
  content: ListContent,
  centre: { name: string; lines: string[] },
  language: DocumentLanguage,
  { frozen, reason, note, date }: { frozen: boolean; reason: 'demand' | 'review'; note?: string | undefined; date: string },
): DocumentModel => {
  const own = words[language];
  const people = new Map(content.people.map((person) => [person.id, person]));
  const resources = new Map(content.resources.map((resource) => [resource.id, resource]));
  const [ofPerson, ofResource] = [grouped(content.rights, 'personId'), grouped(content.rights, 'resourceId')];
  const table = (persons: readonly Person[]): Block => ({
    type: 'table',
    columns: [
      { title: own.person, width: 2.3 },
      { title: own.resource, width: 2.7 },
      { title: own.level, width: 1.4 },
      { title: own.account, width: 1.6 },
      { title: own.since, width: 1.6 },
      { title: own.until, width: 1.6 },
    ],
    rows: persons.flatMap((person) =>
      (ofPerson.get(person.id) ?? []).map((right, index) => [
        index === 0 ? [{ text: person.name, bold: true }, ...(person.firm ? [{ text: `\n${person.firm}` }] : [])] : plain(''),
        plain(resources.get(right.resourceId)?.name ?? ''),
        plain(own.levels[right.level]),
        plain(right.account ?? ''),
        plain(shortDate(right.start, language)),
        plain(right.until ? shortDate(right.until, language) : ''),
      ]),
    ),
    empty: own.none,
  });
  const wrong = content.rights.filter(({ personId, withdrawal }) => withdrawal || people.get(personId)?.leftOn);
  const sections: Section[] = [
    {
      key: 'figures',
      level: 1,
      title: own.figuresTitle,
      blocks: [
        { type: 'paragraph', content: plain(own.about) },
        { type: 'paragraph', content: plain(own.figures(ofPerson.size, ofResource.size, content.rights.length)) },
      ],
    },
    {
      key: 'wrong',
      level: 1,
      title: own.toWithdraw,
      blocks: [
        {
          type: 'table',
          columns: [
            { title: own.person, width: 2.4 },
            { title: own.resource, width: 3 },
            { title: own.level, width: 1.6 },
            { title: own.why, width: 2.4 },
          ],
          rows: wrong.map((right) => {
            const person = people.get(right.personId);
            return [
              plain(person?.name ?? ''),
              plain(resources.get(right.resourceId)?.name ?? ''),
              plain(own.levels[right.level]),
              plain([person?.leftOn && own.left(shortDate(person.leftOn, language)), right.withdrawal && own.marked].filter(Boolean).join(', ')),
            ];
          }),
          empty: own.noneToWithdraw,
        },
      ],
    },
    { key: 'byService', level: 1, title: own.byService, blocks: content.rights.length === 0 ? [{ type: 'paragraph', content: plain(own.none) }] : [] },
    ...services(content, ofPerson, language).map(([name, persons], index): Section => ({ key: `service${index}`, level: 2, title: name, blocks: [table(persons)] })),
    {
      key: 'byResource',
      level: 1,
      title: own.byResource,
      blocks: [
        {
          type: 'table',
          columns: [
            { title: own.resource, width: 2.6 },
            { title: own.holders, width: 6 },
          ],
          rows: content.resources
            .filter(({ id }) => ofResource.has(id))
            .map((resource) => [
              [{ text: resource.name, bold: true }, ...(resource.socialData ? [{ text: `\n${own.socialData}`, italic: true }] : [])],
              plain((ofResource.get(resource.id) ?? []).map(({ personId, level }) => `${people.get(personId)?.name ?? ''} (${own.levels[level]})`).join(', ')),
            ]),
          empty: own.none,
        },
      ],
    },
  ];
  return {
    language,
    layout: 'report',
    title: own.title,
    subtitle: own.subtitle(longDate(content.on, language)),
    sender: centre,
    front: [{ term: own.day, value: plain(longDate(content.on, language)) }, { term: own.reason, value: plain(own.reasons[reason]) }, ...(note ? [{ term: own.note, value: plain(note) }] : [])],
    sections,
    runningTitle: `${own.title} · ${centre.name}`,
    footer: frozen ? own.frozenFooter(longDate(content.on, language), longDate(date, language)) : own.draftFooter(longDate(date, language)),
    date,
  };
};

/** The list as a workbook: one sheet with a line per right, one with the matrix. */
export const listSheets = (content: ListContent, language: DocumentLanguage): WrittenSheet[] => {
  const own = words[language];
  const people = new Map(content.people.map((person) => [person.id, person]));
  const resources = new Map(content.resources.map((resource) => [resource.id, resource]));
  const held = grouped(content.rights, 'personId');
  const used = content.resources.filter(({ id }) => content.rights.some(({ resourceId }) => resourceId === id));
  const heading = (value: string) => ({ value, style: 'heading' as const });
  const text = (value: string | undefined) => ({ value: value ?? '', style: 'text' as const });
  const day = (value: string | undefined) => (value ? { value, style: 'text' as const, date: true } : text(''));
  const sign = (rights: readonly ListedRight[]): string =>
    rightLevels
      .filter((level) => rights.some((right) => right.level === level))
      .map((level) => own.signs[level])
      .join(' ');
  return [
    {
      name: own.listSheet,
      columns: [28, 26, 34, 16, 20, 12, 12, 20].map((width) => ({ width })),
      frozenRows: 1,
      rows: [
        [own.person, own.service, own.resource, own.level, own.account, own.since, own.until, own.why].map(heading),
        ...content.rights.map((right) => {
          const person = people.get(right.personId);
          return [
            text(person?.name),
            text(person?.firm ?? person?.service),
            text(resources.get(right.resourceId)?.name),
            text(own.levels[right.level]),
            text(right.account),
            day(right.start),
            day(right.until),
            text([person?.leftOn && own.left(shortDate(person.leftOn, language)), right.withdrawal && own.marked].filter(Boolean).join(', ')),
          ];
        }),
      ],
    },
    {
      name: own.matrixSheet,
      columns: [28, 26, ...used.map(() => 12)].map((width) => ({ width })),
      frozenRows: 1,
      rows: [
        [own.person, own.service, ...used.map(({ name }) => name)].map(heading),
        ...content.people
          .filter(({ id }) => held.has(id))
          .map((person) => [text(person.name), text(person.firm ?? person.service), ...used.map(({ id }) => text(sign((held.get(person.id) ?? []).filter(({ resourceId }) => resourceId === id))))]),
      ],
    },
  ];
};
