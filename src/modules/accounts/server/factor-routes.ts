import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requireFresh } from '../../../server/auth/fresh.ts';
import { deviceOf, openSession } from '../../../server/auth/open-session.ts';
import { networkOf } from '../../../server/http/origin.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { FactorData, factorKinds } from '../factor.ts';
import * as store from './factor-store.ts';
import { addFactor, answeredByApplication, askForApplication, isCompelled, removeFactor, renewRecoveryCodes } from './factors.ts';
import { askToEnrol, enrolled, passkeysPossible } from './passkeys.ts';
import { PasskeyRequest } from './proof-routes.ts';

const Factor = z.object({ id: z.uuid(), kind: z.enum(factorKinds), name: z.string(), createdAt: z.string(), lastUsedAt: z.string().optional() }).meta({ id: 'Factor' });
const Factors = z
  .object({
    items: z.array(Factor),
    compulsory: z.boolean().describe('A role of the account asks for one'),
    recoveryCodes: z.int().describe('How many are left'),
    passkeys: z.boolean().describe('Whether passkeys work at the address of this installation'),
  })
  .meta({ id: 'Factors' });
const Codes = z.object({ recoveryCodes: z.array(z.string()).optional() }).describe('Shown this once');

/** The second factors of one's own account. */
export const registerFactors = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const whoOf = (request: FastifyRequest) => ({ accountId: request.access.account!.accountId, origin: networkOf(request.ip), device: deviceOf(request) });

  api.get(
    '/me/factors',
    { config: { action: 'account.self', during: ['enrolment'] }, schema: { operationId: 'listFactors', tags: ['accounts'], summary: 'One’s second factors', response: responses({ 200: Factors }) } },
    async (request) => {
      const { accountId } = request.access.account!;
      const rows = await store.listFactors(db.kysely, accountId);
      return {
        items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() })),
        compulsory: await isCompelled(services, accountId),
        recoveryCodes: await store.recoveryCodesLeft(db.kysely, accountId),
        passkeys: passkeysPossible(services.url),
      };
    },
  );

  api.post(
    '/me/applicationRequests',
    {
      config: { action: 'account.self', during: ['enrolment'] },
      schema: {
        operationId: 'askForApplication',
        tags: ['accounts'],
        summary: 'A new key for an application that makes codes',
        response: responses({ 200: z.object({ challenge: z.uuid(), key: z.string(), uri: z.string() }).meta({ id: 'ApplicationRequest' }) }),
      },
    },
    async (request) => {
      requireFresh(services, request);
      return askForApplication(services, request.access.account!);
    },
  );

  api.post(
    '/me/passkeyRequests',
    {
      config: { action: 'account.self', during: ['enrolment'] },
      schema: { operationId: 'askForNewPasskey', tags: ['accounts'], summary: 'What the browser needs to make a passkey', response: responses({ 200: PasskeyRequest }) },
    },
    async (request) => {
      requireFresh(services, request);
      return (await askToEnrol(services, request.access.account!)) as never;
    },
  );

  api.post(
    '/me/factors',
    {
      config: { action: 'account.self', during: ['enrolment'] },
      schema: {
        operationId: 'addFactor',
        tags: ['accounts'],
        summary: 'Add a second factor; with the first one come recovery codes',
        body: FactorData,
        response: responses({ 200: Codes.meta({ id: 'FactorAdded' }) }),
      },
    },
    async (request, reply) => {
      requireFresh(services, request);
      const who = whoOf(request);
      const { body } = request;
      const added =
        'passkey' in body ? { kind: 'passkey' as const, ...(await enrolled(services, who.accountId, body.passkey)) } : await answeredByApplication(services, who.accountId, body.challenge, body.code);
      const recoveryCodes = await addFactor(services, { ...who, sessionId: request.access.account!.sessionId }, body.name, added);
      // Whoever made a factor has given it: this session goes on under another token, and those without are asked for it.
      await openSession(services, request, reply, { accountId: who.accountId, proof: added.kind });
      return { recoveryCodes };
    },
  );

  api.delete(
    '/me/factors/:id',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'removeFactor', tags: ['accounts'], summary: 'Take one of one’s second factors away', params: z.strictObject({ id: z.uuid() }), response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      requireFresh(services, request);
      await removeFactor(services, whoOf(request), request.params.id);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/me/recoveryCodes',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'renewRecoveryCodes',
        tags: ['accounts'],
        summary: 'A new set of recovery codes in the place of the one before',
        response: responses({ 200: z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' }) }),
      },
    },
    async (request) => {
      requireFresh(services, request);
      return { recoveryCodes: await renewRecoveryCodes(services, whoOf(request)) };
    },
  );
};
