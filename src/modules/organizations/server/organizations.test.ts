import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';

type Item = { id: string; municipality: string; people: number; roles: string[] };
type List = { items: Item[]; total?: number; next?: string };

describeOnBothEngines('centres', (engine) => {
  let server: TestServer;
  let administrator: Account;
  let adviser: Account;
  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-21T23:30:00Z') });
    administrator = await server.addAccount({ installation: ['administrator'] });
    adviser = await server.addAccount({ centre: await server.addCentre({ slug: 'first' }), roles: ['adviser'] });
  });
  afterAll(() => server.close());

  const centre = { slug: 'valombre', name: { fr: 'CPAS de Valombre', de: 'ÖSHZ Valombre' }, documentLanguage: 'fr', municipality: 'Valombre', region: 'wallonia', enterpriseNumber: 'BE 0212.345.668' };
  const create = (more: object = {}, as = adviser) => server.call('POST', '/organizations', { as, body: { ...centre, ...more } });

  test('whoever enters a centre is its adviser there from that day on, and nobody else sees it', async () => {
    const made = await create();
    expect(made.statusCode).toBe(201);
    const { id } = made.json();
    expect(made.json()).toMatchObject({ enterpriseNumber: '0212345668', profile: {}, facts: {}, version: 1 });
    const me = (await server.call('GET', '/me', { as: adviser })).json();
    expect(me.organizations).toMatchObject([{ slug: 'first' }, { id, slug: 'valombre', roles: ['adviser'] }]);
    const stranger = await server.addAccount({ centre: await server.addCentre({ slug: 'stranger' }), roles: ['adviser'] });
    expect((await server.call('GET', `/organizations/${id}`, { as: stranger })).statusCode).toBe(404);
    // The day is Belgium's, where it is half past midnight already.
    const [link] = await server.asOwner<{ day: string }>('SELECT start::text AS day FROM link WHERE organization_id = $1', [id]);
    expect(link?.day).toBe('2026-11-22');
    const trail = await server.asOwner<{ table_name: string; actor_id: string }>('SELECT table_name, actor_id FROM audit_entry WHERE organization_id = $1 ORDER BY table_name', [id]);
    expect(trail).toEqual([
      { table_name: 'link', actor_id: adviser.id },
      { table_name: 'organization', actor_id: adviser.id },
    ]);
  });

  test('a short name is taken once, without a word on who has it', async () => {
    const again = await create({ slug: 'stranger' });
    expect(again.statusCode).toBe(409);
    expect(again.body).not.toContain('stranger');
  });

  test.each([
    [{ enterpriseNumber: '0212345669' }, 'enterpriseNumber', 'invalidEnterpriseNumber'],
    [{ slug: 'Accent é' }, 'slug', 'invalidSlug'],
    [{ name: {} }, 'name', 'atLeastOneLanguage'],
    [{ profile: { wifi: 'perhaps' } }, 'profile.wifi', 'notInList'],
    [{ facts: { unheard: 'x' } }, 'facts.unheard', 'unknownInput'],
    [{ address: { street: 'Rue', postalCode: '49', locality: 'X' } }, 'address.postalCode', 'invalidPostalCode'],
  ])('%j is refused', async (more, name, code) => {
    const answer = await create({ slug: 'refused', ...more });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().issues).toMatchObject([{ in: 'body', name, code }]);
    expect(await server.asOwner(`SELECT 1 FROM organization WHERE slug = 'refused'`)).toEqual([]);
  });

  test('an answer of the profile is changed alone, and taken back with null', async () => {
    const { id } = (await create({ slug: 'profile', profile: { wifi: 'none', restHome: true }, facts: { networkOperator: 'Réseau' } })).json();
    const patch = (version: string, body: unknown) => server.call('PATCH', `/organizations/${id}`, { as: adviser, body, headers: { 'if-match': version } });
    expect((await patch('"1"', { profile: { wifi: 'protected' } })).json().profile).toEqual({ wifi: 'protected', restHome: true });
    expect((await patch('"2"', { profile: { restHome: null }, facts: { networkOperator: null }, name: { de: null } })).json()).toMatchObject({
      profile: { wifi: 'protected' },
      facts: {},
      name: { fr: 'CPAS de Valombre' },
    });
    const stale = await patch('"1"', { profile: { wifi: 'none' } });
    expect(stale.statusCode).toBe(412);
    expect(stale.json().changes).toHaveLength(2);
    expect((await server.call('PATCH', `/organizations/${id}`, { as: adviser, body: {} })).statusCode).toBe(428);
  });

  test('the list of one’s centres pages, counts and tells the roles in each', async () => {
    const person = await server.addAccount({});
    const added = await Promise.all(
      Array.from({ length: 31 }, async (_, index) =>
        server.addCentre({ slug: `many-${index}`, municipality: ['Éghezée', 'eupen', 'Ath', 'Écaussinnes'][index % 4]!, region: index % 2 ? 'wallonia' : 'germanSpeaking' }),
      ),
    );
    for (const id of added)
      await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{adviser}', '2020-01-01')`, [id, person.id]);
    const seen: Item[] = [];
    let next: string | undefined = '/organizations?pageSize=7';
    while (next) {
      const page: List = (await server.call('GET', next, { as: person })).json();
      if (seen.length === 0) expect(page.total).toBe(31);
      seen.push(...page.items);
      next = page.next;
    }
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(added));
    expect(seen.length).toBe(31);
    expect(seen.map(({ municipality }) => municipality)).toEqual(seen.map(({ municipality }) => municipality).toSorted(new Intl.Collator('und').compare));
    expect(seen.every(({ roles }) => roles.join() === 'adviser')).toBe(true);
    expect((await server.call('GET', '/organizations?region=germanSpeaking', { as: person })).json().total).toBe(16);
    expect((await server.call('GET', '/organizations?text=ecauss', { as: person })).json().total).toBe(7);
  });

  test('a link counts from its first day to its last', async () => {
    const id = await server.addCentre({ slug: 'dated' });
    const person = await server.addAccount({});
    const status = async (start: string, end: string | null): Promise<number> => {
      await server.asOwner('DELETE FROM link WHERE account_id = $1', [person.id]);
      await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start, "end") VALUES ($1, gen_random_uuid(), $2, '{adviser}', $3, $4)`, [id, person.id, start, end]);
      return (await server.call('GET', `/organizations/${id}`, { as: person })).statusCode;
    };
    expect(await status('2026-11-22', '2026-11-22')).toBe(200);
    expect(await status('2026-11-23', null)).toBe(404);
    expect(await status('2020-01-01', '2026-11-21')).toBe(404);
  });

  test('mandates, services headed and contracts give roles while they last, suspensions aside', async () => {
    const id = await server.addCentre({ slug: 'roles' });
    const personId = await server.addPerson(id);
    const account = await server.addAccount({ centre: id, personId });
    const roles = async (): Promise<string[]> => (await server.call('GET', '/me', { as: account })).json().organizations.flatMap((one: { roles: string[] }) => one.roles);
    expect(await roles()).toEqual([]);
    await server.addRecord(id, 'mandate', { personId, kind: 'archivist', start: '2026-11-22', end: '2026-11-22' });
    await server.addRecord(id, 'mandate', { personId, kind: 'dpo', start: '2026-11-23' });
    await server.addRecord(id, 'mandate', { personId, kind: 'adviser', start: '2020-01-01', end: '2026-11-21' });
    expect(await roles()).toEqual(['archivist']);
    await server.addRecord(id, 'service', { name: 'Accueil', kind: 'social', headId: personId, seesPersonalData: true });
    expect((await roles()).toSorted()).toEqual(['archivist', 'headOfService']);
    await server.addRecord(id, 'contract', { personId, kind: 'permanent', function: 'agent', start: '2020-01-01', suspensions: [{ start: '2026-11-22', reason: 'illness' }] });
    expect(await roles()).not.toContain('staff');
    await server.addRecord(id, 'contract', { personId, kind: 'mission', function: 'expert', start: '2020-01-01', suspensions: [{ start: '2026-01-01', end: '2026-11-21', reason: 'other' }] });
    expect((await roles()).toSorted()).toEqual(['archivist', 'headOfService', 'outsideFirm']);
  });

  test('the administrator reaches the record of a centre, and nothing within it', async () => {
    const id = await server.addCentre({ slug: 'within' });
    expect((await server.call('GET', `/organizations/${id}`, { as: administrator })).statusCode).toBe(200);
    for (const path of ['people', 'contracts', 'auditEntries', 'peopleOverview']) expect((await server.call('GET', `/organizations/${id}/${path}`, { as: administrator })).statusCode, path).toBe(403);
    expect((await server.call('GET', '/organizations/00000000-0000-0000-0000-000000000000', { as: administrator })).statusCode).toBe(404);
    expect((await server.call('GET', '/organizations/01990000-0000-7000-8000-000000000001', { as: administrator })).statusCode).toBe(404);
  });
});

describe('pools', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ now: new Date('2026-11-22T10:00:00Z') });
  });
  afterAll(() => server.close());

  test('a centre is in one pool at a time, leaves the former the day before, and sees its own only', async () => {
    const administrator = await server.addAccount({ installation: ['administrator'] });
    const id = await server.addCentre({ slug: 'member' });
    const adviser = await server.addAccount({ centre: id, roles: ['adviser'] });
    const pool = async (name: string): Promise<string> => (await server.call('POST', '/pools', { as: administrator, body: { name, form: 'association' } })).json().id;
    const [former, present] = [await pool('Ancien groupement'), await pool('Nouveau groupement')];
    const join = (poolId: string, start: string) => server.call('PUT', `/organizations/${id}/pool`, { as: administrator, body: { poolId, start } });
    expect((await join(former, '2024-01-01')).statusCode).toBe(204);
    expect((await join(present, '2026-11-01')).statusCode).toBe(204);
    expect((await join('01990000-0000-7000-8000-000000000001', '2026-11-02')).statusCode).toBeGreaterThanOrEqual(400);
    const memberships = await server.asOwner('SELECT pool_id, start::text, "end"::text FROM pool_membership WHERE organization_id = $1 ORDER BY start', [id]);
    expect(memberships).toEqual([
      { pool_id: former, start: '2024-01-01', end: '2026-10-31' },
      { pool_id: present, start: '2026-11-01', end: null },
    ]);
    expect((await server.call('GET', `/organizations/${id}`, { as: adviser })).json().pool).toMatchObject({ id: present, name: 'Nouveau groupement' });
    expect((await server.call('GET', '/me', { as: adviser })).json().organizations[0].pool).toBe('Nouveau groupement');
    await pool('Troisième');
    const names = async (as: Account): Promise<string[]> => (await server.call('GET', '/pools', { as })).json().items.map((one: { name: string }) => one.name);
    expect(await names(adviser)).toEqual(['Ancien groupement', 'Nouveau groupement']);
    expect(await names(administrator)).toEqual(['Ancien groupement', 'Nouveau groupement', 'Troisième']);
    expect((await server.call('POST', '/pools', { as: adviser, body: { name: 'x', form: 'association' } })).statusCode).toBe(403);
  });
});
