import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import type { FastifyInstance } from 'fastify';
import { saveBeforeMigrating } from '../modules/backups/server/before-migrating.ts';
import { anyAccount, makeOneTimeLink, purgeAttempts, purgeSignInEvents } from '../modules/accounts/server/service.ts';

import { compellingRoles } from '../kernel/permissions.ts';
import { makeAuth } from './auth/auth.ts';
import { makeSeal } from './auth/seal.ts';
import type { Config } from './config.ts';
import { connect, type Database } from './db/database.ts';
import { reportFullDisk } from './db/disk.ts';
import { purgeIdempotencyKeys } from './db/idempotency.ts';
import { migrate } from './db/migrate.ts';
import { type OpenDatabase, openDatabase } from './db/open.ts';
import { resealAll } from './db/sealed.ts';
import { errorCode, errorText, loggable, StartupError } from './errors.ts';
import { buildApp } from './http/app.ts';
import { startWorkers } from './http/rooms.ts';
import { startJobs } from './jobs.ts';
import { storedMail } from '../modules/mail/server/service.ts';
import { makeMail } from './mail.ts';
import { storeLibrary } from '../modules/norms/server/service.ts';
import { dropEndedSecrets, givenSecrets, keptSecrets } from './secret.ts';
import type { Services } from './services.ts';

const pages = fileURLToPath(new URL('../../dist/web', import.meta.url));

export type Prepared = { database: OpenDatabase; db: Database; close: () => Promise<void> };

/**
 * Opens the database for a server or a command, and connects the server's role. A new one gets its tables; one of an earlier version is saved
 * (`onSaved` hears where) and brought to this one by a server, or by who says that it `migrates`: a command must not take it from under a server.
 */
