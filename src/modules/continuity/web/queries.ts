/** What the pages of this room ask the server; every key begins with `continuity` and the centre, so that one change refreshes all. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type BackupPlan = components['schemas']['BackupPlan'];
export type BackupPlanRun = components['schemas']['BackupPlanRun'];
export type Objective = components['schemas']['RecoveryObjective'];
export type RestoreTest = components['schemas']['RestoreTest'];
export type Exercise = components['schemas']['ContinuityExercise'];
export type Calendar = components['schemas']['BackupPlanCalendar']['items'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/backupPlansOverview', { params: { path: { organizationId } }, signal })),
  });

export const planQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'plan', id],
    queryFn: async ({ signal }): Promise<BackupPlan> => {
      // The list knows its newest runs and the names of what it names; the record alone says that there is none.
      const [one, listed] = await Promise.all([
        unwrap(api.GET('/organizations/{organizationId}/backupPlans/{id}', { params: { path: { organizationId, id } }, signal })),
        unwrap(api.GET('/organizations/{organizationId}/backupPlans', { params: { path: { organizationId }, query: { id } }, signal })),
      ]);
      return { ...listed.items[0], ...one };
    },
  });

export const calendarQuery = (organizationId: string, id: string, from: string, until: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'calendar', id, from, until],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/backupPlans/{id}/calendar', { params: { path: { organizationId, id }, query: { from, until } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshContinuity = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['continuity', organizationId] });
};

/** All backups of a centre, to choose from: a few dozen at most. */
export const plansQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'plans'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/backupPlans', { params: { path: { organizationId }, query: { pageSize: 200, sort: 'name' } }, signal })),
  });

/** Every decision on how soon and how much, the newest first: one or two in a legislature. */
export const objectivesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'objectives'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/recoveryObjectives', { params: { path: { organizationId }, query: { pageSize: 200, sort: '-decidedOn' } }, signal })),
  });

/** What the council was asked, the newest first. */
export const proposalsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'proposals'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/recoveryProposals', { params: { path: { organizationId }, query: { pageSize: 50, sort: '-proposedOn' } }, signal })),
  });

/** The newest restore tests, for the picture. */
export const testsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'tests'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/restoreTests', { params: { path: { organizationId }, query: { pageSize: 12, sort: '-testedOn' } }, signal })),
  });

export const testQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'test', id],
    queryFn: async ({ signal }): Promise<RestoreTest> => {
      const [one, listed] = await Promise.all([
        unwrap(api.GET('/organizations/{organizationId}/restoreTests/{id}', { params: { path: { organizationId, id } }, signal })),
        unwrap(api.GET('/organizations/{organizationId}/restoreTests', { params: { path: { organizationId }, query: { id } }, signal })),
      ]);
      return { ...listed.items[0], ...one };
    },
  });

export const exerciseQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'exercise', id],
    queryFn: ({ signal }): Promise<Exercise> => unwrap(api.GET('/organizations/{organizationId}/continuityExercises/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Reports that wait to be sorted, the newest first, some at a time. */
export const reportsQuery = (organizationId: string) =>
  infiniteQueryOptions({
    queryKey: ['continuity', organizationId, 'reports'],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/backupReports', {
          params: { path: { organizationId }, query: { sort: '-receivedAt', pageSize: 10, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next ? (new URL(next).searchParams.get('after') ?? undefined) : undefined),
  });

/** The rules by which reports are read: a few for each backup. */
export const rulesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'rules'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/backupReportRules', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });
