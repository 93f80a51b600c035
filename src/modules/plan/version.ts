import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { DocumentLanguage } from '../../kernel/language.ts';
import { BudgetYear } from './action.ts';

export const versionStates = ['drafted', 'submitted', 'approved', 'refused'] as const;
export type VersionState = (typeof versionStates)[number];

const introduction = z.string().trim().min(1).max(8000);

/** A new version of the plan that begins with this year; without a language, in that of the centre's documents. `introduction` is restricted text, as in minutes. */
export const VersionInput = z
  .strictObject({ year: BudgetYear, language: DocumentLanguage.optional(), introduction: introduction.optional() })
  .meta({ id: 'PlanVersionData', example: { year: 2027, introduction: 'Les portables d’abord.' } });
export type VersionInput = z.infer<typeof VersionInput>;
export const VersionChange = z.strictObject({ language: DocumentLanguage, introduction: introduction.optional() }).meta({ id: 'PlanVersionChange', example: { language: 'fr' } });

export const SubmissionInput = z.strictObject({ submittedOn: CivilDate }).meta({ id: 'PlanSubmissionData', example: { submittedOn: '2026-09-21' } });

export const VersionDecision = z
  .strictObject({ decidedOn: CivilDate, outcome: z.enum(['approved', 'refused']), decisionNumber: z.string().trim().min(1).max(60).optional() })
  .meta({ id: 'PlanVersionDecision', example: { decidedOn: '2026-10-12', outcome: 'approved', decisionNumber: 'CAS/2026/10-7' } });
export type VersionDecision = z.infer<typeof VersionDecision>;

export const LeaveInput = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(({ month, day }) => day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!, { message: 'noSuchDay', path: ['day'] })
  .meta({ id: 'PlanLeaveData', example: { month: 9, day: 30 } });

export const stateOf = (version: { submittedOn?: CivilDate | null | undefined; outcome?: 'approved' | 'refused' | null | undefined }): VersionState =>
  version.outcome ?? (version.submittedOn ? 'submitted' : 'drafted');

/** `2027-2029`, and from the second version of a year on `2027-2029/2`. */
export const versionName = ({ year, number }: { year: number; number: number }): string => `${year}-${year + 2}${number > 1 ? `/${number}` : ''}`;
