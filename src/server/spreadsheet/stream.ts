import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { CellValue } from 'hucre/xlsx';
import { toSpreadsheetDate } from './write.ts';

export type TableValue = string | number | boolean | null | undefined;
/** A column of an exported list; with kind `date` values are `YYYY-MM-DD`. Labels and choices come already translated. */
export type TableColumn = { key: string; label: string; kind?: 'text' | 'number' | 'date'; width?: number };
export type TableRow = Readonly<Record<string, TableValue>>;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (CSV injection); any other text is left as it is.
 * Signs: = + - @, tab, carriage return, line feed, and their full-width forms.
 */
export const neutralize = (text: string): string => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Decimal comma: Excel set for Belgium reads 38,5 as a number, and 38.5 as text or a date. */
const csvValue = (value: TableValue): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'boolean' ? String(value) : quote(neutralize(value));
};

const csvChunks = async function* (columns: readonly TableColumn[], rows: AsyncIterable<TableRow>): AsyncGenerator<string> {
  let chunk = `\ufeff${columns.map((column) => csvValue(column.label)).join(';')}\r\n`;
  for await (const row of rows) {
    chunk += `${columns.map((column) => csvValue(row[column.key])).join(';')}\r\n`;
    if (chunk.length > 32_768) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
};

const xlsxRows = async function* (columns: readonly TableColumn[], rows: AsyncIterable<TableRow>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) {
    yield columns.map((column) => {
      const value = row[column.key] ?? null;
      return column.kind === 'date' && typeof value === 'string' ? toSpreadsheetDate(value) : value;
    });
  }
};

/**
 * Streams a whole list in constant memory, row by row.
 * In: columns, rows in order. Out: CSV (UTF-8 with byte-order mark, `;`, CRLF, as Excel set for Belgium opens it) or XLSX. An error of `rows` destroys the stream.
 */
export const streamTable = (columns: readonly TableColumn[], rows: AsyncIterable<TableRow>, format: 'csv' | 'xlsx', sheetName = 'Beffroi'): Readable => {
  if (format === 'csv') return Readable.from(csvChunks(columns, rows), { objectMode: false });
  const stream = writeXlsxStream(xlsxRows(columns, rows), {
    name: sheetName,
    columns: columns.map((column) => ({ header: column.label, width: column.width ?? 20, ...(column.kind === 'date' ? { numFmt: 'dd/mm/yyyy' } : {}) })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream as WebStream);
};
