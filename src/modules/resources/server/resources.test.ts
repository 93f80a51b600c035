import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { heldOn } from '../../access/server/service.ts';
import type { Tx } from '../../../server/db/database.ts';
import { resourceCatalogue } from './catalogue.ts';
import { happenings, liveFacts, resourcesOf } from './service.ts';

describeOnBothEngines('resources', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  const now = () => new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2026-11-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string) => (await server.call('GET', path(rest), { as: adviser })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser, key?: string) =>
    server.call(method, path(rest), { as, body, headers: { ...(version === undefined ? {} : { 'if-match': `"${version}"` }), ...(key ? { 'idempotency-key': key } : {}) } });
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations
      .filter(({ room }) => room === 'resources')
      .map(({ rule, title, due }) => `${rule} ${title.key} ${'on' in due ? due.on : due.at}`)
      .toSorted();
  const named = async (name: string) => (await get('resources?pageSize=200')).items.find((item: { name: string }) => item.name === name);

  test('the register starts from the catalogue: several at once, or none of them', async () => {
    const offered = (await get('resourceCatalogue')).items;
    expect(offered).toHaveLength(resourceCatalogue().length);
    expect(offered.filter(({ certainty }: { certainty: string }) => certainty === 'unsure').length).toBeGreaterThan(0);
    const body = { resources: ['socialSoftware', 'nationalRegister', 'mutations', 'serverRoom', 'eProcurement'].map((catalogueId) => ({ catalogueId, name: `Notre ${catalogueId}` })) };
    const key = '01990000-0000-7000-8000-00000000000a';
    expect((await call('POST', 'resourceCatalogue', body, undefined, adviser, key)).json()).toMatchObject({ added: 5 });
    // Sent again after an answer that was lost.
    expect((await call('POST', 'resourceCatalogue', body, undefined, adviser, key)).statusCode).toBe(201);
    expect((await get('resources')).items.map(({ name, kind, levels, socialData }: Record<string, unknown>) => [name, kind, (levels as string[]).join(' '), socialData])).toEqual(
      [
        ['Notre eProcurement', 'portal', 'read write validate', false],
        ['Notre mutations', 'bcssFlow', 'read write', true],
        ['Notre nationalRegister', 'bcssFlow', 'read', true],
        ['Notre serverRoom', 'room', 'hold', true],
        ['Notre socialSoftware', 'application', 'read write validate administer', true],
      ].toSorted((a, b) => ['application', 'bcssFlow', 'portal', 'room'].indexOf(a[1] as string) - ['application', 'bcssFlow', 'portal', 'room'].indexOf(b[1] as string)),
    );
    const refused = await call('POST', 'resourceCatalogue', {
      resources: [
        { catalogueId: 'vpn', name: 'VPN' },
        { catalogueId: 'nothing', name: 'X' },
        { catalogueId: 'domain', name: 'Notre mutations' },
      ],
    });
    expect(refused.json().issues.map(({ name, code }: Record<string, string>) => [name, code])).toEqual([
      ['resources[1].catalogueId', 'entryUnknown'],
      ['resources[2].name', 'alreadyExists'],
    ]);
    expect((await get('resources')).total).toBe(5);
    expect((await get('resourceCatalogue')).items.find(({ id }: { id: string }) => id === 'mutations')).toMatchObject({ taken: true });
  });

  test('a flow wants its authorisation, and what holds social data an owner', async () => {
    expect(await duties()).toEqual(['flowAuthorised unauthorised.title 2026-11-01', 'flowAuthorised unauthorised.title 2026-11-01', 'resourceOwned ownerless.title 2026-12-01']);
    expect(await get('resourcesOverview')).toMatchObject({ inUse: 5, socialData: 4, withoutOwner: 4, flows: 2, unauthorised: 2 });
    const flow = await named('Notre mutations');
    const authorisations = [{ deliberation: '04/2024', purpose: 'Suivi des dossiers d’aide', from: '2024-05-01', until: '2027-04-30' }];
    const changed = await call('PATCH', `resources/${flow.id}`, { authorisations }, flow.version);
    expect(changed.json()).toMatchObject({ authorisations, levels: ['read', 'write'] });
    expect(await duties()).toContain('flowAuthorised authorisationEnds.title 2027-04-30');
    expect((await get('resources?missing=authorisation')).items.map(({ name }: { name: string }) => name)).toEqual(['Notre nationalRegister']);
    const person = await server.addPerson(centre, { lastName: 'Noël' });
    for (const { id, version, socialData } of (await get('resources')).items) if (socialData) expect((await call('PATCH', `resources/${id}`, { ownerId: person }, version)).statusCode).toBe(200);
    expect((await duties()).filter((duty) => duty.startsWith('resourceOwned'))).toEqual([]);
    expect((await call('PATCH', `resources/${flow.id}`, { supplierId: flow.id }, flow.version + 2)).json().issues[0]).toMatchObject({ name: 'supplierId', code: 'supplierUnknown' });
    const register = await named('Notre nationalRegister');
    await call('PATCH', `resources/${register.id}`, { authorisations: [{ deliberation: '12/2020', purpose: 'Identification', from: '2020-01-01' }] }, register.version);
    expect(await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'))).toMatchObject([
      { id: 'resources.inventory', state: 'true', title: { values: { count: 5 } } },
      { id: 'resources.owned', state: 'true' },
      { id: 'resources.flowsAuthorised', state: 'true', until: '2027-04-30' },
    ]);
    expect(await inCentre((tx) => liveFacts(tx, [centre], '2027-05-01'))).toMatchObject([{}, {}, { state: 'missing', title: { key: 'flowsAuthorised.missing', values: { count: 1 } } }]);
  });

  test('a resource whose rights still run is not retired, unless they end with it', async () => {
    const software = await named('Notre socialSoftware');
    const [holder, other] = await Promise.all(['Renard', 'Thiry'].map((lastName) => server.addPerson(centre, { lastName })));
    await server.addRecord(centre, 'accessGrant', { personId: holder, resourceId: software.id, level: 'write', start: '2026-01-01' });
    await server.addRecord(centre, 'accessGrant', { personId: other, resourceId: software.id, level: 'read', start: '2026-01-01', until: '2026-11-30' });
    expect(await named('Notre socialSoftware')).toMatchObject({ holders: 2 });
    for (const refused of [
      await call('PATCH', `resources/${software.id}`, { retiredOn: '2026-11-29' }, software.version),
      await call('POST', `resources/${software.id}/retire`, { retiredOn: '2026-11-29' }, software.version),
    ])
      expect(refused.json().issues[0]).toMatchObject({ name: 'retiredOn', code: 'rightsHeld', parameters: { count: 2 } });
    expect(await named('Notre socialSoftware')).not.toHaveProperty('retiredOn');
    const keeper = await server.addAccount({ centre, roles: ['auditor'] });
    expect((await call('POST', `resources/${software.id}/retire`, { retiredOn: '2026-11-29', endRights: true }, software.version, keeper)).statusCode).toBe(403);
    expect((await call('POST', `resources/${software.id}/retire`, { retiredOn: '2026-11-29', endRights: true }, software.version + 1)).statusCode).toBe(412);
    expect((await call('POST', `resources/${software.id}/retire`, { retiredOn: '2026-11-29', endRights: true }, software.version)).statusCode).toBe(204);
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-11-29'))).toHaveLength(2);
    expect(await inCentre((tx) => heldOn(tx, centre, '2026-11-30'))).toEqual([]);
    expect((await inCentre((tx) => resourcesOf(tx, centre, [software.id])))[0]).toMatchObject({ retiredOn: '2026-11-29', levels: ['read', 'write', 'validate', 'administer'] });
    expect((await inCentre((tx) => happenings(tx, [centre], { from: '2026-11-01', until: '2026-11-30' }))).map(({ title, on }) => [title.key, on])).toEqual([['retired', '2026-11-29']]);
  });
});
