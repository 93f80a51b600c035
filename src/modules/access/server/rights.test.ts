import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type TestServer, testServer } from '../../../../test/harness.ts';

type Grant = { id: string; version: number; state: string; askedBy?: string; agreedBy?: string; agreedById?: string; can: Record<string, boolean> };
type Matrix = { people: { id: string; leftOn?: string }[]; resources: { id: string }[]; cells: { p: number; r: number; l: string; u?: string; w?: true }[]; sums: Record<string, number | string> };

describe('the rights of a centre', () => {
  let server: TestServer;
  let centre: string;
  let social: string;
  let software: string;
  const people: Record<string, string> = {};
  const who: Record<string, Account> = {};
  const now = new Date('2026-11-23T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ now });
    centre = await server.addCentre({ slug: 'valombre' });
    for (const name of ['adviser', 'head', 'agent', 'worker', 'other', 'gone']) people[name] = await server.addPerson(centre, { lastName: name, firstName: 'Test' });
    social = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', headId: people['head'], seesPersonalData: true });
    const desk = await server.addRecord(centre, 'service', { name: 'Accueil', kind: 'administration', parentId: social, seesPersonalData: true });
    const elsewhere = await server.addRecord(centre, 'service', { name: 'Technique', kind: 'other', seesPersonalData: false });
    const contract = (person: string, serviceId: string, end?: string) =>
      server.addRecord(centre, 'contract', { personId: people[person], serviceId, kind: 'permanent', function: 'agent', start: '2020-01-01', ...(end ? { end } : {}) });
    await contract('worker', desk);
    await contract('other', elsewhere);
    await contract('gone', social, '2026-11-20');
    software = await server.addRecord(centre, 'resource', { name: 'Logiciel social', kind: 'application', levels: '{read,write}', socialData: true, searchText: 'x' });
    who['adviser'] = await server.addAccount({ centre, roles: ['adviser'], personId: people['adviser'] });
    who['head'] = await server.addAccount({ centre, roles: ['headOfService'], personId: people['head'] });
    who['agent'] = await server.addAccount({ centre, roles: ['itAgent'], personId: people['agent'] });
  });
  afterAll(() => server.close());

  const base = () => `/organizations/${centre}/accessGrants`;
  const ask = (as: string, body: Record<string, unknown>) => server.call('POST', base(), { as: who[as], body: { personId: people['worker'], resourceId: software, level: 'read', ...body } });
  const act = (as: string, grant: Grant, step: string, body?: Record<string, unknown>, method: 'POST' | 'DELETE' = 'POST') =>
    server.call(method, `${base()}/${grant.id}/${step}`, { as: who[as], headers: { 'if-match': `"${grant.version}"` }, ...(body ? { body } : {}) });
  const matrix = async (as: string, on?: string): Promise<Matrix> => (await server.call('GET', `/organizations/${centre}/accessMatrix${on ? `?on=${on}` : ''}`, { as: who[as] })).json<Matrix>();

  test('a right is asked for, agreed to, given, marked, kept, marked again and taken away, each by whoever may', async () => {
    const asked = await ask('agent', { reason: 'Nouveau dossier' });
    expect(asked.statusCode).toBe(201);
    let grant = asked.json<Grant>();
    expect(grant).toMatchObject({ state: 'asked', askedBy: 'Test agent', can: { decide: false, give: false, delete: true } });
    // It cannot be given before somebody agrees, and whoever carries it out does not agree.
    expect((await act('agent', grant, 'giving', { start: '2026-11-23' })).statusCode).toBe(403);
    expect((await act('agent', grant, 'decision', { outcome: 'agreed', on: '2026-11-23' })).statusCode).toBe(403);
    grant = (await act('head', grant, 'decision', { outcome: 'agreed', on: '2026-11-23' })).json<Grant>();
    expect(grant).toMatchObject({ state: 'agreed', agreedBy: 'Test head', agreedById: people['head'] });
    expect((await ask('adviser', {})).statusCode).toBe(409);
    const given = await act('agent', grant, 'giving', { start: '2026-11-23' });
    expect(given.json()).toMatchObject({ state: 'held' });
    // Who knows an older version is told.
    expect((await act('head', grant, 'withdrawal', { reason: 'Plus besoin' })).statusCode).toBe(412);
    grant = (await act('head', given.json<Grant>(), 'withdrawal', { reason: 'Plus besoin' })).json<Grant>();
    expect(grant).toMatchObject({ state: 'withdrawal', can: { keep: true } });
    expect(await matrix('adviser')).toMatchObject({ cells: [{ l: 'read', w: true }], sums: { rights: 1, withdrawals: 1, gone: 0 } });
    grant = (await act('head', grant, 'withdrawal', undefined, 'DELETE')).json<Grant>();
    expect(grant.state).toBe('held');
    const ended = await act('agent', grant, 'end', { on: '2026-11-22', because: 'other' });
    // It would have ended before it began: it is kept as one that never was.
    expect(ended.json()).toMatchObject({ state: 'refused' });
  });

  test.each([
    ['head', {}, 201, ''],
    // Not of their services, though of the centre.
    ['head', { personId: 'other' }, 403, ''],
    // A head gives nothing.
    ['head', { start: '2026-11-23' }, 403, ''],
    ['agent', { personId: 'other', start: '2026-11-23' }, 400, 'agreementMissing'],
    ['agent', { personId: 'other', start: '2026-11-23', agreedOn: '2026-11-22', agreedBy: 'Le conseil' }, 201, ''],
    ['adviser', { personId: 'adviser', start: '2026-11-23' }, 400, 'ownRight'],
    ['adviser', { personId: 'other', level: 'administer' }, 400, 'levelNotOffered'],
    ['adviser', { personId: 'other', level: 'write', start: '2026-11-23', until: '2026-11-22' }, 400, 'endBeforeStart'],
    ['adviser', { personId: 'other', level: 'write', agreedOn: '2027-01-01' }, 400, 'inTheFuture'],
    ['adviser', { personId: 'gone', start: '2026-01-01', level: 'write' }, 201, ''],
  ])('%s who sends %j is answered %i %s', async (as, body, status, code) => {
    const personId = 'personId' in body && body.personId ? people[body.personId] : undefined;
    const answer = await ask(as, { ...body, ...(personId ? { personId } : {}) });
    expect(answer.statusCode).toBe(status);
    if (code) expect(answer.json<{ issues: { code: string }[] }>().issues[0]).toMatchObject({ code });
  });

  const patch = (as: string, grant: Grant, body: Record<string, unknown>) =>
    server.call('PATCH', `${base()}/${grant.id}`, { as: who[as], headers: { 'if-match': `"${grant.version}"`, 'content-type': 'application/merge-patch+json' }, body });
  const codeOf = (answer: { json: () => { issues?: { code: string }[] } }) => answer.json().issues?.[0]?.code;

  test('what puts a right right agrees to nothing, raises nothing and lengthens nothing beyond what was agreed to', async () => {
    const archive = await server.addRecord(centre, 'resource', { name: 'Archives', kind: 'application', levels: '{read,write}', socialData: false, searchText: 'y' });
    let grant = (await ask('agent', { personId: people['other'], resourceId: archive, until: '2026-12-31' })).json<Grant>();
    expect(codeOf(await patch('agent', grant, { agreedOn: '2026-11-23' }))).toBe('agreementMissing');
    expect(codeOf(await patch('agent', grant, { agreedOn: '2026-11-23', agreedById: people['agent'] }))).toBe('agreementMissing');
    grant = (await act('adviser', grant, 'decision', { outcome: 'agreed', on: '2026-11-23' })).json<Grant>();
    expect(codeOf(await patch('agent', grant, { level: 'write' }))).toBe('agreementMissing');
    expect(codeOf(await patch('agent', grant, { until: null }))).toBe('agreementMissing');
    expect(codeOf(await act('agent', grant, 'giving', { start: '2026-11-23', until: '2027-12-31' }))).toBe('agreementMissing');
    expect(codeOf(await act('agent', grant, 'giving', { start: '2027-01-01' }))).toBe('endBeforeStart');
    // Given without another day, it ends when it was agreed to end.
    grant = (await act('agent', grant, 'giving', { start: '2026-11-23' })).json<Grant>();
    expect(grant).toMatchObject({ state: 'temporary', until: '2026-12-31' });
    grant = (await patch('agent', grant, { account: 'other' })).json<Grant>();
    expect(grant).toMatchObject({ account: 'other', agreedBy: 'Test adviser' });
    expect((await patch('agent', grant, { level: 'write', agreedOn: '2026-11-23', agreedById: people['head'] })).statusCode).toBe(200);
  });

  test('nobody raises a right of their own, nor decides that it stays', async () => {
    const shelf = await server.addRecord(centre, 'resource', { name: 'Armoire', kind: 'application', levels: '{read,write}', socialData: false, searchText: 'z' });
    const own = { personId: people['adviser'], resourceId: shelf };
    // Naming somebody who would have agreed gives nothing either: that person says so, from their own account.
    for (const agreed of [{}, { agreedById: people['head'] }, { agreedBy: 'Le conseil' }])
      for (const given of [{}, { start: '2026-11-01' }]) expect(codeOf(await ask('adviser', { ...own, agreedOn: '2026-11-01', ...agreed, ...given }))).toBe('ownRight');
    let grant = (await ask('adviser', { ...own, until: '2027-06-30' })).json<Grant>();
    expect(grant).toMatchObject({ state: 'asked', askedBy: 'Test adviser' });
    expect(codeOf(await patch('adviser', grant, { agreedOn: '2026-11-23', agreedById: people['head'] }))).toBe('ownRight');
    expect(codeOf(await act('adviser', grant, 'decision', { outcome: 'agreed', on: '2026-11-23' }))).toBe('ownRight');
    expect(codeOf(await act('adviser', grant, 'giving', { start: '2026-11-23' }))).toBe('ownRight');
    const director = await server.addAccount({ centre, roles: ['directorGeneral'] });
    who['director'] = director;
    grant = (await act('director', grant, 'decision', { outcome: 'agreed', on: '2026-11-23' })).json<Grant>();
    // What another agreed to is carried out as it was agreed to, and no further.
    expect(codeOf(await patch('adviser', grant, { until: '2028-06-30', agreedOn: '2026-11-23', agreedById: people['head'] }))).toBe('ownRight');
    grant = (await act('adviser', grant, 'giving', { start: '2026-11-23' })).json<Grant>();
    expect(codeOf(await patch('adviser', grant, { level: 'write' }))).toBe('ownRight');
    expect(codeOf(await patch('adviser', grant, { level: 'write', agreedOn: '2026-11-23', agreedById: people['head'] }))).toBe('ownRight');
    expect(codeOf(await patch('adviser', grant, { agreedOn: '2026-11-23', agreedById: null, agreedBy: 'Le conseil' }))).toBe('ownRight');
    const second = await server.addAccount({ centre, roles: ['deputyAdviser'] });
    const marked = await server.call('POST', `${base()}/${grant.id}/withdrawal`, { as: second, headers: { 'if-match': `"${grant.version}"` }, body: { reason: 'Plus besoin' } });
    grant = marked.json<Grant>();
    expect((await act('adviser', grant, 'withdrawal', undefined, 'DELETE')).statusCode).toBe(403);
  });

  test('a head of service sees the people of their services and of those below, those who left with them, and no other', async () => {
    const seen = await matrix('head');
    expect(seen.people.map(({ id }) => id).toSorted()).toEqual([people['worker'], people['gone']].toSorted());
    expect((await server.call('GET', base(), { as: who['head'] })).json<{ total: number }>().total).toBeLessThan(
      (await server.call('GET', base(), { as: who['adviser'] })).json<{ total: number }>().total,
    );
  });

  test('the matrix of a day tells who was there then; a right of somebody who left since is told apart', async () => {
    const then = await matrix('adviser', '2026-11-10');
    expect(then.people.find(({ id }) => id === people['gone'])).not.toHaveProperty('leftOn');
    const today = await matrix('adviser');
    expect(today.people.find(({ id }) => id === people['gone'])).toMatchObject({ leftOn: '2026-11-20' });
    expect(today.sums).toMatchObject({ gone: 1 });
    expect((await matrix('adviser', '2025-12-31')).cells).toEqual([]);
  });

  test('one sees one’s own rights, and nobody else’s', async () => {
    const account = await server.addAccount({ centre, roles: ['staff'], personId: people['other'] });
    const own = (await server.call('GET', `/organizations/${centre}/ownRights`, { as: account })).json<{ items: { personId: string }[] }>();
    expect([...new Set(own.items.map(({ personId }) => personId))]).toEqual([people['other']]);
    expect((await server.call('GET', base(), { as: account })).statusCode).toBe(403);
  });
});
