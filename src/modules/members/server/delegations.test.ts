import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let moment = new Date('2026-11-22T10:00:00Z');
const accounts: Record<string, Account> = {};
const links: Record<string, string> = {};
beforeAll(async () => {
  server = await testServer({ now: () => moment });
  centre = await server.addCentre({ slug: 'away' });
  const persons: Record<string, string> = {};
  for (const name of ['adviser', 'director', 'head', 'agent']) persons[name] = await server.addPerson(centre, { lastName: name });
  await server.addRecord(centre, 'mandate', { personId: persons['agent'], kind: 'itAgent', start: '2020-01-01' });
  await server.addRecord(centre, 'service', { name: 'Social', kind: 'social', headId: persons['head'], seesPersonalData: true });
  for (const [name, roles] of [
    ['adviser', ['adviser']],
    ['director', ['directorGeneral']],
    ['head', []],
    ['agent', []],
  ] as const) {
    accounts[name] = await server.addAccount({ centre, roles, personId: persons[name]! });
    links[name] = (await server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1', [accounts[name].id]))[0]!.id;
  }
});
afterAll(() => server.close());

const lend = (by: string, body: object) => server.call('POST', `/organizations/${centre}/delegations`, { as: accounts[by], body: { start: '2026-11-22', end: '2026-12-05', ...body } });
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code;
const list = async (as: string) =>
  (await server.call('GET', `/organizations/${centre}/delegations`, { as: accounts[as] })).json<{ items: { id: string; role: string; state: string; side: string; warnings: string[] }[] }>().items;
const rolesOf = async (name: string): Promise<string[]> =>
  ((await server.call('GET', '/me', { as: accounts[name] })).json() as { organizations: { id: string; roles: string[] }[] }).organizations.find(({ id }) => id === centre)?.roles.toSorted() ?? [];

test('one lends one’s own role; it is held from its day on, seen by both, and ended by the one who received it', async () => {
  const made = await lend('head', { toLinkId: links['agent'], role: 'headOfService', start: '2026-11-23' });
  expect(made.statusCode, made.body).toBe(201);
  expect(await rolesOf('agent')).toEqual(['itAgent']);
  expect(await list('head')).toMatchObject([{ state: 'coming', side: 'lent' }]);
  moment = new Date('2026-11-22T23:00:00Z');
  expect(await rolesOf('agent')).toEqual(['headOfService', 'itAgent']);
  const [received] = await list('agent');
  expect(received).toMatchObject({ state: 'running', side: 'received', role: 'headOfService' });
  expect((await server.call('POST', `/organizations/${centre}/delegations/${received!.id}/end`, { as: accounts['agent'] })).statusCode).toBe(204);
  expect(await rolesOf('agent')).toEqual(['itAgent']);
  expect((await server.call('POST', `/organizations/${centre}/delegations/${received!.id}/end`, { as: accounts['head'] })).statusCode).toBe(404);
  expect(await server.asOwner(`SELECT 1 FROM audit_entry WHERE table_name = 'delegation' AND record_id = $1`, [received!.id])).toHaveLength(2);
});

test('what does not go together is said, and not refused', async () => {
  const made = await lend('adviser', { toLinkId: links['agent'], role: 'adviser', start: '2026-11-23' });
  expect(made.json()).toMatchObject({ warnings: ['itAgentAsAdviser'] });
  expect(await list('head')).toEqual([]);
  expect((await server.call('POST', `/organizations/${centre}/delegations/${made.json<{ id: string }>().id}/end`, { as: accounts['head'] })).statusCode).toBe(404);
  expect((await server.call('POST', `/organizations/${centre}/delegations/${made.json<{ id: string }>().id}/end`, { as: accounts['director'] })).statusCode).toBe(204);
});

test('somebody absent is stood in for by the adviser’s decision, with a reason', async () => {
  const body = { fromLinkId: links['head'], toLinkId: links['agent'], role: 'headOfService', start: '2026-11-23' };
  expect(codeOf(await lend('adviser', body))).toBe('reasonMissing');
  expect((await lend('adviser', { ...body, reason: 'congé' })).statusCode).toBe(201);
});

test.each<[string, object, string]>([
  ['agent', { toLinkId: 'head', role: 'adviser' }, 'roleNotHeld'],
  ['agent', { fromLinkId: 'head', toLinkId: 'adviser', role: 'headOfService', reason: 'x' }, 'notOnBehalf'],
  ['adviser', { fromLinkId: 'head', toLinkId: 'adviser', role: 'headOfService', reason: 'x' }, 'ownGrant'],
  ['adviser', { fromLinkId: 'director', toLinkId: 'agent', role: 'directorGeneral', reason: 'x' }, 'guardedRole'],
  ['adviser', { toLinkId: 'adviser', role: 'adviser' }, 'sameAccount'],
  ['adviser', { toLinkId: 'agent', role: 'adviser', start: '2026-11-20' }, 'startPast'],
  ['adviser', { toLinkId: 'agent', role: 'adviser', start: '2026-11-23', end: '2027-05-24' }, 'delegationTooLong'],
])('%s may not: %j', async (by, body, code) => {
  const named = Object.fromEntries(Object.entries({ start: '2026-11-23', ...body }).map(([key, value]) => [key, key.endsWith('LinkId') ? links[String(value)] : value]));
  expect(codeOf(await lend(by, named))).toBe(code);
});

test('to somebody invited, it begins once they have accepted, and ends with an invitation that is taken back', async () => {
  const invited = (await server.call('POST', `/organizations/${centre}/invitations`, { as: accounts['adviser'], body: { email: 'new@example.be', language: 'fr', roles: ['staff'] } })).json<{
    id: string;
  }>();
  expect((await lend('adviser', { invitationId: invited.id, role: 'adviser', start: '2026-11-23' })).json()).toMatchObject({ state: 'waiting', to: 'new@example.be' });
  await server.call('POST', `/organizations/${centre}/invitations/${invited.id}/withdraw`, { as: accounts['adviser'] });
  expect((await list('adviser')).filter(({ role }) => role === 'adviser')).toEqual([]);
  const again = (await server.call('POST', `/organizations/${centre}/invitations`, { as: accounts['adviser'], body: { email: 'new@example.be', language: 'fr', roles: ['staff'] } })).json<{
    id: string;
    link: string;
  }>();
  await lend('adviser', { invitationId: again.id, role: 'adviser', start: '2026-11-23' });
  const account = await server.addAccount({ email: 'new@example.be' });
  expect((await server.call('POST', '/invitations/join', { as: account, body: { token: again.link.split('#')[1] } })).statusCode).toBe(204);
  accounts['new'] = account;
  expect(await rolesOf('new')).toEqual(['adviser', 'staff']);
});
