// Which roles an account has on which day: by grants, groups, mandates, contracts, services and what was lent to it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothEngines, testServer, type TestServer } from '../../../test/harness.ts';
import { rolesIn } from './roles.ts';

type Contract = { kind?: string; start: string; end?: string; suspensions?: { start: string; end?: string }[] };
type Facts = { granted?: string[]; provided?: string[]; link?: { start: string; end?: string }; mandates?: { kind: string; start: string; end?: string }[]; contracts?: Contract[]; heads?: boolean };

const may = { start: '2026-05-01', end: '2026-05-31' };
/** What is known of somebody, and their roles by day. */
const cases: [string, Facts, Record<string, string[]>][] = [
  [
    'a grant lasts as long as the access',
    { granted: ['auditor'], provided: ['itAgent'], link: may },
    { '2026-04-30': [], '2026-05-01': ['auditor', 'itAgent'], '2026-05-31': ['auditor', 'itAgent'], '2026-06-01': [] },
  ],
  ['a mandate, from its first day to its last', { mandates: [{ kind: 'adviser', ...may }] }, { '2026-04-30': [], '2026-05-01': ['adviser'], '2026-05-31': ['adviser'], '2026-06-01': [] }],
  [
    'a mandate without an end ends with the last contract',
    { mandates: [{ kind: 'adviser', start: '2020-01-01' }], contracts: [{ start: '2019-01-01', end: '2026-05-31' }] },
    { '2020-01-01': ['adviser', 'staff'], '2026-05-31': ['adviser', 'staff'], '2026-06-01': [] },
  ],
  [
    'and is there again with the next contract',
    {
      mandates: [{ kind: 'itAgent', start: '2020-01-01' }],
      contracts: [
        { start: '2019-01-01', end: '2026-05-31' },
        { start: '2026-06-02', kind: 'fixedTerm' },
      ],
    },
    { '2026-05-31': ['itAgent', 'staff'], '2026-06-01': [], '2026-06-02': ['itAgent', 'staff'] },
  ],
  [
    'a mandate before the first contract is good: nothing has ended',
    { mandates: [{ kind: 'adviser', start: '2026-04-01' }], contracts: [{ start: '2026-05-01' }] },
    { '2026-04-01': ['adviser'], '2026-05-01': ['adviser', 'staff'] },
  ],
  [
    'an election outlasts a contract',
    {
      mandates: [
        { kind: 'president', start: '2020-01-01' },
        { kind: 'councilMember', start: '2020-01-01' },
      ],
      contracts: [{ start: '2019-01-01', end: '2026-05-31' }],
    },
    { '2026-06-01': ['councilMember', 'president'] },
  ],
  [
    'a suspension takes the contract’s role and the service away, and leaves the mandate, which the council gave',
    { mandates: [{ kind: 'adviser', start: '2020-01-01' }], contracts: [{ start: '2019-01-01', suspensions: [may] }], heads: true },
    { '2026-04-30': ['adviser', 'headOfService', 'staff'], '2026-05-15': ['adviser'], '2026-06-01': ['adviser', 'headOfService', 'staff'] },
  ],
  ['a suspension without an end', { contracts: [{ start: '2019-01-01', suspensions: [{ start: '2026-05-01' }] }] }, { '2026-04-30': ['staff'], '2026-05-01': [], '2030-01-01': [] }],
  ['a head whose contract ends', { contracts: [{ start: '2019-01-01', end: '2026-05-31' }], heads: true }, { '2018-12-31': [], '2026-05-31': ['headOfService', 'staff'], '2026-06-01': [] }],
  ['a head without any contract', { heads: true }, { '2026-06-01': ['headOfService'] }],
  ['a mission makes no staff', { contracts: [{ kind: 'mission', ...may }] }, { '2026-05-15': ['outsideFirm'], '2026-06-01': [] }],
];

