import type { FastifyBaseLogger } from 'fastify';
import type { Auth } from './auth/auth.ts';
import type { Database } from './db/database.ts';
import type { Jobs } from './jobs.ts';

/** What the rooms work with, made once at start (src/server/start.ts) or for a test. */
export type Services = {
  db: Database;
  auth: Auth;
  jobs: Jobs;
  logger: FastifyBaseLogger;
  /** The address people type, without a final slash. */
  url: string;
  demonstration: boolean;
  trustProxy: boolean;
  /** The present instant; the only clock of the server, so that a test may choose the day. */
  now: () => Date;
  /** Folder of the built pages, absent when they were not built. */
  pages?: string;
};

/** Today's civil date in Belgium, `YYYY-MM-DD`. */
export const today = (services: Pick<Services, 'now'>): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(services.now());
