/** What the pages of this room ask the server; every key begins with `suppliers` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Supplier = components['schemas']['Supplier'];
export type Contract = components['schemas']['SupplierContract'];
export type FirmPerson = components['schemas']['SupplierPerson'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/suppliersOverview', { params: { path: { organizationId } }, signal })),
  });

export const supplierQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'supplier', id],
    queryFn: ({ signal }): Promise<Supplier> => unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const contractQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'contract', id],
    queryFn: ({ signal }): Promise<Contract> => unwrap(api.GET('/organizations/{organizationId}/supplierContracts/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The contracts of one firm, the newest first: a firm has a few. */
export const contractsQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'contracts', supplierId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/supplierContracts', { params: { path: { organizationId }, query: { supplierId, sort: '-start', pageSize: 200 } }, signal })),
  });

export const firmPersonQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'person', id],
    queryFn: ({ signal }): Promise<FirmPerson> => unwrap(api.GET('/organizations/{organizationId}/supplierPeople/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const firmPeopleQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'people', supplierId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/supplierPeople', { params: { path: { organizationId }, query: { supplierId, sort: 'name', pageSize: 200 } }, signal })),
  });

export const namesakesQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'namesakes', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}/namesakes', { params: { path: { organizationId, id } }, signal })),
  });

export const reachQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'reach', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}/reach', { params: { path: { organizationId, id } }, signal })),
  });

export const pendingQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'pending', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/suppliers/{id}/pending', { params: { path: { organizationId, id } }, signal })),
  });

/** What the firm supplies; of the room of resources, and so under its key. */
export const suppliedQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['resources', organizationId, 'suppliedBy', supplierId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/resources', { params: { path: { organizationId }, query: { supplierId, sort: 'kind', pageSize: 200 } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshSuppliers = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['suppliers', organizationId] });
};
