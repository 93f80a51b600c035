import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord } from '../../../server/db/records.ts';
import type { BackupPlanInput } from '../backup.ts';
import type { RestoreTestInput } from '../restore.ts';
import { keepPlanChecks } from './checks.ts';
import { enterIntervention } from './restore-check.ts';
import './tables.ts';

/** The backups of a centre, over or not, by name. */
export const plansKept = async (tx: Tx, organizationId: string): Promise<{ id: string; name: string }[]> =>
  tx.selectFrom('backupPlan').select(['id', 'name']).where('organizationId', '=', organizationId).orderBy('id').execute();

/** Enters a backup with the recurring checks that it asks for. */
export const enterPlan = async (tx: Tx, organizationId: string, plan: BackupPlanInput): Promise<void> => {
  const made = await insertRecord(tx, 'backupPlan', organizationId, { ...plan, searchText: searchText(plan.name, plan.what) });
  await keepPlanChecks(tx, organizationId, made.id, made);
};

/** The restore tests of a centre: enough to know one again. */
export const testsKept = async (tx: Tx, organizationId: string): Promise<{ planId: string; testedOn: string; what: string }[]> =>
  tx.selectFrom('restoreTest').select(['planId', 'testedOn', 'what']).where('organizationId', '=', organizationId).execute();

/** Enters a restore test, which is an intervention too and closes the check of its backup; entered now, or at the instant that a story tells. */
export const enterTest = async (tx: Tx, organizationId: string, test: RestoreTestInput, at?: Date): Promise<void> => {
  await insertRecord(tx, 'restoreTest', organizationId, { ...test, interventionId: await enterIntervention(tx, organizationId, test, at) });
};
