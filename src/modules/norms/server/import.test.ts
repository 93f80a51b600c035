import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { upload } from '../../../../test/document-files.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { gardenCatalog, gardenMappingYaml, gardenYaml, middleGardenYaml, oldGardenYaml } from '../import-fixture.ts';
import { importLimits } from '../import.ts';
import { readImport } from './import-file.ts';
import { storeLibrary } from './service.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text);

describe('a file that nobody vouches for is read aside, and refused in words', () => {
  test.each([
    [
      'aliases that explode',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[index]}`).join(', ')}]`).join('\n')}\nobjects: *j\n`,
      'tooManyAliases',
      undefined,
    ],
    ['nested twenty thousand deep', `objects: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'tooDeep', undefined],
    ['no YAML', 'urn: x\nobjects:\n  framework: [\n', 'notYaml', 4],
    ['a key twice', 'urn: x\nobjects: {}\nurn: y\n', 'notYaml', 3],
    ['no JSON', '{ "catalog": ', 'notJson', undefined],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'notText', undefined],
    ['nothing', '', 'unknownFormat', undefined],
    ['a workbook that is none', Buffer.from('PK\x03\x04 and no more'), 'notWorkbook', undefined],
    ['what is larger than any framework', Buffer.alloc(importLimits.megabytes * 1024 * 1024 + 1, 'a'), 'tooLarge', undefined],
  ])('%s', async (_name, content, code, line) => {
    const { faults, frameworks } = await readImport(Buffer.from(content));
    expect(faults.map((fault) => [fault.code, fault.line])).toEqual([[code, line]]);
    expect(frameworks).toEqual([]);
  });

  test('a fault is told by its line', async () => {
    const { faults } = await readImport(
      bytesOf(gardenYaml.replace('ref_id: KEY, name: Key }', 'ref_id: KEY }').replace("parent_urn: 'urn:example:risk:req_node:garden-2026:w'", 'parent_urn: urn:example:nowhere')),
    );
    expect(faults).toEqual([{ code: 'unknownParent', path: 'objects.framework.requirement_nodes[5].parent_urn', line: 48, value: 'urn:example:nowhere' }]);
  });

  test('fifty thousand lines are read, every norm of them', async () => {
    const norm = (n: number): string =>
      `    - urn: urn:example:risk:req_node:long:${n}\n      assessable: true\n      depth: 2\n      parent_urn: urn:example:risk:req_node:long:c${n % 40}\n      ref_id: '${n}'\n      name: Norm ${n}\n      description: |\n${'        A line of what it asks.\n'.repeat(5)}`;
    const chapters = Array.from({ length: 40 }, (_, c) => `    - { urn: 'urn:example:risk:req_node:long:c${c}', assessable: false, name: Chapter ${c} }\n`).join('');
    const source = `urn: urn:example:risk:library:long\nlocale: en\nname: Long\nversion: 1\nobjects:\n  framework:\n    urn: urn:example:risk:framework:long\n    name: Long\n    requirement_nodes:\n${chapters}${Array.from({ length: 4200 }, (_, n) => norm(n)).join('')}`;
    expect(source.split('\n').length).toBeGreaterThan(50_000);
    const { faults, frameworks } = await readImport(bytesOf(source));
    expect(faults).toEqual([]);
    expect(frameworks[0]!.chapters.map(({ norms }) => norms.length)).toEqual(Array.from({ length: 40 }, () => 105));
  });
});

