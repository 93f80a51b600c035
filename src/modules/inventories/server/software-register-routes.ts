import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { ordered } from '../../../server/db/list.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type SoftwareFacts, softwareModel, softwareSheet, softwareWords } from '../software-register.ts';
import { listSoftware, softwareSorts } from './software-store.ts';

/** The software in use with its licences, as a document. */
export const registerSoftwareRegister = (app: FastifyInstance, { db, now }: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/softwareRegister',
    {
      config: { action: 'inventory.read' },
      schema: {
        operationId: 'downloadSoftwareRegister',
        tags: ['inventories'],
        summary: 'The software in use with its licences (PDF, Word, Excel), in a language',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf'), language: DocumentLanguage.optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, language: asked } = request.query;
      const day = today({ now });
      const { organization, products } = await db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        const rows = await ordered(listSoftware(tx, organizationId, {}, day), softwareSorts, sql.ref('s.id'), 'name').execute();
        return { organization: found, products: rows as unknown as SoftwareFacts[] };
      });
      const language = asked ?? organization.documentLanguage;
      const { address } = organization;
      const register = { centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] }, products };
      const bytes = Buffer.from(format === 'xlsx' ? await writeWorkbook([softwareSheet(register, language)]) : await render(softwareModel(register, language, day), format));
      return reply
        .type(format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : mediaTypes[format])
        .headers(attachment(`${organization.slug}-${softwareWords(language).file}-${day}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
