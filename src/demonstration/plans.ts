import { addMonths, type CivilDate } from '../kernel/dates.ts';
import type { ActionInput } from '../modules/plan/action.ts';
import { actionOf, addAction, asInput, findVersion, insertVersion, listVersions, prepareDecision, saveLeave, submitVersion, writeAction } from '../modules/plan/server/service.ts';
import { listDecisions } from '../modules/platform/server/store.ts';
import type { Database, Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';
import { planStory, type StoryAction, type StoryDay } from './plan-story.ts';
import { type PlanWords, planWords } from './plan-words.ts';

type Told = { id: string; story: StoryAction; first: number };

const dayOf = ([year, day]: StoryDay, first: number): CivilDate => `${first + year}-${day}`;
const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);

/** Of the story, what a centre has: the larger ones all of it, the others what falls to them. */
const storyOf = (centre: Centre): StoryAction[] => planStory.filter((_action, index) => centre.index < 2 || (index + centre.index) % 4 !== 0);

const inputOf = (story: StoryAction, first: number, created: CivilDate, centre: Centre, words: PlanWords, decision: string | undefined): ActionInput => {
  const { due, days, role, priority, cost, repeats, origin } = story;
  const dueOn = due && dayOf(due, first);
  const amount = (cost?.euros ?? 0) * 100;
  const asked = story.born > 0 && amount >= 100_000;
  return {
    title: words.titles[story.key]!,
    // What the director-general answers for, they answer for by name.
    ...(role === 'directorGeneral' ? { ownerId: centre.cast.directorGeneral } : role ? { ownerRole: role } : {}),
    priority,
    ...(dueOn ? { dueOn, ...(days > 2 && addMonths(dueOn, -6) > created ? { startOn: addMonths(dueOn, -6) } : {}) } : {}),
    state: 'planned',
    progress: 0,
    personDays: days,
    origins: [...(origin ? [{ kind: origin, reference: words.origins[origin] }] : []), ...(decision ? [{ kind: 'meeting' as const, id: decision }] : [])],
    costs: cost
      ? [{ kind: cost.kind, year: Number((dueOn ?? created).slice(0, 4)), amount, article: cost.article, source: 'ownBudget', decidedBy: amount > 500_000 ? 'council' : 'permanentBureau' }]
      : [],
    budgets: asked ? [{ year: Number((dueOn ?? created).slice(0, 4)), asked: amount, askedOn: addDays(created, 20) }] : [],
    ...(repeats ? { repeatsMonths: repeats } : {}),
  };
};

/** What an action has become by a day, from what it was. */
const become = (input: ActionInput, { story, first }: Told, day: CivilDate, words: PlanWords): ActionInput => {
  const { end, due, born } = story;
  if (!due || input.state === 'done' || input.state === 'givenUp') return input;
  const dueOn = dayOf(due, first);
  // The budgets of the first two plans were answered, some of them in part.
  const budgets = input.budgets.map((budget) =>
    born < 2 && budget.adopted === undefined && budget.askedOn && addDays(budget.askedOn, 90) <= day
      ? {
          ...budget,
          adopted: budget.asked > 1_000_000 ? Math.floor((budget.asked * 4) / 5) : budget.asked,
          adoptedOn: addDays(budget.askedOn, 90),
          reference: `${budget.year - 1}/${budget.asked % 97}`,
        }
      : budget,
  );
  const answered = { ...input, budgets };
  if (end === 'planned') return answered;
  if (end === 'givenUp') return dueOn <= day ? { ...answered, state: 'givenUp', givenUpReason: words.givenUp } : answered;
  if ('done' in end) {
    const doneOn = addDays(dueOn, end.done);
    return doneOn <= day ? { ...answered, state: 'done', progress: 100, doneOn, doneHow: words.done } : answered;
  }
  if ('slip' in end) return dueOn <= day ? { ...answered, dueOn: dayOf(end.slip, first) } : answered;
  return addMonths(dueOn, -6) <= day ? { ...answered, state: 'underWay', progress: end.open } : answered;
};

const advance = async (tx: Tx, centre: Centre, told: readonly Told[], day: CivilDate, words: PlanWords): Promise<void> => {
  for (const each of told) {
    const row = await actionOf(tx, centre.id, each.id);
    const input = asInput(row);
    const next = become(input, each, day, words);
    if (JSON.stringify(next) !== JSON.stringify(input)) await writeAction(tx, centre.id, day, row, row.version, next);
  }
};

/** Puts the plan of a year to the council, and has it approved in October, as if the clock stood on those days. */
const putToCouncil = async (db: Database, scope: Scope, centre: Centre, year: number, words: PlanWords, decided: boolean): Promise<void> => {
  const before = year - 1;
  const id = await db.tx(scope, async (tx) => {
    const version = await insertVersion(tx, centre.id, { year, language: centre.organization.documentLanguage, introduction: words.introduction, draftedOn: `${before}-09-04` });
    await submitVersion(tx, centre.id, version, (await findVersion(tx, centre.id, version))!.version, `${before}-09-21`, `${before}-09-21`);
    return version;
  });
  if (!decided) return;
  const record = await prepareDecision({ db, now: () => noon(`${before}-10-14`) }, scope, centre.id, id, {
    decidedOn: `${before}-10-12`,
    outcome: 'approved',
    decisionNumber: `${before}/10-${(centre.index % 9) + 2}`,
  });
  await db.tx(scope, record);
};

/**
 * Three years of plans, through the same rules as anybody's: each August new actions, in autumn the plan of the next year, in between what was done,
 * put off, given up. The plan of the year to come waits for the council in some centres; in one it has not left in time for the budget. Nothing
 * happens where there are plans already.
 */
export const recordPlans = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => listVersions(tx, centre.id))).length > 0) return;
  const words = planWords[centre.organization.documentLanguage];
  const thisYear = Number(today.slice(0, 4));
  const decisions = await db.tx(scope, async (tx) => (await listDecisions(tx, centre.id, {}, today).orderBy('platformDecision.id').limit(2).execute()) as { id: string }[]);
  const told: Told[] = [];
  for (const born of [0, 1, 2] as const) {
    const first = thisYear - 1 + born;
    const created = `${first - 1}-08-24`;
    if (created > today) break;
    await db.tx(scope, async (tx) => {
      await advance(tx, centre, told, created, words);
      for (const story of storyOf(centre).filter((action) => action.born === born)) {
        const decision = story.key === 'undertakings' ? decisions[0]?.id : story.key === 'phones' ? decisions[1]?.id : undefined;
        told.push({ story, first, id: await addAction(tx, centre.id, created, inputOf(story, first, created, centre, words, decision)) });
      }
    });
    const left = centre.index % 3 !== 1 || born < 2;
    if (left && `${first - 1}-10-14` <= today) await putToCouncil(db, scope, centre, first, words, born < 2);
  }
  await db.tx(scope, async (tx) => {
    await advance(tx, centre, told, today, words);
    if (centre.index % 5 === 2) await saveLeave(tx, centre.id, { month: 10, day: 15 });
  });
};
