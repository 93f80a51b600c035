import type { Block, DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { DisposalInput, DisposalItem } from './disposal.ts';
import { disposalWords } from './disposal-words.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import { longDate } from './review.ts';

const texts = { fr, nl, de };

export type RegisterLine = {
  title: string;
  how: DisposalInput['how'];
  orderedOn: CivilDate;
  orderedBy: string;
  carriedOn: CivilDate | null;
  carriedBy: string | null;
  checked: 'present' | 'after' | null;
  checkedOn: CivilDate | null;
  checkedBy: string | null;
  cancelledOn: CivilDate | null;
  cancelReason: string | null;
  certificate: string | null;
  intervention: string | null;
  items: readonly DisposalItem[];
};
export type DisposalRegister = { centre: { name: string; lines: string[] }; lines: readonly RegisterLine[] };

const plain = (text: string): Inline[] => [{ text }];
const join = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');
const mediumOf = ({ medium, holdsData }: DisposalItem, language: DocumentLanguage): string =>
  medium ? texts[language].media[medium] : holdsData ? disposalWords[language].erasedBefore : disposalWords[language].noData;
const methodOf = ({ method }: DisposalItem, language: DocumentLanguage): string => (method ? texts[language].methods[method] : '–');
const whatOf = ({ brand, model, serial }: DisposalItem): string => join(brand, model, serial);

/** The devices of one order; a column that nothing stands in is left out. */
const itemsOf = ({ items }: RegisterLine, language: DocumentLanguage): Block => {
  const { columns, none, stayed } = disposalWords[language];
  const noteOf = (item: DisposalItem): string => [item.leftBecause && `${stayed}\u00a0: ${item.leftBecause}`, item.note].filter(Boolean).join(' – ');
  const shown = [
    { title: columns.number, width: 0.7, say: (item: DisposalItem) => String(item.number) },
    { title: columns.device, width: 2, say: (item: DisposalItem) => item.deviceName },
    { title: columns.what, width: 2.4, say: whatOf },
    { title: columns.medium, width: 1.8, say: (item: DisposalItem) => mediumOf(item, language) },
    { title: columns.method, width: 1.8, say: (item: DisposalItem) => methodOf(item, language) },
    { title: columns.note, width: 1.8, say: noteOf },
  ].filter(({ say }) => items.some((item) => say(item) !== ''));
  return { type: 'table', columns: shown.map(({ title, width }) => ({ title, width })), rows: items.map((item) => shown.map(({ say }) => plain(say(item)))), empty: none };
};

/** Every order that was signed, what became of it, and its devices one by one (POL 1.3 d). */
export const registerModel = ({ lines, centre }: DisposalRegister, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = disposalWords[language];
  const said = (on: CivilDate | null, ...more: (string | null | false)[]): string => (on ? join(longDate(on, language), ...more) : '–');
  return {
    language,
    layout: 'report',
    title: own.register,
    sender: { name: centre.name, lines: centre.lines },
    front: [],
    sections: [
      {
        key: 'register',
        level: 1,
        title: own.orders,
        blocks: [
          { type: 'paragraph', content: plain(own.registerText) },
          {
            type: 'table',
            columns: own.registerColumns.map((title, index) => ({ title, width: [1.8, 2, 1.3, 2, 1.9][index]! })),
            rows: lines.map((line) => [
              plain(said(line.orderedOn, line.orderedBy)),
              plain(line.title),
              plain(own.devices(line.items.length)),
              plain(line.cancelledOn ? own.cancelled(longDate(line.cancelledOn, language)) : said(line.carriedOn, line.carriedBy)),
              plain(said(line.checkedOn, line.checkedBy, line.checked && own.seen[line.checked])),
            ]),
            empty: own.registerNone,
          },
        ],
      },
      ...(lines.length > 0 ? [{ key: 'each', level: 1 as const, title: own.each, blocks: [] }] : []),
      ...lines.map((line, index) => ({
        key: `order-${index + 1}`,
        level: 2 as const,
        title: line.title,
        blocks: [
          {
            type: 'definitions' as const,
            items: [
              { term: own.how, description: plain(own.ways[line.how]) },
              { term: own.ordered, description: plain(said(line.orderedOn, line.orderedBy)) },
              ...(line.carriedOn ? [{ term: own.carried, description: plain(said(line.carriedOn, line.carriedBy, line.intervention && `${own.intervention} ${line.intervention}`)) }] : []),
              ...(line.checkedOn ? [{ term: own.checked, description: plain(said(line.checkedOn, line.checkedBy, line.checked && own.seen[line.checked])) }] : []),
              ...(line.certificate ? [{ term: own.certificate, description: plain(line.certificate) }] : []),
              ...(line.cancelledOn ? [{ term: own.cancelled(longDate(line.cancelledOn, language)), description: plain(line.cancelReason ?? '') }] : []),
            ],
          },
          itemsOf(line, language),
        ],
      })),
    ],
    runningTitle: own.register,
    footer: own.registerFooter(longDate(day, language)),
    date: day,
  };
};

/** The same as a sheet: one row for each device of each order. */
export const registerSheet = ({ lines }: DisposalRegister, language: DocumentLanguage): WrittenSheet => {
  const own = disposalWords[language];
  const text = (value: string | null) => ({ value: value ?? '', style: 'text' as const });
  const date = (value: CivilDate | null) => (value ? { value, date: true } : '');
  const columns: [string, number][] = [
    [own.ordered, 13],
    [own.orderedBy, 24],
    [own.subject, 36],
    [own.how, 22],
    [own.columns.number, 8],
    [own.columns.device, 24],
    [own.columns.what, 34],
    [own.columns.medium, 24],
    [own.columns.method, 26],
    [own.carried, 13],
    [own.carrier, 28],
    [own.intervention, 14],
    [own.checkedOn, 13],
    [own.checked, 30],
    [own.certificate, 30],
    [own.columns.note, 44],
  ];
  return {
    name: own.register.slice(0, 31),
    columns: columns.map(([, width]) => ({ width })),
    frozenRows: 1,
    rows: [
      columns.map(([value]) => ({ value, style: 'heading' as const })),
      ...lines.flatMap((line) =>
        line.items.map((item) => {
          const went = item.leftBecause === null;
          return [
            date(line.orderedOn),
            text(line.orderedBy),
            text(line.title),
            text(own.ways[line.how]),
            item.number,
            text(item.deviceName),
            text(whatOf(item)),
            text(mediumOf(item, language)),
            text(methodOf(item, language)),
            date(went ? line.carriedOn : null),
            text(went ? line.carriedBy : null),
            text(went ? line.intervention : null),
            date(went ? line.checkedOn : null),
            text(went && line.checkedBy ? join(line.checkedBy, line.checked && own.seen[line.checked]) : null),
            text(went ? line.certificate : null),
            text(
              [
                line.cancelledOn && `${own.cancelled(longDate(line.cancelledOn, language))}\u00a0: ${line.cancelReason ?? ''}`,
                item.leftBecause && `${own.stayed}\u00a0: ${item.leftBecause}`,
                item.note,
              ]
                .filter(Boolean)
                .join(' – '),
            ),
          ];
        }),
      ),
    ],
  };
};
