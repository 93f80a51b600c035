import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierParts, liveFacts, yearFigures } from './service.ts';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

describeOnBothEngines('the yearly review of access rights', (engine) => {
  let server: TestServer;
  let centre: string;
  let adviser: Account;
  let sophie: Account;
  let paul: Account;
  let director: Account;
  let clock = new Date('2026-01-14T09:00:00Z');
  const people: Record<string, string> = {};
  const resources: Record<string, string> = {};
  const grants: Record<string, string> = {};
  let reviewId: string;

  const path = (rest: string, at = centre) => `/organizations/${at}/${rest}`;
  const person = async (name: string, serviceId: string | null, values: Record<string, unknown> = {}) => {
    people[name] = await server.addPerson(centre, { firstName: name, lastName: 'Martin', ...values } as never);
    if (serviceId) await server.addRecord(centre, 'contract', { personId: people[name], serviceId, kind: 'permanent', function: 'assistant social', start: '2020-01-01', suspensions: [] });
    return people[name];
  };
  const grant = async (name: string, resource: string, values: Record<string, unknown> = {}) => {
    grants[`${name} ${resource}`] = await server.addRecord(centre, 'accessGrant', {
      personId: people[name],
      resourceId: resources[resource],
      level: 'read',
      start: '2024-03-01',
      source: 'hand',
      ...values,
    });
  };
  const begin = (year = 2026, as = adviser, at = centre) => server.call('POST', path('accessReviews', at), { as, body: { year, answerBy: `${year}-02-13` } });
  const review = async (as = adviser) => (await server.call('GET', path(`accessReviews/${reviewId}`), { as })).json();
  const part = async (as: Account, by = 'own') => server.call('GET', path(`accessReviews/${reviewId}/part?by=${by}`), { as });
  type Right = { id: string; version: number; resourceName: string; decision?: string; goneOn?: string };
  const rightsOf = async (as: Account, name: string, by = 'own'): Promise<Right[]> =>
    (await part(as, by)).json().people.find((one: { personId: string }) => one.personId === people[name])?.rights ?? [];
  const decide = (as: Account, items: unknown[], by = 'own') => server.call('PUT', path(`accessReviews/${reviewId}/decisions`), { as, body: { by, items } });
  const post = (what: string, body: unknown, as: Account) => server.call('POST', path(`accessReviews/${reviewId}/${what}`), { as, body });

  beforeAll(async () => {
    server = await testServer({ engine, now: () => clock });
    centre = await server.addCentre({ slug: 'valombre' });
    people['dg'] = await server.addPerson(centre, { firstName: 'Diane', lastName: 'Noël' });
    await server.addRecord(centre, 'mandate', { personId: people['dg'], kind: 'directorGeneral', start: '2015-01-01' });
    people['sophie'] = await server.addPerson(centre, { firstName: 'Sophie', lastName: 'Lambert' });
    people['paul'] = await server.addPerson(centre, { firstName: 'Paul', lastName: 'Adam' });
    const social = await server.addRecord(centre, 'service', { name: 'Service social', kind: 'social', headId: people['sophie'], seesPersonalData: true });
    const finance = await server.addRecord(centre, 'service', { name: 'Finances', kind: 'finance', headId: null, seesPersonalData: true });
    for (const name of ['sophie', 'paul'])
      await server.addRecord(centre, 'contract', { personId: people[name], serviceId: social, kind: 'permanent', function: 'x', start: '2020-01-01', suspensions: [] });
    for (const name of ['ada', 'bob']) await person(name, social);
    await person('cleo', finance);
    await person('firm', null, { kind: 'outsider', employer: 'Informa' });
    for (const name of ['compta', 'dossiers'])
      resources[name] = await server.addRecord(centre, 'resource' as never, {
        name,
        kind: 'application',
        levels: '{read,write}',
        socialData: true,
        searchText: name,
        position: 0,
        ownerId: name === 'compta' ? people['paul'] : null,
      });
    for (const name of ['ada', 'bob', 'cleo', 'sophie']) await grant(name, 'dossiers');
    await grant('ada', 'compta', { level: 'write' });
    await grant('bob', 'compta', { endedOn: '2025-06-01', endedBecause: 'change' });
    await grant('firm', 'compta');
    // The last list of the accounts says when each was used, by its identifier or the person’s address.
    await server.asOwner(
      `INSERT INTO reconciliation (organization_id, id, resource_id, ran_at, ran_on, source, content_hash, format, counts, faults, accounts)
         VALUES ($1, gen_random_uuid(), $2, '2026-01-05T09:00:00Z', '2026-01-05', 'file', 'x', '{}', '{}', '[]', $3), ($1, gen_random_uuid(), $2, '2026-01-20T09:00:00Z', '2026-01-20', 'file', 'y', '{}', '{}', '[]', NULL)`,
      [
        centre,
        resources['compta'],
        zstdCompressSync(
          JSON.stringify([
            { line: 2, account: 'CPAS\\Ada.M', lastUsed: '2025-06-03' },
            { line: 3, account: 'firme', email: 'Firm@Informa.example', lastUsed: '2026-01-02' },
            { line: 4, account: 'x', lastUsed: 'never' },
          ]),
        ),
      ],
    );
    await server.asOwner(`UPDATE access_grant SET account = 'ada.m' WHERE id = $1`, [grants['ada compta']]);
    await server.asOwner(`UPDATE person SET email = 'firm@informa.example' WHERE id = $1`, [people['firm']]);
    await server.addRecord(centre, 'accessSegregation' as never, {
      firstResourceId: resources['dossiers'],
      firstLevel: 'read',
      secondResourceId: resources['compta'],
      secondLevel: 'write',
      reason: 'Qui encode ne paie pas',
    });
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    sophie = await server.addAccount({ centre, personId: people['sophie']! });
    paul = await server.addAccount({ centre, personId: people['paul']!, roles: ['staff'] });
    director = await server.addAccount({ centre, personId: people['dg']! });
  });
  afterAll(() => server.close());

  test('it is begun once; who is second hears who was first', async () => {
    expect((await begin(2027)).json().issues).toMatchObject([{ name: 'year', code: 'notThisYear' }]);
    const answers = await Promise.all([begin(), begin()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409)!.json();
    expect(refused.issues).toMatchObject([{ code: 'reviewUnderWay', parameters: { year: 2026, on: '2026-01-14', by: 'Odile Lambin' } }]);
    const made = answers.find(({ statusCode }) => statusCode === 201)!.json();
    reviewId = made.id;
    expect(made).toMatchObject({ year: 2026, state: 'underWay', people: 5, rights: 6, undecided: 6, takenOn: '2026-01-14' });
  });

  test('each right falls to the nearest head who is somebody else, else to the director-general; an outsider’s to who answers for the resource', async () => {
    const { parts } = await review();
    expect(parts.map(({ reviewerName, ground, people: count, rights }: Record<string, unknown>) => [reviewerName, ground, count, rights])).toEqual([
      ['Paul Adam', 'owner', 1, 1],
      ['Sophie Lambert', 'head', 2, 3],
      ['Diane Noël', 'direction', 2, 2],
    ]);
    expect((await part(sophie)).json()).toMatchObject({ own: true, can: { answer: true }, reviewerName: 'Sophie Lambert', people: [{ name: 'ada Martin', seen: false }, { name: 'bob Martin' }] });
    expect((await rightsOf(director, 'sophie')).length).toBe(1);
    expect((await rightsOf(paul, 'firm')).length).toBe(1);
    // Nobody looks into another's part, unless they follow the whole.
    expect((await part(sophie, people['dg'])).statusCode).toBe(403);
    expect((await part(adviser, people['sophie'])).json()).toMatchObject({ own: false, can: { answer: true } });
  });

  test('whoever answers sees what should not be in one hand, with its reason, and when an account was last used', async () => {
    const [compta, dossiers] = await rightsOf(sophie, 'ada');
    expect(compta).toMatchObject({ lastUsedOn: '2025-06-03', warnings: [{ kind: 'segregation', other: 'dossiers', reason: 'Qui encode ne paie pas' }] });
    expect(dossiers).toMatchObject({ warnings: [{ other: 'compta' }] });
    expect(dossiers).not.toHaveProperty('lastUsedOn');
    expect((await rightsOf(sophie, 'bob'))[0]).toMatchObject({ warnings: [] });
    expect((await rightsOf(paul, 'firm'))[0]).toMatchObject({ lastUsedOn: '2026-01-02' });
  });

  test('what is decided is kept, changed, taken back; a withdrawal needs its reason, and nobody decides for others', async () => {
    const [compta, dossiers] = await rightsOf(sophie, 'ada');
    const bare = await decide(sophie, [{ id: compta!.id, version: compta!.version, decision: 'withdraw' }]);
    expect(bare.json().issues).toMatchObject([{ name: 'items[0].reason', code: 'reasonRequired' }]);
    const first = await decide(sophie, [
      { id: compta!.id, version: compta!.version, decision: 'change', newLevel: 'read', reason: 'Consulte seulement' },
      { id: dossiers!.id, version: dossiers!.version, decision: 'confirm' },
    ]);
    expect(first.json().rights).toMatchObject([{ decision: 'change', newLevel: 'read' }, { decision: 'confirm' }]);
    // Of two who answer at once, the second is told.
    expect((await decide(adviser, [{ id: compta!.id, version: compta!.version, decision: 'confirm' }], people['sophie'])).statusCode).toBe(412);
    const [now] = await rightsOf(sophie, 'ada');
    expect((await decide(sophie, [{ id: now!.id, version: now!.version }])).json().rights[0]).not.toHaveProperty('decision');
    const [again] = await rightsOf(sophie, 'ada');
    await decide(sophie, [{ id: again!.id, version: again!.version, decision: 'withdraw', reason: 'Plus utile' }]);
    const [theirs] = await rightsOf(director, 'cleo');
    expect((await decide(sophie, [{ id: theirs!.id, version: theirs!.version, decision: 'confirm' }])).statusCode).toBe(404);
    expect((await decide(paul, [{ id: theirs!.id, version: theirs!.version, decision: 'confirm' }], people['dg'])).statusCode).toBe(403);
  });

  test('whoever answers in somebody’s place does not decide upon their own rights', async () => {
    const ada = await server.addAccount({ centre, personId: people['ada']!, roles: ['localCorrespondent'] });
    const [own] = await rightsOf(ada, 'ada', people['sophie']);
    expect((await decide(ada, [{ id: own!.id, version: own!.version, decision: 'confirm' }], people['sophie'])).json().issues).toMatchObject([{ name: 'items[0].decision', code: 'ownRight' }]);
    const before = await rightsOf(sophie, 'bob');
    expect(before[0]).not.toHaveProperty('decision');
  });

  test('the rest is confirmed once each of them was opened, and a part is handed in when nothing is left', async () => {
    expect((await post('confirm', { by: 'own' }, sophie)).json().issues).toMatchObject([{ code: 'peopleUnseen', parameters: { count: 1 } }]);
    expect((await post('handIn', { by: 'own' }, sophie)).json().issues).toMatchObject([{ code: 'undecidedLeft', parameters: { count: 1 } }]);
    expect((await post('seen', { by: 'own', personIds: [people['cleo']] }, sophie)).statusCode).toBe(404);
    expect((await post('seen', { by: 'own', personIds: [people['ada'], people['bob']] }, sophie)).statusCode).toBe(204);
    expect((await post('confirm', { by: 'own' }, sophie)).statusCode).toBe(204);
    expect((await post('handIn', { by: 'own' }, sophie)).statusCode).toBe(204);
    // What was withdrawn is a step, and the right is marked.
    const steps = await server.asOwner<{ kind: string; grantId: string }>(`SELECT kind, grant_id AS "grantId" FROM access_step WHERE origin_kind = 'review' AND origin_id = $1`, [reviewId]);
    expect(steps).toEqual([{ kind: 'withdraw', grantId: grants['ada compta'] }]);
    expect(await server.asOwner('SELECT withdrawal_on::text FROM access_grant WHERE id = $1', [grants['ada compta']])).toEqual([{ withdrawal_on: '2026-01-21' }]);
    const [handed] = await rightsOf(sophie, 'bob');
    expect(handed).toMatchObject({ decision: 'confirm', handed: true });
    expect((await decide(sophie, [{ id: handed!.id, version: handed!.version }])).json().issues).toMatchObject([{ code: 'partHandedIn' }]);
  });

  test('a right given since is noted, one that ended since is nobody’s to decide, and a head who leaves has a successor', async () => {
    await grant('cleo', 'compta', { start: '2026-01-20' });
    clock = new Date('2026-01-25T09:00:00Z');
    expect((await review(await server.addAccount({ centre, personId: people['bob']!, roles: ['headOfService'] }))).givenSince).toEqual([]);
    expect((await review()).givenSince).toMatchObject([{ personName: 'cleo Martin', resourceName: 'compta', start: '2026-01-20' }]);
    await server.asOwner(`UPDATE access_grant SET ended_on = '2026-01-22', ended_because = 'departure' WHERE id = $1`, [grants['cleo dossiers']]);
    const [gone] = await rightsOf(director, 'cleo');
    expect(gone).toMatchObject({ goneOn: '2026-01-22' });
    expect((await decide(director, [{ id: gone!.id, version: gone!.version, decision: 'confirm' }])).json().issues).toMatchObject([{ code: 'rightEnded' }]);
    expect((await review()).undecided).toBe(2);
    // Who answers for the resource leaves: the adviser has to answer.
    await server.asOwner(`UPDATE contract SET "end" = '2026-01-24' WHERE person_id = $1`, [people['paul']]);
    expect((await review()).parts.map(({ reviewerName, ground }: Record<string, unknown>) => [reviewerName, ground])).toContainEqual([undefined, 'adviser']);
    expect((await rightsOf(adviser, 'firm', 'adviser')).length).toBe(1);
  });

  test('two records of one person that are joined in the middle stay one person of the review', async () => {
    const twin = await server.addPerson(centre, { firstName: 'Ada', lastName: 'Martin' });
    const [kept, gone] = await Promise.all([people['ada'], twin].map(async (id) => (await server.call('GET', path(`people/${id}`), { as: adviser })).json()));
    const merged = await server.call('POST', path('peopleMerges'), {
      as: adviser,
      body: { keptId: gone.id, keptVersion: gone.version, goneId: kept.id, goneVersion: kept.version, values: { lastName: 'Martin', firstName: 'Ada', kind: 'staff' } },
    });
    expect(merged.statusCode, merged.body).toBeLessThan(300);
    people['ada'] = twin;
    expect((await rightsOf(sophie, 'ada')).length).toBe(2);
  });

  test('each is told what they owe, and the adviser what is missing', async () => {
    const due = async (as: Account) => (await server.call('GET', '/obligations?pageSize=200', { as })).json().items.filter(({ rule }: { rule: string }) => rule.startsWith('accessReview'));
    expect((await due(director)).map(({ rule, mine }: { rule: string; mine: boolean }) => [rule, mine])).toContainEqual(['accessReviewAnswered', true]);
    expect((await due(sophie)).filter(({ mine }: { mine: boolean }) => mine)).toEqual([]);
    expect((await due(adviser)).map(({ rule }: { rule: string }) => rule).toSorted()).toEqual(['accessReviewAnswered', 'accessReviewAnswered', 'accessReviewed']);
  });

  test('it is signed off once each right has its answer or a reason, and what came of it stays as it was', async () => {
    const sign = (body: unknown, as = adviser) => post('sign', body, as);
    expect((await sign({}, director)).statusCode).toBe(403);
    expect((await sign({})).json().issues).toMatchObject([{ name: 'leftOpen', code: 'undecidedLeft', parameters: { count: 2 } }]);
    expect((await sign({ leftOpen: [{ by: 'adviser', reason: 'La firme répond en mars' }] })).json().issues).toMatchObject([{ parameters: { count: 1 } }]);
    const [left] = await rightsOf(director, 'sophie');
    const signed = await sign({
      conclusion: 'Un droit retiré.',
      leftOpen: [
        { by: 'adviser', reason: 'La firme répond en mars' },
        { ids: [left!.id], reason: 'En congé' },
      ],
    });
    expect(signed.json(), signed.body).toMatchObject({ state: 'signed', signedName: 'Odile Lambin', withdrawn: 1, leftOpen: 2, undecided: 0, can: { sign: false, update: false } });
    expect((await sign({})).statusCode).toBe(409);
    for (const format of ['pdf', 'docx', 'xlsx']) {
      const file = await server.call('GET', path(`accessReviews/${reviewId}/file?format=${format}`), { as: adviser });
      expect([file.statusCode, file.rawPayload.length > 2000]).toEqual([200, true]);
    }
    // The list of the rights of that day is frozen with it, once.
    expect(await server.asOwner(`SELECT "on"::text, reason FROM access_list WHERE organization_id = $1`, [centre])).toEqual([{ on: '2026-01-25', reason: 'review' }]);
    // A head of service and nothing more reads who stands where, and no right of anybody else.
    const head = await server.addAccount({ centre, personId: people['sophie']!, roles: ['headOfService'] });
    expect(await review(head)).toMatchObject({ givenSince: [], can: { file: false } });
    expect((await server.call('GET', path(`accessReviews/${reviewId}/file`), { as: head })).statusCode).toBe(403);
    expect((await post('seen', { by: 'own', personIds: [people['bob']] }, sophie)).statusCode).toBe(409);
    const [right] = await rightsOf(director, 'sophie');
    expect((await decide(director, [{ id: right!.id, version: right!.version, decision: 'confirm' }])).statusCode).toBe(409);
    await expect(server.asOwner('UPDATE access_review SET conclusion = NULL WHERE id = $1', [reviewId])).rejects.toThrow('does not change');
    // A second of that year is refused, with the one that is there.
    expect((await begin()).json().issues).toMatchObject([{ code: 'reviewSigned' }]);
  });

  test('what came of it stands in the dossier, and in the figures of its year', async () => {
    const scope = { organizations: [centre], actor: { kind: 'setup' as const } };
    const [part] = await dossierParts({ db: server.db }, scope, { organizationId: centre, slug: 'valombre', language: 'fr', day: '2026-02-01' });
    expect(part).toMatchObject({ title: 'Revue des droits d’accès 2026', draft: false, path: `reviews/${reviewId}` });
    expect(part!.files.map(({ name }) => name)).toEqual(['pdf', 'docx', 'xlsx'].map((format) => `revue-des-droits/valombre-revue-des-droits-2026.${format}`));
    expect((await part!.files[0]!.bytes()).length).toBeGreaterThan(2000);
    const year = (of: number) => server.db.tx(scope, (tx) => yearFigures(tx, centre, { from: `${of}-01-01`, until: `${of}-12-31` }));
    expect(await year(2026)).toEqual({ signedOn: '2026-01-25', rights: 6, withdrawn: 1, changed: 0 });
    expect(await year(2025)).toMatchObject({ signedOn: null });
  });

  test('nor do the people and rights of one that was signed off, but for whose they are: two records may still be joined, and parted', async () => {
    for (const change of [
      `UPDATE access_review_item SET decision = 'confirm', reason = NULL WHERE review_id = $1 AND decision = 'withdraw'`,
      `UPDATE access_review_item SET left_open = NULL WHERE review_id = $1`,
      `DELETE FROM access_review_item WHERE review_id = $1`,
      `UPDATE access_review_person SET function = 'autre', seen_by = '{}' WHERE review_id = $1`,
      `DELETE FROM access_review_person WHERE review_id = $1`,
      `INSERT INTO access_review_item (organization_id, id, review_id, person_id, resource_id, grant_id, level)
         SELECT organization_id, gen_random_uuid(), review_id, person_id, resource_id, gen_random_uuid(), 'read' FROM access_review_item WHERE review_id = $1 LIMIT 1`,
    ])
      await expect(server.asOwner(change, [reviewId]), change).rejects.toThrow('does not change');
    const rightsHeldBy = async (name: string) =>
      (await server.asOwner<{ count: number }>('SELECT count(*)::int AS count FROM access_review_item WHERE review_id = $1 AND person_id = $2', [reviewId, people[name]]))[0]!.count;
    const [kept, gone] = await Promise.all(['bob', 'cleo'].map(async (name) => (await server.call('GET', path(`people/${people[name]}`), { as: adviser })).json()));
    const merged = await server.call('POST', path('peopleMerges'), {
      as: adviser,
      body: { keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version, values: { lastName: 'Martin', firstName: 'Bob', kind: 'staff' } },
    });
    expect(merged.statusCode, merged.body).toBeLessThan(300);
    expect(await rightsHeldBy('bob')).toBe(2);
    const undone = await server.call('POST', path(`peopleMerges/${merged.json().id}/undo`), { as: adviser, body: { links: [], mandates: [] } });
    expect(undone.statusCode, undone.body).toBeLessThan(300);
    expect([await rightsHeldBy('bob'), await rightsHeldBy('cleo')]).toEqual([1, 1]);
    expect(await server.asOwner('SELECT FROM access_review_person WHERE review_id = $1 AND person_id = $2', [reviewId, people['cleo']])).toHaveLength(1);
  });

  test('that the rights were reviewed is evidence for a year', async () => {
    const fact = async (day: string) => (await server.db.tx({ organizations: [centre], actor: { kind: 'setup' } }, (tx) => liveFacts(tx, [centre], day)))[0];
    expect(await fact('2026-01-24')).toMatchObject({ state: 'missing' });
    expect(await fact('2026-06-01')).toMatchObject({ id: 'reviews.yearly', state: 'true', on: '2026-01-25', title: { values: { heads: 1 } } });
    expect(await fact('2027-01-26')).toMatchObject({ state: 'stale' });
  });

  test('what nobody has decided upon may be taken back; what somebody has may not', async () => {
    expect((await server.call('DELETE', path(`accessReviews/${reviewId}`), { as: adviser, headers: { 'if-match': '"1"' } })).statusCode).toBe(409);
    const other = await server.addCentre({ slug: 'autre' });
    const theirs = await server.addAccount({ centre: other, roles: ['adviser'] });
    const empty = await begin(2026, theirs, other);
    expect(empty.json()).toMatchObject({ people: 0, rights: 0 });
    expect((await server.call('DELETE', path(`accessReviews/${empty.json().id}`, other), { as: theirs, headers: { 'if-match': '"1"' } })).statusCode).toBe(204);
    expect((await begin(2026, theirs, other)).statusCode).toBe(201);
  });

  test('several centres begin at once: all of those chosen, or none; in each one’s roles there decide', async () => {
    const [one, two, read] = [await server.addCentre({ slug: 'un' }), await server.addCentre({ slug: 'deux' }), await server.addCentre({ slug: 'trois' })];
    const shared = await server.addAccount({ centre: one, roles: ['adviser'] });
    const link = (where: string, role: string) =>
      server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, ARRAY[$3], '2020-01-01')`, [where, shared.id, role]);
    await link(two, 'adviser');
    await link(read, 'auditor');
    await link(centre, 'adviser');
    const pool = async (query = '') => (await server.call('GET', `/accessReviewPool${query}`, { as: shared })).json();
    const beginIn = (organizationIds: string[], key?: string) =>
      server.call('POST', '/accessReviewBeginnings', { as: shared, body: { year: 2026, answerBy: '2026-02-14', organizationIds }, ...(key ? { headers: { 'idempotency-key': key } } : {}) });
    const stand = async () => Object.fromEntries((await pool()).centres.map(({ slug, state, can }: { slug: string; state: string; can: { begin: boolean } }) => [slug, `${state} ${can.begin}`]));
    expect(await stand()).toEqual({ un: 'none true', deux: 'none true', trois: 'none false', valombre: 'signed false' });
    // What was signed owes nothing, and two that were left open are not answered.
    expect((await pool()).centres.find(({ slug }: { slug: string }) => slug === 'valombre')).toMatchObject({ rights: 6, undecided: 0, owing: 0, signedOn: '2026-01-25' });
    // One has it already: none begins, and it is said which, whose, since when.
    const refused = await beginIn([one, centre, two]);
    expect([refused.statusCode, refused.json().issues]).toMatchObject([409, [{ name: 'organizationIds[1]', code: 'centreSigned', parameters: { year: 2026, by: 'Odile Lambin' } }]]);
    expect(await stand()).toMatchObject({ un: 'none true', deux: 'none true' });
    expect((await beginIn([one, read])).statusCode).toBe(404);
    const key = crypto.randomUUID();
    const [first, again] = [await beginIn([two, one], key), await beginIn([two, one], key)];
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(
      first
        .json()
        .reviews.map(({ organizationId }: { organizationId: string }) => organizationId)
        .toSorted(),
    ).toEqual([one, two].toSorted());
    expect((await beginIn([one, two])).json().issues).toMatchObject([{ code: 'centreUnderWay' }, { code: 'centreUnderWay' }]);
    // Nobody has a right there: there is nothing to decide, only to sign.
    expect(await stand()).toEqual({ un: 'toSign false', deux: 'toSign false', trois: 'none false', valombre: 'signed false' });
    expect((await pool('?year=2025')).centres.map(({ otherYear }: { otherYear?: number }) => otherYear)).toContain(2026);
    const stranger = await server.addAccount({});
    expect((await server.call('GET', '/accessReviewPool', { as: stranger })).json()).toMatchObject({ centres: [] });
  });
});
