import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf, strokeLimits, type Strokes } from '../../../kernel/signature.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { PremisesTabs, Waiting } from './parts.tsx';
import { knownHost } from './hosts.ts';
import { type Desk, deskQuery, signatureQuery, useRefreshPremises } from './queries.ts';
import { Receive, type Values } from './receive.tsx';

type Visitor = Desk['items'][number];

const Line = ({ visitor, today, leave }: { visitor: Visitor; today: string; leave: (visitor: Visitor, how: 'now' | 'unseen' | 'undo') => void }) => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const earlier = visitor.day < today;
  return (
    <li className={visitor.inside ? undefined : 'quiet'}>
      <span>
        <b>{visitor.name}</b>
        {visitor.firm && `, ${visitor.firm}`}
        {visitor.hostName && <span> · {t('visitors.for', { name: visitor.hostName })}</span>}
        {visitor.badge && <span> · {t('visitors.badge', { badge: visitor.badge })}</span>}
        <span className={earlier ? 'late small' : 'quiet small'}>
          {' · '}
          {earlier
            ? t('visitors.earlier', { date: shortDate(visitor.day), time: visitor.arrived })
            : visitor.left
              ? `${visitor.arrived} – ${visitor.left}`
              : t('visitors.since', { time: visitor.arrived })}
          {visitor.leftUnseen && `, ${t('fields.leftUnseen').toLowerCase()}`}
        </span>
      </span>
      {visitor.inside ? (
        <button type="button" className="button primary desk-out" onClick={() => leave(visitor, earlier ? 'unseen' : 'now')}>
          {t(earlier ? 'visitors.gone' : 'visitors.out')}
          <span className="hidden-text"> {visitor.name}</span>
        </button>
      ) : (
        <button type="button" className="button plain" onClick={() => leave(visitor, 'undo')}>
          {t('visitors.undo')}
          <span className="hidden-text"> {visitor.name}</span>
        </button>
      )}
    </li>
  );
};

/** Somebody who was announced for today: what they said is in the form, and the badge is left to give. */
const Awaited = ({ one, arrive }: { one: Desk['expected'][number]; arrive: () => void }) => {
  const { t } = useTranslation('premises');
  return (
    <li>
      <span>
        {one.time && <b>{one.time} </b>}
        <b>{one.name}</b>
        {one.firm && `, ${one.firm}`}
        {one.hostName && <span> · {t('visitors.for', { name: one.hostName })}</span>}
        {one.escortName && <span className="quiet small"> · {t('expected.escort', { name: one.escortName })}</span>}
      </span>
      <button type="button" className="button primary desk-out" onClick={arrive}>
        {t('expected.here')}
        <span className="hidden-text"> {one.name}</span>
      </button>
    </li>
  );
};

