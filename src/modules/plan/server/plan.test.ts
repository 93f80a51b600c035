import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile, upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the actions of the plan', (engine) => {
  let server: TestServer;
  let centre: string;
  let other: string;
  let adviser: Account;
  let shared: Account;
  let agent: Account;
  let agentPerson: string;
  let clock = new Date('2026-11-22T09:00:00Z');

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    other = await server.addCentre({ slug: 'autre' });
    agentPerson = await server.addPerson(centre, { firstName: 'Ada', lastName: 'Martin' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'], personId: agentPerson });
    shared = await server.addAccount({ centre, roles: ['adviser'] });
    await server.db.tx({ organizations: [other], actor: { kind: 'setup' } }, async (tx) => {
      await tx
        .insertInto('link')
        .values({ organizationId: other, id: randomUUID(), accountId: shared.id, grantedRoles: ['adviser'], start: '2020-01-01' } as never)
        .execute();
    });
  });
  afterAll(() => server.close());

  const path = (rest: string, at = centre) => `/organizations/${at}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const post = (body: unknown, as = adviser, headers: Record<string, string> = {}) => server.call('POST', path('planActions'), { as, body, headers });
  const patch = (rest: string, body: unknown, version: number, as = adviser) => server.call('PATCH', path(rest), { as, body, headers: { 'if-match': `"${version}"` } });

  test('an action is numbered in its centre, and keeps its money to the cent', async () => {
    const made = await post({
      title: 'Chiffrer les portables',
      priority: 'high',
      ownerId: agentPerson,
      dueOn: '2027-06-30',
      personDays: 2.5,
      costs: [{ kind: 'oneOff', year: 2027, amount: 123_457, article: '104/74253' }],
      budgets: [{ year: 2027, asked: 123_457, askedOn: '2026-09-15' }],
    });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json()).toMatchObject({ number: 1, state: 'planned', late: false, personDays: 2.5, ownerName: 'Ada Martin', costs: [{ amount: 123_457 }], can: { update: true, delete: true } });
    const numbers = await Promise.all(Array.from({ length: 4 }, (_, index) => post({ title: `Action ${index}` })));
    expect(numbers.map((answer) => answer.json().number).toSorted()).toEqual([2, 3, 4, 5]);
  });

  test('the same request sent again makes nothing more', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await post({ title: 'Une fois' }, adviser, headers);
    expect((await post({ title: 'Une fois' }, adviser, headers)).json().id).toBe(first.json().id);
  });

  test('it is linked both ways with what it comes from, and to nothing of elsewhere', async () => {
    const meetingId = await server.addRecord(centre, 'platformMeeting' as never, { year: 2026, number: 1, heldOn: '2026-03-10', preparedOn: '2026-03-12' });
    const pointId = await server.addRecord(centre, 'platformPoint' as never, { meetingId, position: 1, title: 'Portables' });
    const id = await server.addRecord(centre, 'platformDecision' as never, { meetingId, pointId, text: 'Chiffrer tout' });
    const made = await post({
      title: 'Suite de la réunion',
      origins: [
        { kind: 'meeting', id },
        { kind: 'incident', reference: 'Vol du 3 mars' },
      ],
    });
    expect(made.json().origins).toEqual([
      { kind: 'meeting', id, title: 'Chiffrer tout', path: `platform/meetings/${meetingId}` },
      { kind: 'incident', reference: 'Vol du 3 mars' },
    ]);
    expect((await get(`planActions?originKind=meeting&originId=${id}`)).items.map(({ title }: { title: string }) => title)).toEqual(['Suite de la réunion']);
    expect((await get(`planActions?originKind=advice&originId=${id}`)).total).toBe(0);
    const unknown = await post({ title: 'x', origins: [{ kind: 'meeting', id: randomUUID() }] });
    expect(unknown.json().issues).toMatchObject([{ name: 'origins[0].id', code: 'originUnknown' }]);
    // Its record may go: the action stays, and may be changed.
    await server.asOwner('DELETE FROM platform_decision WHERE id = $1', [id]);
    const { id: actionId, version } = made.json();
    const changed = await patch(`planActions/${actionId}`, { priority: 'low' }, version);
    expect(changed.json()).toMatchObject({ priority: 'low', origins: [{ kind: 'meeting', id }, { kind: 'incident' }] });
  });

  test('of two who change it at once, the second is told', async () => {
    const { id, version } = (await post({ title: 'Disputée' })).json();
    expect((await patch(`planActions/${id}`, { priority: 'high' }, version)).statusCode).toBe(200);
    const late = await patch(`planActions/${id}`, { title: 'Autre' }, version);
    expect(late.statusCode).toBe(412);
    expect(late.json().changes[0].fields).toContain('priority');
  });

  test('what recurs has its next by itself once done, once, without a gap', async () => {
    const { id, version } = (await post({ title: 'Tester la restauration', dueOn: '2026-03-31', repeatsMonths: 6 })).json();
    const both = await Promise.all([1, 2].map(() => patch(`planActions/${id}`, { state: 'done', doneOn: '2026-11-20', doneHow: 'PV' }, version)));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
    const series = (await get('planActions?sort=dueOn')).items.filter(({ title }: { title: string }) => title === 'Tester la restauration');
    expect(series.map(({ dueOn, state, occurrence, late }: Record<string, unknown>) => [dueOn, state, occurrence, late])).toEqual([
      ['2026-03-31', 'done', 1, false],
      ['2026-09-30', 'planned', 2, true],
    ]);
    // Opened and done again, it has no second next.
    const again = await patch(`planActions/${id}`, { state: 'underWay', doneOn: null, doneHow: null, progress: 50 }, version + 1);
    expect(again.statusCode, again.body).toBe(200);
    await patch(`planActions/${id}`, { state: 'done', doneOn: '2026-11-21', doneHow: 'PV' }, version + 2);
    expect((await get('planActions?pageSize=200')).items.filter(({ title }: { title: string }) => title === 'Tester la restauration')).toHaveLength(2);
  });

  test('whoever answers for it sees it and tells how far it is, and touches no other', async () => {
    const mine = await get('ownActions', agent);
    expect(mine.items.map(({ title }: { title: string }) => title)).toEqual(['Chiffrer les portables']);
    const [{ id, version, can }] = mine.items;
    expect(can).toEqual({ update: false, delete: false, progress: true });
    const told = await patch(`ownActions/${id}`, { progress: 40 }, version, agent);
    expect(told.json()).toMatchObject({ state: 'underWay', progress: 40 });
    expect((await patch(`ownActions/${id}`, { doneOn: '2026-11-22' }, version + 1, agent)).json().issues[0]).toMatchObject({ code: 'proofMissing' });
    expect((await patch(`planActions/${id}`, { title: 'x' }, version + 1, agent)).statusCode).toBe(403);
    const foreign = (await post({ title: 'Pas la sienne', ownerRole: 'financeDirector' })).json();
    expect((await patch(`ownActions/${foreign.id}`, { progress: 10 }, foreign.version, agent)).statusCode).toBe(404);
    const byFunction = (await post({ title: 'De sa fonction', ownerRole: 'itAgent' })).json();
    expect((await patch(`ownActions/${byFunction.id}`, { progress: 10 }, byFunction.version, agent)).statusCode).toBe(200);
  });

  test('a file shows that it was done: given by whoever answers for it, and no other', async () => {
    const mine = (await get('ownActions', agent)).items[0];
    const give = (id: string, as: Account, plural = 'ownActions', version = mine.version) => {
      const { payload, headers } = upload(pdfFile(), 'preuve.pdf');
      return server.call('PUT', path(`${plural}/${id}/file`), { as, payload, headers: { ...headers, 'if-match': `"${version}"` } });
    };
    expect((await give(mine.id, agent, 'planActions')).statusCode).toBe(403);
    expect((await give(mine.id, agent)).statusCode).toBe(204);
    // Of two who give one at once, the second is told.
    expect((await give(mine.id, agent)).statusCode).toBe(412);
    const foreign = (await post({ title: 'D’un autre', ownerRole: 'financeDirector' })).json();
    expect((await give(foreign.id, agent)).statusCode).toBe(404);
    const shown = await server.call('GET', path(`planActions/${mine.id}/file`), { as: adviser });
    expect(shown.rawPayload.equals(Buffer.from(pdfFile()))).toBe(true);
    expect((await server.call('GET', path(`planActions/${foreign.id}/file`), { as: adviser })).statusCode).toBe(404);
  });

  test('one that was begun is not deleted', async () => {
    const { id, version } = (await post({ title: 'Commencée', state: 'underWay', progress: 5 })).json();
    expect((await server.call('DELETE', path(`planActions/${id}`), { as: adviser, headers: { 'if-match': `"${version}"` } })).json().type).toContain('wrongState');
  });

  test('it is copied to other centres, whole or not at all, and each has its own', async () => {
    const { id: actionId } = (await post({ title: 'Former le personnel', ownerId: agentPerson, origins: [{ kind: 'risk', reference: 'Hameçonnage' }], budgets: [{ year: 2027, asked: 5 }] })).json();
    const copy = (organizationIds: string[], as = shared) => server.call('POST', '/planCopies', { as, body: { organizationId: centre, actionId, organizationIds } });
    const third = await server.addCentre({ slug: 'tiers' });
    const before = (await server.call('GET', path('planActions', other), { as: shared })).json().total;
    expect((await copy([other, third])).statusCode).toBe(404);
    expect((await copy([other], adviser)).statusCode).toBe(404);
    expect((await copy([other, centre])).json().issues[0]).toMatchObject({ code: 'sameCentre' });
    expect((await server.call('GET', path('planActions', other), { as: shared })).json().total).toBe(before);
    expect((await copy([other])).json()).toEqual({ id: actionId, copied: 1 });
    const [copied] = (await server.call('GET', path('planActions', other), { as: shared })).json().items;
    expect(copied).toMatchObject({ number: 1, title: 'Former le personnel', state: 'planned', budgets: [], origins: [{ kind: 'risk', reference: 'Hameçonnage' }] });
    expect(copied).not.toHaveProperty('ownerId');
    expect((await copy([other])).json().issues[0]).toMatchObject({ code: 'alreadyCopied' });
  });

  test('filters tell the open from the late, the year, and the order of priority', async () => {
    const late = await get('planActions?state=late');
    expect(late.items.every(({ late: is }: { late: boolean }) => is)).toBe(true);
    expect(late.total).toBe(1);
    expect((await get('planActions?sort=priority')).items[0]).toMatchObject({ priority: 'high' });
    clock = new Date('2027-01-05T09:00:00Z');
    expect((await get('planActions?year=2026')).items.map(({ title }: { title: string }) => title)).toContain('Tester la restauration');
    expect((await get('planActions?year=2025')).total).toBe(0);
    clock = new Date('2026-11-22T09:00:00Z');
  });
});
