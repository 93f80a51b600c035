import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { ListContent } from '../list.ts';
import './tables.ts';

/** A frozen list without what it holds. */
export type ListRow = {
  id: string;
  version: number;
  number: number;
  on: string;
  reason: 'demand' | 'review';
  note: string | null;
  language: DocumentLanguage;
  people: number;
  resources: number;
  rights: number;
  contentHash: string;
  auditHead: string | null;
  pdfFileId: string;
  docxFileId: string;
  xlsxFileId: string;
  frozenAt: Date;
  frozenByName: string | null;
};

const columns = [
  'l.id',
  'l.version',
  'l.number',
  'l.on',
  'l.reason',
  'l.note',
  'l.language',
  'l.people',
  'l.resources',
  'l.rights',
  'l.contentHash',
  'l.auditHead',
  'l.pdfFileId',
  'l.docxFileId',
  'l.xlsxFileId',
  'l.frozenAt',
] as const;

/** The frozen lists of a centre, the newest first; one of them with `id`. */
export const listLists = async (tx: Tx, organizationId: string, id?: string): Promise<ListRow[]> => {
  let query = tx
    .selectFrom('accessList as l')
    .where('l.organizationId', '=', organizationId)
    .select(columns)
    .select(sql<string | null>`(SELECT a.name FROM account a WHERE a.id = l.frozen_by)`.as('frozenByName'))
    .orderBy('l.on', 'desc')
    .orderBy('l.number', 'desc');
  if (id) query = query.where('l.id', '=', id);
  return query.execute();
};

/** What a frozen list holds, or undefined. */
export const listContent = async (tx: Tx, organizationId: string, id: string): Promise<ListContent | undefined> =>
  (await tx.selectFrom('accessList').select('content').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.content;

/** Whether the centre has any right on record, and the list of them that was frozen last: what its policy says of them. One statement. */
export const recordedAccess = async (tx: Tx, organizationId: string): Promise<{ recorded: boolean; list?: { number: number; content: ListContent } }> => {
  const { rows } = await sql<{ recorded: boolean; number: number | null; content: ListContent | null }>`
    SELECT EXISTS (SELECT FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.start IS NOT NULL) AS recorded, l.number, l.content
    FROM (SELECT) one LEFT JOIN LATERAL (SELECT number, content FROM access_list WHERE organization_id = ${organizationId} ORDER BY "on" DESC, number DESC LIMIT 1) l ON true`.execute(tx);
  const { recorded, number, content } = rows[0]!;
  return number === null || content === null ? { recorded } : { recorded, list: { number, content } };
};

export type NewList = {
  on: string;
  reason: 'demand' | 'review';
  note: string | null;
  language: DocumentLanguage;
  content: ListContent;
  model: DocumentModel;
  contentHash: string;
  auditHead: string | null;
  pdfFileId: string;
  docxFileId: string;
  xlsxFileId: string;
  frozenAt: Date;
  frozenBy: string | null;
};

/** The number of the next list of a centre; of two at once, the second waits. */
export const nextListNumber = async (tx: Tx, organizationId: string): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`accessList/${organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('accessList')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

/** Keeps a list under its number. Returns its id. */
export const insertList = async (tx: Tx, organizationId: string, number: number, { content, model, ...list }: NewList): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('accessList')
    .values({
      ...list,
      organizationId,
      id,
      number,
      people: new Set(content.rights.map(({ personId }) => personId)).size,
      resources: new Set(content.rights.map(({ resourceId }) => resourceId)).size,
      rights: content.rights.length,
      content: JSON.stringify(content),
      model: JSON.stringify(model),
    })
    .execute();
  return id;
};
