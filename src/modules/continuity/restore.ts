import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

export const deciders = ['council', 'permanentBureau', 'directorGeneral'] as const;

/** How soon the work must go on (recovery-time objective), and how much of it may be lost (recovery-point objective), as decided. */
export const RecoveryObjectiveInput = z
  .strictObject({
    planId: id.optional(),
    restartHours: z.int().min(1).max(2000),
    lossHours: z.int().min(1).max(2000),
    decidedBy: z.enum(deciders),
    decidedOn: CivilDate,
    reference: text(120).optional(),
    note: text(1000).optional(),
  })
  .meta({ id: 'RecoveryObjectiveData', example: { restartHours: 24, lossHours: 24, decidedBy: 'council', decidedOn: '2026-03-17', reference: 'Point 12' } });
export type RecoveryObjectiveInput = z.infer<typeof RecoveryObjectiveInput>;

export const extents = ['file', 'database', 'system', 'paper'] as const;

/** What was restored to see whether one can. */
export const RestoreTestInput = z
  .strictObject({
    planId: id,
    testedOn: CivilDate,
    what: text(500),
    extent: z.enum(extents),
    readable: z.boolean(),
    /** From the order to restore to people working again. */
    minutes: z.int().min(0).max(100_000).optional(),
    /** How old the newest data were that came back. */
    lostMinutes: z.int().min(0).max(1_000_000).optional(),
    personId: id.optional(),
    supplierId: id.optional(),
    note: text(2000).optional(),
  })
  .refine((test) => !test.readable || test.minutes !== undefined, { message: 'required', path: ['minutes'] })
  .refine((test) => test.readable || Boolean(test.note), { message: 'sayWhy', path: ['note'] })
  .meta({ id: 'RestoreTestData', example: { planId: '01990000-0000-7000-8000-000000000001', testedOn: '2026-11-20', what: 'Le dossier partagé', extent: 'file', readable: true, minutes: 40 } });
export type RestoreTestInput = z.infer<typeof RestoreTestInput>;

type Objective = { planId?: string | null | undefined; restartHours: number; lossHours: number; decidedOn: CivilDate };

/** The objective that counts for a backup on a day: its own newest decision by then, else the newest of the whole centre. */
export const objectiveFor = <O extends Objective>(objectives: readonly O[], planId: string | undefined, day: CivilDate): O | undefined => {
  const newest = (of: string | undefined) =>
    objectives
      .filter((one) => (one.planId ?? undefined) === of && one.decidedOn <= day)
      .toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))
      .at(0);
  return (planId && newest(planId)) || newest(undefined);
};

/** How a test stands against what was decided: worst first. */
export const verdicts = ['unreadable', 'tooSlow', 'tooOld', 'partial', 'met', 'unmeasured'] as const;
export type Verdict = (typeof verdicts)[number];
type Tested = { readable: boolean; extent: string; minutes?: number | null | undefined; lostMinutes?: number | null | undefined };

/** The verdict on a restore test. A file that came back says nothing of the time that a whole system needs: in time, it is `partial`. */
export const verdictOf = (test: Tested, objective: Pick<Objective, 'restartHours' | 'lossHours'> | undefined): Verdict => {
  if (!test.readable) return 'unreadable';
  if (!objective) return 'unmeasured';
  if ((test.minutes ?? 0) > objective.restartHours * 60) return 'tooSlow';
  if ((test.lostMinutes ?? 0) > objective.lossHours * 60) return 'tooOld';
  return test.extent === 'file' ? 'partial' : 'met';
};
export const isMiss = (verdict: Verdict): boolean => verdict === 'unreadable' || verdict === 'tooSlow' || verdict === 'tooOld';

/** Minutes as hours and minutes: `28 h 50`, `6 h`, `40 min`. */
export const spanText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
};

type MissWords = Record<'tooSlow' | 'tooOld', string>;
/**
 * How the recurring check of a backup ends by a test: good only where nothing was missed, else with what is to be done, in the words given (`{{took}}`,
 * `{{limit}}`) and those of whoever tested.
 */
export const checkResult = (
  test: Tested & { note?: string | null | undefined },
  objective: Pick<Objective, 'restartHours' | 'lossHours'> | undefined,
  words: MissWords,
): { outcome: 'good' | 'notGood'; followUp?: string } => {
  const verdict = verdictOf(test, objective);
  if (!isMiss(verdict)) return { outcome: 'good' };
  const [took, limit] = verdict === 'tooOld' ? [test.lostMinutes, objective?.lossHours] : [test.minutes, objective?.restartHours];
  const said = verdict === 'unreadable' ? undefined : words[verdict as keyof MissWords].replace('{{took}}', spanText(took ?? 0)).replace('{{limit}}', spanText(60 * (limit ?? 0)));
  return { outcome: 'notGood', followUp: [said, test.note].filter(Boolean).join(' ').slice(0, 2000) };
};

export const scenarios = ['building', 'server', 'telecommunications', 'people', 'ransomware', 'other'] as const;
export type Scenario = (typeof scenarios)[number];
export const exerciseForms = ['table', 'alert', 'real'] as const;

/** The disaster plan played through. */
export const ExerciseInput = z
  .strictObject({
    heldOn: CivilDate,
    scenario: z.enum(scenarios),
    form: z.enum(exerciseForms),
    title: text(200),
    minutes: z.int().min(0).max(20_000).optional(),
    ledById: id.optional(),
    participants: text(1000),
    course: text(4000).optional(),
    lessons: text(4000).optional(),
  })
  .meta({ id: 'ContinuityExerciseData', example: { heldOn: '2026-10-06', scenario: 'ransomware', form: 'table', title: 'Un lundi sans serveur', participants: 'Direction, informatique' } });
export type ExerciseInput = z.infer<typeof ExerciseInput>;
