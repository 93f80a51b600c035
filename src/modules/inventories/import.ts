import { searchText } from '../../kernel/search.ts';
import { type DeviceInput, DeviceInput as Schema, deviceKinds, holdsDataByKind } from './device.ts';
import { columnsOf, headingLine, type ImportField, type Remembered } from './import-columns.ts';
import type { Scanned } from './import-scan.ts';
import { dayOf, kindOf, serialOf, yesOf } from './import-values.ts';
import { centsOf } from './price.ts';

export type ImportRow = { line: number; cells: readonly string[] };

/** What the centre has already that a list may name: by name as it is searched; a name that two bear is in none. */
export type Named = { people: ReadonlyMap<string, string>; services: ReadonlyMap<string, string>; zones: ReadonlyMap<string, string>; suppliers: ReadonlyMap<string, string> };

/** What stands in the way of a line: nothing is written while there is one. */
export const importFaults = ['noName', 'date', 'number', 'price', 'yesNo', 'serialTwice', 'serialOfLot', 'tooLong', 'invalid'] as const;
/** What is told and does not stand in the way: the words go into the note of the device. */
export const importNotes = ['personUnknown', 'serviceUnknown', 'zoneUnknown', 'supplierUnknown', 'kindUnknown', 'otherHands'] as const;
export type ImportFault = { line: number; column?: string; code: (typeof importFaults)[number]; text?: string; other?: number };
export type ImportNote = { line: number; column?: string; code: (typeof importNotes)[number]; text: string };
/** `given` is what the list or the scan tells of the device; a scan also of its Wi-Fi. */
export type Draft = { line: number; device: DeviceInput; given: readonly (ImportField | 'wifi')[] };
/** What an import did, or would do: some hundred faults and notes at most are said, the others counted. */
export type ImportReport = {
  of: 'list' | 'lshw' | 'windows';
  columns: { heading: string; field?: ImportField }[];
  rows: number;
  created: number;
  /** Devices that the centre has already, by serial number or name. */
  updated: number;
  faults: ImportFault[];
  faultCount: number;
  notes: ImportNote[];
  noteCount: number;
  written: boolean;
};
export type Reading = { columns: { heading: string; field?: ImportField }[]; drafts: Draft[]; faults: ImportFault[]; notes: ImportNote[] };

const dates = ['purchasedOn', 'warrantyUntil', 'systemSupportUntil'] as const;
const known = ['encrypted', 'antivirus'] as const;
const texts = { name: 120, brand: 80, model: 120, operatingSystem: 120 } as const;
const referred = [
  ['person', 'people', 'personUnknown', 'personId'],
  ['service', 'services', 'serviceUnknown', 'serviceId'],
  ['zone', 'zones', 'zoneUnknown', 'zoneId'],
  ['supplier', 'suppliers', 'supplierUnknown', 'supplierId'],
] as const;

/** Both orders of a name of two or three words, without commas. */
const named = (map: ReadonlyMap<string, string>, said: string): string | undefined => {
  const words = searchText(said).split(' ');
  for (let turn = 0; turn < words.length; turn += 1) {
    const found = map.get([...words.slice(turn), ...words.slice(0, turn)].join(' '));
    if (found) return found;
  }
  return undefined;
};

