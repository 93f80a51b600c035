import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { sectionKeys, yearsToBegin } from '../report.ts';
import { type ReportSummary, reportsQuery, todayHere, useRefreshReports } from './queries.ts';
import './report.css';

/** Begins the report of a year that has none: this year's, or another that is chosen. */
const Begin = ({ taken }: { taken: readonly number[] }) => {
  const { t } = useTranslation(['report', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshReports(centre.id);
  const years = yearsToBegin(todayHere(), taken);
  const [year, setYear] = useState(years[0]);
  const begin = useMutation({
    mutationFn: (asked: number) => unwrap(api.POST('/organizations/{organizationId}/yearlyReports', { params: { path: { organizationId: centre.id } }, body: { year: asked } })),
    onSuccess: async (made) => {
      await refresh();
      await navigate({ to: `/c/${centre.slug}/report/${made.year}` });
    },
  });
  // The years before are for who enters what there was before Beffroi.
  if (year === undefined) return null;
  return (
    <>
      {begin.error && <ProblemNotice problem={problemOf(begin.error)} />}
      <button
        type="button"
        className={year >= Number(todayHere().slice(0, 4)) - 1 ? 'button primary' : 'button'}
        aria-disabled={begin.isPending}
        onClick={() => !begin.isPending && begin.mutate(year)}
      >
        {begin.isPending ? t('shell:sending') : t('begin', { year })}
      </button>
      {years.length > 1 && (
        <label className="report-year">
          <span className="hidden-text">{t('another')}</span>
          <select className="control" value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {years.map((candidate) => (
              <option key={candidate} value={candidate}>
                {candidate}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
};

/** Where the newest report stands, in one sentence. */
const useLead = () => {
  const { t } = useTranslation('report');
  const { date } = useFormat();
  return (reports: readonly ReportSummary[]): string => {
    const [last] = reports;
    if (!last) return t('lead.none');
    const { year, state, written, submittedOn, decidedOn } = last;
    return t(`lead.${state}`, { year, written, all: sectionKeys.length, date: date(decidedOn ?? submittedOn ?? last.begunOn) });
  };
};

/** The yearly reports of the centre. */
export const ReportsPage = () => {
  const { t } = useTranslation('report');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const lead = useLead();
  const query = useQuery(reportsQuery(centre.id));
  const reports = query.data?.items ?? [];
  const begin = query.data && may('report.write') && <Begin key={reports.length} taken={reports.map(({ year }) => year)} />;
  return (
    <Page title={t('title')} lead={query.data && lead(reports)} actions={begin}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <RecordList
        caption={t('years')}
        queryKey={['report', centre.id, 'years']}
        load={(asked, signal) =>
          unwrap(api.GET('/organizations/{organizationId}/yearlyReports', { params: { path: { organizationId: centre.id }, query: { sort: '-year' as never, ...asked } }, signal }))
        }
        columns={[
          { key: 'year', header: t('fields.year'), sort: 'year', cell: ({ year }) => <Link to={`/c/${centre.slug}/report/${year}`}>{t('one', { year })}</Link> },
          { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
          { key: 'decidedOn', header: t('fields.decidedOn'), cell: ({ decidedOn }) => decidedOn && shortDate(decidedOn) },
          { key: 'decisionNumber', header: t('fields.decisionNumber'), cell: ({ decisionNumber }) => decisionNumber },
          { key: 'written', header: t('fields.texts'), end: true, cell: ({ written }) => `${written} / ${sectionKeys.length}` },
        ]}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </Page>
  );
};
