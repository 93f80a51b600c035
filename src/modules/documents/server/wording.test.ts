import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';
import { printNodes } from '../../../documents/nodes.ts';
import { libraryText } from './library.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
const path = (rest: string, organization = centre): string => `/organizations/${organization}/${rest}`;
const formal = { kind: 'securityPolicyFormal', language: 'fr' };
const create = (body: object, as: Account = adviser) => server.call('POST', path('documentWordings'), { as, body: { ...formal, ...body } });
const put = (id: string, version: number, body: object) => server.call('PUT', path(`documentWordings/${id}`), { as: adviser, body, headers: { 'if-match': `"${version}"` } });
const drop = (id: string, version: number) => server.call('DELETE', path(`documentWordings/${id}`), { as: adviser, headers: { 'if-match': `"${version}"` } });
type Section = { key: string; number?: string; title: string; state: string; question?: string; wording?: { id: string; version: number } };
const sections = async () => (await server.call('GET', path('documents/securityPolicyFormal/sections'), { as: adviser })).json() as { questions: number; sections: Section[] };
const section = async (key: string): Promise<Section> => (await sections()).sections.find((one) => one.key === key)!;
const html = async (): Promise<string> => (await server.call('GET', path('documents/securityPolicyFormal/preview'), { as: adviser })).json().html;

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server?.close());

test('a section in the centre’s own words reads so in the draft, and goes back to the library’s', async () => {
  const before = await html();
  const made = await create({ sectionKey: 'objectives', how: 'replaced', title: 'Nos buts à {{centre.municipality}}', body: 'Le centre **tient** à ceci : 5 \\* 3 & <3.\n\n- un\n- deux' });
  expect(made.statusCode, made.body).toBe(201);
  const wording = made.json();
  expect(wording).toMatchObject({
    sectionKey: 'objectives',
    how: 'replaced',
    writtenBy: 'Odile Lambin',
    libraryRevision: libraryText('securityPolicyFormal', 'fr').revision,
    body: 'Le centre **tient** à ceci : 5 \\* 3 & \\<3.\n\n- un\n- deux',
  });
  const source = libraryText('securityPolicyFormal', 'fr').sections.find(({ key }) => key === 'objectives')!;
  expect(wording.library.body).toBe(printNodes(source.nodes));
  expect(await html()).toContain('Nos buts à valombre</h2><p>Le centre <strong>tient</strong> à ceci : 5 * 3 &amp; &lt;3.</p><ul><li>un</li><li>deux</li></ul>');
  expect(await section('objectives')).toMatchObject({ state: 'replaced', number: '2', title: 'Nos buts à valombre' });
  expect((await drop(wording.id, 1)).statusCode).toBe(204);
  expect(await html()).toBe(before);
});

test('a section of one’s own stands where it was put, one that is left out is gone, and the numbers follow', async () => {
  const own = (await create({ how: 'added', after: 'objectives', level: 2, title: 'Chez nous', body: 'Deux bâtiments.' })).json();
  const next = (await create({ how: 'added', after: own.sectionKey, level: 2, title: 'Ensuite', body: 'Trois.' })).json();
  const left = (await create({ sectionKey: 'securityPlatform', how: 'leftOut', reason: 'Le centre a trop peu de services.' })).json();
  const seen = await sections();
  expect(seen.sections.find(({ key }) => key === own.sectionKey)).toMatchObject({ state: 'added', number: '2.1' });
  expect(seen.sections.find(({ key }) => key === 'securityPlatform')).toMatchObject({ state: 'leftOut', wording: { reason: 'Le centre a trop peu de services.' } });
  expect(seen.sections.find(({ key }) => key === 'annexes')).toMatchObject({ number: '8' });
  // What followed an own section that is taken away follows what that one followed.
  await drop(own.id, 1);
  expect((await server.call('GET', path(`documentWordings/${next.id}`), { as: adviser })).json()).toMatchObject({ after: 'objectives', version: 2 });
  await drop(next.id, 2);
  await drop(left.id, 1);
  expect((await section('annexes')).number).toBe('9');
});

