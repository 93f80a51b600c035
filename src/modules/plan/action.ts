import { z } from 'zod';
import { addMonths, CivilDate } from '../../kernel/dates.ts';
import { Cents } from '../../kernel/money.ts';
import type { MandateKind } from '../people/mandate.ts';

/** What an action may come from: a record of another room, by its id; or something that no room keeps, by a reference in words. */
export const originKinds = ['norm', 'finding', 'advice', 'incident', 'risk', 'meeting', 'council', 'intervention', 'continuity', 'round', 'contract', 'inventory'] as const;
export type OriginKind = (typeof originKinds)[number];
export const priorities = ['high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];
export const actionStates = ['planned', 'underWay', 'done', 'givenUp'] as const;
export type ActionState = (typeof actionStates)[number];
export const costKinds = ['oneOff', 'yearly'] as const;
export const moneySources = ['ownBudget', 'subsidy', 'pool', 'other'] as const;
export const costDeciders = ['council', 'permanentBureau', 'directorGeneral'] as const;
/** To whom an action may fall where it falls to no single person. */
export const ownerRoles = [
  'directorGeneral',
  'adviser',
  'deputyAdviser',
  'dpo',
  'itHead',
  'itAgent',
  'itSecurityOfficer',
  'financeDirector',
  'localCorrespondent',
  'archivist',
  'president',
] as const satisfies readonly MandateKind[];
export type OwnerRole = (typeof ownerRoles)[number];

const text = (max: number) => z.string().trim().min(1).max(max);
export const BudgetYear = z.int().min(2000).max(2199);

export const Origin = z
  .strictObject({ kind: z.enum(originKinds), id: z.uuid().toLowerCase().optional(), reference: text(200).optional() })
  .refine((origin) => Boolean(origin.id) !== Boolean(origin.reference), { message: 'recordOrReference', path: ['reference'] })
  .meta({ id: 'PlanOriginData', example: { kind: 'incident', reference: 'Panne du 12 mars' } });
export type Origin = z.infer<typeof Origin>;

/** One line of cost: once in a budget year, or each year from one until another (or without end). */
export const Cost = z
  .strictObject({
    kind: z.enum(costKinds),
    year: BudgetYear,
    untilYear: BudgetYear.optional(),
    amount: Cents,
    /** Of the budget: `1041/74253`. */
    article: text(60).optional(),
    source: z.enum(moneySources).optional(),
    decidedBy: z.enum(costDeciders).optional(),
  })
  .refine((cost) => cost.untilYear === undefined || cost.kind === 'yearly', { message: 'untilOfOneOff', path: ['untilYear'] })
  .refine((cost) => cost.untilYear === undefined || cost.untilYear >= cost.year, { message: 'untilBeforeYear', path: ['untilYear'] })
  .meta({ id: 'PlanCostData', example: { kind: 'yearly', year: 2027, amount: 125_000, article: '104/12313' } });
export type Cost = z.infer<typeof Cost>;

/** What was asked for in the budget of a year, and what was adopted, by which decision. */
export const Budget = z
  .strictObject({ year: BudgetYear, asked: Cents, askedOn: CivilDate.optional(), adopted: Cents.optional(), adoptedOn: CivilDate.optional(), reference: text(120).optional() })
  .refine((budget) => (budget.adopted === undefined) === (budget.adoptedOn === undefined), { message: 'adoptedWithDate', path: ['adoptedOn'] })
  .refine((budget) => budget.reference === undefined || budget.adopted !== undefined, { message: 'referenceWithoutAdopted', path: ['reference'] })
  .refine((budget) => !budget.askedOn || !budget.adoptedOn || budget.askedOn <= budget.adoptedOn, { message: 'adoptedBeforeAsked', path: ['adoptedOn'] })
  .meta({ id: 'PlanBudgetData', example: { year: 2027, asked: 250_000, askedOn: '2026-09-15' } });
export type Budget = z.infer<typeof Budget>;

/** An action as a client sends it, whole. Rules that need the day are `actionFaults`. */
export const ActionInput = z
  .strictObject({
    title: text(200),
    description: text(4000).optional(),
    origins: z.array(Origin).max(20).default([]),
    ownerId: z.uuid().optional(),
    ownerRole: z.enum(ownerRoles).optional(),
    priority: z.enum(priorities).default('normal'),
    startOn: CivilDate.optional(),
    dueOn: CivilDate.optional(),
    state: z.enum(actionStates).default('planned'),
    /** Per cent. */
    progress: z.int().min(0).max(100).default(0),
    personDays: z.number().min(0).max(999).multipleOf(0.5, 'halfDays').default(0),
    costs: z.array(Cost).max(40).default([]),
    budgets: z.array(Budget).max(20).default([]),
    /** A recurring action: once done, the next falls due so many months after. */
    repeatsMonths: z.int().min(1).max(120).optional(),
    doneOn: CivilDate.optional(),
    doneHow: text(2000).optional(),
    givenUpReason: text(1000).optional(),
  })
  .refine((action) => !(action.ownerId && action.ownerRole), { message: 'personOrRole', path: ['ownerRole'] })
  .refine((action) => !action.startOn || !action.dueOn || action.startOn <= action.dueOn, { message: 'dueBeforeStart', path: ['dueOn'] })
  .refine((action) => !action.repeatsMonths || action.dueOn, { message: 'repeatsWithoutDue', path: ['dueOn'] })
  .refine((action) => new Set(action.budgets.map(({ year }) => year)).size === action.budgets.length, { message: 'yearTwice', path: ['budgets'] })
  .refine((action) => new Set(action.origins.map(({ kind, id, reference }) => `${kind}/${id ?? reference}`)).size === action.origins.length, { message: 'originTwice', path: ['origins'] })
  .refine((action) => (action.state === 'done') === Boolean(action.doneOn), { message: 'doneWithDate', path: ['doneOn'] })
  .refine((action) => action.state !== 'done' || action.doneHow, { message: 'proofMissing', path: ['doneHow'] })
  .refine((action) => (action.state === 'givenUp') === Boolean(action.givenUpReason), { message: 'givenUpWithReason', path: ['givenUpReason'] })
  .refine((action) => action.state !== 'planned' || action.progress === 0, { message: 'startedIsNotPlanned', path: ['state'] })
  .meta({ id: 'PlanActionData', example: { title: 'Chiffrer les ordinateurs portables', priority: 'high', dueOn: '2027-06-30', personDays: 3 } });
export type ActionInput = z.infer<typeof ActionInput>;

/** What whoever answers for an action says of it: how far it is, or when and how it was done. */
export const ProgressInput = z
  .strictObject({ progress: z.int().min(0).max(100), doneOn: CivilDate.optional(), doneHow: text(2000).optional() })
  .refine((own) => !own.doneOn || own.doneHow, { message: 'proofMissing', path: ['doneHow'] })
  .refine((own) => !own.doneHow || own.doneOn, { message: 'doneWithDate', path: ['doneOn'] })
  .meta({ id: 'PlanProgressData', example: { progress: 60 } });
export type ProgressInput = z.infer<typeof ProgressInput>;

export const isOpen = (state: ActionState): boolean => state === 'planned' || state === 'underWay';

/** Open after the last day of its term. */
export const isLate = (action: { state: ActionState; dueOn?: CivilDate | null | undefined }, today: CivilDate): boolean => isOpen(action.state) && Boolean(action.dueOn) && action.dueOn! < today;

/** What speaks against an action on a day: something done in the future, or before it began. */
export const actionFaults = (action: Pick<ActionInput, 'startOn' | 'doneOn' | 'budgets'>, today: CivilDate): { name: string; code: string }[] => [
  ...(action.doneOn && action.doneOn > today ? [{ name: 'doneOn', code: 'inTheFuture' }] : []),
  ...(action.doneOn && action.startOn && action.doneOn < action.startOn ? [{ name: 'doneOn', code: 'beforeStart' }] : []),
  ...action.budgets.flatMap(({ askedOn, adoptedOn }, index) => [
    ...(askedOn && askedOn > today ? [{ name: `budgets[${index}].askedOn`, code: 'inTheFuture' }] : []),
    ...(adoptedOn && adoptedOn > today ? [{ name: `budgets[${index}].adoptedOn`, code: 'inTheFuture' }] : []),
  ]),
];

/** What is kept of an action: what is done is so entirely. */
export const settled = <A extends Pick<ActionInput, 'state' | 'progress'>>(action: A): A => (action.state === 'done' ? { ...action, progress: 100 } : action);

/** The action after its owner has told of it: done with a day, planned at nothing, under way between. */
export const withProgress = (action: ActionInput, { progress, doneOn, doneHow }: ProgressInput): ActionInput => {
  const { doneOn: _on, doneHow: _how, ...rest } = action;
  if (doneOn) return { ...rest, state: 'done', progress: 100, doneOn, ...(doneHow ? { doneHow } : {}) };
  return { ...rest, state: progress === 0 && action.state === 'planned' ? 'planned' : 'underWay', progress };
};

/** Where the dues of a series are counted from: a due day, and which occurrence has it. */
export type Anchor = { on: CivilDate; occurrence: number };

/** The due day of an occurrence: so many months after the anchor, never after the occurrence before it, which may have had a shorter month. */
export const dueOf = (anchor: Anchor, months: number, occurrence: number): CivilDate => addMonths(anchor.on, months * (occurrence - anchor.occurrence));

/**
 * The occurrence that follows a recurring action once it is done; undefined for one that does not recur. It falls due so many months after this
 * one was due, however late it was done: no period is left without its action. Costs of once are foreseen again, as many years later as it
 * falls due; a yearly cost runs on with the first, and a budget is asked for anew.
 */
export const nextOccurrence = (action: ActionInput, occurrence: number, anchor: Anchor): ActionInput | undefined => {
  if (!action.repeatsMonths || !action.dueOn) return undefined;
  const { doneOn: _on, doneHow: _how, givenUpReason: _reason, ...rest } = action;
  const dueOn = dueOf(anchor, action.repeatsMonths, occurrence + 1);
  const years = Number(dueOn.slice(0, 4)) - Number(action.dueOn.slice(0, 4));
  const startOn = action.startOn && addMonths(action.startOn, action.repeatsMonths);
  return {
    ...rest,
    ...(startOn ? { startOn: startOn > dueOn ? dueOn : startOn } : {}),
    dueOn,
    state: 'planned',
    progress: 0,
    costs: action.costs.filter(({ kind }) => kind === 'oneOff').map((cost) => ({ ...cost, year: cost.year + years })),
    budgets: [],
  };
};
