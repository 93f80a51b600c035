import type { paths } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Member = paths['/organizations/{organizationId}/members/{id}']['get']['responses'][200]['content']['application/json'];
export type Invitations = paths['/organizations/{organizationId}/invitations']['get']['responses'][200]['content']['application/json'];
export type Invitation = Invitations['items'][number];
export type Sent = paths['/organizations/{organizationId}/invitations']['post']['responses'][201]['content']['application/json'];

export const membersKey = (centreId: string): readonly unknown[] => ['members', centreId];

export const memberQuery = (centreId: string, id: string) => ({
  queryKey: [...membersKey(centreId), 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Member> => unwrap(api.GET('/organizations/{organizationId}/members/{id}', { params: { path: { organizationId: centreId, id } }, signal })),
});

export const invitationsQuery = (centreId: string) => ({
  queryKey: [...membersKey(centreId), 'invitations'],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Invitations> => unwrap(api.GET('/organizations/{organizationId}/invitations', { params: { path: { organizationId: centreId } }, signal })),
});
