import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { Hash } from '../../../web/hash.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Review, useRefreshReviews } from './queries.ts';

/** Ends a review: with a conclusion, and a reason for each part that was left without an answer. What is frozen stays. */
export const SignForm = ({ review }: { review: Review }) => {
  const { t } = useTranslation(['reviews', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReviews();
  const [conclusion, setConclusion] = useState('');
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const left = review.parts.filter(({ undecided }) => undecided > 0);
  const keyOf = (part: Review['parts'][number]): string => part.reviewerId ?? 'adviser';
  const ready = left.every((part) => (reasons[keyOf(part)] ?? '').trim() !== '');
  const sign = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(
        api.POST('/organizations/{organizationId}/accessReviews/{id}/sign', {
          params: { path: { organizationId: centre.id, id: review.id } },
          body: { ...(conclusion.trim() ? { conclusion: conclusion.trim() } : {}), leftOpen: left.map((part) => ({ by: keyOf(part), reason: (reasons[keyOf(part)] ?? '').trim() })) },
        }),
      );
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
    setAsking(false);
  };
  return (
    <section aria-labelledby="sign" className="no-print">
      <h2 id="sign">{t('sign.title')}</h2>
      <p className="quiet">{t(left.length > 0 ? 'sign.waiting' : 'sign.text')}</p>
      {problem && <ProblemNotice problem={problem} domain="reviews" />}
      <div className="form">
        {left.map((part) => (
          <div key={keyOf(part)} className="field">
            <label className="field-label" htmlFor={`left-${keyOf(part)}`}>
              {t('sign.left', { name: part.reviewerName ?? t('parts.adviser'), count: part.undecided })}
            </label>
            <input
              id={`left-${keyOf(part)}`}
              className="control"
              maxLength={500}
              placeholder={t('sign.leftWhy')}
              value={reasons[keyOf(part)] ?? ''}
              onChange={(event) => setReasons({ ...reasons, [keyOf(part)]: event.target.value })}
            />
          </div>
        ))}
        <div className="field">
          <label className="field-label" htmlFor="conclusion">
            {t('fields.conclusion')}
            <small>{t('shell:optional')}</small>
          </label>
          <textarea id="conclusion" className="control" rows={3} maxLength={4000} value={conclusion} onChange={(event) => setConclusion(event.target.value)} />
        </div>
        <div className="form-foot">
          <button type="button" className="button primary" disabled={!ready} onClick={() => setAsking(true)}>
            {t('sign.go')}
          </button>
        </div>
      </div>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('sign.askTitle', { year: review.year })}>
        <p>{t('sign.askText')}</p>
        <div className="buttons">
          <button type="button" className="button primary" disabled={busy} onClick={() => void sign()} data-autofocus>
            {busy ? t('shell:sending') : t('sign.go')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </section>
  );
};

/** What was frozen when the review was signed off. */
export const Result = ({ review }: { review: Review }) => {
  const { t } = useTranslation('reviews');
  const centre = useCentre();
  const address = (format: string) => `/api/beffroi/v1/organizations/${centre.id}/accessReviews/${review.id}/file?format=${format}`;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      {review.conclusion && <p className="review-text">{review.conclusion}</p>}
      {review.contentHash && (
        <>
          {review.can['file'] && (
            <div className="buttons no-print">
              {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
                <a key={format} className="button" href={address(format)} download>
                  {t(`result.${format}`)}
                </a>
              ))}
            </div>
          )}
          <p className="quiet small">
            {t('fields.contentHash')} <Hash value={review.contentHash} />
          </p>
        </>
      )}
    </section>
  );
};
