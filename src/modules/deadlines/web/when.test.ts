import { expect, test } from 'vitest';
import { dayOf } from '../../../kernel/counting.ts';
import { whenOf } from './when.ts';

const moment = { today: '2026-11-23', now: Date.parse('2026-11-23T10:00:00Z'), dayOf };

test.each([
  [{ on: '2026-11-12' }, { say: 'daysLate', count: 11, tone: 'late' }],
  [{ on: '2026-11-22' }, { say: 'daysLate', count: 1, tone: 'late' }],
  [{ on: '2026-11-23' }, { say: 'today', tone: 'soon' }],
  [{ on: '2026-11-24' }, { say: 'tomorrow', tone: 'soon' }],
  [{ on: '2026-11-29' }, { say: 'weekday', tone: 'plain' }],
  [{ on: '2026-11-30' }, { say: 'date', tone: 'plain' }],
  [{ at: '2026-11-24T17:20:00Z' }, { say: 'hours', count: 31, tone: 'soon' }],
  [{ at: '2026-11-23T10:30:00Z' }, { say: 'hours', count: 0, tone: 'soon' }],
  [{ at: '2026-11-23T09:59:00Z' }, { say: 'hoursLate', count: 1, tone: 'late' }],
  [{ at: '2026-11-22T23:00:00Z' }, { say: 'hoursLate', count: 11, tone: 'late' }],
  [{ at: '2026-11-21T23:00:00Z' }, { say: 'daysLate', count: 2, tone: 'late' }],
  [{ at: '2026-11-28T23:00:00Z' }, { say: 'weekday', tone: 'plain' }],
])('%j at noon of Monday 23 November: %j', (due, expected) => {
  expect(whenOf(due, moment)).toEqual(expected);
});
