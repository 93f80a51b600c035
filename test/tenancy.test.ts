import { afterAll, beforeAll, expect, test } from 'vitest';
import { centreRoles } from '../src/kernel/permissions.ts';
import { apiPrefix } from '../src/server/http/app.ts';
import { addressOf, checksumOf, type Filled, fillCentre, routesOf } from './centre.ts';
import { type Account, testServer, type TestServer } from './harness.ts';

let server: TestServer;
let ours: Filled;
let theirs: Filled;
let account: Account;

beforeAll(async () => {
  server = await testServer();
  ours = await fillCentre(server, 'ours', 'Ambre');
  theirs = await fillCentre(server, 'theirs', 'Zibeline');
  // Every role of our centre at once: whoever may do everything there may do nothing elsewhere.
  account = await server.addAccount({ centre: ours.organizationId, roles: centreRoles });
});
afterAll(() => server.close());

const checksum = (): Promise<string> => checksumOf(server, theirs.organizationId);

const content = (method: string, path: string) => (method === 'GET' || method === 'DELETE' ? {} : { body: bodies[`${method} ${path}`] ?? {} });
/** Bodies for routes that look at their input before the record that the address names. */
const bodies: Record<string, unknown> = {
  'PUT /organizations/:organizationId/recurringChecks/:id': { title: 'x', rule: 'alarmsChecked', firstOn: '2026-01-05' },
  'POST /organizations/:organizationId/recurringChecks/:id/done': { outcome: 'good' },
  'POST /organizations/:organizationId/recurringChecks/:id/drop': { reason: 'x' },
  'PUT /organizations/:organizationId/remoteMaintenances/:id': { supplierId: '01990000-0000-7000-8000-000000000001', subject: 'x', means: 'x', origin: 'x', supervision: 'x', start: '2026-01-05' },
  'POST /organizations/:organizationId/remoteMaintenances/:id/withdraw': { reason: 'x' },
  'POST /organizations/:organizationId/interventions/:id/decide': { verdict: 'agreed' },
  'POST /organizations/:organizationId/interventions/:id/answer': { text: 'x' },
  'POST /organizations/:organizationId/interventions/:id/change': { nature: 'repair', subject: 'x' },
  'POST /organizations/:organizationId/interventions/:id/start': { start: '2026-01-05' },
  'POST /organizations/:organizationId/interventions/:id/finish': { result: { end: '2026-01-05', outcome: 'good', result: 'x' } },
  'POST /organizations/:organizationId/interventions/:id/cancel': { reason: 'x' },
  'POST /organizations/:organizationId/interventions/:id/correct': { because: 'x', changes: {} },
  'POST /organizations/:organizationId/incomingMails/:id/file': { announcement: { nature: 'repair', subject: 'x' } },
  'POST /organizations/:organizationId/incomingMails/:id/setAside': { reason: 'x' },
  'POST /organizations/:organizationId/accountFindings/:id/steps': { kind: 'disableAccount', ownerRole: 'itHead', dueOn: '2026-01-05' },
  'PUT /organizations/:organizationId/ownSteps/:id/outcome': { outcome: 'done' },
  'PUT /organizations/:organizationId/accessSteps/:id': { ownerRole: 'reception' },
  'PUT /organizations/:organizationId/stepSettings/:id': { movementKind: 'departure', title: 'x', owner: 'adviser', term: { amount: 1, unit: 'day' } },
  'POST /organizations/:organizationId/accessGrants/:id/decision': { outcome: 'agreed', on: '2026-01-05' },
  'POST /organizations/:organizationId/accessGrants/:id/giving': { start: '2026-01-05' },
  'POST /organizations/:organizationId/accessGrants/:id/withdrawal': { reason: 'x' },
  'POST /organizations/:organizationId/accessGrants/:id/end': { on: '2026-01-05', because: 'other' },
  'POST /organizations/:organizationId/resources/:id/retire': { retiredOn: '2026-01-05' },
  'POST /organizations/:organizationId/inventoryReviews/:id/sightings': { code: '1' },
  'POST /organizations/:organizationId/softwareProducts/:id/installations': { kinds: ['laptop'], since: '2026-01-05' },
  'PUT /organizations/:organizationId/disposals/:id': {
    title: 'x',
    plannedOn: '2026-01-05',
    carrier: 'x',
    items: [{ deviceId: '01990000-0000-7000-8000-000000000001' }],
  },
  'POST /organizations/:organizationId/devices/:id/recovery': { foundOn: '2026-01-05', note: 'x' },
  'POST /organizations/:organizationId/disposals/:id/order': { as: 'adviser' },
  'POST /organizations/:organizationId/disposals/:id/completion': { carriedOn: '2026-01-05', carriedBy: 'x' },
  'POST /organizations/:organizationId/disposals/:id/check': { checked: 'present' },
  'POST /organizations/:organizationId/disposals/:id/cancellation': { reason: 'x' },
  'POST /organizations/:organizationId/derogations/:id/advice': { advice: 'favourable' },
  'POST /organizations/:organizationId/derogations/:id/decision': { decision: 'agreed', decidedBy: 'X' },
  'POST /organizations/:organizationId/derogations/:id/withdrawal': { endedOn: '2026-01-05', endedWhy: 'x' },
  'POST /organizations/:organizationId/derogations/:id/closing': { endedOn: '2026-01-05', endedWhy: 'x' },
  'POST /organizations/:organizationId/ownDerogations/:id/withdrawal': { endedWhy: 'x' },
  'POST /organizations/:organizationId/devices/:id/retirement': { retiredOn: '2026-01-05', how: 'lost' },
  'PUT /organizations/:organizationId/premisesKeys/:id': { kind: 'key', name: 'x' },
  'POST /organizations/:organizationId/premisesKeys/:id/copies': { marks: ['1'], keptWhere: 'x' },
  'POST /organizations/:organizationId/premisesKeys/:id/knowers': { personId: '01990000-0000-7000-8000-000000000001', on: '2026-01-05' },
  'POST /organizations/:organizationId/premisesKeys/:id/change': { on: '2026-01-05' },
  'POST /organizations/:organizationId/keyCopies/:id/give': { personId: '01990000-0000-7000-8000-000000000001', on: '2026-01-05' },
  'POST /organizations/:organizationId/keyCopies/:id/acts': { what: 'lost', on: '2026-01-05' },
  'POST /organizations/:organizationId/visitors/:id/leave': { how: 'now' },
  'POST /organizations/:organizationId/disasterPlan/propose': { parts: ['calls'] },
  'POST /organizations/:organizationId/backupPlans/:id/report': { result: 'good' },
  'POST /organizations/:organizationId/backupReports/:id/sort': { planId: '01990000-0000-7000-8000-000000000001', result: 'good' },
  'POST /organizations/:organizationId/suppliers/:id/people': { personIds: ['01990000-0000-7000-8000-000000000001'], start: '2026-01-05' },
  'POST /organizations/:organizationId/accountFindings/:id/close': { reason: 'agreed' },
  'PUT /organizations/:organizationId/accountMatches/:id': { kind: 'unknown' },
  'PUT /organizations/:organizationId/accountLists/:id': { columns: [], levels: [] },
  'PUT /organizations/:organizationId/movements/:id': { day: '2026-01-06' },
  'POST /organizations/:organizationId/movements/:id/cancel': { reason: 'x' },
  'POST /organizations/:organizationId/movements/:id/return': { day: '2026-01-06' },
  'POST /organizations/:organizationId/declarations/:id/annul': { reason: 'x' },
  'POST /organizations/:organizationId/declarationScans/:id/filing': { personId: '01990000-0000-7000-8000-000000000001', variant: 'staff', signedOn: '2026-01-05' },
  'POST /organizations/:organizationId/declarationScans/:id/setAside': { reason: 'x' },
  'POST /organizations/:organizationId/teleworks/:id/assess': { answers: {} },
  'POST /organizations/:organizationId/ownTeleworks/:id/assess': { answers: {} },
  'POST /organizations/:organizationId/teleworks/:id/check': { checks: {} },
  'POST /organizations/:organizationId/teleworks/:id/agree': { start: '2026-01-05' },
  'POST /organizations/:organizationId/teleworks/:id/refuse': { reason: 'x' },
  'POST /organizations/:organizationId/teleworks/:id/end': { endedOn: '2026-01-05', reason: 'asked' },
  'POST /organizations/:organizationId/planVersions/:id/submit': { submittedOn: '2026-01-05' },
  'POST /organizations/:organizationId/planVersions/:id/decide': { decidedOn: '2026-01-05', outcome: 'approved' },
  'POST /organizations/:organizationId/emergencyEnvelopes/:id/checks': { checkedOn: '2026-01-05', checkedById: '01990000-0000-7000-8000-000000000001', intact: true },
  'POST /organizations/:organizationId/emergencyEnvelopes/:id/openings': { openedAt: '2026-01-05T09:00:00Z', openedById: '01990000-0000-7000-8000-000000000001', reason: 'x' },
  'POST /organizations/:organizationId/emergencyOpenings/:id/reseal': { changedOn: '2026-01-05', changedById: '01990000-0000-7000-8000-000000000001', resealedOn: '2026-01-05', newSeal: 'x' },
  'POST /organizations/:organizationId/absentAccesses/:id/decide': { outcome: 'allowed', decidedOn: '2026-01-05' },
  'POST /organizations/:organizationId/absentAccesses/:id/look': {
    lookedById: '01990000-0000-7000-8000-000000000001',
    presenceId: '01990000-0000-7000-8000-000000000002',
    lookedFrom: '2026-01-05T09:00:00Z',
    lookedUntil: '2026-01-05T09:10:00Z',
    lookedAt: 'x',
    personalMet: false,
    personalLeftClosed: true,
  },
  'POST /organizations/:organizationId/absentAccesses/:id/tell': { toldOn: '2026-01-05', toldHow: 'x' },
  'PATCH /organizations/:organizationId/accessReviews/:id': { answerBy: '2026-02-20' },
  'PUT /organizations/:organizationId/accessReviews/:id/decisions': { items: [{ id: '01990000-0000-7000-8000-000000000001', version: 1, decision: 'confirm' }] },
  'POST /organizations/:organizationId/accessReviews/:id/sign': { leftOpen: [] },
  'POST /organizations/:organizationId/accessReviews/:id/seen': { personIds: ['01990000-0000-7000-8000-000000000001'] },
  'POST /organizations/:organizationId/documentVersions/:id/approve': { decidedOn: '2026-01-05', decisionNumber: '7', approver: 'council' },
  'POST /organizations/:organizationId/councilSittings/:id/items': { kind: 'urgent', title: 'x' },
  'PUT /organizations/:organizationId/councilSittings/:id/order': { items: ['01990000-0000-7000-8000-000000000001'] },
  'POST /organizations/:organizationId/councilSittings/:id/results': { items: [{ id: '01990000-0000-7000-8000-000000000001', version: 1, result: 'noted' }] },
  'POST /organizations/:organizationId/councilNotes/:id/ready': { ready: true },
  'PATCH /organizations/:organizationId/yearlyReports/:id': { submittedOn: '2026-01-06' },
  'POST /organizations/:organizationId/yearlyReports/:id/approve': { decidedOn: '2026-01-06', decisionNumber: '7' },
  'PUT /organizations/:organizationId/reportTexts/:id': { body: 'x' },
  'POST /organizations/:organizationId/platformMeetings/:id/approve': { approvedOn: '2026-01-06', approval: 'present' },
  'POST /organizations/:organizationId/advices/:id/decide': { outcome: 'follow' },
  'POST /organizations/:organizationId/advices/:id/tell': { toldOn: '2026-02-05' },
  'POST /organizations/:organizationId/advices/:id/withdraw': { reason: 'x' },
  'POST /organizations/:organizationId/inspections/:id/accesses': { email: 'audit@example.be', language: 'fr', accessFrom: '2126-01-05', accessUntil: '2126-02-05' },
  'POST /organizations/:organizationId/infringements/:id/decide': { outcome: 'follow' },
  'POST /organizations/:organizationId/infringements/:id/withdraw': { reason: 'x' },
  'POST /organizations/:organizationId/infringements/:id/actions': { text: 'x' },
  'POST /organizations/:organizationId/documentVersions/:id/verify': { verifiedOn: '2026-01-05' },
  'POST /organizations/:organizationId/documentVersions/:id/comments': { sectionKey: 'objectives', text: 'x' },
  'POST /organizations/:organizationId/documentVersions/:id/reviews': { until: '2126-01-05', accountIds: ['01990000-0000-7000-8000-000000000001'] },
  'POST /organizations/:organizationId/correctionRequests/:id/answer': { state: 'granted' },
  'POST /organizations/:organizationId/documentReviews/:id/answer': { opinion: 'agreed' },
  'PUT /organizations/:organizationId/documentWordings/:id': { how: 'replaced', title: 'x', body: 'x' },
  'POST /organizations/:organizationId/ownVersions/:id/approve': { decidedOn: '2026-01-05', decisionNumber: '7', approver: 'council' },
  'POST /organizations/:organizationId/publications/:id/confirmations': { personIds: ['01990000-0000-7000-8000-000000000001'], confirmedOn: '2026-01-05' },
  'POST /organizations/:organizationId/publications/:id/links': { personId: '01990000-0000-7000-8000-000000000001' },
  'POST /organizations/:organizationId/ownVersions/:id/verify': { verifiedOn: '2026-01-05' },
  'POST /organizations/:organizationId/assessmentNorms/:id/proofs': { kind: 'link', url: 'https://example.be/x' },
  'POST /organizations/:organizationId/ownNorms/:id/proofs': { kind: 'link', url: 'https://example.be/x' },
  'POST /organizations/:organizationId/assessments/:id/sendBack': { remark: 'x' },
  'POST /organizations/:organizationId/assessments/:id/acknowledge': { acknowledgedOn: '2026-01-05', acknowledgement: 'x' },
  'POST /organizations/:organizationId/assessments/:id/correct': { reason: 'x' },
  'POST /organizations/:organizationId/assessments/:id/assign': { chapterId: '1' },
  'POST /organizations/:organizationId/assessments/:id/confirm': { chapterId: '1' },
};

