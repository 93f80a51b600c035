import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Disposal = components['schemas']['Disposal'];

export const disposalQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'disposal', id],
    queryFn: ({ signal }): Promise<Disposal> => unwrap(api.GET('/organizations/{organizationId}/disposals/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const answersQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inventories', organizationId, 'answers', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/devices/{id}/answers', { params: { path: { organizationId, id } }, signal })),
  });
