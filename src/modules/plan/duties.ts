import type { CivilDate } from '../../kernel/dates.ts';
import { addMonths } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { OwnerRole } from './action.ts';
import { defaultLeave, type Leave, leaveOn } from './plan.ts';

/** An open action by its term, or a budget that was asked for and has no answer yet, by the day on which it was asked. */
export type DutyRow = {
  organizationId: string;
  what: 'action' | 'budget';
  id: string;
  number: number;
  title: string;
  date: CivilDate;
  year: number | null;
  personId: string | null;
  role: OwnerRole | null;
};
/** The plans of a centre: the last year of which one was put to the council, and by which day of the year it must leave. */
export type PlanRow = { organizationId: string; submittedYear: number | null; leave: Leave | null };

/** What falls due further off than so many months is the plan's own business. */
const ahead = 3;

/**
 * What is due by the plans: each open action by its term, by whoever answers for it; an answer to each budget that was asked for; and the plan of
 * the next year, which leaves for the council in time for the budget (AR 1993; POL 7, 1.10). A plan that should have left a year ago is owed until
 * a later one has.
 */
export const duties = (rows: readonly DutyRow[], plans: readonly PlanRow[], { today, due, since }: Pick<Asking, 'today' | 'due' | 'since'>): Obligation[] => {
  const horizon = addMonths(today, ahead);
  const thisYear = Number(today.slice(0, 4));
  const ofActions = rows
    .filter(({ what, date }) => what === 'budget' || date <= horizon)
    .map(({ organizationId, what, id, number, title, date, year, personId, role }): Obligation => {
      const rule = what === 'action' ? 'planAction' : 'planBudget';
      const start = { on: date };
      const keepers = ['adviser', 'deputyAdviser'] as const;
      return {
        organizationId,
        room: 'plan',
        rule,
        subject: { kind: what, id: year === null ? id : `${id}/${year}` },
        title: { key: `${what}.title`, values: { number, ...(year === null ? {} : { year }) } },
        about: title,
        reason: { key: `${what}.reason`, values: { date: { date } } },
        start,
        due: due(rule, organizationId, start),
        act: what === 'action' && personId ? { roles: [], people: [personId] } : { roles: what === 'action' && role ? [role] : keepers },
        action: { label: { key: `${what}.do` }, path: `plan/actions/${id}` },
        read: 'plan.read',
      };
    });
  const ofPlans = plans.flatMap(({ organizationId, submittedYear, leave }) =>
    [thisYear, thisYear + 1]
      .map((year) => ({ year, on: leaveOn(leave ?? defaultLeave, year - 1) }))
      .filter(({ year, on }) => (submittedYear ?? 0) < year && on >= since(organizationId) && on <= horizon)
      // Of two that are owed, the later holds the earlier.
      .slice(-1)
      .map(({ year, on }): Obligation => ({
        organizationId,
        room: 'plan',
        rule: 'planToCouncil',
        subject: { kind: 'plan', id: String(year) },
        title: { key: 'plan.title', values: { first: year, last: year + 2 } },
        reason: { key: 'plan.reason', values: { date: { date: on } } },
        start: { on },
        due: due('planToCouncil', organizationId, { on }),
        act: { roles: ['adviser', 'deputyAdviser'] },
        action: { label: { key: 'plan.do' }, path: 'plan' },
        read: 'plan.read',
      })),
  );
  return [...ofActions, ...ofPlans];
};
