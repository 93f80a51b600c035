import type { CivilDate } from '../../kernel/dates.ts';
import { type ActionState, type Budget, type Cost, isLate, isOpen, type Priority } from './action.ts';

/** Years of a plan: the first, with its yearly slice, and the two that follow (POL 1.10). */
export const horizon = 3;
export const yearsOf = (first: number): number[] => Array.from({ length: horizon }, (_, index) => first + index);
const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** What the plan needs to know of an action. */
export type Planned = {
  id: string;
  number: number;
  title: string;
  priority: Priority;
  startOn: CivilDate | null;
  dueOn: CivilDate | null;
  state: ActionState;
  progress: number;
  personDays: number;
  costs: readonly Cost[];
  budgets: readonly Budget[];
  doneOn: CivilDate | null;
};

/** Cents that a line costs in a budget year: once in its year; each year from it on, as far as it says. */
export const costIn = ({ kind, year: from, untilYear, amount }: Cost, year: number): number => {
  if (kind === 'oneOff') return year === from ? amount : 0;
  return year >= from && (untilYear === undefined || year <= untilYear) ? amount : 0;
};

const millisecondsOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);
const daysIn = (from: CivilDate, until: CivilDate): number => Math.round((millisecondsOf(until) - millisecondsOf(from)) / 86_400_000) + 1;

/** The years over which an action is worked at, each with its part in days; empty for one without a day. Of an open one, what lies before the plan is to be done in its first year. */
const partsOf = (action: Pick<Planned, 'startOn' | 'dueOn' | 'doneOn' | 'state'>, first: number): Map<number, number> => {
  const parts = new Map<number, number>();
  const until = action.state === 'done' ? action.doneOn : (action.dueOn ?? action.startOn);
  if (!until || action.state === 'givenUp') return parts;
  const from = action.startOn && action.startOn <= until ? action.startOn : until;
  for (let year = yearOf(from); year <= yearOf(until); year += 1) {
    const days = daysIn(year === yearOf(from) ? from : `${year}-01-01`, year === yearOf(until) ? until : `${year}-12-31`);
    const counted = isOpen(action.state) ? Math.max(year, first) : year;
    parts.set(counted, (parts.get(counted) ?? 0) + days);
  }
  return parts;
};

/** The years in whose slice an action stands, given the first year of the plan. */
export const workYears = (action: Pick<Planned, 'startOn' | 'dueOn' | 'doneOn' | 'state'>, first: number): number[] => [...partsOf(action, first).keys()].toSorted((a, b) => a - b);

/** Its person-days by year, in proportion to the days in each, in halves; none is lost: what does not divide goes to the greatest remainders. */
export const personDaysByYear = (action: Pick<Planned, 'startOn' | 'dueOn' | 'doneOn' | 'state' | 'personDays'>, first: number): Map<number, number> => {
  const parts = [...partsOf(action, first)].toSorted(([a], [b]) => a - b);
  const halves = Math.round(action.personDays * 2);
  const whole = parts.reduce((sum, [, days]) => sum + days, 0);
  const shares = parts.map(([year, days]) => ({ year, halves: Math.floor((halves * days) / whole), remainder: (halves * days) % whole }));
  let left = halves - shares.reduce((sum, share) => sum + share.halves, 0);
  for (const share of shares.toSorted((a, b) => b.remainder - a.remainder || a.year - b.year)) {
    if (left <= 0) break;
    share.halves += 1;
    left -= 1;
  }
  return new Map(shares.map((share) => [share.year, share.halves / 2]));
};

/** Sums of one year; cents. `actions` are those in its slice. */
export type YearTotals = { year: number; actions: number; done: number; late: number; personDays: number; oneOff: number; yearly: number; asked: number; adopted: number; articles: ArticleTotals[] };
/** Costs of a year under one budget article; without one, `article` is empty. */
export type ArticleTotals = { article: string; oneOff: number; yearly: number };

const articlesOf = (actions: readonly Planned[], year: number): ArticleTotals[] => {
  const byArticle = new Map<string, ArticleTotals>();
  for (const cost of actions.flatMap(({ costs }) => costs)) {
    const cents = costIn(cost, year);
    if (cents === 0) continue;
    const article = cost.article ?? '';
    const totals = byArticle.get(article) ?? { article, oneOff: 0, yearly: 0 };
    totals[cost.kind] += cents;
    byArticle.set(article, totals);
  }
  return [...byArticle.values()].toSorted((a, b) => (a.article === b.article ? 0 : a.article === '' || (b.article !== '' && a.article > b.article) ? 1 : -1));
};

