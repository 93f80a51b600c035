import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupName, freeName, isDue, isVerificationDay, outdated, parseBackupName, type RunSummary, stampOf } from './backup.ts';

const of = (day: string, time = '0230'): string => `beffroi-${day}T${time}.tar.zst`;
const before = (day: string): string => `before-0005_backups-${day}T0900.tar.zst.age`;
const now = new Date('2026-11-22T12:00:00Z');
const dayBefore = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const names = fc.array(
  fc
    .record({
      days: fc.integer({ min: 0, max: 800 }),
      hour: fc.integer({ min: 0, max: 11 }),
      migration: fc.constantFrom(undefined, undefined, undefined, '0005_backups', '0006_more'),
      encrypted: fc.boolean(),
    })
    .map(({ days, hour, migration, encrypted }) => backupName({ at: `${dayBefore(days)}T${String(hour).padStart(2, '0')}30`, encrypted, ...(migration ? { migration } : {}) })),
  { maxLength: 120 },
);
const foreign = fc.constantFrom(
  'notes.txt',
  'beffroi-2026-11-22T0230.tar.zst.part',
  'beffroi-2026-13-01T0230.tar.zst',
  'copy of beffroi-2020-01-01T0230.tar.zst',
  'beffroi-2020-01-01T0230.tar.zst.sha256',
  'postgres',
);

describe('names', () => {
  test.each([
    ['beffroi-2026-11-22T0230.tar.zst', { at: '2026-11-22T0230', encrypted: false }],
    ['beffroi-2026-11-22T0230.tar.zst.age', { at: '2026-11-22T0230', encrypted: true }],
    ['before-0005_backups-2026-11-22T0900.tar.zst.age', { at: '2026-11-22T0900', encrypted: true, migration: '0005_backups' }],
  ])('%s is read as it was made', (name, meaning) => {
    expect(parseBackupName(name)).toEqual({ name, ...meaning });
    expect(backupName(meaning)).toBe(name);
  });

  test('what is none of ours is not read', () => {
    fc.assert(fc.property(foreign, (name) => parseBackupName(name) === undefined));
  });

  test('a stamp is the minute in Belgium, in winter and in summer', () => {
    expect(stampOf(new Date('2026-11-22T23:30:59Z'))).toBe('2026-11-23T0030');
    expect(stampOf(new Date('2026-07-01T22:05:00Z'))).toBe('2026-07-02T0005');
  });

  test('two of one minute, and of the hour that comes twice, have different names', () => {
    const first = freeName(new Date('2026-10-25T00:30:00Z'), false, []);
    const second = freeName(new Date('2026-10-25T01:30:00Z'), false, [first]);
    expect([first, second]).toEqual([of('2026-10-25'), of('2026-10-25', '0231')]);
    expect(freeName(new Date('2026-10-25T01:30:00Z'), true, [first, second])).toBe(`${of('2026-10-25', '0232')}.age`);
  });
});

describe('the rotation', () => {
  test.each([
    ['nothing', [], []],
    ['the only one stays, however old', [of('2019-01-01')], []],
    ['the only one stays, though made before a migration long ago', [before('2019-01-01')], []],
    ['the newest of a day stays', [of('2026-11-19', '0230'), of('2026-11-19', '1400'), of('2026-11-22')], [of('2026-11-19', '0230')]],
    ['all of the last 48 hours stay', [of('2026-11-20', '1259'), of('2026-11-20', '1300'), of('2026-11-20', '2000'), of('2026-11-22'), of('2026-11-22', '0800')], [of('2026-11-20', '1259')]],
    ['the eighth day goes where its week and month have a newer one', [...Array(8).keys()].map((days) => of(`2026-11-${22 - days}`)), []],
    // 15 November is the newest of its week; the 14th is nothing any more.
    ['the ninth day goes', [...Array(9).keys()].map((days) => of(`2026-11-${22 - days}`)), [of('2026-11-14')]],
    ['one before a migration stays 90 days', [of('2026-11-22'), before('2026-08-24'), before('2026-08-23')], [before('2026-08-23')]],
    ['what is not ours stays', [of('2026-11-18'), of('2026-11-18', '0130'), 'notes.txt', `${of('2020-01-01')}.part`], [of('2026-11-18', '0130')]],
    ['what is from after now is neither counted nor deleted', [of('2036-01-01'), of('2036-01-02'), of('2026-11-18'), of('2026-11-18', '0100')], [of('2026-11-18', '0100')]],
  ])('%s', (_case, files, gone) => {
    expect(outdated(files, now).toSorted()).toEqual(gone.toSorted());
  });

  test('a year of nights leaves 7 days, 4 weeks and 12 months', () => {
    let files: string[] = [];
    let present = now;
    for (let night = 0; night < 500; night += 1) {
      present = new Date(now.getTime() + night * 86_400_000);
      files.push(of(stampOf(present).slice(0, 10)));
      const gone = new Set(outdated(files, present));
      files = files.filter((name) => !gone.has(name));
    }
    const days = files.map((name) => name.slice(8, 18)).toSorted();
    expect(days.slice(-7)).toEqual([...Array(7).keys()].map((back) => stampOf(new Date(present.getTime() - (6 - back) * 86_400_000)).slice(0, 10)));
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(files.length).toBeGreaterThanOrEqual(7 + 2 + 10);
    expect(files.length).toBeLessThanOrEqual(7 + 4 + 12);
  });

  test('what it leaves it leaves again; the newest stays; no more stay than it says; nothing foreign goes', () => {
    fc.assert(
      fc.property(names, fc.array(foreign, { maxLength: 4 }), (ours, others) => {
        const files = [...new Set([...ours, ...others])];
        const gone = outdated(files, now);
        const kept = files.filter((name) => !gone.includes(name));
        expect(outdated(kept, now)).toEqual([]);
        expect(gone.filter((name) => (others as string[]).includes(name))).toEqual([]);
        const mine = files.flatMap((name) => parseBackupName(name) ?? []).filter(({ at }) => at <= stampOf(now));
        const newest = mine
          .map(({ at }) => at)
          .toSorted()
          .at(-1);
        expect(mine.length === 0 || kept.some((name) => parseBackupName(name)?.at === newest)).toBe(true);
        const recent = stampOf(new Date(now.getTime() - 48 * 3_600_000));
        expect(gone.filter((name) => parseBackupName(name)!.at >= recent)).toEqual([]);
        const older = kept.filter((name) => name.startsWith('beffroi-') && (parseBackupName(name)?.at ?? '9') < recent);
        expect(older.length).toBeLessThanOrEqual(7 + 4 + 12);
      }),
    );
  });
});

