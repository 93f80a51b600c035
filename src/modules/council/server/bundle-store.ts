import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';

/** The kind of the tasks that make bundles. */
export const bundleTask = 'councilBundle';

/** The last bundle that was made of a sitting. */
export const lastBundle = async (tx: Tx, organizationId: string, sittingId: string): Promise<{ id: string; madeAt: string; pages: number } | undefined> => {
  const { rows } = await sql<{ id: string; madeAt: Date; pages: number }>`SELECT id, finished_at AS made_at, (result ->> 'pages')::int AS pages FROM task
    WHERE organization_id = ${organizationId} AND kind = ${bundleTask} AND state = 'done' AND input ->> 'sittingId' = ${sittingId} AND result ? 'pages' ORDER BY finished_at DESC LIMIT 1`.execute(tx);
  const [row] = rows;
  return row && { ...row, madeAt: row.madeAt.toISOString() };
};
