import { z } from 'zod';
import { CivilDate, zone } from '../../kernel/dates.ts';

const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'invalidTime');
const Weekday = z.int().min(1).max(7);
export const Weekdays = z.array(Weekday).max(7);
const Country = z.string().regex(/^[A-Z]{2}$/, 'invalidCountry');

/** When and from where the centre may be reached: ISO weekdays (1 is Monday), civil time in Belgium, countries as ISO 3166 writes them in two letters. */
export const windowFields = {
  weekdays: Weekdays.min(1),
  fromTime: time,
  untilTime: time,
  countries: z.array(Country).min(1).max(30),
};
export type WindowRule = { weekdays: readonly number[]; fromTime: string; untilTime: string; countries: readonly string[] };

/** Working days from seven to eight in the evening, from Belgium: what a centre begins with. */
export const defaultWindow: WindowRule = { weekdays: [1, 2, 3, 4, 5], fromTime: '07:00', untilTime: '20:00', countries: ['BE'] };

/** Other hours, days or countries for one person, from one day to another, both included; with the reason. */
export const ExceptionInput = z
  .strictObject({ personId: z.uuid(), start: CivilDate, end: CivilDate, ...windowFields, reason: z.string().trim().min(1).max(500) })
  .refine(({ start, end }) => end >= start, { message: 'endBeforeStart', path: ['end'] })
  .meta({
    id: 'TeleworkExceptionData',
    example: {
      personId: '01990000-0000-7000-8000-000000000001',
      start: '2026-12-01',
      end: '2026-12-12',
      weekdays: [1, 2, 3, 4, 5],
      fromTime: '07:00',
      untilTime: '20:00',
      countries: ['BE', 'FR'],
      reason: 'Mission',
    },
  });

const clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** An instant as the clock on a Belgian wall shows it: the civil day, its ISO weekday, and `HH:MM`. The hour that comes twice in October is the same hour twice. */
export const wallClock = (at: Date): { day: CivilDate; weekday: number; time: string } => {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  return { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7, time: `${part['hour']}:${part['minute']}` };
};

const dayBefore = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1);

/**
 * Whether a connection of that instant, from that country, keeps to the rule (TEL 3 e), and else what speaks against it. The last minute does not
 * belong to the window; one that ends before it begins lasts past midnight and belongs to the day on which it began. Nobody knows the country of some
 * connections: `country` undefined is outside.
 */
export const allowedAt = (rule: WindowRule, at: Date, country: string | undefined): { allowed: true } | { allowed: false; because: 'day' | 'hour' | 'country' } => {
  if (country === undefined || !rule.countries.includes(country)) return { allowed: false, because: 'country' };
  const { weekday, time: now } = wallClock(at);
  const { fromTime, untilTime, weekdays } = rule;
  const overnight = untilTime <= fromTime;
  const inHours = overnight ? now >= fromTime || now < untilTime : now >= fromTime && now < untilTime;
  // After midnight the evening before is what counts.
  const began = overnight && now < untilTime ? dayBefore(weekday) : weekday;
  if (!weekdays.includes(began)) return { allowed: false, because: 'day' };
  return inHours ? { allowed: true } : { allowed: false, because: 'hour' };
};

/** The rule for a person at an instant: an exception of theirs that counts that day in Belgium (the latest begun), else that of the centre. */
export const ruleAt = (rule: WindowRule, exceptions: readonly (WindowRule & { start: CivilDate; end: CivilDate })[], at: Date): WindowRule => {
  const { day } = wallClock(at);
  return (
    exceptions
      .filter(({ start, end }) => start <= day && day <= end)
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))
      .at(-1) ?? rule
  );
};
