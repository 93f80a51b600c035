import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SelectQueryBuilder } from 'kysely';
import type { Tx } from '../db/database.ts';
import { rowStream } from '../db/stream.ts';
import type { Services } from '../services.ts';
import { streamTable, type TableRow } from '../spreadsheet/stream.ts';
import { codeLabel, fieldLabel } from '../texts.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any list may be exported
type Query = SelectQueryBuilder<any, any, any>;
type Shown = Record<string, unknown>;

/** A list to export: its whole query in order, the room whose words head the columns, and what each row shows. */
export type Export = {
  format: 'csv' | 'xlsx';
  /** Name of the file without its ending. */
  name: string;
  domain: string;
  columns: readonly string[];
  /** Columns that hold codes, each with the group of the room's texts that says them in words. */
  codes?: Readonly<Record<string, string>>;
  query: (tx: Tx) => Query;
  show?: (row: Shown) => Shown;
  /** Whose audit trail tells of the export: a centre's, or nobody's where the list spans several. */
  event?: { organizationId: string; table: string };
};

/** Streams a whole list to the reader, in the reader's language; the memory it takes does not grow with the list. */
export const sendExport = (services: Services, request: FastifyRequest, reply: FastifyReply, list: Export): FastifyReply => {
  const language = request.access.account?.language;
  const rows = rowStream(services.db, request.access.scope, list.query, list.event);
  const shown = async function* (): AsyncGenerator<TableRow> {
    for await (const row of rows) {
      const values = list.show ? list.show(row) : row;
      yield Object.fromEntries(list.columns.map((key) => [key, cell(list, key, values[key], language)]));
    }
  };
  const columns = list.columns.map((key) => ({ key, label: fieldLabel(list.domain, key, language) }));
  return reply
    .header('content-disposition', `attachment; filename="${list.name}.${list.format}"`)
    .type(list.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(streamTable(columns, shown(), list.format, list.name));
};

const cell = (list: Export, key: string, value: unknown, language: string | undefined): TableRow[string] => {
  if (Array.isArray(value)) return value.map((item) => cell(list, key, item, language)).join(', ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return list.codes?.[key] ? codeLabel(list.domain, list.codes[key], value, language) : value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as TableRow[string]);
};
