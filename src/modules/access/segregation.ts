import { z } from 'zod';
import { reaches, RightLevel } from './grant.ts';

const id = z.uuid().toLowerCase();
const reason = z.string().trim().min(1).max(1000);

/** A rule of the library set aside with its reason, or a pair of the centre's own: from these levels on, not both in one hand. */
export const SegregationInput = z
  .strictObject({
    libraryId: z.string().min(1).max(61).optional(),
    firstResourceId: id.optional(),
    firstLevel: RightLevel.optional(),
    secondResourceId: id.optional(),
    secondLevel: RightLevel.optional(),
    reason,
  })
  .refine((rule) => rule.libraryId || (rule.firstResourceId && rule.firstLevel && rule.secondResourceId && rule.secondLevel), { message: 'pairMissing', path: ['secondResourceId'] })
  .refine((rule) => !(rule.libraryId && rule.firstResourceId), { message: 'ruleOrPair', path: ['libraryId'] })
  .meta({ id: 'AccessSegregationData', example: { libraryId: 'payrollAndPayments', reason: 'Une seule personne au service des finances' } });
export type SegregationInput = z.infer<typeof SegregationInput>;

/** One side of a rule: a right of at least this level on one of these resources, or a mandate. */
export type Side = { resourceIds: readonly string[]; level: RightLevel } | { holder: readonly string[] };
export type Rule = { id: string; first: Side; second: Side };
export type Holder = { personId: string; mandates: readonly string[]; rights: readonly { id: string; resourceId: string; level: RightLevel }[] };
export type Conflict = { ruleId: string; personId: string; first: string | undefined; second: string | undefined };

/** The rights that fulfil a side; undefined where nothing does, `mandate` where a mandate does. */
const met = (side: Side, holder: Holder): string[] | undefined => {
  if ('holder' in side) return holder.mandates.some((kind) => side.holder.includes(kind)) ? [] : undefined;
  const found = holder.rights.filter(({ resourceId, level }) => side.resourceIds.includes(resourceId) && reaches(level, side.level)).map((right) => right.id);
  return found.length > 0 ? found : undefined;
};

/**
 * What is held together that should not be: each person once per rule, with the two rights. On one resource, the two sides must be two rights where
 * levels are several: whoever administers and validates by one right alone holds the higher level, which the level itself tells.
 */
export const conflictsOf = (rules: readonly Rule[], holders: readonly Holder[]): Conflict[] =>
  holders.flatMap((holder) =>
    rules.flatMap((rule): Conflict[] => {
      const [first, second] = [met(rule.first, holder), met(rule.second, holder)];
      if (!first || !second) return [];
      const one = first[0];
      const other = second.find((right) => right !== one) ?? (first.length > 1 || first.length === 0 ? second[0] : undefined);
      if (one !== undefined && second.length > 0 && other === undefined) return [];
      return [{ ruleId: rule.id, personId: holder.personId, first: one, second: other }];
    }),
  );
