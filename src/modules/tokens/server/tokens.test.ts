import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, password, testServer, type TestServer } from '../../../../test/harness.ts';
import { type Action, permissions } from '../../../kernel/permissions.ts';
import { actionsOfScopes, tokenScopeNames, tokenScopes } from '../../../kernel/token-scopes.ts';
import { newToken, tokenHash } from '../../../server/auth/personal-token.ts';

describe('the text of a token', () => {
  test('bears 256 bits and its own checksum: a letter changed, lost or added makes it none of ours', () => {
    const token = newToken();
    expect(token).toMatch(/^bft_[\w-]{49}$/);
    expect(tokenHash(token)).toHaveLength(32);
    expect(tokenHash(newToken())).not.toEqual(tokenHash(token));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...letters), (at, letter) => {
        const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        fc.pre(token[at] !== letter);
        expect(tokenHash(changed)).toBeUndefined();
        expect(tokenHash(`${token.slice(0, at)}${token.slice(at + 1)}`)).toBeUndefined();
        expect(tokenHash(`${token.slice(0, at)}${letter}${token.slice(at)}`)).toBeUndefined();
      }),
    );
  });
});

describe('the scopes', () => {
  /** What no token is ever given, whatever its owner may do. */
  const withheld =
    /^(?:account|token|provider|member|invitation|delegation|session|mail|backup|pool\.manage|organization\.(?:create|update)|intake|mandate\.write|candidacy\.write|service\.write|document\.(?:draft|approve|verify|dossier))/;
  test('hold nothing that touches accounts, roles or approvals, and only what exists', () => {
    const given = actionsOfScopes(tokenScopeNames);
    expect(given.filter((action) => withheld.test(action))).toEqual([]);
    expect(given.filter((action) => !(action in permissions))).toEqual([]);
    expect(actionsOfScopes(['account.self', '__proto__', 'everything'])).toEqual([]);
  });

  test('reading scopes write nothing, and only one of them gives national numbers', () => {
    const reading = tokenScopeNames.filter((name) => name.startsWith('read'));
    expect(reading.flatMap((name): readonly Action[] => tokenScopes[name]).filter((action) => !/\.(?:list|read|readSsin)$/.test(action))).toEqual([]);
    expect(tokenScopeNames.filter((name) => (tokenScopes[name] as readonly Action[]).includes('person.readSsin'))).toEqual(['readSsin']);
  });
});

