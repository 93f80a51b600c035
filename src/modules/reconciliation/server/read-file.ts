import { parse } from 'csv-parse/sync';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { SpreadsheetError, type SpreadsheetErrorCode } from '../../../server/spreadsheet/error.ts';
import type { Workbook } from '../../../kernel/workbook.ts';
import { decode, separatorOf, separatorSigns } from '../decode.ts';
import { readRows, type Reading, type Row, type Said } from '../read.ts';
import type { FileFault, ListFormat } from '../run.ts';

/** A file that is no list, with the reason. */
export class ListFault extends Error {
  readonly code: FileFault;
  constructor(code: FileFault) {
    super(code);
    this.code = code;
  }
}

/** Rows that a list may hold. */
const mostRows = 100_000;
const ofSpreadsheet: Record<SpreadsheetErrorCode, FileFault> = {
  notXlsx: 'notAList',
  protected: 'protected',
  tooLarge: 'tooLarge',
  tooManyRows: 'tooManyRows',
  damaged: 'damaged',
  tooSlow: 'tooSlow',
};

const placeOf = (column: string): number => [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The sheet with the most rows is the list; others are notes. */
const rowsOfWorkbook = (workbook: Workbook): { rows: Row[]; sheet: string } => {
  const sheet = workbook.sheets.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  if (!sheet) throw new ListFault('empty');
  const rows = sheet.rows.map(({ number, cells }): Row => {
    const texts: string[] = [];
    for (const { column, value } of cells) texts[placeOf(column)] = value === undefined ? '' : String(value);
    return { line: number, cells: Array.from(texts, (text) => text ?? ''), ...(cells.some(({ error }) => error) ? { broken: true } : {}) };
  });
  return { rows, sheet: sheet.name };
};

const rowsOfText = (bytes: Uint8Array): { rows: Row[]; format: ListFormat } => {
  const { text, encoding } = decode(bytes);
  // A text has no zeros: what has them is a program, a picture or a database.
  if (text.includes('\0') || text.startsWith('%PDF') || /^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw new ListFault('notAList');
  const separator = separatorOf(text);
  try {
    const records = parse(text, {
      delimiter: separatorSigns[separator],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: mostRows + 1,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })), format: { encoding, separator } };
  } catch {
    throw new ListFault('quote');
  }
};

/** The rows of a file that somebody brought: a workbook through the gate of spreadsheets, or a text whose encoding and separator are found. Throws ListFault where it is none of both, or too large. */
export const readTable = async (bytes: Uint8Array): Promise<{ rows: Row[]; format: ListFormat }> => {
  if (bytes.length === 0) throw new ListFault('empty');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ListFault(Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'oldWorkbook');
  // An OpenDocument sheet says so at its beginning; like an old workbook, its program saves it as XLSX.
  if (Buffer.from(bytes.subarray(0, 120)).includes('mimetypeapplication/vnd.oasis.opendocument')) throw new ListFault('oldWorkbook');
  let rows: Row[];
  let format: ListFormat;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const workbook = await readWorkbook(bytes, { maxRows: mostRows }).catch((error: unknown) => {
      throw error instanceof SpreadsheetError ? new ListFault(ofSpreadsheet[error.code]) : error;
    });
    const found = rowsOfWorkbook(workbook);
    rows = found.rows;
    format = { sheet: found.sheet };
  } else ({ rows, format } = rowsOfText(bytes));
  if (rows.length > mostRows) throw new ListFault('tooManyRows');
  if (rows.length === 0) throw new ListFault('empty');
  return { rows, format };
};

/** The text of a file of which nobody says how it was written. */
export const readText = (bytes: Uint8Array): string => decode(bytes).text;

/** Reads a list of accounts that somebody brought. Throws ListFault as readTable does. */
export const readList = async (bytes: Uint8Array, said: Said): Promise<{ reading: Reading; format: ListFormat }> => {
  const { rows, format } = await readTable(bytes);
  return { reading: readRows(rows, said), format };
};
