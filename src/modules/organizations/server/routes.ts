import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { LocalizedText } from '../../../kernel/language.ts';
import { abilities } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { installationId } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, Page, pageQuery, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { insertLink } from '../../accounts/server/service.ts';
import { Address, Facts, FederalContact, OrganizationInput, PoolInput, Profile, regions } from '../organization.ts';
import * as store from './store.ts';
import { sql } from 'kysely';

const Organization = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    slug: z.string(),
    name: LocalizedText,
    documentLanguage: z.enum(['fr', 'nl', 'de']),
    nisCode: z.string().optional(),
    enterpriseNumber: z.string().optional(),
    municipality: z.string(),
    region: z.enum(regions),
    population: z.int().optional(),
    address: Address.optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    federalContact: FederalContact.optional(),
    profile: Profile,
    facts: Facts,
    pool: z.object({ id: z.string(), name: z.string(), start: z.string() }).optional(),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Organization' });
const Listed = z.object({
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  slug: z.string(),
  name: LocalizedText,
  municipality: z.string(),
  region: z.enum(regions),
  documentLanguage: z.enum(['fr', 'nl', 'de']),
  people: z.int(),
  pool: z.string().optional(),
  roles: z.array(z.string()),
});

/** Roles somebody may take in a centre they create: whoever has no mandate there yet must be able to begin. */
const Creation = OrganizationInput.extend({ as: z.enum(['adviser', 'directorGeneral']).default('adviser') }).meta({ id: 'OrganizationCreation' });