const expectNothing = (answer: { statusCode: number; body: string }, route: string): void => {
  expect(answer.statusCode, `${route} answered ${answer.body}`).toBe(404);
  expect(answer.body.toLowerCase(), route).not.toContain(theirs.mark.toLowerCase());
  for (const id of Object.values(theirs.ids)) expect(answer.body, route).not.toContain(id);
};

test('the address of another centre answers 404, whatever the route', async () => {
  const before = await checksum();
  const routes = routesOf(server, apiPrefix).filter(({ path }) => path.includes(':organizationId'));
  expect(routes.length).toBeGreaterThan(20);
  for (const { method, path } of routes) {
    const answer = await server.call(method, addressOf(path, theirs), { as: account, headers: { 'if-match': '"1"' }, ...content(method, path) });
    expectNothing(answer, `${method} ${path}`);
  }
  expect(await checksum()).toBe(before);
});

test('a record of another centre under our own address answers 404, whatever the route', async () => {
  const before = await checksum();
  const routes = routesOf(server, apiPrefix).filter(({ path }) => path.includes(':organizationId') && path.replace(/:organizationId|:kind|:rule/g, '').includes(':'));
  expect(routes.length).toBeGreaterThan(10);
  for (const { method, path } of routes) {
    const answer = await server.call(method, addressOf(path, ours, theirs), { as: account, headers: { 'if-match': '"1"' }, ...content(method, path) });
    expectNothing(answer, `${method} ${path}`);
  }
  expect(await checksum()).toBe(before);
});

