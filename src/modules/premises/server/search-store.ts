import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import './tables.ts';

type Found = { organizationId: string; id: string; name: string; place: string | null; past: boolean; page: string };
const hitOf = ({ organizationId, id, name, place, past, page }: Found): Hit => ({
  id,
  organizationId,
  title: name,
  ...(place ? { detail: place } : {}),
  ...(past ? { past } : {}),
  page: `premises/${page}/${id}`,
});
const all = sql`(SELECT organization_id, id, name, concat_ws(', ', building, floor) AS place, retired_on, search_text, 'zones' AS page FROM zone
  UNION ALL SELECT organization_id, id, name, NULL, retired_on, search_text, 'keys' FROM premises_key)`;

/** Zones, and keys, badges and codes, by letters of their name; never visitors. */
export const premisesFinder: Finder<Tx> = {
  group: 'premises',
  action: 'premises.read',
  find: async (tx, { words, centres, today }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT organization_id, id, name, place, page, coalesce(retired_on < ${today}::date, false) AS past, count(*) OVER ()::int AS total FROM ${all} found
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, name COLLATE names, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres, today }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT organization_id, id, name, place, page, coalesce(retired_on < ${today}::date, false) AS past FROM ${all} found
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
