import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { Language, LocalizedText } from '../../../kernel/language.ts';
import { abilities } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { deviceOf } from '../../../server/auth/open-session.ts';
import { hashPassword, passwordFault, passwordIsGood } from '../../../server/auth/passwords.ts';
import { installationId, type Tables } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { proofs } from '../../../server/db/sessions.ts';
import { recordSignInEvent, signInEventKinds } from '../../../server/db/sign-in-events.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { collection, NoContent, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { PasswordChange } from '../account.ts';
import { idleLimits, IdleMinutes } from '../factor.ts';
import { tellOwner } from './notices.ts';
import * as store from './store.ts';
import { counted, proofTries } from './tries.ts';

const Me = z
  .object({
    account: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: Language, idleMinutes: IdleMinutes }),
    demonstration: z.boolean(),
    installation: z.array(z.string()),
    organizations: z.array(z.object({ id: z.uuid(), slug: z.string(), name: LocalizedText, municipality: z.string(), roles: z.array(z.string()), pool: z.string().optional() })),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Me' });
const Session = z.object({ id: z.uuid(), createdAt: z.string(), lastSeenAt: z.string(), device: z.string().optional(), current: z.boolean() });
type StoredEvent = Omit<Tables['signInEvent'], 'accountId'>;
const SignInEvent = z
  .object({ id: z.uuid(), at: z.string(), kind: z.enum(signInEventKinds), proof: z.enum(proofs).optional(), origin: z.string().optional(), device: z.string().optional() })
  .meta({ id: 'SignInEvent' });

const shown = ({ at, proof, origin, device, ...event }: StoredEvent) => ({ ...event, at: at.toISOString(), proof: proof ?? undefined, origin: origin ?? undefined, device: device ?? undefined });

/** What a person sees and changes of their own account: who they are, their password, their sessions, what happened at their sign-ins. */
export const registerMe = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/me',
    { config: { action: 'account.self' }, schema: { operationId: 'getMe', tags: ['accounts'], summary: 'The signed-in account, its centres and what it may do', response: responses({ 200: Me }) } },
    async (request) => {
      const { account, links, installation, scope, actor } = request.access;
      const organizations = await db.tx(scope, (tx) => store.linkedOrganizations(tx));
      const preferences = await store.accountById(db.kysely, account!.accountId);
      return {
        account: { id: account!.accountId, name: account!.name, email: account!.email, language: account!.language as Language, idleMinutes: preferences?.idleMinutes ?? idleLimits.usual },
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
        summary: 'Choose the language of the pages, and after how long without a movement they are covered',
        consumes: ['application/merge-patch+json'],
        body: z.strictObject({ language: Language.optional(), idleMinutes: IdleMinutes.optional() }).meta({ id: 'MePatch' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      if (Object.keys(request.body).length > 0)
        await db.tx({ organizations: [installationId], actor: request.access.scope.actor }, (tx) => store.setPreferences(tx, request.access.account!.accountId, request.body));
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
      await counted(services, proofTries(request, account.accountId), async () => {
        const hash = await store.passwordHash(db.kysely, account.accountId);
        if (!(await passwordIsGood(request.body.current, hash))) throw invalidInput('current', 'wrongPassword');
      });
      const fault = await passwordFault(request.body.password, account.language as Language, [account.name, account.email]);
      if (fault) throw invalidInput('password', fault);
      const passwordHash = await hashPassword(request.body.password);
      await db.tx({ organizations: [installationId], actor: request.access.scope.actor }, async (tx) => {
        await store.setPasswordHash(tx, account.accountId, passwordHash, now);
        await store.deleteOtherSessions(tx, account.accountId, account.sessionId);
        await store.recordPasswordChange(tx, account.accountId);
        await recordSignInEvent(tx, { accountId: account.accountId, at: now, kind: 'passwordChanged', origin: networkOf(request.ip), device: deviceOf(request) });
      });
      void tellOwner(services, account.accountId, 'passwordChanged');
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
      const { accountId } = request.access.account!;
      if (!(await store.deleteSession(db.kysely, accountId, request.params.id))) throw new Problem('resourceNotFound');
      await recordSignInEvent(db.kysely, { accountId, at: services.now(), kind: 'sessionEnded', origin: networkOf(request.ip), device: deviceOf(request) });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    '/me/sessions',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'endOtherSessions', tags: ['accounts'], summary: 'End every session of one’s own but this one', response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { accountId, sessionId } = request.access.account!;
      const ended = await store.deleteOtherSessions(db.kysely, accountId, sessionId);
      if (ended > 0) await recordSignInEvent(db.kysely, { accountId, at: services.now(), kind: 'sessionEnded', origin: networkOf(request.ip), device: deviceOf(request) });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/me/signIns',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'listSignIns',
        tags: ['accounts'],
        summary: 'What happened at the sign-ins of this account, for six months',
        querystring: z.strictObject(pageQuery(['at'])),
        response: responses({ 200: Page(SignInEvent).meta({ id: 'SignIns' }) }),
      },
    },
    async (request) => {
      const page = await listPage(store.listSignInEvents(db.kysely, request.access.account!.accountId), store.signInEventSorts, sql.ref('id'), request.query);
      return collection(services.url, request.url, page, page.items.map(shown), request.query.pageSize) as never;
    },
  );
};
