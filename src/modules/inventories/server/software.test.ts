import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import type { Tx } from '../../../server/db/database.ts';
import { dossierParts, softwareFacts } from './service.ts';

describeOnBothEngines('the register of software', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  const now = () => new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  type Given = Record<string, unknown> & { id: string; version: number };
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number) =>
    server.call(method, `/organizations/${centre}/${rest}`, { as: adviser, ...(body === undefined ? {} : { body }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const get = async <T = { items: Given[]; total: number }>(rest: string): Promise<T> => (await call('GET', rest)).json() as T;
  const add = async (rest: string, body: unknown): Promise<Given> => {
    const answer = await call('POST', rest, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json() as Given;
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const due = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations
      .filter(({ title }) => title.key.startsWith('software.'))
      .map(({ title, start, due: by }) => `${title.key.split('.')[1]!} ${'on' in start ? start.on : ''} ${'on' in by ? by.on : ''}`)
      .toSorted();
  const standing = async () => (await inCentre((tx) => softwareFacts(tx, [centre], '2026-11-22')))[0]!.title.key;

  test('seats are counted on devices, by people, by rights or by hand; more than was bought is a fault with a date', async () => {
    expect(await standing()).toBe('licensed.none');
    for (const [name, kind] of [
      ['POSTE-1', 'desktop'],
      ['POSTE-2', 'desktop'],
      ['PORT-1', 'laptop'],
      ['ECRAN', 'screen'],
    ])
      await add('devices', { name, kind });
    const office = await add('softwareProducts', { name: 'Suite de bureau', publisher: 'Éditeur', release: '2024', kind: 'application', licence: 'device', seats: 2, proofPlace: 'Coffre' });
    const [first] = (await get('devices?sort=name&kind=desktop')).items;
    await add('softwareUses', { softwareId: office.id, deviceId: first!.id, since: '2026-01-05' });
    expect((await call('POST', 'softwareUses', { softwareId: office.id, deviceId: first!.id, since: '2026-02-05' })).json()).toMatchObject({ type: 'urn:problem-type:beffroi:alreadyExists' });
    expect((await call('POST', 'softwareUses', { softwareId: office.id, since: '2026-02-05' })).json().issues[0]).toMatchObject({ name: 'deviceId', code: 'required' });
    // The two others, once.
    const everywhere = () => call('POST', `softwareProducts/${office.id}/installations`, { kinds: ['desktop', 'laptop'], since: '2026-03-05' });
    expect((await everywhere()).json()).toEqual({ created: 2 });
    expect((await everywhere()).json()).toEqual({ created: 0 });
    expect(await get<Given>(`softwareProducts/${office.id}`)).toMatchObject({ used: 3, seats: 2, lacks: ['overused', 'unowned'] });
    expect(await due()).toEqual(['overused 2026-03-05 2026-04-04']);
    expect(await standing()).toBe('licensed.overused');
    // A lot takes a seat for each: it was one too many on the day on which it came, not after so many lines.
    const lot = await add('devices', { name: 'Clients légers', kind: 'desktop', quantity: 2 });
    const ofLot = await add('softwareUses', { softwareId: office.id, deviceId: lot.id, since: '2026-02-01' });
    expect(await get<Given>(`softwareProducts/${office.id}`)).toMatchObject({ used: 5 });
    expect(await due()).toEqual(['overused 2026-02-01 2026-03-03']);
    expect((await call('DELETE', `softwareUses/${ofLot.id}`, undefined, ofLot.version)).statusCode).toBe(204);
    // A device that left takes no seat; neither does one that was freed.
    const port = (await get('devices?kind=laptop')).items[0]!;
    expect((await call('POST', `devices/${port.id}/retirement`, { retiredOn: '2026-11-20', how: 'lost' }, port.version)).statusCode).toBe(204);
    expect(await get<Given>(`softwareProducts/${office.id}`)).toMatchObject({ used: 2, lacks: ['unowned'] });
    expect(await due()).toEqual([]);
    expect(await standing()).toBe('licensed.true');
    expect((await get(`softwareUses?deviceId=${first!.id}&current=true`)).items).toMatchObject([{ softwareName: 'Suite de bureau' }]);
    for (const [format, mark] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const)
      expect((await call('GET', `softwareRegister?format=${format}&language=de`)).rawPayload.subarray(0, mark.length).toString()).toBe(mark);
    const [sheet] = (await readWorkbook((await call('GET', 'softwareRegister?format=xlsx&language=nl')).rawPayload)).sheets;
    expect(sheet!.rows[1]!.cells.map(({ value }) => value)).toEqual(['Suite de bureau', 'Éditeur', '2024', 'toepassing', 'per toestel', 2, 2, 'Coffre', 'niemand staat ervoor in']);
    const parts = await dossierParts(server.services, { organizations: [centre], actor: { kind: 'command' } }, {
      organizationId: centre,
      slug: 'valombre',
      language: 'fr',
      day: '2026-11-22',
    } as never);
    expect(parts.map(({ title, files }) => `${title} ${files.length}`)).toEqual(['Inventaire du matériel 3', 'Logiciels et licences 3']);
  });

  test('what does not apply falls away; what ends is due before its end', async () => {
    expect((await call('POST', 'softwareProducts', { name: 'X', kind: 'service', licence: 'subscription', counting: 'hand', noted: 4 })).json().issues[0]).toMatchObject({
      name: 'notedOn',
      code: 'required',
    });
    expect((await call('POST', 'softwareProducts', { name: 'X', kind: 'service', licence: 'subscription', counting: 'rights' })).json().issues[0]).toMatchObject({ name: 'resourceId' });
    const free = await add('softwareProducts', {
      name: 'LibreOffice',
      kind: 'application',
      licence: 'free',
      seats: 5,
      counting: 'installations',
      noted: 3,
      notedOn: '2026-01-01',
      supportUntil: '2026-06-12',
    });
    expect(free['seats'] ?? free['noted']).toBeUndefined();
    const signing = await add('softwareProducts', {
      name: 'Signature',
      kind: 'service',
      licence: 'subscription',
      seats: 10,
      counting: 'hand',
      noted: 12,
      notedOn: '2025-06-01',
      licenceUntil: '2027-01-31',
    });
    expect(await due()).toEqual(['licence 2027-01-31 2026-10-31', 'overused 2025-06-01 2025-07-01', 'support 2026-06-12 2026-03-12', 'uncounted 2025-06-01 2026-06-01']);
    expect((await get('softwareProducts?lacks=uncounted')).items.map(({ name }) => name)).toEqual(['Signature']);
    expect(await get<Given>('softwareOverview')).toMatchObject({ products: 3, overused: 1, unsupported: 1, expired: 0, uncounted: 1 });
    expect((await call('POST', 'softwareProducts/search', { text: 'libre' })).json().items).toHaveLength(1);
    // Out of use, it asks for nothing more, and is shown to who asks for it.
    for (const product of [free, signing]) expect((await call('PATCH', `softwareProducts/${product.id}`, { retiredOn: '2026-11-20' }, product.version)).statusCode).toBe(200);
    expect(await due()).toEqual([]);
    expect((await get('softwareProducts')).total).toBe(1);
    expect((await get('softwareProducts?state=retired')).items).toMatchObject([{ lacks: [] }, { lacks: [] }]);
  });
});
