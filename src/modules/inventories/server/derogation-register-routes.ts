import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { ordered } from '../../../server/db/list.ts';
import { tellExport } from '../../../server/db/stream.ts';
import { attachment } from '../../../server/files.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { mediaTypes, render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type DerogationFacts, derogationsModel, derogationsSheet, derogationWords } from '../derogation-register.ts';
import { derogationSorts, listDerogations } from './derogation-store.ts';

/** The register of derogations of a year, as a document. */
export const registerDerogationRegister = (app: FastifyInstance, { db, now }: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/derogationRegister',
    {
      config: { action: 'derogation.read' },
      schema: {
        operationId: 'downloadDerogationRegister',
        tags: ['inventories'],
        summary: 'The register of derogations of a year (PDF, Word, Excel), in a language',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf'), language: DocumentLanguage.optional(), year: z.coerce.number().int().min(1990).max(2200).optional() }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, language: asked, year: askedYear } = request.query;
      const day = today({ now });
      const year = askedYear ?? Number(day.slice(0, 4));
      const { organization, derogations } = await db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        await tellExport(tx, organizationId, 'derogation');
        const rows = await ordered(listDerogations(tx, organizationId, { year }, day), derogationSorts, sql.ref('g.id'), 'number').execute();
        return { organization: found, derogations: rows as unknown as DerogationFacts[] };
      });
      const language = asked ?? organization.documentLanguage;
      const { address } = organization;
      const register = { centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] }, year, derogations };
      const bytes = Buffer.from(format === 'xlsx' ? await writeWorkbook([derogationsSheet(register, language)]) : await render(derogationsModel(register, language, day), format));
      return reply
        .type(format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : mediaTypes[format])
        .headers(attachment(`${organization.slug}-${derogationWords(language).file}-${year}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
