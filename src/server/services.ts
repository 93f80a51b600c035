import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Auth } from './auth/auth.ts';
import type { BackupSettings } from './config.ts';
import type { Database } from './db/database.ts';
import type { Jobs } from './jobs.ts';
import type { Seal } from './auth/seal.ts';
import type { MailService } from './mail.ts';

/** What the rooms work with, made once at start (src/server/start.ts) or for a test. */
export type Services = {
  db: Database;
  auth: Auth;
  /** Encrypts the keys of second factors. */
  factorSeal: Seal;
  jobs: Jobs;
  logger: FastifyBaseLogger;
  /** The address people type, without a final slash. */
  url: string;
  demonstration: boolean;
  trustProxy: boolean;
  /** The present instant; the only clock of the server, so that a test may choose the day. */
  now: () => Date;
  /** Where backups go, the role that may read everything, and a folder for trial restores that holds nothing else. */
  backups: BackupSettings & { owner: pg.ClientConfig; scratch: string };
  /** Mail by the settings that hold when a message is sent. */
  mail: MailService;
  /** Encrypts the password of the mail server. */
  mailSeal: Seal;
  /** Encrypts the secrets that identity providers know us by. */
  providerSeal: Seal;
  /** Encrypts the passwords by which directories are read. */
  directorySeal: Seal;
  /** Whether a directory may be on this very machine. */
  localDirectories: boolean;
  /** Encrypts the passwords by which mailboxes are read. */
  mailboxSeal: Seal;
  /** Whether a mailbox may be on this very machine. */
  localMailboxes: boolean;
  /** Folder of the built pages, absent when they were not built. */
  pages?: string;
};

// Made once: making one costs more than all else that a request computes.
const belgianDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });

/** Today's civil date in Belgium, `YYYY-MM-DD`. */
export const today = (services: Pick<Services, 'now'>): string => belgianDate.format(services.now());
