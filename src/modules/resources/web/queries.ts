/** What the pages of this room ask the server; every key begins with `resources` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Resource = components['schemas']['Resource'];
export type Offered = components['schemas']['OfferedResource'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['resources', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/resourcesOverview', { params: { path: { organizationId } }, signal })),
  });

export const resourceQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['resources', organizationId, 'resource', id],
    queryFn: ({ signal }): Promise<Resource> => unwrap(api.GET('/organizations/{organizationId}/resources/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const catalogueQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['resources', organizationId, 'catalogue'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/resourceCatalogue', { params: { path: { organizationId } }, signal })),
  });

/** The services of the centre, of the room of people. */
export const servicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'services', 'choice'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { sort: 'name', pageSize: 200 } }, signal })),
  });

export const ownerQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'picked', id],
    queryFn: async ({ signal }) => {
      const found = await unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId, id } }, signal }));
      return { id, name: `${found.firstName} ${found.lastName}` };
    },
  });

export const supplierQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'supplier', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and the lists of rights that name its resources. */
export const useRefreshResources = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['resources', organizationId] });
    await queries.invalidateQueries({ queryKey: ['access', organizationId] });
  };
};
