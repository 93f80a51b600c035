import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import yauzl from 'yauzl';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';
import { startWorkers } from '../../../server/http/rooms.ts';
import { createTask, workTasks } from '../../../server/tasks.ts';
import { completeFacts } from '../../documents/fixture.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
const path = (rest: string, organization = centre): string => `/organizations/${organization}/${rest}`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-11-22T12:00:00Z') });
  await startWorkers(server.services);
  const { organization } = completeFacts();
  centre = await server.addCentre({ slug: 'valombre', name: organization.name, municipality: 'Valombre', profile: organization.profile, facts: organization.facts });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
});
afterAll(() => server?.close());

const ended = (href: string) =>
  vi.waitFor(
    async () => {
      const answer = await server.call('GET', href, { as: adviser });
      if (['waiting', 'running'].includes(answer.json().state)) throw new Error('not yet');
      return answer;
    },
    { timeout: 60_000, interval: 100 },
  );

const unzip = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: false, autoClose: false });
  const files = new Map<string, Buffer>();
  const entries: yauzl.Entry[] = [];
  zip.on('entry', (entry: yauzl.Entry) => entries.push(entry));
  await new Promise((done, failed) => zip.on('end', done).on('error', failed));
  for (const entry of entries)
    files.set(
      entry.fileName,
      Buffer.concat(
        await (
          (await promisify(zip.openReadStream.bind(zip) as (entry: yauzl.Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void)(entry)) as import('node:stream').Readable
        ).toArray(),
      ),
    );
  return files;
};

test('a dossier holds every document, frozen where approved, else marked as a draft, with true checksums', async () => {
  const draft = (await server.call('POST', path('documents/undertakingStaff/drafts'), { as: adviser, body: {} })).json();
  const approved = (
    await server.call('POST', path(`documentVersions/${draft.id}/approve`), { as: adviser, body: { decidedOn: '2026-11-20', approver: 'management' }, headers: { 'if-match': '"1"' } })
  ).json();

  const accepted = await server.call('POST', path('dossiers'), { as: adviser, body: {} });
  expect(accepted.statusCode).toBe(202);
  const answer = await ended(accepted.headers['location'] as string);
  expect(answer.statusCode, answer.body).toBe(303);
  const dossier = (await server.call('GET', answer.headers['location'] as string, { as: adviser })).json();
  expect(dossier).toMatchObject({ language: 'fr', name: 'valombre-fr-2026-11-22.zip' });
  type Part = { path: string; draft: boolean; missing: { name: string; label: string }[] };
  const drafts = (dossier.parts as Part[]).filter(({ draft }) => draft);
  expect(drafts).toHaveLength(7);
  expect(drafts.map(({ path: page }) => page)).not.toContain('documents/undertakingStaff?language=fr');
  expect(drafts.find(({ path: page }) => page === 'documents/securityPolicyFormal?language=fr')?.missing).toContainEqual({ name: 'adviser.name', label: 'Conseiller en sécurité\u00a0: nom' });

  const archive = await server.call('GET', dossier.file, { as: adviser });
  expect(sha256(archive.rawPayload)).toBe(dossier.sha256);
  const files = await unzip(archive.rawPayload);
  expect(files.size).toBe(18);
  const sums = files.get('SHA256SUMS')!.toString();
  for (const [name, bytes] of files) if (name !== 'SHA256SUMS') expect(sums, name).toContain(`${sha256(bytes)}  ${name}\n`);
  expect(sha256(files.get('valombre-engagement-confidentialite-personnel-v1.pdf')!)).toBe(approved.files.pdf.sha256);
  expect([...files.keys()]).toContain('valombre-politique-securite-partie-formelle-v1-projet.docx');
  const index = files.get('index.txt')!.toString();
  expect(index).toContain('PROJET, non approuvé');
  expect(index).toContain('non approuvés\u00a0: 7 sur 8.\n');
  expect(index).toContain('    - Conseiller en sécurité\u00a0: nom\n');
  expect(await server.asOwner("SELECT actor_id FROM audit_entry WHERE action = 'dossier' AND organization_id = $1", [centre])).toEqual([{ actor_id: adviser.id }]);
});

