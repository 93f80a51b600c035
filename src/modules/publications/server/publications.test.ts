import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, type TestServer, testServer } from '../../../../test/harness.ts';
import type { Mail } from '../../../server/mail.ts';
import { queueLetters } from './letter-store.ts';
import { sendLetters } from './letters.ts';

describeOnBothEngines('publication', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let day = '2026-11-24';
  const mails: Mail[] = [];
  const ids: Record<string, string> = {};
  const path = (rest: string): string => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const post = (rest: string, body: unknown, as: Account = adviser, headers = {}) => server.call('POST', path(rest), { as, body, headers });

  /** A charter of the centre's own, approved; the id of its version. */
  const approved = async (documentId?: string): Promise<{ document: string; version: string }> => {
    const document = documentId ?? (await post('ownDocuments', { title: 'Charte informatique', category: 'charter', language: 'fr' })).json().id;
    const sent = upload(pdfFile(), 'charte.pdf');
    const draft = (await server.call('POST', path(`ownDocuments/${document}/versions`), { as: adviser, payload: sent.payload, headers: sent.headers })).json();
    const answer = await post(`ownVersions/${draft.id}/approve`, { decidedOn: day, decisionNumber: '2026/119', approver: 'council' }, adviser, { 'if-match': `"${draft.version}"` });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return { document, version: draft.id };
  };
  const person = async (name: string, values: { kind?: 'staff' | 'trainee' | 'councilMember'; email?: string; start?: string; end?: string; service?: string } = {}) => {
    const id = await server.addPerson(centre, { firstName: name, lastName: 'Dupont', kind: values.kind ?? 'staff', ...(values.email ? { email: values.email } : {}) });
    if (values.start) await server.addRecord(centre, 'contract', { personId: id, kind: 'permanent', function: 'x', start: values.start, end: values.end, serviceId: values.service, suspensions: [] });
    ids[name] = id;
    return id;
  };
  const names = async (publication: string, state?: string): Promise<string[]> =>
    (await get(`publications/${publication}/recipients${state ? `?state=${state}` : ''}`)).items.map(({ personName }: { personName: string }) => personName.split(' ')[0]);

  let charter: { document: string; version: string };
  let anne: Account;
  let published: { id: string; version: number };
  const secretOf = (mail: Mail | undefined): string => /read#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const byLink = (what: string, token: string) => server.call('POST', `/reading${what}`, { body: { token } });

  beforeAll(async () => {
    server = await testServer({ engine, now: () => new Date(`${day}T12:00:00Z`), mails });
    centre = await server.addCentre({ slug: 'valombre', name: { fr: 'CPAS de Valombre' } });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    const social = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', seesPersonalData: true });
    ids['social'] = social;
    await person('Anne', { email: 'anne@example.be', start: '2020-01-01', service: social });
    await person('Luc', { email: 'luc@example.be', start: '2020-01-01' });
    await person('Zoé', { start: '2020-01-01', kind: 'trainee' });
    await person('Parti', { email: 'parti@example.be', start: '2010-01-01', end: '2026-10-31' });
    await person('Élu', { kind: 'councilMember' });
    anne = await server.addAccount({ centre, roles: [], personId: ids['Anne']! });
    charter = await approved();
  });
  afterAll(() => server?.close());

  test('what is no version in force, nobody as audience, or a stranger among it, is refused', async () => {
    const whole = { documentVersionId: charter.version, audience: { everybody: true }, startsOn: day };
    expect((await post('publications', { ...whole, audience: {} })).json().issues).toMatchObject([{ name: 'audience.everybody', code: 'chooseOne' }]);
    expect((await post('publications', { ...whole, documentVersionId: ids['Anne'] })).statusCode).toBe(400);
    expect((await post('publications', { ...whole, audience: { personIds: [centre] } })).json().issues).toMatchObject([{ name: 'audience.personIds' }]);
    expect((await post('publications', { ...whole, startsOn: '2026-01-01', dueOn: '2026-02-01' })).json().issues).toMatchObject([{ code: 'inThePast' }]);
    const draft = upload(pdfFile('2'), 'b.pdf');
    const open = (await server.call('POST', path(`ownDocuments/${charter.document}/versions`), { as: adviser, payload: draft.payload, headers: draft.headers })).json();
    expect((await post('publications', { ...whole, documentVersionId: open.id })).statusCode).toBe(409);
    await server.call('DELETE', path(`ownVersions/${open.id}`), { as: adviser, headers: { 'if-match': '"1"' } });
    expect((await post('publicationReach', { audience: { everybody: true }, startsOn: day })).json()).toEqual({ recipients: 4, withAccount: 1, withEmail: 1, withNeither: 2, mailWorks: true });
  });

  test('a publication reaches who is there: by their page, by a personal link, on paper; who has left is not asked', async () => {
    const answer = await post('publications', { documentVersionId: charter.version, audience: { everybody: true }, startsOn: day, dueOn: '2026-12-24', message: 'Merci.' });
    expect(answer.statusCode, answer.body).toBe(201);
    published = answer.json();
    expect(published).toMatchObject({ title: 'Charte informatique', number: 1, recipients: 4, confirmed: 0, waiting: 4, state: 'open', oldestSince: day });
    expect(await names(published.id)).toEqual(['Anne', 'Élu', 'Luc', 'Zoé']);
    expect((await post('publications', { documentVersionId: charter.version, audience: { everybody: true }, startsOn: day })).statusCode).toBe(409);

    // Of more people than are written to at once, nobody is left out; undone again.
    let queued = 0;
    const undone = server.db.tx({ organizations: [centre], actor: { kind: 'job' } }, async (tx) => {
      queued = await queueLetters(tx, centre, published.id, 'first', day, new Date(`${day}T12:00:00Z`), 1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(queued).toBe(2);
    expect(await sendLetters(server.services)).toBe(2);
    expect(await sendLetters(server.services)).toBe(0);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['anne@example.be', 'luc@example.be']);
    const [toAnne, toLuc] = mails.toSorted((a, b) => (a.to < b.to ? -1 : 1));
    expect(toAnne!.text).toContain('/c/valombre/documents/to-read');
    expect(toAnne!.text).not.toContain('read#');
    expect(toLuc!.subject).toBe('À lire : Charte informatique');
    expect(toLuc!.text).toContain('24 décembre 2026');
    expect(JSON.stringify(await server.asOwner('SELECT * FROM publication_letter'))).not.toContain(secretOf(toLuc));
    expect(JSON.stringify(server.log())).not.toContain(secretOf(toLuc));
  });

  test('with an account one reads it on one’s page and confirms with one button, once', async () => {
    const { items } = await get('readings', anne);
    expect(items).toMatchObject([{ id: published.id, title: 'Charte informatique', confirm: true, dueOn: '2026-12-24', message: 'Merci.' }]);
    const file = await server.call('GET', path(`readings/${published.id}/file`), { as: anne });
    expect(file.headers['content-disposition']).toBe('attachment; filename="valombre-charte-informatique-v1.pdf"');
    expect((await server.call('GET', path(`ownVersions/${charter.version}/file`), { as: anne })).statusCode).toBe(403);
    expect((await post(`readings/${published.id}/confirm`, undefined, anne)).json()).toMatchObject({ confirmedOn: day });
    day = '2026-11-25';
    expect((await post(`readings/${published.id}/confirm`, undefined, anne)).json()).toMatchObject({ confirmedOn: '2026-11-24' });
    expect(await server.asOwner('SELECT how FROM confirmation')).toEqual([{ how: 'account' }]);
    // The adviser has no person here, and is asked nothing.
    expect((await get('readings')).items).toEqual([]);
    expect((await post(`readings/${published.id}/confirm`, undefined)).statusCode).toBe(404);
  });

  test('without an account one’s own link shows that document alone, and confirms for its owner', async () => {
    const token = secretOf(mails.find(({ to }) => to === 'luc@example.be'));
    const shown = await byLink('', token);
    expect(shown.json()).toEqual({
      centre: 'CPAS de Valombre',
      person: 'Luc Dupont',
      kind: 'own',
      ownDocumentId: charter.document,
      title: 'Charte informatique',
      number: 1,
      language: 'fr',
      confirm: true,
      startsOn: '2026-11-24',
      dueOn: '2026-12-24',
      message: 'Merci.',
      file: { name: 'valombre-charte-informatique-v1.pdf', size: pdfFile().length, format: 'pdf' },
    });
    expect((await byLink('/file', token)).rawPayload.equals(pdfFile())).toBe(true);
    expect((await byLink('/confirm', token)).statusCode).toBe(204);
    expect((await byLink('/confirm', token)).statusCode).toBe(204);
    expect(await server.asOwner("SELECT person_id FROM confirmation WHERE how = 'link'")).toEqual([{ person_id: ids['Luc'] }]);
    expect((await byLink('', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).statusCode).toBe(404);
    const [entry] = await server.asOwner("SELECT actor_kind, actor_id FROM audit_entry WHERE table_name = 'confirmation' AND fields -> 'after' ->> 'how' = 'link'");
    expect(entry).toEqual({ actor_kind: 'link', actor_id: null });
  });

  test('a signed list is entered by hand, with its scan; what one said oneself is nobody’s to take back', async () => {
    const scan = upload(pdfFile('Liste signée'), 'liste.pdf');
    const sheet = (await server.call('POST', path(`publications/${published.id}/sheets`), { as: adviser, payload: scan.payload, headers: scan.headers })).json();
    const program = upload(Buffer.from('MZ'), 'liste.pdf');
    expect((await server.call('POST', path(`publications/${published.id}/sheets`), { as: adviser, payload: program.payload, headers: program.headers })).json().issues).toMatchObject([
      { code: 'fileOfOtherKind' },
    ]);
    const enter = (body: object) => post(`publications/${published.id}/confirmations`, { personIds: [ids['Zoé']], confirmedOn: day, ...body });
    expect((await enter({ personIds: [ids['Parti']] })).json().issues).toMatchObject([{ name: 'personIds', code: 'notAsked' }]);
    expect((await enter({ confirmedOn: '2026-11-23' })).json().issues).toMatchObject([{ code: 'beforePublication' }]);
    expect((await enter({ confirmedOn: '2027-01-01' })).json().issues).toMatchObject([{ code: 'inTheFuture' }]);
    expect((await enter({ sheetId: centre })).json().issues).toMatchObject([{ name: 'sheetId' }]);
    expect((await enter({ sheetId: sheet.id })).json()).toEqual({ recorded: 1 });
    expect((await enter({ personIds: [ids['Zoé'], ids['Anne']] })).json()).toEqual({ recorded: 0 });
    expect((await get(`publications/${published.id}/sheets`)).items).toMatchObject([{ name: 'liste.pdf', confirmations: 1 }]);
    expect((await server.call('GET', sheet.file, { as: adviser })).rawPayload.equals(pdfFile('Liste signée'))).toBe(true);
    const confirmed = (await get(`publications/${published.id}/recipients?state=confirmed`)).items as { personName: string; confirmationId: string; how: string; recordedBy?: string }[];
    expect(confirmed.map(({ personName, how }) => `${personName.split(' ')[0]} ${how}`)).toEqual(['Anne account', 'Luc link', 'Zoé paper']);
    expect(confirmed[2]!.recordedBy).toBe('Odile Lambin');
    const undo = (at: number) => server.call('DELETE', path(`confirmations/${confirmed[at]!.confirmationId}`), { as: adviser, headers: { 'if-match': '"1"' } });
    expect((await undo(0)).statusCode).toBe(409);
    expect((await undo(2)).statusCode).toBe(204);
    expect(await names(published.id, 'waiting')).toEqual(['Élu', 'Zoé']);
  });

  test('the list to sign is a PDF of those who still have to', async () => {
    const list = await server.call('GET', path(`publications/${published.id}/signatureList`), { as: adviser });
    expect(list.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(list.headers['content-disposition']).toBe('attachment; filename="valombre-liste-a-signer-v1.pdf"');
  });

  test('who arrives is asked from their arrival on; who leaves is asked no more, and their link shows nothing', async () => {
    day = '2026-12-10';
    await person('Nouveau', { email: 'nouveau@example.be', start: '2026-12-05' });
    expect((await get(`publications/${published.id}/recipients?sort=-since`)).items[0]).toMatchObject({ personName: 'Nouveau Dupont', since: '2026-12-05', reach: 'mail' });
    expect(await sendLetters(server.services)).toBe(1);
    const token = secretOf(mails.at(-1));
    expect((await byLink('', token)).statusCode).toBe(200);
    await server.asOwner('UPDATE contract SET "end" = \'2026-12-09\' WHERE person_id = $1', [ids['Nouveau']]);
    expect((await byLink('', token)).statusCode).toBe(404);
    expect((await byLink('/confirm', token)).statusCode).toBe(404);
    expect(await names(published.id, 'waiting')).toEqual(['Élu', 'Zoé']);
  });

  test('past its date it is late, and says who waits since when; a reminder goes once a day to who has an address', async () => {
    day = '2027-01-04';
    await server.asOwner("UPDATE person SET email = 'zoe@example.be' WHERE id = $1", [ids['Zoé']]);
    expect((await get('publications?state=late')).items).toMatchObject([{ id: published.id, recipients: 4, confirmed: 2, waiting: 2, oldestSince: '2026-11-24' }]);
    await sendLetters(server.services);
    const before = mails.length;
    expect((await post(`publications/${published.id}/reminders`, undefined)).json()).toEqual({ letters: 1, mailWorks: true });
    expect((await post(`publications/${published.id}/reminders`, undefined)).json()).toEqual({ letters: 0, mailWorks: true });
    await sendLetters(server.services);
    expect(mails.slice(before)).toMatchObject([{ to: 'zoe@example.be', subject: 'Rappel, à lire : Charte informatique' }]);
    expect((await byLink('', secretOf(mails.at(-1)))).statusCode).toBe(200);
  });

  test('a next version asks again, the same people, with as many days; the confirmations stay with theirs, and old links show nothing', async () => {
    const old = secretOf(mails.find(({ to }) => to === 'luc@example.be'));
    const next = await approved(charter.document);
    const { items } = await get('publications');
    expect(items.map(({ number, state, endReason }: Record<string, unknown>) => [number, state, endReason])).toEqual([
      [2, 'open', undefined],
      [1, 'ended', 'replaced'],
    ]);
    expect(items[0]).toMatchObject({ documentVersionId: next.version, startsOn: '2027-01-04', dueOn: '2027-02-03', confirmed: 0, waiting: 4 });
    expect(items[1]).toMatchObject({ confirmed: 2, waiting: 2 });
    expect((await byLink('', old)).statusCode).toBe(404);
    expect((await get('readings', anne)).items).toMatchObject([{ number: 2 }]);
    [published] = items;
  });

  test('a link made by hand works until the publication is withdrawn; then nobody is asked any more', async () => {
    const make = (personId: string) => post(`publications/${published.id}/links`, { personId });
    expect((await make(ids['Parti']!)).json().issues).toMatchObject([{ code: 'notAsked' }]);
    const { link } = (await make(ids['Élu']!)).json();
    const token = link.split('#')[1];
    expect((await byLink('', token)).json()).toMatchObject({ person: 'Élu Dupont', number: 2 });
    const withdraw = (version: number) => post(`publications/${published.id}/withdraw`, undefined, adviser, { 'if-match': `"${version}"` });
    expect((await withdraw(9)).statusCode).toBe(412);
    expect((await withdraw(published.version)).json()).toMatchObject({ state: 'ended', endReason: 'withdrawn', can: { withdraw: false, remind: false } });
    expect((await withdraw(2)).statusCode).toBe(409);
    expect((await byLink('', token)).statusCode).toBe(404);
    expect((await byLink('/file', token)).statusCode).toBe(404);
    expect((await get('readings', anne)).items).toEqual([]);
    expect((await post(`publications/${published.id}/reminders`, undefined)).statusCode).toBe(409);
    expect(await sendLetters(server.services)).toBe(0);
  });

  test.each([
    ['a service', () => ({ serviceIds: [ids['social']] }), ['Anne']],
    ['a kind of people', () => ({ personKinds: ['trainee'] }), ['Zoé']],
    ['a function', () => ({ mandateKinds: ['archivist'] }), ['Luc']],
    ['named people, and one who has left', () => ({ personIds: [ids['Élu'], ids['Parti']] }), ['Élu']],
  ])('an audience of %s', async (_what, audience, expected) => {
    if ((await server.asOwner('SELECT 1 FROM mandate')).length === 0) await server.addRecord(centre, 'mandate', { personId: ids['Luc'], kind: 'archivist', start: '2021-01-01' });
    const [{ document_version_id: version }] = (await server.asOwner<{ document_version_id: string }>('SELECT document_version_id FROM publication ORDER BY published_at DESC LIMIT 1')) as [
      { document_version_id: string },
    ];
    const made = (await post('publications', { documentVersionId: version, audience: audience(), startsOn: day, confirm: false, byMail: false })).json();
    expect(await names(made.id)).toEqual(expected);
    expect((await post(`readings/${made.id}/confirm`, undefined, anne)).statusCode).toBe(expected.includes('Anne') ? 409 : 404);
    await post(`publications/${made.id}/withdraw`, undefined, adviser, { 'if-match': '"1"' });
  });

  test('who may not publish does not, and who only works here sees their own readings alone', async () => {
    const auditor = await server.addAccount({ centre, roles: ['auditor'] });
    expect((await post('publications', {}, auditor)).statusCode).toBe(403);
    expect((await server.call('GET', path('publications'), { as: auditor })).statusCode).toBe(200);
    expect((await server.call('GET', path('publications'), { as: anne })).statusCode).toBe(403);
  });
});
