import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { listPage } from '../../../server/db/list.ts';
import { collection, OrganizationPath, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { ledBy } from '../../movements/server/service.ts';
import { situations } from '../lines.ts';
import { teleworkStates } from '../telework.ts';
import { ownPersonOf } from './act-routes.ts';
import * as store from './store.ts';

const optional = z.string().optional();
/** What a head of service knows of it: when, how and on what conditions; not what was answered or checked. */
const Led = z
  .object({
    id: z.uuid(),
    personName: z.string(),
    situation: z.enum(situations),
    state: z.enum(teleworkStates),
    weekdays: z.array(z.int()),
    askedOn: z.string(),
    start: optional,
    until: optional,
    conditions: optional,
    endedOn: optional,
  })
  .meta({ id: 'LedTelework' });

/** The telework of the people whom the caller leads. */
export const registerLedTelework = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/ledTeleworks',
    {
      config: { action: 'telework.led' },
      schema: {
        operationId: 'listLedTeleworks',
        tags: ['telework'],
        summary: 'Who works away in the services that one heads, and below them',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(['person', 'recent', 'situation']), state: z.enum([...teleworkStates, 'open']).optional() }),
        response: responses({ 200: Page(Led).meta({ id: 'LedTeleworks' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, state } = request.query;
      const page = await services.db.tx(request.access.scope, (tx) =>
        listPage<{ id: string }>(
          store.listTeleworks(tx, organizationId, state ? { state } : {}, today(services)).where(ledBy(organizationId, ownPersonOf(request, organizationId) ?? null, 't.personId', today(services))),
          store.teleworkSorts,
          sql.ref('t.id'),
          { after, pageSize, sort },
        ),
      );
      return collection(services.url, request.url, page, page.items, pageSize) as never;
    },
  );
};
