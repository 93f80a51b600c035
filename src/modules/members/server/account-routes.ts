import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { installationRoles } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { installationId } from '../../../server/db/database.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { linkForRequest, pendingRequests, takeRequest } from '../../accounts/server/service.ts';
import { AccountChange } from '../member.ts';
import * as store from './account-store.ts';
import { factorState } from './store.ts';

const Account = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    email: z.string(),
    disabled: z.boolean(),
    self: z.boolean(),
    roles: z.array(z.enum(installationRoles)),
    poolId: z.uuid().optional(),
    factor: z.enum(['enrolled', 'owed', 'none']),
    lastMonth: z.string().optional(),
  })
  .meta({ id: 'Account' });
const Accounts = Page(Account).meta({ id: 'Accounts' });
const AccountPatch = z.strictObject({ roles: z.array(z.enum(installationRoles)).optional(), poolId: z.uuid().nullable().optional(), disabled: z.boolean().optional() }).meta({ id: 'AccountPatch' });
const Requests = z
  .object({
    self: z.string(),
    items: z.array(z.object({ id: z.uuid(), kind: z.enum(['reset', 'address']), name: z.string(), email: z.string(), address: z.string().optional(), askedAt: z.string() })),
    total: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'LinkRequests' });
const Id = z.strictObject({ id: z.uuid().toLowerCase() });

/** The accounts of the installation and its roles, and the links that no mail could carry: for the administrator. */
export const registerAccountManagement = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const config = { action: 'account.manage' as const };
  type Row = Awaited<ReturnType<ReturnType<typeof store.listAccounts>['execute']>>[number];
  const present = (row: Row, self: string | undefined): z.infer<typeof Account> => ({
    id: row.id,
    version: row.version,
    name: row.name,
    email: row.email,
    disabled: row.disabledAt !== null,
    self: row.id === self,
    roles: row.roles,
    poolId: row.poolId ?? undefined,
    factor: factorState(row.factor, row.roles, services.auth.compelling),
    lastMonth: row.lastMonth ?? undefined,
  });
  const query = z.strictObject({ ...pageQuery(['name']), state: z.enum(['open', 'disabled']).optional(), role: z.enum(installationRoles).optional() });
  const pageOf = async (
    request: { url: string; access: { scope: Parameters<typeof withInstallation>[0]; account: { accountId: string } | undefined } },
    { after, pageSize, sort, state, role }: z.infer<typeof query>,
    text?: string,
  ) => {
    const filters = { ...(state ? { state } : {}), ...(role ? { role } : {}), ...(text ? { text } : {}) };
    const page = await db.tx(withInstallation(request.access.scope), (tx) => listPage(store.listAccounts(tx, filters), store.accountSorts, store.accountKey, { after, pageSize, sort }));
    return collection(
      services.url,
      request.url,
      page,
      page.items.map((row) => present(row, request.access.account?.accountId)),
      pageSize,
    ) as never;
  };

  api.get(
    '/accounts',
    { config, schema: { operationId: 'listAccounts', tags: ['members'], summary: 'The accounts of the installation', querystring: query, response: responses({ 200: Accounts }) } },
    async (request) => pageOf(request, request.query as z.infer<typeof query>),
  );
  api.post(
    '/accounts/search',
    {
      config,
      schema: {
        operationId: 'searchAccounts',
        tags: ['members'],
        summary: 'Search accounts by words',
        querystring: query,
        body: z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'AccountSearch' }),
        response: responses({ 200: Accounts }),
      },
    },
    async (request) => pageOf(request, request.query as z.infer<typeof query>, request.body.text),
  );

  api.patch(
    '/accounts/:id',
    {
      config,
      schema: {
        operationId: 'updateAccount',
        tags: ['members'],
        summary: 'Give and take roles of the installation, shut an account and open it again',
        params: Id,
        headers: z.looseObject({ 'if-match': z.string().optional() }),
        consumes: ['application/merge-patch+json'],
        body: AccountPatch,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(withInstallation(request.access.scope), async (tx) => {
        const row = await store.listAccounts(tx, {}).where('account.id', '=', id).executeTakeFirst();
        if (!row) throw new Problem('resourceNotFound');
        if (id === request.access.account!.accountId) throw invalidInput('roles', 'ownGrant');
        const merged = AccountChange.safeParse(mergePatch({ roles: row.roles, disabled: row.disabledAt !== null, ...(row.poolId ? { poolId: row.poolId } : {}) }, request.body));
        if (!merged.success) throw new Problem('badRequest', { issues: zodIssues(merged.error.issues, 'body') });
        const { roles, poolId, disabled } = merged.data;
        if (poolId && !(await store.isPool(tx, poolId))) throw invalidInput('poolId', 'poolMissing');
        // Also where only roles change: the version tells of it.
        if (!(await store.setDisabled(tx, id, version, disabled ? (row.disabledAt ?? services.now()) : null))) await refuseStale(tx, 'account', installationId, id, version);
        await store.putRoles(tx, id, roles, poolId);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/linkRequests',
    { config, schema: { operationId: 'listLinkRequests', tags: ['members'], summary: 'Who asked for a link that no mail could carry', response: responses({ 200: Requests }) } },
    async (request) => {
      const rows = await pendingRequests(db.kysely, services.now());
      const items = rows.map((row) => ({
        id: row.id,
        kind: row.purpose === 'resetRequest' ? ('reset' as const) : ('address' as const),
        name: row.name,
        email: row.email,
        address: row.address ?? undefined,
        askedAt: row.createdAt.toISOString(),
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.post(
    '/linkRequests/:id/link',
    {
      config,
      schema: {
        operationId: 'showLink',
        tags: ['members'],
        summary: 'Show the link of a request, to be passed on to whom one has verified; recorded',
        params: Id,
        response: responses({ 200: z.object({ link: z.string() }).meta({ id: 'LinkShown' }) }),
      },
    },
    async (request) => {
      const link = await db.tx(withInstallation(request.access.scope), (tx) => linkForRequest(tx, request.params.id, services.now()));
      if (!link) throw new Problem('resourceNotFound');
      return { link: `${services.url}/${link}` };
    },
  );

  api.delete(
    '/linkRequests/:id',
    { config, schema: { operationId: 'dismissLinkRequest', tags: ['members'], summary: 'Dismiss a request', params: Id, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      if (!(await db.tx(withInstallation(request.access.scope), (tx) => takeRequest(tx, request.params.id, services.now())))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );
};
