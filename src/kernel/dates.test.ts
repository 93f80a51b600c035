import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, CivilDate, inPeriod, overlap } from './dates.ts';

const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const period = fc.tuple(date, fc.option(date, { nil: undefined })).map(([start, end]) => (end !== undefined && end < start ? { start: end, end: start } : { start, end }));

describe('a civil date', () => {
  test('is accepted when the calendar has it', () => {
    fc.assert(fc.property(date, (day) => CivilDate.safeParse(day).success));
  });
  test('is refused exactly when the calendar has not that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const real = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
        return CivilDate.safeParse(text).success === exists;
      }),
    );
  });
  test.each(['2026-02-29', '2100-02-29', '1899-12-31', '2200-01-01', '2026-1-1', '01-01-2026', '2026-01-01T00:00:00Z', ' 2026-01-01', ''])('%j is none', (text) => {
    expect(CivilDate.safeParse(text).error?.issues[0]?.message).toBe('invalidDate');
  });
  test('29 February is one in leap years', () => {
    expect(CivilDate.safeParse('2028-02-29').success).toBe(true);
    expect(CivilDate.safeParse('2000-02-29').success).toBe(true);
  });
});

describe('periods', () => {
  test('both ends belong to a period', () => {
    expect(inPeriod('2026-01-01', { start: '2026-01-01', end: '2026-01-01' })).toBe(true);
    expect(inPeriod('2026-01-02', { start: '2026-01-01', end: '2026-01-01' })).toBe(false);
    expect(inPeriod('2025-12-31', { start: '2026-01-01' })).toBe(false);
    expect(inPeriod('2199-01-01', { start: '2026-01-01' })).toBe(true);
  });
  test('two periods overlap when a day lies in both, whichever is named first', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const later = a.start > b.start ? a.start : b.start;
        const meet = inPeriod(later, a) && inPeriod(later, b);
        return overlap(a, b) === meet && overlap(b, a) === meet;
      }),
    );
  });
});

describe('months later', () => {
  test('the same day, or the last of a month that has no such day', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2026-11-22', 2)).toBe('2027-01-22');
    expect(addMonths('2026-01-31', -11)).toBe('2025-02-28');
    expect(addMonths('2026-11-22', -72)).toBe('2020-11-22');
  });
  test('keeps the order of dates and is a date', () => {
    const months = fc.integer({ min: 0, max: 600 });
    const early = date.filter((day) => day < '2149-12-31');
    fc.assert(fc.property(early, early, months, (a, b, count) => CivilDate.safeParse(addMonths(a, count)).success && (a <= b ? addMonths(a, count) <= addMonths(b, count) : true)));
  });
});