test('minutes of the platform that were approved stand in it as they were frozen, in a folder of their own', async () => {
  const { id } = (
    await server.call('POST', path('platformMeetings'), {
      as: adviser,
      body: { heldOn: '2026-11-10', preparedOn: '2026-11-12', attendance: [{ name: 'Jean Parent', capacity: 'Archiviste', presence: 'present' }], points: [{ title: 'Suivi' }] },
    })
  ).json();
  const index = async () => {
    const { headers } = await server.call('POST', path('dossiers'), { as: adviser, body: { language: 'nl' } });
    const { headers: result } = await ended(headers['location'] as string);
    const dossier = (await server.call('GET', result['location'] as string, { as: adviser })).json();
    return { parts: dossier.parts as { path: string; files: string[] }[], files: await unzip((await server.call('GET', dossier.file, { as: adviser })).rawPayload) };
  };
  expect((await index()).parts).toHaveLength(8);
  const approved = await server.call('POST', path(`platformMeetings/${id}/approve`), { as: adviser, body: { approvedOn: '2026-11-12', approval: 'present' }, headers: { 'if-match': '"1"' } });
  expect(approved.statusCode, approved.body).toBe(204);
  const { parts, files } = await index();
  const minutes = parts.find(({ path: page }) => page === `platform/meetings/${id}`)!;
  expect(minutes.files).toEqual(['platform/valombre-plateforme-proces-verbal-2026-01.pdf', 'platform/valombre-plateforme-proces-verbal-2026-01.docx']);
  const [pdf] = await server.asOwner<{ sha256: string }>("SELECT encode(f.sha256, 'hex') AS sha256 FROM file f JOIN platform_meeting m ON f.id = m.pdf_file_id WHERE m.id = $1", [id]);
  expect(sha256(files.get(minutes.files[0]!)!)).toBe(pdf!.sha256);
  expect(files.get('SHA256SUMS')!.toString()).toContain(`  ${minutes.files[0]}\n`);
});

test('a document of the centre’s own stands in it as the file that was given, with its number and its approval', async () => {
  const { id } = (await server.call('POST', path('ownDocuments'), { as: adviser, body: { title: 'Charte informatique', category: 'charter', language: 'fr' } })).json();
  const sent = upload(pdfFile('Charte'), 'Charte « été ».pdf');
  const given = (await server.call('POST', path(`ownDocuments/${id}/versions`), { as: adviser, payload: sent.payload, headers: sent.headers })).json();
  const { headers } = await server.call('POST', path('dossiers'), { as: adviser, body: {} });
  const { headers: result } = await ended(headers['location'] as string);
  const dossier = (await server.call('GET', result['location'] as string, { as: adviser })).json();
  const part = dossier.parts.find(({ path: page }: { path: string }) => page === `documents/own/${id}`);
  expect(part).toMatchObject({ title: 'Charte informatique', draft: true, files: [expect.stringMatching(/^documents-propres\/01-Charte-ete-?\.pdf$/)] });
  const files = await unzip((await server.call('GET', dossier.file, { as: adviser })).rawPayload);
  expect(sha256(files.get(part.files[0])!)).toBe(given.file.sha256);
});

test('a dossier is for those who may have it, in its own centre', async () => {
  const { headers } = await server.call('POST', path('dossiers'), { as: adviser, body: { language: 'nl' } });
  const { headers: result } = await ended(headers['location'] as string);
  const link = result['location'] as string;
  const councillor = await server.addAccount({ centre, roles: ['councilMember'] });
  expect((await server.call('POST', path('dossiers'), { as: councillor, body: {} })).statusCode).toBe(403);
  expect((await server.call('GET', `${link}/file`, { as: councillor })).statusCode).toBe(403);
  const other = await server.addCentre({ slug: 'ailleurs' });
  const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
  const id = link.split('/').at(-1)!;
  for (const rest of [`dossiers/${id}`, `dossiers/${id}/file`, `tasks/${id}`]) expect((await server.call('GET', path(rest, other), { as: stranger })).statusCode, rest).toBe(404);
});

test('a file that is no dossier cannot be fetched as one', async () => {
  const [file] = await server.asOwner<{ id: string }>('SELECT id FROM file WHERE organization_id = $1 LIMIT 1', [centre]);
  expect((await server.call('GET', path(`dossiers/${file?.id}/file`), { as: adviser })).statusCode).toBe(404);
});

test('work that fails says why, and nothing of the inside', async () => {
  await workTasks(server.services, 'failing', async () => {
    throw new Error('a secret of the inside');
  });
  const scope = { organizations: [centre], actor: { kind: 'account' as const, id: adviser.id } };
  const id = await server.db.tx(scope, (tx) => createTask(server.services, tx, scope, { organizationId: centre, kind: 'failing', input: {} }));
  const answer = await ended(path(`tasks/${id}`));
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ state: 'failed', problem: { code: 'internalServerError' } });
  expect(answer.body).not.toContain('secret');
});
