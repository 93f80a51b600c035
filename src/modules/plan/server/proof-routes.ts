import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { cleanFileName, type FileKind, fileKindOf, fileKinds } from '../../../server/file-kind.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { ownOf } from './present.ts';
import { actionOf } from './record.ts';
import { type Own, setProof } from './store.ts';

const tags = ['plan'];
const accepted: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpg'];

/** The file that shows that an action was done: given by whoever keeps the plan, or answers for the action. */
export const registerProofs = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const receive = async (request: FastifyRequest, organizationId: string, id: string, own?: Own): Promise<void> => {
    await db.tx(request.access.scope, (tx) => actionOf(tx, organizationId, id, own));
    const version = expectedVersion(request.headers['if-match']);
    await withUpload(request, async ({ name, bytes }) => {
      const kind = await fileKindOf(bytes, accepted);
      await db.tx(request.access.scope, async (tx) => {
        const action = await actionOf(tx, organizationId, id, own);
        const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
        await setProof(tx, organizationId, action.id, version, fileId);
      });
    });
  };
  const summary = 'Give an action the file that shows that it was done (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before';

  api.get(
    '/organizations/:organizationId/planActions/:id/file',
    {
      config: { action: 'plan.read' },
      schema: { operationId: 'downloadPlanProof', tags, summary: 'The file that shows that an action was done', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { proofFileId } = await db.tx(request.access.scope, (tx) => actionOf(tx, organizationId, id));
      if (!proofFileId) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, proofFileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/planActions/:id/file',
    { config: { action: 'plan.write' }, schema: { operationId: 'givePlanProof', tags, summary, consumes: ['multipart/form-data'], params: RecordPath, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      await receive(request, request.params.organizationId, request.params.id);
      return reply.status(204).send() as never;
    },
  );

  api.put(
    '/organizations/:organizationId/ownActions/:id/file',
    { config: { action: 'action.own' }, schema: { operationId: 'giveOwnPlanProof', tags, summary, consumes: ['multipart/form-data'], params: RecordPath, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await receive(request, organizationId, id, ownOf(request, organizationId));
      return reply.status(204).send() as never;
    },
  );
};