/**
 * The totals of each year of a plan. What was given up costs nothing; what is done goes on costing what it costs yearly. Amounts asked and
 * adopted stand under their budget year.
 */
export const totalsOf = (all: readonly Planned[], first: number, today: CivilDate): YearTotals[] => {
  const actions = all.filter(({ state }) => state !== 'givenUp');
  const days = actions.map((action) => personDaysByYear(action, first));
  return yearsOf(first).map((year) => {
    const articles = articlesOf(actions, year);
    const slice = actions.filter((_action, index) => days[index]!.has(year));
    const budgets = actions.flatMap((action) => action.budgets.filter((budget) => budget.year === year));
    return {
      year,
      actions: slice.length,
      done: slice.filter(({ state }) => state === 'done').length,
      late: slice.filter((action) => isLate(action, today)).length,
      personDays: days.reduce((sum, byYear) => sum + (byYear.get(year) ?? 0), 0),
      oneOff: articles.reduce((sum, { oneOff }) => sum + oneOff, 0),
      yearly: articles.reduce((sum, { yearly }) => sum + yearly, 0),
      asked: budgets.reduce((sum, { asked }) => sum + asked, 0),
      adopted: budgets.reduce((sum, { adopted }) => sum + (adopted ?? 0), 0),
      articles,
    };
  });
};

/** By which day of a year the plan leaves for the budget, unless a centre says otherwise: a choice of ours, so that the council sees it before it votes the budget. */
export const defaultLeave = { month: 9, day: 30 };
export type Leave = typeof defaultLeave;

/** That day in a year; the last of the month where it has no such day. */
export const leaveOn = ({ month, day }: Leave, year: number): CivilDate => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
};

/** An action as an approved plan froze it. */
export type FrozenAction = {
  id: string;
  number: number;
  title: string;
  startOn?: CivilDate;
  dueOn?: CivilDate;
  state: ActionState;
  progress: number;
  personDays: number;
  costs: Cost[];
};

export const freeze = ({ id, number, title, startOn, dueOn, state, progress, personDays, costs }: Planned): FrozenAction => ({
  id,
  number,
  title,
  ...(startOn ? { startOn } : {}),
  ...(dueOn ? { dueOn } : {}),
  state,
  progress,
  personDays,
  costs: [...costs],
});

export const changeKinds = ['added', 'done', 'slipped', 'late', 'changed', 'givenUp', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];
/** What became of an action since a plan was approved; `from` and `to` are due days where they differ. */
export type Change = { kind: ChangeKind; id: string; number: number; title: string; from?: CivilDate; to?: CivilDate };

const costsOf = (costs: readonly Cost[]): string => JSON.stringify(costs.map(({ kind, year, untilYear, amount }) => [kind, year, untilYear ?? null, amount]).toSorted());

/**
 * What changed against an approved plan, one line for each action that did, by its number: added since; done; slipped (its term was put off);
 * late (its term went by); given up; otherwise changed (brought forward, another title, days or costs); or gone from the register.
 */
export const changesSince = (approved: readonly FrozenAction[], now: readonly Planned[], today: CivilDate): Change[] => {
  const before = new Map(approved.map((action) => [action.id, action]));
  const present = new Set(now.map(({ id }) => id));
  const changed = now.flatMap((action): Change[] => {
    const { id, number, title } = action;
    const old = before.get(id);
    const dates = { ...(old?.dueOn ? { from: old.dueOn } : {}), ...(action.dueOn ? { to: action.dueOn } : {}) };
    if (!old) return action.state === 'givenUp' ? [] : [{ kind: 'added', id, number, title, ...(action.dueOn ? { to: action.dueOn } : {}) }];
    if (action.state === 'givenUp') return old.state === 'givenUp' ? [] : [{ kind: 'givenUp', id, number, title }];
    if (action.state === 'done') return old.state === 'done' ? [] : [{ kind: 'done', id, number, title, ...(action.doneOn ? { to: action.doneOn } : {}) }];
    if (old.dueOn && (!action.dueOn || action.dueOn > old.dueOn)) return [{ kind: 'slipped', id, number, title, ...dates }];
    if (isLate(action, today)) return [{ kind: 'late', id, number, title, ...dates }];
    const same = old.title === title && (old.dueOn ?? null) === action.dueOn && old.personDays === action.personDays && costsOf(old.costs) === costsOf(action.costs) && isOpen(old.state);
    return same ? [] : [{ kind: 'changed', id, number, title, ...dates }];
  });
  const gone = approved.filter(({ id }) => !present.has(id)).map(({ id, number, title }): Change => ({ kind: 'gone', id, number, title }));
  return [...changed, ...gone].toSorted((a, b) => a.number - b.number);
};
