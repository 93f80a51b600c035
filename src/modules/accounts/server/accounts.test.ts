import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer } from '../../../../test/harness.ts';
import { hashPassword, passwordFault, verifyPassword } from '../../../server/auth/passwords.ts';
import { makeOneTimeLink } from './store.ts';

let server: TestServer;
let moment = new Date('2026-11-22T10:00:00Z');
const later = (minutes: number): void => {
  moment = new Date(moment.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  server = await testServer({ now: () => moment });
});
afterAll(() => server.close());

// From one desk, unless another origin is named.
const trySignIn = (email: string, word: string, from = '192.0.2.1') => server.call('POST', '/session', { body: { email, password: word }, from });

describe('signing in', () => {
  let account: Account;
  beforeEach(async () => {
    account = await server.addAccount({});
  });

  test('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await trySignIn(account.email.toUpperCase(), password);
    expect(answer.statusCode).toBe(204);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^beffroi\.session_token=/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain=');
    expect((await server.call('GET', '/me', { as: cookie.split(';')[0]! })).json().account.email).toBe(account.email);
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await trySignIn(account.email, 'autre mot de passe');
    const unknown = await trySignIn('nobody@example.be', password);
    const { instance: _a, ...first } = wrong.json();
    const { instance: _b, ...second } = unknown.json();
    expect(wrong.statusCode).toBe(401);
    expect(first).toEqual(second);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('is locked after five failures, even with the right password, for longer each time, and then open again', async () => {
    const waits: number[] = [];
    for (let failure = 1; failure <= 5; failure += 1) expect((await trySignIn(account.email, `faux ${failure}`)).statusCode).toBe(401);
    for (let round = 0; round < 3; round += 1) {
      const locked = await trySignIn(account.email, password);
      expect(locked.statusCode).toBe(429);
      expect(locked.json().type).toBe('urn:problem-type:beffroi:accountLocked');
      const seconds = Number(locked.headers['retry-after']);
      waits.push(seconds);
      moment = new Date(moment.getTime() + seconds * 1000 + 1000);
      expect((await trySignIn(account.email, 'faux encore')).statusCode).toBe(401);
    }
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(3);
    later(60);
    expect((await trySignIn(account.email, password)).statusCode).toBe(204);
    expect((await trySignIn(account.email, 'faux')).statusCode).toBe(401);
  });

  test('a lock on one address is not one on another', async () => {
    for (let failure = 1; failure <= 6; failure += 1) await trySignIn(account.email, 'faux');
    const other = await server.addAccount({});
    expect((await trySignIn(other.email, password)).statusCode).toBe(204);
  });

  test('a stranger who knows the address does not keep its owner out', async () => {
    for (let failure = 1; failure <= 12; failure += 1) await trySignIn(account.email, 'faux', '198.51.100.9');
    expect((await trySignIn(account.email, password, '198.51.100.9')).statusCode).toBe(429);
    expect((await trySignIn(account.email, password)).statusCode).toBe(204);
    later(60);
  });

  test('an origin that tries many addresses is locked as well', async () => {
    const from = '192.0.2.7';
    const statuses: number[] = [];
    for (let failure = 0; failure < 31; failure += 1) statuses.push((await trySignIn(`x${failure}@example.be`, 'faux', from)).statusCode);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses[30]).toBe(429);
    expect((await trySignIn(account.email, password)).statusCode).toBe(204);
    later(60);
  });

  test('an altered or foreign cookie is nobody', async () => {
    const [name, value = ''] = account.cookie.split('=');
    for (const cookie of [`${name}=${value.slice(0, -3)}abc`, `${name}=x`, `${name}=`, `other=${value}`]) {
      expect((await server.call('GET', '/me', { as: cookie })).statusCode, cookie).toBe(401);
    }
  });
});

describe('a request of another site', () => {
  test.each([[{ 'x-beffroi': '' }], [{ 'x-beffroi': 'true' }], [{ 'sec-fetch-site': 'cross-site' }], [{ 'sec-fetch-site': 'same-site' }]])('is refused before anything else: %j', async (headers) => {
    const account = await server.addAccount({});
    for (const [method, path] of [
      ['PATCH', '/me'],
      ['POST', '/session'],
      ['DELETE', '/session'],
      ['POST', '/organizations'],
    ] as const) {
      const answer = await server.call(method, path, { as: account, headers, body: {} });
      expect(answer.statusCode).toBe(403);
      expect(answer.json().type).toBe('urn:problem-type:beffroi:crossSiteRequest');
    }
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(200);
  });
});

