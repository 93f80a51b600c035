/** What the pages of this room ask the server; every key begins with `emergency` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Envelope = components['schemas']['EmergencyEnvelope'];
export type Opening = components['schemas']['EmergencyOpening'];
export type Absent = components['schemas']['AbsentAccess'];

export const envelopesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['emergency', organizationId, 'envelopes'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/emergencyEnvelopes', { params: { path: { organizationId } }, signal })),
  });
export const envelopeQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['emergency', organizationId, 'envelope', id],
    queryFn: ({ signal }): Promise<Envelope> => unwrap(api.GET('/organizations/{organizationId}/emergencyEnvelopes/{id}', { params: { path: { organizationId, id } }, signal })),
  });
export const absentsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['emergency', organizationId, 'absents'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/absentAccesses', { params: { path: { organizationId } }, signal })),
  });
export const absentQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['emergency', organizationId, 'absent', id],
    queryFn: ({ signal }): Promise<Absent> => unwrap(api.GET('/organizations/{organizationId}/absentAccesses/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Refreshes all that this room shows, after a change: the steps that came of it, too. */
export const useRefreshEmergency = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(['emergency', 'movements'].map((first) => queries.invalidateQueries({ queryKey: [first] })));
  };
};
