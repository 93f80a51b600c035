import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { installationId } from '../../../server/db/database.ts';
import { smallFramework } from '../fixture.ts';
import { insertFramework } from './framework-store.ts';

describeOnBothEngines('the norms over several centres', (engine) => {
  let server: TestServer;
  let ours: string[];
  let foreign: string;
  let adviser: Account;
  const now = new Date('2026-02-03T09:00:00Z');
  beforeAll(async () => {
    server = await testServer({ engine, now });
    await server.db.tx({ organizations: [installationId], actor: { kind: 'setup' } }, (tx) => insertFramework(tx, smallFramework('1'), { origin: 'import', format: 'xlsx', by: undefined, at: now }));
    ours = [
      await server.addCentre({ slug: 'valombre', municipality: 'Valombre' }),
      await server.addCentre({ slug: 'orneval', municipality: 'Orneval' }),
      await server.addCentre({ slug: 'neuville', municipality: 'Neuville' }),
    ];
    foreign = await server.addCentre({ slug: 'ailleurs', municipality: 'Ailleurs' });
    adviser = await server.addAccount({ centre: ours[0]!, roles: ['adviser'] });
    const link = (centre: string, role: string) =>
      server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, ARRAY[$3], '2020-01-01')`, [centre, adviser.id, role]);
    await link(ours[1]!, 'adviser');
    // In the third they are no more than staff.
    await link(ours[2]!, 'staff');
    const stranger = await server.addAccount({ centre: foreign, roles: ['adviser'] });
    const third = await server.addAccount({ centre: ours[2]!, roles: ['adviser'] });
    const open = (centre: string, as: Account) => server.call('POST', `/organizations/${centre}/assessments`, { as, body: { frameworkId: 'petit-cadre', frameworkVersion: '1', year: 2026 } });
    for (const [centre, as] of [
      [ours[0]!, adviser],
      [ours[1]!, adviser],
      [ours[2]!, third],
      [foreign, stranger],
    ] as const)
      expect((await open(centre, as)).statusCode).toBe(201);
  });
  afterAll(() => server?.close());

  const heat = async (query = '') => (await server.call('GET', `/normHeat${query}`, { as: adviser })).json();
  const shared = async () => (await server.call('GET', '/sharedNorms?frameworkId=petit-cadre&year=2026&normId=5.1', { as: adviser })).json();
  const send = (organizationIds: readonly string[], given: object, more: object = {}) =>
    server.call('POST', '/sharedAnswers', { as: adviser, body: { frameworkId: 'petit-cadre', year: 2026, normId: '5.1', organizationIds, given, ...more } });

  test('the picture shows the centres where one may read, each by its sum', async () => {
    const seen = await heat();
    expect(seen).toMatchObject({ frameworkId: 'petit-cadre', year: 2026, chapters: [{ id: '5' }, { id: '9' }] });
    expect(seen.centres.map(({ municipality }: { municipality: string }) => municipality)).toEqual(['Orneval', 'Valombre']);
    expect(JSON.stringify(seen)).not.toMatch(/Ailleurs|Neuville/);
    expect(await heat('?year=2025')).toMatchObject({ centres: [], years: [{ year: 2026, centres: 2 }] });
    const nobody = await server.addAccount({});
    expect((await server.call('GET', '/normHeat', { as: nobody })).json()).toEqual({ years: [], chapters: [], centres: [], weakest: [] });
  });

  test('one answer goes to several centres, each in its own trail, with its link once', async () => {
    const link = { url: 'https://example.be/hebergement', title: 'Hébergement commun' };
    expect((await send(ours.slice(0, 2), { answers: { a: true, b: false, c: true }, comment: 'Fait par le groupement' }, { link })).statusCode).toBe(204);
    expect((await send(ours.slice(0, 2), { answers: { a: true, b: false }, comment: 'Fait par le groupement' }, { link })).statusCode).toBe(204);
    const { centres } = await shared();
    expect(centres).toMatchObject([
      { municipality: 'Orneval', result: 'partly', comment: 'Fait par le groupement', can: true },
      { municipality: 'Valombre', result: 'partly', can: true },
    ]);
    for (const centre of ours.slice(0, 2)) {
      const [{ entries }] = (await server.asOwner<{ entries: number }>(
        `SELECT count(*)::int AS entries FROM audit_entry WHERE organization_id = $1 AND table_name = 'assessment_norm' AND action = 'update' AND actor_id = $2`,
        [centre, adviser.id],
      )) as [{ entries: number }];
      expect(entries).toBe(2);
      expect(await server.asOwner('SELECT url FROM assessment_evidence WHERE organization_id = $1', [centre])).toEqual([{ url: link.url }]);
    }
    expect((await heat()).weakest).toEqual([{ normId: '5.1', chapterId: '5', title: { fr: 'Norme 5.1' }, no: 0, partly: 2 }]);
  });

  test('in all of them or in none: not where one may not, not where it is closed, not where it is not asked', async () => {
    const all = { answers: { a: true, b: true, c: true } };
    expect((await send([ours[0]!, ours[2]!], all)).statusCode).toBe(404);
    expect((await send([ours[0]!, foreign], all)).statusCode).toBe(404);
    expect((await send([ours[0]!], { answers: { z: true } })).json().issues[0]).toMatchObject({ code: 'guidelineUnknown' });
    await server.asOwner(`UPDATE assessment SET state = 'prepared' WHERE organization_id = $1`, [ours[1]]);
    expect((await send([ours[0]!, ours[1]!], all)).json().issues[0]).toMatchObject({ name: 'organizationIds[1]', code: 'assessmentClosed', parameters: { centre: 'Orneval' } });
    const { centres } = await shared();
    expect(centres.map(({ result, can }: { result: string; can: boolean }) => [result, can])).toEqual([
      ['partly', false],
      ['partly', true],
    ]);
  });
});
