import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { changesBetween, guardedRoles, MappingInput, mappableRoles, rolesOfGroups } from '../mapping.ts';
import * as store from './mapping-store.ts';

/** So many people are named in what would change; the number of all is told beside. */
const mostNamed = 200;

const Mapping = z.object({ id: z.uuid(), providerId: z.uuid(), groupName: z.string(), role: z.enum(mappableRoles), state: z.enum(['applied', 'toAdd', 'toRemove']) });
const Mappings = z
  .object({
    self: z.string(),
    items: z.array(Mapping),
    total: z.int(),
    pageSize: z.int(),
    providers: z.array(z.object({ id: z.uuid(), name: z.string(), groups: z.boolean().describe('False when it is not asked for groups') })),
    knownGroups: z.array(z.object({ providerId: z.uuid(), groupName: z.string() })).describe('Last seen of those who sign in here'),
  })
  .meta({ id: 'GroupMappings' });
const Preview = z
  .object({
    digest: z.string().describe('Of all that is shown: what is applied is this and nothing else'),
    changes: z.array(z.object({ account: z.object({ id: z.uuid(), name: z.string(), email: z.string() }), gains: z.array(z.string()), loses: z.array(z.string()) })),
    changed: z.int().describe('How many accounts change, shown or not'),
    unchanged: z.int().describe('How many accounts keep the roles that groups give them'),
    pending: z.int().describe('How many mappings wait to be applied'),
    needsDirector: z.boolean().describe('Some of them give or take a role that only the director-general decides on'),
  })
  .meta({ id: 'GroupMappingPreview' });
const Trial = z.strictObject({ providerId: z.uuid().toLowerCase(), groups: z.array(z.string().trim().min(1).max(200)).max(500) }).meta({ id: 'GroupMappingTrial' });

