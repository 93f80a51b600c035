import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { registerModel, registerSheet } from '../disposal-register.ts';
import { disposalWords } from '../disposal-words.ts';
import { registerLines } from './disposal-store.ts';

/** The register of disposals, as a document: every signed order with its devices. */
export const registerDisposalRegister = (app: FastifyInstance, { db, now }: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/disposalRegister',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'downloadDisposalRegister',
        tags: ['inventories'],
        summary: 'The register of disposals (PDF, Word; Excel with one line for each device), in a language',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf'), language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, language: asked } = request.query;
      const day = today({ now });
      const { organization, lines } = await db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        await tellExport(tx, organizationId, 'disposal');
        return { organization: found, lines: await registerLines(tx, organizationId) };
      });
      const language = asked ?? organization.documentLanguage;
      const { address } = organization;
      const register = { centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] }, lines };
      const bytes = Buffer.from(format === 'xlsx' ? await writeWorkbook([registerSheet(register, language)]) : await render(registerModel(register, language, day), format));
      return reply
        .type(format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : mediaTypes[format])
        .headers(attachment(`${organization.slug}-${disposalWords[language].files.register}-${day}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
