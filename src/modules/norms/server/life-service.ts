import { contentHash } from '../../../documents/content.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import { dayOf } from '../../../kernel/counting.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { storeFile } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { drawFrozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { evidenceState, fails } from '../evidence.ts';
import { type LifeStep, preparationFault } from '../life.ts';
import { type HeadKind, headKinds, type QuestionnaireFacts, questionnaireModel, questionnaireSheets } from '../questionnaire.ts';
import { words } from '../questionnaire-words.ts';
import { listRows } from './assessment-norm-store.ts';
import { factsOf } from './assessment-present.ts';
import { frameworkOf } from './assessment-service.ts';
import { assessmentBefore, findAssessment } from './assessment-store.ts';
import { evidenceOf } from './evidence-store.ts';
import * as store from './life-store.ts';

type Able = { db: Database } & Pick<Services, 'now'>;
export type By = { at: Date; accountId: string | null };

/** What waits before an assessment is prepared: norms without an answer, answers of last year unconfirmed, evidence that proves no more. */
export const gapsOf = async (tx: Tx, organizationId: string, id: string, day: string) => {
  const { summary } = await findAssessment(tx, organizationId, id);
  const facts = await factsOf(tx, organizationId, day);
  const failing = (await evidenceOf(tx, organizationId, id)).filter(({ kind, fileId, validUntil, fact }) =>
    fails(evidenceState({ kind, fileId, validUntil }, day, day, fact === null ? undefined : facts.get(fact))),
  );
  return { open: summary.total.open, toConfirm: summary.total.toConfirm, failing: failing.length };
};

/** Hands the answers over to the director-general. Throws resourceNotFound, staleVersion, wrongState, badRequest (`unanswered`; `gapsLeft` unless `despite`). */
export const prepare = async (tx: Tx, organizationId: string, id: string, version: number, despite: boolean, day: string, by: By): Promise<void> => {
  await store.holdForStep(tx, organizationId, id, version, 'prepare');
  const fault = preparationFault(await gapsOf(tx, organizationId, id, day), despite);
  if (fault) throw invalidInput(fault.name, fault.code, { count: fault.count });
  await store.writePrepared(tx, organizationId, id, by);
};

/** Opens an assessment again: by the adviser, or sent back with a remark. Throws resourceNotFound, staleVersion, wrongState. */
export const reopen = async (tx: Tx, organizationId: string, id: string, version: number, by: By, remark?: string): Promise<void> => {
  await store.holdForStep(tx, organizationId, id, version, remark === undefined ? 'reopen' : 'sendBack');
  await store.writeReopened(tx, organizationId, id, remark === undefined ? undefined : { ...by, remark });
};

/** The daily manager takes the answers upon themselves. With the hash of the preview, what was looked at is what is validated. Throws resourceNotFound, staleVersion, wrongState. */
export const validate = async (tx: Tx, organizationId: string, id: string, version: number, day: string, by: By, previewHash?: string): Promise<void> => {
  await store.holdForStep(tx, organizationId, id, version, 'validate');
  if (previewHash !== undefined && contentHash(modelOf(await readQuestionnaire(tx, organizationId, id, day), day)) !== previewHash) throw new Problem('staleVersion');
  await store.writeValidated(tx, organizationId, id, by);
};

/** Records that SPP IS has it. Throws resourceNotFound, staleVersion, wrongState, badRequest (`inTheFuture`, `beforeSubmission`). */
export const acknowledge = async (tx: Tx, organizationId: string, id: string, version: number, given: { acknowledgedOn: string; acknowledgement: string }, day: string, by: By): Promise<void> => {
  const { submittedAt } = await store.holdForStep(tx, organizationId, id, version, 'acknowledge');
  if (given.acknowledgedOn > day) throw invalidInput('acknowledgedOn', 'inTheFuture');
  if (submittedAt && given.acknowledgedOn < dayOf(submittedAt)) throw invalidInput('acknowledgedOn', 'beforeSubmission');
  await store.writeAcknowledged(tx, organizationId, id, given, by.accountId);
};

/** Opens what was sent for another round, with its reason; what was sent stays. Throws resourceNotFound, staleVersion, wrongState (also where what was sent was never kept). */
export const correct = async (tx: Tx, organizationId: string, id: string, version: number, reason: string): Promise<void> => {
  const { contentHash: sent } = await store.holdForStep(tx, organizationId, id, version, 'correct');
  if (sent === null) throw new Problem('wrongState');
  await store.writeCorrecting(tx, organizationId, id, reason);
};

export type Questionnaire = { facts: QuestionnaireFacts; language: DocumentLanguage; slug: string; frozen: Awaited<ReturnType<typeof store.lifeOf>> };

/** All that the questionnaire of an assessment says. Once sent, who held which function is as it was on that day. Throws resourceNotFound. */
export const readQuestionnaire = async (tx: Tx, organizationId: string, id: string, day: string, asked?: DocumentLanguage, submittedAt?: Date): Promise<Questionnaire> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const row = await findAssessment(tx, organizationId, id);
  const sent = submittedAt ?? row.submittedAt;
  const language = asked ?? organization.documentLanguage;
  const [framework, before, rows, holders, frozen] = [
    await frameworkOf(tx, row),
    await assessmentBefore(tx, organizationId, row.framework, row.year),
    await listRows(tx, organizationId, { assessmentId: id }),
    await store.officeHolders(tx, organizationId, sent ? dayOf(sent) : day, headKinds),
    await store.lifeOf(tx, organizationId, id),
  ];
  const { address } = organization;
  return {
    language,
    slug: organization.slug,
    frozen,
    facts: {
      centre: {
        name: inLanguage(organization.name, language),
        lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [],
        enterpriseNumber: organization.enterpriseNumber ?? undefined,
      },
      holders: Object.fromEntries(holders.map(({ kind, name }) => [kind, name])) as Partial<Record<HeadKind, string>>,
      framework,
      year: row.year,
      state: row.state,
      validated: row.validatedAt ? { on: dayOf(row.validatedAt), by: row.validatedBy } : undefined,
      submittedOn: sent ? dayOf(sent) : undefined,
      correctionReason: frozen.correctionReason,
      summary: row.summary,
      before: before && { year: before.year, summary: before.summary },
      answers: rows,
    },
  };
};

