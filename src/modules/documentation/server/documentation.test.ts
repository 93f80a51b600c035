import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
const path = (rest = ''): string => `/organizations/${centre}/documentationEntries${rest}`;
const add = (body: object) => server.call('POST', path(), { as: adviser, body });

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server?.close());

test('an entry is dated, tied to the rules it explains, found by its words, and exported', async () => {
  const made = await add({
    title: 'Circulaire sur la double authentification',
    kind: 'circular',
    source: 'SPP IS',
    datedOn: '2025-03-02',
    legalTexts: ['organicLaw1976'],
    norms: ['5.9.3'],
    address: 'https://example.be/c',
  });
  expect(made.statusCode, made.body).toBe(201);
  await add({ title: 'Note sur les sauvegardes', kind: 'technicalNote', datedOn: '2026-05-01' });
  const list = async (query: string): Promise<string[]> => (await server.call('GET', path(query), { as: adviser })).json().items.map(({ title }: { title: string }) => title);
  expect(await list('')).toEqual(['Note sur les sauvegardes', 'Circulaire sur la double authentification']);
  expect(await list('?legalText=organicLaw1976')).toEqual(['Circulaire sur la double authentification']);
  expect(await list('?norm=5.9.3&year=2025&kind=circular')).toHaveLength(1);
  expect(await list('?year=2024')).toEqual([]);
  expect((await server.call('POST', path('/search'), { as: adviser, body: { text: 'authent SPP' } })).json().total).toBe(1);
  expect((await server.call('GET', path('/export?format=csv'), { as: adviser })).body).toContain('circulaire');
});

test('what it may not be: a rule that the register does not hold, an address that is no web address', async () => {
  expect((await add({ title: 'x', kind: 'other', legalTexts: ['nowhere'] })).json().issues).toMatchObject([{ name: 'legalTexts', code: 'referencedResourceNotFound' }]);
  expect((await add({ title: 'x', kind: 'other', address: 'javascript:alert(1)' })).json().issues).toMatchObject([{ name: 'address', code: 'invalidUrl' }]);
});

test('its file is given, replaced and taken away; nothing of the former stays', async () => {
  const { id } = (await add({ title: 'Procès-verbal', kind: 'minutes' })).json();
  const of = (version: number) => ({ 'if-match': `"${version}"` });
  const give = (bytes: Buffer, version?: number) => {
    const sent = upload(bytes, 'pv.pdf');
    return server.call('PUT', path(`/${id}/file`), { as: adviser, payload: sent.payload, headers: { ...sent.headers, ...(version === undefined ? {} : of(version)) } });
  };
  expect((await give(pdfFile('1'), 1)).statusCode).toBe(204);
  // Upon the version that was read: of two at once, the second is told.
  expect([(await give(pdfFile('3'))).statusCode, (await give(pdfFile('3'), 1)).statusCode]).toEqual([428, 412]);
  expect((await give(pdfFile('2'), 2)).statusCode).toBe(204);
  expect((await give(Buffer.from('MZ'), 3)).json().issues).toMatchObject([{ code: 'fileOfOtherKind' }]);
  expect(await server.asOwner('SELECT 1 FROM file')).toHaveLength(1);
  expect((await server.call('GET', path(`/${id}/file`), { as: adviser })).rawPayload.equals(pdfFile('2'))).toBe(true);
  expect((await server.call('DELETE', path(`/${id}/file`), { as: adviser, headers: of(2) })).statusCode).toBe(412);
  expect((await server.call('DELETE', path(`/${id}/file`), { as: adviser, headers: of(3) })).statusCode).toBe(204);
  expect((await server.call('GET', path(`/${id}/file`), { as: adviser })).statusCode).toBe(404);
  expect(await server.asOwner('SELECT 1 FROM file_chunk')).toHaveLength(0);
});
