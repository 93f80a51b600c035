import { z } from 'zod';
import { decide, parseCondition, type Answers } from '../../documents/condition.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { centreRoles } from '../../kernel/permissions.ts';

/** What one framework may hold: far above any that exists, far below what would stop a server. */
export const frameworkLimits = { chapters: 500, norms: 10_000, guidelines: 60, guidelinesInAll: 60_000, levels: 30, text: 20_000 };

const text = z.string().trim().min(1).max(frameworkLimits.text);
/** One text in the languages in which it exists; at least one. */
export const Texts = z
  .strictObject({ fr: text.optional(), nl: text.optional(), de: text.optional(), en: text.optional() })
  .refine((texts) => languages.some((language) => texts[language] !== undefined), { message: 'atLeastOneLanguage' })
  .meta({ id: 'Texts', example: { fr: 'Nommer un conseiller en sécurité' } });
export type Texts = z.infer<typeof Texts>;

/** The number of a norm, a chapter or a guideline, as its framework writes it: `5.1`, `PR.AA-01.2`, `a`. */
const Id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\s](?:[^\p{C}]*[^\p{C}\s])?$/u, { message: 'frameworkNumber' });

/** How a norm is answered: by its guidelines (enough of them make it fulfilled), by yes, partly or no, or by two degrees of maturity. */
export const scales = ['guidelines', 'answers', 'maturity'] as const;
export type Scale = (typeof scales)[number];

const isCondition = (source: string): boolean => {
  try {
    parseCondition(source, (message) => {
      throw new Error(message);
    });
    return true;
  } catch {
    return false;
  }
};

export const Guideline = z.strictObject({ id: Id, text: Texts }).meta({ id: 'Guideline' });
export type Guideline = z.infer<typeof Guideline>;

export const Norm = z
  .strictObject({
    id: Id,
    title: Texts,
    heading: Texts.optional().describe('The heading within the chapter under which it stands'),
    text: Texts.optional(),
    scope: z.enum(['socialData', 'all']).optional().describe('To which information it applies'),
    levels: z.array(Id).max(frameworkLimits.levels).optional().describe('In which levels of the framework it is asked; absent: in all'),
    applies: z.string().max(500).refine(isCondition, { message: 'notACondition' }).optional().describe('Condition on the profile of a centre, as in the texts of documents: `profile.telework`'),
    evidence: z.array(Texts).max(60).optional().describe('What usually proves it'),
    liveFacts: z.array(z.string().max(100)).max(30).optional(),
    answeredBy: z.enum(centreRoles).optional().describe('Who usually knows the answer'),
    references: z
      .array(z.strictObject({ source: z.string().trim().min(1).max(200), at: z.string().trim().min(1).max(500) }))
      .max(200)
      .optional(),
    goodPractice: z.boolean().optional().describe('True where no source asks for it'),
    unsure: z.boolean().optional().describe('True where the source leaves a doubt'),
    guidelines: z.array(Guideline).max(frameworkLimits.guidelines),
    alias: z.string().min(1).max(300).optional().describe('What files of others call it, where that is not its number'),
  })
  .meta({ id: 'Norm' });
export type Norm = z.infer<typeof Norm>;

export const Chapter = z.strictObject({ id: Id, title: Texts, norms: z.array(Norm) }).meta({ id: 'FrameworkChapter' });
export type Chapter = z.infer<typeof Chapter>;

/** Ids in addresses and in assessments: `bcss-minimum`. */
export const FrameworkId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { message: 'frameworkId' });
export const FrameworkVersion = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { message: 'frameworkVersion' });

/** All of a framework but its chapters. */
export const frameworkHead = {
  id: FrameworkId,
  version: FrameworkVersion,
  title: Texts,
  description: Texts.optional(),
  publisher: z.string().trim().min(1).max(500).optional(),
  licence: z.string().trim().min(1).max(frameworkLimits.text).optional(),
  scale: z.enum(scales),
  levels: z
    .array(z.strictObject({ id: Id, title: Texts }))
    .max(frameworkLimits.levels)
    .optional(),
};

const idsTwice = <T>(list: readonly T[], idOf: (item: T) => string): number => {
  const seen = new Set<string>();
  return list.findIndex((item) => seen.has(idOf(item)) || (seen.add(idOf(item)), false));
};