const replaced = (body: string, more: object = {}) => ({ sectionKey: 'scope', how: 'replaced', title: 'Portée', body, ...more });
test.each([
  ['an unknown variable', replaced('Bonjour {{centre.nom}}'), 'body', 'notTheGrammar'],
  ['a script', replaced('<script>alert(1)</script>'), 'body', 'notTheGrammar'],
  ['broken marks', replaced('un **mot'), 'body', 'notTheGrammar'],
  ['a heading', replaced('# titre'), 'body', 'notTheGrammar'],
  ['a bold title', replaced('x', { title: '**Portée**' }), 'title', 'notTheGrammar'],
  ['a title of nothing', replaced('x', { title: ' ' }), 'title', 'required'],
  ['a body of nothing', replaced(' \n '), 'body', 'required'],
  ['too much text', replaced('a'.repeat(60_001)), 'body', 'tooLong'],
  ['a place that the section does not have', replaced('[slot officers]'), 'body', 'foreignBlock'],
  ['places to sign where nobody signs', replaced('[signatures undersigned]'), 'body', 'foreignBlock'],
  ['a section without its places to sign', replaced('Approuvé.', { sectionKey: 'approval' }), 'body', 'signaturesRemoved'],
  ['a section that the text does not have', replaced('x', { sectionKey: 'moat' }), 'sectionKey', 'unknownSection'],
  ['a section behind none', { how: 'added', after: 'moat', level: 1, title: 'x', body: 'x' }, 'after', 'unknownSection'],
  ['leaving out what the norm asks for', { sectionKey: 'scope', how: 'leftOut', reason: 'x' }, 'how', 'requiredSection'],
  ['leaving out the chapter of a part that it asks for', { sectionKey: 'compliance', how: 'leftOut', reason: 'x' }, 'how', 'requiredSection'],
  ['leaving out without a reason', { sectionKey: 'annexes', how: 'leftOut', reason: ' ' }, 'reason', 'required'],
  ['another kind of document', { ...replaced('x'), kind: 'novel' }, 'kind', 'notInList'],
])('refuses %s, and says where', async (_, body, name, code) => {
  const refused = await create(body);
  expect(refused.statusCode, refused.body).toBe(400);
  expect(refused.json().issues).toContainEqual(expect.objectContaining({ name, code }));
});

test('a megabyte is refused before it is read', async () => {
  expect((await create(replaced('a'.repeat(1_100_000)))).statusCode).toBe(413);
});

test('of two who word one section, the second is told who came first, and writes over nothing', async () => {
  const director = await server.addAccount({ centre, roles: ['directorGeneral'] });
  const first = (await create({ sectionKey: 'annexes', how: 'replaced', title: 'Annexes', body: 'Un.' }, director)).json();
  expect((await create({ sectionKey: 'annexes', how: 'replaced', title: 'Annexes', body: 'Deux.' })).statusCode).toBe(409);
  expect((await put(first.id, 1, { how: 'replaced', title: 'Annexes', body: 'Trois.' })).json()).toMatchObject({ version: 2, body: 'Trois.' });
  const late = await put(first.id, 1, { how: 'replaced', title: 'Annexes', body: 'Quatre.' });
  expect(late.statusCode).toBe(412);
  expect(late.json().changes).toEqual([expect.objectContaining({ by: 'Odile Lambin', fields: expect.arrayContaining(['body']) })]);
  expect((await server.call('PUT', path(`documentWordings/${first.id}`), { as: adviser, body: { how: 'replaced', title: 'x', body: 'x' } })).statusCode).toBe(428);
  expect((await drop(first.id, 1)).statusCode).toBe(412);
  expect((await drop(first.id, 2)).statusCode).toBe(204);
});

