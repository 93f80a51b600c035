import { type SelectQueryBuilder, sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { updateRecord } from '../../../server/db/records.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schema
type Listed = SelectQueryBuilder<any, any, any>;

export type DocumentationFilters = { kind?: string; legalText?: string; norm?: string; year?: string; text?: string };

/** What was gathered, with the name and the size of its file where it has one. */
export const listDocumentation = (tx: Tx, organizationId: string, filters: DocumentationFilters): Listed => {
  let query = tx
    .selectFrom('documentationEntry')
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'documentationEntry.organizationId').onRef('file.id', '=', 'documentationEntry.fileId'))
    .where('documentationEntry.organizationId', '=', organizationId)
    .selectAll('documentationEntry')
    .select(['file.name as fileName', 'file.size as fileSize']) as Listed;
  if (filters.kind) query = query.where('documentationEntry.kind', '=', filters.kind);
  if (filters.legalText) query = query.where(sql<boolean>`documentation_entry.legal_texts ? ${filters.legalText}`);
  if (filters.norm) query = query.where(sql<boolean>`documentation_entry.norms ? ${filters.norm}`);
  if (filters.year) query = query.where(sql<boolean>`extract(year FROM coalesce(documentation_entry.dated_on, documentation_entry.received_on)) = ${filters.year}::int`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('documentationEntry.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

/** The newest first, as one looks for them; what has no date last. */
export const documentationSorts: Sorts = {
  recent: [sql`-extract(epoch FROM coalesce(documentation_entry.dated_on, documentation_entry.received_on, '1900-01-01'))`],
  title: [sql`documentation_entry.title COLLATE names`],
  received: [sql`coalesce(documentation_entry.received_on, 'infinity')`],
};

export const fileOf = async (tx: Tx, organizationId: string, id: string): Promise<{ fileId: string | null } | undefined> =>
  tx.selectFrom('documentationEntry').select('fileId').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** Gives an entry of that version its file, in the place of the one before, or takes it away. Throws resourceNotFound, staleVersion. */
export const setFile = async (tx: Tx, organizationId: string, id: string, version: number, fileId: string | null): Promise<void> => {
  const before = await tx.selectFrom('documentationEntry').select('fileId').where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst();
  await updateRecord(tx, 'documentationEntry', organizationId, id, version, { fileId });
  if (before?.fileId) await removeFile(tx, organizationId, before.fileId);
};
