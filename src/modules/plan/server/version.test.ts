import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the yearly version of the plan', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let member: Account;
  let clock = new Date('2026-09-15T09:00:00Z');

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    member = await server.addAccount({ centre, roles: ['councilMember'] });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'adviser', start: '2020-01-01' });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE' | 'PUT', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const actions: Record<string, { id: string; version: number }> = {};
  let id: string;
  const version = async (): Promise<number> => (await get(`planVersions/${id}`)).version;
  const preview = async (): Promise<string> => (await get(`planVersions/${id}/preview`)).html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');

  test('a draft follows the registers: its slices, its sums, last year', async () => {
    for (const [title, values] of Object.entries({
      Portables: {
        dueOn: '2027-06-30',
        personDays: 3,
        ownerRole: 'itAgent',
        costs: [{ kind: 'oneOff', year: 2027, amount: 250_050, article: '104/74253' }],
        budgets: [{ year: 2027, asked: 250_050, askedOn: '2026-09-10' }],
      },
      Pare: { dueOn: '2026-03-31', costs: [{ kind: 'yearly', year: 2026, amount: 60_000 }] },
      Formation: { startOn: '2028-01-01', dueOn: '2029-12-31', personDays: 4 },
      Archives: { state: 'done', doneOn: '2026-02-01', doneHow: 'PV', dueOn: '2026-02-28' },
      Sans: {},
    })) {
      const made = await call('POST', 'planActions', { title, ...values });
      expect(made.statusCode, made.body).toBe(201);
      actions[title] = made.json();
    }
    const made = await call('POST', 'planVersions', { year: 2027, introduction: 'Les portables d’abord.\n\n- chiffrer\n- inventorier' });
    expect(made.statusCode, made.body).toBe(201);
    ({ id } = made.json());
    expect(made.json()).toMatchObject({ name: '2027-2029', number: 1, state: 'drafted', language: 'fr', can: { submit: true, decide: false } });
    const text = await preview();
    for (const part of [
      'Plan triennal de sécurité de l’information 2027-2029',
      'Les portables d’abord.',
      'Tranche 2027',
      '2 500,50 €',
      '104/74253',
      'Claire Delvaux',
      'Actions sans échéance',
      'faite le 01/02/2026',
      'celui-ci est le premier',
    ])
      expect(text).toContain(part);
    expect(await get('plan?year=2027')).toMatchObject({
      years: [
        { year: 2027, personDays: 3, oneOff: 250_050, yearly: 60_000, asked: 250_050 },
        { year: 2028, personDays: 2, oneOff: 0, yearly: 60_000 },
        { year: 2029, personDays: 2, yearly: 60_000 },
      ],
      next: { year: 2027, leavesOn: '2026-09-30', state: 'drafted' },
      late: 1,
      unanswered: 1,
    });
  });

  test('one at a time is written for a year', async () => {
    expect((await call('POST', 'planVersions', { year: 2027 })).statusCode).toBe(409);
    expect((await call('POST', 'planVersions', { year: 2028 })).statusCode).toBe(201);
  });

  test('what is put to the council is kept as it is, and can be taken back', async () => {
    const submit = async (submittedOn: string) => call('POST', `planVersions/${id}/submit`, { submittedOn }, await version());
    expect((await submit('2026-09-16')).json().issues[0]).toMatchObject({ code: 'inTheFuture' });
    expect((await submit('2026-09-15')).statusCode).toBe(204);
    expect((await call('PATCH', `planVersions/${id}`, { introduction: 'x' }, await version())).json().type).toContain('wrongState');
    await call('POST', 'planActions', { title: 'Venue après', dueOn: '2027-01-31' });
    expect(await preview()).not.toContain('Venue après');
    expect((await call('POST', `planVersions/${id}/withdraw`, undefined, await version())).statusCode).toBe(204);
    expect(await preview()).toContain('Venue après');
    expect((await submit('2026-09-15')).statusCode).toBe(204);
    // What the council has before it is not deleted from under it.
    const { id: sans, version: first } = actions['Sans']!;
    expect((await call('DELETE', `planActions/${sans}`, undefined, first)).json().type).toContain('wrongState');
  });

  test('of two who record its decision, one does; approved it is frozen, in bytes too', async () => {
    clock = new Date('2026-10-20T09:00:00Z');
    const decision = { decidedOn: '2026-10-12', outcome: 'approved', decisionNumber: 'CAS/2026/10-7' };
    const known = await version();
    expect((await call('POST', `planVersions/${id}/decide`, decision, known, member)).statusCode).toBe(403);
    expect((await call('POST', `planVersions/${id}/decide`, { ...decision, decidedOn: '2026-09-14' }, known)).json().issues[0]).toMatchObject({ code: 'beforeSubmission' });
    const both = await Promise.all([1, 2].map(() => call('POST', `planVersions/${id}/decide`, decision, known)));
    expect(both.map(({ statusCode }) => statusCode).toSorted()[0]).toBe(204);
    expect(both.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect(await get(`planVersions/${id}`, member)).toMatchObject({
      state: 'approved',
      decisionNumber: 'CAS/2026/10-7',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      can: { update: false, withdraw: false },
    });
    const bytes = async () => (await server.call('GET', path(`planVersions/${id}/file?format=pdf`), { as: member })).rawPayload;
    const before = await bytes();
    expect(before.subarray(0, 5).toString()).toBe('%PDF-');
    await call('POST', 'planActions', { title: 'Plus tard encore', dueOn: '2027-02-28' });
    expect((await bytes()).equals(before)).toBe(true);
    await expect(server.asOwner(`UPDATE plan_version SET decision_number = 'autre' WHERE id = $1`, [id])).rejects.toThrow('does not change');
    await expect(server.asOwner(`DELETE FROM plan_version WHERE id = $1`, [id])).rejects.toThrow('does not change');
  });

  test('the plan says what slipped, was added, done and given up since', async () => {
    const change = async (title: string, values: unknown) => {
      const known = await get(`planActions/${actions[title]!.id}`);
      const answer = await call('PATCH', `planActions/${known.id}`, values, known.version);
      expect(answer.statusCode, answer.body).toBe(200);
    };
    await change('Portables', { dueOn: '2027-12-31' });
    await change('Formation', { state: 'givenUp', givenUpReason: 'Remplacée par le pool' });
    await change('Pare', { state: 'done', doneOn: '2026-10-15', doneHow: 'Recette' });
    const { approved, changes } = await get('plan?year=2027');
    expect(approved).toMatchObject({ id, name: '2027-2029', decidedOn: '2026-10-12' });
    expect(changes.map(({ kind, title }: { kind: string; title: string }) => [kind, title])).toEqual([
      ['slipped', 'Portables'],
      ['done', 'Pare'],
      ['givenUp', 'Formation'],
      ['added', 'Plus tard encore'],
    ]);
    expect(changes[0]).toMatchObject({ from: '2027-06-30', to: '2027-12-31' });
  });

  test('a refused plan is followed by another of its year', async () => {
    const { items } = await get('planVersions');
    const draft = items.find(({ year }: { year: number }) => year === 2028);
    await call('POST', `planVersions/${draft.id}/submit`, { submittedOn: '2026-10-20' }, draft.version);
    const submitted = await get(`planVersions/${draft.id}`);
    expect((await call('POST', `planVersions/${draft.id}/decide`, { decidedOn: '2026-10-20', outcome: 'refused' }, submitted.version)).statusCode).toBe(204);
    expect((await call('POST', 'planVersions', { year: 2028 })).json()).toMatchObject({ name: '2028-2030/2', number: 2 });
  });

  test('the day of leaving is the centre’s own', async () => {
    expect((await call('PUT', 'planSetting', { month: 2, day: 30 })).json().issues[0]).toMatchObject({ code: 'noSuchDay' });
    for (const day of [15, 16]) expect((await call('PUT', 'planSetting', { month: 10, day })).statusCode).toBe(204);
    expect(await get('plan')).toMatchObject({ next: { leavesOn: '2026-10-16', state: 'approved' }, leave: { month: 10, day: 16, own: true } });
    expect((await server.call('GET', '/plans', { as: adviser })).json()).toMatchObject({
      centres: [{ organizationId: centre, approvedYear: 2027, nextYear: 2027, submitted: true, leavesOn: '2026-10-16' }],
    });
  });

  test('the export holds every action with its money, and is told to the trail', async () => {
    const csv = (await server.call('GET', path('planActions/export?format=csv'), { as: adviser })).body;
    expect(csv).toContain('Portables');
    expect(csv).toMatch(/2500[.,]5/);
    expect(csv).toContain('2027 2500.50 104/74253');
    expect(await server.asOwner(`SELECT 1 FROM audit_entry WHERE action = 'export' AND table_name = 'plan_action'`)).toHaveLength(1);
  });
});
