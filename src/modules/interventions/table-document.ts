import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import { numberText, type Outcome, stateOf, type Standing, whoOf } from './intervention.ts';
import { type AgreementRow, remoteSections, remoteSheets, type SessionRow } from './remote-document.ts';
import { isUncovered } from './maintenance.ts';
import { longDate, shortDate, words } from './table-words.ts';

/** A line of the table of a year, with its names. */
export type TableRow = Standing &
  Omit<SessionRow, 'start' | 'end'> & {
    year: number;
    number: number;
    nature: string;
    subject: string;
    remote: boolean;
    announcedOn: string;
    plannedOn: string | null;
    start: string | null;
    end: string | null;
    outcome: Outcome | null;
    result: string | null;
    followUp: string | null;
    cancelReason: string | null;
    decisionNote: string | null;
    corrections: number;
    byPersonName: string | null;
    byNames: string | null;
    supplierName: string | null;
    deviceName: string | null;
    resourceName: string | null;
    zoneName: string | null;
  };

const plain = (text: string): Inline[] => [{ text }];

const whatOf = (row: TableRow, language: DocumentLanguage): string => {
  const own = words[language];
  const about = [row.deviceName, row.resourceName, row.zoneName].filter(Boolean).join(', ');
  return [`${own.natures[row.nature as 'other'] ?? row.nature} – ${row.subject}`, about, row.remote ? own.remote : ''].filter(Boolean).join('\n');
};
const resultOf = (row: TableRow, language: DocumentLanguage): string => {
  const own = words[language];
  const state = stateOf(row);
  return [
    row.result ?? (state === 'done' ? own.outcomes.good : own.states[state]),
    row.outcome === 'notGood' ? `${own.outcomes.notGood}${row.followUp ? ` – ${row.followUp}` : ''}` : '',
    isUncovered(row) ? own.uncovered : '',
    row.unagreed ? (row.decision === 'agreed' ? own.ratified : row.decision === 'refused' ? own.notRatified : own.toRatify) : '',
    row.cancelReason ?? (state === 'refused' ? (row.decisionNote ?? '') : ''),
    row.corrections > 0 ? own.corrected(row.corrections) : '',
  ]
    .filter(Boolean)
    .join('\n');
};

/** The table of interventions of a year (POL 1.3 d): number, first day, who, what and why, result, last day. */
export const tableModel = (
  rows: readonly TableRow[],
  centre: { name: string; lines: string[] },
  year: number,
  language: DocumentLanguage,
  { date, frozen, agreements }: { date: string; frozen: boolean; agreements: readonly AgreementRow[] },
): DocumentModel => {
  const own = words[language];
  const [unagreed, notGood] = [rows.filter((row) => row.unagreed).length, rows.filter((row) => row.outcome === 'notGood').length];
  return {
    language,
    layout: 'report',
    title: `${own.title} ${year}`,
    sender: centre,
    front: [],
    sections: [
      {
        key: 'figures',
        level: 1,
        title: own.figuresTitle,
        blocks: [
          { type: 'paragraph', content: plain(own.about) },
          { type: 'paragraph', content: plain(own.figures(rows.length, unagreed, notGood)) },
        ],
      },
      {
        key: 'table',
        level: 1,
        title: own.tableTitle,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.number, width: 1 },
              { title: own.start, width: 1.5 },
              { title: own.who, width: 2 },
              { title: own.what, width: 3 },
              { title: own.result, width: 3 },
              { title: own.end, width: 1.3 },
            ],
            rows: rows.map((row) => [
              plain(numberText(row)),
              plain(row.start ? shortDate(row.start, language) : row.plannedOn ? `(${shortDate(row.plannedOn, language)})` : ''),
              plain(whoOf(row)),
              plain(whatOf(row, language)),
              plain(resultOf(row, language)),
              plain(row.end ? shortDate(row.end, language) : ''),
            ]),
            empty: own.none,
          },
        ],
      },
      ...remoteSections(rows, agreements, language),
    ],
    runningTitle: `${own.title} ${year}`,
    footer: frozen ? own.frozenFooter(longDate(date, language)) : own.draftFooter(longDate(date, language)),
    date,
  };
};

/** The same as a sheet. */
export const tableSheets = (rows: readonly TableRow[], year: number, language: DocumentLanguage): WrittenSheet[] => {
  const own = words[language];
  const text = (value: string) => ({ value, style: 'text' as const });
  const day = (value: string | null) => (value ? { value, style: 'text' as const, date: true } : text(''));
  return [
    {
      name: `${own.sheet} ${year}`,
      columns: [10, 12, 28, 46, 46, 12].map((width) => ({ width })),
      frozenRows: 1,
      rows: [
        [own.number, own.start, own.who, own.what, own.result, own.end].map((value) => ({ value, style: 'heading' as const })),
        ...rows.map((row) => [text(numberText(row)), day(row.start), text(whoOf(row)), text(whatOf(row, language)), text(resultOf(row, language)), day(row.end)]),
      ],
    },
    ...remoteSheets(rows, year, language),
  ];
};
