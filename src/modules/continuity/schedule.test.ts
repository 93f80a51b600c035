import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { BackupPlanInput, BackupPlanRunInput, faultsOf } from './backup.ts';
import { gapDuties } from './duties.ts';
import { instantOf, isOver, runsOn, type Schedule, shownRuns, slotAt, slotsBetween, stateOf, unhealed } from './schedule.ts';

const nightly: Schedule = { weekdays: [1, 2, 3, 4, 5], times: ['22:00'], onHolidays: true, scheduledSince: '2026-01-01' };
const at = (instant: string) => new Date(instant);

describe('when a backup runs', () => {
  test.each([
    ['a Sunday is not planned', nightly, '2026-11-22', false],
    ['a Friday is', nightly, '2026-11-20', true],
    ['a holiday is, unless the plan says no', nightly, '2026-11-11', true],
    ['and is not where the plan says so', { ...nightly, onHolidays: false }, '2026-11-11', false],
    ['nothing before the plan', nightly, '2025-12-31', false],
    ['nothing after its end', { ...nightly, endedOn: '2026-06-30' }, '2026-07-01', false],
  ])('%s', (_what, schedule, on, expected) => expect(runsOn(schedule, on)).toBe(expected));

  test.each([
    // 29 March 2026: at two the clocks say three; 25 October: three becomes two once more.
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2026-01-05', '22:00', '2026-01-05T21:00:00Z'],
    ['2026-07-06', '22:00', '2026-07-06T20:00:00Z'],
  ])('%s at %s in Belgium', (on, time, instant) => expect(new Date(instantOf({ on, time })).toISOString().replace('.000', '')).toBe(instant));
});

