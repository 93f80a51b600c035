import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { createTask } from '../../../server/tasks.ts';
import { mediaTypes, sealed, trailHead } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { deviceKinds } from '../device.ts';
import { readLabel } from '../label.ts';
import { countKinds, type Counted, reviewModel } from '../review.ts';
import * as store from './review-store.ts';
import { drawReview, reviewFileName, reviewFormats, reviewTask, xlsx } from './review-work.ts';

const tags = ['inventories'];
const optional = z.string().optional();

/** The half-yearly count: begun, each device seen or not, signed off by the adviser and frozen. */
export const registerInventoryReviews = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const Review = z
    .object({
      id: z.uuid(),
      version: z.int(),
      begunOn: z.string(),
      begunBy: optional,
      signedOn: optional,
      signedBy: optional,
      note: optional,
      contentHash: optional,
      expected: z.int().describe('Devices in use'),
      seen: z.int().describe('Of them, seen'),
      added: z.int().describe('Of them, entered while the count ran'),
      files: z.enum(['none', 'coming', 'ready']).describe('Whether the files of a signed review can be had; coming while they are being drawn'),
    })
    .meta({ id: 'InventoryReview' });
  const reviewOf = async (tx: Tx, organizationId: string, id: string) => {
    const row = await store.listReviews(tx, organizationId, id).executeTakeFirst();
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const openReview = async (tx: Tx, organizationId: string, id: string) => {
    const row = await reviewOf(tx, organizationId, id);
    if (row.signedOn) throw new Problem('wrongState');
    return row;
  };

  api.get(
    '/organizations/:organizationId/inventoryReviews',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'listInventoryReviews',
        tags,
        summary: 'List the reviews of the inventory, the newest first',
        params: OrganizationPath,
        response: responses({ 200: z.object({ items: z.array(Review) }).meta({ id: 'InventoryReviews' }) }),
      },
    },
    async (request) => ({ items: await db.tx(request.access.scope, (tx) => store.listReviews(tx, request.params.organizationId).execute()) }) as never,
  );
  api.post(
    '/organizations/:organizationId/inventoryReviews',
    {
      config: { action: 'inventory.count' },
      schema: {
        operationId: 'beginInventoryReview',
        tags,
        summary: 'Begin a count; there is one at a time',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        response: responses({ 201: Review }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once<{ id: string }>(tx, request, organizationId, {
          make: async () => {
            if ((await store.listReviews(tx, organizationId).execute()).some(({ signedOn }) => !signedOn)) throw new Problem('wrongState');
            return insertRecord(tx, 'inventoryReview', organizationId, { begunOn: today(services), begunBy: request.access.account?.name });
          },
          find: async (id) => ({ id }),
        });
        return reviewOf(tx, organizationId, id);
      });
      reply.status(201);
      return sendVersioned(reply, made as never) as never;
    },
  );
  api.get(
    '/organizations/:organizationId/inventoryReviews/:id',
    { config: { action: 'inventory.read' }, schema: { operationId: 'getInventoryReview', tags, summary: 'How a count stands', params: RecordPath, response: responses({ 200: Review }) } },
    async (request, reply) => sendVersioned(reply, (await db.tx(request.access.scope, (tx) => reviewOf(tx, request.params.organizationId, request.params.id))) as never) as never,
  );
  api.delete(
    '/organizations/:organizationId/inventoryReviews/:id',
    {
      config: { action: 'inventory.sign' },
      schema: { operationId: 'deleteInventoryReview', tags, summary: 'Give a count up that was begun by mistake', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        await openReview(tx, organizationId, id);
        await deleteRecord(tx, 'inventoryReview', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  const CountedDevice = z
    .object({ id: z.uuid(), number: z.int(), name: z.string(), kind: z.enum(deviceKinds), personName: optional, zoneName: optional, seenOn: optional, seenBy: optional, found: optional })
    .meta({ id: 'CountedDevice' });
  api.get(
    '/organizations/:organizationId/inventoryReviews/:id/devices',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'listCountedDevices',
        tags,
        summary: 'The devices of a count, seen or not, or new',
        params: RecordPath,
        querystring: z.strictObject({
          ...pageQuery(['name', 'number']),
          seen: z.enum(['true', 'false']).optional(),
          added: z.enum(['true']).optional().describe('Those that entered the inventory while the count ran'),
          zoneId: z.uuid().toLowerCase().optional(),
        }),
        response: responses({ 200: Page(CountedDevice).meta({ id: 'CountedDevices' }) }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { after, pageSize, sort, ...filters } = request.query as { after?: string; pageSize: number; sort: string; seen?: string; added?: string; zoneId?: string };
      const page = await db.tx(request.access.scope, async (tx) => {
        await reviewOf(tx, organizationId, id);
        return listPage(store.countedDevices(tx, organizationId, id, today(services), filters), store.countedSorts, sql.ref('d.id'), {
          after,
          pageSize,
          sort,
        });
      });
      return collection(url, request.url, page, page.items as never[], pageSize) as never;
    },
  );

  const Sighting = z
    .strictObject({ code: z.string().trim().min(1).max(400).describe('The label as it was read, or the number on it'), zoneId: z.uuid().optional() })
    .meta({ id: 'InventorySightingData', example: { code: '14' } });
  api.post(
    '/organizations/:organizationId/inventoryReviews/:id/sightings',
    {
      config: { action: 'inventory.count' },
      schema: {
        operationId: 'seeDevice',
        tags,
        summary: 'Note that a device was seen, by its label or its number; twice is once',
        params: RecordPath,
        body: Sighting,
        response: responses({
          200: z
            .object({ id: z.uuid(), number: z.int(), name: z.string(), kind: z.enum(deviceKinds), first: z.boolean(), from: optional.describe('Where it stood before, if that was elsewhere') })
            .meta({ id: 'SeenDevice' }),
        }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { code, zoneId } = request.body;
      return db.tx(request.access.scope, async (tx) => {
        await openReview(tx, organizationId, id);
        const number = readLabel(organizationId, code);
        if (number === undefined) throw invalidInput('code', 'noLabel');
        if (number === 'otherCentre') throw invalidInput('code', 'labelOfOtherCentre');
        if (zoneId && !(await findRecord(tx, 'zone', organizationId, zoneId))) throw invalidInput('zoneId', 'zoneUnknown');
        const device = await store.deviceNumbered(tx, organizationId, number);
        if (!device) throw invalidInput('code', 'numberUnknown', { number });
        if (device.retiredOn) throw invalidInput('code', 'deviceGone', { number });
        const found = code.trim() === String(number) ? 'hand' : 'label';
        const { first, from } = await store.insertSighting(tx, organizationId, {
          reviewId: id,
          deviceId: device.id,
          zoneId,
          seenOn: today(services),
          seenBy: request.access.account?.name ?? '',
          found,
        });
        return { id: device.id, number: device.number, name: device.name, kind: device.kind, first, ...(from ? { from } : {}) };
      });
    },
  );

  const Signature = z.strictObject({ note: z.string().trim().min(1).max(2000).optional() }).meta({ id: 'InventorySignature', example: { note: 'Deux écrans prêtés à la commune.' } });
  api.post(
    '/organizations/:organizationId/inventoryReviews/:id/signature',
    {
      config: { action: 'inventory.sign' },
      schema: {
        operationId: 'signInventoryReview',
        tags,
        summary: 'The adviser signs the review off: the inventory of the day is frozen, with what was not found',
        params: RecordPath,
        body: Signature,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope, account } = request.access;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      const signedBy = account?.name ?? '';
      await db.tx(
        scope,
        async (tx) => {
          const review = await openReview(tx, organizationId, id);
          const organization = await findOrganization(tx, organizationId);
          if (!organization) throw new Problem('resourceNotFound');
          const devices = (await ordered(store.countedDevices(tx, organizationId, id, day), store.countedSorts, sql.ref('d.id'), 'number').execute()) as unknown as Counted[];
          const auditHead = await trailHead(tx, organizationId);
          const { address, documentLanguage: language } = organization;
          const centre = { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
          const { hash, model } = sealed(reviewModel({ centre, begunOn: review.begunOn, signedBy, note: request.body.note, devices }, language, day), auditHead);
          const seen = devices.filter(({ seenOn }) => seenOn !== null).length;
          await updateRecord(tx, 'inventoryReview', organizationId, id, version, {
            contentHash: hash,
            model,
            auditHead,
            signedOn: day,
            signedBy,
            note: request.body.note,
            expected: devices.length,
            seen,
            missing: devices.length - seen,
            added: devices.filter(({ added }) => added).length,
            kinds: countKinds(devices),
          });
          await createTask(services, tx, scope, { organizationId, kind: reviewTask, input: { reviewId: id } });
        },
        { seconds: 30 },
      );
      services.jobs.wake(reviewTask);
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/inventoryReviews/:id/file',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'downloadInventoryReview',
        tags,
        summary: 'A signed review as PDF, Word or Excel, as it was frozen',
        params: RecordPath,
        querystring: z.strictObject({ format: z.enum(reviewFormats).default('pdf') }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const row = await db.tx(request.access.scope, (tx) => reviewOf(tx, organizationId, id));
      const mediaType = format === 'xlsx' ? xlsx : mediaTypes[format];
      const fileId = { pdf: row.pdfFileId, docx: row.docxFileId, xlsx: row.xlsxFileId }[format];
      if (fileId) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, fileId);
        return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
      }
      // Signed, and not drawn: what was signed is there, and is drawn now.
      const { model, slug } = await db.tx(request.access.scope, async (tx) => ({
        model: await store.signedModel(tx, organizationId, id),
        slug: (await findOrganization(tx, organizationId))?.slug ?? '',
      }));
      if (!model) throw new Problem('resourceNotFound');
      const bytes = Buffer.from(await drawReview(model, format));
      return reply
        .type(mediaType)
        .headers(attachment(reviewFileName(slug, model, format), bytes.length))
        .send(bytes) as never;
    },
  );
};
