import type { RunResult } from '../modules/continuity/backup.ts';
import '../modules/continuity/server/tables.ts';
import { newId } from '../kernel/id.ts';
import type { Tx } from '../server/db/database.ts';

export const hasBackupPlans = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('backupPlan').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;

export type DemonstrationRun = {
  planId: string;
  plannedOn: string;
  plannedTime: string;
  result: RunResult;
  minutes: number;
  megabytes: number | null;
  source: 'hand' | 'program' | 'mail';
  carriedOut: boolean;
  note: string | null;
};

const rows = 2000;
/** Enters runs of the past, many at a time. */
export const insertRuns = async (tx: Tx, organizationId: string, runs: readonly DemonstrationRun[]): Promise<void> => {
  for (let start = 0; start < runs.length; start += rows)
    await tx
      .insertInto('backupPlanRun')
      .values(runs.slice(start, start + rows).map((run) => ({ ...run, organizationId, id: newId() })))
      .execute();
};
