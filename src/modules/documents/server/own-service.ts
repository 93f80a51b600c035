import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { findRecord, refuseStale } from '../../../server/db/records.ts';
import { cleanFileName, fileKindOf, fileKinds } from '../../../server/file-kind.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { chainHead } from '../../audit/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { carryOver } from '../../publications/server/service.ts';
import { type Approval, documentTransitions } from '../document.ts';
import { ownApprovalFaults, ownFileName, ownFormats, type OwnDocumentInput, type OwnFormat } from '../own.ts';
import * as store from './own-store.ts';
import { insertVerification } from './store.ts';

type Clock = Pick<Services, 'now'>;

const found = async (tx: Tx, organizationId: string, id: string): Promise<store.OwnVersionRow> => {
  const row = await store.findOwnVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  return row;
};

/** What a file is, of those that may be a document: throws badRequest with the reason in one code (src/server/file-kind.ts). */
export const readOwnFile = async (bytes: Buffer): Promise<OwnFormat> => (await fileKindOf(bytes, ownFormats)) as OwnFormat;

/** Takes a file that was read as the draft of the next version, or as the new file of the open one. Throws resourceNotFound. */
export const putOwnFile = async (
  tx: Tx,
  organizationId: string,
  ownDocumentId: string,
  file: { name: string | undefined; bytes: Buffer; format: OwnFormat },
  day: string,
): Promise<{ id: string; created: boolean }> => {
  const document = (await findRecord(tx, 'ownDocument', organizationId, ownDocumentId)) as (OwnDocumentInput & { id: string }) | undefined;
  if (!document) throw new Problem('resourceNotFound');
  const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(file.name, file.format), mediaType: fileKinds[file.format], bytes: file.bytes });
  return store.putOwnDraft(tx, organizationId, { ownDocumentId, language: document.language, draftedOn: day, fileId, format: file.format });
};

/**
 * Records who approved the draft of an own document, when and by which decision: its file is frozen with its hash, and what was in force is
 * superseded. Throws resourceNotFound, wrongState, staleVersion, badRequest (dates and number).
 */
export const approveOwn = async (services: Clock, tx: Tx, scope: Scope, organizationId: string, id: string, version: number, approval: Approval): Promise<void> => {
  const row = await found(tx, organizationId, id);
  if (!documentTransitions[row.state].approve) throw new Problem('wrongState');
  if (row.version !== version) await refuseStale(tx, 'document_version', organizationId, id, version);
  const inForce = (await store.listOwnVersions(tx, organizationId, row.ownDocumentId)).find(({ state }) => state === 'approved');
  const [fault] = ownApprovalFaults(approval, { today: today(services), inForceDecidedOn: inForce?.decidedOn });
  if (fault) throw invalidInput(fault.name, fault.code);
  const head = await chainHead(tx, organizationId);
  const superseded = await store.approveOwnDraft(tx, organizationId, row, {
    ...approval,
    approvedAt: services.now(),
    approvedBy: scope.actor.kind === 'account' ? scope.actor.id : undefined,
    auditHead: head && `${head.number}:${head.hash}`,
    fileName: ownFileName({ ...row, state: 'approved', slug: (await findOrganization(tx, organizationId))?.slug ?? 'document' }, row.format),
  });
  await carryOver(tx, organizationId, superseded, id, { at: services.now(), accountId: scope.actor.kind === 'account' ? scope.actor.id : undefined, day: today(services) });
};

/** Closes the yearly review of the version in force: nothing to change. Throws resourceNotFound, wrongState, badRequest. */
export const verifyOwn = async (tx: Tx, organizationId: string, id: string, day: string, verification: { verifiedOn: string; note?: string | undefined }): Promise<void> => {
  const row = await found(tx, organizationId, id);
  if (!documentTransitions[row.state].verify || !row.yearlyReview) throw new Problem('wrongState');
  const { verifiedOn, note } = verification;
  const code = verifiedOn > day ? 'inTheFuture' : verifiedOn < (row.decidedOn ?? '') ? 'beforeApproval' : undefined;
  if (code) throw invalidInput('verifiedOn', code);
  await insertVerification(tx, organizationId, { documentVersionId: id, verifiedOn, note });
};

/** Deletes the open draft with its file. Throws resourceNotFound, wrongState, staleVersion. */
export const deleteOwn = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const row = await found(tx, organizationId, id);
  if (!documentTransitions[row.state].delete) throw new Problem('wrongState');
  await store.deleteOwnDraft(tx, organizationId, row, version);
};
