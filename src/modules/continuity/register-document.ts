import type { Block, DocumentModel, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import { type BackupPlanInput, type PlanFault, faultsOf } from './backup.ts';
import { cells, dayCell, plain, sheet } from './register-cells.ts';
import { type CopyFacts, copiesTable, type OutageFacts, outageSheets, outagesTable } from './register-outages.ts';
import { fill, longDate, monthName, registerWords, roomWords, shortDate } from './register-words.ts';
import { isMiss, type RecoveryObjectiveInput, type RestoreTestInput, type ExerciseInput, spanText, verdictOf } from './restore.ts';
import type { PlanState } from './schedule.ts';
import type { Month } from './tally.ts';

type Nullable<T> = { [K in keyof T]: T[K] | null };
export type PlanFacts = Nullable<
  Pick<Required<BackupPlanInput>, 'offSite' | 'encrypted' | 'keptDays' | 'personId'> & { personName: string; supplierName: string; goodOn: CivilDate; state: PlanState }
> &
  Pick<BackupPlanInput, 'name' | 'kind' | 'what' | 'method' | 'weekdays' | 'times' | 'onHolidays' | 'place' | 'mirror'>;
export type ObjectiveFacts = Pick<RecoveryObjectiveInput, 'restartHours' | 'lossHours' | 'decidedBy' | 'decidedOn'> & { planId: string | null; planName: string | null; reference: string | null };
export type TestFacts = Pick<RestoreTestInput, 'testedOn' | 'what' | 'extent' | 'readable'> & {
  planName: string;
  minutes: number | null;
  lostMinutes: number | null;
  restartHours: number | null;
  lossHours: number | null;
  personName: string | null;
  supplierName: string | null;
  interventionNumber: string | null;
  note: string | null;
};
export type ExerciseFacts = Pick<ExerciseInput, 'heldOn' | 'scenario' | 'form' | 'title' | 'participants'> & { lessons: string | null; ledByName: string | null };
/** What a register shows: the backups that go on, the runs of the last twelve months, what was decided, restored and exercised in three years, what was lost in them, the copies of the plan that are outside, and what is not backed up. */
export type RegisterFacts = {
  centre: { name: string; lines: readonly string[] };
  plans: readonly PlanFacts[];
  months: readonly Month[];
  objectives: readonly ObjectiveFacts[];
  tests: readonly TestFacts[];
  exercises: readonly ExerciseFacts[];
  outages: readonly OutageFacts[];
  copies: readonly CopyFacts[];
  /** The instant until which what is still lost has lasted. */
  now: Date;
  /** Servers and computers that stand alone without a backup, by name. */
  uncovered: readonly string[];
  /** Whether paper is copied. */
  paper: boolean;
};

export const objectiveOf = (test: TestFacts) => (test.restartHours && test.lossHours ? { restartHours: test.restartHours, lossHours: test.lossHours } : undefined);

const whenOf = (plan: PlanFacts, language: DocumentLanguage): string => {
  const own = roomWords(language);
  const days = plan.weekdays.length === 7 ? registerWords(language).everyDay : plan.weekdays.map((day) => own.weekdays[String(day) as '1']).join(', ');
  return `${fill(own.plan.schedule, { days, times: plan.times.join(', ') })}${plan.onHolidays ? '' : `, ${own.plan.noHolidays}`}`;
};
const whereOf = (plan: PlanFacts, language: DocumentLanguage): string => {
  const own = registerWords(language);
  return [plan.place, plan.offSite ? `${own.outside}${plan.offSite}` : roomWords(language).faults.noOffSite, plan.mirror ? own.mirrored : ''].filter(Boolean).join('\n');
};
const stateOf = (plan: PlanFacts, language: DocumentLanguage): string => {
  const own = roomWords(language);
  return [plan.state ? own.states[plan.state] : '', plan.goodOn ? `${registerWords(language).lastGood}${shortDate(plan.goodOn)}` : ''].filter(Boolean).join('\n');
};
const faultsText = (plan: PlanFacts, language: DocumentLanguage): string =>
  faultsOf(plan)
    .map((fault: PlanFault) => roomWords(language).faults[fault])
    .join(', ');

/** What was decided, as sentences: of the whole centre, and of each backup, the newest decision. */
export const objectiveSentences = (objectives: readonly ObjectiveFacts[], language: DocumentLanguage): string[] => {
  const own = roomWords(language);
  return objectives
    .filter((one, index) => objectives.findIndex(({ planId }) => planId === one.planId) === index)
    .map((one) =>
      fill(own.objective.sentence, {
        what: one.planName ?? own.objective.whole,
        by: own.deciders[one.decidedBy],
        restart: spanText(one.restartHours * 60),
        loss: spanText(one.lossHours * 60),
        date: longDate(one.decidedOn, language),
        reference: one.reference ? ` (${one.reference})` : '',
      }),
    );
};

/** Restore tests as a table, the newest first. */
export const testsTable = (tests: readonly TestFacts[], language: DocumentLanguage): Block => {
  const own = roomWords(language);
  const words = registerWords(language);
  return {
    type: 'table',
    columns: [
      { title: own.fields.testedOn, width: 1.6 },
      { title: own.fields.planName, width: 2 },
      { title: own.restores.what, width: 2.5 },
      { title: own.restores.took, width: 1.2 },
      { title: own.restores.objective, width: 1.8 },
      { title: words.by, width: 1.7 },
    ],
    rows: tests.map((test) => {
      const verdict = verdictOf(test, objectiveOf(test));
      return cells(
        shortDate(test.testedOn),
        test.planName,
        [test.what, isMiss(verdict) && test.note ? test.note : ''].filter(Boolean).join('\n'),
        test.minutes === null ? '–' : spanText(test.minutes),
        own.verdicts[verdict],
        [test.personName ?? test.supplierName ?? '', test.interventionNumber ? `${own.fields.interventionNumber} ${test.interventionNumber}` : ''].filter(Boolean).join('\n'),
      );
    }),
    empty: words.noTest,
  };
};

const wanting = (facts: RegisterFacts, language: DocumentLanguage): Block => {
  const words = registerWords(language);
  const items = [
    ...facts.plans.flatMap((plan) => (faultsOf(plan).length > 0 ? [{ term: plan.name, description: plain(faultsText(plan, language)) }] : [])),
    ...facts.uncovered.map((name) => ({ term: name, description: plain(words.uncovered) })),
    ...(facts.paper ? [] : [{ term: words.paper, description: plain(words.noPaper) }]),
  ];
  return items.length > 0 ? { type: 'definitions', items } : { type: 'paragraph', content: plain(words.nothingWanting) };
};

const objectives = (facts: RegisterFacts, language: DocumentLanguage): Block[] => {
  const sentences = objectiveSentences(facts.objectives, language);
  return sentences.length > 0 ? [{ type: 'list', ordered: false, items: sentences.map(plain) }] : [{ type: 'paragraph', content: plain(roomWords(language).objective.none) }];
};

const exercisesTable = (exercises: readonly ExerciseFacts[], language: DocumentLanguage): Block => {
  const own = roomWords(language);
  return {
    type: 'table',
    columns: [
      { title: own.fields.heldOn, width: 1.6 },
      { title: own.fields.title, width: 2 },
      { title: own.fields.scenario, width: 1.8 },
      { title: own.fields.participants, width: 2 },
      { title: own.fields.lessons, width: 3 },
    ],
    rows: exercises.map((one) => cells(shortDate(one.heldOn), one.title, `${own.scenarios[one.scenario]}\n${own.forms[one.form]}`, one.participants, one.lessons ?? '')),
    empty: registerWords(language).noExercise,
  };
};

/** The register of continuity of a day: what is backed up and how, how the runs of a year ended, what was decided, restored, exercised and lost, and what is wanting (POL 1.6; MES 2.8). */
export const registerModel = (facts: RegisterFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = roomWords(language);
  const words = registerWords(language);
  const section = (key: string, title: string, ...blocks: Block[]): Section => ({ key, level: 1, title, blocks });
  return {
    language,
    layout: 'report',
    title: words.title,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [],
    sections: [
      section('plans', own.tabs.backups, {
        type: 'table',
        columns: [
          { title: own.fields.name, width: 1.9 },
          { title: own.fields.what, width: 2.2 },
          { title: words.when, width: 2 },
          { title: words.where, width: 2.2 },
          { title: words.who, width: 1.8 },
          { title: own.fields.state, width: 1.8 },
        ],
        rows: facts.plans.map((plan) =>
          cells(
            `${plan.name}\n${own.kinds[plan.kind]}`,
            plan.what,
            `${own.methods[plan.method]}\n${whenOf(plan, language)}`,
            whereOf(plan, language),
            [plan.personName, plan.supplierName].filter(Boolean).join('\n') || '–',
            stateOf(plan, language),
          ),
        ),
        empty: words.noPlan,
      }),
      section('wanting', words.wanting, wanting(facts, language)),
      section('runs', words.runs, {
        type: 'table',
        columns: [{ title: words.month, width: 2 }, { title: own.results.good }, { title: own.results.warning }, { title: own.results.failed }, { title: own.results.missed }, { title: words.share }],
        rows: facts.months.map(({ month, good, warning, failed, missed }) => {
          const all = good + warning + failed + missed;
          return cells(monthName(month, language), ...[good, warning, failed, missed].map(String), all === 0 ? '–' : `${Math.round((100 * (good + warning)) / all)}\u00a0%`);
        }),
        empty: words.noPlan,
      }),
      section('objectives', own.objective.title, ...objectives(facts, language)),
      section('tests', own.restores.title, testsTable(facts.tests, language)),
      section('exercises', own.exercises.title, exercisesTable(facts.exercises, language)),
      section('outages', own.outages.title, outagesTable(facts.outages, language, facts.now)),
      section('copies', words.copies, copiesTable(facts.copies, language)),
    ],
    runningTitle: words.title,
    footer: fill(words.footer, { date: longDate(day, language) }),
    date: day,
  };
};

/** The register as a workbook: backups, runs by month, restore tests, exercises, outages, copies outside. */
export const registerSheets = (facts: RegisterFacts, language: DocumentLanguage): WrittenSheet[] => {
  const own = roomWords(language);
  const words = registerWords(language);
  const f = own.fields;
  return [
    sheet(
      own.tabs.backups,
      [
        [f.name, 28],
        [f.kind, 18],
        [f.what, 40],
        [f.method, 22],
        [words.when, 34],
        [f.place, 30],
        [f.offSite, 30],
        [f.encrypted, 12],
        [f.personId, 24],
        [f.supplierId, 24],
        [f.state, 16],
        [f.goodOn, 14],
        [words.wanting, 40],
      ],
      facts.plans.map((plan) => [
        plan.name,
        own.kinds[plan.kind],
        plan.what,
        own.methods[plan.method],
        whenOf(plan, language),
        plan.place,
        plan.offSite ?? undefined,
        plan.encrypted === null ? own.form.unknown : plan.encrypted ? own.form.yes : own.form.no,
        plan.personName ?? undefined,
        plan.supplierName ?? undefined,
        plan.state ? own.states[plan.state] : undefined,
        dayCell(plan.goodOn),
        faultsText(plan, language) || undefined,
      ]),
    ),
    sheet(
      words.runsSheet,
      [
        [words.month, 18],
        [own.results.good, 14],
        [own.results.warning, 14],
        [own.results.failed, 14],
        [own.results.missed, 14],
      ],
      facts.months.map(({ month, good, warning, failed, missed }) => [monthName(month, language), good, warning, failed, missed]),
    ),
    sheet(
      words.testsSheet,
      [
        [f.testedOn, 14],
        [f.planName, 28],
        [own.restores.what, 40],
        [f.extent, 18],
        [f.readable, 10],
        [f.minutes, 14],
        [f.lostMinutes, 14],
        [f.restartHours, 14],
        [f.lossHours, 14],
        [own.restores.objective, 20],
        [words.by, 26],
        [f.interventionNumber, 14],
        [f.note, 40],
      ],
      facts.tests.map((test) => [
        dayCell(test.testedOn),
        test.planName,
        test.what,
        own.extents[test.extent],
        test.readable ? own.form.yes : own.form.no,
        test.minutes ?? undefined,
        test.lostMinutes ?? undefined,
        test.restartHours ?? undefined,
        test.lossHours ?? undefined,
        own.verdicts[verdictOf(test, objectiveOf(test))],
        test.personName ?? test.supplierName ?? undefined,
        test.interventionNumber ?? undefined,
        test.note ?? undefined,
      ]),
    ),
    sheet(
      own.exercises.title,
      [
        [f.heldOn, 14],
        [f.title, 30],
        [f.scenario, 24],
        [f.form, 18],
        [f.ledByName, 24],
        [f.participants, 36],
        [f.lessons, 50],
      ],
      facts.exercises.map((one) => [dayCell(one.heldOn), one.title, own.scenarios[one.scenario], own.forms[one.form], one.ledByName ?? undefined, one.participants, one.lessons ?? undefined]),
    ),
    ...outageSheets(facts.outages, facts.copies, language, facts.now),
  ];
};
