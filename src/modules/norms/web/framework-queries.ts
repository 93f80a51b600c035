/** What the pages of frameworks ask the server. A text never changes: it is read once. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type FrameworkItem = components['schemas']['FrameworkItem'];
export type ImportPlan = components['schemas']['ImportPlan'];

export const frameworksQuery = queryOptions({ queryKey: ['frameworks'], queryFn: ({ signal }) => unwrap(api.GET('/frameworks', { signal })) });

export const frameworkMappingsQuery = queryOptions({ queryKey: ['frameworks', 'mappings'], queryFn: ({ signal }) => unwrap(api.GET('/frameworkMappings', { signal })) });

export const frameworkTextQuery = (frameworkId: string, frameworkVersion: string | undefined) =>
  queryOptions({
    queryKey: ['frameworks', 'text', frameworkId, frameworkVersion],
    queryFn: ({ signal }) => unwrap(api.GET('/frameworks/{frameworkId}/versions/{frameworkVersion}', { params: { path: { frameworkId, frameworkVersion: frameworkVersion! } }, signal })),
    enabled: frameworkVersion !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const frameworkChangesQuery = (frameworkId: string, from: string | undefined, to: string | undefined) =>
  queryOptions({
    queryKey: ['frameworks', 'changes', frameworkId, from, to],
    queryFn: ({ signal }) => unwrap(api.GET('/frameworks/{frameworkId}/changes', { params: { path: { frameworkId }, query: { from: from!, to: to! } }, signal })),
    enabled: from !== undefined && to !== undefined && from !== to,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const frameworkMappingQuery = (frameworkId: string, targetId: string) =>
  queryOptions({
    queryKey: ['frameworks', 'mapping', frameworkId, targetId],
    queryFn: ({ signal }) => unwrap(api.GET('/frameworks/{frameworkId}/mappings/{targetId}', { params: { path: { frameworkId, targetId } }, signal })),
  });

export const assessmentGivesQuery = (organizationId: string, id: string | undefined, targetId: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'gives', id, targetId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}/mappings/{targetId}', { params: { path: { organizationId, id: id!, targetId } }, signal })),
    enabled: id !== undefined,
  });

/** Sends a file, to be looked at only or to be kept, under another id or version where they are given. Throws `ProblemError`. */
export const sendFramework = (body: FormData, query: { dryRun: 'true' | 'false'; id?: string; version?: string; language?: 'fr' | 'nl' | 'de' | 'en' }): Promise<ImportPlan> =>
  // The contract describes a form with a file, for which the generated types have no body.
  unwrap(api.POST('/frameworkImports', { params: { query }, body: body as never }));
