import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import './software-tables.ts';

type Found = { organizationId: string; id: string; title: string; detail: string | null; past: boolean };
const hitOf = ({ organizationId, id, title, detail, past }: Found): Hit => ({
  id,
  organizationId,
  title,
  ...(detail ? { detail } : {}),
  ...(past ? { past } : {}),
  page: `inventories/software/${id}`,
});
const columns = (today: string) => sql`organization_id, id, name AS title, concat_ws(' · ', publisher, release) AS detail, coalesce(retired_on < ${today}::date, false) AS past`;

/** Products by letters of their name, publisher or version; those that are no longer used last. */
export const softwareFinder: Finder<Tx> = {
  group: 'software',
  action: 'inventory.read',
  find: async (tx, { words, centres, today }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`SELECT ${columns(today)}, count(*) OVER ()::int AS total FROM software
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, name COLLATE names, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres, today }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT ${columns(today)} FROM software
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
