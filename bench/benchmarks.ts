import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { sql } from 'kysely';
import { loadDemonstration } from '../src/demonstration/load.ts';
import { demonstrationPassword } from '../src/demonstration/personas.ts';
import { writeDossier } from '../src/modules/documents/server/service.ts';
import { hashPassword } from '../src/server/auth/passwords.ts';
import { insertAccount, insertLink } from '../src/modules/accounts/server/service.ts';
import { intakeTemplate } from '../src/modules/intake/template.ts';
import { runIntake } from '../src/modules/intake/server/service.ts';
import { readConfig } from '../src/server/config.ts';
import { installationId } from '../src/server/db/database.ts';
import { writeWorkbook } from '../src/server/spreadsheet/write.ts';
import { startServer } from '../src/server/start.ts';
import { manyPeople } from './workbook.ts';

type Figures = Record<string, number | string>;
const round = (value: number): number => Math.round(value * 10) / 10;
const seconds = (start: number): number => round((performance.now() - start) / 1000);
const config = (directory: string) => readConfig({ BEFFROI_DATA: directory, PORT: '0' });

/** Milliseconds of `count` calls one after the other: half, and 95 of 100, were faster. */
const times = async (count: number, call: () => Promise<unknown>): Promise<{ p50: number; p95: number }> => {
  const taken: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await call();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return { p50: round(taken[Math.floor(count * 0.5)] ?? 0), p95: round(taken[Math.floor(count * 0.95)] ?? 0) };
};

const signedIn = async (directory: string) => {
  const server = await startServer(config(directory));
  const account = await server.services.db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, async (tx) =>
    insertAccount(tx, { name: 'Bench', email: 'bench@example.org', language: 'fr', passwordHash: await hashPassword('quatre mots sans suite') }, new Date()),
  );
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/beffroi/v1/session',
    headers: { 'x-beffroi': '1' },
    payload: { email: 'bench@example.org', password: 'quatre mots sans suite' },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { server, account, get: (path: string) => server.app.inject({ url: `/api/beffroi/v1${path}`, headers: { cookie } }) };
};

