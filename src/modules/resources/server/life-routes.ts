import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { endRights } from '../../access/server/service.ts';
import * as store from './store.ts';

/** How the register stands as a whole, and the end of a resource. */
export const registerResourceLife = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const Overview = z
    .object({
      inUse: z.int(),
      retired: z.int(),
      socialData: z.int().describe('Those through which social data of persons pass'),
      withoutOwner: z.int().describe('Those of them that nobody answers for'),
      flows: z.int(),
      unauthorised: z.int().describe('Flows without an authorisation in force'),
      bare: z.int().describe('Applications, portals and domains without a list of accounts'),
    })
    .meta({ id: 'ResourcesOverview' });
  const Retirement = z
    .strictObject({
      retiredOn: CivilDate,
      endRights: z.boolean().default(false).describe('The rights that would last longer end on that day too'),
    })
    .meta({ id: 'ResourceRetirement', example: { retiredOn: '2026-11-30', endRights: true } });

  api.get(
    '/organizations/:organizationId/resourcesOverview',
    {
      config: { action: 'resource.read' },
      schema: {
        operationId: 'getResourcesOverview',
        tags: ['resources'],
        summary: 'How many resources there are, and what they lack',
        params: OrganizationPath,
        response: responses({ 200: Overview }),
      },
    },
    async (request) => services.db.tx(request.access.scope, (tx) => store.resourceCounts(tx, request.params.organizationId, today(services))),
  );

  api.post(
    '/organizations/:organizationId/resources/:id/retire',
    {
      config: { action: 'resource.write' },
      schema: {
        operationId: 'retireResource',
        tags: ['resources'],
        summary: 'Say the last day of use; the rights there end with it, if asked',
        params: RecordPath,
        body: Retirement,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { retiredOn, endRights: ends } = request.body;
      const version = expectedVersion(request.headers['if-match']);
      if (ends && !can(request.access.actor, 'access.give')) throw new Problem('missingPermission');
      await services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'resource', organizationId, id))) throw new Problem('resourceNotFound');
        await updateRecord(tx, 'resource', organizationId, id, version, { retiredOn });
        const rights = await store.rightIdsAfter(tx, organizationId, id, retiredOn);
        if (rights.length > 0 && !ends) throw invalidInput('retiredOn', 'rightsHeld', { count: rights.length });
        await endRights(tx, organizationId, rights, { on: retiredOn, because: 'other' });
      });
      return reply.status(204).send();
    },
  );
};
