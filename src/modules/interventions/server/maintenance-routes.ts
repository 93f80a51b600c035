import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { contractFaults, contractStanding, MaintenanceInput, maintenanceState, maintenanceStates, missingParties, neededClauses, parties, partiesOf, WithdrawInput } from '../maintenance.ts';
import { refuseUnknown } from './acts.ts';
import * as store from './maintenance-store.ts';

const tags = ['interventions'];
const text = z.string().optional();
const id = z.uuid().optional();
const Maintenance = z
  .object({
    id: z.uuid(),
    version: z.int(),
    supplierId: z.uuid(),
    supplierName: z.string(),
    contractId: id,
    contractTitle: text,
    contractEnd: text,
    contractFault: z.enum(contractFaults).optional().describe('What is wrong with the contract under which the firm connects'),
    missingClauses: z.array(z.enum(neededClauses)),
    subject: z.string(),
    means: z.string(),
    origin: z.string(),
    supervision: z.string(),
    resourceId: id,
    resourceName: text,
    deviceId: id,
    deviceName: text,
    start: z.string(),
    end: text,
    askedOn: z.string(),
    adviserOn: text,
    adviserName: text,
    itHeadOn: text,
    itHeadName: text,
    controllerOn: text,
    controllerName: text,
    withdrawnOn: text,
    withdrawalReason: text,
    state: z.enum(maintenanceStates),
    missing: z.array(z.enum(parties)).describe('Who has not agreed yet'),
    sessions: z.int(),
    lastOn: text,
    lacking: z.int().describe('Sessions of which something is not known'),
    agreesAs: z.array(z.enum(parties)).describe('As whom this caller may agree now'),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'RemoteMaintenance' });
const Maintenances = z
  .object({ items: z.array(Maintenance), uncovered: z.array(z.object({ supplierId: z.uuid(), supplierName: z.string(), sessions: z.int(), lastOn: z.string() })) })
  .meta({ id: 'RemoteMaintenances' });
const address = '/organizations/:organizationId/remoteMaintenances';

/** Remote maintenance: asked for, agreed by three, withdrawn. Its sessions are interventions. */
export const registerMaintenance = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, rows: readonly store.MaintenanceRow[]) => {
    const day = today(services);
    const { actor } = request.access;
    const itHead = await store.hasItHead(tx, organizationId, day);
    return rows.map(({ contractStart, contractClauses, contractCheckedOn, ...row }) => {
      const { fault, missing } = contractStanding(row.contractId ? { start: contractStart!, end: row.contractEnd, clauses: contractClauses!, checkedOn: contractCheckedOn } : undefined, day);
      const state = maintenanceState(row, day);
      const open = state === 'asked' || state === 'agreed';
      return {
        ...row,
        contractFault: fault,
        missingClauses: missing,
        state,
        missing: missingParties(row),
        agreesAs: state === 'asked' && can(actor, 'maintenance.agree') ? partiesOf(actor.roles, row, itHead) : [],
        can: { update: state === 'asked' && can(actor, 'maintenance.write'), withdraw: open && can(actor, 'maintenance.agree'), renew: can(actor, 'maintenance.write') },
      };
    });
  };
  const found = async (tx: Tx, organizationId: string, wanted: string): Promise<store.MaintenanceRow> => {
    const [row] = await store.listMaintenance(tx, organizationId, { id: wanted });
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const refuseForeign = async (tx: Tx, organizationId: string, values: MaintenanceInput): Promise<void> => {
    await refuseUnknown(tx, organizationId, values);
    const contract = values.contractId && (await findRecord(tx, 'supplierContract', organizationId, values.contractId));
    if (values.contractId && (!contract || contract['supplierId'] !== values.supplierId)) throw invalidInput('contractId', 'contractOfAnother');
  };

  api.get(
    address,
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'listRemoteMaintenances',
        tags,
        summary: 'The agreements of remote maintenance, and the firms that connected without one',
        params: OrganizationPath,
        response: responses({ 200: Maintenances }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      return db.tx(request.access.scope, async (tx) => ({
        items: await shown(tx, request, organizationId, await store.listMaintenance(tx, organizationId)),
        uncovered: await store.uncoveredFirms(tx, organizationId, today(services)),
      })) as never;
    },
  );

  api.get(
    `${address}/:id`,
    {
      config: { action: 'intervention.read' },
      schema: { operationId: 'getRemoteMaintenance', tags, summary: 'Read an agreement of remote maintenance', params: RecordPath, response: responses({ 200: Maintenance }) },
    },
    async (request, reply) => {
      const { organizationId, id: wanted } = request.params;
      const [one] = await db.tx(request.access.scope, async (tx) => shown(tx, request, organizationId, [await found(tx, organizationId, wanted)]));
      return sendVersioned(reply, one as never) as never;
    },
  );

  api.post(
    address,
    {
      config: { action: 'maintenance.write' },
      schema: {
        operationId: 'createRemoteMaintenance',
        tags,
        summary: 'Ask for an agreement of remote maintenance: adviser, head of IT and controller are to agree',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: MaintenanceInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'RemoteMaintenanceMade' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, (tx) =>
        once<{ id: string }>(tx, request, organizationId, {
          make: async () => {
            await refuseForeign(tx, organizationId, request.body);
            return store.insertMaintenance(tx, organizationId, request.body, today(services));
          },
          find: (wanted) => findRecord(tx, 'remoteMaintenance', organizationId, wanted),
        }),
      );
      return reply.status(201).send({ id: made.id }) as never;
    },
  );

  api.put(
    `${address}/:id`,
    {
      config: { action: 'maintenance.write' },
      schema: {
        operationId: 'setRemoteMaintenance',
        tags,
        summary: 'Change what is asked for, as long as not all three have agreed; whoever had is asked anew',
        params: RecordPath,
        body: MaintenanceInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: wanted } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const row = await found(tx, organizationId, wanted);
        await refuseForeign(tx, organizationId, request.body);
        await store.changeMaintenance(tx, organizationId, row, version, request.body);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${address}/:id/agree`,
    {
      config: { action: 'maintenance.agree' },
      schema: { operationId: 'agreeRemoteMaintenance', tags, summary: 'Agree, as what one is: adviser, head of IT, or controller', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id: wanted } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      const { account, actor, links } = request.access;
      await db.tx(request.access.scope, async (tx) => {
        const row = await found(tx, organizationId, wanted);
        const given = maintenanceState(row, day) === 'asked' ? partiesOf(actor.roles, row, await store.hasItHead(tx, organizationId, day)) : [];
        if (given.length === 0) throw new Problem('wrongState');
        const personId = links.find((link) => link.organizationId === organizationId)?.personId ?? null;
        await store.agreeMaintenance(tx, organizationId, wanted, version, given, { personId, name: account?.name ?? '' }, day);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${address}/:id/withdraw`,
    {
      config: { action: 'maintenance.agree' },
      schema: {
        operationId: 'withdrawRemoteMaintenance',
        tags,
        summary: 'It holds no more, or is refused, with the reason; its sessions stay',
        params: RecordPath,
        body: WithdrawInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: wanted } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      await db.tx(request.access.scope, async (tx) => {
        if (!['asked', 'agreed'].includes(maintenanceState(await found(tx, organizationId, wanted), day))) throw new Problem('wrongState');
        await store.withdrawMaintenance(tx, organizationId, wanted, version, request.body.reason, day);
      });
      return reply.status(204).send() as never;
    },
  );
};
