/** What the pages of this room ask the server; every key begins with `access` and the centre, so that one change refreshes all. */
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Matrix = components['schemas']['AccessMatrix'];
export type Grant = components['schemas']['AccessGrant'];

export const matrixQuery = (organizationId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['access', organizationId, 'matrix', on],
    queryFn: ({ signal }): Promise<Matrix> => unwrap(api.GET('/organizations/{organizationId}/accessMatrix', { params: { path: { organizationId }, query: on === undefined ? {} : { on } }, signal })),
    placeholderData: keepPreviousData,
  });

export const grantQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'grant', id],
    queryFn: ({ signal }): Promise<Grant> => unwrap(api.GET('/organizations/{organizationId}/accessGrants/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The rights of one person on one resource, those of the past with them. */
export const cellQuery = (organizationId: string, personId: string, resourceId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'cell', personId, resourceId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/accessGrants', { params: { path: { organizationId }, query: { personId, resourceId, sort: '-start', pageSize: 50 } }, signal })),
  });

/** Refreshes all that this room shows, after a change. */
export const useRefreshAccess = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['access'] });
};

export const listsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'lists'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessLists', { params: { path: { organizationId } }, signal })),
  });

export const listQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'list', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessLists/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** What changed since a frozen list, until another or (without one) until today. */
export const differencesQuery = (organizationId: string, id: string, other: string | undefined) =>
  queryOptions({
    queryKey: ['access', organizationId, 'differences', id, other],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/accessLists/{id}/differences', { params: { path: { organizationId, id }, query: other === undefined ? {} : { with: other } }, signal })),
  });

export type Profile = components['schemas']['AccessProfile'];

export const profilesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'profiles'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessProfiles', { params: { path: { organizationId } }, signal })),
  });

export const profileQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'profile', id],
    queryFn: ({ signal }): Promise<Profile> => unwrap(api.GET('/organizations/{organizationId}/accessProfiles/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const libraryQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'library'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessProfileLibrary', { params: { path: { organizationId } }, signal })),
  });

/** Who differs from the profile of their function; of one person also who does not. */
export const comparisonQuery = (organizationId: string, personId?: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'comparison', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessComparison', { params: { path: { organizationId }, query: personId ? { personId } : {} }, signal })),
  });

export const segregationQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'segregation'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accessSegregations', { params: { path: { organizationId } }, signal })),
  });

/** What the caller holds or has been asked for; nobody has more than a page of them. */
export const ownRightsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['access', organizationId, 'own'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownRights', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });
