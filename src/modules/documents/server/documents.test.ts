import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';
import type { MandateFacts } from '../facts.ts';
import { completeFacts } from '../fixture.ts';
import { libraryText } from './library.ts';
import { approve as record } from './service.ts';
import { workInventoryReviews } from '../../inventories/server/review-work.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
let day = '2026-11-22';
const path = (rest: string, organization = centre): string => `/organizations/${organization}/${rest}`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const council = { decidedOn: '2026-11-17', decisionNumber: '2026/118', approver: 'council' };
const approve = (id: string, version: number, body: unknown = council) => server.call('POST', path(`documentVersions/${id}/approve`), { as: adviser, body, headers: { 'if-match': `"${version}"` } });
const draft = async (kind: string, language?: string) =>
  (await server.call('POST', path(`documents/${kind}/drafts`), { as: adviser, body: language ? { language } : {} })).json() as { id: string; version: number; number: number };

/** A centre that says all of itself. */
const described = () => {
  const { name, email, address, profile, facts } = completeFacts().organization;
  return { name, municipality: 'Valombre', email: email!, address: address!, profile, facts };
};

/** Gives a centre the mandates of the fixture, or some of them. */
const appoint = async (to: string, which: (mandate: MandateFacts) => boolean = () => true): Promise<void> => {
  for (const mandate of completeFacts().mandates.filter(which)) {
    const { kind, personName, title, start, decidedOn, decisionNumber, federalServiceNotifiedOn, authorityNotifiedOn, weeklyHours } = mandate;
    const [firstName = '', lastName = ''] = personName.split(' ');
    const personId = await server.addPerson(to, { firstName, lastName, title: title ?? undefined });
    await server.addRecord(to, 'mandate', { personId, kind, start, decidedOn, decisionNumber, federalServiceNotifiedOn, authorityNotifiedOn, weeklyHours });
  }
};

beforeAll(async () => {
  server = await testServer({ now: () => new Date(`${day}T12:00:00Z`) });
  const { profile, facts, ...rest } = described();
  centre = await server.addCentre({ slug: 'valombre', ...rest, profile: { ...profile, wifi: undefined }, facts: { ...facts, charterApprovedOn: undefined } });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  await appoint(centre);
});
afterAll(() => server?.close());

let formal: { id: string; version: number; number: number };

test('a draft lists what is missing and where it is entered, and cannot be approved before', async () => {
  formal = await draft('securityPolicyFormal');
  expect(formal).toMatchObject({ number: 1, version: 1, state: 'draft', language: 'fr', draftedOn: '2026-11-22', can: { approve: true, delete: true, verify: false } });
  const detail = (await server.call('GET', path('documents/securityPolicyFormal'), { as: adviser })).json();
  expect(detail.missing).toEqual([{ variable: 'facts.charterApprovedOn', label: 'variables.facts.charterApprovedOn', where: { page: 'organization', field: 'facts.charterApprovedOn' } }]);
  const refused = await approve(formal.id, formal.version);
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ type: 'urn:problem-type:beffroi:missingVariables', missing: detail.missing });
  const preview = (await server.call('GET', path('documents/securityPolicyFormal/preview'), { as: adviser })).json();
  expect(preview.html).toContain('<mark class="missing" data-variable="facts.charterApprovedOn">');
  const pdf = await server.call('GET', path(`documentVersions/${formal.id}/file?format=pdf`), { as: adviser });
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.headers['content-disposition']).toBe('attachment; filename="valombre-politique-securite-partie-formelle-v1-projet.pdf"');
});

test('a policy that nobody could sign is not approved', async () => {
  const nobody = await server.addCentre({ slug: 'sans-mandat', ...described() });
  const there = await server.addAccount({ centre: nobody, roles: ['adviser'] });
  await appoint(nobody, ({ kind }) => kind !== 'president');
  const open = (await server.call('POST', path('documents/securityPolicyFormal/drafts', nobody), { as: there, body: {} })).json();
  const refused = await server.call('POST', path(`documentVersions/${open.id}/approve`, nobody), { as: there, body: council, headers: { 'if-match': '"1"' } });
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({
    type: 'urn:problem-type:beffroi:missingVariables',
    missing: [{ variable: 'president.name', where: { page: 'mandates', mandate: 'president' } }],
  });
});

