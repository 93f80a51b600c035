import { z } from 'zod';

export const frequencies = ['off', 'daily', 'weekly'] as const;

const Hour = z.int().min(0, 'hourOutOfRange').max(23, 'hourOutOfRange');

const isQuiet = (hour: number, { quietFrom, quietUntil }: { quietFrom: number; quietUntil: number }): boolean =>
  quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;

/** How somebody wants to be told by mail what is due: when, and when not. Hours and days are Belgian; Monday is 1. */
export const ReminderSettings = z
  .strictObject({
    frequency: z.enum(frequencies),
    /** For the weekly one. */
    weekday: z.int().min(1).max(7),
    hour: Hour,
    /** From this hour to the other nothing is sent, over midnight where the first is later; equal: no quiet hours. */
    quietFrom: Hour,
    quietUntil: Hour,
    /** Nothing on Saturdays, Sundays and legal holidays. */
    workdaysOnly: z.boolean(),
  })
  .refine((settings) => !isQuiet(settings.hour, settings), { message: 'hourInQuietHours', path: ['hour'] })
  .refine((settings) => !(settings.frequency === 'weekly' && settings.workdaysOnly && settings.weekday > 5), { message: 'weekdayNotWorked', path: ['weekday'] })
  .meta({ id: 'ReminderSettings', example: { frequency: 'weekly', weekday: 1, hour: 8, quietFrom: 20, quietUntil: 7, workdaysOnly: true } });
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** What holds for whoever has chosen nothing: Monday at eight. */
export const usualSettings: ReminderSettings = { frequency: 'weekly', weekday: 1, hour: 8, quietFrom: 20, quietUntil: 7, workdaysOnly: true };

/** The Belgian civil date, the hour, and the day of the week (Monday is 1) of an instant. */
type Moment = { day: string; hour: number };

const before = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/**
 * The day whose digest is to be sent now, or undefined. `since` is the day of the last digest, or that on which the settings were chosen: a
 * digest is for a later day. One that was missed (the server stood still, or a holiday) goes on the next day on which one may be sent: a weekly one
 * within its week, a daily one never, for the next says the same.
 */
export const digestDay = (settings: ReminderSettings, now: Moment, since: string, isWorkday: (day: string) => boolean): string | undefined => {
  if (settings.frequency === 'off' || isQuiet(now.hour, settings) || (settings.workdaysOnly && !isWorkday(now.day))) return undefined;
  const back = settings.frequency === 'daily' ? 0 : (weekdayOf(now.day) - settings.weekday + 7) % 7;
  const day = before(now.day, back);
  if (day <= since || (back === 0 && now.hour < settings.hour)) return undefined;
  return day;
};

/** Name of a calendar address: where it is used. */
export const CalendarInput = z.strictObject({ name: z.string().trim().min(1).max(60) }).meta({ id: 'CalendarData', example: { name: 'Outlook' } });
