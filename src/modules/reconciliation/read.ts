import { type Account, type Fault, type Field, identifierOf, type Level } from './account.ts';
import { columnsOf, headingOf, isEnough, type Remembered } from './headings.ts';
import { type DateFormat, dateFormatOf, levelOf, readDate, readYes, saysNothing } from './values.ts';

/** A row of a list as it stands in the file; `broken` where a cell holds an error of the spreadsheet. */
export type Row = { line: number; cells: readonly string[]; broken?: boolean };

/** What somebody said of the lists of a resource. */
export type Said = { columns: readonly Remembered[]; levels: readonly { word: string; level: Level }[] };

export type Format = { titleLines: number; heading: number; columns: { heading: string; field: Field }[]; dates?: DateFormat };
/** A list that was read; or its first rows, where somebody has to say what the columns mean. */
export type Reading =
  | { accounts: Account[]; faults: Fault[]; words: string[]; format: Format }
  | { unknown: { line: number; headings: string[]; samples: string[][]; guessed: { heading: string; field: Field }[] } };

/** The headings stand among the first rows; what stands above them are titles. */
const searched = 40;
const sampled = 4;
const mostWords = 12;

const filled = (row: Row): number => row.cells.filter((cell) => cell.trim() !== '').length;

/** The row of the headings: the first whose words are known well enough, or the first as wide as any of those that follow. */
const findHeading = (rows: readonly Row[], remembered: readonly Remembered[]): { at: number; columns: Map<number, Field> } | undefined => {
  let best: { at: number; columns: Map<number, Field> } | undefined;
  for (const [at, row] of rows.slice(0, searched).entries()) {
    const columns = columnsOf(row.cells, remembered);
    if (columns.size > (best?.columns.size ?? 0) && (columns.size > 1 || filled(row) === 1)) best = { at, columns };
  }
  if (best) return best;
  const width = Math.max(0, ...rows.slice(0, searched).map(filled));
  const at = rows.findIndex((row) => filled(row) === width);
  return at < 0 || width === 0 ? undefined : { at, columns: new Map() };
};

/** A line at the foot of a list that counts it, or says when it was made. */
const isFoot = (row: Row): boolean =>
  filled(row) === 1 &&
  /^\W*(?:\d+\s*(?:row|record|ligne|enregistrement|rij|zeile)|total|totaal|nombre|aantal|anzahl|gesamt|count|fin\b|einde|end of|\d+$|page\s)/i.test(
    row.cells.find((cell) => cell.trim() !== '')!.trim(),
  );

/**
 * Makes accounts of the rows of a list: finds the headings under whatever titles, knows the columns by them or by what was said before, finds how the
 * dates are written. Every filled row becomes an account or a named fault; `words` are rights whose level somebody has to say.
 */
export const readRows = (rows: readonly Row[], said: Said): Reading => {
  const full = rows.filter((row) => filled(row) > 0);
  const heading = findHeading(full, said.columns);
  if (!heading || !isEnough(heading.columns)) {
    const at = heading?.at ?? 0;
    const headings = (full[at]?.cells ?? []).map((cell) => cell.trim());
    return {
      unknown: {
        line: full[at]?.line ?? 1,
        headings,
        samples: full.slice(at + 1, at + 1 + sampled).map(({ cells }) => headings.map((_, place) => (cells[place] ?? '').trim())),
        guessed: [...(heading?.columns ?? [])].map(([place, field]) => ({ heading: headings[place]!, field })),
      },
    };
  }
  const head = full[heading.at]!;
  const places = new Map<Field, number>([...heading.columns].map(([place, field]) => [field, place]));
  const body = full.slice(heading.at + 1);
  const valuesOf = (field: Field): string[] => {
    const place = places.get(field);
    return place === undefined ? [] : body.map(({ cells }) => cells[place] ?? '');
  };
  const dates = { lastUsed: dateFormatOf(valuesOf('lastUsed')), created: dateFormatOf(valuesOf('created')) };
  const read = reader({ places, headings: head.cells, said, dates });
  const accounts: Account[] = [];
  const seen = new Map<string, number>();
  for (const row of body) {
    const account = read.account(row);
    if (!account) continue;
    const key = identifierOf(account.account);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row.line);
      accounts.push(account);
    } else read.faults.push({ line: row.line, code: 'twice', text: account.account, column: String(first) });
  }
  return {
    accounts,
    faults: read.faults.toSorted((a, b) => a.line - b.line),
    // A column of many different words holds groups, and no levels.
    words: read.words.size > mostWords ? [] : [...read.words],
    format: {
      titleLines: heading.at,
      heading: head.line,
      columns: [...heading.columns].toSorted(([a], [b]) => a - b).map(([place, field]) => ({ heading: head.cells[place]!.trim(), field })),
      ...(dates.lastUsed ? { dates: dates.lastUsed } : {}),
    },
  };
};

