import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { normsOf } from '../framework.ts';
import { readLibrary } from './library.ts';
import { listFrameworks, readFramework, readMapping, storeLibrary } from './service.ts';

const write = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-norms-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};
const head = (id: string, version = '1'): string => `id: ${id}\nversion: '${version}'\ntitle: { fr: Normes de ${id} }\nscale: guidelines\nchapters: [01-one.yaml]\n`;
const chapter = (title = 'Fermer'): string => `id: '1'\ntitle: { fr: Clôture }\nnorms:\n  - id: '1.1'\n    title: { fr: ${title} }\n    guidelines: []\n`;
const mapping = (to = '1.1'): string => `from: jardin\nto: verger\nrelations:\n  - { from: '1.1', to: '${to}', kind: equal }\n`;
const good = { 'jardin/framework.yaml': head('jardin'), 'jardin/01-one.yaml': chapter(), 'verger/framework.yaml': head('verger'), 'verger/01-one.yaml': chapter() };

test('the library of the program is sound', () => {
  const { frameworks } = readLibrary();
  for (const framework of frameworks) expect(normsOf(framework).length, framework.id).toBeGreaterThan(0);
});

test.each([
  ['a schema that is broken, by line', { ...good, 'jardin/01-one.yaml': chapter().replace('guidelines: []', 'guidelines: none') }, /^jardin\/01-one\.yaml:6: norms\.0\.guidelines/],
  ['what is no YAML', { ...good, 'jardin/01-one.yaml': `${chapter()}   - [` }, /^jardin\/01-one\.yaml:\d+: /],
  ['a norm twice over two chapters', { ...good, 'jardin/framework.yaml': head('jardin').replace(']', ', 02-two.yaml]'), 'jardin/02-two.yaml': chapter().replace("id: '1'", "id: '2'") }, /idTwice/],
  ['a file that no chapter names', { ...good, 'jardin/02-lost.yaml': chapter() }, /does not name 02-lost\.yaml/],
  ['a folder of another name', { 'jardin/framework.yaml': head('verger'), 'jardin/01-one.yaml': chapter() }, /the folder is «jardin»/],
  ['a mapping to a norm that there is not', { ...good, 'mappings/jardin--verger.yaml': mapping('9.9') }, /no norm «9\.9» in «verger»/],
])('is told with its place: %s', (_name, files, message) => {
  expect(() => readLibrary(write(files))).toThrow(message);
});

describeOnBothEngines('the library in the database', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ engine });
  });
  afterAll(() => server.close());
  const scope = { organizations: ['00000000-0000-0000-0000-000000000000'], actor: { kind: 'command' as const } };

  test('two nodes that start at once put each version once; a start later writes nothing; a new version stands beside the former', async () => {
    const folder = write({ ...good, 'mappings/jardin--verger.yaml': mapping() });
    await Promise.all([storeLibrary(server.services, folder), storeLibrary(server.services, folder), storeLibrary(server.services, folder)]);
    const entries = async (): Promise<number> => (await server.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE table_name LIKE 'framework%'`))[0]!.n;
    expect(await entries()).toBe(3);
    await storeLibrary(server.services, folder);
    expect(await entries()).toBe(3);
    await storeLibrary(server.services, write({ 'jardin/framework.yaml': head('jardin', '2'), 'jardin/01-one.yaml': chapter('Fermer la grille') }));
    const kept = await server.db.tx(scope, listFrameworks);
    expect(kept.map((row) => `${row.frameworkId} ${row.frameworkVersion} ${row.norms} ${row.languages.join()}`)).toEqual(['jardin 2 1 fr', 'jardin 1 1 fr', 'verger 1 1 fr']);
    const [former, next, absent] = await server.db.tx(scope, async (tx) => [await readFramework(tx, 'jardin', '1'), await readFramework(tx, 'jardin', '2'), await readFramework(tx, 'jardin', '3')]);
    expect([former, next].map((framework) => framework && normsOf(framework)[0]!.title.fr)).toEqual(['Fermer', 'Fermer la grille']);
    expect(absent).toBeUndefined();
    expect((await server.db.tx(scope, (tx) => readMapping(tx, 'jardin', 'verger')))?.relations).toEqual([{ from: '1.1', to: '1.1', kind: 'equal' }]);
  });

  test('a version never changes, whoever asks; the chapters of one that is kept are not opened', async () => {
    await expect(server.asOwner(`UPDATE framework SET content = '{}'`)).rejects.toThrow('never changes');
    await storeLibrary(server.services, write({ 'verger/framework.yaml': head('verger'), 'verger/01-one.yaml': 'neither YAML nor a chapter: [' }));
    const kept = await server.db.tx(scope, (tx) => readFramework(tx, 'verger', '1'));
    expect(normsOf(kept!)[0]!.title.fr).toBe('Fermer');
  });

  test('a mapping that changes is checked against norms that are kept already', async () => {
    const strange = write({ ...good, 'jardin/framework.yaml': head('jardin', '2'), 'mappings/jardin--verger.yaml': mapping('9.9') });
    await expect(storeLibrary(server.services, strange)).rejects.toThrow('no norm «9.9» in «verger»');
    expect((await server.db.tx(scope, (tx) => readMapping(tx, 'jardin', 'verger')))?.relations).toEqual([{ from: '1.1', to: '1.1', kind: 'equal' }]);
  });
});
