import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { newId } from '../../../kernel/id.ts';
import { today } from '../../../server/services.ts';
import { alike, mergeRefusal } from '../merge.ts';

const known = (values: object) => ({ id: 'a', lastName: 'Delvaux', firstName: 'Claire', email: null, phone: null, reference: null, ...values });

describe('records that may be of one person', () => {
  test.each([
    ['the same name', {}, {}, ['name']],
    ['but for accents, capitals and hyphens', { firstName: 'Anne-Sophie' }, { lastName: 'DELVAUX', firstName: 'Anne Sophié' }, ['name']],
    ['first name and last name exchanged', {}, { lastName: 'Claire', firstName: 'Delvaux' }, ['name']],
    ['the same address', { email: 'c.d@example.be' }, { lastName: 'Delvaux-Petit', email: 'C.D@example.be' }, ['email']],
    ['the same number written otherwise', { phone: '+32 475 12 34 56', firstName: 'C.' }, { phone: '0475/12.34.56' }, ['phone']],
    ['a telephone shared by two of other names', { phone: '0475 12 34 56' }, { lastName: 'Petit', firstName: 'Jean', phone: '0475 12 34 56' }, undefined],
    ['two whom the centre tells apart', { reference: 'P1' }, { reference: 'P2' }, undefined],
    ['others', {}, { lastName: 'Petit' }, undefined],
    ['short numbers', { phone: '12' }, { firstName: 'Jean', phone: '12' }, undefined],
  ])('%s', (_name, one, other, expected) => {
    expect(alike([known({ ...one }), known({ id: 'b', ...other })])[0]?.likenesses).toEqual(expected);
  });

  test('each pair is named once, whatever they share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ lastName: fc.constantFrom('A', 'B'), firstName: fc.constantFrom('A', 'B'), email: fc.constantFrom(null, 'a@b.be'), phone: fc.constantFrom(null, '0475123456') }), {
          maxLength: 8,
        }),
        (people) => {
          const pairs = alike(people.map((person, index) => known({ id: String(index), ...person })));
          expect(new Set(pairs.map(({ one, other }) => [one.id, other.id].toSorted().join())).size).toBe(pairs.length);
          expect(pairs.every(({ one, other }) => one.id !== other.id)).toBe(true);
        },
      ),
    );
  });
});

test.each([
  ['nobody signs in', { accounts: [], mandates: ['president'] }, { accounts: [], mandates: ['adviser'] }, undefined],
  ['my own record and that of the director-general', { accounts: ['me'], mandates: [] }, { accounts: [], mandates: ['directorGeneral'] }, 'ownMandate'],
  ['an account that would become president', { accounts: ['x'], mandates: [] }, { accounts: [], mandates: ['president'] }, 'guardedMandate'],
  ['the other way round', { accounts: [], mandates: ['president'] }, { accounts: ['x'], mandates: [] }, 'guardedMandate'],
  ['an account that becomes archivist', { accounts: ['x'], mandates: [] }, { accounts: [], mandates: ['archivist'] }, undefined],
  ['what it holds already is not given', { accounts: ['x'], mandates: ['president'] }, { accounts: [], mandates: [] }, undefined],
] as const)('%s', (_name, one, other, expected) => {
  expect(mergeRefusal({ accountId: 'me', roles: ['adviser'] }, [one, other])).toBe(expected);
});

