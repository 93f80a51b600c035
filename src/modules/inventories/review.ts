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

const plain = (text: string): Inline[] => [{ text }];
const put = (text: string, values: Record<string, string | number>): string => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));

/** The cells of a device, in the order of `headings`. */
export const cellsOf = (device: Counted, language: DocumentLanguage): string[] => {
  const own = texts[language];
  return [
    String(device.number),
    [device.name, device.quantity > 1 && `× ${device.quantity}`].filter(Boolean).join(' '),
    own.kinds[device.kind],
    [device.brand, device.model, device.serial].filter(Boolean).join(', '),
    [device.personName, device.zoneName ?? device.serviceName].filter(Boolean).join(', '),
    !device.holdsData ? '' : own[device.encrypted === null ? 'unknown' : device.encrypted ? 'yes' : 'no'],
    device.seenOn ? longDate(device.seenOn, language) : '–',
  ];
};
export const headingsOf = (language: DocumentLanguage): string[] => {
  const { fields, columns } = texts[language];
  return [fields.number, fields.name, fields.kind, columns.what, columns.where, columns.protection, fields.countedOn];
};
const widths = [0.7, 1.8, 1.4, 2.2, 2.2, 0.9, 1.4];

/** The review of the inventory as a document: what it found, what was not found, and the whole inventory as it stood. */
export const reviewModel = ({ centre, begunOn, signedBy, note, devices, added }: ReviewFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language].reviewDocument;
  const missing = devices.filter(({ seenOn }) => seenOn === null);
  const table = (rows: readonly Counted[], empty: string) => ({
    type: 'table' as const,
    columns: headingsOf(language).map((title, index) => ({ title, width: widths[index]! })),
    rows: rows.map((device) => cellsOf(device, language).map(plain)),
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
      { key: 'missing', level: 1, title: own.missing, blocks: [table(missing, own.nothingMissing)] },
      { key: 'inventory', level: 1, title: own.inventory, blocks: [table(devices, own.empty)] },
    ],
    runningTitle: own.title,
    footer: put(own.footer, { date: longDate(day, language) }),
    date: day,
  };
};

export const reviewFile: Record<DocumentLanguage, string> = { fr: 'revue-inventaire', nl: 'herziening-inventaris', de: 'ueberpruefung-inventar' };
export const documentWords = (language: DocumentLanguage) => texts[language].reviewDocument;
