import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { approvers, documentStates, documentTransitions } from '../document.ts';
import { ownCategories, OwnDocumentInput, ownFileName, ownFormats, ownReviewDueOn } from '../own.ts';
import { approveOwn, deleteOwn, putOwnFile, readOwnFile, verifyOwn } from './own-service.ts';
import * as store from './own-store.ts';
import { ownDocuments, ownSorts } from './register-store.ts';
import { ApprovalData, VerificationData } from './schemas.ts';
import { listVerifications } from './store.ts';

const tags = ['documents'];
const OwnApproval = ApprovalData.omit({ previewHash: true }).meta({ id: 'OwnDocumentApprovalData', example: { decidedOn: '2026-11-24', decisionNumber: '2026/119', approver: 'council' } });

const Version = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    ownDocumentId: z.uuid(),
    title: z.string(),
    language: DocumentLanguage,
    number: z.int(),
    state: z.enum(documentStates),
    draftedOn: z.string(),
    decidedOn: z.string().optional(),
    decisionNumber: z.string().optional(),
    approver: z.enum(approvers).optional(),
    approvedAt: z.string().optional(),
    approvedBy: z.string().optional(),
    contentHash: z.string().optional(),
    auditHead: z.string().optional(),
    lastVerifiedOn: z.string().optional(),
    reviewDueOn: z.string().optional(),
    file: z.object({ href: z.string(), name: z.string(), format: z.enum(ownFormats), size: z.int(), sha256: z.string() }),
    verifications: z.array(z.object({ id: z.uuid(), verifiedOn: z.string(), note: z.string().optional() })).optional(),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'OwnDocumentVersion' });
const Versions = z.object({ self: z.string(), items: z.array(Version), total: z.int(), pageSize: z.int() }).meta({ id: 'OwnDocumentVersions' });

const present = (url: string, organizationId: string, actor: Actor, row: store.OwnVersionRow) => {
  const { fileId: _file, fileName, size, sha256, format, yearlyReview, ...shown } = row;
  const href = `${url}/api/beffroi/v1/organizations/${organizationId}/ownVersions/${row.id}`;
  const next = documentTransitions[row.state];
  return {
    ...shown,
    href,
    approvedAt: row.approvedAt?.toISOString(),
    reviewDueOn: row.state === 'approved' && row.decidedOn ? ownReviewDueOn(yearlyReview, row.decidedOn, row.lastVerifiedOn) : undefined,
    file: { href: `${href}/file`, name: fileName, format, size, sha256 },
    can: {
      approve: next.approve && can(actor, 'document.approve'),
      delete: next.delete && can(actor, 'document.draft'),
      verify: next.verify && yearlyReview && can(actor, 'document.verify'),
    },
  };
};

