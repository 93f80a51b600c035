import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { DiskFull, StartupError, errorText } from '../errors.ts';
import { giveTo, type Account } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';
import { programEnvironment } from './postmaster.ts';

const run = promisify(execFile);

/** Modest memory for a machine that does other things; written into postgresql.conf, where it may be changed. */
const settings = {
  shared_buffers: '64MB',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/**
 * Makes the cluster `postgres` in the data directory unless it is there.
 * Made beside its place and then renamed: a cluster that is in place is complete.
 * @throws StartupError when what is there is not a complete cluster of our major version, or when initdb fails
 */
export async function ensureCluster(dataDirectory: string, binaries: Binaries, account: Account): Promise<void> {
  const cluster = join(dataDirectory, 'postgres');
  const entries = await readdir(cluster).catch(() => []);
  if (entries.length > 0) return await checkCluster(cluster, binaries.major);

  const draft = join(dataDirectory, 'postgres.new');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (account.drop) await chown(draft, account.drop.uid, account.drop.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  try {
    // the library's own locale only classes letters for text search; some systems have none but C
    await initdb(draft, binaries, account, locale).catch(() => initdb(draft, binaries, account, 'C'));
    await giveTo(draft, account);
    await rename(draft, cluster);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    const stderr = (cause as { stderr?: string }).stderr ?? '';
    if (/No space left/.test(stderr)) throw new DiskFull(`The database cannot be made in ${dataDirectory} because the disk is full: free some space and try again.`, { cause });
    // Its last line tells only that it cleans up.
    const said = /(?:FATAL|PANIC|error):\s+(.+)/.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1) ?? errorText(cause);
    throw new StartupError(`The database could not be made in ${dataDirectory}: ${said.replace(/[.\s]+$/, '')}.`, { cause });
  }
}

async function initdb(directory: string, binaries: Binaries, account: Account, locale: string): Promise<void> {
  const [program = '', ...rest] = [
    ...account.prefix,
    binaries.initdb,
    '-D',
    directory,
    '-U',
    'postgres',
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${locale}`,
    ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  await run(program, rest, { cwd: directory, env: programEnvironment(), uid: account.drop?.uid, gid: account.drop?.gid });
}

/** The major version that made a cluster; '' where there is none or its mark is missing. */
export const clusterMajor = (cluster: string): Promise<string> =>
  readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => '',
  );

async function checkCluster(cluster: string, expected: string): Promise<void> {
  const major = await clusterMajor(cluster);
  const control = await stat(join(cluster, 'global/pg_control')).catch(() => undefined);
  if (!major || !control?.size) {
    throw new StartupError(`The database in ${cluster} is damaged or incomplete (${major ? 'global/pg_control' : 'PG_VERSION'} is missing): restore a backup into another data directory.`);
  }
  if (major !== expected) {
    throw new StartupError(`The database in ${cluster} was made by PostgreSQL ${major} and this program brings PostgreSQL ${expected}: restore a backup into another data directory.`);
  }
}

/** What PostgreSQL wrote before it stopped, as the reason why it did not start; on a full disk it may have found no room to write it. */
export function startFailure(cluster: string, said: string, full = false): StartupError {
  const lines = said.split('\n').filter((line) => !line.includes('the database system is'));
  const reason = /(?:FATAL|PANIC):\s+(.+)/.exec(lines.join('\n'))?.[1] ?? lines.findLast((line) => line.trim()) ?? '';
  const plain = reason.replace(/[.\s]+$/, '') || 'it gave no reason';
  if (full || /No space left/.test(said)) return new DiskFull(`The database in ${cluster} cannot start because the disk is full: free some space and try again.`);
  if (/Permission denied|Operation not permitted|wrong ownership|invalid permissions/.test(reason)) {
    return new StartupError(`The database in ${cluster} cannot be read by this account (${plain}): give ${basename(cluster)} back to the account that runs Beffroi.`);
  }
  if (/control file|checkpoint record|incompatible with server|invalid|corrupt|could not (open|read|locate)|missing/.test(reason)) {
    return new StartupError(`The database in ${cluster} is damaged (${plain}): restore a backup into another data directory.`);
  }
  return new StartupError(`The database in ${cluster} did not start (${plain}): see postgres.log beside it.`);
}

/**
 * Makes the login roles and the database where they are missing, given a connection of the superuser.
 * `beffroi_owner` owns the database and may make roles, for the migrations; `beffroi_server` owns nothing.
 */
export async function ensureDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select rolname as name from pg_roles where rolname in ('beffroi_owner', 'beffroi_server')
    union all select datname from pg_database where datname = 'beffroi'`);
  const present = new Set(rows.map(({ name }) => name));
  if (!present.has('beffroi_owner')) await client.query('create role beffroi_owner login nosuperuser nobypassrls createrole');
  if (!present.has('beffroi_server')) await client.query('create role beffroi_server login nosuperuser nobypassrls');
  if (!present.has('beffroi')) await client.query('create database beffroi owner beffroi_owner');
  await client.query('revoke all on database beffroi from public');
  await client.query('grant connect on database beffroi to beffroi_server');
}
