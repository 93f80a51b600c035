import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { ApprovalInput } from '../meeting.ts';
import { approveMinutes, fileName, mediaTypes, modelOf, readMeeting, render } from './minutes.ts';
import { FileQuery, Preview, PreviewQuery } from './schemas.ts';

const tags = ['platform'];

/** Convocations and minutes as documents, and the approval that freezes minutes. */
export const registerMinutes = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/platformMeetings/:id/preview',
    {
      config: { action: 'platform.read' },
      schema: { operationId: 'previewPlatformMeeting', tags, summary: 'The minutes or the convocation as HTML', params: RecordPath, querystring: PreviewQuery, response: responses({ 200: Preview }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { document, language } = request.query;
      const day = today(services);
      const model = modelOf(await db.tx(request.access.scope, (tx) => readMeeting(tx, organizationId, id, day, language)), document, day);
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.get(
    '/organizations/:organizationId/platformMeetings/:id/file',
    {
      config: { action: 'platform.read' },
      schema: {
        operationId: 'downloadPlatformMeeting',
        tags,
        summary: 'The minutes or the convocation as PDF or Word: the frozen bytes once the minutes are approved',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { document, language, format } = request.query;
      const day = today(services);
      const read = await db.tx(request.access.scope, (tx) => readMeeting(tx, organizationId, id, day, language));
      const frozen = document === 'minutes' ? (format === 'pdf' ? read.meeting.pdfFileId : read.meeting.docxFileId) : null;
      reply.type(mediaTypes[format]);
      if (frozen) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, frozen);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(await render(modelOf(read, document, day), format));
      return reply.headers(attachment(fileName(read.slug, read.meeting, document, read.language, format))).send(bytes) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/platformMeetings/:id/approve',
    {
      config: { action: 'platform.approve' },
      schema: {
        operationId: 'approvePlatformMinutes',
        tags,
        summary: 'Record that the minutes were approved, at the next meeting or by those present: they are frozen',
        params: RecordPath,
        body: ApprovalInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await approveMinutes(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );
};