describeOnBothEngines('importing frameworks', (engine) => {
  let server: TestServer;
  let adviser: Account;
  let staff: Account;
  beforeAll(async () => {
    server = await testServer({ engine });
    await storeLibrary(server.services);
    const centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    staff = await server.addAccount({ centre, roles: ['staff'] });
  });
  afterAll(() => server.close());

  const send = (text: string, query = '', headers: Record<string, string> = {}, as = adviser) => {
    const file = upload(bytesOf(text), 'garden.yaml');
    return server.call('POST', `/frameworkImports${query}`, { as, payload: file.payload, headers: { ...file.headers, ...headers } });
  };
  const listed = async (): Promise<string[]> =>
    ((await server.call('GET', '/frameworks', { as: staff })).json() as { items: { id: string; version: string; origin: string }[] }).items
      .filter(({ origin }) => origin === 'import')
      .map(({ id, version }) => `${id} ${version}`);

  test('what a file would bring is seen first; it is kept once, whoever asks twice; everybody reads it, and who may not import is refused', async () => {
    const trial = await send(gardenYaml);
    expect(trial.json()).toMatchObject({
      kept: false,
      faultsInAll: 0,
      frameworks: [
        {
          id: 'garden-2026',
          version: '3',
          chapters: 2,
          norms: 2,
          guidelines: 2,
          state: 'new',
          licence: 'Free to use in any garden',
          levels: [
            { id: 'S', norms: 1 },
            { id: 'L', norms: 2 },
          ],
        },
      ],
    });
    expect(await listed()).toEqual([]);
    expect((await send(gardenYaml, '?dryRun=false', {}, staff)).statusCode).toBe(403);
    const key = { 'idempotency-key': '01990000-0000-7000-8000-00000000aaaa' };
    const [one, other] = await Promise.all([send(gardenYaml, '?dryRun=false', key), send(gardenYaml, '?dryRun=false', key)]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
    expect(await listed()).toEqual(['garden-2026 3']);
    expect((await send(gardenYaml, '?dryRun=false')).json()).toMatchObject({ kept: true, frameworks: [{ state: 'known' }] });
    const text = await server.call('GET', '/frameworks/garden-2026/versions/3', { as: staff });
    expect(text.json()).toMatchObject({ chapters: [{ norms: [{ id: 'F.G.1' }] }, { norms: [{ id: 'W.1' }] }] });
    const [entry] = await server.asOwner<{ actor_id: string; fields: { after: Record<string, unknown> } }>(
      `SELECT actor_id, fields FROM audit_entry WHERE table_name = 'framework' AND fields -> 'after' ->> 'origin' = 'import'`,
    );
    expect(entry).toMatchObject({ actor_id: adviser.id, fields: { after: { framework_id: 'garden-2026', framework_version: '3', norms: 2 } } });
    expect(entry!.fields.after).not.toHaveProperty('content');
  });

  test('a next version stands beside the former, and says what it changes; another text under a version that is kept is refused', async () => {
    const next = gardenYaml.replace('Rain is kept', 'Rain and snow are kept');
    const refused = await send(next, '?dryRun=false');
    expect([refused.statusCode, refused.json().issues[0].code]).toEqual([400, 'versionExists']);
    const trial = (await send(next, '?version=4')).json();
    expect(trial.frameworks[0]).toMatchObject({ state: 'nextVersion', former: { version: '3', changes: { unchanged: 1, reworded: 1 }, kept: 1, again: 1 } });
    expect((await send(next, '?version=4&dryRun=false')).statusCode).toBe(200);
    expect(await listed()).toEqual(['garden-2026 4', 'garden-2026 3']);
    const changes = (await server.call('GET', '/frameworks/garden-2026/changes?from=3&to=4', { as: staff })).json();
    expect(changes).toMatchObject({
      counts: { unchanged: 1, reworded: 1 },
      items: [{ kind: 'reworded', from: 'W.1', parts: ['title'], before: { title: { en: 'Rain is kept' } }, after: { title: { en: 'Rain and snow are kept' } } }],
    });
  });

  test('a mapping waits for both its frameworks, then says what it reaches, in both directions', async () => {
    const early = (await send(gardenMappingYaml)).json();
    expect(early.faults).toEqual([{ code: 'frameworkMissing', path: '', value: 'old-garden' }]);
    expect((await send(oldGardenYaml, '?dryRun=false')).statusCode).toBe(200);
    const plan = (await send(gardenMappingYaml, '?dryRun=false')).json();
    expect(plan).toMatchObject({
      kept: true,
      mappings: [{ from: 'garden-2026', to: 'old-garden', relations: 2, state: 'new' }],
      leftOut: [{ code: 'rationales' }, { code: 'relationsToHeadings', count: 1 }],
    });
    const back = (await server.call('GET', '/frameworks/old-garden/mappings/garden-2026', { as: staff })).json();
    expect(back.relations).toEqual([
      { from: 'F-1', to: 'F.G.1', kind: 'subset' },
      { from: 'F-2', to: 'W.1', kind: 'intersect' },
    ]);
    expect((await send(gardenMappingYaml, '?dryRun=false')).json()).toMatchObject({ mappings: [{ state: 'known' }] });
  });

  test('a framework of the library is not imported over', async () => {
    await server.asOwner(
      `INSERT INTO framework (id, framework_id, framework_version, origin, format, title, languages, norms, content, content_hash, imported_at) VALUES (gen_random_uuid(), 'middle-garden', '1', 'library', 'library', '{"fr":"x"}', '{fr}', 1, '{"scale":"answers","chapters":[]}', 'x', now())`,
    );
    expect((await send(middleGardenYaml)).json().faults).toEqual([{ code: 'libraryOwns', path: '', value: 'middle-garden' }]);
    expect((await server.call('DELETE', '/frameworks/middle-garden/versions/1', { as: adviser, headers: { 'if-match': '"1"' } })).statusCode).toBe(409);
    expect((await send(middleGardenYaml, '?id=my-garden')).json()).toMatchObject({ faultsInAll: 0, frameworks: [{ id: 'my-garden', state: 'new' }] });
  });

  test('a catalogue in JSON comes the same way; what is imported is deleted again, by who may', async () => {
    expect((await send(JSON.stringify(gardenCatalog), '?dryRun=false&language=fr')).json()).toMatchObject({ format: 'oscal', frameworks: [{ languages: ['fr'], norms: 2 }] });
    const address = '/frameworks/catalogue-of-gardens/versions/1.2-draft';
    expect((await server.call('DELETE', address, { as: staff })).statusCode).toBe(403);
    expect((await server.call('DELETE', address, { as: adviser })).statusCode).toBe(428);
    expect((await server.call('DELETE', address, { as: adviser, headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
    expect((await server.call('GET', address, { as: adviser })).statusCode).toBe(404);
  });

  test('a norm is found by its number and by the words of its text, of the newest version alone', async () => {
    const found = async (text: string) => {
      const answer = await server.call('POST', '/search', { as: adviser, body: { text, language: 'fr' } });
      return (answer.json() as { groups: { group: string; total: number; items: { title: string; page: string }[] }[] }).groups.find(({ group }) => group === 'norms');
    };
    expect(await found('F.G.1')).toMatchObject({ total: 1, items: [{ title: 'F.G.1 La grille est fermée', page: 'norms/frameworks/garden-2026#norm-F.G.1' }] });
    expect(await found('snow')).toMatchObject({ total: 1, items: [{ title: 'W.1 Rain and snow are kept' }] });
    expect((await found('lamp is lit'))?.total).toBe(1);
    const nobody = await server.call('POST', '/search', { as: staff, body: { text: 'snow', language: 'fr' } });
    expect((nobody.json() as { groups: { group: string; items: unknown[] }[] }).groups.filter(({ group, items }) => group === 'norms' && items.length > 0)).toEqual([]);
  });

  test('the template comes in four languages', async () => {
    for (const language of ['fr', 'nl', 'de', 'en']) expect((await server.call('GET', `/frameworkTemplate?language=${language}`, { as: staff })).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});
