import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { DocumentOfCentre, DocumentVersion } from './document-queries.ts';
import { answeredOf, commentsQuery, reviewsQuery } from './review-queries.ts';

/** On the page of a document: which review of its draft is open, how many comments wait, and the way there. */
export const ReviewPart = ({ document, draft }: { document: DocumentOfCentre; draft: DocumentVersion }) => {
  const { t } = useTranslation('documents');
  const { date } = useFormat();
  const centre = useCentre();
  const open = useQuery(reviewsQuery(centre.id, draft.id)).data?.items.find(({ closedAt }) => !closedAt);
  const waiting = useQuery(commentsQuery(centre.id, draft.id)).data?.open ?? 0;
  const { kind, language } = document;
  return (
    <section aria-labelledby="review-part" className="no-print">
      <h2 id="review-part">{t('review.part')}</h2>
      {open && (
        <p className="notice soon">
          {t('review.state', { date: date(open.until), ...answeredOf(open) })} {open.can['answer'] && <b>{t('review.awaitsYou')}</b>}
        </p>
      )}
      <p>{t('comments.open', { count: waiting })}</p>
      <Link className="button" to="/c/$centre/documents/$kind/review" params={{ centre: centre.slug, kind } as never} search={{ language } as never}>
        {t('review.go')}
      </Link>
    </section>
  );
};

/** Beside the approval: a review that has not ended does not prevent it, and is not forgotten. */
export const OpenReview = ({ draft }: { draft: DocumentVersion }) => {
  const { t } = useTranslation('documents');
  const { date } = useFormat();
  const centre = useCentre();
  const open = useQuery(reviewsQuery(centre.id, draft.id)).data?.items.find(({ closedAt }) => !closedAt);
  return open ? <p className="notice soon">{t('review.stillOpen', { date: date(open.until), ...answeredOf(open) })}</p> : null;
};
