import type { RunResult } from '../modules/continuity/backup.ts';
import '../modules/continuity/server/tables.ts';
import '../modules/interventions/server/tables.ts';
import '../modules/resources/server/tables.ts';
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

/** The resources of a centre by their entry in the catalogue: what a backup names. */
export const cataloguedResources = async (tx: Tx, organizationId: string, catalogueIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('resource')
    .select(['id', 'catalogueId'])
    .where('organizationId', '=', organizationId)
    .where('catalogueId', 'in', [...catalogueIds])
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, catalogueId }) => [catalogueId!, id]));
};

/** Checks of backups come back each quarter, as this centre chose. */
export const checkEachQuarter = async (tx: Tx, organizationId: string): Promise<void> => {
  await tx
    .updateTable('recurringCheck')
    .set({ everyAmount: 3, everyUnit: 'month' })
    .where('organizationId', '=', organizationId)
    .where('originKind', '=', 'backup')
    .where('rule', '=', 'backupsChecked')
    .execute();
};
