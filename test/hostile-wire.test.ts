import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from './harness.ts';

let server: TestServer;
let port: number;
let centre: string;
let adviser: Account;

beforeAll(async () => {
  server = await testServer();
  await server.services.jobs.work('intake', async () => undefined);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server.close());

const api = '/api/beffroi/v1';
const megabyte = 1024 * 1024;

/** A connection of its own: what came back so far, and the end of it. An error of the line is its end too. */
const dial = (): { socket: Socket; said: () => string; ended: Promise<string>; write: (bytes: string | Buffer) => Promise<void> } => {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (part: Buffer) => (said += part.toString('latin1')));
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(said)));
  // Resolves when the system has taken the bytes, or the other end is gone.
  const write = async (bytes: string | Buffer): Promise<void> => {
    const taken = new Promise<void>((resolve) => socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, () => resolve()));
    await Promise.race([taken, ended]);
  };
  return { socket, said: () => said, ended, write };
};
const statuses = (said: string): number[] => [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((found) => Number(found[1]));
const answered = (line: { said: () => string }, timeout = 20_000) => expect.poll(() => statuses(line.said()).filter((status) => status >= 200), { timeout, interval: 20 });

/** Others are served meanwhile. */
const serves = async (): Promise<void> => expect((await fetch(`http://127.0.0.1:${port}${api}/health`, { signal: AbortSignal.timeout(10_000) })).status).toBe(200);
const head = (method: string, path: string, headers: Record<string, string> = {}): string =>
  `${method} ${path} HTTP/1.1\r\n${Object.entries({ host: 'localhost:3000', 'x-beffroi': '1', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
const stored = () => server.asOwner('SELECT (SELECT count(*)::int FROM file) AS files, (SELECT count(*)::int FROM file_chunk) AS chunks, (SELECT count(*)::int FROM task) AS tasks');
const nothing = [{ files: 0, chunks: 0, tasks: 0 }];
const failures = () => server.log().filter((line) => Number(line['status'] ?? 0) === 500);

test('ten megabytes of JSON are refused by their length before they are sent, and by their weight when it is not said', async () => {
  const json = { 'content-type': 'application/json' };
  const said = dial();
  await said.write(`${head('POST', `${api}/session`, { ...json, 'content-length': String(10 * megabyte) })}{"email":"`);
  await answered(said).toEqual([413]);
  said.socket.destroy();

  const unsaid = dial();
  await unsaid.write(head('POST', `${api}/session`, { ...json, 'transfer-encoding': 'chunked' }));
  const part = Buffer.from(`10000\r\n${' '.repeat(65_536)}\r\n`);
  let sent = 0;
  for (; sent < 160 && !unsaid.socket.destroyed && unsaid.said() === ''; sent += 1) await unsaid.write(part);
  await answered(unsaid).toEqual([413]);
  expect(sent).toBeLessThan(160);
  unsaid.socket.destroy();
  await serves();
});