describe('what is missing', () => {
  test.each([
    ['nothing, the evening itself', '2026-11-20T22:30:00Z', 0],
    ['nothing yet at half past five the next morning', '2026-11-21T04:30:00Z', 0],
    ['the run of Friday from Saturday at six', '2026-11-21T05:00:00Z', 1],
    ['no more on Sunday', '2026-11-22T20:00:00Z', 1],
    ['the run of Monday on Tuesday', '2026-11-24T05:00:00Z', 2],
  ])('%s', (_what, now, count) => expect(unhealed(nightly, { on: '2026-11-19', time: '22:00' }, [], at(now))).toHaveLength(count));

  test('a morning is Belgian, in winter and in summer', () => {
    expect(isOver({ on: '2026-07-06', time: '22:00' }, at('2026-07-07T03:59:00Z'))).toBe(false);
    expect(isOver({ on: '2026-07-06', time: '22:00' }, at('2026-07-07T04:00:00Z'))).toBe(true);
    expect(isOver({ on: '2026-10-24', time: '22:00' }, at('2026-10-25T04:59:00Z'))).toBe(false);
    expect(isOver({ on: '2026-10-24', time: '22:00' }, at('2026-10-25T05:00:00Z'))).toBe(true);
  });

  test('a failure counts at once, and a good run heals what was before it', () => {
    const failed = { on: '2026-11-20', time: '22:00' };
    const now = at('2026-11-20T22:00:00Z');
    expect(unhealed(nightly, { on: '2026-11-18', time: '22:00' }, [failed], now)).toEqual([{ on: '2026-11-19', time: '22:00' }, failed]);
    expect(unhealed(nightly, failed, [], now)).toEqual([]);
    expect(stateOf({ ...nightly, lastGood: { on: '2026-11-19', time: '22:00' }, last: { ...failed, result: 'failed' } }, now)).toBe('failed');
    expect(stateOf({ ...nightly, lastGood: { on: '2026-11-18', time: '22:00' }, last: { on: '2026-11-18', time: '22:00', result: 'good' } }, now)).toBe('missed');
    expect(stateOf({ ...nightly, lastGood: failed, last: { ...failed, result: 'warning' } }, now)).toBe('warning');
    expect(stateOf({ ...nightly, scheduledSince: '2026-11-20' }, now)).toBe('fresh');
    expect(stateOf({ ...nightly, endedOn: '2026-10-31' }, now)).toBe('ended');
  });

  test.each([
    ['that ends after midnight', '2026-11-21T02:00:00Z', '2026-11-20'],
    ['of a Sunday, by hand', '2026-11-22T10:00:00Z', '2026-11-20'],
    ['a little early', '2026-11-20T20:55:00Z', '2026-11-20'],
    ['of the afternoon', '2026-11-20T14:00:00Z', '2026-11-19'],
  ])('a report %s is of the last run that had begun', (_what, now, on) => expect(slotAt(nightly, at(now))).toEqual({ on, time: '22:00' }));

  test('nothing is planned twice or out of order, and what is shown holds each run once', () => {
    const schedule = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.toSorted((a, b) => a - b)),
      times: fc.uniqueArray(fc.constantFrom('02:30', '06:00', '12:00', '22:00', '23:30'), { minLength: 1 }).map((times) => times.toSorted()),
      onHolidays: fc.boolean(),
      scheduledSince: fc.constant('2026-01-01'),
    });
    fc.assert(
      fc.property(schedule, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), (one, start, length) => {
        const from = addDays('2026-01-01', start);
        const slots = slotsBetween(one, from, addDays(from, length)).map(({ on, time }) => `${on} ${time}`);
        expect(slots).toEqual([...new Set(slots)].toSorted());
        const runs = slots.filter((_, index) => index % 2 === 0).map((slot, index) => ({ id: String(index), plannedOn: slot.slice(0, 10), plannedTime: slot.slice(11), result: 'good' as const }));
        const shown = shownRuns(one, runs, from, addDays(from, length), at('2027-06-01T00:00:00Z'));
        expect(shown.map(({ on, time }) => `${on} ${time}`)).toEqual(slots);
        expect(shown.filter(({ result }) => result === 'missed')).toHaveLength(slots.length - runs.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a plan must have', () => {
  test.each([
    [{ kind: 'server' }, ['noOffSite', 'encryptionUnknown', 'nobodyAnswers']],
    [{ kind: 'server', offSite: 'x', encrypted: false, personId: 'p' }, ['notEncrypted']],
    [{ kind: 'paper', offSite: 'x', personId: 'p' }, []],
  ])('%j', (plan, faults) => expect(faultsOf(plan)).toEqual(faults));

  test('days and times stand in order, and what did not succeed says why', () => {
    const plan = { name: 'Serveur', kind: 'server', what: 'Tout', method: 'full', weekdays: [1], times: ['22:00'], place: 'NAS' };
    const code = (value: unknown) => BackupPlanInput.safeParse(value).error?.issues[0]?.message;
    expect(code({ ...plan, weekdays: [2, 1] })).toBe('notInOrder');
    expect(code({ ...plan, times: ['25:00'] })).toBe('invalidTime');
    expect(code({ ...plan, weekdays: [] })).toBe('chooseOne');
    expect(BackupPlanRunInput.safeParse({ planId: '01990000-0000-7000-8000-000000000001', plannedOn: '2026-11-20', plannedTime: '22:00', result: 'failed' }).error?.issues[0]?.message).toBe('sayWhy');
  });
});

describe('what no backup names', () => {
  const idOf = (day: string) => `${Date.parse(`${day}T12:00:00Z`).toString(16).padStart(12, '0')}70008000000000000000`;
  const asking = {
    today: '2026-11-22',
    now: at('2026-11-22T09:00:00Z'),
    since: () => '2020-01-01',
    due: (_rule: string, _centre: string | undefined, start: { on: string } | { at: string }) => start,
  };
  test.each([
    ['counts from its entry', '2026-11-01', null, '2026-01-10', '2026-11-01'],
    ['counts from the day on which its backup was over', '2025-01-01', '2026-10-31', '2024-01-10', '2026-10-31'],
    ['never counts from before the first backup was entered', '2024-01-01', null, '2026-11-15', '2026-11-15'],
    ['counts from today at the latest', '2030-01-01', null, '2026-01-10', '2026-11-22'],
  ])('%s', (_what, entered, endedOn, first, expected) => {
    const [duty] = gapDuties([{ organizationId: 'c', id: idOf(entered), name: 'SRV', endedOn, firstId: idOf(first) }], asking);
    expect(duty!.start).toEqual({ on: expected });
  });
});
