import { addDays, addMonths, type CivilDate, zone } from './dates.ts';
import { isWorkingDay } from './holidays.ts';
import type { Due } from './obligation.ts';
import type { Length, Rule } from './rules.ts';

// Made once: making one costs more than all the rest.
const belgianDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The civil day in Belgium of an instant (RFC 3339). */
export const dayOf = (instant: string | Date): CivilDate => belgianDay.format(new Date(instant));

const ends = new Map<CivilDate, number>();
/** The instant at which a civil day ends in Belgium, in milliseconds: the days on which the clocks change have 23 and 25 hours. */
export const endOfDay = (date: CivilDate): number => {
  const known = ends.get(date);
  if (known !== undefined) return known;
  const end = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(zone).epochMilliseconds;
  ends.set(date, end);
  return end;
};

/** The last day on which what is due then is in time: what is due at midnight, the day before. */
export const dueDay = (due: Due): CivilDate => ('on' in due ? due.on : dayOf(new Date(Date.parse(due.at) - 1)));

/** The instant at which it is late, in milliseconds. */
export const lateFrom = (due: Due): number => ('on' in due ? endOfDay(due.on) : Date.parse(due.at));

/** Whether a due moment has passed; the day itself, and the instant itself, are still in time. */
export const isPast = (due: Due, at: { today: CivilDate; now: Date }): boolean => ('on' in due ? due.on < at.today : Date.parse(due.at) < at.now.getTime());

const later = (date: CivilDate, { amount, unit }: Length): CivilDate => (unit === 'day' ? addDays(date, amount) : addMonths(date, unit === 'year' ? 12 * amount : amount));

const nextWorkingDay = (date: CivilDate): CivilDate => (isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1)));

/**
 * When a period ends that began at `start`.
 * - `elapsed`: so many hours after the instant; after the end of the day where only the day is known.
 * - `calendar`: the same day so many days, months or years later, or the last of a month that has no such day. Nothing lengthens it.
 * - `eu1182`: the same, and where that is a Saturday, a Sunday or a legal holiday, the next working day (Regulation 1182/71 art. 3(2)c and 3(4)). The day of
 *   the event is not counted (art. 3(1)) and the last one counts to its end, which calendar days do by themselves.
 * What is due ahead of a day is counted back from it, by the calendar.
 */
export const endOf = ({ length, counting, bound }: Pick<Rule, 'length' | 'counting'> & Partial<Pick<Rule, 'bound'>>, start: Due): Due => {
  if (bound === 'ahead') return { on: later('on' in start ? start.on : dayOf(start.at), { ...length, amount: -length.amount }) };
  if (counting === 'elapsed') return { at: new Date(('on' in start ? endOfDay(start.on) : Date.parse(start.at)) + length.amount * 3_600_000).toISOString() };
  const end = later('on' in start ? start.on : dayOf(start.at), length);
  return { on: counting === 'eu1182' ? nextWorkingDay(end) : end };
};

/** Whether a length is stricter than another of the same unit, equal ones not: a shorter time to act or to keep at most, a longer one to keep at least or to be ahead. */
export const isStricter = (bound: Rule['bound'], amount: number, than: number): boolean => (bound === 'keepAtLeast' || bound === 'ahead' ? amount > than : amount < than);

/** What a centre may set for a rule, or the reason why not: `fixed`, `lawCannotBeLoosened`, `reasonRequired`. */
export const settingFault = (rule: Rule, setting: { amount: number; reason?: string | undefined }): 'fixed' | 'lawCannotBeLoosened' | 'reasonRequired' | undefined => {
  if (rule.adjust === 'nothing') return 'fixed';
  if (!isStricter(rule.bound, rule.length.amount, setting.amount)) return undefined;
  if (rule.adjust === 'stricter') return 'lawCannotBeLoosened';
  return setting.reason ? undefined : 'reasonRequired';
};

/** Whether a rule is in force for what begins on that day. */
export const inForce = (rule: Rule, day: CivilDate): boolean => (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day < rule.until);
