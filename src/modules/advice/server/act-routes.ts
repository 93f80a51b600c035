import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { DecisionInput } from '../../../kernel/reasoned-decision.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { SendingInput, stateOf, TellingInput, WithdrawalInput } from '../advice.ts';
import { decideAdvice, fileName, mediaTypes, modelOf, readAdvice, readRegister, render, sendAdvice } from './advising.ts';
import { shown } from './routes.ts';
import { FileQuery, Preview, PreviewQuery, RegisterQuery } from './schemas.ts';
import * as store from './store.ts';

const tags = ['advice'];

/** What is done with an advice: sent, decided on, told of, withdrawn; its letters, and the register of a year, as documents. */
export const registerAdviceActs = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/advices/:id/preview',
    {
      config: { action: 'advice.read' },
      schema: { operationId: 'previewAdvice', tags, summary: 'The advice, or the decision on it, as HTML', params: RecordPath, querystring: PreviewQuery, response: responses({ 200: Preview }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { document, language } = request.query;
      const day = today(services);
      const model = await db.tx(request.access.scope, async (tx) => {
        await refuseDraft(shown(tx, services, request, organizationId, id));
        return modelOf(tx, organizationId, await readAdvice(tx, organizationId, id, day, language), document, day, language);
      });
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.get(
    '/organizations/:organizationId/advices/:id/file',
    {
      config: { action: 'advice.read' },
      schema: {
        operationId: 'downloadAdvice',
        tags,
        summary: 'The advice, or the decision on it, as PDF or Word: the frozen bytes once it is sent or taken',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { document, language, format } = request.query;
      const day = today(services);
      const { read, model } = await db.tx(request.access.scope, async (tx) => {
        await refuseDraft(shown(tx, services, request, organizationId, id));
        const found = await readAdvice(tx, organizationId, id, day, language);
        return { read: found, model: await modelOf(tx, organizationId, found, document, day, language) };
      });
      const { row } = read;
      const files = document === 'advice' ? { pdf: row.pdfFileId, docx: row.docxFileId } : { pdf: row.decisionPdfFileId, docx: row.decisionDocxFileId };
      reply.type(mediaTypes[format]);
      // In another language than the frozen one, it is drawn anew.
      if (files[format] && model.contentHash) {
        const { name, size, stream } = await openFile(db, request.access.scope, organizationId, files[format]);
        return reply.headers(attachment(name, size)).send(stream) as never;
      }
      const bytes = Buffer.from(await render(model, format));
      return reply.headers(attachment(fileName(read.slug, row, document, model.language, format), bytes.length)).send(bytes) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/adviceRegisters/file',
    {
      config: { action: 'advice.read' },
      schema: {
        operationId: 'downloadAdviceRegister',
        tags,
        summary: 'The register of the advice of a year as PDF or Word',
        params: OrganizationPath,
        querystring: RegisterQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { year, language, format } = request.query;
      const { model, name } = await db.tx(request.access.scope, (tx) => readRegister(tx, organizationId, year, today(services), language));
      const bytes = Buffer.from(await render(model, format));
      return reply
        .type(mediaTypes[format])
        .headers(attachment(`${name}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/advices/:id/send',
    {
      config: { action: 'advice.write' },
      schema: {
        operationId: 'sendAdvice',
        tags,
        summary: 'Send an advice to the daily manager: it takes its number and is frozen',
        params: RecordPath,
        body: SendingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await sendAdvice(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/advices/:id/decide',
    {
      config: { action: 'advice.decide' },
      schema: {
        operationId: 'decideAdvice',
        tags,
        summary: 'Follow an advice, follow it in part or depart from it, with reasons: the decision is told and frozen',
        params: RecordPath,
        body: DecisionInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await decideAdvice(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/advices/:id/tell',
    {
      config: { action: 'advice.tell' },
      schema: {
        operationId: 'tellAdvice',
        tags,
        summary: 'Say when a decision that was taken elsewhere was told to whoever gave the advice',
        params: RecordPath,
        body: TellingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { toldOn } = request.body;
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findAdvice(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (!found.decidedOn || found.toldOn) throw new Problem('wrongState');
        if (toldOn > today(services)) throw invalidInput('toldOn', 'inTheFuture');
        if (toldOn < found.decidedOn) throw invalidInput('toldOn', 'beforeDecision');
        await store.tellAdvice(tx, organizationId, id, version, toldOn);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/advices/:id/withdraw',
    {
      config: { action: 'advice.write' },
      schema: {
        operationId: 'withdrawAdvice',
        tags,
        summary: 'Withdraw an advice that nobody has decided on; its number stays',
        params: RecordPath,
        body: WithdrawalInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findAdvice(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (stateOf(found) !== 'sent') throw new Problem('wrongState');
        await store.withdrawAdvice(tx, organizationId, id, version, today(services), request.body.reason);
      });
      return reply.status(204).send() as never;
    },
  );
};

/** A draft is shown as a document to whoever may change it. Throws resourceNotFound. */
const refuseDraft = async (advice: ReturnType<typeof shown>): Promise<void> => {
  const { sentOn, can } = await advice;
  if (!sentOn && !can.update) throw new Problem('resourceNotFound');
};
