// Two nodes on one PostgreSQL behind nginx, as docs/operations.md and the README say to set them up: one dies, and their clocks differ.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/server/db/embedded.ts';
import { type Client, clientOf, freePort, killProcesses, type ServerProcess, setUp, signIn, startProcess } from '../process.ts';
import { fakeTime, nginx } from '../tools.ts';
import { faultsOf, makeCentre, startWriters, unfinished, type Writers } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-nodes-'));
const nodes = ['one', 'two'].map((name) => ({ name, port: 0, server: undefined as ServerProcess | undefined }));
const [one, two] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
let cluster: Embedded;
let database: pg.Client;
let proxy: string;
let stopProxy: (() => Promise<void>) | undefined;

const addressOf = ({ host = '', user = '' }: pg.ClientConfig): string => `postgres:///beffroi?host=${encodeURIComponent(host)}&user=${user}`;
const start = async (node: (typeof nodes)[0], env: Record<string, string> = {}): Promise<void> => {
  node.port ||= await freePort();
  node.server = startProcess({
    BEFFROI_DATA: join(folder, node.name),
    PORT: String(node.port),
    BEFFROI_URL: 'https://beffroi.example.be',
    BEFFROI_SECRET: 'one-secret-for-both-nodes-of-these-tests',
    DATABASE_URL: addressOf(cluster.app),
    DATABASE_OWNER_URL: addressOf(cluster.owner),
    ...env,
  });
  await node.server.says(/Beffroi: /);
};
const stop = async ({ server }: (typeof nodes)[0]): Promise<void> => {
  server?.process.kill('SIGTERM');
  await server?.ended;
};
const baseOf = ({ port }: { port: number }): string => `http://127.0.0.1:${port}`;

