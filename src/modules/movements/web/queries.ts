/** What the pages of this room ask the server; every key begins with `movements`, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Movement = components['schemas']['WholeMovement'];
export type Step = components['schemas']['AccessStep'];
export type Event = components['schemas']['MovementEvents']['items'][number];

export const movementQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['movements', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Movement> => unwrap(api.GET('/organizations/{organizationId}/movements/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const eventsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['movements', organizationId, 'events'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/movementEvents', { params: { path: { organizationId } }, signal })),
  });

export const countQuery = (organizationId: string, state: 'open' | 'late') =>
  queryOptions({
    queryKey: ['movements', organizationId, 'count', state],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/organizations/{organizationId}/movements', { params: { path: { organizationId }, query: { state, pageSize: 1 } }, signal }))).total ?? 0,
  });

export const templatesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['movements', organizationId, 'templates'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/stepTemplates', { params: { path: { organizationId } }, signal })),
  });

/** The steps of whoever asks, or all open ones for whoever may read them; the first two hundred by their terms. */
export const stepsQuery = (organizationId: string, mine: boolean) =>
  queryOptions({
    queryKey: ['movements', organizationId, 'steps', mine],
    queryFn: ({ signal }) => {
      const params = { path: { organizationId }, query: { state: 'open' as const, pageSize: 200 } };
      return mine ? unwrap(api.GET('/organizations/{organizationId}/ownSteps', { params, signal })) : unwrap(api.GET('/organizations/{organizationId}/accessSteps', { params, signal }));
    },
  });

export const contractsQuery = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'contracts', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/contracts', { params: { path: { organizationId }, query: { personId, sort: '-start', pageSize: 50 } }, signal })),
  });

export const servicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'servicesToChoose'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });

/** Refreshes what a change of a case or a step touches: the room, the people, the rights, what is due. */
export const useRefreshMovements = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(['movements', 'people', 'access', 'obligations', 'due'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
};
