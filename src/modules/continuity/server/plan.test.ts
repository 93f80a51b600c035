import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZip } from '../../../../test/zip.ts';
import { permissions } from '../../../kernel/permissions.ts';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { forCouncil as documentsForCouncil } from '../../documents/server/service.ts';
import { copiesOn, ownWords, planSteps, type StepRow } from '../disaster.ts';
import { outageState } from '../outage.ts';
import { registerModel } from '../register-document.ts';
import { readRegister } from './register.ts';
import { dossierParts } from './service.ts';

describe('rules of the disaster plan', () => {
  const copy = { content: 'plan' as const, inForce: true as boolean | null, givenOn: '2026-01-10', confirmedOn: null as string | null, endedOn: null as string | null };
  test.each([
    ['none', []],
    ['none', [{ ...copy, content: 'card' as const }]],
    ['none', [{ ...copy, endedOn: '2026-11-01' }]],
    ['older', [{ ...copy, inForce: false }]],
    ['older', [{ ...copy, inForce: null }]],
    ['notSeen', [{ ...copy, givenOn: '2025-11-21' }]],
    ['good', [{ ...copy, givenOn: '2025-11-22' }]],
    ['good', [{ ...copy, givenOn: '2024-01-10', confirmedOn: '2026-02-01' }]],
    ['good', [{ ...copy, inForce: false }, copy]],
  ])('copies outside: %s', (state, copies) => {
    expect(copiesOn(copies, '2026-11-22').state).toBe(state);
  });

  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['open', '2026-11-22T08:00:00Z', null, 24],
    ['openTooLong', '2026-11-21T11:59:00Z', null, 24],
    ['inTime', '2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', 24],
    ['tooLong', '2026-11-20T08:00:00Z', '2026-11-21T08:01:00Z', 24],
    ['unmeasured', '2026-11-20T08:00:00Z', '2026-11-21T08:01:00Z', null],
  ])('an outage against the objective of its day: %s', (state, startedAt, restoredAt, hours) => {
    expect(outageState({ startedAt, restoredAt }, hours, now)).toBe(state);
  });

  test('the steps of the library stay in their order, in the words of the centre, with its own after them', () => {
    const library = [
      { key: 'a', scenario: 'every' as const, phase: 'atOnce' as const, text: 'A', task: 'leads' as const },
      { key: 'b', scenario: 'every' as const, phase: 'firstDay' as const, text: 'B', task: 'security' as const },
    ];
    const row = { id: '1', version: 1, scenario: 'every' as const, phase: 'atOnce' as const, libraryKey: null, text: null, droppedReason: null, who: null, position: 0 } satisfies StepRow;
    const rows: StepRow[] = [
      { ...row, id: '2', text: 'Own' },
      { ...row, id: '3', libraryKey: 'a', text: 'A, here', who: 'Concierge' },
      { ...row, id: '4', libraryKey: 'b', phase: 'firstDay', droppedReason: 'No server' },
      // A step that the library gave up, of which the centre had kept nothing.
      { ...row, id: '5', libraryKey: 'gone', droppedReason: 'Gone' },
    ];
    expect(planSteps(library, rows).map(({ text, who, task, droppedReason }) => [text, who ?? task, droppedReason])).toEqual([
      ['A, here', 'Concierge', undefined],
      ['Own', undefined, undefined],
      ['B', 'security', 'No server'],
    ]);
    // What reads as the library does is not the centre's; who does it no longer is not kept.
    expect([ownWords('A', { text: 'A' }), ownWords('A', { text: 'A', who: 'Concierge' }), ownWords('A', { text: 'A, here' }), ownWords(undefined, { text: 'Own' })]).toEqual([
      {},
      { who: 'Concierge' },
      { text: 'A, here' },
      { text: 'Own' },
    ]);
  });
});