/** Groups of identity providers that give roles in a centre: wished for, shown with whom they would change, and only then applied. */
export const registerGroupMappings = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/groupMappings';
  const action = 'groupMapping.manage' as const;
  // Identities and their groups belong to no centre; of them is shown who gains or loses something in this one.
  const scopeOf = (request: FastifyRequest) => withInstallation(request.access.scope);
  const stateOf = ({ wanted, applied }: store.MappingRow): 'applied' | 'toAdd' | 'toRemove' => (wanted ? (applied ? 'applied' : 'toAdd') : 'toRemove');

  api.get(
    base,
    {
      config: { action },
      schema: {
        operationId: 'listGroupMappings',
        tags: ['providers'],
        summary: 'Which groups give which roles, and what is wished for',
        params: OrganizationPath,
        response: responses({ 200: Mappings }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { rows, providers, knownGroups } = await db.tx(scopeOf(request), async (tx) => ({
        rows: await store.listMappings(tx, organizationId),
        providers: await store.providersInUse(tx),
        knownGroups: await store.knownGroups(tx, organizationId),
      }));
      const items = rows.map((row) => ({ id: row.id, providerId: row.providerId, groupName: row.groupName, role: row.role as (typeof mappableRoles)[number], state: stateOf(row) }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length, providers, knownGroups };
    },
  );

  api.post(
    base,
    {
      config: { action },
      schema: {
        operationId: 'createGroupMapping',
        tags: ['providers'],
        summary: 'Wish that a group gives a role; nothing changes before it is applied',
        params: OrganizationPath,
        body: MappingInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'GroupMappingMade' }) }),
      },
    },
    // No idempotency key: the same wish twice is one.
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(scopeOf(request), async (tx) => {
        if (!(await store.providersInUse(tx)).some(({ id }) => id === request.body.providerId)) throw invalidInput('providerId', 'referencedResourceNotFound');
        return store.wantMapping(tx, { organizationId, ...request.body });
      });
      if (!made) throw invalidInput('groupName', 'alreadyExists');
      return reply.status(201).header('location', `${services.url}/api/beffroi/v1/organizations/${organizationId}/groupMappings`).send({ id: made.id });
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action },
      schema: {
        operationId: 'deleteGroupMapping',
        tags: ['providers'],
        summary: 'Wish for a mapping no more; one that counts does so until it is applied',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      if (!(await db.tx(request.access.scope, (tx) => store.unwantMapping(tx, organizationId, id)))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );

  /** What applying would do, from the groups last seen of each account. */
  const foresee = async (tx: Tx, organizationId: string) => {
    const rows = await store.listMappings(tx, organizationId);
    const held = await store.listProvided(tx, { organizationId });
    const after = rolesOfGroups(
      rows.filter(({ wanted }) => wanted),
      await store.listGrouped(tx),
    );
    const before = new Map(held.filter(({ providedRoles }) => providedRoles.length > 0).map(({ accountId, providedRoles }) => [accountId, providedRoles]));
    const now = new Map(after.map(({ accountId, roles }) => [accountId, roles]));
    const changes = changesBetween(before, now).toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
    const pending = rows.filter((row) => stateOf(row) !== 'applied');
    const digest = createHash('sha256')
      .update(JSON.stringify([changes, pending.map(({ id, wanted }) => [id, wanted]).toSorted()]))
      .digest('base64url');
    return { changes, now, pending, digest, unchanged: [...now.keys()].filter((id) => changes.every(({ accountId }) => accountId !== id)).length };
  };

  api.get(
    `${base}/preview`,
    {
      config: { action },
      schema: {
        operationId: 'previewGroupMappings',
        tags: ['providers'],
        summary: 'Who would gain and lose which role, from the groups last seen of each account',
        params: OrganizationPath,
        response: responses({ 200: Preview }),
      },
    },
    async (request) =>
      db.tx(scopeOf(request), async (tx) => {
        const { changes, pending, digest, unchanged } = await foresee(tx, request.params.organizationId);
        const accounts = await store.namedAccounts(
          tx,
          changes.map(({ accountId }) => accountId),
        );
        const named = accounts.slice(0, mostNamed).map((account) => ({ account, ...changes.find(({ accountId }) => accountId === account.id)! }));
        return {
          digest,
          changes: named.map(({ account, gains, loses }) => ({ account, gains, loses })),
          changed: changes.length,
          unchanged,
          pending: pending.length,
          needsDirector: pending.some(({ role }) => guardedRoles.includes(role)),
        };
      }),
  );

  api.post(
    `${base}/trial`,
    {
      config: { action },
      schema: {
        operationId: 'tryGroupMappings',
        tags: ['providers'],
        summary: 'Which roles somebody with these groups would have, as it is wished for and as it counts',
        params: OrganizationPath,
        body: Trial,
        response: responses({ 200: z.object({ wanted: z.array(z.string()), applied: z.array(z.string()) }).meta({ id: 'GroupMappingTrialResult' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { providerId, groups } = request.body;
      const rows = await db.tx(request.access.scope, (tx) => store.listMappings(tx, organizationId));
      const of = (which: 'wanted' | 'applied') =>
        rolesOfGroups(
          rows.filter((row) => row[which]),
          [{ accountId: '', providerId, groups }],
        )[0]?.roles ?? [];
      return { wanted: of('wanted'), applied: of('applied') };
    },
  );

  api.post(
    `${base}/apply`,
    {
      config: { action },
      schema: {
        operationId: 'applyGroupMappings',
        tags: ['providers'],
        summary: 'Let what is wished for count, exactly as it was shown; 409 when it has changed since',
        params: OrganizationPath,
        body: z.strictObject({ digest: z.string().min(1).max(100) }).meta({ id: 'GroupMappingApplication' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      await db.tx(scopeOf(request), async (tx) => {
        await store.lockMappings(tx, organizationId);
        const { changes, now, pending, digest } = await foresee(tx, organizationId);
        if (digest !== request.body.digest) throw new Problem('wrongState');
        if (pending.some(({ role }) => guardedRoles.includes(role)) && !request.access.actor.roles.includes('directorGeneral')) throw new Problem('missingPermission');
        await store.applyMappings(tx, organizationId);
        const rows = changes.map(({ accountId }) => ({ organizationId, accountId, roles: now.get(accountId) ?? [] }));
        await store.writeProvided(tx, rows, today(services));
      });
      return reply.status(204).send() as never;
    },
  );
};