describeOnBothEngines('roles by day', (engine) => {
  let server: TestServer;
  let centre: string;
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row: Record<string, unknown> = { ...(table === 'account' ? {} : { organization_id: centre }), id: randomUUID(), ...values };
    const names = Object.keys(row);
    await server.asOwner(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    return String(row['id']);
  };
  const somebody = async (facts: Facts): Promise<{ account: string; link: string; person: string }> => {
    const person = await server.addPerson(centre);
    const account = await insert('account', { name: 'X', email: `${randomUUID()}@example.be`, created_at: '2020-01-01', updated_at: '2020-01-01' });
    const link = await insert('link', { account_id: account, person_id: person, granted_roles: facts.granted ?? [], provided_roles: facts.provided ?? [], ...(facts.link ?? { start: '2000-01-01' }) });
    for (const mandate of facts.mandates ?? []) await insert('mandate', { person_id: person, ...mandate });
    for (const { suspensions = [], ...contract } of facts.contracts ?? [])
      await insert('contract', { person_id: person, kind: 'permanent', function: 'x', ...contract, suspensions: JSON.stringify(suspensions) });
    if (facts.heads) await insert('service', { name: randomUUID(), kind: 'social', head_id: person });
    return { account, link, person };
  };
  const roles = async (account: string, day: string): Promise<string[]> => (await rolesIn(server.db.kysely, account, day, centre)).toSorted();
  const lend = (from: string, to: string, role: string, values: Record<string, unknown> = {}): Promise<string> =>
    insert('delegation', { from_link_id: from, to_link_id: to, role, ...may, made_by: someAccount, ...values });
  let someAccount: string;

  beforeAll(async () => {
    server = await testServer({ engine });
    centre = await server.addCentre({ slug: 'roles' });
    someAccount = (await somebody({})).account;
  });
  afterAll(() => server.close());

  test.each(cases)('%s', async (_name, facts, expected) => {
    const { account } = await somebody(facts);
    for (const [day, given] of Object.entries(expected)) expect(await roles(account, day), day).toEqual(given);
  });

  test('a disabled account has none', async () => {
    const { account } = await somebody({ granted: ['adviser'] });
    await server.asOwner('UPDATE account SET disabled_at = now() WHERE id = $1', [account]);
    expect(await roles(account, '2026-05-15')).toEqual([]);
  });

  describe('a role that was lent', () => {
    test('is held from its day to its day, and no longer once it was ended', async () => {
      const from = await somebody({ granted: ['itAgent'] });
      const to = await somebody({ granted: ['archivist'] });
      const id = await lend(from.link, to.link, 'itAgent');
      expect(await roles(to.account, '2026-04-30')).toEqual(['archivist']);
      expect(await roles(to.account, '2026-05-01')).toEqual(['archivist', 'itAgent']);
      expect(await roles(to.account, '2026-05-31')).toEqual(['archivist', 'itAgent']);
      expect(await roles(to.account, '2026-06-01')).toEqual(['archivist']);
      expect(await roles(from.account, '2026-05-15')).toEqual(['itAgent']);
      await server.asOwner('UPDATE delegation SET ended_at = now() WHERE id = $1', [id]);
      expect(await roles(to.account, '2026-05-15')).toEqual(['archivist']);
    });

    test.each<[string, Facts]>([
      ['mandate', { mandates: [{ kind: 'headOfService', start: '2020-01-01', end: '2026-05-15' }] }],
      ['access', { granted: ['headOfService'], link: { start: '2020-01-01', end: '2026-05-15' } }],
      ['contract', { heads: true, contracts: [{ start: '2020-01-01', end: '2026-05-15' }] }],
    ])('ends with the %s of who lent it', async (_name, facts) => {
      const [from, to] = [await somebody(facts), await somebody({})];
      await lend(from.link, to.link, 'headOfService');
      expect(await roles(to.account, '2026-05-15')).toEqual(['headOfService']);
      expect(await roles(to.account, '2026-05-16')).toEqual([]);
    });

    test('is held while who lent it is suspended, which is what it is for', async () => {
      const [from, to] = [await somebody({ heads: true, contracts: [{ start: '2020-01-01', suspensions: [may] }] }), await somebody({})];
      await lend(from.link, to.link, 'headOfService');
      expect(await roles(from.account, '2026-05-15')).toEqual([]);
      expect(await roles(to.account, '2026-05-15')).toEqual(['headOfService']);
    });

    test('is not lent on', async () => {
      const [from, to, third] = [await somebody({ granted: ['adviser'] }), await somebody({}), await somebody({})];
      await lend(from.link, to.link, 'adviser');
      await lend(to.link, third.link, 'adviser');
      expect(await roles(to.account, '2026-05-15')).toEqual(['adviser']);
      expect(await roles(third.account, '2026-05-15')).toEqual([]);
    });
  });
});

test('a role ends in the minute in which its mandate does, in Belgium, for a session that goes on', async () => {
  let moment = new Date('2026-11-30T22:59:30Z');
  const server = await testServer({ now: () => moment });
  const centre = await server.addCentre({ slug: 'midnight' });
  const personId = await server.addPerson(centre);
  await server.addRecord(centre, 'mandate', { personId, kind: 'adviser', start: '2020-01-01', end: '2026-11-30' });
  const adviser = await server.addAccount({ centre, personId });
  const status = async (): Promise<number> => (await server.call('GET', `/organizations/${centre}/people`, { as: adviser })).statusCode;
  expect(await status()).toBe(200);
  moment = new Date('2026-11-30T23:00:00Z');
  expect(await status()).toBe(404);
  await server.close();
});
