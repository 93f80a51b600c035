// The clock of the machine is put back by an hour while the server and its PostgreSQL work: nobody waits for that hour.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureDatabase } from '../../src/server/db/cluster.ts';
import { startSystem } from '../clusters.ts';
import { type Client, clientOf, freePort, killProcesses, type ServerProcess, setUp, signIn, startProcess } from '../process.ts';
import { fakeTime, systemPostgres } from '../tools.ts';
import { faultsOf, makeCentre, startWriters, unfinished } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-clock-'));
/** What the clocks of the server and of PostgreSQL add to the real time: read again each time somebody looks at one. */
const offset = join(folder, 'offset');
const clock = { LD_PRELOAD: fakeTime() ?? '', FAKETIME_TIMESTAMP_FILE: offset, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };

describe.skipIf(!fakeTime() || !systemPostgres())('an hour is put back', () => {
  let cluster: Awaited<ReturnType<typeof startSystem>>;
  let database: pg.Client;
  let server: ServerProcess;
  let base: string;
  let client: Client;
  let centre: string;
  let port: number;

  const start = async (): Promise<void> => {
    const address = (user: string): string => `postgres:///beffroi?host=${encodeURIComponent(cluster!.place.host)}&user=${user}`;
    server = startProcess({
      ...clock,
      BEFFROI_DATA: join(folder, 'data'),
      PORT: String(port),
      BEFFROI_URL: 'https://beffroi.example.be',
      DATABASE_URL: address('beffroi_server'),
      DATABASE_OWNER_URL: address('beffroi_owner'),
    });
    await server.says(/Beffroi: /);
  };
  const attempt = async (password: string): Promise<number> =>
    (await clientOf(base).call('POST', '/session', { body: { email: 'odile.lambin@example.be', password }, headers: { 'x-forwarded-for': '10.200.1.1' } })).status;
  const stateOf = async (task: string) => (await database.query<{ state: string }>('SELECT state FROM task WHERE id = $1', [task])).rows[0]?.state;
  const dossier = async (): Promise<string> => ((await (await client.call('POST', `/organizations/${centre}/dossiers`, { body: {} })).json()) as { id: string }).id;

  beforeAll(async () => {
    await chmod(folder, 0o755);
    writeFileSync(offset, '+0');
    // PostgreSQL inherits what this process has while it starts it.
    Object.assign(process.env, clock);
    cluster = await startSystem(folder).finally(() => {
      for (const name of Object.keys(clock)) delete process.env[name];
    });
    const superuser = { ...cluster!.place, user: 'postgres' };
    const first = new pg.Client({ ...superuser, database: 'postgres' });
    await first.connect();
    await ensureDatabase(first);
    await first.end();
    database = new pg.Client({ ...superuser, database: 'beffroi' });
    await database.connect();
    port = await freePort();
    base = `http://127.0.0.1:${port}`;
    await start();
    client = await setUp(base, server);
    centre = await makeCentre(client, 'valombre');
  });
  afterAll(async () => {
    killProcesses();
    await database?.end();
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('sessions, locks, lists, tasks and the trail go on', async () => {
    const writers = startWriters(base, client, centre);
    await writers.acknowledge(20, true);
    for (let i = 0; i < 5; i += 1) expect(await attempt('not the password')).toBe(401);
    expect(await attempt('sept girafes violettes au marché')).toBe(429);
    const before = await dossier();

    writeFileSync(offset, '-3600');
    const databaseTime = async () => (await database.query<{ at: Date }>('SELECT now() AS at')).rows[0]!.at.getTime();
    expect(Date.now() - (await databaseTime())).toBeGreaterThan(3_500_000);
    // The header is made anew each second.
    const behind = async () => Date.now() - new Date((await client.call('GET', '/health')).headers.get('date') ?? '').getTime();
    await expect.poll(behind, { timeout: 20_000, interval: 100 }).toBeGreaterThan(3_500_000);

    expect((await client.call('GET', '/me')).status, 'the session of before').toBe(200);
    expect(await attempt('sept girafes violettes au marché'), 'the lock of before: a second factor is owed').toBe(200);
    const again = await signIn(base);
    expect((await again.call('GET', '/me')).status).toBe(200);
    const after = await dossier();
    for (const task of [before, after]) await expect.poll(() => stateOf(task), { timeout: 60_000, interval: 200 }).toBe('done');

    await writers.acknowledge(40, true);
    await writers.stop();
    expect(writers.refusals).toEqual([]);
    await expect.poll(() => unfinished(database, centre, writers.ledger), { timeout: 60_000, interval: 500 }).toEqual([]);
    expect(await faultsOf(database, centre, [writers.ledger])).toEqual([]);
    const listed = (await (await again.call('GET', `/organizations/${centre}/people?pageSize=100`)).json()) as { items: { lastName: string; firstName: string }[]; total: number };
    const names = listed.items.map(({ lastName, firstName }) => `${lastName} ${firstName}`);
    expect(names.length).toBeGreaterThan(60);
    expect(names.toSorted(new Intl.Collator('und').compare)).toEqual(names);
    expect((await database.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  });

  test('the queue does not rest until it is as late again: schedules, and the tasks of a node that dies', async () => {
    writeFileSync(offset, '+0');
    // Looked at by the time of now, before the next hour is put back.
    const marks = () =>
      database.query<{ ahead: boolean }>(
        `SELECT greatest((SELECT max(cron_on) FROM pgboss.version), (SELECT max(greatest(monitor_claim_on, maintain_on)) FROM pgboss.queue)) > now() + interval '30 seconds' AS ahead`,
      );
    const looked = async () => (await database.query<{ at: Date }>('SELECT min(monitor_claim_on) AS at FROM pgboss.queue')).rows[0]!.at.getTime();
    await expect.poll(async () => Date.now() - (await looked()), { timeout: 60_000, interval: 200 }).toBeLessThan(60_000);
    writeFileSync(offset, '-3600');
    expect((await marks()).rows).toEqual([{ ahead: true }]);
    await expect.poll(async () => (await marks()).rows, { timeout: 60_000, interval: 200 }).toEqual([{ ahead: false }]);

    const task = await dossier();
    await expect.poll(() => stateOf(task), { timeout: 30_000, interval: 10 }).toBe('running');
    server.process.kill('SIGKILL');
    await server.ended;
    expect(await stateOf(task)).toBe('running');
    await start();
    await expect.poll(() => stateOf(task), { timeout: 90_000, interval: 200 }).toBe('done');
  });
});
