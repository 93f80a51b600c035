import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { absentsQuery, envelopesQuery } from './queries.ts';

const Envelopes = () => {
  const { t } = useTranslation('emergency');
  const { shortDate, list } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(envelopesQuery(centre.id));
  const envelopes = query.data?.items ?? [];
  const base = `/c/${centre.slug}/emergency`;
  return (
    <section aria-labelledby="envelopes">
      <div className="section-head">
        <h2 id="envelopes">{t('envelopes.title')}</h2>
        {may('emergency.write') && (
          <Link to={`${base}/new`} className="button">
            {t('envelopes.add')}
          </Link>
        )}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && envelopes.length === 0 && <p className="quiet">{t('envelopes.empty')}</p>}
      {envelopes.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('envelopes.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fields.title')}</th>
              <th scope="col">{t('fields.resourceId')}</th>
              <th scope="col">{t('fields.place')}</th>
              <th scope="col">{t('fields.seal')}</th>
              <th scope="col">{t('fields.personIds')}</th>
              <th scope="col">{t('fields.state')}</th>
            </tr>
          </thead>
          <tbody>
            {envelopes.map((envelope) => (
              <tr key={envelope.id}>
                <th scope="row">
                  <Link to={`${base}/${envelope.id}`}>{envelope.title}</Link>
                </th>
                <td data-label={t('fields.resourceId')}>
                  <span>{envelope.resourceName}</span>
                </td>
                <td data-label={t('fields.place')}>
                  <span>{envelope.place}</span>
                </td>
                <td data-label={t('fields.seal')}>
                  <span>{envelope.seal}</span>
                </td>
                <td data-label={t('fields.personIds')}>
                  <span>{envelope.people.length > 0 ? list(envelope.people.map(({ name }) => name)) : '–'}</span>
                </td>
                <td data-label={t('fields.state')}>
                  {envelope.state === 'opened' ? (
                    <span className="tag late">{t('states.openedOn', { date: shortDate(envelope.openedAt!.slice(0, 10)) })}</span>
                  ) : envelope.state === 'retired' ? (
                    <span className="quiet">{t('states.retired')}</span>
                  ) : (
                    <span className={envelope.intact === false ? 'late' : undefined}>
                      {envelope.checkedOn
                        ? t(envelope.intact ? 'states.checkedOn' : 'states.notIntact', { date: shortDate(envelope.checkedOn) })
                        : t('states.sealedOn', { date: shortDate(envelope.sealedOn) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Absents = () => {
  const { t } = useTranslation('emergency');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(absentsQuery(centre.id));
  const absents = query.data?.items ?? [];
  const base = `/c/${centre.slug}/emergency/absent`;
  return (
    <section aria-labelledby="absents">
      <div className="section-head">
        <h2 id="absents">{t('absent.title')}</h2>
        {may('absent.write') && (
          <Link to={`${base}/new`} className="button">
            {t('absent.add')}
          </Link>
        )}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && absents.length === 0 && <p className="quiet">{t('absent.empty')}</p>}
      {absents.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('absent.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('fields.what')}</th>
              <th scope="col">{t('fields.askedOn')}</th>
              <th scope="col">{t('fields.askedById')}</th>
              <th scope="col">{t('fields.state')}</th>
            </tr>
          </thead>
          <tbody>
            {absents.map((absent) => (
              <tr key={absent.id}>
                <th scope="row">
                  <Link to={`${base}/${absent.id}`}>{absent.personName}</Link>
                </th>
                <td data-label={t('fields.what')}>
                  <span>{t(`things.${absent.what}`)}</span>
                </td>
                <td data-label={t('fields.askedOn')}>
                  <span>{shortDate(absent.askedOn)}</span>
                </td>
                <td data-label={t('fields.askedById')}>
                  <span>{absent.askedName}</span>
                </td>
                <td data-label={t('fields.state')}>
                  <span className={absent.state === 'asked' || absent.state === 'looked' ? 'tag soon' : undefined}>{t(`absentStates.${absent.state}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

/** What is kept for an emergency: the sealed ways in, and looks into what somebody absent keeps. */
export const EmergencyPage = () => {
  const { t } = useTranslation('emergency');
  const may = useMay();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Envelopes />
      {may('absent.read') && <Absents />}
    </Page>
  );
};
