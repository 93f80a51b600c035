import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { Review } from './queries.ts';

/** Who answers for whom in a review, and how far each is: those of whom something is awaited first. */
export const ReviewParts = ({ review }: { review: Review }) => {
  const { t } = useTranslation('reviews');
  const { number, shortDate, list } = useFormat();
  const centre = useCentre();
  const parts = review.parts.toSorted((a, b) => b.undecided - a.undecided);
  const follow = review.can['follow'] === true;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('parts.title')}</h2>
      {parts.length === 0 && <p className="quiet">{t('parts.none')}</p>}
      {parts.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('parts.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('parts.who')}</th>
              <th scope="col">{t('parts.state')}</th>
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
            {parts.map((part) => (
              <tr key={part.reviewerId ?? 'adviser'}>
                <th scope="row">
                  {follow ? (
                    <Link to={`/c/${centre.slug}/reviews/${review.id}/part`} search={{ by: part.reviewerId ?? 'adviser' } as never}>
                      {part.reviewerName ?? t('parts.adviser')}
                    </Link>
                  ) : (
                    (part.reviewerName ?? t('parts.adviser'))
                  )}
                  <br />
                  <span className="quiet small">{part.services.length > 0 && part.ground !== 'owner' ? list(part.services.slice(0, 4)) : t(`grounds.${part.ground}`)}</span>
                </th>
                <td data-label={t('parts.state')}>
                  {part.handedAt ? (
                    <span>{t('parts.handed', { date: shortDate(part.handedAt.slice(0, 10)) })}</span>
                  ) : part.undecided > 0 ? (
                    <span className={`tag ${review.late ? 'late' : 'soon'}`}>{t('states.undecided', { count: part.undecided })}</span>
                  ) : (
                    <span>{part.leftOpen > 0 ? t('parts.leftOpen', { count: part.leftOpen }) : t('parts.decided')}</span>
                  )}
                </td>
                <td className="end" data-label={t('fields.people')}>
                  <span>{number(part.people)}</span>
                </td>
                <td className="end" data-label={t('fields.rights')}>
                  <span>{number(part.rights)}</span>
                </td>
                <td className="end" data-label={t('fields.withdrawn')}>
                  <span>{number(part.withdrawn)}</span>
                </td>
                <td className="end" data-label={t('fields.changed')}>
                  <span>{number(part.changed)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
