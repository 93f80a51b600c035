/** What the pages of this room ask the server; every key begins with `reconciliation` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, localAddress, unwrap, unwrapWhole } from '../../../web/api.ts';

export type AccountList = components['schemas']['AccountList'];
export type AccountFinding = components['schemas']['AccountFinding'];
export type AccountMatch = components['schemas']['AccountMatch'];

export const accountListQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['reconciliation', organizationId, 'list', id],
    queryFn: ({ signal }): Promise<AccountList> => unwrap(api.GET('/organizations/{organizationId}/accountLists/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const findingQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['reconciliation', organizationId, 'finding', id],
    queryFn: ({ signal }): Promise<AccountFinding> => unwrap(api.GET('/organizations/{organizationId}/accountFindings/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const questionsQuery = (organizationId: string, resourceId: string) =>
  queryOptions({
    queryKey: ['reconciliation', organizationId, 'questions', resourceId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/accountMatches', { params: { path: { organizationId }, query: { resourceId, kind: 'asked', pageSize: 50 } }, signal })),
  });

export const runQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['reconciliation', organizationId, 'run', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/reconciliations/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change: what was asked of somebody, too. */
export const useRefreshReconciliation = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [
        ['reconciliation', organizationId],
        ['movements', organizationId],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
};

/** Sends a list to be compared; gives the address of the task. Throws `ProblemError`. */
export const sendList = async (organizationId: string, id: string, body: FormData): Promise<string> => {
  const { location } = await unwrapWhole(
    // The contract describes a form with a file, for which the generated types have no body.
    api.POST('/organizations/{organizationId}/accountLists/{id}/compare', { params: { path: { organizationId, id } }, body: body as never }),
  );
  return localAddress(location!);
};

/** Has the directory of a resource read now; gives the address of the task. Throws `ProblemError`. */
export const askDirectory = async (organizationId: string, id: string): Promise<string> => {
  const { location } = await unwrapWhole(api.POST('/organizations/{organizationId}/accountLists/{id}/readDirectory', { params: { path: { organizationId, id } } }));
  return localAddress(location!);
};
