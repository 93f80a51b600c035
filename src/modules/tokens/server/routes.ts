import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { requireFresh } from '../../../server/auth/fresh.ts';
import { newToken, tokenHash } from '../../../server/auth/personal-token.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import type { Access } from '../../../server/http/access.ts';
import { collection, NoContent, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { hasBackupPlan } from '../../continuity/server/service.ts';
import { mostTokens, stateOfToken, TokenInput, tokenStates } from '../token.ts';
import * as store from './store.ts';

const day = 86_400_000;
/** Ended tokens are shown for so long. */
const shownDays = 90;

const Token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    organizationIds: z.array(z.string()),
    state: z.enum(tokenStates),
    createdAt: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().optional(),
    lastUsedOn: z.string().optional().describe('The day, in Belgium'),
    backupPlanId: z.uuid().optional().describe('The one backup of which it may tell'),
  })
  .meta({ id: 'Token' });
const MadeToken = z.object({ id: z.uuid(), expiresAt: z.string(), token: z.string().describe('Shown here and never again') }).meta({ id: 'MadeToken' });
const OwnedToken = Token.omit({ organizationIds: true })
  .extend({ centres: z.int(), account: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) })
  .meta({ id: 'OwnedToken' });
const TokenPath = z.strictObject({ id: z.uuid().toLowerCase() });

/** What a person and the administrator see and end: tokens belong to no centre, though each names some. */
const scopeOf = ({ scope }: Access): Scope => ({ organizations: [installationId], actor: scope.actor });

/** Personal tokens: made, listed and ended by their owner; listed and ended by the administrator. */
export const registerTokens = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const recently = (): Date => new Date(services.now().getTime() - shownDays * day);
  const present = ({ accountId, accountName, accountEmail, ...row }: store.TokenRow) => ({
    own: {
      ...row,
      state: stateOfToken(row, services.now()),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString(),
      lastUsedOn: row.lastUsedOn ?? undefined,
      backupPlanId: row.backupPlanId ?? undefined,
    },
    account: { id: accountId, name: accountName, email: accountEmail },
  });

  api.get(
    '/me/tokens',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'listMyTokens',
        tags: ['tokens'],
        summary: 'One’s own personal tokens, and those that ended lately',
        response: responses({ 200: z.object({ self: z.string(), items: z.array(Token), total: z.int(), pageSize: z.int() }).meta({ id: 'MyTokens' }) }),
      },
    },
    async (request) => {
      const rows = await db.tx(scopeOf(request.access), (tx) => store.listTokens(tx, recently(), request.access.account!.accountId).orderBy('personalToken.id', 'desc').execute());
      return { self: `${services.url}${request.url}`, items: rows.map((row) => present(row).own), total: rows.length, pageSize: rows.length };
    },
  );

  api.post(
    '/me/tokens',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'createToken', tags: ['tokens'], summary: 'Make a personal token for a program; it is shown once', body: TokenInput, response: responses({ 201: MadeToken }) },
    },
    // No idempotency key: the token is kept nowhere and cannot be shown again; one that an answer lost is listed, and can be revoked.
    async (request, reply) => {
      requireFresh(services, request);
      const { name, scopes, organizationIds, days, backupPlanId } = request.body;
      const accountId = request.access.account!.accountId;
      const foreign = organizationIds.findIndex((id) => !request.access.links.some((link) => link.organizationId === id));
      if (foreign >= 0) throw invalidInput(`organizationIds[${foreign}]`, 'unknownCentre');
      if (backupPlanId) {
        const centre = { ...request.access.scope, organizations: organizationIds };
        if (!(await db.tx(centre, (tx) => hasBackupPlan(tx, organizationIds[0]!, backupPlanId)))) throw invalidInput('backupPlanId', 'backupUnknown');
      }
      const createdAt = services.now();
      const expiresAt = new Date(createdAt.getTime() + days * day);
      const token = newToken();
      const id = await db.tx(scopeOf(request.access), async (tx) => {
        if ((await store.countTokens(tx, accountId, createdAt)) >= mostTokens) throw invalidInput('name', 'tooManyTokens', { maximum: mostTokens });
        return store.insertToken(tx, {
          accountId,
          name,
          scopes: [...new Set(scopes)],
          organizationIds: [...new Set(organizationIds)],
          tokenHash: tokenHash(token)!,
          createdAt,
          expiresAt,
          backupPlanId: backupPlanId ?? null,
        });
      });
      return reply.status(201).header('location', `${services.url}/api/beffroi/v1/me/tokens`).send({ id, expiresAt: expiresAt.toISOString(), token });
    },
  );

  const revoke = async (access: Access, id: string, accountId?: string): Promise<void> => {
    if (!(await db.tx(scopeOf(access), (tx) => store.revokeToken(tx, id, services.now(), accountId)))) throw new Problem('resourceNotFound');
  };
  api.delete(
    '/me/tokens/:id',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'revokeMyToken', tags: ['tokens'], summary: 'End one of one’s own tokens at once', params: TokenPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      await revoke(request.access, request.params.id, request.access.account!.accountId);
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/tokens',
    {
      config: { action: 'token.manage' },
      schema: {
        operationId: 'listTokens',
        tags: ['tokens'],
        summary: 'The personal tokens of everybody, for the administrator',
        querystring: z.strictObject(pageQuery(['expiresAt', 'accountName'])),
        response: responses({ 200: Page(OwnedToken).meta({ id: 'OwnedTokens' }) }),
      },
    },
    async (request) => {
      const { after, pageSize, sort } = request.query;
      const page = await db.tx(scopeOf(request.access), (tx) => listPage(store.listTokens(tx, recently()), store.tokenSorts, sql.ref('personal_token.id'), { after, pageSize, sort: String(sort) }));
      const items = page.items.map((row) => {
        const { own, account } = present(row);
        const { organizationIds, ...token } = own;
        return { ...token, centres: organizationIds.length, account };
      });
      return collection(services.url, request.url, page, items, pageSize) as never;
    },
  );

  api.delete(
    '/tokens/:id',
    {
      config: { action: 'token.manage' },
      schema: { operationId: 'revokeToken', tags: ['tokens'], summary: 'End anybody’s token at once', params: TokenPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      await revoke(request.access, request.params.id);
      return reply.status(204).send() as never;
    },
  );
};
