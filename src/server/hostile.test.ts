import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer } from '../../test/harness.ts';
import { newId } from '../kernel/id.ts';
import { installationId } from './db/database.ts';
import { insertFile, removeFile } from './db/files.ts';
import { readFileBytes } from './files.ts';
import { buildApp } from './http/app.ts';
import { originOf } from './http/origin.ts';

// What somebody with bad intentions, or a broken client, tries: each of these once went through.

let server: TestServer;
let centre: string;
let adviser: Account;

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server.close());

const asJob = () => ({ organizations: [centre], actor: { kind: 'job' as const } });
const patchCentre = (payload: string) => server.call('PATCH', `/organizations/${centre}`, { as: adviser, payload, headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' } });

test.each([
  ['half a surrogate pair', '{"facts":{"networkOperator":"a\\ud800b"}}', 'facts.networkOperator', 'invalidText'],
  ['a NUL', '{"facts":{"networkOperator":"a\\u0000b"}}', 'facts.networkOperator', 'invalidText'],
  ['a hundred thousand levels', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, undefined, 'tooDeep'],
  ['a day that no month has', '{"facts":{"charterApprovedOn":"2026-99-99"}}', 'facts.charterApprovedOn', 'invalidDate'],
  ['a script for an address', '{"facts":{"websiteUrl":"javascript:alert(1)"}}', 'facts.websiteUrl', 'invalidUrl'],
])('%s is a fault of the input, with its place', async (_what, payload, name, code) => {
  const answer = await patchCentre(payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().issues[0]).toMatchObject({ code, ...(name ? { name } : {}) });
});

test('a body with eighty thousand unknown members gets a short answer', async () => {
  const members = Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`k${index}`, 1]));
  const answer = await server.call('POST', '/session', { body: members });
  expect(answer.statusCode).toBe(400);
  expect(answer.body.length).toBeLessThan(50_000);
});

