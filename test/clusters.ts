import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureDatabase } from '../src/server/db/cluster.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { systemPostgres } from './tools.ts';

/** The PostgreSQL that we bring, and the one of the system. */
export type Engine = 'embedded' | 'system';
/** Where an engine listens; every database of the tests is on it. */
export type Place = { host: string; port: number };
export const templateDatabase = 'beffroi_template';

declare module 'vitest' {
  interface ProvidedContext {
    engines: Partial<Record<Engine, Place>>;
  }
}

const run = promisify(execFile);

/** Starts one cluster of each engine for the whole run, without the safety of the disk, and migrates the template of the tests' databases. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-test-'));
  await chmod(folder, 0o755);
  const attempts = await Promise.allSettled([startOwn(folder), startSystem(folder)]);
  const started = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' && attempt.value ? [attempt.value] : []));
  const stop = async (): Promise<void> => {
    for (const cluster of started) await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const attempt of attempts) if (attempt.status === 'rejected') throw attempt.reason;
    for (const cluster of started) await prepareTemplate(cluster.place);
  } catch (error) {
    // Nothing is left running when a cluster or a migration fails.
    await stop();
    throw error;
  }
  project.provide('engines', Object.fromEntries(started.map(({ engine, place }) => [engine, place])));
  return stop;
};

type Cluster = { engine: Engine; place: Place; stop: () => Promise<void> };

const startOwn = async (folder: string): Promise<Cluster> => {
  const data = join(folder, 'own');
  await mkdir(data, { mode: 0o700 });
  const { superuser, stop } = await startEmbedded(data);
  return { engine: 'embedded', place: { host: superuser.host!, port: superuser.port! }, stop };
};

/** A cluster of the system's newest PostgreSQL in a folder that its account may enter; undefined where there is none. `settings` are options of `postgres`. */
export const startSystem = async (folder: string, settings = '-c fsync=off'): Promise<Cluster | undefined> => {
  const bin = systemPostgres();
  if (!bin) return undefined;
  const home = join(folder, 'system');
  const data = join(home, 'data');
  await mkdir(home, { mode: 0o755 });
  const account = process.geteuid?.() === 0 ? await accountOf('postgres') : undefined;
  if (account) await chown(home, account.uid, account.gid);
  // As root, PostgreSQL refuses to run: the package's own account runs it.
  const inHome = { cwd: home, ...account };
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], inHome);
  await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', `-c listen_addresses= -c unix_socket_directories=${home} ${settings}`, 'start'], inHome);
  return {
    engine: 'system',
    place: { host: home, port: 5432 },
    stop: async () => {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], inHome);
    },
  };
};

export const accountOf = async (name: string): Promise<{ uid: number; gid: number }> => {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  if (!uid || !gid) throw new Error(`There is no account "${name}" to run the system's PostgreSQL`);
  return { uid: Number(uid), gid: Number(gid) };
};

const prepareTemplate = async (place: Place): Promise<void> => {
  const superuser = new pg.Client({ ...place, user: 'postgres', database: 'postgres' });
  await superuser.connect();
  await ensureDatabase(superuser);
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await superuser.query(`ALTER SYSTEM SET ${setting} = off`);
  await superuser.query('SELECT pg_reload_conf()');
  await superuser.query(`CREATE DATABASE ${templateDatabase} OWNER beffroi_owner`);
  await migrate({ ...place, user: 'beffroi_owner', database: templateDatabase }, 'beffroi_server');
  await superuser.end();
};