test('opening the draft again keeps its number and brings it to the day', async () => {
  day = '2026-11-23';
  const again = await server.call('POST', path('documents/securityPolicyFormal/drafts'), { as: adviser, body: {} });
  day = '2026-11-22';
  expect(again.statusCode).toBe(200);
  expect(again.json()).toMatchObject({ id: formal.id, number: 1, version: 2, draftedOn: '2026-11-23' });
  formal = again.json();
});

test('once the fact is entered the draft is approved, and the frozen bytes are those of the hash', async () => {
  const { version } = (await server.call('GET', path('').slice(0, -1), { as: adviser })).json();
  await server.call('PATCH', path('').slice(0, -1), { as: adviser, body: { facts: { charterApprovedOn: '2025-02-18' }, profile: { wifi: 'protected' } }, headers: { 'if-match': `"${version}"` } });
  const bad = await approve(formal.id, formal.version, { decidedOn: '2026-12-01', approver: 'management' });
  expect(bad.json().issues.map((issue: { name: string; code: string }) => `${issue.name}:${issue.code}`)).toEqual(['approver:wrongApprover', 'decidedOn:inTheFuture']);
  const stale = await approve(formal.id, 1);
  expect(stale.statusCode).toBe(412);
  expect((await server.asOwner('SELECT 1 FROM file')).length).toBe(0);

  const approved = await approve(formal.id, formal.version);
  expect(approved.statusCode, approved.body).toBe(200);
  const shown = approved.json();
  expect(shown).toMatchObject({
    state: 'approved',
    decidedOn: '2026-11-17',
    decisionNumber: '2026/118',
    reviewDueOn: '2027-11-17',
    approvedBy: 'Odile Lambin',
    can: { approve: false, delete: false, verify: true },
  });
  expect(shown.auditHead).toMatch(/^\d+:[0-9a-f]{64}$/);
  for (const format of ['pdf', 'docx'] as const) {
    const file = await server.call('GET', path(`documentVersions/${formal.id}/file?format=${format}`), { as: adviser });
    expect(sha256(file.rawPayload)).toBe(shown.files[format].sha256);
    expect(file.rawPayload.length).toBe(shown.files[format].size);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="valombre-politique-securite-partie-formelle-v1.${format}"`);
  }
  const html = (await server.call('GET', path(`documentVersions/${formal.id}/preview`), { as: adviser })).json().html as string;
  expect(html).toContain(`sha256 ${shown.contentHash.slice(0, 4)} `);
  const [number, hash] = shown.auditHead.split(':') as [string, string];
  expect(html).toContain(`${number}, ${hash.slice(0, 12)}`);
  expect(await server.asOwner("SELECT 1 FROM audit_link WHERE organization_id = $1 AND class = 'ordinary' AND number = $2 AND encode(hash, 'hex') = $3", [centre, number, hash])).toHaveLength(1);
  expect((await approve(formal.id, shown.version)).statusCode).toBe(409);
});

test('the document in force says when it would read differently today', async () => {
  const inForce = async () => (await server.call('GET', path('documents'), { as: adviser })).json().items.find(({ kind }: { kind: string }) => kind === 'securityPolicyFormal');
  expect(await inForce()).toMatchObject({ outdated: false, missing: 0, nextNumber: 2, reviewDueOn: '2027-11-17' });
  const { version } = (await server.call('GET', path('').slice(0, -1), { as: adviser })).json();
  await server.call('PATCH', path('').slice(0, -1), { as: adviser, body: { facts: { charterApprovedOn: '2026-02-18' } }, headers: { 'if-match': `"${version}"` } });
  expect(await inForce()).toMatchObject({ outdated: true });
});

test('the database refuses to change, move back or delete what is approved', async () => {
  for (const change of ["SET decision_number = '1'", "SET state = 'draft'", "SET state = 'superseded', decided_on = '2020-01-01'"])
    await expect(server.asOwner(`UPDATE document_version ${change} WHERE id = $1`, [formal.id])).rejects.toThrow('an approved document does not change');
  await expect(server.asOwner('DELETE FROM document_version WHERE id = $1', [formal.id])).rejects.toThrow('an approved document does not change');
  expect((await server.call('DELETE', path(`documentVersions/${formal.id}`), { as: adviser, headers: { 'if-match': '"3"' } })).statusCode).toBe(409);
});

test('the yearly verification moves the next one', async () => {
  day = '2027-10-01';
  const verify = (verifiedOn: string) => server.call('POST', path(`documentVersions/${formal.id}/verify`), { as: adviser, body: { verifiedOn, note: 'Rien à changer' } });
  expect((await verify('2027-10-02')).json().issues[0]).toMatchObject({ name: 'verifiedOn', code: 'inTheFuture' });
  expect((await verify('2026-11-16')).json().issues[0]).toMatchObject({ name: 'verifiedOn', code: 'beforeApproval' });
  const done = await verify('2027-10-01');
  expect(done.json()).toMatchObject({ reviewDueOn: '2028-10-01', verifications: [{ verifiedOn: '2027-10-01', note: 'Rien à changer' }] });
  day = '2026-11-22';
});

test('the next version supersedes the one in force, and a decision older than it is refused', async () => {
  const second = await draft('securityPolicyFormal');
  const seen = (await server.call('GET', path(`documentVersions/${second.id}/preview`), { as: adviser })).json().contentHash as string;
  expect((await approve(second.id, second.version, { ...council, decidedOn: '2026-11-20', previewHash: 'a'.repeat(64) })).statusCode).toBe(412);
  expect(second.number).toBe(2);
  expect((await approve(second.id, second.version, { ...council, decidedOn: '2026-11-16' })).json().issues[0]).toMatchObject({ code: 'beforeVersionInForce' });
  expect((await approve(second.id, second.version, { ...council, decidedOn: '2026-11-20', decisionNumber: '2026/130', previewHash: seen })).statusCode).toBe(200);
  const { versions, inForce, draft: open } = (await server.call('GET', path('documents/securityPolicyFormal'), { as: adviser })).json();
  expect(versions.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([
    [2, 'approved'],
    [1, 'superseded'],
  ]);
  expect([inForce.id, open]).toEqual([second.id, undefined]);
  expect((await server.call('POST', path(`documentVersions/${formal.id}/verify`), { as: adviser, body: { verifiedOn: '2026-11-21' } })).statusCode).toBe(409);
});

test('the parts are versioned apart, and each language too', async () => {
  const operational = await draft('securityPolicyOperational');
  const dutch = await draft('securityPolicyFormal', 'nl');
  expect([operational.number, dutch.number]).toEqual([1, 1]);
  const gone = await server.call('DELETE', path(`documentVersions/${dutch.id}`), { as: adviser, headers: { 'if-match': `"${dutch.version}"` } });
  expect(gone.statusCode).toBe(204);
  expect((await server.call('GET', path(`documentVersions/${dutch.id}`), { as: adviser })).statusCode).toBe(404);
});

test('of two approvals at once one wins, and the other leaves nothing behind', async () => {
  const open = await draft('undertakingStaff');
  const before = (await server.asOwner('SELECT 1 FROM file')).length;
  const answers = await Promise.all([1, 2].map(() => approve(open.id, open.version, { decidedOn: '2026-11-20', approver: 'management' })));
  const [won, lost] = answers.map(({ statusCode }) => statusCode).toSorted();
  expect(won).toBe(200);
  // Another version when they met, another state when the second came after.
  expect([409, 412]).toContain(lost);
  expect((await server.asOwner('SELECT 1 FROM file')).length).toBe(before + 2);
});

test('a fact that changes while the document is drawn stops the approval, and nothing of it stays', async () => {
  const open = await draft('securityPolicyOperational');
  const before = (await server.asOwner('SELECT 1 FROM file')).length;
  let drawn = 0;
  // The document is drawn between the first transaction and the second.
  const db = {
    ...server.db,
    tx: (async (...given: Parameters<typeof server.db.tx>) => {
      drawn += 1;
      if (drawn === 2) await server.asOwner("UPDATE organization SET facts = jsonb_set(facts, '{recoveryHours}', '36') WHERE id = $1", [centre]);
      return server.db.tx(...given);
    }) as typeof server.db.tx,
  };
  const scope = { organizations: [centre], actor: { kind: 'account' as const, id: adviser.id } };
  await expect(
    record({ db, now: server.services.now }, scope, centre, open.id, open.version, { decidedOn: '2026-11-20', decisionNumber: '2026/131', approver: 'councilWithAnnualReport' }),
  ).rejects.toMatchObject({ code: 'staleVersion' });
  expect(drawn).toBe(2);
  expect((await server.asOwner('SELECT 1 FROM file')).length).toBe(before);
  expect((await server.call('GET', path(`documentVersions/${open.id}`), { as: adviser })).json()).toMatchObject({ state: 'draft' });
});

test('somebody of another centre finds nothing', async () => {
  const other = await server.addCentre({ slug: 'ailleurs' });
  const stranger = await server.addAccount({ centre: other, roles: ['adviser'] });
  for (const rest of ['documents', 'documents/securityPolicyFormal', `documentVersions/${formal.id}`, `documentVersions/${formal.id}/file`]) {
    expect((await server.call('GET', path(rest), { as: stranger })).statusCode, rest).toBe(404);
  }
  for (const rest of [`documentVersions/${formal.id}`, `documentVersions/${formal.id}/file`, `documentVersions/${formal.id}/preview`]) {
    expect((await server.call('GET', path(rest, other), { as: stranger })).statusCode, rest).toBe(404);
  }
  expect((await server.call('POST', path(`documentVersions/${formal.id}/approve`, other), { as: stranger, body: council, headers: { 'if-match': '"1"' } })).statusCode).toBe(404);
  const list = (await server.call('GET', path('documents', other), { as: stranger })).json();
  expect(list.items.every((item: { inForce?: unknown; draft?: unknown }) => item.inForce === undefined && item.draft === undefined)).toBe(true);
  expect(libraryText('securityPolicyFormal', 'fr').revision).toBeGreaterThan(0);
});

test('the policy says what the registers hold, and reads the same while they fill', async () => {
  const there = await server.addCentre({ slug: 'registres' });
  const as = await server.addAccount({ centre: there, roles: ['adviser'] });
  const slots = async () => {
    const { html } = (await server.call('GET', path('documents/securityPolicyOperational/preview', there), { as })).json() as { html: string };
    return html.replaceAll(/<[^>]+>|&nbsp;|\u00a0|\u202f/g, ' ').replaceAll(/\s+/g, ' ');
  };
  const add = async (rest: string, body: unknown) => {
    const answer = await server.call('POST', path(rest, there), { as, body });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json() as { id: string; version: number };
  };
  const before = await slots();
  for (const nothing of ['Aucun matériel n’est encore', 'Aucune intervention n’est encore', 'Aucune sauvegarde n’est encore']) expect(before).toContain(nothing);

  await add('devices', { name: 'Écrans', kind: 'screen', quantity: 12 });
  await add('devices', { name: 'SRV-1', kind: 'server' });
  expect(await slots()).toContain('aucune revue n’en est encore signée');
  await workInventoryReviews(server.services);
  const review = await add('inventoryReviews', {});
  expect((await server.call('POST', path(`inventoryReviews/${review.id}/sightings`, there), { as, body: { code: '2' } })).statusCode).toBe(200);
  expect((await server.call('POST', path(`inventoryReviews/${review.id}/signature`, there), { as, body: {}, headers: { 'if-match': `"${review.version}"` } })).statusCode).toBe(204);
  await add('backupPlans', {
    name: 'Dossiers',
    kind: 'server',
    what: 'Tous',
    method: 'full',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    times: ['22:00'],
    scheduledSince: day,
    place: 'NAS',
    offSite: 'Coffre',
    encrypted: true,
  });
  const after = await slots();
  expect(after).toContain('2 lignes, dont 1 non retrouvées');
  expect(after).toMatch(/écran\S* 12 serveur\S* 1/iu);
  expect(after).toMatch(/Dossiers ?\. Tous complète à chaque fois, chaque jour, 22:00 NAS; hors du bâtiment : Coffre; chiffrée/u);
  await add('devices', { name: 'Un de plus', kind: 'laptop' });
  expect(await slots()).toBe(after);
});
