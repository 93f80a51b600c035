import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedAt, defaultWindow, ExceptionInput, ruleAt, wallClock, type WindowRule } from './window.ts';

const rule: WindowRule = { weekdays: [1, 2, 3, 4, 5], fromTime: '07:00', untilTime: '20:00', countries: ['BE', 'FR'] };
const said = (given: WindowRule, at: string, country?: string) => {
  const answer = allowedAt(given, new Date(at), country);
  return answer.allowed ? 'allowed' : answer.because;
};

describe('the window of access (TEL 3 e), in Belgian civil time', () => {
  test.each([
    // Winter: UTC + 1.
    ['on a Tuesday morning', '2026-11-24T08:00:00Z', 'BE', 'allowed'],
    ['at the first minute', '2026-11-24T06:00:00Z', 'BE', 'allowed'],
    ['a minute earlier', '2026-11-24T05:59:59Z', 'BE', 'hour'],
    ['in the last minute', '2026-11-24T18:59:59Z', 'BE', 'allowed'],
    ['when it ends', '2026-11-24T19:00:00Z', 'BE', 'hour'],
    ['on a Sunday', '2026-11-22T10:00:00Z', 'BE', 'day'],
    ['from a country that is allowed', '2026-11-24T08:00:00Z', 'FR', 'allowed'],
    ['from one that is not', '2026-11-24T08:00:00Z', 'RU', 'country'],
    ['from nobody knows where', '2026-11-24T08:00:00Z', undefined, 'country'],
    // Summer: UTC + 2.
    ['at the first minute in summer', '2026-07-14T05:00:00Z', 'BE', 'allowed'],
    ['when it ends in summer', '2026-07-14T18:00:00Z', 'BE', 'hour'],
    // Midnight in Belgium is another day than in UTC.
    ['late on Sunday in UTC, early on Monday here', '2026-11-22T23:30:00Z', 'BE', 'hour'],
  ])('%s', (_name, at, country, expected) => expect(said(rule, at, country)).toBe(expected));

  const night: WindowRule = { weekdays: [5, 6, 7], fromTime: '22:00', untilTime: '04:00', countries: ['BE'] };
  test.each([
    // 24 to 25 October 2026, a Sunday: from 3:00 back to 2:00, so 2:30 comes twice; both are within.
    ['2:30 the first time', '2026-10-25T00:30:00Z', 'allowed'],
    ['2:30 the second time', '2026-10-25T01:30:00Z', 'allowed'],
    ['3:30 after the change', '2026-10-25T02:30:00Z', 'allowed'],
    ['4:00 after the change', '2026-10-25T03:00:00Z', 'hour'],
    // 28 to 29 March 2026: from 2:00 on to 3:00, so 2:30 does not come.
    ['1:59 before the change', '2026-03-29T00:59:00Z', 'allowed'],
    ['3:00, a minute later', '2026-03-29T01:00:00Z', 'allowed'],
    ['4:00 in summer time', '2026-03-29T02:00:00Z', 'hour'],
    // It belongs to the day on which it began.
    ['Monday at 1:00, of Sunday night', '2026-11-23T00:00:00Z', 'allowed'],
    ['Friday at 1:00, of Thursday night', '2026-11-27T00:00:00Z', 'day'],
    ['Friday at 23:00', '2026-11-27T22:00:00Z', 'allowed'],
    ['Tuesday at 1:00', '2026-11-24T00:00:00Z', 'day'],
  ])('past midnight: %s', (_name, at, expected) => expect(said(night, at, 'BE')).toBe(expected));

  test('24:00 is the end of the day', () => {
    const whole = { ...rule, fromTime: '00:00', untilTime: '24:00' };
    expect(said(whole, '2026-11-24T22:59:59Z', 'BE')).toBe('allowed');
    expect(said(whole, '2026-11-23T23:00:00Z', 'BE')).toBe('allowed');
    expect(said(whole, '2026-11-21T12:00:00Z', 'BE')).toBe('day');
  });

  test('what is allowed lies on a day of the rule, within its hours, on the wall clock', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }), (at) => {
        const { weekday, time } = wallClock(at);
        expect(allowedAt(rule, at, 'BE').allowed).toBe(rule.weekdays.includes(weekday) && time >= '07:00' && time < '20:00');
      }),
    ));

  const abroad = { ...rule, countries: ['PT'], start: '2026-12-01', end: '2026-12-11' };
  test.each([
    ['the day before', '2026-11-30T10:00:00Z', 'country'],
    ['on its first day, which begins at midnight here', '2026-11-30T23:00:00Z', 'hour'],
    ['within', '2026-12-04T10:00:00Z', 'allowed'],
    ['on its last day', '2026-12-11T18:30:00Z', 'allowed'],
    ['the day after', '2026-12-14T10:00:00Z', 'country'],
  ])('an exception counts %s', (_name, at, expected) => expect(said(ruleAt(rule, [abroad], new Date(at)), at, 'PT')).toBe(expected));
  test('of two, the one that began later counts', () => {
    const later = { ...abroad, start: '2026-12-03', countries: ['ES'] };
    expect(ruleAt(rule, [later, abroad], new Date('2026-12-04T10:00:00Z')).countries).toEqual(['ES']);
    expect(ruleAt(rule, [later, abroad], new Date('2026-12-02T10:00:00Z')).countries).toEqual(['PT']);
  });
});

test.each([
  [{ end: '2026-11-30' }, 'endBeforeStart'],
  [{ fromTime: '7:00' }, 'invalidTime'],
  [{ untilTime: '24:01' }, 'invalidTime'],
  [{ countries: ['Belgique'] }, 'invalidCountry'],
  [{}, undefined],
])('an exception with %j', (change, code) => {
  const one = { personId: '01990000-0000-7000-8000-000000000001', start: '2026-12-01', end: '2026-12-11', ...defaultWindow, reason: 'Mission' };
  expect(ExceptionInput.safeParse({ ...one, ...change }).error?.issues[0]?.message).toBe(code);
});
