import { type ColumnType, type Generated, type Kysely, sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { json, type Tables, type Tx } from './database.ts';

type Json<T> = ColumnType<T, T | string, T | string>;
export type TaskState = 'waiting' | 'running' | 'done' | 'failed';

declare module './database.ts' {
  interface Tables {
    task: {
      organizationId: string;
      id: string;
      kind: string;
      state: TaskState;
      done: number;
      total: number | null;
      input: Json<Record<string, unknown>>;
      result: Json<Record<string, unknown>> | null;
      accountId: string | null;
      createdAt: Generated<Date>;
      finishedAt: Date | null;
    };
  }
}

export const insertTask = async (tx: Tx, organizationId: string, task: { kind: string; input: Record<string, unknown>; accountId: string | undefined }): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('task')
    .values({ organizationId, id, kind: task.kind, state: 'waiting', done: 0, total: null, input: json(task.input) as never, result: null, accountId: task.accountId ?? null, finishedAt: null })
    .execute();
  return id;
};

export const findTask = async (tx: Tx, organizationId: string, id: string) => tx.selectFrom('task').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** Takes a task up, also one that a process left unfinished; undefined when it is finished or gone. */
export const startTask = async (tx: Tx, organizationId: string, id: string) =>
  tx
    .updateTable('task')
    .set({ state: 'running', done: 0, total: null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning(['kind', 'input', 'accountId'])
    .executeTakeFirst();

export const advanceTask = async (tx: Tx, organizationId: string, id: string, done: number, total: number): Promise<void> => {
  await tx.updateTable('task').set({ done, total }).where('organizationId', '=', organizationId).where('id', '=', id).where('state', '=', 'running').execute();
};

/** Ends a task that has not ended, and returns what it was given; undefined when it had, or is gone. Of two at once, one wins. */
export const finishTask = async (tx: Tx, organizationId: string, id: string, state: 'done' | 'failed', result: Record<string, unknown>, now: Date) =>
  tx
    .updateTable('task')
    .set({ state, result: json(result) as never, finishedAt: now })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('input')
    .executeTakeFirst();

/** The tasks of a kind that have not ended, in every centre, oldest first: asked without a scope. */
export const unfinishedTasks = async (db: Kysely<Tables>, kind: string): Promise<{ organizationId: string; id: string; accountId: string | null }[]> =>
  (await sql<{ organizationId: string; id: string; accountId: string | null }>`SELECT organization_id, id, account_id FROM unfinished_tasks() WHERE kind = ${kind}`.execute(db)).rows;

/** After the database's clock was put back, the queue and its jobs would rest until it is as late again as it was (nothing is ever sent for later): takes what they wait for back to now. */
export const rewindQueue = async (db: Kysely<Tables>): Promise<void> => {
  const ahead = sql`now() + interval '1 minute'`;
  await sql`WITH version AS (UPDATE pgboss.version SET cron_on = now() WHERE cron_on > ${ahead}),
    waiting AS (UPDATE pgboss.job SET start_after = now() WHERE state IN ('created', 'retry') AND start_after > ${ahead}),
    active AS (UPDATE pgboss.job SET heartbeat_on = now(), started_on = least(started_on, now()) WHERE state = 'active' AND heartbeat_on > ${ahead})
    UPDATE pgboss.queue SET monitor_claim_on = least(monitor_claim_on, now()), monitor_on = least(monitor_on, now()), maintain_on = least(maintain_on, now())
    WHERE greatest(monitor_claim_on, monitor_on, maintain_on) > ${ahead}`.execute(db);
};
