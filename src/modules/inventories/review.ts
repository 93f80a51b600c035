import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenCell } from '../../kernel/workbook.ts';
import { computers, type DeviceInput, type DeviceKind, removableMedia } from './device.ts';
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
  supplierName: string | null;
  purchasedOn: CivilDate | null;
  warrantyUntil: CivilDate | null;
  priceCents: number | null;
  holdsData: boolean;
  encrypted: boolean | null;
  operatingSystem: string | null;
  systemSupportUntil: CivilDate | null;
  antivirus: boolean | null;
  autoLock: boolean | null;
  wifi: NonNullable<DeviceInput['wifi']> | null;
  eidReader: boolean | null;
  /** It entered the inventory while the count ran. */
  added?: boolean;
  seenOn: CivilDate | null;
};
export type ReviewFacts = { centre: { name: string; lines: readonly string[] }; begunOn: CivilDate; signedBy: string; note?: string | undefined; devices: readonly Counted[] };
/** What is frozen: the document, and the rows of its workbook, which tell more of each device than a page can hold. Those signed earlier have no rows. */
export type ReviewModel = DocumentModel & { sheet?: WrittenCell[][] };

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

/** Yes, no, or nobody knows: the name of the answer. */
const answer = (value: boolean | null): 'yes' | 'no' | 'unknown' => (value === null ? 'unknown' : value ? 'yes' : 'no');

/** How a device is protected, in words; what nobody asks of such a device stands there only where somebody said it. */
const protectionOf = ({ kind, holdsData, encrypted, antivirus, autoLock, wifi, eidReader }: Counted, language: DocumentLanguage): string => {
  const { reviewDocument: own } = texts[language];
  const computer = computers.includes(kind);
  return [
    holdsData && (encrypted !== null || computer || removableMedia.includes(kind)) && own.encrypted[answer(encrypted)],
    (antivirus !== null || computer) && own.antivirus[answer(antivirus)],
    (autoLock !== null || computer) && own.autoLock[answer(autoLock)],
    wifi && own.wifi[wifi],
    eidReader && own.eidReader,
  ]
    .filter(Boolean)
    .join(', ');
};

/** The cells of a device, in the order of `headings`. */
const cellsOf = (device: Counted, language: DocumentLanguage): string[] => {
  const own = texts[language];
  const { operatingSystem, systemSupportUntil } = device;
  return [
    String(device.number),
    `${[device.name, device.quantity > 1 && `× ${device.quantity}`].filter(Boolean).join(' ')} (${own.kinds[device.kind]})`,
    [[device.brand, device.model].filter(Boolean).join(' '), device.serial].filter(Boolean).join(', '),
    [device.personName, device.zoneName ?? device.serviceName].filter(Boolean).join(', '),
    [operatingSystem, systemSupportUntil && put(own.reviewDocument.supported, { date: shortDate(systemSupportUntil) })].filter(Boolean).join(', '),
    protectionOf(device, language),
    device.seenOn ? shortDate(device.seenOn) : '–',
  ];
};
const headingsOf = (language: DocumentLanguage): string[] => {
  const { columns, reviewDocument } = texts[language];
  return [reviewDocument.number, reviewDocument.device, columns.what, columns.where, reviewDocument.system, reviewDocument.protection, reviewDocument.seen];
};