describe('the night', () => {
  const installed = new Date('2026-01-01T00:00:00Z');
  const run = (at: string, more: Partial<RunSummary> = {}): RunSummary => ({ kind: 'scheduled', at: new Date(at), state: 'done', fault: null, ...more });
  const due = (instant: string, runs: RunSummary[] = [], since: Date | undefined = installed, at = '02:30'): boolean => isDue(at, new Date(instant), since, runs);

  test.each([
    ['before its time, last night made', '2026-11-22T01:29:00Z', [run('2026-11-21T01:30:00Z')], false],
    ['at its time', '2026-11-22T01:30:00Z', [run('2026-11-21T01:30:00Z')], true],
    ['made already', '2026-11-22T02:30:00Z', [run('2026-11-22T01:30:00Z')], false],
    ['failed already: not again before the next night', '2026-11-22T02:30:00Z', [run('2026-11-22T01:30:00Z', { state: 'failed', fault: 'diskFull' })], false],
    ['under way', '2026-11-22T02:30:00Z', [run('2026-11-22T01:30:00Z', { state: 'running' })], false],
    ['asked for by somebody: the night’s own is made all the same', '2026-11-22T01:30:00Z', [run('2026-11-22T01:00:00Z', { kind: 'asked' })], true],
    ['missed while the server was off', '2026-11-22T09:00:00Z', [run('2026-11-21T01:30:00Z')], true],
    ['missed yesterday, and not yet time today', '2026-11-22T01:00:00Z', [run('2026-11-20T01:30:00Z')], true],
    ['interrupted: once more', '2026-11-22T08:00:00Z', [run('2026-11-22T01:30:00Z', { state: 'failed', fault: 'interrupted' })], true],
    [
      'interrupted three times: it may be what ends the server',
      '2026-11-22T08:00:00Z',
      ['01:30', '01:40', '01:50'].map((time) => run(`2026-11-22T${time}:00Z`, { state: 'failed', fault: 'interrupted' })),
      false,
    ],
  ])('%s', (_case, instant, runs, expected) => {
    expect(due(instant, runs)).toBe(expected);
  });

  test('the night without 02:30 has its backup at 03:00, the night with two has one', () => {
    expect(due('2026-03-29T00:59:00Z', [run('2026-03-28T01:30:00Z')])).toBe(false);
    expect(due('2026-03-29T01:00:00Z', [run('2026-03-28T01:30:00Z')])).toBe(true);
    expect(due('2026-10-25T00:30:00Z', [run('2026-10-24T00:30:00Z')])).toBe(true);
    expect(due('2026-10-25T01:10:00Z', [run('2026-10-25T00:30:00Z')])).toBe(false);
    expect(due('2026-10-25T01:30:00Z', [run('2026-10-25T00:30:00Z')])).toBe(false);
  });

  test('an installation of today, or without anybody, waits for the night', () => {
    expect(due('2026-11-22T09:00:00Z', [], new Date('2026-11-22T08:00:00Z'))).toBe(false);
    expect(isDue('02:30', new Date('2026-11-22T09:00:00Z'), undefined, [])).toBe(false);
    expect(due('2026-11-23T01:30:00Z', [], new Date('2026-11-22T08:00:00Z'))).toBe(true);
  });

  test('Sunday is Sunday in Belgium', () => {
    expect(isVerificationDay(new Date('2026-11-21T23:30:00Z'))).toBe(true);
    expect(isVerificationDay(new Date('2026-11-22T22:59:00Z'))).toBe(true);
    expect(isVerificationDay(new Date('2026-11-22T23:00:00Z'))).toBe(false);
  });
});
