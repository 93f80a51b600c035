// The server, PostgreSQL or both are killed under writing clients: what was acknowledged stays, nothing is half there, every task ends.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { findRunning } from '../../src/server/db/postmaster.ts';
import { type Client, freePort, killProcesses, type ServerProcess, setUp, startProcess } from '../process.ts';
import { faultsOf, makeCentre, startWriters, unfinished, type Writers } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-kill-'));
const data = join(folder, 'data');
const cluster = join(data, 'postgres');
const times = 25;
let base: string;
let port: number;
let server: ServerProcess;
let client: Client;
let centre: string;
let writers: Writers;

const start = async (): Promise<number> => {
  const begun = performance.now();
  // Behind a proxy, as it were: the addresses of the clients are those it tells.
  server = startProcess({ BEFFROI_DATA: data, PORT: String(port), BEFFROI_URL: 'https://beffroi.example.be' });
  await server.says(/Beffroi: /);
  return performance.now() - begun;
};

/** A connection of the owner of the tables, from the moment that PostgreSQL takes one. */
const owner = async (): Promise<pg.Client> => {
  for (const deadline = performance.now() + 30_000; ;) {
    const running = await findRunning(cluster);
    const database = new pg.Client({ host: running?.socket.directory ?? folder, port: 5432, user: 'beffroi_owner', database: 'beffroi' });
    database.on('error', () => undefined);
    try {
      await database.connect();
      return database;
    } catch (error) {
      await database.end().catch(() => undefined);
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

const answers = () => expect.poll(async () => (await client.call('GET', '/health').catch(() => undefined))?.status, { timeout: 30_000, interval: 20 }).toBe(200);

const allIsThere = async (): Promise<void> => {
  const database = await owner();
  expect(await faultsOf(database, centre, [writers.ledger])).toEqual([]);
  await database.end();
  expect((await client.call('GET', `/organizations/${centre}`)).status, 'the session of before').toBe(200);
};

beforeAll(async () => {
  port = await freePort();
  base = `http://localhost:${port}`;
  await start();
  client = await setUp(base, server);
  centre = await makeCentre(client, 'valombre');
  writers = startWriters(base, client, centre);
});
afterAll(async () => {
  await writers?.stop();
  killProcesses();
  // PostgreSQL outlives the server: joined once more, it stops with the last to leave.
  await (await startEmbedded(data)).stop();
  await rm(folder, { recursive: true, force: true });
});

test(`the server is killed ${times} times`, async () => {
  let worst = 0;
  for (let time = 0; time < times; time += 1) {
    await writers.acknowledge(8);
    server.process.kill('SIGKILL');
    await server.ended;
    worst = Math.max(worst, await start());
    await allIsThere();
  }
  process.stdout.write(`server killed ${times} times: up again within ${Math.round(worst)} ms\n`);
  expect(worst).toBeLessThan(30_000);
});

test(`PostgreSQL is killed ${times} times, by turns its head and one of its sessions`, async () => {
  let worst = 0;
  for (let time = 0; time < times; time += 1) {
    await writers.acknowledge(8);
    const database = await owner();
    const { rows } = await database.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE usename = 'beffroi_server' ORDER BY state_change DESC LIMIT 1`);
    await database.end();
    const head = (await findRunning(cluster))?.pid;
    const victim = time % 2 === 0 ? head : rows[0]?.pid;
    expect(victim).toBeGreaterThan(1);
    const begun = performance.now();
    process.kill(victim!, 'SIGKILL');
    await expect.poll(async () => (await findRunning(cluster))?.pid !== head || victim !== head, { timeout: 30_000, interval: 20 }).toBe(true);
    await answers();
    await writers.acknowledge(1);
    worst = Math.max(worst, performance.now() - begun);
    await allIsThere();
    expect(server.process.exitCode, server.err()).toBeNull();
  }
  process.stdout.write(`PostgreSQL killed ${times} times: written again within ${Math.round(worst)} ms\n`);
  expect(worst).toBeLessThan(30_000);
});

test(`both are killed ${times} times at once`, async () => {
  let worst = 0;
  for (let time = 0; time < times; time += 1) {
    await writers.acknowledge(8);
    const head = (await findRunning(cluster))?.pid;
    server.process.kill('SIGKILL');
    process.kill(head!, 'SIGKILL');
    await server.ended;
    worst = Math.max(worst, await start());
    await allIsThere();
  }
  process.stdout.write(`both killed ${times} times: up again within ${Math.round(worst)} ms\n`);
  expect(worst).toBeLessThan(30_000);
});

test('every accepted workbook was entered once, nothing was refused, and the trail is whole', async () => {
  await writers.acknowledge(1, true);
  await writers.stop();
  expect(writers.refusals).toEqual([]);
  const database = await owner();
  await expect.poll(() => unfinished(database, centre, writers.ledger), { timeout: 90_000, interval: 500 }).toEqual([]);
  expect(await faultsOf(database, centre, [writers.ledger])).toEqual([]);
  expect((await database.query('SELECT * FROM unfinished_tasks()')).rows).toEqual([]);
  expect((await database.query(`SELECT f.name FROM file f WHERE f.name LIKE 'Lot%'`)).rows, 'workbooks left behind').toEqual([]);
  expect((await database.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  process.stdout.write(
    `${writers.ledger.people.size} people and ${[...writers.ledger.workbooks.values()].filter(({ task }) => task).length} workbooks acknowledged, ${writers.failures.length} requests failed\n`,
  );
  await database.end();
});
