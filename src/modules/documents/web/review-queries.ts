/** What was said of a draft, and who was asked about it. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

type Schemas = components['schemas'];
export type Comments = Schemas['DocumentComments'];
export type Comment = Comments['items'][number];
export type Reviews = Schemas['DocumentReviews'];
export type Review = Reviews['items'][number];

const staleTime = 0;

export const commentsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'comments', id],
    staleTime,
    queryFn: ({ signal }): Promise<Comments> => unwrap(api.GET('/organizations/{organizationId}/documentVersions/{id}/comments', { params: { path: { organizationId, id } }, signal })),
  });

export const reviewsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'reviews', id],
    staleTime,
    queryFn: ({ signal }): Promise<Reviews> => unwrap(api.GET('/organizations/{organizationId}/documentVersions/{id}/reviews', { params: { path: { organizationId, id } }, signal })),
  });

export const reviewersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'reviewers'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documentReviewers', { params: { path: { organizationId } }, signal })),
  });

/** How many have answered, of how many. */
export const answeredOf = ({ answers }: Review): { count: number; total: number } => ({ count: answers.filter(({ opinion }) => opinion).length, total: answers.length });
