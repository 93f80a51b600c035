import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import { can, type Actor } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { answerable } from '../assessment.ts';
import { endsSoon, evidenceState } from '../evidence.ts';
import { type Framework, normById } from '../framework.ts';
import { scaleOfNorm, scoringOf, threshold } from '../scoring.ts';
import type { NormRow } from './assessment-norm-store.ts';
import type { AssessmentRow } from './assessment-store.ts';
import { frameworkOf } from './assessment-service.ts';
import { type EvidenceRow, listEvidence } from './evidence-store.ts';
import { readFacts } from './live-facts.ts';

const roomOf = (fact: string): string => fact.slice(0, fact.indexOf('.'));
const factShown = ({ id, state, title, on, until, path }: LiveFact) => ({ id, room: roomOf(id), state, title, ...(on ? { on } : {}), ...(until ? { until } : {}), path });
type Facts = ReadonlyMap<string, LiveFact>;

/** The facts of a centre today by their names. */
export const factsOf = async (tx: Tx, organizationId: string, today: CivilDate): Promise<Facts> => new Map((await readFacts(tx, [organizationId], today)).map((fact) => [fact.id, fact]));

const recordsOf = (url: string, organizationId: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}`;

/** Evidence as it is worth today. `own`: for whoever answers this norm alone. */
export const presentEvidence = (url: string, organizationId: string, today: CivilDate, facts: Facts, row: EvidenceRow, own = false) => {
  const { fileId, fileName, fileSize, fact, assessmentNormId: _row, ...shown } = row;
  const href = `${recordsOf(url, organizationId)}/${own ? 'ownProofs' : 'assessmentProofs'}/${row.id}`;
  const known = fact === null ? undefined : facts.get(fact);
  return {
    ...shown,
    href,
    state: evidenceState({ kind: row.kind, fileId, validUntil: row.validUntil }, today, addDays(today, endsSoon), known),
    ...(fileId !== null && fileName !== null ? { file: { href: `${href}/file`, name: fileName, size: fileSize ?? 0 } } : {}),
    ...(fact === null ? {} : { factId: fact }),
    ...(known ? { fact: factShown(known) } : {}),
  };
};

/** The head of an assessment as the API shows it. */
export const presentHead = (url: string, organizationId: string, actor: Actor, row: AssessmentRow, framework: Framework) => {
  const { summary, framework: id, frameworkVersion, preparedAt, validatedAt, submittedAt, ...shown } = row;
  const write = can(actor, 'norm.write') && answerable(row.state);
  return {
    ...shown,
    href: `${recordsOf(url, organizationId)}/assessments/${row.id}`,
    framework: { id, version: frameworkVersion, title: framework.title, scale: framework.scale },
    preparedAt: preparedAt?.toISOString(),
    validatedAt: validatedAt?.toISOString(),
    submittedAt: submittedAt?.toISOString(),
    total: summary.total,
    can: { update: write, answer: write, delete: write },
  };
};

/** Rows as the API shows them: the text of the norm, its answer and last year's, its evidence, the facts that could prove it. */
export const presentRows = async (tx: Tx, context: { url: string; organizationId: string; actor: Actor; today: CivilDate; own: boolean }, rows: readonly NormRow[]) => {
  const { url, organizationId, actor, today, own } = context;
  if (rows.length === 0) return [];
  const evidence = Map.groupBy(
    await listEvidence(
      tx,
      organizationId,
      rows.map(({ id }) => id),
    ),
    ({ assessmentNormId }) => assessmentNormId,
  );
  const facts = await factsOf(tx, organizationId, today);
  const frameworks = new Map<string, Framework>();
  for (const row of rows) {
    const key = `${row.framework} ${row.frameworkVersion}`;
    if (!frameworks.has(key)) frameworks.set(key, await frameworkOf(tx, row));
  }
  return rows.map((row) => {
    const framework = frameworks.get(`${row.framework} ${row.frameworkVersion}`)!;
    const found = normById(framework, row.normId);
    if (!found) throw new Error(`The framework ${row.framework} ${row.frameworkVersion} has no norm ${row.normId}`);
    const { norm, chapter } = found;
    const scale = scaleOfNorm(framework.scale, norm.guidelines.length);
    const mayAnswer = answerable(row.state) && (own || can(actor, 'norm.write'));
    const { beforeYear, beforeAnswers, beforeAnswer, beforeReason, beforeDocumentation, beforeImplementation, beforeComment, beforeResult } = row;
    return {
      id: row.id,
      version: row.version,
      href: `${recordsOf(url, organizationId)}/${own ? 'ownNorms' : 'assessmentNorms'}/${row.id}`,
      assessmentId: row.assessmentId,
      chapterId: row.chapterId,
      norm,
      scale,
      ...(scale === 'guidelines' ? { needs: threshold(norm.guidelines.length, scoringOf(framework.id)).needs } : {}),
      answers: row.answers,
      answer: row.answer,
      reason: row.reason,
      documentation: row.documentation,
      implementation: row.implementation,
      comment: row.comment,
      result: row.result,
      byProfile: row.byProfile,
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      toConfirm: row.toConfirm,
      normChanged: row.normChanged,
      ...(beforeYear === null
        ? {}
        : {
            before: {
              year: beforeYear,
              answers: beforeAnswers ?? {},
              answer: beforeAnswer,
              reason: beforeReason,
              documentation: beforeDocumentation,
              implementation: beforeImplementation,
              comment: beforeComment,
              result: beforeResult,
            },
          }),
      evidence: (evidence.get(row.id) ?? []).map((one) => presentEvidence(url, organizationId, today, facts, one, own)),
      facts: (norm.liveFacts ?? []).flatMap((id) => {
        const fact = facts.get(id);
        return fact ? [factShown(fact)] : [];
      }),
      can: { answer: mayAnswer, assign: mayAnswer && !own },
      assessment: { year: row.year, title: framework.title, closesOn: row.closesOn },
      chapterTitle: chapter.title,
    };
  });
};