export const modelOf = ({ facts, language }: Questionnaire, day: string): DocumentModel => questionnaireModel(facts, language, day);

/** `valombre-questionnaire-normes-2026.pdf`; where drafts stand beside what was sent, with the word that says so. */
export const questionnaireFile = ({ slug, language, facts }: { slug: string; language: DocumentLanguage; facts: { year: number } }, format: 'pdf' | 'docx' | 'xlsx', draft?: string): string =>
  `${slug}-${words[language].file}-${facts.year}${draft ? `-${draft}` : ''}.${format}`;

/**
 * Sends a validated assessment: drawn as PDF, Word and workbook outside any transaction, then stored and frozen in one. Throws resourceNotFound,
 * staleVersion (also when what it says has changed meanwhile), wrongState (not validated, or sent before).
 */
export const submit = async ({ db, now }: Able, scope: Scope, organizationId: string, id: string, version: number): Promise<void> => {
  const day = today({ now });
  const at = now();
  const accountId = scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null;
  const step: LifeStep = 'submit';
  const first = await db.tx(scope, async (tx) => {
    await store.holdForStep(tx, organizationId, id, version, step);
    return { read: await readQuestionnaire(tx, organizationId, id, day, undefined, at), auditHead: await trailHead(tx, organizationId) };
  });
  const [drawn, workbook] = await Promise.all([drawFrozen(modelOf(first.read, day), first.auditHead), writeWorkbook(questionnaireSheets(first.read.facts, first.read.language), day)]);
  await db.tx(scope, async (tx) => {
    const held = await store.holdForStep(tx, organizationId, id, version, step);
    const read = await readQuestionnaire(tx, organizationId, id, day, undefined, at);
    if (contentHash(modelOf(read, day)) !== drawn.contentHash) throw new Problem('staleVersion');
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => questionnaireFile(read, format));
    const { id: xlsxFileId } = await storeFile(tx, organizationId, { name: questionnaireFile(read, 'xlsx'), mediaType: fileKinds.xlsx, bytes: workbook });
    await store.writeSubmitted(tx, organizationId, held, { ...frozen, xlsxFileId }, { at, accountId });
  });
};
