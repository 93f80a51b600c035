import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { deviceOf, openSession } from '../../../server/auth/open-session.ts';
import { hashPassword, passwordFault, passwordIsGood } from '../../../server/auth/passwords.ts';
import { endedCookie } from '../../../server/auth/session-cookie.ts';
import { installationId } from '../../../server/db/database.ts';
import { recordSignInEvent } from '../../../server/db/sign-in-events.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { SetUp, SignIn } from '../account.ts';
import { registerFactors } from './factor-routes.ts';
import { registerMe } from './me-routes.ts';
import { registerProofs } from './proof-routes.ts';
import { registerResets } from './reset-routes.ts';
import * as store from './store.ts';
import { counted, passwordTries } from './tries.ts';

const SignInStep = z.object({ owed: z.enum(['factor', 'enrolment']).describe('A second factor that the account has, or one to enrol') }).meta({ id: 'SignInStep' });

/** Signing in and out, the set-up of the first account, and what a person sees and changes of their own account. */
export const registerAccounts = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const asSetup = { organizations: [installationId], actor: { kind: 'setup' as const } };

  api.post(
    '/session',
    {
      config: { action: 'public' },
      schema: { operationId: 'signIn', tags: ['accounts'], summary: 'Sign in with a password; 200 says what is still owed', body: SignIn, response: responses({ 200: SignInStep, 204: NoContent }) },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const accountId = await counted(services, passwordTries(request, email), async () => {
        const account = await store.accountByEmail(db.kysely, email);
        if (account && (await passwordIsGood(password, account.password))) return account.id;
        if (account) await recordSignInEvent(db.kysely, { accountId: account.id, at: services.now(), kind: 'refused', proof: 'password', origin: networkOf(request.ip), device: deviceOf(request) });
        // As much work for an address that nobody has.
        else await passwordIsGood(password, undefined);
        throw new Problem('wrongCredentials');
      });
      const owed = await openSession(services, request, reply, { accountId, proof: 'password' });
      return (owed ? reply.status(200).send({ owed }) : reply.status(204).send()) as never;
    },
  );

  api.delete(
    '/session',
    {
      config: { action: 'account.self', during: ['factor', 'enrolment', 'locked'] },
      schema: { operationId: 'signOut', tags: ['accounts'], summary: 'Sign out', response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { accountId, sessionId, owed } = request.access.account!;
      await store.deleteSession(db.kysely, accountId, sessionId);
      if (!owed) await recordSignInEvent(db.kysely, { accountId, at: services.now(), kind: 'signedOut', origin: networkOf(request.ip), device: deviceOf(request) });
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
      schema: {
        operationId: 'setUp',
        tags: ['accounts'],
        summary: 'Make the first account, with the one-time link printed at the start',
        body: SetUp,
        response: responses({ 200: SignInStep, 204: NoContent }),
      },
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
      const owed = await openSession(services, request, reply, { accountId: id, proof: 'password' });
      return (owed ? reply.status(200).send({ owed }) : reply.status(204).send()) as never;
    },
  );

  registerProofs(api, services);
  registerFactors(api, services);
  registerResets(api, services);
  registerMe(api, services);
};
