/** What the pages of this room ask the server; every key begins with `council` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Overview = components['schemas']['CouncilOverview'];
export type Sitting = components['schemas']['CouncilSittingWhole'];
export type Item = components['schemas']['CouncilItem'];
export type Note = components['schemas']['CouncilNote'];
export type Subject = Overview['awaiting'][number];

export const overviewQuery = (organizationId: string, year?: string) =>
  queryOptions({
    queryKey: ['council', organizationId, 'overview', year ?? ''],
    queryFn: ({ signal }): Promise<Overview> => unwrap(api.GET('/organizations/{organizationId}/council', { params: { path: { organizationId }, query: year ? { year } : {} }, signal })),
  });

export const sittingQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['council', organizationId, 'sitting', id],
    queryFn: ({ signal }): Promise<Sitting> => unwrap(api.GET('/organizations/{organizationId}/councilSittings/{id}/agenda', { params: { path: { organizationId, id } }, signal })),
  });

export const noteQuery = (organizationId: string, sittingId: string) =>
  queryOptions({
    queryKey: ['council', organizationId, 'note', sittingId],
    queryFn: ({ signal }): Promise<Note> => unwrap(api.GET('/organizations/{organizationId}/councilSittings/{id}/note', { params: { path: { organizationId, id: sittingId } }, signal })),
  });

export const previewQuery = (organizationId: string, note: Note) =>
  queryOptions({
    queryKey: ['council', organizationId, 'preview', note.id, note.version],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/councilNotes/{id}/preview', { params: { path: { organizationId, id: note.id } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and what is due there, after a change. */
export const useRefreshCouncil = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['deadlines'] });
    await queries.invalidateQueries({ queryKey: ['council', organizationId] });
  };
};
