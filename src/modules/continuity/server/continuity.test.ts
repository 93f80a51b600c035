import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import type { Tx } from '../../../server/db/database.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { checksOf } from '../../interventions/server/service.ts';
import { readRegister } from './register.ts';
import { forCouncil, happenings, liveFacts, takeReport, yearFigures } from './service.ts';

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
  const factsOf = async (day: string, names: readonly string[]) => (await inCentre((tx) => liveFacts(tx, [centre], day))).filter(({ id }) => names.includes(id.replace('continuity.', '')));
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
    expect((await factsOf('2026-11-22', ['backupsMade', 'offSite', 'encrypted'])).map(({ id, state }) => [id, state])).toEqual([
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
    expect(check).toMatchObject({ lastOn: '2026-11-24', lastResult: 'notGood', nextOn: '2027-11-24', interventionId: late.interventionId });
    const intervention = () => get(`interventions/${late.interventionId}`);
    expect(await intervention()).toMatchObject({ outcome: 'notGood', followUp: 'Réduire la durée de la restauration\u202f: elle a pris 31 h 40, au-delà des 24 h décidées.' });
    expect(await duties()).toEqual(['restoreMissed 2026-12-24']);
    // A minute that was mistyped is put right in both places, and put wrong again.
    const put = async (minutes: number) => {
      const { version } = await get(`restoreTests/${late.id}`);
      expect((await call('PATCH', `restoreTests/${late.id}`, { minutes }, version, agent)).statusCode).toBe(200);
    };
    await put(190);
    expect(await intervention()).toMatchObject({ outcome: 'good', result: 'Le serveur entier · 190 minutes', corrections: 1 });
    expect((await intervention()).followUp).toBeUndefined();
    expect(await duties()).toEqual([]);
    await put(1900);
    expect(await intervention()).toMatchObject({ outcome: 'notGood', corrections: 2 });
    const facts = async () => (await factsOf('2026-11-24', ['restoreTested', 'objectiveSet', 'exercised'])).map(({ id, state, title }) => `${id} ${state} ${title.key}`);
    expect(await facts()).toEqual(['continuity.restoreTested missing restoreTested.wrong', 'continuity.objectiveSet true objectiveSet.true', 'continuity.exercised missing exercised.none']);
    const exercise = await add('continuityExercises', { heldOn: '2026-11-20', scenario: 'server', form: 'table', title: 'Un lundi sans serveur', participants: 'Direction' });
    const action = (id: string) => call('POST', 'planActions', { title: 'Doubler la mémoire', origins: [{ kind: 'continuity', id }] });
    expect((await action(late.id)).statusCode).toBe(201);
    // What the plan takes in hand is due there.
    expect(await duties()).toEqual([]);
    expect((await action(exercise.id)).statusCode).toBe(201);
    expect((await action(plan.id)).json().issues[0]).toMatchObject({ code: 'originUnknown' });
    expect((await get(`planActions?originKind=continuity&originId=${late.id}`)).items[0].origins).toMatchObject([{ path: `continuity/restores/${late.id}` }]);
    const told = await inCentre((tx) => happenings(tx, [centre], { from: '2026-11-01', until: '2026-11-30' }));
    expect(told.map(({ title, on }) => `${on} ${title.key}`)).toEqual(['2026-11-01 decided', '2026-11-20 exercised', '2026-11-24 tested']);
    expect((await call('POST', 'restoreTests', { ...restored, testedOn: '2026-11-25' }, undefined, agent)).json().issues[0]).toMatchObject({ name: 'testedOn', code: 'inTheFuture' });
  });

  test('the council is asked how soon and how much, and its decision comes back as what counts', async () => {
    const asked = await add('recoveryProposals', { restartHours: 8, lossHours: 4, planId: plan.id, reason: 'Le guichet ouvre le lendemain.' });
    const other = await add('recoveryProposals', { restartHours: 96, lossHours: 96 });
    expect((await call('POST', 'recoveryProposals', { restartHours: 0, lossHours: 4 })).statusCode).toBe(400);
    expect((await call('POST', 'recoveryProposals', { restartHours: 8, lossHours: 4 }, undefined, agent)).statusCode).toBe(403);
    const scope = { organizations: [centre], actor: { kind: 'command' as const } };
    expect((await inCentre((tx) => forCouncil.awaiting(tx, centre))).map(({ id, title, about }) => [id, title.key, about])).toEqual([
      [asked.id, 'recoveryObjective', 'Serveur de fichiers'],
      [other.id, 'recoveryObjectiveWhole', undefined],
    ]);
    // What stands on an agenda is what the council decides on: nobody changes it meanwhile.
    const sitting = await add('councilSittings', { organ: 'council', heldOn: '2026-12-15' });
    const [item] = (await add(`councilSittings/${sitting.id}/items`, { kind: 'subject', subjectKind: 'recoveryObjective', subjectId: asked.id })).agenda;
    const refused = [await call('PATCH', `recoveryProposals/${asked.id}`, { lossHours: 48 }, asked.version), await call('DELETE', `recoveryProposals/${asked.id}`, undefined, asked.version)];
    for (const answer of refused) expect([answer.statusCode, answer.json().type]).toEqual([409, expect.stringContaining('onAgenda')]);
    expect((await call('DELETE', `councilItems/${item.id}`, undefined, item.version)).statusCode).toBe(204);
    expect((await call('PATCH', `recoveryProposals/${asked.id}`, { reason: 'Le guichet ouvre à huit heures.' }, asked.version)).statusCode).toBe(200);
    const paper = await forCouncil.pdf(server.services, scope, centre, asked.id);
    expect([paper.name, Buffer.from(paper.bytes.slice(0, 4)).toString()]).toEqual(['valombre-proposition-reprise-2026-11-24.pdf', '%PDF']);
    const decided = { decidedOn: '2026-11-24', decisionNumber: 'CAS/2026/88', withAnnualReport: false };
    const record = async (id: string, outcome: 'approved' | 'refused' | 'postponed') => inCentre(await forCouncil.decide(server.services, scope, centre, id, { ...decided, outcome }));
    await record(asked.id, 'postponed');
    expect(await inCentre((tx) => forCouncil.decided(tx, centre, [asked.id]))).toEqual([]);
    await record(asked.id, 'approved');
    await record(other.id, 'refused');
    await expect(record(asked.id, 'approved')).rejects.toMatchObject({ code: 'wrongState' });
    expect(await inCentre((tx) => forCouncil.decided(tx, centre, [asked.id]))).toEqual([{ id: asked.id, decidedOn: '2026-11-24', decisionNumber: 'CAS/2026/88' }]);
    expect((await get('recoveryObjectives?sort=-decidedOn')).items[0]).toMatchObject({
      planId: plan.id,
      restartHours: 8,
      lossHours: 4,
      decidedBy: 'council',
      decidedOn: '2026-11-24',
      reference: 'CAS/2026/88',
    });
    const { version } = await get(`recoveryProposals/${asked.id}`);
    expect((await call('PATCH', `recoveryProposals/${asked.id}`, { lossHours: 12 }, version)).json().type).toContain('wrongState');
    expect((await get('recoveryProposals?state=refused')).items).toMatchObject([{ id: other.id, outcome: 'refused' }]);
  });

  test('what no backup names shows as lacking; the register tells all of it, and so does the year', async () => {
    const resource = await add('resources', { name: 'Poste isolé', kind: 'computer', levels: ['hold'] });
    expect((await get('backupPlansOverview')).gaps).toEqual({ uncovered: [{ id: resource.id, name: 'Poste isolé', kind: 'computer' }], paper: false });
    // Due by the day on which it was entered, which is one of the machine's clock.
    expect(await duties()).toEqual([expect.stringMatching(/^backupProvided /)]);
    // Another backup may hold it too, as that of a server holds what runs on it.
    const { version } = await get(`backupPlans/${plan.id}`);
    expect((await call('PATCH', `backupPlans/${plan.id}`, { coveredIds: [adviser.id] }, version)).json().issues[0]).toMatchObject({ name: 'coveredIds[0]', code: 'resourceUnknown' });
    const covering = (await call('PATCH', `backupPlans/${plan.id}`, { coveredIds: [resource.id] }, version)).json();
    expect(await duties()).toEqual([]);
    expect((await get('backupPlans')).items).toMatchObject([{ coveredNames: 'Poste isolé' }]);
    expect((await call('PATCH', `backupPlans/${plan.id}`, { coveredIds: [] }, covering.version)).statusCode).toBe(200);
    const desk = { kind: 'computer', what: 'Paiements', method: 'full', weekdays: [5], times: ['15:30'], place: 'Disque', offSite: 'Coffre', scheduledSince: '2026-11-24' };
    await add('backupPlans', { ...desk, name: 'Poste de la recette', resourceId: resource.id });
    expect(await duties()).toEqual([]);
    const formats = await Promise.all(['pdf', 'docx', 'xlsx'].map((format) => server.call('GET', path(`backupRegister?format=${format}&language=nl`), { as: agent })));
    expect(formats.map(({ statusCode, headers }) => [statusCode, String(headers['content-disposition'])])).toEqual(
      ['pdf', 'docx', 'xlsx'].map((format) => [200, expect.stringContaining(`continuiteitsregister-2026-11-24.${format}`)]),
    );
    expect(await server.asOwner("SELECT 1 FROM audit_entry WHERE organization_id = $1 AND action = 'export' AND table_name = 'backup_plan' AND actor_id = $2", [centre, agent.id])).toHaveLength(3);
    const { facts } = await inCentre((tx) => readRegister(tx, centre, '2026-11-24', moment));
    expect(facts.plans.map(({ name, state }) => `${name} ${state}`)).toEqual(['Poste de la recette fresh', 'Serveur de fichiers good']);
    expect(facts.months.at(-1)).toEqual({ month: '2026-11', good: 3, warning: 0, failed: 1, missed: 2 });
    expect(facts.tests.map(({ testedOn }) => testedOn)).toEqual(['2026-11-24', '2026-10-01']);
    expect(await inCentre((tx) => yearFigures(tx, centre, { from: '2026-01-01', until: '2026-11-24' }))).toEqual({
      good: 3,
      bad: 3,
      restores: 2,
      missed: 1,
      exercises: 1,
      outages: 0,
      tooLong: 0,
      decided: true,
    });
  });

  test('a program reports by its token and reads nothing; mails are read by rules, and one that none knows makes the next', async () => {
    moment = new Date('2026-11-26T02:10:00Z');
    // Signed in anew: a token is made by whoever has just proved who they are.
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    agent = await server.addAccount({ centre, roles: ['itAgent'] });
    const made = await server.call('POST', '/me/tokens', { as: agent, body: { name: 'NAS', scopes: ['backupRun'], organizationIds: [centre], days: 90, backupPlanId: plan.id } });
    const program = (method: 'GET' | 'POST', rest: string, body?: unknown) => server.call(method, path(rest), { body, headers: { 'x-beffroi': '', authorization: `Bearer ${made.json().token}` } });
    const report = (body: object) => program('POST', `backupPlans/${plan.id}/report`, body);
    expect((await program('GET', 'backupPlans')).statusCode).toBe(403);
    // It tells of its own backup alone.
    const second = await add('backupPlans', {
      name: 'Messagerie',
      kind: 'cloud',
      what: 'Tout',
      method: 'full',
      weekdays: [1],
      times: ['03:00'],
      place: 'Hébergeur',
      offSite: 'Liège',
      scheduledSince: '2026-11-25',
    });
    expect((await program('POST', `backupPlans/${second.id}/report`, { result: 'good' })).json().type).toContain('missingScope');
    const token = (body: object) => server.call('POST', '/me/tokens', { as: agent, body: { name: 'NAS', scopes: ['backupRun'], organizationIds: [centre], days: 90, ...body } });
    for (const [body, code] of [
      [{}, 'oneBackup'],
      [{ scopes: ['readRegisters'], backupPlanId: plan.id }, 'oneBackup'],
      [{ scopes: ['backupRun', 'readRegisters'], backupPlanId: plan.id }, 'onlyBackup'],
      [{ backupPlanId: agent.id }, 'backupUnknown'],
    ] as const)
      expect(
        (await token(body)).json().issues.map((issue: { code: string }) => issue.code),
        JSON.stringify(body),
      ).toEqual([code]);
    // After midnight it speaks of the evening before; a second try heals, and a later failure takes nothing away.
    expect((await report({ result: 'failed', note: 'Disque plein' })).json()).toEqual({ plannedOn: '2026-11-25', plannedTime: '22:00', result: 'failed' });
    expect((await report({ result: 'good', minutes: 42 })).statusCode).toBe(200);
    expect((await report({ result: 'failed', note: 'Encore' })).statusCode).toBe(200);
    expect((await get('backupPlanRuns?from=2026-11-25')).items).toMatchObject([{ result: 'good', minutes: 42, source: 'program' }]);
    expect((await report({ result: 'good', at: '2026-11-30T00:00:00Z' })).json().issues[0]).toMatchObject({ code: 'inTheFuture' });

    const dutch = { from: 'Server <server@valombre.example>', subject: 'De back-upbewerking is niet voltooid', text: '' };
    expect((await call('POST', 'backupReports/read', dutch)).json()).toMatchObject({ outcome: 'toSort' });
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

  test('mails kept as files are read by the same rules, as of their day; the same one twice is taken once', async () => {
    moment = new Date('2026-11-28T09:00:00Z');
    const give = (file: string | Buffer) => {
      const payload = Buffer.concat([Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="rapport.eml"\r\n\r\n'), Buffer.from(file), Buffer.from('\r\n--x--\r\n')]);
      return server.call('POST', path('backupReports/readFile'), { as: agent, payload, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    };
    const mail = (from: string, id: string) =>
      ['From: ' + from, 'Subject: De back-upbewerking is mislukt', 'Date: Fri, 27 Nov 2026 23:10:00 +0100', `Message-ID: <${id}@valombre.example>`, '', 'Fout 0x80780049'].join('\r\n');
    const taken = await give(mail('Server <server@valombre.example>', '3'));
    expect(taken.json()).toEqual({
      outcome: 'taken',
      subject: 'De back-upbewerking is mislukt',
      run: { planId: plan.id, planName: 'Serveur de fichiers', on: '2026-11-27', time: '22:00', result: 'failed' },
    });
    expect((await get('backupPlanRuns?from=2026-11-27')).items).toMatchObject([{ plannedOn: '2026-11-27', result: 'failed', source: 'mail', note: 'De back-upbewerking is mislukt' }]);
    expect((await give(mail('Server <server@valombre.example>', '3'))).json()).toMatchObject({ outcome: 'known' });
    expect((await give(mail('ander@valombre.example', '4'))).json()).toMatchObject({ outcome: 'toSort' });
    expect((await give(mail('ander@valombre.example', '4'))).json()).toMatchObject({ outcome: 'known' });
    expect((await get('backupReports')).items).toMatchObject([{ sender: 'ander@valombre.example', receivedAt: '2026-11-27T22:10:00.000Z' }]);
    const broken = await give('Geen mail');
    expect([broken.statusCode, broken.json().issues]).toMatchObject([400, [{ name: 'file', code: 'notAMail' }]]);
    expect((await get('backupReports')).total).toBe(1);
  });
});
