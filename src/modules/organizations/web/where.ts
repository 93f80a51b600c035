/** Where a value is entered: the page, the field there, for a mandate its kind. */
export type Where = { page: 'organization' | 'people' | 'mandates'; field: string; mandate?: string };

/** What a link needs: `<Link {...whereToEnter(…)}>`. The hash names the field, which takes the focus there. */
export type LinkTo = { to: string; search?: Record<string, string>; hash?: string };

/**
 * The page and the field where a value of a centre is entered.
 * @param slug the centre's short name
 * @param mandateId the mandate that lacks the value; without it, a function that nobody holds yet is begun
 */
export const whereToEnter = (slug: string, where: Where, mandateId?: string): LinkTo => {
  if (where.page === 'organization') return { to: `/c/${slug}/centre`, hash: where.field };
  if (where.page === 'people') return { to: `/c/${slug}/people`, ...(where.field ? { search: { missing: where.field } } : {}) };
  if (mandateId) return { to: `/c/${slug}/people/mandates/${mandateId}`, hash: where.field };
  return { to: `/c/${slug}/people/mandates/new`, ...(where.mandate ? { search: { kind: where.mandate } } : {}) };
};
