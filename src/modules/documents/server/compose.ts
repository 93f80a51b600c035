import { contentHash } from '../../../documents/content.ts';
import type { LibraryText } from '../../../documents/library.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { withWording } from '../../../documents/wording.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { recordedAccess } from '../../access/server/list-store.ts';
import { disasterSlots, policySlot as backups } from '../../continuity/server/policy-store.ts';
import { policySlot as undertakings } from '../../declarations/server/policy-store.ts';
import { policySlot as interventions } from '../../interventions/server/policy-store.ts';
import { policySlot as hardwareInventory } from '../../inventories/server/policy-store.ts';
import { legalRegister } from '../../legal/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { chartFacts, peopleFacts } from '../../people/server/service.ts';
import { type Approval, type DocumentFormat, documentFileName, type DocumentKind } from '../document.ts';
import type { DocumentFacts } from '../facts.ts';
import { documentModel } from '../model.ts';
import type { MissingVariable } from '../variables.ts';
import { readWording } from '../wording.ts';
import { libraryText } from './library.ts';
import { annexesOf } from './own-store.ts';
import { frozenModel, listVersions, type VersionRow } from './store.ts';
import { listWordings, type WordingRow } from './wording-store.ts';

/** All that the documents of a centre are made from, in one language, read once for all of them. */
export type CentreDocuments = { organizationId: string; language: DocumentLanguage; facts: DocumentFacts; versions: readonly VersionRow[]; wordings: readonly WordingRow[]; day: string };

const slots = { undertakings, interventions, hardwareInventory, backups };

/** What each register puts into its slot of the policy; one that holds nothing yet puts nothing. */
const registersOf = async (tx: Tx, organizationId: string, language: DocumentLanguage, day: string): Promise<DocumentFacts['registers']> => {
  const filled: DocumentFacts['registers'] = {};
  for (const [slot, read] of Object.entries(slots)) {
    const blocks = await read(tx, organizationId, language, day);
    if (blocks) filled[slot as keyof typeof slots] = blocks;
  }
  return filled;
};

/** Reads it, for all documents or for one alone; without a language, in the one in which the centre writes its documents. Throws resourceNotFound. */
export const readCentreDocuments = async (tx: Tx, organizationId: string, day: string, asked?: DocumentLanguage, kind?: DocumentKind): Promise<CentreDocuments> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const people = await peopleFacts(tx, organizationId, day);
  const { mandates, services, staff } = people;
  const language = asked ?? organization.documentLanguage;
  const [versions, wordings] = [await listVersions(tx, organizationId, language), await listWordings(tx, organizationId, language)];
  const facts: DocumentFacts = {
    organization,
    mandates,
    services,
    staff,
    chart: chartFacts(people, day),
    legal: legalRegister(),
    annexes: await annexesOf(tx, organizationId),
    access: await recordedAccess(tx, organizationId),
    disaster: kind === undefined || kind === 'disasterPlan' ? await disasterSlots(tx, organizationId, language, day) : {},
    registers: await registersOf(tx, organizationId, language, day),
    verification: (await readClocks(tx, [organizationId])).ruleIn('policyVerified', organizationId),
  };
  return { organizationId, language, day, facts, versions, wordings };
};

/** The centre's own wording of one document. */
export const wordingOf = ({ wordings }: CentreDocuments, kind: DocumentKind): WordingRow[] => wordings.filter((wording) => wording.kind === kind);

/** The text of a document as this centre words it today. */
const centreText = (centre: CentreDocuments, kind: DocumentKind): LibraryText => withWording(libraryText(kind, centre.language), wordingOf(centre, kind).map(readWording));

/** The versions of one document, oldest first, with the one in force, the draft, and the number that the draft has or would have. */
export const versionsOf = ({ versions }: CentreDocuments, kind: DocumentKind) => {
  const all = versions.filter((version) => version.kind === kind);
  const draft = all.find(({ state }) => state === 'draft');
  return { all, draft, inForce: all.find(({ state }) => state === 'approved'), number: draft?.number ?? (all.at(-1)?.number ?? 0) + 1 };
};

/** The draft of a document as the facts make it now, also where nobody has opened one; or, with an approval, the version it would become. */
export const composeDraft = (centre: CentreDocuments, kind: DocumentKind, approval?: Approval): { model: DocumentModel; missing: MissingVariable[]; number: number; libraryRevision: number } => {
  const { all, draft, number } = versionsOf(centre, kind);
  const text = centreText(centre, kind);
  const version = { number, draftedOn: draft?.draftedOn ?? centre.day, approval, earlier: all.filter(({ state }) => state !== 'draft') };
  return { ...documentModel(text, centre.facts, kind, centre.language, version, centre.day), number, libraryRevision: text.revision };
};

/** A version as it reads: frozen once approved, the draft as the facts make it now before, with what that lacks; and what its files are called. */
export const readVersion = async (
  tx: Tx,
  organizationId: string,
  row: VersionRow,
  day: string,
): Promise<{ model: DocumentModel; missing: MissingVariable[]; fileName: (format: DocumentFormat) => string }> => {
  const { slug } = (await findOrganization(tx, organizationId))!;
  const fileName = (format: DocumentFormat): string => documentFileName({ ...row, slug }, format);
  const frozen = await frozenModel(tx, organizationId, row.id);
  if (frozen) return { model: frozen, missing: [], fileName };
  return { ...composeDraft(await readCentreDocuments(tx, organizationId, day, row.language, row.kind), row.kind), fileName };
};

/** True when the version in force would read differently with the facts and the library of today. */
export const isOutdated = (centre: CentreDocuments, row: VersionRow): boolean => {
  if (!row.decidedOn || !row.approver) return false;
  const approval: Approval = { decidedOn: row.decidedOn, approver: row.approver, ...(row.decisionNumber ? { decisionNumber: row.decisionNumber } : {}) };
  const earlier = versionsOf(centre, row.kind).all.filter(({ number }) => number < row.number);
  const { model } = documentModel(centreText(centre, row.kind), centre.facts, row.kind, centre.language, { number: row.number, draftedOn: row.draftedOn, approval, earlier }, centre.day);
  return contentHash(model) !== row.contentHash;
};
