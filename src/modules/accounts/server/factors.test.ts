import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer } from '../../../../test/harness.ts';
import { installationId } from '../../../server/db/database.ts';
import type { Mail } from '../../../server/mail.ts';
import { lockAccount } from './factor-store.ts';
import { removeFactorsOf } from './service.ts';

let server: TestServer;
let centre: string;
let moment = new Date('2026-11-22T10:00:00Z');
const mails: Mail[] = [];
const later = (seconds: number): void => {
  moment = new Date(moment.getTime() + seconds * 1000);
};

beforeAll(async () => {
  server = await testServer({ now: () => moment, mails });
  centre = await server.addCentre({ slug: 'valombre' });
});
afterAll(() => server.close());
// Each test begins where no code of the one before is good any more.
beforeEach(() => later(600));

const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']).split(';')[0]!;
/** The code of a key as a telephone shows it, whose clock may be so many seconds off. */
const codeOf = (key: string, off = 0): string => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: moment.getTime() + off * 1000 });
const signIn = (account: { email: string }, cookie?: string) => server.call('POST', '/session', { body: { email: account.email, password }, ...(cookie ? { as: cookie } : {}) });
const finish = (cookie: string, body: object, from?: string) => server.call('POST', '/session/finish', { as: cookie, body, ...(from ? { from } : {}) });

/** Enrols an application in a session; its key, the session that goes on, and the recovery codes. */
const enrol = async (cookie: string, name = 'Téléphone') => {
  const { challenge, key } = (await server.call('POST', '/me/applicationRequests', { as: cookie })).json() as { challenge: string; key: string };
  const added = await server.call('POST', '/me/factors', { as: cookie, body: { name, challenge, code: codeOf(key) } });
  if (added.statusCode !== 200) throw new Error(added.body);
  return { key, cookie: cookieOf(added), codes: (added.json() as { recoveryCodes?: string[] }).recoveryCodes ?? [] };
};
const withFactor = async (who: Parameters<TestServer['addAccount']>[0] = {}) => {
  const account = await server.addAccount(who);
  return { account, ...(await enrol(account.cookie)) };
};
const kinds = async (cookie: string): Promise<string[]> => ((await server.call('GET', '/me/signIns?sort=-at', { as: cookie })).json() as { items: { kind: string }[] }).items.map(({ kind }) => kind);

