import type { Language } from '../../kernel/language.ts';
import { languages } from '../../kernel/language.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '../../kernel/workbook.ts';
import { exampleText } from './example.ts';
import { makeIssue } from './issue.ts';
import type { Issue } from './issue.ts';
import { normalize } from './normalize.ts';
import { columnTexts } from './sheet.ts';
import type { Column, SheetDefinition } from './sheet.ts';
import { labelIndex } from './sheets.ts';
import { intakeTexts } from './texts.ts';
import { choiceIndex, readValue } from './values.ts';

type Value = string | number | boolean;

/** One record as read: values by column key, and where each stands. */
export type Line = {
  row: number;
  values: Record<string, Value>;
  /** What was typed, for messages. */
  typed: Record<string, string>;
  /** Columns whose cell is filled but wrong, already reported. */
  faulty: Set<string>;
  /** Cell of a column on this line, whether filled or not. */
  cellOf: (key: string) => string | undefined;
};

/** The lines of one register and the name under which its sheet was found. */
export type Register = { definition: SheetDefinition; sheet: string; language: Language; lines: Line[] };

const headingRows = 20;
const markerColumn = ' marker';

const isMarkerHeading = (text: string): boolean => languages.some((language) => normalize(intakeTexts[language].words.marker) === normalize(text));
const markOf = (text: string): 'explanation' | 'example' | undefined =>
  (['explanation', 'example'] as const).find((word) => languages.some((language) => normalize(intakeTexts[language].words[word]) === normalize(text)));

const readCell = (column: Column, cell: WorkbookCell, row: number, line: Line, register: Omit<Register, 'lines'>, choices: ReturnType<typeof choiceIndex>, issues: Issue[]): void => {
  const label = columnTexts(register.definition, column.key, register.language).label;
  const at = { sheet: register.sheet, cell: `${cell.column}${row}`, column: label };
  const fault = (issue: Issue): void => {
    line.faulty.add(column.key);
    issues.push(issue);
  };
  if (cell.error) return fault(makeIssue('cellError', { ...at, value: String(cell.value) }));
  if (cell.value === undefined) {
    if (cell.formula) fault(makeIssue('formulaWithoutValue', at));
    return;
  }
  const typed = String(cell.value).trim();
  if (typed === '') return;
  line.typed[column.key] = typed;
  const read = readValue(column, cell.value, choices);
  if ('value' in read) {
    line.values[column.key] = read.value;
    return;
  }
  const labels = column.choices?.map((choice) => columnTexts(register.definition, column.key, register.language).choices?.[choice] ?? choice);
  fault(makeIssue(read.code, { ...at, value: typed, parameters: { column: label, ...(labels ? { choices: labels.join(', ') } : {}) } }));
};

const emptyLine = (row: number, cellOf: Line['cellOf']): Line => ({ row, values: {}, typed: {}, faulty: new Set(), cellOf });

const requireFilled = (line: Line, register: Omit<Register, 'lines'>, issues: Issue[]): void => {
  for (const column of register.definition.columns) {
    if (!column.required || line.faulty.has(column.key) || line.values[column.key] !== undefined) continue;
    line.faulty.add(column.key);
    const label = columnTexts(register.definition, column.key, register.language).label;
    issues.push(makeIssue('required', { sheet: register.sheet, cell: line.cellOf(column.key), column: label, parameters: { column: label } }));
  }
};

const findHeadings = (sheet: WorkbookSheet, labels: Map<string, string>): WorkbookRow | undefined => {
  let best: WorkbookRow | undefined;
  let most = 1;
  for (const row of sheet.rows.filter(({ number }) => number <= headingRows)) {
    const found = row.cells.filter((cell) => labels.has(normalize(String(cell.value ?? ''))) || isMarkerHeading(String(cell.value ?? ''))).length;
    if (found > most) [best, most] = [row, found];
  }
  return best;
};

/** True when every filled cell of a line is what the template has there: its explanation or its example, in some language. */
const matchesTemplate = (mark: 'explanation' | 'example', row: WorkbookRow, keys: Map<string, string>, definition: SheetDefinition): boolean =>
  row.cells.every((cell) => {
    const key = keys.get(cell.column);
    const column = definition.columns.find((candidate) => candidate.key === key);
    if (!column || cell.value === undefined) return true;
    return languages.some(
      (language) => normalize(mark === 'example' ? exampleText(definition, column, language) : columnTexts(definition, column.key, language).help) === normalize(String(cell.value)),
    );
  });