export const benchmarks: Record<string, (directory: string) => Promise<Figures>> = {
  /** From an empty directory to answering, then once more. */
  start: async (directory) => {
    let start = performance.now();
    await (await startServer(config(directory))).close();
    const first = seconds(start);
    start = performance.now();
    const server = await startServer(config(directory));
    const second = seconds(start);
    await server.close();
    return { firstSeconds: first, againSeconds: second };
  },

  /** A workbook of 5,000 people with a contract each: read, checked and written; then the same once more, which changes nothing. */
  intake: async (directory) => {
    const server = await startServer(config(directory));
    const bytes = await writeWorkbook(intakeTemplate('fr', manyPeople(5000)));
    const enter = async (target: { slug: string } | { organizationId: string }) => {
      const start = performance.now();
      const result = await runIntake(server.services.db, { kind: 'command' }, bytes, target, { dryRun: false, today: '2026-11-24' });
      if (!result.report) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
      return { taken: seconds(start), organizationId: result.organizationId ?? '' };
    };
    const first = await enter({ slug: 'bench' });
    const again = await enter({ organizationId: first.organizationId });
    await server.close();
    return { people: 5000, megabytes: round(bytes.length / 1e6), firstSeconds: first.taken, againSeconds: again.taken };
  },

  /** The list of people of one centre among others, with ten years of changes in the audit trail; and the trail itself. */
  list: async (directory) => {
    const { server, account, get } = await signedIn(directory);
    const { db } = server.services;
    const bytes = await writeWorkbook(intakeTemplate('fr', manyPeople(180)));
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      const result = await runIntake(
        db,
        { kind: 'command' },
        bytes,
        { slug: `bench-${i}` },
        { dryRun: false, today: '2026-11-24', also: (tx, organizationId) => insertLink(tx, { organizationId, accountId: account, roles: ['adviser'], start: '2020-01-01' }) },
      );
      ids.push(result.organizationId ?? '');
    }
    const [centre = ''] = ids;
    for (let year = 0; year < 120; year += 1)
      await db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => sql`UPDATE person SET note = ${`change ${year}`} WHERE organization_id = ${centre}`.execute(tx));
    const people = await times(200, () => get(`/organizations/${centre}/people`));
    const trail = await times(100, () => get(`/organizations/${centre}/auditEntries`));
    const overview = await times(100, () => get(`/organizations/${centre}/peopleOverview`));
    await server.close();
    return {
      centres: 20,
      peopleEach: 180,
      auditEntriesOfCentre: 120 * 180,
      peopleP50ms: people.p50,
      peopleP95ms: people.p95,
      auditP50ms: trail.p50,
      auditP95ms: trail.p95,
      overviewP50ms: overview.p50,
    };
  },

  /** One adviser of ever more centres: their list of centres, and the people of one of them. */
  scale: async (directory) => {
    const server = await startServer(config(directory));
    const figures: Figures = {};
    const owner = new pg.Client({ ...(server.services.db.pool.options as pg.ClientConfig), user: 'beffroi_owner', options: '' });
    await owner.connect();
    for (const centers of [12, 100, 565]) {
      const existing = (await owner.query<{ id: string }>('SELECT id FROM organization')).rows.map((row) => row.id);
      const { personas } = await loadDemonstration(server.services, { centers, seed: 'bench', today: '2026-11-22', existing });
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/beffroi/v1/session',
        headers: { 'x-beffroi': '1' },
        payload: { email: personas[0]?.email, password: demonstrationPassword },
      });
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
      const get = (path: string) => server.app.inject({ url: `/api/beffroi/v1${path}`, headers });
      await owner.query('ANALYZE');
      const centre = (await get('/organizations')).json<{ items: { id: string }[] }>().items[0]?.id ?? '';
      figures[`centres${centers}P50ms`] = (await times(50, () => get('/organizations'))).p50;
      figures[`people${centers}P50ms`] = (await times(50, () => get(`/organizations/${centre}/people`))).p50;
    }
    await owner.end();
    await server.close();
    return figures;
  },

  /** The documents of a centre: the policy's operational part as PDF and as Word, drawn one after the other. */
  documents: async (directory) => {
    const server = await startServer(config(directory));
    const bytes = await readFile(new URL('../examples/valombre.xlsx', import.meta.url));
    const { organizationId = '' } = await runIntake(server.services.db, { kind: 'command' }, bytes, { slug: 'valombre' }, { dryRun: false, today: '2026-11-24' });
    const scope = { organizations: [organizationId], actor: { kind: 'command' as const } };
    const start = performance.now();
    let files = 0;
    await writeDossier(server.services, scope, organizationId, 'fr', async () => void (files += 1));
    const first = seconds(start);
    const again = await times(5, () => writeDossier(server.services, scope, organizationId, 'fr', async () => undefined));
    await server.close();
    return { files, firstSeconds: first, againP50ms: again.p50 };
  },

  /** The cost of the audit trail: 5,000 people inserted with it and, the triggers off, without; as a ratio. */
  auditCost: async (directory) => {
    const server = await startServer(config(directory));
    const owner = new pg.Client({ ...(server.services.db.pool.options as pg.ClientConfig), user: 'beffroi_owner', options: '' });
    await owner.connect();
    const insert = async (): Promise<number> => {
      const start = performance.now();
      await owner.query(
        `INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) SELECT '01990000-0000-7000-8000-000000000001', gen_random_uuid(), 'Name ' || i, 'First', 'staff', 'name' FROM generate_series(1, 5000) i`,
      );
      return performance.now() - start;
    };
    await owner.query(
      `INSERT INTO organization (id, slug, name, document_language, municipality, region, search_text) VALUES ('01990000-0000-7000-8000-000000000001', 'bench', '{"fr":"Bench"}', 'fr', 'Bench', 'wallonia', 'bench')`,
    );
    await insert();
    const withTrail = await insert();
    await owner.query('ALTER TABLE person DISABLE TRIGGER USER');
    const without = await insert();
    await owner.end();
    await server.close();
    return { rows: 5000, withMs: round(withTrail), withoutMs: round(without), ratio: round(withTrail / without) };
  },
};
