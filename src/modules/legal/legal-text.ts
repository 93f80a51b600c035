import { z } from 'zod';

const localized = z.object({ fr: z.string(), nl: z.string(), de: z.string(), en: z.string().optional() });

/** How sure we are of what is said: seen in a source, general knowledge, or not confirmed (docs/sources.md). Unsure ones are shown so. */
export const certainties = ['seen', 'general', 'notFound'] as const;
export const legalStates = ['inForce', 'amended', 'repealed', 'replaced', 'byAnalogy', 'unknown'] as const;
export const legalKinds = ['law', 'royalDecree', 'regulation', 'decree', 'agreement', 'norm', 'standard', 'recommendation'] as const;

/** A text of the legal register (POL 4), with its state, its successor, its source and the articles that bind a centre. */
export const LegalText = z
  .strictObject({
    key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    title: localized,
    short: localized,
    kind: z.enum(legalKinds),
    date: z.string().optional(),
    numac: z.string().optional(),
    state: z.enum(legalStates),
    replacedBy: z.array(z.string()).optional(),
    since: z.string().optional(),
    until: z.string().optional(),
    scope: z.enum(['socialData', 'allInformation', 'personalData', 'other']),
    regions: z.array(z.enum(['wallonia', 'germanSpeaking', 'brussels', 'flanders'])).optional(),
    certainty: z.enum(certainties),
    source: localized,
    note: localized.optional(),
    articles: z.array(z.strictObject({ number: z.string(), certainty: z.enum(certainties), text: localized })).optional(),
  })
  .meta({ id: 'LegalText' });
export type LegalText = z.infer<typeof LegalText>;

/** The texts that hold for a region, in the order of the library. */
export const textsFor = (texts: readonly LegalText[], region: string): LegalText[] => texts.filter((text) => !text.regions || text.regions.some((candidate) => candidate === region));

/** True for a text that binds or guides a centre today; repealed and replaced ones are listed apart with their successor. */
export const isCurrent = (text: LegalText): boolean => text.state === 'inForce' || text.state === 'amended' || text.state === 'byAnalogy';
