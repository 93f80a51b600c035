import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { badgeTaken, VisitorInput } from '../visitor.ts';
import { findSetting } from './store.ts';
import { expectedToday } from './expected-store.ts';
import * as store from './visit-store.ts';

const optional = z.string().optional();
const tag = 'premises';
const shown = {
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  firm: optional,
  badge: optional,
  hostName: optional,
  escortName: optional,
  signed: z.boolean(),
  day: z.string(),
  arrived: z.string().describe('Belgian time, HH:MM'),
  left: optional,
  leftUnseen: z.boolean(),
  inside: z.boolean(),
};
const Visitor = z.object(shown).meta({ id: 'Visitor' });
const Awaited = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  firm: optional,
  time: optional.describe('Belgian time, HH:MM'),
  hostId: optional,
  host: optional,
  hostName: optional,
  escortId: optional,
  escortName: optional,
});
const Desk = z
  .object({
    today: z.string(),
    expected: z.array(Awaited).describe('Those who were announced for today and have not come yet'),
    items: z.array(Visitor).describe('Those of today, and those of before who never left'),
    sign: z.boolean(),
    days: z.int(),
  })
  .meta({ id: 'VisitorDesk' });
const Hosts = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), serviceName: optional })) }).meta({ id: 'VisitorHosts' });
const VisitorSignature = z
  .object({
    strokes: z
      .array(z.array(z.tuple([z.int(), z.int()])))
      .optional()
      .describe('Its lines, on a field of 1000 by 400'),
    typed: optional.describe('The name, of whoever could not draw'),
  })
  .meta({ id: 'VisitorSignature' });
const Leaving = z.strictObject({ how: z.enum(['now', 'unseen', 'undo']) }).meta({ id: 'VisitorLeaving', example: { how: 'now' } });
const period = { from: CivilDate.optional(), until: CivilDate.optional() };

