import { CivilDate } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/language.ts';
import { intakeTexts } from './texts.ts';

export type IssueCode = keyof (typeof intakeTexts)['fr']['issues'];

/** Something in the workbook that is not right: what, where, and what the sentence needs. */
export type Issue = {
  code: IssueCode;
  /** A warning names what was not read; an error keeps the whole workbook from being imported. */
  severity: 'error' | 'warning';
  /** Name of the sheet as the workbook has it; absent when it is about the whole workbook. */
  sheet?: string;
  /** For instance `C12`. */
  cell?: string;
  /** Label of the cell's column, or of its field, as the workbook has it. */
  column?: string;
  /** What the cell holds, as typed; never given for national numbers. */
  value?: string;
  parameters?: Record<string, string | number>;
};

const warnings: readonly IssueCode[] = ['unknownSheet', 'unknownColumn', 'unknownField'];

/** An issue with the severity of its code. */
export const makeIssue = (code: IssueCode, details: Omit<Issue, 'code' | 'severity'> = {}): Issue => ({ code, severity: warnings.includes(code) ? 'warning' : 'error', ...details });

/** A sentence with its values put in. */
export const fill = (template: string, values: Record<string, string | number | undefined>): string => template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

/** A date as it is read in a language, 01/01/2001 or 01.01.2001; anything else as it is. */
const shownDate = (value: string | number | undefined, language: Language): string | number | undefined => {
  if (typeof value !== 'string' || !CivilDate.safeParse(value).success) return value;
  return value
    .split('-')
    .toReversed()
    .join(language === 'de' ? '.' : '/');
};

/** An issue in words: where it is, what is wrong, what would be right; each a phrase of its own. */
export const describeIssue = (issue: Issue, language: Language): { where: string; what: string; remedy: string } => {
  const texts = intakeTexts[language];
  const suggestion = issue.parameters?.suggestion;
  const given = { value: issue.value, column: issue.column, ...issue.parameters };
  const dated = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, shownDate(value, language)]));
  const values = { sheet: issue.sheet, cell: issue.cell, ...dated, hint: suggestion === undefined ? '' : fill(texts.hint, { suggestion }) };
  const place = issue.cell ? (issue.column ? texts.place.column : texts.place.cell) : issue.sheet ? texts.place.sheet : texts.place.workbook;
  const { what, remedy } = texts.issues[issue.code];
  return { where: fill(place, values), what: fill(what, values), remedy: fill(remedy, values) };
};
