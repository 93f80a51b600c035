/** What the pages of this room ask the server; every key begins with `interventions` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Intervention = components['schemas']['Intervention'];
export type WholeIntervention = components['schemas']['WholeIntervention'];

export const overviewQuery = (organizationId: string, year?: number) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'overview', year],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventionsOverview', { params: { path: { organizationId }, query: year ? { year } : {} }, signal })),
  });

export const interventionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<WholeIntervention> => unwrap(api.GET('/organizations/{organizationId}/interventions/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const settingQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'setting'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventionSettings', { params: { path: { organizationId } }, signal })),
  });

export const checksQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'checks'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/recurringChecks', { params: { path: { organizationId } }, signal })),
  });

export const yearsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'years'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventionYears', { params: { path: { organizationId } }, signal })),
  });

export const firmLinksQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'firmLinks'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/firmLinks', { params: { path: { organizationId } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshInterventions = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['interventions', organizationId] });
};