/** The examples of a page, with the places of this test instead of those they name. */
const example = (page: string, places: Record<string, string>): string => {
  const text = /```nginx\n([\s\S]*?)```/.exec(readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8'))?.[1] ?? '';
  return Object.entries(places).reduce((found, [from, to]) => {
    if (!found.includes(from)) throw new Error(`The example of ${page} has no "${from}"`);
    return found.replace(from, to);
  }, text);
};

const startProxy = async (program: string): Promise<void> => {
  const port = await freePort();
  const prefix = join(folder, 'nginx');
  mkdirSync(prefix);
  // Its workers have an account of their own.
  await chmod(folder, 0o755);
  const [upstream = '', location = ''] = example('docs/operations.md', { '10.0.0.11:3000': `127.0.0.1:${one.port}`, '10.0.0.12:3000': `127.0.0.1:${two.port}` }).split('# in location /\n');
  const site = example('README.md', { 'listen 443 ssl http2': `listen 127.0.0.1:${port}`, '    proxy_pass http://127.0.0.1:3000;\n': location }).replaceAll(/^ *ssl_.*\n/gm, '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(prefix, kind)};`).join(' ');
  await writeFile(join(prefix, 'nginx.conf'), `daemon off; worker_processes 1; pid nginx.pid; events {}\nhttp { access_log off; ${temporary}\n${upstream}${site}}\n`);
  const child = spawn(program, ['-p', prefix, '-c', 'nginx.conf', '-e', join(prefix, 'error.log')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  stopProxy = () => {
    child.kill('SIGTERM');
    return ended;
  };
  proxy = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${proxy}/api/beffroi/v1/health`)).status).toBe(200), { timeout: 20_000, interval: 50 });
};

beforeAll(async () => {
  mkdirSync(join(folder, 'cluster'), { mode: 0o700 });
  cluster = await startEmbedded(join(folder, 'cluster'));
  database = new pg.Client({ ...cluster.superuser, database: 'beffroi' });
  await database.connect();
});
afterAll(async () => {
  killProcesses();
  await stopProxy?.();
  await database?.end();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(!nginx())('two nodes behind nginx', () => {
  let client: Client;
  let centre: string;
  let writers: Writers;

  beforeAll(async () => {
    await start(one);
    client = await setUp(baseOf(one), one.server!);
    centre = await makeCentre(client, 'valombre');
    await start(two);
    // Every minute from now on, beside every night.
    await database.query(
      `INSERT INTO pgboss.schedule (name, key, cron, timezone, data, options) SELECT name, 'often', '* * * * *', timezone, data, options FROM pgboss.schedule WHERE name = 'purgeAttempts'`,
    );
    await startProxy(nginx()!);
    client = clientOf(proxy, client.cookie);
    writers = startWriters(proxy, client, centre, 'n', 60);
  });

  test('one is killed under load: nothing acknowledged is lost, people stay signed in, its task is finished by the other', async () => {
    await writers.acknowledge(20, true);
    // The second node sleeps while the first takes the task: so we know whose it is.
    two.server!.process.kill('SIGSTOP');
    const accepted = await clientOf(baseOf(one), client.cookie).call('POST', `/organizations/${centre}/dossiers`, { body: {} });
    expect(accepted.status).toBe(202);
    const { id } = (await accepted.json()) as { id: string };
    const stateOf = async () => (await database.query<{ state: string }>('SELECT state FROM task WHERE id = $1', [id])).rows[0]?.state;
    await expect.poll(stateOf, { timeout: 20_000, interval: 10 }).toBe('running');
    two.server!.process.kill('SIGCONT');
    const killed = Date.now();
    one.server!.process.kill('SIGKILL');
    await one.server!.ended;
    expect(await stateOf()).toBe('running');

    await writers.acknowledge(30, true);
    expect((await client.call('GET', `/organizations/${centre}`)).status, 'the session').toBe(200);
    await expect.poll(stateOf, { timeout: 60_000, interval: 200 }).toBe('done');
    expect((await database.query(`SELECT FROM file WHERE media_type = 'application/zip'`)).rowCount).toBe(1);
    expect((await database.query(`SELECT FROM audit_entry WHERE action = 'dossier'`)).rowCount).toBe(1);

    await start(one);
    await writers.acknowledge(20);
    await writers.stop();
    expect(writers.refusals).toEqual([]);
    expect(
      writers.failures.filter(({ at }) => at < killed || at > killed + 10_000),
      'requests failed in the moment of the kill only',
    ).toEqual([]);
    await expect.poll(() => unfinished(database, centre, writers.ledger), { timeout: 60_000, interval: 500 }).toEqual([]);
    expect(await faultsOf(database, centre, [writers.ledger])).toEqual([]);
    expect((await database.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  });

  test('a job of the schedule runs once, whatever the number of nodes', async () => {
    const byMinute = async () =>
      (
        await database.query<{ count: number; state: string }>(
          `SELECT count(*)::int AS count, min(state::text) AS state FROM pgboss.job WHERE name = 'purgeAttempts' GROUP BY date_trunc('minute', created_on)`,
        )
      ).rows;
    await expect.poll(async () => (await byMinute()).filter(({ state }) => state === 'completed').length, { timeout: 200_000, interval: 1000 }).toBeGreaterThan(0);
    expect((await byMinute()).every(({ count }) => count === 1)).toBe(true);
    expect((await database.query(`SELECT FROM pgboss.job WHERE name = 'purgeAttempts' AND retry_count > 0`)).rowCount).toBe(0);
  });
});

describe.skipIf(!fakeTime())('two nodes whose clocks are two seconds apart', () => {
  const ahead = { LD_PRELOAD: fakeTime() ?? '', FAKETIME: '+2s', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  const email = 'clocks@example.be';

  beforeAll(async () => {
    for (const node of nodes) await stop(node);
    await database.query('DELETE FROM account');
    await start(one);
    await setUp(baseOf(one), one.server!, email);
    await start(two, ahead);
  });

  test('a session of each is good on the other', async () => {
    for (const [made, asked] of [
      [one, two],
      [two, one],
    ] as const) {
      const { cookie } = await signIn(baseOf(made), email);
      expect((await clientOf(baseOf(asked), cookie).call('GET', '/me')).status).toBe(200);
    }
  });

  test('tries of a password count together, and the lock ends as it should', async () => {
    const attempt = (node: (typeof nodes)[0], password: string) => clientOf(baseOf(node)).call('POST', '/session', { body: { email, password }, headers: { 'x-forwarded-for': '10.1.2.3' } });
    const answers: number[] = [];
    for (const node of [one, two, one, two, one]) answers.push((await attempt(node, 'not the password at all')).status);
    const locked = performance.now();
    expect(answers).toEqual([401, 401, 401, 401, 401]);
    const right = 'sept girafes violettes au marché';
    for (const node of nodes) {
      const answer = await attempt(node, right);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(20);
    }
    await expect.poll(async () => (await attempt(two, right)).status, { timeout: 40_000, interval: 500 }).toBe(200);
    // Fifteen seconds from the clock of the first, seen by the second, which is two ahead.
    expect(performance.now() - locked).toBeGreaterThan(11_000);
    expect((await attempt(one, right)).status).toBe(200);
  });

  test('a workbook sent to each is entered once', async () => {
    const { cookie } = await signIn(baseOf(one), email);
    const centre = await makeCentre(clientOf(baseOf(one), cookie), 'clocks');
    const both = nodes.map((node) => startWriters(baseOf(node), clientOf(baseOf(node), cookie), centre, node.name));
    await Promise.all(both.map((writers) => writers.acknowledge(20, true)));
    await Promise.all(both.map((writers) => writers.stop()));
    const ledgers = both.map(({ ledger }) => ledger);
    for (const { refusals, ledger } of both) {
      expect(refusals).toEqual([]);
      await expect.poll(() => unfinished(database, centre, ledger), { timeout: 60_000, interval: 500 }).toEqual([]);
    }
    expect(await faultsOf(database, centre, ledgers)).toEqual([]);
    expect((await database.query('SELECT * FROM audit_verify()')).rows).toEqual([]);
  });
});
