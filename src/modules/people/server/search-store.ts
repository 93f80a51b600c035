import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Found, Hit } from '../../search/search.ts';
import './tables.ts';

type Row = Omit<Found, 'near' | 'hits'> & { hits: Omit<Hit, 'page'>[] };

const page = (id: string): string => `people/${id}`;

const search = async (tx: Tx, words: readonly string[], centres: readonly string[], today: string, near: boolean): Promise<Found> => {
  const { rows } = await sql<{ found: Row }>`SELECT search_people(${words}, ${centres}::uuid[], ${today}, ${near}) AS found`.execute(tx);
  const found = rows[0]!.found;
  return { ...found, near, hits: found.hits.map((hit) => ({ ...hit, page: page(hit.id) })) };
};

/** People by letters of their name or address; where nobody's holds them, those whose name resembles a word of four letters or more. */
export const peopleFinder: Finder<Tx> = {
  group: 'people',
  action: 'person.read',
  find: async (tx, { words, centres, today }) => {
    // Over more than forty centres half of everybody would hold one or two letters (and no index knows them).
    if (centres.length > 40 && words.every((word) => word.length < 3)) return { total: 0, hits: [], tooShort: true };
    const found = await search(tx, words, centres, today, false);
    return found.total === 0 && words.every((word) => word.length > 3) ? search(tx, words, centres, today, true) : found;
  },
  recall: async (tx, wanted, { centres }) => {
    const ids = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (ids.length === 0) return [];
    const rows = await tx
      .selectFrom('person')
      .select(['person.organizationId', 'person.id', sql<string>`person.last_name || ' ' || person.first_name`.as('title')])
      .where((eb) => eb.or(ids.map((ref) => eb.and([eb('person.organizationId', '=', ref.organizationId!), eb('person.id', '=', ref.id)]))))
      .execute();
    return rows.map((row) => ({ ...row, page: page(row.id) }));
  },
};
