import { expect, test } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import type { Due } from '../../kernel/obligation.ts';
import { duties, type DutyRow } from './duties.ts';

const today = '2026-11-23';
const asking = {
  today,
  // A fortnight ahead of a last day, a fortnight after an asking, a day after a departure.
  due: (rule: string, _centre: string | undefined, start: Due): Due => ({ on: addDays('on' in start ? start.on : '', rule === 'temporaryRightEnds' ? -14 : rule === 'accountsDisabled' ? 1 : 14) }),
  since: () => '2026-01-01',
};
const row = (what: DutyRow['what'], date: string, headId: string | null = null): DutyRow => ({ organizationId: 'o', what, id: 'g', personName: 'A', resourceName: 'B', date, headId });

test.each([
  ['asked', '2026-11-20', 'rightDecided', '2026-12-04'],
  ['agreed', '2026-11-20', 'rightDecided', '2026-12-04'],
  // Told from a fortnight before, and due on its last day.
  ['ending', '2026-12-07', 'temporaryRightEnds', '2026-12-07'],
  ['ending', '2026-12-08', undefined, undefined],
  ['gone', '2026-11-20', 'accountsDisabled', '2026-11-21'],
  // Before the clocks of the centre were followed.
  ['gone', '2025-11-20', undefined, undefined],
] as const)('%s on %s is due as %s by %s', (what, date, rule, due) => {
  const [found] = duties([row(what, date)], asking);
  expect(found?.rule).toBe(rule);
  expect(found?.due).toEqual(due && { on: due });
});

test('a request is for the head of the service, where there is one who is somebody else', () => {
  expect(duties([row('asked', today, 'head')], asking)[0]?.act).toEqual({ roles: [], people: ['head'] });
  expect(duties([row('asked', today)], asking)[0]?.act.roles).toContain('adviser');
});
