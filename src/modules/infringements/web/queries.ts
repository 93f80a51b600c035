/** What the pages of this room ask the server. Nothing of it is kept on the device: no draft, no list of what was opened. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Infringement = components['schemas']['Infringement'];
export type InfringementSummary = components['schemas']['InfringementSummary'];
export type Infringements = components['schemas']['Infringements'];
export type Measure = components['schemas']['InfringementAction'];
export type Letter = 'notice' | 'decision';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

export const listQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['infringements', organizationId, 'first'],
    queryFn: ({ signal }): Promise<Infringements> =>
      unwrap(api.GET('/organizations/{organizationId}/infringements', { params: { path: { organizationId }, query: { sort: '-sentOn', pageSize: 1 } }, signal })),
    staleTime: 60_000,
    retry: false,
  });

export const infringementQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['infringements', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Infringement> => unwrap(api.GET('/organizations/{organizationId}/infringements/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const previewQuery = (organizationId: string, notice: Infringement, document: Letter) =>
  queryOptions({
    queryKey: ['infringements', organizationId, 'preview', notice.id, notice.version, document],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/infringements/{id}/preview', { params: { path: { organizationId, id: notice.id }, query: { document } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and what is due there, after a change. */
export const useRefreshInfringements = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['infringements', organizationId] });
    void queries.invalidateQueries({ queryKey: ['deadlines'] });
  };
};
