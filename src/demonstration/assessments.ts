import type { CivilDate } from '../kernel/dates.ts';
import { type Norm, normById } from '../modules/norms/framework.ts';
import { resultOf } from '../modules/norms/scoring.ts';
import {
  acknowledgeAssessment,
  listAssessments,
  listRows,
  openAssessment,
  prepareAssessment,
  readFramework,
  refreshSummary,
  submitAssessment,
  validateAssessment,
} from '../modules/norms/server/service.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import { type Answer, closeAssessment, type Days, type Proof, setClosing, writeAnswers, writeEvidence } from './assessments-store.ts';
import { type AssessmentWords, assessmentWords } from './assessment-words.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';
import { randomOf } from './random.ts';

const framework = { id: 'bcss-minimum', version: '2026.3' } as const;
/** The centre, among each twelve, that has let the day of closing go by, the one whose answers wait for the director-general, and the one whose evidence has run out. */
const late = 1;
const waiting = 2;
const outdated = 3;
/** The one centre whose last year went through the whole of its life, drawn and frozen: that takes longer than all the rest of its three years. */
const keptWhole = 0;
/** This year's questionnaire was opened so many days ago and closes in so many; the years before went as long before. */
const opened = 41;
const closing = 23;
/** So many days ago the answers that wait were handed over. */
const waitsFor = 3;

/** How much of what is asked a centre follows in each of the three years: each its own, and each a little better with the years. */
const shares = (index: number): readonly [number, number, number] => {
  const first = 0.42 + ((index * 7) % patternLength) * 0.035;
  return [first, first + 0.1, first + 0.17];
};

/** The chapters of this year that the adviser has been through; the others are as last year left them. */
const lookedAt = ({ index }: Centre, chapters: readonly string[]): readonly string[] => {
  if (index % patternLength === waiting) return chapters;
  return index % patternLength === late ? ['5'] : ['5', '6', '7', '8', '11'];
};

/** Accounts of those who take the steps. */
export type AssessmentCast = { adviser: string | undefined; director: string | undefined };

/**
 * Three years of the questionnaire on the minimum norms: two that were sent and acknowledged, and this year's in hand, with some chapters handed
 * out, some answers still to be confirmed, one centre past its day, one whose director-general is to validate and one with evidence that has run out. Nothing happens where there are some.
 */
export const recordAssessments = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, cast: AssessmentCast, today: CivilDate): Promise<void> => {
  const { id } = centre;
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => listAssessments(tx, id))).length > 0) return;
  for (const [turn, share] of shares(centre.index).entries()) {
    const day = addDays(today, -opened - (2 - turn) * 365);
    const assessment = await db.tx(scope, (tx) => recordYear(tx, centre, { turn, share, day, today }), { seconds: 60 });
    const whole = centre.index === keptWhole && turn === 1;
    const days: Days = { prepared: addDays(day, 40), validated: addDays(day, 47), submitted: addDays(day, 52), acknowledged: addDays(day, 66) };
    const { acknowledgement } = assessmentWords[centre.organization.documentLanguage];
    if (whole) await live({ db }, scope, id, assessment, cast, days, acknowledgement);
    else if (turn < 2) await db.tx(scope, (tx) => closeAssessment(tx, id, assessment, days, acknowledgement));
    else if (centre.index % patternLength === waiting) await db.tx(scope, (tx) => handOver(tx, id, assessment, cast, addDays(today, -waitsFor)));
  }
};

const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);
const versionOf = async (tx: Tx, organizationId: string, id: string): Promise<number> => (await listAssessments(tx, organizationId)).find((one) => one.id === id)!.version;

const handOver = async (tx: Tx, organizationId: string, id: string, { adviser }: Pick<AssessmentCast, 'adviser'>, on: CivilDate): Promise<void> => {
  await prepareAssessment(tx, organizationId, id, await versionOf(tx, organizationId, id), true, on, { at: noon(on), accountId: adviser ?? null });
};

/** A year through the same rules as anybody's, as if the clock stood on each of those days: what was sent is kept as it went. */
const live = async ({ db }: Pick<Services, 'db'>, scope: Scope, organizationId: string, id: string, { adviser, director }: AssessmentCast, days: Days, acknowledgement: string): Promise<void> => {
  await db.tx(scope, async (tx) => {
    await handOver(tx, organizationId, id, { adviser }, days.prepared);
    await validateAssessment(tx, organizationId, id, await versionOf(tx, organizationId, id), days.validated, { at: noon(days.validated), accountId: director ?? null });
  });
  const version = await db.tx(scope, (tx) => versionOf(tx, organizationId, id));
  const sender: Scope = adviser ? { ...scope, actor: { kind: 'account', id: adviser } } : scope;
  await submitAssessment({ db, now: () => noon(days.submitted) }, sender, organizationId, id, version);
  await db.tx(scope, async (tx) =>
    acknowledgeAssessment(tx, organizationId, id, await versionOf(tx, organizationId, id), { acknowledgedOn: days.acknowledged, acknowledgement }, days.acknowledged, {
      at: noon(days.acknowledged),
      accountId: adviser ?? null,
    }),
  );
};

