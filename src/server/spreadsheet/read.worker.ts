import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';
import type { Sheet } from 'hucre/xlsx';
import { columnLetter } from '../../kernel/workbook.ts';
import type { Workbook, WorkbookCell, WorkbookRow, WorkbookSheet } from '../../kernel/workbook.ts';
import { SpreadsheetError } from './error.ts';
import { passGate } from './gate.ts';

const { bytes, maxRows, maxCells } = workerData as { bytes: Uint8Array; maxRows: number; maxCells: number };

// A number that is no date of a spreadsheet (a telephone number in a cell for dates) is an error there: it shows signs, and so do we.
const isShown = (date: Date): boolean => date.getTime() >= Date.UTC(1899, 11, 30) && date.getTime() < Date.UTC(10_000, 0);

/** Without the signs that no column of a database and no other file can hold; a spreadsheet shows nothing for them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const clean = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').toWellFormed();

/** A cell that was merged with others says what it says for all of them: a heading over ten lines is that of each. */
const spread = (sheet: Sheet): void => {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = sheet.rows[startRow]?.[startCol];
    if (value === undefined || value === null || value === '') continue;
    // Down a column only: a title that runs over the columns is one text.
    if (startCol === endCol) for (let row = startRow + 1; row <= endRow; row += 1) if (sheet.rows[row]) sheet.rows[row]![startCol] ??= value;
  }
};

const toSheet = (sheet: Sheet, budget: { cells: number }): WorkbookSheet => {
  const rows: WorkbookRow[] = [];
  spread(sheet);
  sheet.rows.forEach((values, rowIndex) => {
    const cells: WorkbookCell[] = [];
    values.forEach((value, columnIndex) => {
      const detail = sheet.cells?.get(`${rowIndex},${columnIndex}`);
      const isFormula = detail?.formula !== undefined;
      const shown = value instanceof Date ? (isShown(value) ? value.toISOString().slice(0, 10) : '########') : typeof value === 'string' ? clean(value) : (value ?? undefined);
      if ((shown === undefined || shown === '') && !isFormula) return;
      const cell: WorkbookCell = { column: columnLetter(columnIndex), value: shown };
      if (isFormula) cell.formula = true;
      if (detail?.type === 'error' || (value instanceof Date && !isShown(value))) cell.error = true;
      cells.push(cell);
    });
    if (cells.length === 0) return;
    budget.cells -= cells.length;
    if (rows.length >= maxRows || budget.cells < 0) throw new SpreadsheetError('tooManyRows', { sheet: sheet.name, rows: maxRows });
    rows.push({ number: rowIndex + 1, cells });
  });
  return { name: clean(sheet.name), rows };
};

const read = async (): Promise<Workbook> => {
  const safe = await passGate(bytes);
  const budget = { cells: maxCells };
  const workbook = await readXlsx(safe).catch((error: unknown) => {
    // The parser lays a sheet out as a rectangle and refuses one over twenty million cells.
    if (error instanceof Error && /over the \d+ limit/.test(error.message)) throw new SpreadsheetError('tooManyRows', { rows: maxRows });
    throw new SpreadsheetError('damaged');
  });
  return { sheets: workbook.sheets.map((sheet) => toSheet(sheet, budget)) };
};

read().then(
  (workbook) => parentPort?.postMessage({ workbook }),
  (error: unknown) => parentPort?.postMessage(error instanceof SpreadsheetError ? { code: error.code, parameters: error.parameters } : { code: 'damaged', parameters: {} }),
);
