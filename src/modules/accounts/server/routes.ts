import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language, LocalizedText } from '../../../kernel/language.ts';
import { abilities } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { openSession } from '../../../server/auth/open-session.ts';
import { hashPassword, passwordFault, passwordIsGood } from '../../../server/auth/passwords.ts';
import { endedCookie } from '../../../server/auth/session-cookie.ts';
import { installationId } from '../../../server/db/database.ts';
import { originOf } from '../../../server/http/origin.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { PasswordChange, SetUp, SignIn } from '../account.ts';
import * as store from './store.ts';

const Me = z
  .object({
    account: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: Language }),
    demonstration: z.boolean(),
    installation: z.array(z.string()),
    organizations: z.array(z.object({ id: z.uuid(), slug: z.string(), name: LocalizedText, municipality: z.string(), roles: z.array(z.string()), pool: z.string().optional() })),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Me' });
const Session = z.object({ id: z.uuid(), createdAt: z.string(), lastSeenAt: z.string(), device: z.string().optional(), current: z.boolean() });
// So many free tries: five for an address from one origin; more for an origin that many people may share; and for an address
// from anywhere, so that a stranger who knows it cannot keep its owner out with a try now and then.
const free = { address: 5, origin: 30, anywhere: 50 };

const refuseLocked = (until: Date | undefined, now: Date): void => {
  if (until) throw new Problem('accountLocked', { headers: { 'retry-after': String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))) } });
};