test('an address written another way is counted and kept out of caches all the same', async () => {
  for (const url of ['http://elsewhere.example/api/beffroi/v1/health', '/%61pi/beffroi/v1/health']) {
    const answer = await server.app.inject({ url, remoteAddress: '192.0.2.1' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-ratelimit-limit']).toBe('3000');
  }
  expect((await server.app.inject({ url: '/api/beffroi/v1/me', remoteAddress: '192.0.2.1' })).headers['x-ratelimit-limit']).toBe('3000');
});

test('an address that cannot be read is answered as any other fault, without repeating it', async () => {
  const answer = await server.app.inject({ url: '/api/beffroi/v1/%E0%A4%A' });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).not.toContain('%E0');
});

test('behind a proxy, what the client wrote before it counts for nothing', async () => {
  const behind = await buildApp({ ...server.services, trustProxy: true });
  const left = [];
  for (const invented of ['1.1.1.1', '2.2.2.2']) {
    const answer = await behind.inject({ url: '/api/beffroi/v1/health', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': `${invented}, 81.82.83.84` } });
    left.push(Number(answer.headers['x-ratelimit-remaining']));
  }
  expect(left).toEqual([2999, 2998]);
  await behind.close();
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  [undefined, 'gone'],
])('tries from %s are counted for %s', (ip, origin) => {
  expect(originOf(ip)).toBe(origin);
});

test.each([
  ['cut short', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
  ['without a boundary', 'multipart/form-data', 'abc'],
  ['under another name', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="other"; filename="a"\r\n\r\nabc\r\n--x--\r\n'],
])('a file %s is a fault of the input', async (_what, type, payload) => {
  expect((await server.call('POST', `/organizations/${centre}/intakes`, { as: adviser, payload, headers: { 'content-type': type } })).statusCode).toBe(400);
});

test('many sign-ins at once get no more tries than one after the other', async () => {
  const { email } = await server.addAccount({});
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => server.call('POST', '/session', { body: { email, password: `faux ${index}` }, from: '192.0.2.40' })));
  expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBe(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBe(7);
});

test('good sign-ins from one office, however many, lock nobody out', async () => {
  const { email } = await server.addAccount({});
  for (let count = 0; count < 35; count += 1) expect((await server.call('POST', '/session', { body: { email, password }, from: '192.0.2.9' })).statusCode).toBe(204);
});

test('a session that use has prolonged ends twelve hours after its sign-in', async () => {
  const account = await server.addAccount({});
  await server.asOwner(`UPDATE session SET created_at = created_at - interval '11 hours', updated_at = now(), expires_at = now() + interval '12 hours' WHERE user_id = $1`, [account.id]);
  expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(200);
  await server.asOwner(`UPDATE session SET created_at = created_at - interval '2 hours' WHERE user_id = $1`, [account.id]);
  expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(401);
});

test('a new password stands in the trail of the installation, without the password', async () => {
  const account = await server.addAccount({});
  expect((await server.call('POST', '/me/password', { as: account, body: { current: password, password: 'huit tortues sous la pluie douce' } })).statusCode).toBe(204);
  expect(await server.asOwner(`SELECT organization_id, fields FROM audit_entry WHERE action = 'passwordChange' AND record_id = $1 AND actor_id = $1`, [account.id])).toEqual([
    { organization_id: installationId, fields: {} },
  ]);
});

test('the server’s role cannot write an entry of the trail by itself', async () => {
  const forge = (text: string) => server.db.tx(asJob(), (tx) => sql.raw(text).execute(tx));
  await expect(forge(`SELECT audit_event('${centre}', 'update', 'person', '${newId()}', '{}')`)).rejects.toThrow(/no change of a row/);
  await expect(
    forge(`CREATE TEMP TABLE person (organization_id uuid, id uuid, version int);
      CREATE TRIGGER forged AFTER INSERT ON pg_temp.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('ordinary', '')`),
  ).rejects.toThrow(/permission denied/);
});

test('a connection that the database ends in the middle of a transaction ends that transaction, not the program', async () => {
  const waiting = server.db.tx(asJob(), async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid, set_config('idle_in_transaction_session_timeout', '20', true)`.execute(tx);
    await expect.poll(() => server.asOwner('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [rows[0]!.pid])).toEqual([]);
    await sql`SELECT 1`.execute(tx);
  });
  await expect(waiting).rejects.toThrow(/connection/i);
  expect((await server.call('GET', '/me', { as: adviser })).statusCode).toBe(200);
});

test('content whose last name goes away while another arrives is kept', async () => {
  const bytes = Buffer.from('the same words twice');
  const first = await server.db.tx(asJob(), (tx) => insertFile(tx, centre, { name: 'a', mediaType: 'text/plain', bytes }));
  let removal: Promise<void> | undefined;
  const second = await server.db.tx(asJob(), async (tx) => {
    const file = await insertFile(tx, centre, { name: 'b', mediaType: 'text/plain', bytes });
    removal = server.db.tx(asJob(), (other) => removeFile(other, centre, first.id));
    // the removal has begun, and waits for us
    await expect
      .poll(
        async () => (await server.asOwner(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).length,
      )
      .toBe(1);
    return file;
  });
  await removal;
  expect((await readFileBytes(server.db, asJob(), centre, second.id)).bytes.equals(bytes)).toBe(true);
});

test('a pool or a centre that is not there is said to be so', async () => {
  const administrator = await server.addAccount({ installation: ['administrator'] });
  const poolId = (await server.call('POST', '/pools', { as: administrator, body: { name: 'Pool', form: 'agreement' } })).json().id as string;
  const join = (organization: string, pool: string) => server.call('PUT', `/organizations/${organization}/pool`, { as: administrator, body: { poolId: pool, start: '2026-01-01' } });
  expect((await join(newId(), poolId)).statusCode).toBe(404);
  expect((await join(centre, newId())).json().issues).toMatchObject([{ name: 'poolId', code: 'poolUnknown' }]);
  expect((await join(centre, poolId)).statusCode).toBe(204);
  expect((await join(centre, poolId)).statusCode).toBe(409);
});
