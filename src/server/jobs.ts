import { CompiledQuery } from 'kysely';
import { type Clock, PgBoss } from 'pg-boss';
import type pg from 'pg';
import type { Tx } from './db/database.ts';

export type Job = { organizationId: string; taskId: string; accountId?: string };
export type Jobs = {
  /** Puts a task in the queue together with what else `tx` writes; one that is there, or was, is not put there again. It runs once, on any node, and again after a crash. */
  send: (tx: Tx, queue: string, job: Job) => Promise<void>;
  /** What became of the job of a task: never sent or forgotten, to be done (again) or under way, or ended for good. */
  fate: (queue: string, taskId: string) => Promise<'absent' | 'pending' | 'ended'>;
  /** Names who does the tasks of a queue on this node. What the handler throws lets the job be tried again, unless this was its `last` attempt. */
  work: (queue: string, handler: (job: Job, last: boolean) => Promise<void>) => Promise<void>;
  /** Has this node look into a queue at once, for work that somebody waits for: told after the transaction that sent it. */
  wake: (queue: string) => void;
  /** Runs `handler` at each time of the cron expression (Brussels time), on one node; a time that passed while no node ran is made good once. */
  schedule: (name: string, cron: string, handler: () => Promise<void>) => Promise<void>;
  /** Runs `handler` on this node, now and so many seconds after each end of it; its signal aborts when the node stops, which waits for it. */
  every: (seconds: number, handler: (stopping: AbortSignal) => Promise<void>) => void;
  stop: () => Promise<void>;
};

// A node that was killed is silent: after these seconds without a sign of life its jobs go to another, at the latest one look later.
const silenceSeconds = 15;
const lookSeconds = 5;
const retryLimit = 5;

// The queue measures its waits with this: on the system's clock a worker would sleep through the hour by which that clock was put back.
const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
  setInterval: (run, milliseconds) => setInterval(run, milliseconds),
  clearInterval: (handle) => clearInterval(handle as NodeJS.Timeout),
};

/** The job queue on the server's own role; its tables are made by the migration. Errors of the queue go to `onError`. */
export const startJobs = async (config: pg.ClientConfig, onError: (error: Error) => void): Promise<Jobs> => {
  const boss = new PgBoss({
    // A lock or a network that says nothing must not keep the queue's connections for good.
    ...({ ...config, statement_timeout: 10_000, query_timeout: 15_000, keepAlive: true } as object),
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    max: 3,
    clock: steadyClock,
    clockMonitorIntervalSeconds: 30,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
  });
  boss.on('error', onError);
  await boss.start();
  // The options of a queue that an earlier version made change only when told.
  const makeQueue = async (name: string, options: { retryLimit: number }): Promise<void> => {
    await boss.createQueue(name);
    await boss.updateQueue(name, { ...options, expireInSeconds: 900, heartbeatSeconds: silenceSeconds });
  };
  const workers = new Map<string, string>();
  const rounds = new Set<{ timer?: NodeJS.Timeout; running: Promise<void> }>();
  const stopping = new AbortController();
  return {
    send: async (tx, queue, job) => {
      await boss.send(queue, job, { id: job.taskId, db: { executeSql: async (text, values) => ({ rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows }) } });
    },
    fate: async (queue, taskId) => {
      const [job] = await boss.findJobs(queue, { id: taskId });
      if (!job) return 'absent';
      return ['completed', 'cancelled', 'failed'].includes(job.state) ? 'ended' : 'pending';
    },
    work: async (queue, handler) => {
      await makeQueue(queue, { retryLimit });
      const worker = await boss.work<Job>(queue, { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 }, async (jobs) => {
        for (const job of jobs) await handler(job.data, job.retryCount >= retryLimit);
      });
      workers.set(queue, worker);
    },
    wake: (queue) => {
      const worker = workers.get(queue);
      if (worker) boss.notifyWorker(worker);
    },
    schedule: async (name, cron, handler) => {
      await makeQueue(name, { retryLimit: 1 });
      await boss.work(name, { heartbeatRefreshSeconds: 3 }, handler);
      await boss.schedule(name, cron, undefined, { tz: 'Europe/Brussels', missed: 'once' });
    },
    every: (seconds, handler) => {
      const round: { timer?: NodeJS.Timeout; running: Promise<void> } = { running: Promise.resolve() };
      const run = (): void => {
        round.running = handler(stopping.signal)
          .catch(onError)
          .finally(() => {
            if (!stopping.signal.aborted) round.timer = setTimeout(run, seconds * 1000);
          });
      };
      rounds.add(round);
      run();
    },
    stop: async () => {
      stopping.abort();
      for (const { timer } of rounds) clearTimeout(timer);
      await Promise.all([...rounds].map(({ running }) => running));
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
};
