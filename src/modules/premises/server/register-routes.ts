import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { registerWords } from '../register.ts';
import { drawPremises, premisesFormats, readPremises } from './dossier-parts.ts';

/** The register of the premises as it is today, as a document. */
export const registerPremisesRegister = (app: FastifyInstance, { db, now }: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/premisesRegister',
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'downloadPremisesRegister',
        tags: ['premises'],
        summary: 'Zones and who enters them, keys, protections and rounds (PDF, Word, Excel), in a language; no visitor is in it',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(premisesFormats).default('pdf'), language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { format, language: asked } = request.query;
      const day = today({ now });
      const { organizationId } = request.params;
      const { facts, slug, language } = await db.tx(request.access.scope, async (tx) => {
        await tellExport(tx, organizationId, 'zone');
        return readPremises(tx, organizationId, day, asked);
      });
      const bytes = Buffer.from(await drawPremises(facts, language, day, format));
      return reply
        .type(fileKinds[format])
        .headers(attachment(`${slug}-${registerWords(language).file}-${day}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