/** The desk of the reception, and the register of visitors for as long as it is kept. */
export const registerVisitors = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const base = '/organizations/:organizationId/visitors';

  api.get(
    '/organizations/:organizationId/visitorDesk',
    {
      config: { action: 'visitor.keep' },
      schema: { operationId: 'getVisitorDesk', tags: [tag], summary: 'Who is here today, and who never left', params: OrganizationPath, response: responses({ 200: Desk }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const setting = await findSetting(tx, organizationId);
        return {
          today: day,
          expected: await expectedToday(tx, organizationId, day),
          items: await store.deskVisitors(tx, organizationId, day),
          sign: setting.visitorsSign,
          days: setting.visitorDays,
        } as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/visitorHosts/search',
    {
      config: { action: 'visitor.announce' },
      schema: {
        operationId: 'searchVisitorHosts',
        tags: [tag],
        summary: 'Whom a visitor may ask for: names and services, and nothing else',
        params: OrganizationPath,
        body: z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'VisitorHostSearch', example: { text: 'delv' } }),
        response: responses({ 200: Hosts }),
      },
    },
    async (request) => {
      const words = searchText(request.body.text).split(' ').filter(Boolean);
      return services.db.tx(request.access.scope, async (tx) => ({ items: words.length === 0 ? [] : await store.findHosts(tx, request.params.organizationId, words, today(services)) }) as never);
    },
  );

  api.get(
    base,
    {
      config: { action: 'visitor.keep' },
      schema: {
        operationId: 'listVisitors',
        tags: [tag],
        summary: 'The register of visitors, for as long as names are kept',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['arrived']), ...period }),
        response: responses({ 200: Page(Visitor).meta({ id: 'Visitors' }) }),
      },
    },
    async (request) => {
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await services.db.tx(request.access.scope, (tx) =>
        listPage<{ id: string }>(store.listVisitors(tx, request.params.organizationId, { ...filters, named: true } as never), store.visitorSorts, sql.ref('v.id'), { after, pageSize, sort }),
      );
      return collection(services.url, request.url, page, page.items, pageSize) as never;
    },
  );
  api.get(
    `${base}/export`,
    {
      config: { action: 'visitor.export' },
      schema: {
        operationId: 'exportVisitors',
        tags: [tag],
        summary: 'Export the register of visitors as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(['arrived']).sort, ...period }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'visitors',
        domain: tag,
        columns: ['day', 'arrived', 'left', 'name', 'firm', 'hostName', 'escortName', 'badge', 'signed'],
        query: (tx) => ordered(store.listVisitors(tx, organizationId, { ...filters, named: true } as never), store.visitorSorts, sql.ref('v.id'), sort),
        event: { organizationId, table: 'visitor' },
      }) as never;
    },
  );

  api.get(
    `${base}/:id/signature`,
    {
      config: { action: 'visitor.keep' },
      schema: {
        operationId: 'getVisitorSignature',
        tags: [tag],
        summary: 'How a visitor signed for the notice, for as long as their name is kept',
        params: RecordPath,
        response: responses({ 200: VisitorSignature }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const visitor = await services.db.tx(request.access.scope, (tx) => findRecord(tx, 'visitor', organizationId, id));
      if (!visitor?.['signature']) throw new Problem('resourceNotFound');
      return visitor['signature'] as z.infer<typeof VisitorSignature>;
    },
  );

  api.post(
    base,
    {
      config: { action: 'visitor.keep' },
      schema: {
        operationId: 'receiveVisitor',
        tags: [tag],
        summary: 'A visitor comes in now',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: VisitorInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'VisitorReceived' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { expectedId, ...body } = request.body;
      const made = await services.db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            for (const name of ['hostId', 'escortId'] as const) if (body[name] && !(await findRecord(tx, 'person', organizationId, body[name]))) throw invalidInput(name, 'personUnknown');
            const inside = (await store.deskVisitors(tx, organizationId, today(services))).filter((one) => one.inside);
            if (badgeTaken(inside, body.badge)) throw invalidInput('badge', 'badgeTaken');
            const at = services.now();
            const expected = expectedId ? await findRecord(tx, 'expectedVisitor', organizationId, expectedId) : undefined;
            if (expectedId && !expected) throw invalidInput('expectedId', 'expectedUnknown');
            if (expected?.['visitorId']) throw new Problem('wrongState');
            const { id } = await insertRecord(tx, 'visitor', organizationId, { ...body, arrivedAt: at, signedAt: body.signature ? at : null });
            if (expected) await updateRecord(tx, 'expectedVisitor', organizationId, expected.id, expected['version'] as number, { visitorId: id });
            return { id };
          },
          find: async (id) => ({ id }),
        }),
      );
      return reply.status(201).send(made);
    },
  );
  api.post(
    `${base}/:id/leave`,
    {
      config: { action: 'visitor.keep' },
      schema: {
        operationId: 'leaveVisitor',
        tags: [tag],
        summary: 'A visitor goes now; or had gone when somebody looked; or was noted as gone by mistake',
        params: RecordPath,
        body: Leaving,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { how } = request.body;
      await services.db.tx(request.access.scope, async (tx) => {
        const visitor = await findRecord(tx, 'visitor', organizationId, id);
        if (!visitor) throw new Problem('resourceNotFound');
        const inside = visitor['leftAt'] === null && visitor['leftUnseen'] === false;
        if (inside === (how === 'undo') || visitor['purgedOn'] !== null) throw new Problem('wrongState');
        await updateRecord(tx, 'visitor', organizationId, id, version, { leftAt: how === 'now' ? services.now() : null, leftUnseen: how === 'unseen' });
      });
      return reply.status(204).send();
    },
  );
};

/** Names of visitors go at night, in every centre, once their time is over. */
export const workVisitors = (services: Services): Promise<void> =>
  services.jobs.schedule('purgeVisitors', '17 3 * * *', async () => void (await services.db.tx({ organizations: [], actor: { kind: 'job' } }, (tx) => store.purgeVisitors(tx, today(services)))));