/** The inventory as rows of a workbook, the headings first: all that is known of each device. */
const inventorySheet = (devices: readonly Counted[], language: DocumentLanguage): WrittenCell[][] => {
  const { kinds, fields, reviewDocument: own, wifiStates, yes, no, unknown } = texts[language];
  const words = { yes, no, unknown };
  const said = (value: boolean | null): string => words[answer(value)];
  const date = (value: CivilDate | null): WrittenCell => (value ? { value, date: true } : undefined);
  const text = (value: string | null): WrittenCell => (value ? { value, style: 'text' } : undefined);
  const columns: [string, (device: Counted) => WrittenCell][] = [
    [own.number, ({ number }) => number],
    [fields.name, ({ name }) => text(name)],
    [fields.kind, ({ kind }) => kinds[kind]],
    [fields.brand, ({ brand }) => text(brand)],
    [fields.model, ({ model }) => text(model)],
    [fields.serial, ({ serial }) => text(serial)],
    [fields.quantity, ({ quantity }) => quantity],
    [fields.personName, ({ personName }) => text(personName)],
    [fields.zoneName, ({ zoneName }) => text(zoneName)],
    [fields.serviceName, ({ serviceName }) => text(serviceName)],
    [fields.supplierName, ({ supplierName }) => text(supplierName)],
    [fields.purchasedOn, ({ purchasedOn }) => date(purchasedOn)],
    [fields.warrantyUntil, ({ warrantyUntil }) => date(warrantyUntil)],
    [own.price, ({ priceCents }) => (priceCents === null ? undefined : priceCents / 100)],
    [fields.operatingSystem, ({ operatingSystem }) => text(operatingSystem)],
    [fields.systemSupportUntil, ({ systemSupportUntil }) => date(systemSupportUntil)],
    [fields.holdsData, ({ holdsData }) => said(holdsData)],
    [fields.encrypted, ({ encrypted }) => said(encrypted)],
    [fields.antivirus, ({ antivirus }) => said(antivirus)],
    [fields.autoLock, ({ autoLock }) => said(autoLock)],
    [fields.wifi, ({ wifi }) => (wifi && wifiStates[wifi]) || undefined],
    [fields.eidReader, ({ eidReader }) => said(eidReader)],
    [own.added, ({ added }) => (added ? yes : undefined)],
    [own.seen, ({ seenOn }) => date(seenOn)],
  ];
  return [columns.map(([value]) => ({ value, style: 'heading' })), ...devices.map((device) => columns.map(([, cell]) => cell(device)))];
};
/** Characters of its columns. */
export const sheetWidths = [8, 26, 20, 14, 20, 20, 9, 22, 24, 20, 22, 12, 12, 12, 24, 14, 12, 12, 12, 14, 12, 12, 10, 12];
/** More than these are not listed twice: in the inventory they stand without a day. */
const mostMissing = 1000;
const widths = [0.6, 2, 2, 1.9, 1.7, 1.9, 1.2];

/** The review of the inventory as a document: what it found, what was not found, and the whole inventory as it stood. */
export const reviewModel = ({ centre, begunOn, signedBy, note, devices }: ReviewFacts, language: DocumentLanguage, day: CivilDate): ReviewModel => {
  const own = texts[language].reviewDocument;
  const missing = devices.filter(({ seenOn }) => seenOn === null);
  const added = devices.filter((device) => device.added);
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
          { type: 'paragraph', content: plain(put(own.sums, { expected: devices.length, seen: devices.length - missing.length, missing: missing.length, added: added.length })) },
          ...(note ? [{ type: 'note' as const, content: plain(note) }] : []),
        ],
      },
      {
        key: 'missing',
        level: 1,
        title: own.missing,
        blocks: missing.length > mostMissing ? [{ type: 'paragraph', content: plain(put(own.manyMissing, { missing: missing.length })) }] : [table(missing, own.nothingMissing, 6)],
      },
      {
        key: 'added',
        level: 1,
        title: own.added,
        blocks: added.length > mostMissing ? [{ type: 'paragraph', content: plain(put(own.manyAdded, { added: added.length })) }] : [table(added, own.nothingAdded, 7)],
      },
      { key: 'inventory', level: 1, title: own.inventory, blocks: [{ type: 'paragraph', content: plain(own.workbook) }, table(devices, own.empty, 7)] },
    ],
    sheet: inventorySheet(devices, language),
    runningTitle: own.title,
    footer: put(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

/** The rows of a review's workbook as they were signed, the headings first; of one that was signed without them, the last table of its document. */
export const reviewRows = ({ sections, sheet }: ReviewModel): WrittenCell[][] => {
  // A cell that is empty comes back from the database as null.
  if (sheet) return sheet.map((row) => row.map((cell) => cell ?? undefined));
  const table = sections.flatMap(({ blocks }) => blocks).findLast((block) => block.type === 'table');
  const textOf = (cell: readonly Inline[]): string => cell.map((part) => ('text' in part ? part.text : '')).join('');
  return table?.type === 'table' ? [table.columns.map(({ title }) => ({ value: title, style: 'heading' as const })), ...table.rows.map((row) => row.map((cell) => textOf(cell as Inline[])))] : [];
};

/** The inventory as it stands, where no count froze one. */
export const inventoryModel = (devices: readonly Counted[], centre: ReviewFacts['centre'], language: DocumentLanguage, day: CivilDate): ReviewModel => {
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
          { type: 'paragraph', content: plain(own.workbook) },
          {
            type: 'table',
            columns: headingsOf(language).map((title, index) => ({ title, width: widths[index]! })),
            rows: devices.map((device) => cellsOf(device, language).map(plain)),
            empty: own.empty,
          },
        ],
      },
    ],
    sheet: inventorySheet(devices, language),
    runningTitle: own.inventoryTitle,
    footer: put(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

export const reviewFile: Record<DocumentLanguage, string> = { fr: 'revue-inventaire', nl: 'herziening-inventaris', de: 'ueberpruefung-inventar' };
export const documentWords = (language: DocumentLanguage) => texts[language].reviewDocument;
