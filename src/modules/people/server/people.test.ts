import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { searchText } from '../../../kernel/search.ts';

const accents = ['Éloïse', 'Zoé', 'Anaïs', 'Örs', 'Élodie', 'Abel', 'abel', 'Ànaïs', "D'Haene", 'De Smet', 'Van den Broeck', 'Weiß', 'Œdipe', 'Müller'];
type Item = { id: string; lastName?: string; firstName?: string };
type List = { items: Item[]; total?: number; next?: string; pageSize: number; self: string };

describeOnBothEngines('lists of people', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  const size = 263;

  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-22T10:00:00Z') });
    centre = await server.addCentre({ slug: 'lists' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    const name = fc.constantFrom(...accents);
    const people = fc.sample(
      fc.record({ last: name, first: name, service: fc.nat(4), start: fc.constantFrom(undefined, '2019-09-01', '2024-01-15', '2027-02-01'), end: fc.constantFrom(undefined, '2026-06-30') }),
      { numRuns: size, seed: 7 },
    );
    // Many of them share a name, a service or a date: ties are where a list loses or repeats somebody.
    await server.asOwner(`INSERT INTO service (organization_id, id, name, kind) SELECT $1, gen_random_uuid(), 'Service ' || n, 'social' FROM generate_series(0, 4) n`, [centre]);
    const values = JSON.stringify(people.map((person) => ({ ...person, id: randomUUID(), search: searchText(person.last, person.first) })));
    await server.asOwner(
      `INSERT INTO person (organization_id, id, last_name, first_name, kind, search_text) SELECT $1, (p ->> 'id')::uuid, p ->> 'last', p ->> 'first', 'staff', p ->> 'search' FROM jsonb_array_elements($2::jsonb) p`,
      [centre, values],
    );
    await server.asOwner(
      `INSERT INTO contract (organization_id, id, person_id, service_id, kind, function, start, "end")
       SELECT $1, gen_random_uuid(), (p ->> 'id')::uuid, (SELECT id FROM service s WHERE s.organization_id = $1 AND s.name = 'Service ' || (p ->> 'service')), 'permanent', 'agent', (p ->> 'start')::date, CASE WHEN p ->> 'start' < '2026-06-30' THEN (p ->> 'end')::date END
       FROM jsonb_array_elements($2::jsonb) p WHERE p ->> 'start' IS NOT NULL`,
      [centre, values],
    );
    await server.asOwner(
      `INSERT INTO mandate (organization_id, id, person_id, kind, start) SELECT $1, gen_random_uuid(), id, (ARRAY['archivist', 'reception', 'itAgent'])[1 + (row_number() OVER ()) % 3], '2020-01-01'::date + ((row_number() OVER ()) % 5)::int FROM person WHERE organization_id = $1`,
      [centre],
    );
  });
  afterAll(() => server.close());

  const get = async (path: string): Promise<List> => {
    const answer = await server.call('GET', path, { as: adviser });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as List;
  };
  const whole = async (path: string): Promise<{ items: Item[]; totals: (number | undefined)[] }> => {
    const items: Item[] = [];
    const totals: (number | undefined)[] = [];
    let next: string | undefined = `/organizations/${centre}/${path}`;
    while (next) {
      const page = await get(next);
      items.push(...page.items);
      totals.push(page.total);
      next = page.next;
    }
    return { items, totals };
  };

  test.each(['people', 'contracts', 'mandates', 'services', 'candidacies'])('pages of %s, in every order, are the whole list once', async (collection) => {
    const document = (await server.call('GET', '/doc/openapi.json')).json();
    const parameters: { name: string; schema: { enum?: string[] } }[] = document.paths[`/organizations/{organizationId}/${collection}`].get.parameters;
    const sorts = parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [];
    expect(sorts.length).toBeGreaterThan(1);
    for (const sort of sorts) {
      const { items, totals } = await whole(`${collection}?pageSize=37&sort=${sort}`);
      const opposite = await whole(`${collection}?pageSize=100&sort=${sort.startsWith('-') ? sort.slice(1) : `-${sort}`}`);
      expect(new Set(items.map(({ id }) => id)).size, sort).toBe(items.length);
      expect(items.length, sort).toBe(totals[0]);
      expect(totals.slice(1).every((total) => total === undefined)).toBe(true);
      expect(
        opposite.items.map(({ id }) => id),
        sort,
      ).toEqual(items.map(({ id }) => id).toReversed());
    }
  });

  test('any page size gives the same list', async () => {
    const all = (await whole('people?pageSize=200')).items.map(({ id }) => id);
    expect(all.length).toBe(size);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 199 }), async (pageSize) => {
        expect((await whole(`people?pageSize=${pageSize}`)).items.map(({ id }) => id)).toEqual(all);
      }),
      { numRuns: 6 },
    );
  });

  test('names stand as people expect them, accents and capitals aside', async () => {
    const names = (await whole('people?pageSize=200')).items.map(({ lastName }) => lastName!);
    const collator = new Intl.Collator('und');
    expect(names).toEqual(names.toSorted(collator.compare));
    expect(names.indexOf('Élodie')).toBeLessThan(names.indexOf('Zoé'));
  });

  test('somebody added while one reads is not lost to the rest, and somebody gone is said', async () => {
    const page = await get(`/organizations/${centre}/people?pageSize=50`);
    const late = await server.addPerson(centre, { lastName: 'Zzyzx', firstName: 'Tard' });
    let next = page.next;
    let seen: Item[] = [];
    while (next) {
      const more: List = await get(next);
      seen = more.items;
      next = more.next;
    }
    expect(seen.at(-1)?.id).toBe(late);
    const link = (await get(`/organizations/${centre}/people?pageSize=1&sort=-name`)).next!;
    await server.asOwner('DELETE FROM person WHERE id = $1', [late]);
    const answer = await server.call('GET', link, { as: adviser });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toMatchObject([{ in: 'query', name: 'after', code: 'rowGone' }]);
  });

  test('filters agree with each other: every state once, and all of them the whole', async () => {
    const states = ['present', 'coming', 'gone', 'noContract'];
    const counted = await Promise.all(states.map(async (state) => (await get(`/organizations/${centre}/people?pageSize=1&state=${state}`)).total!));
    expect(counted.every((total) => total > 10)).toBe(true);
    expect(counted.reduce((sum, total) => sum + total)).toBe(size);
    const overview = (await server.call('GET', `/organizations/${centre}/peopleOverview`, { as: adviser })).json();
    expect(states.map((state) => overview.people[state])).toEqual(counted);
  });

  test.each(['foo=1', 'pageSize=0', 'pageSize=201', 'pageSize=x', 'sort=note', 'after=1', 'state=dead', 'text=x'])('an unknown or wrong parameter is refused: %s', async (query) => {
    const answer = await server.call('GET', `/organizations/${centre}/people?${query}`, { as: adviser });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json().issues).toMatchObject([{ in: 'query', name: query.split('=')[0] }]);
  });

  test('a search finds words in any order, without accents or capitals, and no wildcard', async () => {
    const search = async (text: string): Promise<List> => (await server.call('POST', `/organizations/${centre}/people/search?pageSize=200`, { as: adviser, body: { text } })).json() as List;
    const found = await search('ELODIE');
    const all = (await whole('people?pageSize=200')).items;
    const expected = all.filter(({ lastName, firstName }) => lastName === 'Élodie' || firstName === 'Élodie');
    expect(new Set(found.items.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(found.total).toBe(expected.length);
    expect((await search('zoe éLODie')).total).toBe(all.filter(({ lastName, firstName }) => [lastName, firstName].toSorted().join() === 'Zoé,Élodie').length);
    expect((await search('d haene')).total).toBeGreaterThan(0);
    for (const text of ['z%e', 'z_é', "' OR 1=1 --"]) expect((await search(text)).total, text).toBeLessThan(size);
    expect((await search('%')).total, 'no word: no filter').toBe(size);
  });

  test.each(['name', '-name', 'service', '-since'])('the export holds the list, whole and in the order %s', async (sort) => {
    const answer = await server.call('GET', `/organizations/${centre}/people/export?format=csv&sort=${sort}`, { as: adviser });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="people.csv"');
    const lines = answer.body
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const listed = (await whole(`people?pageSize=200&sort=${sort}`)).items;
    expect(lines.length).toBe(listed.length);
    lines.forEach((line, index) => expect(line).toContain(listed[index]!.lastName!));
    const trail = await server.asOwner(`SELECT 1 FROM audit_entry WHERE organization_id = $1 AND action = 'export' AND actor_id = $2`, [centre, adviser.id]);
    expect(trail.length).toBeGreaterThan(0);
  });
});

