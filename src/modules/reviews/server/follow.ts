import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { ItemRow } from './part-store.ts';

export const follow = async (_tx: Tx, _organizationId: string, _reviewId: string, _items: readonly ItemRow[], _day: CivilDate): Promise<void> => undefined;
