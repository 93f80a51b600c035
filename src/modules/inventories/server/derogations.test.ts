import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import type { Tx } from '../../../server/db/database.ts';
import { derogationFacts, derogationHappenings } from './service.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
let director: Account;
let worker: Account;
let worksAt: string;
let directs: string;
let day = '2026-11-22';
const now = () => new Date(`${day}T09:00:00Z`);
beforeAll(async () => {
  server = await testServer({ now });
  centre = await server.addCentre({ slug: 'valombre' });
  worksAt = await server.addPerson(centre, { lastName: 'Noël', kind: 'staff' });
  directs = await server.addPerson(centre, { lastName: 'Lambert', kind: 'staff' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  director = await server.addAccount({ centre, roles: ['directorGeneral'], personId: directs });
  worker = await server.addAccount({ centre, roles: ['staff'], personId: worksAt });
});
afterAll(() => server.close());

type Given = Record<string, unknown> & { id: string; version: number };
const call = (as: Account, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number) =>
  server.call(method, `/organizations/${centre}/${rest}`, { as, ...(body === undefined ? {} : { body }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
const read = async (id: string) => (await call(adviser, 'GET', `derogations/${id}`)).json() as Given;
const act = async (as: Account, id: string, path: string, body: unknown) => call(as, 'POST', `derogations/${id}/${path}`, body, (await read(id)).version);
const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
const due = async () =>
  (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations
    .filter(({ title }) => title.key.startsWith('derogation.'))
    .map(({ title, due: by }) => `${title.key.split('.')[1]!} ${'on' in by ? by.on : ''}`);
const ofDevices = async () => ((await call(adviser, 'GET', 'devices?lacks=derogation')).json() as { total: number }).total;
const fact = async () => (await inCentre((tx) => derogationFacts(tx, [centre], day)))[0]!;

test('asked for oneself, advised, decided by who directs, renewed, expired and closed; the Wi-Fi of the device is covered meanwhile', async () => {
  const device = (await call(adviser, 'POST', 'devices', { name: 'PORT-07', kind: 'laptop', personId: worksAt, wifi: 'on', portable: true })).json() as Given;
  const uncovered = async () => [await ofDevices(), ((await call(adviser, 'GET', `devices/${device.id}`)).json() as Given)['wifiUncovered']];
  for (const [wifi, found] of [
    [undefined, [1, true]],
    ['none', [1, true]],
    ['guestsOnly', [1, true]],
    ['protected', [0, false]],
    [undefined, [1, true]],
  ] as const) {
    await server.asOwner('UPDATE organization SET profile = $2 WHERE id = $1', [centre, JSON.stringify(wifi ? { wifi } : {})]);
    expect(await uncovered(), wifi).toEqual(found);
  }
  const asked = { kind: 'wifi', what: 'Wi-Fi du portable', reason: 'Visites à domicile', deviceId: device.id, startsOn: '2026-11-22', endsOn: '2026-12-31' };
  const { id } = (await call(worker, 'POST', 'ownDerogations', asked)).json() as Given;
  expect(await read(id)).toMatchObject({ year: 2026, number: 1, state: 'asked', personId: worksAt, askedById: worksAt });
  expect((await call(worker, 'GET', `derogations/${id}`)).statusCode).toBe(403);
  expect((await call(worker, 'GET', 'ownDerogations')).json()).toMatchObject({ items: [{ id, state: 'asked' }], devices: [{ id: device.id }] });
  expect((await call(worker, 'POST', 'ownDerogations', { ...asked, deviceId: worksAt })).json().issues[0]).toMatchObject({ name: 'deviceId', code: 'deviceUnknown' });
  expect(await due()).toEqual(['advise 2026-12-06']);

  expect((await act(director, id, 'decision', { decision: 'agreed' })).json().issues[0]).toMatchObject({ code: 'adviceFirst' });
  expect((await act(director, id, 'advice', { advice: 'favourable' })).statusCode).toBe(403);
  expect((await act(adviser, id, 'advice', { advice: 'conditional', adviceText: 'VPN toujours actif' })).statusCode).toBe(204);
  expect(await due()).toEqual(['decide 2026-12-06']);
  // The adviser enters what another decided, by name.
  expect((await act(adviser, id, 'decision', { decision: 'agreed' })).json().issues[0]).toMatchObject({ name: 'decidedById', code: 'required' });
  for (const [given, code] of [
    [{ decidedById: worksAt }, 'ownRequest'],
    [{ decidedById: centre }, 'personUnknown'],
    [{ decidedById: worksAt, decidedBy: 'Conseil' }, 'personOrBody'],
  ] as const)
    expect((await act(adviser, id, 'decision', { decision: 'agreed', ...given })).json().issues[0]).toMatchObject({ code });
  expect((await act(director, id, 'decision', { decision: 'agreed', endsOn: '2027-01-31' })).json().issues[0]).toMatchObject({ code: 'notShorter' });
  expect((await act(director, id, 'decision', { decision: 'agreed', endsOn: '2026-12-15' })).statusCode).toBe(204);
  expect(await read(id)).toMatchObject({ state: 'running', endsOn: '2026-12-15', decision: 'agreed', decidedById: directs, decidedByName: expect.stringContaining('Lambert') });
  expect(await uncovered()).toEqual([0, false]);
  expect(await due()).toEqual(['ends 2026-12-01']);
  expect((await call(adviser, 'PATCH', `derogations/${id}`, { reason: 'Autre' }, (await read(id)).version)).json()).toMatchObject({ type: 'urn:problem-type:beffroi:wrongState' });
  expect((await call(adviser, 'DELETE', `derogations/${id}`, undefined, (await read(id)).version)).statusCode).toBe(409);
  expect(await fact()).toMatchObject({ state: 'true' });

  day = '2026-12-16';
  expect(await read(id)).toMatchObject({ state: 'expired' });
  expect([await due(), await ofDevices(), (await fact()).state]).toEqual([['expired 2026-12-22'], 1, 'stale']);
  const again = (await call(adviser, 'POST', 'derogations', { ...asked, askedById: worksAt, askedOn: day, renewsId: id, startsOn: day, endsOn: '2027-06-30' })).json() as Given;
  expect(again['number']).toBe(2);
  expect((await call(adviser, 'DELETE', `derogations/${again.id}`, undefined, again.version)).statusCode).toBe(409);
  expect((await act(adviser, again.id, 'advice', { advice: 'favourable' })).statusCode).toBe(204);
  expect((await act(adviser, again.id, 'decision', { decision: 'agreed', decidedBy: 'Conseil de l’action sociale' })).statusCode).toBe(204);
  expect(await read(again.id)).toMatchObject({ decidedByName: 'Conseil de l’action sociale' });
  expect(await read(id)).toMatchObject({ state: 'ended', endedHow: 'renewed', renewedById: again.id });
  expect((await act(adviser, again.id, 'closing', { endedOn: '2026-12-17', endedWhy: 'Coupé' })).json().issues[0]).toMatchObject({ code: 'inTheFuture' });
  expect((await act(director, again.id, 'withdrawal', { endedOn: day, endedWhy: 'Carte Wi-Fi désactivée' })).statusCode).toBe(204);
  expect((await fact()).state).toBe('true');
  expect((await inCentre((tx) => derogationHappenings(tx, [centre], { from: '2026-11-01', until: '2026-12-31' }))).map(({ on, title }) => `${on} ${title.key}`).toSorted()).toEqual([
    '2026-11-22 derogations.agreed',
    '2026-12-16 derogations.agreed',
    '2026-12-16 derogations.withdrawn',
  ]);
});

test('nobody decides on what they asked, or on what is for them; one takes back one’s own request', async () => {
  const own = { kind: 'removableMedia', what: 'Clé chiffrée', reason: 'Conférence', startsOn: '2026-12-18', endsOn: '2026-12-20' };
  const { id } = (await call(director, 'POST', 'ownDerogations', own)).json() as Given;
  expect((await act(adviser, id, 'advice', { advice: 'favourable' })).statusCode).toBe(204);
  expect((await act(director, id, 'decision', { decision: 'agreed' })).json().issues[0]).toMatchObject({ code: 'ownRequest' });
  const takeBack = async (as: Account) => call(as, 'POST', `ownDerogations/${id}/withdrawal`, { endedWhy: 'Annulée' }, (await read(id)).version);
  expect((await takeBack(worker)).statusCode).toBe(404);
  expect((await takeBack(director)).statusCode).toBe(204);
  expect((await takeBack(director)).statusCode).toBe(409);
  expect(await read(id)).toMatchObject({ state: 'withdrawn', number: 3 });
  for (const [format, mark] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
  ] as const)
    expect((await call(adviser, 'GET', `derogationRegister?format=${format}&year=2026`)).rawPayload.subarray(0, mark.length).toString()).toBe(mark);
  expect(await server.asOwner("SELECT 1 FROM audit_entry WHERE action = 'export' AND table_name = 'derogation' AND actor_id = $1", [adviser.id])).toHaveLength(3);
});
