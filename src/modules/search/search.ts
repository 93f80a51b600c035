import { z } from 'zod';
import type { Action } from '../../kernel/permissions.ts';
import { type Language, languages } from '../../kernel/language.ts';

/** The kinds of records that a room gives to the search; pages, actions and centres are found by the pages themselves. */
export const searchGroups = [
  'people',
  'documents',
  'legal',
  'norms',
  'advice',
  'council',
  'plan',
  'inventories',
  'software',
  'derogations',
  'resources',
  'suppliers',
  'interventions',
  'movements',
  'premises',
  'inspections',
  'reconciliation',
  'continuity',
] as const;
export type SearchGroup = (typeof searchGroups)[number];

/** Up to how many of each kind are counted; ten are shown at once. */
export const mostCounted = 1000;
export const Hit = z
  .object({
    id: z.string(),
    organizationId: z.uuid().optional(),
    title: z.string(),
    detail: z.string().optional(),
    /** It is of the past: somebody who has left, a text that no longer holds. */
    past: z.boolean().optional(),
    /** Where it lies, below the centre's address (`people/<id>`); a number or a code, never a name. */
    page: z.string(),
  })
  .meta({ id: 'SearchHit' });
export type Hit = z.infer<typeof Hit>;

/** What a room found: how many in all (counted up to `mostCounted`), the first ones, and in which centres the most are. */
export type Found = { total: number; hits: Hit[]; centres?: { organizationId: string; total: number }[]; near?: boolean; tooShort?: boolean };

/** What is asked: words as `searchText` writes them, the centres where the caller may do the finder's action, their language, the civil day. */
export type Asked = { words: readonly string[]; centres: readonly string[]; language: Language; today: string };

/** What one room gives to the search: a line in `server/finders.ts`. `recall` gives again, by their ids, what a person opened before. */
export type Finder<Tx> = {
  group: SearchGroup;
  action: Action;
  find: (tx: Tx, asked: Asked) => Found | Promise<Found>;
  recall: (tx: Tx, wanted: readonly Ref[], asked: Omit<Asked, 'words'>) => Hit[] | Promise<Hit[]>;
};

const Ref = z.strictObject({ group: z.enum(searchGroups), id: z.string().min(1).max(80), organizationId: z.uuid().toLowerCase().optional() });
export type Ref = z.infer<typeof Ref>;

/** True when a text holds what may be a national number: eleven digits, set off in any usual way. It is neither searched nor written down. */
export const holdsNationalNumber = (text: string): boolean => /(?<!\d)\d(?:[\s./-]?\d){10}(?!\d)/.test(text);

/** Over all the caller's centres, or in one; or what they opened before, by its ids. */
export const SearchRequest = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine((text) => !holdsNationalNumber(text), 'nationalNumber')
      .optional(),
    recent: z.array(Ref).max(20).optional(),
    organizationId: z.uuid().toLowerCase().optional(),
    language: z.enum(languages).default('fr'),
  })
  .meta({ id: 'SearchRequest', example: { text: 'delvaux', language: 'fr' } });
