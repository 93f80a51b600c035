import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { FrameworkId, FrameworkVersion, type Norm } from './framework.ts';
import { results } from './scoring.ts';

/** The life of an assessment: opened by the adviser, prepared, validated by the director-general, submitted (and frozen), acknowledged (MUT A). */
export const assessmentStates = ['opened', 'prepared', 'validated', 'submitted', 'acknowledged'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** Answers change while it is open; whoever wants to change one later opens it again. */
export const answerable = (state: AssessmentState): boolean => state === 'opened';

const text = (max: number) => z.string().trim().min(1).max(max);
const number = z.string().min(1).max(100);

/** Opens the assessment of a year. Last year's answers are taken over where the norm is unchanged, unless `carry` is false. */
export const AssessmentInput = z
  .strictObject({
    frameworkId: FrameworkId,
    frameworkVersion: FrameworkVersion,
    level: number.optional().describe('The level of the framework that is asked of the centre, where it has levels'),
    year: z.int().min(1990).max(2199),
    closesOn: CivilDate.optional(),
    carry: z.boolean().default(true),
  })
  .meta({ id: 'AssessmentData', example: { frameworkId: 'bcss-minimum', frameworkVersion: '2026.3', year: 2026, closesOn: '2027-02-28' } });
export type AssessmentInput = z.infer<typeof AssessmentInput>;

/** The answer to one norm, by the scale of its framework. A norm that does not apply says why. */
export const NormAnswer = z
  .strictObject({
    answers: z.record(number, z.boolean()).default({}),
    answer: z.enum(results).optional(),
    reason: text(2000).optional(),
    documentation: z.int().min(1).max(5).optional(),
    implementation: z.int().min(1).max(5).optional(),
    comment: text(5000).optional(),
  })
  .refine(({ answer, reason }) => answer !== 'notApplicable' || reason !== undefined, { message: 'reasonRequired', path: ['reason'] })
  .meta({ id: 'NormAnswerData', example: { answers: { a: true, b: false }, comment: 'Charte signée par tous' } });
export type NormAnswer = z.infer<typeof NormAnswer>;

const scale: Readonly<Record<'answers' | 'maturity' | 'guidelines', readonly (keyof NormAnswer)[]>> = {
  guidelines: ['answers'],
  answers: ['answer'],
  maturity: ['documentation', 'implementation'],
};

/** What a norm cannot be answered with: a guideline that it does not have, or the words of another scale. */
export const answerFaults = (of: 'guidelines' | 'answers' | 'maturity', norm: Pick<Norm, 'guidelines'>, given: NormAnswer): { name: string; code: string }[] => {
  const known = new Set(norm.guidelines.map(({ id }) => id));
  const strange = Object.keys(given.answers).find((id) => !known.has(id));
  const allowed = scale[of];
  return [
    ...(of === 'guidelines' && strange !== undefined ? [{ name: `answers.${strange}`, code: 'guidelineUnknown' }] : []),
    ...(of !== 'guidelines' && Object.keys(given.answers).length > 0 ? [{ name: 'answers', code: 'otherScale' }] : []),
    ...(['documentation', 'implementation'] as const).filter((name) => given[name] !== undefined && !allowed.includes(name)).map((name) => ({ name, code: 'otherScale' })),
    ...(given.answer !== undefined && given.answer !== 'notApplicable' && !allowed.includes('answer') ? [{ name: 'answer', code: 'otherScale' }] : []),
  ];
};

/** Which norms of an assessment: of one chapter, or by the numbers of their rows. */
const which = { chapterId: number.optional(), ids: z.array(z.uuid()).min(1).max(1000).optional() };
const someNorms = ({ chapterId, ids }: { chapterId?: string | undefined; ids?: string[] | undefined }): boolean => (chapterId === undefined) !== (ids === undefined);
/** Hands norms out to a person, or takes them back where none is named. */
export const AssignmentInput = z
  .strictObject({ ...which, ownerId: z.uuid().optional() })
  .refine(someNorms, { message: 'chapterOrNorms', path: ['ids'] })
  .meta({ id: 'NormAssignmentData', example: { chapterId: '9', ownerId: '01990000-0000-7000-8000-000000000001' } });
/** Answers taken over from last year that hold this year too. */
export const ConfirmationInput = z
  .strictObject(which)
  .refine(someNorms, { message: 'chapterOrNorms', path: ['ids'] })
  .meta({ id: 'NormConfirmationData', example: { chapterId: '9' } });
