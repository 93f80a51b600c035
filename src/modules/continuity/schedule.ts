import { dayOf } from '../../kernel/counting.ts';
import { addDays, type CivilDate, zone } from '../../kernel/dates.ts';
import { holidays } from '../../kernel/holidays.ts';
import type { RunResult } from './backup.ts';

/** When a backup runs: ISO weekdays and civil times in Belgium, from a day on; `endedOn` is its last day. */
export type Schedule = { weekdays: readonly number[]; times: readonly string[]; onHolidays: boolean; scheduledSince: CivilDate; endedOn?: CivilDate | null | undefined };
/** A planned run: its day, and its time `HH:MM` in Belgium. */
export type Slot = { on: CivilDate; time: string };

/** A run that should have been reported by this hour of the morning after shows as missed. */
export const morning = '06:00';

/** The instant of a civil time in Belgium: a time that the spring leaps over is an hour later, one that the autumn repeats is the first. */
export const instantOf = ({ on, time }: Slot): number => Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone).epochMilliseconds;

const isoWeekday = (date: CivilDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Whether the backup runs on that day. */
export const runsOn = (schedule: Schedule, date: CivilDate): boolean =>
  date >= schedule.scheduledSince &&
  (!schedule.endedOn || date <= schedule.endedOn) &&
  schedule.weekdays.includes(isoWeekday(date)) &&
  (schedule.onHolidays || !holidays(Number(date.slice(0, 4))).has(date));

/** The runs planned from one day to another, both included, in order. */
export const slotsBetween = (schedule: Schedule, from: CivilDate, until: CivilDate): Slot[] => {
  const slots: Slot[] = [];
  const first = from > schedule.scheduledSince ? from : schedule.scheduledSince;
  for (let on = first; on <= until; on = addDays(on, 1)) if (runsOn(schedule, on)) for (const time of schedule.times) slots.push({ on, time });
  return slots;
};

/** Whether nothing was heard of a run by the morning after it was planned. */
export const isOver = ({ on }: Slot, now: Date): boolean => now.getTime() >= instantOf({ on: addDays(on, 1), time: morning });

const before = (a: Slot, b: Slot): boolean => a.on < b.on || (a.on === b.on && a.time < b.time);

/**
 * The planned runs that should have succeeded since the last that did, oldest first: what was not reported by the morning after, and what failed. A good run heals
 * the holes before it. Looks back 400 days at most.
 */
export const unhealed = (schedule: Schedule, lastGood: Slot | undefined, failed: readonly Slot[], now: Date): Slot[] => {
  const today = dayOf(now);
  const earliest = addDays(today, -400);
  const from = lastGood && lastGood.on > earliest ? lastGood.on : earliest;
  return slotsBetween(schedule, from, today).filter((slot) => (!lastGood || before(lastGood, slot)) && (isOver(slot, now) || failed.some(({ on, time }) => on === slot.on && time === slot.time)));
};

/** The planned run that a report at an instant speaks of: the last that had begun by then (a report may come ten minutes early), none before the plan. */
export const slotAt = (schedule: Schedule, at: Date): Slot | undefined => {
  const limit = at.getTime() + 600_000;
  const day = dayOf(at);
  return slotsBetween(schedule, addDays(day, -31), day).findLast((slot) => instantOf(slot) <= limit);
};

export type DayResult = RunResult | 'missed' | 'waiting';
export type ShownRun = Slot & { result: DayResult; id?: string | undefined };

/** What there is to show of a span of days: the planned runs with their results, and the runs of days that were planned otherwise once. In order. */
export const shownRuns = (
  schedule: Schedule,
  runs: readonly { id: string; plannedOn: CivilDate; plannedTime: string; result: RunResult }[],
  from: CivilDate,
  until: CivilDate,
  now: Date,
): ShownRun[] => {
  const known = new Set(runs.map(({ plannedOn, plannedTime }) => `${plannedOn} ${plannedTime}`));
  const silent = slotsBetween(schedule, from, until)
    .filter(({ on, time }) => !known.has(`${on} ${time}`))
    .map((slot): ShownRun => ({ ...slot, result: isOver(slot, now) ? 'missed' : 'waiting' }));
  const said = runs.map(({ id, plannedOn, plannedTime, result }): ShownRun => ({ id, on: plannedOn, time: plannedTime, result }));
  return [...silent, ...said].toSorted((a, b) => (before(a, b) ? -1 : 1));
};

/** How a plan stands: over; nothing heard of a run, or a failed one, since the last good; a warning; good; nothing yet to be heard. */
export const planStates = ['missed', 'failed', 'warning', 'good', 'fresh', 'ended'] as const;
export type PlanState = (typeof planStates)[number];

type Told = Schedule & { lastGood?: Slot | null | undefined; last?: (Slot & { result: RunResult }) | null | undefined };
/** The state of a plan at an instant, by its last runs. */
export const stateOf = (plan: Told, now: Date): PlanState => {
  if (plan.endedOn && plan.endedOn < dayOf(now)) return 'ended';
  const failed = plan.last?.result === 'failed' ? [plan.last] : [];
  const open = unhealed(plan, plan.lastGood ?? undefined, failed, now);
  if (open.length > 0) return failed.some(({ on, time }) => open.at(-1)!.on === on && open.at(-1)!.time === time) ? 'failed' : 'missed';
  return plan.last?.result === 'warning' ? 'warning' : plan.lastGood ? 'good' : 'fresh';
};