describe('sessions', () => {
  test('are listed, one is the present one, and any can be ended', async () => {
    const account = await server.addAccount({});
    const second = await server.call('POST', '/session', { body: { email: account.email, password }, headers: { 'user-agent': 'Navigateur 7' } });
    const cookie = String(second.headers['set-cookie']).split(';')[0]!;
    const { items } = (await server.call('GET', '/me/sessions', { as: account })).json() as { items: { id: string; current: boolean; device?: string }[] };
    expect(items.map(({ current }) => current).toSorted()).toEqual([false, true]);
    const other = items.find(({ current }) => !current)!;
    expect(other.device).toBe('Navigateur 7');
    expect(JSON.stringify(items)).not.toContain(cookie.split('=')[1]!.split('.')[0]);
    expect((await server.call('DELETE', `/me/sessions/${other.id}`, { as: account })).statusCode).toBe(204);
    expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(401);
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(200);
    expect((await server.call('DELETE', `/me/sessions/${other.id}`, { as: account })).statusCode).toBe(404);
  });

  test('signing out ends the session on the server and takes the cookie away', async () => {
    const account = await server.addAccount({});
    const out = await server.call('DELETE', '/session', { as: account });
    expect(out.statusCode).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^beffroi\.session_token=; Max-Age=0/);
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(401);
  });

  test('a new password ends the other sessions, and the old one is good no more', async () => {
    const account = await server.addAccount({});
    const elsewhere = await server.signIn(account);
    const fresh = 'huit tortues sous la pluie douce';
    expect((await server.call('POST', '/me/password', { as: account, body: { current: 'faux', password: fresh } })).json().issues).toMatchObject([{ name: 'current', code: 'wrongPassword' }]);
    expect((await server.call('POST', '/me/password', { as: account, body: { current: password, password: 'court' } })).json().issues).toMatchObject([{ name: 'password', code: 'passwordTooShort' }]);
    expect((await server.call('POST', '/me/password', { as: account, body: { current: password, password: fresh } })).statusCode).toBe(204);
    expect((await server.call('GET', '/me', { as: elsewhere })).statusCode).toBe(401);
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(200);
    expect((await trySignIn(account.email, password)).statusCode).toBe(401);
    expect((await trySignIn(account.email, fresh)).statusCode).toBe(204);
  });
});

describe('the set-up link', () => {
  const first = { name: 'Odile Lambin', email: 'premier@example.be', password, language: 'fr' };
  let empty: TestServer;
  beforeAll(async () => {
    empty = await testServer({ now: () => moment });
  });
  afterAll(() => empty.close());

  test('is refused when wrong or a day old, and keeps a weak password out without being used up', async () => {
    const old = await makeOneTimeLink(empty.db.kysely, 'setup', new Date(moment.getTime() - 86_400_001));
    for (const token of [old, 'x'.repeat(32)]) {
      expect((await empty.call('POST', '/setup/check', { body: { token } })).statusCode).toBe(404);
      expect((await empty.call('POST', '/setup', { body: { ...first, token } })).statusCode).toBe(404);
    }
    const token = await makeOneTimeLink(empty.db.kysely, 'setup', moment);
    expect((await empty.call('POST', '/setup', { body: { ...first, token, password: 'motdepasse1234' } })).json().issues).toMatchObject([{ name: 'password', code: 'passwordTooWeak' }]);
    expect((await empty.call('POST', '/setup/check', { body: { token } })).statusCode).toBe(204);
  });

  test('makes one account, used twice at once or after', async () => {
    const token = await makeOneTimeLink(empty.db.kysely, 'setup', moment);
    const answers = await Promise.all([1, 2, 3].map((n) => empty.call('POST', '/setup', { body: { ...first, email: `premier${n}@example.be`, token } })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404, 404]);
    expect((await empty.call('POST', '/setup', { body: { ...first, token } })).statusCode).toBe(404);
    expect(await empty.asOwner('SELECT 1 FROM account')).toHaveLength(1);
    const cookie = String(answers.find(({ statusCode }) => statusCode === 200)!.headers['set-cookie']).split(';')[0]!;
    expect((await empty.call('GET', '/session', { as: cookie })).json()).toMatchObject({ owed: 'enrolment' });
    expect(await empty.asOwner('SELECT role FROM installation_role')).toEqual([{ role: 'administrator' }]);
    const next = await makeOneTimeLink(empty.db.kysely, 'setup', moment);
    expect((await empty.call('POST', '/setup', { body: { ...first, token: next } })).statusCode).toBe(404);
  });

  test('is stored hashed', async () => {
    const token = await makeOneTimeLink(empty.db.kysely, 'setup', moment);
    const stored = await empty.asOwner<{ line: string }>('SELECT l::text AS line FROM one_time_link l');
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(token).toString('hex'));
  });
});