test('routes with a record and no centre are those of one’s own account, the administrator’s, the frameworks that all share, and the way to a provider', () => {
  const routes = routesOf(server, apiPrefix).filter(({ path }) => path.includes(':') && !path.includes(':organizationId'));
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PATCH /accounts/:id',
    'DELETE /accounts/:id/factors',
    'GET /calendarFeeds/:calendar',
    'GET /frameworks/:frameworkId/changes',
    'GET /frameworks/:frameworkId/mappings/:targetId',
    'DELETE /frameworks/:frameworkId/versions/:frameworkVersion',
    'GET /frameworks/:frameworkId/versions/:frameworkVersion',
    'DELETE /linkRequests/:id',
    'POST /linkRequests/:id/link',
    'DELETE /me/calendars/:id',
    'DELETE /me/factors/:id',
    'DELETE /me/identities/:id',
    'DELETE /me/sessions/:id',
    'DELETE /me/tokens/:id',
    'DELETE /providers/:id',
    'GET /providers/:id',
    'PATCH /providers/:id',
    'GET /signInProviders/:id/callback',
    'POST /signInProviders/:id/start',
    'DELETE /tokens/:id',
  ]);
});

test('a session of somebody else cannot be ended', async () => {
  const other = await server.addAccount({ centre: theirs.organizationId, roles: ['adviser'] });
  const [session] = await server.asOwner<{ id: string }>('SELECT id FROM session WHERE user_id = $1', [other.id]);
  expect((await server.call('DELETE', `/me/sessions/${session!.id}`, { as: account })).statusCode).toBe(404);
  expect((await server.call('GET', '/me', { as: other })).statusCode).toBe(200);
});

