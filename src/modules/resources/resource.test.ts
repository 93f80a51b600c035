import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { authorisedOn, authorisedUntil, inOrder, ResourceInput } from './resource.ts';

const next = (date: string) => addDays(date, 1);

test.each([
  ['none', [], undefined],
  ['one without an end', [{ from: '2020-01-01' }], null],
  ['one to come', [{ from: '2027-01-01' }], undefined],
  ['one that ends today', [{ from: '2020-01-01', until: '2026-11-22' }], '2026-11-22'],
  ['one that ended yesterday', [{ from: '2020-01-01', until: '2026-11-21' }], undefined],
  [
    'two that follow without a day between',
    [
      { from: '2020-01-01', until: '2026-12-31' },
      { from: '2027-01-01', until: '2029-12-31' },
    ],
    '2029-12-31',
  ],
  [
    'two with a day between',
    [
      { from: '2020-01-01', until: '2026-12-31' },
      { from: '2027-01-02', until: '2029-12-31' },
    ],
    '2026-12-31',
  ],
])('a flow is authorised until: %s', (_title, authorisations, expected) => {
  expect(authorisedUntil(authorisations, '2026-11-22', next)).toBe(expected);
});

test('the day that is said is authorised with all days before it, and the day after is not', () => {
  const day = fc.integer({ min: -20, max: 40 }).map((days) => addDays('2026-11-22', days));
  const period = fc.tuple(day, fc.option(fc.nat(15), { nil: undefined })).map(([from, lasts]) => ({ from, until: lasts === undefined ? undefined : addDays(from, lasts) }));
  fc.assert(
    fc.property(fc.array(period, { maxLength: 6 }), (periods) => {
      const until = authorisedUntil(periods, '2026-11-22', next);
      if (until === undefined) expect(authorisedOn(periods, '2026-11-22')).toBe(false);
      else if (until === null) expect(authorisedOn(periods, '2036-11-22')).toBe(true);
      else {
        for (let each = '2026-11-22'; each <= until; each = next(each)) expect(authorisedOn(periods, each)).toBe(true);
        expect(authorisedOn(periods, next(until))).toBe(false);
      }
    }),
  );
});

test('levels stand in their order; a flow or a portal alone carries authorisations', () => {
  expect(inOrder(['administer', 'read', 'hold'])).toEqual(['hold', 'read', 'administer']);
  const authorisations = [{ deliberation: '11/001', purpose: 'Enquête sociale', from: '2026-01-01' }];
  const codes = (values: object) => ResourceInput.safeParse({ name: 'X', kind: 'application', levels: ['read'], ...values }).error?.issues.map(({ message }) => message);
  expect(codes({ authorisations })).toEqual(['authorisationsOfFlowsOnly']);
  expect(codes({ authorisations, kind: 'bcssFlow' })).toBeUndefined();
  expect(codes({ levels: [] })).toEqual(['required']);
  expect(codes({ levels: ['read', 'read'] })).toEqual(['levelTwice']);
});
