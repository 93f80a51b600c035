import { sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import { newId } from '../../../kernel/id.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Approval, DocumentKind } from '../document.ts';
import './tables.ts';

const versions = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('documentVersion')
    .leftJoin('account', 'account.id', 'documentVersion.approvedBy')
    .leftJoin('file as pdf', (join) => join.onRef('pdf.organizationId', '=', 'documentVersion.organizationId').onRef('pdf.id', '=', 'documentVersion.pdfFileId'))
    .leftJoin('file as docx', (join) => join.onRef('docx.organizationId', '=', 'documentVersion.organizationId').onRef('docx.id', '=', 'documentVersion.docxFileId'))
    .where('documentVersion.organizationId', '=', organizationId)
    .where('documentVersion.kind', '!=', 'own')
    .select([
      'documentVersion.id',
      'documentVersion.version',
      sql<DocumentKind>`document_version.kind`.as('kind'),
      'documentVersion.language',
      'documentVersion.number',
      'documentVersion.state',
      'documentVersion.libraryRevision',
      'documentVersion.draftedOn',
      'documentVersion.decidedOn',
      'documentVersion.decisionNumber',
      'documentVersion.approver',
      'documentVersion.approvedAt',
      'documentVersion.contentHash',
      'documentVersion.auditHead',
      'documentVersion.pdfFileId',
      'documentVersion.docxFileId',
      'account.name as approvedBy',
      'pdf.size as pdfSize',
      'docx.size as docxSize',
      sql<string | null>`encode(pdf.sha256, 'hex')`.as('pdfSha256'),
      sql<string | null>`encode(docx.sha256, 'hex')`.as('docxSha256'),
      sql<string | null>`(SELECT max(v.verified_on) FROM document_verification v WHERE v.organization_id = document_version.organization_id AND v.document_version_id = document_version.id)`.as(
        'lastVerifiedOn',
      ),
    ]);

/** The versions of a centre's documents, oldest first: all of them, or those in one language. */
export const listVersions = async (tx: Tx, organizationId: string, language?: DocumentLanguage) => {
  const query = versions(tx, organizationId).orderBy('documentVersion.number');
  return (language ? query.where('documentVersion.language', '=', language) : query).execute();
};
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

export const findVersion = async (tx: Tx, organizationId: string, id: string): Promise<VersionRow | undefined> => versions(tx, organizationId).where('documentVersion.id', '=', id).executeTakeFirst();

/** The content of an approved version, as it was frozen. */
export const frozenModel = async (tx: Tx, organizationId: string, id: string): Promise<DocumentModel | undefined> =>
  (await tx.selectFrom('documentVersion').select('model').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.model ?? undefined;

export const listVerifications = async (tx: Tx, organizationId: string, versionId: string) =>
  tx
    .selectFrom('documentVerification')
    .select(['id', 'verifiedOn', 'note'])
    .where('organizationId', '=', organizationId)
    .where('documentVersionId', '=', versionId)
    .orderBy('verifiedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Opens the draft that comes after the last version, or brings the open one to today and to this revision of the library. */
export const openDraft = async (
  tx: Tx,
  organizationId: string,
  draft: { kind: DocumentKind; language: DocumentLanguage; libraryRevision: number; draftedOn: string },
): Promise<{ id: string; created: boolean }> => {
  const { kind, language, ...values } = draft;
  const open = await tx
    .updateTable('documentVersion')
    .set(values)
    .where('organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (open) return { id: open.id, created: false };
  const id = newId();
  const last = await tx
    .selectFrom('documentVersion')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('documentVersion')
    .values({ ...draft, organizationId, id, number: last.number + 1, state: 'draft' } as never)
    .execute();
  return { id, created: true };
};

/** Holds a draft until the transaction ends. Throws resourceNotFound, or staleVersion when it is no longer that version. */
export const lockDraft = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const found = await tx
    .selectFrom('documentVersion')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (!found) await refuseStale(tx, 'document_version', organizationId, id, version);
};

/** The draft becomes the version in force; what was in force is superseded. Everything is frozen from here on. */
export const approveDraft = async (
  tx: Tx,
  organizationId: string,
  id: string,
  approved: Approval & {
    kind: DocumentKind;
    language: DocumentLanguage;
    libraryRevision: number;
    approvedAt: Date;
    approvedBy: string | undefined;
    contentHash: string;
    model: DocumentModel;
    auditHead: string | null;
    pdfFileId: string;
    docxFileId: string;
  },
): Promise<void> => {
  const { kind, language, model, decisionNumber, approvedBy, auditHead, ...values } = approved;
  await tx
    .updateTable('documentVersion')
    .set({ state: 'superseded' })
    .where('organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('state', '=', 'approved')
    .execute();
  await tx
    .updateTable('documentVersion')
    .set({ ...values, state: 'approved', decisionNumber: decisionNumber ?? null, approvedBy: approvedBy ?? null, auditHead: auditHead ?? null, model: json(model) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
};

export const deleteDraft = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const draft = await tx.selectFrom('documentVersion').select('state').where('organizationId', '=', organizationId).where('id', '=', id).where('kind', '!=', 'own').executeTakeFirst();
  if (!draft) throw new Problem('resourceNotFound');
  if (draft.state !== 'draft') throw new Problem('wrongState');
  const deleted = await tx.deleteFrom('documentVersion').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'document_version', organizationId, id, version);
};

export const insertVerification = async (tx: Tx, organizationId: string, verification: { documentVersionId: string; verifiedOn: string; note: string | undefined }): Promise<void> => {
  await tx
    .insertInto('documentVerification')
    .values({ organizationId, id: newId(), ...verification, note: verification.note ?? null })
    .execute();
};
