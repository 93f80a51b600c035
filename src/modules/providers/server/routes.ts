import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { newId } from '../../../kernel/id.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { checkProvider, ProviderFault } from '../../../server/auth/openid.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { expectedVersion, mergePatch, NoContent, responses, sendVersioned } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { presets, ProviderInput } from '../provider.ts';
import { callbackOf, settingsOf } from './journey.ts';
import { syncProvided } from './provided.ts';
import * as store from './store.ts';

const Provider = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    name: z.string(),
    preset: z.enum(presets),
    issuer: z.string(),
    clientId: z.string(),
    secretLost: z.boolean().describe('True when the server can no longer open the secret: it must be given again'),
    redirectUri: z.string().describe('What the provider must know as the address to send people back to'),
    scopes: z.string(),
    groupsClaim: z.string().optional(),
    secondFactorValues: z.array(z.string()),
    emailDomains: z.array(z.string()),
    sessionHours: z.int(),
    enabled: z.boolean(),
    identities: z.int().optional().describe('How many accounts sign in by it'),
  })
  .meta({ id: 'Provider' });
const IdPath = z.strictObject({ id: z.uuid().toLowerCase() });
const withoutId = z.object({ self: z.string(), redirectBase: z.string(), items: z.array(Provider), total: z.int(), pageSize: z.int() }).meta({ id: 'Providers' });

/** The identity providers of the installation, for its administrator. Whoever saves one has it asked what it is first. */
export const registerProviders = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const href = (id: string): string => `${services.url}/api/beffroi/v1/providers/${id}`;
  const scopeOf = (request: FastifyRequest): Scope => ({ organizations: [installationId], actor: request.access.scope.actor });
  const present = ({ clientSecret, groupsClaim, ...row }: store.ProviderRow & { identities?: number }) => ({
    ...row,
    groupsClaim: groupsClaim ?? undefined,
    secretLost: services.providerSeal.open(clientSecret) === undefined,
    redirectUri: callbackOf(services, row.id),
    href: href(row.id),
  });
  const columns = (input: ProviderInput, clientSecret: Buffer) => ({ ...input, groupsClaim: input.groupsClaim ?? null, clientSecret });

  /** Asks the provider, so that a typing error is told here and now and not to the first who signs in. */
  const check = async (input: ProviderInput, clientSecret: string): Promise<void> => {
    try {
      await checkProvider({ issuer: input.issuer, clientId: input.clientId, clientSecret, scopes: input.scopes });
    } catch (error) {
      throw error instanceof ProviderFault ? invalidInput('issuer', error.code) : error;
    }
  };

  api.get(
    '/providers',
    { config: { action: 'provider.manage' }, schema: { operationId: 'listProviders', tags: ['providers'], summary: 'The identity providers', response: responses({ 200: withoutId }) } },
    async (request) => {
      const items = (await db.tx(scopeOf(request), store.listProviders)).map(present);
      return { self: `${services.url}${request.url}`, redirectBase: callbackOf(services, '…'), items, total: items.length, pageSize: items.length };
    },
  );

  api.post(
    '/providers',
    {
      config: { action: 'provider.manage' },
      schema: {
        operationId: 'createProvider',
        tags: ['providers'],
        summary: 'Add an identity provider; it is asked what it is first',
        headers: IdempotencyHeader,
        body: ProviderInput,
        response: responses({ 201: Provider }),
      },
    },
    async (request, reply) => {
      const { clientSecret, ...input } = request.body;
      if (clientSecret === undefined) throw invalidInput('clientSecret', 'required');
      await check(input, clientSecret);
      const stored = await db.tx(scopeOf(request), (tx) =>
        once(tx, request, installationId, {
          make: () => store.insertProvider(tx, newId(), columns(input, services.providerSeal.seal(clientSecret))),
          find: (id) => store.findProvider(tx, id),
        }),
      );
      reply.status(201).header('location', href(stored.id));
      return sendVersioned(reply, present(stored));
    },
  );

  api.get(
    '/providers/:id',
    {
      config: { action: 'provider.manage' },
      schema: { operationId: 'getProvider', tags: ['providers'], summary: 'Read an identity provider', params: IdPath, response: responses({ 200: Provider }) },
    },
    async (request, reply) => {
      const stored = await db.tx(scopeOf(request), (tx) => store.findProvider(tx, request.params.id));
      if (!stored) throw new Problem('resourceNotFound');
      return sendVersioned(reply, present(stored));
    },
  );

  /** Brings the roles of accounts, one after the other, to what the providers in use now say of them. */
  const resync = async (providerId: string, accounts: readonly string[]): Promise<void> => {
    for (const accountId of accounts) await syncProvided(services, { providerId, groups: [], accountId });
  };

  api.patch(
    '/providers/:id',
    {
      config: { action: 'provider.manage' },
      schema: {
        operationId: 'updateProvider',
        tags: ['providers'],
        summary: 'Change an identity provider (JSON Merge Patch); it is asked what it is first. Out of use, its sessions and the roles by its groups end',
        consumes: ['application/merge-patch+json'],
        params: IdPath,
        body: z.looseObject({}).meta({ id: 'ProviderPatch' }),
        response: responses({ 200: Provider }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const before = await db.tx(scopeOf(request), (tx) => store.findProvider(tx, id));
      if (!before) throw new Problem('resourceNotFound');
      const { id: _id, version: _version, clientSecret: sealed, groupsClaim, ...kept } = before;
      const checked = ProviderInput.safeParse(mergePatch({ ...kept, ...(groupsClaim === null ? {} : { groupsClaim }) }, request.body));
      if (!checked.success) throw new Problem('badRequest', { issues: zodIssues(checked.error.issues, 'body') });
      const { clientSecret, ...input } = checked.data;
      // The secret that is kept is for the one who has it too: to nobody else is it ever sent.
      const secret = clientSecret ?? (input.issuer === before.issuer ? settingsOf(services, before)?.clientSecret : undefined);
      if (secret === undefined) throw invalidInput('clientSecret', 'required');
      // A provider that is put out of use may be gone already.
      if (input.enabled) await check(input, secret);
      const { stored, accounts } = await db.tx(scopeOf(request), async (tx) => ({
        stored: await store.updateProvider(tx, id, version, columns(input, clientSecret === undefined ? sealed : services.providerSeal.seal(clientSecret))),
        accounts: await store.accountsOf(tx, id),
      }));
      if (!stored.enabled) await store.endSessionsOf(db.kysely, id);
      if (before.enabled !== stored.enabled) await resync(id, accounts);
      return sendVersioned(reply, present(stored));
    },
  );

  api.delete(
    '/providers/:id',
    {
      config: { action: 'provider.manage' },
      schema: {
        operationId: 'deleteProvider',
        tags: ['providers'],
        summary: 'Delete an identity provider, with what it knew of accounts and the roles by its groups; the accounts stay',
        params: IdPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const accounts = await db.tx(scopeOf(request), async (tx) => {
        const found = await store.accountsOf(tx, id);
        if (!(await store.findProvider(tx, id))) throw new Problem('resourceNotFound');
        return found;
      });
      await db.tx(scopeOf(request), async (tx) => {
        // Before it, or nobody would know any more which they are.
        await store.endSessionsOf(tx, id);
        await store.deleteProvider(tx, id, version);
      });
      await resync(id, accounts);
      return reply.status(204).send() as never;
    },
  );
};