test('an update of the library asks, until it is answered', async () => {
  const { id } = (await create({ sectionKey: 'objectives', how: 'replaced', title: 'Buts', body: 'Les nôtres.' })).json();
  const left = (await create({ sectionKey: 'annexes', how: 'leftOut', reason: 'Aucune.' })).json();
  expect((await sections()).questions).toBe(0);
  // As if both had been written against the library as it was before.
  await server.asOwner("UPDATE document_wording SET library_body = 'Autrefois.', library_revision = 1 WHERE id = ANY ($1::uuid[])", [[id, left.id]]);
  await server.asOwner("UPDATE document_wording SET section_key = 'formerly' WHERE id = $1", [left.id]);
  expect(await sections()).toMatchObject({ questions: 2 });
  expect((await section('objectives')).question).toBe('changed');
  expect(await section('formerly')).toMatchObject({ state: 'gone', question: 'gone' });
  expect((await server.call('GET', path('documents/securityPolicyFormal'), { as: adviser })).json().wording).toEqual({ own: 2, questions: 2 });
  const { version } = (await server.call('GET', path(`documentWordings/${id}`), { as: adviser })).json();
  expect((await put(id, version, { how: 'replaced', title: 'Buts', body: 'Les nôtres.' })).statusCode).toBe(200);
  expect((await section('objectives')).question).toBeUndefined();
  await server.asOwner('DELETE FROM document_wording');
});

test('what was approved stays as it was, and the version in force says that it would read differently', async () => {
  const own = (await create({ kind: 'undertakingStaff', sectionKey: 'commitment', how: 'replaced', title: 'Mes engagements', body: 'Notre mot sur le secret.' })).json();
  const draft = (await server.call('POST', path('documents/undertakingStaff/drafts'), { as: adviser, body: {} })).json();
  await server.asOwner("UPDATE organization SET address = $2, facts = '{}' WHERE id = $1", [centre, JSON.stringify({ street: 'Place 1', postalCode: '4999', locality: 'Valombre' })]);
  const missing = (await server.call('GET', path('documents/undertakingStaff'), { as: adviser })).json().missing;
  expect(missing).toEqual([]);
  const approved = await server.call('POST', path(`documentVersions/${draft.id}/approve`), { as: adviser, body: { decidedOn: '2026-01-05', approver: 'management' }, headers: { 'if-match': '"1"' } });
  expect(approved.statusCode, approved.body).toBe(200);
  const read = async (): Promise<string> => (await server.call('GET', path(`documentVersions/${draft.id}/preview`), { as: adviser })).json().html;
  expect(await read()).toContain('Notre mot sur le secret.');
  const outdated = async (): Promise<boolean> => (await server.call('GET', path('documents/undertakingStaff'), { as: adviser })).json().outdated;
  expect(await outdated()).toBe(false);
  await put(own.id, 1, { how: 'replaced', title: 'Mes engagements', body: 'Un autre mot.' });
  expect(await outdated()).toBe(true);
  expect(await read()).toContain('Notre mot sur le secret.');
  // What was approved beside what would be approved today, and nothing of another kind or centre.
  const compare = (query: string, kind = 'undertakingStaff') => server.call('GET', path(`documents/${kind}/comparison?${query}`), { as: adviser });
  const { sections: compared, changed } = (await compare(`from=${draft.id}`)).json();
  expect(changed).toBe(1);
  expect(compared.find(({ key }: Section) => key === 'commitment')).toMatchObject({ change: 'changed', before: '2 Mes engagements', after: '2 Mes engagements' });
  expect((await compare(`from=${draft.id}&to=${draft.id}`)).json().changed).toBe(0);
  expect((await compare(`from=${draft.id}`, 'undertakingOutsider')).statusCode).toBe(404);
  expect((await compare(`from=${own.id}`)).statusCode).toBe(404);
});

test('the wording of a centre is its own', async () => {
  const own = (await create({ sectionKey: 'objectives', how: 'replaced', title: 'Buts', body: 'Les nôtres.' })).json();
  const other = await server.addCentre({ slug: 'ailleurs' });
  const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
  expect((await server.call('GET', path(`documentWordings/${own.id}`, other), { as: stranger })).statusCode).toBe(404);
  const there = (await server.call('GET', path('documents/securityPolicyFormal/sections', other), { as: stranger })).json();
  expect(there.sections.every(({ state }: Section) => state === 'library')).toBe(true);
  const auditor = await server.addAccount({ centre, roles: ['auditor'] });
  expect((await create({ sectionKey: 'annexes', how: 'replaced', title: 'x', body: 'x' }, auditor)).statusCode).toBe(403);
});
