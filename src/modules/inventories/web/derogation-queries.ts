/** What the pages of derogations ask the server, under the key of the room. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Derogation = components['schemas']['Derogation'];
export type OwnDerogation = components['schemas']['OwnDerogation'];

export const derogationsOverviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'derogationsOverview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/derogationsOverview', { params: { path: { organizationId } }, signal })),
  });

export const derogationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'derogation', id],
    queryFn: ({ signal }): Promise<Derogation> => unwrap(api.GET('/organizations/{organizationId}/derogations/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const ownDerogationsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'ownDerogations'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownDerogations', { params: { path: { organizationId } }, signal })),
  });
