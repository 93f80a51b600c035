import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Mail } from '../../../server/mail.ts';

const hour = 3_600_000;
const fresh = 'huit tortues sous la pluie douce';
let server: TestServer;
let mails: Mail[];
let account: Account;
let moment = new Date('2026-11-22T10:00:00Z');
const later = (milliseconds: number): void => {
  moment = new Date(moment.getTime() + milliseconds);
};
beforeAll(async () => {
  mails = [];
  server = await testServer({ now: () => moment, mails });
});
afterAll(() => server.close());
beforeEach(async () => {
  mails.length = 0;
  account = await server.addAccount({});
  later(25 * hour);
});

const post = (path: string, body: object, options: { as?: Account | string; from?: string } = {}) => server.call('POST', path, { body, ...options });
const mailTo = async (address: string): Promise<Mail> =>
  expect
    .poll(() => mails.find(({ to }) => to === address))
    .toBeDefined()
    .then(() => mails.find(({ to }) => to === address)!);
const secretIn = ({ text }: Mail): string => /#(\S+)/.exec(text)![1]!;
const signIn = async (email: string, word: string) => (await post('/session', { email, password: word })).statusCode;

describe('a forgotten password', () => {
  const asked = async (): Promise<string> => {
    expect((await post('/passwordResets', { email: account.email.toUpperCase() })).statusCode).toBe(204);
    return secretIn(await mailTo(account.email));
  };

  test('is chosen anew by a link, once; every session and every token ends', async () => {
    await server.asOwner(
      `INSERT INTO personal_token (id, account_id, name, scopes, organization_ids, token_hash, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'x', '{readAll}', '{01990000-0000-7000-8000-000000000001}', $2, $3, $4)`,
      [account.id, Buffer.from(account.id), moment, new Date(moment.getTime() + 24 * hour)],
    );
    const token = await asked();
    expect((await post('/passwordResets/check', { token })).json()).toEqual({ email: account.email });
    expect((await post('/passwordResets/choose', { token, password: 'court' })).json().issues).toMatchObject([{ code: 'passwordTooShort' }]);
    const answers = await Promise.all([fresh, fresh].map((word) => post('/passwordResets/choose', { token, password: word })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 404]);
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(401);
    expect([await signIn(account.email, password), await signIn(account.email, fresh)]).toEqual([401, 204]);
    expect((await post('/passwordResets/check', { token })).statusCode).toBe(404);
    expect(await server.asOwner('SELECT revoked_at FROM personal_token WHERE account_id = $1', [account.id])).toEqual([{ revoked_at: moment }]);
    expect(await server.asOwner(`SELECT 1 FROM audit_entry WHERE action = 'passwordChange' AND record_id = $1`, [account.id])).toHaveLength(1);
  });

  test('still asks for the second factor', async () => {
    const centre = await server.addCentre({ slug: 'factor' });
    const adviser = await server.addAccount({ centre, roles: ['adviser'] });
    account = adviser;
    await post('/passwordResets/choose', { token: await asked(), password: fresh });
    const signed = await post('/session', { email: adviser.email, password: fresh });
    expect(signed.json()).toEqual({ owed: 'enrolment' });
  });

  test('the link is good for one hour, and the one asked last alone', async () => {
    const first = await asked();
    mails.length = 0;
    const second = await asked();
    expect((await post('/passwordResets/check', { token: first })).statusCode).toBe(404);
    later(hour - 1000);
    expect((await post('/passwordResets/check', { token: second })).statusCode).toBe(200);
    later(1000);
    expect((await post('/passwordResets/choose', { token: second, password: fresh })).statusCode).toBe(404);
  });

  test('the answer is the same for an address that nobody has, for a shut account, and too many tries are refused for any', async () => {
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE id = $1', [account.id]);
    for (const email of [account.email, 'nobody@example.be']) {
      const answers = [];
      for (let time = 0; time < 6; time += 1) answers.push(await post('/passwordResets', { email }, { from: '192.0.2.44' }));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204, 204, 204, 429]);
      expect(answers[0]!.body).toBe('');
    }
    expect(mails).toEqual([]);
  });

  test('is stored hashed, and stands in no log', async () => {
    const token = await asked();
    expect(JSON.stringify(await server.asOwner('SELECT l::text AS line FROM one_time_link l'))).not.toContain(token);
    expect(JSON.stringify(server.log())).not.toContain(token);
    expect(JSON.stringify(server.log())).not.toContain(account.email);
  });
});