describe('an account whose role asks for a second factor', () => {
  test.each([['adviser'], ['deputyAdviser'], ['dpo'], ['deputyDpo'], ['directorGeneral'], ['itHead'], ['itAgent']] as const)('as %s: its password opens nothing but the enrolment', async (role) => {
    const account = await server.addAccount({ centre, roles: [role] });
    const answer = await signIn(account);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ owed: 'enrolment' });
    const cookie = cookieOf(answer);
    for (const path of ['/me', `/organizations/${centre}/people`, '/me/sessions', '/me/signIns'])
      expect((await server.call('GET', path, { as: cookie })).json().type, path).toContain(':signInUnfinished');
    expect((await server.call('POST', '/me/password', { as: cookie, body: { current: password, password: 'huit tortues sous la pluie douce' } })).statusCode).toBe(401);
    expect((await server.call('GET', '/session', { as: cookie })).json()).toMatchObject({ owed: 'enrolment', locked: false, ways: [] });
  });

  test.each([['administrator'], ['federalSupervisor'], ['poolCoordinator']] as const)('as %s of the installation too', async (role) => {
    expect((await signIn(await server.addAccount({ installation: [role] }))).json()).toEqual({ owed: 'enrolment' });
  });

  test('others are not asked, until such a role is given to them: from that request on', async () => {
    const account = await server.addAccount({ centre, roles: ['staff'] });
    const answer = await signIn(account);
    expect(answer.statusCode).toBe(204);
    const cookie = cookieOf(answer);
    expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(200);
    await server.asOwner(`UPDATE link SET granted_roles = '{dpo}' WHERE account_id = $1`, [account.id]);
    expect((await server.call('GET', '/me', { as: cookie })).json().type).toContain(':signInUnfinished');
    await server.asOwner(`UPDATE link SET granted_roles = '{staff}' WHERE account_id = $1`, [account.id]);
    expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(200);
  });

  test('enrols, gets ten recovery codes once, and goes on under another token', async () => {
    const account = await server.addAccount({ centre, roles: ['adviser'] });
    const pending = cookieOf(await signIn(account));
    const { cookie, codes } = await enrol(pending);
    expect(new Set(codes).size).toBe(10);
    expect(cookie).not.toBe(pending);
    expect((await server.call('GET', '/me', { as: pending })).statusCode).toBe(401);
    expect((await server.call('GET', `/organizations/${centre}/people`, { as: cookie })).statusCode).toBe(200);
    expect((await enrol(cookie, 'Tablette')).codes).toEqual([]);
    expect((await server.asOwner<{ line: string }>('SELECT r::text AS line FROM recovery_code r')).some(({ line }) => line.includes(codes[0]!))).toBe(false);
  });

  test('of two who know its password and enrol at the same time, one does', async () => {
    const account = await server.addAccount({ centre, roles: ['adviser'] });
    const asked = [];
    for (const cookie of [cookieOf(await signIn(account)), cookieOf(await signIn(account))])
      asked.push({ cookie, ...((await server.call('POST', '/me/applicationRequests', { as: cookie })).json() as { challenge: string; key: string }) });
    const answers = await Promise.all(asked.map(({ cookie, challenge, key }) => server.call('POST', '/me/factors', { as: cookie, body: { name: 'Téléphone', challenge, code: codeOf(key) } })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
    expect(await server.asOwner('SELECT 1 FROM second_factor WHERE account_id = $1', [account.id])).toHaveLength(1);
  });

  test('an unfinished sign-in ends after ten minutes, and is not prolonged by its use', async () => {
    const account = await server.addAccount({ centre, roles: ['adviser'] });
    const answer = await signIn(account);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=600;');
    const ends = async () =>
      (await server.asOwner<{ seconds: number }>(`SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM session WHERE user_id = $1 AND proved_at IS NULL`, [account.id]))[0]?.seconds;
    expect(await ends()).toBe(600);
    await server.asOwner(`UPDATE session SET created_at = created_at - interval '9 minutes', expires_at = expires_at - interval '9 minutes' WHERE user_id = $1 AND proved_at IS NULL`, [account.id]);
    expect((await server.call('GET', '/session', { as: cookieOf(answer) })).statusCode).toBe(200);
    expect(await ends()).toBe(600);
    await server.asOwner(`UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1 AND proved_at IS NULL`, [account.id]);
    expect((await server.call('GET', '/session', { as: cookieOf(answer) })).statusCode).toBe(401);
  });

  test('cannot enrol a factor of its own choice where it has one already and has not given it', async () => {
    const { account } = await withFactor();
    const pending = cookieOf(await signIn(account));
    for (const path of ['/me/applicationRequests', '/me/passkeyRequests', '/me/recoveryCodes'])
      expect((await server.call('POST', path, { as: pending })).json().type, path).toContain(':signInUnfinished');
    expect((await server.call('GET', '/me/factors', { as: pending })).statusCode).toBe(401);
  });
});

describe('a code of an application', () => {
  test.each([[-60], [-30], [0], [30], [60]])('of a clock that is %i seconds off opens the session', async (off) => {
    const { account, key } = await withFactor();
    later(300);
    const answer = await signIn(account);
    expect(answer.json()).toEqual({ owed: 'factor' });
    const done = await finish(cookieOf(answer), { code: codeOf(key, off).replace(/^(...)/, '$1 ') });
    expect(done.statusCode).toBe(204);
    expect((await server.call('GET', '/me', { as: cookieOf(done) })).statusCode).toBe(200);
    expect((await server.call('GET', '/me', { as: cookieOf(answer) })).statusCode).toBe(401);
  });

  test.each([[-120], [120]])('of a clock that is %i seconds off does not', async (off) => {
    const { account, key } = await withFactor();
    later(300);
    expect((await finish(cookieOf(await signIn(account)), { code: codeOf(key, off) })).json().issues).toMatchObject([{ name: 'code', code: 'wrongCode' }]);
  });

  test('is good once: neither a second time, nor in two tabs at once, nor the one of the enrolment', async () => {
    const { account, key } = await withFactor();
    expect((await finish(cookieOf(await signIn(account)), { code: codeOf(key) })).statusCode).toBe(400);
    later(300);
    const tabs = [cookieOf(await signIn(account)), cookieOf(await signIn(account)), cookieOf(await signIn(account))];
    const answers = await Promise.all(tabs.map((cookie) => finish(cookie, { code: codeOf(key) })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 400, 400]);
    expect((await finish(cookieOf(await signIn(account)), { code: codeOf(key, -30) })).statusCode).toBe(400);
    later(30);
    expect((await finish(cookieOf(await signIn(account)), { code: codeOf(key) })).statusCode).toBe(204);
  });

  test('may be guessed five times, then waits, from wherever it is tried', async () => {
    const { account, key } = await withFactor();
    later(300);
    const pending = cookieOf(await signIn(account));
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) statuses.push((await finish(pending, { code: String(100_000 + index) }, '192.0.2.1')).statusCode);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    expect((await finish(pending, { code: codeOf(key) }, '192.0.2.1')).statusCode).toBe(429);
    // A new sign-in by whoever knows the password does not begin the count anew.
    expect((await finish(cookieOf(await signIn(account)), { code: codeOf(key) }, '192.0.2.1')).statusCode).toBe(429);
  });

  test('of another account is nothing here; its key is not in the database in clear', async () => {
    const [mine, theirs] = [await withFactor(), await withFactor()];
    later(300);
    expect((await finish(cookieOf(await signIn(mine.account)), { code: codeOf(theirs.key) })).statusCode).toBe(400);
    const rows = JSON.stringify(await server.asOwner('SELECT f::text FROM second_factor f UNION ALL SELECT fields::text FROM audit_entry UNION ALL SELECT c::text FROM sign_in_challenge c'));
    expect(rows).not.toContain(mine.key);
    expect(rows).not.toContain(Buffer.from(mine.key).toString('hex'));
  });
});

