import { PgBoss } from 'pg-boss';
import type pg from 'pg';

export type Job = { organizationId: string; taskId: string; accountId?: string };
export type Jobs = {
  /** Puts a task in the queue; it runs once, on any node, and again after a crash. */
  send: (queue: string, job: Job) => Promise<void>;
  /** Names who does the tasks of a queue on this node. */
  work: (queue: string, handler: (job: Job) => Promise<void>) => Promise<void>;
  /** Runs `handler` at each time of the cron expression (Brussels time), on one node. */
  schedule: (name: string, cron: string, handler: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
};

/** The job queue on the server's own role; its tables are made by the migration. Errors of the queue go to `onError`. */
export const startJobs = async (config: pg.ClientConfig, onError: (error: Error) => void): Promise<Jobs> => {
  const boss = new PgBoss({ ...(config as object), schema: 'pgboss', migrate: false, createSchema: false, max: 3 });
  boss.on('error', onError);
  await boss.start();
  return {
    send: async (queue, job) => {
      await boss.send(queue, job);
    },
    work: async (queue, handler) => {
      await boss.createQueue(queue, { retryLimit: 2, expireInSeconds: 900 });
      await boss.work<Job>(queue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handler(job.data);
      });
    },
    schedule: async (name, cron, handler) => {
      await boss.createQueue(name, { retryLimit: 1 });
      await boss.work(name, handler);
      await boss.schedule(name, cron, undefined, { tz: 'Europe/Brussels' });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
};
