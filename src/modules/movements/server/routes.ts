import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import type { Language } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { CancelInput, MovementChange, MovementInput, ReturnInput } from '../movement.ts';
import { cancelCase, moveCase, returnFrom, startCase } from './case.ts';
import { eventsWithoutCase } from './events-store.ts';
import { ledOnly } from './own.ts';
import { Events, exportQuery, movementQuery, Movements, SearchInput, WholeMovement } from './schemas.ts';
import { presentSteps } from './step-routes.ts';
import { returnOf, stepsOf } from './step-store.ts';
import * as store from './store.ts';

const tags = ['movements'];

/** A case as the API shows it. */
export const presentMovement = (request: FastifyRequest, services: Pick<Services, 'url'>, organizationId: string, row: store.MovementRow) => {
  const { certificateId, certificateYear, certificateNumber, certificateLanguage, certificateHash, ...rest } = row;
  const writes = can(request.access.actor, 'movement.write');
  const open = row.state === 'open';
  return {
    ...rest,
    announcedAt: row.announcedAt.toISOString(),
    announcedLate: dayOf(row.announcedAt) > row.day,
    closedAt: row.closedAt?.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString(),
    ...(certificateId ? { certificate: { year: certificateYear, number: certificateNumber, language: certificateLanguage, contentHash: certificateHash } } : {}),
    href: `${services.url}/api/beffroi/v1/organizations/${organizationId}/movements/${row.id}`,
    can: { update: writes && open, cancel: writes && open, close: writes && open && row.open === 0, resume: writes && row.kind === 'suspension' && row.state !== 'cancelled' },
  };
};

