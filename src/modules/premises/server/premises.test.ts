import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import { zonesOf } from './service.ts';

describeOnBothEngines('the premises of a centre', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  const clock = '2026-11-22T09:00:00Z';
  const now = () => new Date(clock);
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    server = await testServer({ engine, now });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const add = async (rest: string, body: unknown) => {
    const answer = await call('POST', rest, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const codeOf = (answer: { json: () => { issues?: { code: string }[]; code?: string } }) => answer.json().issues?.[0]?.code ?? answer.json().code;

  test('zones stand gravest first, and say who may enter: groups, and those whom the register of rights names', async () => {
    ids['hall'] = (await add('zones', { name: 'Accueil', building: 'Siège', floor: 'Rez-de-chaussée', kind: 'reception', risk: 'public' })).id;
    ids['server'] = (await add('zones', { name: 'Salle des serveurs', building: 'Siège', kind: 'serverRoom', risk: 'critical' })).id;
    ids['archives'] = (await add('zones', { name: 'Archives', building: 'Annexe', kind: 'archives', risk: 'restricted' })).id;
    expect((await get('zones')).items.map(({ name }: { name: string }) => name)).toEqual(['Salle des serveurs', 'Archives', 'Accueil']);
    expect((await call('POST', 'zones', { name: 'Archives', building: 'Annexe', kind: 'archives', risk: 'restricted' })).statusCode).toBe(409);
    await add('zoneEntries', { zoneId: ids['server'], category: 'cleaning', hours: 'outside' });
    expect((await call('POST', 'zoneEntries', { zoneId: ids['server'], category: 'cleaning' })).statusCode).toBe(409);
    expect(await get('premisesOverview')).toEqual({ inUse: 3, guarded: 2, unheld: 2, loose: 1, buildings: ['Annexe', 'Siège'] });

    ids['karim'] = (await add('people', { lastName: 'Haddad', firstName: 'Karim', kind: 'staff' })).id;
    ids['lea'] = (await add('people', { lastName: 'Simon', firstName: 'Léa', kind: 'staff' })).id;
    expect(codeOf(await call('POST', 'zoneEntries', { zoneId: ids['server'], personId: ids['karim'], hours: 'always' }))).toBe('rightMissing');
    const guard = (await call('POST', `zones/${ids['server']}/accessResource`, undefined, 1)).json();
    expect((await call('POST', `zones/${ids['server']}/accessResource`, undefined, 2)).json()).toEqual(guard);
    expect(await get(`resources/${guard.resourceId}`)).toMatchObject({ name: 'Salle des serveurs', kind: 'room', levels: ['hold'] });
    await add('accessGrants', { personId: ids['karim'], resourceId: guard.resourceId, level: 'hold', agreedOn: '2026-11-20', start: '2026-11-20' });
    await add('accessGrants', { personId: ids['lea'], resourceId: guard.resourceId, level: 'hold', agreedOn: '2026-11-20', start: '2026-11-20', until: '2026-11-21' });
    await add('zoneEntries', { zoneId: ids['server'], personId: ids['karim'], hours: 'always' });
    expect((await get(`zones/${ids['server']}/people`)).items).toMatchObject([{ personName: 'Karim Haddad', hours: 'always', leaving: false }]);
    expect((await get('zones?risk=critical')).items).toMatchObject([{ holders: 1, categories: ['cleaning'] }]);
    expect(await inCentre((tx) => zonesOf(tx, centre, [ids['server']!]))).toMatchObject([{ name: 'Salle des serveurs', resourceId: guard.resourceId }]);
    // A resource that is no room opens none.
    const key = await add('resources', { name: 'Clé', kind: 'key', levels: ['hold'] });
    expect(codeOf(await call('PATCH', `zones/${ids['hall']}`, { resourceId: key.id }, 1))).toBe('resourceNotRoom');
  });

  test('what holds for all the buildings is read by those who work there, and set by those who answer for it', async () => {
    const first = await get('premisesSettings');
    expect(first).toMatchObject({ own: false, version: 0, fromTime: '08:00', visitorDays: 90 });
    const setting = {
      weekdays: [1, 2, 3, 4, 5],
      fromTime: '08:30',
      untilTime: '16:30',
      visitorDays: 30,
      visitorsSign: true,
      assemblyPoint: 'Place de l’église',
      contacts: [{ label: 'Alarme', phone: '081 00 00 00' }],
    };
    const agent = await server.addAccount({ centre, roles: ['itAgent'] });
    expect((await call('PUT', 'premisesSettings', setting, 0, agent)).statusCode).toBe(403);
    expect((await call('PUT', 'premisesSettings', setting, 0)).json()).toMatchObject({ own: true, version: 1, visitorDays: 30 });
    expect((await call('PUT', 'premisesSettings', setting, 0)).statusCode).toBe(412);
    expect(await get('premisesSettings', agent)).toMatchObject({ assemblyPoint: 'Place de l’église', can: { update: false } });
    expect((await server.call('GET', path('zones'), { as: await server.addAccount({ centre, roles: ['reception'] }) })).statusCode).toBe(403);
  });
});
