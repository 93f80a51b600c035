import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';

let server: TestServer;
let centre: string;
let adviser: Account;
let staff: Account;
beforeAll(async () => {
  server = await testServer({ now: new Date('2026-11-22T09:00:00Z') });
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  staff = await server.addAccount({ centre, roles: ['staff'] });
  const head = await server.addPerson(centre, { firstName: 'Ada', lastName: 'Martin' });
  const worker = await server.addPerson(centre, { firstName: 'Bob', lastName: '<script>"Petit"' });
  const gone = await server.addPerson(centre, { firstName: 'Carl', lastName: 'Parti' });
  const top = await server.addRecord(centre, 'service', { name: 'Direction', kind: 'management', headId: head, seesPersonalData: true });
  const below = await server.addRecord(centre, 'service', { name: 'Accueil', kind: 'administration', parentId: top, seesPersonalData: false });
  await server.addRecord(centre, 'contract', { personId: worker, serviceId: below, kind: 'permanent', function: 'guichetier', start: '2020-01-01', suspensions: [] });
  await server.addRecord(centre, 'contract', { personId: gone, serviceId: below, kind: 'permanent', function: 'guichetier', start: '2020-01-01', end: '2026-11-21', suspensions: [] });
  await server.addRecord(centre, 'mandate', { personId: worker, kind: 'archivist', start: '2026-11-22' });
});
afterAll(() => server.close());

const chart = (as: Account) => server.call('GET', `/organizations/${centre}/organizationChart`, { as });
const file = (query: string, as = adviser) => server.call('GET', `/organizations/${centre}/organizationChart/file?${query}`, { as });

test('the chart shows who works where today, and staff see services and heads alone', async () => {
  const seen = (await chart(adviser)).json();
  expect(seen).toMatchObject({
    day: '2026-11-22',
    services: [
      { name: 'Accueil', seesPersonalData: false, headless: true, count: 1, people: [{ name: 'Bob <script>"Petit"', function: 'guichetier', mandates: ['archivist'] }] },
      { name: 'Direction', seesPersonalData: true, headless: false, count: 1, people: [{ name: 'Ada Martin', head: true }] },
    ],
    others: [],
  });
  expect(JSON.stringify(seen)).not.toContain('Parti');
  const concealed = (await chart(staff)).json();
  expect(concealed.services[1]).toMatchObject({ headName: 'Ada Martin', count: 1, people: [] });
  expect(JSON.stringify(concealed)).not.toContain('Bob');
});

test('as files: a drawing in which a name is data, and a PDF on either paper; each hand-out is in the trail', async () => {
  const svg = await file('format=svg');
  expect(svg.headers['content-type']).toContain('image/svg+xml');
  expect(svg.headers['content-disposition']).toBe('attachment; filename="valombre-organigramme-2026-11-22.svg"');
  expect(svg.body).toContain('&lt;script&gt;&quot;Petit&quot;');
  expect(svg.body).not.toContain('<script');
  expect((await file('format=svg', staff)).body).not.toContain('Bob');
  for (const paper of ['a4', 'a3']) {
    const pdf = await file(`format=pdf&paper=${paper}&language=nl`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const events = await server.asOwner(`SELECT action FROM audit_entry WHERE organization_id = $1 AND action = 'export' AND table_name = 'service'`, [centre]);
  expect(events).toHaveLength(4);
});

test('a service cannot be set below itself, so the tree has no circle', async () => {
  const { services } = (await chart(adviser)).json() as { services: { id: string; name: string }[] };
  const [below, top] = ['Accueil', 'Direction'].map((name) => services.find((service) => service.name === name)!.id);
  const answer = await server.call('PATCH', `/organizations/${centre}/services/${top}`, { as: adviser, headers: { 'if-match': '"1"' }, body: { parentId: below } });
  expect(answer.json().issues[0]).toMatchObject({ name: 'parentId', code: 'serviceWithinItself' });
});
