import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

/** How many mails wait for somebody to look at them. */
export const toSortCount = async (tx: Tx, organizationId: string): Promise<number> =>
  (await sql<{ count: number }>`SELECT count(*)::int AS count FROM incoming_mail WHERE organization_id = ${organizationId} AND state = 'toSort'`.execute(tx)).rows[0]!.count;
