import { documentLanguages } from '../../../kernel/language.ts';

/** Where a value is entered: the page, the field there, for a mandate its kind. */
export type Where = { page: 'organization' | 'people' | 'mandates'; field: string; mandate?: string };

/** What a link needs: `<Link {...whereToEnter(…)}>`. The hash names the field, which takes the focus there. */
export type LinkTo = { to: string; search?: Record<string, string>; hash?: string };

/** The document that lacks a value, to find the way back to it. */
export type FromDocument = { document: string; language: string };

/**
 * The page and the field where a value of a centre is entered.
 * @param slug the centre's short name
 * @param mandateId the mandate that lacks the value; without it, a function that nobody holds yet is begun
 * @param from goes along in the address
 */
export const whereToEnter = (slug: string, where: Where, mandateId?: string, from?: FromDocument): LinkTo => {
  const carried = (search: Record<string, string> = {}) => (from || Object.keys(search).length > 0 ? { search: { ...search, ...from } } : {});
  if (where.page === 'organization') return { to: `/c/${slug}/centre`, ...carried(), hash: where.field };
  if (where.page === 'people') return { to: `/c/${slug}/people`, ...(where.field ? { search: { missing: where.field } } : {}) };
  if (mandateId) return { to: `/c/${slug}/people/mandates/${mandateId}`, ...carried(), hash: where.field };
  return { to: `/c/${slug}/people/mandates/new`, ...carried(where.mandate ? { kind: where.mandate } : {}) };
};

/** The way back that `whereToEnter` put in an address: always to a document of this centre, whatever the address says. */
export const documentToReturnTo = (slug: string, { document, language }: Record<string, unknown>): LinkTo | undefined => {
  const known = documentLanguages.find((candidate) => candidate === language);
  if (typeof document !== 'string' || !/^[A-Za-z]+$/.test(document)) return undefined;
  return { to: `/c/${slug}/documents/${document}`, search: known ? { language: known } : {} };
};
