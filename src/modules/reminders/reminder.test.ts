import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../kernel/holidays.ts';
import { type Duty, digestText, isNews } from './digest.ts';
import { digestDay, ReminderSettings, usualSettings } from './reminder.ts';

const daily: ReminderSettings = { ...usualSettings, frequency: 'daily' };
const at = (day: string, hour: number) => ({ day, hour });

describe('when a digest goes', () => {
  // 23 November 2026 is a Monday; 25 December a Friday; 6 April 2026 Easter Monday; 1 January 2027 a Friday.
  test.each([
    ['weekly, Monday at eight', usualSettings, at('2026-11-23', 8), '2026-11-16', '2026-11-23'],
    ['weekly, before the hour', usualSettings, at('2026-11-23', 7), '2026-11-16', undefined],
    ['weekly, the hour passed', usualSettings, at('2026-11-23', 15), '2026-11-16', '2026-11-23'],
    ['weekly, sent already', usualSettings, at('2026-11-23', 9), '2026-11-23', undefined],
    ['weekly, the server stood still on Monday', usualSettings, at('2026-11-24', 7), '2026-11-16', '2026-11-23'],
    ['weekly, back on Sunday: not on a Sunday', usualSettings, at('2026-11-29', 9), '2026-11-16', undefined],
    ['weekly, Easter Monday: on Tuesday', usualSettings, at('2026-04-07', 8), '2026-03-30', '2026-04-06'],
    ['weekly, Easter Monday itself', usualSettings, at('2026-04-06', 8), '2026-03-30', undefined],
    ['weekly, an account made on Wednesday waits for Monday', usualSettings, at('2026-11-26', 9), '2026-11-25', undefined],
    ['weekly, chosen on the day itself', usualSettings, at('2026-11-23', 10), '2026-11-23', undefined],
    ['weekly, on Sunday where one wants so', { ...usualSettings, weekday: 7, workdaysOnly: false }, at('2026-11-29', 8), '2026-11-22', '2026-11-29'],
    ['quiet in the evening', usualSettings, at('2026-11-23', 20), '2026-11-16', undefined],
    ['quiet after midnight', usualSettings, at('2026-11-24', 6), '2026-11-16', undefined],
    ['quiet by day', { ...usualSettings, hour: 7, quietFrom: 8, quietUntil: 17 }, at('2026-11-23', 12), '2026-11-16', undefined],
    ['no quiet hours', { ...usualSettings, quietFrom: 0, quietUntil: 0 }, at('2026-11-23', 23), '2026-11-16', '2026-11-23'],
    ['daily', daily, at('2026-11-24', 8), '2026-11-23', '2026-11-24'],
    ['daily, not on Saturday', daily, at('2026-11-28', 8), '2026-11-27', undefined],
    ['daily, not at Christmas', daily, at('2026-12-25', 8), '2026-12-24', undefined],
    ['daily, the missed one is not made good', daily, at('2026-11-25', 7), '2026-11-23', undefined],
    ['off', { ...usualSettings, frequency: 'off' as const }, at('2026-11-23', 8), '2026-11-16', undefined],
  ] as const)('%s', (_name, settings, moment, since, expected) => {
    expect(digestDay(settings, moment, since, isWorkingDay)).toBe(expected);
  });

  const settingsOf = fc
    .record({
      frequency: fc.constantFrom('daily' as const, 'weekly' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      quietFrom: fc.integer({ min: 0, max: 23 }),
      quietUntil: fc.integer({ min: 0, max: 23 }),
      workdaysOnly: fc.boolean(),
    })
    .filter((settings) => ReminderSettings.safeParse(settings).success);
  const days = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2026, 11, 1 + index)).toISOString().slice(0, 10));

  test('looked at every hour of two months, each day and each week has one at most, and every week without a standstill has its own', () => {
    fc.assert(
      fc.property(settingsOf, (settings) => {
        let since = '2026-11-30';
        const sent: string[] = [];
        for (const day of days)
          for (let hour = 0; hour < 24; hour++) {
            const due = digestDay(settings, { day, hour }, since, isWorkingDay);
            if (due === undefined) continue;
            expect(due <= day && due > since).toBe(true);
            expect(settings.workdaysOnly && !isWorkingDay(day)).toBe(false);
            since = due;
            sent.push(due);
          }
        expect(new Set(sent).size).toBe(sent.length);
        // eight whole weeks; the days at the end of a week may all be holidays
        if (settings.frequency === 'weekly') expect(sent.length).toBeGreaterThanOrEqual(7);
        if (settings.frequency === 'weekly') expect(sent.length).toBeLessThanOrEqual(9);
        if (settings.frequency === 'daily') expect(sent.length).toBe(days.filter((day) => !settings.workdaysOnly || isWorkingDay(day)).length);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['an hour in the quiet ones', { ...usualSettings, hour: 22 }, 'hourInQuietHours'],
  ['a Sunday for who wants nothing on Sunday', { ...usualSettings, weekday: 7 }, 'weekdayNotWorked'],
  ['an hour that is none', { ...usualSettings, hour: 24 }, 'hourOutOfRange'],
])('%s is refused', (_name, settings, code) => {
  expect(ReminderSettings.safeParse(settings).error?.issues[0]?.message).toBe(code);
});

const duty = (values: Partial<Duty>): Duty => ({
  organizationId: 'a',
  centre: 'CPAS de Valombre',
  rule: 'policyVerified',
  subject: 'document.1',
  title: 'Vérifier la politique',
  reason: undefined,
  day: '2026-11-20',
  at: undefined,
  overdue: true,
  path: '/c/valombre/documents',
  ...values,
});
const context = { say: (key: string, values: Record<string, string> = {}) => [key, ...Object.values(values)].join(' '), date: (day: string) => day, url: 'https://beffroi.example.be' };

test('nothing due, no message', () => expect(digestText([], context)).toBeUndefined());

test('overdue stands before what comes, the oldest first, under its centre where there are several; every duty has its line', () => {
  const mail = digestText(
    [
      duty({ subject: '1', day: '2026-11-20' }),
      duty({ subject: '2', day: '2026-11-01', reason: 'la dernière le 1er' }),
      duty({ subject: '3', overdue: false, day: '2026-11-28' }),
      duty({ subject: '4', organizationId: 'b', centre: 'CPAS de Waret' }),
    ],
    context,
  );
  expect(mail?.subject).toBe('mail.subject mail.overdueMany 3mail.andmail.soonOne 1');
  const lines = mail!.text.split('\n').filter((line) => line !== '');
  expect(lines).toEqual([
    'mail.greeting',
    'mail.overdue',
    'CPAS de Valombre',
    '- 2026-11-01mail.colon Vérifier la politique (la dernière le 1er)',
    '- 2026-11-20mail.colon Vérifier la politique',
    'CPAS de Waret',
    '- 2026-11-20mail.colon Vérifier la politique',
    'mail.soon',
    'CPAS de Valombre',
    '- 2026-11-28mail.colon Vérifier la politique',
    'mail.open https://beffroi.example.be/',
    'mail.change https://beffroi.example.be/account/reminders',
  ]);
});

test('what was told is no news, until it is overdue', () => {
  const told = { organizationId: 'a', rule: 'policyVerified', subject: 'document.1', overdue: false };
  expect(isNews(duty({ overdue: false }), [told])).toBe(false);
  expect(isNews(duty({ overdue: true }), [told])).toBe(true);
  expect(isNews(duty({ overdue: false, subject: 'document.2' }), [told])).toBe(true);
  expect(isNews(duty({ overdue: false, organizationId: 'b' }), [told])).toBe(true);
});
