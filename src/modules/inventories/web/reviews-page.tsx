import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { InventoryTabs } from './parts.tsx';
import { reviewsQuery, useRefreshInventories } from './queries.ts';

/** The reviews of the inventory, and the way to the count that is under way. */
export const InventoryReviewsPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const { date, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const query = useQuery(reviewsQuery(centre.id));
  const base = `/c/${centre.slug}/inventories`;
  const begin = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/inventoryReviews', { params: { path: { organizationId: centre.id } } })),
    onSuccess: () => {
      void refresh();
      void navigate({ to: `${base}/count` });
    },
  });
  const items = query.data?.items ?? [];
  const open = items.find(({ signedOn }) => !signedOn);
  const action =
    may('inventory.count') && query.data ? (
      open ? (
        <Link to={`${base}/count`} className="button primary">
          {t('reviews.goOn')}
        </Link>
      ) : (
        <button type="button" className="button primary" disabled={begin.isPending} onClick={() => begin.mutate()}>
          {t('reviews.begin')}
        </button>
      )
    ) : undefined;
  return (
    <Page title={t('reviews.title')} lead={t('reviews.lead')} actions={action}>
      <InventoryTabs />
      {(query.error ?? begin.error) && <ProblemNotice problem={problemOf((query.error ?? begin.error)!)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('reviews.none')}</p>}
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map((review) => (
            <li key={review.id}>
              <Link to={`${base}/reviews/${review.id}`}>
                {review.signedOn ? t('reviews.signed', { date: date(review.signedOn), name: review.signedBy ?? '' }) : t('reviews.begun', { date: date(review.begunOn) })}
              </Link>{' '}
              <span className="quiet small">{t('reviews.sums', { seen: number(review.seen), expected: number(review.expected) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
};
