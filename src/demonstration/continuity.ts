import type { CivilDate } from '../kernel/dates.ts';
import { searchText } from '../kernel/search.ts';
import type { RunResult } from '../modules/continuity/backup.ts';
import { isOver, type Schedule, slotsBetween } from '../modules/continuity/schedule.ts';
import { enterTest, keepPlanChecks, keepReport, plansKept } from '../modules/continuity/server/service.ts';
import { checksOf, enterIntervention } from '../modules/interventions/server/service.ts';
import type { RestoreTestInput } from '../modules/continuity/restore.ts';
import { fill } from '../modules/continuity/register-words.ts';
import { ruleFrom } from '../modules/continuity/report.ts';
import { wordsOf } from '../modules/continuity/words.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { cataloguedResources, checkEachQuarter, type DemonstrationRun, hasBackupPlans, insertRuns } from './continuity-store.ts';
import { continuityWords } from './continuity-words.ts';
import { addDays, workday } from './days.ts';
import type { Diary } from './diary.ts';
import { hasInterventions } from './interventions-store.ts';
import { hasMess, patternLength } from './mess.ts';
import { randomOf, type Random } from './random.ts';

type Key = 'files' | 'social' | 'desk' | 'paper' | 'old';
type Told = {
  key: Key;
  kind: string;
  method: string;
  weekdays: number[];
  times: string[];
  onHolidays: boolean;
  ago: number;
  endedAgo?: number;
  source: DemonstrationRun['source'];
  minutes: number;
  megabytes: number;
};

const plans: readonly Told[] = [
  { key: 'files', kind: 'server', method: 'mixed', weekdays: [1, 2, 3, 4, 5], times: ['22:00'], onHolidays: true, ago: 1090, source: 'program', minutes: 95, megabytes: 41_000 },
  { key: 'social', kind: 'application', method: 'full', weekdays: [1, 2, 3, 4, 5, 6, 7], times: ['01:30'], onHolidays: true, ago: 1000, source: 'mail', minutes: 20, megabytes: 8200 },
  { key: 'desk', kind: 'computer', method: 'full', weekdays: [5], times: ['15:30'], onHolidays: false, ago: 1080, source: 'hand', minutes: 30, megabytes: 900 },
  { key: 'paper', kind: 'paper', method: 'copy', weekdays: [3], times: ['14:00'], onHolidays: false, ago: 700, source: 'hand', minutes: 60, megabytes: 300 },
  { key: 'old', kind: 'server', method: 'incremental', weekdays: [1, 2, 3, 4, 5], times: ['20:00'], onHolidays: true, ago: 1090, endedAgo: 560, source: 'hand', minutes: 240, megabytes: 22_000 },
];

/** The entry of the catalogue that a backup is of. */
const named: Partial<Record<Key, string>> = { files: 'mainServer', desk: 'standAloneComputer' };

/** Summers and ends of year have holes: whoever changes the disk is away, and machines are hot. */
const chances = (on: CivilDate, source: DemonstrationRun['source']): { failed: number; silent: number } => {
  const day = on.slice(5);
  const summer = day >= '07-05' && day <= '08-20';
  const endOfYear = day >= '12-23' || day <= '01-02';
  if (source === 'hand') return { failed: 0.015, silent: summer || endOfYear ? 0.4 : 0.03 };
  return { failed: summer ? 0.03 : 0.008, silent: endOfYear ? 0.04 : 0.002 };
};

const resultOf = (random: Random, on: CivilDate, source: DemonstrationRun['source']): RunResult | undefined => {
  const { failed, silent } = chances(on, source);
  if (random.chance(silent)) return undefined;
  if (random.chance(failed)) return 'failed';
  return random.chance(0.02) ? 'warning' : 'good';
};

/**
 * Three years of backups: plans, and how each planned run ended; tests and checks, which are interventions too, go into the diary. Nothing happens where
 * there are some, or where a centre has just joined.
 */
export const recordContinuity = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, diary: Diary, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  await db.tx(
    scope,
    async (tx) => {
      if (!(await hasBackupPlans(tx, centre.id))) await insertPlans(tx, centre, today);
      if (await hasInterventions(tx, centre.id)) return;
      const words = continuityWords[centre.organization.documentLanguage];
      const kept = new Map((await plansKept(tx, centre.id)).map(({ id, name }) => [name, id]));
      const made = new Map(plans.flatMap(({ key }): [Key, string][] => (kept.has(words[key].name) ? [[key, kept.get(words[key].name)!]] : [])));
      tellTests(diary, centre, made, today);
      await tellChecks(tx, diary, centre, made, today);
    },
    { seconds: 60 },
  );
};

