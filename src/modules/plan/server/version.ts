import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type PlanFacts, planModel } from '../plan-document.ts';
import { factsOf } from '../plan-facts.ts';
import { stateOf, type VersionDecision } from '../version.ts';
import { words } from '../words.ts';
import { plannedActions, signatories } from './plan-store.ts';
import * as store from './version-store.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
export type ReadVersion = { row: store.WholeVersion; facts: PlanFacts; slug: string };

/** What the plan of a year says from the registers as they are on a day. Throws resourceNotFound for a centre that is not there. */
export const readFacts = async (
  tx: Tx,
  organizationId: string,
  day: string,
  { year, introduction, language, id }: { year: number; introduction?: string | null; language?: DocumentLanguage; id?: string },
): Promise<{ facts: PlanFacts; slug: string; language: DocumentLanguage }> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const written = language ?? organization.documentLanguage;
  const before = await store.approvedBefore(tx, organizationId, year, id);
  const frozen = before?.content && before.decidedOn ? { decidedOn: before.decidedOn, actions: before.content.actions } : undefined;
  const actions = await plannedActions(tx, organizationId, `${year - 1}-01-01`, frozen?.actions.map((action) => action.id) ?? []);
  const people = await signatories(tx, organizationId, day);
  const nameOf = (kind: string) => people.find((person) => person.kind === kind)?.name;
  const signing = Object.fromEntries((['president', 'directorGeneral', 'adviser'] as const).flatMap((kind) => (nameOf(kind) ? [[kind, nameOf(kind)!]] : [])));
  const { address } = organization;
  const centre = {
    name: inLanguage(organization.name, written),
    municipality: organization.municipality,
    lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [],
  };
  return {
    facts: factsOf(actions, { year, today: day, centre, introduction: introduction ?? null, before: frozen, signatories: signing }),
    slug: organization.slug,
    language: written,
  };
};

/** A version with what it says: the registers of today while it is a draft, else what was put to the council. Throws resourceNotFound. */
export const readVersion = async (tx: Tx, organizationId: string, id: string, day: string): Promise<ReadVersion> => {
  const row = await store.findVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  if (!row.content) return { row, ...(await readFacts(tx, organizationId, day, row)) };
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  return { row, facts: row.content, slug: organization.slug };
};

const standingOf = ({ submittedOn, decidedOn, outcome, decisionNumber }: store.VersionRow) => ({
  submittedOn: submittedOn ?? undefined,
  decidedOn: decidedOn ?? undefined,
  outcome: outcome ?? undefined,
  decisionNumber: decisionNumber ?? undefined,
});

/** The document of a version: frozen where it was approved. */
export const modelOf = ({ row, facts }: ReadVersion, day: string): DocumentModel => row.model ?? planModel(facts, row.language, day, standingOf(row));

/**
 * The plan that goes with a yearly report, as a document of this language: that of the year after, or the newest before, which the council did not
 * refuse; without any, what the registers would put in it today. What somebody wrote stays in the language in which it was written.
 */
export const planBeside = async (tx: Tx, organizationId: string, reportYear: number, language: DocumentLanguage, day: string): Promise<DocumentModel> => {
  const found = (await store.listVersions(tx, organizationId)).find(({ year, outcome }) => year <= reportYear + 1 && outcome !== 'refused');
  if (!found) return planModel((await readFacts(tx, organizationId, day, { year: reportYear + 1, language })).facts, language, day);
  const read = await readVersion(tx, organizationId, found.id, day);
  return read.row.language === language ? modelOf(read, day) : planModel(read.facts, language, day, standingOf(read.row));
};

export const previewOf = (read: ReadVersion, day: string) => {
  const model = modelOf(read, day);
  return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
};

/** `valombre-plan-triennal-2027-2029-1.pdf` */
export const fileName = ({ row, slug }: ReadVersion, format: 'pdf' | 'docx'): string => `${slug}-${words[row.language].file}-${row.year}-${row.year + 2}-${row.number}.${format}`;

/** The version in a state that this asks for, with the version number that its reader knew. Throws resourceNotFound, wrongState, staleVersion. */
export const inState = async (tx: Tx, organizationId: string, id: string, version: number, state: 'drafted' | 'submitted'): Promise<store.WholeVersion> => {
  const row = await store.findVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  if (stateOf(row) !== state) throw new Problem('wrongState');
  if (row.version !== version) return refuseStale(tx, 'planVersion', organizationId, id, version);
  return row;
};

/** Puts a draft to the council: what it says is kept from here on. Throws as inState, badRequest (`inTheFuture`, `beforeDraft`). */
export const submitVersion = async (tx: Tx, organizationId: string, id: string, version: number, submittedOn: string, day: string): Promise<void> => {
  const row = await inState(tx, organizationId, id, version, 'drafted');
  if (submittedOn > day) throw invalidInput('submittedOn', 'inTheFuture');
  if (submittedOn < row.draftedOn) throw invalidInput('submittedOn', 'beforeDraft');
  const { facts } = await readFacts(tx, organizationId, day, row);
  await store.updateVersion(tx, organizationId, id, version, { submittedOn, content: facts });
};

/**
 * Makes a decision on a version ready: checked, and drawn as PDF and Word where it approves, outside any transaction; what comes back records it
 * in one. Without `version`, whatever version it has now. Throws as inState, badRequest (`inTheFuture`, `beforeSubmission`).
 */
export const prepareDecision = async (services: Able, scope: Scope, organizationId: string, id: string, decision: VersionDecision, version?: number): Promise<(tx: Tx) => Promise<void>> => {
  const day = today(services);
  const first = await services.db.tx(scope, async (tx) => {
    const known = version ?? (await store.findVersion(tx, organizationId, id))?.version;
    if (known === undefined) throw new Problem('resourceNotFound');
    await inState(tx, organizationId, id, known, 'submitted');
    return { read: await readVersion(tx, organizationId, id, day), auditHead: await trailHead(tx, organizationId) };
  });
  const { row, facts } = first.read;
  if (decision.decidedOn > day) throw invalidInput('decidedOn', 'inTheFuture');
  if (decision.decidedOn < row.submittedOn!) throw invalidInput('decidedOn', 'beforeSubmission');
  const decided = { decidedOn: decision.decidedOn, decisionNumber: decision.decisionNumber ?? null };
  if (decision.outcome === 'refused') return (tx) => store.updateVersion(tx, organizationId, id, row.version, { outcome: 'refused', ...decided });
  const drawn = await drawFrozen(planModel(facts, row.language, day, { ...standingOf(row), ...decision }), first.auditHead);
  return async (tx) => {
    await store.updateVersion(tx, organizationId, id, row.version, {
      outcome: 'approved',
      ...decided,
      approvedAt: services.now(),
      approvedBy: scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null,
      ...(await keepFrozen(tx, organizationId, drawn, (format) => fileName(first.read, format))),
    });
  };
};
