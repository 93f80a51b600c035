// The database is stopped, cut off, slow, silent, locked or full of connections under clients that write: each request ends, is answered or told
// when to come back, and is applied once; the server needs no restart.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Client, freePort, killProcesses, type ServerProcess, setUp, startProcess } from '../process.ts';
import { makeNetwork, type Network } from './network.ts';
import { makePostgres, type Postgres } from './postgres.ts';
import { compare, type Senders, startSenders } from './senders.ts';
import { makeCentre } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-database-'));
let postgres: Postgres;
let network: Network;
let server: ServerProcess;
let client: Client;
let centre: string;
const health = async (): Promise<string> => ((await (await client.call('GET', '/health', { signal: AbortSignal.timeout(10_000) })).json()) as { status: string }).status;
const becomes = (status: 'UP' | 'DOWN') => expect.poll(health, { timeout: 30_000, interval: 50 }).toBe(status);

beforeAll(async () => {
  postgres = await makePostgres(folder, { max_connections: '40', fsync: 'off' });
  network = await makeNetwork(postgres.port);
  const port = await freePort();
  const address = (user: string, at: number) => `postgres://${user}@127.0.0.1:${at}/beffroi`;
  // Behind a proxy of its own, as its address says, so that each client counts for itself.
  server = startProcess({
    PORT: String(port),
    BEFFROI_DATA: join(folder, 'data'),
    BEFFROI_URL: 'https://beffroi.example.be',
    DATABASE_URL: address('beffroi_server', network.port),
    DATABASE_OWNER_URL: address('beffroi_owner', postgres.port),
    LOG_LEVEL: 'error',
  });
  client = await setUp(`http://localhost:${port}`, server);
  centre = await makeCentre(client, 'valombre');
});
afterEach(async () => {
  Object.assign(network, { delay: 0, silent: false, lostCommits: 0 });
  await becomes('UP');
});
afterAll(async () => {
  killProcesses();
  network?.close();
  await postgres?.stop('immediate');
  await rm(folder, { recursive: true, force: true });
});

let scenes = 0;
/** Lets clients write before, during and after what happens, and judges what they met. */
const underLoad = async (happens: (senders: Senders) => Promise<void>, count?: number): Promise<Senders> => {
  scenes += 1;
  const mark = `Scène${scenes}`;
  const senders = startSenders(client, centre, mark, count);
  await senders.through();
  await happens(senders);
  await senders.through();
  await senders.stop();
  expect(senders.faults).toEqual([]);
  expect(await compare(postgres.owner, centre, mark, senders)).toEqual([]);
  return senders;
};

/** Another session of the database, as an administrator's. */
const session = async (config: pg.ClientConfig): Promise<pg.Client> => {
  const other = new pg.Client(config);
  other.on('error', () => undefined);
  await other.connect();
  return other;
};
const endSessions = async (): Promise<void> => {
  const other = await session(postgres.superuser);
  await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'beffroi' AND pid <> pg_backend_pid()`);
  await other.end();
};
/** Holds a table so that nobody else reads or writes it, until `release`. */
const lock = async (table: string): Promise<{ waiting: () => Promise<number>; release: () => Promise<void> }> => {
  const holder = await session(postgres.owner);
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return {
    waiting: async () => (await holder.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`)).rows[0]!.n,
    release: () => holder.end(),
  };
};
/** A task is taken up, done and told. */
const doesJobs = async (): Promise<void> => {
  const asked = await client.call('POST', `/organizations/${centre}/dossiers`, { body: { language: 'fr' } });
  const { id } = (await asked.json()) as { id: string };
  const owner = await session(postgres.owner);
  const state = async () => (await owner.query<{ state: string }>('SELECT state FROM task WHERE id = $1', [id])).rows[0]?.state;
  await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('done');
  await owner.end();
};

test.each(['fast', 'immediate'] as const)('PostgreSQL is stopped (%s) for two seconds and started again', async (mode) => {
  const { statuses } = await underLoad(async () => {
    await postgres.stop(mode);
    await becomes('DOWN');
    await wait(2000);
    await postgres.start();
    await becomes('UP');
  });
  expect(statuses.get(503)).toBeGreaterThan(0);
  await doesJobs();
});

