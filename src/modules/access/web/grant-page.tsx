import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useGrantPeriod } from './cell-dialog.tsx';
import { GrantActs } from './grant-acts.tsx';
import { GrantForm } from './grant-form.tsx';
import { type Grant, grantQuery, useRefreshAccess } from './queries.ts';
import './access.css';

/** Asks for a right, or gives it. */
export const NewGrantPage = () => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  const may = useMay();
  const { person, resource } = useSearch({ strict: false }) as { person?: string; resource?: string };
  return (
    <Page title={t(may('access.give') ? 'give' : 'ask')} lead={t('form.lead')} back={{ to: `/c/${centre.slug}/access`, label: t('title') }}>
      <GrantForm personId={person} resourceId={resource} />
    </Page>
  );
};

const Facts = ({ grant }: { grant: Grant }) => {
  const { t } = useTranslation('access');
  const { date } = useFormat();
  const centre = useCentre();
  const by = (day: string | undefined, name: string | undefined) => [day && date(day), name].filter(Boolean).join(', ');
  const facts: [string, string | undefined][] = [
    [t('fields.reason'), grant.reason],
    [t('fields.account'), grant.account],
    [t('facts.asked'), by(grant.askedOn, grant.askedBy)],
    [t('facts.agreed'), by(grant.agreedOn, grant.agreedBy)],
    [t('facts.refused'), by(grant.refusedOn, grant.refusalReason)],
    [t('fields.start'), grant.start && date(grant.start)],
    [t('fields.until'), grant.until && date(grant.until)],
    [t('fields.withdrawalOn'), by(grant.withdrawalOn, grant.withdrawalReason)],
    [t('fields.endedOn'), by(grant.endedOn, grant.endedBecause && t(`because.${grant.endedBecause}`))],
    [t('fields.source'), t(`sources.${grant.source}`)],
  ];
  return (
    <dl className="access-facts">
      <dt>{t('fields.personId')}</dt>
      <dd>
        <Link to={`/c/${centre.slug}/people/${grant.personId}`}>{grant.personName}</Link>
      </dd>
      <dt>{t('fields.resourceId')}</dt>
      <dd>
        <Link to={`/c/${centre.slug}/resources/${grant.resourceId}`}>{grant.resourceName}</Link>
      </dd>
      {facts.map(([label, value]) =>
        value ? (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};

/** One right: who, what, how it came about, what may be done with it, its history. */
export const GrantPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshAccess();
  const period = useGrantPeriod();
  const [correcting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const { grantId: id = '' } = useParams({ strict: false }) as { grantId?: string };
  const query = useQuery(grantQuery(centre.id, id));
  const grant = query.data;
  const remove = async () => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/accessGrants/{id}', { params: { path: { organizationId: centre.id, id } }, headers: ifMatch(grant!.version) }));
      void navigate({ to: `/c/${centre.slug}/access/rights` });
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Page
      title={grant ? `${grant.personName} – ${grant.resourceName}` : t('rights.one')}
      lead={grant && t('rights.stands', { level: t(`levels.${grant.level}`), state: t(`states.${grant.state}`), period: period(grant) })}
      back={{ to: `/c/${centre.slug}/access`, label: t('title') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {problem && <ProblemNotice problem={problem} />}
      {grant && !correcting && (
        <>
          <Facts grant={grant} />
          <GrantActs
            key={grant.version}
            grant={grant}
            correct={
              <>
                {grant.can['update'] && (
                  <button type="button" className="button" onClick={() => setCorrecting(true)}>
                    {t('acts.correct')}
                  </button>
                )}
                {grant.can['delete'] && (
                  <button type="button" className="button danger" onClick={() => void remove()}>
                    {t('acts.takeBack')}
                  </button>
                )}
              </>
            }
          />
        </>
      )}
      {grant && correcting && <GrantForm grant={grant} onSaved={() => setCorrecting(false)} />}
      {grant && <History organizationId={centre.id} table="access_grant" recordId={grant.id} version={grant.version} />}
    </Page>
  );
};
