import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, testServer, type TestServer } from '../../../../test/harness.ts';
import { hashPassword } from '../../../server/auth/passwords.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { purgeSignInEvents } from './service.ts';

let server: TestServer;
let centre: string;
let moment = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  server = await testServer({ now: () => moment });
  centre = await server.addCentre({ slug: 'valombre' });
});
afterAll(() => server.close());

const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']).split(';')[0]!;
type Event = { kind: string; proof?: string; origin?: string; device?: string };
const events = async (cookie: string): Promise<Event[]> => ((await server.call('GET', '/me/signIns?sort=-at', { as: cookie })).json() as { items: Event[] }).items;

describe('stuffing', () => {
  /** Tries so many passwords, fifty at once; the statuses, and the work of the processor in hashings of a password. */
  const stuff = async (count: number, emailOf: (index: number) => string, fromOf: (index: number) => string) => {
    const hashing = process.cpuUsage();
    for (let time = 0; time < 5; time += 1) await hashPassword('mot de passe');
    const cost = process.cpuUsage(hashing).user / 5;
    const begun = process.cpuUsage();
    const statuses = new Map<number, number>();
    for (let start = 0; start < count; start += 50)
      for (const { statusCode } of await Promise.all(
        Array.from({ length: Math.min(50, count - start) }, (_, index) =>
          server.call('POST', '/session', { body: { email: emailOf(start + index), password: `volé numéro ${start + index}` }, from: fromOf(start + index) }),
        ),
      ))
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    return { statuses: Object.fromEntries(statuses), work: process.cpuUsage(begun).user / cost };
  };
  const address = (index: number): string => `198.51.${(index >> 8) & 255}.${index & 255}`;

  test('ten thousand passwords against one address from ten thousand origins: fifty are judged, the rest costs a fraction of a hashing each', async () => {
    const { email } = await server.addAccount({});
    const { statuses, work } = await stuff(10_000, () => email, address);
    expect(statuses).toEqual({ 401: 50, 429: 9950 });
    expect(work).toBeLessThan(2500);
    expect(await server.asOwner(`SELECT count(*)::int AS count FROM sign_in_event e JOIN account a ON a.id = e.account_id WHERE a.email = $1`, [email])).toEqual([{ count: 50 }]);
  });

  test('a thousand from one origin spread over as many addresses: thirty are judged', async () => {
    const { statuses, work } = await stuff(
      1000,
      (index) => `nobody${index}@example.be`,
      () => '203.0.113.9',
    );
    expect(statuses).toEqual({ 401: 30, 429: 970 });
    expect(work).toBeLessThan(300);
  });
});

describe('a session', () => {
  test('of the same browser ends at a new sign-in, of the same account or another', async () => {
    const [one, other] = [await server.addAccount({}), await server.addAccount({})];
    const signIn = (email: string, cookie: string) => server.call('POST', '/session', { body: { email, password }, as: cookie });
    const second = cookieOf(await signIn(one.email, one.cookie));
    expect((await server.call('GET', '/me', { as: one.cookie })).statusCode).toBe(401);
    const third = cookieOf(await signIn(other.email, second));
    expect((await server.call('GET', '/me', { as: second })).statusCode).toBe(401);
    expect((await server.call('GET', '/me', { as: third })).json().account.email).toBe(other.email);
  });

  test('is good no more after its sign-out, however often its cookie is sent', async () => {
    const account = await server.addAccount({});
    await server.call('DELETE', '/session', { as: account });
    for (const [method, path] of [
      ['GET', '/me'],
      ['GET', '/session'],
      ['POST', '/session/prove'],
      ['POST', '/me/recoveryCodes'],
    ] as const)
      expect((await server.call(method, path, { as: account, body: method === 'POST' ? { password } : undefined })).statusCode, path).toBe(401);
  });

  test('loses what a role gave with the role: at the next request', async () => {
    const person = await server.addPerson(centre);
    const account = await server.addAccount({ centre, roles: [], personId: person });
    const read = async () => (await server.call('GET', `/organizations/${centre}/people`, { as: account })).statusCode;
    const mandate = await server.addRecord(centre, 'mandate', { personId: person, kind: 'directorGeneral', start: '2020-01-01' });
    expect(await read()).toBe(200);
    await server.asOwner(`UPDATE mandate SET "end" = '2026-11-21' WHERE id = $1`, [mandate]);
    expect(await read()).toBe(404);
  });
});