describeOnBothEngines('merging people', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  beforeAll(async () => {
    server = await testServer({ engine });
    centre = await server.addCentre({ slug: 'valombre' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
  });
  afterAll(() => server.close());

  /** Everything that the database says of some people, but for versions. */
  const state = async (...ids: string[]): Promise<unknown> => {
    const tables = ['person:id', 'contract:person_id', 'mandate:person_id', 'candidacy:person_id', 'service:head_id', 'link:person_id'];
    return Promise.all(
      tables.map(async (name) => {
        const [table = '', column = ''] = name.split(':');
        return server.asOwner(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t WHERE ${column} = ANY ($1) ORDER BY id`, [ids]);
      }),
    );
  };
  const twice = async () => {
    const kept = await server.addPerson(centre, { lastName: 'Delvaux', firstName: 'Claire', email: 'claire@example.be' });
    const gone = await server.addPerson(centre, { lastName: 'DELVAUX', firstName: 'Claire', phone: '081 22 33 44', ssin: '85073003328' });
    await server.addRecord(centre, 'contract', { personId: gone, kind: 'permanent', function: 'Assistante sociale', start: '2020-01-01', suspensions: [] });
    await server.addRecord(centre, 'mandate', { personId: gone, kind: 'archivist', start: '2020-01-01' });
    await server.addRecord(centre, 'candidacy', { personId: gone, function: 'adviser', outcome: 'pending', studies: [], career: [], outsideFunctions: [], knowledge: {}, conditions: {} });
    await server.addRecord(centre, 'service', { name: `Service ${gone}`, kind: 'social', headId: gone, seesPersonalData: true });
    const account = await server.addAccount({ centre, personId: gone });
    return { kept, gone, account };
  };
  const merge = (body: object, as = adviser) => server.call('POST', `/organizations/${centre}/peopleMerges`, { as, body });
  const values = { lastName: 'Delvaux', firstName: 'Claire', kind: 'staff', email: 'claire@example.be', phone: '081 22 33 44', ssin: '85073003328' };
  const end = async (...ids: string[]): Promise<void> => {
    for (const table of ['link', 'contract', 'mandate', 'candidacy', 'person_merge'])
      await server.asOwner(`DELETE FROM ${table} WHERE ${table === 'person_merge' ? 'kept_id' : 'person_id'} = ANY ($1)`, [ids]);
    await server.asOwner('DELETE FROM service WHERE head_id = ANY ($1)', [ids]);
    await server.asOwner('DELETE FROM person WHERE id = ANY ($1)', [ids]);
  };

  test('all that names the one names the other, and undone everything is as it was', async () => {
    const { kept, gone } = await twice();
    const before = await state(kept, gone);
    const pair = (await server.call('GET', `/organizations/${centre}/peopleDuplicates`, { as: adviser })).json();
    expect(pair).toMatchObject({ total: 1, items: [{ likenesses: ['name'] }] });
    const counts = await server.call('GET', `/organizations/${centre}/people/${gone}/references`, { as: adviser });
    expect(counts.json().items).toEqual(['candidacy', 'contract', 'link', 'mandate', 'service'].map((table) => ({ table, count: 1 })));
    const merged = await merge({ keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values });
    expect(merged.statusCode, merged.body).toBe(201);
    const person = await server.call('GET', `/organizations/${centre}/people/${kept}`, { as: adviser });
    expect(person.json()).toMatchObject(values);
    expect((await server.call('GET', `/organizations/${centre}/people/${gone}`, { as: adviser })).statusCode).toBe(404);
    expect((await server.call('POST', `/organizations/${centre}/people/search`, { as: adviser, body: { text: 'claire@example.be' } })).json().total).toBe(1);
    expect((await server.call('GET', `/organizations/${centre}/people/${kept}/references`, { as: adviser })).json().items).toContainEqual({ table: 'contract', count: 1 });
    const merges = await server.call('GET', `/organizations/${centre}/peopleMerges`, { as: adviser });
    expect(merges.json().items[0]).toMatchObject({ id: merged.json().id, keptName: 'Claire Delvaux', goneName: 'Claire DELVAUX' });
    const undo = () => server.call('POST', `/organizations/${centre}/peopleMerges/${merged.json().id}/undo`, { as: adviser });
    expect((await undo()).statusCode).toBe(204);
    expect(await state(kept, gone)).toEqual(before);
    expect((await undo()).statusCode).toBe(409);
    await end(kept, gone);
  });

  test('a right that both hold is held once, its past stays, and undone each has their own again', async () => {
    const { kept, gone } = await twice();
    const resource = await server.addRecord(centre, 'resource', { name: 'Dossier social', kind: 'application', levels: '{read,write}', searchText: 'dossier social' });
    const right = (personId: string, values: object) => server.addRecord(centre, 'accessGrant', { personId, resourceId: resource, level: 'read', source: 'hand', ...values });
    const own = await right(kept, { start: '2024-01-01' });
    const double = await right(gone, { start: '2019-01-01', withdrawalOn: '2025-01-01', withdrawalReason: 'Ne sert plus' });
    const asked = [await right(kept, { level: 'write', askedOn: '2025-01-01' }), await right(gone, { level: 'write', askedOn: '2025-01-02' })];
    // What hangs on the double would have kept it from going.
    const later = await right(gone, { start: '2017-01-01', endedOn: '2018-12-31', endedBecause: 'suspension', resumesId: double });
    const rights = (): Promise<Record<string, unknown>[]> => server.asOwner("SELECT to_jsonb(t) - 'version' AS row FROM access_grant t WHERE resource_id = $1 ORDER BY id", [resource]);
    const before = await rights();
    const merged = await merge({ keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values });
    expect(merged.statusCode, merged.body).toBe(201);
    const on = today(server.services);
    const after = new Map((await rights()).map(({ row }) => [(row as { id: string }).id, row]));
    expect(after.get(double)).toMatchObject({ person_id: kept, start: '2019-01-01', ended_on: on, ended_because: 'correction' });
    expect(after.get(own)).toMatchObject({ ended_on: null, withdrawal_on: '2025-01-01', withdrawal_reason: 'Ne sert plus' });
    expect(after.get(asked[1]!)).toMatchObject({ person_id: kept, start: null, refused_on: on });
    expect(after.get(later)).toMatchObject({ person_id: kept, resumes_id: double });
    expect((await server.call('POST', `/organizations/${centre}/peopleMerges/${merged.json().id}/undo`, { as: adviser })).statusCode).toBe(204);
    // What was decided about the double stays with the one that was kept: it was one right, as far as anybody knew.
    expect(await rights()).toEqual(
      before.map(({ row }) => ({ row: (row as { id: string }).id === own ? { ...(row as object), withdrawal_on: '2025-01-01', withdrawal_reason: 'Ne sert plus' } : row })),
    );
    await server.asOwner('DELETE FROM access_grant WHERE resource_id = $1', [resource]);
    await server.asOwner('DELETE FROM resource WHERE id = $1', [resource]);
    await end(kept, gone);
  });

  test('undone later, what was changed and added since stays with the kept one', async () => {
    const { kept, gone } = await twice();
    const merged = (await merge({ keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values })).json();
    const path = `/organizations/${centre}/people/${kept}`;
    const { headers } = await server.call('GET', path, { as: adviser });
    expect((await server.call('PATCH', path, { as: adviser, headers: { 'if-match': String(headers['etag']) }, body: { lastName: 'Delvaux-Petit' } })).statusCode).toBe(200);
    const added = await server.addRecord(centre, 'contract', { personId: kept, kind: 'fixedTerm', function: 'Cheffe de projet', start: '2026-01-01', suspensions: [] });
    expect((await server.call('POST', `/organizations/${centre}/peopleMerges/${merged.id}/undo`, { as: adviser })).statusCode).toBe(204);
    expect((await server.call('GET', path, { as: adviser })).json()).toMatchObject({ lastName: 'Delvaux-Petit', email: 'claire@example.be' });
    expect((await server.call('GET', path, { as: adviser })).json().phone).toBeUndefined();
    expect(await server.asOwner('SELECT person_id FROM contract WHERE id = $1', [added])).toEqual([{ person_id: kept }]);
    expect(await server.asOwner('SELECT count(*)::int AS count FROM contract WHERE person_id = $1', [gone])).toEqual([{ count: 1 }]);
    await end(kept, gone);
  });

  test('nothing is half-done: a stale version, another centre, oneself as director-general, a number in use, all leave both as they were', async () => {
    const { kept, gone } = await twice();
    const before = await state(kept, gone);
    const good = { keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values };
    const other = await server.addCentre({ slug: 'orneval' });
    const far = await server.addPerson(other);
    await server.addPerson(centre, { lastName: 'Autre', ssin: '93051822361' });
    const own = await server.addPerson(centre, { lastName: 'Moi' });
    const climber = await server.addAccount({ centre, roles: ['adviser'], personId: own });
    const general = await server.addPerson(centre, { lastName: 'Direction' });
    await server.addRecord(centre, 'mandate', { personId: general, kind: 'directorGeneral', start: '2020-01-01' });
    const refused = [
      await merge({ ...good, goneVersion: 2 }),
      await merge({ ...good, goneId: far }),
      await merge({ ...good, goneId: kept }),
      await merge({ ...good, values: { ...values, ssin: '93051822361' } }),
      await merge({ ...good, keptId: general, goneId: own, values: { lastName: 'Direction', firstName: 'Odile', kind: 'staff' } }, climber),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([412, 404, 400, 409, 400]);
    expect(refused.at(-1)!.json().issues[0]).toMatchObject({ name: 'goneId', code: 'ownMandate' });
    expect(await state(kept, gone)).toEqual(before);
    await end(kept, gone);
  });

  test('whom a publication is for is followed, and parted again; what has gone since hinders no undoing', async () => {
    const { kept, gone } = await twice();
    const document = newId();
    await server.asOwner(
      `INSERT INTO document_version (organization_id, id, kind, language, number, state, library_revision, drafted_on, model) VALUES ($1, $2, 'securityPolicyFormal', 'fr', 9, 'draft', 1, '2026-01-01', '{}')`,
      [centre, document],
    );
    const publish = async (...ids: string[]): Promise<string> => {
      const id = newId();
      await server.asOwner(
        `INSERT INTO publication (organization_id, id, document_version_id, person_ids, by_mail, on_paper, confirm, starts_on, published_at, ended_on, end_reason) VALUES ($1, $2, $3, $4, false, false, true, '2026-01-01', now(), '2026-02-01', 'withdrawn')`,
        [centre, id, document, ids],
      );
      for (const person of ids)
        await server.asOwner(`INSERT INTO confirmation (organization_id, id, publication_id, person_id, confirmed_on, how, recorded_at) VALUES ($1, $2, $3, $4, '2026-01-02', 'paper', now())`, [
          centre,
          newId(),
          id,
          person,
        ]);
      return id;
    };
    const [one, both] = [await publish(gone), await publish(kept, gone)];
    const asked = async (id: string) => (await server.asOwner<{ people: string[] }>('SELECT person_ids AS people FROM publication WHERE id = $1', [id]))[0]?.people.toSorted();
    const merged = (await merge({ keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values })).json();
    expect([await asked(one), await asked(both)]).toEqual([[kept], [kept]]);
    // The confirmation that had to go hung on a publication that is no more.
    await server.asOwner('DELETE FROM confirmation WHERE publication_id = $1', [both]);
    await server.asOwner('DELETE FROM publication WHERE id = $1', [both]);
    const undone = await server.call('POST', `/organizations/${centre}/peopleMerges/${merged.id}/undo`, { as: adviser });
    expect(undone.statusCode, undone.body).toBe(204);
    expect(await asked(one)).toEqual([gone]);
    await server.asOwner('DELETE FROM confirmation WHERE publication_id = $1', [one]);
    await server.asOwner('DELETE FROM publication WHERE id = $1', [one]);
    await server.asOwner('DELETE FROM document_version WHERE id = $1', [document]);
    await end(kept, gone);
  });

  test('a merge that a head made gives an account what only a head takes away by undoing it', async () => {
    const kept = await server.addPerson(centre, { lastName: 'Lambin', firstName: 'Odile' });
    const gone = await server.addPerson(centre, { lastName: 'Lambin', firstName: 'Odile' });
    await server.addAccount({ centre, personId: kept });
    await server.addRecord(centre, 'mandate', { personId: gone, kind: 'president', start: '2020-01-01' });
    const head = await server.addAccount({ centre, roles: ['directorGeneral'] });
    const body = { keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values: { lastName: 'Lambin', firstName: 'Odile', kind: 'staff' } };
    const merged = (await merge(body, head)).json();
    const undo = (as: Account) => server.call('POST', `/organizations/${centre}/peopleMerges/${merged.id}/undo`, { as });
    expect((await undo(adviser)).json().issues[0]).toMatchObject({ code: 'guardedMandate' });
    expect((await undo(head)).statusCode).toBe(204);
    await end(kept, gone);
  });

  test('the same merge asked twice at once is done once', async () => {
    const { kept, gone } = await twice();
    const body = { keptId: kept, keptVersion: 1, goneId: gone, goneVersion: 1, values };
    const codes = (await Promise.all([merge(body), merge(body)])).map(({ statusCode }) => statusCode);
    expect(codes.toSorted()).toEqual([201, 404]);
    await end(kept, gone);
  });
});
