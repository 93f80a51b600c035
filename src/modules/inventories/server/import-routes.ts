import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { createTask, taskHref } from '../../../server/tasks.ts';
import { headingOf, importFields } from '../import-columns.ts';
import * as store from './import-store.ts';
import { type ImportInput, importTask } from './import-work.ts';

const tags = ['inventories'];

/** Lists and scans of devices: taken in at once, read and written as a task, whole or not at all; what a heading means is remembered. */
export const registerDeviceImports = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.post(
    '/organizations/:organizationId/deviceImports',
    {
      config: { action: 'inventory.write' },
      schema: {
        operationId: 'importDevices',
        tags,
        summary: 'Read a list or a scan of devices (multipart field `file`: XLSX, CSV, `lshw -json`, `Get-ComputerInfo | ConvertTo-Json`); with `write`, enter it, whole or not at all',
        description:
          'The task of the answer (`Location`) ends with a report: what the file is (`of`), what each column was taken for (`columns`), how many devices are new (`created`) or known (`updated`), what stands in the way by line and column (`faults`), what is said beside (`notes`), and whether it was entered (`written`). A file that cannot be read ends it as failed, with the reason.',
        consumes: ['multipart/form-data'],
        params: OrganizationPath,
        headers: IdempotencyHeader,
        querystring: z.strictObject({ write: z.enum(['true', 'false']).default('false') }),
        response: responses({ 202: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const { id } = await withUpload(request, ({ bytes }) =>
        db.tx(scope, (tx) =>
          once(tx, request, organizationId, {
            make: async () => {
              const file = await storeFile(tx, organizationId, { name: 'device-import', mediaType: 'application/octet-stream', bytes });
              const input: ImportInput = { fileId: file.id, write: request.query.write === 'true' };
              return { id: await createTask(services, tx, scope, { organizationId, kind: importTask, input }) };
            },
            find: async (task) => ({ id: task }),
            content: bytes,
          }),
        ),
      );
      // Somebody looks at the page until a small list is read.
      services.jobs.wake(importTask);
      return reply
        .status(202)
        .header('location', taskHref(services, organizationId, id))
        .send(undefined) as never;
    },
  );

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
