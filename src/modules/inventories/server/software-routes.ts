import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, type RecordTable } from '../../../server/db/records.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { countings, fitting, InstallationInput, licences, SoftwareInput, softwareKinds, softwareLacks, softwareStates, SoftwareUseInput } from '../software.ts';
import * as store from './software-store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'inventories';

const linked: Record<string, RecordTable> = { supplierId: 'supplier', ownerId: 'person', resourceId: 'resource', deviceId: 'device', personId: 'person', softwareId: 'software' };
const refuseUnknown = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
  for (const [name, table] of Object.entries(linked)) if (typeof values[name] === 'string' && !(await findRecord(tx, table, organizationId, values[name]))) throw invalidInput(name, `${table}Unknown`);
};

/** The register of software: products with their licences, and the seats that are taken. */
export const registerSoftware = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const notLater = (values: Record<string, unknown>, ...names: string[]): void => {
    for (const name of names) if (values[name] && (values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };

  registerResource(app, services, {
    plural: 'softwareProducts',
    singular: 'softwareProduct',
    tag,
    table: 'software',
    read: 'inventory.read',
    write: 'inventory.write',
    input: register(SoftwareInput),
    output: z.object({
      ...SoftwareInput.shape,
      counting: z.enum(countings),
      used: z.int().optional().describe('Seats that are taken today; absent where nobody counted'),
      lacks: z.array(z.enum(softwareLacks)).optional(),
      supplierName: optional,
      contractTitle: optional,
      ownerName: optional,
      resourceName: optional,
      fileId: optional,
      fileName: optional,
    }),
    sorts: ['name', 'publisher', 'supportUntil', 'licenceUntil'],
    filters: {
      kind: z.enum(softwareKinds).optional(),
      licence: z.enum(licences).optional(),
      supplierId: z.uuid().optional(),
      resourceId: z.uuid().optional(),
      deviceId: z.uuid().optional().describe('Those on this device today'),
      state: z.enum(softwareStates).optional(),
      lacks: z.enum(softwareLacks).optional(),
    },
    list: (tx, organizationId, given, context) => store.listSoftware(tx, organizationId, given, context.today),
    count: (tx, organizationId, given, context) => store.matchingSoftware(tx, organizationId, given, context.today),
    search: (given, text) => ({ ...given, text }),
    find: (tx, organizationId, id, context) => store.findSoftware(tx, organizationId, id, context.today),
    orderBy: store.softwareSorts,
    idColumn: 's.id',
    prepare: async (tx, organizationId, values) => {
      notLater(values, 'notedOn', 'purchasedOn', 'retiredOn');
      await refuseUnknown(tx, organizationId, values);
      const contract = values['contractId'] ? await findRecord(tx, 'supplierContract', organizationId, values['contractId'] as string) : undefined;
      if (values['contractId'] && (!contract || (values['supplierId'] && contract['supplierId'] !== values['supplierId']))) throw invalidInput('contractId', 'contractOfAnother');
      const absent = { seats: undefined, noted: undefined, notedOn: undefined };
      return { ...absent, ...fitting(values), ...(contract ? { supplierId: contract['supplierId'] } : {}), searchText: store.softwareSearchText(values) };
    },
    exportColumns: [
      'name',
      'publisher',
      'release',
      'kind',
      'licence',
      'seats',
      'used',
      'counting',
      'notedOn',
      'lacks',
      'supportUntil',
      'licenceUntil',
      'purchasedOn',
      'price',
      'supplierName',
      'contractTitle',
      'ownerName',
      'resourceName',
      'proofPlace',
      'fileName',
      'retiredOn',
      'note',
    ],
    exportCodes: { kind: 'softwareKinds', licence: 'licences', counting: 'countings', lacks: 'softwareLacks' },
  });
  registerRecordFile(app, services, { plural: 'softwareProducts', singular: 'SoftwareProduct', tag, table: 'software', read: 'inventory.read', write: 'inventory.write' });

  registerResource(app, services, {
    plural: 'softwareUses',
    singular: 'softwareUse',
    tag,
    table: 'softwareUse',
    read: 'inventory.read',
    write: 'inventory.write',
    input: register(SoftwareUseInput),
    output: z.object({
      ...SoftwareUseInput.shape,
      softwareName: optional,
      release: optional,
      deviceName: optional,
      deviceNumber: z.int().optional(),
      personName: optional,
    }),
    sorts: ['name', 'since'],
    filters: { softwareId: z.uuid().optional(), deviceId: z.uuid().optional(), personId: z.uuid().optional(), current: z.enum(['true']).optional() },
    list: (tx, organizationId, given, context) => store.listSoftwareUses(tx, organizationId, given, context.today),
    orderBy: store.softwareUseSorts,
    idColumn: 'u.id',
    prepare: async (tx, organizationId, values) => {
      notLater(values, 'since');
      await refuseUnknown(tx, organizationId, values);
      return values;
    },
    exportColumns: ['softwareName', 'release', 'deviceNumber', 'deviceName', 'personName', 'since', 'until', 'note'],
  });

  const Installed = z.object({ created: z.int().describe('Seats that were taken') }).meta({ id: 'SoftwareInstalled' });
  api.post(
    '/organizations/:organizationId/softwareProducts/:id/installations',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'installSoftware',
        tags: [tag],
        summary: 'The product is on every device in use of these kinds: takes a seat for those that have none yet',
        params: RecordPath,
        body: InstallationInput,
        response: responses({ 200: Installed }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      notLater(request.body, 'since');
      return services.db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'software', organizationId, id))) throw new Problem('resourceNotFound');
        return { created: await store.installOn(tx, organizationId, id, request.body.kinds, request.body.since) };
      });
    },
  );

  const Overview = z
    .object({ products: z.int(), ...Object.fromEntries(softwareLacks.map((lack) => [lack, z.int()])) } as Record<'products' | (typeof softwareLacks)[number], z.ZodInt>)
    .meta({ id: 'SoftwareOverview' });
  api.get(
    '/organizations/:organizationId/softwareOverview',
    {
      config: { action: 'inventory.read' },
      schema: { operationId: 'getSoftwareOverview', tags: [tag], summary: 'How many products are in use, and what they lack', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => services.db.tx(request.access.scope, (tx) => store.softwareCounts(tx, request.params.organizationId, today(services))),
  );
};
