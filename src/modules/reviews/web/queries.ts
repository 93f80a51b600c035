/** What the pages of this room ask the server; every key begins with `reviews` and the centre (or `pool`), so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type ReviewHead = components['schemas']['AccessReviewHead'];
export type Review = components['schemas']['AccessReview'];
export type Part = components['schemas']['AccessReviewPart'];
export type Pool = components['schemas']['AccessReviewPool'];
export type Right = components['schemas']['AccessReviewRight'];

export const reviewsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['reviews', organizationId, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessReviews', { params: { path: { organizationId } }, signal })),
  });

export const reviewQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['reviews', organizationId, 'review', id],
    queryFn: ({ signal }): Promise<Review> => unwrap(api.GET('/organizations/{organizationId}/accessReviews/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const partQuery = (organizationId: string, id: string, by: string) =>
  queryOptions({
    queryKey: ['reviews', organizationId, 'part', id, by],
    queryFn: ({ signal }): Promise<Part> => unwrap(api.GET('/organizations/{organizationId}/accessReviews/{id}/part', { params: { path: { organizationId, id }, query: { by } }, signal })),
    // What one types here is newer than what the server says while it is being saved.
    refetchOnWindowFocus: false,
  });

export const poolQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['reviews', 'pool', year ?? 'now'],
    queryFn: ({ signal }): Promise<Pool> => unwrap(api.GET('/accessReviewPool', { params: { query: year === undefined ? {} : { year } }, signal })),
  });

/** Refreshes all that this room shows, after a change: the steps that came of it, too. */
export const useRefreshReviews = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(['reviews', 'movements'].map((first) => queries.invalidateQueries({ queryKey: [first] })));
  };
};