/** Accounts of a list that was read before somebody said what its words for rights mean, as they would be read now. */
export const withLevels = (accounts: readonly Account[], levels: Said['levels']): Account[] => {
  const known = new Map(levels.map(({ word, level }) => [headingOf(word), level]));
  return accounts.map(({ right, ...account }) => {
    const level = right === undefined ? undefined : known.get(headingOf(right));
    return { ...account, ...(level ? { level } : right === undefined ? {} : { right }) };
  });
};

type Reader = { places: ReadonlyMap<Field, number>; headings: readonly string[]; said: Said; dates: { lastUsed: DateFormat | undefined; created: DateFormat | undefined } };
const disabledBit = 2;
const longest = 200;

/** Reads rows one by one; what it cannot read it names. */
const reader = ({ places, headings, said, dates }: Reader) => {
  const faults: Fault[] = [];
  const words = new Set<string>();
  const saidLevels = new Map(said.levels.map(({ word, level }) => [headingOf(word), level]));
  const level = (text: string): { level?: Level; right?: string } => {
    const known = saidLevels.get(headingOf(text)) ?? levelOf(text);
    if (known) return { level: known };
    if (saysNothing(text)) return {};
    words.add(text);
    return { right: text };
  };
  const disabled = (row: Row, cell: (field: Field) => string): boolean => {
    const control = Number.parseInt(cell('control'), 10);
    const told: (boolean | undefined)[] = [];
    for (const [field, means] of [
      ['enabled', false],
      ['blocked', true],
    ] as const) {
      if (cell(field) === '') continue;
      const yes = readYes(cell(field));
      if (yes === undefined) faults.push({ line: row.line, code: 'state', text: cell(field).slice(0, 60), column: headings[places.get(field)!]!, kept: true });
      told.push(yes === means);
    }
    return (Number.isInteger(control) && (control & disabledBit) !== 0) || told.includes(true);
  };
  const dateOf = (row: Row, text: string, field: 'lastUsed' | 'created') => {
    if (text === '') return undefined;
    const found = readDate(text, dates[field]);
    if (found === undefined) faults.push({ line: row.line, code: 'date', text: text.slice(0, 60), column: headings[places.get(field)!]!, kept: true });
    return found;
  };
  const account = (row: Row): Account | undefined => {
    const cell = (field: Field): string => {
      const place = places.get(field);
      return place === undefined
        ? ''
        : (row.cells[place] ?? '')
            .trim()
            .replaceAll(/\p{C}+/gu, ' ')
            .slice(0, longest);
    };
    const refuse = (code: Fault['code']): undefined => {
      faults.push({ line: row.line, code, text: row.cells.join(' ').trim().slice(0, 60) });
    };
    if (isFoot(row)) return refuse('total');
    if (row.broken) return refuse('excelError');
    if (row.cells.slice(headings.length).some((one) => one.trim() !== '')) return refuse('cells');
    const identifier = cell('account') || cell('email');
    if (identifier === '') return refuse('noAccount');
    const lastUsed = dateOf(row, cell('lastUsed'), 'lastUsed');
    const created = dateOf(row, cell('created'), 'created');
    const [email, reference, first, last] = [cell('email') || (identifier.includes('@') ? identifier : ''), cell('reference'), cell('firstName'), cell('lastName')];
    const name = cell('name') || [first, last].filter(Boolean).join(' ');
    const kind = kindOf(cell('kind'));
    return {
      line: row.line,
      account: identifier,
      ...(email ? { email } : {}),
      ...(reference ? { reference } : {}),
      ...(name ? { name } : {}),
      ...(first && last ? { first, last } : {}),
      ...(disabled(row, cell) ? { disabled: true as const } : {}),
      ...(lastUsed ? { lastUsed } : {}),
      ...(created && created !== 'never' ? { created } : {}),
      ...(cell('level') ? level(cell('level')) : {}),
      ...(kind ? { kind } : {}),
    };
  };
  return { account, faults, words };
};

const kindOf = (text: string): Account['kind'] | undefined => {
  if (/shared|partag|gedeeld|freigegeben|room|equipment|salle/i.test(text)) return 'shared';
  return /service|system|technique|technisch|application/i.test(text) ? 'service' : undefined;
};
