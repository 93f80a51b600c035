import type { CivilDate } from '../../kernel/dates.ts';
import { isLate, isOpen, type Origin, type OwnerRole } from './action.ts';
import { changesSince, costIn, freeze, type FrozenAction, personDaysByYear, type Planned, totalsOf, workYears, yearsOf } from './plan.ts';
import type { LastYearLine, PlanFacts, SliceLine } from './plan-document.ts';

/** An action with what a plan prints of it beside what it counts. */
export type PrintedAction = Planned & {
  origins: readonly Origin[];
  ownerName: string | null;
  ownerRole: OwnerRole | null;
  givenUpOn: CivilDate | null;
  givenUpReason: string | null;
};

/** The action as a line of the slice of one year, or of none. */
const lineOf = (action: PrintedAction, first: number, year: number | undefined, today: CivilDate): SliceLine => ({
  number: action.number,
  title: action.title,
  ...(action.ownerName ? { ownerName: action.ownerName } : {}),
  ...(action.ownerRole ? { ownerRole: action.ownerRole } : {}),
  ...(action.dueOn ? { dueOn: action.dueOn } : {}),
  personDays: year === undefined ? action.personDays : (personDaysByYear(action, first).get(year) ?? 0),
  oneOff: year === undefined ? 0 : action.costs.filter(({ kind }) => kind === 'oneOff').reduce((sum, cost) => sum + costIn(cost, year), 0),
  yearly: year === undefined ? 0 : action.costs.filter(({ kind }) => kind === 'yearly').reduce((sum, cost) => sum + costIn(cost, year), 0),
  origins: action.origins.map(({ kind }) => kind),
  state: action.state,
  late: isLate(action, today),
});

const byDue = (a: PrintedAction, b: PrintedAction): number => {
  const [left, right] = [a.dueOn ?? a.startOn ?? '9999', b.dueOn ?? b.startOn ?? '9999'];
  return left < right ? -1 : left > right ? 1 : a.number - b.number;
};

/** What a year's actions came to: those that fell due in it, or were late when it began, or ended in it. */
const lastYearOf = (actions: readonly PrintedAction[], year: number, today: CivilDate): PlanFacts['lastYear'] => {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
  const within = (date: CivilDate | null): boolean => date !== null && date >= begin && date <= end;
  const lines = actions
    .filter((action) => within(action.doneOn) || within(action.givenUpOn) || (isOpen(action.state) && action.dueOn !== null && action.dueOn <= end))
    .map((action): LastYearLine => ({
      number: action.number,
      title: action.title,
      state: action.state,
      ...(action.dueOn ? { dueOn: action.dueOn } : {}),
      ...(action.doneOn ? { doneOn: action.doneOn } : {}),
      ...(action.givenUpReason ? { reason: action.givenUpReason } : {}),
      late: isLate(action, today),
    }));
  return {
    year,
    done: lines.filter(({ state }) => state === 'done').length,
    open: lines.filter(({ state }) => isOpen(state)).length,
    late: lines.filter(({ late }) => late).length,
    givenUp: lines.filter(({ state }) => state === 'givenUp').length,
    lines,
  };
};

/** Everything that the plan beginning with a year says, from the actions as they are on a day. */
export const factsOf = (
  actions: readonly PrintedAction[],
  {
    year,
    today,
    centre,
    introduction,
    before,
    signatories,
  }: Pick<PlanFacts, 'year' | 'centre' | 'signatories'> & {
    today: CivilDate;
    introduction?: string | null;
    before?: { decidedOn: CivilDate; actions: readonly FrozenAction[] } | undefined;
  },
): PlanFacts => {
  const open = actions.filter(({ state }) => isOpen(state)).toSorted(byDue);
  return {
    centre,
    year,
    ...(introduction ? { introduction } : {}),
    years: totalsOf(actions, year, today),
    slices: yearsOf(year).map((each) => ({ year: each, lines: open.filter((action) => workYears(action, year).includes(each)).map((action) => lineOf(action, year, each, today)) })),
    undated: open.filter(({ dueOn, startOn }) => !dueOn && !startOn).map((action) => lineOf(action, year, undefined, today)),
    carried: open.filter(({ dueOn }) => dueOn !== null && dueOn < `${year}-01-01`).length,
    lastYear: lastYearOf(actions, year - 1, today),
    ...(before ? { before: { decidedOn: before.decidedOn, changes: changesSince(before.actions, actions, today) } } : {}),
    signatories,
    actions: actions.filter(({ state }) => state !== 'givenUp').map(freeze),
  };
};
