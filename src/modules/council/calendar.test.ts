import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holidays } from '../../kernel/holidays.ts';
import { firstMonth, missedMonths, type SittingOfMonth, sittingDays, weeks, yearOf } from './calendar.ts';
import { duties } from './duties.ts';
import { redraft } from './note-lines.ts';
import type { NoteLine } from './council.ts';

describe('the days of a year', () => {
  test.each([
    [
      'every third Tuesday',
      2026,
      2,
      '3',
      ['2026-01-20', '2026-02-17', '2026-03-17', '2026-04-21', '2026-05-19', '2026-06-16', '2026-07-28', '2026-08-18', '2026-09-15', '2026-10-20', '2026-11-17', '2026-12-15'],
    ],
    // 1 January, 1 May and the last Friday of December 2026 (25) are legal holidays.
    [
      'every first Friday',
      2026,
      5,
      '1',
      ['2026-01-02', '2026-02-06', '2026-03-06', '2026-04-03', '2026-05-08', '2026-06-05', '2026-07-03', '2026-08-07', '2026-09-04', '2026-10-02', '2026-11-06', '2026-12-04'],
    ],
  ] as const)('%s of %i', (_name, year, weekday, week, days) => {
    expect(sittingDays(year, weekday, week)).toEqual(days);
  });

  test('are one a month, on no legal holiday, on the weekday that was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2090 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...weeks), (year, weekday, week) => {
        const days = sittingDays(year, weekday, week);
        expect(days.map((day) => day.slice(5, 7))).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']);
        for (const day of days) {
          expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(weekday);
          expect(holidays(year).has(day)).toBe(false);
        }
      }),
    );
  });
});

describe('the months', () => {
  const sitting = (heldOn: string, item: Partial<NonNullable<SittingOfMonth['item']>> | null): SittingOfMonth => ({
    sittingId: heldOn,
    heldOn,
    item: item && { nihil: false, presented: false, noted: false, ...item },
  });
  const context = { today: '2026-11-22', since: '2026-02-10' };

  test('show what became of their item; one that ended without is missed (POL operational 1)', () => {
    const sittings = [
      sitting('2026-03-17', { presented: true, noted: true }),
      sitting('2026-04-21', { nihil: true, noted: true }),
      sitting('2026-05-19', null),
      sitting('2026-06-16', { presented: false }),
      sitting('2026-07-21', { presented: true }),
      // Two sittings in one month: the one with the item counts.
      sitting('2026-08-04', null),
      sitting('2026-08-25', { noted: true }),
      sitting('2026-11-24', { presented: false }),
      sitting('2026-12-15', null),
    ];
    expect(yearOf(2026, sittings, context).map(({ mark }) => mark)).toEqual([
      'before',
      'before',
      'noted',
      'nihil',
      'missed',
      'missed',
      'presented',
      'noted',
      'missed',
      'missed',
      'prepared',
      'planned',
    ]);
    expect(missedMonths(sittings, context)).toEqual(['2026-05', '2026-06', '2026-09', '2026-10']);
  });

  test.each([
    ['2026-02-01', '2026-02'],
    ['2026-02-02', '2026-03'],
    ['2026-12-15', '2027-01'],
  ])('a centre followed from %s has its first month in %s', (since, month) => {
    expect(firstMonth(since)).toBe(month);
  });
});

describe('what is due', () => {
  const due = (rule: string, _centre: string | undefined, start: { on: string } | { at: string }) => {
    const on = 'on' in start ? start.on : '';
    return { on: rule === 'councilItem' ? `${on.slice(0, 4)}-${String(Number(on.slice(5, 7)) + 1).padStart(2, '0')}-01` : on };
  };
  test('the item of a month is due by its last day, the month after the last that has one; before any, the first whole month', () => {
    const asking = { due, since: () => '2026-02-10' } as never;
    const month = (date: string | null) => duties([{ organizationId: 'o', what: 'month', id: 'o', date, count: 0 }], asking)[0];
    expect(month('2026-09-15')).toMatchObject({ rule: 'councilItem', subject: { id: '2026-10' }, start: { on: '2026-10-01' }, due: { on: '2026-10-31' } });
    expect(month(null)).toMatchObject({ subject: { id: '2026-03' }, due: { on: '2026-03-31' } });
  });
});

describe('a note that is drafted again', () => {
  let count = 0;
  const newId = () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
  const happened = (text: string, on = '2026-11-03') => ({ heading: 'documents' as const, on, text, path: 'documents/x' });

  test('keeps what somebody reworded, left out or added; drops what the records say no longer; takes what is new', () => {
    const first = redraft([], [happened('un'), happened('deux'), happened('trois'), happened('quatre')], newId);
    const added: NoteLine = { id: newId(), heading: 'added', text: 'à la main', leftOut: false };
    const edited = [{ ...first[0]!, text: 'UN' }, { ...first[1]!, leftOut: true }, first[2]!, first[3]!, added];
    const again = redraft(edited, [happened('un'), happened('deux'), happened('quatre'), happened('cinq')], newId);
    expect(again.map(({ text, leftOut }) => [text, leftOut])).toEqual([
      ['UN', false],
      ['deux', true],
      ['quatre', false],
      ['cinq', false],
      ['à la main', false],
    ]);
    expect(again[0]).toMatchObject({ drafted: 'un', path: 'documents/x' });
  });

  test('never loses a line that was touched, whatever the records say', () => {
    const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, fc.func(fc.boolean()), (before, after, touch) => {
        const lines = redraft(
          [],
          before.map((text) => happened(text)),
          newId,
        ).map((line) => (touch(line.text) ? { ...line, text: `${line.text}!` } : line));
        const again = redraft(
          lines,
          after.map((text) => happened(text)),
          newId,
        );
        for (const line of lines.filter(({ text, drafted }) => text !== drafted)) expect(again).toContainEqual(line);
        for (const text of after) expect(again.some(({ drafted }) => drafted === text)).toBe(true);
        expect(new Set(again.map(({ id }) => id)).size).toBe(again.length);
      }),
    );
  });
});
