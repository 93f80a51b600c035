import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import { cleanFileName, fileKindOf, type FileKind, fileKinds } from '../../../server/file-kind.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { legalRegister } from '../../legal/server/service.ts';
import { DocumentationInput, documentationKinds } from '../documentation.ts';
import * as store from './store.ts';

const accepted: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpg'];
const tags = ['documentation'];

/** The documentation that the adviser gathers: dated entries, each with a file or an address, tied to the rules that it explains. */
export const registerDocumentation = (app: FastifyInstance, services: Services): void => {
  registerResource(app, services, {
    plural: 'documentationEntries',
    singular: 'documentationEntry',
    tag: 'documentation',
    table: 'documentationEntry',
    read: 'documentation.read',
    write: 'documentation.write',
    input: DocumentationInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...DocumentationInput.shape,
      address: z.string().optional(),
      legalTexts: z.array(z.string()),
      norms: z.array(z.string()),
      fileId: z.string().optional(),
      fileName: z.string().optional(),
      fileSize: z.int().optional(),
    }),
    sorts: ['recent', 'title', 'received'],
    filters: {
      kind: z.enum(documentationKinds).optional(),
      legalText: z
        .string()
        .regex(/^[a-z][A-Za-z0-9]*$/)
        .max(60)
        .optional(),
      norm: z
        .string()
        .regex(/^[\w. -]+$/)
        .max(30)
        .optional(),
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    },
    list: (tx, organizationId, filters) => store.listDocumentation(tx, organizationId, filters),
    // A letter may name people: what is searched stands in no address.
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.documentationSorts,
    idColumn: 'documentation_entry.id',
    prepare: async (_tx, _organizationId, values) => {
      const keys = new Set(legalRegister().map(({ key }) => key));
      if ((values['legalTexts'] as string[]).some((key) => !keys.has(key))) throw invalidInput('legalTexts', 'referencedResourceNotFound');
      return { ...values, searchText: searchText(values['title'] as string, values['source'] as string | undefined, values['note'] as string | undefined) };
    },
    exportColumns: ['title', 'kind', 'source', 'datedOn', 'receivedOn', 'legalTexts', 'norms', 'address', 'fileName', 'note'],
    exportCodes: { kind: 'kinds' },
  });

  const api = app.withTypeProvider<ZodTypeProvider>();
  const path = '/organizations/:organizationId/documentationEntries/:id/file';
  const found = async (request: { access: { scope: Parameters<typeof services.db.tx>[0] }; params: { organizationId: string; id: string } }) => {
    const entry = await services.db.tx(request.access.scope, (tx) => store.fileOf(tx, request.params.organizationId, request.params.id));
    if (!entry) throw new Problem('resourceNotFound');
    return entry;
  };

  api.get(
    path,
    {
      config: { action: 'documentation.read' },
      schema: { operationId: 'downloadDocumentation', tags, summary: 'The file of an entry', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
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
      config: { action: 'documentation.write' },
      schema: {
        operationId: 'giveDocumentationFile',
        tags,
        summary: 'Give an entry its file (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before',
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
        const kind = await fileKindOf(bytes, accepted);
        await services.db.tx(request.access.scope, async (tx) => {
          const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
          await store.setFile(tx, organizationId, id, version, fileId);
        });
      });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    path,
    {
      config: { action: 'documentation.write' },
      schema: { operationId: 'removeDocumentationFile', tags, summary: 'Take the file of an entry away', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      await found(request);
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => store.setFile(tx, request.params.organizationId, request.params.id, version, null));
      return reply.status(204).send() as never;
    },
  );
};
