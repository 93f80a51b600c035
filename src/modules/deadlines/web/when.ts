import { daysBetween, type CivilDate } from '../../../kernel/dates.ts';

/** How the time of a line is said: the largest unit that helps, and whether it is late or presses. */
export type When = { say: 'daysLate' | 'hoursLate' | 'hours'; count: number; tone: 'late' | 'soon' } | { say: 'today' | 'tomorrow'; tone: 'soon' } | { say: 'weekday' | 'date'; tone: 'plain' };

type Moment = { today: CivilDate; now: number; dayOf: (instant: string) => CivilDate };
const hour = 3_600_000;

/** The last day on which what is due then is in time. */
export const dayDue = (due: { on?: string | undefined; at?: string | undefined }, dayOf: Moment['dayOf']): CivilDate => due.on ?? dayOf(new Date(Date.parse(due.at!) - 1).toISOString());

/** An instant within three days is told in hours; a day by its distance, its name within the week, else by its date. Due moments of the API; `now` in milliseconds. */
export const whenOf = (due: { on?: string | undefined; at?: string | undefined }, { today, now, dayOf }: Moment): When => {
  const left = due.at === undefined ? undefined : Date.parse(due.at) - now;
  const days = daysBetween(today, dayDue(due, dayOf));
  if (left !== undefined && left < 0 && left > -24 * hour) return { say: 'hoursLate', count: Math.max(1, Math.floor(-left / hour)), tone: 'late' };
  if (left !== undefined && left >= 0 && left < 72 * hour) return { say: 'hours', count: Math.floor(left / hour), tone: 'soon' };
  if (days < 0) return { say: 'daysLate', count: -days, tone: 'late' };
  if (days === 0) return { say: 'today', tone: 'soon' };
  if (days === 1) return { say: 'tomorrow', tone: 'soon' };
  return { say: days < 7 ? 'weekday' : 'date', tone: 'plain' };
};
