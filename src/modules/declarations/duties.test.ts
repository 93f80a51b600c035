import { expect, test } from 'vitest';
import type { Asking } from '../../kernel/obligation.ts';
import { duties } from './duties.ts';

const asking: Asking = {
  today: '2026-11-24',
  now: new Date('2026-11-24T12:00:00Z'),
  due: (_rule, _organization, start) => start,
  since: () => '2026-01-01',
};
const organizationId = '01990000-0000-7000-8000-000000000001';
const brief = (rows: Parameters<typeof duties>[0], waiting: Parameters<typeof duties>[1] = []) =>
  duties(rows, waiting, asking).map(({ rule, subject, start, act, reason }) => ({
    rule,
    kind: subject.kind,
    start: 'on' in start ? start.on : '',
    who: act.people ?? act.roles,
    count: reason?.values?.['count'],
  }));

test('those whose clock began the same day are told together', () => {
  const told = brief([
    { organizationId, state: 'missing', since: '2026-01-01', personIds: ['a'] },
    { organizationId, state: 'missing', since: '2026-01-01', personIds: ['b'] },
    { organizationId, state: 'missing', since: '2026-11-02', personIds: ['c'] },
    { organizationId, state: 'renewal', since: '2026-11-02', personIds: ['d'] },
    { organizationId, state: 'coming', since: '2026-12-01', personIds: ['e'] },
  ]);
  expect(told).toEqual([
    { rule: 'undertakingSigned', kind: 'undertaking', start: '2026-01-01', who: ['a', 'b'], count: undefined },
    { rule: 'undertakingSigned', kind: 'undertaking', start: '2026-11-02', who: ['c'], count: undefined },
    { rule: 'undertakingRenewed', kind: 'undertaking', start: '2026-11-02', who: ['d'], count: undefined },
    { rule: 'undertakingSigned', kind: 'undertaking', start: '2026-12-01', who: ['e'], count: undefined },
    { rule: 'undertakingSigned', kind: 'undertakings', start: '2026-01-01', who: ['adviser', 'deputyAdviser', 'localCorrespondent'], count: 4 },
  ]);
});

test('nobody is asked where all have signed; who arrives is asked alone; the daily manager countersigns', () => {
  expect(brief([])).toEqual([]);
  expect(brief([{ organizationId, state: 'coming', since: '2026-12-01', personIds: ['e'] }])).toHaveLength(1);
  expect(brief([], [{ organizationId, waiting: 3, since: '2026-11-10' }])).toEqual([
    { rule: 'undertakingCountersigned', kind: 'countersignatures', start: '2026-11-10', who: ['directorGeneral'], count: 3 },
  ]);
});
