import type { Scale } from './framework.ts';

export const results = ['yes', 'partly', 'no', 'notApplicable'] as const;
export type Result = (typeof results)[number];

/**
 * How many guidelines make a norm fulfilled, by how many it has. Three of five is the rule of the evaluation aid of the Banque Carrefour
 * (v2.0 of 30 September 2015, docs/sources.md); for fewer its text is not known to us, and ours stands: more than half of them.
 */
export type Threshold = { needs: number; source: 'bcss' | 'beffroi' };
const moreThanHalf = (guidelines: number): Threshold => ({ needs: Math.floor(guidelines / 2) + 1, source: guidelines === 5 ? 'bcss' : 'beffroi' });

/** The scoring of one framework: its thresholds by number of guidelines where they are its own, and the averages of maturity that count as fulfilled and as partly so. */
export type Scoring = { needs?: Readonly<Record<number, number>>; maturity: { yes: number; partly: number } };
// No threshold of CyberFundamentals is known to us (docs/sources.md): a defined practice (3) counts as fulfilled, a repeatable one (2) as partly so.
const usual: Scoring = { maturity: { yes: 3, partly: 2 } };
/** Frameworks whose scoring is not the usual one, by their id. */
const scorings: Readonly<Record<string, Scoring>> = {};
export const scoringOf = (framework: string): Scoring => scorings[framework] ?? usual;

/** How many of so many guidelines must be followed, and who says so. */
export const threshold = (guidelines: number, scoring: Scoring = usual): Threshold => {
  const own = scoring.needs?.[guidelines];
  return own === undefined ? moreThanHalf(guidelines) : { needs: own, source: 'bcss' };
};

/** How one norm is answered: one without guidelines, in a framework that has them, by yes, partly or no. */
export const scaleOfNorm = (scale: Scale, guidelines: number): Scale => (scale === 'guidelines' && guidelines === 0 ? 'answers' : scale);

export type Answered = {
  /** By guideline; one that is absent has not been looked at. */
  answers: Readonly<Record<string, boolean>>;
  answer: Result | null;
  documentation: number | null;
  implementation: number | null;
  /** Not asked of the centre by its profile, unless it answers all the same. */
  byProfile: boolean;
};

/**
 * What the answers to a norm come to; null while they do not decide. By guidelines: enough of them make it fulfilled, one at least makes it
 * partly so, and none only where each was looked at. By maturity: the mean of documentation and implementation, once both are given.
 */
export const resultOf = (scale: Scale, guidelines: readonly string[], given: Answered, scoring: Scoring = usual): Result | null => {
  if (given.answer === 'notApplicable') return 'notApplicable';
  return decided(scaleOfNorm(scale, guidelines.length), guidelines, given, scoring) ?? (given.byProfile ? 'notApplicable' : null);
};

const decided = (scale: Scale, guidelines: readonly string[], { answers, answer, documentation, implementation }: Answered, scoring: Scoring): Result | null => {
  if (scale === 'answers') return answer;
  if (scale === 'maturity') {
    if (documentation === null || implementation === null) return null;
    const mean = (documentation + implementation) / 2;
    return mean >= scoring.maturity.yes ? 'yes' : mean >= scoring.maturity.partly ? 'partly' : 'no';
  }
  const followed = guidelines.filter((id) => answers[id] === true).length;
  if (followed >= threshold(guidelines.length, scoring).needs) return 'yes';
  if (followed > 0) return 'partly';
  return guidelines.every((id) => answers[id] === false) ? 'no' : null;
};

/** What one row adds to the sum. */
export type Scored = {
  normId: string;
  chapterId: string;
  result: Result | null;
  /** Taken over from last year and not confirmed yet. */
  toConfirm: boolean;
  documentation: number | null;
  implementation: number | null;
};

/** Counts of norms; `open` are those without a result. Maturity where it was given, to two decimals. */
export type Tally = { norms: number; yes: number; partly: number; no: number; notApplicable: number; open: number; toConfirm: number; documentation?: number; implementation?: number };
/** What an assessment adds up to: in all, by chapter in the order of the framework, and which norms are weak. */
export type Summary = { total: Tally; chapters: ({ id: string } & Tally)[]; weak: Record<string, 'partly' | 'no'> };

const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length);
const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): T[][] => [...Map.groupBy(rows, keyOf).values()];
/** `GV.OC-03` of `GV.OC-03.1`; the norm itself where it is numbered otherwise. */
const subCategory = ({ normId }: Scored): string => (/^(.+-\d+)\.\d+$/.exec(normId) ?? [])[1] ?? normId;
/** `GV.OC` of `GV.OC-03.1`; the chapter where it is numbered otherwise. */
const category = ({ normId, chapterId }: Scored): string => (/^([A-Z]+\.[A-Z]+)-\d/.exec(normId) ?? [])[1] ?? chapterId;

/** Averages as CyberFundamentals takes them: of the sub-category, then of the category, then of the whole. Undefined where nothing was scored. */
export const maturityOf = (rows: readonly Scored[], what: 'documentation' | 'implementation'): number | undefined => {
  const scored = rows.filter((row) => row.result !== 'notApplicable' && row[what] !== null);
  const averages = grouped(scored, category).map((inCategory) => mean(grouped(inCategory, subCategory).map((controls) => mean(controls.map((row) => row[what]!))!))!);
  const total = mean(averages);
  return total === undefined ? undefined : Math.round(total * 100) / 100;
};

export const tally = (rows: readonly Scored[]): Tally => {
  const count = (result: Result | null): number => rows.filter((row) => row.result === result).length;
  const [documentation, implementation] = [maturityOf(rows, 'documentation'), maturityOf(rows, 'implementation')];
  return {
    norms: rows.length,
    yes: count('yes'),
    partly: count('partly'),
    no: count('no'),
    notApplicable: count('notApplicable'),
    open: count(null),
    toConfirm: rows.filter(({ toConfirm }) => toConfirm).length,
    ...(documentation === undefined ? {} : { documentation }),
    ...(implementation === undefined ? {} : { implementation }),
  };
};

/** The summary of an assessment from its rows, in the order in which its chapters first appear. */
export const summarize = (rows: readonly Scored[]): Summary => ({
  total: tally(rows),
  chapters: [...Map.groupBy(rows, ({ chapterId }) => chapterId)].map(([id, inChapter]) => ({ id, ...tally(inChapter) })),
  weak: Object.fromEntries(rows.flatMap(({ normId, result }) => (result === 'partly' || result === 'no' ? [[normId, result]] : []))),
});

/** Norms that are asked of the centre. */
export const asked = ({ norms, notApplicable }: Tally): number => norms - notApplicable;
/** How far the answering is, from 0 to 1: norms with an answer that is this year's own. */
export const progress = (one: Tally): number => (one.norms === 0 ? 1 : (one.norms - one.open - one.toConfirm) / one.norms);
/** Of the norms asked, the share that is fulfilled, from 0 to 1; 1 where none is asked. */
export const fulfilled = (one: Tally): number => (asked(one) === 0 ? 1 : one.yes / asked(one));

const order: Readonly<Record<'no' | 'partly' | 'yes', number>> = { no: 0, partly: 1, yes: 2 };
/** How a norm went from one year to the next; undefined where the two cannot be compared. */
export const movement = (before: Result | null, now: Result | null): 'better' | 'worse' | 'same' | undefined => {
  if (!before || !now || before === 'notApplicable' || now === 'notApplicable') return undefined;
  return order[now] > order[before] ? 'better' : order[now] < order[before] ? 'worse' : 'same';
};
