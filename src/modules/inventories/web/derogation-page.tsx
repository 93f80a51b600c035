import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Advice, Decision, EndIt } from './derogation-acts.tsx';
import { DerogationForm } from './derogation-form.tsx';
import { type Derogation, derogationQuery } from './derogation-queries.ts';
import './late.css';

const Asked = ({ derogation }: { derogation: Derogation }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const { slug } = useCentre();
  const base = `/c/${slug}`;
  const nobody = !derogation.personId && !derogation.deviceId && !derogation.zoneId && !derogation.resourceId;
  const lines = [
    [t('fields.kind'), t(`derogationKinds.${derogation.kind}`)],
    [t('fields.what'), derogation.what],
    [t('fields.reason'), derogation.reason],
    [t('fields.measures'), derogation.measures],
    [t('fields.personName'), derogation.personId && <Link to={`${base}/people/${derogation.personId}`}>{derogation.personName}</Link>],
    [t('fields.deviceId'), derogation.deviceId && <Link to={`${base}/inventories/devices/${derogation.deviceId}`}>{derogation.deviceName}</Link>],
    [t('fields.zoneId'), derogation.zoneName],
    [t('fields.resourceId'), derogation.resourceId && <Link to={`${base}/resources/${derogation.resourceId}`}>{derogation.resourceName}</Link>],
    [t('derogations.whom'), nobody && t('derogations.everybody')],
    [
      t('derogations.term'),
      <span key="term" className={derogation.state === 'expired' ? 'late' : undefined}>
        {t('derogations.from', { from: date(derogation.startsOn), until: date(derogation.endsOn) })}
      </span>,
    ],
    [t('fields.askedByName'), [derogation.askedByName, date(derogation.askedOn)].filter(Boolean).join(', ')],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(
        ([term, value]) =>
          value && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
};

const Whole = ({ derogation }: { derogation: Derogation }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { state } = derogation;
  const base = `/c/${centre.slug}/inventories/derogations`;
  const running = state === 'running' || state === 'expired';
  return (
    <div className="chapters">
      <section aria-label={t('derogations.one')}>
        {editing ? <DerogationForm derogation={derogation} onDone={() => setEditing(false)} /> : <Asked derogation={derogation} />}
        {(derogation.renewsId || derogation.renewedById) && (
          <p>
            {derogation.renewsId && <Link to={`${base}/${derogation.renewsId}`}>{t('derogations.renews')}</Link>}
            {derogation.renewsId && derogation.renewedById && ' · '}
            {derogation.renewedById && <Link to={`${base}/${derogation.renewedById}`}>{t('derogations.renewedBy')}</Link>}
          </p>
        )}
        {!editing && state === 'asked' && may('derogation.write') && (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('derogations.edit')}
            </button>
            {may('derogation.decide') && <EndIt derogation={derogation} how="withdraw" />}
          </p>
        )}
      </section>
      <Advice derogation={derogation} />
      <Decision derogation={derogation} />
      {(running || derogation.endedHow) && (
        <section aria-labelledby="end">
          <h2 id="end">{t('derogations.end.title')}</h2>
          {derogation.endedHow && (
            <p>
              <b>{t(`endings.${derogation.endedHow}`)}</b>, {[derogation.endedBy, derogation.endedOn && date(derogation.endedOn)].filter(Boolean).join(', ')}
              {derogation.endedWhy && `. ${derogation.endedWhy}`}
            </p>
          )}
          {state === 'expired' && <p className="late">{t('derogationStates.expired')}</p>}
          {running && (
            <p className="buttons no-print">
              {may('derogation.write') && <EndIt derogation={derogation} how="close" />}
              {may('derogation.write') && !derogation.renewedById && (
                <Link to={`${base}/new`} search={{ from: derogation.id } as never} className="button">
                  {t('derogations.renew')}
                </Link>
              )}
              {state === 'running' && may('derogation.decide') && <EndIt derogation={derogation} how="withdraw" />}
            </p>
          )}
        </section>
      )}
      <History organizationId={centre.id} table="derogation" recordId={derogation.id} version={derogation.version} />
    </div>
  );
};

export const NewDerogationPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const { from, device } = useSearch({ strict: false }) as { from?: string; device?: string };
  const before = useQuery({ ...derogationQuery(centre.id, from ?? ''), enabled: from !== undefined }).data;
  return (
    <Page title={t(from ? 'derogations.renew' : 'derogations.add')} lead={t('derogations.addLead')} back={{ to: `/c/${centre.slug}/inventories/derogations`, label: t('derogations.title') }}>
      {(from === undefined || before) && <DerogationForm from={before} device={device} />}
    </Page>
  );
};

/** One derogation: what was asked, the advice, the decision, and its end. */
export const DerogationPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const { derogationId: id = '' } = useParams({ strict: false }) as { derogationId?: string };
  const query = useQuery(derogationQuery(centre.id, id));
  const derogation = query.data;
  return (
    <Page
      title={derogation ? t('derogations.numbered', { number: `${derogation.year}/${derogation.number}` }) : t('derogations.one')}
      lead={derogation?.state && t(`derogationStates.${derogation.state}`)}
      back={{ to: `/c/${centre.slug}/inventories/derogations`, label: t('derogations.title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {derogation && <Whole key={derogation.id} derogation={derogation} />}
    </Page>
  );
};