test('every connection is ended, five times', async () => {
  await underLoad(async (senders) => {
    for (let time = 0; time < 5; time += 1) {
      await endSessions();
      await senders.through();
    }
  });
});

test('commits reach the database, and their answers are lost', async () => {
  const { statuses } = await underLoad(async () => {
    network.lostCommits = 25;
    await expect.poll(() => network.lostCommits, { timeout: 30_000 }).toBe(0);
  });
  expect(statuses.get(503)).toBeGreaterThan(0);
});

test.each(['person', 'session'])('another transaction holds the table %s: requests wait, then are told to come back', async (table) => {
  const { statuses } = await underLoad(async (senders) => {
    const held = await lock(table);
    await expect.poll(held.waiting).toBeGreaterThan(0);
    const before = senders.statuses.get(503) ?? 0;
    await expect.poll(() => senders.statuses.get(503) ?? 0, { timeout: 20_000 }).toBeGreaterThan(before);
    await held.release();
  });
  expect(statuses.get(503)).toBeGreaterThan(0);
});

test('more requests wait than there are connections', async () => {
  const senders = await underLoad(async () => {
    const held = await lock('person');
    await expect.poll(held.waiting).toBeGreaterThan(10);
    await becomes('DOWN');
    await held.release();
    await becomes('UP');
  }, 40);
  expect(senders.acknowledged.size).toBeGreaterThan(40);
});

test('the database has no connection left', async () => {
  const others: pg.Client[] = [];
  const takeAll = async (): Promise<void> => {
    for (let other: pg.Client | undefined; (other = await session(postgres.superuser).catch(() => undefined));) others.push(other);
  };
  await underLoad(async (senders) => {
    await takeAll();
    // Whoever loses a connection now gets none: what becomes free is taken at once.
    await others[0]!.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'beffroi'`);
    await takeAll();
    const before = senders.statuses.get(503) ?? 0;
    await expect.poll(() => senders.statuses.get(503) ?? 0, { timeout: 20_000 }).toBeGreaterThan(before);
    for (const other of others) await other.end();
  });
});

test('a slow network: everything takes longer, and nothing fails', async () => {
  const { statuses } = await underLoad(async (senders) => {
    network.delay = 60;
    await senders.through();
  });
  expect([...statuses.keys()]).toEqual([201]);
});

test('the network falls silent: no request hangs, and the jobs go on afterwards', async () => {
  const senders = await underLoad(async ({ statuses }) => {
    network.silent = true;
    await becomes('DOWN');
    await expect.poll(() => statuses.get(503) ?? 0, { timeout: 25_000 }).toBeGreaterThan(5);
    network.silent = false;
    await becomes('UP');
  });
  expect(senders.longest()).toBeLessThan(20_000);
  await doesJobs();
});

test('an export whose connection is lost ends, and gives its place back', async () => {
  const owner = await session(postgres.owner);
  await owner.query(
    `INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) SELECT $1, gen_random_uuid(), 'Nombreux ' || n, 'x', 'staff', 'x' FROM generate_series(1, 4000) n`,
    [centre],
  );
  await owner.end();
  network.delay = 40;
  for (let time = 0; time < 3; time += 1) {
    const exports = await Promise.all(
      [0, 1, 2, 3, 4].map(async (index) => {
        const answer = await client.call('GET', `/organizations/${centre}/people/export?format=csv`, { headers: { 'x-forwarded-for': `10.3.0.${index}` }, signal: AbortSignal.timeout(30_000) });
        const reader = answer.body!.getReader();
        await reader.read();
        return reader;
      }),
    );
    network.cut();
    const ends = exports.map(async (reader) => {
      for (;;) if ((await reader.read()).done) return 'whole';
    });
    const names = await Promise.all(ends.map((end) => end.catch((error: unknown) => (error as Error).name)));
    expect(names).toEqual(names.map(() => 'TypeError'));
  }
  network.delay = 0;
  await underLoad(async () => undefined, 12);
});

test('nothing was damaged, and the log names no password and no person', async () => {
  const owner = await session(postgres.owner);
  expect((await owner.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  await owner.end();
  expect(server.out()).not.toMatch(/Scène|Odile|postgres:\/\//);
});
