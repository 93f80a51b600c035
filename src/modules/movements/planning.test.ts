import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { endOf } from '../../kernel/counting.ts';
import type { Due } from '../../kernel/obligation.ts';
import { type RuleId, rules } from '../../kernel/rules.ts';
import { hoursAfter } from './papers.ts';
import { type HeldRight, sortRights } from './planning.ts';
import type { Level } from './step.ts';
import { dueOfTerm } from './template.ts';

const due = (rule: RuleId, start: Due): Due => endOf(rules[rule], start);

describe('the term of a step', () => {
  // MES 2.8: 24 hours elapse, whatever the clocks show; the day after the last one has 23 hours in March and 25 in October.
  test.each([
    ['2026-11-20', 'permanent', { at: '2026-11-21T23:00:00.000Z' }],
    ['2026-03-28', 'permanent', { at: '2026-03-29T23:00:00.000Z' }],
    ['2026-10-24', 'permanent', { at: '2026-10-25T22:00:00.000Z' }],
    ['2026-10-24', 'traineeship', { on: '2026-10-24' }],
    ['2026-10-24', 'studentJob', { on: '2026-10-24' }],
  ])('of an account of somebody whose last day is %s (%s) is %o', (day, kind, expected) => {
    expect(dueOfTerm({ rule: 'accountsDisabled' }, day, kind, due)).toEqual(expected);
  });

  test('of days and months follows the calendar', () => {
    expect(dueOfTerm({ amount: 14, unit: 'day' }, '2026-12-20', undefined, due)).toEqual({ on: '2027-01-03' });
    expect(dueOfTerm({ rule: 'mailboxClosed' }, '2026-01-31', undefined, due)).toEqual({ on: '2026-02-28' });
  });
});

test('the hours after the last day are elapsed ones, across the change of the clocks', () => {
  const closed = (at: string) => hoursAfter('2026-10-24', [{ kind: 'disableAccount', state: 'done', doneAt: new Date(at) }]);
  expect(closed('2026-10-25T22:00:00Z')).toBe(24);
  expect(closed('2026-10-24T21:59:00Z')).toBeLessThanOrEqual(0);
  expect(hoursAfter('2026-10-24', [])).toBeUndefined();
});

describe('which rights go', () => {
  const levels: readonly Level[] = ['hold', 'read', 'write', 'validate', 'administer'];
  const right = fc.record({ resourceId: fc.constantFrom('a', 'b', 'c'), level: fc.constantFrom(...levels) });
  const heldRight = fc.tuple(right, fc.uuid()).map(([one, grantId]): HeldRight => ({ ...one, grantId, resourceName: one.resourceId, resourceKind: 'application' }));
  const facts = fc.record({
    kind: fc.constantFrom('arrival' as const, 'change' as const, 'suspension' as const, 'departure' as const),
    held: fc.array(heldRight, { maxLength: 6 }),
    before: fc.array(right, { maxLength: 4 }),
    after: fc.array(right, { maxLength: 4 }),
    otherContract: fc.boolean(),
  });

  it('each right held goes, stays, or is asked about, and nothing is lost', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { going, kept, doubts } = sortRights(one);
        expect([...going, ...kept, ...doubts].map(({ grantId }) => grantId).toSorted()).toEqual(one.held.map(({ grantId }) => grantId).toSorted());
        if (one.kind === 'suspension' || (one.kind === 'departure' && !one.otherContract)) expect(going).toHaveLength(one.held.length);
        // What the function that goes on justifies is never taken.
        if (one.kind === 'change' || (one.kind === 'departure' && one.otherContract)) {
          for (const gone of going) expect(one.after.some(({ resourceId, level }) => resourceId === gone.resourceId && levels.indexOf(level) >= levels.indexOf(gone.level))).toBe(false);
        }
      }),
    );
  });
});
