import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { namedInspections } from './store.ts';

type Named = Awaited<ReturnType<typeof namedInspections>>[number];
const hitOf = ({ id, organizationId, title, day }: Named): Hit => ({ id, organizationId, title, ...(day ? { detail: day } : {}), page: `inspections/${id}` });

/** Formal audits by the words of their title, and by who did them. A centre has one in four years and some partial ones: they are read all and compared here. */
export const inspectionFinder: Finder<Tx> = {
  group: 'inspections',
  action: 'inspection.read',
  find: async (tx, { words, centres }) => {
    const found = (await namedInspections(tx, centres)).filter(({ title, firm, auditor }) => {
      const text = searchText(title, firm, auditor);
      return words.every((word) => text.includes(word));
    });
    return { total: found.length, hits: found.slice(0, 10).map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const ids = new Set(wanted.map(({ id }) => id));
    return (await namedInspections(tx, centres)).filter(({ id }) => ids.has(id)).map(hitOf);
  },
};
