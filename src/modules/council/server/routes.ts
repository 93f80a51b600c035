import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { abilities } from '../../../kernel/permissions.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { addDays, addMonths } from '../../../kernel/dates.ts';
import { missedMonths, yearOf } from '../calendar.ts';
import { CalendarInput, organs, SittingInput } from '../council.ts';
import { awaitingCouncil } from './agenda.ts';
import { Entered, Overview, sittingShape, sittingStates } from './schemas.ts';
import { enterSittings, prepareSitting } from './sittings.ts';
import * as store from './store.ts';

const tags = ['council'];
const year = z
  .string()
  .regex(/^(19|20|21)\d\d$/)
  .optional();

/** The council and its sittings: when it meets, entered one by one or a year at once, and where the year stands. */
export const registerCouncil = (app: FastifyInstance, services: Services): void => {
  registerResource(app, services, {
    plural: 'councilSittings',
    singular: 'councilSitting',
    tag: 'council',
    table: 'councilSitting',
    read: 'council.read',
    write: 'council.write',
    input: SittingInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object(sittingShape),
    sorts: ['heldOn'],
    filters: { organ: z.enum(organs).optional(), year, state: z.enum(sittingStates).optional() },
    list: (tx, organizationId, filters, context) => store.listSittings(tx, organizationId, filters as store.SittingFilters, context.today),
    orderBy: store.sittingSorts,
    idColumn: 's.id',
    prepare: (tx, organizationId, values, id) => prepareSitting(tx, organizationId, values as SittingInput, id),
    exportColumns: ['heldOn', 'organ', 'startTime', 'place', 'state', 'monthly', 'items', 'open', 'decisions', 'formerDates', 'cancelledOn', 'cancelReason'],
    exportCodes: { organ: 'organs', state: 'states', monthly: 'monthlyStates' },
  });

  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/council',
    {
      config: { action: 'council.read' },
      schema: {
        operationId: 'getCouncil',
        tags,
        summary: 'Where the council stands: the months of a year, the next sitting, what awaits it',
        params: OrganizationPath,
        querystring: z.strictObject({ year }),
        response: responses({ 200: Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { actor, scope } = request.access;
      const day = today(services);
      const asked = Number(request.query.year ?? day.slice(0, 4));
      return db.tx(scope, async (tx) => {
        const since = await store.followedSince(tx, organizationId);
        const ofYear = await store.sittingsOfMonths(tx, organizationId, { from: `${asked}-01-01`, until: `${asked}-12-31` });
        const recent = await store.sittingsOfMonths(tx, organizationId, { from: addMonths(`${day.slice(0, 7)}-01`, -12), until: day });
        const next = await store.nextSitting(tx, organizationId, 'council', addDays(day, -1));
        const sitting = next && (await store.findSitting(tx, organizationId, next.id, day));
        return {
          today: day,
          year: asked,
          months: yearOf(asked, ofYear, { today: day, since }),
          missed: missedMonths(recent, { today: day, since }),
          ...(sitting
            ? {
                next: {
                  id: sitting.id,
                  heldOn: sitting.heldOn,
                  items: sitting.items,
                  ...(sitting.startTime ? { startTime: sitting.startTime } : {}),
                  ...(sitting.monthly ? { monthly: sitting.monthly } : {}),
                },
              }
            : {}),
          toRecord: await store.countToRecord(tx, organizationId, day),
          awaiting: await awaitingCouncil(services, tx, organizationId, actor),
          can: abilities(actor, { update: 'council.write' }),
        };
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/councilCalendars',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'enterCouncilCalendar',
        tags,
        summary: 'Enter the sittings of a calendar at once; days that have one already are left as they are',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: CalendarInput,
        response: responses({ 201: Entered }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => ({ id: organizationId, ids: await enterSittings(tx, organizationId, request.body) }),
          find: async (id) => ({ id, ids: [] as string[] }),
        }),
      );
      return reply.status(201).send({ entered: made.ids.length, known: new Set(request.body.dates).size - made.ids.length, ids: made.ids }) as never;
    },
  );
};
