import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language } from '../../../kernel/language.ts';
import { type Issue, Problem } from '../../../kernel/problem.ts';
import { installationId } from '../../../server/db/database.ts';
import { attachment } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import type { Services } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { FrameworkId, FrameworkVersion } from '../framework.ts';
import { frameworkTemplate } from '../import-template.ts';
import type { Fault } from '../import.ts';
import { frameworkScope } from './framework-routes.ts';
import { ImportPlan } from './framework-schemas.ts';
import { describePlan, keepImport, planImport } from './import.ts';
import { readImport } from './import-file.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const issueOf = ({ code, path, line, cell, value, parameters }: Fault): Issue => ({
  type: 'urn:problem-type:belgif:input-validation:invalidInput',
  in: 'body',
  name: cell ?? path ?? 'file',
  code,
  ...(value === undefined ? {} : { value }),
  ...(parameters || line !== undefined ? { parameters: { ...parameters, ...(line === undefined ? {} : { line }) } } : {}),
});

/** Frameworks and mappings out of files of others, and the template of a questionnaire. */
export const registerFrameworkImports = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/frameworkTemplate',
    {
      config: { action: 'framework.read' },
      schema: {
        operationId: 'getFrameworkTemplate',
        tags: ['norms'],
        summary: 'The empty workbook of a questionnaire (XLSX), with its explanations',
        querystring: z.strictObject({ language: Language.default('fr') }),
        response: responses({ 200: z.any().describe('The workbook') }),
      },
    },
    async (request, reply) => {
      const bytes = await writeWorkbook(frameworkTemplate(request.query.language));
      return reply
        .headers(attachment(`beffroi-norms-${request.query.language}.xlsx`, bytes.length))
        .type(xlsx)
        .send(Buffer.from(bytes)) as never;
    },
  );

  api.post(
    '/frameworkImports',
    {
      config: { action: 'framework.manage' },
      schema: {
        operationId: 'importFramework',
        tags: ['norms'],
        summary: 'Import frameworks and mappings from a file (multipart field `file`: YAML, JSON or XLSX), all of it or nothing; with dryRun, only see what it would do',
        consumes: ['multipart/form-data'],
        headers: IdempotencyHeader,
        querystring: z.strictObject({
          dryRun: z.enum(['true', 'false']).default('true'),
          id: FrameworkId.optional().describe('Instead of the id that the file gives'),
          version: FrameworkVersion.optional().describe('Instead of the version that the file gives'),
          language: Language.default('en').describe('Of a catalogue, which does not say its own'),
        }),
        response: responses({ 200: ImportPlan }),
      },
    },
    async (request) => {
      const { dryRun, id, version, language } = request.query;
      const scope = frameworkScope(request);
      return withUpload(request, async ({ bytes }) => {
        // Read before the transaction: nothing but SQL belongs inside.
        const reading = await readImport(bytes, language);
        return services.db.tx(
          scope,
          async (tx) => {
            const plan = await planImport(tx, reading, { id, version });
            if (dryRun === 'true') return { kept: false, ...describePlan(plan) };
            if (plan.faultsInAll > 0) throw new Problem('badRequest', { issues: plan.faults.map(issueOf) });
            await once(tx, request, installationId, {
              make: async () => ({ id: (await keepImport(tx, plan, request.access.account?.accountId, services.now())) ?? installationId }),
              // What was kept is planned anew, and is known.
              find: async (row) => ({ id: row }),
              content: bytes,
            });
            return { kept: true, ...describePlan(plan) };
          },
          { seconds: 30 },
        );
      });
    },
  );
};