const insertPlans = async (tx: Tx, centre: Centre, today: CivilDate): Promise<void> => {
  const rank = centre.index % patternLength;
  const words = continuityWords[centre.organization.documentLanguage];
  const random = randomOf(`continuity/${centre.index}`);
  // The morning of the day on which the story ends.
  const now = new Date(`${today}T08:00:00Z`);
  const made = new Map<Key, string>();
  const resources = await cataloguedResources(tx, centre.id, Object.values(named));
  for (const told of plans) {
    const { key, kind, method, weekdays, times, onHolidays, source } = told;
    const { name, what, place, offSite } = words[key];
    const schedule: Schedule = { weekdays, times, onHolidays, scheduledSince: addDays(today, -told.ago), endedOn: told.endedAgo ? addDays(today, -told.endedAgo) : null };
    const plan = await insertRecord(tx, 'backupPlan', centre.id, {
      ...schedule,
      name,
      kind,
      what,
      method,
      place,
      // One centre in four keeps all it has under one roof, and nobody looked whether the computer that stands alone is encrypted.
      offSite: key === 'desk' && rank % 4 === 0 ? undefined : offSite,
      mirror: key === 'social',
      encrypted: key === 'desk' ? (rank % 3 === 0 ? undefined : false) : key !== 'old',
      keptDays: key === 'social' ? 90 : 35,
      resourceId: named[key] && resources.get(named[key]),
      personId: key === 'paper' && rank % 5 === 2 ? undefined : centre.cast.technician,
      note: key === 'files' ? words.note : undefined,
      searchText: searchText(name, what),
    });
    await keepPlanChecks(tx, centre.id, plan.id, plan);
    const slots = slotsBetween(schedule, schedule.scheduledSince, schedule.endedOn ?? today).filter((slot) => isOver(slot, now));
    const runs = slots.flatMap(({ on, time }, index): DemonstrationRun[] => {
      const last = index === slots.length - 1 && !schedule.endedOn;
      // The story of today: in the first centre nobody has noted the last disk; elsewhere the last night failed.
      const result = last ? (key === 'desk' && rank === 0 ? undefined : key === 'files' && rank === 4 ? 'failed' : 'good') : resultOf(random, on, source);
      if (!result) return [];
      const growth = 0.6 + (0.4 * index) / slots.length;
      return [
        {
          planId: plan.id,
          plannedOn: on,
          plannedTime: time,
          result,
          minutes: Math.round(told.minutes * growth * (0.9 + random.next() * 0.2)),
          megabytes: result === 'failed' ? null : Math.round(told.megabytes * growth),
          source,
          carriedOut: source === 'hand' && result !== 'failed',
          note: result === 'failed' ? random.pick(words.failures) : result === 'warning' ? words.warning : null,
        },
      ];
    });
    await insertRuns(tx, centre.id, runs);
    made.set(key, plan.id);
  }
  await insertProofs(tx, centre, today);
  await checkEachQuarter(tx, centre.id);
  await insertReports(tx, centre, made, now);
};

/** What was decided and exercised. */
const insertProofs = async (tx: Tx, centre: Centre, today: CivilDate): Promise<void> => {
  const rank = centre.index % patternLength;
  const words = continuityWords[centre.organization.documentLanguage];
  // One council in four has decided nothing yet.
  if (rank % 4 !== 3) {
    const decision = { decidedBy: 'council', reference: words.point };
    await insertRecord(tx, 'recoveryObjective', centre.id, { ...decision, restartHours: 48, lossHours: 24, decidedOn: addDays(today, -980) });
    await insertRecord(tx, 'recoveryObjective', centre.id, { ...decision, restartHours: 24, lossHours: 24, decidedOn: addDays(today, -390) });
  } else await insertRecord(tx, 'recoveryProposal', centre.id, { restartHours: 24, lossHours: 24, reason: words.proposal, proposedOn: addDays(today, -12) });
  for (const [index, exercise] of words.exercises.entries()) {
    // The evening of calls is still to be held in every other centre.
    if (index === 1 && rank % 2 === 1) continue;
    const held = {
      heldOn: addDays(today, index === 0 ? -(410 - 20 * rank) : -130),
      scenario: index === 0 ? 'server' : 'building',
      form: index === 0 ? 'table' : 'alert',
      minutes: index === 0 ? 120 : 60,
    };
    await insertRecord(tx, 'continuityExercise', centre.id, { ...exercise, ...held, ledById: centre.cast.shared.adviser });
  }
};