describe('the disaster plan of a centre', () => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let agent: Account;
  let clerk: Account;
  const now = new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ now: () => now });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    clerk = await server.addAccount({ centre, roles: ['staff'] });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const add = async (rest: string, body: unknown, as = adviser) => {
    const answer = await call('POST', rest, body, undefined, as);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now: () => now }))).obligations
      .filter(({ room }) => room === 'continuity')
      .map(({ rule, due }) => `${rule} ${'on' in due ? due.on : due.at}`)
      .toSorted();

  test('the registers propose the call tree once; what is missing is said; nobody calls themselves in the end', async () => {
    const director = await add('people', { lastName: 'Poncelet', firstName: 'Geneviève', kind: 'staff', phone: '0470 00 00 01' });
    await server.asOwner(`INSERT INTO mandate (organization_id, id, person_id, kind, start) VALUES ('${centre}', gen_random_uuid(), '${director.id}', 'directorGeneral', '2020-01-01')`);
    const first = (await call('POST', 'disasterPlan/propose', { parts: ['calls', 'services', 'restart'] })).json();
    expect(first).toMatchObject({ services: 4, calls: 4 });
    expect((await call('POST', 'disasterPlan/propose', { parts: ['calls', 'services', 'restart'] })).json()).toEqual({ calls: 0, services: 0, restart: 0 });
    const [leader, rescue] = (await get('callEntries')).items;
    expect([leader.label, leader.number, rescue.label, rescue.callerLabel]).toEqual(['Geneviève Poncelet', '0470 00 00 01', 'Secours (pompiers, ambulance)', 'Geneviève Poncelet']);
    const circle = await call('PATCH', `callEntries/${leader.id}`, { calledById: rescue.id }, leader.version);
    expect(circle.json().issues[0]).toMatchObject({ name: 'calledById', code: 'callsInCircle' });
    expect((await call('POST', 'callEntries', { task: 'other', name: 'Voisin' })).json().issues[0]).toMatchObject({ name: 'phone', code: 'required' });
    expect((await get('disasterPlan')).gaps).toEqual(['noReplacement', 'noPlace', 'noRestart', 'noObjective']);
    // Everybody may call the rescue; the number of the director is not theirs to read.
    expect((await get('callSheet', clerk)).items.map(({ number }: { number: string }) => number)).toEqual(['112', '101']);
    expect((await server.call('GET', path('callEntries'), { as: clerk })).statusCode).toBe(403);
    // What is noted beside a number that is shown to all, and a second one, stay with the readers of this room.
    const shown = (await get('callEntries')).items.find(({ label }: { label: string }) => label === 'Police');
    expect((await call('PATCH', `callEntries/${shown.id}`, { secondPhone: '0470 99 99 99', note: 'Le commissaire, chez lui' }, shown.version)).statusCode).toBe(200);
    expect((await get('callSheet', clerk)).items[1]).toEqual({ id: shown.id, task: 'rescue', label: 'Police', number: '101' });
  });

  test('a step is said otherwise or left out with its reason, and the document says so', async () => {
    await add('disasterSteps', { scenario: 'every', phase: 'after', libraryKey: 'evacuate', text: 'Sortir par la cour.' });
    await add('disasterSteps', { scenario: 'building', phase: 'atOnce', libraryKey: 'insurer', droppedReason: 'La commune est propriétaire.' });
    expect((await call('POST', 'disasterSteps', { scenario: 'building', phase: 'atOnce', libraryKey: 'nothing', text: 'X' })).json().issues[0]).toMatchObject({ code: 'stepUnknown' });
    // A step of the library stays in its scenario.
    const plan = await get('disasterPlan');
    expect(plan.steps.find(({ libraryKey }: { libraryKey?: string }) => libraryKey === 'evacuate')).toMatchObject({ scenario: 'building', phase: 'atOnce', text: 'Sortir par la cour.' });
    expect(plan.counts).toMatchObject({ dropped: 1, own: 0 });
    const paper = JSON.stringify(await get('documents/disasterPlan/preview?language=fr'));
    for (const words of ['Sortir par la cour.', 'La commune est propriétaire.', 'Aide sociale urgente', '0470 00 00 01']) expect(paper).toContain(words);
  });

  test('who reads the documents and not this room reads the plan without its private numbers, in every way in which it is read', async () => {
    await add('fallbackPlaces', { name: 'École', address: 'Rue 1, 4800 Valombre', contact: 'Concierge', phone: '0470 88 88 88' });
    const hidden = ['0470 00 00 01', '0470 99 99 99', 'Le commissaire, chez lui', '0470 88 88 88'];
    const councillor = await server.addAccount({ centre, roles: ['councilMember'] });
    const president = await add('people', { lastName: 'Lambert', firstName: 'Luc', kind: 'councilMember' });
    await server.asOwner(`INSERT INTO mandate (organization_id, id, person_id, kind, start) VALUES ('${centre}', gen_random_uuid(), '${president.id}', 'president', '2020-01-01')`);
    const draft = await add('documents/disasterPlan/drafts', { language: 'fr' });
    const approved = (await call('POST', `documentVersions/${draft.id}/approve`, { decidedOn: '2026-10-20', decisionNumber: '7', approver: 'council' }, draft.version)).json();
    expect(approved.state, JSON.stringify(approved)).toBe('approved');
    // The next draft, in which one number is another.
    const [leader] = (await get('callEntries')).items;
    await call('PATCH', `callEntries/${leader.id}`, { phone: '0470 77 77 77' }, leader.version);
    const next = await add('documents/disasterPlan/drafts', { language: 'fr' });
    const ways = ['documents/disasterPlan/preview', `documentVersions/${draft.id}/preview`, `documentVersions/${next.id}/preview`, 'documents/disasterPlan/sections?language=fr'];
    for (const way of [...ways, `documents/disasterPlan/comparison?from=${draft.id}`]) {
      const [whole, paper] = [JSON.stringify(await get(way)), JSON.stringify(await get(way, councillor))];
      expect(
        hidden.some((words) => whole.includes(words)),
        way,
      ).toBe(true);
      expect(
        [...hidden, '0470 77 77 77'].filter((words) => paper.includes(words)),
        way,
      ).toEqual([]);
      if (!way.includes('comparison')) expect(paper).toContain('numéro privé');
    }
    const files = async (as: Account) => (await get(`documentVersions/${draft.id}`, as)).files.pdf;
    expect([await files(adviser), await files(councillor)]).toEqual([expect.objectContaining({ sha256: expect.any(String) }), { href: expect.any(String) }]);
    // A program that reads documents reads none of them, whoever gave it its token.
    const made = await server.call('POST', '/me/tokens', { as: adviser, body: { name: 'Site', scopes: ['readDocuments'], organizationIds: [centre], days: 30 } });
    const program = await server.call('GET', path('documents/disasterPlan/preview'), { headers: { 'x-beffroi': '', authorization: `Bearer ${made.json().token}` } });
    expect([program.statusCode, program.body.includes('numéro privé'), hidden.some((words) => program.body.includes(words))]).toEqual([200, true, false]);
    const scope = { organizations: [centre], actor: { kind: 'command' as const } };
    for (const { id } of [draft, next]) {
      const file = (as: Account) => server.call('GET', path(`documentVersions/${id}/file?format=docx`), { as });
      const text = async (as: Account) =>
        readZip((await file(as)).rawPayload)
          .find(({ name }) => name === 'word/document.xml')!
          .bytes.toString();
      expect(await text(adviser)).toContain('0470 88 88 88');
      const paper = await text(councillor);
      expect([...hidden, '0470 77 77 77'].filter((words) => paper.includes(words))).toEqual([]);
      expect(paper).toContain('numéro privé');
      // What goes to the council is read by all of it.
      expect(Buffer.from((await documentsForCouncil.document.pdf(server.services, scope, centre, id)).bytes).toString('latin1', 0, 5)).toBe('%PDF-');
    }
    // Whoever may have the dossier of a centre, which holds the plan and the card, reads this room.
    expect(permissions['document.dossier'].filter((role) => !(permissions['continuity.read'] as readonly string[]).includes(role))).toEqual([]);
    await call('DELETE', `documentVersions/${next.id}`, undefined, next.version);
    await server.asOwner('TRUNCATE document_version CASCADE');
  });

  test('the card is a PDF in each language of documents', async () => {
    for (const language of ['fr', 'de']) {
      const card = await server.call('GET', path(`disasterPlan/card?language=${language}`), { as: adviser });
      expect([card.statusCode, card.headers['content-type'], card.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    }
  });

  test('an approved plan wants a copy outside; a lost service wants to be restarted by the objective of the council', async () => {
    const [version] = await server.asOwner<{
      id: string;
    }>(`INSERT INTO document_version (organization_id, id, kind, language, number, state, drafted_on, decided_on, decision_number, approver, content_hash, library_revision)
      VALUES ('${centre}', gen_random_uuid(), 'disasterPlan', 'fr', 1, 'approved', '2026-10-01', '2026-10-20', '7', 'council', repeat('0', 64), 1) RETURNING id`);
    expect(await duties()).toEqual(['disasterPlanOutside 2026-11-19']);
    await add('disasterCopies', { content: 'both', medium: 'paper', documentVersionId: version!.id, place: 'Commune', holder: 'Secrétariat', givenOn: '2026-10-25' });
    expect(await duties()).toEqual(['disasterCopySeen 2027-10-25']);
    expect((await get('disasterPlan')).copies).toMatchObject({ state: 'good', seenOn: '2026-10-25' });
    const outage = await add('outages', { what: 'Serveur', scenario: 'server', startedAt: '2026-11-22T06:00:00Z', cause: 'Disque' }, agent);
    expect(await duties()).toContain('serviceRestarted 2026-11-23T06:00:00.000Z');
    await add('recoveryObjectives', { restartHours: 8, lossHours: 24, decidedBy: 'council', decidedOn: '2026-01-10' });
    expect(await duties()).toContain('serviceRestarted 2026-11-22T14:00:00.000Z');
    const entered = await call('POST', `outages/${outage.id}/intervention`, undefined, undefined, agent);
    expect(entered.statusCode, entered.body).toBe(201);
    expect((await call('POST', `outages/${outage.id}/intervention`)).json().interventionId).toBe(entered.json().interventionId);
    const late = await call('PATCH', `outages/${outage.id}`, { restoredAt: '2026-11-22T05:00:00Z' }, 2, agent);
    expect(late.json().issues[0]).toMatchObject({ name: 'restoredAt', code: 'endBeforeStart' });
    expect((await call('PATCH', `outages/${outage.id}`, { restoredAt: '2026-11-22T08:30:00Z' }, 2, agent)).statusCode).toBe(200);
    expect((await get('outages')).items[0]).toMatchObject({ minutes: 150, restartHours: 8, interventionNumber: '2026/1' });
    expect(await duties()).toEqual(['disasterCopySeen 2027-10-25']);
  });

  const readRegisterOf = async (day: string) =>
    (await server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => readRegister(tx, centre, day, new Date(`${day}T20:00:00Z`)))).facts;
  test('the dossier holds what was lost, the copies that are outside, and the card', async () => {
    const asked = { organizationId: centre, slug: 'valombre', language: 'nl' as const, day: '2026-11-22' };
    const lost = await add('outages', { what: 'Téléphones', scenario: 'telecommunications', startedAt: '2026-11-22T08:15:00Z' }, agent);
    const parts = await dossierParts(server.services, { organizations: [centre], actor: { kind: 'command' } }, asked);
    expect(parts.map(({ title, path: page, files }) => [title, page, files.map(({ name }) => name)])).toEqual([
      ['Register van de continuïteit', 'continuity', ['pdf', 'docx', 'xlsx'].map((format) => `continuiteitsregister/valombre-continuiteitsregister.${format}`)],
      ['Belkaart', 'continuity/plan/calls', ['continuiteitsregister/valombre-belkaart.pdf']],
    ]);
    expect(Buffer.from(await parts[1]!.files[0]!.bytes()).toString('latin1', 0, 5)).toBe('%PDF-');
    // What is still lost has lasted until the moment of the dossier, not until the end of its day.
    const register = readZip(Buffer.from(await parts[0]!.files[1]!.bytes()))
      .find(({ name }) => name === 'word/document.xml')!
      .bytes.toString();
    expect(register).toContain('45 min');
    await call('DELETE', `outages/${lost.id}`, undefined, lost.version);
    const facts = await readRegisterOf('2026-11-22');
    const paper = JSON.stringify(registerModel(facts, 'fr', '2026-11-22').sections.filter(({ key }) => key === 'outages' || key === 'copies'));
    for (const words of ['22/11/2026, 07:00', '2 h 30', 'dans le délai', 'Disque', 'le plan et la carte', 'version 1', 'Secrétariat', '25/10/2026']) expect(paper).toContain(words);
    expect((await readRegisterOf('2026-10-01')).copies).toEqual([]);
    expect((await readRegisterOf('2030-01-01')).outages).toEqual([]);
  });
});
