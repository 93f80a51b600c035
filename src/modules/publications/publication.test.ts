import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDueOn, PublicationInput, stateOf } from './publication.ts';

const base = { documentVersionId: '01990000-0000-7000-8000-000000000001', audience: { everybody: true }, startsOn: '2026-11-24' };
const codes = (input: object): string[] => PublicationInput.safeParse({ ...base, ...input }).error?.issues.map(({ path, message }) => `${path.join('.')}:${message}`) ?? [];

test.each<[string, object, string[]]>([
  ['everybody', {}, []],
  ['nobody', { audience: {} }, ['audience.everybody:chooseOne']],
  ['one kind of people', { audience: { personKinds: ['trainee'] } }, []],
  ['due before it begins', { dueOn: '2026-11-23' }, ['dueOn:dueBeforeStart']],
  ['due the day it begins', { dueOn: '2026-11-24' }, []],
  ['a date to confirm what is not confirmed', { confirm: false, dueOn: '2026-12-24' }, ['dueOn:dueWithoutConfirming']],
])('%s', (_what, input, expected) => expect(codes(input)).toEqual(expected));

test.each([
  ['2026-11-23', 3, 'coming'],
  ['2026-11-24', 3, 'open'],
  ['2026-12-24', 3, 'open'],
  ['2026-12-25', 3, 'late'],
  ['2026-12-25', 0, 'complete'],
] as const)('on %s, with %i who wait, it is %s', (day, waiting, state) => expect(stateOf({ startsOn: '2026-11-24', dueOn: '2026-12-24', confirm: true, waiting }, day)).toBe(state));

test('a later version gives as many days to confirm', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.nat(400), (first, second, days) => {
      const dueOn = new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
      const next = nextDueOn({ startsOn: first, dueOn }, second)!;
      expect(Math.round((Date.parse(next) - Date.parse(second)) / 86_400_000)).toBe(days);
    }),
  );
  expect(nextDueOn({ startsOn: '2026-01-01', dueOn: null }, '2027-01-01')).toBeNull();
});
