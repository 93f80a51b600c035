import { sql } from 'kysely';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';

/** How long a backup of Beffroi stands for the data that came since, in days. */
const fresh = 2;

/** When Beffroi itself was last backed up: of the installation, and so the same for every centre; no centre sees more of it than the day. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ doneOn: CivilDate | null }>`SELECT last_backup_on() AS done_on`.execute(tx);
  const on = rows[0]?.doneOn ?? undefined;
  const state = on === undefined ? 'missing' : addDays(on, fresh) < today ? 'stale' : 'true';
  return organizationIds.map((organizationId) => ({
    organizationId,
    id: 'backups.beffroi',
    path: 'today',
    state,
    title: on === undefined ? { key: 'beffroi.missing' } : { key: `beffroi.${state}`, values: { date: { date: on } } },
    ...(on === undefined ? {} : { on, until: addDays(on, fresh) }),
  }));
};