describe('a recovery code', () => {
  test('opens one session, however it is typed, once, also in two tabs at once; the owner hears of it', async () => {
    const { account, codes } = await withFactor();
    mails.length = 0;
    const tabs = [cookieOf(await signIn(account)), cookieOf(await signIn(account))];
    const typed = codes[0]!.toLowerCase().replaceAll('-', ' ');
    const answers = await Promise.all(tabs.map((cookie) => finish(cookie, { recoveryCode: typed })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 400]);
    const cookie = cookieOf(answers.find(({ statusCode }) => statusCode === 204)!);
    expect((await server.call('GET', '/me/factors', { as: cookie })).json()).toMatchObject({ recoveryCodes: 9 });
    expect(await kinds(cookie)).toEqual(expect.arrayContaining(['recoveryCodeUsed', 'signedIn', 'refused']));
    await expect.poll(() => mails.map(({ to }) => to)).toContain(account.email);
  });

  test('is worth nothing once a new set was made', async () => {
    const { account, cookie, codes } = await withFactor();
    const { recoveryCodes } = (await server.call('POST', '/me/recoveryCodes', { as: cookie })).json() as { recoveryCodes: string[] };
    expect((await finish(cookieOf(await signIn(account)), { recoveryCode: codes[0] })).statusCode).toBe(400);
    expect((await finish(cookieOf(await signIn(account)), { recoveryCode: recoveryCodes[0] })).statusCode).toBe(204);
  });
});

