import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureCluster, ensureDatabase } from '../../src/server/db/cluster.ts';
import { chooseAccount } from '../../src/server/db/postgres-account.ts';
import { findBinaries } from '../../src/server/db/postgres-binaries.ts';
import { programEnvironment } from '../../src/server/db/postmaster.ts';
import { freePort } from '../process.ts';

/** How PostgreSQL is asked to stop: `fast` ends its sessions first, `immediate` leaves the repair to the next start. */
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** A PostgreSQL that listens on a port of its own, as a hosting team would keep one. */
export type Postgres = {
  port: number;
  /** Of the superuser, and of the owner of the tables, without a proxy between. */
  superuser: pg.ClientConfig;
  owner: pg.ClientConfig;
  start: () => Promise<void>;
  stop: (mode: keyof typeof signals) => Promise<void>;
};

/** Makes a cluster in the folder, with the roles and the database of Beffroi, and starts it with these settings. */
export const makePostgres = async (folder: string, settings: Record<string, string> = {}): Promise<Postgres> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const binaries = await findBinaries();
  const account = await chooseAccount(folder, binaries.postgres);
  await ensureCluster(folder, binaries, account);
  const cluster = join(folder, 'postgres');
  await writeFile(join(cluster, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
  const port = await freePort();
  const place = { host: '127.0.0.1', port };
  const superuser = { ...place, user: 'postgres', database: 'postgres' };
  let running: { child: ChildProcess; ended: Promise<void> } | undefined;

  const start = async (): Promise<void> => {
    const options = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
    const [program = '', ...rest] = [...account.prefix, binaries.postgres, '-D', cluster, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    let said = '';
    const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: cluster, env: programEnvironment(), ...account.drop });
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    let over = false;
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => {
        over = true;
        resolve();
      });
    });
    running = { child, ended };
    for (;;) {
      if (over) throw new Error(`PostgreSQL did not start: ${said}`);
      const client = new pg.Client(superuser);
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await client.end().catch(() => undefined);
      }
    }
  };
  await start();
  const client = new pg.Client(superuser);
  await client.connect();
  await ensureDatabase(client);
  await client.end();
  return {
    port,
    superuser,
    owner: { ...place, user: 'beffroi_owner', database: 'beffroi' },
    start,
    stop: async (mode) => {
      if (!running || (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')) === '') return;
      running.child.kill(signals[mode]);
      await running.ended;
      running = undefined;
    },
  };
};
