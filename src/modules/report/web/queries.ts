import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import type { components } from '../../../web/api.generated.d.ts';

export type ReportSummary = components['schemas']['YearlyReportSummary'];
export type Report = components['schemas']['YearlyReport'];
export type ReportSection = components['schemas']['ReportSection'];
export type ReportText = components['schemas']['ReportText'];

/** All reports of a centre, the newest year first; a centre has one a year. */
export const reportsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['report', organizationId, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/yearlyReports', { params: { path: { organizationId }, query: { sort: '-year', pageSize: 200 } }, signal })),
  });

/** One report, its sections in the reader's language. */
export const reportQuery = (organizationId: string, id: string, language: Language) =>
  queryOptions({
    queryKey: ['report', organizationId, 'one', id, language],
    queryFn: ({ signal }): Promise<Report> => unwrap(api.GET('/organizations/{organizationId}/yearlyReports/{id}', { params: { path: { organizationId, id }, query: { language } }, signal })),
  });

export const previewQuery = (organizationId: string, id: string, language: 'fr' | 'nl' | 'de' | undefined, withPlan = false) =>
  queryOptions({
    queryKey: ['report', organizationId, 'preview', id, language, withPlan],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/yearlyReports/{id}/preview', {
          params: { path: { organizationId, id }, query: { ...(language ? { language } : {}), withPlan: withPlan ? 'true' : 'false' } },
          signal,
        }),
      ),
  });

/** After a change, everything that this room shows of the centre is asked again. */
export const useRefreshReports = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['report', organizationId] });
};

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());
