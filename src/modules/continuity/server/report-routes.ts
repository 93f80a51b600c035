import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord, insertRecord } from '../../../server/db/records.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import type { Services } from '../../../server/services.ts';
import { runResults } from '../backup.ts';
import { PastedReport, ProgramReport, ReportRuleInput, ruleFrom, SortedReport } from '../report.ts';
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

  const ToSort = z.object({ items: z.array(z.object({ id: z.uuid(), sender: z.string(), subject: z.string(), text: z.string(), receivedAt: z.string() })) }).meta({ id: 'BackupReportsToSort' });
  api.get(
    '/organizations/:organizationId/backupReports',
    {
      config: { action: 'continuity.record' },
      schema: { operationId: 'listBackupReports', tags, summary: 'Reports that no rule could read, the newest first', params: OrganizationPath, response: responses({ 200: ToSort }) },
    },
    async (request) => {
      const rows = await db.tx(request.access.scope, (tx) => store.reportsToSort(tx, request.params.organizationId));
      return { items: rows.map(({ id, sender, subject, text, receivedAt }) => ({ id, sender, subject, text, receivedAt: receivedAt.toISOString() })) };
    },
  );

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
        response: responses({ 200: z.object({ outcome: z.enum(['taken', 'toSort']) }).meta({ id: 'BackupReportRead' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const report = { ...request.body, receivedAt: services.now() };
      return db.tx(request.access.scope, async (tx) => {
        if ((await store.takeReport(tx, organizationId, report)) === 'taken') return { outcome: 'taken' as const };
        await store.keepReport(tx, organizationId, report, 'toSort');
        return { outcome: 'toSort' as const };
      });
    },
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
        if (rule) await insertRecord(tx, 'backupReportRule', organizationId, ruleFrom(planId, report, result));
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
