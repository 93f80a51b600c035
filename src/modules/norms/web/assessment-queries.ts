/** What the pages of assessments ask the server; every key begins with `norms` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, base, follow, unwrap } from '../../../web/api.ts';
import type { Texts } from '../framework.ts';

export type Assessment = components['schemas']['Assessment'];
export type AssessmentSummary = components['schemas']['AssessmentSummary'];
export type NormRow = components['schemas']['AssessmentNorm'];
export type OwnNorm = components['schemas']['OwnNorm'];
export type Evidence = components['schemas']['Evidence'];
export type Fact = components['schemas']['LiveFact'];
export type FrameworkChoice = { id: string; version: string; title: Texts; norms: number; newest: boolean };

export const assessmentsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'assessments'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/assessments', { params: { path: { organizationId } }, signal })),
  });

export const assessmentQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'assessment', id],
    queryFn: ({ signal }): Promise<Assessment> => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}', { params: { path: { organizationId, id } }, signal })),
    enabled: id !== '',
  });

export const chapterQuery = (organizationId: string, id: string, chapterId: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'chapter', id, chapterId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/assessments/{id}/norms', { params: { path: { organizationId, id }, query: { chapterId } }, signal })),
    // What somebody types is not taken away by an answer that comes in the background.
    refetchOnWindowFocus: false,
  });

export const ownNormsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['norms', organizationId, 'own'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownNorms', { params: { path: { organizationId } }, signal })),
    refetchOnWindowFocus: false,
  });

export const frameworkChoicesQuery = queryOptions({
  queryKey: ['norms', 'frameworks', 'choices'],
  queryFn: async ({ signal }) => (await follow<{ items: FrameworkChoice[] }>(`${base}/frameworks`, signal)).data.items,
});

/** One norm, of an assessment or one's own. */
export const readNorm = (organizationId: string, id: string, own: boolean): Promise<NormRow> => {
  const params = { path: { organizationId, id } };
  return own ? unwrap(api.GET('/organizations/{organizationId}/ownNorms/{id}', { params })) : unwrap(api.GET('/organizations/{organizationId}/assessmentNorms/{id}', { params }));
};

type Rows = { items: NormRow[] };
/** Puts a norm that was answered in the place where it is shown, and has the sums read again. */
export const useKeepNorm = (organizationId: string): ((row: NormRow) => void) => {
  const queries = useQueryClient();
  return (row) => {
    const put = (old: Rows | undefined) => old && { ...old, items: old.items.map((one) => (one.id === row.id ? { ...one, ...row } : one)) };
    queries.setQueriesData<Rows>({ queryKey: ['norms', organizationId, 'chapter', row.assessmentId] }, put);
    queries.setQueriesData<Rows>({ queryKey: ['norms', organizationId, 'own'] }, put);
    void queries.invalidateQueries({ queryKey: ['norms', organizationId, 'assessment', row.assessmentId] });
  };
};

/** Has all that this room shows of a centre read again, after a change. */
export const useRefreshNorms = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['norms', organizationId] });
};
