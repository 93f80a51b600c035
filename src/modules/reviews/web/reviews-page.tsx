import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { BeginForm } from './begin-form.tsx';
import { type ReviewHead, reviewsQuery } from './queries.ts';
import { todayHere } from './today.ts';
import './reviews.css';

/** The yearly reviews of access rights of a centre: the one under way, what one has to answer in it, and those of before. */
export const ReviewsPage = () => {
  const { t } = useTranslation('reviews');
  const { date, shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(reviewsQuery(centre.id));
  const reviews: ReviewHead[] = query.data?.items ?? [];
  const base = `/c/${centre.slug}/reviews`;
  const year = Number(todayHere().slice(0, 4));
  const open = reviews.find(({ state }) => state === 'underWay');
  const ofYear = reviews.find((review) => review.year === year);
  const last = reviews.find(({ state }) => state === 'signed');
  const own = open?.own;
  const lead = query.data && [
    open
      ? open.undecided > 0
        ? t(open.late ? 'lead.late' : 'lead.underWay', { year: open.year, count: open.undecided, date: date(open.answerBy) })
        : t('lead.decided', { year: open.year })
      : ofYear
        ? t('lead.done', { year, date: ofYear.signedAt ? date(ofYear.signedAt.slice(0, 10)) : '' })
        : t('lead.none', { year }),
    !open && !ofYear && last?.signedAt ? t('lead.last', { date: date(last.signedAt.slice(0, 10)) }) : '',
  ];
  return (
    <Page title={t('title')} lead={lead?.filter(Boolean).join(' ')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {open && own && own.undecided > 0 && (
        <div className="notice soon">
          <p>{t('own.waiting', { count: own.waiting, date: date(open.answerBy) })}</p>
          <Link className="button primary" to={`${base}/${open.id}/part`}>
            {t('own.go')}
          </Link>
        </div>
      )}
      {open && own && own.undecided === 0 && (
        <p>
          <Link to={`${base}/${open.id}/part`}>{t('own.done', { count: own.people })}</Link>
        </p>
      )}
      {reviews.length > 0 && may('review.read') && (
        <section aria-labelledby="years">
          <h2 id="years">{t('list.title')}</h2>
          <table className="list">
            <caption className="hidden-text">{t('list.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fields.year')}</th>
                <th scope="col">{t('fields.state')}</th>
                <th scope="col">{t('fields.takenOn')}</th>
                <th scope="col" className="end">
                  {t('fields.people')}
                </th>
                <th scope="col" className="end">
                  {t('fields.rights')}
                </th>
                <th scope="col" className="end">
                  {t('fields.withdrawn')}
                </th>
                <th scope="col" className="end">
                  {t('fields.changed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {reviews.map((review) => (
                <tr key={review.id}>
                  <th scope="row">
                    <Link to={`${base}/${review.id}`}>{review.year}</Link>
                  </th>
                  <td data-label={t('fields.state')}>
                    {review.state === 'signed' ? (
                      <span>{t('states.signedOn', { date: shortDate(review.signedAt!.slice(0, 10)) })}</span>
                    ) : (
                      <span className={`tag ${review.late ? 'late' : 'soon'}`}>{review.undecided > 0 ? t('states.undecided', { count: review.undecided }) : t('states.toSign')}</span>
                    )}
                  </td>
                  <td data-label={t('fields.takenOn')}>
                    <span>{shortDate(review.takenOn)}</span>
                  </td>
                  <td className="end" data-label={t('fields.people')}>
                    <span>{number(review.people)}</span>
                  </td>
                  <td className="end" data-label={t('fields.rights')}>
                    <span>{number(review.rights)}</span>
                  </td>
                  <td className="end" data-label={t('fields.withdrawn')}>
                    <span>{number(review.withdrawn)}</span>
                  </td>
                  <td className="end" data-label={t('fields.changed')}>
                    <span>{number(review.changed)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {query.data && reviews.length === 0 && !may('review.write') && <p>{t('empty.text')}</p>}
      {query.data && !open && !ofYear && may('review.write') && <BeginForm year={year} />}
    </Page>
  );
};
