import { z } from 'zod';
import { addMonths, CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();
const position = z.int().min(0).max(10_000).default(0);

/** What the disaster plan foresees (POL 9: building, server, telecommunications; people and ransomware since). */
export const planScenarios = ['building', 'server', 'telecommunications', 'people', 'ransomware'] as const;
export type PlanScenario = (typeof planScenarios)[number];
/** Steps of every scenario, and of each. */
export const stepScenarios = ['every', ...planScenarios] as const;
export type StepScenario = (typeof stepScenarios)[number];
export const stepPhases = ['atOnce', 'firstDay', 'after'] as const;
export type StepPhase = (typeof stepPhases)[number];

/** What somebody is called for: who decides first, then inside, then outside. */
export const callTasks = ['leads', 'replaces', 'security', 'informatics', 'services', 'premises', 'communication', 'privacy', 'rescue', 'supplier', 'authority', 'insurance', 'other'] as const;
export type CallTask = (typeof callTasks)[number];
/** Who decides that the plan is played, and takes its decisions. */
export const deciding: readonly CallTask[] = ['leads', 'replaces'];

/** Whom to call: a person or a firm of the registers, or somebody outside by name. */
export const CallEntryInput = z
  .strictObject({
    position,
    task: z.enum(callTasks),
    personId: id.optional(),
    supplierId: id.optional(),
    name: text(120).optional(),
    /** Left empty, the number of the register is printed. */
    phone: text(40).optional(),
    secondPhone: text(40).optional(),
    calledById: id.optional(),
    scenarios: z.array(z.enum(planScenarios)).max(5).default([]),
    forEverybody: z.boolean().default(false),
    onCard: z.boolean().default(true),
    note: text(500).optional(),
  })
  .refine((entry) => [entry.personId, entry.supplierId, entry.name].filter(Boolean).length === 1, { message: 'oneOfThree', path: ['name'] })
  .refine((entry) => entry.name === undefined || entry.phone !== undefined, { message: 'required', path: ['phone'] })
  .meta({ id: 'CallEntryData', example: { task: 'rescue', name: 'Police locale', phone: '101' } });
export type CallEntryInput = z.infer<typeof CallEntryInput>;

/** What a centre makes of a step of the library (`libraryKey`), or a step of its own. */
export const DisasterStepInput = z
  .strictObject({
    scenario: z.enum(stepScenarios),
    phase: z.enum(stepPhases),
    libraryKey: z.string().max(60).optional(),
    text: text(600).optional(),
    /** Why this centre leaves a step of the library out. */
    droppedReason: text(300).optional(),
    who: text(120).optional(),
    position,
  })
  .refine((step) => step.libraryKey !== undefined || step.text !== undefined, { message: 'required', path: ['text'] })
  .refine((step) => step.libraryKey !== undefined || step.droppedReason === undefined, { message: 'notOfTheLibrary', path: ['droppedReason'] })
  .refine((step) => step.libraryKey === undefined || step.text !== undefined || step.droppedReason !== undefined || step.who !== undefined, { message: 'required', path: ['text'] })
  .meta({ id: 'DisasterStepData', example: { scenario: 'building', phase: 'atOnce', text: 'Prendre la caisse de secours à l’accueil.' } });
export type DisasterStepInput = z.infer<typeof DisasterStepInput>;
/** A step of the library that is left out, which says why. */
export const DroppedStepInput = DisasterStepInput.refine((step) => step.droppedReason !== undefined, { message: 'required', path: ['droppedReason'] });

/** What must not stop, with nothing but paper left. */
export const MinimumServiceInput = z
  .strictObject({
    position,
    name: text(120),
    withinHours: z.int().min(1).max(720),
    what: text(1000),
    leadId: id.optional(),
    deputyId: id.optional(),
    people: text(500).optional(),
    place: text(300).optional(),
    means: text(1000).optional(),
    note: text(1000).optional(),
  })
  .meta({ id: 'MinimumServiceData', example: { name: 'Aide sociale urgente', withinHours: 4, what: 'Recevoir, décider et payer l’aide urgente' } });
export type MinimumServiceInput = z.infer<typeof MinimumServiceInput>;
/** The public is served again by then, whatever has happened. */
export const firstHours = 24;

/** Where the work goes on when the building cannot be used. */
export const FallbackPlaceInput = z
  .strictObject({
    position,
    name: text(120),
    address: text(300),
    contact: text(120).optional(),
    phone: text(40).optional(),
    seats: z.int().min(1).max(10_000).optional(),
    equipment: text(1000).optional(),
    agreedOn: CivilDate.optional(),
    agreedUntil: CivilDate.optional(),
    note: text(1000).optional(),
  })
  .refine((place) => !place.agreedOn || !place.agreedUntil || place.agreedOn <= place.agreedUntil, { message: 'endBeforeStart', path: ['agreedUntil'] })
  .meta({ id: 'FallbackPlaceData', example: { name: 'Maison communale', address: 'Place 1, 4800 Valombre', seats: 12 } });
export type FallbackPlaceInput = z.infer<typeof FallbackPlaceInput>;

/** A resource in the order in which they come back. */
export const RestartItemInput = z
  .strictObject({ position, resourceId: id.optional(), name: text(120).optional(), withinHours: z.int().min(1).max(2000).optional(), note: text(500).optional() })
  .refine((item) => [item.resourceId, item.name].filter(Boolean).length === 1, { message: 'oneOfTwo', path: ['name'] })
  .meta({ id: 'RestartItemData', example: { name: 'Réseau et pare-feu', withinHours: 4 } });
export type RestartItemInput = z.infer<typeof RestartItemInput>;

export const copyContents = ['plan', 'card', 'both'] as const;
export const copyMedia = ['paper', 'phone', 'key', 'elsewhere'] as const;

/** The plan, or its card, outside the building. */
export const DisasterCopyInput = z
  .strictObject({
    content: z.enum(copyContents),
    medium: z.enum(copyMedia),
    documentVersionId: id.optional(),
    place: text(300),
    personId: id.optional(),
    holder: text(120).optional(),
    givenOn: CivilDate,
    confirmedOn: CivilDate.optional(),
    endedOn: CivilDate.optional(),
    note: text(500).optional(),
  })
  .refine((copy) => [copy.personId, copy.holder].filter(Boolean).length === 1, { message: 'oneOfTwo', path: ['holder'] })
  .refine((copy) => !copy.confirmedOn || copy.confirmedOn >= copy.givenOn, { message: 'endBeforeStart', path: ['confirmedOn'] })
  .refine((copy) => !copy.endedOn || copy.endedOn >= copy.givenOn, { message: 'endBeforeStart', path: ['endedOn'] })
  .meta({ id: 'DisasterCopyData', example: { content: 'both', medium: 'paper', place: 'Coffre de la maison communale', holder: 'Secrétariat communal', givenOn: '2026-11-20' } });
export type DisasterCopyInput = z.infer<typeof DisasterCopyInput>;

/** A step as the plan says it: of the library, in the centre's words, its own, or left out. */
export type PlanStep = {
  scenario: StepScenario;
  phase: StepPhase;
  /** The record of the centre, where there is one. */
  id?: string;
  version?: number;
  libraryKey?: string;
  /** The text of the library, where the centre says it otherwise. */
  libraryText?: string;
  text: string;
  /** Whose task of the call tree it is, by the library; `who` in the centre's words goes before. */
  task?: CallTask;
  who?: string;
  droppedReason?: string;
  position: number;
};
export type LibraryStep = { key: string; scenario: StepScenario; phase: StepPhase; text: string; task: CallTask };
export type StepRow = {
  id: string;
  version: number;
  scenario: StepScenario;
  phase: StepPhase;
  libraryKey: string | null;
  text: string | null;
  droppedReason: string | null;
  who: string | null;
  position: number;
};

/** The steps of the library as a centre takes them, with its own: by scenario and phase, the library's first, then by position. */
export const planSteps = (library: readonly LibraryStep[], rows: readonly StepRow[]): PlanStep[] => {
  const taken = new Map(rows.flatMap((row) => (row.libraryKey ? [[row.libraryKey, row] as const] : [])));
  const known = library.map(({ key, scenario, phase, text: words, task }, index): PlanStep => {
    const row = taken.get(key);
    return {
      scenario,
      phase,
      libraryKey: key,
      text: row?.text ?? words,
      position: index,
      ...(row ? { id: row.id, version: row.version } : {}),
      ...(row?.text ? { libraryText: words } : {}),
      ...(row?.who ? { who: row.who } : { task }),
      ...(row?.droppedReason ? { droppedReason: row.droppedReason } : {}),
    };
  });
  const keys = new Set(library.map(({ key }) => key));
  // A step that the library gave up stays in the centre's words, where it has some.
  const own = rows.flatMap((row): PlanStep[] => {
    if (row.libraryKey && keys.has(row.libraryKey)) return [];
    if (!row.text || row.droppedReason) return [];
    return [{ scenario: row.scenario, phase: row.phase, id: row.id, version: row.version, text: row.text, ...(row.who ? { who: row.who } : {}), position: library.length + row.position }];
  });
  const rank = (step: PlanStep): number => stepScenarios.indexOf(step.scenario) * 10 + stepPhases.indexOf(step.phase);
  return [...known, ...own].toSorted((a, b) => rank(a) - rank(b) || a.position - b.position);
};

/** What a centre keeps of a step as it words it; `library` is what the library says, of which nothing is kept. */
export const ownWords = (library: string | undefined, { text: words, who }: { text?: string | undefined; who?: string | undefined }): { text?: string; who?: string } => ({
  ...(words !== undefined && words !== library ? { text: words } : {}),
  ...(who !== undefined ? { who } : {}),
});

/** How the copies outside stand: none, of an older version than the one in force, not seen for a year, or well. */
export const copyStates = ['none', 'older', 'notSeen', 'good'] as const;
export type CopyState = (typeof copyStates)[number];
type Copy = { content: DisasterCopyInput['content']; inForce: boolean | null; givenOn: CivilDate; confirmedOn: CivilDate | null; endedOn: CivilDate | null };
const seenOn = ({ confirmedOn, givenOn }: Copy): CivilDate => confirmedOn ?? givenOn;

/** The state of the copies outside on a day, and when the newest one of the version in force was last seen. A card alone is not the plan. */
export const copiesOn = (copies: readonly Copy[], day: CivilDate): { state: CopyState; seenOn?: CivilDate } => {
  const living = copies.filter(({ content, endedOn }) => content !== 'card' && (!endedOn || endedOn > day));
  if (living.length === 0) return { state: 'none' };
  const newest = living
    .filter(({ inForce }) => inForce === true)
    .map(seenOn)
    .toSorted()
    .at(-1);
  if (newest === undefined) return { state: 'older' };
  return { state: addMonths(newest, 12) < day ? 'notSeen' : 'good', seenOn: newest };
};

/** What a plan cannot do without, and this one lacks; gravest first. */
export const planGaps = ['noLeader', 'noReplacement', 'noNumber', 'noService', 'serviceLate', 'noPlace', 'noRestart', 'noObjective'] as const;
export type PlanGap = (typeof planGaps)[number];
export type PlanParts = {
  calls: readonly { task: CallTask; number: string | null }[];
  services: readonly { withinHours: number }[];
  places: number;
  restart: number;
  objective: boolean;
};

/** The gaps of a plan: who decides and in whose place, a number for everybody, the public served within the first day, a place, an order, an objective (POL 1.6). */
export const gapsOf = ({ calls, services, places, restart, objective }: PlanParts): PlanGap[] => {
  const lacks: Record<PlanGap, boolean> = {
    noLeader: !calls.some(({ task }) => task === 'leads'),
    noReplacement: !calls.some(({ task }) => task === 'replaces'),
    noNumber: calls.some(({ number }) => !number),
    noService: services.length === 0,
    serviceLate: services.length > 0 && !services.some(({ withinHours }) => withinHours <= firstHours),
    noPlace: places === 0,
    noRestart: restart === 0,
    noObjective: !objective,
  };
  return planGaps.filter((gap) => lacks[gap]);
};
