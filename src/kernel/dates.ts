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

/** A civil date `YYYY-MM-DD` between 1900 and 2199, without time or zone. */
export const CivilDate = z.string().refine(isDate, { message: 'invalidDate' }).meta({ id: 'CivilDate', format: 'date', example: '2026-11-24' });
export type CivilDate = string;

/** True when `date` lies in the period; both ends belong to it, an absent end is open. */
export const inPeriod = (date: CivilDate, period: { start: CivilDate; end?: CivilDate | null | undefined }): boolean => period.start <= date && (!period.end || date <= period.end);

/** True when two periods share at least one day. */
export const overlap = (a: { start: CivilDate; end?: CivilDate | null | undefined }, b: { start: CivilDate; end?: CivilDate | null | undefined }): boolean =>
  (!b.end || a.start <= b.end) && (!a.end || b.start <= a.end);

/** The date some years later; 29 February becomes 28 February in a common year. */
export const addYears = (date: CivilDate, years: number): CivilDate => {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isDate(moved) ? moved : `${moved.slice(0, 8)}28`;
};
