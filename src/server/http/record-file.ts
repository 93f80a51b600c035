import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Action } from '../../kernel/permissions.ts';
import { Problem } from '../../kernel/problem.ts';
import { cleanFileName, fileKindOf, type FileKind, fileKinds } from '../file-kind.ts';
import { type FiledTable, fileIdOf, setFileOf } from '../db/files.ts';
import { attachment, openFile, storeFile } from '../files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from './reply.ts';
import { withUpload } from './upload.ts';
import type { Services } from '../services.ts';

const accepted: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpg'];

/** The one file of a record (the report of an audit, the letter of an authority, a contract): to read, to give, to take away. */
export const registerRecordFile = (
  app: FastifyInstance,
  services: Services,
  {
    plural,
    singular,
    tag,
    table,
    read,
    write,
    kinds = accepted,
    check,
  }: {
    plural: string;
    singular: string;
    tag: string;
    table: FiledTable;
    read: Action;
    write: Action;
    kinds?: readonly FileKind[];
    /** What else a file must pass. */
    check?: (bytes: Buffer, kind: FileKind) => Promise<void>;
  },
): void => {
  const tags = [tag];
  const api = app.withTypeProvider<ZodTypeProvider>();
  const path = `/organizations/:organizationId/${plural}/:id/file`;
  const found = async (request: { access: { scope: Parameters<typeof services.db.tx>[0] }; params: { organizationId: string; id: string } }) => {
    const record = await services.db.tx(request.access.scope, (tx) => fileIdOf(tx, table, request.params.organizationId, request.params.id));
    if (!record) throw new Problem('resourceNotFound');
    return record;
  };

  api.get(
    path,
    {
      config: { action: read },
      schema: { operationId: `download${singular}File`, tags, summary: 'The file that was given', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { fileId } = await found(request);
      if (!fileId) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(services.db, request.access.scope, request.params.organizationId, fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.put(
    path,
    {
      config: { action: write },
      schema: {
        operationId: `give${singular}File`,
        tags,
        summary: `Give the file (multipart field \`file\`: ${kinds.join(', ')}), in the place of the one before`,
        consumes: ['multipart/form-data'],
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await found(request);
      const version = expectedVersion(request.headers['if-match']);
      await withUpload(request, async ({ name, bytes }) => {
        const kind = await fileKindOf(bytes, kinds);
        await check?.(bytes, kind);
        await services.db.tx(request.access.scope, async (tx) => {
          const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
          await setFileOf(tx, table, organizationId, id, version, fileId);
        });
      });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    path,
    {
      config: { action: write },
      schema: { operationId: `remove${singular}File`, tags, summary: 'Take the file away', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      await found(request);
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => setFileOf(tx, table, request.params.organizationId, request.params.id, version, null));
      return reply.status(204).send() as never;
    },
  );
};
