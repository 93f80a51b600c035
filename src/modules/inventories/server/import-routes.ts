import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { ListFault, readTable, readText } from '../../reconciliation/server/service.ts';
import type { DeviceInput } from '../device.ts';
import { type Draft, importFaults, importNotes, readDevices, type Reading, readScans } from '../import.ts';
import { headingOf, importFields, type ImportField } from '../import-columns.ts';
import { scansOf } from '../import-scan.ts';
import * as store from './import-store.ts';
import { enterDevices } from './recorded-store.ts';
import { deviceSearchText } from './store.ts';

const tags = ['inventories'];
/** So many faults are said; the others are counted. */
const mostSaid = 200;
/** The column of a device that a column of a list fills. */
const columnOf: Partial<Record<ImportField, keyof DeviceInput>> = { person: 'personId', service: 'serviceId', zone: 'zoneId', supplier: 'supplierId', price: 'priceCents' };

/** Lists and scans of devices: read, compared with the inventory, and written whole or not at all. */
export const registerDeviceImports = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const readFile = async (bytes: Uint8Array, tx: Tx, organizationId: string): Promise<{ of: 'list' | 'lshw' | 'windows'; reading: Reading }> => {
    const names = await store.namesOf(tx, organizationId);
    if (bytes[0] !== 0x50) {
      const scans = scansOf(readText(bytes));
      if (scans) return { of: scans[0]!.of, reading: readScans(scans, names) };
    }
    const { rows } = await readTable(bytes).catch((error: unknown) => {
      throw error instanceof ListFault ? invalidInput('file', error.code) : error;
    });
    const reading = readDevices(rows, await store.rememberedColumns(tx, organizationId), names);
    if (!reading) throw invalidInput('file', 'noHeading');
    return { of: 'list', reading };
  };

  /** What the list changes: a device is known again by its serial number, or by its name where neither has one. */
  const compare = async (tx: Tx, organizationId: string, drafts: readonly Draft[]) => {
    const kept = await store.keptDevices(tx, organizationId);
    const bySerial = new Map(kept.flatMap((one) => (one.serial ? [[one.serial.toUpperCase(), one] as const] : [])));
    const byName = Map.groupBy(
      kept.filter(({ retiredOn }) => !retiredOn),
      ({ name }) => name.toLowerCase(),
    );
    const created: Draft[] = [];
    const found: { draft: Draft; kept: store.Kept }[] = [];
    const taken = new Set<string>();
    for (const draft of drafts) {
      const { serial, name } = draft.device;
      const namesake = byName.get(name.toLowerCase());
      const known = (serial ? bySerial.get(serial.toUpperCase()) : undefined) ?? (namesake?.length === 1 && (!serial || !namesake[0]!.serial) ? namesake[0] : undefined);
      if (known && !taken.has(known.id)) {
        taken.add(known.id);
        found.push({ draft, kept: known });
      } else created.push(draft);
    }
    return { created, found };
  };

  const said = { line: z.int(), column: z.string().optional(), text: z.string().optional() };
  const Report = z
    .object({
      of: z.enum(['list', 'lshw', 'windows']),
      columns: z.array(z.object({ heading: z.string(), field: z.enum(importFields).optional() })),
      rows: z.int(),
      created: z.int(),
      updated: z.int().describe('Devices that the centre has already, by serial number or name'),
      faults: z.array(z.object({ ...said, code: z.enum(importFaults), other: z.int().optional() })),
      faultCount: z.int(),
      notes: z.array(z.object({ ...said, code: z.enum(importNotes) })),
      noteCount: z.int(),
      written: z.boolean(),
    })
    .meta({ id: 'DeviceImportReport' });

  api.post(
    '/organizations/:organizationId/deviceImports',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'importDevices',
        tags,
        summary: 'Read a list or a scan of devices (multipart field `file`: XLSX, CSV, `lshw -json`, `Get-ComputerInfo | ConvertTo-Json`); with `write`, enter it, whole or not at all',
        consumes: ['multipart/form-data'],
        params: OrganizationPath,
        headers: IdempotencyHeader,
        querystring: z.strictObject({ write: z.enum(['true', 'false']).default('false') }),
        response: responses({ 200: Report }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const write = request.query.write === 'true';
      return withUpload(request, ({ bytes }) =>
        db.tx(
          request.access.scope,
          async (tx) => {
            const { of, reading } = await readFile(bytes, tx, organizationId);
            const { drafts, faults, notes, columns } = reading;
            const { created, found } = await compare(tx, organizationId, drafts);
            const written = write && faults.length === 0 && drafts.length > 0;
            if (written)
              await once(tx, request, organizationId, {
                make: async () => {
                  const ids = await enterDevices(
                    tx,
                    organizationId,
                    created.map(({ device }) => device),
                    of === 'list' ? 'file' : 'scan',
                  );
                  for (const { draft, kept } of found) await update(tx, organizationId, draft, kept);
                  return { id: ids[0] ?? found[0]!.kept.id };
                },
                find: async (id) => ({ id }),
                content: bytes,
              });
            return {
              of,
              columns,
              rows: drafts.length + new Set(faults.map(({ line }) => line)).size,
              created: created.length,
              updated: found.length,
              faults: faults.slice(0, mostSaid),
              faultCount: faults.length,
              notes: notes.slice(0, mostSaid),
              noteCount: notes.length,
              written,
            };
          },
          { seconds: 60 },
        ),
      ) as never;
    },
  );

  /** A list tells of some columns; the others stay as they were, and so does a note that somebody wrote. */
  const update = async (tx: Tx, organizationId: string, { device, given }: Draft, kept: store.Kept): Promise<void> => {
    const changes = Object.fromEntries(
      given.flatMap((field): [string, unknown][] => {
        const column = columnOf[field] ?? field;
        const value = device[column as keyof DeviceInput];
        return value === undefined || ['note', 'oldNumber', 'kind'].includes(field) || kept[column as 'name'] === value ? [] : [[column, value]];
      }),
    );
    if (Object.keys(changes).length === 0 || kept.retiredOn) return;
    const { brand, serial, name } = { ...kept, ...changes } as store.Kept;
    await updateRecord(tx, 'device', organizationId, kept.id, kept.version, { ...changes, searchText: deviceSearchText({ ...device, brand, serial, name }, kept.number) });
  };

  const Columns = z
    .strictObject({ columns: z.array(z.strictObject({ heading: z.string().trim().min(1).max(200), field: z.enum(importFields).optional() })).max(200) })
    .meta({ id: 'DeviceImportColumns', example: { columns: [{ heading: 'N° de série', field: 'serial' }] } });
  api.put(
    '/organizations/:organizationId/deviceImportColumns',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'setDeviceImportColumns',
        tags,
        summary: 'Say what columns mean, by their headings: it is remembered for the next list',
        params: OrganizationPath,
        body: Columns,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const columns = Object.fromEntries(request.body.columns.map(({ heading, field }) => [headingOf(heading), field ?? '']));
      await db.tx(request.access.scope, (tx) => store.rememberColumns(tx, organizationId, columns));
      return reply.status(204).send() as never;
    },
  );
};