describe('a password', () => {
  test.each([
    ['fr', 'court', 'passwordTooShort'],
    ['fr', 'motdepasse123', 'passwordTooWeak'],
    ['fr', 'OdileLambin1987', 'passwordTooWeak'],
    ['nl', 'wachtwoord123', 'passwordTooWeak'],
    ['de', 'passwort12345', 'passwordTooWeak'],
    ['en', 'password12345', 'passwordTooWeak'],
    ['fr', 'azertyuiop12', 'passwordTooWeak'],
    ['fr', 'OdileLambin12', 'passwordTooWeak'],
    ['fr', 'aaaaaaaaaaaaaaaa', 'passwordTooWeak'],
    ['fr', 'x'.repeat(201), 'passwordTooLong'],
    ['fr', password, undefined],
    ['nl', 'zeven paarse giraffen op de markt', undefined],
    ['de', 'sieben lila Giraffen am Markt', undefined],
    ['en', 'seven purple giraffes at market', undefined],
    ['fr', 'sansmajusculenichiffre', undefined],
  ] as const)('in %s, %j: %s', async (language, word, expected) => {
    expect(await passwordFault(word, language, ['Odile Lambin', 'odile.lambin@example.be'])).toBe(expected);
  });

  test('is kept as Argon2id with its own salt, and an accent typed in another way is the same', async () => {
    const [one, two] = [await hashPassword('été bleu cerise'), await hashPassword('été bleu cerise')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=\d+,p=\d+\$[^$]+\$[^$]+$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword({ hash: one, password: 'été bleu cerise'.normalize('NFD') })).toBe(true);
    expect(await verifyPassword({ hash: one, password: 'ete bleu cerise' })).toBe(false);
    expect(await verifyPassword({ hash: 'plain', password: 'plain' })).toBe(false);
  });
});

describe('what leaves the server', () => {
  test('forbids inline scripts, frames, sniffing and caching', async () => {
    const { headers } = await server.call('GET', '/health');
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((part) => [part.trim().split(' ')[0], part]),
    );
    expect(policy['default-src']).toContain("'none'");
    // The one exception compiles the reader of labels, which lies beside the pages: WebAssembly reaches nothing by itself, and no text is run.
    expect(policy['script-src']?.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(policy['frame-ancestors']).toContain("'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('the log holds no address, name, number, password, cookie or query, even of what fails', async () => {
    const centre = await server.addCentre({ slug: 'log' });
    const adviser = await server.addAccount({ centre, roles: ['adviser'], email: 'secrete.adresse@example.be' });
    const secret = ['secrete', 'Zygmund', 'zygmund', '85073003328', password, adviser.cookie.split('=')[1]!, 'kind=staff', 'jeton'];
    const body = { lastName: 'Zygmund', firstName: 'Zygmund', kind: 'staff', ssin: '85073003328' };
    await server.call('POST', `/organizations/${centre}/people`, { as: adviser, body });
    await server.call('POST', `/organizations/${centre}/people`, { as: adviser, body });
    await server.call('POST', `/organizations/${centre}/people`, { as: adviser, payload: '{"lastName": "Zygmund', headers: { 'content-type': 'application/json' } });
    await server.call('POST', `/organizations/${centre}/people`, { as: adviser, body: { ...body, lastName: 'Zygmund\u0000' } });
    await server.call('GET', `/organizations/${centre}/people?kind=staff&pageSize=1`, { as: adviser });
    await server.call('GET', `/organizations/${centre}/people?Zygmund`, { as: adviser });
    await server.call('GET', '/nowhere/Zygmund?jeton=Zygmund', { as: adviser });
    await trySignIn('secrete.adresse@example.be', 'Zygmund');
    await server.asOwner('ALTER TABLE person RENAME TO person_away');
    expect((await server.call('POST', `/organizations/${centre}/people`, { as: adviser, body })).statusCode).toBe(500);
    await server.asOwner('ALTER TABLE person_away RENAME TO person');
    const lines = server.log();
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.some(({ msg }) => msg === 'failed')).toBe(true);
    const text = JSON.stringify(lines);
    for (const word of secret) expect(text, word).not.toContain(word);
  });

  test('a failure says nothing of the inside', async () => {
    const centre = await server.addCentre({ slug: 'inside' });
    const adviser = await server.addAccount({ centre, roles: ['adviser'] });
    await server.asOwner('ALTER TABLE candidacy RENAME TO candidacy_away');
    const answer = await server.call('GET', `/organizations/${centre}/candidacies`, { as: adviser });
    await server.asOwner('ALTER TABLE candidacy_away RENAME TO candidacy');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/candidacy|relation|select|node_modules|\.ts/i);
  });
});
