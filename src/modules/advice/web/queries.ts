/** What the pages of this room ask the server; every key begins with `advice` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Advice = components['schemas']['Advice'];
export type AdviceSummary = components['schemas']['AdviceSummary'];
export type AdviceOverview = components['schemas']['AdviceOverview'];
export type Letter = 'advice' | 'decision';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['advice', organizationId, 'overview'],
    queryFn: ({ signal }): Promise<AdviceOverview> => unwrap(api.GET('/organizations/{organizationId}/adviceOverview', { params: { path: { organizationId } }, signal })),
  });

export const adviceQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['advice', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Advice> => unwrap(api.GET('/organizations/{organizationId}/advices/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const previewQuery = (organizationId: string, advice: Advice, document: Letter) =>
  queryOptions({
    queryKey: ['advice', organizationId, 'preview', advice.id, advice.version, document],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/advices/{id}/preview', { params: { path: { organizationId, id: advice.id }, query: { document } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and what is due there, after a change. */
export const useRefreshAdvice = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['advice', organizationId] });
    void queries.invalidateQueries({ queryKey: ['deadlines'] });
  };
};