/** One version of a framework of norms: reference data, the same for every centre, that never changes once it is kept. */
export const Framework = z
  .strictObject({ ...frameworkHead, chapters: z.array(Chapter).min(1).max(frameworkLimits.chapters) })
  .superRefine(({ chapters, levels = [] }, context) => {
    const fault = (path: (string | number)[], message: string, value: string): void => context.addIssue({ code: 'custom', path, message, input: value });
    const doubled = idsTwice(chapters, ({ id }) => id);
    if (doubled >= 0) fault(['chapters', doubled, 'id'], 'idTwice', chapters[doubled]!.id);
    const seen = new Set<string>();
    const known = new Set(levels.map(({ id }) => id));
    let guidelines = 0;
    chapters.forEach((chapter, c) =>
      chapter.norms.forEach((norm, n) => {
        const at = ['chapters', c, 'norms', n];
        if (seen.has(norm.id)) fault([...at, 'id'], 'idTwice', norm.id);
        seen.add(norm.id);
        guidelines += norm.guidelines.length;
        const twice = idsTwice(norm.guidelines, ({ id }) => id);
        if (twice >= 0) fault([...at, 'guidelines', twice, 'id'], 'idTwice', norm.guidelines[twice]!.id);
        const strange = (norm.levels ?? []).find((level) => !known.has(level));
        if (strange !== undefined) fault([...at, 'levels'], 'unknownLevel', strange);
      }),
    );
    if (seen.size === 0) fault(['chapters'], 'noNorms', '');
    if (seen.size > frameworkLimits.norms) fault(['chapters'], 'tooManyNorms', String(seen.size));
    if (guidelines > frameworkLimits.guidelinesInAll) fault(['chapters'], 'tooManyGuidelines', String(guidelines));
  })
  .meta({ id: 'Framework' });
export type Framework = z.infer<typeof Framework>;

/** The norms of all chapters, in order. */
export const normsOf = (framework: Pick<Framework, 'chapters'>): Norm[] => framework.chapters.flatMap(({ norms }) => norms);

/** A norm by its number, with its chapter; undefined where the framework has none. */
export const normById = (framework: Pick<Framework, 'chapters'>, id: string): { norm: Norm; chapter: Chapter } | undefined => {
  for (const chapter of framework.chapters) {
    const norm = chapter.norms.find((candidate) => candidate.id === id);
    if (norm) return { norm, chapter };
  }
  return undefined;
};

/** How much a framework holds. */
export const counts = (framework: Pick<Framework, 'chapters'>): { chapters: number; norms: number; guidelines: number } => {
  const norms = normsOf(framework);
  return { chapters: framework.chapters.length, norms: norms.length, guidelines: norms.reduce((sum, { guidelines }) => sum + guidelines.length, 0) };
};

/** The text in the language asked for, else in the first that exists (fr, nl, de, en), and which that is. */
export const wordsIn = (texts: Texts, language: Language): { text: string; language: Language } => {
  const found = [language, ...languages].find((candidate) => texts[candidate] !== undefined) ?? 'fr';
  return { text: texts[found] ?? '', language: found };
};

/** The languages in which every norm has its title: what may be promised to a reader. None where norms speak different ones. */
export const languagesOf = (framework: Pick<Framework, 'chapters'>): Language[] => {
  const norms = normsOf(framework);
  return languages.filter((language) => norms.every(({ title }) => title[language] !== undefined));
};

/** Is a norm asked of a centre? `unknown` where its profile lacks an answer that would decide it: such a norm is shown, with what is missing. */
export type Applicability = { applies: 'yes' | 'no' | 'unknown'; missing: string[] };

/**
 * Whether a norm is asked of a centre with this profile, at this level of the framework (undefined: at every level).
 * @param answers as for the texts of documents; `has` must answer everything that a condition may ask
 */
export const applicability = (norm: Pick<Norm, 'applies' | 'levels'>, answers: Answers, level?: string): Applicability => {
  if (level !== undefined && norm.levels?.length && !norm.levels.includes(level)) return { applies: 'no', missing: [] };
  if (norm.applies === undefined) return { applies: 'yes', missing: [] };
  const { holds, missing } = decide(
    parseCondition(norm.applies, (message) => {
      throw new Error(message);
    }),
    answers,
  );
  return { applies: missing.length > 0 ? 'unknown' : holds ? 'yes' : 'no', missing };
};

/** The norms that are asked of a centre, in order, those included of which its profile does not decide. */
export const applicableNorms = (framework: Pick<Framework, 'chapters'>, answers: Answers, level?: string): Norm[] =>
  normsOf(framework).filter((norm) => applicability(norm, answers, level).applies !== 'no');
