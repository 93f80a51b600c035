import { expect, test } from 'vitest';
import { endOf } from '../../kernel/counting.ts';
import { rules } from '../../kernel/rules.ts';
import { duties } from './duties.ts';

const budgetDay = { month: 9, day: 30 };
const owed = (row: { approved?: number[]; begun?: number[]; submitted?: number[] }, today: string, since = '2024-03-01', day = budgetDay) =>
  duties([{ organizationId: 'a', approved: [], begun: [], submitted: [], ...row }], { today, since: () => since, due: (rule, _organization, start) => endOf(rules[rule], start) }, () => day).map(
    ({ subject, due, title, act }) => [subject.id, 'on' in due ? due.on : due.at, title.key, act.roles[0]],
  );

// Royal decree of 12 August 1993 (yearly), POL 7 (in time for the budget): the report of a year is due by the day of the next at which it must leave.
test.each([
  ['nothing before the last quarter of the first year', {}, '2024-09-30', []],
  ['the year at hand, from its last quarter on', {}, '2024-10-01', [['2024', '2025-09-30', 'begin.title', 'adviser']]],
  ['begun, then before the council', { begun: [2024], submitted: [2024] }, '2025-02-01', [['2024', '2025-09-30', 'decide.title', 'directorGeneral']]],
  ['begun', { begun: [2024] }, '2025-02-01', [['2024', '2025-09-30', 'finish.title', 'adviser']]],
  ['approved: nothing until the next', { approved: [2024], begun: [2024], submitted: [2024] }, '2025-09-30', []],
  [
    'a year that was left out shows, beside the one at hand',
    { approved: [2024] },
    '2026-11-22',
    [
      ['2025', '2026-09-30', 'begin.title', 'adviser'],
      ['2026', '2027-09-30', 'begin.title', 'adviser'],
    ],
  ],
  ['who has none approved owes the last year, not all those before', {}, '2028-02-01', [['2027', '2028-09-30', 'begin.title', 'adviser']]],
  ['a report of a year to come that is approved early', { approved: [2026] }, '2026-12-15', []],
])('%s', (_, row, today, expected) => {
  expect(owed(row, today)).toEqual(expected);
});

test('the law’s year bounds a later day, and 31 February is the last of the month', () => {
  expect(owed({ approved: [2024] }, '2026-02-01', '2024-03-01', { month: 2, day: 31 })[0]![1]).toBe('2026-02-28');
  expect(owed({ approved: [2023] }, '2025-02-01', '2023-03-01', { month: 12, day: 31 })[0]![1]).toBe('2025-12-31');
});
