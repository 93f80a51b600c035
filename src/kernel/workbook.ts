/** One filled cell as read: dates come as `YYYY-MM-DD`; `formula` marks a cached result (no value: the file holds none), `error` an Excel error such as #REF!. */
export type WorkbookCell = { column: string; value: string | number | boolean | undefined; formula?: true; error?: true };
/** `number` is the row's number as the spreadsheet shows it, from 1; rows without a filled cell are left out. */
export type WorkbookRow = { number: number; cells: WorkbookCell[] };
export type WorkbookSheet = { name: string; rows: WorkbookRow[] };
export type Workbook = { sheets: WorkbookSheet[] };

/** How a written cell looks and behaves: `text` keeps leading zeros, `input` is a framed cell to fill in. */
export type WrittenStyle = 'title' | 'paragraph' | 'heading' | 'section' | 'label' | 'help' | 'example' | 'input' | 'text';
/** A cell to write; with `date`, the value is `YYYY-MM-DD` and becomes a true date. */
export type WrittenCell = string | number | boolean | undefined | { value: string | number | boolean | undefined; style?: WrittenStyle; date?: boolean };
/** A drop-down list over one column, rows counted from 1: fixed `values`, or a `range` such as `Services!$B$4:$B$500`; `strict` refuses other values. */
export type WrittenList = { column: number; fromRow: number; toRow: number; strict: boolean } & ({ values: readonly string[] } | { range: string });
export type WrittenSheet = {
  name: string;
  /** Width in characters, and what empty cells below the rows are prepared for. */
  columns: { width: number; prepared?: 'text' | 'date' }[];
  rows: WrittenCell[][];
  frozenRows?: number;
  frozenColumns?: number;
  lists?: WrittenList[];
  /** Rows prepared after the last written one, so that typed codes keep their leading zeros. */
  preparedRows?: number;
};

/** Name of the hidden sheet that holds lists too long to be written in place; a reader skips it. */
export const listsSheetName = '_lists';

/** Column letter of an index counted from 0: 0 is A, 26 is AA. */
export const columnLetter = (index: number): string => {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};
