import type pg from 'pg';
import { type Content, contentDigest } from '../src/server/backup/format.ts';
import { connectPlain, readTable, savedTables, type Table } from '../src/server/backup/store.ts';

/** The tables of a database with their columns, and what these hold. */
export const tablesOf = async (owner: pg.ClientConfig): Promise<Table[]> => {
  const client = await connectPlain(owner);
  return savedTables(client, []).finally(() => client.end());
};
/** What these tables hold in these columns: rows and a digest, by the table's name. */
export const contentsOf = async (owner: pg.ClientConfig, tables: Table[]): Promise<Record<string, Content>> => {
  const client = await connectPlain(owner);
  const contents: Record<string, Content> = {};
  for (const table of tables) {
    const digest = contentDigest();
    for await (const piece of readTable(client, table) as AsyncIterable<Buffer>) digest.add(piece);
    contents[table.name] = digest.result();
  }
  await client.end();
  return contents;
};
