// The secret that signs sessions, rotated by the command under a server that runs: who is still signed in after its restart.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codeOf, freePort, killProcesses, setUp, signIn, startProcess, type ServerProcess } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'beffroi-rotate-'));
const program = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
let port: number;
let base: string;

beforeAll(async () => {
  port = await freePort();
  base = `http://localhost:${port}`;
});
afterEach(killProcesses);
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = async (): Promise<ServerProcess> => {
  const server = startProcess({ BEFFROI_DATA: folder, PORT: String(port) });
  await server.says(/Beffroi: /);
  return server;
};
const stop = async (server: ServerProcess): Promise<void> => {
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
};
const command = async (args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> => {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: '', BEFFROI_DATA: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
};

test('a rotation and a restart sign nobody out; one that forgets signs everybody out, and says so', async () => {
  const first = await start();
  const client = await setUp(base, first);
  const before = await readFile(join(folder, 'secret'), 'utf8');
  const rotated = await command(['secret', 'rotate']);
  expect(rotated).toMatchObject({ code: 0, err: '' });
  expect(rotated.out).toMatch(/^There is a new secret\. Restart the server before [\d :-]+ UTC: nobody is signed out\./);
  expect((await client.call('GET', '/me')).status).toBe(200);
  await stop(first);

  const second = await start();
  const answer = await client.call('GET', '/me');
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^beffroi\.session_token=[^;]{40,}; Max-Age=\d+;/);
  await stop(second);

  const lines = (await readFile(join(folder, 'secret'), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]!.startsWith(`${before.trim()} until `)).toBe(true);
  const forgotten = await command(['secret', 'rotate', '--now']);
  expect(forgotten).toMatchObject({ code: 0, out: expect.stringContaining('everybody signs in again') });
  const third = await start();
  expect((await client.call('GET', '/me')).status).toBe(401);
  // The secrets that signed and sealed before are gone, and the key of the application is still read: each start sealed it anew.
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim().split('\n')).toHaveLength(1);
  const again = await signIn(base);
  expect((await again.call('POST', '/session/prove', { body: { code: codeOf(30_000) } })).status).toBe(204);
  await stop(third);

  // Without the secret it cannot be read, which is told; the recovery codes go on.
  await rm(join(folder, 'secret'));
  const fourth = await start();
  const helped = await signIn(base);
  expect(await (await helped.call('GET', '/session')).json()).toMatchObject({ ways: ['recoveryCode'] });
  await stop(fourth);
  const removed = await command(['factors', 'remove', '--account', 'odile.lambin@example.be']);
  expect(removed).toMatchObject({ code: 0, out: expect.stringMatching(/^1 taken away/) });
}, 240_000);

test.each([
  ['the secret is in the environment', ['secret', 'rotate'], { BEFFROI_SECRET: 'x'.repeat(40) }, 1, /^The secret is given in BEFFROI_SECRET/],
  ['there is no file yet', ['secret', 'rotate'], { BEFFROI_DATA: join(folder, 'nothing') }, 1, /^There is no file .*secret yet/],
  ['an option is not known', ['secret', 'rotate', '--soon'], {}, 2, /Usage: npm run beffroi -- secret rotate/],
  ['the second word is missing', ['secret'], {}, 2, /^There is no command "secret"/],
] as const)('the command refuses, in words, when %s', async (_name, args, env, code, words) => {
  const refused = await command([...args], env);
  expect(refused.code).toBe(code);
  expect(refused.err).toMatch(words);
  expect(refused.out).toBe('');
});
