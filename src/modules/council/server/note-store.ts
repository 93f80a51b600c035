import { sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { NoteLine } from '../council.ts';
import './tables.ts';

/** A note with its item and its sitting, and who presented it. */
export const findNote = async (tx: Tx, organizationId: string, by: { id: string } | { sittingId: string }) => {
  const query = tx
    .selectFrom('councilNote as n')
    .innerJoin('councilItem as c', (join) => join.onRef('c.organizationId', '=', 'n.organizationId').onRef('c.id', '=', 'n.itemId'))
    .innerJoin('councilSitting as s', (join) => join.onRef('s.organizationId', '=', 'c.organizationId').onRef('s.id', '=', 'c.sittingId'))
    .leftJoin('account', 'account.id', 'n.presentedBy')
    .where('n.organizationId', '=', organizationId)
    .selectAll('n')
    .select(['c.nihil', 'c.sittingId', 'c.title', 'c.result', 's.heldOn', 's.organ', 's.startTime', 's.place', 's.cancelledOn', 'account.name as presentedByName']);
  return ('id' in by ? query.where('n.id', '=', by.id) : query.where('c.sittingId', '=', by.sittingId)).executeTakeFirst();
};
export type NoteRow = NonNullable<Awaited<ReturnType<typeof findNote>>>;

/** The last day that a note of an earlier sitting tells of; undefined where there is none. */
export const toldUntil = async (tx: Tx, organizationId: string, before: string): Promise<string | undefined> =>
  (
    await sql<{ until: string | null }>`SELECT max(coalesce(n.period_until, s.held_on)) AS until FROM council_item c
      JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
      LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
      WHERE c.organization_id = ${organizationId} AND c.kind = 'monthly' AND s.held_on < ${before} AND (n.presented_on IS NOT NULL OR c.result IS NOT NULL)`.execute(tx)
  ).rows[0]?.until ?? undefined;

export const insertNote = async (
  tx: Tx,
  organizationId: string,
  note: { itemId: string; language: DocumentLanguage; periodFrom: string; periodUntil: string; lines: readonly NoteLine[] },
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('councilNote')
    .values({ ...note, organizationId, id, introduction: null, lines: json(note.lines) as never, model: null })
    .execute();
  return id;
};

/** Writes what a note says. Throws resourceNotFound, or staleVersion with who changed what since. */
export const updateNote = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  values: { introduction?: string | null; lines?: readonly NoteLine[]; periodUntil?: string; readyOn?: string | null },
): Promise<void> => {
  const { lines, ...rest } = values;
  const updated = await tx
    .updateTable('councilNote')
    .set({ ...rest, ...(lines ? { lines: json(lines) as never } : {}) })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('presentedOn', 'is', null)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'council_note', organizationId, id, version);
};

/** The note is frozen from here on. */
export const presentNote = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  frozen: { presentedOn: string; presentedAt: Date; presentedBy: string | null; contentHash: string; model: DocumentModel; auditHead: string | null; pdfFileId: string; docxFileId: string },
): Promise<void> => {
  const updated = await tx
    .updateTable('councilNote')
    .set({ ...frozen, model: json(frozen.model) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('presentedOn', 'is', null)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'council_note', organizationId, id, version);
};

/** The notes that were presented, by year of their sitting: the newest year first, in a year in the order of the sittings; with the names of their files. */
export const presentedNotes = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ year: number; notes: number; nihil: number; files: { id: string; name: string }[] }>`
    SELECT extract(year FROM s.held_on)::int AS year, count(DISTINCT n.id)::int AS notes, count(DISTINCT n.id) FILTER (WHERE c.nihil)::int AS nihil,
      jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY s.held_on, n.id, f.id = n.docx_file_id) AS files
    FROM council_note n
    JOIN council_item c ON c.organization_id = n.organization_id AND c.id = n.item_id
    JOIN council_sitting s ON s.organization_id = c.organization_id AND s.id = c.sitting_id
    JOIN file f ON f.organization_id = n.organization_id AND f.id IN (n.pdf_file_id, n.docx_file_id)
    WHERE n.organization_id = ${organizationId} AND n.presented_on IS NOT NULL
    GROUP BY 1 ORDER BY 1 DESC`.execute(tx);
  return rows;
};
