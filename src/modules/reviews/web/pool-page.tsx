import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { PoolForm } from './pool-form.tsx';
import { type Pool, poolQuery } from './queries.ts';
import './reviews.css';

type Centre = Pool['centres'][number];

/** So many rows are drawn at first: a pool is seen whole, the country on request. */
const shownFirst = 60;
const tones = { none: '', underWay: 'tag soon', late: 'tag late', toSign: 'tag soon', signed: 'tag done' } as const;

const CentreRow = ({ centre }: { centre: Centre }) => {
  const { t } = useTranslation('reviews');
  const { number, shortDate } = useFormat();
  const { state, rights, undecided, owing, answering } = centre;
  return (
    <tr>
      <th scope="row">
        {centre.reviewId ? <Link to={`/c/${centre.slug}/reviews/${centre.reviewId}`}>{centre.municipality}</Link> : <Link to={`/c/${centre.slug}/reviews`}>{centre.municipality}</Link>}
      </th>
      <td data-label={t('fields.state')}>
        {tones[state] ? (
          <span className={tones[state]}>{t(`pool.states.${state}`)}</span>
        ) : (
          <span className="quiet">{centre.otherYear ? t('pool.other', { year: centre.otherYear }) : t('pool.states.none')}</span>
        )}
      </td>
      {centre.reviewId ? (
        <>
          <td className="end" data-label={t('pool.answered')}>
            <span>{t('pool.of', { done: number(rights - undecided), of: number(rights) })}</span>
          </td>
          <td className="end" data-label={t('pool.owing')}>
            <span>{t('pool.of', { done: number(owing), of: number(answering) })}</span>
          </td>
          <td data-label={t('pool.answerBy')}>
            <span>{centre.answerBy ? shortDate(centre.answerBy) : ''}</span>
          </td>
          <td data-label={t('pool.signed')}>
            <span>{centre.signedOn ? shortDate(centre.signedOn) : '–'}</span>
          </td>
        </>
      ) : (
        <td colSpan={4} className="review-nothing" aria-hidden="true" />
      )}
    </tr>
  );
};

const CentreTable = ({ pool }: { pool: Pool }) => {
  const { t } = useTranslation('reviews');
  const { number } = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? pool.centres : pool.centres.slice(0, shownFirst);
  const sum = (of: (centre: Centre) => number) => pool.centres.reduce((total, centre) => total + of(centre), 0);
  const rights = sum((centre) => centre.rights);
  return (
    <section aria-labelledby="centres">
      <h2 id="centres">{t('pool.list')}</h2>
      <table className="list">
        <caption className="hidden-text">{t('pool.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pool.centre')}</th>
            <th scope="col">{t('fields.state')}</th>
            <th scope="col" className="end">
              {t('pool.answered')}
            </th>
            <th scope="col" className="end">
              {t('pool.owing')}
            </th>
            <th scope="col">{t('pool.answerBy')}</th>
            <th scope="col">{t('pool.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((centre) => (
            <CentreRow key={centre.organizationId} centre={centre} />
          ))}
        </tbody>
        {pool.centres.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('pool.all')}</th>
              <td data-label={t('fields.state')}>
                <span>{t('pool.signedOf', { signed: number(pool.centres.filter(({ state }) => state === 'signed').length), of: number(pool.centres.length) })}</span>
              </td>
              <td className="end" data-label={t('pool.answered')}>
                <span>{t('pool.of', { done: number(rights - sum((centre) => centre.undecided)), of: number(rights) })}</span>
              </td>
              <td className="end" data-label={t('pool.owing')}>
                <span>{t('pool.of', { done: number(sum((centre) => centre.owing)), of: number(sum((centre) => centre.answering)) })}</span>
              </td>
              <td colSpan={2} className="review-nothing" aria-hidden="true" />
            </tr>
          </tfoot>
        )}
      </table>
      {shown.length < pool.centres.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('pool.more', { count: pool.centres.length - shown.length })}
        </button>
      )}
    </section>
  );
};

/** The yearly reviews over one's centres (`?year=…`): where each stands, and one beginning for many. */
export const ReviewPoolPage = () => {
  const { t } = useTranslation(['reviews', 'shell']);
  const navigate = useNavigate();
  const { year } = useSearch({ strict: false }) as { year?: number | string };
  const query = useQuery(poolQuery(year ? Number(year) : undefined));
  const [begun, setBegun] = useState<number>();
  const pool = query.data;
  const centres = pool?.centres ?? [];
  const owing = centres.filter(({ undecided }) => undecided > 0);
  const undecided = owing.reduce((sum, centre) => sum + centre.undecided, 0);
  const lead = pool &&
    centres.length > 0 && [
      t('pool.lead', { year: pool.year, begun: centres.filter(({ reviewId }) => reviewId).length, of: centres.length, signed: centres.filter(({ state }) => state === 'signed').length }),
      undecided > 0 ? t('pool.waiting', { count: undecided, centres: owing.length, of: centres.length }) : '',
    ];
  return (
    <Page title={t('pool.title')} lead={lead ? lead.filter(Boolean).join(' ') : undefined}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {begun !== undefined && (
        <p className="notice done" role="status">
          {t('pool.done', { count: begun })}
        </p>
      )}
      {pool && pool.years.length > 1 && (
        <label className="field review-year">
          <span className="field-label">{t('pool.year')}</span>
          <select className="control" value={pool.year} onChange={(event) => void navigate({ to: '/reviews', search: { year: event.target.value } as never })}>
            {pool.years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      {pool && centres.length === 0 && <p>{t('pool.nothing')}</p>}
      {pool && centres.length > 0 && <CentreTable pool={pool} />}
      {pool && centres.some(({ can }) => can.begin) && <PoolForm key={`${pool.year} ${centres.filter(({ can }) => can.begin).length}`} pool={pool} onBegun={setBegun} />}
    </Page>
  );
};
