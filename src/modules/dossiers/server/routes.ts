import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Scope } from '../../../server/db/database.ts';
import { findTask } from '../../../server/db/tasks.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { createTask, taskHref, workTasks } from '../../../server/tasks.ts';
import { Dossier, DossierAsked, Part, TaskAccepted } from './schemas.ts';
import { recordDossier } from './store.ts';
import { writeDossier } from './write.ts';

const tags = ['dossiers'];
const taskKind = 'dossier';

/** What the task of a dossier leaves: it is the dossier's id too, so that nothing but dossiers can be fetched as one. */
const Made = z.object({
  location: z.string(),
  fileId: z.uuid(),
  language: DocumentLanguage,
  parts: z.array(Part),
});

/** The dossier of a centre: all its documents in one archive, made as a task. */
export const registerDossiers = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.post(
    '/organizations/:organizationId/dossiers',
    {
      config: { action: 'document.dossier' },
      schema: {
        operationId: 'createDossier',
        tags,
        summary: 'Make an archive of all documents, with an index and checksums',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: DossierAsked,
        response: responses({ 202: TaskAccepted }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const { id } = await db.tx(scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => ({ id: await createTask(services, tx, scope, { organizationId, kind: taskKind, input: request.body }) }),
          find: async (task) => ({ id: task }),
        }),
      );
      const href = taskHref(services, organizationId, id);
      return reply.status(202).header('location', href).send({ id, href });
    },
  );

  const made = async (scope: Scope, organizationId: string, id: string) => {
    const task = await db.tx(scope, (tx) => findTask(tx, organizationId, id));
    if (task?.kind !== taskKind || task.state !== 'done') throw new Problem('resourceNotFound');
    const result = Made.parse(task.result);
    return { ...result, ...(await openFile(db, scope, organizationId, result.fileId)) };
  };

  api.get(
    '/organizations/:organizationId/dossiers/:id',
    { config: { action: 'document.dossier' }, schema: { operationId: 'getDossier', tags, summary: 'Read what a dossier holds', params: RecordPath, response: responses({ 200: Dossier }) } },
    async (request) => {
      const { organizationId, id } = request.params;
      const { language, parts, name, size, sha256, stream } = await made(request.access.scope, organizationId, id);
      stream.destroy();
      const href = `${url}/api/beffroi/v1/organizations/${organizationId}/dossiers/${id}`;
      return { id, href, language, name, size, sha256, file: `${href}/file`, parts };
    },
  );

  api.get(
    '/organizations/:organizationId/dossiers/:id/file',
    {
      config: { action: 'document.dossier' },
      schema: { operationId: 'downloadDossier', tags, summary: 'Download a dossier', params: RecordPath, response: responses({ 200: z.any().describe('The archive') }) },
    },
    async (request, reply) => {
      const { name, size, mediaType, stream } = await made(request.access.scope, request.params.organizationId, request.params.id);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );
};

/** Makes the dossiers that are asked for, on this node. */
export const workDossiers = (services: Services): Promise<void> =>
  workTasks(services, taskKind, async ({ organizationId, taskId, scope, input, progress, finish }) => {
    const { language, parts, name, bytes } = await zipDossier(services, scope, organizationId, DocumentLanguage.optional().parse(input['language']), progress);
    return services.db.tx(scope, async (tx) => {
      await recordDossier(tx, organizationId, language);
      const { id: fileId } = await storeFile(tx, organizationId, { name, mediaType: 'application/zip', bytes });
      const made = { location: `/organizations/${organizationId}/dossiers/${taskId}`, fileId, language, parts } satisfies z.infer<typeof Made>;
      await finish(tx, made);
      return made;
    });
  });

const zipDossier = async (services: Services, scope: Scope, organizationId: string, language: DocumentLanguage | undefined, progress: (done: number, total: number) => Promise<void>) => {
  const zip = new ZipFile();
  const written = await writeDossier(services, scope, organizationId, language, async (name, bytes) => zip.addBuffer(Buffer.from(bytes), name, { mtime: services.now() }), progress);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return {
    language: written.language,
    parts: written.entries.map(({ title, draft, path, missing, files }) => ({ title, draft, path, missing: [...missing], files: [...files] })),
    name: `${written.slug}-${written.language}-${written.day}.zip`,
    bytes: Buffer.concat(parts),
  };
};
