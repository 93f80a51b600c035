import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { euros } from '../../kernel/money.ts';
import type { ActionState, OriginKind, OwnerRole } from './action.ts';
import type { ArticleTotals, Change, FrozenAction, YearTotals } from './plan.ts';
import { daysText, longDate, shortDate, words } from './words.ts';

/** A line of a yearly slice: cents and days are those of that year. */
export type SliceLine = {
  number: number;
  title: string;
  ownerName?: string;
  ownerRole?: OwnerRole;
  dueOn?: CivilDate;
  personDays: number;
  oneOff: number;
  yearly: number;
  origins: OriginKind[];
  state: ActionState;
  late: boolean;
};
export type LastYearLine = { number: number; title: string; state: ActionState; dueOn?: CivilDate; doneOn?: CivilDate; reason?: string; late: boolean };

/** All that a version of the plan says: read from the registers while it is a draft, kept as it was put to the council from then on. */
export type PlanFacts = {
  centre: { name: string; municipality: string; lines: string[] };
  year: number;
  introduction?: string;
  years: YearTotals[];
  slices: { year: number; lines: SliceLine[] }[];
  undated: SliceLine[];
  carried: number;
  lastYear: { year: number; done: number; open: number; late: number; givenUp: number; lines: LastYearLine[] };
  /** The plan that was approved before, and what changed since. */
  before?: { decidedOn: CivilDate; changes: Change[] };
  signatories: Partial<Record<'president' | 'directorGeneral' | 'adviser', string>>;
  actions: FrozenAction[];
};

/** Where a version stands: what the title page and the foot of each page say of it. */
export type Standing = { submittedOn?: CivilDate | undefined; decidedOn?: CivilDate | undefined; outcome?: 'approved' | 'refused' | undefined; decisionNumber?: string | undefined };

const plain = (text: string): Inline[] => [{ text }];
const section = (key: string, title: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });

/** The words that somebody wrote as an introduction: paragraphs apart by an empty line, lists by a dash. */
const written = (text: string): Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .map((part): Block => {
      const lines = part.split('\n').filter((line) => line.trim() !== '');
      return lines.every((line) => /^\s*-\s+\S/.test(line))
        ? { type: 'list', ordered: false, items: lines.map((line) => plain(line.replace(/^\s*-\s+/, ''))) }
        : { type: 'paragraph', content: plain(lines.map((line) => line.trim()).join('\n')) };
    });

const costText = ({ oneOff, yearly }: Pick<SliceLine, 'oneOff' | 'yearly'>, language: DocumentLanguage): string => {
  const amounts = [...(oneOff > 0 ? [euros(oneOff, language, { whole: true })] : []), ...(yearly > 0 ? [words[language].aYear(euros(yearly, language, { whole: true }))] : [])];
  return amounts.join('\n') || words[language].noCost;
};

const sliceTable = (lines: readonly SliceLine[], language: DocumentLanguage, empty: string): Block => {
  const own = words[language];
  return {
    type: 'table',
    columns: [
      { title: own.number, width: 0.7 },
      { title: own.action, width: 4.2 },
      { title: own.owner, width: 2.2 },
      { title: own.due, width: 1.6 },
      { title: own.days, width: 0.9 },
      { title: own.cost, width: 1.9 },
      { title: own.origin, width: 1.5 },
    ],
    rows: lines.map((line) => [
      plain(String(line.number)),
      plain(line.title),
      plain(line.ownerName ?? (line.ownerRole ? own.roles[line.ownerRole] : own.nobody)),
      [{ text: line.dueOn ? shortDate(line.dueOn, language) : own.noDate }, ...(line.late ? [{ text: `\n${own.lateWord}`, bold: true }] : [])],
      plain(daysText(line.personDays, language)),
      plain(costText(line, language)),
      plain([...new Set(line.origins)].map((kind) => own.origins[kind]).join(', ')),
    ]),
    empty,
  };
};

