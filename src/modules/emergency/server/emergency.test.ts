import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { liveFacts, yearFigures } from './service.ts';

describeOnBothEngines('emergency access', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let director: Account;
  let staff: Account;
  let resource: string;
  const people: Record<string, string> = {};
  const clock = new Date('2026-03-10T09:00:00Z');

  const call = (method: 'GET' | 'POST' | 'PATCH', rest: string, body?: unknown, as = adviser, version?: number) =>
    server.call(method, `/organizations/${centre}/${rest}`, { as, ...(body === undefined ? {} : { body }), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const due = async () => (await server.call('GET', '/obligations?pageSize=200', { as: adviser })).json().items.map(({ rule }: { rule: string }) => rule);

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    for (const name of ['Ada', 'Bob', 'Cleo', 'Dg']) people[name] = await server.addPerson(centre, { firstName: name, lastName: 'Martin' });
    resource = await server.addRecord(centre, 'resource', { name: 'Serveur', kind: 'server', levels: '{administer}', socialData: true, searchText: 'serveur', position: 0 });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    director = await server.addAccount({ centre, roles: ['directorGeneral'], personId: people['Dg']! });
    staff = await server.addAccount({ centre, roles: ['staff'], personId: people['Ada']! });
  });
  afterAll(() => server.close());

  test('an envelope is opened once, and stays open until the secret is changed and sealed again', async () => {
    const made = await call('POST', 'emergencyEnvelopes', {
      resourceId: resource,
      title: 'Administrateur',
      place: 'Coffre',
      seal: 'A-1',
      sealedOn: '2025-02-01',
      personIds: [people['Ada'], people['Bob'], people['Ada']],
    });
    expect(made.statusCode, made.body).toBe(201);
    const { id } = made.json();
    expect(made.json()).toMatchObject({ state: 'sealed', personIds: [people['Ada'], people['Bob']], people: [{ name: 'Ada Martin' }, { name: 'Bob Martin' }] });
    // Sealed thirteen months ago, and nobody has looked since.
    expect(await due()).toContain('envelopeChecked');
    const stranger = await call('POST', 'emergencyEnvelopes', { resourceId: resource, title: 'x', place: 'x', seal: 'x', sealedOn: '2025-02-01', personIds: [resource] });
    expect(stranger.json().issues).toMatchObject([{ name: 'personIds', code: 'personUnknown' }]);
    expect((await call('POST', `emergencyEnvelopes/${id}/checks`, { checkedOn: '2026-03-09', checkedById: people['Ada'], intact: false })).statusCode).toBe(400);
    expect((await call('POST', `emergencyEnvelopes/${id}/checks`, { checkedOn: '2026-03-09', checkedById: people['Ada'], intact: true })).json().checks).toHaveLength(1);
    expect(await due()).not.toContain('envelopeChecked');

    const opening = { openedAt: '2026-03-10T07:30:00Z', openedById: people['Cleo'], reason: 'Panne, personne n’est joignable' };
    const opened = await Promise.all([call('POST', `emergencyEnvelopes/${id}/openings`, opening), call('POST', `emergencyEnvelopes/${id}/openings`, opening)]);
    expect(opened.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const [history] = opened.find(({ statusCode }) => statusCode === 201)!.json().history;
    expect(history).toMatchObject({ openedName: 'Cleo Martin', entitled: false, seal: 'A-1' });
    expect(await due()).toContain('secretChanged');
    expect(await server.asOwner(`SELECT kind FROM access_step WHERE origin_kind = 'emergency' AND origin_id = $1`, [history.id])).toEqual([{ kind: 'changeSecret' }]);
    const fact = async () => (await server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => liveFacts(tx, [centre], '2026-03-10')))[0];
    expect(await fact()).toMatchObject({ id: 'emergency.sealed', state: 'stale', title: { key: 'sealed.open' } });

    const year = async () => server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => yearFigures(tx, centre, { from: '2026-01-01', until: '2026-12-31' }));
    expect(await year()).toEqual({ openings: 1, unchanged: 1, absent: 0 });

    const reseal = { changedOn: '2026-03-10', changedById: people['Bob'], resealedOn: '2026-03-10', newSeal: 'A-1' };
    expect((await call('POST', `emergencyOpenings/${history.id}/reseal`, reseal, adviser, 1)).json().issues).toMatchObject([{ code: 'sameSeal' }]);
    expect((await call('POST', `emergencyOpenings/${history.id}/reseal`, { ...reseal, newSeal: 'A-2' }, adviser, 1)).statusCode).toBe(200);
    expect((await call('GET', `emergencyEnvelopes/${id}`)).json()).toMatchObject({ state: 'sealed', seal: 'A-2', sealedOn: '2026-03-10' });
    expect(await due()).not.toContain('secretChanged');
    expect(await fact()).toMatchObject({ state: 'true' });
    expect(await year()).toMatchObject({ openings: 1, unchanged: 0 });
    for (const format of ['pdf', 'docx']) expect((await call('GET', `emergencyOpenings/${history.id}/statement?format=${format}`)).rawPayload.length).toBeGreaterThan(2000);
    expect((await call('GET', 'emergencyEnvelopes', undefined, staff)).statusCode).toBe(403);
  });

  test('two records of one person that are joined stay one among those who may open', async () => {
    const twin = await server.addPerson(centre, { firstName: 'Bob', lastName: 'Martin' });
    const [kept, gone] = await Promise.all([twin, people['Bob']].map(async (id) => (await call('GET', `people/${id}`)).json()));
    expect(
      (await call('POST', 'peopleMerges', { keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version, values: { lastName: 'Martin', firstName: 'Bob', kind: 'staff' } }))
        .statusCode,
    ).toBeLessThan(300);
    people['Bob'] = twin;
    expect((await call('GET', 'emergencyEnvelopes')).json().items[0].personIds).toContain(twin);
  });

  test('what somebody absent keeps is looked into after fifteen days or in extreme urgency, by decision, in company, and they are told', async () => {
    const ask = (values: object = {}) =>
      call('POST', 'absentAccesses', {
        personId: people['Ada'],
        what: 'mailbox',
        absentSince: '2026-03-01',
        purpose: 'Une demande d’aide',
        askedOn: '2026-03-10',
        askedById: people['Bob'],
        ...values,
      });
    expect((await ask()).json().issues).toMatchObject([{ name: 'absentSince', code: 'absenceTooShort', parameters: { days: 15, lasts: 10 } }]);
    expect((await ask({ urgent: true })).json().issues).toMatchObject([{ name: 'urgency', code: 'urgencyRequired' }]);
    // A centre may ask for more.
    await server.asOwner(`INSERT INTO rule_setting (organization_id, id, rule, amount, reason) VALUES ($1, gen_random_uuid(), 'mailboxOfAbsent', 30, 'x')`, [centre]);
    expect((await ask({ absentSince: '2026-02-15' })).json().issues).toMatchObject([{ parameters: { days: 30 } }]);
    const asked = await ask({ urgent: true, urgency: 'Une expulsion demain' });
    expect(asked.json(), asked.body).toMatchObject({ state: 'asked', can: { decide: false, look: false } });
    const { id } = asked.json();
    expect((await call('POST', `absentAccesses/${id}/decide`, { outcome: 'allowed', decidedOn: '2026-03-10' }, adviser, 1)).statusCode).toBe(403);
    const own = await call('POST', 'absentAccesses', { personId: people['Ada'], what: 'computer', absentSince: '2026-01-01', purpose: 'x', askedOn: '2026-03-10', askedById: people['Dg'] });
    expect((await call('POST', `absentAccesses/${own.json().id}/decide`, { outcome: 'allowed', decidedOn: '2026-03-10' }, director, 1)).json().issues).toMatchObject([{ code: 'ownRequest' }]);
    const look = {
      lookedById: people['Bob'],
      presenceId: people['Cleo'],
      lookedFrom: '2026-03-10T08:00:00Z',
      lookedUntil: '2026-03-10T08:20:00Z',
      lookedAt: 'Deux messages',
      personalMet: true,
      personalLeftClosed: true,
    };
    expect((await call('POST', `absentAccesses/${id}/look`, look, adviser, 1)).statusCode).toBe(409);
    expect((await call('POST', `absentAccesses/${id}/decide`, { outcome: 'allowed', decidedOn: '2026-03-10' }, director, 1)).json()).toMatchObject({ state: 'allowed', decidedName: 'Odile Lambin' });
    expect((await call('POST', `absentAccesses/${id}/look`, { ...look, personalLeftClosed: false }, adviser, 2)).statusCode).toBe(400);
    expect((await call('POST', `absentAccesses/${id}/look`, { ...look, lookedById: people['Ada'] }, adviser, 2)).json().issues).toMatchObject([{ code: 'isAbsent' }]);
    expect((await call('POST', `absentAccesses/${id}/look`, look, adviser, 2)).json()).toMatchObject({ state: 'looked', presenceName: 'Cleo Martin' });
    expect(await due()).toContain('absentTold');
    expect((await call('POST', `absentAccesses/${id}/tell`, { toldOn: '2026-03-10', toldHow: 'Par téléphone' }, adviser, 3)).json().state).toBe('told');
    expect(await due()).not.toContain('absentTold');
    expect((await call('GET', `absentAccesses/${id}/statement?language=nl`)).rawPayload.length).toBeGreaterThan(2000);
  });
});
