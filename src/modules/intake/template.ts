import type { Language } from '../../kernel/language.ts';
import { columnLetter } from '../../kernel/workbook.ts';
import type { WrittenCell, WrittenList, WrittenSheet } from '../../kernel/workbook.ts';
import { exampleText, shownValue } from './example.ts';
import { columnTexts } from './sheet.ts';
import type { Column, ColumnKind, SheetDefinition } from './sheet.ts';
import { intakeSheets, sheetKeys } from './sheets.ts';
import type { SheetKey } from './sheets.ts';
import { intakeTexts } from './texts.ts';

type Value = string | number | boolean;
/** Values to fill a workbook with, by sheet and column: choices by their key, dates as `YYYY-MM-DD`, hours as hours, amounts in euros; the centre is one record. */
export type IntakeValues = Partial<Record<SheetKey, readonly Readonly<Record<string, Value | undefined>>[]>>;

/** Numbers stand at the right, as a spreadsheet puts them. */
const withoutPrepared: readonly ColumnKind[] = ['hours', 'euros', 'days'];

const firstDataRow = 4;
const lastListRow = 6000;
const preparedRows = 200;

const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const listOf = (definition: SheetDefinition, column: Column, language: Language): { strict: boolean; values: string[] } | { strict: boolean; range: string } | undefined => {
  const { words } = intakeTexts[language];
  if (column.kind === 'boolean') return { strict: false, values: [words.yes, words.no] };
  if (column.choices) return { strict: true, values: column.choices.map((choice) => String(shownValue(definition, column, choice, language))) };
  // A person or a service may be chosen from what stands in the other sheet, or typed: a code, or a name.
  const source = column.kind === 'person' ? { key: 'people' as const, column: 'reference' } : column.kind === 'service' ? { key: 'services' as const, column: 'name' } : undefined;
  if (!source) return undefined;
  const target = intakeSheets[source.key];
  const letter = columnLetter(target.columns.findIndex((candidate) => candidate.key === source.column) + 1);
  return { strict: false, range: `${quoteSheet(target.texts[language].name)}!$${letter}$${firstDataRow}:$${letter}$${lastListRow}` };
};

const labelOf = (definition: SheetDefinition, column: Column, language: Language): string => columnTexts(definition, column.key, language).label + (column.required ? ' *' : '');

const toCell = (definition: SheetDefinition, column: Column, value: Value | undefined, language: Language, style: 'input' | 'text'): WrittenCell => {
  if (value === undefined) return style === 'input' ? { value: undefined, style, date: column.kind === 'date' } : undefined;
  if (column.kind === 'date') return { value, style, date: true };
  const shown = shownValue(definition, column, value, language);
  return typeof shown === 'number' ? shown : { value: shown, style };
};

const exampleCell = (definition: SheetDefinition, column: Column, language: Language): WrittenCell => {
  if (column.kind === 'date' && column.example !== undefined) return { value: column.example, style: 'example', date: true };
  return { value: exampleText(definition, column, language), style: 'example' };
};

const tableSheet = (definition: SheetDefinition, language: Language, records: readonly Readonly<Record<string, Value | undefined>>[]): WrittenSheet => {
  const { words } = intakeTexts[language];
  const { columns } = definition;
  return {
    name: definition.texts[language].name,
    columns: [
      { width: 13 },
      ...columns.map((column) => ({
        width: column.width ?? 20,
        ...(column.kind === 'date' ? { prepared: 'date' as const } : withoutPrepared.includes(column.kind) ? {} : { prepared: 'text' as const }),
      })),
    ],
    rows: [
      [{ value: words.marker, style: 'heading' }, ...columns.map((column) => ({ value: labelOf(definition, column, language), style: 'heading' as const }))],
      [{ value: words.explanation, style: 'help' }, ...columns.map((column) => ({ value: columnTexts(definition, column.key, language).help, style: 'help' as const }))],
      [{ value: words.example, style: 'example' }, ...columns.map((column) => exampleCell(definition, column, language))],
      ...records.map((record) => [undefined, ...columns.map((column) => toCell(definition, column, record[column.key], language, 'text'))]),
    ],
    frozenRows: 1,
    preparedRows,
    lists: columns.flatMap((column, index): WrittenList[] => {
      const list = listOf(definition, column, language);
      return list ? [{ column: index + 1, fromRow: firstDataRow, toRow: lastListRow, ...list }] : [];
    }),
  };
};

const fieldsSheet = (definition: SheetDefinition, language: Language, record: Readonly<Record<string, Value | undefined>>): WrittenSheet => {
  const { words } = intakeTexts[language];
  const rows: WrittenCell[][] = [[words.field, words.value, words.explanation, words.example].map((value) => ({ value, style: 'heading' as const }))];
  const lists: WrittenList[] = [];
  let section: string | undefined;
  for (const column of definition.columns) {
    if (column.section && column.section !== section) {
      section = column.section;
      const title = definition.texts[language].sections?.[section];
      rows.push([
        { value: title, style: 'section' },
        { value: undefined, style: 'section' },
        { value: undefined, style: 'section' },
        { value: undefined, style: 'section' },
      ]);
    }
    const list = listOf(definition, column, language);
    rows.push([
      { value: labelOf(definition, column, language), style: 'label' },
      toCell(definition, column, record[column.key], language, 'input'),
      { value: columnTexts(definition, column.key, language).help, style: 'help' },
      exampleCell(definition, column, language),
    ]);
    if (list) lists.push({ column: 1, fromRow: rows.length, toRow: rows.length, ...list });
  }
  return { name: definition.texts[language].name, columns: [{ width: 40 }, { width: 44 }, { width: 56 }, { width: 40 }], rows, frozenRows: 1, lists };
};

const readmeSheet = (language: Language): WrittenSheet => {
  const { readme, words } = intakeTexts[language];
  return {
    name: words.readme,
    columns: [{ width: 22 }, { width: 100 }],
    rows: [
      [undefined, { value: readme.title, style: 'title' }],
      [],
      ...[readme.purpose, readme.lines, readme.required, readme.dates, readme.people, readme.columns, readme.again].map((text): WrittenCell[] => [undefined, { value: text, style: 'paragraph' }]),
      [],
      [
        { value: readme.sheets, style: 'section' },
        { value: undefined, style: 'section' },
      ],
      ...sheetKeys.map((key): WrittenCell[] => [
        { value: intakeSheets[key].texts[language].name, style: 'label' },
        { value: intakeSheets[key].texts[language].intro, style: 'paragraph' },
      ]),
    ],
  };
};

/** The intake workbook in a language, empty or filled with values: a page that explains it, then one sheet per register. */
export const intakeTemplate = (language: Language, values: IntakeValues = {}): WrittenSheet[] => [
  readmeSheet(language),
  ...sheetKeys.map((key) => {
    const definition = intakeSheets[key];
    return definition.form === 'fields' ? fieldsSheet(definition, language, values[key]?.[0] ?? {}) : tableSheet(definition, language, values[key] ?? []);
  }),
];
