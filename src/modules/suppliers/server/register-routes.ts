import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { registerWords } from '../register.ts';
import { drawRegister, readRegister, registerFormats } from './dossier-parts.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The register of suppliers with their clauses, as a document. */
export const registerSupplierRegister = (app: FastifyInstance, { db, now }: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/supplierRegister',
    {
      config: { action: 'supplier.read' },
      schema: {
        operationId: 'downloadSupplierRegister',
        tags: ['suppliers'],
        summary: 'The register of suppliers with their clauses (PDF, Word, Excel), in a language',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(registerFormats).default('pdf'), language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { format, language: asked } = request.query;
      const day = today({ now });
      const { organizationId } = request.params;
      const { facts, slug, language } = await db.tx(request.access.scope, async (tx) => {
        await tellExport(tx, organizationId, 'supplier');
        return readRegister(tx, organizationId, day, asked);
      });
      const bytes = Buffer.from(await drawRegister(facts, language, day, format));
      return reply
        .type(mediaTypes[format])
        .headers(attachment(`${slug}-${registerWords(language).file}-${day}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
