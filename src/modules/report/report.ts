import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/**
 * The sections of the yearly report, in their order. The royal decree of 12 August 1993, art. 8, asks for six contents (`article`); the plan,
 * the means and the procedures that come before the council with the report follow (POL 7, POL operational 1).
 */
export const sectionKeys = ['state', 'goals', 'advice', 'work', 'checks', 'awareness', 'training', 'plan', 'means', 'procedures'] as const;
export type SectionKey = (typeof sectionKeys)[number];
export const articleOf: Partial<Record<SectionKey, number>> = { state: 1, goals: 1, advice: 2, work: 3, checks: 4, awareness: 5, training: 6 };

/** Sections of which no register says enough: what the adviser writes there makes the report. */
export const writtenSections: readonly SectionKey[] = ['state', 'goals', 'training'];

export const reportStates = ['draft', 'submitted', 'approved'] as const;
export type ReportState = (typeof reportStates)[number];
export const stateOf = ({ submittedOn, decidedOn }: { submittedOn: string | null; decidedOn: string | null }): ReportState => (decidedOn ? 'approved' : submittedOn ? 'submitted' : 'draft');

/** A year runs to its 31 December; a report drawn up before that speaks of the year so far. */
export const periodOf = (year: number, today: CivilDate): { from: CivilDate; until: CivilDate } => {
  const end = `${year}-12-31`;
  return { from: `${year}-01-01`, until: today < end ? today : end };
};

export const ReportInput = z.strictObject({ year: z.int().min(1990).max(2199) }).meta({ id: 'YearlyReportData', example: { year: 2026 } });

/** Put before the council on that day, or taken back (`null` in a patch). */
export const ReportPatch = z.strictObject({ submittedOn: CivilDate.nullable() }).meta({ id: 'YearlyReportPatch', example: { submittedOn: '2027-02-09' } });

export const longestText = 20_000;
export const TextInput = z.strictObject({ body: z.string().max(longestText) }).meta({ id: 'ReportTextData', example: { body: 'La situation s’est améliorée.\n\n- Les sauvegardes sont essayées.' } });

export const ApprovalInput = z
  .strictObject({
    decidedOn: CivilDate,
    /** Number of the council's decision. */
    decisionNumber: z.string().trim().min(1).max(40),
    /** Hash of the preview that was looked at: another text is not approved in its place. */
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .meta({ id: 'YearlyReportApprovalData', example: { decidedOn: '2027-02-16', decisionNumber: '2027/31' } });
export type ApprovalInput = z.infer<typeof ApprovalInput>;

/** A report cannot be decided on before its year nears its end: what it tells has to have happened. */
export const earliestDecision = (year: number): CivilDate => `${year}-10-01`;

/** What speaks against an approval; nothing when it may be recorded. */
export const approvalFaults = (year: number, { decidedOn }: Pick<ApprovalInput, 'decidedOn'>, today: CivilDate): { name: string; code: string }[] => [
  ...(decidedOn > today ? [{ name: 'decidedOn', code: 'inTheFuture' }] : []),
  ...(decidedOn < earliestDecision(year) ? [{ name: 'decidedOn', code: 'yearNotOver' }] : []),
];

/** Years of which a report can be begun: those that have begun, back to ten years before, and that have none. */
export const yearsToBegin = (today: CivilDate, taken: readonly number[]): number[] => {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: 11 }, (_, index) => year - index).filter((candidate) => !taken.includes(candidate));
};
