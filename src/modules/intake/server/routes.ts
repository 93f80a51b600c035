import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language } from '../../../kernel/language.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { rolesIn } from '../../../server/db/roles.ts';
import { removeFile } from '../../../server/db/files.ts';
import { attachment, readFileBytes, storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { NoContent, OrganizationPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { SpreadsheetError } from '../../../server/spreadsheet/error.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { createTask, taskHref, workTasks } from '../../../server/tasks.ts';
import { describeIssue } from '../issue.ts';
import { describeFileError } from '../report.ts';
import { intakeTemplate } from '../template.ts';
import { intakeTexts } from '../texts.ts';
import type { Writer } from './further.ts';
import { type IntakeResult, type IntakeStep, runIntake } from './service.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What the task of an intake is given. */
type Input = { fileId: string; dryRun: boolean; confirmed: boolean; language: Language };
const steps: readonly IntakeStep[] = ['reading', 'checking', 'writing', 'done'];

// The name under which the trail knows the workbook: without signs that do not print or that part folders.
const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(0, 120) || 'intake.xlsx';

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
        headers: IdempotencyHeader,
        querystring: z.strictObject({
          dryRun: z.enum(['true', 'false']).default('true'),
          confirmed: z.enum(['true', 'false']).default('false').describe('The workbook is of this centre although its names, municipality or numbers differ'),
        }),
        response: responses({ 202: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope, account } = request.access;
      const { id } = await withUpload(request, ({ name, bytes }) =>
        services.db.tx(scope, (tx) =>
          once(tx, request, organizationId, {
            make: async () => {
              const file = await storeFile(tx, organizationId, { name: cleanName(name), mediaType: xlsx, bytes });
              const input: Input = { fileId: file.id, dryRun: request.query.dryRun === 'true', confirmed: request.query.confirmed === 'true', language: account!.language as Language };
              return { id: await createTask(services, tx, scope, { organizationId, kind: 'intake', input }) };
            },
            find: async (task) => ({ id: task }),
            content: bytes,
          }),
        ),
      );
      return reply
        .status(202)
        .header('location', taskHref(services, organizationId, id))
        .send(undefined) as never;
    },
  );
};

/** Does the intakes of the queue on this node. The workbook is deleted with the end of the task: what it said stands in the registers. */
export const workIntakes = (services: Services): Promise<void> =>
  workTasks(
    services,
    'intake',
    async ({ organizationId, scope, input, progress, finish }) => {
      const { fileId, dryRun, confirmed, language } = input as Input;
      const { bytes } = await readFileBytes(services.db, scope, organizationId, fileId);
      const refused = (what: string, code: string) => ({ report: { written: false, issues: [{ where: '', what, remedy: '', severity: 'error', code }] } });
      try {
        const writer = await writerOf(services, organizationId, scope.actor.id);
        const result = await runIntake(
          services.db,
          scope.actor,
          bytes,
          { organizationId },
          {
            dryRun,
            confirmed,
            today: today(services),
            writer,
            progress: (step) => progress(steps.indexOf(step), steps.length - 1),
            written: (tx, done) => finish(tx, inWords(done, language)),
          },
        );
        return inWords(result, language);
      } catch (error) {
        if (error instanceof SpreadsheetError) return refused(describeFileError(error.code, language), error.code);
        const code = error instanceof Problem ? error.issues?.[0]?.code : undefined;
        if (code === 'ownMandate' || code === 'guardedMandate') return refused(intakeTexts[language].refused[code], code);
        throw error;
      }
    },
    (tx, organizationId, input) => removeFile(tx, organizationId, (input as Input).fileId),
  );

const inWords = (result: IntakeResult, language: Language) => {
  const issues = result.issues.map((issue) => ({
    ...describeIssue(issue, language),
    severity: issue.severity,
    code: issue.code,
    ...(issue.sheet ? { sheet: issue.sheet } : {}),
    ...(issue.cell ? { cell: issue.cell } : {}),
    ...(issue.column ? { column: issue.column } : {}),
  }));
  return { report: { written: result.written, issues, ...(result.report ? { counts: result.report } : {}) } };
};

/** Who asked, with the roles they have now; they may have lost them since they asked. */
const writerOf = async (services: Services, organizationId: string, accountId: string | undefined): Promise<Writer> => {
  const roles = accountId ? await rolesIn(services.db.kysely, accountId, today(services), organizationId) : [];
  if (!accountId || !can({ accountId, roles, installation: [] }, 'intake.run')) throw new Problem('missingPermission');
  return { accountId, roles };
};
