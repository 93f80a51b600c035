import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord } from '../../../server/db/records.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { recordIntervention } from '../../interventions/server/service.ts';
import { ErasureInput } from '../erasure.ts';
import { erasureSorts, listErasures } from './erasure-store.ts';
import { forgetHands, holdDevice } from './way-out-store.ts';

const optional = z.string().optional();

/** Erasures: what was done to the data of a device before it left, was repaired outside or changed hands. Each is an intervention too. */
export const registerErasures = (app: FastifyInstance, services: Services): void => {
  registerResource(app, services, {
    plural: 'deviceErasures',
    singular: 'deviceErasure',
    tag: 'inventories',
    table: 'deviceErasure',
    read: 'inventory.read',
    write: 'inventory.write',
    input: ErasureInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...ErasureInput.shape,
      interventionId: z.uuid().optional(),
      disposalId: z.uuid().optional(),
      usedOn: optional,
      fileId: optional,
      fileName: optional,
      deviceName: optional,
      deviceNumber: z.int().optional(),
    }),
    sorts: ['erasedOn'],
    filters: { deviceId: z.uuid().optional() },
    list: (tx, organizationId, filters) => listErasures(tx, organizationId, filters),
    orderBy: erasureSorts,
    idColumn: 'e.id',
    // What left was proven by it, and what passed on by it stays proven. What the adviser answers for, nobody else says or changes.
    guard: async (tx, organizationId, record, actor) => {
      await holdDevice(tx, organizationId, record['deviceId'] as string);
      if (record['checked'] && !can(actor, 'inventory.sign')) throw invalidInput('checked', 'checkedByAdviser');
      if (record['usedOn'] || record['disposalId']) throw new Problem('wrongState');
      const device = await findRecord(tx, 'device', organizationId, record['deviceId'] as string);
      if (device?.['retiredOn']) throw new Problem('wrongState');
    },
    prepare: async (tx, organizationId, values, id) => {
      if ((values['erasedOn'] as string) > today(services)) throw invalidInput('erasedOn', 'inTheFuture');
      const device = await findRecord(tx, 'device', organizationId, values['deviceId'] as string);
      if (!device) throw invalidInput('deviceId', 'deviceUnknown');
      if (id) return values;
      const { id: interventionId } = await recordIntervention(tx, organizationId, {
        nature: 'disposal',
        subject: `${device['name'] as string} (${device['number'] as number})`,
        start: values['erasedOn'] as string,
        end: values['erasedOn'] as string,
        deviceId: device.id,
        ...(values['note'] ? { result: values['note'] as string } : {}),
      });
      return { ...values, interventionId };
    },
    after: async (tx, organizationId, _id, record) => {
      if (record) await forgetHands(tx, organizationId, [record['deviceId'] as string]);
    },
    exportColumns: ['deviceNumber', 'deviceName', 'purpose', 'medium', 'method', 'orderedOn', 'orderedBy', 'erasedOn', 'carriedOutBy', 'checked', 'checkedBy', 'note'],
    exportCodes: { purpose: 'erasurePurposes', medium: 'media', method: 'methods', checked: 'checks' },
  });
  registerRecordFile(app, services, { plural: 'deviceErasures', singular: 'DeviceErasure', tag: 'inventories', table: 'deviceErasure', read: 'inventory.read', write: 'inventory.write' });
};
