import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer, url } from '../../../test/harness.ts';

const script = 'export const answer = 42;\n'.repeat(100);
let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets/main.js'), script);
  await writeFile(join(folder, 'assets/main.js.br'), brotliCompressSync(script));
  server = await testServer({ pages: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('a script comes as it was compressed to whoever takes that, and whole to the others', async () => {
  const compressed = await server.app.inject({ url: `${url}/assets/main.js`, headers: { 'accept-encoding': 'gzip, deflate, br' } });
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(compressed.headers['content-type']).toMatch(/javascript/);
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(script);
  const whole = await server.app.inject({ url: `${url}/assets/main.js` });
  expect(whole.headers['content-encoding']).toBeUndefined();
  expect(whole.body).toBe(script);
  for (const answer of [compressed, whole]) expect(answer.headers['cache-control']).toContain('immutable');
});
