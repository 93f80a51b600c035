import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { abilities, type Actor, can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { timingOf } from '../../../kernel/reasoned-decision.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { standingOf } from '../../../server/db/roles.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AdviceInput, AdviceRequestInput } from '../advice.ts';
import { Advice, AdviceOverview, adviceQuery, Advices, exportQuery } from './schemas.ts';
import * as store from './store.ts';

const tags = ['advice'];
const content = ['facts', 'reasons', 'recommendation', 'risk', 'alternatives', 'oralReason', 'delayReason'] as const;

/** Which drafts this actor sees: the writers all, the daily manager those that were asked for, nobody else any. */
export const draftsFor = (actor: Actor): store.Drafts => (can(actor, 'advice.write') ? 'all' : can(actor, 'advice.decide') ? 'asked' : 'none');

/** What this actor sees of an advice; undefined where there is nothing to see. Of a draft that was asked for, the asker sees the question, and the text once it is sent. */
const seen = (row: store.AdviceRow, actor: Actor): store.AdviceRow | undefined => {
  const drafts = draftsFor(actor);
  if (row.sentOn || drafts === 'all') return row;
  if (drafts === 'none' || !row.askedOn) return undefined;
  return { ...row, state: 'asked', ...Object.fromEntries(content.map((name) => [name, null])) };
};

