// Tasks and their jobs: together or not at all, taken up again when the queue has lost them, and never without an end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, type TestServer, testServer } from '../../test/harness.ts';
import { findFile, removeFile } from './db/files.ts';
import { storeFile } from './files.ts';
import { createTask, type TaskContext, type TaskResult, workTasks } from './tasks.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
const scope = () => ({ organizations: [centre], actor: { kind: 'account' as const, id: adviser.id } });

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server?.close());

const create = (kind: string, input: Record<string, unknown> = {}) => server.db.tx(scope(), (tx) => createTask(server.services, tx, scope(), { organizationId: centre, kind, input }));
const report = (words: string) => ({ report: { words } });
const stateOf = async (id: string) => (await server.call('GET', `/organizations/${centre}/tasks/${id}`, { as: adviser })).json();
const ends = (id: string, state: string) => expect.poll(async () => (await stateOf(id)).state, { timeout: 60_000, interval: 50 }).toBe(state);

/** Makes the queue of a kind without doing its tasks yet: who does them is named by `work`. */
const queueOf = async (kind: string): Promise<void> => {
  await server.asOwner(`SELECT pgboss.create_queue($1, '{"policy": "standard"}'::jsonb)`, [kind]);
};
const work = (kind: string, handler: (context: TaskContext) => Promise<TaskResult>) => workTasks(server.services, kind, handler);

test('what is undone leaves neither a task nor a job', async () => {
  await queueOf('undone');
  const undone = server.db.tx(scope(), async (tx) => {
    await createTask(server.services, tx, scope(), { organizationId: centre, kind: 'undone', input: {} });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await server.asOwner(`SELECT id FROM task WHERE kind = 'undone' UNION ALL SELECT id FROM pgboss.job WHERE name = 'undone'`)).toEqual([]);
});

test('a task whose job is gone, as after a restore, is sent again by the node that starts, once', async () => {
  await queueOf('lost');
  const [kept, lost] = [await create('lost'), await create('lost')];
  await server.asOwner('DELETE FROM pgboss.job WHERE id = $1', [lost]);
  const done: string[] = [];
  await work('lost', async ({ taskId }) => {
    done.push(taskId);
    return report('done');
  });
  await ends(kept, 'done');
  await ends(lost, 'done');
  expect(done.toSorted()).toEqual([kept, lost].toSorted());
});

test('a task that the queue has given up has failed, and leaves nothing behind', async () => {
  await queueOf('given-up');
  const file = await server.db.tx(scope(), (tx) => storeFile(tx, centre, { name: 'a.xlsx', mediaType: 'text/plain', bytes: Buffer.from('a') }));
  const id = await create('given-up', { fileId: file.id });
  await server.asOwner(`UPDATE task SET state = 'running' WHERE id = $1`, [id]);
  await server.asOwner(`UPDATE pgboss.job SET state = 'failed', completed_on = now() WHERE id = $1`, [id]);
  await workTasks(
    server.services,
    'given-up',
    async () => report('never'),
    (tx, organizationId, { fileId }) => removeFile(tx, organizationId, String(fileId)),
  );
  await ends(id, 'failed');
  expect((await stateOf(id)).problem).toEqual({ code: 'internalServerError' });
  expect(await server.db.tx(scope(), (tx) => findFile(tx, centre, file.id))).toBeUndefined();
});

test('what fails for a reason nobody foresaw is tried again', async () => {
  let attempts = 0;
  await work('shaky', async () => {
    attempts += 1;
    if (attempts < 3) throw new Error('Connection terminated unexpectedly');
    return report('at last');
  });
  const id = await create('shaky');
  await ends(id, 'done');
  expect((await stateOf(id)).report).toEqual({ words: 'at last' });
  expect(attempts).toBe(3);
});

test('a task that was finished with what it wrote is not done again, and keeps its report', async () => {
  let attempts = 0;
  await work('finished', async ({ organizationId, finish }) => {
    attempts += 1;
    await server.db.tx(scope(), async (tx) => {
      await storeFile(tx, organizationId, { name: `written-${attempts}`, mediaType: 'text/plain', bytes: Buffer.from('a') });
      await finish(tx, report('written'));
    });
    throw new Error('the process died here');
  });
  const id = await create('finished');
  await ends(id, 'done');
  await expect.poll(async () => (await server.asOwner<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [id]))[0]?.state).toBe('completed');
  expect(attempts).toBe(1);
  expect((await stateOf(id)).report).toEqual({ words: 'written' });
});

test('of two attempts at once, the one that finishes second writes nothing', async () => {
  await work('twice', async ({ organizationId, taskId, finish }) => {
    await server.asOwner(`UPDATE task SET state = 'done', result = '{"report": {"words": "the other"}}', finished_at = now() WHERE id = $1`, [taskId]);
    return server.db.tx(scope(), async (tx) => {
      await storeFile(tx, organizationId, { name: 'twice', mediaType: 'text/plain', bytes: Buffer.from('twice') });
      await finish(tx, report('this one'));
      return report('this one');
    });
  });
  const id = await create('twice');
  await expect.poll(async () => (await server.asOwner<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [id]))[0]?.state).toBe('completed');
  expect((await stateOf(id)).report).toEqual({ words: 'the other' });
  expect(await server.asOwner(`SELECT id FROM file WHERE name = 'twice'`)).toEqual([]);
});
