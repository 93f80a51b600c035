import type { Tx } from '../../../server/db/database.ts';
import type { Finder } from '../../search/search.ts';
import { itemsByIds, searchItems } from './item-store.ts';

type Row = Awaited<ReturnType<typeof searchItems>>[number];
const hit = ({ id, organizationId, title, heldOn, sittingId }: Row) => ({ id, organizationId, title, detail: heldOn, page: `council/sittings/${sittingId}` });

/** What was put before the council, by the words of its title. */
export const councilFinder: Finder<Tx> = {
  group: 'council',
  action: 'council.read',
  find: async (tx, { words, centres }) => {
    const rows = await searchItems(tx, centres, words);
    return { total: rows.length, hits: rows.slice(0, 10).map(hit) };
  },
  recall: async (tx, wanted, { centres }) =>
    (
      await itemsByIds(
        tx,
        centres,
        wanted.map(({ id }) => id),
      )
    ).map(hit),
};
