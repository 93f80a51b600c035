import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addMonths } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { askedKinds, DeviceInput, DeviceMovementInput, deviceSources, deviceStates, lacks, movementReasons, RecoveryInput, RetirementInput, retirements } from '../device.ts';
import { deviceColumns, movementColumns } from './change.ts';
import { refuseOrdered } from './disposal-store.ts';
import { recoverDevice } from './loss.ts';
import * as store from './store.ts';
import { passOut } from './way-out-store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'inventories';

/** Months after which a device that nobody saw counts as not counted: the half-year of the review (POL 1.3 i). */
const countMonths = 6;

/** The register of devices, and where each went. */
export const registerDevices = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const notLater = (values: Record<string, unknown>, ...names: string[]): void => {
    for (const name of names) if (values[name] && (values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };
  const filters = (given: Record<string, unknown>) => given as store.DeviceFilters;

  registerResource(app, services, {
    plural: 'devices',
    singular: 'device',
    tag,
    table: 'device',
    read: 'inventory.read',
    write: 'inventory.write',
    input: register(DeviceInput),
    output: z.object({
      ...DeviceInput.shape,
      quantity: z.int(),
      tenure: DeviceInput.shape.tenure.removeDefault(),
      holdsData: z.boolean(),
      portable: z.boolean(),
      number: z.int().describe('Its number in the inventory, as on its label; never given to another'),
      source: z.enum(deviceSources),
      countedOn: optional.describe('When it was last seen at a count'),
      retiredOn: optional,
      retiredHow: z.enum(retirements).optional(),
      personName: optional,
      serviceName: optional,
      zoneName: optional,
      supplierName: optional,
      away: z
        .object({ why: z.enum(movementReasons), since: z.string(), backBy: optional, name: optional, personId: optional })
        .optional()
        .describe('Out of the building: since when, and with whom'),
      wifiUncovered: z.boolean().optional().describe('Of one device: its Wi-Fi is on, and neither the profile of the centre nor a derogation in force admits it'),
    }),
    sorts: ['name', 'number', 'kind', 'purchasedOn', 'countedOn'],
    filters: {
      kind: z.enum(askedKinds).optional(),
      number: z.coerce.number().int().min(1).max(999_999_999).optional().describe('The device of this number, also one that left'),
      personId: z.uuid().optional(),
      holderId: z.uuid().optional().describe('Theirs, or lent to them today'),
      serviceId: z.uuid().optional(),
      zoneId: z.uuid().optional(),
      supplierId: z.uuid().optional(),
      portable: z.enum(['true', 'false']).optional(),
      state: z.enum(deviceStates).optional(),
      lacks: z.enum(lacks).optional(),
    },
    list: (tx, organizationId, given, context) => store.listDevices(tx, organizationId, filters(given), context.today, addMonths(context.today, -countMonths)),
    count: (tx, organizationId, given, context) => store.matchingDevices(tx, organizationId, filters(given), context.today, addMonths(context.today, -countMonths)),
    search: (given, text) => ({ ...given, text }),
    find: (tx, organizationId, id, context) => store.findDevice(tx, organizationId, id, context.today),
    orderBy: store.deviceSorts,
    idColumn: 'd.id',
    // What left is history. What holds data and was used leaves by its way out (way-out.ts): its record is deleted for an entry made by mistake alone.
    guard: async (_tx, _organizationId, record, _actor, act) => {
      const used = Boolean(record['personId'] ?? record['lastPersonId'] ?? record['countedOn']);
      if (record['retiredOn'] || (act === 'delete' && record['holdsData'] && used)) throw new Problem('wrongState');
    },
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'purchasedOn');
      const number = id ? ((await findRecord(tx, 'device', organizationId, id))?.['number'] as number) : await store.takeNumbers(tx, organizationId, 1);
      return { ...(await deviceColumns(tx, organizationId, values, number, id)), number };
    },
    exportColumns: [
      'number',
      'name',
      'kind',
      'brand',
      'model',
      'serial',
      'quantity',
      'personName',
      'serviceName',
      'zoneName',
      'supplierName',
      'purchasedOn',
      'warrantyUntil',
      'priceCents',
      'tenure',
      'leasedUntil',
      'holdsData',
      'encrypted',
      'operatingSystem',
      'systemSupportUntil',
      'antivirus',
      'autoLock',
      'wifi',
      'eidReader',
      'portable',
      'countedOn',
      'retiredOn',
      'retiredHow',
      'note',
    ],
    exportCodes: { kind: 'kinds', tenure: 'tenures', wifi: 'wifiStates', retiredHow: 'retirements' },
  });

  registerResource(app, services, {
    plural: 'deviceMovements',
    singular: 'deviceMovement',
    tag,
    table: 'deviceMovement',
    read: 'inventory.read',
    write: 'inventory.write',
    input: register(DeviceMovementInput),
    output: z.object({ ...DeviceMovementInput.shape, why: z.enum(movementReasons), deviceName: optional, deviceNumber: z.int().optional(), personName: optional, supplierName: optional }),
    sorts: ['moved'],
    filters: { deviceId: z.uuid().optional(), personId: z.uuid().optional(), why: z.enum(movementReasons).optional() },
    list: (tx, organizationId, given) => store.listMovements(tx, organizationId, given),
    orderBy: store.movementSorts,
    idColumn: 'm.id',
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'movedOn');
      return movementColumns(tx, organizationId, values, id ? await findRecord(tx, 'deviceMovement', organizationId, id) : undefined);
    },
    exportColumns: ['movedOn', 'deviceNumber', 'deviceName', 'direction', 'why', 'personName', 'supplierName', 'backBy', 'note'],
    exportCodes: { direction: 'directions', why: 'movementReasons' },
  });

  api.post(
    '/organizations/:organizationId/devices/:id/retirement',
    {
      config: { action: 'inventory.write' },
      schema: { operationId: 'retireDevice', tags: [tag], summary: 'The device leaves for good', params: RecordPath, body: RetirementInput, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      notLater(request.body, 'retiredOn');
      await services.db.tx(request.access.scope, async (tx) => {
        const device = await findRecord(tx, 'device', organizationId, id);
        if (!device) throw new Problem('resourceNotFound');
        if (device['retiredOn']) throw new Problem('wrongState');
        const { retiredOn, how, note } = request.body;
        await refuseOrdered(tx, organizationId, [id]);
        await passOut(tx, organizationId, id, { way: how });
        await updateRecord(tx, 'device', organizationId, id, version, { retiredOn, retiredHow: how, ...(note ? { note: [device['note'], note].filter(Boolean).join('\n').slice(-2000) } : {}) });
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/devices/:id/recovery',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'recoverDevice',
        tags: [tag],
        summary: 'What was lost or stolen is found, and comes back into the inventory',
        params: RecordPath,
        body: RecoveryInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      notLater(request.body, 'foundOn');
      await services.db.tx(request.access.scope, (tx) => recoverDevice(tx, organizationId, id, version, request.body));
      return reply.status(204).send() as never;
    },
  );

  const Overview = z
    .object({
      records: z.int().describe('In use, a lot as one'),
      devices: z.int().describe('In use, each of a lot counted'),
      computers: z.int(),
      out: z.int().describe('Out of the building'),
      ...Object.fromEntries(lacks.map((lack) => [lack, z.int()])),
    } as Record<'records' | 'devices' | 'computers' | 'out' | (typeof lacks)[number], z.ZodInt>)
    .meta({ id: 'InventoryOverview' });
  api.get(
    '/organizations/:organizationId/inventoryOverview',
    {
      config: { action: 'inventory.read' },
      schema: { operationId: 'getInventoryOverview', tags: [tag], summary: 'How many devices there are, and what they lack', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => {
      const day = today(services);
      return services.db.tx(request.access.scope, (tx) => store.deviceCounts(tx, request.params.organizationId, day, addMonths(day, -countMonths)));
    },
  );
};
