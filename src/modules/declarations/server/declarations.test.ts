import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, type TestServer, testServer } from '../../../../test/harness.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { variants } from '../declaration.ts';
import { libraryText } from './library.ts';
import { undertakingOf } from './service.ts';

test('the texts say the same in three languages: same sections, same points, same revision', () => {
  for (const variant of variants) {
    const shape = documentLanguages.map((language) => {
      const { sections, revision, required } = libraryText(variant, language);
      return { revision, required, sections: sections.map(({ key, nodes }) => [key, nodes.map((node) => (node.type === 'list' ? node.items.length : node.type))]) };
    });
    expect(shape[1], variant).toEqual(shape[0]);
    expect(shape[2], variant).toEqual(shape[0]);
  }
});

describeOnBothEngines('undertakings', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let anne: Account;
  let day = '2026-11-24';
  const ids: Record<string, string> = {};
  const path = (rest: string): string => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const post = (rest: string, body: unknown, as: Account = adviser, headers = {}) => server.call('POST', path(rest), { as, body, headers });
  const person = async (name: string, kind: 'staff' | 'trainee' | 'councilMember' | 'outsider' | 'volunteer', start?: string, more: { end?: string; employer?: string } = {}) => {
    const id = await server.addPerson(centre, { firstName: name, lastName: 'Dupont', kind, ...(more.employer ? { employer: more.employer } : {}) });
    if (start) await server.addRecord(centre, 'contract', { personId: id, kind: 'permanent', function: 'Assistante sociale', start, end: more.end, serviceId: ids['social'], suspensions: [] });
    ids[name] = id;
    return id;
  };
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await get('declarationNeeds?pageSize=200')).items.map((need: { personName: string; state: string; variant: string }) => [need.personName.split(' ')[0], `${need.state} ${need.variant}`]),
    );
  const own = async (as: Account, language = 'fr') => (await server.call('GET', path(`ownDeclarations?language=${language}`), { as })).json();

  beforeAll(async () => {
    server = await testServer({ engine, now: () => new Date(`${day}T12:00:00Z`) });
    centre = await server.addCentre({ slug: 'valombre', name: { fr: 'CPAS de Valombre' } });
    await server.asOwner("UPDATE organization SET followed_since = '2026-09-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    ids['social'] = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', seesPersonalData: true });
    await person('Anne', 'staff', '2026-10-14');
    await person('Luc', 'staff', '2020-01-01');
    await person('Zoé', 'trainee', '2026-12-01');
    await person('Parti', 'staff', '2010-01-01', { end: '2026-10-31' });
    await person('Sans', 'staff');
    await person('Élu', 'councilMember');
    await server.addRecord(centre, 'mandate', { personId: ids['Élu'], kind: 'councilMember', start: '2024-12-02' });
    await person('Technicien', 'outsider', undefined, { employer: 'Nuages SA' });
    await person('Couverte', 'outsider', undefined, { employer: 'Nuages SA' });
    const supplier = await server.addRecord(centre, 'supplier', { name: 'Nuages SA', kind: 'hosting', searchText: 'nuages', processor: true });
    ids['supplier'] = supplier;
    const contract = await server.addRecord(centre, 'supplierContract', { supplierId: supplier, title: 'Hébergement', start: '2024-01-01', clauses: [], coversPeople: true });
    await server.addRecord(centre, 'supplierPerson', { supplierId: supplier, personId: ids['Technicien'], start: '2024-01-01', task: 'Serveurs' });
    await server.addRecord(centre, 'supplierPerson', { supplierId: supplier, personId: ids['Couverte'], contractId: contract, start: '2024-01-01' });
    anne = await server.addAccount({ centre, roles: ['staff'], personId: ids['Anne']! });
  });
  afterAll(() => server?.close());

  test('whom an undertaking binds, by which text, and where each of them stands', async () => {
    expect(await states()).toEqual({ Anne: 'missing staff', Luc: 'missing staff', Zoé: 'coming outsider', Élu: 'missing council', Technicien: 'missing firm', Couverte: 'covered firm' });
    expect(await get('declarationOverview')).toMatchObject({
      bound: 4,
      signed: 0,
      missing: 4,
      coming: 1,
      covered: 1,
      // Luc has been there since 2020, and is waited for since the centre is followed: in the lists as in the clocks.
      oldest: '2026-09-01',
      services: [
        { serviceName: 'Service social', people: 2, open: 2 },
        { people: 3, open: 2 },
      ],
    });
    expect((await get('declarationNeeds?state=missing&sort=since')).items.map(({ since, waitsSince }: { since: string; waitsSince: string }) => [since, waitsSince])).toEqual([
      ['2020-01-01', '2026-09-01'],
      ['2024-01-01', '2026-09-01'],
      ['2024-12-02', '2026-09-01'],
      ['2026-10-14', '2026-10-14'],
    ]);
    const due = (await server.call('GET', path('obligations?pageSize=200'), { as: adviser })).json().items.filter(({ rule }: { rule: string }) => rule === 'undertakingSigned');
    expect(due.map(({ start }: { start: { on: string } }) => start.on).toSorted()[0]).toBe('2026-09-01');
    const found = await server.db.tx({ organizations: [centre], actor: { kind: 'job' } }, (tx) => undertakingOf(tx, centre, [ids['Anne']!, ids['Zoé']!, ids['Couverte']!, ids['Parti']!], day));
    expect([...found.values()]).toEqual([{ needed: true }, { needed: true }, { needed: false }, { needed: false }]);
    expect((await server.call('POST', path('declarationNeeds/search'), { as: adviser, body: { text: 'luc' } })).json().items).toHaveLength(1);
  });

  test('somebody signs what they were shown, once, in their own session; it is kept as it was and cannot be changed', async () => {
    const { undertaking } = await own(anne);
    expect(undertaking).toMatchObject({ state: 'missing', variant: 'staff', since: '2026-10-14', language: 'fr', textNumber: 1 });
    expect(undertaking.html).toContain('Anne Dupont');
    expect(undertaking.html).toContain('Assistante sociale');
    const signing = { contentHash: undertaking.contentHash, language: 'fr', agreed: true };
    expect((await post('ownDeclarations', { ...signing, agreed: false }, anne)).statusCode).toBe(400);
    expect((await post('ownDeclarations', { ...signing, contentHash: 'f'.repeat(64) }, anne)).json().issues[0].code).toBe('textChanged');
    // What was read in German is another text.
    expect((await post('ownDeclarations', { ...signing, language: 'de' }, anne)).json().issues[0].code).toBe('textChanged');
    const key = { 'idempotency-key': '01990000-0000-7000-8000-00000000abcd' };
    const made = await post('ownDeclarations', signing, anne, key);
    expect(made.json()).toMatchObject({ number: 1, how: 'session', signedOn: day, contentHash: undertaking.contentHash, can: { annul: false, countersign: false } });
    expect((await post('ownDeclarations', signing, anne, key)).json().id).toBe(made.json().id);
    expect((await post('ownDeclarations', signing, anne)).statusCode).toBe(409);
    ids['signed'] = made.json().id;
    const file = await server.call('GET', path(`ownDeclarations/${ids['signed']}/file`), { as: anne });
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await states()).toMatchObject({ Anne: 'signed staff' });
    for (const change of [`signed_on = '2020-01-01'`, `content_hash = 'x'`, `file_id = NULL`, `how = 'paper'`, `proof = '{}'`])
      await expect(server.asOwner(`UPDATE declaration SET ${change} WHERE id = $1`, [ids['signed']])).rejects.toThrow('does not change');
    await expect(server.asOwner('DELETE FROM declaration WHERE id = $1', [ids['signed']])).rejects.toThrow('does not change');
    await expect(server.asOwner(`UPDATE declaration_text SET content_hash = 'x'`)).rejects.toThrow('does not change');
    const [kept] = await server.asOwner<{ proof: object; text: string }>(`SELECT proof, model::text AS text FROM declaration WHERE id = $1`, [ids['signed']]);
    expect(kept!.proof).toMatchObject({ session: { accountId: anne.id } });
    expect(kept!.text).toContain('Anne Dupont');
  });

  test('nobody sees the undertakings of another by their own page, and whoever nothing binds is asked nothing', async () => {
    const luc = await server.addAccount({ centre, roles: ['staff'], personId: ids['Luc']! });
    expect((await server.call('GET', path(`ownDeclarations/${ids['signed']}/file`), { as: luc })).statusCode).toBe(404);
    const gone = await server.addAccount({ centre, roles: ['staff'], personId: ids['Parti']! });
    expect(await own(gone)).toEqual({ bound: false, items: [] });
  });

  test('the director-general countersigns several at once, each once, and nobody else does', async () => {
    const earlier = (await post('declarations', { personId: ids['Luc'], variant: 'staff', signedOn: '2020-01-02', place: 'Armoire du secrétariat' })).json();
    expect(earlier).toMatchObject({ number: 2, how: 'earlier', can: { annul: true } });
    expect((await post('countersignatures', { declarationIds: [ids['signed']] })).statusCode).toBe(403);
    // One that was signed before Beffroi has its countersignature on its paper.
    expect((await post('countersignatures', { declarationIds: [ids['signed'], earlier.id] }, director)).json().issues[0].code).toBe('notCountersignable');
    expect((await post('countersignatures', { declarationIds: [ids['signed']] }, director)).json()).toEqual({ countersigned: 1 });
    expect((await post('countersignatures', { declarationIds: [ids['signed']] }, director)).statusCode).toBe(400);
    expect(await get(`declarations/${ids['signed']}`)).toMatchObject({ countersignedOn: day });
    await expect(server.asOwner('UPDATE declaration SET countersigned_on = NULL, countersigned_at = NULL WHERE id = $1', [ids['signed']])).rejects.toThrow('does not change');
    const certificate = await server.call('GET', path(`declarations/${ids['signed']}/certificate?language=nl`), { as: adviser });
    expect(certificate.headers['content-disposition']).toContain('attest-verklaring');
  });

  test('what was entered by mistake is annulled with its reason, and asked for again; what somebody signed themselves is not', async () => {
    const [earlier] = (await get('declarations?how=earlier')).items;
    const annul = (id: string, version: number) => post(`declarations/${id}/annul`, { reason: 'Homonyme' }, adviser, { 'if-match': `"${version}"` });
    expect((await annul(ids['signed']!, 2)).statusCode).toBe(409);
    expect((await annul(earlier.id, 7)).statusCode).toBe(412);
    expect((await annul(earlier.id, earlier.version)).json()).toMatchObject({ annulledOn: day, annulmentReason: 'Homonyme' });
    expect(await states()).toMatchObject({ Luc: 'missing staff' });
    expect((await post('declarations', { personId: ids['Luc'], variant: 'staff', signedOn: '2026-12-24' })).statusCode).toBe(400);
    expect((await post('declarations', { personId: '01990000-0000-7000-8000-000000000009', variant: 'staff', signedOn: '2020-01-02' })).json().issues[0].code).toBe('referencedResourceNotFound');
    await post('declarations', { personId: ids['Luc'], variant: 'staff', signedOn: '2020-01-02' });
  });

  test('a new text is asked of everybody or from now on, and the one before still binds', async () => {
    const text = (values: object) => post('declarationTexts', { variant: 'staff', inForceOn: day, askAgain: false, ...values });
    expect((await text({ inForceOn: '2026-01-01', additions: { fr: 'Plus.' } })).statusCode).toBe(400);
    expect((await text({})).statusCode).toBe(409);
    expect((await text({ additions: { fr: 'Je ne photographie aucun écran.' } })).json()).toMatchObject({ number: 2, state: 'inForce' });
    expect(await states()).toMatchObject({ Anne: 'signed staff', Luc: 'signed staff' });
    expect((await own(anne)).undertaking).toMatchObject({ textNumber: 2 });
    expect((await text({ additions: { fr: 'Je ne photographie ni écran ni dossier.' }, inForceOn: '2026-12-01', askAgain: true })).json()).toMatchObject({ number: 3, state: 'coming' });
    expect(await states()).toMatchObject({ Anne: 'signed staff', Luc: 'signed staff' });
    day = '2026-12-01';
    expect(await states()).toMatchObject({ Anne: 'renewal staff', Luc: 'renewal staff' });
    const { undertaking } = await own(anne);
    expect(undertaking).toMatchObject({ state: 'renewal', askedSince: '2026-12-01', signedOn: '2026-11-24', textNumber: 3 });
    expect(undertaking.html).toContain('ni écran ni dossier');
    expect((await post('ownDeclarations', { contentHash: undertaking.contentHash, language: 'fr', agreed: true }, anne)).statusCode).toBe(201);
    expect(await states()).toMatchObject({ Anne: 'signed staff', Luc: 'renewal staff' });
    await server.call('PUT', path('declarationSetting'), { as: adviser, body: { renewMonths: 12 } });
    day = '2027-12-01';
    expect(await states()).toMatchObject({ Anne: 'renewal staff' });
    await server.call('PUT', path('declarationSetting'), { as: adviser, body: {} });
    expect(await states()).toMatchObject({ Anne: 'signed staff' });
    expect((await own(anne)).items.map(({ number }: { number: number }) => number)).toEqual([4, 1]);
  });

  test('the register on paper tells who has still to sign, in three languages', async () => {
    for (const language of documentLanguages) {
      const answer = await server.call('GET', path(`declarationRegister?language=${language}`), { as: adviser });
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await server.call('GET', path('declarationNeeds/export?format=csv'), { as: adviser })).body).toContain('Luc Dupont');
  });
});
