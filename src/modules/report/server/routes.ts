import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { ReadHappenings } from './gather.ts';
import { ReportInput, ReportPatch, type ReportState, TextInput } from '../report.ts';
import { refuseUnread, shownReport, shownSummary, shownText } from './present.ts';
import { readReport } from './report.ts';
import { Report, reportQuery, Reports, ReportText, WordsQuery } from './schemas.ts';
import * as store from './store.ts';

const tags = ['report'];

/** The yearly reports of a centre: begun, written section by section, put before the council. */
export const registerReports = (app: FastifyInstance, services: Services, readHappenings: ReadHappenings): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.get(
    '/organizations/:organizationId/yearlyReports',
    {
      config: { action: 'report.read' },
      schema: { operationId: 'listYearlyReports', tags, summary: 'List the yearly reports', params: OrganizationPath, querystring: reportQuery, response: responses({ 200: Reports }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listReports(tx, organizationId, can(request.access.actor, 'advice.read')), store.reportSorts, sql.ref('r.id'), { after, pageSize, sort }),
      );
      const items = (page.items as unknown as { id: string; state: ReportState }[]).map((row) => shownSummary(url, organizationId, request.access.actor, row));
      return collection(url, request.url, page, items, pageSize) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/yearlyReports',
    {
      config: { action: 'report.write' },
      schema: {
        operationId: 'createYearlyReport',
        tags,
        summary: 'Begin the report of a year, in the language of the centre’s documents',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ReportInput,
        response: responses({ 201: Report }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const day = today(services);
      const { year } = request.body;
      if (year > Number(day.slice(0, 4))) throw invalidInput('year', 'inTheFuture');
      const shown = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            const organization = await findOrganization(tx, organizationId);
            if (!organization) throw new Problem('resourceNotFound');
            if ((await store.yearsTaken(tx, organizationId)).includes(year)) throw new Problem('alreadyExists');
            return { id: await store.insertReport(tx, organizationId, { year, language: organization.documentLanguage, begunOn: day }) };
          },
          find: async (record) => ({ id: record }),
        });
        const read = await readReport(tx, organizationId, id, day, readHappenings);
        return shownReport(url, organizationId, request.access.actor, read, read.report.language);
      });
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/yearlyReports/:id',
    {
      config: { action: 'report.read' },
      schema: {
        operationId: 'getYearlyReport',
        tags,
        summary: 'Read a report: its texts beside what the registers say of the year',
        params: RecordPath,
        querystring: WordsQuery,
        response: responses({ 200: Report }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const read = await db.tx(request.access.scope, (tx) => readReport(tx, organizationId, id, today(services), readHappenings));
      refuseUnread(request.access.actor, read.report);
      return sendVersioned(reply, shownReport(url, organizationId, request.access.actor, read, request.query.language ?? read.report.language)) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId/yearlyReports/:id',
    {
      config: { action: 'report.write' },
      schema: {
        operationId: 'updateYearlyReport',
        tags,
        summary: 'Put a report before the council, or take it back (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: ReportPatch,
        response: responses({ 200: Report }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      const { submittedOn } = request.body;
      const shown = await db.tx(request.access.scope, async (tx) => {
        const report = await store.findReport(tx, organizationId, id);
        if (!report) throw new Problem('resourceNotFound');
        if (report.decidedOn) throw new Problem('wrongState');
        if (submittedOn && submittedOn > day) throw invalidInput('submittedOn', 'inTheFuture');
        if (submittedOn && submittedOn < report.begunOn) throw invalidInput('submittedOn', 'submittedBeforeBegun');
        await store.submitReport(tx, organizationId, id, version, submittedOn);
        const read = await readReport(tx, organizationId, id, day, readHappenings);
        return shownReport(url, organizationId, request.access.actor, read, read.report.language);
      });
      return sendVersioned(reply, shown) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/yearlyReports/:id',
    {
      config: { action: 'report.write' },
      schema: { operationId: 'deleteYearlyReport', tags, summary: 'Delete a report that is not before the council', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const report = await store.findReport(tx, organizationId, id);
        if (!report) throw new Problem('resourceNotFound');
        if (report.submittedOn || report.decidedOn) throw new Problem('wrongState');
        await store.deleteReport(tx, organizationId, id, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/reportTexts/:id',
    {
      config: { action: 'report.read' },
      schema: { operationId: 'getReportText', tags, summary: 'Read the text of a section', params: RecordPath, response: responses({ 200: ReportText }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { text, language } = await db.tx(request.access.scope, async (tx) => {
        const found = await store.findText(tx, organizationId, id);
        const report = (await store.findReport(tx, organizationId, found.reportId))!;
        refuseUnread(request.access.actor, report);
        return { text: found, language: report.language };
      });
      return sendVersioned(reply, shownText(url, organizationId, request.access.actor, text, language)) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/reportTexts/:id',
    {
      config: { action: 'report.write' },
      schema: {
        operationId: 'writeReportText',
        tags,
        summary: 'Write the text of a section: paragraphs, lists, bold and italic',
        params: RecordPath,
        body: TextInput,
        response: responses({ 200: ReportText }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { scope } = request.access;
      const { text, language } = await db.tx(scope, async (tx) => {
        const before = await store.findText(tx, organizationId, id);
        if (before.decidedOn) throw new Problem('wrongState');
        const writtenBy = scope.actor.kind === 'account' ? (scope.actor.id ?? null) : null;
        await store.writeText(tx, organizationId, id, version, { body: request.body.body.trim(), writtenAt: services.now(), writtenBy });
        return { text: await store.findText(tx, organizationId, id), language: (await store.findReport(tx, organizationId, before.reportId))!.language };
      });
      return sendVersioned(reply, shownText(url, organizationId, request.access.actor, text, language)) as never;
    },
  );
};
