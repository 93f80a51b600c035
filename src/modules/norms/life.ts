import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { AssessmentState } from './assessment.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What can be done to an assessment, beside answering it. */
export const lifeSteps = ['prepare', 'reopen', 'sendBack', 'validate', 'submit', 'acknowledge', 'correct'] as const;
export type LifeStep = (typeof lifeSteps)[number];

/** From which states each step goes, and to which (MUT A: the adviser prepares, the daily manager validates; POL 7: it goes through SPP IS). */
export const lifeTransitions: Readonly<Record<LifeStep, { from: readonly AssessmentState[]; to: AssessmentState }>> = {
  prepare: { from: ['opened'], to: 'prepared' },
  reopen: { from: ['prepared', 'validated'], to: 'opened' },
  sendBack: { from: ['prepared'], to: 'opened' },
  validate: { from: ['prepared'], to: 'validated' },
  submit: { from: ['validated'], to: 'submitted' },
  acknowledge: { from: ['submitted'], to: 'acknowledged' },
  correct: { from: ['submitted', 'acknowledged'], to: 'opened' },
};
export const mayGo = (step: LifeStep, state: AssessmentState): boolean => lifeTransitions[step].from.includes(state);

/** `despite`: prepared although answers of last year are not confirmed, or evidence no longer proves. */
export const PreparationInput = z.strictObject({ despite: z.boolean().default(false) }).meta({ id: 'AssessmentPreparationData', example: { despite: false } });
export const RemarkInput = z.strictObject({ remark: text(2000) }).meta({ id: 'AssessmentRemarkData', example: { remark: 'La norme 9.1 est à revoir avec le service du personnel.' } });
/** `previewHash`: the hash of the preview that was looked at. */
export const ValidationInput = z
  .strictObject({
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'AssessmentValidationData' });
export const AcknowledgementInput = z
  .strictObject({ acknowledgedOn: CivilDate, acknowledgement: text(120) })
  .meta({ id: 'AssessmentAcknowledgementData', example: { acknowledgedOn: '2027-03-05', acknowledgement: 'SPPIS/2027/0412' } });
export const CorrectionInput = z.strictObject({ reason: text(1000) }).meta({ id: 'AssessmentCorrectionData', example: { reason: 'La réponse à la norme 12.1 portait sur l’ancien serveur.' } });

/** What stands in the way of preparing: norms without an answer always do; the rest unless one goes on all the same. */
export const preparationFault = (gaps: { open: number; toConfirm: number; failing: number }, despite: boolean): { name: string; code: string; count: number } | undefined => {
  if (gaps.open > 0) return { name: 'despite', code: 'unanswered', count: gaps.open };
  const rest = gaps.toConfirm + gaps.failing;
  return rest > 0 && !despite ? { name: 'despite', code: 'gapsLeft', count: rest } : undefined;
};
