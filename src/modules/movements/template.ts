import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/language.ts';
import type { Due } from '../../kernel/obligation.ts';
import type { RuleId } from '../../kernel/rules.ts';
import { movementKinds } from './movement.ts';
import { Span, stepKinds, stepRoles, Term } from './step.ts';

/** A function of the centre, or whoever heads the person's service. */
export const stepOwners = ['headOfService', ...stepRoles] as const;
export type StepOwner = (typeof stepOwners)[number];

/** What a step of the library stands for several times over. */
export const expansions = ['accounts', 'keys', 'firms', 'profile', 'services', 'doubts'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const Title = z.strictObject({ fr: text(200), nl: text(200), de: text(200), en: text(200) });

/** One step of `library/access/steps.yaml`. */
export const Template = z.strictObject({
  id: text(40),
  kind: z.enum(stepKinds),
  title: Title.optional(),
  owner: z.enum(stepOwners),
  term: Term,
  after: z.enum(stepKinds).optional(),
  each: z.enum(expansions).optional(),
  when: z.literal('lastContract').optional(),
  source: text(40),
});
export type Template = z.infer<typeof Template>;

export const TemplateFile = z.strictObject(Object.fromEntries(movementKinds.map((kind) => [kind, z.array(Template).min(1)])) as Record<(typeof movementKinds)[number], z.ZodArray<typeof Template>>);
export type TemplateFile = z.infer<typeof TemplateFile>;

/** What a centre changes of a step of the library, or a step that it adds. What it does not say stays as the library has it. */
export const SettingInput = z
  .strictObject({
    movementKind: z.enum(movementKinds),
    templateId: text(40).optional(),
    /** Of a step of the library: words beside its own. */
    title: text(200).optional(),
    dropped: z.boolean().default(false),
    dropReason: text(500).optional(),
    owner: z.enum(stepOwners).optional(),
    ownerId: z.uuid().toLowerCase().optional(),
    /** How long a rule of the house gives is set where rules are. */
    term: Span.optional(),
    /** Of a step of the centre's own: how many of the library's come before it. */
    position: z.int().min(0).max(999).default(999),
  })
  .refine((setting) => setting.templateId !== undefined || (setting.title !== undefined && (setting.owner ?? setting.ownerId) !== undefined && setting.term !== undefined), {
    message: 'ownStepWhole',
    path: ['title'],
  })
  .refine((setting) => !setting.owner || !setting.ownerId, { message: 'ownerOnce', path: ['ownerId'] })
  .refine((setting) => !setting.dropped || setting.templateId !== undefined, { message: 'ownStepDropped', path: ['dropped'] })
  .refine((setting) => !setting.dropped || setting.dropReason !== undefined, { message: 'dropReasonRequired', path: ['dropReason'] })
  .refine((setting) => setting.dropped || (setting.title ?? setting.owner ?? setting.ownerId ?? setting.term) !== undefined, { message: 'nothingChanged', path: ['owner'] })
  .meta({ id: 'StepSettingData', example: { movementKind: 'departure', templateId: 'returnKeys', owner: 'reception' } });
export type SettingInput = z.infer<typeof SettingInput>;

/** What a centre set, as it is kept. */
export type Setting = { [K in keyof Omit<SettingInput, 'movementKind'>]-?: Exclude<SettingInput[K], undefined> | null } & { id: string };
/** A step as a case opens it: the library's, with what the centre changed, or the centre's own. `owner` stands in where the person named by `ownerId` cannot. */
export type Entry = Omit<Template, 'title' | 'source'> & { title?: string | undefined; ownerId?: string | undefined; source: string; own: boolean; setting?: Setting | undefined };

/** All steps of a kind of case in a centre, in order, those that it dropped too: the library's with the centre's changes, and its own between them. */
export const arranged = (templates: readonly Template[], settings: readonly Setting[], language: Language): Entry[] => {
  const byId = new Map(settings.flatMap((setting) => (setting.templateId ? [[setting.templateId, setting] as const] : [])));
  const own = settings.filter(({ templateId }) => !templateId).toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1));
  const ownAt = (from: number, until: number): Entry[] =>
    own
      .filter(({ position }) => (position ?? 0) >= from && (position ?? 0) < until)
      .map((setting): Entry => {
        const { id, title, owner, ownerId, term } = setting;
        return { id, kind: 'other', title: title!, owner: owner ?? 'adviser', ownerId: ownerId ?? undefined, term: term!, source: 'centre', own: true, setting };
      });
  const ofLibrary = ({ title, ...template }: Template): Entry => {
    const setting = byId.get(template.id);
    return {
      ...template,
      title: setting?.title ?? title?.[language],
      owner: setting?.owner ?? template.owner,
      ownerId: setting?.ownerId ?? undefined,
      term: setting?.term ?? template.term,
      own: false,
      ...(setting ? { setting } : {}),
    };
  };
  return [...templates.flatMap((template, place) => [...ownAt(place, place + 1), ofLibrary(template)]), ...ownAt(templates.length, Infinity)];
};

/** The steps that the next case of a kind opens. */
export const entriesOf = (templates: readonly Template[], settings: readonly Setting[], language: Language): Entry[] =>
  arranged(templates, settings, language).filter(({ setting }) => !setting?.dropped);

/** Contracts whose accounts end with them, the same day (MES 2.8: trainees and students). */
const sameDayContracts: readonly string[] = ['traineeship', 'studentJob'];

/**
 * When a step is due whose case has this day: by the rule, as the centre counts it, or so many days or months after. What rules of the house say of
 * departing staff is for trainees and students the rule of the same day.
 */
export const dueOfTerm = (term: Term, day: CivilDate, contractKind: string | undefined, due: (rule: RuleId, start: Due) => Due): Due => {
  if ('rule' in term) return due(term.rule === 'accountsDisabled' && contractKind && sameDayContracts.includes(contractKind) ? 'traineeAccountsEnded' : term.rule, { on: day });
  return { on: term.unit === 'day' ? addDays(day, term.amount) : addMonths(day, term.amount) };
};