const totalsTable = (years: readonly YearTotals[], language: DocumentLanguage): Block => {
  const own = words[language];
  const money = (cents: number): Inline[] => plain(euros(cents, language, { whole: true }));
  const sum = (of: (totals: YearTotals) => number): number => years.reduce((total, year) => total + of(year), 0);
  return {
    type: 'table',
    columns: [
      { title: own.year, width: 1.1 },
      { title: own.actions, width: 1.1 },
      { title: own.days, width: 1 },
      { title: own.once, width: 1.7 },
      { title: own.yearly, width: 1.7 },
      { title: own.asked, width: 1.7 },
      { title: own.adopted, width: 1.7 },
    ],
    rows: [
      ...years.map((year) => [
        [{ text: String(year.year), bold: true }],
        plain(String(year.actions)),
        plain(daysText(year.personDays, language)),
        money(year.oneOff),
        money(year.yearly),
        money(year.asked),
        money(year.adopted),
      ]),
      [
        [{ text: own.sum, bold: true }],
        plain(''),
        plain(
          daysText(
            sum(({ personDays }) => personDays),
            language,
          ),
        ),
        money(sum(({ oneOff }) => oneOff)),
        money(sum(({ yearly }) => yearly)),
        money(sum(({ asked }) => asked)),
        money(sum(({ adopted }) => adopted)),
      ],
    ],
    empty: own.empty,
  };
};

const articlesTable = (years: readonly YearTotals[], language: DocumentLanguage): Block => {
  const own = words[language];
  const names = [...new Set(years.flatMap(({ articles }) => articles.map(({ article }) => article)))].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const cell = (totals: ArticleTotals | undefined): Inline[] => plain(totals ? euros(totals.oneOff + totals.yearly, language, { whole: true }) : own.noCost);
  return {
    type: 'table',
    columns: [{ title: own.article, width: 2.4 }, ...years.map(({ year }) => ({ title: String(year), width: 1.6 }))],
    rows: [
      ...names.map((name) => [plain(name === '' ? own.withoutArticle : name), ...years.map(({ articles }) => cell(articles.find(({ article }) => article === name)))]),
      ...(names.length > 0 ? [[[{ text: own.sum, bold: true }], ...years.map(({ oneOff, yearly }) => [{ text: euros(oneOff + yearly, language, { whole: true }), bold: true }])]] : []),
    ],
    empty: own.noCosts,
  };
};

const lastYearBlocks = ({ lastYear }: PlanFacts, language: DocumentLanguage): Block[] => {
  const own = words[language];
  if (lastYear.lines.length === 0) return [{ type: 'paragraph', content: plain(own.lastYearEmpty) }];
  const stateOf = ({ state, doneOn, reason, late }: LastYearLine): Inline[] => {
    if (doneOn) return plain(own.doneOn(shortDate(doneOn, language)));
    if (reason) return plain(own.givenUp(reason));
    return late ? [{ text: own.lateWord, bold: true }] : plain(own.states[state]);
  };
  return [
    { type: 'paragraph', content: plain(own.lastYearSentence(lastYear)) },
    {
      type: 'table',
      columns: [
        { title: own.number, width: 0.7 },
        { title: own.action, width: 5 },
        { title: own.due, width: 1.7 },
        { title: own.state, width: 3 },
      ],
      rows: lastYear.lines.map((line) => [plain(String(line.number)), plain(line.title), plain(line.dueOn ? shortDate(line.dueOn, language) : own.noDate), stateOf(line)]),
      empty: own.lastYearEmpty,
    },
  ];
};

const changesSection = ({ before }: PlanFacts, language: DocumentLanguage): Section => {
  const own = words[language];
  if (!before) return section('changes', own.change, [{ type: 'paragraph', content: plain(own.firstPlan) }]);
  const day = (date: CivilDate | undefined): string | null => (date ? shortDate(date, language) : null);
  return section('changes', own.changes(longDate(before.decidedOn, language)), [
    {
      type: 'table',
      columns: [
        { title: own.number, width: 0.7 },
        { title: own.action, width: 5 },
        { title: own.change, width: 1.6 },
        { title: own.due, width: 3.1 },
      ],
      rows: before.changes.map(({ number, title, kind, from, to }) => [
        plain(String(number)),
        plain(title),
        plain(own.changeKinds[kind]),
        plain(kind === 'done' && to ? own.doneOn(shortDate(to, language)) : own.fromTo(day(from), day(to))),
      ]),
      empty: own.noChange,
    },
  ]);
};

