import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { registerResource } from '../../../server/http/resource.ts';
import type { Services } from '../../../server/services.ts';
import { Authorisation, ResourceInput, resourceKinds, resourceStates, rightLevels } from '../resource.ts';
import { registerCatalogue } from './catalogue-routes.ts';
import { registerResourceLife } from './life-routes.ts';
import { columnsOf } from './columns.ts';
import * as store from './store.ts';

const optional = z.string().optional();

const linked = { ownerId: ['person', 'personUnknown'], ownerServiceId: ['service', 'serviceUnknown'], supplierId: ['supplier', 'supplierUnknown'] } as const;

/** Throws badRequest where an owner, a service or a firm is not of this centre. */
const checkLinks = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
  for (const [name, [table, code]] of Object.entries(linked)) if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, code);
};

/** What somebody may have access to. */
export const registerResources = (app: FastifyInstance, services: Services): void => {
  registerResource(app, services, {
    plural: 'resources',
    singular: 'resource',
    tag: 'resources',
    table: 'resource',
    read: 'resource.read',
    write: 'resource.write',
    input: ResourceInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...ResourceInput.shape,
      catalogueId: optional,
      levels: z.array(z.enum(rightLevels)),
      socialData: z.boolean(),
      accountSource: z.string(),
      authorisations: z.array(z.object({ ...Authorisation.shape, date: optional, from: z.string(), until: optional })),
      ownerName: optional,
      ownerServiceName: optional,
      supplierName: optional,
      state: z.enum(resourceStates).optional(),
      authorised: z.boolean().optional().describe('Whether one of its authorisations is in force today'),
      holders: z.int().optional().describe('How many people have a right there today'),
    }),
    sorts: ['kind', 'name', 'supplier'],
    filters: {
      kind: z.enum(resourceKinds).optional(),
      supplierId: z.uuid().optional(),
      ownerId: z.uuid().optional(),
      ownerServiceId: z.uuid().optional(),
      socialData: z.enum(['true', 'false']).optional(),
      state: z.enum(resourceStates).optional(),
      missing: z.enum(['owner', 'authorisation']).optional(),
    },
    list: (tx, organizationId, filters, context) => store.listResources(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.resourceSorts,
    idColumn: 'resource.id',
    prepare: async (tx, organizationId, values, id) => {
      await checkLinks(tx, organizationId, values);
      if (id && values['retiredOn']) {
        const rights = await store.rightIdsAfter(tx, organizationId, id, values['retiredOn'] as string);
        if (rights.length > 0) throw invalidInput('retiredOn', 'rightsHeld', { count: rights.length });
      }
      return columnsOf(values);
    },
    exportColumns: ['name', 'kind', 'levels', 'ownerName', 'ownerServiceName', 'supplierName', 'socialData', 'holders', 'accountSource', 'identifierFormat', 'description', 'retiredOn'],
    exportCodes: { kind: 'kinds', levels: 'levels', accountSource: 'accountSources' },
  });
  registerCatalogue(app, services);
  registerResourceLife(app, services);
};
