import type { DocumentModel, Inline, Section } from '../../documents/section.ts';
import { endOfDay } from '../../kernel/counting.ts';
import { zone, type CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { MovementKind } from './movement.ts';
import { isLate, type StepKind, type StepState } from './step.ts';
import { words } from './words.ts';

type Centre = { name: string; municipality: string; lines: string[] };
/** A step as a certificate says it; `title` and `owner` are in the language of the document. */
export type PaperStep = {
  kind: StepKind;
  title: string;
  owner: string;
  state: StepState;
  dueAt: Date | null;
  dueOn: string | null;
  doneAt: Date | null;
  doneByName: string | null;
  proof: string | null;
  reason: string | null;
  recipientName: string | null;
};
export type CertificateFacts = {
  centre: Centre;
  kind: MovementKind;
  personName: string;
  function: string | null;
  serviceName: string | null;
  day: CivilDate;
  announcedAt: Date;
  closedAt: Date;
  /** `2026-07` */
  number: string;
  adviserName: string | undefined;
  steps: readonly PaperStep[];
};

const say = (text: string): Inline[] => [{ text }];

const dates = (language: DocumentLanguage) => {
  const { locale } = words[language];
  const first = (text: string): string => (language === 'fr' ? text.replace(/^1(?=\s)/u, '1er') : text);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone });
  const instantDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  return { day: (date: CivilDate) => first(day.format(new Date(`${date}T00:00:00Z`))), moment: (at: Date) => first(moment.format(at)), instantDay: (at: Date) => first(instantDay.format(at)) };
};

/** How long after the end of the last day the account was closed, in whole hours elapsed; 0 or less: before. Undefined where no step says it. */
export const hoursAfter = (day: CivilDate, steps: readonly Pick<PaperStep, 'kind' | 'state' | 'doneAt'>[]): number | undefined => {
  const closed = steps.find(({ kind, state }) => kind === 'disableAccount' && state === 'done');
  return closed?.doneAt ? Math.ceil((closed.doneAt.getTime() - endOfDay(day)) / 3_600_000) : undefined;
};

/** The certificate of a case: what was done, by whom and when, and what did not apply. */
export const certificateModel = (facts: CertificateFacts, language: DocumentLanguage, today: CivilDate): DocumentModel => {
  const own = words[language];
  const { day, moment, instantDay } = dates(language);
  const { centre, kind, personName, number, steps } = facts;
  const hours = kind === 'departure' ? hoursAfter(facts.day, steps) : undefined;
  const disabled = steps.find((step) => step.kind === 'disableAccount' && step.state === 'done');
  const clock = hours === undefined || !disabled ? [] : [hours <= 0 ? own.clockBefore : own.clock(hours, !isLate(disabled, facts.closedAt))];
  const done = steps.filter(({ state }) => state === 'done');
  const none = steps.filter(({ state }) => state === 'notApplicable');
  const sections: Section[] = [
    { key: 'opening', level: 1, title: own.certificate[kind], blocks: [own.opening[kind](personName, day(facts.day)), ...clock].map((text) => ({ type: 'paragraph' as const, content: say(text) })) },
    {
      key: 'done',
      level: 1,
      title: own.done,
      blocks: [
        {
          type: 'table',
          columns: [
            { title: own.step, width: 3 },
            { title: own.by, width: 1.6 },
            { title: own.when, width: 1.4 },
            { title: own.how, width: 2 },
          ],
          rows: done.map((step) => [
            say(step.title),
            say(step.doneByName ?? step.owner),
            say(`${moment(step.doneAt!)}${isLate(step, facts.closedAt) ? ` (${own.late})` : ''}`),
            say([step.recipientName && own.recipient(step.recipientName), step.proof, step.reason].filter(Boolean).join(' ')),
          ]),
          empty: own.nothing,
        },
      ],
    },
  ];
  if (none.length > 0) {
    sections.push({
      key: 'notApplicable',
      level: 1,
      title: own.notApplicable,
      blocks: [
        {
          type: 'table',
          columns: [
            { title: own.step, width: 2 },
            { title: own.why, width: 2 },
          ],
          rows: none.map((step) => [say(step.title), say(step.reason ?? '')]),
          empty: own.nothing,
        },
      ],
    });
  }
  const name = facts.adviserName;
  sections.at(-1)!.blocks.push({ type: 'signatures', blocks: [{ capacity: own.signature, ...(name ? { name: say(name) } : {}) }] });
  const front = [
    [own.person, personName],
    [own.function, facts.function],
    [own.service, facts.serviceName],
    [own.day[kind], day(facts.day)],
    [own.announced, moment(facts.announcedAt)],
    [own.closed, moment(facts.closedAt)],
  ] as const;
  return {
    language,
    layout: 'report',
    title: own.certificate[kind],
    subtitle: own.certificateOf(number, personName),
    sender: { name: centre.name, lines: centre.lines },
    front: front.flatMap(([term, value]) => (value ? [{ term, value: say(value) }] : [])),
    sections,
    runningTitle: `${centre.name} · ${own.certificate[kind]} ${number}`,
    footer: own.footer(number, instantDay(facts.closedAt)),
    date: today,
  };
};

export type LetterFacts = {
  centre: Centre;
  personName: string;
  day: CivilDate;
  firm: { name: string; lines: string[] };
  /** What the person holds of the firm's, the level in the language of the document. */
  rights: readonly { resourceName: string; level: string; account: string | null }[];
  adviserName: string | undefined;
};

/** The letter that asks a firm to close what somebody could reach through it (POL 1.4). */
export const letterModel = (facts: LetterFacts, language: DocumentLanguage, today: CivilDate): DocumentModel => {
  const own = words[language];
  const { day } = dates(language);
  const { centre, personName, firm, rights } = facts;
  const paragraph = (text: string) => ({ type: 'paragraph' as const, content: say(text) });
  return {
    language,
    layout: 'letter',
    title: own.letterTitle,
    sender: { name: centre.name, lines: centre.lines },
    recipient: firm,
    reference: [{ term: own.dateTerm, value: own.placeAndDate(centre.municipality, day(today)) }],
    front: [],
    sections: [
      {
        key: 'letter',
        level: 1,
        title: '',
        blocks: [
          paragraph(own.letterOpening(personName, day(facts.day))),
          paragraph(own.letterAsk),
          {
            type: 'table',
            columns: [{ title: own.access, width: 2 }, { title: own.level }, { title: own.account }],
            rows: rights.map(({ resourceName, level, account }) => [say(resourceName), say(level), say(account ?? '–')]),
            empty: own.nothing,
          },
          paragraph(own.letterConfirm),
          paragraph(own.letterSecret),
          paragraph(own.greeting),
          { type: 'signatures', blocks: [{ capacity: own.signature, ...(facts.adviserName ? { name: say(facts.adviserName) } : {}) }] },
        ],
      },
    ],
    runningTitle: `${centre.name} · ${own.letterTitle}`,
    footer: centre.name,
    date: today,
  };
};
