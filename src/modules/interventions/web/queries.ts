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

export type Check = components['schemas']['RecurringCheck'];
export const checkQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'check', id],
    queryFn: ({ signal }): Promise<Check> => unwrap(api.GET('/organizations/{organizationId}/recurringChecks/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const yearsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'years'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventionYears', { params: { path: { organizationId } }, signal })),
  });

export type Maintenance = components['schemas']['RemoteMaintenance'];
export const maintenancesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'maintenances'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/remoteMaintenances', { params: { path: { organizationId } }, signal })),
  });

export const maintenanceQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'maintenance', id],
    queryFn: ({ signal }): Promise<Maintenance> => unwrap(api.GET('/organizations/{organizationId}/remoteMaintenances/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The last sessions that went by an agreement. */
export const sessionsQuery = (organizationId: string, maintenanceId: string) =>
  queryOptions({
    queryKey: ['interventions', organizationId, 'sessions', maintenanceId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/interventions', { params: { path: { organizationId }, query: { maintenanceId, sort: '-start', pageSize: 50 } }, signal })),
  });

/** The contracts of a firm, the newest first; of the room of suppliers, and so under its key. */
export const firmContractsQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'contracts', supplierId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/supplierContracts', { params: { path: { organizationId }, query: { supplierId, sort: '-start', pageSize: 200 } }, signal })),
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
