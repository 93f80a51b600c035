import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contentHash } from '../../../documents/content.ts';
import { renderHtml } from '../../../documents/html.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { DecisionInput } from '../../../kernel/reasoned-decision.ts';
import { attachment } from '../../../server/files.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { expectedVersion, mergePatch, NoContent, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { MeasureInput, NoticeSendingInput, NoticeWithdrawalInput, stateOf } from '../infringement.ts';
import { decideNotice, fileName, mediaTypes, modelOf, readNotice, sendNotice } from './noticing.ts';
import { knowsAs, shown } from './routes.ts';
import { FileQuery, Infringement, Preview, PreviewQuery } from './schemas.ts';
import * as store from './store.ts';

const tags = ['infringements'];

/** What is done with a notice: sent, decided on, withdrawn; its letters; the measures that follow. */
export const registerInfringementActs = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.get(
    '/organizations/:organizationId/infringements/:id/preview',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: { operationId: 'previewInfringement', tags, summary: 'The notice, or the decision on it, as HTML', params: RecordPath, querystring: PreviewQuery, response: responses({ 200: Preview }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { document, language } = request.query;
      knowsAs(request, organizationId);
      const day = today(services);
      const model = await db.tx(request.access.scope, async (tx) => {
        const read = await readNotice(tx, organizationId, id, day, language);
        const frozen = await store.findLetter(tx, organizationId, id, document, 'pdf');
        return frozen && (language === undefined || frozen.language === language) ? frozen.model : modelOf(read, document, day);
      });
      return { title: model.title, html: renderHtml(model), contentHash: contentHash(model) };
    },
  );

  api.get(
    '/organizations/:organizationId/infringements/:id/file',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: {
        operationId: 'downloadInfringement',
        tags,
        summary: 'The notice, or the decision on it, as PDF or Word: the frozen bytes once it is sent or taken',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { document, language, format } = request.query;
      knowsAs(request, organizationId);
      const day = today(services);
      const { read, frozen } = await db.tx(request.access.scope, async (tx) => ({
        read: await readNotice(tx, organizationId, id, day, language),
        frozen: await store.findLetter(tx, organizationId, id, document, format),
      }));
      const kept = frozen && (language === undefined || frozen.language === language) ? frozen.bytes : undefined;
      const bytes = kept ?? Buffer.from(await render(modelOf(read, document, day), format));
      return reply
        .type(mediaTypes[format])
        .headers(attachment(fileName(read.slug, document, read.language, format), bytes.length))
        .send(bytes) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/infringements/:id/send',
    {
      config: { action: 'infringement.write', confidential: true },
      schema: {
        operationId: 'sendInfringement',
        tags,
        summary: 'Send a notice to its addressee alone: it takes its number and is frozen',
        params: RecordPath,
        body: NoticeSendingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      knowsAs(request, organizationId, 'adviser');
      await sendNotice(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/infringements/:id/decide',
    {
      config: { action: 'infringement.decide', confidential: true },
      schema: {
        operationId: 'decideInfringement',
        tags,
        summary: 'Follow the advice of a notice, follow it in part or depart from it, with reasons',
        params: RecordPath,
        body: DecisionInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const roles = knowsAs(request, organizationId);
      const { addressee } = await db.tx(request.access.scope, (tx) => shown(tx, services, request, organizationId, id));
      if (!roles.includes(addressee)) throw new Problem('missingPermission');
      await decideNotice(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body);
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/infringements/:id/withdraw',
    {
      config: { action: 'infringement.write', confidential: true },
      schema: {
        operationId: 'withdrawInfringement',
        tags,
        summary: 'Withdraw a notice that nobody has decided on; its number stays',
        params: RecordPath,
        body: NoticeWithdrawalInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      knowsAs(request, organizationId, 'adviser');
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await store.findInfringement(tx, organizationId, id);
        if (!found) throw new Problem('resourceNotFound');
        if (stateOf(found) !== 'sent') throw new Problem('wrongState');
        await store.withdrawInfringement(tx, organizationId, id, version, today(services), request.body.reason);
      });
      return reply.status(204).send() as never;
    },
  );

  const refuse = ({ doneOn }: MeasureInput): void => {
    if (doneOn && doneOn > today(services)) throw invalidInput('doneOn', 'inTheFuture');
  };
  api.post(
    '/organizations/:organizationId/infringements/:id/actions',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: {
        operationId: 'createInfringementAction',
        tags,
        summary: 'Add a measure that follows from a notice; it stands in no plan (answers the notice)',
        params: RecordPath,
        body: MeasureInput,
        response: responses({ 201: Infringement }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      refuse(request.body);
      const made = await db.tx(request.access.scope, async (tx) => {
        const notice = await shown(tx, services, request, organizationId, id);
        if (!notice.can.act) throw new Problem('wrongState');
        await store.insertMeasure(tx, organizationId, id, notice.addressee, request.body);
        return shown(tx, services, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId/infringementActions/:id',
    {
      config: { action: 'infringement.read', confidential: true },
      schema: {
        operationId: 'updateInfringementAction',
        tags,
        summary: 'Change a measure, or say when and how it was carried out (JSON Merge Patch; answers the notice)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'InfringementActionPatch' }),
        response: responses({ 200: Infringement }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      knowsAs(request, organizationId);
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const before = await store.findMeasure(tx, organizationId, id);
        if (!before) throw new Problem('resourceNotFound');
        const current = Object.fromEntries(
          Object.keys(MeasureInput.shape).flatMap((key) => ((before as Record<string, unknown>)[key] === null ? [] : [[key, (before as Record<string, unknown>)[key]]])),
        );
        const result = MeasureInput.safeParse(mergePatch(current, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        refuse(result.data);
        const notice = await shown(tx, services, request, organizationId, before.infringementId);
        if (!notice.can.act) throw new Problem('wrongState');
        await store.updateMeasure(tx, organizationId, id, version, result.data);
        return shown(tx, services, request, organizationId, before.infringementId);
      });
      return sendVersioned(reply, changed) as never;
    },
  );
};
