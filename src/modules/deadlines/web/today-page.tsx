import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentreIfAny, useMay, useMe } from '../../../web/session.ts';
import { Months } from './months.tsx';
import { type Summary, summaryQuery } from './queries.ts';
import { Section } from './sections.tsx';
import { WhereFirst } from './where-first.tsx';
import { useWords } from './words.ts';
import './today.css';

/** How things stand, in one sentence; what is late stands out. */
const Lead = ({ counts }: { counts: Summary['counts'] }) => {
  const { t } = useWords();
  const me = useMe();
  const here = useCentreIfAny();
  const centres = me.organizations.length;
  const { overdue, week, waiting } = counts;
  if (overdue + week + waiting === 0) return t('empty.done');
  return (
    <Trans
      ns="deadlines"
      i18nKey={waiting > 0 ? 'lead.sentence' : 'lead.short'}
      values={{
        where: here ? t('lead.one') : centres > 0 ? t('lead.all', { count: centres }) : t('lead.installation'),
        overdue: t('lead.overdue', { count: overdue }),
        week: t('lead.week', { count: week }),
        waiting: t('lead.waiting', { count: waiting }),
      }}
      components={[<b key="overdue" />]}
    />
  );
};

const Empty = () => {
  const { t } = useWords();
  const me = useMe();
  const none = me.organizations.length === 0;
  return (
    <div className="empty">
      <h2>{t('empty.title')}</h2>
      <p>{none ? `${t('empty.noCentre')} ${t('empty.text')}` : t('empty.text')}</p>
      <div className="buttons">
        {none && me.can['createOrganization'] && (
          <Link to="/centres/new" className="button primary">
            {t('empty.create')}
          </Link>
        )}
        {me.organizations.length !== 1 && (
          <Link to="/centres" className="button">
            {t('empty.centres')}
          </Link>
        )}
      </div>
    </div>
  );
};

const Body = ({ summary, organizationId }: { summary: Summary; organizationId: string | undefined }) => {
  const { counts, months, overdue, week, waiting } = summary;
  const shared = { clock: summary, organizationId };
  if (counts.overdue + counts.week + counts.waiting + counts.later === 0) return <Empty />;
  return (
    <div className="today">
      <div>
        <Section state="overdue" total={counts.overdue} first={overdue} {...shared} />
        <Section state="week" total={counts.week} first={week} {...shared} />
        <Section state="waiting" total={counts.waiting} first={waiting} {...shared} />
        <Section state="later" total={counts.later} first={[]} {...shared} />
      </div>
      <aside>
        <WhereFirst summary={summary} />
        <Months months={months} />
        <RulesLink />
      </aside>
    </div>
  );
};

const RulesLink = () => {
  const { t } = useWords();
  const here = useCentreIfAny();
  const may = useMay();
  if (!here || !may('rule.read')) return null;
  return (
    <p className="small no-print">
      <Link to={`/c/${here.slug}/deadlines/rules`}>{t('rulesPage.link')}</Link>
    </p>
  );
};

/** What is due today: in the centre of the address, or over all of one's own. */
export const TodayPage = () => {
  const { t } = useWords();
  const { longDay } = useFormat();
  const organizationId = useCentreIfAny()?.id;
  const { data: summary, error, refetch } = useQuery(summaryQuery(organizationId));
  return (
    <Page title={summary ? longDay(summary.today) : t('shell:rooms.today')} lead={summary && <Lead counts={summary.counts} />}>
      {error && <ProblemNotice problem={problemOf(error)} retry={refetch} />}
      {summary && <Body key={organizationId ?? 'all'} summary={summary} organizationId={organizationId} />}
    </Page>
  );
};
