import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedSteps } from '../../../web/linked-steps.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { EnvelopeActs } from './envelope-acts.tsx';
import { EnvelopeForm } from './envelope-form.tsx';
import { type Envelope, envelopeQuery, type Opening } from './queries.ts';

const OpeningLine = ({ opening }: { opening: Opening }) => {
  const { t } = useTranslation('emergency');
  const { moment, date } = useFormat();
  const centre = useCentre();
  const address = (format: string) => `/api/beffroi/v1/organizations/${centre.id}/emergencyOpenings/${opening.id}/statement?format=${format}`;
  return (
    <li>
      <p>
        <b>{moment(opening.openedAt)}</b> · {t(opening.witnessName ? 'opening.byWith' : 'opening.by', { name: opening.openedName, witness: opening.witnessName ?? '' })}
        {!opening.entitled && <span className="late"> · {t('opening.notEntitled')}</span>}
      </p>
      <p>{opening.reason}</p>
      <p className={opening.resealedOn ? 'quiet small' : 'late small'}>
        {opening.resealedOn
          ? t('opening.resealed', { changed: date(opening.changedOn!), name: opening.changedName ?? '', date: date(opening.resealedOn), seal: opening.newSeal ?? '' })
          : t('opening.waiting')}
      </p>
      <p className="buttons no-print">
        <a className="button" href={address('pdf')} download>
          {t('statement.pdf')}
        </a>
        <a className="button" href={address('docx')} download>
          {t('statement.docx')}
        </a>
      </p>
      <LinkedSteps organizationId={centre.id} slug={centre.slug} origin={{ kind: 'emergency', id: opening.id }} />
    </li>
  );
};

const Whole = ({ envelope }: { envelope: Envelope }) => {
  const { t } = useTranslation('emergency');
  const { date } = useFormat();
  return (
    <>
      <EnvelopeActs key={envelope.version} envelope={envelope} />
      {envelope.history.length > 0 && (
        <section aria-labelledby="openings">
          <h2 id="openings">{t('opening.title')}</h2>
          <ul className="plain-list">
            {envelope.history.map((opening) => (
              <OpeningLine key={opening.id} opening={opening} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="checks">
        <h2 id="checks">{t('checks.title')}</h2>
        {envelope.checks.length === 0 && <p className="quiet">{t('checks.none')}</p>}
        <ul className="plain-list">
          {envelope.checks.map((check) => (
            <li key={check.id}>
              {t(check.intact ? 'checks.intact' : 'checks.notIntact', { date: date(check.checkedOn), name: check.checkedName })}
              {check.note && <span className="quiet"> · {check.note}</span>}
            </li>
          ))}
        </ul>
      </section>
      {envelope.can['update'] ? (
        <section aria-labelledby="edit">
          <h2 id="edit">{t('envelopes.edit')}</h2>
          <EnvelopeForm key={envelope.version} envelope={envelope} />
        </section>
      ) : (
        envelope.note && <p>{envelope.note}</p>
      )}
    </>
  );
};

/** One envelope: where it lies, who may open it, each opening and what followed. */
export const EnvelopePage = () => {
  const { t } = useTranslation('emergency');
  const { date, list } = useFormat();
  const centre = useCentre();
  const { envelopeId: id = '' } = useParams({ strict: false }) as { envelopeId?: string };
  const query = useQuery(envelopeQuery(centre.id, id));
  const envelope = query.data;
  const lead = envelope && [
    t('envelope.lead', { resource: envelope.resourceName, place: envelope.place, seal: envelope.seal, date: date(envelope.sealedOn) }),
    envelope.people.length > 0 ? t('envelope.people', { names: list(envelope.people.map(({ name }) => name)) }) : t('envelope.nobody'),
    envelope.state === 'opened' ? t('envelope.opened') : '',
  ];
  return (
    <Page title={envelope?.title ?? t('envelopes.one')} lead={lead?.filter(Boolean).join(' ')} back={{ to: `/c/${centre.slug}/emergency`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {envelope && <Whole envelope={envelope} />}
      {envelope && <History organizationId={centre.id} table="emergency_envelope" recordId={envelope.id} version={envelope.version} />}
    </Page>
  );
};
