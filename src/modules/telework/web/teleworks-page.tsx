import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { situations } from '../lines.ts';
import { teleworkStates } from '../telework.ts';
import { TeleworkTabs, useDays } from './parts.tsx';
import { type Overview, overviewQuery } from './queries.ts';
import { Week } from './week.tsx';

/** How telework stands, in sentences; what is wrong stands out. */
const Lead = ({ overview: { byState, unagreed, losses } }: { overview: Overview }) => {
  const { t } = useTranslation('telework');
  const count = (...states: string[]) => states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  const [inForce, waiting] = [count('inForce'), count('asked', 'assessed', 'checked', 'authorised')];
  return (
    <>
      {inForce === 0 && waiting === 0 ? t('lead.none') : t('lead.inForce', { count: inForce })}
      {waiting > 0 && ` ${t('lead.waiting', { count: waiting })}`}
      {unagreed > 0 && (
        <>
          {' '}
          <b className="late">{t('lead.unagreed', { count: unagreed })}</b>
        </>
      )}
      {losses > 0 && (
        <>
          {' '}
          <b className="late">{t('lead.losses', { count: losses })}</b>
        </>
      )}
    </>
  );
};

const AwayToday = ({ people, base }: { people: Overview['awayToday']; base: string }) => {
  const { t } = useTranslation('telework');
  return (
    <section aria-labelledby="away-today">
      <h2 id="away-today">{t('today.title')}</h2>
      {people.length === 0 ? (
        <p className="quiet">{t('today.none')}</p>
      ) : (
        <ul className="telework-today">
          {people.map(({ id, personName, situation }) => (
            <li key={id}>
              <Link to={`${base}/${id}`}>{personName}</Link> <span className="quiet small">{t(`situations.${situation}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** Who works away from the centre, how, and how far each agreement is. */
export const TeleworksPage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const { shortDate } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const may = useMay();
  const overview = useQuery(overviewQuery(centre.id));
  const base = `/c/${centre.slug}/telework`;
  const path = { organizationId: centre.id };
  const add = may('telework.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={overview.data && <Lead overview={overview.data} />} actions={add}>
      <TeleworkTabs />
      {overview.error && <ProblemNotice problem={problemOf(overview.error)} retry={overview.refetch} />}
      {overview.data && <AwayToday people={overview.data.awayToday} base={base} />}
      {overview.data && <Week overview={overview.data} />}
      <RecordList
        caption={t('title')}
        queryKey={['telework', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/teleworks/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/teleworks', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'person', header: t('fields.personId'), sort: 'person', cell: (one) => <Link to={`${base}/${one.id}`}>{one.personName}</Link> },
          { key: 'situation', header: t('fields.situation'), sort: 'situation', cell: (one) => t(`situations.${one.situation}`) },
          { key: 'weekdays', header: t('fields.weekdays'), cell: (one) => days(one.weekdays) },
          { key: 'device', header: t('fields.deviceUsed'), cell: (one) => one.deviceName ?? one.privateDevice },
          { key: 'state', header: t('fields.state'), cell: (one) => one.state && t(`states.${one.state}`) },
          { key: 'since', header: t('fields.start'), sort: 'recent', cell: (one) => (one.start ? shortDate(one.start) : shortDate(one.askedOn)) },
        ]}
        filters={[
          { name: 'state', label: t('fields.state'), options: (['open', ...teleworkStates] as const).map((value) => ({ value, label: t(`states.${value}`) })) },
          { name: 'situation', label: t('fields.situation'), options: situations.map((value) => ({ value, label: t(`situations.${value}`) })) },
          { name: 'weekday', label: t('week.day'), options: (['1', '2', '3', '4', '5', '6', '7'] as const).map((value) => ({ value, label: t(`weekdays.${value}`) })) },
          { name: 'text', label: t('fields.personId'), secret: true },
        ]}
        exportAddress={`/organizations/${centre.id}/teleworks/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
