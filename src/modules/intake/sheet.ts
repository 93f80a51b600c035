import type { Language } from '../../kernel/language.ts';

/**
 * What a cell may hold: `digits` is a code whose leading zeros a spreadsheet may have dropped, `hours` a number of hours
 * a week kept in hundredths, `euros` an amount kept in cents, `days` a number of half days, `person` and `service` name a line of another sheet.
 */
export type ColumnKind = 'text' | 'digits' | 'integer' | 'hours' | 'euros' | 'days' | 'boolean' | 'date' | 'choice' | 'person' | 'service';

export type Column<Key extends string = string> = {
  key: Key;
  kind: ColumnKind;
  required?: boolean;
  /** Values of a choice; their labels are in the texts. */
  choices?: readonly string[];
  /** Length of a code of kind `digits`. */
  digits?: number;
  /** Heading under which a field stands, in a sheet of form `fields`. */
  section?: string;
  width?: number;
  /** Value of the example line: a choice by its key, a date as `YYYY-MM-DD`; a text that differs by language is in the texts. */
  example?: string | number | boolean;
};

export type ColumnTexts = { label: string; help: string; example?: string; choices?: Record<string, string> };
export type SheetTexts = { name: string; intro: string; sections?: Record<string, string>; columns: Record<string, ColumnTexts> };

/** One sheet of the intake workbook: `table` has a line per record, `fields` a line per value of one record. */
export type SheetDefinition<Key extends string = string> = {
  key: string;
  form: 'table' | 'fields';
  columns: readonly Column<Key>[];
  texts: Record<Language, SheetTexts>;
};

/** What the definition says of a column in a language; a column without texts is a mistake of the definition. */
export const columnTexts = (definition: SheetDefinition, key: string, language: Language): ColumnTexts => {
  const texts = definition.texts[language].columns[key];
  if (!texts) throw new Error(`No texts for ${definition.key}.${key} in ${language}`);
  return texts;
};
