import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { DeviceKind } from './device.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

const texts = { fr, nl, de };

export type Counted = {
  number: number;
  name: string;
  kind: DeviceKind;
  brand: string | null;
  model: string | null;
  serial: string | null;
  quantity: number;
  personName: string | null;
  serviceName: string | null;
  zoneName: string | null;
  encrypted: boolean | null;
  holdsData: boolean;
  seenOn: CivilDate | null;
};
export type ReviewFacts = { centre: { name: string; lines: readonly string[] }; begunOn: CivilDate; signedBy: string; note?: string | undefined; devices: readonly Counted[]; added: number };

const intl = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' } as const;
/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const written = new Intl.DateTimeFormat(intl[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (language === 'fr' ? written.replace(/^1 /, '1er ') : written).replace(' ', '\u00a0');
};

/** A day in a column: 22/11/2026, on one line. */
const shortDate = (date: CivilDate): string => date.split('-').toReversed().join('/');

const plain = (text: string): Inline[] => [{ text }];
const put = (text: string, values: Record<string, string | number>): string => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));

/** How many devices of each kind these are, lots by their quantity. */
export const countKinds = (devices: readonly Pick<Counted, 'kind' | 'quantity'>[]): Partial<Record<DeviceKind, number>> =>
  devices.reduce<Partial<Record<DeviceKind, number>>>((counts, { kind, quantity }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + quantity }), {});

/** The cells of a device, in the order of `headings`. */
const cellsOf = (device: Counted, language: DocumentLanguage): string[] => {
  const own = texts[language];
  return [
    String(device.number),
    [device.name, device.quantity > 1 && `× ${device.quantity}`].filter(Boolean).join(' '),
    own.kinds[device.kind],
    [[device.brand, device.model].filter(Boolean).join(' '), device.serial].filter(Boolean).join(', '),
    [device.personName, device.zoneName ?? device.serviceName].filter(Boolean).join(', '),
    !device.holdsData ? '' : own[device.encrypted === null ? 'unknown' : device.encrypted ? 'yes' : 'no'],
    device.seenOn ? shortDate(device.seenOn) : '–',
  ];
};
const headingsOf = (language: DocumentLanguage): string[] => {
  const { fields, columns, reviewDocument } = texts[language];
  return [reviewDocument.number, fields.name, fields.kind, columns.what, columns.where, fields.encrypted, reviewDocument.seen];
};
/** More than these are not listed twice: in the inventory they stand without a day. */
const mostMissing = 1000;
const widths = [0.6, 1.7, 1.7, 2.1, 2.2, 1.2, 1.2];

/** The review of the inventory as a document: what it found, what was not found, and the whole inventory as it stood. */
export const reviewModel = ({ centre, begunOn, signedBy, note, devices, added }: ReviewFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language].reviewDocument;
  const missing = devices.filter(({ seenOn }) => seenOn === null);
  // When a device was seen is no column of those that were not.
  const table = (rows: readonly Counted[], empty: string, columns: number) => ({
    type: 'table' as const,
    columns: headingsOf(language)
      .slice(0, columns)
      .map((title, index) => ({ title, width: widths[index]! })),
    rows: rows.map((device) => cellsOf(device, language).slice(0, columns).map(plain)),
    empty,
  });
  return {
    language,
    layout: 'report',
    title: own.title,
    sender: { name: centre.name, lines: [...centre.lines] },
    front: [
      { term: own.begun, value: plain(longDate(begunOn, language)) },
      { term: own.signed, value: plain([longDate(day, language), signedBy].filter(Boolean).join(', ')) },
    ],
    sections: [
      {
        key: 'found',
        level: 1,
        title: own.found,
        blocks: [
          { type: 'paragraph', content: plain(put(own.sums, { expected: devices.length, seen: devices.length - missing.length, missing: missing.length, added })) },
          ...(note ? [{ type: 'note' as const, content: plain(note) }] : []),
        ],
      },
      {
        key: 'missing',
        level: 1,
        title: own.missing,
        blocks: missing.length > mostMissing ? [{ type: 'paragraph', content: plain(put(own.manyMissing, { missing: missing.length })) }] : [table(missing, own.nothingMissing, 6)],
      },
      { key: 'inventory', level: 1, title: own.inventory, blocks: [table(devices, own.empty, 7)] },
    ],
    runningTitle: own.title,
    footer: put(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

/** The headings and the devices of a review as they were signed, in the order of its document: its last table. */
export const reviewRows = ({ sections }: DocumentModel): string[][] => {
  const table = sections.flatMap(({ blocks }) => blocks).findLast((block) => block.type === 'table');
  const textOf = (cell: readonly Inline[]): string => cell.map((part) => ('text' in part ? part.text : '')).join('');
  return table?.type === 'table' ? [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map((cell) => textOf(cell as Inline[])))] : [];
};

/** The inventory as it stands, where no count froze one. */
export const inventoryModel = (devices: readonly Counted[], centre: ReviewFacts['centre'], language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language].reviewDocument;
  return {
    language,
    layout: 'report',
    title: own.inventoryTitle,
    sender: { name: centre.name, lines: [...centre.lines] },
    front: [],
    sections: [
      {
        key: 'inventory',
        level: 1,
        title: own.inventory,
        blocks: [
          {
            type: 'table',
            columns: headingsOf(language).map((title, index) => ({ title, width: widths[index]! })),
            rows: devices.map((device) => cellsOf(device, language).map(plain)),
            empty: own.empty,
          },
        ],
      },
    ],
    runningTitle: own.inventoryTitle,
    footer: put(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

export const reviewFile: Record<DocumentLanguage, string> = { fr: 'revue-inventaire', nl: 'herziening-inventaris', de: 'ueberpruefung-inventar' };
export const documentWords = (language: DocumentLanguage) => texts[language].reviewDocument;
