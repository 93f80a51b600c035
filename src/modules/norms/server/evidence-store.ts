import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import './assessment-tables.ts';

const columns = [
  'e.id',
  'e.version',
  'e.assessmentNormId',
  'e.kind',
  'e.fileId',
  'e.url',
  'e.fact',
  'e.title',
  'e.validUntil',
  'e.addedOn',
  'file.name as fileName',
  'file.size as fileSize',
  'account.name as addedBy',
] as const;

/** The evidence under these rows, in the order in which it was added. */
export const listEvidence = async (tx: Tx, organizationId: string, rowIds: readonly string[]) =>
  rowIds.length === 0
    ? []
    : tx
        .selectFrom('assessmentEvidence as e')
        .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'e.organizationId').onRef('file.id', '=', 'e.fileId'))
        .leftJoin('account', 'account.id', 'e.addedBy')
        .select(columns)
        .where('e.organizationId', '=', organizationId)
        .where(sql<boolean>`e.assessment_norm_id = ANY(${rowIds}::uuid[])`)
        .orderBy('e.id')
        .execute();
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

/** All the evidence of an assessment, with the norm it stands under. */
export const evidenceOf = async (tx: Tx, organizationId: string, assessmentId: string) =>
  tx
    .selectFrom('assessmentEvidence as e')
    .innerJoin('assessmentNorm as n', (join) => join.onRef('n.organizationId', '=', 'e.organizationId').onRef('n.id', '=', 'e.assessmentNormId'))
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'e.organizationId').onRef('file.id', '=', 'e.fileId'))
    .leftJoin('account', 'account.id', 'e.addedBy')
    .select(columns)
    .select(['n.normId', 'n.chapterId', 'n.result'])
    .where('e.organizationId', '=', organizationId)
    .where('n.assessmentId', '=', assessmentId)
    .orderBy('n.position')
    .orderBy('e.id')
    .execute();

/** One piece of evidence and whose row it stands under; one's own where `ownerId` is given. Throws resourceNotFound. */
export const findEvidence = async (tx: Tx, organizationId: string, id: string, ownerId?: string) => {
  let query = tx
    .selectFrom('assessmentEvidence as e')
    .innerJoin('assessmentNorm as n', (join) => join.onRef('n.organizationId', '=', 'e.organizationId').onRef('n.id', '=', 'e.assessmentNormId'))
    .select(['e.id', 'e.version', 'e.kind', 'e.fileId', 'e.title', 'e.validUntil', 'e.assessmentNormId', 'n.assessmentId'])
    .where('e.organizationId', '=', organizationId)
    .where('e.id', '=', id);
  if (ownerId !== undefined) query = query.where('n.ownerId', '=', ownerId);
  const found = await query.executeTakeFirst();
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

export type NewEvidence = {
  kind: 'file' | 'link' | 'fact';
  fileId?: string | undefined;
  url?: string | undefined;
  fact?: string | undefined;
  title?: string | undefined;
  validUntil?: string | undefined;
};

export const insertEvidence = async (tx: Tx, organizationId: string, assessmentNormId: string, evidence: NewEvidence, added: { on: string; by: string | null }): Promise<string> => {
  const id = newId();
  const { kind, fileId = null, url = null, fact = null, title = null, validUntil = null } = evidence;
  await tx.insertInto('assessmentEvidence').values({ organizationId, id, assessmentNormId, kind, fileId, url, fact, title, validUntil, addedOn: added.on, addedBy: added.by }).execute();
  return id;
};

/** The files that prove answers of this assessment and of no other, nor anything elsewhere: they go with it. */
export const filesOfAssessment = async (tx: Tx, organizationId: string, assessmentId: string): Promise<string[]> => {
  const { rows } = await sql<{ fileId: string }>`
    SELECT DISTINCT e.file_id FROM assessment_evidence e JOIN assessment_norm n ON n.organization_id = e.organization_id AND n.id = e.assessment_norm_id
    WHERE e.organization_id = ${organizationId} AND n.assessment_id = ${assessmentId} AND e.file_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM assessment_evidence o JOIN assessment_norm m ON m.organization_id = o.organization_id AND m.id = o.assessment_norm_id
        WHERE o.organization_id = e.organization_id AND o.file_id = e.file_id AND m.assessment_id <> ${assessmentId})`.execute(tx);
  return rows.map(({ fileId }) => fileId);
};

/** What proved last year's answers is taken over with them: file, link and fact, with their end. `rows`: the row of last year, and its new one. */
export const carryEvidence = async (tx: Tx, organizationId: string, rows: readonly { from: string; to: string }[]): Promise<void> => {
  if (rows.length === 0) return;
  const before = await listEvidence(
    tx,
    organizationId,
    rows.map(({ from }) => from),
  );
  if (before.length === 0) return;
  const target = new Map(rows.map(({ from, to }) => [from, to]));
  const carried = before.map(({ id, assessmentNormId }) => ({ from: id, id: newId(), row: target.get(assessmentNormId) }));
  await sql`
    INSERT INTO assessment_evidence (organization_id, id, assessment_norm_id, kind, file_id, url, fact, title, valid_until, added_on, added_by)
    SELECT e.organization_id, c.id, c.row, e.kind, e.file_id, e.url, e.fact, e.title, e.valid_until, e.added_on, e.added_by
    FROM jsonb_to_recordset(${json(carried)}) AS c("from" uuid, id uuid, "row" uuid) JOIN assessment_evidence e ON e.organization_id = ${organizationId} AND e.id = c."from"`.execute(tx);
};

/** Throws resourceNotFound or staleVersion. */
export const noteEvidence = async (tx: Tx, organizationId: string, id: string, version: number, note: { title: string | null; validUntil: string | null }): Promise<void> => {
  const updated = await tx.updateTable('assessmentEvidence').set(note).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'assessment_evidence', organizationId, id, version);
};

/** Takes evidence away; says which file nothing refers to any more. */
export const deleteEvidence = async (tx: Tx, organizationId: string, id: string, version: number): Promise<string | undefined> => {
  const deleted = await tx.deleteFrom('assessmentEvidence').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).returning('fileId').executeTakeFirst();
  if (!deleted) return refuseStale(tx, 'assessment_evidence', organizationId, id, version);
  if (deleted.fileId === null) return undefined;
  const other = await tx.selectFrom('assessmentEvidence').select('id').where('organizationId', '=', organizationId).where('fileId', '=', deleted.fileId).executeTakeFirst();
  return other ? undefined : deleted.fileId;
};
