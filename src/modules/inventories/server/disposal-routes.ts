import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DocumentModel } from '../../../documents/section.ts';
import { type Action, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { deleteRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { type Services, today } from '../../../server/services.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { CancelInput, capacities, CarryOutInput, CheckInput, type DisposalAct, disposalActs, disposalActsOf, DisposalInput, disposalStates, disposalWays, OrderInput, stateOf } from '../disposal.ts';
import { orderModel } from '../disposal-document.ts';
import { disposalWords } from '../disposal-words.ts';
import { deviceKinds } from '../device.ts';
import { media, methods } from '../erasure.ts';
import { refuseUnknown } from './change.ts';
import { carryOut, checkDisposal, disposalFor, factsOf, refuseEnded, refuseUnfit, signOrder } from './disposal-acts.ts';
import * as store from './disposal-store.ts';

const tags = ['inventories'];
const optional = z.string().optional();

/** Who may do what: the permission of each act. */
const actionOfAct: Record<DisposalAct, Action> = {
  change: 'inventory.write',
  order: 'inventory.order',
  carryOut: 'inventory.write',
  check: 'inventory.sign',
  cancel: 'inventory.order',
  delete: 'inventory.write',
};

const common = {
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  how: z.enum(disposalWays),
  state: z.enum(disposalStates),
  plannedOn: z.string(),
  supplierId: z.uuid().optional(),
  supplierName: optional,
  carrier: optional,
  devices: z.int(),
  orderedOn: optional,
  orderedBy: optional,
  carriedOn: optional,
  carriedBy: optional,
  checkedOn: optional,
  checkedBy: optional,
  cancelledOn: optional,
  cancelReason: optional,
};
const Listed = z.object(common).meta({ id: 'DisposalLine' });
const Disposal = z
  .object({
    ...common,
    note: optional,
    draftedOn: z.string(),
    draftedBy: optional,
    orderedAs: z.enum(capacities).optional(),
    orderedHow: z.enum(['session', 'screen']).optional(),
    orderHash: optional,
    checked: z.enum(['present', 'after']).optional(),
    checkNote: optional,
    recordHash: optional,
    fileId: optional,
    fileName: optional.describe('The certificate of the firm'),
    interventionId: optional,
    interventionNumber: optional,
    items: z.array(
      z.object({
        deviceId: z.uuid(),
        deviceName: z.string(),
        number: z.int(),
        kind: z.enum(deviceKinds),
        brand: optional,
        model: optional,
        serial: optional,
        holdsData: z.boolean(),
        medium: z.enum(media).optional(),
        method: z.enum(methods).optional(),
        note: optional,
        leftBecause: optional,
      }),
    ),
    acts: z.array(z.enum(disposalActs)).describe('What this caller may do with it now'),
  })
  .meta({ id: 'Disposal' });

/** Disposals: the list, the order that is signed, what was carried out, what was checked. */
export const registerDisposals = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const base = '/organizations/:organizationId/disposals';
  const ask = (request: FastifyRequest) => {
    const { organizationId, id } = request.params as { organizationId: string; id: string };
    const { scope, account } = request.access;
    return { scope, organizationId, id, version: expectedVersion(request.headers['if-match']), who: { name: account?.name ?? '', accountId: account?.accountId } };
  };
  const whole = async (request: FastifyRequest, id: string) => {
    const { organizationId } = request.params as { organizationId: string };
    return db.tx(request.access.scope, async (tx) => {
      const row = await store.listDisposals(tx, organizationId, { id }).executeTakeFirst();
      if (!row) throw new Problem('resourceNotFound');
      return { ...row, items: await store.itemsOf(tx, organizationId, id), acts: disposalActsOf[stateOf(row)].filter((act) => can(request.access.actor, actionOfAct[act])) };
    });
  };
  const given = (body: DisposalInput) => {
    const { items, ...columns } = body;
    return { items, columns: { supplierId: undefined, carrier: undefined, note: undefined, ...columns } };
  };

  api.get(
    base,
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'listDisposals',
        tags,
        summary: 'List the disposals of devices',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['plannedOn', 'title']), state: z.enum(disposalStates).optional(), deviceId: z.uuid().optional() }),
        response: responses({ 200: Page(Listed).meta({ id: 'Disposals' }) }),
      },
    },
    async (request) => {
      const { after, pageSize, sort, ...filters } = request.query as { after?: string; pageSize: number; sort: string; state?: string; deviceId?: string };
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listDisposals(tx, request.params.organizationId, filters), store.disposalSorts, sql.ref('d.id'), { after, pageSize, sort }),
      );
      return collection(url, request.url, page, page.items as never[], pageSize) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'draftDisposal',
        tags,
        summary: 'Draft a disposal: its devices, each with its medium and the method that serves it',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: DisposalInput,
        response: responses({ 201: Disposal }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { items, columns } = given(request.body);
      const made = await db.tx(request.access.scope, (tx) =>
        once<{ id: string }>(tx, request, organizationId, {
          make: async () => {
            await refuseUnknown(tx, organizationId, columns);
            await refuseEnded(tx, organizationId, columns.supplierId, today(services));
            await refuseUnfit(tx, organizationId, undefined, items);
            const { id } = await insertRecord(tx, 'disposal', organizationId, { ...columns, draftedOn: today(services), draftedBy: request.access.account?.name });
            await store.putItems(tx, organizationId, id, items);
            return { id };
          },
          find: async (id) => ({ id }),
        }),
      );
      reply.status(201);
      return sendVersioned(reply, (await whole(request, made.id)) as never) as never;
    },
  );

  api.get(
    `${base}/:id`,
    { config: { action: 'inventory.read' }, schema: { operationId: 'getDisposal', tags, summary: 'Read a disposal with its list', params: RecordPath, response: responses({ 200: Disposal }) } },
    async (request, reply) => sendVersioned(reply, (await whole(request, request.params.id)) as never) as never,
  );

  api.put(
    `${base}/:id`,
    {
      config: { action: 'inventory.write' },
      schema: { operationId: 'changeDisposal', tags, summary: 'Change a draft, whole', params: RecordPath, body: DisposalInput, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { scope, organizationId, id, version } = ask(request);
      const { items, columns } = given(request.body);
      await db.tx(scope, async (tx) => {
        await disposalFor(tx, organizationId, id, 'change');
        await refuseUnknown(tx, organizationId, columns);
        await refuseEnded(tx, organizationId, columns.supplierId, today(services));
        await refuseUnfit(tx, organizationId, id, items);
        await updateRecord(tx, 'disposal', organizationId, id, version, columns);
        await store.putItems(tx, organizationId, id, items);
      });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action: 'inventory.write' },
      schema: { operationId: 'deleteDisposal', tags, summary: 'Delete a draft that nobody signed', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { scope, organizationId, id, version } = ask(request);
      await db.tx(scope, async (tx) => {
        await disposalFor(tx, organizationId, id, 'delete');
        await deleteRecord(tx, 'disposal', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/:id/order`,
    {
      config: { action: 'inventory.order' },
      schema: {
        operationId: 'orderDisposal',
        tags,
        summary: 'Sign the order, in one’s own session or with a signature drawn on this screen; the list is frozen',
        params: RecordPath,
        body: OrderInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { roles } = request.access.actor;
      await signOrder(services, ask(request), request.body, roles);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/:id/completion`,
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'carryOutDisposal',
        tags,
        summary: 'Note that it was carried out, by whom, and what did not go; it becomes an intervention',
        params: RecordPath,
        body: CarryOutInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      await carryOut(services, ask(request), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/:id/check`,
    {
      config: { action: 'inventory.sign' },
      schema: {
        operationId: 'checkDisposal',
        tags,
        summary: 'The adviser was present, or made sure after: the devices leave the inventory, and the record is frozen',
        params: RecordPath,
        body: CheckInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      await checkDisposal(services, ask(request), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/:id/cancellation`,
    {
      config: { action: 'inventory.order' },
      schema: {
        operationId: 'cancelDisposal',
        tags,
        summary: 'Cancel an order that was not carried out, with the reason',
        params: RecordPath,
        body: CancelInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { scope, organizationId, id, version } = ask(request);
      await db.tx(scope, async (tx) => {
        await disposalFor(tx, organizationId, id, 'cancel');
        await updateRecord(tx, 'disposal', organizationId, id, version, { cancelledOn: today(services), cancelReason: request.body.reason });
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    `${base}/:id/document`,
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'downloadDisposal',
        tags,
        summary: 'The order as it was frozen (or its draft, to sign on paper), or the record',
        params: RecordPath,
        querystring: z.strictObject({ of: z.enum(['order', 'record']).default('order'), format: z.enum(['pdf', 'docx']).default('pdf') }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { of, format } = request.query;
      const { scope } = request.access;
      const { row, draft } = await db.tx(scope, async (tx) => {
        const found = await disposalFor(tx, organizationId, id);
        return { row: found, draft: found['orderedOn'] ? undefined : await factsOf(tx, organizationId, id) };
      });
      const fileId = row[`${of}${format === 'pdf' ? 'Pdf' : 'Docx'}FileId`] as string | null;
      if (fileId) {
        const { name, size, stream } = await openFile(db, scope, organizationId, fileId);
        return reply.type(mediaTypes[format]).headers(attachment(name, size)).send(stream) as never;
      }
      // What was signed elsewhere is drawn again from what was signed.
      const kept = row[`${of}Model`] as DocumentModel | null;
      if (!kept && (!draft || of === 'record')) throw new Problem('resourceNotFound');
      const day = today(services);
      const model = kept ?? orderModel(draft!.facts, draft!.language, day);
      const bytes = Buffer.from(await render(model, format));
      return reply
        .type(mediaTypes[format])
        .headers(attachment(`${disposalWords[model.language].files[of]}-${model.date}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );

  registerRecordFile(app, services, { plural: 'disposals', singular: 'Disposal', tag: 'inventories', table: 'disposal', read: 'inventory.read', write: 'inventory.write' });
};
