import { afterAll, beforeAll, expect, test } from 'vitest';
import { upload } from '../../../../test/document-files.ts';
import { endOfTask } from '../../../../test/task.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import type { Tx } from '../../../server/db/database.ts';
import { readScan } from '../../declarations/server/scan.ts';
import { readLabel } from '../label.ts';
import { workDeviceImports } from './import-work.ts';
import { workInventoryReviews } from './review-work.ts';
import { changeDevice, devicesOf, happenings, liveFacts } from './service.ts';

describeOnBothEngines('the inventory of devices', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let person: string;
  const now = () => new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    person = await server.addPerson(centre, { lastName: 'Noël', kind: 'staff' });
    await workDeviceImports(server.services);
    await workInventoryReviews(server.services);
  });
  afterAll(() => server.close());

  type Given = Record<string, unknown> & { id: string; version: number; number: number };
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number) =>
    server.call(method, path(rest), { as: adviser, ...(body === undefined ? {} : { body }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const get = async <T = { items: Given[]; total: number }>(rest: string): Promise<T> => (await call('GET', rest)).json() as T;
  const add = async (rest: string, body: unknown): Promise<Given> => {
    const answer = await call('POST', rest, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json() as Given;
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const numbers = async (query: string) => (await get(`devices?${query}&sort=number`)).items.map(({ number }) => number);

  test('a number is given once, also when its device is deleted; a serial number is one device’s', async () => {
    const first = await add('devices', { name: 'PORT-07', kind: 'laptop', brand: 'HP', serial: '5CG1', personId: person, encrypted: true, portable: true });
    const second = await add('devices', { name: 'Erreur', kind: 'screen' });
    expect([first.number, second.number]).toEqual([1, 2]);
    expect((await call('DELETE', `devices/${second.id}`, undefined, second.version)).statusCode).toBe(204);
    // Somebody has it, with data on it: it leaves by a way out, and not out of sight.
    expect((await call('DELETE', `devices/${first.id}`, undefined, first.version)).statusCode).toBe(409);
    expect((await add('devices', { name: 'POSTE-1', kind: 'desktop', operatingSystem: 'Windows 10', systemSupportUntil: '2025-10-14' })).number).toBe(3);
    for (const twin of [{ brand: 'hp', serial: '5cg1' }, { serial: '5CG1' }])
      expect((await call('POST', 'devices', { name: 'Double', kind: 'laptop', ...twin })).json().issues[0]).toMatchObject({ name: 'serial', code: 'serialTwice', parameters: { number: 1 } });
    expect((await add('devices', { name: 'Autre marque', kind: 'laptop', brand: 'Dell', serial: '5CG1' })).number).toBe(4);
    expect((await call('POST', 'devices', { name: 'Lot', kind: 'screen', quantity: 3, serial: 'X' })).json().issues[0]).toMatchObject({ code: 'serialOfLot' });
  });

  test('what lacks is found, and counted', async () => {
    expect(await numbers('lacks=encryption')).toEqual([3, 4]);
    expect(await numbers('lacks=support')).toEqual([3]);
    expect(await numbers('lacks=place')).toEqual([3, 4]);
    expect(await numbers('lacks=count')).toEqual([1, 3, 4]);
    expect(await get<Record<string, number>>('inventoryOverview')).toMatchObject({ devices: 3, computers: 3, out: 0, encryption: 2, support: 1, place: 2 });
    expect((await call('POST', 'devices/search', { text: 'port 5cg1' })).json().items).toHaveLength(1);
    const carried = [await add('devices', { name: 'CLÉ-1', kind: 'usbStick' }), await add('devices', { name: 'BANDE-1', kind: 'tape' })];
    expect(await numbers('kind=removableMedia')).toEqual(carried.map(({ number }) => number));
    expect(await numbers(`number=${carried[1]!.number}`)).toEqual([carried[1]!.number]);
    for (const { id, version } of carried) expect((await call('DELETE', `devices/${id}`, undefined, version)).statusCode).toBe(204);
  });

  test('a device goes out and comes back; what was to be back is due', async () => {
    const [device] = (await get('devices?kind=laptop&sort=number')).items;
    const out = { deviceId: device!.id, direction: 'out', movedOn: '2026-11-01', backBy: '2026-11-20' };
    expect((await call('POST', 'deviceMovements', out)).json().issues[0]).toMatchObject({ name: 'personId', code: 'required' });
    await add('deviceMovements', { ...out, personId: person });
    expect(await numbers('state=out')).toEqual([1]);
    expect(await numbers(`holderId=${person}`)).toEqual([1]);
    const duties = async () => (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations.filter(({ room, rule }) => room === 'inventories' && rule === 'deviceBack').length;
    expect(await duties()).toBe(1);
    expect((await get<Given>(`devices/${device!.id}`))['away']).toMatchObject({ why: 'lent', since: '2026-11-01', backBy: '2026-11-20' });
    await add('deviceMovements', { deviceId: device!.id, direction: 'in', movedOn: '2026-11-21' });
    expect(await duties()).toBe(0);
    expect(await numbers('state=out')).toEqual([]);
  });

  test('another room changes a device, with the reason in its note', async () => {
    const [device] = await inCentre((tx) => devicesOf(tx, centre));
    await inCentre((tx) => changeDevice(tx, centre, device!.id, { encrypted: true, personId: null }, 'Intervention 2026/4'));
    expect(await get<Given>(`devices/${device!.id}`)).toMatchObject({ encrypted: true, note: 'Intervention 2026/4', number: device!.number });
    await expect(inCentre((tx) => changeDevice(tx, centre, device!.id, { quantity: 4 }, 'x'))).rejects.toMatchObject({ code: 'badRequest' });
  });

  test('what left stays as it was', async () => {
    const [device] = (await get('devices?kind=desktop')).items;
    expect((await call('POST', `devices/${device!.id}/retirement`, { retiredOn: '2026-11-23', how: 'lost' }, device!.version)).json().issues[0]).toMatchObject({ code: 'inTheFuture' });
    expect((await call('POST', `devices/${device!.id}/retirement`, { retiredOn: '2026-11-20', how: 'lost' }, device!.version)).statusCode).toBe(204);
    expect(await numbers('state=retired')).toEqual([3]);
    // Its label still leads to its page.
    expect(await numbers('number=3')).toEqual([3]);
    const gone = await get<Given>(`devices/${device!.id}`);
    expect((await call('PATCH', `devices/${device!.id}`, { name: 'X' }, gone.version)).json()).toMatchObject({ type: 'urn:problem-type:beffroi:wrongState' });
  });

  test('a list is looked at, put right, and entered whole or not at all', async () => {
    const give = async (text: string, write: boolean, encoding: 'utf8' | 'utf16le' = 'utf8') => {
      const sent = upload(Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`, encoding), 'liste.csv');
      return endOfTask(server, adviser, await server.call('POST', path(`deviceImports?write=${write}`), { as: adviser, ...sent }));
    };
    const list = 'Objet;Série;Achat\nÉcran salle;S1;1/3/2024\nPORT-07;5CG1;2/3/2024';
    expect(await give(list, true)).toMatchObject({ written: true, created: 1, updated: 1 });
    expect(await give(`${list}\nDouble;S1;`, true)).toMatchObject({ written: false, faultCount: 1, faults: [{ line: 4, code: 'serialTwice', other: 2 }] });
    expect(await give(`PK\u0003\u0004${'-'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`, true)).toMatchObject({ issues: [{ code: 'oldWorkbook' }] });
    expect(await give('Bonjour', true)).toMatchObject({ code: 'badRequest', issues: [{ name: 'file', code: 'noHeading' }] });
    // What the list does not tell stays, and is still found by what it was.
    expect(await give('Nom;Série;Marque;Modèle\nÉcran salle;S1;Dell;P2419', true)).toMatchObject({ updated: 1 });
    expect(await give('Série;Prix;Local\ns1;1.250,50;Nulle part', true)).toMatchObject({ written: true, updated: 1, notes: [{ code: 'zoneUnknown', line: 2, column: 'Local' }] });
    expect((await call('POST', 'devices/search', { text: 'dell p2419' })).json().items).toMatchObject([
      { name: 'Écran salle', serial: 'S1', priceCents: 125_050, purchasedOn: '2024-03-01', version: 3 },
    ]);
    expect(await server.asOwner("SELECT id FROM file WHERE name = 'device-import'")).toEqual([]);
    expect((await call('PUT', 'deviceImportColumns', { columns: [{ heading: 'Objet', field: 'name' }] })).statusCode).toBe(204);
    expect((await give(list, false)).columns).toEqual([
      { heading: 'Objet', field: 'name' },
      { heading: 'Série', field: 'serial' },
      { heading: 'Achat', field: 'purchasedOn' },
    ]);
    expect(await give(JSON.stringify({ CsName: 'SCAN-1', OsName: 'Windows 11' }), true, 'utf16le')).toMatchObject({ of: 'windows', written: true, created: 1 });
  });

  test('a count: seen by number or label, another centre’s refused, what is missing, signed and frozen', async () => {
    const due = async () =>
      (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations.filter(({ rule }) => rule === 'inventoryReviewed').map(({ start }) => ('on' in start ? start.on : ''));
    expect(await due()).toEqual(['2025-01-01']);
    const review = await add('inventoryReviews', {});
    expect((await call('POST', 'inventoryReviews', {})).statusCode).toBe(409);
    const see = async (code: string) => (await call('POST', `inventoryReviews/${review.id}/sightings`, { code })).json() as Record<string, unknown> & { issues?: { code: string }[] };
    expect(await see('1')).toMatchObject({ number: 1, first: true });
    expect(await see(`https://beffroi.example/c/valombre/inventories/count?label=${centre}.1`)).toMatchObject({ number: 1, first: false });
    for (const [code, issue] of [
      ['01990000-0000-7000-8000-000000000001.1', 'labelOfOtherCentre'],
      ['999', 'numberUnknown'],
      ['3', 'deviceGone'],
      ['https://example.com', 'noLabel'],
    ] as const)
      expect((await see(code)).issues?.[0]?.code).toBe(issue);
    const room = (await add('zones', { name: 'Accueil', building: 'Siège', kind: 'office', risk: 'internal' })).id;
    const other = (await add('zones', { name: 'Cave', building: 'Siège', kind: 'store', risk: 'internal' })).id;
    const seeIn = async (zoneId: string) => (await call('POST', `inventoryReviews/${review.id}/sightings`, { code: '1', zoneId })).json();
    expect(await seeIn(room)).not.toHaveProperty('from');
    expect(await seeIn(other)).toMatchObject({ first: false, from: 'Accueil, Siège' });
    expect((await get(`inventoryReviews/${review.id}/devices?seen=true&zoneId=${other}`)).total).toBe(1);
    const screen = { purchasedOn: '2024-02-01', warrantyUntil: '2027-01-31', priceCents: 18_950, eidReader: true };
    const found = await add('devices', { name: 'Trouvé au comptage', kind: 'desktop', ...screen, antivirus: true, wifi: 'off', operatingSystem: 'Windows 11', systemSupportUntil: '2027-10-12' });
    expect((await get(`inventoryReviews/${review.id}/devices?added=true`)).items.map(({ number }) => number)).toEqual([found.number]);
    expect((await get<Given>(`inventoryReviews/${review.id}`))['added']).toBe(1);
    const missing = await get(`inventoryReviews/${review.id}/devices?seen=false`);
    expect(missing.total).toBe((await get('devices')).total - 1);
    expect((await call('POST', `inventoryReviews/${review.id}/signature`, { note: 'Comptage du matin' }, review.version)).statusCode).toBe(204);
    const signed = await get<Given>(`inventoryReviews/${review.id}`);
    expect(signed).toMatchObject({ signedOn: '2026-11-22', seen: 1, expected: missing.total + 1 });
    // The signature stands at once; its files come after it, and are there once and for all.
    const files = () => get<Given>(`inventoryReviews/${review.id}`);
    await expect.poll(async () => (await files())['files'], { timeout: 60_000, interval: 50 }).toBe('ready');
    expect(await server.asOwner('SELECT count(*)::int AS drawn FROM inventory_review WHERE pdf_file_id IS NOT NULL AND docx_file_id IS NOT NULL AND xlsx_file_id IS NOT NULL')).toEqual([{ drawn: 1 }]);
    await expect(server.asOwner('UPDATE inventory_review SET xlsx_file_id = NULL')).rejects.toThrow('does not change');
    const sheet = (await readWorkbook((await call('GET', `inventoryReviews/${review.id}/file?format=xlsx`)).rawPayload)).sheets[0]!;
    expect(sheet.rows).toHaveLength(missing.total + 2);
    const row = sheet.rows.find(({ cells }) => cells.some(({ value }) => value === 'Trouvé au comptage'))!;
    const [headings, told] = [sheet.rows[0]!, row].map(({ cells }) => new Map(cells.map(({ column, value }) => [column, value])));
    expect(Object.fromEntries([...told!].map(([column, value]) => [headings!.get(column), value]))).toMatchObject({
      'Acheté le': '2024-02-01',
      'Garantie jusqu’au': '2027-01-31',
      'Prix (euros)': 189.5,
      Système: 'Windows 11',
      'Système suivi jusqu’au': '2027-10-12',
      Chiffré: 'inconnu',
      Antivirus: 'oui',
      'Verrouillage automatique': 'inconnu',
      'Wi-Fi': 'coupé',
      'Lecteur eID': 'oui',
      Quantité: 1,
      Nouveaux: 'oui',
    });
    const [{ model }] = (await server.asOwner('SELECT model FROM inventory_review')) as [{ model: { sections: { key: string; blocks: { rows?: unknown[] }[] }[] } }];
    expect(model.sections.find(({ key }) => key === 'added')!.blocks[0]!.rows).toHaveLength(1);
    for (const [format, mark] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const)
      expect((await call('GET', `inventoryReviews/${review.id}/file?format=${format}`)).rawPayload.subarray(0, mark.length).toString()).toBe(mark);
    expect((await call('POST', `inventoryReviews/${review.id}/sightings`, { code: '1' })).statusCode).toBe(409);
    await expect(server.asOwner("UPDATE inventory_review SET note = 'x'")).rejects.toThrow('does not change');
    expect(await due()).toEqual(['2026-11-22']);
    expect((await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'))).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'inventories.reviewed true',
      'inventories.supported true',
      'inventories.gone missing',
      'inventories.disposed missing',
    ]);
    expect(await inCentre((tx) => happenings(tx, [centre], { from: '2026-11-22', until: '2026-11-22' }))).toMatchObject([{ title: { key: 'reviewed' } }]);
  });

  test('labels are drawn from the first free place on, their codes are read from the picture, and are printed once', async () => {
    const count = async (query: string) => (await get<{ labels: number }>(`deviceLabels?${query}`)).labels;
    const [all, laptops] = [await count('unlabelled=true'), await count('unlabelled=true&kind=laptop')];
    const print = (body: object) => call('POST', 'deviceLabels', body);
    const drawn = await print({ format: 'sheet24', start: 23, unlabelled: true, kind: 'laptop' });
    const read = (await readScan(drawn.rawPayload, 'pdf')) as { pages: string[][] };
    const onPages = read.pages.map((codes) => codes.map((code) => readLabel(centre, code)).toSorted());
    expect([laptops, onPages.length, onPages[0]!.length, onPages.flat().length]).toEqual([2, 1, 2, 2]);
    expect(read.pages[0]![0]).toMatch(/^http\S+\/c\/valombre\/inventories\/count\?label=/);
    expect([await count('unlabelled=true'), await count('unlabelled=false&before=2026-11-22'), await count('unlabelled=false&before=2026-11-23')]).toEqual([all - 2, all - 2, all]);
    expect(await numbers('lacks=label')).toHaveLength(all - 2);
    expect((await print({ format: 'sheet24', unlabelled: true, kind: 'laptop' })).json().issues[0]).toMatchObject({ code: 'noLabels' });
    expect((await print({ format: 'roll62', start: 2 })).json().issues[0]).toMatchObject({ name: 'start', code: 'noSuchPlace' });
  });

  test('no device leaves with its data: a fitting method, an intervention, then the way out', async () => {
    const device = await add('devices', { name: 'SRV-ANCIEN', kind: 'server' });
    const leave = (version: number) => call('POST', `devices/${device.id}/retirement`, { retiredOn: '2026-11-22', how: 'disposed' }, version);
    expect((await leave(device.version)).json().issues[0]).toMatchObject({ name: 'how', code: 'erasureFirst' });
    const erasure = { deviceId: device.id, purpose: 'disposal', medium: 'solidState', orderedOn: '2026-11-20', erasedOn: '2026-11-21', carriedOutBy: 'Marc Petit', checked: 'present' };
    expect((await call('POST', 'deviceErasures', { ...erasure, method: 'overwrite' })).json().issues[0]).toMatchObject({ code: 'methodOfOtherMedium' });
    expect(await add('deviceErasures', { ...erasure, method: 'destroy' })).toMatchObject({ interventionId: expect.any(String) });
    expect((await leave(device.version)).statusCode).toBe(204);
  });
});
