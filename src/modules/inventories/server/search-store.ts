import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import './tables.ts';

type Found = { organizationId: string; id: string; title: string; detail: string | null; past: boolean };
const hitOf = ({ organizationId, id, title, detail, past }: Found): Hit => ({ id, organizationId, title, ...(detail ? { detail } : {}), ...(past ? { past } : {}), page: `inventories/devices/${id}` });
const columns = sql`organization_id, id, name AS title, concat_ws(' · ', number::text, serial) AS detail, retired_on IS NOT NULL AS past`;

/** Devices by letters of their name, brand, serial number or number. People are found in their own register. */
export const deviceFinder: Finder<Tx> = {
  group: 'inventories',
  action: 'inventory.read',
  find: async (tx, { words, centres }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`SELECT ${columns}, count(*) OVER ()::int AS total FROM device
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, name COLLATE names, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT ${columns} FROM device
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
