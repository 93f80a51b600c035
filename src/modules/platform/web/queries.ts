/** What the pages of this room ask the server; every key begins with `platform` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Platform = components['schemas']['SecurityPlatform'];
export type Meeting = components['schemas']['PlatformMeeting'];
export type Decision = components['schemas']['PlatformDecision'];
export type MeetingDocument = 'minutes' | 'convocation';

export const platformQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['platform', organizationId, 'overview'],
    queryFn: ({ signal }): Promise<Platform> => unwrap(api.GET('/organizations/{organizationId}/securityPlatform', { params: { path: { organizationId } }, signal })),
  });

export const meetingQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['platform', organizationId, 'meeting', id],
    queryFn: ({ signal }): Promise<Meeting> => unwrap(api.GET('/organizations/{organizationId}/platformMeetings/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const openDecisionsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['platform', organizationId, 'openDecisions'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/platformDecisions', { params: { path: { organizationId }, query: { state: 'open', sort: 'dueOn', pageSize: 200 } }, signal })),
  });

export const previewQuery = (organizationId: string, meeting: Meeting, document: MeetingDocument) =>
  queryOptions({
    queryKey: ['platform', organizationId, 'preview', meeting.id, meeting.version, document],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/platformMeetings/{id}/preview', { params: { path: { organizationId, id: meeting.id }, query: { document } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshPlatform = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['platform', organizationId] });
};
