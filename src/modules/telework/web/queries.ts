/** What the pages of this room ask the server; every key begins with `telework` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Telework = components['schemas']['Telework'];
export type OwnTelework = components['schemas']['OwnTelework'];
export type Loss = components['schemas']['TeleworkLoss'];
export type Setting = components['schemas']['TeleworkSetting'];
export type Overview = components['schemas']['TeleworkOverview'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/teleworkOverview', { params: { path: { organizationId } }, signal })),
  });

export const teleworkQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'telework', id],
    queryFn: ({ signal }): Promise<Telework> => unwrap(api.GET('/organizations/{organizationId}/teleworks/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const ownQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'own'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownTeleworks', { params: { path: { organizationId } }, signal })),
  });

export const settingQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'setting'],
    queryFn: ({ signal }): Promise<Setting> => unwrap(api.GET('/organizations/{organizationId}/teleworkSettings', { params: { path: { organizationId } }, signal })),
  });

/** The device of the inventory that a record names; of that room, and so under its key. */
export const deviceQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'device', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/devices/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const lossQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'loss', id],
    queryFn: ({ signal }): Promise<Loss> => unwrap(api.GET('/organizations/{organizationId}/teleworkLosses/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const measuresQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'measures'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/teleworkMeasures', { params: { path: { organizationId }, query: { sort: '-measured', pageSize: 50 } }, signal })),
  });

export const exceptionsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['telework', organizationId, 'exceptions'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/teleworkExceptions', { params: { path: { organizationId }, query: { sort: '-start', pageSize: 100 } }, signal })),
  });

/** The name of a person of the centre, for whoever reads the register of people. */
export const personQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'person', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId, id } }, signal })),
    enabled: id !== '',
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshTelework = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['telework', organizationId] });
};
