import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedSteps } from '../../../web/linked-steps.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Review, reviewQuery, useRefreshReviews } from './queries.ts';
import { Result, SignForm } from './review-end.tsx';
import { ReviewParts } from './review-parts.tsx';
import './reviews.css';

/** Gives the heads of service another day, or takes back a review that was begun in error. */
const Changes = ({ review }: { review: Review }) => {
  const { t } = useTranslation(['reviews', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshReviews();
  const [asking, setAsking] = useState(false);
  const [answerBy, setAnswerBy] = useState(review.answerBy);
  const [problem, setProblem] = useState<Problem | undefined>();
  const path = { organizationId: centre.id, id: review.id };
  const untouched = review.undecided === review.rights && review.rights > 0;
  const move = async () => {
    setProblem(undefined);
    try {
      await unwrap(api.PATCH('/organizations/{organizationId}/accessReviews/{id}', { params: { path }, headers: ifMatch(review.version), body: { answerBy } }));
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const remove = async () => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/accessReviews/{id}', { params: { path }, headers: ifMatch(review.version) }));
      void navigate({ to: `/c/${centre.slug}/reviews` });
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section aria-labelledby="changes" className="no-print">
      <h2 id="changes">{t('change.title')}</h2>
      {problem && !asking && <ProblemNotice problem={problem} domain="reviews" />}
      <div className="review-day">
        <label className="field-label" htmlFor="answer-by">
          {t('fields.answerBy')}
        </label>
        <div className="buttons">
          <input id="answer-by" className="control" type="date" value={answerBy} onChange={(event) => setAnswerBy(event.target.value)} />
          <button type="button" className="button" disabled={answerBy === '' || answerBy === review.answerBy} onClick={() => void move()}>
            {t('change.move')}
          </button>
        </div>
      </div>
      {untouched && (
        <p>
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            {t('change.delete')}
          </button>
        </p>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('change.deleteTitle')}>
        <p>{t('change.deleteText')}</p>
        {problem && <ProblemNotice problem={problem} domain="reviews" />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => void remove()}>
            {t('change.delete')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </section>
  );
};

/** Rights that were given while the review goes on, which it does not hold: they are not lost. */
const GivenSince = ({ review }: { review: Review }) => {
  const { t } = useTranslation('reviews');
  const { shortDate } = useFormat();
  const centre = useCentre();
  if (review.givenSince.length === 0) return null;
  return (
    <section aria-labelledby="since">
      <h2 id="since">{t('since.title')}</h2>
      <p className="quiet">{t('since.text')}</p>
      <ul className="plain-list">
        {review.givenSince.map((given) => (
          <li key={`${given.personId} ${given.resourceId} ${given.level}`}>
            <Link to={`/c/${centre.slug}/people/${given.personId}`}>{given.personName}</Link> · {given.resourceName}, {t(`levels.${given.level}`)}{' '}
            <span className="quiet small">{t('since.on', { date: shortDate(given.start) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** One review: who has answered, who has not, what comes of it. */
export const ReviewPage = () => {
  const { t } = useTranslation('reviews');
  const { date, number } = useFormat();
  const centre = useCentre();
  const { reviewId: id = '' } = useParams({ strict: false }) as { reviewId?: string };
  const query = useQuery(reviewQuery(centre.id, id));
  const review = query.data;
  const answered = review?.parts.filter(({ undecided }) => undecided === 0).length ?? 0;
  const lead = review && [
    t('review.taken', { people: number(review.people), rights: number(review.rights), date: date(review.takenOn) }),
    review.state === 'signed'
      ? t('review.signed', { name: review.signedName, date: date(review.signedAt!.slice(0, 10)) })
      : review.undecided > 0
        ? t('review.underWay', { answered: number(answered), of: number(review.parts.length), count: review.undecided })
        : t('review.decided'),
  ];
  return (
    <Page title={review ? t('review.title', { year: review.year }) : t('one')} lead={lead?.join(' ')} back={{ to: `/c/${centre.slug}/reviews`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {review && (
        <>
          {review.late && <p className="late">{t('review.late', { date: date(review.answerBy) })}</p>}
          <ReviewParts review={review} />
          <GivenSince review={review} />
          {(review.withdrawn > 0 || review.changed > 0) && <LinkedSteps organizationId={centre.id} slug={centre.slug} origin={{ kind: 'review', id: review.id }} />}
          {review.can['sign'] && <SignForm key={`sign ${review.undecided}`} review={review} />}
          {review.state === 'signed' && <Result review={review} />}
          {review.can['update'] && <Changes key={review.version} review={review} />}
          <History organizationId={centre.id} table="access_review" recordId={review.id} version={review.version} />
        </>
      )}
    </Page>
  );
};
