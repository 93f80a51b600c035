import { z } from 'zod';
import { FrameworkId, type Texts } from './framework.ts';
import { NormAnswer } from './assessment.ts';
import { asked, type Summary } from './scoring.ts';

/** One centre of the picture: its assessment of the year, where it has one. */
export type HeatRow = { organizationId: string; assessmentId: string | null; summary: Summary | null };

/** How many centres have a norm not, or only partly, fulfilled. */
export type Weakness = { normId: string; no: number; partly: number };

/** The norms that are weakest over these centres: first those that most of them do not fulfil, a part of a norm counting half. */
export const weakestNorms = (rows: readonly HeatRow[], limit: number): Weakness[] => {
  const found = new Map<string, Weakness>();
  for (const { summary } of rows)
    for (const [normId, result] of Object.entries(summary?.weak ?? {})) {
      const known = found.get(normId) ?? { normId, no: 0, partly: 0 };
      known[result] += 1;
      found.set(normId, known);
    }
  const weight = ({ no, partly }: Weakness): number => 2 * no + partly;
  return [...found.values()].toSorted((a, b) => weight(b) - weight(a) || (a.normId < b.normId ? -1 : 1)).slice(0, limit);
};

/** Of each chapter, over all centres: how many of the norms asked are fulfilled. */
export const chapterTotals = (rows: readonly HeatRow[]): Map<string, { yes: number; asked: number }> => {
  const totals = new Map<string, { yes: number; asked: number }>();
  for (const { summary } of rows)
    for (const tally of summary?.chapters ?? []) {
      const known = totals.get(tally.id) ?? { yes: 0, asked: 0 };
      totals.set(tally.id, { yes: known.yes + tally.yes, asked: known.asked + asked(tally) });
    }
  return totals;
};

/** In which of five degrees a share falls: what the picture shows by its shade, and the cell by its figure. */
export const degreeOf = (yes: number, of: number): 0 | 1 | 2 | 3 | 4 | undefined => {
  if (of === 0) return undefined;
  const share = yes / of;
  return share >= 0.9 ? 4 : share >= 0.75 ? 3 : share >= 0.5 ? 2 : share >= 0.25 ? 1 : 0;
};

/** At most so many centres take one answer at once: a pool has twenty. */
export const sharedAnswerLimit = 60;

/** One answer to one norm, in several centres at once; each centre's own afterwards. A link, if there is one, is added to the evidence of each. */
export const SharedAnswerInput = z
  .strictObject({
    frameworkId: FrameworkId,
    year: z.int().min(1990).max(2199),
    normId: z.string().min(1).max(100),
    organizationIds: z.array(z.uuid()).min(1).max(sharedAnswerLimit),
    given: NormAnswer,
    link: z
      .strictObject({
        url: z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'invalidHttpsUrl' }).max(1000),
        title: z.string().trim().min(1).max(200).optional(),
      })
      .optional(),
  })
  .meta({
    id: 'SharedAnswerData',
    example: {
      frameworkId: 'bcss-minimum',
      year: 2026,
      normId: '12.1',
      organizationIds: ['01990000-0000-7000-8000-000000000001'],
      given: { answers: { a: true }, comment: 'Hébergement commun du groupement' },
    },
  });
export type SharedAnswerInput = z.infer<typeof SharedAnswerInput>;

export type ChapterTitle = { id: string; title: Texts };
