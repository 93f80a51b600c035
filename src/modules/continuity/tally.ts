import { addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { RunResult } from './backup.ts';
import { type Schedule, shownRuns } from './schedule.ts';

export type TallyPlan = Schedule & { id: string };
export type TallyRun = { id: string; planId: string; plannedOn: CivilDate; plannedTime: string; result: RunResult };
/** Planned runs by how they ended; of the missed nothing was heard. */
export type Tally = { good: number; warning: number; failed: number; missed: number };
export type Month = Tally & { month: string };

/**
 * The planned runs of some backups by month (`YYYY-MM`), from one day to another, both included: every month has its line. What waits at that instant is not
 * counted yet.
 */
export const tallyByMonth = (plans: readonly TallyPlan[], runs: readonly TallyRun[], from: CivilDate, until: CivilDate, now: Date): Month[] => {
  const months = new Map<string, Month>();
  for (let day = `${from.slice(0, 7)}-01`; day <= until; day = addMonths(day, 1)) months.set(day.slice(0, 7), { month: day.slice(0, 7), good: 0, warning: 0, failed: 0, missed: 0 });
  const byPlan = Map.groupBy(runs, ({ planId }) => planId);
  for (const plan of plans)
    for (const { on, result } of shownRuns(plan, byPlan.get(plan.id) ?? [], from, until, now)) {
      const month = months.get(on.slice(0, 7));
      if (month && result !== 'waiting') month[result] += 1;
    }
  return [...months.values()];
};

export const sumOf = (months: readonly Tally[]): Tally => {
  const sum = { good: 0, warning: 0, failed: 0, missed: 0 };
  for (const month of months) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += month[key];
  return sum;
};
