import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DataDirectoryInUse, StartupError } from '../errors.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { asApp, openDatabase } from './open.ts';
import { linkLibraries } from './postgres-binaries.ts';
import { findRunning, isPostmaster, socketDirectory, socketPathLimit } from './postmaster.ts';

const asRoot = process.geteuid?.() === 0;
let folder: string;
let data: string;
let cluster: string;
const open: Embedded[] = [];

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'beffroi-db-')));
  await chmod(folder, 0o755);
  data = join(folder, 'data');
  cluster = join(data, 'postgres');
  await mkdir(data, { mode: 0o700 });
});

afterEach(async () => {
  for (const embedded of open.splice(0)) await embedded.stop();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function start(directory: string, options = {}): Promise<Embedded> {
  const embedded = await startEmbedded(directory, options);
  open.push(embedded);
  return embedded;
}

async function query<T>(config: pg.ClientConfig, text: string): Promise<T[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Starts a server in a process of its own, as `npm start` does; resolves when it is ready. */
async function startElsewhere(directory: string): Promise<{ kill: () => Promise<void> }> {
  const script = `const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)});
    await startEmbedded(${JSON.stringify(directory)}, { server: true });
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    child.stdout.once('data', () => ready());
    child.once('exit', (code) => failed(new Error(`the child ended with ${code}`)));
  });
  return {
    kill: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

describe('one cluster, from its birth', () => {
  test('two starts at once make one cluster; the first to leave does not stop it, the last does', async () => {
    const [one, two] = await Promise.all([start(data, { server: true }), start(data)]);
    expect([one.adopted, two.adopted].toSorted()).toEqual([false, true]);
    await one.stop();
    expect(await query(two.owner, 'select 1 as n')).toEqual([{ n: 1 }]);
    await two.stop();
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
    await expect(query(two.owner, 'select 1')).rejects.toThrow();
  });

  test('has no port, a private socket, UTF-8, checksums, durable writes and modest roles', async () => {
    const { superuser, owner, app, stop } = await start(data);
    const [settings] = await query<Record<string, string>>(
      owner,
      `select current_setting('listen_addresses') as listen, current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
        current_setting('data_checksums') as checksums, (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'beffroi') as locale, lower('ÉŒ') as lower`,
    );
    expect(settings).toEqual({ listen: '', encoding: 'UTF8', fsync: 'on', checksums: 'on', locale: 'b C.UTF-8', lower: 'éœ' });
    expect((await stat(join(data, 'socket'))).mode & 0o777).toBe(0o700);
    expect((await stat(cluster)).mode & 0o777).toBe(0o700);

    await query(
      owner,
      'create role beffroi_app; grant beffroi_app to beffroi_server; create extension pg_trgm; create table kept (n int); grant select on kept to beffroi_app; insert into kept values (7)',
    );
    expect(await query(app, 'select current_user as me, n from kept')).toEqual([{ me: 'beffroi_app', n: 7 }]);
    await expect(query(app, 'delete from kept')).rejects.toThrow('permission denied');
    const powers = await query(superuser, `select rolname from pg_roles where rolname like 'beffroi%' and (rolsuper or rolbypassrls)`);
    expect(powers).toEqual([]);
    await stop();
  });

  test('keeps what it holds over a restart, and writes no value into its log', async () => {
    const { owner, stop } = await start(data);
    expect(await query(owner, 'select n from kept')).toEqual([{ n: 7 }]);
    await query(owner, 'create table person (niss text primary key)');
    await expect(query(owner, `insert into person values ('85073003328'), ('85073003328')`)).rejects.toThrow('duplicate key');
    expect(await readFile(join(data, 'postgres.log'), 'utf8')).not.toContain('85073003328');
    await stop();
  });

  test('refuses a second server, lets a command join, and goes on for the server', async () => {
    const server = await start(data, { server: true });
    await expect(startEmbedded(data, { server: true })).rejects.toThrow(DataDirectoryInUse);
    const command = await start(data);
    expect(command.adopted).toBe(true);
    await command.stop();
    expect(await query(server.owner, 'select n from kept')).toEqual([{ n: 7 }]);
    await server.stop();
  });

  test('outlives a killed server and is adopted by the next', async () => {
    const child = await startElsewhere(data);
    await expect(startEmbedded(data, { server: true })).rejects.toThrow(/^Another Beffroi server already runs on .*: stop it first/);
    const pid = (await findRunning(cluster))?.pid;
    await child.kill();
    const next = await start(data, { server: true });
    expect(next.adopted).toBe(true);
    expect((await findRunning(cluster))?.pid).toBe(pid);
    await next.stop();
    expect(await isPostmaster(pid ?? 0, cluster)).toBe(false);
  });

  test('comes back by itself when PostgreSQL is killed, with the server still alone', async () => {
    const server = await start(data, { server: true });
    const before = await findRunning(cluster);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => await query(server.owner, 'select n from kept').catch(() => [])).toEqual([{ n: 7 }]);
    await expect(startEmbedded(data, { server: true })).rejects.toThrow(DataDirectoryInUse);
    expect((await findRunning(cluster))?.pid).not.toBe(before?.pid);
    await server.stop();
  });

  test('starts over a postmaster.pid that names a dead process or another program', async () => {
    for (const pid of [process.pid, 4_194_303]) {
      await writeFile(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1\n5432\n${join(data, 'socket')}\n\n  1 1\nready   \n`);
      const embedded = await start(data);
      expect(embedded.adopted).toBe(false);
      await embedded.stop();
    }
  });

  test.each([
    ['another major version', 'PG_VERSION', '17\n', /made by PostgreSQL 17 and this program brings PostgreSQL 18/],
    ['no version', 'PG_VERSION', undefined, /damaged or incomplete \(PG_VERSION is missing\)/],
    ['no control file', 'global/pg_control', undefined, /damaged or incomplete \(global\/pg_control is missing\)/],
    ['a spoilt control file', 'global/pg_control', Buffer.alloc(8192, 7), /is damaged \(.*\): restore a backup/],
  ])('refuses %s in one sentence and touches nothing', async (_, file, content, sentence) => {
    const path = join(cluster, file);
    await rename(path, `${path}.good`);
    if (content) await writeFile(path, content);
    const failure = await startEmbedded(data).catch((error: unknown) => error);
    await rename(`${path}.good`, path);
    expect(failure).toBeInstanceOf(StartupError);
    expect((failure as Error).message).toMatch(sentence);
    expect((failure as Error).message).toMatch(/^The database in [^\n]*\.$/);
  });

  test('is whole again after all that', async () => {
    const { owner, stop } = await start(data);
    expect(await query(owner, 'select n from kept')).toEqual([{ n: 7 }]);
    await stop();
  });
});

