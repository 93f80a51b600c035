import { sql } from 'kysely';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import { installationId, type Tx } from '../../../server/db/database.ts';
import { duties, type FailedRun } from '../duties.ts';

/** What is due by the backups, where the installation is asked about. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  if (!organizationIds.includes(installationId)) return [];
  const { rows } = await sql<FailedRun & { state: string }>`SELECT id, state, finished_at FROM backup_run WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1`.execute(tx);
  return duties(rows[0]?.state === 'failed' ? rows[0] : undefined, asking);
};
