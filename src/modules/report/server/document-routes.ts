import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { ApprovalInput } from '../report.ts';
import type { ReadHappenings } from './gather.ts';
import { refuseUnread } from './present.ts';
import { draftModel, fileName, modelOf, prepareApproval, readReport } from './report.ts';
import { FileQuery, Preview, PreviewQuery } from './schemas.ts';

const tags = ['report'];

/** The report as a document, and the approval that freezes it. */
export const registerReportDocuments = (app: FastifyInstance, services: Services, readHappenings: ReadHappenings): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/yearlyReports/:id/preview',
    {
      config: { action: 'report.read' },
      schema: {
        operationId: 'previewYearlyReport',
        tags,
        summary: 'The report as HTML: frozen once approved; in another language, its texts stay as they were written',
        params: RecordPath,
        querystring: PreviewQuery,
        response: responses({ 200: Preview }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => readReport(tx, organizationId, id, day, readHappenings));
      refuseUnread(request.access.actor, read.report);
      const language = request.query.language ?? read.report.language;
      const model = language === read.report.language ? modelOf(read, language, day) : draftModel(read, language, day);
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model), language };
    },
  );

  api.get(
    '/organizations/:organizationId/yearlyReports/:id/file',
    {
      config: { action: 'report.read' },
      schema: {
        operationId: 'downloadYearlyReport',
        tags,
        summary: 'The report as PDF or Word: the frozen bytes once approved',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => readReport(tx, organizationId, id, day, readHappenings));
      refuseUnread(request.access.actor, read.report);
      const language = request.query.language ?? read.report.language;
      const frozen = language === read.report.language ? (format === 'pdf' ? read.report.pdfFileId : read.report.docxFileId) : null;
      reply.type(mediaTypes[format]);
      if (frozen) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, frozen);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(await render(draftModel(read, language, day), format));
      return reply.headers(attachment(fileName(read.slug, read.report.year, language, format))).send(bytes) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/yearlyReports/:id/approve',
    {
      config: { action: 'report.approve' },
      schema: {
        operationId: 'approveYearlyReport',
        tags,
        summary: 'Record that the council approved the report: it is frozen with its figures',
        params: RecordPath,
        body: ApprovalInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope } = request.access;
      const record = await prepareApproval(services, scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body, readHappenings);
      await db.tx(scope, record);
      return reply.status(204).send() as never;
    },
  );
};
