import type { ColumnType, Generated } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { json, type Tx } from './database.ts';

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

export const finishTask = async (tx: Tx, organizationId: string, id: string, state: 'done' | 'failed', result: Record<string, unknown>, now: Date): Promise<void> => {
  await tx
    .updateTable('task')
    .set({ state, result: json(result) as never, finishedAt: now })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
};
