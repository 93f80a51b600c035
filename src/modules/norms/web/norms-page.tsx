import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { daysBetween, zone } from '../../../kernel/dates.ts';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { NetworkState } from '../../../web/network-state.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { asked } from '../scoring.ts';
import { type Assessment, type AssessmentSummary, assessmentQuery, assessmentsQuery } from './assessment-queries.ts';
import { ChaptersTable } from './chapters-table.tsx';
import { useTexts } from './fact-words.ts';
import { ChangedNorms, FailingEvidence, Owners, WeakNorms } from './overview-parts.tsx';
import { AssessmentSettings } from './settings-part.tsx';
import './assessment.css';

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

/** The state of an assessment in sentences: how far, how good, by when, and how that compares. */
const useLead = () => {
  const { t } = useTranslation('norms');
  const { date, number } = useFormat();
  return ({ total, state, closesOn, submittedAt, before, better, worse }: Assessment): string => {
    const left = closesOn ? daysBetween(today(), closesOn) : undefined;
    return [
      t('lead.fulfilled', { yes: number(total.yes), count: asked(total) }),
      state !== 'opened' ? t(`lead.${state}`, { date: submittedAt ? date(submittedAt.slice(0, 10)) : '' }) : total.open + total.toConfirm === 0 ? t('lead.complete') : '',
      state === 'opened' && total.open > 0 ? t('lead.open', { count: total.open }) : '',
      state === 'opened' && total.toConfirm > 0 ? t('lead.toConfirm', { count: total.toConfirm }) : '',
      closesOn && left !== undefined && (state === 'opened' || state === 'prepared' || state === 'validated')
        ? t(left < 0 ? 'lead.late' : 'lead.closes', { date: date(closesOn), count: Math.abs(left) })
        : '',
      before && better + worse > 0 ? t('lead.moved', { year: before.year, better: number(better), worse: number(worse) }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
};

const Empty = () => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const may = useMay();
  return (
    <div className="empty">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <p>{t('empty.how')}</p>
      {may('norm.write') && (
        <Link className="button primary" to={`/c/${centre.slug}/norms/new`}>
          {t('open.title')}
        </Link>
      )}
    </div>
  );
};

/** Which year and framework is looked at; the address keeps it. */
const Choice = ({ all, shown }: { all: readonly AssessmentSummary[]; shown: string }) => {
  const { t } = useTranslation('norms');
  const say = useTexts();
  const navigate = useNavigate();
  if (all.length < 2) return null;
  return (
    <label className="norm-choice-year no-print">
      <span className="field-label">{t('overview.which')}</span>
      <select className="control" value={shown} onChange={(event) => void navigate({ to: '.', search: { assessment: event.target.value } as never })}>
        {all.map(({ id, year, framework, state }) => (
          <option key={id} value={id}>
            {year} · {say(framework.title)} · {t(`states.${state}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The norms of a centre: the year's assessment, beside last year's. */
export const NormsPage = () => {
  const { t } = useTranslation(['norms', 'frameworks']);
  const centre = useCentre();
  const may = useMay();
  const say = useTexts();
  const { assessment: wanted } = useSearch({ strict: false }) as { assessment?: string };
  const list = useQuery(assessmentsQuery(centre.id));
  const all = list.data?.items ?? [];
  // This year's of the framework that was assessed most: what is in hand before what is over.
  const shown = all.find(({ id }) => id === wanted) ?? all.find(({ state, framework }) => state !== 'acknowledged' && framework.id === 'bcss-minimum') ?? all[0];
  const query = useQuery(assessmentQuery(centre.id, shown?.id ?? ''));
  const assessment = query.data;
  const lead = useLead();
  return (
    <Page
      title={shown ? t('overview.title', { year: shown.year }) : t('title')}
      lead={assessment && lead(assessment)}
      actions={
        <>
          <Link className="button plain" to={`/c/${centre.slug}/norms/frameworks`}>
            {t('frameworks:title')}
          </Link>
          {shown && (
            <a className="button" href={`${apiBase}/organizations/${centre.id}/assessments/${shown.id}/export?format=xlsx`} download>
              {t('overview.export')}
            </a>
          )}
          {shown && (
            <Link className="button primary" to={`/c/${centre.slug}/norms/${shown.id}/life`}>
              {t('life.title')}
            </Link>
          )}
          {shown && may('norm.write') && (
            <Link className="button" to={`/c/${centre.slug}/norms/new`}>
              {t('open.another')}
            </Link>
          )}
        </>
      }
    >
      {list.error && <ProblemNotice problem={problemOf(list.error)} retry={list.refetch} />}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <NetworkState organizationId={centre.id} slug={centre.slug} />
      {list.data && all.length === 0 && <Empty />}
      {shown && <Choice all={all} shown={shown.id} />}
      {assessment && (
        <div className="norm-overview">
          <div>
            <section aria-labelledby="chapters">
              <h2 id="chapters">
                {say(assessment.framework.title)} <span className="quiet">{assessment.framework.version}</span>
              </h2>
              <ChaptersTable assessment={assessment} />
            </section>
            <WeakNorms assessment={assessment} />
          </div>
          <div className="norm-aside">
            <FailingEvidence assessment={assessment} />
            <Owners assessment={assessment} />
            <ChangedNorms assessment={assessment} />
            <AssessmentSettings assessment={assessment} />
          </div>
        </div>
      )}
    </Page>
  );
};