describe('the factors of an account', () => {
  test('are added and removed only soon after a proof', async () => {
    const { cookie, key } = await withFactor();
    later(11 * 60);
    for (const path of ['/me/applicationRequests', '/me/passkeyRequests', '/me/recoveryCodes']) expect((await server.call('POST', path, { as: cookie })).json().type, path).toContain(':proofRequired');
    const { items } = (await server.call('GET', '/me/factors', { as: cookie })).json() as { items: { id: string }[] };
    expect((await server.call('DELETE', `/me/factors/${items[0]!.id}`, { as: cookie })).statusCode).toBe(403);
    expect((await server.call('POST', '/session/prove', { as: cookie, body: { password: 'faux' } })).statusCode).toBe(400);
    expect((await server.call('POST', '/session/prove', { as: cookie, body: { code: codeOf(key) } })).statusCode).toBe(204);
    expect((await server.call('DELETE', `/me/factors/${items[0]!.id}`, { as: cookie })).statusCode).toBe(204);
  });

  test('the last one stays where a role asks for it, also when two are removed at once', async () => {
    const { cookie } = await withFactor({ centre, roles: ['adviser'] });
    const second = await enrol(cookie, 'Tablette');
    const { items } = (await server.call('GET', '/me/factors', { as: second.cookie })).json() as { items: { id: string; name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['Téléphone', 'Tablette']);
    const answers = await Promise.all(items.map(({ id }) => server.call('DELETE', `/me/factors/${id}`, { as: second.cookie })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409]);
    expect((await server.call('GET', '/me/factors', { as: second.cookie })).json()).toMatchObject({ compulsory: true, recoveryCodes: 10, items: [{}] });
  });

  test('where no role asks, the last one goes with its recovery codes, and the password is enough again', async () => {
    const { account, cookie } = await withFactor();
    const { items } = (await server.call('GET', '/me/factors', { as: cookie })).json() as { items: { id: string }[] };
    expect((await server.call('DELETE', `/me/factors/${items[0]!.id}`, { as: cookie })).statusCode).toBe(204);
    expect(await server.asOwner('SELECT 1 FROM recovery_code WHERE account_id = $1', [account.id])).toEqual([]);
    expect((await signIn(account)).statusCode).toBe(204);
  });

  test('enrolled in two tabs at once are two, with one set of recovery codes', async () => {
    const account = await server.addAccount({});
    const asked = await Promise.all([1, 2].map(async () => (await server.call('POST', '/me/applicationRequests', { as: account })).json() as { challenge: string; key: string }));
    // The row of the account is held until both are past the door: one that comes to the door after the other was written is asked for the factor.
    const sent = await server.db.tx({ organizations: [installationId], actor: { kind: 'account', id: account.id } }, async (tx) => {
      await lockAccount(tx, account.id);
      const both = Promise.all(asked.map(({ challenge, key }, index) => server.call('POST', '/me/factors', { as: account, body: { name: `n${index}`, challenge, code: codeOf(key) } })));
      await expect.poll(async () => (await server.asOwner(`SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND NOT granted`)).length).toBe(2);
      return { both };
    });
    const answers = await sent.both;
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(answers.filter((answer) => (answer.json() as { recoveryCodes?: string[] }).recoveryCodes?.length === 10)).toHaveLength(1);
    expect(await server.asOwner('SELECT 1 FROM recovery_code WHERE account_id = $1', [account.id])).toHaveLength(10);
  });

  test('a key that was asked for serves once, its own account, for five minutes; a mistyped code does not spoil it', async () => {
    const [mine, theirs] = [await server.addAccount({}), await server.addAccount({})];
    const ask = async (as: Account) => (await server.call('POST', '/me/applicationRequests', { as })).json() as { challenge: string; key: string };
    const add = (as: Account, challenge: string, code: string) => server.call('POST', '/me/factors', { as, body: { name: 'n', challenge, code } });
    const late = await ask(mine);
    later(301);
    expect((await add(mine, late.challenge, codeOf(late.key))).json().issues).toMatchObject([{ code: 'challengeOver' }]);
    const stolen = await ask(mine);
    expect((await add(theirs, stolen.challenge, codeOf(stolen.key))).statusCode).toBe(400);
    const asked = await ask(mine);
    expect((await add(mine, asked.challenge, '000000')).json().issues).toMatchObject([{ code: 'wrongCode' }]);
    const added = await add(mine, asked.challenge, codeOf(asked.key));
    expect(added.statusCode).toBe(200);
    expect((await server.call('POST', '/me/factors', { as: cookieOf(added), body: { name: 'n', challenge: asked.challenge, code: codeOf(asked.key, 30) } })).statusCode).toBe(400);
  });

  test('whose addition others did not see ask them for it: their sessions without it are closed to everything', async () => {
    const account = await server.addAccount({});
    const plain = cookieOf(await signIn(account));
    await enrol(account.cookie);
    expect((await server.call('GET', '/me', { as: plain })).json().type).toContain(':signInUnfinished');
  });

  test('are taken away by somebody entitled, in the trail; then the sessions are over and the next sign-in enrols anew', async () => {
    const adviser = await server.addAccount({ centre, roles: ['adviser'] });
    const { account, cookie } = await withFactor({ centre, roles: ['directorGeneral'] });
    mails.length = 0;
    const [link] = await server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1', [account.id]);
    const reset = (as: Account) => server.call('DELETE', `/organizations/${centre}/members/${link!.id}/factors`, { as });
    expect((await reset(await server.addAccount({ centre, roles: ['deputyAdviser'] }))).statusCode).toBe(403);
    expect((await reset({ ...account, cookie })).json().type).toContain(':wrongState');
    expect((await reset(adviser)).statusCode).toBe(204);
    expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(401);
    expect((await signIn(account)).json()).toEqual({ owed: 'enrolment' });
    const trail = await server.asOwner<{ actor_id: string }>(`SELECT actor_id FROM audit_entry WHERE table_name = 'second_factor' AND action = 'delete' ORDER BY at DESC LIMIT 1`);
    expect(trail).toEqual([{ actor_id: adviser.id }]);
    await expect.poll(() => mails.map(({ to, subject }) => `${to} ${subject}`)).toContain(`${account.email} Beffroi : vos moyens de connexion ont été retirés`);
  });

  test('are out of reach for a centre where the account is more than that centre’s', async () => {
    const other = await server.addCentre({ slug: 'autre' });
    const shared = await withFactor({ centre, roles: ['staff'] });
    await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{adviser}', '2020-01-01')`, [other, shared.account.id]);
    const administrator = await withFactor({ centre, roles: ['staff'], installation: ['administrator'] });
    const elsewhere = await withFactor({ centre: other, roles: ['staff'] });
    for (const { account, cookie } of [shared, administrator, elsewhere]) {
      await expect(removeFactorsOf(server.services, { kind: 'account' }, account.id, centre)).rejects.toMatchObject({ code: 'resourceNotFound' });
      expect((await server.call('GET', '/me', { as: cookie })).statusCode).toBe(200);
    }
  });
});
