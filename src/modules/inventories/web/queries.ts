/** What the pages of this room ask the server; every key begins with `inventories` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Device = components['schemas']['Device'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/inventoryOverview', { params: { path: { organizationId } }, signal })),
  });

export const deviceQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'device', id],
    queryFn: ({ signal }): Promise<Device> => unwrap(api.GET('/organizations/{organizationId}/devices/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The device of a number, if there is one; also one that left. */
export const numberedQuery = (organizationId: string, number: number) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'numbered', number],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/devices', { params: { path: { organizationId }, query: { number, pageSize: 1 } }, signal })),
  });

export const movementsQuery = (organizationId: string, deviceId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'movements', deviceId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/deviceMovements', { params: { path: { organizationId }, query: { deviceId, sort: '-moved', pageSize: 200 } }, signal })),
  });

export const reviewsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'reviews'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/inventoryReviews', { params: { path: { organizationId } }, signal })),
  });

export const reviewQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'review', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/inventoryReviews/{id}', { params: { path: { organizationId, id } }, signal })),
    // Its files are drawn after the signature: asked again until they are there.
    refetchInterval: ({ state }) => (state.data?.files === 'coming' ? 1500 : false),
  });

export const erasuresQuery = (organizationId: string, deviceId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'erasures', deviceId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/deviceErasures', { params: { path: { organizationId }, query: { deviceId, sort: '-erasedOn', pageSize: 50 } }, signal })),
  });

/** The zones in use, by name: where devices can stand. */
export const placesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'places'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/zones', { params: { path: { organizationId }, query: { state: 'inUse', sort: 'name', pageSize: 200 } }, signal })),
  });

/** What a count has still to see in a place. */
export const countedQuery = (organizationId: string, id: string, zoneId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'review', id, 'still', zoneId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/inventoryReviews/{id}/devices', { params: { path: { organizationId, id }, query: { seen: 'false', zoneId, pageSize: 50 } }, signal })),
  });

export const labelCountQuery = (organizationId: string, choice: { unlabelled: boolean; before?: string; kind?: Device['kind']; zoneId?: string }) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'labels', choice],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/deviceLabels', { params: { path: { organizationId }, query: { ...choice, unlabelled: choice.unlabelled ? 'true' : 'false' } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change; telework shows the same devices. */
export const useRefreshInventories = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['inventories', organizationId] }), queries.invalidateQueries({ queryKey: ['telework', organizationId] })]);
  };
};