/** The cases of a centre: started from one date, moved, cancelled, taken up again. */
export const registerMovements = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const context = (request: FastifyRequest) => ({ now: services.now(), language: (request.access.account?.language ?? 'fr') as Language });
  const caseOf = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string): Promise<store.MovementRow> => {
    const movement = await store.findMovement(tx, organizationId, id, services.now(), ledOnly(request, organizationId));
    if (!movement) throw new Problem('resourceNotFound');
    return movement;
  };
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const movement = await caseOf(tx, request, organizationId, id);
    const steps = await stepsOf(tx, organizationId, { kind: 'movement', id });
    const firms = new Map(steps.flatMap(({ kind, supplierId, supplierName }) => (kind === 'letter' && supplierId ? [[supplierId, supplierName!] as const] : [])));
    return {
      ...presentMovement(request, services, organizationId, movement),
      allSteps: presentSteps(request, services, organizationId, steps),
      firms: [...firms].map(([firm, name]) => ({ id: firm, name })),
      returnId: movement.kind === 'suspension' ? await returnOf(tx, organizationId, id) : undefined,
    };
  };
  type ListQuery = { after?: string | undefined; pageSize: number; sort: string } & store.MovementFilters;
  const page = async (request: FastifyRequest, organizationId: string, { after, pageSize, sort, ...filters }: ListQuery) => {
    const query = { ...filters, led: ledOnly(request, organizationId) };
    const found = await db.tx(request.access.scope, (tx) =>
      listPage<store.MovementRow>(store.listMovements(tx, organizationId, query, services.now()), store.movementSorts, sql.ref('m.id'), { after, pageSize, sort }),
    );
    return collection(
      url,
      request.url,
      found,
      found.items.map((row) => presentMovement(request, services, organizationId, row)),
      pageSize,
    ) as never;
  };

  api.get(
    '/organizations/:organizationId/movements',
    {
      config: { action: 'movement.read' },
      schema: {
        operationId: 'listMovements',
        tags,
        summary: 'List arrivals, changes of function, suspensions and departures',
        params: OrganizationPath,
        querystring: movementQuery,
        response: responses({ 200: Movements }),
      },
    },
    async (request) => page(request, request.params.organizationId, request.query),
  );

  api.post(
    '/organizations/:organizationId/movements/search',
    {
      config: { action: 'movement.read' },
      schema: {
        operationId: 'searchMovements',
        tags,
        summary: 'Search the cases by the name of the person',
        params: OrganizationPath,
        querystring: movementQuery,
        body: SearchInput,
        response: responses({ 200: Movements }),
      },
    },
    async (request) => page(request, request.params.organizationId, { ...request.query, text: request.body.text }),
  );

  api.get(
    '/organizations/:organizationId/movements/export',
    {
      config: { action: 'movement.all' },
      schema: {
        operationId: 'exportMovements',
        tags,
        summary: 'Export the cases as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'movements',
        domain: 'movements',
        columns: ['day', 'until', 'kind', 'personName', 'function', 'serviceName', 'announcedAt', 'state', 'steps', 'open', 'late', 'closedAt', 'number', 'cancelledAt', 'cancelReason'],
        codes: { kind: 'movementKinds', state: 'movementStates' },
        query: (tx) => ordered(store.listMovements(tx, organizationId, filters, services.now()), store.movementSorts, sql.ref('m.id'), sort),
        show: ({ certificateYear: year, certificateNumber: number, ...row }) => ({ ...row, ...(year ? { number: `${String(year)}-${String(number).padStart(2, '0')}` } : {}) }),
        event: { organizationId, table: 'movement' },
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/movementEvents',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'listMovementEvents',
        tags,
        summary: 'What the contracts say of arrivals, changes, suspensions and departures that have no case',
        params: OrganizationPath,
        response: responses({ 200: Events }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const events = await db.tx(request.access.scope, (tx) => eventsWithoutCase(tx, [organizationId], dayOf(services.now())));
      return { items: events.slice(0, 200).map(({ organizationId: _centre, ...event }) => event), total: events.length } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/movements',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'startMovement',
        tags,
        summary: 'Start a case from one date: the register of people gets what it did not know, the steps are opened',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: MovementInput,
        response: responses({ 201: WholeMovement }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const movement = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => ({ id: await startCase(tx, organizationId, request.body, context(request)) }),
          find: async (record) => ({ id: record }),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201).header('location', movement.href);
      return sendVersioned(reply, movement) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/movements/:id',
    {
      config: { action: 'movement.read' },
      schema: { operationId: 'getMovement', tags, summary: 'Read a case with its steps', params: RecordPath, response: responses({ 200: WholeMovement }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  const act = async (request: FastifyRequest<{ Params: { organizationId: string; id: string } }>, work: (tx: Tx, movement: store.MovementRow, version: number) => Promise<string | void>) => {
    const { organizationId, id } = request.params;
    const version = expectedVersion(request.headers['if-match']);
    return db.tx(request.access.scope, async (tx) => shown(tx, request, organizationId, (await work(tx, await caseOf(tx, request, organizationId, id), version)) ?? id));
  };

  api.put(
    '/organizations/:organizationId/movements/:id',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'moveMovement',
        tags,
        summary: 'Move a case to another day: the contract and the open steps follow, what is done stays done',
        params: RecordPath,
        body: MovementChange,
        response: responses({ 200: WholeMovement }),
      },
    },
    async (request, reply) => sendVersioned(reply, await act(request, (tx, movement, version) => moveCase(tx, request.params.organizationId, movement, version, request.body))) as never,
  );

  api.post(
    '/organizations/:organizationId/movements/:id/cancel',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'cancelMovement',
        tags,
        summary: 'Cancel a case: the contract runs on, open steps are dropped, what was done is asked to be undone',
        params: RecordPath,
        body: CancelInput,
        response: responses({ 200: WholeMovement }),
      },
    },
    async (request, reply) =>
      sendVersioned(reply, await act(request, (tx, movement, version) => cancelCase(tx, request.params.organizationId, movement, version, request.body.reason, context(request)))) as never,
  );

  api.post(
    '/organizations/:organizationId/movements/:id/return',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'returnFromSuspension',
        tags,
        summary: 'End a suspension: a case of its own asks for the same rights again',
        params: RecordPath,
        body: ReturnInput,
        response: responses({ 201: WholeMovement }),
      },
    },
    async (request, reply) => {
      const movement = await act(request, async (tx, found, version) => {
        if (found.version !== version) throw new Problem('staleVersion');
        return returnFrom(tx, request.params.organizationId, found, request.body.day, context(request));
      });
      reply.status(201).header('location', movement.href);
      return sendVersioned(reply, movement) as never;
    },
  );
};
