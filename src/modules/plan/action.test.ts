import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../kernel/dates.ts';
import { actionFaults, ActionInput, dueOf, isLate, nextOccurrence, settled, withProgress } from './action.ts';

const action = (values: Record<string, unknown> = {}) => ActionInput.parse({ title: 'Chiffrer les portables', ...values });
const codes = (values: Record<string, unknown>): string[] => {
  const result = ActionInput.safeParse({ title: 'Chiffrer les portables', ...values });
  return result.success ? [] : result.error.issues.map(({ message }) => message);
};

describe('what an action may say', () => {
  test.each([
    [{}, []],
    [{ ownerId: '01990000-0000-7000-8000-000000000001', ownerRole: 'adviser' }, ['personOrRole']],
    [{ startOn: '2027-02-01', dueOn: '2027-01-31' }, ['dueBeforeStart']],
    [{ startOn: '2027-02-01', dueOn: '2027-02-01' }, []],
    [{ repeatsMonths: 12 }, ['repeatsWithoutDue']],
    [{ state: 'done' }, ['doneWithDate', 'proofMissing']],
    [{ state: 'done', doneOn: '2026-11-01' }, ['proofMissing']],
    [{ state: 'done', doneOn: '2026-11-01', doneHow: 'PV de recette' }, []],
    [{ doneOn: '2026-11-01' }, ['doneWithDate']],
    [{ state: 'givenUp' }, ['givenUpWithReason']],
    [{ givenUpReason: 'Trop cher' }, ['givenUpWithReason']],
    [{ state: 'givenUp', givenUpReason: 'Trop cher' }, []],
    [{ state: 'planned', progress: 10 }, ['startedIsNotPlanned']],
    [{ personDays: 1.25 }, ['halfDays']],
    [{ origins: [{ kind: 'incident' }] }, ['recordOrReference']],
    [
      {
        origins: [
          { kind: 'incident', reference: 'Panne' },
          { kind: 'incident', reference: 'Panne' },
        ],
      },
      ['originTwice'],
    ],
    [{ costs: [{ kind: 'oneOff', year: 2027, amount: 100, untilYear: 2028 }] }, ['untilOfOneOff']],
    [{ costs: [{ kind: 'yearly', year: 2027, amount: 100, untilYear: 2026 }] }, ['untilBeforeYear']],
    [{ budgets: [{ year: 2027, asked: 100, adopted: 50 }] }, ['adoptedWithDate']],
    [{ budgets: [{ year: 2027, asked: 100, reference: 'D7' }] }, ['referenceWithoutAdopted']],
    [{ budgets: [{ year: 2027, asked: 100, askedOn: '2026-09-15', adopted: 50, adoptedOn: '2026-09-14' }] }, ['adoptedBeforeAsked']],
    [
      {
        budgets: [
          { year: 2027, asked: 100 },
          { year: 2027, asked: 100 },
        ],
      },
      ['yearTwice'],
    ],
  ])('%j: %j', (values, expected) => {
    expect(codes(values)).toEqual(expected);
  });

  test('nothing is done, asked or adopted in the future, nor done before it began', () => {
    const faults = (values: Record<string, unknown>) => actionFaults(action(values), '2026-11-22').map(({ name, code }) => `${name} ${code}`);
    expect(faults({ state: 'done', doneOn: '2026-11-22', doneHow: 'x' })).toEqual([]);
    expect(faults({ state: 'done', doneOn: '2026-11-23', doneHow: 'x' })).toEqual(['doneOn inTheFuture']);
    expect(faults({ state: 'done', startOn: '2026-11-20', doneOn: '2026-11-19', doneHow: 'x' })).toEqual(['doneOn beforeStart']);
    expect(faults({ budgets: [{ year: 2027, asked: 1, askedOn: '2026-12-01' }] })).toEqual(['budgets[0].askedOn inTheFuture']);
  });
});

