import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components, paths } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Line = components['schemas']['Obligation'];
export type Summary = components['schemas']['ObligationSummary'];
export type State = Line['state'];
export type Rules = paths['/organizations/{organizationId}/rules']['get']['responses'][200]['content']['application/json'];
export type RuleLine = Rules['items'][number];

/** So many lines of each section come with the sums. */
const firstLines = 50;

/** What is due in a centre, or over all of one's own: sums and first lines. Asked again each time the page opens. */
export const summaryQuery = (organizationId: string | undefined) =>
  queryOptions({
    queryKey: ['obligations', 'page', organizationId],
    queryFn: ({ signal }): Promise<Summary> =>
      organizationId
        ? unwrap(api.GET('/organizations/{organizationId}/obligations/summary', { params: { path: { organizationId }, query: { first: firstLines } }, signal }))
        : unwrap(api.GET('/obligations/summary', { params: { query: { first: firstLines } }, signal })),
    staleTime: 0,
    refetchInterval: 5 * 60_000,
  });

/** One state whole, page by page. */
export const linesQuery = (organizationId: string | undefined, state: State) =>
  infiniteQueryOptions({
    queryKey: ['obligations', 'lines', organizationId, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { state, sort: state === 'overdue' ? ('-due' as const) : ('due' as const), pageSize: 200, ...(pageParam ? { after: pageParam } : {}) };
      return organizationId
        ? unwrap(api.GET('/organizations/{organizationId}/obligations', { params: { path: { organizationId }, query }, signal }))
        : unwrap(api.GET('/obligations', { params: { query }, signal }));
    },
    getNextPageParam: (page) => (page.next ? (new URL(page.next).searchParams.get('after') ?? undefined) : undefined),
    staleTime: 0,
  });

export const rulesKey = (organizationId: string) => ['rules', organizationId];
export const rulesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: rulesKey(organizationId),
    queryFn: ({ signal }): Promise<Rules> => unwrap(api.GET('/organizations/{organizationId}/rules', { params: { path: { organizationId } }, signal })),
  });