/** What was restored: each year a little better, one year without anything, and this year too slow in the first centre. */
const tellTests = (diary: Diary, centre: Centre, made: ReadonlyMap<Key, string>, today: CivilDate): void => {
  const rank = centre.index % patternLength;
  const words = continuityWords[centre.organization.documentLanguage];
  const { technician } = centre.cast;
  const desk = { plan: 'desk' as const, what: words.desk1, extent: 'file' as const, readable: true };
  const tests: readonly (Omit<RestoreTestInput, 'planId' | 'testedOn'> & { plan: Key; ago: number })[] = [
    { plan: 'old', ago: 930, what: words.restored[0], extent: 'file', readable: false, note: words.unreadable },
    { plan: 'files', ago: 860, what: words.restored[0], extent: 'file', readable: true, minutes: 55, lostMinutes: 900 },
    { plan: 'files', ago: 420, what: words.restored[1], extent: 'system', readable: true, minutes: 1260, lostMinutes: 1000 },
    { ...desk, ago: 700, minutes: 45 },
    // In one centre in five the computer that stands alone was left out this year.
    ...(rank % 5 === 1 ? [] : [{ ...desk, ago: 310, minutes: 40 }]),
    { plan: 'social', ago: 200, what: words.restored[2], extent: 'database', readable: true, minutes: 190, lostMinutes: 540 },
    ...(rank % 3 === 0
      ? [{ plan: 'files' as const, ago: 24, what: words.restored[1], extent: 'system' as const, readable: true, minutes: 1730, lostMinutes: 960, note: words.slow }]
      : [{ plan: 'files' as const, ago: 60, what: words.restored[1], extent: 'system' as const, readable: true, minutes: 690, lostMinutes: 960 }]),
  ];
  for (const { plan, ago, ...told } of tests) {
    const testedOn = workday(addDays(today, -ago));
    diary.add(testedOn, (tx) => enterTest(tx, centre.id, { ...told, planId: made.get(plan)!, testedOn, personId: technician }, new Date(`${testedOn}T15:30:00Z`)));
  }
};

/** That backups can be read was looked at each quarter: here a little late, there forgotten of late, and once not good. */
const tellChecks = async (tx: Tx, diary: Diary, centre: Centre, made: ReadonlyMap<Key, string>, today: CivilDate): Promise<void> => {
  const rank = centre.index % patternLength;
  const words = continuityWords[centre.organization.documentLanguage];
  const random = randomOf(`continuity checks/${centre.index}`);
  const { technician } = centre.cast;
  for (const { key, ago, endedAgo } of plans) {
    const check = (await checksOf(tx, centre.id, [{ kind: 'backup', id: made.get(key)! }])).find(({ rule }) => rule === 'backupsChecked');
    // Whoever scans paper looked last in spring, in one centre in four.
    const last = key === 'paper' && rank % 4 === 1 ? 190 : 20;
    if (check)
      for (let before = ago - 80; before > Math.max(last, endedAgo ?? 0); before -= random.int(82, random.chance(0.2) ? 120 : 94)) {
        const on = workday(addDays(today, -before));
        const bad = random.chance(0.03);
        const result = bad ? { outcome: 'notGood' as const, result: words.unreadableFile, followUp: words.again } : { outcome: 'good' as const, result: words.checked };
        const subject = fill(wordsOf(centre.organization.documentLanguage).checkReadable, { name: words[key].name });
        const line = { nature: 'check' as const, subject, announcedOn: on, start: on, end: on, byPersonId: technician, checkId: check.id, originKind: 'backup', originId: made.get(key)!, ...result };
        diary.add(on, (later) => enterIntervention(later, centre.id, line));
      }
  }
};

/** Two reports that no rule could read yet wait in one centre in three. */
const insertReports = async (tx: Tx, centre: Centre, made: ReadonlyMap<Key, string>, now: Date): Promise<void> => {
  if (centre.index % 3 !== 0) return;
  const words = continuityWords[centre.organization.documentLanguage];
  for (const [index, { sender, subject, text }] of words.reports.entries())
    await keepReport(tx, centre.id, { from: sender, subject, text, receivedAt: new Date(now.getTime() - (index + 1) * 9 * 3_600_000) }, 'toSort');
  const report = { from: 'Socialis <backup@socialis.example>', subject: '[Success] Nightly', text: '' };
  await insertRecord(tx, 'backupReportRule', centre.id, ruleFrom(made.get('social')!, report, 'good')!);
};
