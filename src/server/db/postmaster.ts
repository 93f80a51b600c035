import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, fchownSync, openSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartupError, errorCode } from '../errors.ts';
import type { Account } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';

export type Socket = { directory: string; port: number };
export type Running = { pid: number; socket: Socket; stopping: boolean };

const port = 5432;
const logLimit = 10 * 1024 * 1024;

/** Longest path of a Unix socket, in bytes. */
export const socketPathLimit = process.platform === 'darwin' ? 103 : 107;

/** The directory of the socket: in the data directory, or under the system's temporary folder where that path would be too long. */
export function socketDirectory(dataDirectory: string, temporary = tmpdir()): string {
  const inside = join(dataDirectory, 'socket');
  if (fits(inside)) return inside;
  const name = `beffroi-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)}`;
  const outside = join(temporary, name);
  return fits(outside) ? outside : join('/tmp', name);
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${port}`)) <= socketPathLimit;
}

/** Reads `postmaster.pid` of a cluster: undefined where it is absent, unreadable or left by a process that is gone or is another program now. */
export async function findRunning(cluster: string): Promise<Running | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', , , number = '', directory = '', , , status = ''] = text.split('\n').map((line) => line.trim());
  if (!/^[1-9]\d*$/.test(pid) || !(await isPostmaster(Number(pid), cluster))) return undefined;
  return { pid: Number(pid), socket: { directory, port: Number(number) }, stopping: status === 'stopping' };
}

/** PostgreSQL works in the directory of its cluster: by that we know it from another process that got the number of a dead one. */
export async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster;
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes(cluster);
}

/**
 * Starts PostgreSQL on a cluster, outside our process group, so that it outlives us and hears nothing of Ctrl-C; its output goes to `postgres.log`.
 * Returns at once; `exited` becomes true if it ends, and `said()` gives what it wrote since.
 */
export async function launch(dataDirectory: string, binaries: Binaries, account: Account): Promise<{ socket: Socket; exited: () => boolean; said: () => Promise<string> }> {
  const cluster = join(dataDirectory, 'postgres');
  const directory = socketDirectory(dataDirectory);
  await makeSocketDirectory(directory, account);
  // nobody runs on this cluster (findRunning said so): a file that names a reused number would stop PostgreSQL
  await rm(join(cluster, 'postmaster.pid'), { force: true });

  const logPath = join(dataDirectory, 'postgres.log');
  const size = (await stat(logPath).catch(() => undefined))?.size ?? 0;
  if (size > logLimit) await rename(logPath, `${logPath}.1`);
  const start = size > logLimit ? 0 : size;
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${directory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: String(port),
    // no text of a statement and no value in the log: they may name people
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    logging_collector: 'off',
  };
  const log = openSync(logPath, 'a', 0o600);
  if (account.drop) fchownSync(log, account.drop.uid, account.drop.gid);
  const [program = '', ...rest] = [...account.prefix, binaries.postgres, '-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(program, rest, { detached: true, stdio: ['ignore', log, log], cwd: cluster, env: programEnvironment(), ...account.drop });
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  return {
    socket: { directory, port },
    exited: () => ended,
    said: async () => (await readFile(logPath)).subarray(start).toString('utf8'),
  };
}

/** Asks PostgreSQL to end its sessions and stop, and waits until it has; harder after half a minute. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const half = performance.now() + 30_000;
  let signal: NodeJS.Signals = 'SIGINT';
  process.kill(pid, signal);
  while (await isPostmaster(pid, cluster)) {
    if (signal === 'SIGINT' && performance.now() > half) {
      signal = 'SIGQUIT';
      process.kill(pid, signal);
    }
    await wait(15);
  }
}

/** The environment for PostgreSQL's programs: messages in English, and nothing of PGDATA, PGPORT and the like. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

async function makeSocketDirectory(directory: string, account: Account): Promise<void> {
  await mkdir(directory, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  const found = await lstat(directory);
  const self = process.geteuid?.() ?? 0;
  if (!found.isDirectory() || (found.uid !== self && found.uid !== account.uid)) {
    throw new StartupError(`${directory}, where the database's socket belongs, was made by another account: remove it and try again.`);
  }
  await chmod(directory, 0o700);
  if (account.drop) await chown(directory, account.drop.uid, account.drop.gid);
}
