import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Authenticator, makeAuthenticator, type Twist } from '../../../../test/authenticator.ts';
import { type Account, password, testServer, type TestServer, url } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let moment = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  server = await testServer({ now: () => moment });
  centre = await server.addCentre({ slug: 'valombre' });
});
afterAll(() => server.close());
beforeEach(() => {
  moment = new Date(moment.getTime() + 600_000);
});

type Asked = { challenge: string; options: { challenge: string } };
const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']).split(';')[0]!;
const askNew = async (cookie: string): Promise<Asked> => (await server.call('POST', '/me/passkeyRequests', { as: cookie })).json() as Asked;
const ask = async (): Promise<Asked> => (await server.call('POST', '/session/passkeyRequests')).json() as Asked;
const add = async (cookie: string, device: Authenticator, twist: Twist = {}, asked?: Asked) => {
  const { challenge, options } = asked ?? (await askNew(cookie));
  return server.call('POST', '/me/factors', { as: cookie, body: { name: 'Portable', passkey: { challenge, response: device.create(options, twist) } } });
};
const withPasskey = async (who: Parameters<TestServer['addAccount']>[0] = {}) => {
  const account = await server.addAccount(who);
  const device = makeAuthenticator();
  const added = await add(account.cookie, device);
  if (added.statusCode !== 200) throw new Error(added.body);
  return { account, device, cookie: cookieOf(added) };
};
const signInWith = async (device: Authenticator, twist: Twist = {}, asked?: Asked) => {
  const { challenge, options } = asked ?? (await ask());
  return server.call('POST', '/session/passkeys', { body: { passkey: { challenge, response: device.get(options, twist) } } });
};
const pendingOf = async (account: Account): Promise<string> => cookieOf(await server.call('POST', '/session', { body: { email: account.email, password } }));

test('signs in without a password, as a whole session, also of who must have a second factor', async () => {
  const { account, device } = await withPasskey({ centre, roles: ['directorGeneral'] });
  const answer = await signInWith(device);
  expect(answer.statusCode).toBe(204);
  expect((await server.call('GET', '/me', { as: cookieOf(answer) })).json().account.email).toBe(account.email);
  expect((await server.call('GET', `/organizations/${centre}/people`, { as: cookieOf(answer) })).statusCode).toBe(200);
});

test('finishes a sign-in by password, and opens a locked session, of its own account only', async () => {
  const [mine, theirs] = [await withPasskey({ centre, roles: ['adviser'] }), await withPasskey()];
  const prove = async (path: string, cookie: string, device: Authenticator) => {
    const { challenge, options } = await ask();
    return server.call('POST', path, { as: cookie, body: { passkey: { challenge, response: device.get(options) } } });
  };
  const pending = await pendingOf(mine.account);
  expect((await prove('/session/finish', pending, theirs.device)).json().issues).toMatchObject([{ name: 'passkey', code: 'wrongPasskey' }]);
  const done = await prove('/session/finish', pending, mine.device);
  expect(done.statusCode).toBe(204);
  await server.call('POST', '/session/lock', { as: cookieOf(done) });
  expect((await prove('/session/prove', cookieOf(done), theirs.device)).statusCode).toBe(400);
  expect((await server.call('GET', '/me', { as: cookieOf(done) })).json().type).toContain(':sessionLocked');
  expect((await prove('/session/prove', cookieOf(done), mine.device)).statusCode).toBe(204);
  expect((await server.call('GET', '/me', { as: cookieOf(done) })).statusCode).toBe(200);
});

describe('is refused', () => {
  test.each<[string, Twist]>([
    ['made at another site', { origin: 'https://beffroi.example.net' }],
    ['made at this host on another port', { origin: 'http://localhost:3001' }],
    ['made for another name', { rpID: 'example.net' }],
    ['made without checking its user', { unverified: true }],
  ])('when it was %s', async (_name, twist) => {
    const account = await server.addAccount({});
    expect((await add(account.cookie, makeAuthenticator(), twist)).json().issues).toMatchObject([{ code: 'wrongPasskey' }]);
    const { device } = await withPasskey();
    const answer = await signInWith(device, twist);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('when what was asked was answered already, is over, or was asked of somebody else', async () => {
    const { account, device, cookie } = await withPasskey();
    const asked = await ask();
    expect((await signInWith(device, {}, asked)).statusCode).toBe(204);
    expect((await signInWith(device, {}, asked)).statusCode).toBe(400);
    const twice = await ask();
    const both = await Promise.all([signInWith(device, {}, twice), signInWith(device, {}, twice)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 400]);
    const late = await ask();
    const enrolment = await askNew(cookie);
    moment = new Date(moment.getTime() + 301_000);
    expect((await signInWith(device, {}, late)).statusCode).toBe(400);
    expect((await add(cookie, makeAuthenticator(), {}, enrolment)).statusCode).toBe(400);
    const stranger = await server.addAccount({});
    expect((await add(stranger.cookie, makeAuthenticator(), {}, await askNew(cookie))).statusCode).toBe(400);
    // What was asked in order to make one is not good to use one.
    expect((await signInWith(device, {}, await askNew(account.cookie.length > 0 ? cookie : ''))).statusCode).toBe(400);
  });

  test('when its counter does not go on, as that of a copy; one that never counts is none', async () => {
    const { device } = await withPasskey();
    expect((await signInWith(device, { counter: 7 })).statusCode).toBe(204);
    for (const counter of [7, 3, 0]) expect((await signInWith(device, { counter })).statusCode, String(counter)).toBe(400);
    expect((await signInWith(device, { counter: 8 })).statusCode).toBe(204);
    const account = await server.addAccount({});
    const plain = makeAuthenticator();
    expect((await add(account.cookie, plain, { counter: 0 })).statusCode).toBe(200);
    for (let time = 0; time < 2; time += 1) expect((await signInWith(plain, { counter: 0 })).statusCode).toBe(204);
  });

  test('when nobody has it, when it was removed, and when another account enrols the same', async () => {
    expect((await signInWith(makeAuthenticator())).statusCode).toBe(400);
    const { device, cookie } = await withPasskey();
    const other = await server.addAccount({});
    expect((await add(other.cookie, device)).json().issues).toMatchObject([{ code: 'wrongPasskey' }]);
    const { items } = (await server.call('GET', '/me/factors', { as: cookie })).json() as { items: { id: string }[] };
    expect((await server.call('DELETE', `/me/factors/${items[0]!.id}`, { as: cookie })).statusCode).toBe(204);
    expect((await signInWith(device)).statusCode).toBe(400);
  });

  test('thirty times from one origin, then that origin waits', async () => {
    const statuses = [];
    for (let time = 0; time < 31; time += 1) {
      const { challenge, options } = await ask();
      statuses.push((await server.call('POST', '/session/passkeys', { from: '192.0.2.44', body: { passkey: { challenge, response: makeAuthenticator().get(options) } } })).statusCode);
    }
    expect(statuses.slice(0, 30).every((status) => status === 400)).toBe(true);
    expect(statuses[30]).toBe(429);
  });
});

test('is made so that it checks its user and can be found without a name, for the host of the address', async () => {
  const account = await server.addAccount({});
  const { options } = (await server.call('POST', '/me/passkeyRequests', { as: account })).json() as { options: Record<string, unknown> };
  expect(options).toMatchObject({ rp: { id: new URL(url).hostname }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, user: { name: account.email } });
  expect(((await server.call('POST', '/session/passkeyRequests')).json() as { options: object }).options).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
});