test.each([
  ['services', (r: Filled) => ({ name: 'x', kind: 'social', headId: r.ids['people'] })],
  ['services', (r: Filled) => ({ name: 'x', kind: 'social', parentId: r.ids['services'] })],
  ['contracts', (r: Filled) => ({ personId: r.ids['people'], kind: 'permanent', function: 'x', start: '2026-01-01' })],
  ['contracts', (r: Filled, own: Filled) => ({ personId: own.ids['people'], serviceId: r.ids['services'], kind: 'permanent', function: 'x', start: '2026-01-01' })],
  ['mandates', (r: Filled) => ({ personId: r.ids['people'], kind: 'adviser', start: '2026-01-01' })],
  ['candidacies', (r: Filled) => ({ personId: r.ids['people'], function: 'adviser' })],
  ['accessProfiles', (r: Filled) => ({ name: 'x', serviceId: r.ids['services'] })],
  ['accessProfiles', (r: Filled) => ({ name: 'x', functions: ['x'], rights: [{ resourceId: r.ids['resources'], level: 'read' }] })],
  ['accessGrants', (r: Filled) => ({ personId: r.ids['people'], resourceId: r.ids['resources'], level: 'read' })],
  ['planActions', (r: Filled) => ({ title: 'x', ownerId: r.ids['people'] })],
  ['planActions', (r: Filled) => ({ title: 'x', origins: [{ kind: 'meeting', id: r.ids['platformDecisions'] }] })],
])('a new record among %s cannot refer to another centre’s', async (collection, body) => {
  const before = await checksum();
  const refused = await server.call('POST', `/organizations/${ours.organizationId}/${collection}`, { as: account, body: body(theirs, ours) });
  const unknown = await server.call('POST', `/organizations/${ours.organizationId}/${collection}`, {
    as: account,
    body: body({ ...theirs, ids: { ...theirs.ids, people: theirs.organizationId, services: theirs.organizationId } }, ours),
  });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).not.toContain(theirs.mark);
  expect(refused.json().issues).toEqual(unknown.json().issues);
  expect(await checksum()).toBe(before);
});

