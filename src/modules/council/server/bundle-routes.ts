import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import type { Actor, CentreRole, InstallationRole } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Scope } from '../../../server/db/database.ts';
import { findTask } from '../../../server/db/tasks.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { createTask, taskHref, workTasks } from '../../../server/tasks.ts';
import { words } from '../words.ts';
import { makeBundle } from './bundle.ts';
import { bundleTask } from './bundle-store.ts';
import { Bundle, BundleAccepted, BundleData, BundleFileQuery } from './schemas.ts';
import { findSitting } from './store.ts';

const tags = ['council'];

/** What the task of a bundle leaves: it is the bundle's id too, so that nothing but bundles can be fetched as one. */
const Made = z.object({ location: z.string(), sittingId: z.uuid(), pdfFileId: z.uuid(), zipFileId: z.uuid(), pages: z.int(), parts: z.array(z.string()) });

/** The bundle of a sitting: everything that is put before it in one PDF, and the papers one by one in an archive. */
export const registerBundles = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.post(
    '/organizations/:organizationId/councilSittings/:id/bundles',
    {
      config: { action: 'council.write' },
      schema: {
        operationId: 'createCouncilBundle',
        tags,
        summary: 'Make the bundle of a sitting, with the papers as they stand now',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: BundleData,
        response: responses({ 202: BundleAccepted }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: sittingId } = request.params;
      const { scope, actor } = request.access;
      const { roles, installation, only } = actor;
      const { id } = await db.tx(scope, async (tx) => {
        if (!(await findSitting(tx, organizationId, sittingId, today(services)))) throw new Problem('resourceNotFound');
        return once(tx, request, organizationId, {
          make: async () => ({
            id: await createTask(services, tx, scope, { organizationId, kind: bundleTask, input: { sittingId, ...request.body, roles, installation, ...(only ? { only } : {}) } }),
          }),
          find: async (task) => ({ id: task }),
        });
      });
      const href = taskHref(services, organizationId, id);
      return reply.status(202).header('location', href).send({ id, href });
    },
  );

  const made = async (scope: Scope, organizationId: string, id: string): Promise<z.infer<typeof Made>> => {
    const task = await db.tx(scope, (tx) => findTask(tx, organizationId, id));
    if (task?.kind !== bundleTask || task.state !== 'done') throw new Problem('resourceNotFound');
    return Made.parse(task.result);
  };

  api.get(
    '/organizations/:organizationId/councilBundles/:id',
    { config: { action: 'council.read' }, schema: { operationId: 'getCouncilBundle', tags, summary: 'Read what a bundle holds', params: RecordPath, response: responses({ 200: Bundle }) } },
    async (request) => {
      const { organizationId, id } = request.params;
      const { sittingId, pages, parts, pdfFileId, zipFileId } = await made(request.access.scope, organizationId, id);
      const href = `${url}/api/beffroi/v1/organizations/${organizationId}/councilBundles/${id}`;
      const file = async (fileId: string, part: 'pdf' | 'zip') => {
        const { name, size, sha256, stream } = await openFile(db, request.access.scope, organizationId, fileId);
        stream.destroy();
        return { href: `${href}/file?part=${part}`, name, size, sha256 };
      };
      return { id, href, sittingId, pages, parts, pdf: await file(pdfFileId, 'pdf'), zip: await file(zipFileId, 'zip') };
    },
  );

  api.get(
    '/organizations/:organizationId/councilBundles/:id/file',
    {
      config: { action: 'council.read' },
      schema: {
        operationId: 'downloadCouncilBundle',
        tags,
        summary: 'Download a bundle: one PDF, or the papers in an archive',
        params: RecordPath,
        querystring: BundleFileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { pdfFileId, zipFileId } = await made(request.access.scope, organizationId, id);
      const { name, size, mediaType, stream } = await openFile(db, request.access.scope, organizationId, request.query.part === 'pdf' ? pdfFileId : zipFileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );
};

const Input = z.object({ sittingId: z.uuid(), language: DocumentLanguage.optional(), roles: z.array(z.string()), installation: z.array(z.string()), only: z.array(z.string()).optional() });

/** Makes the bundles that are asked for, on this node, with what the account that asked may read. */
export const workBundles = (services: Services): Promise<void> =>
  workTasks(services, bundleTask, async ({ organizationId, taskId, scope, input, progress, finish }) => {
    const { sittingId, language, roles, installation, only } = Input.parse(input);
    const actor: Actor = { accountId: scope.actor.id, roles: roles as CentreRole[], installation: installation as InstallationRole[], ...(only ? { only } : {}) };
    const bundle = await makeBundle(services, scope, actor, organizationId, { sittingId, language }, progress);
    const stem = `${bundle.slug}-${words[bundle.language].file.bundle}-${bundle.heldOn}`;
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(bundle.pdf), `${stem}.pdf`, { mtime: services.now() });
    for (const { name, bytes } of bundle.papers) zip.addBuffer(Buffer.from(bytes), name, { mtime: services.now() });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return services.db.tx(
      scope,
      async (tx) => {
        const { id: pdfFileId } = await storeFile(tx, organizationId, { name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: bundle.pdf });
        const { id: zipFileId } = await storeFile(tx, organizationId, { name: `${stem}.zip`, mediaType: 'application/zip', bytes: Buffer.concat(chunks) });
        const location = `/organizations/${organizationId}/councilBundles/${taskId}`;
        const result = { location, sittingId, pdfFileId, zipFileId, pages: bundle.pages, parts: bundle.papers.map(({ name }) => name) } satisfies z.infer<typeof Made>;
        await finish(tx, result);
        return result;
      },
      { seconds: 30 },
    );
  });
