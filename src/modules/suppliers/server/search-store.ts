import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import './tables.ts';

type Found = { organizationId: string; id: string; name: string; past: boolean };
const hitOf = ({ organizationId, id, name, past }: Found): Hit => ({ id, organizationId, title: name, ...(past ? { past } : {}), page: `suppliers/${id}` });

/** Firms by letters of their name or number; those that no longer work for the centre last. */
export const supplierFinder: Finder<Tx> = {
  group: 'suppliers',
  action: 'supplier.read',
  find: async (tx, { words, centres, today }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT organization_id, id, name, coalesce(ended_on < ${today}::date, false) AS past, count(*) OVER ()::int AS total FROM supplier
      WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY past, name COLLATE names, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres, today }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT organization_id, id, name, coalesce(ended_on < ${today}::date, false) AS past FROM supplier
      WHERE organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};

/** The contracts that actions come from, each called by its firm and its title. */
export const contractOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> =>
  (
    await sql<{ id: string; title: string; path: string }>`SELECT c.id, s.name || ' – ' || c.title AS title, 'suppliers/contracts/' || c.id AS path
      FROM supplier_contract c JOIN supplier s ON s.organization_id = c.organization_id AND s.id = c.supplier_id
      WHERE c.organization_id = ${organizationId} AND c.id = ANY(${ids}::uuid[])`.execute(tx)
  ).rows;
