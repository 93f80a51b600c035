import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Database, Tx } from '../../../server/db/database.ts';
import type { BackupFault, RunKind } from '../backup.ts';
import './tables.ts';

/**
 * Runs `work` while no other node of this database makes a backup; undefined, without running it, when one does. The lock is that of a
 * connection: it ends with the process, however that ends. So a run that the table calls running while the lock is free is dead.
 */
export const aloneWithBackups = async <T>(db: Database, work: () => Promise<T>): Promise<T | undefined> =>
  db.kysely.connection().execute(async (connection) => {
    const key = sql`hashtextextended('beffroi backups', 0)`;
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_lock(${key}) AS mine`.execute(connection);
    if (!rows[0]?.mine) return undefined;
    try {
      return await work();
    } finally {
      // A connection that broke has let go already.
      await sql`SELECT pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
    }
  });

/** Asks for a backup; where one waits already, that one stands. */
export const insertRun = async (tx: Tx, kind: RunKind, now: Date): Promise<void> => {
  await tx
    .insertInto('backupRun')
    .values({ id: newId(), kind, at: now, state: 'waiting', finishedAt: null, file: null, bytes: null, rows: null, encrypted: null, verifiedAt: null, fault: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The runs that have not ended, the oldest first, with how far they are. */
export const openRuns = async (tx: Tx) =>
  tx
    .selectFrom('backupRun')
    .leftJoin('backupProgress', 'backupProgress.runId', 'backupRun.id')
    .select(['id', 'kind', 'at', 'state', 'file', 'done', 'total'])
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('at')
    .execute();

export const startRun = async (tx: Tx, id: string, file: string, encrypted: boolean): Promise<void> => {
  await tx.updateTable('backupRun').set({ state: 'running', file, encrypted }).where('id', '=', id).execute();
};

export const advanceRun = async (tx: Tx, runId: string, done: number, total: number): Promise<void> => {
  await tx
    .insertInto('backupProgress')
    .values({ runId, done, total })
    .onConflict((conflict) => conflict.column('runId').doUpdateSet({ done, total }))
    .execute();
};

/** Ends a run that is under way; one that has ended stays as it is. */
export const finishRun = async (tx: Tx, id: string, result: { finishedAt: Date; bytes: number; rows?: number; verifiedAt?: Date }): Promise<void> => {
  await tx
    .updateTable('backupRun')
    .set({ state: 'done', ...result })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
};

/** As `finishRun`, with what went wrong. */
export const failRun = async (tx: Tx, id: string, fault: BackupFault, now: Date): Promise<void> => {
  await tx.updateTable('backupRun').set({ state: 'failed', fault, finishedAt: now }).where('id', '=', id).where('state', '=', 'running').execute();
};

/** The runs since an instant, the newest first. */
export const runsSince = async (tx: Tx, since: Date) => tx.selectFrom('backupRun').selectAll().where('at', '>=', since).orderBy('at', 'desc').execute();

export const lastRun = async (tx: Tx, state: 'done' | 'failed') => tx.selectFrom('backupRun').selectAll().where('state', '=', state).orderBy('finishedAt', 'desc').limit(1).executeTakeFirst();

/** What these files were found to be when they were made. */
export const runsOfFiles = async (tx: Tx, files: readonly string[]) =>
  files.length === 0 ? [] : tx.selectFrom('backupRun').select(['file', 'rows', 'verifiedAt', 'fault']).where('file', 'in', files).orderBy('at').execute();

export const purgeRuns = async (tx: Tx, before: Date): Promise<void> => {
  await tx.deleteFrom('backupRun').where('at', '<', before).where('state', 'in', ['done', 'failed']).execute();
};
