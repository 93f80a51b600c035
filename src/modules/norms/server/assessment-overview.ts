import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { endsSoon, evidenceState } from '../evidence.ts';
import { type Framework, normById } from '../framework.ts';
import { movement } from '../scoring.ts';
import { listRows, ownersOf } from './assessment-norm-store.ts';
import { factsOf, presentEvidence, presentHead } from './assessment-present.ts';
import { frameworkOf } from './assessment-service.ts';
import { assessmentBefore, findAssessment } from './assessment-store.ts';
import { evidenceOf } from './evidence-store.ts';

const titleOf = (framework: Framework, normId: string) => normById(framework, normId)?.norm.title ?? { fr: normId };

/** An assessment as one page shows it: chapter by chapter beside last year, what is weak, who owns what, which evidence no longer holds. Throws resourceNotFound. */
export const readOverview = async (tx: Tx, context: { url: string; organizationId: string; actor: Actor; today: CivilDate }, id: string) => {
  const { url, organizationId, actor, today } = context;
  const row = await findAssessment(tx, organizationId, id);
  const framework = await frameworkOf(tx, row);
  const [last, norms, owners, evidence, facts] = await Promise.all([
    assessmentBefore(tx, organizationId, row.framework, row.year),
    listRows(tx, organizationId, { assessmentId: id }),
    ownersOf(tx, organizationId, id),
    evidenceOf(tx, organizationId, id),
    factsOf(tx, organizationId, today),
  ]);
  const old = last && (await frameworkOf(tx, last));
  const before = new Map(last?.summary.chapters.map(({ id: chapter, ...tally }) => [chapter, tally]));
  const titles = new Map(framework.chapters.map((chapter) => [chapter.id, chapter.title]));
  const pointer = (norm: { id: string; normId: string; chapterId: string }) => ({ id: norm.id, normId: norm.normId, chapterId: norm.chapterId, title: titleOf(framework, norm.normId) });
  const moved = norms.map((norm) => movement(norm.beforeResult, norm.result));
  const here = new Set(norms.map(({ normId }) => normId));
  return {
    ...presentHead(url, organizationId, actor, row, framework),
    chapters: row.summary.chapters.map((chapter) => ({ ...chapter, title: titles.get(chapter.id) ?? { fr: chapter.id }, ...(before.has(chapter.id) ? { before: before.get(chapter.id) } : {}) })),
    ...(last ? { before: { id: last.id, year: last.year, frameworkVersion: last.frameworkVersion, total: last.summary.total } } : {}),
    owners,
    weak: norms.flatMap((norm, index) => {
      if (norm.result !== 'no' && norm.result !== 'partly') return [];
      return [{ ...pointer(norm), result: norm.result, ...(moved[index] ? { movement: moved[index] } : {}) }];
    }),
    better: moved.filter((one) => one === 'better').length,
    worse: moved.filter((one) => one === 'worse').length,
    changed: norms.filter(({ normChanged }) => normChanged).map(pointer),
    gone: old ? old.chapters.flatMap((chapter) => chapter.norms.filter((norm) => !here.has(norm.id) && !normById(framework, norm.id)).map((norm) => ({ normId: norm.id, title: norm.title }))) : [],
    failing: evidence
      .filter(({ kind, fileId, validUntil, fact }) => evidenceState({ kind, fileId, validUntil }, today, addDays(today, endsSoon), fact === null ? undefined : facts.get(fact)) !== 'valid')
      .map(({ normId, chapterId, result: _result, ...one }) => ({ ...pointer({ id: one.assessmentNormId, normId, chapterId }), evidence: presentEvidence(url, organizationId, today, facts, one) })),
  };
};