describe('a locked session', () => {
  test('does nothing but what opens it or ends it; what opens it is a proof, and its tries are counted', async () => {
    const account = await server.addAccount({ centre, roles: ['adviser'] });
    expect((await server.call('POST', '/session/lock', { as: account })).statusCode).toBe(204);
    expect((await server.call('POST', '/session/lock', { as: account })).statusCode).toBe(204);
    for (const path of ['/me', '/me/sessions', '/me/factors', `/organizations/${centre}/people`])
      expect((await server.call('GET', path, { as: account })).json().type, path).toContain(':sessionLocked');
    expect((await server.call('POST', `/organizations/${centre}/people`, { as: account, body: {} })).json().type).toContain(':sessionLocked');
    expect((await server.call('GET', '/session', { as: account })).json()).toMatchObject({ locked: true, account: { email: account.email } });
    for (let time = 0; time < 5; time += 1) expect((await server.call('POST', '/session/prove', { as: account, body: { password: 'faux' }, from: '192.0.2.60' })).statusCode).toBe(400);
    expect((await server.call('POST', '/session/prove', { as: account, body: { password }, from: '192.0.2.60' })).statusCode).toBe(429);
    moment = new Date(moment.getTime() + 60_000);
    expect((await server.call('POST', '/session/prove', { as: account, body: { password }, from: '192.0.2.60' })).statusCode).toBe(204);
    expect((await server.call('GET', `/organizations/${centre}/people`, { as: account })).statusCode).toBe(200);
    const kinds = (await events(account.cookie)).map(({ kind }) => kind);
    expect(kinds.slice(0, 7)).toEqual(['unlocked', ...Array.from({ length: 5 }, () => 'refused'), 'locked']);
  });

  test('may be ended without opening it', async () => {
    const account = await server.addAccount({});
    await server.call('POST', '/session/lock', { as: account });
    expect((await server.call('DELETE', '/session', { as: account })).statusCode).toBe(204);
  });
});

describe('what happens at sign-ins', () => {
  test('is kept for its account: when, by what, from which network and device; of an unknown address nothing', async () => {
    const account = await server.addAccount({});
    await server.call('POST', '/session', { body: { email: account.email, password: 'faux' }, from: '192.0.2.71', headers: { 'user-agent': 'Navigateur 7' } });
    await server.call('POST', '/session', { body: { email: 'personne@example.be', password }, from: '192.0.2.71' });
    const cookie = cookieOf(await server.call('POST', '/session', { body: { email: account.email, password }, from: '2001:db8:7:8::9' }));
    expect(await events(cookie)).toEqual([
      { id: expect.any(String), at: moment.toISOString(), kind: 'signedIn', proof: 'password', origin: '2001:db8:7::/48', device: 'lightMyRequest' },
      { id: expect.any(String), at: moment.toISOString(), kind: 'refused', proof: 'password', origin: '192.0.2.0/24', device: 'Navigateur 7' },
    ]);
    expect(await server.asOwner(`SELECT 1 FROM sign_in_event e LEFT JOIN account a ON a.id = e.account_id WHERE a.id IS NULL`)).toEqual([]);
    expect(JSON.stringify(await server.asOwner('SELECT e::text FROM sign_in_event e'))).not.toContain('192.0.2.71');
  });

  test('is shown page by page, one’s own only', async () => {
    const account = await server.addAccount({});
    const other = await server.addAccount({});
    for (let time = 0; time < 3; time += 1) await server.call('POST', '/session/prove', { as: account, body: { password: 'faux' } });
    const first = (await server.call('GET', '/me/signIns?sort=-at&pageSize=2', { as: account })).json() as { items: Event[]; total: number; next: string };
    expect(first).toMatchObject({ total: 3, items: [{ kind: 'refused' }, { kind: 'refused' }] });
    const second = (await server.call('GET', first.next, { as: account })).json() as { items: Event[]; next?: string };
    expect(second.items).toHaveLength(1);
    expect(second.next).toBeUndefined();
    expect(await events(other.cookie)).toEqual([]);
  });

  test('goes after six months', async () => {
    const account = await server.addAccount({});
    await server.call('POST', '/session/prove', { as: account, body: { password: 'faux' } });
    const kept = async () => (await events(account.cookie)).length;
    await purgeSignInEvents(server.db.kysely, new Date(moment.getTime() + 180 * 86_400_000));
    expect(await kept()).toBe(1);
    await purgeSignInEvents(server.db.kysely, new Date(moment.getTime() + 185 * 86_400_000));
    expect(await kept()).toBe(0);
  });

  test('"it was not me" ends every session but the one that says so', async () => {
    const account = await server.addAccount({});
    const elsewhere = [await server.signIn(account), await server.signIn(account)];
    expect((await server.call('DELETE', '/me/sessions', { as: account })).statusCode).toBe(204);
    for (const cookie of elsewhere) expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(401);
    expect((await events(account.cookie))[0]).toMatchObject({ kind: 'sessionEnded' });
  });

  test.each([
    ['192.0.2.71', '192.0.2.0/24'],
    ['::ffff:192.0.2.71', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['::1', '0:0:0::/48'],
    [undefined, undefined],
  ])('comes from %s, kept as %s', (ip, kept) => {
    expect(networkOf(ip)).toBe(kept);
  });
});

test('the minutes until the page is covered are the person’s own choice, within limits', async () => {
  const account = await server.addAccount({});
  const choose = async (idleMinutes: unknown) => (await server.call('PATCH', '/me', { as: account, body: { idleMinutes } })).statusCode;
  expect((await server.call('GET', '/me', { as: account })).json()).toMatchObject({ account: { idleMinutes: 15 } });
  for (const minutes of [4, 61, 0, -5, 15.5, '15', null]) expect(await choose(minutes), String(minutes)).toBe(400);
  for (const minutes of [5, 60, 30]) expect(await choose(minutes), String(minutes)).toBe(204);
  expect((await server.call('GET', '/me', { as: account })).json()).toMatchObject({ account: { idleMinutes: 30, language: 'fr' } });
});
