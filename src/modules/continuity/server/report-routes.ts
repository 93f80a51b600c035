import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { listPage } from '../../../server/db/list.ts';
import { findRecord, insertRecord } from '../../../server/db/records.ts';
import { collection, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { runResults } from '../backup.ts';
import { PastedReport, ProgramReport, ReportRuleInput, ruleFrom, SortedReport } from '../report.ts';
import { reportOfFile } from './report-file.ts';
import * as store from './report-store.ts';

const tags = ['continuity'];

/** What backup programs tell by themselves: by a call, or by reports that rules read. */
export const registerBackupReports = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.post(
    '/organizations/:organizationId/backupPlans/:id/report',
    {
      config: { action: 'continuity.report' },
      schema: {
        operationId: 'reportBackupPlanRun',
        tags,
        summary: 'A backup program says how a run ended: of the planned run that had last begun. Said twice, it is recorded once',
        params: RecordPath,
        body: ProgramReport,
        response: responses({ 200: z.object({ plannedOn: z.string(), plannedTime: z.string(), result: z.enum(runResults) }).meta({ id: 'BackupProgramReported' }) }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { at, ...said } = request.body;
      // A token that is given to one backup knows of no other.
      if (request.access.backupPlanId && request.access.backupPlanId !== id) throw new Problem('missingScope');
      const moment = at ? new Date(at) : services.now();
      if (moment.getTime() > services.now().getTime() + 600_000) throw invalidInput('at', 'inTheFuture');
      return db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'backupPlan', organizationId, id))) throw new Problem('resourceNotFound');
        const run = await store.sayRun(tx, organizationId, id, { ...said, at: moment, source: 'program' });
        if (!run) throw invalidInput('at', 'notPlanned');
        return { plannedOn: run.on, plannedTime: run.time, result: run.result };
      });
    },
  );

  registerResource(app, services, {
    plural: 'backupReportRules',
    singular: 'backupReportRule',
    tag: 'continuity',
    table: 'backupReportRule',
    read: 'continuity.read',
    write: 'continuity.record',
    input: ReportRuleInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({ ...ReportRuleInput.shape, warningWords: z.array(z.string()), failedWords: z.array(z.string()), planName: z.string().optional() }),
    sorts: ['sender'],
    filters: {},
    list: (tx, organizationId) => store.listRules(tx, organizationId),
    orderBy: store.ruleSorts,
    idColumn: 'u.id',
    prepare: async (tx, organizationId, values) => {
      if (!(await findRecord(tx, 'backupPlan', organizationId, values['planId'] as string))) throw invalidInput('planId', 'planUnknown');
      return values;
    },
    exportColumns: ['planName', 'sender', 'subject', 'goodWords', 'warningWords', 'failedWords'],
  });

  const ToSort = Page(z.object({ id: z.uuid(), sender: z.string(), subject: z.string(), text: z.string(), receivedAt: z.string() })).meta({ id: 'BackupReportsToSort' });
  api.get(
    '/organizations/:organizationId/backupReports',
    {
      config: { action: 'continuity.record' },
      schema: {
        operationId: 'listBackupReports',
        tags,
        summary: 'Reports that no rule could read',
        params: OrganizationPath,
        querystring: z.strictObject(pageQuery(['receivedAt'])),
        response: responses({ 200: ToSort }),
      },
    },
    async (request) => {
      const { after, pageSize, sort } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage(store.listToSort(tx, request.params.organizationId), store.reportSorts, sql.ref('r.id'), { after, pageSize, sort: String(sort) }),
      );
      const items = page.items.map(({ id, sender, subject, text, receivedAt }) => ({ id, sender, subject, text, receivedAt: receivedAt.toISOString() }));
      return collection(services.url, request.url, page, items, pageSize) as never;
    },
  );

  const Read = z
    .object({
      outcome: z.enum(['taken', 'toSort', 'known']).describe('Its run was recorded, it waits to be sorted, or the same mail was given before'),
      subject: z.string(),
      run: z.object({ planId: z.uuid(), planName: z.string(), on: z.string(), time: z.string(), result: z.enum(runResults) }).optional(),
    })
    .meta({ id: 'BackupReportRead' });
  const take = (request: FastifyRequest, organizationId: string, report: store.Report) =>
    db.tx(request.access.scope, async (tx) => ({ subject: report.subject, ...(await store.takeGivenReport(tx, organizationId, report)) }));
  api.post(
    '/organizations/:organizationId/backupReports/read',
    {
      config: { action: 'continuity.record' },
      schema: {
        operationId: 'readBackupReport',
        tags,
        summary: 'Read a report that was pasted: by the rules, else it waits to be sorted',
        params: OrganizationPath,
        body: PastedReport,
        response: responses({ 200: Read }),
      },
    },
    async (request) => take(request, request.params.organizationId, { ...request.body, receivedAt: services.now() }),
  );
  api.post(
    '/organizations/:organizationId/backupReports/readFile',
    {
      config: { action: 'continuity.record' },
      schema: {
        operationId: 'readBackupReportFile',
        tags,
        summary: 'Read a report kept as a mail (multipart field `file`: .eml), as of when it was sent: by the rules, else it waits to be sorted; the same mail twice is taken once',
        consumes: ['multipart/form-data'],
        params: OrganizationPath,
        response: responses({ 200: Read }),
      },
    },
    async (request) => withUpload(request, async ({ name, bytes }) => take(request, request.params.organizationId, await reportOfFile(name ?? '', bytes, services.now()))),
  );

  api.post(
    '/organizations/:organizationId/backupReports/:id/sort',
    {
      config: { action: 'continuity.record' },
      schema: {
        operationId: 'sortBackupReport',
        tags,
        summary: 'Say to which backup a report belongs and how the run ended; the next ones like it are then read by a rule',
        params: RecordPath,
        body: SortedReport,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { planId, result, rule } = request.body;
      await db.tx(request.access.scope, async (tx) => {
        const kept = await findRecord(tx, 'backupReport', organizationId, id);
        if (!kept) throw new Problem('resourceNotFound');
        if (!(await findRecord(tx, 'backupPlan', organizationId, planId))) throw invalidInput('planId', 'planUnknown');
        if (!(await store.settleReport(tx, organizationId, id, 'taken', planId))) throw new Problem('wrongState');
        const report = { from: kept['sender'] as string, subject: kept['subject'] as string, text: kept['text'] as string };
        const note = result === 'good' ? undefined : report.subject;
        if (!(await store.sayRun(tx, organizationId, planId, { result, at: kept['receivedAt'] as Date, source: 'mail', note }))) throw invalidInput('planId', 'notPlanned');
        const made = rule ? ruleFrom(planId, report, result) : undefined;
        if (made) await insertRecord(tx, 'backupReportRule', organizationId, made);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/backupReports/:id/setAside',
    {
      config: { action: 'continuity.record' },
      schema: { operationId: 'setAsideBackupReport', tags, summary: 'A report says nothing of a backup', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await db.tx(request.access.scope, async (tx) => {
        if (!(await findRecord(tx, 'backupReport', organizationId, id))) throw new Problem('resourceNotFound');
        if (!(await store.settleReport(tx, organizationId, id, 'setAside'))) throw new Problem('wrongState');
      });
      return reply.status(204).send() as never;
    },
  );
};
