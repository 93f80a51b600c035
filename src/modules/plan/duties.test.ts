import { expect, test } from 'vitest';
import type { Asking } from '../../kernel/obligation.ts';
import { duties, type DutyRow, type PlanRow } from './duties.ts';
import { planFacts } from './facts.ts';

const asking = { today: '2026-11-22', due: (_rule, _centre, start) => start, since: () => '2025-01-01' } satisfies Pick<Asking, 'today' | 'due' | 'since'>;
const row: DutyRow = { organizationId: 'c', what: 'action', id: 'a', number: 4, title: 'Chiffrer', date: '2026-10-01', year: null, personId: null, role: null };
const plan = (values: Partial<PlanRow>): PlanRow => ({ organizationId: 'c', submittedYear: null, leave: null, ...values });

test.each([
  [{}, { roles: ['adviser', 'deputyAdviser'] }],
  [{ personId: 'p' }, { roles: [], people: ['p'] }],
  [{ role: 'itAgent' }, { roles: ['itAgent'] }],
  // Whoever answers for the action does not answer for the budget.
  [{ what: 'budget', year: 2027, personId: 'p' }, { roles: ['adviser', 'deputyAdviser'] }],
] as const)('%j falls to %j', (values, act) => {
  expect(duties([{ ...row, ...values } as DutyRow], [], asking)).toMatchObject([{ act }]);
});

test.each([
  ['2027-02-22', 1],
  ['2027-02-23', 0],
])('a term on %s, three months ahead at most, makes %i duty', (date, count) => {
  expect(duties([{ ...row, date }], [], asking)).toHaveLength(count);
});

test.each([
  // Today is 22 November 2026: the plan for 2027 had to leave by 30 September.
  [{}, [['2027', '2026-09-30']]],
  [{ submittedYear: 2026 }, [['2027', '2026-09-30']]],
  [{ submittedYear: 2027 }, []],
  [{ submittedYear: 2028 }, []],
  [{ leave: { month: 12, day: 15 } }, [['2027', '2026-12-15']]],
] as const)('the plan of a centre with %j is owed as %j', (values, owed) => {
  expect(duties([], [plan(values as Partial<PlanRow>)], asking).map(({ subject, due }) => [subject.id, 'on' in due && due.on])).toEqual(owed);
});

test('a centre that came after that day does not owe the plan of before', () => {
  expect(duties([], [plan({})], { ...asking, since: () => '2026-10-01' })).toEqual([]);
});

test.each([
  [{ year: 2026, decidedOn: '2025-10-12' }, 'true'],
  [{ year: 2027, decidedOn: '2026-10-12' }, 'true'],
  [{ year: 2025, decidedOn: '2024-10-12' }, 'stale'],
  [{ year: null, decidedOn: null }, 'missing'],
] as const)('with the last approved plan %j, that a plan is adopted is %s in 2026', (approved, state) => {
  expect(planFacts([{ organizationId: 'c', open: 3, late: 1, done: 0, workedOn: null, ...approved }], '2026-11-22')[0]).toMatchObject({ id: 'plan.adopted', state });
});

test.each([
  [{ open: 0, done: 0, workedOn: null }, 'missing'],
  [{ open: 3, done: 0, workedOn: null }, 'stale'],
  [{ open: 3, done: 0, workedOn: '2024-01-01' }, 'stale'],
  [{ open: 0, done: 2, workedOn: '2026-10-01' }, 'true'],
] as const)('with %j, that the plan is carried out is %s', (sums, state) => {
  expect(planFacts([{ organizationId: 'c', year: null, decidedOn: null, late: 0, ...sums }], '2026-11-22')[1]).toMatchObject({ id: 'plan.inProgress', state });
});
