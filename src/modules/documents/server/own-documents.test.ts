import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docxFile, pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
let day = '2026-11-22';
const path = (rest: string): string => `/organizations/${centre}/${rest}`;
const get = async (rest: string) => (await server.call('GET', path(rest), { as: adviser })).json();
const create = async (values: object) => (await server.call('POST', path('ownDocuments'), { as: adviser, body: values })).json() as { id: string; version: number };
const give = (id: string, bytes: Buffer, name: string, headers = {}) => {
  const sent = upload(bytes, name);
  return server.call('POST', path(`ownDocuments/${id}/versions`), { as: adviser, payload: sent.payload, headers: { ...sent.headers, ...headers } });
};
const act = (id: string, version: number, body: unknown, what = 'approve') => server.call('POST', path(`ownVersions/${id}/${what}`), { as: adviser, body, headers: { 'if-match': `"${version}"` } });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const council = { decidedOn: '2026-11-17', decisionNumber: '2026/119', approver: 'council' };
const line = async (title: string) => (await get('documentRegister?pageSize=200')).items.find((item: { title: string }) => item.title === title);

beforeAll(async () => {
  server = await testServer({ now: () => new Date(`${day}T12:00:00Z`) });
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server?.close());

let charter: { id: string; version: number };
const first = pdfFile('Charte informatique, version 1');

test('a document that exists without a file is missing in the register, and stands in the policy as not yet approved', async () => {
  charter = await create({ title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true, yearlyReview: true });
  expect(await line('Charte informatique')).toMatchObject({ kind: 'own', ownDocumentId: charter.id, state: 'missing', category: 'charter' });
  const { html } = await get('documents/securityPolicyFormal/preview');
  expect(html).toContain('Charte informatique');
  expect(html).toContain('pas encore approuvé');
});

test('a file becomes the draft, another one replaces it, and the approval freezes its bytes with their hash', async () => {
  const gone = await give(charter.id, docxFile(), 'Charte (projet).docx');
  expect(gone.statusCode, gone.body).toBe(201);
  const given = await give(charter.id, first, 'Charte.PDF');
  expect(given.statusCode).toBe(200);
  const draft = given.json();
  expect(draft).toMatchObject({
    number: 1,
    state: 'draft',
    file: { format: 'pdf', name: 'Charte.pdf', size: first.length, sha256: sha256(first) },
    can: { approve: true, delete: true, verify: false },
  });
  expect(await server.asOwner('SELECT 1 FROM file')).toHaveLength(1);

  expect((await act(draft.id, draft.version, { ...council, decisionNumber: undefined })).json().issues).toMatchObject([{ name: 'decisionNumber', code: 'required' }]);
  expect((await act(draft.id, draft.version, { ...council, decidedOn: '2026-12-01' })).json().issues).toMatchObject([{ name: 'decidedOn', code: 'inTheFuture' }]);
  expect((await act(draft.id, 1, council)).statusCode).toBe(412);
  const approved = await act(draft.id, draft.version, council);
  expect(approved.statusCode, approved.body).toBe(200);
  const shown = approved.json();
  expect(shown).toMatchObject({ state: 'approved', contentHash: sha256(first), reviewDueOn: '2027-11-17', approvedBy: 'Odile Lambin', can: { approve: false, delete: false, verify: true } });
  expect(shown.auditHead).toMatch(/^\d+:[0-9a-f]{64}$/);
  const file = await server.call('GET', shown.file.href, { as: adviser });
  expect(file.headers['content-disposition']).toBe('attachment; filename="valombre-charte-informatique-v1.pdf"');
  expect(file.rawPayload.equals(first)).toBe(true);
  await expect(server.asOwner("UPDATE document_version SET decision_number = 'x' WHERE id = $1", [shown.id])).rejects.toThrow('does not change');
  expect((await server.call('DELETE', path(`ownVersions/${shown.id}`), { as: adviser, headers: { 'if-match': `"${shown.version}"` } })).statusCode).toBe(409);
  expect((await act(shown.id, shown.version, council)).statusCode).toBe(409);
  expect((await get('documents/securityPolicyFormal/preview')).html).toContain('version 1, en vigueur depuis le 17\u00a0novembre 2026');
});

test('the next version supersedes it, in the register too; the first stays as it was', async () => {
  const next = (await give(charter.id, docxFile('Version 2'), 'v2.docx')).json();
  expect(next).toMatchObject({ number: 2, file: { format: 'docx' } });
  expect(await line('Charte informatique')).toMatchObject({ state: 'inForce', number: 1, draftNumber: 2, draftedOn: '2026-11-22', decisionNumber: '2026/119' });
  expect((await act(next.id, next.version, { ...council, decidedOn: '2026-11-10' })).json().issues).toMatchObject([{ code: 'beforeVersionInForce' }]);
  expect((await act(next.id, next.version, { decidedOn: '2026-11-20', approver: 'management' })).statusCode).toBe(200);
  const { items } = await get(`ownDocuments/${charter.id}/versions`);
  expect(items.map(({ number, state }: { number: number; state: string }) => `${number} ${state}`)).toEqual(['2 approved', '1 superseded']);
  expect(items[1].contentHash).toBe(sha256(first));
});

test('its yearly review is announced, and closed by a verification', async () => {
  day = '2027-11-25';
  expect((await get('documentRegister?show=review')).items).toMatchObject([{ title: 'Charte informatique', reviewDueOn: '2027-11-20' }]);
  expect((await get('documentRegister')).own).toEqual({ total: 1, inForce: 1, late: 1, drafts: 0 });
  const [{ id, version }] = (await get(`ownDocuments/${charter.id}/versions`)).items;
  expect((await act(id, version, { verifiedOn: '2026-01-01' }, 'verify')).json().issues).toMatchObject([{ code: 'beforeApproval' }]);
  expect((await act(id, version, { verifiedOn: '2027-11-25', note: 'Rien à changer' }, 'verify')).json()).toMatchObject({ reviewDueOn: '2028-11-25', verifications: [{ note: 'Rien à changer' }] });
  expect(await line('Charte informatique')).toMatchObject({ reviewDueOn: '2028-11-25' });
  day = '2026-11-22';
});

test('what is no document is refused in words, and nothing is kept of it', async () => {
  const { id } = await create({ title: 'Procédure', category: 'procedure', language: 'nl' });
  const files = await server.asOwner('SELECT id FROM file');
  const code = async (bytes: Buffer, name: string) => (await give(id, bytes, name)).json().issues?.[0]?.code;
  expect(await code(Buffer.from('MZ\x90\x00program'), 'procedure.pdf')).toBe('fileOfOtherKind');
  expect(await code(pdfFile().subarray(0, 250), 'procedure.pdf')).toBe('fileDamaged');
  expect(await code(docxFile('a', [{ name: 'word/vbaProject.bin', bytes: Buffer.from('x') }]), 'p.docx')).toBe('fileHasMacros');
  expect((await give(id, Buffer.alloc(26 * 1024 * 1024, '%PDF-'), 'p.pdf')).statusCode).toBe(413);
  expect((await server.call('POST', path(`ownDocuments/${id}/versions`), { as: adviser, body: {} })).statusCode).toBe(415);
  expect(await server.asOwner('SELECT id FROM file')).toEqual(files);
  expect((await get(`ownDocuments/${id}/versions`)).total).toBe(0);
});

test('the same file sent again under one key makes one draft; a document with versions is not deleted, an empty one is', async () => {
  const { id, version } = await create({ title: 'Règlement', category: 'regulation', language: 'de' });
  const key = { 'idempotency-key': '5b1f4d3a-7d0e-4f4a-9b5e-0d8d5b1f4d3a' };
  const sent = await give(id, first, 'r.pdf', key);
  expect([sent.statusCode, (await give(id, first, 'r.pdf', key)).json().version]).toEqual([201, sent.json().version]);
  const remove = () => server.call('DELETE', path(`ownDocuments/${id}`), { as: adviser, headers: { 'if-match': `"${version}"` } });
  expect((await remove()).statusCode).toBe(409);
  expect((await server.call('DELETE', path(`ownVersions/${sent.json().id}`), { as: adviser, headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
  expect((await remove()).statusCode).toBe(204);
});

test('the register filters, sorts, pages and exports; an own version is none of the generated ones', async () => {
  const page = await get('documentRegister?pageSize=3');
  expect(page.total).toBe(10);
  const rest = (await server.call('GET', page.next, { as: adviser })).json();
  expect([...page.items, ...rest.items].map(({ kind }: { kind: string }) => kind)[0]).toBe('securityPolicyFormal');
  expect((await get('documentRegister?show=inForce')).items.map(({ title }: { title: string }) => title)).toEqual(['Charte informatique']);
  expect((await get('documentRegister?category=procedure&text=proc%C3%A9')).total).toBe(1);
  expect((await get('documentRegister?sort=-since&show=inForce')).items).toHaveLength(1);
  const csv = (await server.call('GET', path('documentRegister/export?format=csv'), { as: adviser })).body;
  expect(csv).toContain('Charte informatique');
  expect(csv).toContain('en vigueur');
  const [{ id }] = (await get(`ownDocuments/${charter.id}/versions`)).items;
  expect((await server.call('GET', path(`documentVersions/${id}`), { as: adviser })).statusCode).toBe(404);
});

test('who may not draft gives no file, and who may not approve records no approval', async () => {
  const auditor = await server.addAccount({ centre, roles: ['auditor'] });
  const sent = upload(first, 'a.pdf');
  expect((await server.call('POST', path(`ownDocuments/${charter.id}/versions`), { as: auditor, payload: sent.payload, headers: sent.headers })).statusCode).toBe(403);
  const staff = await server.addAccount({ centre, roles: ['staff'] });
  expect((await server.call('GET', path('documentRegister'), { as: staff })).statusCode).toBe(403);
});
