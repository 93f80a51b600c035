import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, dueDay, endOf, endOfDay, inForce, isPast, isStricter, lateFrom, settingFault } from './counting.ts';
import { addDays } from './dates.ts';
import { holidays, isWorkingDay } from './holidays.ts';
import type { Due } from './obligation.ts';
import { type Counting, type Rule, type RuleId, ruleIds, rules, type Unit } from './rules.ts';

const on = (day: string): Due => ({ on: day });
const at = (instant: string): Due => ({ at: instant });
const all = Object.entries(rules) as [RuleId, Rule][];

describe('the ten legal holidays', () => {
  test('are those that another calendar knows, from 1990 to 2099', () => {
    const oracle = new Holidays('BE');
    for (let year = 1990; year <= 2099; year += 1) {
      // Easter and Whit Sunday are Sundays anyway; the law of 1974 counts their Mondays.
      const known = oracle.getHolidays(year).filter((day) => day.type === 'public' && !/^easter(?: 49)?$/.test(day.rule));
      expect([...holidays(year)].toSorted(), String(year)).toEqual([...new Set(known.map((day) => day.date.slice(0, 10)))].toSorted());
    }
  });
  test.each([
    ['2026-11-11', false, 'Armistice, a Wednesday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', true, 'a Monday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-14', false, 'Ascension'],
    ['2026-05-15', true, 'the Friday after it'],
    ['2008-05-01', false, 'Labour Day and Ascension on one day'],
  ])('%s works: %s (%s)', (day, works) => expect(isWorkingDay(day)).toBe(works));
});

describe('a period of a rule ends', () => {
  // The source of each rule stands in rules.ts and is said in words on the page; here, what follows from it.
  test.each<[RuleId, Due, Due, string]>([
    ['breachToAuthority', at('2026-11-22T17:30:00Z'), at('2026-11-25T17:30:00Z'), 'GDPR 33(1): 72 hours, a weekend or not'],
    ['breachToAuthority', at('2026-03-28T22:00:00Z'), at('2026-03-31T22:00:00Z'), 'across the night when clocks go forward: 72 elapsed hours'],
    ['breachToAuthority', at('2026-10-24T22:00:00Z'), at('2026-10-27T22:00:00Z'), 'across the night when they go back'],
    ['breachToAuthority', at('2026-12-30T12:00:00Z'), at('2027-01-02T12:00:00Z'), 'across the end of a year'],
    ['accountsDisabled', on('2026-11-20'), at('2026-11-21T23:00:00Z'), 'MES 2.8: 24 hours after the end of the last day'],
    ['accountsDisabled', on('2026-03-28'), at('2026-03-29T23:00:00Z'), 'the day after has 23 hours: one hour into the next'],
    ['accountsDisabled', on('2026-10-24'), at('2026-10-25T22:00:00Z'), 'the day after has 25'],
    ['dataSubjectAnswer', on('2026-10-16'), on('2026-11-16'), 'GDPR 12(3): the same day of the next month'],
    ['dataSubjectAnswer', on('2026-10-11'), on('2026-11-12'), 'Reg. 1182/71 3(4): 11 November is a holiday'],
    ['dataSubjectAnswer', on('2026-10-14'), on('2026-11-16'), 'a Saturday ends on Monday'],
    ['dataSubjectAnswer', on('2026-01-31'), on('2026-03-02'), '3(2)c: the last day of February, a Saturday, hence Monday'],
    ['dataSubjectAnswer', on('2024-01-31'), on('2024-02-29'), 'of a leap year, a Thursday'],
    ['dataSubjectAnswer', at('2026-10-15T22:30:00Z'), on('2026-11-16'), 'half past midnight in Belgium is the next day'],
    ['dataSubjectAnswerExtended', on('2026-09-25'), on('2026-12-28'), 'Christmas, a Friday, and the weekend'],
    ['nis2FinalReport', on('2026-12-01'), on('2027-01-04'), 'New Year’s Day, a Friday, and the weekend'],
    ['adviceDecision', on('2026-08-22'), on('2026-11-22'), 'AR 12/8/1993: three months at most, though it is a Sunday'],
    ['adviceDecision', on('2026-11-30'), on('2027-02-28'), 'a month without that day'],
    ['policyVerified', on('2024-02-29'), on('2025-02-28'), 'POL 7: within the year'],
    ['policyVerified', on('2025-07-21'), on('2026-07-21'), 'a model rule is not lengthened by a holiday'],
    ['formalAudit', on('2024-02-29'), on('2028-02-29'), 'POL 7: four years'],
    ['inventoryReviewed', on('2026-08-31'), on('2027-02-28'), 'POL 1.3 i: six months'],
    ['traineeAccountsEnded', on('2026-11-20'), on('2026-11-20'), 'MES 2.8: the same day'],
    ['accessLogsKept', on('2026-05-22'), on('2026-11-22'), 'MES 2.8: nothing lengthens an “at most” of retention'],
    ['archiveKept', on('2027-01-01'), on('2037-01-01'), 'MES 2.9: ten years from 1 January'],
  ])('%s of %j: %j (%s)', (id, start, end) => {
    const due = endOf(rules[id], start);
    expect('at' in due ? { at: new Date(due.at).getTime() } : due).toEqual('at' in end ? { at: new Date(end.at).getTime() } : end);
  });

  const date = fc.date({ min: new Date('1995-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
  const rule = fc.record({
    length: fc.record({ amount: fc.integer({ min: 0, max: 40 }), unit: fc.constantFrom<Unit>('day', 'month', 'year') }),
    counting: fc.constantFrom<Counting>('calendar', 'eu1182'),
  });
  test('never before it began, later for what began later, and on a working day where the Union counts', () => {
    fc.assert(
      fc.property(rule, date, date, (counted, a, b) => {
        const [first, second] = [dueDay(endOf(counted, on(a))), dueDay(endOf(counted, on(b)))];
        expect(first >= a).toBe(true);
        if (a <= b) expect(first <= second).toBe(true);
        if (counted.counting === 'eu1182') expect(isWorkingDay(first)).toBe(true);
      }),
    );
  });
  test('a stricter setting is never later to act, and never shorter to keep', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all.map(([, one]) => one)), fc.nat(400), fc.nat(400), date, (counted, a, b, start) => {
        const [x, y] = [a, b].map((amount) => lateFrom(endOf({ ...counted, length: { ...counted.length, amount } }, on(start)))) as [number, number];
        if (isStricter(counted.bound, a, b)) expect(counted.bound === 'keepAtLeast' ? x >= y : x <= y).toBe(true);
      }),
    );
  });
  test('hours have elapsed, whatever the clocks do', () => {
    const instant = fc.date({ min: new Date('1995-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 2000 }), (start, hours) => {
        const end = endOf({ length: { amount: hours, unit: 'hour' }, counting: 'elapsed' }, at(start.toISOString()));
        expect(lateFrom(end) - start.getTime()).toBe(hours * 3_600_000);
      }),
    );
  });
});

