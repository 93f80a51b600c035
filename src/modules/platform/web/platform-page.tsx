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
import { meetingNumber, meetingStates } from '../meeting.ts';
import { DecisionItem } from './decision-item.tsx';
import { openDecisionsQuery, type Platform, platformQuery } from './queries.ts';
import './platform.css';

/** What awaits the platform, in sentences. */
const useLead = () => {
  const { t } = useTranslation('platform');
  const { date } = useFormat();
  return (platform: Platform): string =>
    [
      platform.lastHeldOn ? t('lead.last', { date: date(platform.lastHeldOn) }) : t('lead.never'),
      platform.nextHeldOn ? t('lead.next', { date: date(platform.nextHeldOn) }) : '',
      platform.openDecisions > 0 ? t('lead.open', { count: platform.openDecisions }) : '',
      platform.lateDecisions > 0 ? t('lead.late', { count: platform.lateDecisions }) : '',
      platform.unapproved > 0 ? t('lead.unapproved', { count: platform.unapproved }) : '',
    ]
      .filter(Boolean)
      .join(' ');
};

const Members = ({ platform }: { platform: Platform }) => {
  const { t } = useTranslation('platform');
  const centre = useCentre();
  const may = useMay();
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('members.title')}</h2>
      {platform.members.length === 0 && <p className="quiet">{t('members.none')}</p>}
      <ul className="members">
        {platform.members.map(({ personId, personName, kinds }) => (
          <li key={personId}>
            {may('person.read') ? <Link to={`/c/${centre.slug}/people/${personId}`}>{personName}</Link> : personName}
            <span className="quiet small">{kinds.map((kind) => t(`roles.${kind}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
      {platform.vacant.length > 0 && <p className="small late">{t('members.vacant', { list: platform.vacant.map((kind) => t(`roles.${kind}`)).join(', ') })}</p>}
      <p className="quiet small">
        {t('members.source')}{' '}
        {may('mandate.write') && (
          <Link to={`/c/${centre.slug}/people/mandates/new`} search={{ kind: 'platformMember' } as never}>
            {t('members.add')}
          </Link>
        )}
      </p>
    </section>
  );
};

/** The security platform: who is on it, what it decided and is still to be done, its meetings. */
export const PlatformPage = () => {
  const { t } = useTranslation(['platform', 'shell']);
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/platform`;
  const query = useQuery(platformQuery(centre.id));
  const decisions = useQuery(openDecisionsQuery(centre.id));
  const lead = useLead();
  const platform = query.data;
  const path = { organizationId: centre.id };
  const add = may('platform.write') && (
    <Link to={`${base}/meetings/new`} className="button primary">
      {t('meetings.add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={platform && lead(platform)} actions={add}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {decisions.data && decisions.data.items.length > 0 && (
        <section aria-labelledby="open-decisions">
          <h2 id="open-decisions">{t('decisions.open')}</h2>
          <ul className="decisions">
            {decisions.data.items.map((decision) => (
              <DecisionItem key={decision.id} decision={decision} />
            ))}
          </ul>
          <p className="small">
            <Link to={`${base}/decisions`}>{t('decisions.all')}</Link>
          </p>
        </section>
      )}
      <section aria-labelledby="meetings">
        <h2 id="meetings">{t('meetings.title')}</h2>
        <RecordList
          caption={t('meetings.title')}
          queryKey={['platform', centre.id, 'meetings']}
          load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/platformMeetings', { params: { path, query: { sort: '-heldOn' as never, ...asked } }, signal }))}
          columns={[
            { key: 'number', header: t('fields.number'), cell: (meeting) => <Link to={`${base}/meetings/${meeting.id}`}>{t('meetings.number', { number: meetingNumber(meeting) })}</Link> },
            { key: 'heldOn', header: t('fields.heldOn'), sort: 'heldOn', cell: (meeting) => [shortDate(meeting.heldOn), meeting.startTime].filter(Boolean).join(', ') },
            { key: 'place', header: t('fields.place'), cell: (meeting) => meeting.place },
            { key: 'state', header: t('fields.state'), cell: (meeting) => t(`states.${meeting.state}`) },
            { key: 'points', header: t('fields.points'), end: true, cell: (meeting) => number(meeting.points) },
            {
              key: 'decisions',
              header: t('fields.decisions'),
              end: true,
              cell: (meeting) => (meeting.openDecisions > 0 ? t('meetings.open', { count: meeting.openDecisions, all: number(meeting.decisions) }) : number(meeting.decisions)),
            },
          ]}
          filters={[{ name: 'state', label: t('fields.state'), options: meetingStates.map((value) => ({ value, label: t(`states.${value}`) })) }]}
          empty={{ title: t('meetings.empty.title'), text: t('meetings.empty.text'), actions: add }}
        />
      </section>
      {platform && <Members platform={platform} />}
    </Page>
  );
};
