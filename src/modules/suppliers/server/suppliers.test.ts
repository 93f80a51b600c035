import { suppliersModel } from '../register.ts';
import { readRegister } from './dossier-parts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import type { Tx } from '../../../server/db/database.ts';
import { clauseKinds } from '../supplier.ts';
import { firmsOfPeople, happenings, liveFacts, suppliersOf } from './service.ts';

describeOnBothEngines('suppliers, their contracts and their people', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let firm: { id: string; version: number };
  let contract: { id: string; version: number };
  const now = () => new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number) =>
    server.call(method, path(rest), { as: adviser, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const add = async (rest: string, body: unknown) => {
    const answer = await call('POST', rest, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations
      .filter(({ room }) => room === 'suppliers')
      .map(({ rule, subject, due }) => `${rule} ${subject.kind} ${'on' in due ? due.on : due.at}`)
      .toSorted();
  const clauses = (but: Record<string, string> = {}) => clauseKinds.map((kind) => ({ kind, covered: but[kind] ?? 'yes', at: 'art. 7' }));

  test('a processor’s contract is checked clause by clause, and what it lacks is due', async () => {
    firm = await add('suppliers', { name: 'Logiciels du Val SRL', kind: 'software', processor: true, email: 'info@val.example', supportEmail: 'aide@val.example', enterpriseNumber: '0212.345.668' });
    expect(await get('suppliersOverview')).toMatchObject({ current: 1, processors: 1, withoutContract: 1, unchecked: 0 });
    contract = await add('supplierContracts', { supplierId: firm.id, title: 'Logiciel social', start: '2024-01-01', end: '2027-01-31' });
    // Ahead of its end by the three months of the rule; the clauses since its first day.
    expect(await duties()).toEqual(['contractRenewed ends 2026-10-31', 'subcontractorClause unchecked 2024-01-01']);
    const half = await call('PATCH', `supplierContracts/${contract.id}`, { checkedOn: '2026-11-20', clauses: clauses().slice(1) }, contract.version);
    expect(half.json().issues[0]).toMatchObject({ name: 'checkedOn', code: 'clausesUnanswered' });
    contract = (await call('PATCH', `supplierContracts/${contract.id}`, { checkedOn: '2026-11-20', clauses: clauses({ processing: 'no' }) }, contract.version)).json();
    expect(await duties()).toContain('subcontractorClause missing 2024-01-01');
    expect((await get('suppliers')).items[0]).toMatchObject({ name: 'Logiciels du Val SRL', contracts: 1, contractEnd: '2027-01-31', clauses: 'missing', people: 0, resources: 0 });
    // What is missing becomes an action of the plan, which keeps the contract in sight.
    const origins = [{ kind: 'contract', id: contract.id }];
    const action = await add('planActions', { title: 'Obtenir la clause de traitement', origins });
    expect(action.origins).toEqual([{ ...origins[0], title: 'Logiciels du Val SRL – Logiciel social', path: `suppliers/contracts/${contract.id}` }]);
    expect((await call('POST', 'planActions', { title: 'x', origins: [{ kind: 'contract', id: firm.id }] })).json().issues[0]).toMatchObject({ code: 'originUnknown' });
    contract = (await call('PATCH', `supplierContracts/${contract.id}`, { clauses: clauses() }, contract.version)).json();
    expect(await duties()).toEqual(['contractRenewed ends 2026-10-31']);
    expect((await get('suppliers?clauses=complete')).total).toBe(1);
    expect((await call('PATCH', `supplierContracts/${contract.id}`, { checkedOn: '2026-11-23' }, contract.version)).json().issues[0]).toMatchObject({ code: 'inTheFuture' });
  });

  test('a longer term asks for a new check; a contract that ended without a successor is told', async () => {
    contract = (await call('PATCH', `supplierContracts/${contract.id}`, { end: '2030-01-31' }, contract.version)).json();
    expect(contract).not.toHaveProperty('checkedOn');
    expect(await duties()).toEqual(['subcontractorClause unchecked 2024-01-01']);
    contract = (await call('PATCH', `supplierContracts/${contract.id}`, { checkedOn: '2026-11-22' }, contract.version)).json();
    const other = await add('suppliers', { name: 'Réseau Clair', kind: 'network' });
    await add('supplierContracts', { supplierId: other.id, title: 'Câblage', start: '2022-01-01', end: '2026-09-30' });
    expect(await duties()).toEqual(['contractRenewed ended 2026-06-30']);
    expect((await call('PATCH', `suppliers/${other.id}`, { endedOn: '2026-10-01' }, other.version)).statusCode).toBe(200);
    expect(await duties()).toEqual([]);
    expect((await get('suppliers?state=ended')).items.map((item: { name: string }) => item.name)).toEqual(['Réseau Clair']);
  });

  test('its people are outsiders; those written down as its own are joined at once, and covered while the contract runs', async () => {
    const staff = await server.addPerson(centre, { lastName: 'Noël', kind: 'staff' });
    const refused = await call('POST', 'supplierPeople', { supplierId: firm.id, personId: staff, start: '2026-01-01' });
    expect(refused.json().issues[0]).toMatchObject({ name: 'personId', code: 'personNotOutsider' });
    const [one, two] = await Promise.all(['Renard', 'Thiry'].map((lastName) => server.addPerson(centre, { lastName, kind: 'outsider', employer: 'LOGICIELS DU VAL' })));
    await server.addPerson(centre, { lastName: 'Autre', kind: 'outsider', employer: 'Réseau Clair' });
    expect((await get(`suppliers/${firm.id}/namesakes`)).items.map((person: { lastName: string }) => person.lastName)).toEqual(['Renard', 'Thiry']);
    contract = (await call('PATCH', `supplierContracts/${contract.id}`, { coversPeople: true }, contract.version)).json();
    await add(`suppliers/${firm.id}/people`, { personIds: [one, two], start: '2026-01-01', contractId: contract.id });
    expect((await call('POST', `suppliers/${firm.id}/people`, { personIds: [one], start: '2026-01-01' })).json().issues[0]).toMatchObject({ code: 'personNotOffered' });
    expect((await get(`suppliers/${firm.id}/namesakes`)).items).toEqual([]);
    const covered = (on: string) => inCentre((tx) => firmsOfPeople(tx, centre, on, [one!]));
    expect(await covered('2026-11-22')).toEqual([{ personId: one, supplierId: firm.id, supplierName: 'Logiciels du Val SRL', covered: true }]);
    expect(await covered('2030-02-01')).toMatchObject([{ covered: false }]);
    expect(await covered('2025-12-31')).toEqual([]);
    const other = (await get('suppliers?state=ended')).items[0];
    const [foreign] = (await get(`supplierContracts?supplierId=${other.id}`)).items;
    expect((await call('POST', 'supplierPeople', { supplierId: firm.id, personId: one, contractId: foreign.id, start: '2026-01-01' })).json().issues[0]).toMatchObject({ code: 'contractOfAnother' });

    const resource = await add('resources', { name: 'Logiciel social', kind: 'application', levels: ['write', 'read'], supplierId: firm.id, socialData: true });
    await server.addRecord(centre, 'accessGrant', { personId: one, resourceId: resource.id, level: 'write', account: 'support-val', start: '2026-01-01' });
    const { people } = await get(`suppliers/${firm.id}/reach`);
    expect(people).toMatchObject([
      { personId: one, covered: true, rights: [{ resourceName: 'Logiciel social', level: 'write', account: 'support-val' }] },
      { personId: two, rights: [] },
    ]);
    expect((await get('suppliers')).items[0]).toMatchObject({ people: 2, resources: 1 });
    expect((await call('DELETE', `suppliers/${firm.id}`, undefined, firm.version)).statusCode).toBe(409);
    expect(await inCentre((tx) => suppliersOf(tx, centre, [firm.id]))).toEqual([
      expect.objectContaining({ id: firm.id, name: 'Logiciels du Val SRL', supportEmail: 'aide@val.example', processor: true }),
    ]);
  });

  test('the contract has its file; the register tells facts and happenings, and is found', async () => {
    const sent = upload(await pdfFile('Contrat'), 'contrat.pdf');
    const { version } = (await get('supplierContracts')).items.find(({ id }: { id: string }) => id === contract.id);
    expect((await server.call('PUT', path(`supplierContracts/${contract.id}/file`), { as: adviser, payload: sent.payload, headers: { ...sent.headers, 'if-match': `"${version}"` } })).statusCode).toBe(
      204,
    );
    expect((await get('supplierContracts?sort=start')).items.find(({ id }: { id: string }) => id === contract.id)).toMatchObject({
      fileName: 'contrat.pdf',
      state: 'complete',
      supplierName: 'Logiciels du Val SRL',
    });
    const facts = await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'));
    expect(facts.map(({ id, state, title }) => [id, state, title.key, title.values!['count']])).toEqual([
      ['suppliers.register', 'true', 'register.true', 1],
      ['suppliers.clausesChecked', 'true', 'clausesChecked.true', 1],
      ['suppliers.processorsBound', 'true', 'processorsBound.true', 1],
    ]);
    expect(await inCentre((tx) => liveFacts(tx, [centre], '2031-01-01'))).toMatchObject([{ state: 'true' }, { state: 'missing' }, { state: 'missing', title: { key: 'processorsBound.missing' } }]);
    const told = await inCentre((tx) => happenings(tx, [centre], { from: '2026-10-01', until: '2026-11-30' }));
    expect(told.map(({ title, on, about }) => [title.key, on, about])).toEqual([
      ['checked', '2026-11-22', 'Logiciels du Val SRL – Logiciel social'],
      ['left', '2026-10-01', 'Réseau Clair'],
    ]);
    const found = (await server.call('POST', '/search', { as: adviser, body: { text: 'clair' } })).json();
    expect(JSON.stringify(found)).toContain('Réseau Clair');
    const exported = await server.call('GET', path('suppliers/export?format=csv'), { as: adviser });
    expect(exported.body).toContain('Logiciels du Val SRL;logiciel;0212345668');

    // As documents, in three languages; firms of before stand there no more.
    const register = (await inCentre((tx) => readRegister(tx, centre, '2026-11-22'))).facts;
    const said = JSON.stringify(suppliersModel(register, 'nl', '2026-11-22'));
    for (const words of ['Leveranciersregister', 'Logiciels du Val SRL', 'Vertrouwelijkheid', 'art. 7']) expect(said).toContain(words);
    expect(said).not.toContain('Réseau Clair');
    const wanting = suppliersModel({ ...register, contracts: register.contracts.map((one) => ({ ...one, clauses: [] })) }, 'fr', '2026-11-22');
    expect(JSON.stringify(wanting.sections.find(({ key }) => key === 'missing'))).toContain('Confidentialité, Traitement de données');
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const)
      expect((await server.call('GET', path(`supplierRegister?format=${format}&language=de`), { as: adviser })).rawPayload.subarray(0, start.length).toString()).toBe(start);
  });
});
