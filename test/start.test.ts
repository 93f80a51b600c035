// The server as a process: what it prints, how it ends, and what it says when it cannot start.
import { existsSync, mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { freePort, killProcesses, startProcess } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-start-'));
const data = join(folder, 'data');
const start = (env: Record<string, string>) => startProcess({ BEFFROI_DATA: data, ...env });

const takenPort = async (): Promise<{ port: number; taken: Server }> => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  return { port: (taken.address() as { port: number }).port, taken };
};

afterEach(killProcesses);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a server of its own', () => {
  let port: number;
  beforeAll(async () => {
    port = await freePort();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('prints its address and a set-up link while nobody exists, answers, and ends cleanly on %s', async (signal) => {
    const server = start({ PORT: String(port) });
    const link = await server.says(/(http:\/\/localhost:\d+\/setup#[\w-]{20,})/);
    expect(server.out()).toContain(`Beffroi: http://localhost:${port}\n`);
    const health = await fetch(`http://localhost:${port}/api/beffroi/v1/health`);
    expect(await health.json()).toEqual({ status: 'UP' });
    const check = await fetch(`http://localhost:${port}/api/beffroi/v1/setup/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-beffroi': '1' },
      body: JSON.stringify({ token: link.split('#')[1] }),
    });
    expect(check.status).toBe(204);
    server.process.kill(signal);
    expect(await server.ended).toBe(0);
    expect(server.err()).toBe('');
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('a second one on the same data directory says so and stops; the first goes on', async () => {
    const first = start({ PORT: String(port) });
    await first.says(/Beffroi: /);
    const second = start({ PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.err()).toBe(`Another Beffroi server already runs on ${data}: stop it first, or choose another directory with BEFFROI_DATA.\n`);
    expect((await fetch(`http://localhost:${port}/api/beffroi/v1/health`)).status).toBe(200);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('a database that a newer version has used is left alone', async () => {
    const cluster = await startEmbedded(data);
    const client = new pg.Client(cluster.owner);
    await client.connect();
    await client.query(`INSERT INTO migration (name, sha256) VALUES ('9999_from_the_future.sql', 'x')`);
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.err()).toMatch(/^The database has migration 9999_from_the_future\.sql, which this version of Beffroi does not know[^\n]*\n$/);
    await client.query(`DELETE FROM migration WHERE name LIKE '9999%'`);
    await client.end();
    await cluster.stop();
  });
});

test('a port that is taken leaves everything untouched', async () => {
  const { port, taken } = await takenPort();
  const untouched = join(folder, 'untouched');
  const server = start({ PORT: String(port), BEFFROI_DATA: untouched });
  expect(await server.ended).toBe(1);
  expect(server.err()).toBe(`Port ${port} is taken by another program: stop it, or choose another port with PORT.\n`);
  expect(existsSync(untouched) ? await readdir(untouched) : []).toEqual([]);
  await new Promise((resolve) => taken.close(resolve));
});

test.each([
  ['PORT', 'twelve', 'PORT is "twelve": it must be a whole number'],
  ['BEFFROI_SECRET', 'short', 'BEFFROI_SECRET is shorter than 32 characters'],
  ['DATABASE_URL', 'postgres://nobody:never@127.0.0.1:1/none', 'does not answer'],
  ['BEFFROI_URL', 'not an address', 'BEFFROI_URL is "not an address"'],
])('%s=%s: one clear sentence, code 1, nothing made', async (name, value, words) => {
  const server = start({ PORT: '0', BEFFROI_DATA: join(folder, 'configured'), [name]: value });
  expect(await server.ended).toBe(1);
  expect(server.err()).toContain(words);
  expect(server.err().trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(folder, 'configured', 'postgres'))).toBe(false);
});
