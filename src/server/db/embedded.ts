import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DiskFull, StartupError, errorCode, errorText } from '../errors.ts';
import { ensureCluster, ensureDatabase, startFailure } from './cluster.ts';
import { diskIsFull } from './disk.ts';
import { chooseAccount } from './postgres-account.ts';
import { findBinaries, type Binaries } from './postgres-binaries.ts';
import { findRunning, launch, stopPostmaster, type Socket } from './postmaster.ts';
import { holdPresence, holdServerLock, leave } from './presence.ts';
import { withStartLock } from './start-lock.ts';

export type Embedded = {
  /** The cluster's superuser, on the database `postgres`: for tests and administration. */
  superuser: pg.ClientConfig;
  /** Owns the database `beffroi`. */
  owner: pg.ClientConfig;
  /** Logs in as `beffroi_server` and takes the role `beffroi_app`, which the migrations make. */
  app: pg.ClientConfig;
  /** True when PostgreSQL was already running. */
  adopted: boolean;
  /** Leaves the cluster, and stops it when no other Beffroi process uses it. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Takes the place of the one server of this directory. */
  server?: boolean;
  /** Called when PostgreSQL went away and could not be started again. */
  onLost?: (error: unknown) => void;
  /** Called when PostgreSQL went away and its disk is full, and at each attempt to start it again until there is room. */
  onFull?: () => void;
  /** False to do as if user namespaces were barred. */
  namespaces?: boolean;
  /** Other programs than our own, to read a cluster that they made. */
  binaries?: Binaries;
};

type Joined = { client: pg.Client; socket: Socket; adopted: boolean };

const startPatience = 120_000;
const leftoverPatience = 10_000;
const fullPause = 2000;

/**
 * Makes the cluster of a data directory where there is none, starts it unless it runs, and joins it.
 * PostgreSQL outlives this process if it is killed; whoever comes next adopts it. If PostgreSQL dies, it is started again.
 * @param dataDirectory an existing, writable directory
 * @throws StartupError in one sentence: damaged data, another account, full disk; DataDirectoryInUse for a second server
 */
export async function startEmbedded(dataDirectory: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const data = await realpath(dataDirectory);
  const cluster = join(data, 'postgres');
  const binaries = options.binaries ?? (await findBinaries());
  let stopped = false;

  const enter = async (): Promise<Joined> => {
    const joined = await joinCluster(data, binaries, options);
    let gone = false;
    const lost = () => {
      if (gone) return;
      gone = true;
      if (!stopped) void rejoin();
    };
    joined.client.on('error', lost);
    joined.client.on('end', lost);
    return joined;
  };
  const rejoin = async (): Promise<void> => {
    for (;;) {
      if (await diskIsFull(cluster)) options.onFull?.();
      try {
        return await withStartLock(data, async () => {
          if (!stopped) current = await enter();
        });
      } catch (error) {
        // A full disk is the one reason that the operator can end while the server waits.
        if (!(error instanceof DiskFull) && !(await diskIsFull(cluster))) return options.onLost?.(error);
        await wait(fullPause, undefined, { ref: false });
        if (stopped) return;
      }
    }
  };

  let current = await withStartLock(data, enter).catch((cause: unknown) => {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`The database in ${cluster} could not be started (${errorText(cause)}): check the permissions and the free space of ${data}.`, { cause });
  });
  const { socket, adopted } = current;

  return {
    superuser: login(socket, 'postgres', 'postgres'),
    owner: login(socket, 'beffroi_owner', 'beffroi'),
    app: { ...login(socket, 'beffroi_server', 'beffroi'), options: '-c role=beffroi_app' },
    adopted,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      await withStartLock(data, async () => {
        const last = await leave(current.client).catch(() => false);
        await current.client.end().catch(() => undefined);
        const running = last ? await findRunning(cluster) : undefined;
        if (running) await stopPostmaster(cluster, running.pid);
      });
    },
  };
}

async function joinCluster(data: string, binaries: Binaries, options: EmbeddedOptions): Promise<Joined> {
  const { client, socket, adopted } = (await adopt(data)) ?? (await start(data, binaries, options));
  try {
    if (options.server) await holdServerLock(client, data);
    await holdPresence(client);
    await ensureDatabase(client);
    return { client, socket, adopted };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function adopt(data: string): Promise<Joined | undefined> {
  const cluster = join(data, 'postgres');
  const deadline = performance.now() + startPatience;
  for (let running = await findRunning(cluster); running; running = await findRunning(cluster)) {
    // the first lines of the file are there before the socket's
    if (!running.stopping && running.socket.port > 0) {
      const client = await connect(running.socket);
      if (client) return { client, socket: running.socket, adopted: true };
    }
    if (performance.now() > deadline) {
      throw new StartupError(`The database in ${cluster} runs (process ${running.pid}) but does not answer: end that process and try again.`);
    }
    await wait(20);
  }
  return undefined;
}

async function start(data: string, binaries: Binaries, options: EmbeddedOptions): Promise<Joined> {
  const cluster = join(data, 'postgres');
  const account = await chooseAccount(data, binaries.postgres, options);
  await ensureCluster(data, binaries, account);
  const begun = performance.now();
  for (;;) {
    const launched = await launch(data, binaries, account);
    while (!launched.exited()) {
      const client = await connect(launched.socket);
      if (client) return { client, socket: launched.socket, adopted: false };
      if (performance.now() - begun > startPatience) throw new StartupError(`The database in ${cluster} is not ready after two minutes: see postgres.log beside it, and try again.`);
      await wait(10);
    }
    const said = await launched.said();
    // sessions of a killed PostgreSQL end a moment after it
    const leftover = /pre-existing shared memory|lock file/.test(said);
    if (!leftover || performance.now() - begun > leftoverPatience) throw startFailure(cluster, said, await diskIsFull(cluster));
    await wait(100);
  }
}

/** A connection of the superuser, or undefined while PostgreSQL is not ready. */
async function connect(socket: Socket): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...login(socket, 'postgres', 'postgres'), application_name: `beffroi ${process.pid}` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = errorCode(error);
    if (code === 'EACCES') throw new StartupError(`The database's socket in ${socket.directory} belongs to another account: start Beffroi with that account.`, { cause: error });
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', ''].includes(code)) return undefined;
    throw new StartupError(`The database in ${socket.directory} refuses us: ${errorText(error)}.`, { cause: error });
  }
}

function login({ directory, port }: Socket, user: string, database: string): pg.ClientConfig {
  return { host: directory, port, user, database, ssl: false };
}
