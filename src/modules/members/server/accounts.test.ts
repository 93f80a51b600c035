import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, password, testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let administrator: Account;
let other: Account;
beforeAll(async () => {
  server = await testServer({ now: new Date('2026-11-22T10:00:00Z') });
  administrator = await server.addAccount({ installation: ['administrator'] });
  other = await server.addAccount({});
});
afterAll(() => server.close());

type Row = { id: string; version: number; roles: string[]; disabled: boolean; email: string };
const find = async (account: Account): Promise<Row> => (await server.call('GET', '/accounts', { as: administrator })).json<{ items: Row[] }>().items.find(({ id }) => id === account.id)!;
const change = async (account: Account, body: object, version?: number) =>
  server.call('PATCH', `/accounts/${account.id}`, { as: administrator, body, headers: { 'if-match': `"${version ?? (await find(account)).version}"` } });

test('roles of the installation are given and taken, by another and never to oneself', async () => {
  expect((await change(other, { roles: ['federalSupervisor'] })).statusCode).toBe(204);
  expect((await find(other)).roles).toEqual(['federalSupervisor']);
  expect((await change(other, { roles: ['poolCoordinator'] })).json().issues).toMatchObject([{ name: 'poolId', code: 'poolMissing' }]);
  expect((await change(other, { roles: [] }, 1)).statusCode).toBe(412);
  expect((await change(other, { roles: [] })).statusCode).toBe(204);
  expect((await find(other)).roles).toEqual([]);
  expect((await change(administrator, { disabled: true })).json().issues).toMatchObject([{ code: 'ownGrant' }]);
  expect((await server.call('POST', '/accounts/search', { as: administrator, body: { text: other.email.slice(0, 6) } })).json().total).toBe(1);
});

test('a shut account loses its sessions and opens none, until it is opened again', async () => {
  expect((await change(other, { disabled: true })).statusCode).toBe(204);
  expect((await server.call('GET', '/me', { as: other })).statusCode).toBe(401);
  expect((await server.call('POST', '/session', { body: { email: other.email, password } })).statusCode).toBe(401);
  expect((await change(other, { disabled: false })).statusCode).toBe(204);
  expect((await server.call('POST', '/session', { body: { email: other.email, password } })).statusCode).toBe(204);
});

test('without a mail server a forgotten password waits for the administrator, whose showing of the link is recorded', async () => {
  await server.call('POST', '/passwordResets', { body: { email: other.email } });
  const waiting = async () => (await server.call('GET', '/linkRequests', { as: administrator })).json<{ items: { id: string; kind: string; email: string }[] }>().items;
  await expect.poll(waiting).toMatchObject([{ kind: 'reset', email: other.email }]);
  const [request] = await waiting();
  const { link } = (await server.call('POST', `/linkRequests/${request!.id}/link`, { as: administrator })).json<{ link: string }>();
  expect(await waiting()).toEqual([]);
  expect((await server.call('POST', '/passwordResets/choose', { body: { token: link.split('#')[1], password: 'huit tortues sous la pluie douce' } })).statusCode).toBe(204);
  const trail = await server.asOwner<{ actor_id: string }>(`SELECT actor_id FROM audit_entry WHERE action = 'linkShown' AND record_id = $1`, [other.id]);
  expect(trail).toEqual([{ actor_id: administrator.id }]);
  expect((await server.call('POST', `/linkRequests/${request!.id}/link`, { as: administrator })).statusCode).toBe(404);
});
