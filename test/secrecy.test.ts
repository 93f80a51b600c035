import { globSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CentreRole, centreRoles, type InstallationRole, installationRoles } from '../src/kernel/permissions.ts';
import { sendDigests } from '../src/modules/reminders/server/send.ts';
import type { Scope } from '../src/server/db/database.ts';
import { apiPrefix } from '../src/server/http/app.ts';
import type { Mail } from '../src/server/mail.ts';
import { addressOf, type Filled, fillCentre, routesOf, secretMark } from './centre.ts';
import { type Account, testServer, type TestServer } from './harness.ts';
import { root, textOf } from './sources.ts';

/**
 * An infringement notice exists for two people (royal decree of 12 August 1993, art. 3). Each other role is tried on every route, and each of the
 * two on every route that is not of the room: what a room adds later is tried too, and fails here when it tells of one.
 */
let server: TestServer;
let centre: Filled;
let elsewhere: Filled;
let notice: string;
const letters: Mail[] = [];
const secret = secretMark('Marque').toLowerCase();
const accounts = new Map<string, Account>();
const own = ['adviser', 'directorGeneral', 'president'] as const;
let now = new Date('2026-11-02T09:00:00Z');

beforeAll(async () => {
  server = await testServer({ now: () => now, mails: letters });
  centre = await fillCentre(server, 'here', 'Marque');
  elsewhere = await fillCentre(server, 'elsewhere', 'Autre');
  notice = centre.ids['infringements']!;
  for (const role of centreRoles) accounts.set(role, await server.addAccount({ centre: centre.organizationId, roles: [role], email: `${role.toLowerCase()}@example.be` }));
  for (const role of installationRoles) accounts.set(role, await server.addAccount({ installation: [role] }));
  // Somebody who is the adviser, but elsewhere, and here an auditor.
  const both = await server.addAccount({ centre: elsewhere.organizationId, roles: ['adviser'] });
  await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, '{auditor}', '2020-01-01')`, [centre.organizationId, both.id]);
  accounts.set('adviserElsewhere', both);
  // Whoever stands in for the two, to whom they did not lend the notices.
  const standIn = await server.addAccount({ centre: centre.organizationId, roles: ['staff'] });
  accounts.set('standIn', standIn);
  const linkOf = async (account: Account): Promise<string> =>
    (await server.asOwner<{ id: string }>('SELECT id FROM link WHERE account_id = $1 AND organization_id = $2', [account.id, centre.organizationId]))[0]!.id;
  for (const role of ['adviser', 'directorGeneral'] as const)
    await server.asOwner(
      `INSERT INTO delegation (organization_id, id, from_link_id, to_link_id, role, start, "end", made_by) VALUES ($1, gen_random_uuid(), $2, $3, $4, '2026-11-01', '2026-12-01', $5)`,
      [centre.organizationId, await linkOf(accounts.get(role)!), await linkOf(standIn), role, accounts.get(role)!.id],
    );
  // A Monday morning, when digests leave; the notice has been waiting for its decision since April.
  now = new Date('2026-11-23T07:05:00Z');
  for (const account of accounts.values()) account.cookie = await server.signIn(account);
});
afterAll(() => server.close());

const tells = (text: string): boolean => text.toLowerCase().includes(secret) || text.includes(notice) || text.includes(centre.ids['infringementActions']!);
const reads = () => routesOf(server, apiPrefix).filter(({ method, path }) => method === 'GET' && !path.startsWith('/doc/'));
/** An address that asks a list for as much as it gives, and an export for text that can be read. */
const asked = (path: string): string => addressOf(path, centre) + (path.endsWith('/export') ? '?format=csv' : '');
const asAnybody = async (account: Account, path: string): Promise<string> => {
  const sessions = await server.asOwner<{ id: string }>('SELECT id FROM session WHERE user_id = $1 LIMIT 1', [account.id]);
  const answer = await server.call('GET', asked(path).replace(':id', sessions[0]?.id ?? ''), { as: account });
  return `${answer.statusCode}\n${JSON.stringify(answer.headers)}\n${answer.body}`;
};

describe('no route tells of a notice', () => {
  const others = (): string[] => [...accounts.keys()].filter((name) => !['adviser', 'directorGeneral'].includes(name));

  test('to anybody but the two: every role, on every route that reads', async () => {
    const found: string[] = [];
    const routes = reads().filter(({ path }) => !path.includes('/sessions/:id'));
    for (const name of others()) for (const { path } of routes) if (tells(await asAnybody(accounts.get(name)!, path))) found.push(`${name} GET ${path}`);
    expect(found).toEqual([]);
  }, 240_000);

  test('to the two, outside of their own pages: nothing is searched, exported, reported or audited', async () => {
    const allowed = /^\/(?:organizations\/:organizationId\/)?(?:infringement|obligations)/;
    const found: string[] = [];
    for (const role of ['adviser', 'directorGeneral'] as const)
      for (const { path } of reads().filter((route) => !allowed.test(route.path))) if (tells(await asAnybody(accounts.get(role)!, path))) found.push(`${role} GET ${path}`);
    expect(found).toEqual([]);
    // The sweep sees what is there to be seen.
    expect(tells(await asAnybody(accounts.get('directorGeneral')!, '/organizations/:organizationId/infringements/:id'))).toBe(true);
    expect(tells(await asAnybody(accounts.get('adviser')!, '/organizations/:organizationId/infringements'))).toBe(true);
  });

  test('by what it answers: with one and with none, every other is told the same', async () => {
    const paths = ['infringements', `infringements/${notice}`, `infringements/${notice}/preview`, `infringements/${notice}/file`];
    const answers = async (name: string, organizationId: string): Promise<string[]> =>
      Promise.all(
        paths.map(async (path) => {
          const { statusCode, body } = await server.call('GET', `/organizations/${organizationId}/${path}`, { as: accounts.get(name)! });
          return `${statusCode} ${statusCode === 200 ? body : ((JSON.parse(body) as { type: string }).type ?? '')}`.replaceAll(organizationId, 'centre');
        }),
      );
    const empty = await server.addCentre({ slug: 'empty' });
    for (const role of centreRoles) {
      if (role === 'adviser' || role === 'directorGeneral') continue;
      const account = accounts.get(role)!;
      await server.asOwner(`INSERT INTO link (organization_id, id, account_id, granted_roles, start) VALUES ($1, gen_random_uuid(), $2, $3, '2020-01-01')`, [empty, account.id, [role]]);
      expect(await answers(role, centre.organizationId), role).toEqual(await answers(role, empty));
    }
  });

  test('by any search, whoever asks', async () => {
    for (const [name, account] of accounts)
      for (const [path, body] of [
        ['/search', { text: secret }],
        ['/search', { recent: [{ group: 'advice', id: notice, organizationId: centre.organizationId }] }],
        [`/organizations/${centre.organizationId}/people/search`, { text: secret }],
        [`/organizations/${centre.organizationId}/documentationEntries/search`, { text: secret }],
      ] as const) {
        const answer = await server.call('POST', path, { as: account, body });
        const found = answer.statusCode < 400 ? answer.body : '';
        expect(tells(found), `${name} POST ${path}`).toBe(false);
      }
  });

  test('to a program, whatever its token may', async () => {
    const adviser = accounts.get('adviser')!;
    const made = await server.call('POST', '/me/tokens', {
      as: adviser,
      body: { name: 'Lecture', scopes: ['readAll', 'readRegisters', 'readDocuments', 'readAudit'], organizationIds: [centre.organizationId], days: 30 },
    });
    expect(made.statusCode, made.body).toBe(201);
    const { token } = made.json() as { token: string };
    const found: string[] = [];
    for (const { path } of reads()) {
      const answer = await server.call('GET', asked(path), { headers: { authorization: `Bearer ${token}` } });
      if (tells(answer.body)) found.push(path);
    }
    expect(found).toEqual([]);
  });
});

describe('nothing that leaves by itself tells of a notice', () => {
  test('digests: the two have it on their page, and in no mail', async () => {
    for (const role of own.slice(0, 2)) {
      const { items } = (await server.call('GET', '/obligations?pageSize=200', { as: accounts.get(role)! })).json() as { items: { room: string; title: object }[] };
      expect(items.filter(({ room }) => room === 'infringements')).toHaveLength(2);
      expect(JSON.stringify(items.filter(({ room }) => room === 'infringements').map(({ title }) => title))).not.toMatch(/Marque/);
    }
    for (let round = 0; round < 5; round += 1) await sendDigests(server.services);
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.filter((letter) => tells(JSON.stringify(letter)) || /onfidenti(?!alité)|nfraction/.test(letter.text))).toEqual([]);
    expect(await server.asOwner(`SELECT * FROM reminder WHERE subject LIKE '%' || $1 || '%'`, [notice])).toEqual([]);
  });

  test('calendars of the two', async () => {
    for (const role of own) {
      const made = await server.call('POST', '/me/calendars', { as: accounts.get(role)!, body: { name: 'Agenda' } });
      expect(made.statusCode, made.body).toBe(201);
      const { address } = made.json() as { address: string };
      const feed = await server.call('GET', address);
      expect(feed.statusCode, feed.body).toBe(200);
      expect(feed.body).toContain('BEGIN:VCALENDAR');
      expect(tells(feed.body) || /onfidenti(?!alité)|nfraction/.test(feed.body)).toBe(false);
    }
  });

  test('the log, whatever was asked so far', () => {
    expect(server.log().length).toBeGreaterThan(0);
    expect(server.log().filter((line) => tells(JSON.stringify(line)))).toEqual([]);
  });
});

describe('the database holds it apart', () => {
  const tables = ['infringement', 'infringement_action', 'infringement_letter'];
  const seen = async (confidential: Scope['confidential'], organizations = [centre.organizationId, elsewhere.organizationId]) =>
    server.db.tx({ organizations, actor: { kind: 'command' }, ...(confidential ? { confidential } : {}) }, async (tx) => {
      const rows: string[] = [];
      for (const table of tables) rows.push(...(await sql<{ organizationId: string }>`SELECT organization_id FROM ${sql.table(table)}`.execute(tx)).rows.map((row) => row.organizationId));
      return [...new Set(rows)];
    });

  test.each([
    ['a scope that does not ask for it', () => undefined, 0],
    ['another centre', () => [{ organizationId: elsewhere.organizationId, as: 'adviser' as const }], 1],
    ['the president, to whom none is addressed', () => [{ organizationId: centre.organizationId, as: 'president' as const }], 0],
    ['the adviser', () => [{ organizationId: centre.organizationId, as: 'adviser' as const }], 1],
    ['the daily manager', () => [{ organizationId: centre.organizationId, as: 'directorGeneral' as const }], 1],
  ])('under %s', async (_name, confidential, centres) => {
    const found = await seen(confidential());
    expect(found).toHaveLength(centres);
    for (const id of found) expect(id).toBe(confidential()![0]!.organizationId);
    // And never outside the scope of the transaction, whatever else is set.
    expect(await seen(confidential(), [])).toEqual([]);
  });

  test('its trail is a chain that no page reads, and the ordinary one knows nothing', async () => {
    const everything = { organizations: [centre.organizationId], actor: { kind: 'command' as const }, confidential: own.map((as) => ({ organizationId: centre.organizationId, as })) };
    const entries = await server.db.tx(everything, async (tx) => (await sql<{ class: string }>`SELECT DISTINCT class FROM audit_entry UNION SELECT DISTINCT class FROM audit_link`.execute(tx)).rows);
    expect(entries).toEqual([{ class: 'ordinary' }]);
    const written = await server.asOwner<{ class: string; ordinary: number }>(
      `SELECT (SELECT string_agg(DISTINCT class, ' ') FROM audit_entry WHERE table_name LIKE 'infringement%') AS class,
        (SELECT count(*)::int FROM audit_entry WHERE class = 'ordinary' AND (fields::text ILIKE '%' || $1 || '%' OR record_id = $2)) AS ordinary`,
      [secret, notice],
    );
    expect(written).toEqual([{ class: 'confidential', ordinary: 0 }]);
  });

  test('no reference leads to it or from it: merging, erasing and “my data” go by references', async () => {
    const references = await server.asOwner<{ source: string; target: string }>(
      `SELECT conrelid::regclass::text AS source, confrelid::regclass::text AS target FROM pg_constraint
       WHERE contype = 'f' AND (conrelid::regclass::text = ANY ($1) OR confrelid::regclass::text = ANY ($1)) ORDER BY 1, 2`,
      [tables],
    );
    expect(references).toEqual([
      { source: 'infringement', target: 'organization' },
      { source: 'infringement_action', target: 'infringement' },
      { source: 'infringement_action', target: 'organization' },
      { source: 'infringement_letter', target: 'infringement' },
      { source: 'infringement_letter', target: 'organization' },
    ]);
  });

  test('no other room names its tables, and no function with the owner’s rights reads them', async () => {
    const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.startsWith('src/modules/infringements/'));
    expect(files.filter((file) => /\b(?:FROM|JOIN|INTO|UPDATE)\s+infringement|(?:selectFrom|insertInto|updateTable|deleteFrom)\('infringement|table: 'infringement/.test(textOf(file)))).toEqual([]);
    expect(await server.asOwner(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND prosrc LIKE '%infringement%'`)).toEqual([]);
  });

  test('only routes that say so let a confidential record exist', () => {
    const files = globSync('src/modules/*/server/*.ts', { cwd: root }).filter((file) => /confidential: true/.test(textOf(file)) && !file.endsWith('.test.ts'));
    expect(files.toSorted()).toEqual(['src/modules/deadlines/server/routes.ts', 'src/modules/infringements/server/act-routes.ts', 'src/modules/infringements/server/routes.ts']);
  });
});

test.each([...centreRoles.filter((role) => !(own as readonly CentreRole[]).includes(role)), ...installationRoles] as (CentreRole | InstallationRole)[])(
  '%s is told on no page of duties that one waits',
  async (role) => {
    const account = accounts.get(role)!;
    for (const path of ['/obligations?pageSize=200', '/obligations/summary?first=200', `/organizations/${centre.organizationId}/obligations?pageSize=200`]) {
      const answer = await server.call('GET', path, { as: account });
      expect(answer.body).not.toContain('infringement');
    }
  },
);