describe('how far an action is', () => {
  test.each([
    ['planned', '2026-11-21', true],
    ['underWay', '2026-11-21', true],
    ['planned', '2026-11-22', false],
    ['done', '2026-11-21', false],
    ['givenUp', '2026-11-21', false],
    ['planned', undefined, false],
  ] as const)('%s, due on %s: late on 22 November is %s', (state, dueOn, late) => {
    expect(isLate({ state, dueOn }, '2026-11-22')).toBe(late);
  });

  test('what is done is so entirely', () => {
    expect(settled(action({ state: 'done', progress: 40, doneOn: '2026-11-01', doneHow: 'x' })).progress).toBe(100);
    expect(settled(action({ state: 'underWay', progress: 40 })).progress).toBe(40);
  });

  test.each([
    ['planned', { progress: 0 }, 'planned', 0],
    ['planned', { progress: 30 }, 'underWay', 30],
    ['underWay', { progress: 0 }, 'underWay', 0],
    ['underWay', { progress: 60, doneOn: '2026-11-20', doneHow: 'Rapport' }, 'done', 100],
  ] as const)('its owner tells of one that is %s: %j makes it %s at %i', (state, told, after, progress) => {
    const next = withProgress(action({ state }), told);
    expect(next).toMatchObject({ state: after, progress });
    expect(ActionInput.safeParse(next).success).toBe(true);
  });

  test('told to be open again, one that was done has lost its date and its proof', () => {
    const next = withProgress(action({ state: 'done', progress: 100, doneOn: '2026-11-01', doneHow: 'x' }), { progress: 80 });
    expect(next).toMatchObject({ state: 'underWay', progress: 80 });
    expect(next).not.toHaveProperty('doneOn');
    expect(ActionInput.safeParse(next).success).toBe(true);
  });
});

describe('an action that recurs', () => {
  const yearly = action({
    startOn: '2026-01-15',
    dueOn: '2026-03-31',
    repeatsMonths: 12,
    state: 'done',
    progress: 100,
    doneOn: '2026-11-01',
    doneHow: 'x',
    costs: [
      { kind: 'oneOff', year: 2026, amount: 50_000 },
      { kind: 'yearly', year: 2026, amount: 10_000 },
    ],
    budgets: [{ year: 2026, asked: 60_000 }],
  });

  test('once done, late as it may be, the next is due so many months after it was due', () => {
    expect(nextOccurrence(yearly, 1, { on: '2026-03-31', occurrence: 1 })).toMatchObject({ dueOn: '2027-03-31', startOn: '2027-01-15', state: 'planned', progress: 0, budgets: [] });
  });

  test('what it costs once is foreseen again in its year; what it costs yearly runs on, and is not counted twice', () => {
    expect(nextOccurrence(yearly, 1, { on: '2026-03-31', occurrence: 1 })?.costs).toEqual([{ kind: 'oneOff', year: 2027, amount: 50_000 }]);
  });

  test('one that does not recur has no next', () => {
    expect(nextOccurrence(action({ dueOn: '2026-03-31' }), 1, { on: '2026-03-31', occurrence: 1 })).toBeUndefined();
  });

  test('the last day of a month does not wander through February', () => {
    const anchor = { on: '2027-01-31', occurrence: 1 };
    expect([1, 2, 3, 4].map((occurrence) => dueOf(anchor, 1, occurrence))).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  test('no period is left out and none comes twice, whatever the rhythm and whenever each was done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (offset, months, count) => {
        const first = new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        let current = action({ dueOn: first, repeatsMonths: months });
        const anchor = { on: first, occurrence: 1 };
        for (let occurrence = 1; occurrence <= count; occurrence += 1) {
          const next = nextOccurrence({ ...current, state: 'done', progress: 100, doneOn: '2030-01-01', doneHow: 'x' }, occurrence, anchor)!;
          expect(next.dueOn).toBe(addMonths(first, months * occurrence));
          expect(next.dueOn! > current.dueOn!).toBe(true);
          expect(ActionInput.safeParse(next).success).toBe(true);
          current = next;
        }
      }),
    );
  });
});
