/** What the pages of the centre's own documents ask the server. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

type Schemas = components['schemas'];
export type OwnDocument = Schemas['OwnDocument'];
export type OwnVersion = Schemas['OwnDocumentVersion'];
export type RegisterLine = Schemas['DocumentRegisterLine'];

export const ownDocumentQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'own', id],
    queryFn: ({ signal }): Promise<OwnDocument> => unwrap(api.GET('/organizations/{organizationId}/ownDocuments/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Its versions, newest first. */
export const ownVersionsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'own', id, 'versions'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownDocuments/{id}/versions', { params: { path: { organizationId, id } }, signal })),
  });

export const ownVersionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'ownVersion', id],
    queryFn: ({ signal }): Promise<OwnVersion> => unwrap(api.GET('/organizations/{organizationId}/ownVersions/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** How the centre's own documents stand, said with the first line of the register. */
export const ownCountsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'ownCounts'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documentRegister', { params: { path: { organizationId }, query: { pageSize: 1 } }, signal })),
  });
