import { contentHash } from '../../../documents/content.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { carryOver } from '../../publications/server/service.ts';
import { type Approval, approvalFaults, documentFileName, documentRules, documentTransitions } from '../document.ts';
import { holderOf } from '../facts.ts';
import { type CentreDocuments, composeDraft, readCentreDocuments, versionsOf } from './compose.ts';
import { drawFrozen, keepFrozen, trailHead } from './frozen.ts';
import * as store from './store.ts';

type Clock = Pick<Services, 'now'>;

/** The draft that is there, of the version the caller read. Throws resourceNotFound, wrongState, staleVersion. */
const readDraft = async (tx: Tx, organizationId: string, id: string, version: number): Promise<store.VersionRow> => {
  const row = await store.findVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  if (!documentTransitions[row.state].approve) throw new Problem('wrongState');
  return row.version === version ? row : refuseStale(tx, 'document_version', organizationId, id, version);
};

const refuseFaults = (centre: CentreDocuments, row: store.VersionRow, approval: Approval): void => {
  const { inForce } = versionsOf(centre, row.kind);
  const mandate = holderOf(centre.facts.mandates, 'adviser', centre.day, documentRules[row.kind].holders);
  const faults = approvalFaults(row.kind, approval, { today: centre.day, inForceDecidedOn: inForce?.decidedOn, mandate });
  if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map(({ name, code }) => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code })) });
};

const compose = (centre: CentreDocuments, row: store.VersionRow, approval: Approval) => {
  const { model, missing, libraryRevision } = composeDraft(centre, row.kind, approval);
  if (missing.length > 0) throw new Problem('missingVariables', { details: { missing } });
  return { model, libraryRevision };
};

/**
 * Makes an approval ready: the draft is composed and drawn as PDF and Word, outside any transaction. What comes back records it in one: stored,
 * frozen, with what was in force superseded; several that were made ready are recorded together, or none. Throws, now or then, badRequest (wrong
 * approver, date or number), missingVariables with what is missing, wrongState, and staleVersion when the draft or a fact it names has
 * changed meanwhile: what is frozen is what was drawn and, given the hash of a preview, what was seen.
 */
export const prepareApproval = async (
  services: { db: Database } & Clock,
  scope: Scope,
  organizationId: string,
  id: string,
  version: number,
  approval: Approval,
  previewHash?: string,
): Promise<(tx: Tx) => Promise<void>> => {
  const { db } = services;
  const day = today(services);
  const first = await db.tx(scope, async (tx) => {
    const row = await readDraft(tx, organizationId, id, version);
    const centre = await readCentreDocuments(tx, organizationId, day, row.language, row.kind);
    refuseFaults(centre, row, approval);
    if (previewHash !== undefined && contentHash(composeDraft(centre, row.kind).model) !== previewHash) throw new Problem('staleVersion');
    return { row, slug: centre.facts.organization.slug, auditHead: await trailHead(tx, organizationId), ...compose(centre, row, approval) };
  });
  const { row, libraryRevision } = first;
  const drawn = await drawFrozen(first.model, first.auditHead);
  return async (tx) => {
    await store.lockDraft(tx, organizationId, id, version);
    const centre = await readCentreDocuments(tx, organizationId, day, row.language, row.kind);
    refuseFaults(centre, row, approval);
    if (contentHash(compose(centre, row, approval).model) !== drawn.contentHash) throw new Problem('staleVersion');
    await store.approveDraft(tx, organizationId, id, {
      ...approval,
      kind: row.kind,
      language: row.language,
      libraryRevision,
      approvedAt: services.now(),
      approvedBy: scope.actor.kind === 'account' ? scope.actor.id : undefined,
      ...(await keepFrozen(tx, organizationId, drawn, (format) => documentFileName({ ...row, slug: first.slug, state: 'approved' }, format))),
    });
    await carryOver(tx, organizationId, versionsOf(centre, row.kind).inForce?.id, id, { at: services.now(), accountId: scope.actor.kind === 'account' ? scope.actor.id : undefined, day });
  };
};

/** Records one approval (see `prepareApproval`, which says what it throws). */
export const approve = async (...of: Parameters<typeof prepareApproval>): Promise<void> => {
  const record = await prepareApproval(...of);
  const [{ db }, scope] = of;
  await db.tx(scope, record);
};
