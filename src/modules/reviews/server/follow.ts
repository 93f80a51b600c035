import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { openSteps } from '../../movements/server/service.ts';
import { stepsOf } from '../following.ts';
import type { ItemRow } from './part-store.ts';
import { findReview } from './store.ts';

/** Opens the steps that follow from rights that were handed in. */
export const follow = async (tx: Tx, organizationId: string, reviewId: string, items: readonly ItemRow[], day: CivilDate): Promise<void> => {
  const review = await findReview(tx, organizationId, reviewId, day);
  if (review) await openSteps(tx, organizationId, stepsOf(review, items, day));
};