/** Signing in and out, the set-up of the first account, and what a person sees and changes of their own account. */
export const registerAccounts = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const asSetup = { organizations: [installationId], actor: { kind: 'setup' as const } };

  api.post(
    '/session',
    { config: { action: 'public' }, schema: { operationId: 'signIn', tags: ['accounts'], summary: 'Sign in', body: SignIn, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { email, password } = request.body;
      const now = services.now();
      const origin = originOf(request.ip);
      const keys = [
        { key: `address ${email} ${origin}`, free: free.address },
        { key: `address ${email}`, free: free.anywhere },
        { key: `origin ${origin}`, free: free.origin },
      ];
      for (const [index, { key, free: tries }] of keys.entries()) {
        const until = await store.takeTry(db.kysely, key, tries, now);
        if (!until) continue;
        for (const earlier of keys.slice(0, index)) await store.returnTry(db.kysely, earlier.key, earlier.free);
        refuseLocked(until, now);
      }
      const account = await store.accountByEmail(db.kysely, email);
      if (!(await passwordIsGood(password, account?.password)) || !account) throw new Problem('wrongCredentials');
      for (const { key, free: tries } of keys.slice(1)) await store.returnTry(db.kysely, key, tries);
      await store.forgetFailures(db.kysely, `address ${email} ${origin}`);
      await openSession(services, request, reply, { accountId: account.id, proof: 'password' });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    '/session',
    { config: { action: 'account.self' }, schema: { operationId: 'signOut', tags: ['accounts'], summary: 'Sign out', response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      await store.deleteSession(db.kysely, request.access.account!.accountId, request.access.account!.sessionId);
      reply.header('set-cookie', endedCookie(services.url));
      return reply.status(204).send() as never;
    },
  );

  const SetUpToken = z.strictObject({ token: z.string().min(20).max(100) }).meta({ id: 'SetUpToken' });
  api.post(
    '/setup/check',
    { config: { action: 'public' }, schema: { operationId: 'checkSetUp', tags: ['accounts'], summary: 'Is this set-up link still good?', body: SetUpToken, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      if (!(await store.oneTimeLinkIsGood(db.kysely, 'setup', request.body.token, services.now()))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/setup',
    {
      config: { action: 'public' },
      schema: { operationId: 'setUp', tags: ['accounts'], summary: 'Make the first account, with the one-time link printed at the start', body: SetUp, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { token, name, email, password, language } = request.body;
      const now = services.now();
      if (!(await store.oneTimeLinkIsGood(db.kysely, 'setup', token, now))) throw new Problem('resourceNotFound');
      const fault = await passwordFault(password, language, [name, email]);
      if (fault) throw invalidInput('password', fault);
      const passwordHash = await hashPassword(password);
      const id = await db.tx(asSetup, async (tx) => {
        if (!(await store.useOneTimeLink(tx, 'setup', token, now)) || (await store.anyAccount(tx))) throw new Problem('resourceNotFound');
        const account = await store.insertAccount(tx, { name, email, language, passwordHash }, now);
        await store.insertInstallationRole(tx, account, 'administrator');
        return account;
      });
      await openSession(services, request, reply, { accountId: id, proof: 'password' });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/me',
    { config: { action: 'account.self' }, schema: { operationId: 'getMe', tags: ['accounts'], summary: 'The signed-in account, its centres and what it may do', response: responses({ 200: Me }) } },
    async (request) => {
      const { account, links, installation, scope, actor } = request.access;
      const organizations = await db.tx(scope, (tx) => store.linkedOrganizations(tx));
      return {
        account: { id: account!.accountId, name: account!.name, email: account!.email, language: account!.language as Language },
        demonstration: services.demonstration,
        installation: [...installation],
        organizations: organizations.map((organization) => ({
          ...organization,
          pool: organization.pool ?? undefined,
          roles: links.find((link) => link.organizationId === organization.id)?.roles ?? [],
        })),
        can: abilities(actor, { createOrganization: 'organization.create', managePools: 'pool.manage' }),
      };
    },
  );

  api.patch(
    '/me',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'updateMe',
        tags: ['accounts'],
        summary: 'Choose the language of the pages',
        consumes: ['application/merge-patch+json'],
        body: z.strictObject({ language: Language }).meta({ id: 'MePatch' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      await db.tx({ organizations: [installationId], actor: request.access.scope.actor }, (tx) => store.setLanguage(tx, request.access.account!.accountId, request.body.language));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/me/password',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'changePassword', tags: ['accounts'], summary: 'Change the password; other sessions end', body: PasswordChange, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const account = request.access.account!;
      const now = services.now();
      const key = `change ${account.accountId}`;
      refuseLocked(await store.takeTry(db.kysely, key, free.address, now), now);
      const hash = await store.passwordHash(db.kysely, account.accountId);
      if (!(await passwordIsGood(request.body.current, hash))) throw invalidInput('current', 'wrongPassword');
      await store.forgetFailures(db.kysely, key);
      const fault = await passwordFault(request.body.password, account.language as Language, [account.name, account.email]);
      if (fault) throw invalidInput('password', fault);
      const passwordHash = await hashPassword(request.body.password);
      await db.tx({ organizations: [installationId], actor: request.access.scope.actor }, async (tx) => {
        await store.setPasswordHash(tx, account.accountId, passwordHash, now);
        await store.deleteOtherSessions(tx, account.accountId, account.sessionId);
        await store.recordPasswordChange(tx, account.accountId);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/me/sessions',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'listSessions',
        tags: ['accounts'],
        summary: 'Where this account is signed in',
        response: responses({ 200: z.object({ self: z.string(), items: z.array(Session), total: z.int(), pageSize: z.int() }).meta({ id: 'Sessions' }) }),
      },
    },
    async (request) => {
      const account = request.access.account!;
      const rows = await store.listSessions(db.kysely, account.accountId, services.now());
      const items = rows.map((row) => ({
        id: row.id,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.updatedAt.toISOString(),
        device: row.userAgent ?? undefined,
        current: row.id === account.sessionId,
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.delete(
    '/me/sessions/:id',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'endSession', tags: ['accounts'], summary: 'End one of one’s sessions', params: z.strictObject({ id: z.uuid() }), response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      if (!(await store.deleteSession(db.kysely, request.access.account!.accountId, request.params.id))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );
};