const flood = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => `${line(index)}\r\n`).join('');
const get = (rest: string, path = `${api}/health`) => `GET ${path} HTTP/1.1\r\nhost: x\r\n${rest}\r\n`;
const smuggled = `GET ${api}/health HTTP/1.1\r\nhost: x\r\n\r\n`;
const post = (headers: string, body: string) => `POST ${api}/session HTTP/1.1\r\nhost: x\r\nx-beffroi: 1\r\ncontent-type: application/json\r\n${headers}\r\n${body}`;
const refused: Record<string, string> = {
  'a header of a hundred kilobytes': get(`x-a: ${'a'.repeat(100_000)}\r\n`),
  'ten thousand headers': get(flood(10_000, (index) => `x-${index}: a`)),
  'ten thousand cookies': get(`cookie: ${Array.from({ length: 10_000 }, (_, index) => `c${index}=1`).join('; ')}\r\n`),
  'an address of a hundred kilobytes': get('', `${api}/health?${'a'.repeat(100_000)}`),
  'two lengths that differ': post('content-length: 2\r\ncontent-length: 40\r\n', `{}${smuggled}`),
  'two equal lengths': post('content-length: 2\r\ncontent-length: 2\r\n', `{}${smuggled}`),
  'a length and chunks': post('content-length: 2\r\ntransfer-encoding: chunked\r\n', `0\r\n\r\n${smuggled}`),
  'chunks and a length': post('transfer-encoding: chunked\r\ncontent-length: 200\r\n', `0\r\n\r\n${smuggled}`),
  'chunks under another name': post('transfer-encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`),
  'chunks after another encoding': post('transfer-encoding: chunked, identity\r\n', `0\r\n\r\n${smuggled}`),
  'a negative length': post('content-length: -1\r\n', smuggled),
  'a length with a sign': post('content-length: +2\r\n', `{}${smuggled}`),
  'a length beyond all numbers': post(`content-length: ${'9'.repeat(40)}\r\n`, smuggled),
  'a chunk whose size is no number': post('transfer-encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${smuggled}`),
  'a chunk whose size is beyond all numbers': post('transfer-encoding: chunked\r\n', `ffffffffffffffff1\r\n{}\r\n0\r\n\r\n${smuggled}`),
  'a space before the colon': post('content-length : 2\r\n', `{}${smuggled}`),
  'a header folded over two lines': get('x-a: 1\r\n\tb: 2\r\n'),
  'a NUL in a header': get('x-a: a\0b\r\n'),
  'a NUL in the address': get('', `${api}/he\0alth`),
  'lines that end without a return': `GET ${api}/health HTTP/1.1\nhost: x\ncontent-length: 0\ntransfer-encoding: chunked\n\n`,
  'no host': `GET ${api}/health HTTP/1.1\r\n\r\n`,
  'the oldest protocol': `GET ${api}/health\r\n\r\n`,
  'the next protocol': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a protocol of the future': `GET ${api}/health HTTP/9.9\r\nhost: x\r\n\r\n`,
  'a method that is none': `FOO ${api}/health HTTP/1.1\r\nhost: x\r\n\r\n`,
  'a way through to elsewhere': 'CONNECT example.be:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  'an encrypted greeting': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  anything: Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)).toString('latin1'),
  'another site’s page': post('content-length: 2\r\nsec-fetch-site: cross-site\r\n', '{}'),
  'an expectation of something': post('content-length: 2\r\nexpect: a-miracle\r\n', '{}'),
  'JSON that is no UTF-8': post('content-length: 12\r\n', '{"a":"\xff\xfe\x80"}'),
  'JSON with a NUL': post('content-length: 9\r\n', '{"a":"\0"}'),
  'a hundred thousand levels': post('content-length: 100000\r\n', '['.repeat(100_000)),
  'an address that is no UTF-8': get('', `${api}/organizations/%ff%fe`),
  'bytes in an address that are none': get('', `${api}/organizations/\xff\xfe`),
  'an address that climbs': get('', `${api}/../../../../etc/passwd`),
  'an address that climbs in disguise': get('', `${api}/%2e%2e/%2e%2e%2f..%5c..%5cetc/passwd`),
  'an address of nobody': get('', 'http://[::1'),
};
test.each(Object.entries(refused))('%s: refused once or hung up on, and nothing of it taken for a second request', async (_what, bytes) => {
  const line = dial();
  await line.write(bytes);
  line.socket.end();
  const found = statuses(await line.ended);
  expect(found.filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(1);
  await serves();
});

test('whole addresses and any host are served as ours, and no answer names that host', async () => {
  const line = dial();
  await line.write('GET http://elsewhere.example/api/beffroi/v1/health HTTP/1.1\r\nhost: elsewhere.example\r\n\r\n');
  await line.write(head('GET', `${api}/organizations`, { host: 'elsewhere.example', cookie: adviser.cookie, 'x-forwarded-host': 'elsewhere.example' }));
  await answered(line).toEqual([200, 200]);
  expect(line.said()).not.toContain('elsewhere');
  line.socket.destroy();
});

test('requests sent in one go are answered each, in order', async () => {
  const line = dial();
  await line.write(Array.from({ length: 100 }, (_, index) => head('GET', index % 2 ? `${api}/health` : `${api}/nowhere`)).join(''));
  await answered(line).toEqual(Array.from({ length: 100 }, (_, index) => (index % 2 ? 200 : 404)));
  line.socket.destroy();
});

test('who never finishes their headers, or never sends any, is hung up on; and who never finishes a body', async () => {
  const { headersTimeout, requestTimeout, timeout } = server.app.server;
  expect([headersTimeout, requestTimeout, timeout].every((bound) => bound > 0 && bound <= 300_000)).toBe(true);
  Object.assign(server.app.server, { headersTimeout: 1000, requestTimeout: 3000 });
  const silent = Array.from({ length: 30 }, dial);
  const slow = Array.from({ length: 30 }, dial);
  const endless = Array.from({ length: 10 }, dial);
  for (const line of slow) await line.write(`GET ${api}/health HTTP/1.1\r\nhost: x\r\n`);
  for (const line of endless) await line.write(head('POST', `${api}/session`, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }));
  const drip = setInterval(() => {
    for (const line of slow) if (!line.socket.destroyed) line.socket.write('x-a: b\r\n');
    for (const line of endless) if (!line.socket.destroyed) line.socket.write('1\r\n \r\n');
  }, 200);
  await serves();
  const found = await Promise.all([...silent, ...slow, ...endless].map((line) => line.ended));
  clearInterval(drip);
  Object.assign(server.app.server, { headersTimeout, requestTimeout });
  expect([...new Set(found.flatMap(statuses))].filter((status) => status !== 408)).toEqual([]);
  await serves();
});

const upload = (length: number, headers: Record<string, string> = {}) => {
  const opening = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n';
  const closing = '\r\n--x--\r\n';
  const size = String(opening.length + length + closing.length);
  return {
    opening: `${head('POST', `${api}/organizations/${centre}/intakes`, { cookie: adviser.cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': size, ...headers })}${opening}`,
    closing,
  };
};
const block = Buffer.alloc(megabyte, 0x61);

test('an upload that breaks off, at whatever point, leaves nothing', async () => {
  for (const sent of [0, 1, 70_000, megabyte]) {
    const { opening } = upload(5 * megabyte);
    const lines = Array.from({ length: 8 }, dial);
    for (const line of lines) {
      await line.write(opening);
      await line.write(block.subarray(0, sent));
      if (sent % 2) line.socket.resetAndDestroy();
      else line.socket.end();
    }
    await Promise.all(lines.map((line) => line.ended));
    expect(lines.flatMap((line) => statuses(line.said())).filter((status) => status < 400 || status >= 500)).toEqual([]);
  }
  await serves();
  expect(await stored()).toEqual(nothing);
  expect(failures()).toEqual([]);
});

test('a file of a byte too many is refused and not stored; the largest is', async () => {
  for (const [extra, status] of [
    [1, 413],
    [0, 202],
  ] as const) {
    const line = dial();
    const { opening, closing } = upload(25 * megabyte + extra);
    await line.write(opening);
    for (let part = 0; part < 25; part += 1) await line.write(block);
    await line.write(`${'a'.repeat(extra)}${closing}`);
    await answered(line).toEqual([status]);
    line.socket.destroy();
    expect(await stored()).toEqual(status === 202 ? [{ files: 1, chunks: 100, tasks: 1 }] : nothing);
  }
  await server.asOwner('DELETE FROM file');
  await server.asOwner('DELETE FROM file_chunk');
  await server.asOwner('DELETE FROM task');
});

test('two hundred uploads at once: those that there is no room for are put off, the others stored whole, and others served meanwhile', async () => {
  const before = process.memoryUsage.rss();
  const { opening, closing } = upload(3 * megabyte);
  const lines = Array.from({ length: 200 }, dial);
  const begun = Promise.all(
    lines.map(async (line) => {
      await line.write(opening);
      for (let part = 0; part < 3; part += 1) await line.write(block);
    }),
  );
  const withStatus = (status: number) => lines.filter((line) => statuses(line.said()).includes(status));
  // 600 MB are offered, of which 256 are taken: more than a hundred must hear so while none of the others is done.
  await expect.poll(() => withStatus(503).length, { timeout: 60_000, interval: 50 }).toBeGreaterThan(100);
  expect(withStatus(202)).toEqual([]);
  expect(withStatus(503)[0]!.said()).toMatch(/retry-after: \d+/i);
  await serves();
  expect(process.memoryUsage.rss() - before).toBeLessThan(700 * megabyte);
  await begun;
  await Promise.all(lines.map((line) => line.write(closing)));
  await expect.poll(() => withStatus(202).length + withStatus(503).length, { timeout: 60_000, interval: 50 }).toBe(200);
  for (const line of lines) line.socket.destroy();
  const accepted = withStatus(202).length;
  expect(accepted).toBeGreaterThan(20);
  expect(await stored()).toEqual([{ files: accepted, chunks: 12, tasks: accepted }]);
  expect(failures()).toEqual([]);
  await serves();
});
