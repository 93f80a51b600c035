/** What the pages of the register of software ask the server, under the key of the room. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Software = components['schemas']['SoftwareProduct'];
export type SoftwareUse = components['schemas']['SoftwareUse'];

export const softwareOverviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'softwareOverview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/softwareOverview', { params: { path: { organizationId } }, signal })),
  });

export const softwareQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'softwareProduct', id],
    queryFn: ({ signal }): Promise<Software> => unwrap(api.GET('/organizations/{organizationId}/softwareProducts/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The seats of a product that are taken today: the first two hundred, with how many there are. */
export const usesQuery = (organizationId: string, softwareId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'softwareUses', softwareId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/softwareUses', { params: { path: { organizationId }, query: { softwareId, current: 'true', sort: 'name', pageSize: 200 } }, signal })),
  });

/** What is installed on a device today. */
export const usesOnDeviceQuery = (organizationId: string, deviceId: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'softwareUses', 'onDevice', deviceId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/softwareUses', { params: { path: { organizationId }, query: { deviceId, current: 'true', pageSize: 200 } }, signal })),
  });

/** The contracts of a supplier, for the one that a licence comes with. */
export const contractsOfQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['suppliers', organizationId, 'contracts', supplierId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/supplierContracts', { params: { path: { organizationId }, query: { supplierId, sort: '-start', pageSize: 200 } }, signal })),
  });
