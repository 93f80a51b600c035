import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { deleteRecord, findRecord, insertRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { answeredWays, answers, coverings, DeviceAnswerInput } from '../way-out.ts';
import { refuseUnknown } from './change.ts';
import { answersOf, departureSorts, listDepartures } from './answer-store.ts';

const tags = ['inventories'];
const optional = z.string().optional();

/** The adviser's answers for data that stay on a device, and the devices that left with data on them. */
export const registerDeviceAnswers = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const Answer = z
    .object({
      id: z.uuid(),
      version: z.int(),
      way: z.enum(answeredWays),
      answer: z.enum(answers),
      personName: optional,
      supplierName: optional,
      answeredOn: z.string(),
      answeredBy: z.string(),
      note: optional,
      usedOn: optional.describe('When it let the device pass'),
    })
    .meta({ id: 'DeviceAnswer' });

  api.get(
    '/organizations/:organizationId/devices/:id/answers',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'listDeviceAnswers',
        tags,
        summary: 'What was answered for the data of a device, the newest first',
        params: RecordPath,
        response: responses({ 200: z.object({ items: z.array(Answer), can: z.object({ add: z.boolean() }) }).meta({ id: 'DeviceAnswers' }) }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'device', organizationId, id))) throw new Problem('resourceNotFound');
        return { items: await answersOf(tx, organizationId, id), can: { add: can(request.access.actor, 'inventory.sign') } };
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/deviceAnswers',
    {
      config: { action: 'inventory.sign' },
      schema: {
        operationId: 'answerForDevice',
        tags,
        summary: 'The adviser answers for data that stay on a device: it may go that way once, or its loss is accounted for',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: DeviceAnswerInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'DeviceAnswerMade' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { body } = request;
      const made = await db.tx(request.access.scope, (tx) =>
        once<{ id: string }>(tx, request, organizationId, {
          make: async () => {
            await refuseUnknown(tx, organizationId, body);
            const device = (await findRecord(tx, 'device', organizationId, body.deviceId))!;
            if ((body.way === 'lost') !== Boolean(device['retiredOn'])) throw new Problem('wrongState');
            if (body.answer === 'clause' && device['encrypted'] !== true) throw invalidInput('answer', 'clauseUnencrypted');
            const contract = body.contractId ? await findRecord(tx, 'supplierContract', organizationId, body.contractId) : undefined;
            if (body.contractId && contract?.['supplierId'] !== body.supplierId) throw invalidInput('contractId', 'contractUnknown');
            return insertRecord(tx, 'deviceAnswer', organizationId, { ...body, answeredOn: today(services), answeredBy: request.access.account?.name ?? '' });
          },
          find: async (id) => ({ id }),
        }),
      );
      return reply.status(201).send({ id: made.id }) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/deviceAnswers/:id',
    {
      config: { action: 'inventory.sign' },
      schema: { operationId: 'withdrawDeviceAnswer', tags, summary: 'Take back an answer that let nothing pass yet', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const answer = await findRecord(tx, 'deviceAnswer', organizationId, id);
        if (!answer) throw new Problem('resourceNotFound');
        if (answer['usedOn'] || answer['way'] === 'lost') throw new Problem('wrongState');
        await deleteRecord(tx, 'deviceAnswer', organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  const Departure = z
    .object({ id: z.uuid(), name: z.string(), number: z.int(), kind: z.string(), way: z.string(), on: z.string(), to: optional, covering: z.enum(coverings) })
    .meta({ id: 'DeviceDeparture' });
  api.get(
    '/organizations/:organizationId/deviceDepartures',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'listDeviceDepartures',
        tags,
        summary: 'Devices that left with data on them, or are out for repair with them, and what covers each',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['on', 'name']), covered: z.enum(['true', 'false']).optional() }),
        response: responses({ 200: Page(Departure).meta({ id: 'DeviceDepartures' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, covered } = request.query as { after?: string; pageSize: number; sort: string; covered?: string };
      const page = await db.tx(request.access.scope, (tx) => listPage(listDepartures(tx, organizationId, covered), departureSorts, sql.ref('x.id'), { after, pageSize, sort }));
      return collection(url, request.url, page, page.items as never[], pageSize) as never;
    },
  );
};
