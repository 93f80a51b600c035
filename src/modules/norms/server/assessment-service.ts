import { Problem, invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { mergePatch } from '../../../server/http/reply.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { answerFaults, type AssessmentInput, NormAnswer } from '../assessment.ts';
import { carryAnswers } from '../framework-changes.ts';
import { applicability, type Framework, type Norm, normById } from '../framework.ts';
import { resultOf, scaleOfNorm, scoringOf, summarize } from '../scoring.ts';
import * as rows from './assessment-norm-store.ts';
import * as store from './assessment-store.ts';
import { carryEvidence } from './evidence-store.ts';
import { readFramework } from './framework-store.ts';

/** The text of the framework that an assessment was made against; it stays for as long as the assessment. */
export const frameworkOf = async (tx: Tx, { framework, frameworkVersion }: { framework: string; frameworkVersion: string }): Promise<Framework> => {
  const found = await readFramework(tx, framework, frameworkVersion);
  if (!found) throw new Error(`The framework ${framework} ${frameworkVersion} is not in the database`);
  return found;
};

const inLevel = (norm: Norm, level: string | undefined): boolean => level === undefined || !norm.levels?.length || norm.levels.includes(level);
const nothing = { answers: {}, answer: null, reason: null, documentation: null, implementation: null, comment: null };

/**
 * Opens the assessment of a year: a row for each norm that the level asks, those that the profile excludes marked so; last year's answers,
 * owners and evidence taken over where the text of the norm is the same, whatever its number was. Returns its id.
 * Throws badRequest (`frameworkUnknown`, `unknownLevel`, `inTheFuture`, `inThePast`), alreadyExists for a framework and year that are there.
 */
export const openAssessment = async (tx: Tx, organizationId: string, today: string, input: AssessmentInput): Promise<string> => {
  const { frameworkId, frameworkVersion, level, year, closesOn, carry } = input;
  const framework = await readFramework(tx, frameworkId, frameworkVersion);
  if (!framework) throw invalidInput('frameworkVersion', 'frameworkUnknown');
  if (level !== undefined && !framework.levels?.some(({ id }) => id === level)) throw invalidInput('level', 'unknownLevel');
  if (year > Number(today.slice(0, 4)) + 1) throw invalidInput('year', 'inTheFuture');
  if (closesOn !== undefined && closesOn < today) throw invalidInput('closesOn', 'inThePast');
  if (await store.assessmentExists(tx, organizationId, frameworkId, year)) throw new Problem('alreadyExists');
  const profile = await store.profileAnswers(tx, organizationId, today);
  const last = await store.assessmentBefore(tx, organizationId, frameworkId, year);
  const old = last && (last.frameworkVersion === frameworkVersion ? framework : await readFramework(tx, frameworkId, last.frameworkVersion));
  const before = new Map((last ? await rows.answersOf(tx, organizationId, last.id, today) : []).map((row) => [row.normId, row]));
  const plan = old && carryAnswers(old, framework);
  // A norm's number last year, by its number now.
  const [kept, again] = [plan?.kept, plan?.again].map((numbers) => new Map([...(numbers ?? [])].map(([from, to]) => [to, from]))) as [Map<string, string>, Map<string, string>];
  const scoring = scoringOf(frameworkId);
  const opened = framework.chapters
    .flatMap((chapter) => chapter.norms.filter((norm) => inLevel(norm, level)).map((norm) => ({ chapter, norm })))
    .map(({ chapter, norm }, position): rows.NewRow => {
      const byProfile = applicability(norm, profile).applies === 'no';
      const row = before.get(kept.get(norm.id) ?? again.get(norm.id) ?? '');
      const normChanged = row !== undefined && again.has(norm.id);
      const { id: carriedFrom = null, ownerId = null, normId: _norm, ...answered } = row ?? {};
      const taken = row && carry && !normChanged ? { ...nothing, ...answered } : nothing;
      const ids = norm.guidelines.map(({ id }) => id);
      return { normId: norm.id, chapterId: chapter.id, position, byProfile, ownerId, carriedFrom, normChanged, ...taken, result: resultOf(framework.scale, ids, { ...taken, byProfile }, scoring) };
    });
  if (opened.length === 0) throw invalidInput('level', 'noNorms');
  const answered = (row: rows.NewRow): boolean => Object.keys(row.answers).length > 0 || row.answer !== null || row.documentation !== null || row.implementation !== null;
  const summary = summarize(opened.map((row) => ({ ...row, toConfirm: row.carriedFrom !== null && !row.normChanged && answered(row) })));
  const id = await store.insertAssessment(tx, organizationId, { framework: frameworkId, frameworkVersion, level: level ?? null, year, openedOn: today, closesOn: closesOn ?? null, summary });
  const ids = await rows.insertRows(tx, organizationId, id, opened);
  if (carry)
    await carryEvidence(
      tx,
      organizationId,
      opened.flatMap(({ carriedFrom, normChanged }, index) => (carriedFrom !== null && !normChanged ? [{ from: carriedFrom, to: ids[index]! }] : [])),
    );
  return id;
};

const present = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
const asAnswer = ({ answers, answer, reason, documentation, implementation, comment }: rows.NormRow) => present({ answers, answer, reason, documentation, implementation, comment });
const answering: readonly string[] = ['answers', 'answer', 'reason', 'documentation', 'implementation'];

/**
 * Answers a norm: a merge patch upon the version that was read; one's own norm where `ownerId` is given. Whoever answers what was taken over
 * confirms it. Throws resourceNotFound, wrongState once it is prepared, badRequest, staleVersion with who changed what since.
 */
export const answerNorm = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  patch: Record<string, unknown>,
  by: { at: Date; accountId: string | undefined; ownerId?: string | undefined },
): Promise<void> => {
  const { assessmentId } = await rows.findRow(tx, organizationId, id, by.ownerId);
  const assessment = await store.lockAssessment(tx, organizationId, assessmentId);
  const row = await rows.findRow(tx, organizationId, id, by.ownerId);
  const framework = await frameworkOf(tx, assessment);
  const found = normById(framework, row.normId);
  if (!found) throw new Error(`The framework ${framework.id} ${framework.version} has no norm ${row.normId}`);
  const read = NormAnswer.safeParse(mergePatch(asAnswer(row), patch));
  if (!read.success) throw new Problem('badRequest', { issues: zodIssues(read.error.issues, 'body') });
  const ids = found.norm.guidelines.map((guideline) => guideline.id);
  const [fault] = answerFaults(scaleOfNorm(framework.scale, ids.length), found.norm, read.data);
  if (fault) throw invalidInput(fault.name, fault.code);
  const { answers, answer = null, reason = null, documentation = null, implementation = null, comment = null } = read.data;
  const kept = { answers, answer, reason: answer === 'notApplicable' ? reason : null, documentation, implementation, comment };
  const answersAnew = Object.keys(patch).some((name) => answering.includes(name));
  const confirms = row.carriedFrom !== null && row.confirmedAt === null && answersAnew;
  await rows.writeAnswer(tx, organizationId, id, version, {
    ...kept,
    // A result that came alone from an old questionnaire stands until the norm is answered.
    result: answersAnew ? resultOf(framework.scale, ids, { ...kept, byProfile: row.byProfile }, scoringOf(framework.id)) : row.result,
    confirmed: confirms ? { at: by.at, by: by.accountId ?? null } : undefined,
  });
  await store.refreshSummary(tx, organizationId, assessmentId);
};

