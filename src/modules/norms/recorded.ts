import { type Framework, type Norm } from './framework.ts';
import { type Answered, resultOf, type Result, scaleOfNorm, scoringOf } from './scoring.ts';

/** The answer to a norm in a questionnaire of the time before Beffroi. `guidelines` are those that were followed. */
export type RecordedAnswer = {
  normId: string;
  result?: Result;
  guidelines?: string[];
  documentation?: number;
  implementation?: number;
  reason?: string;
  comment?: string;
};

export type RecordedRow = { normId: string; answers: Record<string, boolean>; answer: Result | null; result: Result } & Record<'documentation' | 'implementation', number | null> &
  Record<'reason' | 'comment', string | null>;
export type RecordedFault = {
  column: 'guidelines' | 'documentation' | 'implementation' | 'result' | 'reason';
  code: 'guidelineUnknown' | 'otherScale' | 'answerMissing' | 'resultDiffers' | 'reasonRequired';
  parameters?: Record<string, string>;
};

/**
 * The row that keeps an old answer, or what is wrong with it. Guidelines and degrees come to a result by the rule of the framework, which a result
 * that is given beside them may not contradict; a result alone stands as it was, for the old questionnaires asked no guidelines of ours.
 */
export const recordedRow = (framework: Pick<Framework, 'id' | 'scale'>, norm: Pick<Norm, 'id' | 'guidelines'>, given: RecordedAnswer): RecordedRow | RecordedFault => {
  const ids = norm.guidelines.map(({ id }) => id);
  const scale = scaleOfNorm(framework.scale, ids.length);
  const strange = given.guidelines?.find((id) => !ids.includes(id));
  if (given.guidelines && scale !== 'guidelines') return { column: 'guidelines', code: 'otherScale' };
  if (strange !== undefined) return { column: 'guidelines', code: 'guidelineUnknown', parameters: { guideline: strange, choices: ids.join(', ') } };
  for (const column of ['documentation', 'implementation'] as const) if (given[column] !== undefined && scale !== 'maturity') return { column, code: 'otherScale' };
  if (given.result === 'notApplicable' && given.reason === undefined) return { column: 'reason', code: 'reasonRequired' };
  const answered: Answered = {
    answers: Object.fromEntries(given.guidelines ? ids.map((id) => [id, given.guidelines!.includes(id)]) : []),
    answer: given.result === 'notApplicable' || (scale === 'answers' && given.result) ? given.result! : null,
    documentation: given.documentation ?? null,
    implementation: given.implementation ?? null,
    byProfile: false,
  };
  const found = resultOf(framework.scale, ids, answered, scoringOf(framework.id));
  if (found && given.result && found !== given.result) return { column: 'result', code: 'resultDiffers', parameters: { result: found } };
  const result = found ?? given.result;
  if (!result) return { column: 'result', code: 'answerMissing' };
  const { answers, answer, documentation, implementation } = answered;
  return { normId: norm.id, answers: { ...answers }, answer, result, documentation, implementation, reason: (answer === 'notApplicable' && given.reason) || null, comment: given.comment ?? null };
};
