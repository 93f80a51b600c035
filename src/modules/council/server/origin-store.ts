import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';

/** For actions that were born from what the council decided: the item, by its title. */
export const councilOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> =>
  (
    await sql<{ id: string; title: string; path: string }>`SELECT id, title, 'council/sittings/' || sitting_id AS path FROM council_item
      WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])`.execute(tx)
  ).rows;