/** The desk of the reception, for a tablet: who comes in, who is inside, who goes. */
export const VisitorsPage = () => {
  const { t } = useTranslation('premises');
  const { longDay } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(deskQuery(centre.id));
  const refresh = useRefreshPremises(centre.id);
  const [receiving, setReceiving] = useState<boolean | Values>(false);
  const [problem, setProblem] = useState<Problem>();
  const leave = async (visitor: Visitor, how: 'now' | 'unseen' | 'undo') => {
    try {
      await unwrap(
        api.POST('/organizations/{organizationId}/visitors/{id}/leave', { params: { path: { organizationId: centre.id, id: visitor.id } }, headers: ifMatch(visitor.version), body: { how } }),
      );
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  const desk = query.data;
  const arrive = ({ id, name, firm, hostId, host, hostName, escortId, escortName }: Desk['expected'][number]) => {
    knownHost(hostId, hostName);
    knownHost(escortId, escortName);
    setProblem(undefined);
    setReceiving({ name, firm, hostId, host, escortId, expectedId: id });
  };
  const inside = desk?.items.filter((one) => one.inside) ?? [];
  const gone = desk?.items.filter((one) => !one.inside) ?? [];
  const lead = desk && `${longDay(desk.today)} : ${t('visitors.inside', { count: inside.length })}`;
  return (
    <Page
      title={t('tabs.visitors')}
      lead={lead}
      actions={
        desk &&
        !receiving && (
          <button type="button" className="button primary" onClick={() => setReceiving(true)}>
            {t('visitors.receive')}
          </button>
        )
      }
    >
      {may('premises.read') && <PremisesTabs />}
      <Waiting query={query} />
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      {desk && receiving ? (
        <Receive
          announced={receiving === true ? undefined : receiving}
          sign={desk.sign}
          days={desk.days}
          inside={inside}
          onDone={() => {
            setReceiving(false);
            void refresh();
          }}
        />
      ) : (
        desk && (
          <div className="desk">
            {desk.expected.length > 0 && (
              <section aria-labelledby="awaited">
                <h2 id="awaited">{t('expected.today')}</h2>
                <ul className="premises-lines">
                  {desk.expected.map((one) => (
                    <Awaited key={one.id} one={one} arrive={() => arrive(one)} />
                  ))}
                </ul>
                <h2>{t('visitors.insideNow')}</h2>
              </section>
            )}
            {inside.length === 0 && <p className="quiet">{t('visitors.nobody')}</p>}
            <ul className="premises-lines" aria-label={t('visitors.insideNow')}>
              {inside.map((visitor) => (
                <Line key={visitor.id} visitor={visitor} today={desk.today} leave={(one, how) => void leave(one, how)} />
              ))}
            </ul>
            {gone.length > 0 && (
              <>
                <h2>{t('visitors.goneToday')}</h2>
                <ul className="premises-lines">
                  {gone.map((visitor) => (
                    <Line key={visitor.id} visitor={visitor} today={desk.today} leave={(one, how) => void leave(one, how)} />
                  ))}
                </ul>
              </>
            )}
            <p className="quiet small measure">
              {t('visitors.kept', { count: desk.days })} <Link to={`/c/${centre.slug}/premises/visitors/register`}>{t('visitors.open')}</Link> ·{' '}
              <Link to={`/c/${centre.slug}/premises/visitors/announce`}>{t('expected.title')}</Link>
            </p>
          </div>
        )
      )}
    </Page>
  );
};

/** The signature of a visitor, once somebody asks to see it. */
const Signature = ({ visitor }: { visitor: { id: string; name: string } }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...signatureQuery(centre.id, visitor.id), enabled: open });
  const { strokes, typed } = query.data ?? {};
  if (!open)
    return (
      <button type="button" className="button plain" onClick={() => setOpen(true)}>
        {t('visitors.seeSignature')}
        <span className="hidden-text"> {visitor.name}</span>
      </button>
    );
  if (typed) return <i>{typed}</i>;
  return strokes ? (
    <svg className="visitor-signature" viewBox={`0 0 ${strokeLimits.width} ${strokeLimits.height}`} role="img" aria-label={t('visitors.signature', { name: visitor.name })}>
      <path d={pathOf(strokes as Strokes)} />
    </svg>
  ) : (
    <Waiting query={query} />
  );
};

/** The register of visitors, for as long as names are kept. */
export const VisitorRegisterPage = () => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  return (
    <Page title={t('visitors.register')} lead={t('visitors.registerLead')} back={{ to: `/c/${centre.slug}/premises/visitors`, label: t('tabs.visitors') }}>
      <RecordList
        caption={t('visitors.register')}
        queryKey={['premises', centre.id, 'visitors']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/visitors', { params: { path, query: { ...query, sort: (query['sort'] as never) ?? '-arrived' } }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), cell: (one) => [one.name, one.firm].filter(Boolean).join(', ') },
          { key: 'day', header: t('fields.day'), sort: 'arrived', cell: (one) => shortDate(one.day) },
          { key: 'arrived', header: t('fields.arrived'), cell: (one) => one.arrived },
          { key: 'left', header: t('fields.left'), cell: (one) => one.left ?? (one.leftUnseen ? t('fields.leftUnseen') : <span className="soon">{t('passages.inside')}</span>) },
          { key: 'host', header: t('fields.hostName'), cell: (one) => one.hostName },
          { key: 'escort', header: t('fields.escortName'), cell: (one) => one.escortName },
          { key: 'badge', header: t('fields.badge'), cell: (one) => one.badge },
          { key: 'signed', header: t('fields.signed'), cell: (one) => one.signed && <Signature visitor={one} /> },
        ]}
        {...(may('visitor.export') ? { exportAddress: `/organizations/${centre.id}/visitors/export` } : {})}
        empty={{ title: t('visitors.empty.title'), text: t('visitors.empty.text') }}
      />
    </Page>
  );
};
