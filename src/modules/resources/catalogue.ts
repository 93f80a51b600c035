import { z } from 'zod';
import { accountSources, resourceKinds, rightLevels } from './resource.ts';

const Texts = z.strictObject({ fr: z.string().min(1), nl: z.string().min(1), de: z.string().min(1), en: z.string().min(1) });

/** An entry of `library/access/catalogue.yaml`: what centres usually have, to start the register from. */
export const CatalogueEntry = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9]{0,60}$/),
    kind: z.enum(resourceKinds),
    name: Texts,
    about: Texts,
    levels: z.array(z.enum(rightLevels)).min(1),
    socialData: z.boolean(),
    accounts: z.enum(accountSources),
    /** Of the name: seen in the source named, general knowledge, or to be verified. */
    certainty: z.enum(['seen', 'general', 'unsure']),
    source: Texts,
  })
  .meta({ id: 'ResourceCatalogueEntry' });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** Several entries to begin with, each under the name that the centre gives it; in one request, all or none. */
export const FromCatalogue = z
  .strictObject({
    resources: z
      .array(z.strictObject({ catalogueId: z.string().max(61), name: z.string().trim().min(1).max(120) }))
      .min(1, 'chooseOne')
      .max(200),
  })
  .refine(({ resources }) => new Set(resources.map(({ name }) => name.toLowerCase())).size === resources.length, { message: 'nameTwice', path: ['resources'] })
  .meta({ id: 'ResourcesFromCatalogueData', example: { resources: [{ catalogueId: 'socialSoftware', name: 'Logiciel social' }] } });
export type FromCatalogue = z.infer<typeof FromCatalogue>;
