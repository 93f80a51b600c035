import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf } from './counting.ts';
import { addDays, addMonths } from './dates.ts';
import { DecisionInput, decisionDayFault, decisionDueOn, delayFits, timingOf } from './reasoned-decision.ts';
import { rules } from './rules.ts';

const ruleDueOn = (receivedOn: string): string => {
  const due = endOf(rules.adviceDecision, { on: receivedOn });
  return 'on' in due ? due.on : due.at;
};

// AR 12/8/1993, art. 3: as circumstances require, three months at most; by the calendar, to the last day of a shorter month, never lengthened by a Sunday or holiday.
test.each([
  ['from day to day', '2026-08-22', undefined, '2026-11-22'],
  ['across the end of the year', '2026-11-30', undefined, '2027-02-28'],
  ['to 29 February', '2027-11-29', undefined, '2028-02-29'],
  ['to the last of February in a leap year', '2027-11-30', undefined, '2028-02-29'],
  ['to the last of February in another', '2026-11-29', undefined, '2027-02-28'],
  ['to the end of a month of thirty days', '2026-01-31', undefined, '2026-04-30'],
  ['from 29 February', '2028-02-29', undefined, '2028-05-29'],
  ['to a Sunday, which lengthens nothing', '2026-02-15', undefined, '2026-05-15'],
  ['to a holiday, neither', '2026-10-01', undefined, '2027-01-01'],
  ['sooner where circumstances require it', '2026-08-22', 14, '2026-09-05'],
  ['on 29 February by days', '2028-02-15', 14, '2028-02-29'],
  ['no later than three months, whatever is asked', '2026-11-30', 92, '2027-02-28'],
])('the last day to decide is counted %s', (_name, receivedOn, delayDays, last) => {
  expect(decisionDueOn(ruleDueOn(receivedOn), receivedOn, delayDays)).toBe(last);
});

test('no delay ever goes beyond three months, and one that would is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 92 }), (offset, delayDays) => {
      const receivedOn = addDays('1995-01-01', offset);
      const most = addMonths(receivedOn, 3);
      const due = decisionDueOn(ruleDueOn(receivedOn), receivedOn, delayDays);
      expect(due <= most).toBe(true);
      expect(delayFits(receivedOn, delayDays)).toBe(addDays(receivedOn, delayDays) <= most);
      if (delayFits(receivedOn, delayDays)) expect(due).toBe(addDays(receivedOn, delayDays));
    }),
  );
});

describe('in time', () => {
  test.each([
    ['on the last day', { dueOn: '2026-11-22', decidedOn: '2026-11-22' }, 'inTime'],
    ['one day late', { dueOn: '2026-11-22', decidedOn: '2026-11-23' }, 'late'],
    ['awaited on the last day', { dueOn: '2026-11-24' }, 'waiting'],
    ['awaited the day after', { dueOn: '2026-11-23' }, 'waitingLate'],
  ])('%s', (_name, given, timing) => {
    expect(timingOf(given, '2026-11-24')).toBe(timing);
  });
});

test.each([
  [{ outcome: 'follow' }, []],
  [{ outcome: 'depart' }, ['reasonsRequired']],
  [{ outcome: 'followInPart', decisionReasons: '  ' }, ['too_small', 'reasonsRequired']],
  [{ outcome: 'followInPart', decisionReasons: 'Le budget manque.' }, []],
])('a decision that does not follow in all gives its reasons: %j', (values, codes) => {
  expect(DecisionInput.safeParse(values).error?.issues.map(({ message, code }) => (code === 'custom' ? message : code)) ?? []).toEqual(codes);
});

test.each([
  ['2026-11-25', 'inTheFuture'],
  ['2026-11-19', 'beforeReceipt'],
  ['2026-11-20', undefined],
  ['2026-11-24', undefined],
])('the day of a decision: %s', (decidedOn, fault) => {
  expect(decisionDayFault(decidedOn, '2026-11-20', '2026-11-24')).toBe(fault);
});
