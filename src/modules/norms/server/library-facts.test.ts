import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../../../../test/harness.ts';
import { normsOf } from '../framework.ts';
import { readLibrary } from './library.ts';
import { readFacts } from './live-facts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({});
});
afterAll(() => server?.close());

test('the live facts that the library names are facts that a room tells, of every centre, also where they are missing', async () => {
  const centre = await server.addCentre({ slug: 'valombre' });
  const facts = await server.db.tx({ organizations: [centre], actor: { kind: 'command' } }, (tx) => readFacts(tx, [centre], '2026-11-22'));
  const told = new Set(facts.map(({ id }) => id));
  expect(told.size).toBeGreaterThan(8);
  const named = readLibrary().frameworks.flatMap((framework) => normsOf(framework).flatMap(({ id, liveFacts = [] }) => liveFacts.map((fact) => [`${framework.id} ${id}`, fact] as const)));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, fact]) => !told.has(fact)).map(([where, fact]) => `${where}: ${fact}`)).toEqual([]);
  // What a room knows and no norm names is evidence that nobody is shown.
  const used = new Set(named.map(([, fact]) => fact));
  expect([...told].filter((fact) => !used.has(fact)).toSorted()).toEqual([]);
});
