import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { checksOf } from '../../interventions/server/service.ts';
import { happenings, liveFacts, takeReport } from './service.ts';

describeOnBothEngines('the continuity of a centre', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let agent: Account;
  let plan: { id: string; version: number };
  // A Sunday morning; the week is played by moving it.
  let moment = new Date('2026-11-22T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => moment });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
  });
  afterAll(() => server.close());

  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const add = async (rest: string, body: unknown, as = adviser) => {
    const answer = await call('POST', rest, body, undefined, as);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const inCentre = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, work);
  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now: () => moment }))).obligations
      .filter(({ room }) => room === 'continuity')
      .map(({ rule, due }) => `${rule} ${'on' in due ? due.on : due.at}`)
      .toSorted();
  const run = (plannedOn: string, result: string, more: object = {}) => ({ planId: plan.id, plannedOn, plannedTime: '22:00', result, ...more });

  test('a plan without a copy outside is at fault, and asks for its checks by itself', async () => {
    const schedule = { method: 'mixed', weekdays: [1, 2, 3, 4, 5], times: ['22:00'], scheduledSince: '2026-11-16' };
    plan = await add('backupPlans', { name: 'Serveur de fichiers', kind: 'server', what: 'Tout', ...schedule, place: 'NAS', encrypted: true });
    expect((await call('POST', 'backupPlans', { name: 'Serveur de fichiers', kind: 'server', what: 'Tout', ...schedule, place: 'NAS' })).statusCode).toBe(409);
    expect(await duties()).toEqual(['backupOffSite 2026-12-16', 'backupsMade 2026-11-17']);
    expect((await get('backupPlansOverview')).faults).toEqual({ noOffSite: 1, notEncrypted: 0, encryptionUnknown: 0, nobodyAnswers: 1 });
    expect(await inCentre((tx) => checksOf(tx, centre, [{ kind: 'backup', id: plan.id }]))).toMatchObject([
      { rule: 'backupsChecked', nextOn: '2026-11-23' },
      { rule: 'restoreExercised', nextOn: '2027-02-16' },
    ]);
    plan = (await call('PATCH', `backupPlans/${plan.id}`, { offSite: 'Maison communale' }, plan.version)).json();
    expect(await duties()).toEqual(['backupsMade 2026-11-17']);
  });

  test('runs are noted by whoever looks after them, each planned one once; a good one heals what was missed before', async () => {
    const failed = await call('POST', 'backupPlanRuns', run('2026-11-19', 'failed'), undefined, agent);
    expect(failed.json().issues[0]).toMatchObject({ name: 'note', code: 'sayWhy' });
    await add('backupPlanRuns', run('2026-11-18', 'good'), agent);
    await add('backupPlanRuns', run('2026-11-19', 'failed', { note: 'Disque plein' }), agent);
    expect((await call('POST', 'backupPlanRuns', run('2026-11-19', 'good'))).statusCode).toBe(409);
    expect((await call('POST', 'backupPlanRuns', run('2026-11-21', 'good'))).json().issues[0]).toMatchObject({ name: 'plannedOn', code: 'notPlanned' });
    expect((await call('POST', 'backupPlanRuns', run('2026-11-23', 'good'))).json().issues[0]).toMatchObject({ code: 'inTheFuture' });
    const { items } = await get(`backupPlans/${plan.id}/calendar?from=2026-11-16&until=2026-11-22`);
    expect(items.map(({ on, result }: { on: string; result: string }) => `${on} ${result}`)).toEqual([
      '2026-11-16 missed',
      '2026-11-17 missed',
      '2026-11-18 good',
      '2026-11-19 failed',
      '2026-11-20 missed',
    ]);
    expect(await duties()).toEqual(['backupsMade 2026-11-20']);
    expect((await get('backupPlans')).items[0]).toMatchObject({ goodOn: '2026-11-18', lastOn: '2026-11-19', lastResult: 'failed' });
    await add('backupPlanRuns', run('2026-11-20', 'good', { carriedOut: true }), agent);
    expect(await duties()).toEqual([]);
    expect((await get('backupPlansOverview')).states).toMatchObject({ good: 1, missed: 0 });
    expect((await get(`backupPlanRuns?planId=${plan.id}&sort=-plannedOn&pageSize=1`)).total).toBe(3);
    expect((await inCentre((tx) => liveFacts(tx, [centre], '2026-11-22'))).slice(0, 3).map(({ id, state }) => [id, state])).toEqual([
      ['continuity.backupsMade', 'true'],
      ['continuity.offSite', 'true'],
      ['continuity.encrypted', 'true'],
    ]);
  });

  test('the run of Monday is missed on Tuesday at six, Belgian time, and another schedule judges nothing of before', async () => {
    moment = new Date('2026-11-24T04:59:00Z');
    expect(await duties()).toEqual([]);
    moment = new Date('2026-11-24T05:00:00Z');
    expect(await duties()).toEqual(['backupsMade 2026-11-24']);
    plan = (await call('PATCH', `backupPlans/${plan.id}`, { weekdays: [6] }, plan.version)).json();
    expect(plan).toMatchObject({ scheduledSince: '2026-11-24' });
    expect(await duties()).toEqual([]);
    plan = (await call('PATCH', `backupPlans/${plan.id}`, { weekdays: [1, 2, 3, 4, 5], scheduledSince: '2026-11-16' }, plan.version)).json();
    await add('backupPlanRuns', run('2026-11-23', 'good'), agent);
    const found = (await server.call('POST', '/search', { as: adviser, body: { text: 'fichiers' } })).json();
    expect(JSON.stringify(found)).toContain('Serveur de fichiers');
    const exported = await server.call('GET', path('backupPlans/export?format=csv'), { as: adviser });
    expect(exported.body).toContain('Serveur de fichiers;serveur;Tout');
  });

  test('a restore is an intervention and closes its check; against what the council decided, a miss becomes an action', async () => {
    await add('recoveryObjectives', { restartHours: 48, lossHours: 24, decidedBy: 'council', decidedOn: '2025-03-18' });
    await add('recoveryObjectives', { restartHours: 24, lossHours: 24, decidedBy: 'council', decidedOn: '2026-11-01', reference: 'Point 12' });
    const restored = { planId: plan.id, what: 'Le serveur entier', extent: 'system', readable: true, minutes: 1900 };
    const early = await add('restoreTests', { ...restored, testedOn: '2026-10-01' }, agent);
    const late = await add('restoreTests', { ...restored, testedOn: '2026-11-24', lostMinutes: 600 }, agent);
    expect((await get('restoreTests?sort=testedOn')).items).toMatchObject([
      { id: early.id, restartHours: 48, interventionNumber: '2026/1', planName: 'Serveur de fichiers' },
      { id: late.id, restartHours: 24, interventionNumber: '2026/2' },
    ]);
    const check = (await inCentre((tx) => checksOf(tx, centre, [{ kind: 'backup', id: plan.id }]))).find(({ rule }) => rule === 'restoreExercised');
    expect(check).toMatchObject({ lastOn: '2026-11-24', lastResult: 'good', nextOn: '2027-11-24', interventionId: late.interventionId });
    const facts = async () => (await inCentre((tx) => liveFacts(tx, [centre], '2026-11-24'))).slice(3).map(({ id, state, title }) => `${id} ${state} ${title.key}`);
    expect(await facts()).toEqual(['continuity.restoreTested missing restoreTested.wrong', 'continuity.objectiveSet true objectiveSet.true', 'continuity.exercised missing exercised.none']);
    const exercise = await add('continuityExercises', { heldOn: '2026-11-20', scenario: 'server', form: 'table', title: 'Un lundi sans serveur', participants: 'Direction' });
    const action = (id: string) => call('POST', 'planActions', { title: 'Doubler la mémoire', origins: [{ kind: 'continuity', id }] });
    expect((await action(late.id)).statusCode).toBe(201);
    expect((await action(exercise.id)).statusCode).toBe(201);
    expect((await action(plan.id)).json().issues[0]).toMatchObject({ code: 'originUnknown' });
    expect((await get(`planActions?originKind=continuity&originId=${late.id}`)).items[0].origins).toMatchObject([{ path: `continuity/restores/${late.id}` }]);
    const told = await inCentre((tx) => happenings(tx, [centre], { from: '2026-11-01', until: '2026-11-30' }));
    expect(told.map(({ title, on }) => `${on} ${title.key}`)).toEqual(['2026-11-01 decided', '2026-11-20 exercised', '2026-11-24 tested']);
    expect((await call('POST', 'restoreTests', { ...restored, testedOn: '2026-11-25' }, undefined, agent)).json().issues[0]).toMatchObject({ name: 'testedOn', code: 'inTheFuture' });
  });

  test('a program reports by its token and reads nothing; mails are read by rules, and one that none knows makes the next', async () => {
    moment = new Date('2026-11-26T02:10:00Z');
    // Signed in anew: a token is made by whoever has just proved who they are.
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    const made = await server.call('POST', '/me/tokens', { as: agent, body: { name: 'NAS', scopes: ['backupRun'], organizationIds: [centre], days: 90 } });
    const program = (method: 'GET' | 'POST', rest: string, body?: unknown) => server.call(method, path(rest), { body, headers: { 'x-beffroi': '', authorization: `Bearer ${made.json().token}` } });
    const report = (body: object) => program('POST', `backupPlans/${plan.id}/report`, body);
    expect((await program('GET', 'backupPlans')).statusCode).toBe(403);
    // After midnight it speaks of the evening before; a second try heals, and a later failure takes nothing away.
    expect((await report({ result: 'failed', note: 'Disque plein' })).json()).toEqual({ plannedOn: '2026-11-25', plannedTime: '22:00', result: 'failed' });
    expect((await report({ result: 'good', minutes: 42 })).statusCode).toBe(200);
    expect((await report({ result: 'failed', note: 'Encore' })).statusCode).toBe(200);
    expect((await get('backupPlanRuns?from=2026-11-25')).items).toMatchObject([{ result: 'good', minutes: 42, source: 'program' }]);
    expect((await report({ result: 'good', at: '2026-11-30T00:00:00Z' })).json().issues[0]).toMatchObject({ code: 'inTheFuture' });

    const dutch = { from: 'Server <server@valombre.example>', subject: 'De back-upbewerking is niet voltooid', text: '' };
    expect((await call('POST', 'backupReports/read', dutch)).json()).toEqual({ outcome: 'toSort' });
    const [waiting] = (await get('backupReports')).items;
    expect((await call('POST', `backupReports/${waiting.id}/sort`, { planId: plan.id, result: 'failed' }, undefined, agent)).statusCode).toBe(204);
    expect((await call('POST', `backupReports/${waiting.id}/sort`, { planId: plan.id, result: 'failed' }, undefined, agent)).statusCode).toBe(409);
    moment = new Date('2026-11-26T22:30:00Z');
    const mail = { ...dutch, subject: 'De back-upbewerking die is gestart om 21:00 is voltooid.', receivedAt: moment, messageId: '<1@valombre.example>' };
    expect(await inCentre((tx) => takeReport(tx, centre, mail))).toBe('taken');
    expect(await inCentre((tx) => takeReport(tx, centre, mail))).toBe('taken');
    expect(await inCentre((tx) => takeReport(tx, centre, { ...mail, from: 'pub@ailleurs.example', messageId: '<2@x>' }))).toBe('unknown');
    expect((await get('backupPlanRuns?from=2026-11-26')).items).toMatchObject([{ plannedOn: '2026-11-26', result: 'good', source: 'mail' }]);
    expect((await get('backupReports')).items).toEqual([]);
    expect((await get('backupReportRules')).total).toBe(1);
  });
});
