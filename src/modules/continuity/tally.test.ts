import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import type { Schedule } from './schedule.ts';
import { sumOf, tallyByMonth } from './tally.ts';

const nightly = { id: 'p', weekdays: [1, 2, 3, 4, 5], times: ['22:00'], onHolidays: true, scheduledSince: '2026-01-01' } satisfies Schedule & { id: string };
const run = (plannedOn: string, result: 'good' | 'warning' | 'failed', planId = 'p') => ({ id: plannedOn, planId, plannedOn, plannedTime: '22:00', result });

describe('the runs of a span by month', () => {
  test('every month has its line; nothing heard is missed once the next morning is over', () => {
    const runs = [run('2026-10-30', 'failed'), run('2026-11-02', 'good'), run('2026-11-03', 'warning')];
    expect(tallyByMonth([nightly], runs, '2026-10-30', '2026-11-04', new Date('2026-11-05T04:00:00Z'))).toEqual([
      { month: '2026-10', good: 0, warning: 0, failed: 1, missed: 0 },
      { month: '2026-11', good: 1, warning: 1, failed: 0, missed: 0 },
    ]);
    expect(tallyByMonth([nightly], runs, '2026-10-30', '2026-11-04', new Date('2026-11-05T05:00:00Z'))[1]).toMatchObject({ missed: 1 });
    expect(tallyByMonth([], [], '2026-01-15', '2026-03-01', new Date())).toHaveLength(3);
  });

  test('counts each planned run once, whatever was said of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('good', 'warning', 'failed', undefined), { minLength: 60, maxLength: 60 }), (results) => {
        const days = results.map((_, index) => addDays('2026-01-05', index));
        const runs = results.flatMap((result, index) => (result ? [run(days[index]!, result)] : []));
        const everyDay = { ...nightly, weekdays: [1, 2, 3, 4, 5, 6, 7] };
        const sum = sumOf(tallyByMonth([everyDay], runs, '2026-01-05', days.at(-1)!, new Date('2027-01-01T00:00:00Z')));
        const count = (of: string | undefined) => results.filter((result) => result === of).length;
        expect(sum).toEqual({ good: count('good'), warning: count('warning'), failed: count('failed'), missed: count(undefined) });
      }),
      { numRuns: 30 },
    );
  });
});
