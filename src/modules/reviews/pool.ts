import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/** At most so many centres begin at once: every one of the country. */
export const beginLimit = 600;

/** The review of a year begun in several centres at once: in all that are named, or in none. */
export const BeginningsInput = z
  .strictObject({ year: z.int().min(1990).max(2199), answerBy: CivilDate, organizationIds: z.array(z.uuid()).min(1).max(beginLimit) })
  .meta({ id: 'AccessReviewBeginningsData', example: { year: 2026, answerBy: '2026-02-14', organizationIds: ['01990000-0000-7000-8000-000000000001'] } });
export type BeginningsInput = z.infer<typeof BeginningsInput>;

/** Where a centre stands with the review of a year. `late`: the day for the answers has passed, and some are missing. */
export const poolStates = ['none', 'underWay', 'late', 'toSign', 'signed'] as const;
export type PoolState = (typeof poolStates)[number];

type Standing = { reviewId: string | null; signedOn: CivilDate | null; undecided: number; answerBy: CivilDate | null };

export const poolStateOf = ({ reviewId, signedOn, undecided, answerBy }: Standing, today: CivilDate): PoolState => {
  if (reviewId === null) return 'none';
  if (signedOn !== null) return 'signed';
  if (undecided === 0) return 'toSign';
  return answerBy !== null && answerBy < today ? 'late' : 'underWay';
};
