import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../kernel/dates.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { organs } from '../council.ts';
import { type Overview, overviewQuery } from './queries.ts';
import { YearCalendar } from './year-calendar.tsx';
import './council.css';

/** The next sitting and what is ready for it, in sentences. */
const useLead = () => {
  const { t } = useTranslation('council');
  const { date } = useFormat();
  return ({ today, next, toRecord }: Overview): string => {
    const days = next ? daysBetween(today, next.heldOn) : 0;
    return [
      next ? t('lead.next', { count: days, date: date(next.heldOn) }) : t('lead.none'),
      next ? t(`lead.note.${next.monthly ?? 'none'}`) : '',
      next && next.items > 0 ? t('lead.items', { count: next.items }) : '',
      toRecord > 0 ? t('lead.record', { count: toRecord }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
};

/** The council: its year month by month, what awaits it, and its sittings. */
export const CouncilPage = () => {
  const { t } = useTranslation(['council', 'shell']);
  const { shortDate, number, month, list } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const lead = useLead();
  const { year } = useSearch({ strict: false }) as { year?: string };
  const asked = year && /^\d{4}$/.test(String(year)) ? String(year) : undefined;
  const query = useQuery(overviewQuery(centre.id, asked));
  const overview = query.data;
  const base = `/c/${centre.slug}/council`;
  const add = may('council.write') && (
    <Link to={`${base}/sittings/new`} className="button primary">
      {t('sittings.add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={overview && lead(overview)} actions={add}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {overview && (
        <section aria-labelledby="year">
          <div className="council-head">
            <h2 id="year">{t('year.title', { year: overview.year })}</h2>
            <nav className="buttons no-print" aria-label={t('year.title', { year: overview.year })}>
              <Link to={base} search={{ year: String(overview.year - 1) } as never} className="button">
                {t('year.before')}
              </Link>
              <Link to={base} search={{ year: String(overview.year + 1) } as never} className="button">
                {t('year.after')}
              </Link>
            </nav>
          </div>
          <YearCalendar overview={overview} />
          <p className={overview.missed.length > 0 ? 'late' : undefined}>
            {overview.missed.length > 0 ? t('year.missed', { count: overview.missed.length, list: list(overview.missed.map((one) => month(one))) }) : t('year.allMet')}
          </p>
          <p className="quiet small">{t('year.source')}</p>
        </section>
      )}
      <section aria-labelledby="sittings">
        <h2 id="sittings">{t('sittings.title')}</h2>
        <RecordList
          caption={t('sittings.title')}
          queryKey={['council', centre.id, 'sittings']}
          load={(given, signal) => {
            const { year: _year, ...rest } = given as Record<string, never>;
            return unwrap(api.GET('/organizations/{organizationId}/councilSittings', { params: { path: { organizationId: centre.id }, query: { sort: '-heldOn' as never, ...rest } }, signal }));
          }}
          columns={[
            {
              key: 'heldOn',
              header: t('fields.heldOn'),
              sort: 'heldOn',
              cell: (sitting) => <Link to={`${base}/sittings/${sitting.id}`}>{[shortDate(sitting.heldOn), sitting.startTime].filter(Boolean).join(', ')}</Link>,
            },
            { key: 'organ', header: t('fields.organ'), cell: (sitting) => t(`organs.${sitting.organ}`) },
            {
              key: 'state',
              header: t('fields.state'),
              cell: (sitting) => sitting.state && <span className={sitting.state === 'toRecord' ? 'council-soon' : undefined}>{t(`states.${sitting.state}`)}</span>,
            },
            { key: 'monthly', header: t('fields.monthly'), cell: (sitting) => sitting.organ === 'council' && sitting.state !== 'cancelled' && t(`monthlyStates.${sitting.monthly ?? 'none'}`) },
            { key: 'items', header: t('fields.items'), end: true, cell: (sitting) => number(sitting.items ?? 0) },
            { key: 'decisions', header: t('fields.decisions'), cell: (sitting) => sitting.decisions },
          ]}
          filters={[
            { name: 'state', label: t('fields.state'), options: (['coming', 'toRecord', 'held', 'cancelled'] as const).map((value) => ({ value, label: t(`states.${value}`) })) },
            { name: 'organ', label: t('fields.organ'), options: organs.map((value) => ({ value, label: t(`organs.${value}`) })) },
          ]}
          exportAddress={`/organizations/${centre.id}/councilSittings/export`}
          empty={{ title: t('sittings.empty.title'), text: t('sittings.empty.text'), actions: add }}
        />
      </section>
    </Page>
  );
};