type Year = { turn: number; share: number; day: CivilDate; today: CivilDate };
const recordYear = async (tx: Tx, centre: Centre, { turn, share, day, today }: Year): Promise<string> => {
  const { id } = centre;
  const words = assessmentWords[centre.organization.documentLanguage];
  const last = turn === 2;
  const closesOn = addDays(day, opened + closing);
  const assessment = await openAssessment(tx, id, day, { frameworkId: framework.id, frameworkVersion: framework.version, year: Number(day.slice(0, 4)), closesOn, carry: true });
  const text = (await readFramework(tx, framework.id, framework.version))!;
  const rows = await listRows(tx, id, { assessmentId: assessment });
  const chapters = text.chapters.map((chapter) => chapter.id);
  const done = new Set(last ? lookedAt(centre, chapters) : chapters);
  const answers: Answer[] = [];
  const proofs: Proof[] = [];
  for (const row of rows) {
    const { norm } = normById(text, row.normId)!;
    // Chance belongs to the centre and the norm: a year changes how much is followed, not what.
    const random = randomOf(`${centre.index}/${row.normId}`);
    const [owner, unanswered, commented, proved] = [ownerOf(centre, row.chapterId), random.chance(0.12), random.chance(0.35), random.chance(0.25)];
    if (last && !done.has(row.chapterId)) {
      // Some of what was carried over is left open: the adviser would rather look at it again.
      if (unanswered) answers.push({ ...blank(row.id, owner), confirmed: true });
      else if (owner) answers.push({ ...row, answer: row.answer === 'notApplicable' ? row.answer : null, ownerId: owner, confirmed: false });
      continue;
    }
    const answer = answerOf(row, norm, share, random.next, words, commented ? random.pick(words.comments) : null);
    answers.push({ ...answer, ownerId: last ? owner : null });
    if (turn === 0 || last) proofs.push(...proofsOf(centre, row.id, norm, answer, proved ? random.pick(words.links) : undefined, { turn, day, today }));
  }
  await writeAnswers(tx, id, answers, new Date(`${addDays(day, 20)}T11:00:00Z`));
  await writeEvidence(tx, id, proofs, addDays(day, 10));
  await refreshSummary(tx, id, assessment);
  if (last && centre.index % patternLength === late) await setClosing(tx, id, assessment, addDays(today, -6));
  return assessment;
};

const blank = (id: string, ownerId: string | null): Answer => ({ id, answers: {}, answer: null, reason: null, comment: null, result: null, ownerId, confirmed: true });

/** Who answers: the technician for the technical chapters, the head of the social service for access; the adviser for the rest. */
const ownerOf = (centre: Centre, chapter: string): string | null => {
  if (chapter === '9') return centre.cast.heads.get('social') ?? null;
  return chapter === '12' || chapter === '13' ? centre.cast.technician : null;
};

const answerOf = (row: { id: string; byProfile: boolean }, norm: Norm, share: number, next: () => number, words: AssessmentWords, comment: string | null): Answer => {
  if (row.byProfile) return { ...blank(row.id, null), result: 'notApplicable' };
  if (next() < 0.03) return { ...blank(row.id, null), answer: 'notApplicable', reason: words.reason, result: 'notApplicable' };
  const answers = Object.fromEntries(norm.guidelines.map(({ id }) => [id, next() < share + (norm.liveFacts ? 0.3 : 0)]));
  const result = resultOf(
    'guidelines',
    norm.guidelines.map(({ id }) => id),
    { answers, answer: null, documentation: null, implementation: null, byProfile: false },
  );
  return { ...blank(row.id, null), answers, comment, result };
};

/** What proves an answer: from the first year on the facts that Beffroi knows, this year an address now and then; in one centre it has run out. */
const proofsOf = (centre: Centre, row: string, norm: Norm, answer: Answer, link: AssessmentWords['links'][number] | undefined, { turn, day, today }: Omit<Year, 'share'>): Proof[] => {
  if (answer.result !== 'yes' && answer.result !== 'partly') return [];
  const none = { url: null, fact: null, title: null, validUntil: null };
  const until = centre.index % patternLength === outdated ? addDays(today, -17) : addDays(day, 400);
  return [...(turn === 0 ? (norm.liveFacts ?? []).map((fact) => ({ ...none, row, fact })) : []), ...(link && turn === 2 ? [{ ...none, row, ...link, validUntil: until }] : [])];
};
