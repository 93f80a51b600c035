import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Scope, Tx } from './db/database.ts';
import { advanceTask, findTask, finishTask, insertTask, startTask, unfinishedTasks } from './db/tasks.ts';
import { loggable } from './errors.ts';
import { RecordPath, responses } from './http/reply.ts';
import type { Job } from './jobs.ts';
import type { Services } from './services.ts';

/**
 * What a piece of long work is given. `progress` tells how far it is; it may be called often, and writes at most twice a second. `finish` ends the
 * task as done inside the transaction of what it writes, so that both are there or neither; it throws, to undo them, when the task had ended already.
 */
export type TaskContext = {
  organizationId: string;
  taskId: string;
  scope: Scope;
  input: Record<string, unknown>;
  progress: (done: number, total: number) => Promise<void>;
  finish: (tx: Tx, result: TaskResult) => Promise<void>;
};

/** What it leaves: where its result is found (a path of the API, with what its room needs to find it), or the result itself. */
export type TaskResult = (Record<string, unknown> & { location: string }) | { report: Record<string, unknown> };

/** Somebody else has ended the task: what this attempt wrote is undone, and nothing is left to do. */
class TaskEnded extends Error {}

export const taskHref = (services: Pick<Services, 'url'>, organizationId: string, id: string): string => `${services.url}/api/beffroi/v1/organizations/${organizationId}/tasks/${id}`;

/** Records a task and puts it in the queue of its kind, both in the caller's transaction; returns its id. */
export const createTask = async (services: Services, tx: Tx, scope: Scope, task: { organizationId: string; kind: string; input: Record<string, unknown> }): Promise<string> => {
  const { organizationId, kind, input } = task;
  const accountId = scope.actor.kind === 'account' ? scope.actor.id : undefined;
  const id = await insertTask(tx, organizationId, { kind, input, accountId });
  await services.jobs.send(tx, kind, { organizationId, taskId: id, ...(accountId ? { accountId } : {}) });
  return id;
};

/**
 * Names who does the tasks of a kind. The work answers for its changes as the account that asked for it. A Problem that it throws ends the task as
 * failed, with its code and issues; anything else is tried again some times before. A process that dies leaves the task to the next one, so the work
 * must bear being done twice. `ended` runs in the transaction that ends the task, however that comes about.
 */
export const workTasks = async (
  services: Services,
  kind: string,
  work: (context: TaskContext) => Promise<TaskResult>,
  ended: (tx: Tx, organizationId: string, input: Record<string, unknown>) => Promise<void> = async () => undefined,
): Promise<void> => {
  const scopeOf = ({ organizationId, accountId }: Job): Scope => ({ organizations: [organizationId], actor: accountId ? { kind: 'account', id: accountId } : { kind: 'job' } });
  const end = async (tx: Tx, { organizationId, taskId }: Job, state: 'done' | 'failed', result: Record<string, unknown>): Promise<boolean> => {
    const task = await finishTask(tx, organizationId, taskId, state, result, services.now());
    if (task) await ended(tx, organizationId, task.input);
    return task !== undefined;
  };
  await services.jobs.work(kind, async (job, last) => {
    const { organizationId, taskId } = job;
    const scope = scopeOf(job);
    const task = await services.db.tx(scope, (tx) => startTask(tx, organizationId, taskId));
    if (!task) return;
    let written = 0;
    const progress = async (done: number, total: number): Promise<void> => {
      const now = performance.now();
      if (now - written < 500) return;
      written = now;
      await services.db.tx(scope, (tx) => advanceTask(tx, organizationId, taskId, done, total));
    };
    const finish = async (tx: Tx, result: TaskResult): Promise<void> => {
      if (!(await end(tx, job, 'done', result))) throw new TaskEnded();
    };
    try {
      const result = await work({ organizationId, taskId, scope, input: task.input, progress, finish });
      await services.db.tx(scope, (tx) => end(tx, job, 'done', result));
    } catch (error) {
      if (error instanceof TaskEnded) return;
      if (!(error instanceof Problem)) services.logger.error({ err: loggable(error), task: kind }, 'task failed');
      if (!(error instanceof Problem) && !last) throw error;
      const problem = error instanceof Problem ? error : new Problem('internalServerError');
      await services.db.tx(scope, (tx) => end(tx, job, 'failed', { code: problem.code, ...(problem.issues ? { issues: problem.issues } : {}), ...problem.details }));
    }
  });
  // A task whose job is lost (the queue is in no backup) is sent again; one that the queue gave up, its process having died each time, has failed.
  services.jobs.every(15, async () => {
    for (const { organizationId, id, accountId } of await unfinishedTasks(services.db.kysely, kind)) {
      const job: Job = { organizationId, taskId: id, ...(accountId ? { accountId } : {}) };
      const fate = await services.jobs.fate(kind, id);
      if (fate === 'absent') await services.db.tx(scopeOf(job), (tx) => services.jobs.send(tx, kind, job));
      if (fate === 'ended') await services.db.tx(scopeOf(job), (tx) => end(tx, job, 'failed', { code: 'internalServerError' }));
    }
  });
};

const Task = z
  .object({
    id: z.uuid(),
    href: z.string(),
    kind: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.int(),
    total: z.int().optional(),
    report: z.record(z.string(), z.unknown()).optional(),
    /** Why it failed: the code of a problem, and its issues. */
    problem: z.record(z.string(), z.unknown()).optional(),
    createdAt: z.string(),
    finishedAt: z.string().optional(),
  })
  .meta({ id: 'Task' });

/** `GET …/tasks/{id}`: how far a task is; 303 to its result once there is one. */
export const registerTasks = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/tasks/:id',
    {
      config: { action: 'task.read' },
      schema: { operationId: 'getTask', tags: ['tasks'], summary: 'How far a task is, and what became of it', params: RecordPath, response: responses({ 200: Task, 303: Task }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const task = await services.db.tx(request.access.scope, (tx) => findTask(tx, organizationId, id));
      // A report quotes what was given: it is for the one who asked.
      if (!task || task.accountId !== request.access.account?.accountId) throw new Problem('resourceNotFound');
      const result = task.result ?? {};
      const location = task.state === 'done' && typeof result['location'] === 'string' ? `${services.url}/api/beffroi/v1${result['location']}` : undefined;
      if (location) reply.status(303).header('location', location);
      return reply.send({
        id,
        href: taskHref(services, organizationId, id),
        kind: task.kind,
        state: task.state,
        done: task.done,
        total: task.total ?? undefined,
        ...(task.state === 'done' && 'report' in result ? { report: result['report'] as Record<string, unknown> } : {}),
        ...(task.state === 'failed' ? { problem: result } : {}),
        createdAt: task.createdAt.toISOString(),
        finishedAt: task.finishedAt?.toISOString(),
      });
    },
  );
};
