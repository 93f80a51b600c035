import { expect, test } from 'vitest';
import { daysBetween } from '../../../kernel/dates.ts';
import { dayOf, dueState } from './due.ts';

test('a due date is late only after its day', () => {
  expect(dueState('2026-11-22', '2026-11-22')).toBe('soon');
  expect(dueState('2026-11-22', '2026-11-23')).toBe('late');
  expect(dueState('2027-01-21', '2026-11-22')).toBe('soon');
  expect(dueState('2027-01-22', '2026-11-22')).toBe('later');
});

test('the day of an instant is that of Belgium', () => {
  expect(dayOf('2026-11-22T23:30:00Z')).toBe('2026-11-23');
});

test('days are counted over the change of summer time and leap days', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-11-22', '2026-11-04')).toBe(-18);
});
