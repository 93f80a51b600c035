/** What the pages of this room ask the server. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Organization = components['schemas']['Organization'];

export const organizationQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['organization', organizationId],
    queryFn: ({ signal }): Promise<Organization> => unwrap(api.GET('/organizations/{organizationId}', { params: { path: { organizationId } }, signal })),
  });

export const poolsQuery = queryOptions({
  queryKey: ['pools'],
  queryFn: ({ signal }) => unwrap(api.GET('/pools', { signal })),
});
