import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Provider = components['schemas']['Provider'];

export const providersQuery = queryOptions({ queryKey: ['providers'], queryFn: ({ signal }) => unwrap(api.GET('/providers', { signal })) });
export const providerQuery = (id: string) =>
  queryOptions({ queryKey: ['providers', id], queryFn: ({ signal }): Promise<Provider> => unwrap(api.GET('/providers/{id}', { params: { path: { id } }, signal })) });
export const mappingsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['groupMappings', organizationId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/groupMappings', { params: { path: { organizationId } }, signal })),
  });
export const previewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['groupMappings', organizationId, 'preview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/groupMappings/preview', { params: { path: { organizationId } }, signal })),
  });
