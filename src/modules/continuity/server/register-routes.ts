import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { mediaTypes } from '../../documents/server/service.ts';
import { registerWords } from '../register-words.ts';
import { drawRegister, readRegister, registerFormats } from './register.ts';

/** The register of backups, restore tests, exercises, outages and copies outside, as a document. */
export const registerBackupRegister = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/backupRegister',
    {
      config: { action: 'continuity.read' },
      schema: {
        operationId: 'downloadBackupRegister',
        tags: ['continuity'],
        summary: 'The register of backups with their runs by month, objectives, restore tests, exercises, outages and copies of the plan outside (PDF, Word, Excel), in a language',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(registerFormats).default('pdf'), language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { format, language: asked } = request.query;
      const day = today(services);
      const { organizationId } = request.params;
      const { facts, slug, language } = await services.db.tx(request.access.scope, async (tx) => {
        await tellExport(tx, organizationId, 'backup_plan');
        return readRegister(tx, organizationId, day, services.now(), asked);
      });
      const bytes = Buffer.from(await drawRegister(facts, language, day, format));
      const mediaType = format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : mediaTypes[format];
      return reply
        .type(mediaType)
        .headers(attachment(`${slug}-${registerWords(language).file}-${day}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
