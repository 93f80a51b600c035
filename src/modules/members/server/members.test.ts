import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let other: string;
let adviser: Account;
let director: Account;
let plain: Account;
let head: string;
type Member = {
  id: string;
  version: number;
  name: string;
  email: string;
  state: string;
  grantedRoles: string[];
  factor: string;
  lastMonth?: string;
  self: boolean;
  end?: string;
  reasons: { role: string; source: string; since?: string; until?: string; detail?: string }[];
};

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-11-22T10:00:00Z') });
  centre = await server.addCentre({ slug: 'members' });
  other = await server.addCentre({ slug: 'others' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  head = await server.addPerson(centre, { lastName: 'Maes', firstName: 'Lien' });
  director = await server.addAccount({ centre, personId: head });
  plain = await server.addAccount({ centre, roles: ['archivist'] });
  await server.addRecord(centre, 'mandate', { personId: head, kind: 'directorGeneral', start: '2020-01-01' });
  await server.addRecord(centre, 'service', { name: 'Direction', kind: 'management', headId: head, seesPersonalData: true });
  await server.addRecord(centre, 'contract', { personId: head, kind: 'statutory', function: 'Directrice', start: '2019-05-01', suspensions: [] });
  await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{dpo}', '2020-01-01')`, [other, plain.id]);
});
afterAll(() => server.close());

const list = async (query = '', as: Account = adviser) => (await server.call('GET', `/organizations/${centre}/members${query}`, { as })).json<{ items: Member[]; total: number }>();
const of = async (account: Account): Promise<Member> => (await list()).items.find(({ email }) => email === account.email)!;
const put = async (account: Account, body: object, as: Account = adviser, version?: number) => {
  const member = await of(account);
  return server.call('PATCH', `/organizations/${centre}/members/${member.id}`, { as, body, headers: { 'if-match': `"${version ?? member.version}"` } });
};
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code;

test('each account stands there once, with every role and what it comes from, and nothing of other centres', async () => {
  const { items, total } = await list();
  expect(total).toBe(3);
  await server.asOwner(
    `INSERT INTO sign_in_event (id, account_id, at, kind) VALUES (gen_random_uuid(), $1, '2026-10-31T23:30:00Z', 'signedIn'), (gen_random_uuid(), $1, '2026-11-20T12:00:00Z', 'refused')`,
    [plain.id],
  );
  const found = await of(director);
  expect(found.reasons).toEqual([
    { role: 'directorGeneral', source: 'mandate', since: '2020-01-01' },
    { role: 'headOfService', source: 'service', detail: 'Direction' },
    { role: 'staff', source: 'contract', since: '2019-05-01', detail: 'Directrice' },
  ]);
  expect(found).toMatchObject({ factor: 'owed', state: 'running' });
  expect((await of(plain)).reasons).toEqual([{ role: 'archivist', source: 'grant' }]);
  expect(await of(plain)).toMatchObject({ factor: 'none', lastMonth: '2026-11' });
  expect(JSON.stringify(items)).not.toContain('dpo');
  expect((await list('?role=archivist')).items.map(({ email }) => email)).toEqual([plain.email]);
  expect((await list('?state=ended')).total).toBe(0);
});

test('roles are granted and taken by who may, never to oneself, and with who gave them', async () => {
  expect(codeOf(await put(adviser, { grantedRoles: ['adviser', 'archivist'] }))).toBe('ownGrant');
  expect(codeOf(await put(plain, { grantedRoles: ['itSecurityOfficer'] }))).toBe('guardedRole');
  expect(codeOf(await put(director, { end: '2026-11-21' }))).toBe('guardedRole');
  expect((await put(plain, { grantedRoles: ['archivist', 'itSecurityOfficer'] }, director)).statusCode).toBe(200);
  // What the director-general gave, the adviser does not take away.
  expect(codeOf(await put(plain, { grantedRoles: ['archivist'] }))).toBe('guardedRole');
  expect((await put(plain, { grantedRoles: ['reception'] }, director)).statusCode).toBe(200);
  expect((await of(plain)).reasons).toEqual([{ role: 'reception', source: 'grant', detail: 'Odile Lambin' }]);
  expect((await put(plain, { grantedRoles: ['auditor'] })).json().issues).toMatchObject([{ name: 'end', code: 'auditorUntil' }]);
  expect((await put(plain, { grantedRoles: [] }, adviser, 1)).statusCode).toBe(412);
});

test('an access ends on its day, or at once, and only here', async () => {
  expect((await put(plain, { end: '2026-11-22' })).statusCode).toBe(200);
  expect((await server.call('GET', `/organizations/${centre}`, { as: plain })).statusCode).toBe(200);
  const ended = await put(plain, { end: '2026-11-21' });
  expect(ended.json()).toMatchObject({ state: 'ended', reasons: [] });
  expect((await server.call('GET', `/organizations/${centre}`, { as: plain })).statusCode).toBe(404);
  expect((await server.call('GET', `/organizations/${other}`, { as: plain })).statusCode).toBe(200);
  expect((await put(plain, { end: '1850-01-01' })).statusCode).toBe(400);
});

test('what has ended is opened again by who could give it anew, and no other way', async () => {
  expect((await put(director, { end: '2026-11-21' }, await server.addAccount({ centre, roles: ['president'] }))).statusCode).toBe(200);
  expect(codeOf(await put(director, { end: null }))).toBe('guardedRole');
  const invitation = { email: director.email, language: 'fr', roles: ['archivist'] };
  expect(codeOf(await server.call('POST', `/organizations/${centre}/invitations`, { as: adviser, body: invitation }))).toBe('guardedPerson');
  expect((await put(director, { end: null }, await server.addAccount({ centre, roles: ['directorGeneral'] }))).statusCode).toBe(200);
  expect((await of(director)).reasons.map(({ role }) => role)).toContain('directorGeneral');
});

test('another centre’s adviser sees nothing and changes nothing', async () => {
  const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
  const member = await of(director);
  for (const path of [`/organizations/${centre}/members`, `/organizations/${centre}/members/${member.id}`, `/organizations/${other}/members/${member.id}`])
    expect((await server.call('GET', path, { as: stranger })).statusCode, path).toBe(404);
  const change = await server.call('PATCH', `/organizations/${other}/members/${member.id}`, { as: stranger, body: { grantedRoles: [] }, headers: { 'if-match': `"${member.version}"` } });
  expect(change.statusCode).toBe(404);
});
