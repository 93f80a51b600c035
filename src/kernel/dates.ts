import { z } from 'zod';

/** Civil time of every centre; due dates and "today" are counted there. */
export const zone = 'Europe/Brussels';

const isDate = (value: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && year >= 1900 && year <= 2199 && day >= 1 && day <= days;
};

/** A civil date `YYYY-MM-DD` between 1900 and 2199, without time or zone. A record with one that is none is refused before its dates are counted with. */
export const CivilDate = z.string().refine(isDate, { message: 'invalidDate', abort: true }).meta({ id: 'CivilDate', format: 'date', example: '2026-11-24' });
export type CivilDate = string;

/** An instant `2026-11-24T09:30:00+01:00` between 1900 and 2199, as a client sends it. */
export const Instant = z.iso.datetime({ offset: true }).refine((at) => at >= '1900' && at < '2200', { message: 'invalidDate', abort: true });

/** True when `date` lies in the period; both ends belong to it, an absent end is open. */
export const inPeriod = (date: CivilDate, period: { start: CivilDate; end?: CivilDate | null | undefined }): boolean => period.start <= date && (!period.end || date <= period.end);

/** True when two periods share at least one day. */
export const overlap = (a: { start: CivilDate; end?: CivilDate | null | undefined }, b: { start: CivilDate; end?: CivilDate | null | undefined }): boolean =>
  (!b.end || a.start <= b.end) && (!a.end || b.start <= a.end);

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The date some days later, or earlier. */
export const addDays = (date: CivilDate, days: number): CivilDate => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The date some months later, or earlier; the last day of the month where it has no such day. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-${String(Math.min(day, daysIn(newYear, newMonth))).padStart(2, '0')}`;
};

/** Whole days from one date to another, signed. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
