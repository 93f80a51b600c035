import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Issue, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { CatalogueEntry, FromCatalogue } from '../catalogue.ts';
import { resourceCatalogue } from './catalogue.ts';
import { columnsOf } from './columns.ts';
import * as store from './store.ts';

const fault = (name: string, code: string): Issue => ({ type: 'urn:problem-type:belgif:input-validation:invalidInput', in: 'body', name, code });

/** Adds the resources of these entries. Throws badRequest for an entry that the catalogue lacks, or a name that is taken: nothing is added then. */
export const addFromCatalogue = async (tx: Tx, organizationId: string, { resources }: FromCatalogue): Promise<string[]> => {
  const entries = new Map(resourceCatalogue().map((entry) => [entry.id, entry]));
  const taken = await store.namesTaken(
    tx,
    organizationId,
    resources.map(({ name }) => name),
  );
  const issues = resources.flatMap(({ catalogueId, name }, index) => [
    ...(entries.has(catalogueId) ? [] : [fault(`resources[${index}].catalogueId`, 'entryUnknown')]),
    ...(taken.has(name) ? [fault(`resources[${index}].name`, 'alreadyExists')] : []),
  ]);
  if (issues.length > 0) throw new Problem('badRequest', { issues });
  return store.insertResources(
    tx,
    organizationId,
    resources.map(({ catalogueId, name }) => {
      const { kind, levels, socialData, accounts } = entries.get(catalogueId)!;
      return columnsOf({ name, kind, levels, socialData, accountSource: accounts, catalogueId });
    }),
  );
};

/** The catalogue to start the register of resources from. */
export const registerCatalogue = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const path = '/organizations/:organizationId/resourceCatalogue';
  const Entries = z
    .object({ items: z.array(CatalogueEntry.extend({ taken: z.boolean().describe('The centre has a resource of it already') }).meta({ id: 'OfferedResource' })) })
    .meta({ id: 'ResourceCatalogue' });
  const Added = z.object({ id: z.uuid().describe('The first of them'), added: z.int() }).meta({ id: 'ResourcesAdded' });

  api.get(
    path,
    {
      config: { action: 'resource.read' },
      schema: {
        operationId: 'getResourceCatalogue',
        tags: ['resources'],
        summary: 'What centres usually have, and which of it this centre has',
        params: OrganizationPath,
        response: responses({ 200: Entries }),
      },
    },
    async (request) => {
      const taken = new Set(await services.db.tx(request.access.scope, (tx) => store.entriesTaken(tx, request.params.organizationId)));
      return { items: resourceCatalogue().map((entry) => ({ ...entry, levels: [...entry.levels], taken: taken.has(entry.id) })) };
    },
  );

  api.post(
    path,
    {
      config: { action: 'resource.write' },
      schema: {
        operationId: 'addFromResourceCatalogue',
        tags: ['resources'],
        summary: 'Add several resources of the catalogue: all of them or none',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: FromCatalogue,
        response: responses({ 201: Added }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { body } = request;
      const added = body.resources.length;
      const made = await services.db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => ({ id: (await addFromCatalogue(tx, organizationId, body))[0]!, added }),
          find: async (id) => ({ id, added }),
        }),
      );
      return reply.status(201).send(made);
    },
  );
};
