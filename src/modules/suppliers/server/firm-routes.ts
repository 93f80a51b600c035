import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addMonths, CivilDate } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { heldOn } from '../../access/server/service.ts';
import { resourcesOf, rightLevels } from '../../resources/server/service.ts';
import { pendingKinds, pendingOf, readsPending } from './pending-store.ts';
import * as store from './store.ts';

/** A contract that ends within so many months is said to end soon. */
const soonMonths = 3;

/** The firms as a whole; of one firm, the people who are written down as its own, and what its people reach. */
export const registerFirms = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['suppliers'];

  const Overview = z
    .object({
      current: z.int(),
      ended: z.int(),
      processors: z.int(),
      withoutContract: z.int().describe('Firms that work for the centre without a contract in force'),
      unchecked: z.int().describe('Contracts whose clauses nobody has checked'),
      missing: z.int().describe('Contracts that lack a clause'),
      ending: z.int().describe(`Contracts that end within ${soonMonths} months`),
    })
    .meta({ id: 'SuppliersOverview' });
  api.get(
    '/organizations/:organizationId/suppliersOverview',
    {
      config: { action: 'supplier.read' },
      schema: { operationId: 'getSuppliersOverview', tags, summary: 'How many firms there are, and how their contracts stand', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => {
      const day = today(services);
      return services.db.tx(request.access.scope, (tx) => store.supplierCounts(tx, request.params.organizationId, day, addMonths(day, soonMonths)));
    },
  );

  const Pendings = z.object({ items: z.array(z.object({ kind: z.enum(pendingKinds), id: z.uuid(), title: z.string(), on: z.string() })) }).meta({ id: 'SupplierPending' });
  api.get(
    '/organizations/:organizationId/suppliers/:id/pending',
    {
      config: { action: 'supplier.read' },
      schema: {
        operationId: 'listSupplierPending',
        tags,
        summary: 'What is still open with the firm: orders of disposal, interventions, devices in its hands; of those that the caller may read',
        params: RecordPath,
        response: responses({ 200: Pendings }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const items = await services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'supplier', organizationId, id))) throw new Problem('resourceNotFound');
        return pendingOf(tx, organizationId, id);
      });
      return { items: items.filter(({ kind }) => can(request.access.actor, readsPending[kind])) };
    },
  );

  const Namesakes = z
    .object({ items: z.array(z.object({ id: z.uuid(), firstName: z.string(), lastName: z.string(), employer: z.string(), email: z.string().optional() })) })
    .meta({ id: 'SupplierNamesakes' });
  const Joining = z
    .strictObject({ personIds: z.array(z.uuid()).min(1, 'chooseOne').max(200), start: CivilDate, contractId: z.uuid().optional() })
    .meta({ id: 'SupplierJoining', example: { personIds: ['01990000-0000-7000-8000-000000000001'], start: '2026-01-05' } });
  api.get(
    '/organizations/:organizationId/suppliers/:id/namesakes',
    {
      config: { action: 'supplier.write' },
      schema: {
        operationId: 'listSupplierNamesakes',
        tags,
        summary: 'Outsiders whose employer bears the name of the firm, not joined to it yet',
        params: RecordPath,
        response: responses({ 200: Namesakes }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'supplier', organizationId, id))) throw new Problem('resourceNotFound');
        return { items: await store.namesakes(tx, organizationId, id) };
      });
    },
  );
  api.post(
    '/organizations/:organizationId/suppliers/:id/people',
    {
      config: { action: 'supplier.write' },
      schema: {
        operationId: 'joinSupplierPeople',
        tags,
        summary: 'Join several people to the firm: all of them or none',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: Joining,
        response: responses({ 201: z.object({ id: z.uuid(), joined: z.int() }).meta({ id: 'SupplierPeopleJoined' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: supplierId } = request.params;
      const { start, contractId } = request.body;
      const personIds = [...new Set(request.body.personIds)];
      const made = await services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'supplier', organizationId, supplierId))) throw new Problem('resourceNotFound');
        return once(tx, request, organizationId, {
          make: async () => {
            const contract = contractId ? await findRecord(tx, 'supplierContract', organizationId, contractId) : undefined;
            if (contractId && contract?.['supplierId'] !== supplierId) throw invalidInput('contractId', 'contractOfAnother');
            // Only whom the page offers: outsiders who are written down as the firm's, and not joined to it.
            const offered = new Set((await store.namesakes(tx, organizationId, supplierId)).map(({ id }) => id));
            if (!personIds.every((id) => offered.has(id))) throw invalidInput('personIds', 'personNotOffered');
            const [first] = await store.insertPeople(tx, organizationId, personIds, { supplierId, contractId: contractId ?? null, start });
            return { id: first!, joined: personIds.length };
          },
          find: async (id) => ({ id, joined: personIds.length }),
        });
      });
      return reply.status(201).send(made);
    },
  );

  const Reach = z
    .object({
      people: z.array(
        z.object({
          personId: z.uuid(),
          personName: z.string(),
          covered: z.boolean(),
          rights: z.array(z.object({ id: z.uuid(), resourceId: z.uuid(), resourceName: z.string(), level: z.enum(rightLevels), account: z.string().optional(), until: z.string().optional() })),
        }),
      ),
    })
    .meta({ id: 'SupplierReach' });
  api.get(
    '/organizations/:organizationId/suppliers/:id/reach',
    {
      config: { action: 'access.read' },
      schema: { operationId: 'getSupplierReach', tags, summary: 'What the people of the firm have access to today', params: RecordPath, response: responses({ 200: Reach }) },
    },
    async (request) => {
      const { organizationId, id: supplierId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'supplier', organizationId, supplierId))) throw new Problem('resourceNotFound');
        const people = await store.peopleOfFirm(tx, organizationId, supplierId, day);
        const held = await heldOn(tx, organizationId, day, { personIds: people.map(({ personId }) => personId) });
        const names = new Map((await resourcesOf(tx, organizationId, [...new Set(held.map(({ resourceId }) => resourceId))])).map(({ id, name }) => [id, name]));
        const rights = Map.groupBy(held, ({ personId }) => personId);
        return {
          people: people.map((person) => ({
            ...person,
            rights: (rights.get(person.personId) ?? []).map(({ id, resourceId, level, account, until }) => ({
              id,
              resourceId,
              resourceName: names.get(resourceId) ?? '',
              level,
              ...(account ? { account } : {}),
              ...(until ? { until } : {}),
            })),
          })),
        };
      });
    },
  );
};
