import { afterAll, beforeAll, expect, test } from 'vitest';
import { playYear } from '../examples/a-year.ts';
import { pdfPages } from '../src/documents/pdf-merge.ts';
import { installationId } from '../src/server/db/database.ts';
import { newId } from '../src/kernel/id.ts';
import { documentLanguages } from '../src/kernel/language.ts';
import { workBundles } from '../src/modules/council/server/bundle-routes.ts';
import { writeDossier } from '../src/modules/dossiers/server/service.ts';
import { smallFramework } from '../src/modules/norms/fixture.ts';
import { insertFramework } from '../src/modules/norms/server/framework-store.ts';
import { upload } from './document-files.ts';
import { testServer, type TestServer } from './harness.ts';

let server: TestServer;
let clock = new Date('2026-01-05T10:00:00Z');
beforeAll(async () => {
  server = await testServer({ now: () => clock });
  await workBundles(server.services);
  await server.db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, (tx) => insertFramework(tx, smallFramework('1'), { origin: 'import', format: 'xlsx', by: undefined, at: clock }));
});
afterAll(() => server?.close());

let centre: string;
/** What the dossier holds after that year: the page of each part, its standing, its files. The eight documents of the library were not written in it; one is the centre’s own. */
const dossierOfTheYear = [
  ...Array.from({ length: 8 }, () => 'documents draft 2'),
  'documents in force 1',
  'norms in force 3',
  'plan in force 2',
  'report in force 2',
  'council in force 24',
  'advice in force 4',
  'declarations in force 2',
];

test('a whole year of a centre is played through the API, and ends with the approved bundle', async () => {
  centre = await server.addCentre({ slug: 'valombre' });
  const people = { adviser: await server.addAccount({ centre, roles: ['adviser'] }), director: await server.addAccount({ centre, roles: ['directorGeneral'] }) };
  for (const [name, kind] of [
    ['Claire', 'adviser'],
    ['Samuel', 'directorGeneral'],
  ] as const)
    await server.addRecord(centre, 'mandate', { personId: await server.addPerson(centre, { firstName: name, lastName: 'Delvaux' }), kind, start: '2020-01-01', decidedOn: '2019-12-10' });
  const path = (rest: string) => `/organizations/${centre}/${rest}`;
  const played = await playYear({
    year: 2026,
    framework: { id: 'petit-cadre', version: '1' },
    at: (day) => {
      clock = new Date(`${day}T10:00:00Z`);
    },
    call: async (as, method, rest, body, version) => {
      const answer = await server.call(method, path(rest), { as: people[as], body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
      if (answer.statusCode === 303) return { state: 'done' } as never;
      if (answer.statusCode >= 400) throw new Error(`${method} ${rest} answered ${answer.statusCode}: ${answer.body}`);
      return answer.body === '' ? (undefined as never) : answer.json();
    },
    upload: async (rest, name, pdf) => (await server.call('POST', path(rest), { as: people.adviser, ...upload(Buffer.from(pdf), name) })).json(),
    download: async (as, rest) => (await server.call('GET', path(rest), { as: people[as] })).rawPayload,
  });
  expect(played.months).toBe(12);
  expect(played.approved.map(({ title }) => title)).toEqual([expect.stringContaining('2025'), expect.stringContaining('2027'), expect.stringContaining('Charte informatique')]);
  expect(await pdfPages([played.bundle])).toEqual([played.pages]);
  expect(played.pages).toBeGreaterThanOrEqual(3);
  // Nothing of the year is left to do for the council.
  clock = new Date('2026-12-28T10:00:00Z');
  const due = (await server.call('GET', path('obligations'), { as: people.adviser })).json().items as { rule: string; late: boolean }[];
  expect(due.filter(({ rule, late }) => late && ['councilItem', 'councilResult', 'councilNoteReady', 'adviceDecision'].includes(rule))).toEqual([]);
});

test.each(documentLanguages)('the dossier of that year in %s holds every part of the security file, and nothing of an infringement', async (language) => {
  if (language === 'fr')
    await server.asOwner(
      `INSERT INTO infringement (organization_id, id, addressee, author_name, subject, facts, reasons, recommendation, concerned, year, number, sent_on, received_on, due_on)
       VALUES ($1, $2, 'directorGeneral', 'Claire', 'Constat confidentiel', 'f', 'r', 'r', 'c', 2026, 1, '2026-06-05', '2026-06-05', '2026-09-05')`,
      [centre, newId()],
    );
  const files = new Map<string, Uint8Array>();
  const scope = { organizations: [centre], actor: { kind: 'command' as const } };
  const { entries } = await writeDossier(server.services, scope, centre, language, async (name, bytes) => void files.set(name, bytes));
  const pages = entries.map(({ path, draft, files: names }) => `${path.split(/[/?]/)[0]} ${draft ? 'draft' : 'in force'} ${names.length}`);
  expect(pages).toEqual(dossierOfTheYear);
  const named = entries.flatMap(({ files: names }) => names);
  expect(new Set(named).size).toBe(named.length);
  expect([...files.keys()].toSorted()).toEqual([...named, 'index.txt', 'SHA256SUMS'].toSorted());
  const starts = { pdf: '%PDF', docx: 'PK', xlsx: 'PK' } as Record<string, string>;
  for (const name of named) {
    expect(name).toMatch(/^(?:[a-z-]+\/)?[a-z0-9-]+\.(?:pdf|docx|xlsx)$/);
    expect(Buffer.from(files.get(name)!.subarray(0, 4)).toString('latin1'), name).toContain(starts[name.split('.').at(-1)!]);
  }
  const index = Buffer.from(files.get('index.txt')!).toString();
  for (const name of named) expect(index).toContain(`  ${name}\n`);
  expect(index).not.toMatch(/undefined|null/);
  expect(index).not.toContain('Constat confidentiel');
});
