import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfFile } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { readObligations } from '../../deadlines/server/service.ts';
import { apiPrefix } from '../../../server/http/app.ts';
import { addressOf, fillCentre, routesOf } from '../../../../test/centre.ts';
import { happenings, liveFacts } from './service.ts';

describeOnBothEngines('audits and the network', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let clock = new Date('2026-03-02T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    await server.asOwner("UPDATE organization SET followed_since = '2025-01-01'");
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const at = (day: string) => {
    clock = new Date(`${day}T09:00:00Z`);
  };
  const path = (rest = '') => `/organizations/${centre}/${rest}`;
  const get = async (rest: string, as = adviser) => (await server.call('GET', path(rest), { as })).json();
  const call = (method: 'POST' | 'PATCH' | 'DELETE', rest: string, body?: unknown, version?: number, as = adviser) =>
    server.call(method, path(rest), { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
  const scope = { organizations: [] as string[], actor: { kind: 'command' as const } };
  const inCentre = <T>(work: (tx: Parameters<Parameters<TestServer['db']['tx']>[1]>[0]) => Promise<T>) => server.db.tx({ ...scope, organizations: [centre] }, work);
  const duties = async () =>
    (await inCentre((tx) => readObligations(tx, [centre], { now: () => clock }))).obligations
      .filter(({ room }) => room === 'inspections')
      .map(({ rule, due }) => ({ rule, dueOn: 'on' in due ? due.on : due.at }));
  let audit: { id: string; version: number };

  test('without an audit the four years count from when the centre began; a complete one starts them again, a partial one does not', async () => {
    expect(await get('formalAudit')).toMatchObject({ countedFrom: '2025-01-01', dueOn: '2029-01-01' });
    const partial = { title: 'Accès', kind: 'partial', auditorKind: 'internal', auditorName: 'Odile Lambin', heldOn: '2026-02-10' };
    const made = (await call('POST', 'inspections', partial)).json();
    expect(await get('formalAudit')).not.toHaveProperty('lastOn');
    expect((await call('PATCH', `inspections/${made.id}`, { clockReason: 'Tout le reste est de 2025.' }, made.version)).statusCode).toBe(200);
    expect(await get('formalAudit')).toMatchObject({ lastOn: '2026-02-10', dueOn: '2030-02-10' });
    await call('PATCH', `inspections/${made.id}`, { clockReason: null }, made.version + 1);
    const answer = await call('POST', 'inspections', { title: 'Normes minimales', kind: 'complete', auditorKind: 'external', auditorFirm: 'Vérif', heldOn: '2026-02-20', heldUntil: '2026-02-24' });
    expect(answer.statusCode).toBe(201);
    audit = answer.json();
    expect(await get('formalAudit')).toMatchObject({ lastOn: '2026-02-24', dueOn: '2030-02-24' });
    expect((await call('PATCH', `inspections/${audit.id}`, { heldUntil: '2026-03-03' }, audit.version)).json().issues[0]).toMatchObject({ name: 'heldUntil', code: 'inTheFuture' });
    const [fact] = await inCentre((tx) => liveFacts(tx, [centre], '2026-03-02'));
    expect(fact).toMatchObject({ id: 'inspections.formalAudit', state: 'true', on: '2026-02-24', until: '2030-02-24' });
    const [stale] = await inCentre((tx) => liveFacts(tx, [centre], '2030-02-25'));
    expect(stale).toMatchObject({ state: 'stale' });
  });

  test('a report that does not come is waited for; its findings without an action are due after thirty days', async () => {
    expect(await duties()).toContainEqual({ rule: 'auditReport', dueOn: '2026-04-25' });
    audit = (await call('PATCH', `inspections/${audit.id}`, { reportOn: '2026-03-01' }, audit.version)).json();
    const finding = (text: string) => call('POST', 'inspectionFindings', { inspectionId: audit.id, severity: 'major', norm: '9.1', text, recommendation: 'Fermer les comptes.' });
    const [first, second] = [(await finding('Comptes ouverts.')).json(), (await finding('Clés non rendues.')).json()];
    expect([first.number, second.number]).toEqual([1, 2]);
    expect((await duties()).filter(({ rule }) => rule === 'findingAction')).toEqual([
      { rule: 'findingAction', dueOn: '2026-03-31' },
      { rule: 'findingAction', dueOn: '2026-03-31' },
    ]);
    const action = await call('POST', 'planActions', { title: 'Fermer les comptes', priority: 'high', origins: [{ kind: 'finding', id: first.id }] });
    expect(action.statusCode, action.body).toBe(201);
    expect(action.json().origins[0]).toMatchObject({ title: '1. Comptes ouverts.', path: `inspections/${audit.id}` });
    expect((await duties()).filter(({ rule }) => rule === 'findingAction')).toHaveLength(1);
    expect((await call('PATCH', `inspectionFindings/${second.id}`, { outcome: 'remedied' }, second.version)).json().issues[0]).toMatchObject({ name: 'outcomeOn' });
    expect((await call('PATCH', `inspectionFindings/${second.id}`, { outcome: 'remedied', outcomeOn: '2026-03-02' }, second.version)).statusCode).toBe(200);
    expect((await call('PATCH', `inspectionFindings/${second.id}`, { severity: 'minor' }, second.version)).statusCode).toBe(412);
    expect((await duties()).filter(({ rule }) => rule === 'findingAction')).toHaveLength(0);
    expect((await get('inspections?state=reported')).items.map(({ openFindings, findings }: Record<string, number>) => [openFindings, findings])).toEqual([[1, 2]]);
    expect((await call('DELETE', `inspections/${audit.id}`, undefined, audit.version)).statusCode).toBe(409);
  });

  test('the report is kept as it came, and the findings go out as a document with their actions', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pdfFile())]), 'rapport.pdf');
    const request = new Request('http://x', { method: 'POST', body: form });
    const given = await server.call('PUT', path(`inspections/${audit.id}/file`), {
      as: adviser,
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type')!, 'if-match': `"${audit.version}"` },
    });
    expect(given.statusCode, given.body).toBe(204);
    audit = await get(`inspections/${audit.id}`);
    expect((await server.call('GET', path(`inspections/${audit.id}/file`), { as: adviser })).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const summary = await server.call('GET', path(`inspections/${audit.id}/summary?format=pdf&language=nl`), { as: adviser });
    expect(summary.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(summary.headers['content-disposition']).toContain('valombre-audit-vaststellingen-2026-02-20.pdf');
    expect((await server.call('GET', path(`inspections/${audit.id}/summary?format=docx`), { as: adviser })).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('an auditor is given the reading of the centre for a period, from the page of the audit; it begins and ends by itself', async () => {
    const give = (body: object, as = adviser) =>
      call('POST', `inspections/${audit.id}/accesses`, { email: 'audit@example.be', language: 'fr', accessFrom: '2026-03-10', accessUntil: '2026-04-10', ...body }, undefined, as);
    expect((await give({ accessUntil: '2027-04-10' })).json().issues[0]).toMatchObject({ name: 'accessUntil', code: 'accessTooLong' });
    expect((await give({}, await server.addAccount({ centre, roles: ['localCorrespondent'] }))).statusCode).toBe(403);
    const given = await give({});
    expect(given.statusCode, given.body).toBe(201);
    expect((await give({})).json().issues[0]).toMatchObject({ name: 'email', code: 'alreadyInvited' });
    expect((await get(`inspections/${audit.id}/accesses`)).items).toMatchObject([{ email: 'audit@example.be', state: 'invited', from: '2026-03-10', until: '2026-04-10' }]);
    const auditor = await server.addAccount({ email: 'audit@example.be' });
    const token = given.json().link.split('#')[1];
    expect((await server.call('POST', '/invitations/join', { as: auditor, body: { token } })).statusCode).toBe(204);
    const read = async () => (await server.call('GET', path('inspections'), { as: await server.signIn(auditor) })).statusCode;
    expect((await get(`inspections/${audit.id}/accesses`)).items[0]).toMatchObject({ state: 'coming', memberId: expect.any(String) });
    expect(await read()).toBe(404);
    at('2026-03-10');
    expect(await read()).toBe(200);
    expect(await duties()).toContainEqual({ rule: 'auditorAccess', dueOn: '2026-04-10' });
    at('2026-04-10');
    expect(await read()).toBe(200);
    at('2026-04-11');
    expect(await read()).toBe(404);
    expect((await get(`inspections/${audit.id}/accesses`)).items[0]).toMatchObject({ state: 'ended' });
    expect((await duties()).map(({ rule }) => rule)).not.toContain('auditorAccess');
  });

  test('a warning is followed from the letter to its end, and shows in what is due', async () => {
    const notice = (
      await call('POST', 'networkNotices', { authority: 'federalService', kind: 'warning', receivedOn: '2026-04-01', subject: 'Questionnaire non rentré', deadlineOn: '2026-04-30' })
    ).json();
    expect(await get('networkAccess')).toMatchObject({ state: 'warned', notices: [{ state: 'warned', deadlineOn: '2026-04-30', late: false }] });
    expect(await duties()).toContainEqual({ rule: 'networkDeadline', dueOn: '2026-04-30' });
    const step = (kind: string, happenedOn: string, more = {}) => call('POST', 'networkSteps', { noticeId: notice.id, kind, happenedOn, ...more });
    expect((await step('restoration', '2026-04-05')).json().issues[0]).toMatchObject({ name: 'kind', code: 'notSuspended' });
    expect((await step('answer', '2026-04-12')).json().issues[0]).toMatchObject({ name: 'happenedOn', code: 'inTheFuture' });
    at('2026-05-04');
    expect((await get('networkAccess')).notices[0].late).toBe(true);
    await step('suspension', '2026-05-02', { deadlineOn: '2026-05-20' });
    expect((await duties()).map(({ rule }) => rule)).toEqual(expect.arrayContaining(['networkDeadline', 'networkRestored']));
    expect((await step('answer', '2026-05-03', { reference: 'CPAS/2026/12' })).statusCode).toBe(201);
    expect((await duties()).map(({ rule }) => rule)).not.toContain('networkDeadline');
    await step('restoration', '2026-05-04');
    expect(await get('networkAccess')).toMatchObject({ state: 'warned' });
    await step('lifting', '2026-05-04');
    expect(await get('networkAccess')).toMatchObject({ state: 'open', notices: [{ state: 'lifted', liftedOn: '2026-05-04' }] });
    expect((await step('answer', '2026-05-04')).json().issues[0]).toMatchObject({ code: 'alreadyLifted' });
    expect((await call('PATCH', `networkNotices/${notice.id}`, { receivedOn: '2026-05-03', deadlineOn: null }, notice.version)).json().issues[0]).toMatchObject({
      name: 'receivedOn',
      code: 'deadlineBeforeLetter' in {} ? '' : expect.any(String),
    });
    const told = await inCentre((tx) => happenings(tx, [centre], { from: '2026-05-01', until: '2026-05-31' }));
    expect(told.map(({ title }) => title.key).toSorted()).toEqual(['answer', 'lifting', 'restoration', 'suspension']);
    const before = await inCentre((tx) => happenings(tx, [centre], { from: '2026-02-01', until: '2026-03-31' }));
    expect(before.map(({ title }) => title.key).toSorted()).toEqual(['held', 'heldPartly', 'remedied', 'report']);
  });
});

test('an auditor reads, and writes nothing but what is theirs', async () => {
  const server = await testServer();
  try {
    const centre = await fillCentre(server, 'lu', 'Lu');
    const auditor = await server.addAccount({ centre: centre.organizationId, roles: ['auditor'] });
    const open: string[] = [];
    for (const { method, path } of routesOf(server, apiPrefix).filter((route) => route.path.includes(':organizationId') && route.method !== 'GET')) {
      const { statusCode } = await server.call(method, addressOf(path, centre), { as: auditor });
      if (![403, 404].includes(statusCode)) open.push(`${method} ${path.replace('/organizations/:organizationId', '')}`);
    }
    // Searches, what one tells of oneself, a copy of the file, one’s own part of a review, and one’s own readings, requests and delegations.
    expect(open.filter((route) => !/search|dossiers|editing|own|accessReviews\/:id\/(?:confirm|decisions|handIn|seen)|readings|delegations|Readings/i.test(route))).toEqual([]);
  } finally {
    await server.close();
  }
});
