import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { deviceOf, openSession } from '../../../server/auth/open-session.ts';
import { confirmSession, lockSession } from '../../../server/db/sessions.ts';
import { recordSignInEvent, type SignInEvent } from '../../../server/db/sign-in-events.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { FastifyRequest } from 'fastify';
import type { Services } from '../../../server/services.ts';
import { PasskeySignIn, Proof, SecondFactor, ways } from '../factor.ts';
import { tellOwner } from './notices.ts';
import { askToUse, passkeysPossible, proved } from './passkeys.ts';
import { prove, waysOf } from './proofs.ts';
import { passwordHash } from './store.ts';
import { counted, passwordTries, proofTries } from './tries.ts';

const SessionState = z
  .object({
    owed: z.enum(['factor', 'enrolment']).optional(),
    locked: z.boolean(),
    ways: z.array(z.enum(ways)).describe('How this account can prove itself beside a password'),
    password: z.boolean().describe('Whether the account has a password'),
    account: z.object({ name: z.string(), email: z.string(), language: Language }),
    passkeys: z.boolean().describe('Whether passkeys work at the address of this installation'),
  })
  .meta({ id: 'SessionState' });
/** What WebAuthn asks of a browser, in its JSON. */
export const PasskeyRequest = z.object({ challenge: z.uuid(), options: z.record(z.string(), z.unknown()) }).meta({ id: 'PasskeyRequest' });

const eventOf = (request: FastifyRequest, services: Services, kind: SignInEvent['kind'], proof?: SignInEvent['proof']): SignInEvent => ({
  accountId: request.access.account!.accountId,
  at: services.now(),
  kind,
  proof,
  origin: networkOf(request.ip),
  device: deviceOf(request),
});

/** How a session is proved: the second factor of a sign-in, a passkey alone, and again after a lock or before something that matters. */
export const registerProofs = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  /** Judges a proof within the limits of tries, and keeps the refusal among the account's events. */
  const judged = (request: FastifyRequest, given: z.output<typeof Proof> | z.output<typeof SecondFactor>) => {
    const { accountId } = request.access.account!;
    return counted(services, proofTries(request, accountId), async () => {
      try {
        return await prove(services, accountId, given);
      } catch (error) {
        const by = 'password' in given ? 'password' : 'passkey' in given ? 'passkey' : 'recoveryCode' in given ? 'recoveryCode' : 'totp';
        if (error instanceof Problem) await recordSignInEvent(db.kysely, eventOf(request, services, 'refused', by));
        throw error;
      }
    });
  };

  api.get(
    '/session',
    {
      config: { action: 'account.self', during: ['factor', 'enrolment', 'locked'] },
      schema: { operationId: 'getSession', tags: ['accounts'], summary: 'What this session is, and what it still owes', response: responses({ 200: SessionState }) },
    },
    async (request) => {
      const { accountId, owed, locked, name, email, language } = request.access.account!;
      return {
        owed,
        locked,
        ways: await waysOf(services, accountId),
        password: (await passwordHash(db.kysely, accountId)) !== undefined,
        account: { name, email, language: language as Language },
        passkeys: passkeysPossible(services.url),
      };
    },
  );

  api.post(
    '/session/finish',
    {
      config: { action: 'account.self', during: ['factor'] },
      schema: { operationId: 'finishSignIn', tags: ['accounts'], summary: 'Give the second factor that a sign-in owes', body: SecondFactor, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { accountId, owed } = request.access.account!;
      if (owed !== 'factor') throw new Problem('wrongState');
      const proof = await judged(request, request.body);
      await openSession(services, request, reply, { accountId, proof });
      if (proof === 'recoveryCode') {
        await recordSignInEvent(db.kysely, eventOf(request, services, 'recoveryCodeUsed', proof));
        void tellOwner(services, accountId, 'recoveryCodeUsed');
      }
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/session/passkeyRequests',
    {
      config: { action: 'public' },
      schema: { operationId: 'askForPasskey', tags: ['accounts'], summary: 'What the browser needs to use a passkey', response: responses({ 200: PasskeyRequest }) },
    },
    async () => (await askToUse(services)) as never,
  );

  api.post(
    '/session/passkeys',
    {
      config: { action: 'public' },
      schema: { operationId: 'signInWithPasskey', tags: ['accounts'], summary: 'Sign in with a passkey alone', body: PasskeySignIn, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      // Counted by origin only: nobody is named yet.
      const accountId = await counted(services, passwordTries(request, 'passkey').slice(2), () => proved(services, request.body.passkey, undefined));
      await openSession(services, request, reply, { accountId, proof: 'passkey' });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/session/lock',
    {
      config: { action: 'account.self', during: ['locked'] },
      schema: { operationId: 'lockSession', tags: ['accounts'], summary: 'Lock this session until something is proved again', response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      if (await lockSession(db.kysely, request.access.account!.sessionId, services.now())) await recordSignInEvent(db.kysely, eventOf(request, services, 'locked'));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/session/prove',
    {
      config: { action: 'account.self', during: ['locked'] },
      schema: { operationId: 'proveSession', tags: ['accounts'], summary: 'Prove again who sits there: unlocks, and lets factors change', body: Proof, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { sessionId, locked } = request.access.account!;
      const proof = await judged(request, request.body);
      await confirmSession(db.kysely, sessionId, services.now());
      if (locked) await recordSignInEvent(db.kysely, eventOf(request, services, 'unlocked', proof));
      return reply.status(204).send() as never;
    },
  );
};