const introduction = (facts: PlanFacts, language: DocumentLanguage): Block[] => {
  const own = words[language];
  const actions = facts.actions.filter(({ state }) => state === 'planned' || state === 'underWay').length;
  const sum = (of: (totals: YearTotals) => number): number => facts.years.reduce((total, year) => total + of(year), 0);
  const figures = {
    first: facts.year,
    last: facts.year + 2,
    actions,
    carried: facts.carried,
    days: daysText(
      sum(({ personDays }) => personDays),
      language,
    ),
    once: euros(
      sum(({ oneOff }) => oneOff),
      language,
      { whole: true },
    ),
    yearly: euros(
      sum(({ yearly }) => yearly),
      language,
      { whole: true },
    ),
  };
  const sentence = actions === 0 ? own.empty : [own.figures(figures), ...(facts.carried > 0 ? [own.carried(facts.carried)] : [])].join(' ');
  return [{ type: 'paragraph', content: plain(own.basis) }, { type: 'paragraph', content: plain(sentence) }, ...(facts.introduction ? written(facts.introduction) : [])];
};

const approvalOf = ({ outcome, decidedOn, decisionNumber }: Standing, language: DocumentLanguage): string => {
  const own = words[language];
  if (!outcome || !decidedOn) return own.pending;
  const date = longDate(decidedOn, language);
  return outcome === 'approved' ? own.approved(date, decisionNumber ?? null) : own.refused(date);
};

const footerOf = ({ outcome, decidedOn, decisionNumber, submittedOn }: Standing, language: DocumentLanguage, day: CivilDate): string => {
  const own = words[language];
  if (outcome && decidedOn) return outcome === 'approved' ? own.approvedFooter(longDate(decidedOn, language), decisionNumber ?? null) : own.refusedFooter(longDate(decidedOn, language));
  return submittedOn ? own.submittedFooter(longDate(submittedOn, language)) : own.draftFooter(longDate(day, language));
};

/** The three-year plan as a document: what it asks, year by year; how last year's went; what changed against the plan approved before. `day` is that of a draft. */
export const planModel = (facts: PlanFacts, language: DocumentLanguage, day: CivilDate, standing: Standing = {}): DocumentModel => {
  const own = words[language];
  const years = `${facts.year}-${facts.year + 2}`;
  const sign = (kind: 'president' | 'directorGeneral' | 'adviser') => {
    const name = facts.signatories[kind];
    return { capacity: own.capacities[kind], ...(name ? { name: plain(name) } : {}) };
  };
  return {
    language,
    layout: 'report',
    title: own.title(years),
    subtitle: own.subtitle,
    sender: { name: facts.centre.name, lines: facts.centre.lines },
    front: [
      { term: own.years, value: plain(facts.years.map(({ year }) => String(year)).join(', ')) },
      ...(facts.signatories.adviser ? [{ term: own.adviser, value: plain(facts.signatories.adviser) }] : []),
      ...(standing.submittedOn ? [{ term: own.submitted, value: plain(longDate(standing.submittedOn, language)) }] : []),
      { term: own.approval, value: plain(approvalOf(standing, language)) },
    ],
    sections: [
      section('introduction', own.introduction, introduction(facts, language)),
      section('totals', own.totals, [totalsTable(facts.years, language), { type: 'paragraph', content: plain(own.runningOn) }]),
      ...facts.slices.map(({ year, lines }) => section(`slice${year}`, own.slice(year), [sliceTable(lines, language, own.noneThatYear)])),
      ...(facts.undated.length > 0 ? [section('undated', own.undated, [{ type: 'paragraph', content: plain(own.undatedText) }, sliceTable(facts.undated, language, own.noneThatYear)])] : []),
      section('articles', own.articles, [articlesTable(facts.years, language)]),
      section('lastYear', own.lastYear(facts.lastYear.year), lastYearBlocks(facts, language)),
      changesSection(facts, language),
      section('signatures', own.signatures, [{ type: 'signatures', blocks: [sign('president'), sign('directorGeneral'), sign('adviser')] }]),
    ],
    runningTitle: own.title(years),
    footer: footerOf(standing, language, day),
    date: standing.decidedOn ?? standing.submittedOn ?? day,
  };
};
