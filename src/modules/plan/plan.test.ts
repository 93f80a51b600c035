import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionStates, type Cost } from './action.ts';
import { changesSince, costIn, freeze, leaveOn, personDaysByYear, type Planned, totalsOf, workYears, yearsOf } from './plan.ts';

const today = '2026-11-22';
const planned = (values: Partial<Planned> = {}): Planned => ({
  id: 'a',
  number: 1,
  title: 'Chiffrer les portables',
  priority: 'normal',
  startOn: null,
  dueOn: null,
  state: 'planned',
  progress: 0,
  personDays: 0,
  costs: [],
  budgets: [],
  doneOn: null,
  ...values,
});
const date = fc.integer({ min: 0, max: 3650 }).map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const cost: fc.Arbitrary<Cost> = fc.oneof(
  fc.record({ kind: fc.constant('oneOff' as const), year: fc.integer({ min: 2024, max: 2031 }), amount: fc.integer({ min: 0, max: 9_999_999_999 }) }),
  fc
    .record({
      kind: fc.constant('yearly' as const),
      year: fc.integer({ min: 2024, max: 2031 }),
      years: fc.option(fc.integer({ min: 0, max: 5 })),
      amount: fc.integer({ min: 0, max: 9_999_999_999 }),
      article: fc.constantFrom('104/12313', '104/74253'),
    })
    .map(({ years, ...rest }) => ({ ...rest, ...(years === null ? {} : { untilYear: rest.year + years }) })),
);
const anyAction: fc.Arbitrary<Planned> = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 500 }),
  title: fc.string({ minLength: 1, maxLength: 5 }),
  priority: fc.constantFrom('high', 'normal', 'low'),
  startOn: fc.option(date),
  dueOn: fc.option(date),
  state: fc.constantFrom(...actionStates),
  progress: fc.integer({ min: 0, max: 100 }),
  personDays: fc.integer({ min: 0, max: 400 }).map((halves) => halves / 2),
  costs: fc.array(cost, { maxLength: 5 }),
  budgets: fc.array(fc.record({ year: fc.integer({ min: 2025, max: 2030 }), asked: fc.integer({ min: 0, max: 1e9 }) }), { maxLength: 3 }),
  doneOn: fc.option(date),
});

describe('money by year', () => {
  test.each([
    [
      { kind: 'oneOff', year: 2027 },
      { 2026: 0, 2027: 100, 2028: 0 },
    ],
    [
      { kind: 'yearly', year: 2027 },
      { 2026: 0, 2027: 100, 2028: 100, 2040: 100 },
    ],
    [
      { kind: 'yearly', year: 2027, untilYear: 2028 },
      { 2026: 0, 2027: 100, 2028: 100, 2029: 0 },
    ],
  ] as const)('%j costs %j', (line, byYear) => {
    for (const [year, amount] of Object.entries(byYear)) expect(costIn({ ...line, amount: 100 }, Number(year))).toBe(amount);
  });

  test('what is done goes on costing yearly, what was given up costs nothing', () => {
    const costs: Cost[] = [{ kind: 'yearly', year: 2025, amount: 12_345 }];
    const [first] = totalsOf([planned({ state: 'done', doneOn: '2025-03-01', costs }), planned({ id: 'b', state: 'givenUp', costs })], 2026, today);
    expect(first).toMatchObject({ yearly: 12_345, oneOff: 0, actions: 0 });
  });

  test('no cent is lost or made: the years, and the articles of each, hold what the lines say', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 8 }), fc.integer({ min: 2024, max: 2029 }), (actions, first) => {
        const counted = actions.filter(({ state }) => state !== 'givenUp');
        for (const totals of totalsOf(actions, first, today)) {
          const expected = counted.flatMap(({ costs }) => costs).reduce((sum, line) => sum + BigInt(costIn(line, totals.year)), 0n);
          expect(BigInt(totals.oneOff) + BigInt(totals.yearly)).toBe(expected);
          expect(totals.articles.reduce((sum, { oneOff, yearly }) => sum + BigInt(oneOff) + BigInt(yearly), 0n)).toBe(expected);
        }
      }),
    );
  });

  test('what was asked and adopted stands under its budget year', () => {
    const budgets = [
      { year: 2027, asked: 500, adopted: 400, adoptedOn: '2026-10-01' },
      { year: 2028, asked: 600 },
    ];
    expect(totalsOf([planned({ budgets })], 2026, today).map(({ asked, adopted }) => [asked, adopted])).toEqual([
      [0, 0],
      [500, 400],
      [600, 0],
    ]);
  });
});