/** Documents of the centre's own: what they are, and their versions from the file that was given to the approval that freezes it. */
export const registerOwnDocuments = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const foundIn = async (tx: Tx, organizationId: string, id: string): Promise<store.OwnVersionRow> => {
    const row = await store.findOwnVersion(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const whole = (request: FastifyRequest, organizationId: string, id: string) =>
    db.tx(request.access.scope, async (tx) => {
      const row = await foundIn(tx, organizationId, id);
      return { ...present(url, organizationId, request.access.actor, row), verifications: await listVerifications(tx, organizationId, id) };
    });

  registerResource(app, services, {
    plural: 'ownDocuments',
    singular: 'ownDocument',
    tag: 'documents',
    table: 'ownDocument',
    read: 'document.read',
    write: 'document.draft',
    input: OwnDocumentInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({ ...OwnDocumentInput.shape, inPolicy: z.boolean(), yearlyReview: z.boolean() }),
    sorts: ['title'],
    filters: { category: z.enum(ownCategories).optional() },
    list: (tx, organizationId, filters) => ownDocuments(tx, organizationId, filters),
    orderBy: ownSorts,
    idColumn: 'own_document.id',
    exportColumns: ['title', 'category', 'language', 'inPolicy', 'yearlyReview', 'note'],
    exportCodes: { category: 'categories' },
  });

  api.get(
    '/organizations/:organizationId/ownDocuments/:id/versions',
    {
      config: { action: 'document.read' },
      schema: { operationId: 'listOwnDocumentVersions', tags, summary: 'The versions of a document of the centre’s own, newest first', params: RecordPath, response: responses({ 200: Versions }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const rows = await db.tx(request.access.scope, async (tx) => {
        if (!(await store.ownDocumentExists(tx, organizationId, id))) throw new Problem('resourceNotFound');
        return store.listOwnVersions(tx, organizationId, id);
      });
      const items = rows.map((row) => present(url, organizationId, request.access.actor, row));
      return { self: `${url}${request.url}`, items, total: items.length, pageSize: items.length } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownDocuments/:id/versions',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'giveOwnDocumentFile',
        tags,
        summary: 'Give a PDF or Word file (multipart field `file`): the draft of the next version, or the new file of the open draft',
        consumes: ['multipart/form-data'],
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 200: Version, 201: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope } = request.access;
      // Who may not find the document is told so before the file is looked at.
      await db.tx(scope, async (tx) => {
        if (!(await store.ownDocumentExists(tx, organizationId, id))) throw new Problem('resourceNotFound');
      });
      let created = false;
      const made = await withUpload(request, async ({ name, bytes }) => {
        const format = await readOwnFile(bytes);
        return db.tx(scope, (tx) =>
          once(tx, request, organizationId, {
            make: async () => {
              const put = await putOwnFile(tx, organizationId, id, { name, bytes, format }, today(services));
              ({ created } = put);
              return { id: put.id };
            },
            find: async (version) => ({ id: version }),
            content: bytes,
          }),
        );
      });
      const shown = await whole(request, organizationId, made.id);
      reply.status(created ? 201 : 200).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/ownVersions/:id',
    {
      config: { action: 'document.read' },
      schema: { operationId: 'getOwnDocumentVersion', tags, summary: 'Read a version of a document of the centre’s own', params: RecordPath, response: responses({ 200: Version }) },
    },
    async (request, reply) => sendVersioned(reply, await whole(request, request.params.organizationId, request.params.id)) as never,
  );

  api.get(
    '/organizations/:organizationId/ownVersions/:id/file',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'downloadOwnDocumentVersion',
        tags,
        summary: 'The file of a version: the frozen bytes once approved',
        params: RecordPath,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { row, slug } = await db.tx(request.access.scope, async (tx) => {
        const version = await foundIn(tx, organizationId, id);
        return { row: version, slug: (await findOrganization(tx, organizationId))?.slug ?? 'document' };
      });
      const { size, stream } = await openFile(db, request.access.scope, organizationId, row.fileId);
      return reply
        .type(fileKinds[row.format])
        .headers(attachment(ownFileName({ ...row, slug }, row.format), size))
        .send(stream) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownVersions/:id/approve',
    {
      config: { action: 'document.approve' },
      schema: {
        operationId: 'approveOwnDocumentVersion',
        tags,
        summary: 'Record who approved a draft, when and by which decision: its file is frozen',
        params: RecordPath,
        body: OwnApproval,
        response: responses({ 200: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope } = request.access;
      await db.tx(scope, (tx) => approveOwn(services, tx, scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body));
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownVersions/:id/verify',
    {
      config: { action: 'document.verify' },
      schema: {
        operationId: 'verifyOwnDocumentVersion',
        tags,
        summary: 'Close the yearly review: nothing to change',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: VerificationData,
        response: responses({ 200: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: () => verifyOwn(tx, organizationId, id, today(services), request.body).then(() => ({ id })),
          find: async (record) => ({ id: record }),
        }),
      );
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/ownVersions/:id',
    {
      config: { action: 'document.draft' },
      schema: { operationId: 'deleteOwnDocumentDraft', tags, summary: 'Delete a draft with its file', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => deleteOwn(tx, organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );
};
