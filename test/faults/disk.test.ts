// The disk of the database is full, that of its data or that of its write-ahead log: writes are refused in words, reading goes on where it can, and
// all is well again, without a restart, once there is room.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { type Client, clientOf, freePort, killProcesses, type ServerProcess, setUp, startProcess } from '../process.ts';
import { compare, type Senders, startSenders } from './senders.ts';
import { makeCentre } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-disk-'));
const mounted: string[] = [];
/** A disk of so many megabytes. */
const mount = (place: string, megabytes: number): void => {
  mkdirSync(place, { mode: 0o700 });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', place], { stdio: 'ignore' });
  mounted.push(place);
};
const unmount = (place: string): void => {
  execFileSync('umount', ['--lazy', place]);
  rmdirSync(place);
};
const mayMount = ((): boolean => {
  try {
    mount(join(folder, 'try'), 1);
    unmount(mounted.pop()!);
    return true;
  } catch {
    return false;
  }
})();

/** Leaves no room on the disk of a folder but so many megabytes; returns what gives it back. */
const fill = async (place: string, leave = 0): Promise<() => Promise<void>> => {
  const path = join(place, 'filler');
  const file = await open(path, 'w');
  let size = 0;
  for (let part = Buffer.alloc(1024 * 1024); part.length >= 4096;) {
    const written = await file.write(part).then(
      ({ bytesWritten }) => bytesWritten,
      () => 0,
    );
    size += written;
    if (written < part.length) part = part.subarray(part.length / 2);
  }
  if (leave > 0) await file.truncate(size - leave * 1024 * 1024);
  await file.close();
  return () => rm(path);
};

/** Moves what a folder holds to another disk, and leaves a link in its place. */
const moveToDisk = (from: string, to: string): void => {
  execFileSync('cp', ['-a', `${from}/.`, to]);
  rmSync(from, { recursive: true });
  symlinkSync(to, from);
};

type Scene = { env: Record<string, string>; server: ServerProcess; client: Client; centre: string; senders: Senders; data: string; postgres: pg.ClientConfig };
/** A server whose write-ahead log lies apart from its data, with clients that write. */
const begin = async (name: string, dataSize: number, walSize: number): Promise<Scene> => {
  const [data, wal] = [join(folder, `${name}-data`), join(folder, `${name}-wal`)];
  mount(data, dataSize);
  mount(wal, walSize);
  const port = await freePort();
  const env = { PORT: String(port), BEFFROI_DATA: data, BEFFROI_URL: 'https://beffroi.example.be', LOG_LEVEL: 'error' };
  const first = startProcess(env);
  const { cookie } = await setUp(`http://localhost:${port}`, first);
  first.process.kill('SIGTERM');
  await first.ended;
  moveToDisk(join(data, 'postgres', 'pg_wal'), wal);
  const server = startProcess(env);
  await server.says(/Beffroi: /);
  const client = clientOf(`http://localhost:${port}`, cookie);
  const centre = await makeCentre(client, 'valombre');
  const senders = startSenders(client, centre, name);
  await senders.through();
  return { env, server, client, centre, senders, data, postgres: { host: join(data, 'socket'), port: 5432, user: 'beffroi_owner', database: 'beffroi' } };
};
/** Sends a file as large as the intake takes; it is no workbook, but it is stored until a job has said so. */
const upload = async ({ client, centre }: Scene): Promise<{ status: number; type?: string; retryAfter: string | null }> => {
  const form = new FormData();
  form.set('file', new Blob([randomBytes(24 * 1024 * 1024)]), 'grand.xlsx');
  const { url } = await client.call('GET', '/health');
  const answer = await fetch(url.replace('/health', `/organizations/${centre}/intakes`), {
    method: 'POST',
    headers: { 'x-beffroi': '1', cookie: client.cookie, 'x-forwarded-for': '10.4.0.1' },
    body: form,
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), ...(text ? { type: (JSON.parse(text) as { type: string }).type } : {}) };
};
const full = 'The disk of the database is full';
const saidFull = ({ server }: Scene): number => server.out().split(full).length - 1;

