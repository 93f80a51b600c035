import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** By which day of a year its report (and the plan) must leave for the council, in time for the budget of the next. */
export type BudgetDay = { month: number; day: number };

/** The last day on which an approved report of that year is still the newest one due: the next is due by the law's year. */
export const reportHolds = (year: number): CivilDate => `${year + 2}-12-31`;

const iso = (year: number, month: number, day: number): CivilDate => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
};

/** The years of which a centre has a report: approved, begun, before the council. */
export type DutyRow = { organizationId: string; approved: readonly number[]; begun: readonly number[]; submitted: readonly number[] };

/** A report is asked for from the last quarter of its year on. */
const opensOn = (year: number): CivilDate => `${year}-10-01`;

/**
 * The report of each year after the last approved that has ended since the centre's clocks are followed, and of the year that nears its end: due by the day on which it
 * must leave for the budget, a year after the end of its year at the latest (royal decree of 12 August 1993; POL 7).
 */
export const duties = (rows: readonly DutyRow[], { due, since, today }: Pick<Asking, 'due' | 'since' | 'today'>, budgetDay: (organizationId: string) => BudgetDay): Obligation[] =>
  rows.flatMap(({ organizationId, approved, begun, submitted }) => {
    const last = Number(today.slice(0, 4));
    // Who has none approved here owes the last one, not those of the years before Beffroi.
    const owed = approved.length > 0 ? Math.max(...approved) + 1 : last - 1;
    const first = Math.max(Number(since(organizationId).slice(0, 4)), owed);
    const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    return years
      .filter((year) => opensOn(year) <= today && !approved.includes(year))
      .map((year): Obligation => {
        const start = { on: `${year}-12-31` };
        const asked = budgetDay(organizationId);
        const byBudget = iso(year + 1, asked.month, asked.day);
        const byRule = due('annualReport', organizationId, start);
        const step = submitted.includes(year) ? 'decide' : begun.includes(year) ? 'finish' : 'begin';
        return {
          organizationId,
          room: 'report',
          rule: 'annualReport',
          subject: { kind: 'year', id: String(year) },
          title: { key: `${step}.title`, values: { year } },
          reason: { key: 'reason', values: { year, date: { date: byBudget } } },
          start,
          due: 'on' in byRule && byRule.on < byBudget ? byRule : { on: byBudget },
          act: { roles: step === 'decide' ? ['directorGeneral'] : ['adviser', 'deputyAdviser'] },
          action: { label: { key: `${step}.do` }, path: begun.includes(year) ? `report/${year}` : 'report' },
          read: 'report.read',
        };
      });
  });
