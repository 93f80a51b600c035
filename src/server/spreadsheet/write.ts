import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { columnLetter, listsSheetName } from '../../kernel/workbook.ts';
import type { WrittenCell, WrittenList, WrittenSheet, WrittenStyle } from '../../kernel/workbook.ts';

const ink = { rgb: '17324D' };
const line = { style: 'thin', color: { rgb: 'C9D3DD' } } as const;
const frame = { top: line, bottom: line, left: line, right: line };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const font = { name: 'Calibri', size: 11 };
const wrapped = { wrapText: true, vertical: 'top' } as const;

const styles: Record<WrittenStyle, CellStyle> = {
  title: { font: { ...font, bold: true, size: 16, color: ink }, alignment: wrapped },
  paragraph: { font, alignment: wrapped },
  heading: { font: { ...font, bold: true, color: { rgb: 'FFFFFF' } }, fill: fill('17324D'), alignment: { wrapText: true, vertical: 'center' }, border: frame },
  section: { font: { ...font, bold: true, size: 12, color: ink }, fill: fill('DCE6EF'), alignment: wrapped },
  label: { font: { ...font, bold: true, color: ink }, alignment: wrapped },
  help: { font: { ...font, italic: true, size: 9, color: { rgb: '4A5A6A' } }, alignment: wrapped },
  example: { font: { ...font, italic: true, color: { rgb: '6B5B2E' } }, fill: fill('FFF6DD'), alignment: { vertical: 'top' }, numFmt: '@' },
  input: { font, alignment: wrapped, border: frame, numFmt: '@' },
  text: { font, alignment: { vertical: 'top' }, numFmt: '@' },
};
const dateFormat = 'dd/mm/yyyy';

/** Midnight UTC of a civil date: the writer turns it into a whole serial number, whatever the zone of the machine. */
export const toSpreadsheetDate = (date: string): Date => new Date(`${date}T00:00:00Z`);

const toCell = (cell: WrittenCell): Partial<Cell> | undefined => {
  if (cell === undefined) return undefined;
  if (typeof cell !== 'object') return { value: cell };
  const style: CellStyle | undefined = cell.style ? { ...styles[cell.style] } : undefined;
  if (cell.date)
    return { value: cell.value === undefined ? null : toSpreadsheetDate(String(cell.value)), style: { ...style, numFmt: dateFormat, alignment: { ...style?.alignment, horizontal: 'left' } } };
  return { value: cell.value ?? null, ...(style ? { style } : {}) };
};

/** Excel shows the height it is told: lines of wrapped text, 15 points each, for the tallest cell. */
const rowHeight = (cells: readonly WrittenCell[], widths: readonly number[]): number | undefined => {
  const lines = cells.map((cell, index) => {
    if (typeof cell !== 'object' || cell.date || !cell.style || cell.style === 'example' || cell.style === 'text') return 1;
    const perLine = Math.max(1, (widths[index] ?? 10) * (cell.style === 'title' ? 0.6 : cell.style === 'help' ? 1.25 : 1.05));
    return String(cell.value ?? '')
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)), 0);
  });
  const most = Math.max(1, ...lines);
  const has = (style: WrittenStyle): boolean => cells.some((cell) => typeof cell === 'object' && cell.style === style);
  if (has('heading')) return most * 15 + 9;
  if (has('title')) return most * 26;
  return most === 1 ? undefined : Math.min(400, most * (has('paragraph') ? 15 : 13) + 5);
};

/** Excel takes at most 255 characters of values in place, and splits them at commas: longer lists go to the hidden sheet. */
const toValidation = (list: WrittenList, longLists: (readonly string[])[]): DataValidation => {
  const letter = columnLetter(list.column);
  const common: DataValidation = { type: 'list', range: `${letter}${list.fromRow}:${letter}${list.toRow}`, allowBlank: true, showErrorMessage: list.strict };
  if ('range' in list) return { ...common, formula1: list.range };
  if (list.values.join(',').length <= 255 && list.values.every((value) => !value.includes(',') && !value.includes('"'))) return { ...common, values: [...list.values] };
  let index = longLists.findIndex((known) => known.length === list.values.length && known.every((value, i) => value === list.values[i]));
  if (index < 0) index = longLists.push(list.values) - 1;
  const source = columnLetter(index);
  return { ...common, formula1: `'${listsSheetName}'!$${source}$1:$${source}$${list.values.length}` };
};

const toSheet = (sheet: WrittenSheet, longLists: (readonly string[])[]): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  const rows: CellValue[][] = [];
  const rowDefs = new Map<number, { height: number }>();
  const widths = sheet.columns.map((column) => column.width);
  sheet.rows.forEach((row, rowIndex) => {
    rows.push(row.map(() => null));
    row.forEach((written, columnIndex) => {
      const cell = toCell(written);
      if (cell) cells.set(`${rowIndex},${columnIndex}`, cell);
    });
    const height = rowHeight(row, widths);
    if (height) rowDefs.set(rowIndex, { height });
  });
  for (let extra = 0; extra < (sheet.preparedRows ?? 0); extra += 1) {
    rows.push(sheet.columns.map(() => null));
    sheet.columns.forEach((column, columnIndex) => {
      if (column.prepared) cells.set(`${rows.length - 1},${columnIndex}`, { value: null, style: { numFmt: column.prepared === 'date' ? dateFormat : '@' } });
    });
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows,
    cells,
    rowDefs,
    dataValidations: (sheet.lists ?? []).map((list) => toValidation(list, longLists)),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(sheet.frozenRows || sheet.frozenColumns ? { freezePane: { rows: sheet.frozenRows ?? 0, columns: sheet.frozenColumns ?? 0 } } : {}),
  };
};

/**
 * Writes a workbook to be filled in or read by people. Text always becomes a string cell, whatever it starts with.
 * In: sheets in order, and the date that the file bears when it must come out the same each time. Out: the bytes of an XLSX file.
 */
export const writeWorkbook = async (sheets: readonly WrittenSheet[], writtenOn?: string): Promise<Uint8Array> => {
  const longLists: (readonly string[])[] = [];
  const written = sheets.map((sheet) => toSheet(sheet, longLists));
  if (longLists.length > 0) {
    const height = Math.max(...longLists.map((list) => list.length));
    const rows = Array.from({ length: height }, (_, row) => longLists.map((list) => list[row] ?? null));
    written.push({ name: listsSheetName, hidden: true, rows });
  }
  return writeXlsx({ sheets: written, defaultFont: font, properties: { creator: 'Beffroi', ...(writtenOn ? { created: toSpreadsheetDate(writtenOn), modified: toSpreadsheetDate(writtenOn) } : {}) } });
};
