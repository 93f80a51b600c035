/** What the pages of this room ask the server; every key begins with `inspections` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Language, languages } from '../../../kernel/language.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Inspection = components['schemas']['Inspection'];
export type Finding = components['schemas']['InspectionFinding'];
export type Notice = components['schemas']['NetworkNotice'];
export type NetworkStep = components['schemas']['NetworkStep'];
export type Given = components['schemas']['AuditorAccessGiven'];

export const clockQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'clock'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/formalAudit', { params: { path: { organizationId } }, signal })),
  });

export const inspectionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'inspection', id],
    queryFn: ({ signal }): Promise<Inspection> => unwrap(api.GET('/organizations/{organizationId}/inspections/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** Findings of one audit, all of them: an audit has tens, not hundreds. */
export const findingsQuery = (organizationId: string, inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'findings', inspectionId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/inspectionFindings', { params: { path: { organizationId }, query: { inspectionId, sort: 'number', pageSize: 200 } }, signal })),
  });

export const accessesQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'accesses', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/inspections/{id}/accesses', { params: { path: { organizationId, id } }, signal })),
  });

export const servicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'services', 'choice'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { sort: 'name', pageSize: 200 } }, signal })),
  });

export const peopleQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'choice'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people', { params: { path: { organizationId }, query: { sort: 'name', state: 'present', pageSize: 200 } }, signal })),
  });

export const noticeQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'notice', id],
    queryFn: ({ signal }): Promise<Notice> => unwrap(api.GET('/organizations/{organizationId}/networkNotices/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const stepsQuery = (organizationId: string, noticeId: string) =>
  queryOptions({
    queryKey: ['inspections', organizationId, 'steps', noticeId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/networkSteps', { params: { path: { organizationId }, query: { noticeId, sort: 'happened', pageSize: 200 } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change. */
export const useRefreshInspections = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['inspections', organizationId] });
    await queries.invalidateQueries({ queryKey: ['networkAccess', organizationId] });
  };
};

/** The frameworks there are, each once: their newest version. */
export const frameworksQuery = queryOptions({
  queryKey: ['norms', 'frameworks', 'audits'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/frameworks', { signal }))).items.filter(({ newest }) => newest),
});

/** The title in the reader's language, else in the first that there is. */
export const titleOf = ({ title }: { title: Partial<Record<Language, string | undefined>> }, language: Language): string =>
  title[language] ?? languages.map((one) => title[one]).find((text) => text !== undefined) ?? '';
