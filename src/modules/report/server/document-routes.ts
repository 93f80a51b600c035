import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import type { DocumentModel } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { planBeside } from '../../plan/server/service.ts';
import { ApprovalInput } from '../report.ts';
import { withPlan } from '../together.ts';
import { say } from '../words.ts';
import type { ReadHappenings } from './gather.ts';
import { refuseUnread } from './present.ts';
import { draftModel, fileName, modelOf, prepareApproval, type Read, readReport } from './report.ts';
import { FileQuery, Preview, PreviewQuery } from './schemas.ts';

const tags = ['report'];

/** Frozen in the language in which it was approved; in another, as the registers make it now. */
const inWords = (read: Read, language: DocumentLanguage, day: CivilDate): DocumentModel => (language === read.report.language ? modelOf(read, language, day) : draftModel(read, language, day));

/** The report as a document, and the approval that freezes it. */
export const registerReportDocuments = (app: FastifyInstance, services: Services, readHappenings: ReadHappenings): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  /** A report that the caller may read, in the language asked for or its own; with the plan beside it where that is asked. Throws resourceNotFound, missingPermission. */
  const readAsked = async (request: FastifyRequest, { organizationId, id }: { organizationId: string; id: string }, asked: { language?: DocumentLanguage | undefined; withPlan: 'true' | 'false' }) => {
    const { actor, scope } = request.access;
    const day = today(services);
    return db.tx(scope, async (tx) => {
      const read = await readReport(tx, organizationId, id, day, readHappenings);
      refuseUnread(actor, read.report);
      const language = asked.language ?? read.report.language;
      if (asked.withPlan === 'false') return { read, language, day };
      if (!can(actor, 'plan.read')) throw new Problem('missingPermission');
      return { read, language, day, joined: withPlan(inWords(read, language, day), await planBeside(tx, organizationId, read.report.year, language, day), day) };
    });
  };

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
      const { read, language, day, joined } = await readAsked(request, request.params, request.query);
      const model = joined ?? inWords(read, language, day);
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
      const { organizationId } = request.params;
      const { format } = request.query;
      const { read, language, day, joined } = await readAsked(request, request.params, request.query);
      const frozen = !joined && language === read.report.language ? (format === 'pdf' ? read.report.pdfFileId : read.report.docxFileId) : null;
      reply.type(mediaTypes[format]);
      if (frozen) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, frozen);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(await render(joined ?? draftModel(read, language, day), format));
      const name = joined ? `${read.slug}-${say(language, 'together.file')}-${read.report.year}.${format}` : fileName(read.slug, read.report.year, language, format);
      return reply.headers(attachment(name)).send(bytes) as never;
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