describe('days in Belgium', () => {
  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-22', 24],
  ])('%s has %i hours', (day, hours) => expect((endOfDay(day) - endOfDay(addDays(day, -1))) / 3_600_000).toBe(hours));
  test('what is due at midnight is due the day before, and late only after it', () => {
    const due = at('2026-11-21T23:00:00Z');
    expect(dayOf('2026-11-21T23:00:00Z')).toBe('2026-11-22');
    expect(dueDay(due)).toBe('2026-11-21');
    expect(isPast(due, { today: '2026-11-22', now: new Date('2026-11-21T23:00:00Z') })).toBe(false);
    expect(isPast(due, { today: '2026-11-22', now: new Date('2026-11-21T23:00:01Z') })).toBe(true);
    expect(isPast(on('2026-11-22'), { today: '2026-11-22', now: new Date('2026-11-22T22:59:59Z') })).toBe(false);
    expect(isPast(on('2026-11-22'), { today: '2026-11-23', now: new Date('2026-11-22T23:00:00Z') })).toBe(true);
  });
});

describe('the table of rules', () => {
  test('law is never loosened, and needs its source; what is ours says so', () => {
    for (const [id, rule] of all) {
      if (rule.kind === 'law' && rule.adjust === 'both') expect(rule.certainty, `${id} is law whose delay is our proposal`).toBe('unsure');
      expect(rule.source === 'beffroi', id).toBe(rule.kind === 'setting');
      expect(rule.counting === 'elapsed', id).toBe(rule.length.unit === 'hour');
      if (rule.counting === 'eu1182') expect(rule.certainty, id).toBe('unsure');
      if (rule.bound !== 'within') expect(rule.counting, id).toBe('calendar');
    }
    expect(ruleIds.length).toBeGreaterThan(40);
  });
  test.each<[RuleId, { amount: number; reason?: string }, string | undefined]>([
    ['adviceDecision', { amount: 2 }, undefined],
    ['adviceDecision', { amount: 3 }, undefined],
    ['adviceDecision', { amount: 4, reason: 'Le conseil le veut' }, 'lawCannotBeLoosened'],
    ['policyVerified', { amount: 2 }, 'reasonRequired'],
    ['policyVerified', { amount: 2, reason: 'Le conseil le veut' }, undefined],
    ['dpoAppointed', { amount: 0 }, 'fixed'],
    ['archiveKept', { amount: 9 }, 'reasonRequired'],
    ['archiveKept', { amount: 11 }, undefined],
    ['consultationLogsKept', { amount: 9, reason: 'Le disque est plein' }, 'lawCannotBeLoosened'],
    ['accessLogsKept', { amount: 7 }, 'reasonRequired'],
  ])('%s set to %j: %s', (id, setting, fault) => expect(settingFault(rules[id], setting)).toBe(fault));
  test('a rule counts for what began while it was in force', () => {
    expect(inForce(rules.breachToAuthority, '2018-05-24')).toBe(false);
    expect(inForce(rules.breachToAuthority, '2018-05-25')).toBe(true);
    expect(inForce({ ...rules.policyVerified, until: '2026-01-01' }, '2025-12-31')).toBe(true);
    expect(inForce({ ...rules.policyVerified, until: '2026-01-01' }, '2026-01-01')).toBe(false);
    expect(inForce(rules.policyVerified, '1990-01-01')).toBe(true);
  });
});
