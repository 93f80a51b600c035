/** What the pages of the life of an assessment ask the server; every key begins with `norms` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Assessment = components['schemas']['Assessment'];
export type Life = components['schemas']['AssessmentLife'];
export type Heat = components['schemas']['NormHeat'];
export type SharedNorm = components['schemas']['SharedNorm'];

export const assessmentOf = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'life', id, 'assessment'],
    queryFn: ({ signal }): Promise<Assessment> => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const lifeQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'life', id],
    queryFn: ({ signal }): Promise<Life> => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}/life', { params: { path: { organizationId, id } }, signal })),
  });

export const previewQuery = (organizationId: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'life', id, 'preview', version],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}/preview', { params: { path: { organizationId, id } }, signal })),
  });

export const heatQuery = (which: { frameworkId?: string; year?: number }) =>
  queryOptions({
    queryKey: ['normHeat', which],
    queryFn: ({ signal }): Promise<Heat> => unwrap(api.GET('/normHeat', { params: { query: which }, signal })),
  });

export const sharedQuery = (which: { frameworkId: string; year: number; normId: string }) =>
  queryOptions({
    queryKey: ['normHeat', 'shared', which],
    queryFn: ({ signal }): Promise<SharedNorm> => unwrap(api.GET('/sharedNorms', { params: { query: which }, signal })),
  });

/** Refreshes all that the pages of the norms show of a centre. */
export const useRefreshLife = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['norms', organizationId] });
};