const readTable = (sheet: WorkbookSheet, register: Omit<Register, 'lines'>, issues: Issue[]): Line[] => {
  const { definition, language } = register;
  const labels = labelIndex(definition, language);
  const headings = findHeadings(sheet, labels);
  if (!headings) {
    issues.push(makeIssue('noHeadings', { sheet: sheet.name, parameters: { choices: definition.columns.map((column) => columnTexts(definition, column.key, language).label).join(', ') } }));
    return [];
  }
  const keys = new Map<string, string>();
  const letters = new Map<string, string>();
  for (const { column, value } of headings.cells) {
    const text = String(value ?? '').trim();
    if (text === '') continue;
    const key = labels.get(normalize(text)) ?? (isMarkerHeading(text) ? markerColumn : undefined);
    const at = { sheet: sheet.name, cell: `${column}${headings.number}`, value: text };
    if (key === undefined) issues.push(makeIssue('unknownColumn', at));
    else if (letters.has(key)) issues.push(makeIssue('duplicateColumn', at));
    else {
      keys.set(column, key);
      letters.set(key, column);
    }
  }
  const absent = definition.columns.filter((column) => column.required && !letters.has(column.key));
  for (const column of absent) issues.push(makeIssue('missingColumn', { sheet: sheet.name, cell: `A${headings.number}`, parameters: { column: columnTexts(definition, column.key, language).label } }));

  const columns = new Map(definition.columns.map((column) => [column.key, column]));
  const choices = choiceIndex(definition);
  const lines: Line[] = [];
  for (const row of sheet.rows) {
    if (row.number <= headings.number) continue;
    const marker = row.cells.find((cell) => keys.get(cell.column) === markerColumn);
    const data = { number: row.number, cells: row.cells.filter((cell) => cell !== marker && keys.has(cell.column)) };
    const markText = String(marker?.value ?? '').trim();
    if (marker && markText !== '') {
      const mark = markOf(markText);
      const at = { sheet: sheet.name, cell: `${marker.column}${row.number}`, value: markText };
      if (mark && !matchesTemplate(mark, data, keys, definition)) issues.push(makeIssue('exampleChanged', at));
      if (mark) continue;
      issues.push(makeIssue('unknownMark', at));
    }
    if (data.cells.length === 0 || (data.cells.length > 1 && matchesTemplate('explanation', data, keys, definition))) continue;
    const line = emptyLine(row.number, (key) => (letters.has(key) ? `${letters.get(key)}${row.number}` : undefined));
    for (const cell of data.cells) {
      const column = columns.get(keys.get(cell.column) ?? '');
      if (column) readCell(column, cell, row.number, line, register, choices, issues);
    }
    if (Object.keys(line.typed).length === 0 && line.faulty.size === 0) continue;
    for (const column of absent) line.faulty.add(column.key);
    requireFilled(line, register, issues);
    lines.push(line);
  }
  return lines;
};

const isWord = (text: string, word: 'field' | 'value'): boolean => languages.some((language) => normalize(intakeTexts[language].words[word]) === normalize(text));

/** Columns of the labels and of the values: where the headings say, else A and B. */
const fieldColumns = (sheet: WorkbookSheet): { row: number; label: string; value: string } => {
  for (const { number, cells } of sheet.rows.filter((row) => row.number <= headingRows)) {
    const label = cells.find((cell) => isWord(String(cell.value ?? ''), 'field'));
    const value = cells.find((cell) => isWord(String(cell.value ?? ''), 'value'));
    if (label && value) return { row: number, label: label.column, value: value.column };
  }
  return { row: 0, label: 'A', value: 'B' };
};

const readFields = (sheet: WorkbookSheet, register: Omit<Register, 'lines'>, partial: boolean, issues: Issue[]): Line[] => {
  const { definition } = register;
  const labels = labelIndex(definition, register.language);
  const columns = new Map(definition.columns.map((column) => [column.key, column]));
  const place = fieldColumns(sheet);
  const rowsOf = new Map<string, number>();
  const line = emptyLine(1, (key) => (rowsOf.has(key) ? `${place.value}${rowsOf.get(key)}` : undefined));
  const choices = choiceIndex(definition);
  for (const row of sheet.rows) {
    if (row.number === place.row) continue;
    const label = String(row.cells.find((cell) => cell.column === place.label)?.value ?? '').trim();
    const cell = row.cells.find((candidate) => candidate.column === place.value);
    const column = columns.get(labels.get(normalize(label)) ?? '');
    const at = { sheet: sheet.name, cell: `${place.label}${row.number}`, value: label };
    if (!column) {
      if (cell?.value !== undefined) issues.push(makeIssue('unknownField', at));
      continue;
    }
    if (rowsOf.has(column.key)) {
      issues.push(makeIssue('duplicateColumn', at));
      continue;
    }
    rowsOf.set(column.key, row.number);
    if (cell) readCell(column, cell, row.number, line, register, choices, issues);
  }
  if (!partial) requireFilled(line, register, issues);
  return [line];
};

/** Reads the lines of a register's sheet; with `partial`, fields that a new centre must give may stay empty. */
export const readRegister = (definition: SheetDefinition, sheet: WorkbookSheet, language: Language, partial: boolean, issues: Issue[]): Register => {
  const register = { definition, sheet: sheet.name, language };
  return { ...register, lines: definition.form === 'table' ? readTable(sheet, register, issues) : readFields(sheet, register, partial, issues) };
};
