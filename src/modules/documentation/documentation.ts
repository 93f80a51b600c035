import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/** What the adviser gathers and keeps for whoever comes after (AR 12/8/1993 art. 4: the service documents). */
export const documentationKinds = ['circular', 'guideline', 'correspondence', 'minutes', 'technicalNote', 'training', 'press', 'other'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);

export const DocumentationInput = z
  .strictObject({
    title: text(300),
    kind: z.enum(documentationKinds),
    /** Who wrote it: an authority, a firm, a person. */
    source: text(200).optional(),
    datedOn: CivilDate.optional(),
    receivedOn: CivilDate.optional(),
    note: text(5000).optional(),
    /** Where it stands on the web. */
    address: z
      .url({ protocol: /^https?$/, error: 'invalidUrl' })
      .max(1000)
      .optional(),
    /** Texts of the legal register that it explains, by their keys. */
    legalTexts: z
      .array(
        z
          .string()
          .regex(/^[a-z][A-Za-z0-9]*$/)
          .max(60),
      )
      .max(30)
      .default([]),
    /** Minimum norms that it explains, by their numbers as the norms write them. */
    norms: z.array(text(30)).max(30).default([]),
  })
  .meta({ id: 'DocumentationData', example: { title: 'Circulaire relative à la double authentification', kind: 'circular', datedOn: '2026-03-02', legalTexts: ['organicLaw1976'], norms: [] } });
export type DocumentationInput = z.infer<typeof DocumentationInput>;
