import { CivilDate } from '../../kernel/dates.ts';
import { languages } from '../../kernel/language.ts';
import { Cents } from '../../kernel/money.ts';
import { centsOf } from '../plan/money-text.ts';
import type { IssueCode } from './issue.ts';
import { normalize } from './normalize.ts';
import type { Column, SheetDefinition } from './sheet.ts';

/** Result of reading one cell: a value, or why it is none. */
export type ReadValue = { value: string | number | boolean } | { code: IssueCode };
type Raw = string | number | boolean;

const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0');

/**
 * A date as people write it in Belgium: 2026-11-24, 24/11/2026, 24.11.2026 or 24-11-2026, days and months with or without a zero.
 * Out: `YYYY-MM-DD`, or nothing when it is no date between 1900 and 2199.
 */
export const parseDate = (text: string): CivilDate | undefined => {
  const international = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const belgian = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  const date = international ? `${international[1]}-${pad(international[2])}-${pad(international[3])}` : belgian ? `${belgian[4]}-${pad(belgian[3])}-${pad(belgian[1])}` : undefined;
  return date !== undefined && CivilDate.safeParse(date).success ? date : undefined;
};

const yes = new Set(['oui', 'ja', 'yes', 'x', 'vrai', 'waar', 'wahr', 'true', 'o', 'j', 'y', '1']);
const no = new Set(['non', 'nee', 'neen', 'nein', 'no', 'faux', 'onwaar', 'falsch', 'false', 'n', '0']);

const parseBoolean = (raw: Raw): boolean | undefined => {
  if (typeof raw === 'boolean') return raw;
  const text = normalize(String(raw));
  return yes.has(text) ? true : no.has(text) ? false : undefined;
};

/** A whole number; thousands may be set apart by a space, a dot or an apostrophe (9 400, 9.400). */
const parseInteger = (raw: Raw): number | undefined => {
  if (typeof raw === 'number') return Number.isInteger(raw) ? raw : undefined;
  const text = String(raw).trim();
  return /^-?\d+$/.test(text) || /^\d{1,3}([ .'’\u00a0\u202f]\d{3})+$/.test(text) ? Number(text.replace(/[^\d-]/g, '')) : undefined;
};

/** Hours a week in hundredths: 38, 30,4, 30.4, 7h36 or 7:36; at most 60. */
const parseHours = (raw: Raw): number | undefined => {
  const text = String(raw).trim().toLowerCase();
  const decimal = /^(\d{1,2}(?:[.,]\d{1,4})?)\s*(?:h|u|std\.?)?$/.exec(text);
  const clock = /^(\d{1,2})\s*[h:u]\s*([0-5]\d)$/.exec(text);
  const hours = decimal ? Number(decimal[1]?.replace(',', '.')) : clock ? Number(clock[1]) + Number(clock[2]) / 60 : undefined;
  const hundredths = hours === undefined ? 0 : Math.round(hours * 100);
  return hundredths >= 1 && hundredths <= 6000 ? hundredths : undefined;
};

/** Whole cents of an amount in euros: a number of at most two decimals, or a text as people write it (1 250,00 €, 1.250,5). */
const parseEuros = (raw: Raw): number | undefined => {
  // A sum that a spreadsheet counted may end in the dust of binary fractions.
  const cents = typeof raw === 'number' ? (Math.abs(raw * 100 - Math.round(raw * 100)) < 1e-4 ? Math.round(raw * 100) : undefined) : centsOf(String(raw));
  return Cents.safeParse(cents).success ? cents : undefined;
};

/** Days of work in halves: 2, 2,5, 2.5, 2½; at most 999. */
const parseDays = (raw: Raw): number | undefined => {
  const text = String(raw).trim().toLowerCase();
  const found = /^(\d{0,3})(?:[.,]([05])0*)?(½)?$/.exec(text);
  if (!found || text === '' || (found[2] !== undefined && (found[1] === '' || found[3]))) return undefined;
  const days = Number(found[1]) + (found[2] === '5' || found[3] ? 0.5 : 0);
  return days <= 999 ? days : undefined;
};

/** Labels of every choice column in every language, and the values themselves, as compared. */
export const choiceIndex = (definition: SheetDefinition): Map<string, Map<string, string>> => {
  const index = new Map<string, Map<string, string>>();
  for (const column of definition.columns) {
    if (!column.choices) continue;
    const labels = new Map<string, string>();
    for (const choice of column.choices) {
      labels.set(normalize(choice), choice);
      for (const language of languages) labels.set(normalize(definition.texts[language].columns[column.key]?.choices?.[choice] ?? choice), choice);
    }
    index.set(column.key, labels);
  }
  return index;
};

const orElse = (value: string | number | boolean | undefined, code: IssueCode): ReadValue => (value === undefined ? { code } : { value });

/** Reads what a cell of a column holds. References stay as text: they are looked up when every sheet is read. */
export const readValue = (column: Column, raw: Raw, choices: Map<string, Map<string, string>>): ReadValue => {
  const text = String(raw).trim();
  switch (column.kind) {
    case 'date':
      return orElse(typeof raw === 'string' ? parseDate(text) : undefined, 'invalidDate');
    case 'boolean':
      return orElse(parseBoolean(raw), 'invalidBoolean');
    case 'integer':
      return orElse(parseInteger(raw), 'invalidInteger');
    case 'hours':
      return orElse(parseHours(raw), 'invalidHours');
    case 'euros':
      return orElse(parseEuros(raw), 'invalidEuros');
    case 'days':
      return orElse(parseDays(raw), 'invalidDays');
    case 'choice':
      return orElse(choices.get(column.key)?.get(normalize(text)), 'unknownChoice');
    case 'digits':
      return { value: typeof raw === 'number' ? text.padStart(column.digits ?? 0, '0') : text };
    default:
      return { value: text };
  }
};
