import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { upload } from '../../../../test/document-files.ts';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';
import { mergePdfs, splitPdf } from '../../../documents/pdf-merge.ts';
import { renderPdf } from '../../../documents/pdf.ts';
import { drawCode } from '../../../documents/qr.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { Mail } from '../../../server/mail.ts';
import { newCode, payloadOf } from './code.ts';
import { sendDeclarationLetters } from './letters.ts';

describe('signing on a screen and on paper', () => {
  let server: TestServer;
  let centre: string;
  let other: string;
  let adviser: Account;
  let reception: Account;
  let now = new Date('2026-11-24T12:00:00Z');
  const mails: Mail[] = [];
  const people: Record<string, string> = {};
  const path = (rest: string): string => `/organizations/${centre}/${rest}`;
  const post = (rest: string, body: unknown, as: Account = adviser) => server.call('POST', path(rest), { as, body });
  const stateOf = async (name: string): Promise<string | undefined> =>
    (await server.call('GET', path('declarationNeeds?pageSize=200'), { as: adviser })).json().items.find(({ id }: { id: string }) => id === people[name])?.state;

  beforeAll(async () => {
    server = await testServer({ now: () => now, mails });
    centre = await server.addCentre({ slug: 'valombre', name: { fr: 'CPAS de Valombre' } });
    other = await server.addCentre({ slug: 'ailleurs' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    reception = await server.addAccount({ centre, roles: ['reception'] });
    for (const name of ['Anne', 'Luc', 'Zoé', 'Marc', 'Rita', 'Paul']) {
      people[name] = await server.addPerson(centre, { firstName: name, lastName: 'Dupont', kind: 'staff' });
      await server.addRecord(centre, 'contract', { personId: people[name], kind: 'permanent', function: 'Agent', start: '2026-11-02', suspensions: [] });
    }
  });
  afterAll(() => server?.close());

  const hand = async (name: string): Promise<string> => /#(\S+)$/.exec((await post('declarationLinks', { personId: people[name] }, reception)).json().link)![1]!;
  const open = (token: string, device?: string) => server.call('POST', '/undertaking', { body: { token, ...(device ? { device } : {}) } });
  const signature = {
    strokes: [
      [
        [100, 100],
        [400, 300],
        [700, 100],
      ],
    ],
  };
  const codeOf = (answer: { json: () => { issues?: { code: string }[] } }): string | undefined => answer.json().issues?.[0]?.code;

  test('the one who holds the screen reads and signs, once, on that device; the step of the arrival is done with it', async () => {
    const [contract] = (await server.call('GET', path(`contracts?personId=${people['Anne']}`), { as: adviser })).json().items;
    const arrival = (await post('movements', { kind: 'arrival', personId: people['Anne'], contractId: contract.id, day: '2026-11-02' })).json();
    // A paper of earlier is judged by a person.
    expect((await post('declarations', { personId: people['Anne'], variant: 'staff', signedOn: '2019-03-04' })).statusCode).toBe(201);
    const undertaking = async () => (await server.call('GET', path(`movements/${arrival.id}`), { as: adviser })).json().allSteps.find(({ kind }: { kind: string }) => kind === 'undertaking');
    expect(await undertaking()).toMatchObject({ state: 'open' });
    const token = await hand('Anne');
    const shown = (await open(token)).json();
    expect(shown).toMatchObject({ person: 'Anne Dupont', centre: 'CPAS de Valombre', variant: 'staff' });
    const sign = (values = {}) => server.call('POST', '/undertaking/sign', { body: { token, device: shown.device, contentHash: shown.contentHash, agreed: true, signature, ...values } });
    expect(codeOf(await open(token))).toBe('linkElsewhere');
    expect((await open(token, shown.device)).statusCode).toBe(200);
    expect(codeOf(await sign({ device: 'a'.repeat(32) }))).toBe('linkElsewhere');
    expect(codeOf(await sign({ contentHash: 'f'.repeat(64) }))).toBe('textChanged');
    expect((await sign({ signature: { strokes: [[[1, 1]]] } })).statusCode).toBe(400);
    expect((await sign({ signature: { strokes: [[['1"/><script>', 1]]] } })).statusCode).toBe(400);
    // Pressed twice at once: one signature.
    const both = await Promise.all([sign(), sign()]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400]);
    expect(codeOf(await open(token, shown.device))).toBe('linkUsed');
    expect(codeOf(await sign())).toBe('linkUsed');
    const [made] = (await server.call('GET', path(`declarations?how=screen&personId=${people['Anne']}`), { as: adviser })).json().items;
    expect(made).toMatchObject({ how: 'screen', can: { annul: true } });
    expect(await undertaking()).toMatchObject({ state: 'done', doneAt: now.toISOString() });
    expect((await server.call('GET', path(`declarations/${made.id}/file`), { as: adviser })).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('an address that is old, replaced or invented opens nothing, and says so plainly', async () => {
    const first = await hand('Luc');
    const second = await hand('Luc');
    expect(codeOf(await open(first))).toBe('linkExpired');
    const shown = (await open(second)).json();
    now = new Date(now.getTime() + 31 * 60_000);
    expect(codeOf(await open(second, shown.device))).toBe('linkExpired');
    expect(codeOf(await server.call('POST', '/undertaking/sign', { body: { token: second, device: shown.device, contentHash: shown.contentHash, agreed: true, signature } }))).toBe('linkExpired');
    expect((await open('a'.repeat(32))).statusCode).toBe(404);
    expect(await stateOf('Luc')).toBe('missing');
    const [stored] = await server.asOwner<{ text: string }>(`SELECT string_agg(l::text, '') AS text FROM declaration_link l`);
    expect(stored!.text).not.toContain(second);
  });

  const secretIn = (mail: Mail | undefined): string => /undertake#(\S+)/.exec(mail!.text)![1]!;
  const device = { strokes: signature.strokes };

  test('a firm signs on the device of whoever represents it, by an address that nobody of the centre has seen', async () => {
    const supplier = await server.addRecord(centre, 'supplier', { name: 'Nuages SA', kind: 'hosting', searchText: 'nuages', processor: true });
    const partner = async () => (await server.call('GET', path(`declarationPartners?supplierId=${supplier}`), { as: adviser })).json().items[0];
    expect(await partner()).toMatchObject({ name: 'Nuages SA', state: 'missing' });
    expect(codeOf(await post('declarationLetters', { supplierId: supplier }))).toBe('noAddress');
    expect((await post('declarationLetters', { supplierId: supplier, email: 'direction@nuages.example' }, reception)).json()).toEqual({ letters: 1, withoutAddress: 0, mailWorks: true });
    expect([await sendDeclarationLetters(server.services), await sendDeclarationLetters(server.services)]).toEqual([1, 0]);
    const letter = mails.at(-1)!;
    expect(letter).toMatchObject({ to: 'direction@nuages.example', subject: 'À signer : engagement de confidentialité, CPAS de Valombre' });
    expect(letter.text).toContain('8 décembre 2026');
    const token = secretIn(letter);
    expect(JSON.stringify([await server.asOwner('SELECT * FROM declaration_link'), server.log()])).not.toContain(token);
    // Days later, on their own device; another device is refused, and so is a signature without who signs.
    now = new Date(now.getTime() + 5 * 86_400_000);
    const shown = (await open(token)).json();
    expect(shown).toMatchObject({ person: 'Nuages SA', variant: 'partner', kind: 'link' });
    expect(codeOf(await open(token))).toBe('linkElsewhere');
    const sign = (values = {}) => server.call('POST', '/undertaking/sign', { body: { token, device: shown.device, contentHash: shown.contentHash, agreed: true, signature: device, ...values } });
    expect(codeOf(await sign())).toBe('signatoryMissing');
    expect((await sign({ signatory: { name: 'Jo', capacity: 'gérant' } })).statusCode).toBe(400);
    expect((await sign({ signatory: { name: 'Jeanne Nuage', capacity: 'gérante' } })).statusCode).toBe(201);
    expect(codeOf(await open(token, shown.device))).toBe('linkUsed');
    expect(await partner()).toMatchObject({ state: 'signed', signatory: 'Jeanne Nuage, gérante' });
    const [made] = (await server.call('GET', path('declarations?how=link'), { as: adviser })).json().items;
    expect(made).toMatchObject({ name: 'Nuages SA', how: 'link', signatory: 'Jeanne Nuage, gérante', contentHash: shown.contentHash });
    const [kept] = await server.asOwner<{ proof: object; model: string }>('SELECT proof, model::text AS model FROM declaration WHERE id = $1', [made.id]);
    expect(kept!.proof).toMatchObject({ link: { mailedTo: 'direction@nuages.example' } });
    expect(kept!.model).toContain('Jeanne Nuage');
    // A clause of its contract binds another firm without a signature.
    const bound = await server.addRecord(centre, 'supplier', { name: 'Serveurs SPRL', kind: 'hosting', searchText: 'serveurs', processor: false });
    await server.addRecord(centre, 'supplierContract', { supplierId: bound, title: 'Maintenance', start: '2024-01-01', clauses: [{ kind: 'confidentiality', covered: 'yes' }], coversPeople: false });
    expect((await server.call('GET', path('declarationPartners'), { as: adviser })).json().items.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`)).toEqual([
      'Serveurs SPRL covered',
      'Nuages SA signed',
    ]);
    expect((await server.call('GET', path('declarationPartners/export?format=csv'), { as: adviser })).body).toContain('Jeanne Nuage');
    now = new Date(now.getTime() - 5 * 86_400_000);
  });

  test('whoever has no account is written to once a week; a letter that reached somebody else is disowned, and the centre sees it', async () => {
    for (const name of ['Zoé', 'Marc']) await server.asOwner('UPDATE person SET email = $2 WHERE id = $1', [people[name], `${name.toLowerCase()}@example.be`]);
    await server.addAccount({ centre, roles: ['staff'], personId: people['Marc']! });
    // Luc, Rita and Paul have no address; Marc has an account and is told there.
    expect((await post('declarationLetters', { everybody: true })).json()).toEqual({ letters: 1, withoutAddress: 3, mailWorks: true });
    expect((await post('declarationLetters', { everybody: true })).json()).toMatchObject({ letters: 0 });
    expect(await sendDeclarationLetters(server.services)).toBe(1);
    const token = secretIn(mails.at(-1));
    expect(mails.at(-1)!.to).toBe('zoé@example.be');
    const shown = (await open(token)).json();
    const disown = (device: string) => server.call('POST', '/undertaking/disown', { body: { token, device } });
    expect(codeOf(await disown('a'.repeat(32)))).toBe('linkElsewhere');
    expect((await disown(shown.device)).statusCode).toBe(204);
    expect(codeOf(await open(token, shown.device))).toBe('linkExpired');
    expect(codeOf(await server.call('POST', '/undertaking/sign', { body: { token, device: shown.device, contentHash: shown.contentHash, agreed: true, signature: device } }))).toBe('linkExpired');
    const told = (await server.call('GET', path(`declarationLinks?personId=${people['Zoé']}`), { as: reception })).json();
    expect(told.items[0]).toMatchObject({ kind: 'link', mailTo: 'zoé@example.be', disownedAt: now.toISOString(), used: false, current: false });
    expect(JSON.stringify(told)).not.toContain(token);
    expect(await stateOf('Zoé')).toBe('missing');
    // A week later they are written to again, and the letter that is replaced before it leaves does not.
    now = new Date(now.getTime() + 8 * 86_400_000);
    expect((await post('declarationLetters', { everybody: true })).json()).toMatchObject({ letters: 1 });
    await post('declarationLetters', { personId: people['Zoé'] });
    const before = mails.length;
    expect(await sendDeclarationLetters(server.services)).toBe(1);
    expect(mails.length).toBe(before + 1);
    expect((await open(secretIn(mails.at(-1)))).statusCode).toBe(200);
    now = new Date(now.getTime() - 8 * 86_400_000);
  });

  test('whoever tries addresses is slowed down', async () => {
    const tries = await Promise.all(Array.from({ length: 70 }, (_, index) => server.call('POST', '/undertaking', { body: { token: `${'x'.repeat(30)}${index}` }, from: '192.0.2.77' })));
    expect(tries.at(-1)!.statusCode).toBe(429);
  });

  const print = async (...names: string[]): Promise<{ id: string; name: string; file: string; pages: number }[]> =>
    (await post('declarationSheets', { personIds: names.map((name) => people[name]) })).json().sheets;
  const bytesOf = async (href: string): Promise<Buffer> => (await server.call('GET', href, { as: adviser })).rawPayload;
  const give = async (bytes: Uint8Array, name = 'scan.pdf', query = '') => {
    const sent = upload(Buffer.from(bytes), name);
    return server.call('POST', path(`declarationScans${query}`), { as: adviser, payload: sent.payload, headers: sent.headers });
  };

  test('a pile of scans files itself: pages in disorder, a blank one, one of another centre, one twice; nothing is guessed', async () => {
    const sheets = await print('Luc', 'Zoé', 'Marc', 'Rita');
    expect(sheets).toHaveLength(4);
    const of = (name: string) => sheets.find((sheet) => sheet.name.startsWith(name))!;
    const [luc, zoe, marc, rita] = await Promise.all(['Luc', 'Zoé', 'Marc', 'Rita'].map((name) => bytesOf(of(name).file)));
    const plain: DocumentModel = { language: 'fr', layout: 'report', title: 'Blanche', sender: { name: 'x', lines: [] }, front: [], sections: [], runningTitle: 'x', footer: 'x', date: '2026-11-24' };
    const blank = await renderPdf(plain);
    const elsewhere = await renderPdf({ ...plain, code: { svg: drawCode(payloadOf(other, newCode())) } });
    const unknown = await renderPdf({ ...plain, code: { svg: drawCode(payloadOf(centre, newCode())) } });
    const [lucFirst, lucLast] = await splitPdf(luc!, [[0], of('Luc').pages > 1 ? [1] : [0]]);
    const marcPart = (await splitPdf(marc!, [[0]]))[0]!;
    const pile = await mergePdfs(
      [lucLast!, blank, zoe!, lucFirst!, elsewhere, unknown, marcPart, rita!, rita!].map((bytes) => ({ title: 'x', bytes })),
      '',
    );
    const answer = await give(pile, 'pile.pdf', '?signedOn=2026-11-24');
    expect(answer.statusCode, answer.body).toBe(201);
    const parts = answer.json().parts as { pages: number[]; fault?: string; name?: string; sheetName?: string; file: string; id: string }[];
    const told = parts.map(({ fault, name, sheetName, pages }) => `${pages.length} ${fault ?? `filed ${name}`}${fault && sheetName ? ` ${sheetName}` : ''}`).toSorted();
    expect(told).toEqual(['1 missingPages Marc Dupont', '1 noCode', '1 otherCentre', '1 unknownSheet', '2 filed Luc Dupont', '2 filed Zoé Dupont', '4 repeatedPages Rita Dupont']);
    expect([await stateOf('Luc'), await stateOf('Zoé'), await stateOf('Marc'), await stateOf('Rita')]).toEqual(['signed', 'signed', 'missing', 'missing']);
    // The very same file again, and one of its sheets in another file.
    expect(codeOf(await give(pile))).toBe('scanGivenBefore');
    expect((await give(zoe!)).json().parts).toMatchObject([{ fault: 'usedSheet', sheetName: 'Zoé Dupont' }]);
    // By hand: the sheet that lacks a page, once somebody has looked at it; the blank page is nobody's.
    const open = (fault: string) => parts.find((part) => part.fault === fault)!.id;
    expect((await post(`declarationScans/${open('missingPages')}/filing`, { sheetId: of('Marc').id, signedOn: '2026-11-24' })).json()).toMatchObject({ name: 'Marc Dupont' });
    expect((await post(`declarationScans/${open('noCode')}/setAside`, { reason: 'Page blanche' })).statusCode).toBe(204);
    expect((await post(`declarationScans/${open('noCode')}/filing`, { sheetId: of('Rita').id, signedOn: '2026-11-24' })).statusCode).toBe(409);
    expect((await post(`declarationScans/${open('repeatedPages')}/filing`, { personId: people['Rita'], variant: 'staff', signedOn: '2026-11-20' })).json()).toMatchObject({ name: 'Rita Dupont' });
    expect([await stateOf('Marc'), await stateOf('Rita')]).toEqual(['signed', 'signed']);
  });

  test('a page upside down is read; a sheet that was printed anew is withdrawn; what is no scan is refused', async () => {
    const [first] = await print('Paul');
    const [second] = await print('Paul');
    const turn = async (bytes: Buffer): Promise<Buffer> => {
      const { PDFDocument, degrees } = await import('@cantoo/pdf-lib');
      const pdf = await PDFDocument.load(bytes);
      for (const page of pdf.getPages()) page.setRotation(degrees(180));
      return Buffer.from(await pdf.save());
    };
    expect((await give(await turn(await bytesOf(first!.file)))).json().parts).toMatchObject([{ fault: 'withdrawnSheet' }]);
    expect((await give(await turn(await bytesOf(second!.file)))).json().parts).toMatchObject([{ name: 'Paul Dupont' }]);
    for (const wrong of [Buffer.from('%PDF-1.7\nrien\nstartxref\n%%EOF'), Buffer.from('bonjour')]) expect((await give(wrong)).statusCode).toBe(400);
    const [made] = (await server.call('GET', path(`declarations?personId=${people['Paul']}`), { as: adviser })).json().items;
    expect(made).toMatchObject({ how: 'paper', signedOn: '2026-11-24', hasFile: true });
  });

  test('a sheet that somebody else has signed is annulled, waits again, and is filed as whose it is; whom it was printed for is asked again', async () => {
    const [made] = (await server.call('GET', path(`declarations?personId=${people['Paul']}`), { as: adviser })).json().items;
    const annulled = await server.call('POST', path(`declarations/${made.id}/annul`), { as: adviser, body: { reason: 'Signé par Zoé' }, headers: { 'if-match': `"${made.version}"` } });
    expect(annulled.json()).toMatchObject({ annulledOn: '2026-11-24' });
    expect(await stateOf('Paul')).toBe('missing');
    const scan = (await server.call('GET', path('declarationScans?state=open'), { as: adviser })).json().items.find(({ fault }: { fault?: string }) => fault === 'filingAnnulled');
    expect(scan).toMatchObject({ sheetName: 'Paul Dupont' });
    expect((await post(`declarationScans/${scan.id}/filing`, { personId: people['Zoé'], variant: 'staff', signedOn: '2026-11-24' })).json()).toMatchObject({ name: 'Zoé Dupont' });
    const [again] = await print('Paul');
    expect((await give(await bytesOf(again!.file))).json().parts).toMatchObject([{ name: 'Paul Dupont' }]);
    expect(await stateOf('Paul')).toBe('signed');
  });
});
