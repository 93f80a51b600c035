import { afterAll, beforeAll, expect, test } from 'vitest';
import { centreRoles, installationRoles } from '../src/kernel/permissions.ts';
import { apiPrefix } from '../src/server/http/app.ts';
import { addressOf, type Filled, fillCentre, routesOf } from './centre.ts';
import { type Account, testServer, type TestServer } from './harness.ts';
import { expectTable } from './table.ts';
import { workReconciliations } from '../src/modules/reconciliation/server/work.ts';

let server: TestServer;
let centre: Filled;
/** One account per role, then somebody with an account and no role, then nobody. */
const actors = new Map<string, Account | undefined>();

beforeAll(async () => {
  server = await testServer();
  await workReconciliations(server.services);
  centre = await fillCentre(server, 'access', 'Marque');
  for (const role of centreRoles) actors.set(role, await server.addAccount({ centre: centre.organizationId, roles: [role] }));
  for (const role of installationRoles) actors.set(role, await server.addAccount({ installation: [role] }));
  actors.set('noRole', await server.addAccount({}));
  actors.set('nobody', undefined);
});
afterAll(() => server.close());

/** Calls without a body and without a version, so that what is allowed mostly stops at the input. */
const allowed = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, account: Account | undefined): Promise<boolean> => {
  const ends = (path === '/session' && method === 'DELETE') || path === '/session/lock';
  const session = account && ends ? await server.signIn(account) : account?.cookie;
  if (account && path.includes('/sessions/')) await server.signIn(account);
  const newest =
    account && path.includes('/sessions/') ? await server.asOwner<{ id: string }>('SELECT id FROM session WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1', [account.id]) : [];
  const [factor] =
    account && path.includes('/factors/')
      ? await server.asOwner<{ id: string }>(
          `INSERT INTO second_factor (id, account_id, kind, name, created_at, totp_key, last_step) VALUES (gen_random_uuid(), $1, 'totp', 'x', now(), 'x', 0) RETURNING id`,
          [account.id],
        )
      : [];
  const filled: Filled = { ...centre, ids: { ...centre.ids, factors: factor?.id ?? '00000000-0000-7000-8000-000000000000', sessions: newest[0]?.id ?? '00000000-0000-7000-8000-000000000000' } };
  // A task is for the one who asked for it: each asks for their own.
  if (path.includes('/tasks/')) await server.asOwner('UPDATE task SET account_id = $1', [account?.id]);
  if (account && path.includes('/identities/'))
    await server.asOwner(
      `INSERT INTO provider_identity (id, provider_id, account_id, issuer, subject, linked_at) VALUES ($1, $2, $3, 'x', 'x', now()) ON CONFLICT (id) DO UPDATE SET account_id = EXCLUDED.account_id`,
      [centre.ids['identities'], centre.ids['providers'], account.id],
    );
  if (path.includes('/groupMappings/')) await server.asOwner('UPDATE group_mapping SET wanted = true');
  if (account && path.includes('tokens/')) await server.asOwner('UPDATE personal_token SET account_id = $1, revoked_at = NULL', [account.id]);
  // A request that waited is gone once it was answered: each finds it anew.
  if (path.includes('/linkRequests/'))
    await server.asOwner(
      `INSERT INTO one_time_link (id, purpose, token_hash, created_at, expires_at, account_id) VALUES ($1, 'resetRequest', sha256('x'), now(), '2100-01-01', $2) ON CONFLICT DO NOTHING`,
      [centre.ids['linkRequests'], centre.ids['accounts']],
    );
  const answer = await server.call(method, addressOf(path, filled), { as: session });
  if (answer.statusCode >= 500) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`);
  return ![401, 403, 404].includes(answer.statusCode);
};

const summary = (roles: readonly string[]): string => {
  if (roles.length === actors.size) return 'anybody';
  if (roles.length === actors.size - 1 && !roles.includes('nobody')) return 'signedIn';
  const all = centreRoles.every((role) => roles.includes(role));
  return [...(all ? ['everybodyOfTheCentre'] : []), ...roles.filter((role) => !all || !(centreRoles as readonly string[]).includes(role))].join(' ') || '-';
};

const head = `# Who may use which route of the API

As the server answers, asked for each route with an account of each role; this page is written by \`test/access.test.ts\`, which fails when it says otherwise. Anybody: without an account. signedIn: with any account; everybodyOfTheCentre: whoever holds a role there. -: nobody of these, for the route asks for more than a role (a secret link, a record of one's own). Below \`/api/beffroi/v1\`.

| Route | Roles |
|---|---|`;

const groupsOf = <T>(size: number, all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

test('every route is open to the roles of the reviewed table, and to no other', async () => {
  const lines: string[] = [];
  for (const { method, path } of routesOf(server, apiPrefix)) {
    const answers: boolean[] = [];
    const ask = (account: Account | undefined) => allowed(method, path, account);
    // What only reads, and of nobody in particular, is asked by several at once.
    if (method === 'GET' && !/\/(?:tasks|sessions|factors|identities|\w*tokens|linkRequests|groupMappings)\//i.test(path))
      for (const some of groupsOf(6, [...actors.values()])) answers.push(...(await Promise.all(some.map(ask))));
    else for (const account of actors.values()) answers.push(await ask(account));
    lines.push(`| \`${method} ${path}\` | ${summary([...actors.keys()].filter((_role, index) => answers[index]))} |`);
  }
  expectTable('../docs/routes-and-roles.md', head, lines);
}, 600_000);

test('an account without any role in a centre cannot tell it from one that does not exist', async () => {
  const stranger = actors.get('noRole');
  const real = await server.call('GET', `/organizations/${centre.organizationId}`, { as: stranger });
  const none = await server.call('GET', '/organizations/01990000-0000-7000-8000-000000000001', { as: stranger });
  const { instance: _one, ...seen } = real.json();
  const { instance: _other, ...unseen } = none.json();
  expect(real.statusCode).toBe(404);
  expect(seen).toEqual(unseen);
});
