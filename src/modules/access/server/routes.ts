import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { deleteRecord, refuseStale, updateRecord } from '../../../server/db/records.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { DecisionInput, EndInput, GivingInput, GrantInput, stateOf, WithdrawalInput } from '../grant.ts';
import { grantSorts, type GrantFilters, type GrantRow, listGrants } from './grant-store.ts';
import { grantOf, presentGrant, shownGrant } from './present.ts';
import { asInput, correctGrant, createGrant, refuse, signature, untilGiven } from './save.ts';
import { exportQuery, Grant, grantQuery, Grants, ownQuery } from './schemas.ts';
import { endRights, markForWithdrawal, unmarkWithdrawal } from './store.ts';
import { callerPerson, type View, viewOf } from './view-store.ts';

const tags = ['access'];
const exportColumns = [
  'personName',
  'resourceName',
  'level',
  'state',
  'account',
  'start',
  'until',
  'reason',
  'askedOn',
  'askedBy',
  'agreedOn',
  'agreedBy',
  'withdrawalOn',
  'withdrawalReason',
  'endedOn',
  'endedBecause',
];

/** Rights of access, one by one: asked for, agreed to or refused, given, to be taken away, ended, put right. */
export const registerAccess = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const list = async (request: FastifyRequest, organizationId: string, asked: { after?: string | undefined; pageSize: number; sort: string }, filters: GrantFilters, view: View) => {
    const day = today(services);
    const found = await db.tx(request.access.scope, (tx) => listPage(listGrants(tx, organizationId, filters, view, day), grantSorts, sql.ref('g.id'), asked));
    return collection(
      url,
      request.url,
      found,
      found.items.map((row) => presentGrant(request, services, organizationId, row as unknown as GrantRow, day)),
      asked.pageSize,
    ) as never;
  };
  /** Does something to a right of the version that its reader knew, and shows it. */
  const acted = (request: FastifyRequest<{ Params: { organizationId: string; id: string } }>, work: (tx: Tx, row: GrantRow, version: number, day: string) => Promise<void>) => {
    const { organizationId, id } = request.params;
    const version = expectedVersion(request.headers['if-match']);
    const day = today(services);
    return db.tx(request.access.scope, async (tx) => {
      const row = await grantOf(tx, request, organizationId, id, day);
      if (row.version !== version) await refuseStale(tx, 'accessGrant', organizationId, id, version);
      await work(tx, row, version, day);
      return shownGrant(tx, request, services, organizationId, id, day);
    });
  };

  api.get(
    '/organizations/:organizationId/accessGrants',
    {
      config: { action: 'access.read' },
      schema: {
        operationId: 'listAccessGrants',
        tags,
        summary: 'List the rights of access, those of the past with them',
        params: OrganizationPath,
        querystring: grantQuery,
        response: responses({ 200: Grants }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      return list(request, organizationId, { after, pageSize, sort }, filters, viewOf(request, organizationId, 'access.read'));
    },
  );

  api.get(
    '/organizations/:organizationId/accessGrants/export',
    {
      config: { action: 'access.read' },
      schema: {
        operationId: 'exportAccessGrants',
        tags,
        summary: 'Export the rights of access as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      const day = today(services);
      const view = viewOf(request, organizationId, 'access.read');
      return sendExport(services, request, reply, {
        format,
        name: 'access-rights',
        domain: 'access',
        columns: exportColumns,
        codes: { level: 'levels', state: 'states', endedBecause: 'because' },
        query: (tx) => ordered(listGrants(tx, organizationId, filters, view, day), grantSorts, sql.ref('g.id'), sort),
        show: (row) => ({ ...row, state: stateOf(row as unknown as GrantRow, day) }),
        event: { organizationId, table: 'access_grant' },
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/ownRights',
    {
      config: { action: 'access.own' },
      schema: {
        operationId: 'listOwnRights',
        tags,
        summary: 'The rights that one has oneself, or has been asked for',
        params: OrganizationPath,
        querystring: ownQuery,
        response: responses({ 200: Grants }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      // Without a person in the register there is nothing that is one's own.
      const personId = callerPerson(request, organizationId) ?? '00000000-0000-0000-0000-000000000000';
      return list(request, organizationId, request.query, { personId, state: 'open' }, 'all');
    },
  );

  api.post(
    '/organizations/:organizationId/accessGrants',
    {
      config: { action: 'access.ask' },
      schema: {
        operationId: 'createAccessGrant',
        tags,
        summary: 'Ask for a right, or give it at once where one may',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: GrantInput,
        response: responses({ 201: Grant }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const day = today(services);
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => ({ id: await createGrant(tx, request, organizationId, request.body, day) }),
          find: async (record) => ({ id: record }),
        });
        return shownGrant(tx, request, services, organizationId, id, day);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessGrants/:id',
    { config: { action: 'access.read' }, schema: { operationId: 'getAccessGrant', tags, summary: 'Read a right of access', params: RecordPath, response: responses({ 200: Grant }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendVersioned(reply, await db.tx(request.access.scope, (tx) => shownGrant(tx, request, services, organizationId, id, today(services)))) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId/accessGrants/:id',
    {
      config: { action: 'access.give' },
      schema: {
        operationId: 'updateAccessGrant',
        tags,
        summary: 'Put a right of access right (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'AccessGrantPatch' }),
        response: responses({ 200: Grant }),
      },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, version) => {
          const result = GrantInput.safeParse(mergePatch(asInput(row), request.body));
          if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
          await correctGrant(tx, request, request.params.organizationId, row, version, result.data);
        }),
      ) as never,
  );

  api.delete(
    '/organizations/:organizationId/accessGrants/:id',
    {
      config: { action: 'access.ask' },
      schema: { operationId: 'deleteAccessGrant', tags, summary: 'Take back what was asked for and not given', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      await db.tx(request.access.scope, async (tx) => {
        const row = await grantOf(tx, request, organizationId, id, day);
        await refuse(tx, request, organizationId, 'access.ask', row.personId, day);
        if (row.start !== null || row.refusedOn !== null) throw new Problem('wrongState');
        await deleteRecord(tx, 'accessGrant', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessGrants/:id/decision',
    {
      config: { action: 'access.agree' },
      schema: { operationId: 'decideAccessGrant', tags, summary: 'Agree to a right that was asked for, or refuse it', params: RecordPath, body: DecisionInput, response: responses({ 200: Grant }) },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, version, day) => {
          const { organizationId } = request.params;
          const { outcome, on, reason } = request.body;
          await refuse(tx, request, organizationId, 'access.agree', row.personId, day);
          if (row.start !== null || row.refusedOn !== null) throw new Problem('wrongState');
          const by = signature(request, organizationId);
          if (by.id === row.personId) throw invalidInput('outcome', 'ownRight');
          if (on > day) throw invalidInput('on', 'inTheFuture');
          if (row.askedOn && on < row.askedOn) throw invalidInput('on', 'agreedBeforeAsked');
          const values = outcome === 'agreed' ? { agreedOn: on, agreedById: by.id, agreedBy: by.name } : { agreedOn: null, agreedById: null, agreedBy: null, refusedOn: on, refusalReason: reason };
          await updateRecord(tx, 'accessGrant', organizationId, row.id, version, values);
        }),
      ) as never,
  );

  api.post(
    '/organizations/:organizationId/accessGrants/:id/giving',
    {
      config: { action: 'access.give' },
      schema: {
        operationId: 'giveAccessGrant',
        tags,
        summary: 'Say from when a right that was agreed to is there, and until when',
        params: RecordPath,
        body: GivingInput,
        response: responses({ 200: Grant }),
      },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, version, day) => {
          const { organizationId } = request.params;
          const { start, account } = request.body;
          if (row.start !== null || row.refusedOn !== null) throw new Problem('wrongState');
          let agreed = {};
          if (row.agreedOn === null) {
            // Whoever may agree does so by giving.
            const by = signature(request, organizationId);
            if (by.id === row.personId) throw invalidInput('start', 'ownRight');
            await refuse(tx, request, organizationId, 'access.agree', row.personId, day);
            agreed = { agreedOn: day, agreedById: by.id, agreedBy: by.name };
          }
          const until = untilGiven(request, organizationId, row, request.body);
          await updateRecord(tx, 'accessGrant', organizationId, row.id, version, { start, until, account: account ?? row.account, ...agreed });
        }),
      ) as never,
  );

  api.post(
    '/organizations/:organizationId/accessGrants/:id/withdrawal',
    {
      config: { action: 'access.agree' },
      schema: { operationId: 'withdrawAccessGrant', tags, summary: 'Decide that a right is to be taken away', params: RecordPath, body: WithdrawalInput, response: responses({ 200: Grant }) },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, _version, day) => {
          const { organizationId } = request.params;
          await refuse(tx, request, organizationId, 'access.agree', row.personId, day);
          if (row.start === null || row.endedOn !== null || row.withdrawalOn !== null) throw new Problem('wrongState');
          await markForWithdrawal(tx, organizationId, [row.id], { on: day, reason: request.body.reason });
        }),
      ) as never,
  );

  api.delete(
    '/organizations/:organizationId/accessGrants/:id/withdrawal',
    {
      config: { action: 'access.agree' },
      schema: { operationId: 'keepAccessGrant', tags, summary: 'Decide that a right stays after all', params: RecordPath, response: responses({ 200: Grant }) },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, _version, day) => {
          await refuse(tx, request, request.params.organizationId, 'access.agree', row.personId, day);
          // Nobody decides that their own right stays.
          if (callerPerson(request, request.params.organizationId) === row.personId) throw new Problem('missingPermission');
          if (row.endedOn !== null || row.withdrawalOn === null) throw new Problem('wrongState');
          await unmarkWithdrawal(tx, request.params.organizationId, [row.id]);
        }),
      ) as never,
  );

  api.post(
    '/organizations/:organizationId/accessGrants/:id/end',
    {
      config: { action: 'access.give' },
      schema: { operationId: 'endAccessGrant', tags, summary: 'Say that a right was taken away, and which day was its last', params: RecordPath, body: EndInput, response: responses({ 200: Grant }) },
    },
    async (request, reply) =>
      sendVersioned(
        reply,
        await acted(request, async (tx, row, _version, day) => {
          const { on } = request.body;
          if (row.start === null || row.endedOn !== null) throw new Problem('wrongState');
          if (on > day) throw invalidInput('on', 'inTheFuture');
          await endRights(tx, request.params.organizationId, [row.id], request.body);
        }),
      ) as never,
  );
};