type Which = { chapterId?: string | undefined; ids?: string[] | undefined };
const refuseUnknown = async (tx: Tx, organizationId: string, assessmentId: string, which: Which): Promise<void> => {
  const found = await rows.countRows(tx, organizationId, assessmentId, which);
  if (which.chapterId !== undefined && found === 0) throw invalidInput('chapterId', 'referencedResourceNotFound');
  if (which.ids !== undefined && found !== new Set(which.ids).size) throw invalidInput('ids', 'referencedResourceNotFound');
};

/** Hands norms of an assessment out to a person of the centre, or takes them back. Throws resourceNotFound, wrongState, badRequest. */
export const assignNorms = async (tx: Tx, organizationId: string, assessmentId: string, { ownerId, ...which }: Which & { ownerId?: string | undefined }): Promise<void> => {
  await store.lockAssessment(tx, organizationId, assessmentId);
  await refuseUnknown(tx, organizationId, assessmentId, which);
  if (ownerId !== undefined && !(await rows.personExists(tx, organizationId, ownerId))) throw invalidInput('ownerId', 'personUnknown');
  await rows.assignRows(tx, organizationId, assessmentId, which, ownerId ?? null);
};

/** Confirms answers that were taken over, of a chapter or of some norms; one's own where `ownerId` is given. Throws resourceNotFound, wrongState, badRequest. */
export const confirmNorms = async (
  tx: Tx,
  organizationId: string,
  assessmentId: string,
  which: Which & { ownerId?: string | undefined },
  by: { at: Date; accountId: string | undefined },
): Promise<void> => {
  await store.lockAssessment(tx, organizationId, assessmentId);
  await refuseUnknown(tx, organizationId, assessmentId, which);
  await rows.confirmRows(tx, organizationId, assessmentId, which, { at: by.at, accountId: by.accountId ?? null });
  await store.refreshSummary(tx, organizationId, assessmentId);
};
