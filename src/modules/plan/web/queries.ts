/** What the pages of this room ask the server; every key begins with `plan` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Action = components['schemas']['PlanAction'];
export type Overview = components['schemas']['PlanOverview'];
export type Version = components['schemas']['PlanVersion'];
export type Plans = components['schemas']['Plans'];

export const overviewQuery = (organizationId: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'overview', year],
    queryFn: ({ signal }): Promise<Overview> => unwrap(api.GET('/organizations/{organizationId}/plan', { params: { path: { organizationId }, query: year === undefined ? {} : { year } }, signal })),
  });

export const actionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'action', id],
    queryFn: ({ signal }): Promise<Action> => unwrap(api.GET('/organizations/{organizationId}/planActions/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const ownQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'own'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownActions', { params: { path: { organizationId }, query: { state: 'open', pageSize: 200 } }, signal })),
  });

export const versionsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'versions'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/planVersions', { params: { path: { organizationId } }, signal })),
  });

export const versionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'version', id],
    queryFn: ({ signal }): Promise<Version> => unwrap(api.GET('/organizations/{organizationId}/planVersions/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const previewQuery = (organizationId: string, version: Version) =>
  queryOptions({
    queryKey: ['plan', organizationId, 'preview', version.id, version.version],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/planVersions/{id}/preview', { params: { path: { organizationId, id: version.id } }, signal })),
  });

export const plansQuery = queryOptions({ queryKey: ['plan', 'all'], queryFn: ({ signal }): Promise<Plans> => unwrap(api.GET('/plans', { signal })) });

/** Refreshes all that this room shows, after a change. */
export const useRefreshPlan = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['plan'] });
};
