import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, gone, here, loginOf, planted } from '../examples/accounts.ts';
import type { Employee } from '../examples/people.ts';
import { compareList, hashOf, holdSource, readList } from '../src/modules/reconciliation/server/service.ts';
import { testServer, type TestServer } from './harness.ts';

let server: TestServer;
let centre: string;
const ids = new Map<Employee, string>();
const at = { today: '2026-11-20', now: new Date('2026-11-20T09:00:00Z') };

beforeAll(async () => {
  server = await testServer();
  centre = await server.addCentre({ slug: 'valombre' });
  for (const one of [...here, ...gone]) {
    const personId = await server.addPerson(centre, { firstName: one.firstName, lastName: one.lastName });
    ids.set(one, personId);
    await server.addRecord(centre, 'contract', { personId, kind: 'permanent', function: one.function, start: one.start, end: one.end ?? null, suspensions: [] });
  }
});
afterAll(() => server.close());

/** Compares a list of the examples with rights of these people, and tells the findings: each with its account, or the last name of whom it misses. */
const compare = async (file: string, entitled: readonly Employee[]): Promise<string[]> => {
  const resource = await server.addRecord(centre, 'resource', { name: file, kind: 'application', levels: '{read,administer}', accountSource: 'file', searchText: file });
  for (const one of entitled) await server.addRecord(centre, 'accessGrant', { personId: ids.get(one), resourceId: resource, level: 'read', start: '2024-01-01', source: 'hand' });
  const bytes = readFileSync(new URL(`../examples/${file}`, import.meta.url));
  const { reading } = await readList(bytes, { columns: [], levels: [] });
  if ('unknown' in reading) throw new Error('Its columns are not known');
  expect(reading.faults.filter(({ code }) => code !== 'total')).toEqual([]);
  const counts = await server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, async (tx) => {
    await holdSource(tx, centre, resource);
    return (await compareList(tx, centre, resource, { source: 'file', accounts: reading.accounts, faults: reading.faults, format: {}, contentHash: hashOf(bytes) }, at)).counts;
  });
  expect(counts.asked).toBe(0);
  const rows = await server.asOwner<{ what: string }>(
    `SELECT f.kind || ' ' || coalesce(f.account, p.last_name) AS what FROM account_finding f LEFT JOIN person p ON p.organization_id = f.organization_id AND p.id = f.person_id WHERE f.resource_id = $1 ORDER BY 1`,
    [resource],
  );
  return rows.map(({ what }) => what);
};
const except = (...without: Employee[]): Employee[] => here.filter((one) => !without.includes(one));

test('the list of the domain tells all its lies, and only those', async () => {
  const { unforeseen, unused, disabled, missing } = planted.ad;
  expect(gone.length).toBeGreaterThan(0);
  expect(await compare('ad-valombre.csv', except(unforeseen))).toEqual(
    [
      `disabled ${loginOf(disabled)}`,
      `ofGone ${loginOf(gone[0]!)}`,
      'shared accueil',
      `unused ${loginOf(unused)}`,
      `withoutAccount ${missing.lastName}`,
      `withoutGrant ${loginOf(unforeseen)}`,
      'withoutPerson ivolvert',
    ].toSorted(),
  );
});

test('the list of the mailboxes tells all its lies, and only those', async () => {
  const { unforeseen, missing } = planted.microsoft365;
  expect(await compare('microsoft365-valombre.csv', except(unforeseen))).toEqual(
    [`withoutAccount ${missing.lastName}`, `withoutGrant ${addressOf(unforeseen)}`, 'withoutPerson ignace.volvert@cpas-valombre.example'].toSorted(),
  );
});

test('the list of the application tells all its lies, and only those', async () => {
  const { administrator, missing, unused } = planted.application;
  expect(await compare('application-valombre.xlsx', here.slice(0, 10))).toEqual(
    [`administrator ${loginOf(administrator)}`, `unused ${loginOf(unused)}`, `withoutAccount ${missing.lastName}`, 'withoutPerson ivolvert'].toSorted(),
  );
});