describeOnBothEngines('personal tokens', (engine) => {
  let server: TestServer;
  let moment = new Date('2026-11-22T10:00:00Z');
  const pass = (milliseconds: number): void => {
    moment = new Date(moment.getTime() + milliseconds);
  };
  let centre: string;
  let other: string;
  let adviser: Account;
  let person: string;

  beforeAll(async () => {
    server = await testServer({ engine, now: () => moment });
    centre = await server.addCentre({ slug: 'jetons' });
    other = await server.addCentre({ slug: 'ailleurs' });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    adviser = await server.addAccount({ centre, roles: ['adviser'] });
    await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{adviser}', '2020-01-01')`, [other, adviser.id]);
    person = await server.addPerson(centre, { lastName: `Marque${randomBytes(3).toString('hex')}`, ssin: undefined });
  });

  const make = async (body: object = {}, as: Account = adviser): Promise<string> => {
    const answer = await server.call('POST', '/me/tokens', { as, body: { name: 'Export', scopes: ['readAll'], organizationIds: [centre], days: 30, ...body } });
    expect(answer.statusCode, answer.body).toBe(201);
    return (answer.json() as { token: string }).token;
  };
  /** As a program calls: no cookie, and nothing that our pages send. */
  const program = (token: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options: { body?: unknown; headers?: Record<string, string>; from?: string } = {}) =>
    server.call(method, path, { ...options, headers: { 'x-beffroi': '', authorization: `Bearer ${token}`, ...options.headers } });
  const inCentre = (path: string, id = centre): string => `/organizations/${id}/${path}`;

  test('a token reads what its scopes and its centres hold, and nothing else', async () => {
    const tokens = { all: await make(), registers: await make({ scopes: ['readRegisters'] }), documents: await make({ scopes: ['readDocuments'] }), writing: await make({ scopes: ['writePeople'] }) };
    const cases: [keyof typeof tokens, 'GET' | 'POST' | 'PATCH' | 'DELETE', string, number, unknown?][] = [
      ['all', 'GET', inCentre('people'), 200],
      ['all', 'GET', inCentre('documents'), 200],
      ['all', 'GET', '/organizations', 200],
      ['all', 'GET', inCentre('auditEntries'), 403],
      ['all', 'POST', inCentre('people'), 403, { lastName: 'Neuf', firstName: 'Neuf', kind: 'staff' }],
      ['registers', 'GET', inCentre('mandates'), 200],
      ['registers', 'GET', inCentre('documents'), 403],
      ['documents', 'GET', inCentre('people'), 403],
      ['writing', 'POST', inCentre('people'), 201, { lastName: 'Neuf', firstName: 'Neuf', kind: 'staff' }],
      ['writing', 'POST', inCentre('mandates'), 403, { personId: person, kind: 'archivist', start: '2026-01-01' }],
      ['writing', 'DELETE', inCentre(`people/${person}`), 428],
      // Another centre of the same owner, that the token does not name.
      ['all', 'GET', inCentre('people', other), 404],
      // Nothing of the account itself: least of all more tokens.
      ['all', 'GET', '/me', 403],
      ['all', 'GET', '/me/tokens', 403],
      ['all', 'POST', '/me/tokens', 403],
      ['all', 'POST', '/me/password', 403],
      ['all', 'GET', '/me/sessions', 403],
    ];
    for (const [name, method, path, status, body] of cases) {
      const answer = await program(tokens[name], method, path, body ? { body } : {});
      expect([name, method, path, answer.statusCode], answer.body).toEqual([name, method, path, status]);
      if (status === 403) expect(answer.json().type).toBe('urn:problem-type:belgif:missingScope');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const { items } = (await program(tokens.all, 'GET', '/organizations')).json() as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([centre]);
  });

  test('exports a register as CSV', async () => {
    const answer = await program(await make({ scopes: ['readRegisters'] }), 'GET', inCentre('people/export?format=csv'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body).toContain('Marque');
  });

  test('national numbers come with their own scope only, and never to whom they are closed', async () => {
    await server.asOwner('UPDATE person SET ssin = $1 WHERE id = $2', ['85073003328', person]);
    const without = await program(await make(), 'GET', inCentre(`people/${person}`));
    const given = await program(await make({ scopes: ['readRegisters', 'readSsin'] }), 'GET', inCentre(`people/${person}`));
    const dpo = await server.addAccount({ centre, roles: ['dpo'] });
    const closed = await program(await make({ scopes: ['readRegisters', 'readSsin'] }, dpo), 'GET', inCentre(`people/${person}`));
    await server.asOwner('UPDATE person SET ssin = NULL WHERE id = $1', [person]);
    expect([without, given, closed].map((answer) => [answer.statusCode, answer.body.includes('85073003328')])).toEqual([
      [200, false],
      [200, true],
      [200, false],
    ]);
  });

  test('what a program changed stands in the trail under its owner, with the token', async () => {
    const token = await make({ scopes: ['writePeople'], name: 'Paie' });
    const made = await program(token, 'POST', inCentre('people'), { body: { lastName: 'Neuf', firstName: 'Programme', kind: 'staff' } });
    const [entry] = await server.asOwner(`SELECT actor_kind, actor_id, fields ->> 'token' AS token FROM audit_entry WHERE record_id = $1`, [made.json().id]);
    const [row] = await server.asOwner<{ id: string }>('SELECT id FROM personal_token WHERE name = $1 AND account_id = $2', ['Paie', adviser.id]);
    expect(entry).toEqual({ actor_kind: 'token', actor_id: adviser.id, token: row!.id });
    expect(await server.asOwner('SELECT * FROM audit_verify()')).toEqual([]);
    const [kept] = await server.asOwner<{ line: string }>(`SELECT string_agg(fields::text, ' ') AS line FROM audit_entry WHERE table_name = 'personal_token' AND record_id = $1`, [row!.id]);
    expect(kept!.line).toContain('Paie');
    expect(kept!.line).not.toContain(tokenHash(token)!.toString('hex'));
  });

  test('ends to the second, and says so', async () => {
    const token = await make();
    pass(30 * 86_400_000 - 1000);
    expect((await program(token, 'GET', inCentre('people'))).statusCode).toBe(200);
    pass(1000);
    const over = await program(token, 'GET', inCentre('people'));
    expect([over.statusCode, over.json().type]).toEqual([401, 'urn:problem-type:belgif:expiredAccessToken']);
    expect(over.headers['www-authenticate']).toMatch(/^Bearer realm="Beffroi", error="invalid_token"/);
  });

  test('revoked by its owner or by the administrator, it is dead at once, and cannot be revoked by others', async () => {
    const administrator = await server.addAccount({ installation: ['administrator'] });
    const stranger = await server.addAccount({ centre, roles: ['adviser'] });
    for (const by of ['owner', 'administrator'] as const) {
      const token = await make({ name: by });
      const { items } = (await server.call('GET', '/me/tokens', { as: adviser })).json() as { items: { id: string; name: string; state: string }[] };
      const { id } = items.find((item) => item.name === by)!;
      expect((await server.call('DELETE', `/me/tokens/${id}`, { as: stranger })).statusCode).toBe(404);
      expect((await server.call('DELETE', `/tokens/${id}`, { as: stranger })).statusCode).toBe(403);
      expect((await program(token, 'GET', inCentre('people'))).statusCode).toBe(200);
      const [as, path] = by === 'owner' ? [adviser, `/me/tokens/${id}`] : [administrator, `/tokens/${id}`];
      expect((await server.call('DELETE', path, { as })).statusCode).toBe(204);
      for (let again = 0; again < 2; again += 1) expect((await program(token, 'GET', inCentre('people'))).json().type).toBe('urn:problem-type:belgif:invalidAccessToken');
      expect((await server.call('DELETE', path, { as })).statusCode).toBe(404);
    }
    const listed = (await server.call('GET', '/tokens?sort=-accountName&pageSize=1', { as: administrator })).json() as { total: number; items: object[]; next: string };
    expect(listed.items).toHaveLength(1);
    expect(listed.total).toBeGreaterThan(1);
    expect((await server.call('GET', listed.next, { as: administrator })).statusCode).toBe(200);
  });

  test('gives no more than its owner has at that minute', async () => {
    const token = await make({ organizationIds: [centre, other] });
    const seen = async () => [(await program(token, 'GET', inCentre('candidacies'))).statusCode, (await program(token, 'GET', '/organizations')).statusCode];
    expect(await seen()).toEqual([200, 200]);
    await server.asOwner(`UPDATE link SET granted_roles = '{reception}' WHERE account_id = $1 AND organization_id = $2`, [adviser.id, centre]);
    expect(await seen()).toEqual([403, 200]);
    await server.asOwner(`UPDATE link SET "end" = '2026-01-01' WHERE account_id = $1`, [adviser.id]);
    expect(await seen()).toEqual([404, 403]);
    // The administrator's powers over the installation go into no token.
    const administrator = await server.addAccount({ centre, roles: ['adviser'], installation: ['administrator'] });
    const powerful = await make({ scopes: tokenScopeNames.filter((name) => name !== 'backupRun') }, administrator);
    expect((await program(powerful, 'GET', '/backups')).statusCode).toBe(403);
    expect((await program(powerful, 'GET', `/organizations/${other}`)).statusCode).toBe(404);
    await server.asOwner(`UPDATE link SET "end" = '2026-01-01' WHERE account_id = $1`, [administrator.id]);
    const left = ['/organizations', `/organizations/${centre}`, inCentre('people'), '/pools', '/backups', '/accounts'];
    expect((await Promise.all(left.map((path) => program(powerful, 'GET', path)))).map(({ statusCode }) => statusCode)).toEqual([403, 404, 404, 403, 403, 403]);
  });

  test('of an account that was shut is none, whatever it asks for, and its use is not noted', async () => {
    const token = await make();
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE id = $1', [adviser.id]);
    for (const path of ['/organizations', inCentre('people'), '/me', '/pools']) {
      const answer = await program(token, 'GET', path);
      expect([path, answer.statusCode, answer.json().type]).toEqual([path, 401, 'urn:problem-type:belgif:invalidAccessToken']);
    }
    expect(await server.asOwner('SELECT 1 FROM personal_token_use u JOIN personal_token t ON t.id = u.token_id WHERE t.account_id = $1', [adviser.id])).toEqual([]);
    await server.asOwner('UPDATE account SET disabled_at = NULL WHERE id = $1', [adviser.id]);
    expect((await program(token, 'GET', inCentre('people'))).statusCode).toBe(200);
  });

  test('is made by whoever proved a moment ago who they are, and not by a page left open', async () => {
    const body = { name: 'Export', scopes: ['readAll'], organizationIds: [centre], days: 30 };
    const ask = () => server.call('POST', '/me/tokens', { as: adviser, body });
    pass(10 * 60_000);
    expect((await ask()).statusCode).toBe(201);
    pass(1);
    expect((await ask()).json().type).toBe('urn:problem-type:beffroi:proofRequired');
    expect((await server.call('GET', '/me/tokens', { as: adviser })).json().total).toBe(1);
    expect((await server.call('POST', '/session/prove', { as: adviser, body: { password } })).statusCode).toBe(204);
    expect((await ask()).statusCode).toBe(201);
  });

  test('is made for one’s own centres only, and so many at most, asked for one by one or at once', async () => {
    const narrow = await server.addAccount({ centre, roles: ['adviser'] });
    const body = { name: 'x', scopes: ['readAll'], organizationIds: [centre], days: 30 };
    const faults: [object, string][] = [
      [{ organizationIds: [other] }, 'organizationIds[0]'],
      [{ organizationIds: [] }, 'organizationIds'],
      [{ scopes: [] }, 'scopes'],
      [{ scopes: ['account.self'] }, 'scopes[0]'],
      [{ days: 366 }, 'days'],
    ];
    for (const [fault, name] of faults) {
      const answer = await server.call('POST', '/me/tokens', { as: narrow, body: { ...body, ...fault } });
      expect([answer.statusCode, answer.json().issues?.[0]?.name], JSON.stringify(fault)).toEqual([400, name]);
    }
    const answers = await Promise.all(Array.from({ length: 23 }, () => server.call('POST', '/me/tokens', { as: narrow, body })));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    expect(answers.find(({ statusCode }) => statusCode === 400)!.json().issues[0]).toMatchObject({ code: 'tooManyTokens' });
  });

  test('is stored as a hash, listed with the day of its last use, and shown nowhere again', async () => {
    const token = await make({ name: 'Montré une fois' });
    await program(token, 'GET', inCentre('people'));
    const list = await server.call('GET', '/me/tokens', { as: adviser });
    expect(list.json().items[0]).toMatchObject({ name: 'Montré une fois', state: 'good', lastUsedOn: moment.toISOString().slice(0, 10) });
    const [row] = await server.asOwner<{ line: string }>('SELECT t::text AS line FROM personal_token t WHERE token_hash = $1', [tokenHash(token)]);
    for (const text of [list.body, row!.line, JSON.stringify(server.log())]) expect(text).not.toContain(token.slice(0, 20));
  });

  test('counts in the header alone, with any cookie unheard', async () => {
    const token = await make();
    const cases: [string, Record<string, string>, string, number][] = [
      ['in the address', { 'x-beffroi': '' }, `?access_token=${token}`, 401],
      ['in the address, signed in', { cookie: adviser.cookie }, `?access_token=${token}`, 400],
      ['as another scheme', { authorization: `Basic ${token}` }, '', 401],
      ['cut', { authorization: `Bearer ${token.slice(0, -1)}` }, '', 401],
      ['unknown', { authorization: `Bearer ${newToken()}` }, '', 401],
      ['wrong beside a good cookie', { authorization: `Bearer ${newToken()}`, cookie: adviser.cookie }, '', 401],
      ['in lower case', { authorization: `bearer ${token}` }, '', 200],
    ];
    for (const [name, headers, query, status] of cases) {
      const answer = await server.call('GET', inCentre(`people${query}`), { headers });
      expect([name, answer.statusCode], answer.body).toEqual([name, status]);
      if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="Beffroi"/);
    }
  });

  test('wrong ones are slowed by origin, and a right one from there still passes', async () => {
    const token = await make();
    const from = '198.51.100.77';
    const statuses: number[] = [];
    for (let tried = 0; tried < 70 && statuses.at(-1) !== 429; tried += 1) statuses.push((await program(newToken(), 'GET', inCentre('people'), { from })).statusCode);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.length).toBeGreaterThan(30);
    expect((await program(token, 'GET', inCentre('people'), { from })).statusCode).toBe(200);
    expect((await program(newToken(), 'GET', inCentre('people'))).statusCode).toBe(401);
  });
});
