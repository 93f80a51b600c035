import type { CivilDate } from './dates.ts';

const day = (year: number, month: number, date: number): CivilDate => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** Day of March on which Easter Sunday falls, counted on into April (32 is 1 April); the rule of Gauss for the Gregorian calendar, as corrected by Butcher. */
const easter = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return 28 + moon - weekday;
};

const years = new Map<number, ReadonlySet<CivilDate>>();

/** The ten legal holidays of a year in Belgium (law of 4 January 1974, royal decree of 18 April 1974 art. 1). */
export const holidays = (year: number): ReadonlySet<CivilDate> => {
  const known = years.get(year);
  if (known) return known;
  const sunday = easter(year);
  const found = new Set([
    day(year, 1, 1),
    day(year, 3, sunday + 1),
    day(year, 5, 1),
    day(year, 3, sunday + 39),
    day(year, 3, sunday + 50),
    day(year, 7, 21),
    day(year, 8, 15),
    day(year, 11, 1),
    day(year, 11, 11),
    day(year, 12, 25),
  ]);
  years.set(year, found);
  return found;
};

/** True on a day that is no Saturday, no Sunday and no legal holiday. */
export const isWorkingDay = (date: CivilDate): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(date.slice(0, 4))).has(date);
};
