import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { abilities } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { expectedVersion, mergePatch, NoContent, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { ItemChange, ItemInput, noteStateOf, ResultsInput, resultsOf } from '../council.ts';
import { openItem, proceduresOf, putOnAgenda } from './agenda.ts';
import { lastBundle } from './bundle-store.ts';
import { ordinary } from './draft.ts';
import * as items from './item-store.ts';
import { recordResults } from './results.ts';
import { Item, OrderData, Sitting } from './schemas.ts';
import * as store from './store.ts';
import { subjects } from './subjects.ts';

const tags = ['council'];

/** One sitting with its agenda: what is put on it, in which order, and what became of it. */
export const registerSittings = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const hrefOf = (organizationId: string, plural: string, id: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}/${plural}/${id}`;

  /** Where the records on an agenda lie, and which of them their own rooms call decided. */
  const subjectsOf = async (tx: Tx, organizationId: string, agenda: readonly items.ItemRow[]) => {
    const paths = new Map<string, string>();
    const decided = new Map<string, string>();
    for (const subject of subjects) {
      const ids = agenda.flatMap(({ subjectKind, subjectId }) => (subjectKind === subject.kind && subjectId ? [subjectId] : []));
      if (ids.length === 0) continue;
      for (const { id, path } of await subject.awaiting(tx, organizationId, today(services))) paths.set(id, path);
      for (const { id, decidedOn } of await subject.decided(tx, organizationId, ids)) decided.set(id, decidedOn);
    }
    return { paths, decided };
  };

  const whole = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const day = today(services);
    const sitting = await store.findSitting(tx, organizationId, id, day);
    if (!sitting) throw new Problem('resourceNotFound');
    const agenda = await items.listItems(tx, organizationId, id);
    const { paths, decided } = await subjectsOf(tx, organizationId, agenda);
    const { actor } = request.access;
    const { write, record, present } = abilities(actor, { write: 'council.write', record: 'council.record', present: 'council.present' }) as Record<string, boolean>;
    const shown = [];
    for (const item of agenda) {
      const open = !item.result && !sitting.cancelledOn;
      shown.push({
        ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
        // A draft is for whoever prepares or presents it.
        noteId: item.noteId && (write || present || noteStateOf(item) !== 'draft') ? item.noteId : undefined,
        recordedBy: item.recordedByName ?? undefined,
        href: hrefOf(organizationId, 'councilItems', item.id),
        ...(item.noteId ? { noteState: noteStateOf(item) } : {}),
        ...(item.year === null ? {} : { procedures: await proceduresOf(tx, organizationId, item.year) }),
        ...(item.subjectId && paths.has(item.subjectId) ? { path: paths.get(item.subjectId) } : {}),
        ...(item.subjectId && decided.has(item.subjectId) ? { decidedOn: decided.get(item.subjectId) } : {}),
        allowed: resultsOf(item.kind),
        can: {
          update: Boolean(write) && open,
          delete: Boolean(write) && open && !item.presentedOn,
          record: Boolean(record) && !sitting.cancelledOn && sitting.heldOn <= day && item.result !== 'postponed' && !(item.result && item.kind === 'subject') && !(item.noteId && !item.presentedOn),
        },
      });
    }
    const settled = await store.isSettled(tx, organizationId, id);
    const next = await store.nextSitting(tx, organizationId, sitting.organ, sitting.heldOn);
    const bundle = await lastBundle(tx, organizationId, id);
    return {
      ...sitting,
      href: hrefOf(organizationId, 'councilSittings', id),
      agenda: shown,
      ...(next ? { next } : {}),
      ...(bundle ? { bundle } : {}),
      can: {
        update: Boolean(write),
        move: Boolean(write) && !settled,
        delete: Boolean(write) && !settled,
        add: Boolean(write) && !sitting.cancelledOn,
        record: Boolean(record),
        present: Boolean(present),
        bundle: Boolean(write),
      },
    };
  };
  const sittingThere = async (tx: Tx, organizationId: string, id: string): Promise<store.SittingRow> => {
    const sitting = await store.findSitting(tx, organizationId, id, today(services));
    if (!sitting) throw new Problem('resourceNotFound');
    return sitting;
  };

  api.get(
    '/organizations/:organizationId/councilSittings/:id/agenda',
    { config: { action: 'council.read' }, schema: { operationId: 'getCouncilAgenda', tags, summary: 'Read a sitting with its agenda', params: RecordPath, response: responses({ 200: Sitting }) } },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.post(
    '/organizations/:organizationId/councilSittings/:id/items',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'addCouncilItem',
        tags,
        summary: 'Put something on the agenda; the monthly item comes with its note, drafted from what happened',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: ItemInput,
        response: responses({ 201: Sitting }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      // A note is drafted from what may be told to the council: nothing of another class is in reach.
      const shown = await db.tx(
        ordinary(request.access.scope),
        async (tx) => {
          await once(tx, request, organizationId, {
            make: async () => ({ id: await putOnAgenda(services, tx, organizationId, request.access.actor, await sittingThere(tx, organizationId, id), request.body) }),
            find: async (item) => ({ id: item }),
          });
          return whole(tx, request, organizationId, id);
        },
        { seconds: 15 },
      );
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/councilSittings/:id/order',
    {
      config: { action: 'council.write' },
      schema: { operationId: 'orderCouncilAgenda', tags, summary: 'Put the agenda in this order', params: RecordPath, body: OrderData, response: responses({ 200: Sitting }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const shown = await db.tx(request.access.scope, async (tx) => {
        await sittingThere(tx, organizationId, id);
        await items.orderItems(tx, organizationId, id, request.body.items);
        return whole(tx, request, organizationId, id);
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/councilSittings/:id/results',
    {
      config: { action: 'council.record' },
      schema: {
        operationId: 'recordCouncilResults',
        tags,
        summary: 'Record what was noted and decided: all of it or nothing; what was approved gets its date and reference in its own room',
        params: RecordPath,
        body: ResultsInput,
        response: responses({ 200: Sitting }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope, actor } = request.access;
      await recordResults(services, scope, actor, organizationId, id, request.body);
      return sendVersioned(reply, await db.tx(scope, (tx) => whole(tx, request, organizationId, id))) as never;
    },
  );

  const shownItem = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const item = await items.findItem(tx, organizationId, id);
    if (!item) throw new Problem('resourceNotFound');
    return (await whole(tx, request, organizationId, item.sittingId)).agenda.find((shown) => (shown as { id?: string }).id === id) as unknown as { id: string; version: number };
  };

  api.get(
    '/organizations/:organizationId/councilItems/:id',
    { config: { action: 'council.read' }, schema: { operationId: 'getCouncilItem', tags, summary: 'Read an item', params: RecordPath, response: responses({ 200: Item }) } },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shownItem(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/councilItems/:id',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'updateCouncilItem',
        tags,
        summary: 'Change the words of an item, or put it before another sitting (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'CouncilItemPatch' }),
        response: responses({ 200: Item }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const shown = await db.tx(request.access.scope, async (tx) => {
        const before = await openItem(tx, organizationId, id);
        const result = ItemChange.safeParse(mergePatch({ title: before.title, ...(before.text ? { text: before.text } : {}), sittingId: before.sittingId }, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        const { title, text = null, sittingId } = result.data;
        if (sittingId !== before.sittingId) {
          const target = await sittingThere(tx, organizationId, sittingId);
          if (target.cancelledOn || before.presentedOn || (before.subjectId && target.organ !== 'council')) throw new Problem('wrongState');
        }
        await items.updateItem(tx, organizationId, id, version, { title, text, sittingId });
        return shownItem(tx, request, organizationId, id);
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/councilItems/:id',
    { config: { action: 'council.write' }, schema: { operationId: 'deleteCouncilItem', tags, summary: 'Take an item off the agenda', params: RecordPath, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const item = await openItem(tx, organizationId, id);
        if (item.presentedOn) throw new Problem('wrongState');
        await items.deleteItem(tx, organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );
};