export const prepareDatabase = async (
  config: Config,
  purpose: 'server' | 'command',
  options: { onLost?: (error: unknown) => void; onFull?: () => void; beforeMigrating?: () => void; migrates?: boolean; onSaved?: (file: string) => void } = {},
): Promise<Prepared> => {
  const database = await openDatabase(config, purpose, options);
  try {
    options.beforeMigrating?.();
    await migrate(database.owner, database.login, async (next) => {
      if (!(options.migrates ?? purpose === 'server'))
        throw new StartupError(`The database is of an earlier version of Beffroi (it lacks ${next}): start the server of this version once, which saves it and brings it up to date.`);
      options.onSaved?.(await saveBeforeMigrating(config, database.owner, next, new Date()));
    });
    const db = connect(database.app, purpose === 'server' ? 12 : 3);
    return {
      database,
      db,
      close: async () => {
        await db.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};

export type Server = { address: string; app: FastifyInstance; services: Services; setUpLink: string | undefined; close: () => Promise<void> };

/**
 * Starts everything: database, migrations, jobs, HTTP. Resolves once requests are answered; `close` ends it all, the
 * requests under way first. Throws StartupError (one sentence for the person who starts it), with nothing left running.
 */
export const startServer = async (
  config: Config,
  options: { demonstration?: boolean; logger?: Logger; onLost?: (error: unknown) => void; onSaved?: (file: string) => void; beforeListening?: (services: Services) => Promise<void> } = {},
): Promise<Server> => {
  const logger = options.logger ?? pino({ level: process.env['LOG_LEVEL'] ?? 'warn', redact: ['*.password', '*.token', '*.cookie'] });
  const given = givenSecrets(process.env['BEFFROI_SECRET']);
  // A port that is taken must leave everything untouched; but who starts twice on one data directory is told that instead.
  const portFault = await probePort(config);
  if (portFault && (config.databaseUrl || !existsSync(join(config.dataDirectory, 'postgres')))) throw portFault;
  const prepared = await prepareDatabase(config, 'server', {
    ...(options.onLost ? { onLost: options.onLost } : {}),
    ...(options.onSaved ? { onSaved: options.onSaved } : {}),
    onFull: () => reportFullDisk(logger),
    beforeMigrating: () => {
      if (portFault) throw portFault;
    },
  });
  const closers: (() => Promise<unknown>)[] = [prepared.close];
  const close = async (): Promise<void> => {
    // One that fails must not leave the rest open: the database's own process comes last.
    for (const closer of closers.toReversed()) await closer().catch((error: unknown) => logger.error({ err: loggable(error) }, 'stopping'));
  };
  try {
    const { db } = prepared;
    const secrets = given ?? (await keptSecrets(config.dataDirectory));
    const mailSeal = makeSeal(secrets, 'mail');
    const factorSeal = makeSeal(secrets, 'second factor');
    const providerSeal = makeSeal(secrets, 'provider');
    const directorySeal = makeSeal(secrets, 'directory');
    const mailboxSeal = makeSeal(secrets, 'mailbox');
    const { stillNeeded, unreadable } = await resealAll(db, { mailSeal, factorSeal, providerSeal, directorySeal, mailboxSeal });
    if (unreadable > 0) logger.error({ unreadable }, 'texts in the database were sealed with a secret that is not here: give it back, or enter them anew (docs/operations.md, "Keys")');
    if (!given) await dropEndedSecrets(config.dataDirectory, new Date(), stillNeeded);
    const jobs = await startJobs(prepared.database.app, (error) => logger.error({ err: loggable(error) }, 'job queue'));
    closers.push(jobs.stop);
    const services: Services = {
      db,
      jobs,
      logger,
      // Whoever tries the demonstration is not asked to enrol anything.
      auth: makeAuth(db, config.url, secrets, options.demonstration ? [] : compellingRoles),
      factorSeal,
      url: config.url,
      demonstration: options.demonstration ?? false,
      trustProxy: config.url.startsWith('https:'),
      now: () => new Date(),
      backups: { directory: join(config.dataDirectory, 'backups'), ...config.backups, owner: prepared.database.owner, scratch: join(config.dataDirectory, 'trial-restore') },
      mail: makeMail(config.mail, () => storedMail(db, mailSeal)),
      mailSeal,
      providerSeal,
      directorySeal,
      localDirectories: config.localDirectories ?? false,
      mailboxSeal,
      localMailboxes: config.localMailboxes ?? false,
      ...(existsSync(pages) ? { pages } : {}),
    };
    await storeLibrary(services);
    await options.beforeListening?.(services);
    const app = await buildApp(services);
    closers.push(() => app.close());
    await startWorkers(services);
    await jobs.schedule('purgeAttempts', '17 3 * * *', () => purgeAttempts(db.kysely, services.now()));
    await jobs.schedule('purgeSignInEvents', '27 3 * * *', () => purgeSignInEvents(db.kysely, services.now()));
    await jobs.schedule('purgeIdempotencyKeys', '37 3 * * *', () => purgeIdempotencyKeys(db.kysely));
    const setUpLink = (await anyAccount(db.kysely)) ? undefined : `${config.url}/setup#${await makeOneTimeLink(db.kysely, 'setup', services.now())}`;
    await listen(app, config);
    return { address: config.url, app, services, setUpLink, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Why the server could not listen there, as a sentence; undefined when it could. */
const probePort = (config: Config): Promise<StartupError | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(listenFault(error, config)));
    probe.listen({ port: config.port, host: config.host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });

const listen = async (app: FastifyInstance, config: Config): Promise<void> => {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    throw listenFault(error, config);
  }
};

const listenFault = (error: unknown, config: Config): StartupError => {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') return new StartupError(`Port ${config.port} is taken by another program: stop it, or choose another port with PORT.`, { cause: error });
  if (code === 'EACCES') return new StartupError(`Port ${config.port} may not be used by this account: choose one from 1024 up with PORT.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartupError(`HOST is "${config.host}", which is no address of this machine: use 127.0.0.1 or 0.0.0.0.`, { cause: error });
  return new StartupError(`The server cannot listen on ${config.host}, port ${config.port}: ${errorText(error)}.`, { cause: error });
};