describe('work by year', () => {
  test('a plan rolls over three years', () => {
    expect(yearsOf(2027)).toEqual([2027, 2028, 2029]);
  });

  test.each([
    [{ dueOn: '2027-06-30' }, 2026, [2027]],
    [{ startOn: '2026-10-01', dueOn: '2028-02-01' }, 2026, [2026, 2027, 2028]],
    // Late or begun before: what is left is to be done in the first year.
    [{ dueOn: '2025-06-30' }, 2026, [2026]],
    [{ startOn: '2025-06-30', dueOn: '2027-01-15', state: 'underWay' }, 2026, [2026, 2027]],
    [{ dueOn: '2026-06-30', state: 'done', doneOn: '2027-01-10' }, 2026, [2027]],
    [{ dueOn: '2026-06-30', state: 'givenUp' }, 2026, []],
    [{}, 2026, []],
  ] as const)('%j in the plan from %i on: %j', (values, first, years) => {
    expect(workYears(planned(values), first)).toEqual(years);
  });

  test('the days are shared by the length in each year, in halves', () => {
    expect([...personDaysByYear(planned({ startOn: '2026-07-01', dueOn: '2027-06-30', personDays: 10 }), 2026)]).toEqual([
      [2026, 5],
      [2027, 5],
    ]);
    expect([...personDaysByYear(planned({ startOn: '2026-12-31', dueOn: '2027-12-30', personDays: 0.5 }), 2026)]).toEqual([
      [2026, 0],
      [2027, 0.5],
    ]);
  });

  test('no half day is lost, whatever the dates', () => {
    fc.assert(
      fc.property(anyAction, fc.integer({ min: 2022, max: 2031 }), (action, first) => {
        const byYear = personDaysByYear(action, first);
        const dated = action.state !== 'givenUp' && (action.state === 'done' ? action.doneOn : (action.dueOn ?? action.startOn));
        expect([...byYear.values()].reduce((sum, days) => sum + days, 0)).toBe(dated ? action.personDays : 0);
        for (const days of byYear.values()) expect(Number.isInteger(days * 2)).toBe(true);
      }),
    );
  });
});

test.each([
  [{ month: 9, day: 30 }, 2026, '2026-09-30'],
  [{ month: 2, day: 30 }, 2026, '2026-02-28'],
  [{ month: 2, day: 30 }, 2028, '2028-02-29'],
])('the plan that leaves by %j of %i leaves on %s', (leave, year, day) => {
  expect(leaveOn(leave, year)).toBe(day);
});

describe('against the approved plan', () => {
  const approved = [freeze(planned({ dueOn: '2026-12-31' }))];
  const kinds = (values: Partial<Planned>) => changesSince(approved, [planned({ dueOn: '2026-12-31', ...values })], today).map(({ kind }) => kind);
  test.each([
    [{}, []],
    [{ progress: 50, state: 'underWay' }, []],
    [{ dueOn: '2027-01-01' }, ['slipped']],
    [{ dueOn: null }, ['slipped']],
    [{ dueOn: '2026-12-01' }, ['changed']],
    [{ dueOn: '2026-11-21' }, ['late']],
    [{ title: 'Autre' }, ['changed']],
    [{ costs: [{ kind: 'oneOff', year: 2027, amount: 1 }] }, ['changed']],
    [{ state: 'done', doneOn: '2026-11-01' }, ['done']],
    [{ state: 'givenUp' }, ['givenUp']],
    [{ id: 'b', number: 2 }, ['gone', 'added']],
  ] as const)('%j: %j', (values, expected) => {
    expect(kinds(values as Partial<Planned>)).toEqual(expected);
  });

  test('a term that went by since is said with both days', () => {
    expect(changesSince([freeze(planned({ dueOn: '2026-06-30' }))], [planned({ dueOn: '2027-06-30' })], today)).toEqual([
      { kind: 'slipped', id: 'a', number: 1, title: 'Chiffrer les portables', from: '2026-06-30', to: '2027-06-30' },
    ]);
  });

  test('nothing changes against itself, but for what is late', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyAction, { selector: ({ id }) => id, maxLength: 8 }), (actions) => {
        expect(changesSince(actions.map(freeze), actions, today).filter(({ kind }) => kind !== 'late')).toEqual([]);
      }),
    );
  });
});
