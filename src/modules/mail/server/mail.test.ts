import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { type MailServer, sender, startMailServer } from '../../../../test/mail-server.ts';
import { mailPrograms } from '../../../../test/tools.ts';
import { makeSeal } from '../../../server/auth/seal.ts';
import { settingsOfUrl } from '../../../server/mail.ts';
import { storedMail } from './service.ts';

const good = { host: '127.0.0.1', port: 587, security: 'startTls', username: 'beffroi', password: 'trois-pigeons/muets', sender: 'Beffroi <beffroi@example.be>' };
let server: TestServer;
let administrator: Account;
beforeAll(async () => {
  server = await testServer();
  administrator = await server.addAccount({ installation: ['administrator'] });
});
afterAll(() => server.close());

const read = async () => (await server.call('GET', '/mailSettings', { as: administrator })).json<{ source: string; usable: boolean; version: number; settings?: Record<string, unknown> }>();
const put = (body: object, version: number) => server.call('PUT', '/mailSettings', { as: administrator, body, headers: { 'if-match': `"${version}"` } });
const remove = async () => server.call('DELETE', '/mailSettings', { as: administrator, headers: { 'if-match': `"${(await read()).version}"` } });

describe('the settings', () => {
  test('are kept, with a password that nothing shows: not the page, not the trail, not the table', async () => {
    expect(await read()).toEqual({ source: 'none', usable: false, version: 0 });
    expect((await put(good, 0)).statusCode).toBe(204);
    const { password, ...shown } = good;
    expect(await read()).toEqual({ source: 'settings', usable: true, version: 1, settings: shown });
    for (const table of ['mail_settings', 'audit_entry']) {
      const lines = JSON.stringify(await server.asOwner(`SELECT t::text AS line FROM ${table} t`));
      for (const secret of [password, Buffer.from(password).toString('hex'), Buffer.from(password).toString('base64')]) expect(lines, table).not.toContain(secret);
    }
    const trail = await server.asOwner<{ fields: object }>(`SELECT fields FROM audit_entry WHERE table_name = 'mail_settings'`);
    expect(trail).toMatchObject([{ fields: { after: { host: '127.0.0.1', username: 'beffroi' } } }]);
  });

  test('keep their password while server and user stay, and ask for it when one changes: it goes to nobody else', async () => {
    const { password: _password, ...without } = good;
    expect((await put({ ...without, port: 2525, sender: 'other@example.be' }, 1)).statusCode).toBe(204);
    expect(await storedMail(server.db, server.services.mailSeal)).toMatchObject({ port: 2525, password: good.password });
    for (const change of [{ host: 'elsewhere.example.be' }, { username: 'somebody' }]) {
      const answer = await put({ ...without, ...change }, 2);
      expect(answer.json().issues, JSON.stringify(change)).toMatchObject([{ name: 'password', code: 'passwordNeeded' }]);
    }
  });

  test('of an earlier version do not overwrite those of somebody else', async () => {
    expect((await put(good, 1)).statusCode).toBe(412);
    expect((await put(good, 0)).statusCode).toBe(412);
    expect((await server.call('PUT', '/mailSettings', { as: administrator, body: good })).statusCode).toBe(428);
  });

  test('survive a rotation of the secret, sealed anew; without the secret they are said to be lost', async () => {
    const old = { value: 'a-secret-for-the-tests-of-forty-characters' };
    const next = { value: 'another-secret-that-came-after-the-first-one' };
    expect(await storedMail(server.db, makeSeal([next, old], 'mail'))).toMatchObject({ password: good.password });
    expect(await storedMail(server.db, makeSeal([next], 'mail'))).toMatchObject({ password: good.password });
    expect(await storedMail(server.db, makeSeal([old], 'mail'))).toBeUndefined();
    expect(await read()).toMatchObject({ source: 'settings', usable: false });
  });

  test.each([
    [{ security: 'none' }, 'username', 'passwordUnprotected'],
    [{ username: undefined }, 'username', 'usernameMissing'],
    [{ host: 'http://mail.example.be' }, 'host', 'invalidHost'],
    [{ host: 'mail.example.be/x' }, 'host', 'invalidHost'],
    [{ port: 0 }, 'port', 'invalidPort'],
    [{ sender: 'nobody' }, 'sender', 'invalidSender'],
    [{ sender: 'a <a@example.be>\r\nBcc: b@example.be' }, 'sender', 'invalidSender'],
    [{ replyTo: 'x' }, 'replyTo', 'invalidEmail'],
  ])('%j is refused', async (change, name, code) => {
    expect((await put({ ...good, ...change }, 0)).json().issues).toMatchObject([{ name, code }]);
  });

  test('are taken away, and then nothing is sent', async () => {
    expect((await remove()).statusCode).toBe(204);
    expect(await read()).toEqual({ source: 'none', usable: false, version: 0 });
    expect((await server.call('POST', '/mailSettings/rehearse', { as: administrator })).json()).toMatchObject({ fault: 'notConfigured', lines: [] });
  });
});

test('what the environment gives is shown without its password, and the page changes nothing', async () => {
  const other = await testServer({ mail: settingsOfUrl('smtps://user:sesame@mail.example.be', 'beffroi@example.be') });
  const admin = await other.addAccount({ installation: ['administrator'] });
  const shown = await other.call('GET', '/mailSettings', { as: admin });
  expect(shown.json()).toEqual({ source: 'environment', usable: true, version: 0, settings: { host: 'mail.example.be', port: 465, security: 'tls', username: 'user', sender: 'beffroi@example.be' } });
  expect((await other.call('PUT', '/mailSettings', { as: admin, body: good, headers: { 'if-match': '"0"' } })).statusCode).toBe(409);
  await other.close();
});

describe.skipIf(!mailPrograms())('a test of the settings', () => {
  const known = getCACertificates();
  let post: MailServer;
  afterAll(async () => {
    setDefaultCACertificates(known);
    await post.stop();
  });

  test('sends a message to one’s own address and shows the server’s answers', async () => {
    post = await startMailServer();
    setDefaultCACertificates([...known, post.certificate]);
    expect((await put({ ...good, port: post.port, username: sender.user, password: sender.password }, 0)).statusCode).toBe(204);
    const answer = await server.call('POST', '/mailSettings/rehearse', { as: administrator });
    expect(answer.json()).toMatchObject({ to: administrator.email, lines: expect.arrayContaining([{ by: 'server', text: '235 Authentication succeeded' }]) });
    const [mail] = await expect.poll(post.received).toHaveLength(1).then(post.received);
    expect(mail).toMatchObject({ to: administrator.email, subject: 'Essai du courriel de Beffroi' });
    expect((await server.call('PUT', '/mailSettings', { as: administrator, body: { ...good, port: post.port, password: 'faux-mot-de-passe' }, headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
    const refused = await server.call('POST', '/mailSettings/rehearse', { as: administrator });
    expect(refused.json()).toMatchObject({ fault: 'authentication' });
    expect(refused.body).not.toContain('faux-mot-de-passe');
  });
});
