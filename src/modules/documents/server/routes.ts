import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { closePdf } from '../../../documents/pdf.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { type DocumentKind, documentKinds, mediaTypes } from '../document.ts';
import { type CentreDocuments, composeDraft, readCentreDocuments, readVersion } from './compose.ts';
import { libraryText } from './library.ts';
import { presentDocument, presentVersion } from './present.ts';
import { render } from './render.ts';
import { ApprovalData, Document, Documents, FormatQuery, KindPath, LanguageChoice, LanguageQuery, Preview, VerificationData, Version } from './schemas.ts';
import { approve, verify } from './service.ts';
import { readsWhole, shownTo } from './shown.ts';
import * as store from './store.ts';

const tags = ['documents'];

/** The documents of a centre: their kinds, drafts, approval, verification and files. */
export const registerDocuments = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  app.addHook('onClose', closePdf);
  const read = (request: FastifyRequest, organizationId: string, language?: DocumentLanguage, kind?: DocumentKind): Promise<CentreDocuments> =>
    db.tx(request.access.scope, (tx) => readCentreDocuments(tx, organizationId, today(services), language, kind));
  const found = async (tx: Tx, organizationId: string, id: string): Promise<store.VersionRow> => {
    const row = await store.findVersion(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  /** A version with its verifications, as every route that changes one answers. */
  const whole = (request: FastifyRequest, organizationId: string, id: string) =>
    db.tx(request.access.scope, async (tx) => {
      const row = await found(tx, organizationId, id);
      const clocks = await readClocks(tx, [organizationId]);
      return {
        ...presentVersion(url, organizationId, request.access.actor, row, clocks.ruleIn('policyVerified', organizationId)),
        verifications: await store.listVerifications(tx, organizationId, id),
      };
    });

  api.get(
    '/organizations/:organizationId/documents',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'listDocuments',
        tags,
        summary: 'List the documents of a centre with their state',
        params: OrganizationPath,
        querystring: LanguageQuery,
        response: responses({ 200: Documents }),
      },
    },
    async (request) => {
      const centre = await read(request, request.params.organizationId, request.query.language);
      const items = documentKinds.map((kind) => {
        const { versions: _versions, missing, ...shown } = presentDocument(url, request.access.actor, centre, kind);
        return { ...shown, missing: missing.length };
      });
      return { self: `${url}${request.url}`, items, total: items.length, pageSize: items.length } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/documents/:kind',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'getDocument',
        tags,
        summary: 'Read a document: its versions and what its draft lacks',
        params: KindPath,
        querystring: LanguageQuery,
        response: responses({ 200: Document }),
      },
    },
    async (request) => {
      const { organizationId, kind } = request.params;
      return presentDocument(url, request.access.actor, await read(request, organizationId, request.query.language, kind), kind) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/documents/:kind/preview',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'previewDocument',
        tags,
        summary: 'The draft of a document as HTML, as the facts make it now',
        params: KindPath,
        querystring: LanguageQuery,
        response: responses({ 200: Preview }),
      },
    },
    async (request) => {
      const { organizationId, kind } = request.params;
      const { model, missing } = composeDraft(await read(request, organizationId, request.query.language, kind), kind);
      return { title: model.title, html: renderHtml(shownTo(request.access.actor, kind, model)), contentHash: contentHash(model), missing };
    },
  );

  api.post(
    '/organizations/:organizationId/documents/:kind/drafts',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'draftDocument',
        tags,
        summary: 'Open the draft of the next version, or bring the open one to today',
        params: KindPath,
        body: LanguageChoice,
        response: responses({ 200: Version, 201: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, kind } = request.params;
      const { id, created } = await db.tx(request.access.scope, async (tx) => {
        const { language, day } = await readCentreDocuments(tx, organizationId, today(services), request.body.language, kind);
        return store.openDraft(tx, organizationId, { kind, language, libraryRevision: libraryText(kind, language).revision, draftedOn: day });
      });
      const shown = await whole(request, organizationId, id);
      reply.status(created ? 201 : 200).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/documentVersions/:id',
    { config: { action: 'document.read' }, schema: { operationId: 'getDocumentVersion', tags, summary: 'Read a version of a document', params: RecordPath, response: responses({ 200: Version }) } },
    async (request, reply) => sendVersioned(reply, await whole(request, request.params.organizationId, request.params.id)) as never,
  );

  api.get(
    '/organizations/:organizationId/documentVersions/:id/preview',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'previewDocumentVersion',
        tags,
        summary: 'A version as HTML: frozen as approved, or the draft as the facts make it now',
        params: RecordPath,
        response: responses({ 200: Preview }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const row = await found(tx, organizationId, id);
        const { model, missing } = await readVersion(tx, organizationId, row, today(services));
        return { title: model.title, html: renderHtml(shownTo(request.access.actor, row.kind, model)), contentHash: contentHash(model), missing };
      });
    },
  );

  api.get(
    '/organizations/:organizationId/documentVersions/:id/file',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'downloadDocumentVersion',
        tags,
        summary: 'A version as PDF or Word: the frozen bytes once approved, a marked draft before; drawn anew without it for whoever may not read what is private in it',
        params: RecordPath,
        querystring: FormatQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const { actor, scope } = request.access;
      const row = await db.tx(scope, (tx) => found(tx, organizationId, id));
      const fileId = format === 'pdf' ? row.pdfFileId : row.docxFileId;
      reply.type(mediaTypes[format]);
      if (fileId && readsWhole(actor, row.kind)) {
        const { name, size, stream } = await openFile(db, scope, organizationId, fileId);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const { model, fileName } = await db.tx(scope, (tx) => readVersion(tx, organizationId, row, today(services)));
      const bytes = Buffer.from(await render(shownTo(actor, row.kind, model), format));
      return reply.headers(attachment(fileName(format))).send(bytes) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentVersions/:id/approve',
    {
      config: { action: 'document.approve' },
      schema: {
        operationId: 'approveDocumentVersion',
        tags,
        summary: 'Record who approved a draft, when and by which decision: it is frozen',
        params: RecordPath,
        body: ApprovalData,
        response: responses({ 200: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { previewHash, ...approval } = request.body;
      await approve(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), approval, previewHash);
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentVersions/:id/verify',
    {
      config: { action: 'document.verify' },
      schema: {
        operationId: 'verifyDocumentVersion',
        tags,
        summary: 'Close the yearly verification: nothing to change',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: VerificationData,
        response: responses({ 200: Version }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const make = (tx: Tx) => verify(tx, organizationId, id, today(services), request.body).then(() => ({ id }));
      await db.tx(request.access.scope, (tx) => once(tx, request, organizationId, { make: () => make(tx), find: async (record) => ({ id: record }) }));
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/documentVersions/:id',
    { config: { action: 'document.draft' }, schema: { operationId: 'deleteDocumentDraft', tags, summary: 'Delete a draft', params: RecordPath, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => store.deleteDraft(tx, organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );
};
