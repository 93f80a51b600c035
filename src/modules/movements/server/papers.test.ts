import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, testServer, type TestServer } from '../../../../test/harness.ts';
import { dossierParts, yearFigures } from './service.ts';

type Step = { id: string; version: number; kind: string; state: string; can: { undo: boolean } };
type Case = { id: string; version: number; allSteps: Step[] };
let server: TestServer;
let centre: string;
let adviser: Account;
let personId: string;

beforeAll(async () => {
  server = await testServer({ now: () => new Date('2026-10-20T09:00:00Z') });
  centre = await server.addCentre({ slug: 'valombre' });
  adviser = await server.addAccount({ centre, roles: ['adviser'] });
  const head = await server.addPerson(centre, { firstName: 'Inès', lastName: 'Carlier' });
  const serviceId = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', headId: head });
  personId = await server.addPerson(centre, { firstName: 'Ursule', lastName: 'Maréchal' });
  await server.asOwner("UPDATE person SET search_text = 'marechal ursule' WHERE id = $1", [personId]);
  await server.addRecord(centre, 'contract', { personId, serviceId, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-06' });
});
afterAll(() => server.close());

type Tx = Parameters<typeof yearFigures>[0];
const scope = () => ({ organizations: [centre], actor: { kind: 'setup' } }) as const;
const path = (rest: string) => `/organizations/${centre}/${rest}`;
const read = async (id: string): Promise<Case> => (await server.call('GET', path(`movements/${id}`), { as: adviser })).json();
const close = ({ id, version }: Case) => server.call('POST', path(`movements/${id}/close`), { as: adviser, body: {}, headers: { 'if-match': `"${version}"` } });
const tell = async (step: Step, body: unknown): Promise<Step> =>
  (await server.call('PUT', path(`ownSteps/${step.id}/outcome`), { as: adviser, body, headers: { 'if-match': `"${step.version}"` } })).json();

test('closed, a case has its certificate; found, exported, counted and in the dossier by whoever reads all cases', async () => {
  const made: Case = (await server.call('POST', path('movements'), { as: adviser, body: { kind: 'departure', personId, day: '2026-10-15' } })).json();
  const early = await close(made);
  expect(early.json()).toMatchObject({ status: 409, open: 13 });
  for (const { id } of made.allSteps) {
    const step = (await read(made.id)).allSteps.find((one) => one.id === id)!;
    if (step.state !== 'open') continue;
    const hands = step.kind === 'handDocuments' || step.kind === 'handMessages';
    const told = await tell(step, step.kind === 'returnDevices' ? { outcome: 'notApplicable', reason: 'Aucun appareil' } : { outcome: 'done', ...(hands ? { recipientId: personId } : {}) });
    expect(told.state, step.kind).not.toBe('open');
  }
  const closed = (await close(await read(made.id))).json();
  expect(closed).toMatchObject({ state: 'closed', certificate: { year: 2026, number: 1, language: 'fr' } });
  // What was certified is neither opened again nor done otherwise.
  expect((await read(made.id)).allSteps.every(({ can }) => !can.undo)).toBe(true);
  const pdf = await server.call('GET', path(`movements/${made.id}/certificate`), { as: adviser });
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

  const find = async (as: Account) => (await server.call('POST', '/search', { as, body: { text: 'ursule maréchal' } })).json().groups.find(({ group }: { group: string }) => group === 'movements');
  expect((await find(adviser)).items).toMatchObject([{ title: 'Ursule Maréchal', detail: 'Départ, 15 octobre 2026', past: true, page: `movements/${made.id}` }]);
  const [leading] = await server.asOwner<{ id: string }>("SELECT id FROM person WHERE last_name = 'Carlier'");
  const head = await server.addAccount({ centre, roles: ['headOfService'], personId: leading!.id });
  expect(await find(head)).toBeUndefined();
  expect((await server.call('GET', path('movements/export'), { as: head })).statusCode).toBe(403);
  const csv = await server.call('GET', path('movements/export?kind=departure'), { as: adviser });
  expect(csv.body).toContain('Ursule Maréchal');
  expect(csv.body).toContain('2026-01');

  const figures = await server.db.tx(scope(), (tx: Tx) => yearFigures(tx, centre, { from: '2026-10-15', until: '2026-10-15' }));
  // Disabled on the 20th: five days too late.
  expect(figures).toEqual({ arrivals: 0, departures: 1, inTime: 0, late: 1 });
  const [part] = await dossierParts(server.services, scope(), { organizationId: centre, slug: 'valombre', language: 'nl', day: '2026-12-31' });
  expect(part!.files.map(({ name }) => name)).toEqual([
    'komst-vertrek/valombre-komst-vertrek-2026-12-31.pdf',
    'komst-vertrek/valombre-komst-vertrek-2026-12-31.docx',
    'komst-vertrek/valombre-attest-2026-01.pdf',
  ]);
  expect(await dossierParts(server.services, scope(), { organizationId: centre, slug: 'valombre', language: 'nl', day: '2010-12-31' })).toEqual([]);
});
