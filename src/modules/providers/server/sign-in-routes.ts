import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { requireFresh } from '../../../server/auth/fresh.ts';
import { beginJourney, endJourney, ProviderFault } from '../../../server/auth/openid.ts';
import { loggable } from '../../../server/errors.ts';
import { atMost } from '../../../server/http/at-most.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { passwordHash } from '../../accounts/server/service.ts';
import { type Claims, groupsOf } from '../provider.ts';
import { arrive, join } from './arrive.ts';
import { asProvider, browserOf, callbackOf, journeySeconds, newBrowser, ownPath, settingsOf, sha256 } from './journey.ts';
import { providersInUse } from './mapping-store.ts';
import { syncProvided } from './provided.ts';
import * as store from './store.ts';

const IdPath = z.strictObject({ id: z.uuid().toLowerCase() });
const Named = z.object({ id: z.uuid(), name: z.string() });
const Departure = z.object({ location: z.string().describe('Where to send the browser') }).meta({ id: 'ProviderDeparture' });
const ReturnTo = z.strictObject({ returnTo: z.string().max(500).optional().describe('The page of ours to open afterwards') }).meta({ id: 'ProviderStart', example: { returnTo: '/' } });
const Identities = z
  .object({
    self: z.string(),
    items: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string().optional(), linkedAt: z.string() })),
    total: z.int(),
    pageSize: z.int(),
    others: z.array(Named).describe('Providers by which one could sign in too'),
    pending: z.object({ name: z.string(), email: z.string().optional() }).optional().describe('Proved in this browser a moment ago, and nobody’s yet'),
  })
  .meta({ id: 'Identities' });