describe('one record', () => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let base: string;
  beforeAll(async () => {
    server = await testServer({ now: new Date('2026-11-22T10:00:00Z') });
    centre = await server.addCentre({ slug: 'record' });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    base = `/organizations/${centre}/people`;
  });
  afterAll(() => server.close());
  const add = async (more: object = {}) => server.call('POST', base, { as: adviser, body: { lastName: 'Lambin', firstName: 'Odile', kind: 'staff', ...more } });
  const patch = (id: string, version: string | undefined, body: unknown, as = adviser) => server.call('PATCH', `${base}/${id}`, { as, body, headers: version ? { 'if-match': version } : {} });

  test('is answered with its address and version, and read again alike', async () => {
    const made = await add({ email: 'odile@example.be' });
    expect(made.statusCode).toBe(201);
    expect(made.headers).toMatchObject({ etag: '"1"', location: `http://localhost:3000/api/beffroi/v1${base}/${made.json().id}` });
    const read = await server.call('GET', String(made.headers.location), { as: adviser });
    expect(read.json()).toEqual(made.json());
    expect(read.headers.etag).toBe('"1"');
  });

  test('nothing is changed without the version that was read, or with an old one; the answer says who changed what', async () => {
    const { id } = (await add()).json();
    expect((await patch(id, undefined, { note: 'x' })).statusCode).toBe(428);
    const colleague = await server.addAccount({ centre, roles: ['directorGeneral'] });
    const changed = await patch(id, '"1"', { phone: '080 00 00 01' }, colleague);
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).toBe('"2"');
    const stale = await patch(id, '"1"', { note: 'x' });
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ type: 'urn:problem-type:beffroi:staleVersion', changes: [{ by: 'Odile Lambin', fields: ['phone'] }] });
    expect((await patch(id, 'nonsense', { note: 'x' })).statusCode).toBe(412);
    expect((await server.call('DELETE', `${base}/${id}`, { as: adviser })).statusCode).toBe(428);
    expect((await server.call('DELETE', `${base}/${id}`, { as: adviser, headers: { 'if-match': '"1"' } })).statusCode).toBe(412);
    expect((await server.call('GET', `${base}/${id}`, { as: adviser })).json()).not.toHaveProperty('note');
    expect((await server.call('DELETE', `${base}/${id}`, { as: adviser, headers: { 'if-match': '"2"' } })).statusCode).toBe(204);
    expect((await patch(id, '"2"', { note: 'x' })).statusCode).toBe(404);
  });

  test('of two writers of one version, one wins', async () => {
    const { id } = (await add()).json();
    const answers = await Promise.all(['a', 'b', 'c'].map((note) => patch(id, '"1"', { note })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412, 412]);
  });

  test('null takes away, absence keeps, and what is absent is not answered as null', async () => {
    const { id } = (await add({ email: 'odile@example.be', phone: '080 00 00 02' })).json();
    const answer = await patch(id, '"1"', { email: null });
    expect(answer.json()).toMatchObject({ phone: '080 00 00 02', lastName: 'Lambin' });
    expect(answer.json()).not.toHaveProperty('email');
    expect(answer.body).not.toContain('null');
    expect((await patch(id, '"2"', { lastName: null })).statusCode).toBe(400);
    expect((await patch(id, '"2"', { unheardOf: 1 })).json().issues).toMatchObject([{ name: 'unheardOf', code: 'unknownInput' }]);
    expect((await patch(id, '"2"', { email: 'not an address' })).json().issues).toMatchObject([{ in: 'body', name: 'email', code: 'invalidEmail' }]);
  });

  test('every fault of an input is said at once', async () => {
    const answer = await add({ kind: 'robot', lastName: '', email: 'x', ssin: '1', more: true });
    expect(answer.statusCode).toBe(400);
    const issues: { name: string; code: string }[] = answer.json().issues;
    expect(Object.fromEntries(issues.map(({ name, code }) => [name, code]))).toEqual({ kind: 'notInList', lastName: 'required', email: 'invalidEmail', ssin: 'invalidSsin', more: 'unknownInput' });
  });

  test('a national number is shown only to whom may read it, in no list and no export of others, and kept by their changes', async () => {
    const { id } = (await add({ ssin: '85.07.30-033.28' })).json();
    expect((await server.call('GET', `${base}/${id}`, { as: adviser })).json().ssin).toBe('85073003328');
    const head = await server.addAccount({ centre, roles: ['headOfService'] });
    const correspondent = await server.addAccount({ centre, roles: ['localCorrespondent'] });
    for (const path of [`${base}/${id}`, base, `${base}/export?format=csv`, `${base}/export?format=xlsx`, `${base}?pageSize=200&sort=-name`]) {
      const answer = await server.call('GET', path, { as: head });
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.includes('85073003328'), path).toBe(false);
      expect(answer.body, path).not.toContain('ssin');
    }
    expect((await patch(id, '"1"', { phone: '080 00 00 03' }, correspondent)).body).not.toContain('85073003328');
    expect((await server.call('GET', `${base}/${id}`, { as: adviser })).json()).toMatchObject({ ssin: '85073003328', phone: '080 00 00 03' });
  });

  test('two people of a centre do not share a national number; of two centres, they may', async () => {
    await server.asOwner('UPDATE person SET ssin = NULL');
    expect((await add({ ssin: '85073003328' })).statusCode).toBe(201);
    const again = await add({ ssin: '85073003328' });
    expect(again.statusCode).toBe(409);
    expect(again.body).not.toContain('85073003328');
    const other = await server.addCentre({ slug: 'second' });
    expect(await server.addPerson(other, { ssin: '85073003328' })).toBeTruthy();
  });

  test('what others refer to is not deleted', async () => {
    const { id } = (await add()).json();
    await server.call('POST', `/organizations/${centre}/services`, { as: adviser, body: { name: 'Accueil', kind: 'social', headId: id } });
    const refused = await server.call('DELETE', `${base}/${id}`, { as: adviser, headers: { 'if-match': '"1"' } });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().type).toBe('urn:problem-type:beffroi:stillReferenced');
  });

  test('a service is never within itself, however far', async () => {
    const service = async (name: string, parentId?: string): Promise<string> =>
      (await server.call('POST', `/organizations/${centre}/services`, { as: adviser, body: { name, kind: 'other', parentId } })).json().id;
    const top = await service('Haut');
    const middle = await service('Milieu', top);
    const bottom = await service('Bas', middle);
    for (const parentId of [top, middle, bottom]) {
      const answer = await server.call('PATCH', `/organizations/${centre}/services/${top}`, { as: adviser, body: { parentId }, headers: { 'if-match': '"1"' } });
      expect(answer.json().issues).toMatchObject([{ name: 'parentId', code: 'serviceWithinItself' }]);
    }
  });

  test('the overview warns of an adviser who is the director-general', async () => {
    const { id } = (await add()).json();
    for (const kind of ['adviser', 'directorGeneral']) await server.call('POST', `/organizations/${centre}/mandates`, { as: adviser, body: { personId: id, kind, start: '2025-01-01' } });
    const overview = (await server.call('GET', `/organizations/${centre}/peopleOverview`, { as: adviser })).json();
    expect(overview.incompatibilities).toMatchObject([{ rule: 'directorGeneralAsAdviser', personName: 'Odile Lambin', since: '2025-01-01' }]);
    expect(overview.notNotified).toMatchObject([{ kind: 'adviser', to: 'federalService' }]);
    expect(overview.vacant).toEqual(['president', 'dpo']);
    expect(overview.undecided).toMatchObject([{ kind: 'adviser', personId: id }]);
  });

  test('a merge patch cannot reach the prototype', async () => {
    const { id } = (await add()).json();
    const answer = await server.call('PATCH', `${base}/${id}`, {
      as: adviser,
      payload: '{"__proto__": {"admin": true}}',
      headers: { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' },
    });
    expect(answer.statusCode).toBe(400);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});
