import { withoutPrivate } from '../../../documents/private.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { type Approval, documentKinds, documentRules, isCouncil, mediaTypes } from '../document.ts';
import { prepareApproval } from './approve.ts';
import { readVersion } from './compose.ts';
import { type AwaitingRow, awaitingDrafts, decidedVersions } from './council-store.ts';
import { approveOwn } from './own-service.ts';
import { findOwnVersion } from './own-store.ts';
import { render } from './render.ts';
import { findVersion } from './store.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
type Decided = { decidedOn: CivilDate; decisionNumber?: string | undefined; outcome: 'approved' | 'refused' | 'postponed'; withAnnualReport: boolean };
type Record = (tx: Tx) => Promise<void>;

const councilKinds = documentKinds.filter((kind) => documentRules[kind].approvers.some(isCouncil));

const waiting = ({ id, kind, number, ownId, title }: AwaitingRow) => ({
  id,
  title: { key: 'version', values: { document: { word: `kinds.${kind}` }, number } },
  about: title ?? undefined,
  path: ownId ? `documents/own/${ownId}` : `documents/${kind}`,
});

const approvalOf = ({ decidedOn, decisionNumber, withAnnualReport }: Decided, withReport: boolean): Approval => ({
  decidedOn,
  ...(decisionNumber ? { decisionNumber } : {}),
  approver: withAnnualReport && withReport ? 'councilWithAnnualReport' : 'council',
});

/** A draft that was refused or postponed stays a draft: the record of the sitting says so. */
const nothing: Record = async () => undefined;

const decided = decidedVersions;

/** What a council can be asked to approve of the documents: drafts of the generated ones, and of the centre's own, by the approvals of this room. */
export const forCouncil = {
  document: {
    awaiting: async (tx: Tx, organizationId: string) => (await awaitingDrafts(tx, organizationId, councilKinds)).map(waiting),
    decided,
    decide: async (services: Able, scope: Scope, organizationId: string, id: string, decision: Decided): Promise<Record> => {
      if (decision.outcome !== 'approved') return nothing;
      const row = await services.db.tx(scope, (tx) => findVersion(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      return prepareApproval(services, scope, organizationId, id, row.version, approvalOf(decision, documentRules[row.kind].approvers.includes('councilWithAnnualReport')));
    },
    /** The frozen bytes once approved, the draft as the facts make it now before; without what is private, since a bundle goes to the whole council. */
    pdf: async (services: Able, scope: Scope, organizationId: string, id: string) => {
      const row = await services.db.tx(scope, (tx) => findVersion(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      if (row.pdfFileId && !documentRules[row.kind].readsPrivate) return readFileBytes(services.db, scope, organizationId, row.pdfFileId);
      const { model, fileName } = await services.db.tx(scope, (tx) => readVersion(tx, organizationId, row, today(services)));
      return { name: fileName('pdf'), mediaType: mediaTypes.pdf, bytes: await render(withoutPrivate(model), 'pdf') };
    },
  },
  ownDocument: {
    awaiting: async (tx: Tx, organizationId: string) => (await awaitingDrafts(tx, organizationId, ['own'])).map(waiting),
    decided,
    decide: async (services: Able, scope: Scope, organizationId: string, id: string, decision: Decided): Promise<Record> => {
      if (decision.outcome !== 'approved') return nothing;
      const row = await services.db.tx(scope, (tx) => findOwnVersion(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      if (decision.decidedOn > today(services)) throw invalidInput('decidedOn', 'inTheFuture');
      return (tx) => approveOwn(services, tx, scope, organizationId, id, row.version, approvalOf(decision, true));
    },
    /** The file that the centre gave: a PDF, or a Word document, which a bundle holds beside its PDF. */
    pdf: async (services: Able, scope: Scope, organizationId: string, id: string) => {
      const row = await services.db.tx(scope, (tx) => findOwnVersion(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      return readFileBytes(services.db, scope, organizationId, row.fileId);
    },
  },
};
