import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** How the review of a centre stands: the one under way, or the newest year that has one. */
export type CentreRow = { organizationId: string; openId: string | null; openYear: number | null; openUndecided: number; answerBy: CivilDate | null; newestYear: number | null; rights: boolean };
/** What somebody has still to answer. */
export type WaitingRow = { organizationId: string; reviewId: string; year: number; answerBy: CivilDate; reviewerId: string | null; waiting: number; undecided: number };

const keepers = ['adviser', 'deputyAdviser'] as const;

/**
 * The review of access rights, yearly and at its start (MES 2.8): to be begun in January, where somebody has any right at all; to be answered by the
 * day that was agreed, by each who answers; to be signed off within its year. One that is under way from an earlier year holds back the next.
 */
export const reviewDuties = (centres: readonly CentreRow[], waiting: readonly WaitingRow[], { today, due, since }: Pick<Asking, 'today' | 'due' | 'since'>): Obligation[] => {
  const thisYear = Number(today.slice(0, 4));
  const ofCentres = centres.flatMap(({ organizationId, openId, openYear, openUndecided, newestYear, rights }): Obligation[] => {
    const base = { organizationId, room: 'reviews', read: 'review.read' as const, act: { roles: keepers } };
    const year = openYear ?? thisYear;
    const start = { on: `${year}-01-01` };
    if (openId !== null)
      return [
        {
          ...base,
          rule: 'accessReviewed',
          subject: { kind: 'accessReview', id: openId },
          title: { key: 'sign.title', values: { year } },
          reason: openUndecided > 0 ? { key: 'sign.undecided', values: { count: openUndecided } } : { key: 'sign.decided' },
          start,
          due: due('accessReviewed', organizationId, start),
          action: { label: { key: 'sign.do' }, path: `reviews/${openId}` },
        },
      ];
    if (!rights || (newestYear ?? 0) >= thisYear || start.on < since(organizationId)) return [];
    return [
      {
        ...base,
        rule: 'accessReviewBegun',
        subject: { kind: 'accessReview', id: `${organizationId}/${thisYear}` },
        title: { key: 'begin.title', values: { year } },
        reason: { key: 'begin.reason' },
        start,
        due: due('accessReviewBegun', organizationId, start),
        action: { label: { key: 'begin.do' }, path: 'reviews' },
      },
    ];
  });
  const ofPeople = waiting.map(({ organizationId, reviewId, year, answerBy, reviewerId, waiting: people, undecided }): Obligation => ({
    organizationId,
    room: 'reviews',
    rule: 'accessReviewAnswered',
    subject: { kind: 'accessReviewPart', id: `${reviewId}/${reviewerId ?? 'adviser'}` },
    title: { key: 'answer.title', values: { count: people } },
    reason: { key: 'answer.reason', values: { rights: undecided, year } },
    start: { on: answerBy },
    due: due('accessReviewAnswered', organizationId, { on: answerBy }),
    act: reviewerId ? { roles: [], people: [reviewerId] } : { roles: keepers },
    action: { label: { key: 'answer.do' }, path: `reviews/${reviewId}/part${reviewerId ? '' : '?by=adviser'}` },
    read: 'review.read',
  }));
  return [...ofCentres, ...ofPeople];
};