/** Centres and pools. */
export const registerOrganizations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const href = (id: string): string => `${services.url}/api/beffroi/v1/organizations/${id}`;
  const Items = Page(Listed).meta({ id: 'Organizations' });
  const query = z.strictObject({ ...pageQuery(['municipality']), region: z.enum(regions).optional(), poolId: z.uuid().optional(), text: z.string().trim().max(80).optional() });

  api.get(
    '/organizations',
    {
      config: { action: 'organization.list' },
      schema: { operationId: 'listOrganizations', tags: ['organizations'], summary: 'List the centres of the signed-in account', querystring: query, response: responses({ 200: Items }) },
    },
    async (request) => {
      const { after, pageSize, sort, ...filters } = request.query;
      const { access } = request;
      const page = await services.db.tx(access.scope, (tx) =>
        listPage<{ id: string }>(store.listOrganizations(tx, filters, today(services)), store.organizationSorts, sql.ref('organization.id'), { after, pageSize, sort }),
      );
      const items = page.items.map((item) => ({ ...item, href: href(item.id), roles: access.links.find((link) => link.organizationId === item.id)?.roles ?? [] }));
      return collection(services.url, request.url, page, items, pageSize) as never;
    },
  );

  const { after: _after, pageSize: _pageSize, ...wholeList } = query.shape;
  const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), ...wholeList });
  api.get(
    '/organizations/export',
    {
      config: { action: 'organization.list' },
      schema: {
        operationId: 'exportOrganizations',
        tags: ['organizations'],
        summary: 'Export the centres of the signed-in account as CSV or XLSX, whole',
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'organizations',
        domain: 'organizations',
        columns: ['slug', 'municipality', 'region', 'documentLanguage', 'people'],
        codes: { region: 'regions', documentLanguage: 'documentLanguages' },
        query: (tx) => ordered(store.listOrganizations(tx, filters, today(services)), store.organizationSorts, sql.ref('organization.id'), sort),
      }) as never;
    },
  );

  api.post(
    '/organizations',
    {
      config: { action: 'organization.create' },
      schema: {
        operationId: 'createOrganization',
        tags: ['organizations'],
        summary: 'Enter a centre; its creator becomes its adviser or director-general',
        headers: IdempotencyHeader,
        body: Creation,
        response: responses({ 201: Organization }),
      },
    },
    async (request, reply) => {
      const { as, ...input } = request.body;
      const id = newId();
      const { access } = request;
      // The centre does not exist yet: the key of its making belongs to the installation, and what it made is among the caller's centres.
      const stored = await services.db.tx({ ...access.scope, organizations: [...access.scope.organizations, id, installationId] }, (tx) =>
        once(tx, request, installationId, {
          make: async () => {
            await store.insertOrganization(tx, id, input);
            await insertLink(tx, { organizationId: id, accountId: access.account!.accountId, roles: [as], start: today(services) });
            return (await store.findOrganization(tx, id))!;
          },
          find: (made) => store.findOrganization(tx, made),
        }),
      );
      reply.status(201).header('location', href(stored.id));
      return sendVersioned(reply, { ...stored, href: href(stored.id), can: { update: true } }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId',
    {
      config: { action: 'organization.read' },
      schema: { operationId: 'getOrganization', tags: ['organizations'], summary: 'Read a centre', params: OrganizationPath, response: responses({ 200: Organization }) },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const stored = await services.db.tx(request.access.scope, (tx) => store.findOrganization(tx, organizationId));
      if (!stored) throw new Problem('resourceNotFound');
      return sendVersioned(reply, { ...stored, href: href(stored.id), can: abilities(request.access.actor, { update: 'organization.update' }) }) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId',
    {
      config: { action: 'organization.update' },
      schema: {
        operationId: 'updateOrganization',
        tags: ['organizations'],
        summary: 'Change a centre (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: OrganizationPath,
        body: z.looseObject({}).meta({ id: 'OrganizationPatch' }),
        response: responses({ 200: Organization }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const stored = await services.db.tx(request.access.scope, async (tx) => {
        const before = await store.findOrganization(tx, organizationId);
        if (!before) throw new Problem('resourceNotFound');
        const current = Object.fromEntries(
          Object.keys(OrganizationInput.shape).flatMap((key) => ((before as Record<string, unknown>)[key] === null ? [] : [[key, (before as Record<string, unknown>)[key]]])),
        );
        const checked = OrganizationInput.safeParse(mergePatch(current, request.body));
        if (!checked.success) throw new Problem('badRequest', { issues: zodIssues(checked.error.issues, 'body') });
        await store.updateOrganization(tx, organizationId, version, checked.data);
        return store.findOrganization(tx, organizationId);
      });
      return sendVersioned(reply, { ...stored!, href: href(organizationId), can: abilities(request.access.actor, { update: 'organization.update' }) }) as never;
    },
  );

  const Pool = z.object({ id: z.uuid(), version: z.int(), name: z.string(), form: z.string(), members: z.int() });
  api.get(
    '/pools',
    {
      config: { action: 'pool.read' },
      schema: {
        operationId: 'listPools',
        tags: ['organizations'],
        summary: 'List the pools that share an adviser',
        response: responses({ 200: z.object({ self: z.string(), items: z.array(Pool), total: z.int(), pageSize: z.int() }).meta({ id: 'Pools' }) }),
      },
    },
    async (request) => {
      const { access } = request;
      const scope = access.installation.some((role) => role !== 'federalSupervisor') ? withInstallation(access.scope) : access.scope;
      const items = await services.db.tx(scope, (tx) => store.listPools(tx));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );
  api.post(
    '/pools',
    {
      config: { action: 'pool.manage' },
      schema: {
        operationId: 'createPool',
        tags: ['organizations'],
        summary: 'Make a pool',
        headers: IdempotencyHeader,
        body: PoolInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'PoolCreated' }) }),
      },
    },
    async (request, reply) => {
      const made = await services.db.tx(withInstallation(request.access.scope), (tx) =>
        once(tx, request, installationId, { make: async () => ({ id: await store.insertPool(tx, request.body) }), find: async (id) => ({ id }) }),
      );
      return reply.status(201).send(made);
    },
  );
  api.put(
    '/organizations/:organizationId/pool',
    {
      config: { action: 'pool.manage' },
      schema: {
        operationId: 'joinPool',
        tags: ['organizations'],
        summary: 'Bring a centre into a pool from a date',
        params: OrganizationPath,
        body: z.strictObject({ poolId: z.uuid(), start: CivilDate }).meta({ id: 'PoolMembershipData' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      await services.db.tx({ ...request.access.scope, organizations: [organizationId, installationId] }, async (tx) => {
        if (!(await store.findOrganization(tx, organizationId))) throw new Problem('resourceNotFound');
        if (!(await store.listPools(tx)).some((pool) => pool.id === request.body.poolId.toLowerCase())) throw invalidInput('poolId', 'poolUnknown');
        await store.joinPool(tx, organizationId, request.body.poolId, request.body.start);
      });
      return reply.status(204).send() as never;
    },
  );
};
