import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Approval } from '../document.ts';
import type { OwnFormat } from '../own.ts';
import './tables.ts';

const versions = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('documentVersion')
    .innerJoin('ownDocument', (join) => join.onRef('ownDocument.organizationId', '=', 'documentVersion.organizationId').onRef('ownDocument.id', '=', 'documentVersion.ownDocumentId'))
    .innerJoin('file', (join) =>
      join.onRef('file.organizationId', '=', 'documentVersion.organizationId').on(sql<boolean>`file.id = coalesce(document_version.pdf_file_id, document_version.docx_file_id)`),
    )
    .leftJoin('account', 'account.id', 'documentVersion.approvedBy')
    .where('documentVersion.organizationId', '=', organizationId)
    .select([
      'documentVersion.id',
      'documentVersion.version',
      sql<string>`document_version.own_document_id`.as('ownDocumentId'),
      'documentVersion.language',
      'documentVersion.number',
      'documentVersion.state',
      'documentVersion.draftedOn',
      'documentVersion.decidedOn',
      'documentVersion.decisionNumber',
      'documentVersion.approver',
      'documentVersion.approvedAt',
      'documentVersion.contentHash',
      'documentVersion.auditHead',
      'account.name as approvedBy',
      'ownDocument.title',
      'ownDocument.yearlyReview',
      'file.id as fileId',
      'file.name as fileName',
      'file.size',
      sql<string>`encode(file.sha256, 'hex')`.as('sha256'),
      sql<OwnFormat>`CASE WHEN document_version.pdf_file_id IS NULL THEN 'docx' ELSE 'pdf' END`.as('format'),
      sql<string | null>`(SELECT max(v.verified_on) FROM document_verification v WHERE v.organization_id = document_version.organization_id AND v.document_version_id = document_version.id)`.as(
        'lastVerifiedOn',
      ),
    ]);

/** The versions of a document of the centre's own, newest first. */
export const listOwnVersions = async (tx: Tx, organizationId: string, ownDocumentId: string) =>
  versions(tx, organizationId).where('documentVersion.ownDocumentId', '=', ownDocumentId).orderBy('documentVersion.number', 'desc').execute();
export type OwnVersionRow = Awaited<ReturnType<typeof listOwnVersions>>[number];

/** Of each document of the centre's own the version in force and the open draft, by title. */
export const ownForDossier = async (tx: Tx, organizationId: string): Promise<OwnVersionRow[]> =>
  versions(tx, organizationId)
    .where('documentVersion.state', 'in', ['approved', 'draft'])
    .orderBy(sql`own_document.title COLLATE names`)
    .orderBy('ownDocument.id')
    .orderBy('documentVersion.number')
    .execute();

export const findOwnVersion = async (tx: Tx, organizationId: string, id: string): Promise<OwnVersionRow | undefined> =>
  versions(tx, organizationId).where('documentVersion.id', '=', id).executeTakeFirst();

/** Gives the open draft this file, or opens the draft of the next version with it. The file that it had before is gone. */
export const putOwnDraft = async (
  tx: Tx,
  organizationId: string,
  draft: { ownDocumentId: string; language: DocumentLanguage; draftedOn: string; fileId: string; format: OwnFormat },
): Promise<{ id: string; created: boolean }> => {
  const { ownDocumentId, language, draftedOn, fileId, format } = draft;
  const files = { pdfFileId: format === 'pdf' ? fileId : null, docxFileId: format === 'docx' ? fileId : null };
  const open = await tx
    .selectFrom('documentVersion')
    .select(['id', 'pdfFileId', 'docxFileId'])
    .where('organizationId', '=', organizationId)
    .where('ownDocumentId', '=', ownDocumentId)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (open) {
    await tx
      .updateTable('documentVersion')
      .set({ ...files, draftedOn, language })
      .where('organizationId', '=', organizationId)
      .where('id', '=', open.id)
      .execute();
    for (const old of [open.pdfFileId, open.docxFileId]) if (old) await removeFile(tx, organizationId, old);
    return { id: open.id, created: false };
  }
  const id = newId();
  const last = await tx
    .selectFrom('documentVersion')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('ownDocumentId', '=', ownDocumentId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('documentVersion')
    .values({ ...files, organizationId, id, kind: 'own', ownDocumentId, language, number: last.number + 1, state: 'draft', libraryRevision: 0, draftedOn } as never)
    .execute();
  return { id, created: true };
};

/** The draft becomes the version in force, frozen with the hash of its file, which bears its name from then on; what was in force is superseded, and its id returned. */
export const approveOwnDraft = async (
  tx: Tx,
  organizationId: string,
  row: OwnVersionRow,
  approved: Approval & { approvedAt: Date; approvedBy: string | undefined; auditHead: string | undefined; fileName: string },
): Promise<string | undefined> => {
  const { decisionNumber, approvedBy, auditHead, fileName, ...values } = approved;
  await tx.updateTable('file').set({ name: fileName }).where('organizationId', '=', organizationId).where('id', '=', row.fileId).execute();
  const superseded = await tx
    .updateTable('documentVersion')
    .set({ state: 'superseded' })
    .where('organizationId', '=', organizationId)
    .where('ownDocumentId', '=', row.ownDocumentId)
    .where('state', '=', 'approved')
    .returning('id')
    .executeTakeFirst();
  await tx
    .updateTable('documentVersion')
    .set({ ...values, state: 'approved', decisionNumber: decisionNumber ?? null, approvedBy: approvedBy ?? null, auditHead: auditHead ?? null, contentHash: row.sha256 })
    .where('organizationId', '=', organizationId)
    .where('id', '=', row.id)
    .where('state', '=', 'draft')
    .execute();
  return superseded?.id;
};

/** Deletes a draft of that version, with its file. Throws staleVersion. */
export const deleteOwnDraft = async (tx: Tx, organizationId: string, row: OwnVersionRow, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('documentVersion').where('organizationId', '=', organizationId).where('id', '=', row.id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'document_version', organizationId, row.id, version);
  await removeFile(tx, organizationId, row.fileId);
};

/** What stands in the table of annexes of the policy: each own document that is marked so, with its version in force where it has one. */
export const annexesOf = async (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('ownDocument')
    .leftJoin('documentVersion', (join) =>
      join.onRef('documentVersion.organizationId', '=', 'ownDocument.organizationId').onRef('documentVersion.ownDocumentId', '=', 'ownDocument.id').on('documentVersion.state', '=', 'approved'),
    )
    .where('ownDocument.organizationId', '=', organizationId)
    .where('ownDocument.inPolicy', '=', true)
    .select(['ownDocument.title', 'ownDocument.category', 'documentVersion.number', 'documentVersion.decidedOn'])
    .orderBy(sql`own_document.category <> 'charter'`)
    .orderBy(sql`own_document.title COLLATE names`)
    .orderBy('ownDocument.id')
    .execute();

export const ownDocumentExists = async (tx: Tx, organizationId: string, id: string): Promise<boolean> =>
  (await tx.selectFrom('ownDocument').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst()) !== undefined;
