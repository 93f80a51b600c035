import { afterAll, beforeAll, expect, test } from 'vitest';
import { upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { yearFigures, zonesOf } from './service.ts';
import { purgeVisitors } from './visit-store.ts';

// One white point.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64');

describeOnBothEngines('the premises of a centre', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let clock = '2026-11-22T09:00:00Z';
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
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
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

  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now }))).obligations
      .filter(({ room }) => room === 'premises')
      .map(({ rule, title }) => `${rule} ${title.key}`)
      .toSorted();

  test('a key that goes out is a right, and comes back with it; what was lost, or is known by one who left, asks for a change', async () => {
    const key = await add('premisesKeys', { kind: 'key', name: 'Clé des archives', zoneIds: [ids['archives']] });
    expect(await get(`resources/${key.resourceId}`)).toMatchObject({ name: 'Clé des archives', kind: 'key' });
    expect((await add(`premisesKeys/${key.id}/copies`, { marks: ['A1', 'A2'], keptWhere: 'Armoire à clés' })).added).toBe(2);
    expect((await call('POST', `premisesKeys/${key.id}/copies`, { marks: ['a1'], keptWhere: 'Armoire à clés' })).statusCode).toBe(409);
    const copies = async () => (await get(`keyCopies?keyId=${key.id}&sort=mark`)).items as Record<string, string | number>[];
    const [first, second] = await copies();
    const give = (copy: Record<string, unknown>, personId: string, as = adviser) => call('POST', `keyCopies/${String(copy['id'])}/give`, { personId, on: '2026-11-20' }, copy['version'] as number, as);
    // Whoever may not agree to rights hands over what was agreed to, and nothing else.
    const itHead = await server.addAccount({ centre, roles: ['itHead'] });
    expect(codeOf(await give(first!, ids['karim']!, itHead))).toBe('agreementMissing');
    expect((await give(first!, ids['karim']!)).statusCode).toBe(204);
    expect((await give(first!, ids['lea']!)).statusCode).toBe(409);
    expect((await give(second!, ids['karim']!, itHead)).statusCode).toBe(204);
    const rights = async () => (await get(`accessGrants?resourceId=${key.resourceId}&state=open`)).items.map(({ personName }: { personName: string }) => personName);
    expect(await rights()).toEqual(['Karim Haddad']);
    const act = async (mark: string, body: object) => {
      const copy = (await copies()).find((one) => one['mark'] === mark)!;
      return call('POST', `keyCopies/${copy['id']}/acts`, body, copy['version'] as number);
    };
    expect(codeOf(await act('A1', { what: 'returned', on: '2026-11-19', keptWhere: 'Armoire' }))).toBe('beforeGiven');
    expect((await act('A1', { what: 'returned', on: '2026-11-21', keptWhere: 'Armoire' })).statusCode).toBe(204);
    // The other copy is out still, and so is the right.
    expect(await rights()).toEqual(['Karim Haddad']);
    expect((await act('A1', { what: 'returned', on: '2026-11-21', keptWhere: 'Armoire' })).statusCode).toBe(409);
    expect((await act('A2', { what: 'lost', on: '2026-11-21' })).statusCode).toBe(204);
    expect(await rights()).toEqual([]);
    expect(await duties()).toContain('codeChanged lost.title');
    expect(codeOf(await act('A2', { what: 'settled', on: '2026-11-22', how: 'accepted' }))).toBe('reasonMissing');
    const { version } = await get(`premisesKeys/${key.id}`);
    expect((await call('POST', `premisesKeys/${key.id}/change`, { on: '2026-11-22' }, version)).statusCode).toBe(204);
    expect(await get(`premisesKeys/${key.id}`)).toMatchObject({ changedOn: '2026-11-22', lost: 1, toChange: 0 });

    const code = await add('premisesKeys', { kind: 'code', name: 'Code de l’alarme' });
    await add(`premisesKeys/${code.id}/knowers`, { personId: ids['lea'], on: '2026-11-18' });
    expect(codeOf(await call('POST', `premisesKeys/${code.id}/knowers`, { personId: ids['lea'], on: '2026-11-18' }))).toBe('knowsAlready');
    const [right] = (await get(`accessGrants?resourceId=${code.resourceId}`)).items;
    await call('POST', `accessGrants/${right.id}/end`, { on: '2026-11-21', because: 'departure' }, right.version);
    expect(await duties()).toContain('codeChanged code.title');
    expect((await get('keyCopies?wants=change')).items).toMatchObject([{ keyName: 'Code de l’alarme', personName: 'Léa Simon', rightEndedOn: '2026-11-21' }]);
    await call('POST', `premisesKeys/${code.id}/change`, { on: '2026-11-22' }, 1);
    expect(await duties()).not.toContain('codeChanged code.title');
    const badge = await add('premisesKeys', { kind: 'badge', name: 'Badge', zoneIds: [ids['hall']] });
    await add(`premisesKeys/${badge.id}/copies`, { marks: ['7'], keptWhere: 'Accueil' });
    const [seven] = (await get(`keyCopies?keyId=${badge.id}`)).items;
    await give(seven, ids['lea']!);
    const [held] = (await get(`accessGrants?resourceId=${badge.resourceId}`)).items;
    await call('POST', `accessGrants/${held.id}/end`, { on: '2026-11-21', because: 'departure' }, held.version);
    expect(await duties()).toContain('keyBack back.title');
    expect((await get(`premisesKeys/${badge.id}/moves`)).items).toMatchObject([{ what: 'given', mark: '7', personName: 'Léa Simon' }]);
  });

  test('a passage has a reason, and an outsider an escort; one’s own takes two taps', async () => {
    const passage = { zoneId: ids['server'], enteredAt: '2026-11-22T08:00:00Z', reason: 'Onduleur' };
    expect(codeOf(await call('POST', 'passages', { ...passage, name: 'Nora Petit', firm: 'Froid Sud' }))).toBe('escortMissing');
    expect(codeOf(await call('POST', 'passages', { ...passage, zoneId: ids['hall'], personId: ids['karim'] }))).toBe('zoneNotGuarded');
    expect(codeOf(await call('POST', 'passages', { ...passage, personId: ids['karim'], enteredAt: '2026-11-23T08:00:00Z' }))).toBe('inTheFuture');
    await add('passages', { ...passage, name: 'Nora Petit', firm: 'Froid Sud', escortId: ids['karim'], leftAt: '2026-11-22T08:40:00Z' });
    const karim = await server.addAccount({ centre, roles: ['staff'] });
    expect(await get('ownPassages', karim)).toMatchObject({ known: false, zones: [{ name: 'Salle des serveurs' }, { name: 'Archives' }] });
    await server.asOwner('UPDATE link SET person_id = $1 WHERE account_id = $2', [ids['karim'], karim.id]);
    const own = await call('POST', 'ownPassages', { zoneId: ids['archives'], reason: 'Dossier 12' }, undefined, karim);
    expect(own.statusCode).toBe(201);
    expect((await get('ownPassages', karim)).open).toMatchObject([{ who: 'Karim Haddad', day: '2026-11-22', entered: '10:00' }]);
    expect((await call('POST', `ownPassages/${own.json().id}/leave`, undefined, 1)).statusCode).toBe(404);
    expect((await call('POST', `ownPassages/${own.json().id}/leave`, undefined, 1, karim)).statusCode).toBe(204);
    expect((await get('passages?who=outsiders')).items).toMatchObject([{ who: 'Nora Petit', escortName: 'Karim Haddad', entered: '09:00', left: '09:40' }]);
    expect((await server.call('GET', path('passages'), { as: karim })).statusCode).toBe(403);
    expect((await server.call('GET', path('passages/export?format=csv'), { as: adviser })).body).toContain('Froid Sud');
  });

  test('the reception receives, and sees nothing else; who never left shows the next morning; names go when their time is over', async () => {
    const reception = await server.addAccount({ centre, roles: ['reception'] });
    for (const rest of ['zones', 'premisesKeys', 'passages', 'visitors/export', 'people']) expect((await server.call('GET', path(rest), { as: reception })).statusCode, rest).toBe(403);
    await add('contracts', { personId: ids['karim'], kind: 'permanent', function: 'Informaticien', start: '2020-01-01' });
    expect((await call('POST', 'visitorHosts/search', { text: 'hadd' }, undefined, reception)).json()).toEqual({ items: [{ id: ids['karim'], name: 'Karim Haddad' }] });
    const receive = (body: object) => call('POST', 'visitors', body, undefined, reception);
    expect(codeOf(await receive({ name: 'Paul Dumont' }))).toBe('hostMissing');
    const signature = {
      strokes: [
        [
          [10, 10],
          [400, 200],
        ],
      ],
    };
    expect(codeOf(await receive({ name: 'Paul Dumont', hostId: ids['karim'], signature }))).toBe('languageMissing');
    const paul = (await receive({ name: 'Paul Dumont', firm: 'Ascenseurs Mosans', hostId: ids['karim'], badge: 'V1', language: 'nl', signature })).json();
    expect(codeOf(await receive({ name: 'Ines Roy', host: 'Service social', badge: 'v1' }))).toBe('badgeTaken');
    const ines = (await receive({ name: 'Ines Roy', host: 'Service social', badge: 'V2' })).json();
    expect((await call('POST', `visitors/${ines.id}/leave`, { how: 'now' }, 1, reception)).statusCode).toBe(204);
    expect((await call('POST', `visitors/${ines.id}/leave`, { how: 'now' }, 2, reception)).statusCode).toBe(409);
    expect((await get('visitorDesk', reception)).items.map(({ name, inside, signed }: Record<string, unknown>) => [name, inside, signed])).toEqual([
      ['Ines Roy', false, false],
      ['Paul Dumont', true, true],
    ]);
    expect(await get(`visitors/${paul.id}/signature`, reception)).toEqual(signature);
    expect((await call('GET', `visitors/${ines.id}/signature`, undefined, undefined, reception)).statusCode).toBe(404);
    expect((await call('GET', `visitors/${paul.id}/signature`, undefined, undefined, await server.addAccount({ centre, roles: ['itAgent'] }))).statusCode).toBe(403);
    clock = '2026-11-23T07:00:00Z';
    expect((await get('visitorDesk', reception)).items).toMatchObject([{ name: 'Paul Dumont', day: '2026-11-22', inside: true }]);
    expect(await duties()).toContain('visitorGone visitors.title');
    expect((await call('POST', `visitors/${paul.id}/leave`, { how: 'unseen' }, 1, reception)).statusCode).toBe(204);
    expect(await duties()).not.toContain('visitorGone visitors.title');
    // Thirty days are kept: on the thirtieth day after, the names are there; on the next they are not, nor in the trail.
    expect(await inCentre((tx) => purgeVisitors(tx, '2026-12-22'))).toBe(0);
    expect(await inCentre((tx) => purgeVisitors(tx, '2026-12-23'))).toBe(2);
    expect(await inCentre((tx) => purgeVisitors(tx, '2026-12-24'))).toBe(0);
    expect((await call('GET', `visitors/${paul.id}/signature`)).statusCode).toBe(404);
    // The register forgets them; the year still counts them.
    expect((await get('visitors')).items).toEqual([]);
    expect(await inCentre((tx) => yearFigures(tx, centre, { from: '2026-01-01', until: '2026-12-31' }))).toMatchObject({ visitors: 2 });
    for (const table of ['visitor', 'audit_entry']) {
      const rows = await server.asOwner<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      expect(
        rows.filter(({ row }) => /Dumont|Mosans|Ines Roy/.test(row)),
        table,
      ).toEqual([]);
    }
  });

  test('who waits for somebody announces them; the reception finds them on their day; who never came is forgotten with the others', async () => {
    clock = '2026-11-24T07:00:00Z';
    const reception = await server.addAccount({ centre, roles: ['reception'] });
    const karim = await server.addAccount({ centre, roles: ['staff'], personId: ids['karim']! });
    const lea = await server.addAccount({ centre, roles: ['staff'], personId: ids['lea']! });
    const stranger = await server.addAccount({ centre, roles: ['staff'] });
    const announce = (body: object, as: typeof karim) => call('POST', 'expectedVisitors', body, undefined, as);
    expect(codeOf(await announce({ name: 'Odette Marlier', day: '2026-11-23' }, karim))).toBe('dayGone');
    expect(codeOf(await announce({ name: 'Odette Marlier', day: '2028-11-23' }, karim))).toBe('tooFarAhead');
    expect(codeOf(await announce({ name: 'Odette Marlier', day: '2026-11-24' }, stranger))).toBe('hostMissing');
    expect(codeOf(await announce({ name: 'Odette Marlier', day: '2026-11-24', hostId: ids['lea'], host: 'Social' }, karim))).toBe('hostTwice');
    const nora = (await announce({ name: 'Odette Marlier', firm: 'Menuiserie du Lac', day: '2026-11-24', time: '09:30' }, karim)).json();
    const hugo = (await announce({ name: 'Hugo Lefort', day: '2026-11-24', hostId: ids['lea'], escortId: ids['karim'] }, karim)).json();
    await announce({ name: 'Yves Collin', day: '2026-12-01', host: 'Service social' }, stranger);
    const names = async (as: typeof karim) => (await get('expectedVisitors', as)).items.map(({ name, state }: Record<string, unknown>) => `${name} ${state}`);
    // One's own: whom one announced, and who comes for one.
    expect(await names(karim)).toEqual(['Odette Marlier expected', 'Hugo Lefort expected']);
    expect(await names(lea)).toEqual(['Hugo Lefort expected']);
    expect(await names(stranger)).toEqual([]);
    expect(await names(reception)).toHaveLength(3);
    const awaited = async () => (await get('visitorDesk', reception)).expected;
    expect(await awaited()).toMatchObject([
      { name: 'Odette Marlier', time: '09:30', hostId: ids['karim'], hostName: 'Karim Haddad' },
      { name: 'Hugo Lefort', escortName: 'Karim Haddad' },
    ]);
    const arrive = { name: 'Odette Marlier', firm: 'Menuiserie du Lac', hostId: ids['karim'], expectedId: nora.id };
    expect(codeOf(await call('POST', 'visitors', { ...arrive, expectedId: centre }, undefined, reception))).toBe('expectedUnknown');
    expect((await call('POST', 'visitors', arrive, undefined, reception)).statusCode).toBe(201);
    expect((await call('POST', 'visitors', arrive, undefined, reception)).statusCode).toBe(409);
    expect(await awaited()).toMatchObject([{ name: 'Hugo Lefort' }]);
    expect((await get('expectedVisitors', karim)).items[0]).toMatchObject({ state: 'arrived', arrived: '08:00', can: { delete: false } });
    const { version } = (await get('expectedVisitors', karim)).items.find(({ id }: { id: string }) => id === nora.id);
    expect((await call('DELETE', `expectedVisitors/${nora.id}`, undefined, version, karim)).statusCode).toBe(409);
    expect((await call('DELETE', `expectedVisitors/${hugo.id}`, undefined, 1, stranger)).statusCode).toBe(404);
    clock = '2026-11-25T07:00:00Z';
    expect(await names(lea)).toEqual(['Hugo Lefort absent']);
    expect(await awaited()).toEqual([]);
    expect((await call('DELETE', `expectedVisitors/${hugo.id}`, undefined, 1, lea)).statusCode).toBe(204);
    // Thirty days after the day for which they were announced, whether they came or not: the visit of Nora, and both announcements.
    expect(await inCentre((tx) => purgeVisitors(tx, '2026-12-25'))).toBe(2);
    expect(await inCentre((tx) => purgeVisitors(tx, '2027-01-01'))).toBe(1);
    for (const table of ['expected_visitor', 'visitor', 'audit_entry']) {
      const rows = await server.asOwner<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      expect(
        rows.filter(({ row }) => /Odette|Menuiserie|Hugo Lefort|Yves Collin/.test(row)),
        table,
      ).toEqual([]);
    }
    clock = '2026-11-23T07:00:00Z';
  });

  test('a protection is looked at as its record says: the check stands with the others, and goes with it', async () => {
    const protection = await add('protections', { zoneId: ids['server'], kind: 'emergencyPower', name: 'Onduleur', everyMonths: 6, firstCheckOn: '2026-12-01' });
    expect(codeOf(await call('POST', 'protections', { zoneId: ids['server'], kind: 'alarm', name: 'Alarme', everyMonths: 12 }))).toBe('firstCheckMissing');
    expect(await get('protectionChecks')).toEqual({ items: [{ id: protection.id, nextOn: '2026-12-01' }] });
    await call('PATCH', `protections/${protection.id}`, { retiredOn: '2026-11-23' }, 1);
    expect(await get('protectionChecks')).toEqual({ items: [] });
  });

  test('a plan is an image, and no script in one; zones are drawn on it by points', async () => {
    const plan = await add('floorPlans', {
      name: 'Siège, rez',
      shapes: [
        {
          zoneId: ids['hall'],
          points: [
            [0, 0],
            [500, 0],
            [500, 400],
          ],
        },
      ],
    });
    expect(codeOf(await call('PATCH', `floorPlans/${plan.id}`, { shapes: [{ zoneId: centre, points: [[0, 0]] }] }, 1))).toBe('zoneUnknown');
    const give = (bytes: Buffer, name: string) => {
      const { payload, headers } = upload(bytes, name);
      return server.call('PUT', path(`floorPlans/${plan.id}/file`), { as: adviser, payload, headers: { ...headers, 'if-match': '"1"' } });
    };
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
    for (const name of ['plan.svg', 'plan.png']) expect((await give(svg, name)).statusCode).toBe(400);
    expect((await give(png, 'plan.png')).statusCode).toBe(204);
    const shown = await server.call('GET', path(`floorPlans/${plan.id}/file`), { as: adviser });
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  });

  test('a round says what is not in order, and where', async () => {
    const finding = { zoneId: ids['archives'], topic: 'cupboards', good: false };
    expect(codeOf(await call('POST', 'deskRounds', { heldOn: '2026-11-20', findings: [finding] }))).toBe('noteMissing');
    const noted = { ...finding, note: 'Clé sur la porte' };
    expect(codeOf(await call('POST', 'deskRounds', { heldOn: '2026-11-20', findings: [noted, noted] }))).toBe('findingTwice');
    await add('deskRounds', { heldOn: '2026-11-20', heldById: ids['karim'], findings: [noted, { zoneId: ids['hall'], topic: 'ear', good: true }] });
    expect((await get('deskRounds')).items).toMatchObject([{ looked: 2, wanting: 1, heldByName: 'Karim Haddad' }]);
  });

  test('the sheets for the wall say what the centre said, lack what it did not, and are out of date once it says something else', async () => {
    const sheets = async () =>
      (await get('emergencySheets')) as { places: { building?: string; zoneName?: string; sheets: { danger: string; lacking: string[]; changed: string[]; postedOn?: string }[] }[] };
    const of = async (place: string) => (await sheets()).places.find(({ building, zoneName }) => (building ?? zoneName) === place)!.sheets;
    expect((await sheets()).places.map(({ building }) => building)).toEqual(['Annexe', 'Siège']);
    expect((await of('Annexe')).find(({ danger }) => danger === 'water')!.lacking).toEqual(['waterCut', 'electricityCut']);
    await add('premisesBuildings', { building: 'Annexe', assemblyPoint: 'Cour de l’école', waterCut: 'Vanne du garage' });
    await add('sheetWordings', { danger: 'evacuation', lines: [{ kind: 'do', language: 'fr', text: 'Prenez le registre des résidents.', building: 'Annexe' }] });
    expect((await of('Annexe')).find(({ danger }) => danger === 'water')!.lacking).toEqual(['electricityCut']);

    const file = (query: string) => server.call('GET', path(`emergencySheets/file?${query}`), { as: adviser });
    const printed = await file('building=Annexe&language=nl');
    expect(printed.headers['content-type']).toBe('application/pdf');
    expect(printed.headers['content-disposition']).toContain('valombre-a4-nl-');
    expect((await file(`zoneId=${ids['archives']}&format=docx&paper=a5&danger=fire`)).statusCode).toBe(200);
    expect(codeOf(await file(`zoneId=${ids['archives']}&building=Annexe`))).toBe('buildingOrZone');

    for (const format of ['pdf', 'docx', 'xlsx']) expect((await server.call('GET', path(`premisesRegister?format=${format}&language=de`), { as: adviser })).statusCode).toBe(200);
    expect(await server.asOwner("SELECT 1 FROM audit_entry WHERE organization_id = $1 AND action = 'export' AND table_name = 'zone' AND actor_id = $2", [centre, adviser.id])).toHaveLength(3);
    const agent = await server.addAccount({ centre, roles: ['itAgent'] });
    expect((await call('POST', 'sheetPostings', { dangers: ['fire'], building: 'Siège' }, undefined, agent)).statusCode).toBe(403);
    expect((await call('POST', 'sheetPostings', { dangers: ['water', 'evacuation'], building: 'Annexe' })).statusCode).toBe(204);
    expect((await call('POST', 'sheetPostings', { dangers: ['evacuation'], zoneId: ids['archives'] })).statusCode).toBe(204);
    expect((await of('Annexe')).filter(({ postedOn }) => postedOn)).toMatchObject(
      ['water', 'evacuation'].map((danger) => ({ danger, changed: [], postedOn: '2026-11-23', postedByName: 'Odile Lambin' })),
    );
    expect(await duties()).not.toContain('sheetsReplaced sheets.title');

    // Another tap changes the sheet of water alone; another assembly point that of the evacuation, of the zone in that building too.
    const building = (await get('premisesBuildings')).items[0];
    await call('PATCH', `premisesBuildings/${building.id}`, { waterCut: 'Vanne de la cour', assemblyPoint: 'Place du marché' }, building.version);
    expect((await of('Annexe')).map(({ danger, changed }) => [danger, ...changed])).toEqual([['fire'], ['water', 'waterCut'], ['intrusion'], ['evacuation', 'assemblyPoint']]);
    expect((await of('Archives')).find(({ danger }) => danger === 'evacuation')!.changed).toEqual(['assemblyPoint']);
    expect(await duties()).toContain('sheetsReplaced sheets.title');
    await call('POST', 'sheetPostings', { dangers: ['water', 'evacuation'], building: 'Annexe' });
    await call('POST', 'sheetPostings', { dangers: ['evacuation'], zoneId: ids['archives'] });
    expect(await duties()).not.toContain('sheetsReplaced sheets.title');
  });

  test('a building that takes another name takes along all that stands under it; what no zone bears any more is said', async () => {
    await add('floorPlans', { name: 'Annexe, rez', building: 'Annexe' });
    const rename = (from: string, to: string, as = adviser) => call('POST', 'premisesBuildings/rename', { from, to }, undefined, as);
    expect((await rename('Annexe', 'Annexe nord', await server.addAccount({ centre, roles: ['itAgent'] }))).statusCode).toBe(403);
    expect(codeOf(await rename('Grange', 'Annexe nord'))).toBe('buildingUnknown');
    const before = await get('emergencySheets');
    expect((await rename('Annexe', 'Annexe nord')).statusCode).toBe(204);
    expect(await get(`zones/${ids['archives']}`)).toMatchObject({ building: 'Annexe nord' });
    expect((await call('POST', 'zones/search', { text: 'archives nord' })).json().items).toHaveLength(1);
    expect((await get('premisesBuildings')).items).toMatchObject([{ building: 'Annexe nord', waterCut: 'Vanne de la cour' }]);
    expect((await get('sheetWordings')).items[0].lines).toMatchObject([{ text: 'Prenez le registre des résidents.', building: 'Annexe nord' }]);
    expect((await get('floorPlans')).items).toContainEqual(expect.objectContaining({ name: 'Annexe, rez', building: 'Annexe nord' }));
    // The sheets hang as they did, and still tell the truth.
    expect((await call('GET', 'sheetWordings/export?format=csv')).body).toContain('FR, Annexe nord – Prenez le registre des résidents.');
    const renamed = JSON.parse(
      JSON.stringify(before)
        .replaceAll('"Annexe"', '"Annexe nord"')
        .replaceAll(/"version":\d+/g, '"version":0'),
    );
    expect(JSON.parse(JSON.stringify(await get('emergencySheets')).replaceAll(/"version":\d+/g, '"version":0'))).toEqual(renamed);
    expect(renamed.buildings).toEqual(['Annexe nord', 'Siège']);
    await add('premisesBuildings', { building: 'Siège', gasCut: 'Cour' });
    expect(codeOf(await rename('Annexe nord', 'Siège'))).toBe('buildingHasFacts');
    // The last zone leaves the building: its facts are still there, and no zone names it.
    const { version } = await get(`zones/${ids['archives']}`);
    await call('PATCH', `zones/${ids['archives']}`, { building: 'Siège' }, version);
    expect((await get('emergencySheets')).buildings).toEqual(['Siège']);
    expect((await get('premisesBuildings')).items.map(({ building }: { building: string }) => building)).toEqual(['Annexe nord', 'Siège']);
  });
});