const readLine = (line: number, said: ReadonlyMap<ImportField, { text: string; heading: string }>, names: Named, faults: ImportFault[], notes: ImportNote[]): Draft | undefined => {
  const text = (field: ImportField) => said.get(field)?.text.trim() || undefined;
  const fault = (code: ImportFault['code'], field?: ImportField) =>
    faults.push({ line, code, ...(field && said.get(field) ? { column: said.get(field)!.heading, text: said.get(field)!.text.slice(0, 80) } : {}) });
  const before = faults.length;
  const values: Record<string, unknown> = {};
  const asides: string[] = [];
  for (const [field, longest] of Object.entries(texts) as [keyof typeof texts, number][]) {
    const value = text(field);
    if (value && value.length > longest) fault('tooLong', field);
    else if (value) values[field] = value;
  }
  for (const field of dates) {
    const value = text(field);
    const day = value && dayOf(value);
    if (value && !day) fault('date', field);
    else if (day) values[field] = day;
  }
  for (const field of known) {
    const value = text(field);
    const yes = value === undefined ? undefined : yesOf(value);
    // A name of a program says that there is one; of an encryption that nobody knows, nothing.
    if (value && yes === undefined && field === 'antivirus') values[field] = true;
    else if (value && yes === undefined && !/^(?:\?|inconnu|onbekend|unbekannt|unknown)$/i.test(value)) fault('yesNo', field);
    else if (yes !== undefined) values[field] = yes;
  }
  const portable = text('portable');
  if (portable) values['portable'] = yesOf(portable) ?? false;
  for (const [field, map, code, column] of referred) {
    const value = text(field);
    if (!value) continue;
    const id = named(names[map], value);
    if (id) values[column] = id;
    else {
      notes.push({ line, code, text: value.slice(0, 80), column: said.get(field)!.heading });
      asides.push(`${said.get(field)!.heading}: ${value}`);
    }
  }
  const quantity = text('quantity');
  if (quantity && !/^\d{1,5}(?:[.,]0+)?$/.test(quantity)) fault('number', 'quantity');
  else if (quantity && Number.parseInt(quantity, 10) === 0) return undefined;
  else if (quantity) values['quantity'] = Number.parseInt(quantity, 10);
  const price = text('price');
  const cents = price === undefined ? undefined : centsOf(price);
  if (price && cents === undefined) fault('price', 'price');
  else if (cents !== undefined) values['priceCents'] = cents;
  const serial = serialOf(text('serial') ?? '');
  if (serial) values['serial'] = serial;
  const wordy = [text('kind'), text('model'), text('name')];
  const kind = (deviceKinds as readonly string[]).includes(wordy[0] ?? '') ? (wordy[0] as DeviceInput['kind']) : wordy.map((one) => one && kindOf(one)).find(Boolean);
  if (!kind && wordy[0]) {
    notes.push({ line, code: 'kindUnknown', text: wordy[0].slice(0, 80), column: said.get('kind')!.heading });
    asides.push(`${said.get('kind')!.heading}: ${wordy[0]}`);
  }
  values['kind'] = kind || 'other';
  values['holdsData'] = holdsDataByKind(values['kind'] as DeviceInput['kind']);
  values['name'] ??= [values['brand'], values['model']].filter(Boolean).join(' ').slice(0, 120) || serial;
  if (text('oldNumber')) asides.push(`${said.get('oldNumber')!.heading}: ${text('oldNumber')}`);
  const note = [text('note'), ...asides].filter(Boolean).join('\n').slice(0, 2000);
  if (note) values['note'] = note;
  if (!values['name']) fault('noName');
  if (serial && typeof values['quantity'] === 'number' && values['quantity'] > 1) fault('serialOfLot', 'quantity');
  if (faults.length > before) return undefined;
  if (values['warrantyUntil'] && values['purchasedOn'] && (values['warrantyUntil'] as string) < (values['purchasedOn'] as string)) {
    fault('date', 'warrantyUntil');
    return undefined;
  }
  const checked = Schema.safeParse(values);
  if (!checked.success) {
    fault('invalid');
    return undefined;
  }
  return { line, device: checked.data, given: [...said.keys()].filter((field) => text(field) !== undefined) };
};

/** The lines of a list as devices, with what stands in the way of each; undefined where no line looks like headings. A serial number that stands twice is told at the second. */
export const readDevices = (rows: readonly ImportRow[], remembered: Remembered, names: Named): Reading | undefined => {
  const at = headingLine(rows, remembered);
  if (at === undefined) return undefined;
  const headings = rows[at]!.cells;
  const columns = columnsOf(headings, remembered);
  const faults: ImportFault[] = [];
  const notes: ImportNote[] = [];
  const drafts = rows.slice(at + 1).flatMap(({ line, cells }): Draft[] => {
    const said = new Map([...columns].flatMap(([index, field]): [ImportField, { text: string; heading: string }][] => [[field, { text: cells[index] ?? '', heading: headings[index]!.trim() }]]));
    // A line of nothing, of a page number or of a sum is none.
    if ([...said.values()].every(({ text }) => text.trim() === '')) return [];
    const draft = readLine(line, said, names, faults, notes);
    return draft ? [draft] : [];
  });
  return { columns: headings.map((heading, index) => ({ heading: heading.trim(), ...(columns.has(index) ? { field: columns.get(index)! } : {}) })), ...withoutTwins(drafts, faults), notes };
};

const withoutTwins = (drafts: Draft[], faults: ImportFault[]): { drafts: Draft[]; faults: ImportFault[] } => {
  const lines = new Map<string, number>();
  for (const { line, device } of drafts) {
    if (!device.serial) continue;
    const key = device.serial.toUpperCase();
    if (lines.has(key)) faults.push({ line, code: 'serialTwice', text: device.serial, other: lines.get(key)! });
    else lines.set(key, line);
  }
  return { drafts, faults: faults.toSorted((a, b) => a.line - b.line) };
};

/** Scans as devices: what the machine says of itself is read like the line of a list. */
export const readScans = (scans: readonly Scanned[], names: Named): Reading => {
  const faults: ImportFault[] = [];
  const notes: ImportNote[] = [];
  const drafts = scans.flatMap(({ cells }, index): Draft[] => {
    const { wifi, ...rest } = cells;
    const said = new Map(Object.entries(rest).flatMap(([field, text]): [ImportField, { text: string; heading: string }][] => (text ? [[field as ImportField, { text, heading: field }]] : [])));
    const draft = readLine(index + 1, said, names, faults, notes);
    if (!draft) return [];
    const device = { ...draft.device, ...(wifi ? { wifi: wifi as 'on' } : {}), portable: draft.device.kind === 'laptop' || draft.device.kind === 'tablet' };
    return [{ line: draft.line, device, given: [...draft.given, ...(wifi ? (['wifi'] as const) : [])] }];
  });
  return { columns: [], ...withoutTwins(drafts, faults), notes };
};
