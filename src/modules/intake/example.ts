import type { Language } from '../../kernel/language.ts';
import { columnTexts } from './sheet.ts';
import type { Column, SheetDefinition } from './sheet.ts';
import { intakeTexts } from './texts.ts';

/** A value as the workbook shows it in a language: labels for choices, yes or no, everything else as it is. */
export const shownValue = (definition: SheetDefinition, column: Column, value: string | number | boolean, language: Language): string | number => {
  const { words } = intakeTexts[language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return column.kind === 'choice' ? (columnTexts(definition, column.key, language).choices?.[value] ?? value) : value;
};

/** Example of a column as shown in a language; empty when it has none. */
export const exampleText = (definition: SheetDefinition, column: Column, language: Language): string => {
  const own = columnTexts(definition, column.key, language).example;
  return own ?? (column.example === undefined ? '' : String(shownValue(definition, column, column.example, language)));
};
