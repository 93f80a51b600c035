import type { Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';

/** A text of a document as it is. */
export const plain = (text: string): Inline[] => [{ text }];
/** The cells of a row of a document. */
export const cells = (...texts: readonly string[]): Inline[][] => texts.map(plain);

type Cell = string | number | { value: string; date: true } | undefined;
/** A sheet with its heads and their widths in letters. */
export const sheet = (name: string, heads: readonly (readonly [string, number])[], rows: readonly (readonly Cell[])[]): WrittenSheet => ({
  name,
  columns: heads.map(([, width]) => ({ width })),
  rows: [heads.map(([value]) => ({ value, style: 'heading' as const })), ...rows.map((row) => [...row])],
  frozenRows: 1,
});
/** A day in a sheet, which sorts as one. */
export const dayCell = (value: CivilDate | null) => (value ? { value, date: true as const } : undefined);
