import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, type TestServer, testServer } from '../../../../test/harness.ts';
import { resourceCatalogue } from '../../resources/server/catalogue.ts';
import { conflictsOf } from '../segregation.ts';
import { libraryProfiles, libraryRules } from './library.ts';
import { rightsOfProfile } from './service.ts';

test('the library names entries of the catalogue only, at levels that they offer', () => {
  const levels = new Map(resourceCatalogue().map((entry) => [entry.id, entry.levels as string[]]));
  const named = [
    ...libraryProfiles().flatMap(({ id, rights }) => Object.entries(rights).map(([resource, level]) => ({ id, resource, level: level as string }))),
    ...libraryRules().flatMap(({ id, first, second }) => [first, second].flatMap((side) => ('resource' in side ? [{ id, resource: side.resource, level: side.level as string }] : []))),
  ];
  expect(named.filter(({ resource, level }) => !levels.get(resource)?.includes(level))).toEqual([]);
  const ids = [...libraryProfiles(), ...libraryRules()].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no profile of the library gives what the library says should stay apart', () => {
  const rules = libraryRules().map(({ id, first, second }) => {
    const side = (given: typeof first) => ('holder' in given ? given : { resourceIds: [given.resource], level: given.level });
    return { id, first: side(first), second: side(second) };
  });
  const holders = libraryProfiles().map(({ id, rights }) => ({ personId: id, mandates: [], rights: Object.entries(rights).map(([resourceId, level]) => ({ id: resourceId, resourceId, level })) }));
  expect(conflictsOf(rules, holders)).toEqual([]);
});

describeOnBothEngines('profiles of functions', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let worker: string;
  const resources: Record<string, string> = {};
  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-23T09:00:00Z') });
    centre = await server.addCentre({ slug: 'valombre' });
    const own = await server.addPerson(centre, { lastName: 'Delvaux' });
    adviser = await server.addAccount({ centre, roles: ['adviser'], personId: own });
    worker = await server.addPerson(centre, { lastName: 'Renard' });
    const technical = await server.addRecord(centre, 'service', { name: 'Technique', kind: 'other', seesPersonalData: false });
    await server.addRecord(centre, 'contract', { personId: worker, serviceId: technical, kind: 'permanent', function: 'Comptable', start: '2020-01-01' });
    for (const catalogueId of ['accountingSoftware', 'payrollSoftware', 'socialSoftware', 'eMail'])
      resources[catalogueId] = await server.addRecord(centre, 'resource', {
        name: catalogueId,
        catalogueId,
        kind: 'application',
        levels: catalogueId === 'eMail' ? '{hold,administer}' : '{read,write,validate,administer}',
        socialData: catalogueId === 'socialSoftware',
        searchText: 'x',
      });
  });
  afterAll(() => server.close());
  const call = (method: 'GET' | 'POST', path: string, body?: Record<string, unknown>) => server.call(method, `/organizations/${centre}/${path}`, { as: adviser, ...(body ? { body } : {}) });
  type Comparison = { items: { missing: { resourceId: string; level: string }[]; beyond: { resourceId: string }[] }[]; without: string[] };
  const comparison = async (): Promise<Comparison> => (await call('GET', 'accessComparison')).json<Comparison>();

  test('the library gives profiles on the resources that the centre has; a person is given what they lack', async () => {
    expect((await comparison()).without).toEqual(['Comptable']);
    expect((await call('POST', 'accessProfileLibrary', { ids: ['accountant'] })).statusCode).toBe(201);
    // The same again adds nothing.
    expect((await call('POST', 'accessProfileLibrary', { ids: ['accountant'] })).json<{ total: number }>().total).toBe(1);
    const wanted = await server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => rightsOfProfile(tx, centre, { function: 'comptable' }));
    expect(wanted.map(({ resourceId, level }) => [resourceId, level]).toSorted()).toEqual(
      [
        [resources['accountingSoftware']!, 'write'],
        [resources['eMail']!, 'hold'],
      ].toSorted(),
    );
    const [before] = (await comparison()).items;
    expect(before!.missing).toHaveLength(2);
    const beyond = await call('POST', 'accessProfileGivings', { personId: worker, start: '2026-11-23', rights: [{ resourceId: resources['payrollSoftware'], level: 'write' }] });
    expect(beyond.json<{ issues: { code: string }[] }>().issues[0]).toMatchObject({ code: 'notOfProfile' });
    expect((await call('POST', 'accessProfileGivings', { personId: worker, start: '2026-11-23', rights: before!.missing })).json<{ ids: string[] }>().ids).toHaveLength(2);
    expect((await comparison()).items).toEqual([]);
  });

  test('two rights that should not be together are told before and after they are given, until the rule is set aside; so is what contradicts the chart', async () => {
    const give = (resource: string, level: string) => call('POST', 'accessGrants', { personId: worker, resourceId: resources[resource], level, start: '2026-11-23' });
    await give('payrollSoftware', 'write');
    const warned = async (resource: string, level: string) =>
      (await call('GET', `accessWarnings?personId=${worker}&resourceId=${resources[resource]}&level=${level}`)).json<{ warnings: { kind: string; rule?: string }[] }>().warnings;
    expect(await warned('accountingSoftware', 'read')).toEqual([]);
    expect((await warned('accountingSoftware', 'validate')).map(({ rule }) => rule)).toEqual(['payrollEntryAndPayments']);
    expect(await warned('socialSoftware', 'read')).toEqual([{ kind: 'socialData' }]);
    await give('accountingSoftware', 'validate');
    await give('socialSoftware', 'read');
    type Found = { conflicts: { ruleId: string; personName: string }[]; chart: { resourceName: string }[] };
    const found = async (): Promise<Found> => (await call('GET', 'accessSegregations')).json<Found>();
    expect(await found()).toMatchObject({ conflicts: [{ ruleId: 'payrollEntryAndPayments' }], chart: [{ resourceName: 'socialSoftware' }] });
    expect((await call('POST', 'accessSegregations', { libraryId: 'payrollEntryAndPayments', reason: 'Une seule personne' })).statusCode).toBe(201);
    expect((await found()).conflicts).toEqual([]);
    expect((await call('POST', 'accessSegregations', { libraryId: 'noSuchRule', reason: 'x' })).statusCode).toBe(400);
  });
});
