import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { Decision, Ground, Level } from './review.ts';
import { longDate, shortDate, words } from './words.ts';

export type ResultRight = {
  person: string;
  reviewerId: string | null;
  resource: string;
  level: Level;
  account: string | null;
  since: CivilDate | null;
  goneOn: CivilDate | null;
  decision: Decision | null;
  newLevel: Level | null;
  reason: string | null;
  leftOpen: string | null;
};
export type ResultPart = {
  reviewerId: string | null;
  reviewer: string | null;
  ground: Ground;
  services: readonly string[];
  people: number;
  rights: number;
  changed: number;
  withdrawn: number;
  handedOn: CivilDate | null;
};

/** All that the result of a review says. */
export type ResultFacts = {
  centre: { name: string; lines: readonly string[] };
  year: number;
  takenOn: CivilDate;
  begun: { by: string | null; on: CivilDate };
  signed: { by: string; on: CivilDate };
  conclusion: string | null;
  people: number;
  parts: readonly ResultPart[];
  rights: readonly ResultRight[];
  givenSince: readonly { person: string; resource: string; level: Level; start: CivilDate }[];
};

const plain = (text: string): Inline[] => [{ text }];
const section = (key: string, title: string, blocks: Block[], level: 1 | 2 = 1): Section => ({ key, level, title, blocks });

/** What became of a right, in words. */
const outcomeOf = (right: ResultRight, language: DocumentLanguage): string => {
  const own = words[language];
  if (right.decision === 'change' && right.newLevel) return own.changedTo(own.levels[right.newLevel]);
  if (right.decision) return own.decisions[right.decision];
  if (right.goneOn) return own.gone(longDate(right.goneOn, language));
  return own.left(right.leftOpen ?? '');
};

const partName = (part: ResultPart, language: DocumentLanguage): string => part.reviewer ?? words[language].adviser;

/** The result of a review as a document: what came of it by whoever answered, each right, and what was given since. */
export const resultModel = (facts: ResultFacts, language: DocumentLanguage): DocumentModel => {
  const own = words[language];
  const count = (of: (right: ResultRight) => boolean) => facts.rights.filter(of).length;
  const cells = (values: readonly string[]): Inline[][] => values.map(plain);
  const overview: Block = {
    type: 'table',
    columns: [
      { title: own.who, width: 3 },
      { title: own.people, width: 1.4 },
      { title: own.rights, width: 1 },
      { title: own.changed, width: 1.2 },
      { title: own.withdrawn, width: 1 },
      { title: own.handed, width: 1.8 },
    ],
    rows: facts.parts.map((part) => [
      [{ text: partName(part, language), bold: true }, { text: ` – ${part.services.length > 0 && part.ground !== 'owner' ? part.services.join(', ') : own.grounds[part.ground]}` }],
      ...cells([String(part.people), String(part.rights), String(part.changed), String(part.withdrawn), part.handedOn ? longDate(part.handedOn, language) : '–']),
    ]),
    empty: own.none,
  };
  const rightsOf = (part: ResultPart): Block => ({
    type: 'table',
    columns: [
      { title: own.person, width: 2.2 },
      { title: own.resource, width: 2.4 },
      { title: own.level, width: 1.2 },
      { title: own.since, width: 1.6 },
      { title: own.decision, width: 1.8 },
      { title: own.reason, width: 2.4 },
    ],
    rows: facts.rights
      .filter(({ reviewerId }) => reviewerId === part.reviewerId)
      .map((right) => [
        ...cells([right.person, right.resource, own.levels[right.level], right.since ? shortDate(right.since, language) : '']),
        [{ text: outcomeOf(right, language), bold: right.decision === 'withdraw' || right.decision === 'change' }],
        plain(right.reason ?? ''),
      ]),
    empty: own.none,
  });
  return {
    language,
    layout: 'report',
    title: own.title(facts.year),
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [
      { term: own.takenOn, value: plain(longDate(facts.takenOn, language)) },
      { term: own.begun, value: plain(own.by(facts.begun.by ?? own.adviser, longDate(facts.begun.on, language))) },
      { term: own.signed, value: plain(own.by(facts.signed.by, longDate(facts.signed.on, language))) },
    ],
    sections: [
      section('overview', own.overview, [
        { type: 'paragraph', content: plain(own.counts(facts.people, facts.rights.length)) },
        {
          type: 'paragraph',
          content: plain(
            own.outcome(
              count(({ decision }) => decision === 'confirm'),
              count(({ decision }) => decision === 'change'),
              count(({ decision }) => decision === 'withdraw'),
              count(({ decision, goneOn }) => decision === null && goneOn !== null),
              count(({ decision, goneOn }) => decision === null && goneOn === null),
            ),
          ),
        },
        overview,
      ]),
      ...(facts.conclusion
        ? [
            section(
              'conclusion',
              own.conclusion,
              facts.conclusion.split(/\n\s*\n/).map((text): Block => ({ type: 'paragraph', content: plain(text.trim()) })),
            ),
          ]
        : []),
      section('decisions', own.detail, []),
      ...facts.parts.map((part, index) => section(`part${index}`, own.partOf(partName(part, language)), [rightsOf(part)], 2)),
      ...(facts.givenSince.length > 0
        ? [
            section('since', own.sinceTitle, [
              { type: 'paragraph', content: plain(own.sinceText) },
              {
                type: 'table',
                columns: [
                  { title: own.person, width: 2.4 },
                  { title: own.resource, width: 3 },
                  { title: own.level, width: 1.4 },
                  { title: own.given, width: 2 },
                ],
                rows: facts.givenSince.map(({ person, resource, level, start }) => cells([person, resource, own.levels[level], longDate(start, language)])),
                empty: own.none,
              },
            ]),
          ]
        : []),
      section('signature', own.signatures, [{ type: 'signatures', blocks: [{ capacity: own.adviser, name: plain(facts.signed.by) }] }]),
    ],
    runningTitle: own.title(facts.year),
    footer: own.footer(facts.signed.by, longDate(facts.signed.on, language)),
    date: facts.signed.on,
  };
};

/** The same as a workbook: a row for each right. */
export const resultSheets = (facts: ResultFacts, language: DocumentLanguage): WrittenSheet[] => {
  const own = words[language];
  const text = (value: string) => ({ value, style: 'text' as const });
  const day = (value: CivilDate | null) => (value ? { value, date: true as const } : text(''));
  const head = (values: readonly string[]) => values.map((value) => ({ value, style: 'heading' as const }));
  const names = new Map(facts.parts.map((part) => [part.reviewerId, partName(part, language)]));
  return [
    {
      name: own.sheet,
      columns: [{ width: 28 }, { width: 28 }, { width: 34 }, { width: 14 }, { width: 20 }, { width: 14 }, { width: 26 }, { width: 44 }],
      frozenRows: 1,
      rows: [
        head([own.who, own.person, own.resource, own.level, own.account, own.since, own.decision, own.reason]),
        ...facts.rights.map((right) => [
          text(names.get(right.reviewerId) ?? own.adviser),
          text(right.person),
          text(right.resource),
          text(own.levels[right.level]),
          text(right.account ?? ''),
          day(right.since),
          text(outcomeOf(right, language)),
          text(right.reason ?? ''),
        ]),
      ],
    },
    {
      name: own.sheetSince,
      columns: [{ width: 28 }, { width: 34 }, { width: 14 }, { width: 14 }],
      frozenRows: 1,
      rows: [
        head([own.person, own.resource, own.level, own.given]),
        ...facts.givenSince.map(({ person, resource, level, start }) => [text(person), text(resource), text(own.levels[level]), day(start)]),
      ],
    },
  ];
};
