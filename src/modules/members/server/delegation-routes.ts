import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can, type CentreRole, centreRoles } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { incompatibilities, peopleFacts } from '../../people/server/service.ts';
import { delegableRoles, DelegationData, delegationRefusal } from '../member.ts';
import * as store from './delegation-store.ts';
import { invitationById, pendingInvitations } from './invitation-store.ts';
import { linkById, linkOf, ownRoles, rolesOfLink } from './store.ts';

const Delegation = z
  .object({
    id: z.uuid(),
    role: z.enum(centreRoles),
    from: z.string(),
    to: z.string().describe('A name; of somebody invited, the address'),
    invited: z.boolean(),
    start: z.string(),
    end: z.string(),
    reason: z.string().optional(),
    by: z.string().optional().describe('Who made it, where that is not the lender'),
    state: z.enum(['running', 'coming', 'waiting', 'void']),
    side: z.enum(['lent', 'received', 'other']),
    warnings: z.array(z.string()).describe('Functions that do not go together, from the first day both are held'),
    can: z.object({ end: z.boolean() }),
  })
  .meta({ id: 'Delegation' });
const Delegations = z.object({ self: z.string(), items: z.array(Delegation), total: z.int(), pageSize: z.int() }).meta({ id: 'Delegations' });
const StandIns = z
  .object({
    items: z.array(
      z.object({ linkId: z.uuid().optional(), invitationId: z.uuid().optional(), name: z.string(), self: z.boolean(), roles: z.array(z.enum(centreRoles)).describe('What they hold and may lend') }),
    ),
  })
  .meta({ id: 'StandIns' });

