import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../test/harness.ts';
import { purgeIdempotencyKeys } from '../db/idempotency.ts';
import { startWorkers } from './rooms.ts';

describeOnBothEngines('what is sent again is not made twice', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let administrator: Account;
  const people = () => `/organizations/${centre}/people`;
  const person = { lastName: 'Delvaux', firstName: 'Paule', kind: 'staff' };
  const send = (path: string, key: string, body: unknown = person, as: Account = adviser) => server.call('POST', path, { as, body, headers: { 'idempotency-key': key } });
  const count = async (table: string): Promise<number> => (await server.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

  beforeAll(async () => {
    server = await testServer({ engine });
    centre = await server.addCentre({ slug: 'valombre' });
    await startWorkers(server.services);
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    administrator = await server.addAccount({ installation: ['administrator'] });
  });
  afterAll(() => server.close());

  test('the same key answers with the record that it made, as it stands now', async () => {
    const key = randomUUID();
    const first = await send(people(), key);
    expect(first.statusCode).toBe(201);
    await server.call('PATCH', `${people()}/${first.json().id}`, { as: adviser, body: { firstName: 'Pauline' }, headers: { 'if-match': '"1"' } });
    const before = await count('person');
    const second = await send(people(), key.toUpperCase());
    expect([second.statusCode, second.headers.location, second.headers.etag]).toEqual([201, first.headers.location, '"2"']);
    expect(second.json()).toMatchObject({ id: first.json().id, firstName: 'Pauline' });
    expect(await count('person')).toBe(before);
    await server.call('DELETE', `${people()}/${first.json().id}`, { as: adviser, headers: { 'if-match': '"2"' } });
    expect((await send(people(), key)).statusCode).toBe(404);
    expect(await count('person')).toBe(before - 1);
  });

  test('of several at once one makes, and all answer the same', async () => {
    const key = randomUUID();
    const before = await count('person');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(people(), key)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(await count('person')).toBe(before + 1);
  });

  test('a key with other content or for another collection is refused, in words', async () => {
    const key = randomUUID();
    expect((await send(people(), key)).statusCode).toBe(201);
    const before = await count('person');
    const answer = await send(people(), key, { ...person, firstName: 'Autre' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().type).toBe('urn:problem-type:beffroi:idempotencyKeyReused');
    expect((await send(`/organizations/${centre}/services`, key, { name: 'Accueil', kind: 'social' })).statusCode).toBe(422);
    expect(await count('person')).toBe(before);
    const wrong = await send(people(), 'seven');
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().issues).toMatchObject([{ in: 'header', name: 'idempotency-key' }]);
  });

  test('a request that was refused leaves its key free, and without a key each request makes one', async () => {
    const key = randomUUID();
    const twin = { ...person, reference: 'A1' };
    expect((await send(people(), randomUUID(), twin)).statusCode).toBe(201);
    expect((await send(people(), key, twin)).statusCode).toBe(409);
    expect((await send(people(), key)).statusCode).toBe(201);
    const plain = await Promise.all([1, 2].map(() => server.call('POST', people(), { as: adviser, body: person })));
    expect(new Set(plain.map((answer) => answer.json().id)).size).toBe(2);
  });

  test('a key is of one account and one centre', async () => {
    const key = randomUUID();
    const other = await server.addAccount({ centre, roles: ['directorGeneral'] });
    const ids = [await send(people(), key), await send(people(), key, person, other)].map((answer) => answer.json().id);
    expect(new Set(ids).size).toBe(2);
    const elsewhere = await server.addCentre({ slug: 'ailleurs' });
    expect((await send(`/organizations/${elsewhere}/people`, key)).statusCode).toBe(404);
  });

  test('centres, pools, dossiers, and intakes too', async () => {
    const organization = { slug: 'boisclair', name: { fr: 'CPAS de Boisclair' }, documentLanguage: 'fr', municipality: 'Boisclair', region: 'wallonia' };
    for (const [path, body, as, table] of [
      ['/organizations', organization, administrator, 'organization'],
      ['/pools', { name: 'Pool', form: 'agreement' }, administrator, 'pool'],
      [`/organizations/${centre}/dossiers`, {}, adviser, 'task'],
    ] as const) {
      const key = randomUUID();
      const first = await send(path, key, body, as);
      expect(first.statusCode, first.body).toBeLessThan(300);
      const before = await count(table);
      const second = await send(path, key, body, as);
      expect([second.statusCode, second.body, second.headers.location], path).toEqual([first.statusCode, first.body, first.headers.location]);
      expect(await count(table), path).toBe(before);
    }
    const form = (boundary: string, content: string, key: string) =>
      server.call('POST', `/organizations/${centre}/intakes`, {
        as: adviser,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key },
        payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
      });
    const key = randomUUID();
    const first = await form('one', 'PK', key);
    expect(first.statusCode).toBe(202);
    const tasks = await count('task');
    expect((await form('two', 'PK', key)).headers.location).toBe(first.headers.location);
    expect((await form('two', 'PQ', key)).statusCode).toBe(422);
    expect(await count('task')).toBe(tasks);
  });

  test('a verification of a document is entered once', async () => {
    const [version] = await server.asOwner<{ id: string }>(
      `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, decided_on, content_hash) VALUES ($1, gen_random_uuid(), 'securityPolicyFormal', 'fr', 1, 'approved', 1, '2026-01-05', '2026-01-05', 'x') RETURNING id`,
      [centre],
    );
    const key = randomUUID();
    const verify = () => send(`/organizations/${centre}/documentVersions/${version!.id}/verify`, key, { verifiedOn: '2026-01-06' });
    expect([(await verify()).statusCode, (await verify()).statusCode]).toEqual([200, 200]);
    expect(await count('document_verification')).toBe(1);
  });

  test('keys are forgotten after a day', async () => {
    const [young, old] = [randomUUID(), randomUUID()];
    for (const key of [young, old]) await send(people(), key);
    await server.asOwner(`UPDATE idempotency_key SET at = at - interval '25 hours' WHERE key = $1`, [old]);
    await purgeIdempotencyKeys(server.db.kysely);
    expect(await server.asOwner('SELECT key FROM idempotency_key WHERE key = ANY ($1)', [[young, old]])).toEqual([{ key: young }]);
  });
});
