import { z } from 'zod';
import { isPast } from './counting.ts';
import { addDays, addMonths, CivilDate } from './dates.ts';

/** What the daily manager may decide on an advice: follow it, follow it in part, depart from it (royal decree of 12 August 1993, art. 3; MUT A). */
export const outcomes = ['follow', 'followInPart', 'depart'] as const;
export type Outcome = (typeof outcomes)[number];

/** A decision that does not follow the advice is communicated in writing and with its reasons. */
export const wantsReasons = (outcome: Outcome | undefined): boolean => outcome === 'followInPart' || outcome === 'depart';

/** In calendar months: the decree lets nobody take longer. */
export const longestDelay = 3;

/** In days: a letter takes weeks at most, and a day of receipt further ahead would give a decision more time than the decree does. */
export const longestWay = 31;

/** The fault of the day on which a letter of today is received. */
export const receiptFault = (receivedOn: CivilDate, today: CivilDate): 'beforeSending' | 'tooFarAhead' | undefined =>
  receivedOn < today ? 'beforeSending' : receivedOn > addDays(today, longestWay) ? 'tooFarAhead' : undefined;

/** The days that circumstances leave are within three months of the receipt, whatever the months. */
export const delayFits = (receivedOn: CivilDate, delayDays: number): boolean => addDays(receivedOn, delayDays) <= addMonths(receivedOn, longestDelay);

/** The last day to decide: that of the rule in this centre (three months at most), or sooner where circumstances require it. */
export const decisionDueOn = (ruleDueOn: CivilDate, receivedOn: CivilDate, delayDays: number | null | undefined): CivilDate => {
  const asked = delayDays ? addDays(receivedOn, delayDays) : ruleDueOn;
  return asked < ruleDueOn ? asked : ruleDueOn;
};

export const timings = ['waiting', 'waitingLate', 'inTime', 'late'] as const;
/** How a decision stands to its last day, which still counts: awaited, awaited too long, taken in time, taken late. */
export const timingOf = ({ dueOn, decidedOn }: { dueOn: CivilDate; decidedOn?: CivilDate | null | undefined }, today: CivilDate): (typeof timings)[number] => {
  if (decidedOn) return decidedOn > dueOn ? 'late' : 'inTime';
  return isPast({ on: dueOn }, { today, now: new Date(0) }) ? 'waitingLate' : 'waiting';
};

const text = (max: number) => z.string().trim().min(1).max(max);

/** What the daily manager decides; the day is today's unless it was taken before and is entered afterwards. */
export const DecisionInput = z
  .strictObject({ outcome: z.enum(outcomes), decisionReasons: text(10_000).optional(), decidedOn: CivilDate.optional() })
  .refine(({ outcome, decisionReasons }) => !wantsReasons(outcome) || decisionReasons, { message: 'reasonsRequired', path: ['decisionReasons'] })
  .meta({ id: 'ReasonedDecisionData', example: { outcome: 'follow' } });
export type DecisionInput = z.infer<typeof DecisionInput>;

/** The faults of a decision's day. */
export const decisionDayFault = (decidedOn: CivilDate, receivedOn: CivilDate, today: CivilDate): 'inTheFuture' | 'beforeReceipt' | undefined =>
  decidedOn > today ? 'inTheFuture' : decidedOn < receivedOn ? 'beforeReceipt' : undefined;
