import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { rolesOf } from '../../../server/db/roles.ts';
import { removeFile } from '../../../server/db/files.ts';
import { attachment, readFileBytes, storeFile } from '../../../server/files.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { SpreadsheetError } from '../../../server/spreadsheet/error.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { createTask, taskHref, workTasks } from '../../../server/tasks.ts';
import { describeIssue } from '../issue.ts';
import { describeFileError } from '../report.ts';
import { intakeTemplate } from '../template.ts';
import { intakeTexts } from '../texts.ts';
import { type IntakeStep, runIntake, type Writer } from './service.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const steps: readonly IntakeStep[] = ['reading', 'checking', 'writing', 'done'];

// The name under which the trail knows the workbook: without signs that do not print or that part folders.
const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(0, 120) || 'intake.xlsx';

// What the parser throws without a status is a body that was cut or never was multipart.
const refuseUnreadable = (error: unknown): never => {
  throw (error as { statusCode?: number }).statusCode ? error : new Problem('badRequest', { detail: 'The file did not arrive whole' });
};

/** The intake workbook: the empty one, and entering a filled one as a task whose report names every fault by sheet and cell. */
export const registerIntake = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/intakeTemplate',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'getIntakeTemplate',
        tags: ['intake'],
        summary: 'The empty intake workbook (XLSX), with its explanations',
        querystring: z.strictObject({ language: Language.default('fr') }),
        response: responses({ 200: z.any().describe('The workbook') }),
      },
    },
    async (request, reply) => {
      const bytes = await writeWorkbook(intakeTemplate(request.query.language));
      return reply
        .headers(attachment(`beffroi-${request.query.language}.xlsx`, bytes.length))
        .type(xlsx)
        .send(Buffer.from(bytes)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/intakes',
    {
      config: { action: 'intake.run' },
      schema: {
        operationId: 'runIntake',
        tags: ['intake'],
        summary: 'Enter a filled workbook (multipart field `file`); with dryRun, only see what it would do',
        consumes: ['multipart/form-data'],
        params: OrganizationPath,
        querystring: z.strictObject({
          dryRun: z.enum(['true', 'false']).default('true'),
          confirmed: z.enum(['true', 'false']).default('false').describe('The workbook is of this centre although its names, municipality or numbers differ'),
        }),
        response: responses({ 202: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const part = await request.file().catch(refuseUnreadable);
      if (part?.fieldname !== 'file') throw new Problem('badRequest', { issues: [{ type: 'urn:problem-type:belgif:input-validation:schemaViolation', in: 'body', name: 'file', code: 'required' }] });
      const bytes = await part.toBuffer().catch(refuseUnreadable);
      const file = await services.db.tx(request.access.scope, (tx) => storeFile(tx, organizationId, { name: cleanName(part.filename), mediaType: xlsx, bytes }));
      const input = { fileId: file.id, dryRun: request.query.dryRun === 'true', confirmed: request.query.confirmed === 'true', language: request.access.account!.language };
      const id = await createTask(services, request.access.scope, { organizationId, kind: 'intake', input });
      return reply
        .status(202)
        .header('location', taskHref(services, organizationId, id))
        .send(undefined) as never;
    },
  );
};

/** Does the intakes of the queue on this node. The workbook is deleted afterwards: what it said stands in the registers. */
export const workIntakes = (services: Services): Promise<void> =>
  workTasks(services, 'intake', async ({ organizationId, scope, input, progress }) => {
    const { fileId, dryRun, confirmed, language } = input as { fileId: string; dryRun: boolean; confirmed: boolean; language: Language };
    const { bytes } = await readFileBytes(services.db, scope, organizationId, fileId);
    const refused = (what: string, code: string) => ({ report: { written: false, issues: [{ where: '', what, remedy: '', severity: 'error', code }] } });
    try {
      const writer = await writerOf(services, organizationId, scope.actor.id);
      const result = await runIntake(
        services.db,
        scope.actor,
        bytes,
        { organizationId },
        { dryRun, confirmed, today: today(services), writer, progress: (step) => progress(steps.indexOf(step), steps.length - 1) },
      );
      const issues = result.issues.map((issue) => ({
        ...describeIssue(issue, language),
        severity: issue.severity,
        code: issue.code,
        ...(issue.sheet ? { sheet: issue.sheet } : {}),
        ...(issue.cell ? { cell: issue.cell } : {}),
        ...(issue.column ? { column: issue.column } : {}),
      }));
      return { report: { written: result.written, issues, ...(result.report ? { counts: result.report } : {}) } };
    } catch (error) {
      if (error instanceof SpreadsheetError) return refused(describeFileError(error.code, language), error.code);
      const code = error instanceof Problem ? error.issues?.[0]?.code : undefined;
      if (code === 'ownMandate' || code === 'guardedMandate') return refused(intakeTexts[language].refused[code], code);
      throw error;
    } finally {
      await services.db.tx(scope, (tx) => removeFile(tx, organizationId, fileId));
    }
  });

/** Who asked, with the roles they have now; they may have lost them since they asked. */
const writerOf = async (services: Services, organizationId: string, accountId: string | undefined): Promise<Writer> => {
  const { links } = accountId ? await rolesOf(services, accountId) : { links: [] };
  const roles = links.find((link) => link.organizationId === organizationId)?.roles ?? [];
  if (!accountId || !can({ accountId, roles, installation: [] }, 'intake.run')) throw new Problem('missingPermission');
  return { accountId, roles };
};
