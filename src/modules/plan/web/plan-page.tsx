import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { actionStates, originKinds, priorities } from '../action.ts';
import { Changes } from './changes.tsx';
import { NextPlan } from './next-plan.tsx';
import { type Action, type Overview, overviewQuery } from './queries.ts';
import { Timeline } from './timeline.tsx';
import { todayHere } from './today.ts';
import { YearTable } from './year-table.tsx';
import './plan.css';

/** How the plan stands, in a sentence or two. */
const useLead = () => {
  const { t } = useTranslation('plan');
  const { date } = useFormat();
  return ({ open, late, unanswered, approved }: Overview): string =>
    [
      open === 0 ? t('lead.none') : t('lead.open', { count: open }),
      late > 0 ? t('lead.late', { count: late }) : '',
      unanswered > 0 ? t('lead.unanswered', { count: unanswered }) : '',
      approved ? t('lead.approved', { name: approved.name, date: date(approved.decidedOn) }) : t('lead.notApproved'),
    ]
      .filter(Boolean)
      .join(' ');
};

/** The first years that one may look at: last year's plan, this year's, the next. */
const Years = ({ year, today }: { year: number; today: string }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const now = Number(today.slice(0, 4));
  const firsts = [...new Set([now - 1, now, now + 1, year])].toSorted();
  return (
    <nav className="buttons plan-years no-print" aria-label={t('years')}>
      {firsts.map((first) => (
        <Link
          key={first}
          to={`/c/${centre.slug}/plan`}
          search={(first === now ? {} : { from: String(first) }) as never}
          className="button"
          aria-current={first === year ? 'page' : undefined}
          resetScroll={false}
        >
          {first}–{first + 2}
        </Link>
      ))}
    </nav>
  );
};

const Actions = () => {
  const { t } = useTranslation('plan');
  const { shortDate, money } = useFormat();
  const centre = useCentre();
  const path = { organizationId: centre.id };
  const amount = (action: Action): number => action.costs.reduce((sum, cost) => sum + cost.amount, 0);
  return (
    <RecordList
      caption={t('list.title')}
      queryKey={['plan', centre.id, 'actions']}
      load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/planActions', { params: { path, query: asked }, signal }))}
      columns={[
        {
          key: 'title',
          header: t('fields.title'),
          sort: 'title',
          cell: (action) => (
            <>
              <Link to={`/c/${centre.slug}/plan/actions/${action.id}`}>{action.title}</Link>
              <small className="quiet"> {t('action.number', { number: action.number })}</small>
            </>
          ),
        },
        { key: 'owner', header: t('fields.owner'), cell: (action) => action.ownerName ?? (action.ownerRole && t(`roles.${action.ownerRole}`)) },
        { key: 'priority', header: t('fields.priority'), sort: 'priority', cell: (action) => t(`priorities.${action.priority}`) },
        { key: 'dueOn', header: t('fields.dueOn'), sort: 'dueOn', cell: (action) => action.dueOn && <span className={action.late ? 'plan-day late' : 'plan-day'}>{shortDate(action.dueOn)}</span> },
        {
          key: 'state',
          header: t('fields.state'),
          cell: (action) => (action.late ? t('timeline.late') : action.state === 'underWay' ? t('action.underWay', { progress: action.progress }) : t(`states.${action.state}`)),
        },
        { key: 'origins', header: t('fields.origins'), cell: (action) => [...new Set(action.origins.map(({ kind }) => t(`originKinds.${kind}`)))].join(', ') },
        { key: 'costs', header: t('list.cost'), end: true, cell: (action) => (amount(action) > 0 ? money(amount(action)) : '') },
      ]}
      filters={[
        { name: 'state', label: t('fields.state'), options: [...(['open', 'late'] as const), ...actionStates].map((value) => ({ value, label: t(`stateFilters.${value}`) })) },
        { name: 'mine', label: t('list.whose'), options: [{ value: 'true', label: t('list.mine') }] },
        { name: 'priority', label: t('fields.priority'), options: priorities.map((value) => ({ value, label: t(`priorities.${value}`) })) },
        { name: 'originKind', label: t('fields.origins'), options: originKinds.map((value) => ({ value, label: t(`originKinds.${value}`) })) },
      ]}
      exportAddress={`/organizations/${centre.id}/planActions/export`}
      empty={{
        title: t('empty.title'),
        text: t('empty.text'),
      }}
    />
  );
};

/** The three-year plan of a centre: how it stands, its picture, its years, its actions, and what changed since the council approved it. */
export const PlanPage = () => {
  const { t } = useTranslation(['plan', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const lead = useLead();
  const today = todayHere();
  const { from } = useSearch({ strict: false }) as { from?: string };
  const asked = from && /^20\d\d$/.test(from) ? Number(from) : undefined;
  const query = useQuery(overviewQuery(centre.id, asked));
  const overview = query.data;
  return (
    <Page
      title={t('title')}
      lead={overview && lead(overview)}
      actions={
        may('plan.write') && (
          <Link to={`/c/${centre.slug}/plan/actions/new`} className="button primary">
            {t('action.add')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {overview && (
        <>
          <NextPlan overview={overview} today={today} />
          <Years year={overview.year} today={today} />
          {overview.lines.length > 0 && (
            <section aria-labelledby="timeline">
              <h2 id="timeline">{t('timeline.title')}</h2>
              <Timeline key={overview.year} overview={overview} today={today} />
            </section>
          )}
          {overview.lines.length > 0 && (
            <section aria-labelledby="years">
              <h2 id="years">{t('table.title')}</h2>
              <YearTable overview={overview} />
            </section>
          )}
          {overview.approved && <Changes overview={overview} />}
        </>
      )}
      <section aria-labelledby="actions">
        <h2 id="actions">{t('list.title')}</h2>
        <Actions />
      </section>
    </Page>
  );
};
