import { describe, expect, test } from 'vitest';
import { checkResult, objectiveFor, RestoreTestInput, verdictOf } from './restore.ts';

const objective = (decidedOn: string, restartHours: number, planId?: string) => ({ decidedOn, restartHours, lossHours: 24, planId });

describe('what was decided', () => {
  const all = [objective('2024-01-10', 48), objective('2026-03-17', 24), objective('2025-06-01', 4, 'p')];
  test.each([
    ['the newest by that day', undefined, '2026-03-17', 24],
    ['not one that came after', undefined, '2026-03-16', 48],
    ['the backup’s own before the centre’s', 'p', '2026-11-22', 4],
    ['the centre’s before its own was decided', 'p', '2025-05-31', 48],
    ['none before any', undefined, '2023-12-31', undefined],
  ])('%s', (_what, plan, day, hours) => expect(objectiveFor(all, plan, day)?.restartHours).toBe(hours));
});

describe('what was measured against it', () => {
  const decided = { restartHours: 24, lossHours: 24 };
  test.each([
    ['nothing that can be read', { readable: false, extent: 'system' }, decided, 'unreadable'],
    ['to the minute', { readable: true, extent: 'system', minutes: 1440, lostMinutes: 1440 }, decided, 'met'],
    ['a minute too long', { readable: true, extent: 'system', minutes: 1441 }, decided, 'tooSlow'],
    ['data of the day before yesterday', { readable: true, extent: 'database', minutes: 30, lostMinutes: 2000 }, decided, 'tooOld'],
    ['a file alone', { readable: true, extent: 'file', minutes: 20 }, decided, 'partial'],
    ['nothing was decided', { readable: true, extent: 'system', minutes: 20 }, undefined, 'unmeasured'],
  ])('%s', (_what, tested, against, verdict) => expect(verdictOf(tested, against)).toBe(verdict));

  // MES 2.8: a check says what was found; POL 1.6: how soon the work goes on is decided, so that beyond it the check was not good.
  const words = { tooSlow: '{{took}} > {{limit}}', tooOld: '{{took}} old > {{limit}}' };
  test.each([
    ['in time', { readable: true, extent: 'system', minutes: 1440 }, decided, { outcome: 'good' }],
    ['a file alone', { readable: true, extent: 'file', minutes: 20 }, decided, { outcome: 'good' }],
    ['without a decision', { readable: true, extent: 'system', minutes: 9999 }, undefined, { outcome: 'good' }],
    ['too slow', { readable: true, extent: 'system', minutes: 1730, note: 'Trop peu de mémoire.' }, decided, { outcome: 'notGood', followUp: '28 h 50 > 24 h Trop peu de mémoire.' }],
    ['too old', { readable: true, extent: 'database', minutes: 30, lostMinutes: 1441 }, decided, { outcome: 'notGood', followUp: '24 h 01 old > 24 h' }],
    ['unreadable', { readable: false, extent: 'paper', note: 'Cassette illisible' }, undefined, { outcome: 'notGood', followUp: 'Cassette illisible' }],
  ])('closes the check: %s', (_what, tested, against, result) => expect(checkResult(tested, against, words)).toEqual(result));

  test('what came back has its time; what did not says why', () => {
    const code = (value: object) => RestoreTestInput.safeParse({ planId: '01990000-0000-7000-8000-000000000001', testedOn: '2026-11-20', what: 'x', extent: 'file', ...value }).error?.issues[0];
    expect(code({ readable: true })).toMatchObject({ path: ['minutes'], message: 'required' });
    expect(code({ readable: false })).toMatchObject({ path: ['note'], message: 'sayWhy' });
    expect(code({ readable: true, minutes: 5 })).toBeUndefined();
  });
});
