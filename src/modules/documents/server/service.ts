import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { documentRules, documentTransitions } from '../document.ts';
import * as store from './store.ts';

export { approve } from './approve.ts';
export { happenings } from './happenings-store.ts';
export { obligations } from './duties-store.ts';
export { dossierParts } from './dossier-parts.ts';
export { liveFacts } from './facts-store.ts';
export { documentFinder } from './search.ts';
export { insertComment, insertReview, reviewObligations, writeAnswer } from './review-store.ts';
export { insertWording, listWordings } from './wording-store.ts';
export { forCouncil } from './council.ts';
export { proceduresChanged } from './council-store.ts';
export { draftWord, mediaTypes } from '../document.ts';
export { render } from './render.ts';
export { drawFrozen, type Frozen, keepFrozen, sealed, trailHead } from './frozen.ts';
export { approveOwn, putOwnFile } from './own-service.ts';
export { ownDossierParts } from './own-dossier.ts';
export { annexesOf } from './own-store.ts';

/** Closes the yearly verification of a version in force: nothing to change. Throws resourceNotFound, wrongState, badRequest. */
export const verify = async (tx: Tx, organizationId: string, id: string, day: string, verification: { verifiedOn: string; note?: string | undefined }): Promise<void> => {
  const row = await store.findVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  if (!documentTransitions[row.state].verify || !documentRules[row.kind].yearlyVerification) throw new Problem('wrongState');
  const { verifiedOn, note } = verification;
  const code = verifiedOn > day ? 'inTheFuture' : verifiedOn < (row.decidedOn ?? '') ? 'beforeApproval' : undefined;
  if (code) throw new Problem('badRequest', { issues: [{ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name: 'verifiedOn', code }] });
  await store.insertVerification(tx, organizationId, { documentVersionId: id, verifiedOn, note });
};
export { yearFigures } from './year-store.ts';
