import type { CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';

/** The last approved plan of a centre, and its actions counted; `done` and `workedOn`: within a year, and last. */
export type PlanSums = { organizationId: string; year: number | null; decidedOn: CivilDate | null; open: number; late: number; done: number; workedOn: CivilDate | null };

/** `plan.adopted`: the council has approved a plan for this year or a later one. `plan.inProgress`: actions are open, and some were done within a year. */
export const planFacts = (rows: readonly PlanSums[], today: CivilDate): LiveFact[] => {
  const thisYear = Number(today.slice(0, 4));
  return rows.flatMap(({ organizationId, year, decidedOn, open, late, done, workedOn }): LiveFact[] => [
    {
      organizationId,
      id: 'plan.adopted',
      path: 'plan',
      ...(year !== null && decidedOn !== null
        ? {
            state: year >= thisYear ? 'true' : 'stale',
            title: { key: year >= thisYear ? 'adopted.true' : 'adopted.stale', values: { first: year, last: year + 2, date: { date: decidedOn } } },
            on: decidedOn,
            until: `${year}-12-31`,
          }
        : { state: 'missing', title: { key: 'adopted.missing' } }),
    },
    {
      organizationId,
      id: 'plan.inProgress',
      path: 'plan',
      ...(open === 0 && workedOn === null
        ? { state: 'missing', title: { key: 'inProgress.missing' } }
        : {
            state: done > 0 ? 'true' : 'stale',
            title: { key: done > 0 ? 'inProgress.true' : 'inProgress.stale', values: { open, late, done } },
            ...(workedOn ? { on: workedOn } : {}),
          }),
    },
  ]);
};