describe('other places', () => {
  test('a path too long for a socket: one in the temporary folder, which a stranger cannot prepare', async () => {
    const long = join(folder, 'é'.repeat(60));
    await mkdir(long);
    const directory = socketDirectory(long);
    expect(directory.startsWith(long)).toBe(false);
    expect(Buffer.byteLength(`${socketDirectory(long, `/${'t'.repeat(200)}`)}/.s.PGSQL.5432`)).toBeLessThanOrEqual(socketPathLimit);
    await symlink(folder, directory);
    await expect(startEmbedded(long)).rejects.toThrow(/made by another account/);
    await rm(directory);

    const embedded = await start(long, { server: true });
    expect(embedded.owner.host).toBe(directory);
    expect((await lstat(directory)).mode & 0o777).toBe(0o700);
    await embedded.stop();
    await rm(directory, { recursive: true });
  });

  test.skipIf(!asRoot)('root without user namespaces: an ordinary account', async () => {
    const shared = join(folder, `a 'b", c`);
    await mkdir(shared, { mode: 0o700 });
    const embedded = await start(shared, { namespaces: false });
    expect((await stat(join(shared, 'postgres'))).uid).not.toBe(0);
    expect(await query(embedded.owner, 'select 1 as n')).toEqual([{ n: 1 }]);
    await embedded.stop();
    const again = await start(shared);
    expect(await query(again.owner, 'select 1 as n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test.skipIf(!asRoot)('root without user namespaces, where no account may pass: one sentence', async () => {
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true });
    await chmod(closed, 0o700);
    await expect(startEmbedded(join(closed, 'data'), { namespaces: false })).rejects.toThrow(/does not run as root.*start Beffroi with an ordinary account, or set DATABASE_URL\.$/);
    expect(existsSync(join(closed, 'data', 'postgres'))).toBe(false);
  });

  test('makes the links that the package lacks, and leaves those it has', async () => {
    const root = join(folder, 'package');
    await mkdir(join(root, 'native/lib'), { recursive: true });
    await writeFile(join(root, 'native/lib/libx.so.1.2'), 'x');
    await symlink('libx.so.1.2', join(root, 'native/lib/libx.so'));
    const links = ['libx.so', 'libx.so.1'].map((name) => ({ source: 'native/lib/libx.so.1.2', target: `native/lib/${name}` }));
    await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
    await Promise.all([linkLibraries(root), linkLibraries(root)]);
    expect(await readlink(join(root, 'native/lib/libx.so.1'))).toBe('libx.so.1.2');
    expect(await readFile(join(root, 'native/lib/libx.so.1'), 'utf8')).toBe('x');
  });
});

describe('openDatabase', () => {
  const config = (databaseUrl?: string) => ({ port: 0, host: '127.0.0.1', url: 'http://localhost', dataDirectory: data, databaseUrl, databaseOwnerUrl: databaseUrl });

  test('by DATABASE_URL as by the embedded cluster', async () => {
    const embedded = await openDatabase(config(), 'server');
    const address = `postgresql:///beffroi?user=beffroi_server&host=${encodeURIComponent(embedded.owner.host ?? '')}`;
    const external = await openDatabase(config(address), 'server');
    expect(external.login).toBe('beffroi_server');
    expect(await query(external.app, 'select current_user as me')).toEqual([{ me: 'beffroi_app' }]);
    const absent = openDatabase(config(address.replace('/beffroi?', '/nothing?')), 'command');
    await expect(absent).rejects.toThrow(/^The database of DATABASE_URL \(.*\/nothing\) does not exist on that server: create it first\.$/);
    await external.close();
    await query(embedded.owner, 'create table migration (name text)');
    await expect(openDatabase(config(address), 'server')).rejects.toThrow(
      'The role "beffroi_server" of DATABASE_URL does not own the tables: give the address of the role that does in DATABASE_OWNER_URL.',
    );
    await query(embedded.owner, 'drop table migration');
    await embedded.close();
  });

  test('says what is wrong with DATABASE_URL, without its password', async () => {
    const refused = await openDatabase(config('postgres://app:sesame@127.0.0.1:1/beffroi'), 'server').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartupError);
    expect((refused as Error).message).toBe('The database of DATABASE_URL (127.0.0.1:1/beffroi) does not answer: check that PostgreSQL runs there and the host and port are right.');
  });

  test('keeps the options that an address has', () => {
    expect(new URL(asApp('postgres://db/x?options=-c%20jit%3Doff&sslmode=require')).searchParams.get('options')).toBe('-c jit=off -c role=beffroi_app');
  });
});
