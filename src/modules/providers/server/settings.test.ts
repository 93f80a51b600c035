import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { type Issuer, startIssuer } from '../../../../test/issuer.ts';

let server: TestServer;
let issuer: Issuer;
let administrator: Account;
beforeAll(async () => {
  server = await testServer();
  issuer = await startIssuer();
  administrator = await server.addAccount({ installation: ['administrator'] });
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

const add = (values: object) =>
  server.call('POST', '/providers', { as: administrator, body: { name: 'Commune', preset: 'other', issuer: issuer.url, clientId: 'beffroi', clientSecret: issuer.clientSecret, ...values } });

test.each<[object, string, string]>([
  [{ issuer: 'http://127.0.0.1:9' }, 'issuer', 'issuerUnreachable'],
  [{ issuer: 'elsewhere' }, 'issuer', 'issuerNotOpenId'],
  [{ issuer: 'liar' }, 'issuer', 'issuerMismatch'],
  [{ issuer: 'http://login.example.be' }, 'issuer', 'issuerNotHttps'],
  [{ issuer: 'login.example.be' }, 'issuer', 'invalidIssuer'],
  [{ issuer: 'https://login.microsoftonline.com/common/v2.0' }, 'issuer', 'issuerOfMany'],
  [{ clientSecret: undefined }, 'clientSecret', 'required'],
  [{ scopes: 'email' }, 'scopes', 'openidScopeNeeded'],
  [{ emailDomains: ['@cpas.be'] }, 'emailDomains[0]', 'invalidDomain'],
])('a provider is asked what it is before it is saved: %j', async (given, name, code) => {
  const of = given as { issuer?: string };
  const answer = await add(of.issuer === 'elsewhere' || of.issuer === 'liar' ? { issuer: `${issuer.url}/${of.issuer}` } : given);
  expect([answer.statusCode, answer.json().issues?.[0]]).toEqual([400, expect.objectContaining({ name, code })]);
});

test('the secret is sealed, given back by no route and in no trail, and kept when it is left out', async () => {
  const made = (await add({})).json() as { id: string; version: number };
  const changed = await server.call('PATCH', `/providers/${made.id}`, { as: administrator, headers: { 'if-match': '"1"' }, body: { name: 'Autre nom' } });
  expect(changed.json()).toMatchObject({ name: 'Autre nom', version: 2, secretLost: false });
  const [row] = await server.asOwner<{ line: string; secret: Buffer }>('SELECT p::text AS line, client_secret AS secret FROM identity_provider p WHERE id = $1', [made.id]);
  const [trail] = await server.asOwner<{ line: string }>(`SELECT string_agg(fields::text, '') AS line FROM audit_entry WHERE record_id = $1`, [made.id]);
  for (const text of [changed.body, row!.line, trail!.line, row!.secret.toString('latin1')]) expect(text).not.toContain(issuer.clientSecret);
  expect(server.services.providerSeal.open(row!.secret)?.text).toBe(issuer.clientSecret);
  const stale = await server.call('PATCH', `/providers/${made.id}`, { as: administrator, headers: { 'if-match': '"1"' }, body: { name: 'Trop tard' } });
  expect(stale.statusCode).toBe(412);
  const moved = await server.call('PATCH', `/providers/${made.id}`, { as: administrator, headers: { 'if-match': '"2"' }, body: { issuer: `${issuer.url}/elsewhere` } });
  expect(moved.json().issues).toMatchObject([{ name: 'clientSecret', code: 'required' }]);
  // A deletion that is refused signs nobody out.
  const [session] = await server.asOwner<{ id: string }>('SELECT id FROM session WHERE user_id = $1', [administrator.id]);
  await server.asOwner(`INSERT INTO provider_session (session_id, provider_id, ends_at) VALUES ($1, $2, now() + interval '1 hour')`, [session!.id, made.id]);
  expect((await server.call('DELETE', `/providers/${made.id}`, { as: administrator, headers: { 'if-match': '"1"' } })).statusCode).toBe(412);
  expect((await server.call('DELETE', `/providers/${made.id}`, { as: administrator, headers: { 'if-match': '"2"' } })).statusCode).toBe(204);
  expect((await server.call('GET', '/me', { as: administrator })).statusCode).toBe(401);
});
