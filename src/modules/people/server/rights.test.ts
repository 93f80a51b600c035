// What a role may not do or read although its room is open to it: mandates give roles, and some columns are for a few.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
let director: Account;
let auditor: Account;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-11-22T10:00:00Z') });
  centre = await server.addCentre({ slug: 'rights' });
  for (const name of ['adviser', 'director', 'plain']) ids[name] = await server.addPerson(centre, { lastName: name });
  adviser = await server.addAccount({ centre, roles: ['adviser'], personId: ids['adviser'] });
  director = await server.addAccount({ centre, roles: ['directorGeneral'], personId: ids['director'] });
  auditor = await server.addAccount({ centre, roles: ['auditor'] });
});
afterAll(() => server.close());

const mandate = (as: Account, personId: string | undefined, kind: string) => server.call('POST', `/organizations/${centre}/mandates`, { as, body: { personId, kind, start: '2026-01-01' } });
const refusal = (answer: Awaited<ReturnType<typeof mandate>>): string => answer.json<{ issues: { code: string }[] }>().issues[0]?.code ?? '';

test('nobody gives a mandate to themselves, nor the guarded ones to somebody who has an account', async () => {
  const own = await mandate(adviser, ids['adviser'], 'itSecurityOfficer');
  expect([own.statusCode, refusal(own)]).toEqual([400, 'ownMandate']);
  const guarded = await mandate(adviser, ids['director'], 'president');
  expect([guarded.statusCode, refusal(guarded)]).toEqual([400, 'guardedMandate']);
  expect((await mandate(adviser, ids['plain'], 'directorGeneral')).statusCode).toBe(201);
  expect((await mandate(director, ids['adviser'], 'itSecurityOfficer')).statusCode).toBe(201);
});

test('a mandate is not passed to oneself by a change, and that of the director-general is not taken away', async () => {
  const made = (await mandate(adviser, ids['plain'], 'archivist')).json<{ id: string }>();
  const passed = await server.call('PATCH', `/organizations/${centre}/mandates/${made.id}`, {
    as: adviser,
    body: { personId: ids['adviser'], kind: 'directorGeneral' },
    headers: { 'if-match': '"1"' },
  });
  expect(passed.statusCode).toBe(400);
  const [held] = (await server.asOwner(`INSERT INTO mandate (organization_id, id, person_id, kind, start) VALUES ($1, gen_random_uuid(), $2, 'directorGeneral', '2020-01-01') RETURNING id`, [
    centre,
    ids['director'],
  ])) as { id: string }[];
  const removed = await server.call('DELETE', `/organizations/${centre}/mandates/${held?.id}`, { as: adviser, headers: { 'if-match': '"1"' } });
  expect(removed.statusCode).toBe(400);
});

test('the reason of an absence, notes and national numbers are read by those who keep the register, in the lists and in the trail', async () => {
  const person = await server.call('PATCH', `/organizations/${centre}/people/${ids['plain']}`, {
    as: adviser,
    body: { note: 'confidential note', ssin: '85.07.30-033.28' },
    headers: { 'if-match': '"1"' },
  });
  expect(person.statusCode).toBe(200);
  const contract = { personId: ids['plain'], kind: 'permanent', function: 'clerk', start: '2020-01-01', suspensions: [{ start: '2026-01-01', end: '2026-03-01', reason: 'illness' }] };
  expect((await server.call('POST', `/organizations/${centre}/contracts`, { as: adviser, body: contract })).statusCode).toBe(201);
  for (const path of ['people', 'contracts', 'auditEntries', 'people/export?format=csv', 'contracts/export?format=csv', 'auditEntries/export?format=csv']) {
    const read = await server.call('GET', `/organizations/${centre}/${path}`, { as: auditor });
    expect(read.statusCode, path).toBe(200);
    expect(read.body, path).not.toMatch(/confidential note|illness|85073003328/);
  }
  expect((await server.call('GET', `/organizations/${centre}/contracts`, { as: adviser })).body).toContain('illness');
});

test('the trail names the record of each entry and those that its fields cite, a deleted one by what the entry tells, and nothing of another centre', async () => {
  const other = await server.addCentre({ slug: 'elsewhere' });
  const stranger = await server.addPerson(other, { lastName: 'Zibeline' });
  const made = (await mandate(adviser, ids['plain'], 'reception')).json<{ id: string }>();
  await server.call('DELETE', `/organizations/${centre}/mandates/${made.id}`, { as: adviser, headers: { 'if-match': '"1"' } });
  // An entry that cites somebody of another centre, as no route would let it.
  await server.asOwner(`SELECT set_config('beffroi.scope', '{${centre}}', false), audit_event($1, 'import', 'mandate', $2, $3)`, [centre, made.id, JSON.stringify({ after: { person_id: stranger } })]);
  const answer = await server.call('GET', `/organizations/${centre}/auditEntries?recordId=${made.id}`, { as: auditor });
  expect(answer.statusCode, answer.body).toBe(200);
  const { items } = answer.json<{ items: { action: string; label?: unknown; names: unknown }[] }>();
  const told = Object.fromEntries(items.map((entry) => [entry.action, [entry.label, entry.names]]));
  const name = 'Odile plain';
  for (const action of ['insert', 'delete']) expect(told[action], action).toEqual([{ kind: 'reception', name }, { [ids['plain']!]: { name } }]);
  expect(told['import']?.[1]).toEqual({});
  expect(answer.body).not.toContain('Zibeline');
  const table = await server.call('GET', `/organizations/${centre}/auditEntries/export?format=csv&recordId=${made.id}`, { as: auditor });
  expect(table.body).toContain('Accueil · Odile plain');
  expect(table.body).not.toContain('Zibeline');
});
