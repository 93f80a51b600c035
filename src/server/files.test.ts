import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../test/harness.ts';
import type { Scope } from './db/database.ts';
import { fileLimit, openFile, readFileBytes, storeFile } from './files.ts';

let server: TestServer;
let centre: string;
let scope: Scope;
const chunk = 256 * 1024;
const store = (bytes: Uint8Array, name = 'a.bin') => server.db.tx(scope, (tx) => storeFile(tx, centre, { name, mediaType: 'application/octet-stream', bytes }));
const chunks = async (): Promise<number> => Number((await server.asOwner<{ count: string }>('SELECT count(*) FROM file_chunk'))[0]?.count);

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'files' });
  scope = { organizations: [centre], actor: { kind: 'job' } };
});
afterAll(() => server?.close());

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('a file of %i bytes comes back as it went, chunk by chunk', async (size) => {
  const bytes = randomBytes(size);
  const { id, sha256 } = await store(bytes);
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const { stream, size: known } = await openFile(server.db, scope, centre, id);
  const parts = (await stream.toArray()) as Buffer[];
  expect(known).toBe(size);
  expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(chunk);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
});

test('the same bytes under two names are kept once', async () => {
  const bytes = randomBytes(chunk + 10);
  const before = await chunks();
  const [one, two] = [await store(bytes, 'one.bin'), await store(bytes, 'two.bin')];
  expect(await chunks()).toBe(before + 2);
  expect(one.id).not.toBe(two.id);
  expect((await readFileBytes(server.db, scope, centre, two.id)).name).toBe('two.bin');
});

test('bytes that were altered or lost are not handed out as if they were whole', async () => {
  const altered = await store(randomBytes(chunk + 10));
  await server.asOwner("UPDATE file_chunk SET bytes = set_byte(bytes, 5, (get_byte(bytes, 5) + 1) % 256) WHERE number = 1 AND encode(sha256, 'hex') = $1", [altered.sha256]);
  await expect(readFileBytes(server.db, scope, centre, altered.id)).rejects.toThrow('damaged');
  const lost = await store(randomBytes(chunk + 10));
  await server.asOwner("DELETE FROM file_chunk WHERE number = 1 AND encode(sha256, 'hex') = $1", [lost.sha256]);
  await expect(readFileBytes(server.db, scope, centre, lost.id)).rejects.toThrow('damaged');
});

test('a file too large is refused, and one of another centre does not exist', async () => {
  await expect(store(new Uint8Array(fileLimit + 1))).rejects.toMatchObject({ code: 'payloadTooLarge' });
  const { id } = await store(randomBytes(10));
  const other = await server.addCentre({ slug: 'other-files' });
  await expect(openFile(server.db, { ...scope, organizations: [other] }, centre, id)).rejects.toMatchObject({ code: 'resourceNotFound' });
});