/** A role lent for an absence: made, seen by both sides, ended by either. */
export const registerDelegations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/delegations';

  /** The delegations with what makes each doubtful: the lent role beside what the receiver holds. */
  const present = async (tx: Tx, organizationId: string, rows: readonly store.DelegationRow[], accountId: string, all: boolean, day: string): Promise<z.infer<typeof Delegation>[]> => {
    if (rows.length === 0) return [];
    const facts = await peopleFacts(tx, organizationId, day);
    const heads = facts.services.flatMap((service) => (service.headId ? [{ headId: service.headId, serviceKind: service.kind }] : []));
    const outsiders = facts.outsiders.flatMap(({ personId, employer }) => (employer ? [{ personId, employer }] : []));
    return rows.map((row) => {
      const personId = row.toPersonId;
      const held = facts.mandates.filter((mandate) => mandate.personId === personId);
      const before = { mandates: held, heads, outsiders, itSupplier: facts.itSupplier };
      const known = new Set(incompatibilities(before).map(({ rule }) => rule));
      const lent = { personId: personId ?? '', kind: row.role as never, start: row.start, end: row.end };
      const warnings = personId ? incompatibilities({ ...before, mandates: [...held, lent] }).filter(({ rule }) => !known.has(rule)) : [];
      const side = row.fromAccountId === accountId ? ('lent' as const) : row.toAccountId === accountId ? ('received' as const) : ('other' as const);
      return {
        id: row.id,
        role: row.role as CentreRole,
        from: row.from,
        to: row.to ?? row.invited ?? '',
        invited: row.to === null,
        start: row.start,
        end: row.end,
        reason: row.reason ?? undefined,
        by: row.madeBy === row.fromAccountId ? undefined : row.by,
        state: row.to === null ? ('waiting' as const) : row.start > day ? ('coming' as const) : row.held ? ('running' as const) : ('void' as const),
        side,
        warnings: [...new Set(warnings.map(({ rule }) => rule))],
        can: { end: all || side !== 'other' || row.madeBy === accountId },
      };
    });
  };

  api.get(
    base,
    {
      config: { action: 'delegation.own' },
      schema: {
        operationId: 'listDelegations',
        tags: ['members'],
        summary: 'The delegations that run or are to come: one’s own, and all for who sees the accesses',
        params: OrganizationPath,
        response: responses({ 200: Delegations }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { accountId } = request.access.account!;
      const day = today(services);
      const sees = can(request.access.actor, 'member.read');
      const ends = can(request.access.actor, 'member.write');
      const items = await db.tx(request.access.scope, async (tx) =>
        present(tx, organizationId, await store.listDelegations(tx, organizationId, day, sees ? undefined : accountId), accountId, ends, day),
      );
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.get(
    `${base}/standIns`,
    {
      config: { action: 'delegation.own' },
      schema: { operationId: 'listStandIns', tags: ['members'], summary: 'Who may stand in for whom', params: OrganizationPath, response: responses({ 200: StandIns }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { accountId } = request.access.account!;
      const grants = can(request.access.actor, 'member.write');
      return db.tx(request.access.scope, async (tx) => {
        const rows = await store.standIns(tx, organizationId, today(services));
        const invited = grants ? await pendingInvitations(tx, organizationId) : [];
        return {
          items: [
            ...rows.map((row) => ({
              linkId: row.id,
              name: row.name,
              self: row.accountId === accountId,
              // What somebody else holds is for those who may lend on their behalf.
              roles: row.accountId === accountId || grants ? delegableRoles.filter((role) => row.roles.includes(role)) : [],
            })),
            ...invited.map((row) => ({ invitationId: row.id, name: row.email, self: false, roles: [] })),
          ],
        };
      });
    },
  );

  api.post(
    base,
    {
      config: { action: 'delegation.own' },
      schema: {
        operationId: 'createDelegation',
        tags: ['members'],
        summary: 'Lend a role for an absence',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: DelegationData,
        response: responses({ 201: Delegation }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { accountId } = request.access.account!;
      const day = today(services);
      const data = request.body;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            if (data.start < day) throw invalidInput('start', 'startPast');
            const own = await linkOf(tx, organizationId, accountId);
            if (!own) throw new Problem('missingPermission');
            const fromLinkId = data.fromLinkId ?? own.id;
            if (data.toLinkId && !(await linkById(tx, organizationId, data.toLinkId))) throw invalidInput('toLinkId', 'unknownPerson');
            const invitation = data.invitationId ? await invitationById(tx, organizationId, data.invitationId) : undefined;
            if (data.invitationId && (!invitation || invitation.acceptedAt || invitation.withdrawnAt)) throw invalidInput('toLinkId', 'unknownPerson');
            const roles = await ownRoles(tx, organizationId, accountId, day);
            const maker = { linkId: own.id, roles, mayGrant: can({ accountId, roles, installation: [] }, 'member.write') };
            const lender = { linkId: fromLinkId, roles: await rolesOfLink(tx, organizationId, fromLinkId, day) };
            const refused = delegationRefusal(maker, lender, data.toLinkId, data.role);
            if (refused) throw invalidInput(refused === 'sameAccount' || refused === 'ownGrant' ? 'toLinkId' : refused === 'notOnBehalf' ? 'fromLinkId' : 'role', refused);
            return { id: await store.insertDelegation(tx, organizationId, fromLinkId, data, accountId) };
          },
          find: async (id) => ({ id }),
        });
        const rows = (await store.listDelegations(tx, organizationId, day)).filter((row) => row.id === id);
        return (await present(tx, organizationId, rows, accountId, true, day))[0];
      });
      if (!made) throw new Problem('resourceNotFound');
      return reply.status(201).send(made as never);
    },
  );

  api.post(
    `${base}/:id/end`,
    {
      config: { action: 'delegation.own' },
      schema: { operationId: 'endDelegation', tags: ['members'], summary: 'End a delegation now; either side may', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { accountId } = request.access.account!;
      const all = can(request.access.actor, 'member.write');
      const day = today(services);
      await db.tx(request.access.scope, async (tx) => {
        const rows = await store.listDelegations(tx, organizationId, day, all ? undefined : accountId);
        if (!rows.some((row) => row.id === id) || !(await store.endDelegation(tx, organizationId, id, services.now()))) throw new Problem('resourceNotFound');
      });
      return reply.status(204).send() as never;
    },
  );
};