/** All is well: nothing acknowledged is missing, nothing is there twice, the trail verifies, a job is done. */
const expectWhole = async (scene: Scene, name: string): Promise<void> => {
  const { senders, centre, postgres, client } = scene;
  await senders.through();
  await senders.stop();
  expect(senders.faults).toEqual([]);
  expect(await compare(postgres, centre, name, senders)).toEqual([]);
  const asked = await client.call('POST', `/organizations/${centre}/dossiers`, { body: { language: 'fr' } });
  const { id } = (await asked.json()) as { id: string };
  const database = new pg.Client(postgres);
  await database.connect();
  const state = async () => (await database.query<{ state: string }>('SELECT state FROM task WHERE id = $1', [id])).rows[0]?.state;
  await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('done');
  expect((await database.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  await database.end();
  expect(scene.server.process.exitCode).toBeNull();
  scene.server.process.kill('SIGTERM');
  expect(await scene.server.ended).toBe(0);
};

describe('a full disk', () => {
  afterEach(async () => {
    killProcesses();
    // PostgreSQL outlives a server that a test did not end: joined once more, it stops with the last to leave.
    for (const place of mounted.filter((each) => each.endsWith('-data'))) await (await startEmbedded(place).catch(() => undefined))?.stop();
    for (const place of mounted.splice(0)) unmount(place);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.skipIf(!mayMount)('of the data: what is stored can be read, writes are refused in words, and go on when there is room', { timeout: 120_000 }, async () => {
    const scene = await begin('Données', 220, 600);
    const { client, centre, senders } = scene;
    const empty = await fill(scene.data, 12);
    const answer = await upload(scene);
    expect(answer).toEqual({ status: 503, type: 'urn:problem-type:beffroi:diskFull', retryAfter: '60' });
    expect((await client.call('GET', `/organizations/${centre}/people?pageSize=1`)).status).toBe(200);
    expect((await client.call('GET', '/health')).status).toBe(200);
    expect(saidFull(scene)).toBe(1);
    await upload(scene);
    expect(saidFull(scene), 'once a minute').toBe(1);
    await empty();
    expect((await upload(scene)).status).toBe(202);
    await expectWhole(scene, 'Données');
    expect(senders.acknowledged.size).toBeGreaterThan(10);
  });

  test.skipIf(!mayMount)('at the first start: one sentence, and nothing half made', async () => {
    const data = join(folder, 'Petit-data');
    mount(data, 24);
    const server = startProcess({ PORT: String(await freePort()), BEFFROI_DATA: data });
    expect(await server.ended).toBe(1);
    expect(server.err()).toBe(`The database cannot be made in ${data} because the disk is full: free some space and try again.\n`);
    expect(readdirSync(data).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });

  test.skipIf(!mayMount)('at a later start: one sentence, and the next one finds everything', { timeout: 120_000 }, async () => {
    const scene = await begin('Reprise', 300, 300);
    await scene.senders.stop();
    scene.server.process.kill('SIGTERM');
    await scene.server.ended;
    const empty = await fill(scene.data);
    const refused = startProcess(scene.env);
    expect(await refused.ended).toBe(1);
    expect(refused.err()).toBe(`The database in ${join(scene.data, 'postgres')} cannot start because the disk is full: free some space and try again.\n`);
    await empty();
    const server = startProcess(scene.env);
    await server.says(/Beffroi: /);
    expect(await compare(scene.postgres, scene.centre, 'Reprise', scene.senders)).toEqual([]);
  });

  test.skipIf(!mayMount)('of the write-ahead log: PostgreSQL is started again until there is room, and nothing acknowledged is lost', { timeout: 120_000 }, async () => {
    const scene = await begin('Journal', 600, 120);
    const empty = await fill(join(folder, 'Journal-wal'));
    const health = async () => (await scene.client.call('GET', '/health')).status;
    // Each writes more than is left of the log.
    const fails = async (): Promise<number> => ((await upload(scene)).status === 503 ? saidFull(scene) : 0);
    await expect.poll(fails, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => /could not write to file "pg_wal.*No space left on device/.test(readFileSync(join(scene.data, 'postgres.log'), 'utf8')), { timeout: 30_000 }).toBe(true);
    await expect.poll(health, { timeout: 30_000 }).toBe(503);
    expect(scene.server.process.exitCode).toBeNull();
    await empty();
    await expect.poll(health, { timeout: 30_000 }).toBe(200);
    await expectWhole(scene, 'Journal');
  });
});
