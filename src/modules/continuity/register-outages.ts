import type { Block } from '../../documents/section.ts';
import { dayOf } from '../../kernel/counting.ts';
import { type CivilDate, zone } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { DisasterCopyInput } from './disaster.ts';
import { minutesLost, outageState, type OutageInput } from './outage.ts';
import { cells, dayCell, sheet } from './register-cells.ts';
import { fill, registerWords, roomWords, shortDate } from './register-words.ts';
import { spanText } from './restore.ts';

/** A service that was lost, with the hours within which it had to be back. */
export type OutageFacts = Pick<OutageInput, 'what' | 'scenario'> & {
  startedAt: Date;
  restoredAt: Date | null;
  restartHours: number | null;
  cause: string | null;
  consequence: string | null;
  lessons: string | null;
};
/** A copy of the plan that is outside, and which version of it. */
export type CopyFacts = Pick<DisasterCopyInput, 'content' | 'medium' | 'place'> & {
  personName: string | null;
  holder: string | null;
  versionNumber: number | null;
  inForce: boolean | null;
  givenOn: CivilDate;
  confirmedOn: CivilDate | null;
};

/** `24/11/2026, 07:20` as clocks in Belgium showed it. */
const moment = (at: Date): string => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return `${shortDate(dayOf(at))}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** Outages as a table, the newest first; what is still lost has lasted until `now`. */
export const outagesTable = (outages: readonly OutageFacts[], language: DocumentLanguage, now: Date): Block => {
  const own = roomWords(language);
  return {
    type: 'table',
    columns: [
      { title: own.fields.startedAt, width: 1.7 },
      { title: own.outages.what, width: 2.2 },
      { title: own.outages.lasted, width: 1.2 },
      { title: own.restores.objective, width: 1.5 },
      { title: own.fields.consequence, width: 2.4 },
      { title: own.fields.lessons, width: 2.6 },
    ],
    rows: outages.map((one) =>
      cells(
        moment(one.startedAt),
        `${one.what}\n${own.scenarios[one.scenario]}`,
        spanText(minutesLost(one, now)),
        own.outages.states[outageState(one, one.restartHours, now)],
        [one.cause, one.consequence].filter(Boolean).join('\n'),
        one.lessons ?? '',
      ),
    ),
    empty: registerWords(language).noOutage,
  };
};

const versionText = (copy: CopyFacts, language: DocumentLanguage): string => {
  const own = roomWords(language).disaster.copies;
  if (copy.versionNumber === null) return own.notApproved;
  return fill(copy.inForce ? own.version : own.olderVersion, { number: copy.versionNumber });
};

/** The copies of the plan that are outside, as a table. */
export const copiesTable = (copies: readonly CopyFacts[], language: DocumentLanguage): Block => {
  const own = roomWords(language);
  return {
    type: 'table',
    columns: [
      { title: own.fields.content, width: 2 },
      { title: own.fields.versionNumber, width: 1.8 },
      { title: registerWords(language).atWhose, width: 2 },
      { title: registerWords(language).where, width: 2.4 },
      { title: own.fields.givenOn, width: 1.7 },
      { title: own.fields.confirmedOn, width: 1.7 },
    ],
    rows: copies.map((one) =>
      cells(
        `${own.copyContents[one.content]}\n${own.copyMedia[one.medium]}`,
        versionText(one, language),
        one.personName ?? one.holder ?? '',
        one.place,
        shortDate(one.givenOn),
        one.confirmedOn ? shortDate(one.confirmedOn) : '–',
      ),
    ),
    empty: own.disaster.copies.empty,
  };
};

/** Outages and copies outside as sheets. */
export const outageSheets = (outages: readonly OutageFacts[], copies: readonly CopyFacts[], language: DocumentLanguage, now: Date): WrittenSheet[] => {
  const own = roomWords(language);
  const f = own.fields;
  return [
    sheet(
      own.outages.title,
      [
        [f.startedAt, 18],
        [f.restoredAt, 18],
        [own.outages.what, 34],
        [f.scenario, 26],
        [own.outages.lasted, 12],
        [own.restores.objective, 20],
        [f.cause, 40],
        [f.consequence, 40],
        [f.lessons, 50],
      ],
      outages.map((one) => [
        moment(one.startedAt),
        one.restoredAt ? moment(one.restoredAt) : undefined,
        one.what,
        own.scenarios[one.scenario],
        spanText(minutesLost(one, now)),
        own.outages.states[outageState(one, one.restartHours, now)],
        one.cause ?? undefined,
        one.consequence ?? undefined,
        one.lessons ?? undefined,
      ]),
    ),
    sheet(
      registerWords(language).copiesSheet,
      [
        [f.content, 22],
        [f.medium, 20],
        [f.versionNumber, 22],
        [registerWords(language).atWhose, 28],
        [registerWords(language).where, 36],
        [f.givenOn, 14],
        [f.confirmedOn, 16],
      ],
      copies.map((one) => [
        own.copyContents[one.content],
        own.copyMedia[one.medium],
        versionText(one, language),
        one.personName ?? one.holder ?? undefined,
        one.place,
        dayCell(one.givenOn),
        dayCell(one.confirmedOn),
      ]),
    ),
  ];
};