describe('another address', () => {
  const ask = async (email: string): Promise<string> => {
    expect((await post('/me/address', { email, password }, { as: account })).json()).toEqual({ mailed: true });
    return secretIn(await mailTo(email));
  };

  test('holds once its link is opened; the former one is told, and can bring itself back, which shuts every session and the password', async () => {
    const address = `new-${account.email}`;
    const token = await ask(address);
    expect(await signIn(account.email, password)).toBe(204);
    expect((await post('/addressChanges/check', { token })).json()).toEqual({ address });
    expect((await post('/addressChanges/confirm', { token })).statusCode).toBe(204);
    expect((await post('/addressChanges/confirm', { token })).statusCode).toBe(404);
    expect([await signIn(account.email, password), await signIn(address, password)]).toEqual([401, 204]);
    const notice = await mailTo(account.email);
    expect(notice.text).toContain(address);
    const undo = secretIn(notice);
    later(7 * 24 * hour - 1000);
    expect((await post('/addressChanges/checkUndo', { token: undo })).json()).toEqual({ address: account.email });
    const undone = (await post('/addressChanges/undo', { token: undo })).json<{ token: string }>();
    expect((await server.call('GET', '/me', { as: account })).statusCode).toBe(401);
    expect((await post('/passwordResets/choose', { token: undone.token, password: fresh })).statusCode).toBe(204);
    expect([await signIn(address, password), await signIn(account.email, password), await signIn(account.email, fresh)]).toEqual([401, 401, 204]);
    expect((await post('/addressChanges/undo', { token: undo })).statusCode).toBe(404);
  });

  test('asks for the password, is not that of somebody else, and its link is no other', async () => {
    const other = await server.addAccount({});
    expect((await post('/me/address', { email: 'x@example.be', password: 'faux' }, { as: account })).json().issues).toMatchObject([{ name: 'password', code: 'wrongPassword' }]);
    expect((await post('/me/address', { email: account.email, password }, { as: account })).json().issues).toMatchObject([{ name: 'email', code: 'sameAddress' }]);
    const token = await ask(other.email);
    expect((await post('/addressChanges/confirm', { token })).json().type).toBe('urn:problem-type:beffroi:alreadyExists');
    for (const path of ['/passwordResets/check', '/addressChanges/checkUndo', '/addressChanges/undo']) expect((await post(path, { token })).statusCode, path).toBe(404);
  });

  test('who took an account over keeps nothing of it, though they changed the address twice', async () => {
    const [owner, first, second] = [account.email, `first-${account.email}`, `second-${account.email}`];
    await server.asOwner(`INSERT INTO second_factor (id, account_id, kind, name, created_at, totp_key, last_step) VALUES (gen_random_uuid(), $1, 'totp', 'Mon téléphone', $2, '', 0)`, [
      account.id,
      new Date(moment.getTime() - 48 * hour),
    ]);
    await post('/addressChanges/confirm', { token: await ask(first) });
    const undo = secretIn(await mailTo(owner));
    later(hour);
    await post('/addressChanges/confirm', { token: await ask(second) });
    await server.asOwner(`INSERT INTO second_factor (id, account_id, kind, name, created_at, credential_id, public_key, counter) VALUES (gen_random_uuid(), $1, 'passkey', 'La leur', $2, $3, '', 0)`, [
      account.id,
      moment,
      account.id,
    ]);
    await server.asOwner(
      `INSERT INTO personal_token (id, account_id, name, scopes, organization_ids, token_hash, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'x', '{readAll}', '{01990000-0000-7000-8000-000000000001}', $2, $3, $4)`,
      [account.id, Buffer.from(account.id), moment, new Date(moment.getTime() + 24 * hour)],
    );
    const theirs = secretIn(
      await expect
        .poll(() => mails.find(({ to, text }) => to === first && text.includes(second)))
        .toBeDefined()
        .then(() => mails.find(({ to, text }) => to === first && text.includes(second))!),
    );
    expect((await post('/addressChanges/undo', { token: undo })).statusCode).toBe(200);
    expect((await post('/addressChanges/undo', { token: theirs })).statusCode).toBe(404);
    expect(await server.asOwner('SELECT email, (SELECT array_agg(name) FROM second_factor f WHERE f.account_id = a.id) AS factors FROM account a WHERE id = $1', [account.id])).toEqual([
      { email: owner, factors: ['Mon téléphone'] },
    ]);
    expect(await server.asOwner('SELECT 1 FROM personal_token WHERE account_id = $1 AND revoked_at IS NULL', [account.id])).toEqual([]);
  });

  test('the undoing ends after seven days', async () => {
    const token = await ask(`late-${account.email}`);
    await post('/addressChanges/confirm', { token });
    const undo = secretIn(await mailTo(account.email));
    later(7 * 24 * hour);
    expect((await post('/addressChanges/undo', { token: undo })).statusCode).toBe(404);
  });
});
