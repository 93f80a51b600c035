import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { deleteRecord } from '../../../server/db/records.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { ActionInput, ProgressInput, withProgress } from '../action.ts';
import { copyAction, refuseCentres } from './copies.ts';
import { exportCodes, exportColumns, exported } from './exported.ts';
import { ownOf, presentActions } from './present.ts';
import { actionOf, asInput } from './record.ts';
import { changeAction, createAction } from './save.ts';
import { Action, actionQuery, Actions, Copies, CopiesInput, exportQuery, ownQuery } from './schemas.ts';
import * as store from './store.ts';

const tags = ['plan'];

/** The actions of the plan: made, changed, told of by whoever answers for them, copied to other centres. */
export const registerPlan = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const [action] = await presentActions(tx, request, services, organizationId, [await actionOf(tx, organizationId, id)]);
    return action!;
  };
  const page = async (request: FastifyRequest, organizationId: string, { after, pageSize, sort }: { after?: string | undefined; pageSize: number; sort: string }, filters: store.ActionFilters) => {
    const found = await db.tx(request.access.scope, async (tx) => {
      const listed = await listPage(store.listActions(tx, organizationId, filters, today(services)), store.actionSorts, sql.ref('a.id'), { after, pageSize, sort });
      return { ...listed, items: await presentActions(tx, request, services, organizationId, listed.items as unknown as store.ActionRow[]) };
    });
    return collection(url, request.url, found, found.items, pageSize) as never;
  };

  api.get(
    '/organizations/:organizationId/planActions',
    {
      config: { action: 'plan.read' },
      schema: { operationId: 'listPlanActions', tags, summary: 'List the actions of the plan', params: OrganizationPath, querystring: actionQuery, response: responses({ 200: Actions }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, mine, ...filters } = request.query;
      return page(request, organizationId, { after, pageSize, sort }, { ...filters, own: mine && ownOf(request, organizationId) });
    },
  );

  api.get(
    '/organizations/:organizationId/planActions/export',
    {
      config: { action: 'plan.read' },
      schema: {
        operationId: 'exportPlanActions',
        tags,
        summary: 'Export the actions with their costs as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, mine, ...filters } = request.query;
      const list = { ...filters, own: mine && ownOf(request, organizationId) };
      return sendExport(services, request, reply, {
        format,
        name: 'plan',
        domain: 'plan',
        columns: exportColumns,
        codes: exportCodes,
        query: (tx) => ordered(store.listActions(tx, organizationId, list, today(services)), store.actionSorts, sql.ref('a.id'), sort),
        show: exported,
        event: { organizationId, table: 'plan_action' },
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/planActions',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'createPlanAction',
        tags,
        summary: 'Add an action, with what it comes from',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ActionInput,
        response: responses({ 201: Action }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const action = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => ({ id: await createAction(tx, organizationId, today(services), request.body) }),
          find: async (record) => ({ id: record }),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201).header('location', action.href);
      return sendVersioned(reply, action) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/planActions/:id',
    {
      config: { action: 'plan.read' },
      schema: { operationId: 'getPlanAction', tags, summary: 'Read an action', params: RecordPath, response: responses({ 200: Action }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/planActions/:id',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'updatePlanAction',
        tags,
        summary: 'Change an action (JSON Merge Patch); one that recurs and is done has its next occurrence',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'PlanActionPatch' }),
        response: responses({ 200: Action }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const action = await db.tx(request.access.scope, async (tx) => {
        const before = await actionOf(tx, organizationId, id);
        const result = ActionInput.safeParse(mergePatch(asInput(before), request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        await changeAction(tx, organizationId, today(services), before, version, result.data);
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, action) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/planActions/:id',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'deletePlanAction',
        tags,
        summary: 'Delete an action that is only planned and stands in no plan that was put to the council',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const { state } = await actionOf(tx, organizationId, id);
        if (state !== 'planned' || (await store.isInVersion(tx, organizationId, id))) throw new Problem('wrongState');
        await deleteRecord(tx, 'planAction', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/ownActions',
    {
      config: { action: 'action.own' },
      schema: {
        operationId: 'listOwnActions',
        tags,
        summary: 'The actions of the plan that one answers for, by name or by function',
        params: OrganizationPath,
        querystring: ownQuery,
        response: responses({ 200: Actions }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, state } = request.query;
      return page(request, organizationId, { after, pageSize, sort }, { state, own: ownOf(request, organizationId) });
    },
  );

  api.patch(
    '/organizations/:organizationId/ownActions/:id',
    {
      config: { action: 'action.own' },
      schema: {
        operationId: 'updateOwnAction',
        tags,
        summary: 'Say how far an action of one’s own is, or when and how it was done (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'OwnActionPatch' }),
        response: responses({ 200: Action }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const action = await db.tx(request.access.scope, async (tx) => {
        const before = await actionOf(tx, organizationId, id, ownOf(request, organizationId));
        if (before.state === 'givenUp') throw new Problem('wrongState');
        const told = ProgressInput.safeParse(
          mergePatch({ progress: before.progress, ...(before.doneOn ? { doneOn: before.doneOn } : {}), ...(before.doneHow ? { doneHow: before.doneHow } : {}) }, request.body),
        );
        if (!told.success) throw new Problem('badRequest', { issues: zodIssues(told.error.issues, 'body') });
        await changeAction(tx, organizationId, today(services), before, version, withProgress(asInput(before), told.data));
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, action) as never;
    },
  );

  api.post(
    '/planCopies',
    {
      config: { action: 'plan.write' },
      schema: {
        operationId: 'copyPlanAction',
        tags,
        summary: 'Copy an action to other centres, each of which has its own from then on: to all of them, or to none',
        headers: IdempotencyHeader,
        body: CopiesInput,
        response: responses({ 201: Copies }),
      },
    },
    async (request, reply) => {
      const { organizationId, actionId, organizationIds } = request.body;
      refuseCentres(request.access, [organizationId, ...organizationIds]);
      await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            await copyAction(tx, today(services), organizationId, actionId, organizationIds);
            return { id: actionId };
          },
          find: async (record) => ({ id: record }),
        }),
      );
      return reply.status(201).send({ id: actionId, copied: new Set(organizationIds).size }) as never;
    },
  );
};
