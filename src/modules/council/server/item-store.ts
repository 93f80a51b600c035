import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { ItemKind, Result } from '../council.ts';
import './tables.ts';

const items = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('councilItem as c')
    .innerJoin('councilSitting as s', (join) => join.onRef('s.organizationId', '=', 'c.organizationId').onRef('s.id', '=', 'c.sittingId'))
    .leftJoin('councilNote as n', (join) => join.onRef('n.organizationId', '=', 'c.organizationId').onRef('n.itemId', '=', 'c.id'))
    .leftJoin('account', 'account.id', 'c.recordedBy')
    .leftJoin('councilItem as f', (join) => join.onRef('f.organizationId', '=', 'c.organizationId').onRef('f.id', '=', 'c.postponedFromId'))
    .leftJoin('councilSitting as fs', (join) => join.onRef('fs.organizationId', '=', 'f.organizationId').onRef('fs.id', '=', 'f.sittingId'))
    .where('c.organizationId', '=', organizationId)
    .selectAll('c')
    .select([
      's.heldOn',
      's.organ',
      's.cancelledOn',
      'n.id as noteId',
      'n.readyOn',
      'n.presentedOn',
      'account.name as recordedByName',
      'fs.heldOn as postponedFrom',
      'fs.id as postponedFromSittingId',
    ]);

/** The agenda of a sitting, in its order. */
export const listItems = async (tx: Tx, organizationId: string, sittingId: string) => items(tx, organizationId).where('c.sittingId', '=', sittingId).orderBy('c.position').orderBy('c.id').execute();
export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

export const findItem = async (tx: Tx, organizationId: string, id: string): Promise<ItemRow | undefined> => items(tx, organizationId).where('c.id', '=', id).executeTakeFirst();

/** The agenda of each of these subjects: on which sitting a record stands that has no result yet. */
export const itemsOfSubjects = async (tx: Tx, organizationId: string): Promise<{ subjectId: string; sittingId: string; heldOn: string }[]> =>
  (
    await sql<{ subjectId: string; sittingId: string; heldOn: string }>`SELECT c.subject_id, c.sitting_id, s.held_on FROM council_item c
      JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
      WHERE c.organization_id = ${organizationId} AND c.subject_id IS NOT NULL AND c.result IS NULL AND s.cancelled_on IS NULL`.execute(tx)
  ).rows;

export type NewItem = {
  sittingId: string;
  kind: ItemKind;
  title: string;
  text?: string | undefined;
  nihil?: boolean;
  year?: number | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  postponedFromId?: string | undefined;
};

/** Puts something at the end of an agenda. */
export const insertItem = async (tx: Tx, organizationId: string, { sittingId, kind, title, text, nihil = false, year, subjectKind, subjectId, postponedFromId }: NewItem): Promise<string> => {
  const id = newId();
  const position = sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM council_item WHERE organization_id = ${organizationId} AND sitting_id = ${sittingId})`;
  await tx
    .insertInto('councilItem')
    .values({
      organizationId,
      id,
      sittingId,
      kind,
      title,
      nihil,
      position,
      searchText: searchText(title),
      text: text ?? null,
      year: year ?? null,
      subjectKind: subjectKind ?? null,
      subjectId: subjectId ?? null,
      postponedFromId: postponedFromId ?? null,
    })
    .execute();
  return id;
};

/** Throws resourceNotFound or staleVersion. */
export const updateItem = async (tx: Tx, organizationId: string, id: string, version: number, values: { title: string; text: string | null; sittingId: string }): Promise<void> => {
  const updated = await tx
    .updateTable('councilItem')
    .set({ ...values, searchText: searchText(values.title) })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'council_item', organizationId, id, version);
};

export const deleteItem = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('councilItem').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'council_item', organizationId, id, version);
};

export const setNihil = async (tx: Tx, organizationId: string, id: string, nihil: boolean): Promise<void> => {
  await tx.updateTable('councilItem').set({ nihil }).where('organizationId', '=', organizationId).where('id', '=', id).where('nihil', '<>', nihil).execute();
};

/** Puts the items of a sitting in this order; what is not named keeps its place after them. */
export const orderItems = async (tx: Tx, organizationId: string, sittingId: string, ids: readonly string[]): Promise<void> => {
  await sql`UPDATE council_item c SET position = o.position FROM (
      SELECT i.id, row_number() OVER (ORDER BY array_position(${ids}::uuid[], i.id), i.position, i.id)::int AS position
      FROM council_item i WHERE i.organization_id = ${organizationId} AND i.sitting_id = ${sittingId}) o
    WHERE c.organization_id = ${organizationId} AND c.id = o.id AND c.position <> o.position`.execute(tx);
};

/** Holds these items until the transaction ends, so that of two who record at once the second sees what the first did. */
export const lockItems = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> => {
  await tx
    .selectFrom('councilItem')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
};

export const recordResult = async (
  tx: Tx,
  organizationId: string,
  id: string,
  recorded: { result: Result; decisionNumber: string | null; resultNote: string | null; recordedAt: Date; recordedBy: string | null },
): Promise<void> => {
  await tx.updateTable('councilItem').set(recorded).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

/** Items whose words hold all of these, newest sitting first. */
export const searchItems = async (
  tx: Tx,
  centres: readonly string[],
  words: readonly string[],
): Promise<{ id: string; organizationId: string; title: string; heldOn: string; sittingId: string }[]> => {
  const found = await sql<{ id: string; organizationId: string; title: string; heldOn: string; sittingId: string }>`
    SELECT c.id, c.organization_id, c.title, s.held_on, c.sitting_id FROM council_item c JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
    WHERE c.organization_id = ANY(${centres}::uuid[]) AND c.kind <> 'monthly'
      AND NOT EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE position(w IN c.search_text) = 0)
    ORDER BY s.held_on DESC, c.position LIMIT 1000`.execute(tx);
  return found.rows;
};

export const itemsByIds = async (tx: Tx, centres: readonly string[], ids: readonly string[]): Promise<{ id: string; organizationId: string; title: string; heldOn: string; sittingId: string }[]> =>
  (
    await sql<{ id: string; organizationId: string; title: string; heldOn: string; sittingId: string }>`
      SELECT c.id, c.organization_id, c.title, s.held_on, c.sitting_id FROM council_item c JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
      WHERE c.organization_id = ANY(${centres}::uuid[]) AND c.id::text = ANY(${ids}::text[])`.execute(tx)
  ).rows;
