import type { CivilDate } from '../kernel/dates.ts';

/** The civil date so many days later (earlier when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The Tuesday of that day or before it: the evening on which the councils sit. */
export const councilDay = (date: CivilDate): CivilDate => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 5) % 7));

/** First Monday of January from which the present councils sit: local elections every six years, 2024 among them. */
export const legislatureStart = (today: CivilDate): CivilDate => {
  const year = Number(today.slice(0, 4));
  const begun = year - ((((year - 2025) % 6) + 6) % 6);
  const start = firstMonday(begun);
  return start <= today ? start : firstMonday(begun - 6);
};

const firstMonday = (year: number): CivilDate => {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  return `${year}-01-${String(((8 - first) % 7) + 1).padStart(2, '0')}`;
};

/** The Monday of the week of that day. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

const isWeekend = (on: CivilDate): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
/** That day, or the Friday before a weekend. */
export const workday = (on: CivilDate): CivilDate => (isWeekend(on) ? workday(addDays(on, -1)) : on);