export const present = (url: string, organizationId: string, actor: Actor, row: store.AdviceRow, day: string) => {
  const { write, decide, tell } = abilities(actor, { write: 'advice.write', decide: 'advice.decide', tell: 'advice.tell' });
  const { state, dueOn, decidedOn } = row;
  const draft = state === 'draft' || state === 'asked';
  return {
    ...row,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/advices/${row.id}`,
    ...(dueOn && !row.withdrawnOn ? { timing: timingOf({ dueOn, decidedOn }, day) } : {}),
    can: {
      update: Boolean(write) && draft,
      delete: Boolean(write) && draft,
      send: Boolean(write) && draft,
      withdraw: Boolean(write) && state === 'sent',
      decide: Boolean(decide) && state === 'sent',
      tell: Boolean(tell) && state === 'decided' && !row.toldOn,
    },
  };
};

/** One advice as the caller of a request sees it. Throws resourceNotFound. */
export const shown = async (tx: Tx, services: Pick<Services, 'url' | 'now'>, request: FastifyRequest, organizationId: string, id: string) => {
  const found = await store.findAdvice(tx, organizationId, id);
  const row = found && seen(found, request.access.actor);
  if (!row) throw new Problem('resourceNotFound');
  return present(services.url, organizationId, request.access.actor, row, today(services));
};

const exported =
  'year number state sentOn receivedOn capacity authorName askedOn askedByName oral subject facts reasons recommendation risk alternatives delayDays delayReason dueOn outcome decidedOn decidedByName decidedForName decisionReasons toldOn timing withdrawnOn withdrawalReason'.split(
    ' ',
  );

/** The register of advice: asking, writing, listing. */
export const registerAdvice = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  /** Who writes: the account's record in the register of people, or its name. */
  const authorOf = async (tx: Tx, request: FastifyRequest, organizationId: string, values: AdviceInput) => {
    const { accountId, name } = request.access.account!;
    const standing = await standingOf(tx, organizationId, accountId, values.capacity, today(services));
    const personId = standing?.personId ?? request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? null;
    return { authorId: personId, authorName: personId ? null : name };
  };
  const refuse = async (tx: Tx, organizationId: string, values: AdviceInput): Promise<void> => {
    if (values.askedOn && values.askedOn > today(services)) throw invalidInput('askedOn', 'inTheFuture');
    if (values.askedById && !(await store.isPerson(tx, organizationId, values.askedById))) throw invalidInput('askedById', 'personUnknown');
  };

  api.get(
    '/organizations/:organizationId/adviceOverview',
    {
      config: { action: 'advice.read' },
      schema: {
        operationId: 'getAdviceOverview',
        tags,
        summary: 'What waits for a decision or to be written, and the years of the register',
        params: OrganizationPath,
        response: responses({ 200: AdviceOverview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { actor } = request.access;
      const { nextDueOn, nextId, years, drafts, asked, ...counts } = await db.tx(request.access.scope, (tx) => store.summaryOf(tx, organizationId, today(services)));
      const sees = draftsFor(actor);
      return {
        ...counts,
        drafts: sees === 'all' ? drafts : 0,
        asked: sees === 'none' ? 0 : asked,
        ...(nextDueOn ? { nextDueOn } : {}),
        ...(nextId ? { nextId } : {}),
        years: years.toSorted((a, b) => b - a),
        can: abilities(actor, { write: 'advice.write', ask: 'advice.ask', decide: 'advice.decide' }),
      };
    },
  );

  api.get(
    '/organizations/:organizationId/advices',
    {
      config: { action: 'advice.read' },
      schema: { operationId: 'listAdvices', tags, summary: 'List the advice of a centre', params: OrganizationPath, querystring: adviceQuery, response: responses({ 200: Advices }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const { actor } = request.access;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listAdvice(tx, organizationId, filters, draftsFor(actor), today(services)), store.adviceSorts, sql.ref('a.id'), { after, pageSize, sort }),
      );
      const items = (page.items as unknown as store.AdviceRow[]).map((row) => present(url, organizationId, actor, seen(row, actor)!, today(services)));
      return collection(url, request.url, page, items, pageSize) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/advices/export',
    {
      config: { action: 'advice.read' },
      schema: {
        operationId: 'exportAdvices',
        tags,
        summary: 'Export the register of advice as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      const { actor } = request.access;
      const day = today(services);
      return sendExport(services, request, reply, {
        format,
        name: 'advice',
        domain: 'advice',
        columns: exported,
        codes: { state: 'states', capacity: 'capacities', outcome: 'outcomes', timing: 'timings' },
        query: (tx) => ordered(store.listAdvice(tx, organizationId, filters, draftsFor(actor), day), store.adviceSorts, sql.ref('a.id'), sort),
        show: (row) => present(url, organizationId, actor, seen(row as unknown as store.AdviceRow, actor)!, day),
        event: { organizationId, table: 'advice' },
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/advices',
    {
      config: { action: 'advice.write' },
      schema: {
        operationId: 'createAdvice',
        tags,
        summary: 'Begin an advice: a draft, without a number',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: AdviceInput,
        response: responses({ 201: Advice }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            await refuse(tx, organizationId, request.body);
            return { id: await store.insertAdvice(tx, organizationId, request.body, await authorOf(tx, request, organizationId, request.body)) };
          },
          find: async (record) => ({ id: record }),
        });
        return shown(tx, services, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/adviceRequests',
    {
      config: { action: 'advice.ask' },
      schema: {
        operationId: 'requestAdvice',
        tags,
        summary: 'The daily manager asks for an advice: the adviser has it to write',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: AdviceRequestInput,
        response: responses({ 201: Advice }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { account } = request.access;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            const standing = await standingOf(tx, organizationId, account!.accountId, 'directorGeneral', today(services));
            const asker = standing?.personId ? { askedById: standing.personId } : { askedBy: standing?.name ?? account!.name };
            const values = AdviceInput.parse({ ...request.body, ...asker, askedOn: today(services) });
            return { id: await store.insertAdvice(tx, organizationId, values, { authorId: null, authorName: null }) };
          },
          find: async (record) => ({ id: record }),
        });
        return shown(tx, services, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/advices/:id',
    { config: { action: 'advice.read' }, schema: { operationId: 'getAdvice', tags, summary: 'Read an advice, and what was decided on it', params: RecordPath, response: responses({ 200: Advice }) } },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, services, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/advices/:id',
    {
      config: { action: 'advice.write' },
      schema: {
        operationId: 'updateAdvice',
        tags,
        summary: 'Change a draft (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'AdvicePatch' }),
        response: responses({ 200: Advice }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const before = await store.findAdvice(tx, organizationId, id);
        if (!before) throw new Problem('resourceNotFound');
        if (before.sentOn) throw new Problem('wrongState');
        const result = AdviceInput.safeParse(mergePatch(asInput(before), request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        await refuse(tx, organizationId, result.data);
        await store.updateAdvice(tx, organizationId, id, version, result.data, await authorOf(tx, request, organizationId, result.data));
        return shown(tx, services, request, organizationId, id);
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/advices/:id',
    { config: { action: 'advice.write' }, schema: { operationId: 'deleteAdvice', tags, summary: 'Delete a draft', params: RecordPath, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findAdvice(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (found.sentOn) throw new Problem('wrongState');
        await store.deleteAdvice(tx, organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );
};

/** A draft as a client would send it, for a patch to be laid over. */
const asInput = (row: store.AdviceRow): Record<string, unknown> =>
  Object.fromEntries(Object.keys(AdviceInput.shape).flatMap((key) => ((row as Record<string, unknown>)[key] === null ? [] : [[key, (row as Record<string, unknown>)[key]]])));
