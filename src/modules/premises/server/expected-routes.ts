import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { deleteRecord, findRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { ExpectedVisitorInput } from '../visitor.ts';
import * as store from './expected-store.ts';

const optional = z.string().optional();
const tag = 'premises';
const shown = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    firm: optional,
    day: z.string(),
    time: optional.describe('Belgian time, HH:MM'),
    hostName: optional,
    escortName: optional,
    state: z.enum(['expected', 'arrived', 'absent']),
    arrived: optional.describe('When they came, Belgian time, HH:MM'),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'ExpectedVisitor' });

/** How far ahead somebody may be announced, in days: a year. */
const furthest = 366;

/** Visitors announced beforehand: everybody sees their own, the reception those of all. */
export const registerExpected = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const base = '/organizations/:organizationId/expectedVisitors';
  const callerOf = (request: FastifyRequest, organizationId: string): string | undefined => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;
  const seesAll = (request: FastifyRequest): boolean => can(request.access.actor, 'visitor.keep');

  api.get(
    base,
    {
      config: { action: 'visitor.announce' },
      schema: {
        operationId: 'listExpectedVisitors',
        tags: [tag],
        summary: 'Visitors who were announced, of yesterday and later: one’s own; for the reception, those of all',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['day']) }),
        response: responses({ 200: Page(shown).meta({ id: 'ExpectedVisitors' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort } = request.query;
      const day = today(services);
      const all = seesAll(request);
      const me = callerOf(request, organizationId);
      const page = await services.db.tx(request.access.scope, (tx) => {
        // Who is nobody of the register has announced nobody: an id that no person has.
        const filters = { from: addDays(day, -1), ...(all ? {} : { personId: me ?? organizationId }) };
        return listPage<{ id: string; state: store.ExpectedState }>(store.listExpected(tx, organizationId, filters, day), store.expectedSorts, sql.ref('e.id'), { after, pageSize, sort }, 'withRows');
      });
      return collection(
        services.url,
        request.url,
        page,
        page.items.map((item) => ({ ...item, can: { delete: item.state !== 'arrived' } })),
        pageSize,
      ) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: 'visitor.announce' },
      schema: {
        operationId: 'announceVisitor',
        tags: [tag],
        summary: 'Announce a visitor; who does not say for whom they come announces them for oneself',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ExpectedVisitorInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'VisitorAnnounced' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { day, time, ...body } = request.body;
      const now = today(services);
      if (day < now) throw invalidInput('day', 'dayGone');
      if (day > addDays(now, furthest)) throw invalidInput('day', 'tooFarAhead');
      const me = callerOf(request, organizationId);
      const hostId = body.hostId ?? (body.host ? undefined : me);
      if (!hostId && !body.host) throw invalidInput('hostId', 'hostMissing');
      const made = await services.db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            for (const [name, id] of [
              ['hostId', hostId],
              ['escortId', body.escortId],
            ] as const)
              if (id && !(await findRecord(tx, 'person', organizationId, id))) throw invalidInput(name, 'personUnknown');
            const [id] = await store.announce(tx, organizationId, [{ ...body, hostId, expectedOn: day, expectedTime: time, announcedById: me }]);
            return { id: id! };
          },
          find: async (id) => ({ id }),
        }),
      );
      return reply.status(201).send(made);
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action: 'visitor.announce' },
      schema: {
        operationId: 'deleteExpectedVisitor',
        tags: [tag],
        summary: 'They will not come: one’s own announcement, or for the reception any',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const me = callerOf(request, organizationId);
      await services.db.tx(request.access.scope, async (tx) => {
        const expected = await findRecord(tx, 'expectedVisitor', organizationId, id);
        const own = me !== undefined && (expected?.['announcedById'] === me || expected?.['hostId'] === me);
        if (!expected || (!own && !seesAll(request))) throw new Problem('resourceNotFound');
        if (expected['visitorId']) throw new Problem('wrongState');
        await deleteRecord(tx, 'expectedVisitor', organizationId, id, version);
      });
      return reply.status(204).send();
    },
  );
};
