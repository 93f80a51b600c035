import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type CorrectionRequest = components['schemas']['CorrectionRequests']['items'][number];

const room = 'subjects';
export const ownDataQuery = (organizationId: string) =>
  queryOptions({ queryKey: [room, organizationId, 'own'], queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownData', { params: { path: { organizationId } }, signal })) });
export const ownRequestsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [room, organizationId, 'ownRequests'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownCorrectionRequests', { params: { path: { organizationId } }, signal })),
  });
export const requestsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [room, organizationId, 'requests'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/correctionRequests', { params: { path: { organizationId } }, signal })),
  });
export const retentionQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [room, organizationId, 'retention'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/retention', { params: { path: { organizationId } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and what is due there. */
export const useRefresh = (organizationId: string): (() => void) => {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [[room, organizationId], ['people', organizationId], ['obligations']]) void queries.invalidateQueries({ queryKey });
  };
};