test('lists, searches and exports of ours hold nothing of theirs, filters by their records included', async () => {
  const routes = routesOf(server, apiPrefix).filter(({ method, path }) => method === 'GET' && path.startsWith('/organizations') && !path.replace(/:organizationId|:kind|:rule/g, '').includes(':'));
  for (const { path } of routes) {
    for (const query of ['', `?serviceId=${theirs.ids['services']}`, `?personId=${theirs.ids['people']}`, `?after=${theirs.ids['people']}`]) {
      const answer = await server.call('GET', `${addressOf(path, ours)}${query}`, { as: account });
      expect([200, 400], `${path}${query} answered ${answer.body}`).toContain(answer.statusCode);
      expect(answer.body.toLowerCase(), `${path}${query}`).not.toContain(theirs.mark.toLowerCase());
    }
  }
  const found = await server.call('POST', `/organizations/${ours.organizationId}/people/search`, { as: account, body: { text: theirs.mark } });
  expect(found.json()).toMatchObject({ items: [], total: 0 });
});

test('who belongs to two centres is, in each, only what they are there', async () => {
  const both = await server.addAccount({ centre: ours.organizationId, roles: ['adviser'] });
  await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{reception}', '2020-01-01')`, [theirs.organizationId, both.id]);
  const person = { lastName: 'Neuve', firstName: 'Personne', kind: 'staff' };
  expect((await server.call('POST', `/organizations/${ours.organizationId}/people`, { as: both, body: person })).statusCode).toBe(201);
  expect((await server.call('POST', `/organizations/${theirs.organizationId}/people`, { as: both, body: person })).statusCode).toBe(403);
  const record = await server.call('GET', `/organizations/${ours.organizationId}/people/${theirs.ids['people']}`, { as: both });
  expect(record.statusCode).toBe(404);
});