/** Sign-in by OpenID Connect: which providers there are, the way there and back, and what of it belongs to one's own account. */
export const registerProviderSignIn = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const depart = async (request: FastifyRequest, reply: FastifyReply, id: string, of: { accountId?: string; returnTo?: string | undefined }): Promise<{ location: string }> => {
    const provider = await db.tx(asProvider, (tx) => store.findProvider(tx, id));
    if (!provider?.enabled) throw new Problem('resourceNotFound');
    const settings = settingsOf(services, provider);
    const journey = settings && (await beginJourney(settings, callbackOf(services, id)).catch((error: unknown) => fail(request, error)));
    if (!journey) throw new Problem('providerUnavailable');
    const { hash, setCookie } = newBrowser(services.url);
    await store.insertFlow(db.kysely, {
      providerId: id,
      browserHash: hash,
      stateHash: sha256(journey.state),
      nonce: journey.nonce,
      verifier: journey.verifier,
      accountId: of.accountId ?? null,
      returnTo: of.returnTo === undefined ? null : ownPath(of.returnTo),
      expiresAt: new Date(services.now().getTime() + journeySeconds * 1000),
    });
    reply.header('set-cookie', setCookie);
    return { location: journey.url };
  };

  const fail = (request: FastifyRequest, error: unknown): undefined => {
    if (!(error instanceof ProviderFault)) throw error;
    // Whose address, and what the provider said, stays out of the log.
    request.log.warn({ provider: (request.params as { id?: string }).id, fault: error.code, err: loggable(error.cause) }, 'identity provider');
    return undefined;
  };

  api.get(
    '/signInProviders',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'listSignInProviders',
        tags: ['providers'],
        summary: 'By which providers one may sign in: their names, and nothing else',
        response: responses({ 200: z.object({ self: z.string(), items: z.array(Named), total: z.int(), pageSize: z.int() }).meta({ id: 'SignInProviders' }) }),
      },
    },
    async (request) => {
      const items = (await db.tx(asProvider, providersInUse)).map(({ id, name }) => ({ id, name }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.post(
    '/signInProviders/:id/start',
    {
      config: { action: 'public' },
      preHandler: atMost(app, 'providerSignIn', 60),
      schema: {
        operationId: 'startProviderSignIn',
        tags: ['providers'],
        summary: 'Begin a sign-in by a provider; 424 when it cannot be reached',
        params: IdPath,
        body: ReturnTo,
        response: responses({ 200: Departure }),
      },
    },
    async (request, reply) => depart(request, reply, request.params.id, { returnTo: request.body.returnTo }),
  );

  api.get(
    '/signInProviders/:id/callback',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'endProviderSignIn',
        tags: ['providers'],
        summary: 'Where a provider sends the browser back to; leads on to a page, which says what went wrong where something did',
        params: IdPath,
        querystring: z.looseObject({ state: z.string().optional(), code: z.string().optional() }),
        response: responses({ 302: NoContent }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { state } = request.query;
      const to = (page: string) => reply.redirect(page, 302) as never;
      const refused = (problem: string) => to(`/sign-in?${new URLSearchParams({ provider: id, problem })}`);
      const browserHash = browserOf(services.url, request.headers.cookie);
      const flow = state && browserHash && (await store.takeFlow(db.kysely, { providerId: id, browserHash, stateHash: sha256(state) }, services.now()));
      if (!flow || !browserHash) return refused('journeyOver');
      const provider = await db.tx(asProvider, (tx) => store.findProvider(tx, id));
      const settings = provider?.enabled && settingsOf(services, provider);
      if (!provider || !settings) return refused('providerUnavailable');
      // What the provider may say in two places is asked for where the first is silent.
      const lacks = (claims: Record<string, unknown>): boolean => typeof claims['email'] !== 'string' || (provider.groupsClaim !== null && (groupsOf(claims, provider.groupsClaim)?.length ?? 0) === 0);
      try {
        const journey = { state: state!, nonce: flow.nonce!, verifier: flow.verifier! };
        const claims = (await endJourney(settings, new URL(`${services.url}${request.raw.url}`), journey, lacks)) as Claims;
        return to(await arrive(services, request, reply, { provider, claims, browserHash, accountId: flow.accountId, returnTo: flow.returnTo }));
      } catch (error) {
        if (error instanceof Problem && error.code === 'alreadyExists') return to('/account?identity=taken#identities');
        fail(request, error);
        return refused((error as ProviderFault).code);
      }
    },
  );

  const pendingOf = async (request: FastifyRequest) => {
    const browserHash = browserOf(services.url, request.headers.cookie);
    const kept = browserHash && (await store.keptClaims(db.kysely, browserHash, services.now()));
    const provider = kept && (await db.tx(asProvider, (tx) => store.findProvider(tx, kept.providerId)));
    return kept && provider?.enabled ? { id: kept.id, provider, claims: kept.claims as Claims & { groups?: string[] } } : undefined;
  };

  api.get(
    '/me/identities',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'listIdentities', tags: ['providers'], summary: 'By which providers this account signs in, could, or was proved just now', response: responses({ 200: Identities }) },
    },
    async (request) => {
      const pending = await pendingOf(request);
      const { items, inUse } = await db.tx(asProvider, async (tx) => ({ items: await store.listIdentities(tx, request.access.account!.accountId), inUse: await providersInUse(tx) }));
      return {
        self: `${services.url}${request.url}`,
        items: items.map(({ id, name, email, linkedAt }) => ({ id, name, email: email ?? undefined, linkedAt: linkedAt.toISOString() })),
        total: items.length,
        pageSize: items.length,
        others: inUse.filter(({ id }) => items.every(({ providerId }) => providerId !== id)).map(({ id, name }) => ({ id, name })),
        pending: pending && items.every(({ providerId }) => providerId !== pending.provider.id) ? { name: pending.provider.name, email: pending.claims['email'] as string | undefined } : undefined,
      };
    },
  );

  api.post(
    '/me/identities',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'startIdentity',
        tags: ['providers'],
        summary: 'Go to a provider to join what it says of oneself to this account',
        body: z.strictObject({ providerId: z.uuid().toLowerCase() }).meta({ id: 'IdentityStart' }),
        response: responses({ 200: Departure }),
      },
    },
    async (request, reply) => {
      requireFresh(services, request);
      return depart(request, reply, request.body.providerId, { accountId: request.access.account!.accountId });
    },
  );

  api.post(
    '/me/identities/join',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'joinIdentity',
        tags: ['providers'],
        summary: 'Join to this account what a provider proved in this browser a moment ago; 409 when there is nothing',
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      requireFresh(services, request);
      const pending = await pendingOf(request);
      if (!pending || !(await store.dropClaims(db.kysely, pending.id))) throw new Problem('wrongState');
      await join(services, pending.provider, pending.claims, request.access.account!.accountId, pending.claims.groups);
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    '/me/identities/:id',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'endIdentity', tags: ['providers'], summary: 'Sign in by this provider no more', params: IdPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      requireFresh(services, request);
      const { accountId } = request.access.account!;
      const own = await db.tx(asProvider, (tx) => store.listIdentities(tx, accountId));
      const identity = own.find(({ id }) => id === request.params.id);
      if (!identity) throw new Problem('resourceNotFound');
      if (own.length === 1 && (await passwordHash(db.kysely, accountId)) === undefined) throw new Problem('lastWayIn');
      await syncProvided(services, { providerId: identity.providerId, groups: [], accountId }, async (tx) => void (await store.deleteIdentity(tx, accountId, identity.id)));
      return reply.status(204).send() as never;
    },
  );
};
