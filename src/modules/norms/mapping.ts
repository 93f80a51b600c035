import { z } from 'zod';
import { FrameworkId } from './framework.ts';

/** How the first norm stands to the second: it says the same, less (a part of it), more (all of it and other things), or they touch. */
export const relationKinds = ['equal', 'subset', 'superset', 'intersect'] as const;
export type RelationKind = (typeof relationKinds)[number];

export const mappingLimits = { relations: 50_000 };

const Id = z.string().min(1).max(100);
/** What the norms of one framework say of those of another. */
export const Mapping = z
  .strictObject({
    from: FrameworkId,
    to: FrameworkId,
    relations: z
      .array(z.strictObject({ from: Id, to: Id, kind: z.enum(relationKinds) }))
      .min(1)
      .max(mappingLimits.relations),
  })
  .refine(({ from, to }) => from !== to, { message: 'mappingToItself', path: ['to'] })
  .meta({ id: 'FrameworkMapping' });
export type Mapping = z.infer<typeof Mapping>;
export type Relation = Mapping['relations'][number];
