import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { languages } from '../../../kernel/language.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { removeFile } from '../../../server/db/files.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AssessmentInput, AssignmentInput, ConfirmationInput } from '../assessment.ts';
import { FrameworkId, normById, wordsIn } from '../framework.ts';
import { answersToExport, listRows } from './assessment-norm-store.ts';
import { readOverview } from './assessment-overview.ts';
import { presentHead, presentRows } from './assessment-present.ts';
import { Assessment, Assessments, NormRows } from './assessment-schemas.ts';
import { assignNorms, confirmNorms, frameworkOf, openAssessment } from './assessment-service.ts';
import * as store from './assessment-store.ts';
import { filesOfAssessment } from './evidence-store.ts';

const tags = ['norms'];
const Closing = z.strictObject({ closesOn: CivilDate.nullable().optional() }).meta({ id: 'AssessmentPatch', example: { closesOn: '2027-02-28' } });

/** The assessments of a centre: opened for a year, handed out, confirmed; their answers are in answer-routes.ts. */
export const registerAssessments = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const whole = (request: FastifyRequest, organizationId: string, id: string) =>
    db.tx(request.access.scope, (tx) => readOverview(tx, { url, organizationId, actor: request.access.actor, today: today(services) }, id));

  api.get(
    '/organizations/:organizationId/assessments',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'listAssessments',
        tags,
        summary: 'The assessments of a centre, the newest year first',
        params: OrganizationPath,
        querystring: z.strictObject({ year: z.coerce.number().int().min(1990).max(2199).optional(), frameworkId: FrameworkId.optional() }),
        response: responses({ 200: Assessments }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { year, frameworkId } = request.query;
      const items = await db.tx(request.access.scope, async (tx) => {
        const shown = [];
        for (const row of await store.listAssessments(tx, organizationId, { year, framework: frameworkId }))
          shown.push(presentHead(url, organizationId, request.access.actor, row, await frameworkOf(tx, row)));
        return shown;
      });
      return collection(url, request.url, { total: items.length }, items, items.length) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/assessments',
    {
      config: { action: 'norm.write' },
      schema: {
        operationId: 'openAssessment',
        tags,
        summary: 'Open the assessment of a year, with last year’s answers where the norm is the same',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: AssessmentInput,
        response: responses({ 201: Assessment }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { id } = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => ({ id: await openAssessment(tx, organizationId, today(services), request.body) }),
          find: async (record) => ({ id: record }),
        }),
      );
      const shown = await whole(request, organizationId, id);
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/assessments/:id',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'getAssessment',
        tags,
        summary: 'Read an assessment: by chapter beside last year, what is weak, who owns what',
        params: RecordPath,
        response: responses({ 200: Assessment }),
      },
    },
    async (request, reply) => sendVersioned(reply, await whole(request, request.params.organizationId, request.params.id)) as never,
  );

  api.patch(
    '/organizations/:organizationId/assessments/:id',
    {
      config: { action: 'norm.write' },
      schema: {
        operationId: 'updateAssessment',
        tags,
        summary: 'Change the day by which an assessment closes (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: Closing,
        response: responses({ 200: Assessment }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { closesOn } = request.body;
      await db.tx(request.access.scope, async (tx) => {
        const { openedOn, closesOn: known } = await store.lockAssessment(tx, organizationId, id, ['opened', 'prepared', 'validated']);
        if (closesOn && closesOn < openedOn) throw invalidInput('closesOn', 'closesBeforeOpening');
        await store.setClosing(tx, organizationId, id, version, closesOn === undefined ? known : closesOn);
      });
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/assessments/:id',
    {
      config: { action: 'norm.write' },
      schema: { operationId: 'deleteAssessment', tags, summary: 'Take an open assessment away, with its answers', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        await store.lockAssessment(tx, organizationId, id);
        const files = await filesOfAssessment(tx, organizationId, id);
        await store.deleteAssessment(tx, organizationId, id, version);
        for (const file of files) await removeFile(tx, organizationId, file);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/assessments/:id/norms',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'listAssessmentNorms',
        tags,
        summary: 'The norms of an assessment with their answers, of one chapter or all',
        params: RecordPath,
        querystring: z.strictObject({ chapterId: z.string().min(1).max(100).optional() }),
        response: responses({ 200: NormRows }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const items = await db.tx(request.access.scope, async (tx) => {
        await store.findAssessment(tx, organizationId, id);
        const rows = await listRows(tx, organizationId, { assessmentId: id, chapterId: request.query.chapterId });
        return presentRows(tx, { url, organizationId, actor: request.access.actor, today: today(services), own: false }, rows);
      });
      return collection(url, request.url, { total: items.length }, items, items.length) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/assessments/:id/export',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'exportAssessment',
        tags,
        summary: 'Export the answers of an assessment as CSV or XLSX, whole',
        params: RecordPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { row, framework } = await db.tx(request.access.scope, async (tx) => {
        const found = await store.findAssessment(tx, organizationId, id);
        return { row: found, framework: await frameworkOf(tx, found) };
      });
      const language = languages.find((one) => one === request.access.account?.language) ?? 'fr';
      return sendExport(services, request, reply, {
        format: request.query.format,
        name: `${row.framework}-${row.year}`,
        domain: 'norms',
        columns: ['chapterId', 'normId', 'title', 'result', 'answers', 'documentation', 'implementation', 'reason', 'comment', 'evidence', 'ownerName', 'beforeResult'],
        codes: { result: 'results', beforeResult: 'results' },
        show: (one) => ({
          ...one,
          title: wordsIn(normById(framework, String(one['normId']))?.norm.title ?? {}, language).text,
          answers: Object.entries(one['answers'] as Record<string, boolean>)
            .flatMap(([guideline, followed]) => (followed ? [guideline] : []))
            .toSorted(),
        }),
        query: (tx) => answersToExport(tx, organizationId, id),
        event: { organizationId, table: 'assessment' },
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/assessments/:id/assign',
    {
      config: { action: 'norm.write' },
      schema: {
        operationId: 'assignNorms',
        tags,
        summary: 'Hand a chapter or some norms out to a person, or take them back',
        params: RecordPath,
        body: AssignmentInput,
        response: responses({ 200: Assessment }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await db.tx(request.access.scope, (tx) => assignNorms(tx, organizationId, id, request.body));
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/assessments/:id/confirm',
    {
      config: { action: 'norm.write' },
      schema: {
        operationId: 'confirmNorms',
        tags,
        summary: 'Confirm answers that were taken over from last year, of a chapter or of some norms',
        params: RecordPath,
        body: ConfirmationInput,
        response: responses({ 200: Assessment }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await db.tx(request.access.scope, (tx) => confirmNorms(tx, organizationId, id, request.body, { at: services.now(), accountId: request.access.account?.accountId }));
      return sendVersioned(reply, await whole(request, organizationId, id)) as never;
    },
  );
};
