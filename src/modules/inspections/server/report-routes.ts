import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { attachment } from '../../../server/files.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { auditModel } from '../report.ts';
import { words } from '../words.ts';
import { findingsWithActions } from './report-store.ts';
import * as store from './store.ts';

const SummaryQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf'), language: DocumentLanguage.optional() });

/** An audit as a document: its findings and what became of them, as the register says that instant. */
export const registerAuditSummary = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/inspections/:id/summary',
    {
      config: { action: 'inspection.read' },
      schema: {
        operationId: 'downloadInspectionSummary',
        tags: ['inspections'],
        summary: 'The findings of an audit and their follow-up, as PDF or Word',
        params: RecordPath,
        querystring: SummaryQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const { facts, language, slug } = await services.db.tx(request.access.scope, async (tx) => {
        const organization = await findOrganization(tx, organizationId);
        const audit = organization && (await store.readInspection(tx, organizationId, id));
        if (!organization || !audit) throw new Problem('resourceNotFound');
        const asked = request.query.language ?? organization.documentLanguage;
        const { address } = organization;
        return {
          language: asked,
          slug: organization.slug,
          facts: {
            ...audit,
            centre: { name: inLanguage(organization.name, asked), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
            services: (await store.servicesOf(tx, organizationId, audit.serviceIds)).map(({ name }) => name),
            findings: await findingsWithActions(tx, organizationId, id),
          },
        };
      });
      const bytes = Buffer.from(await render(auditModel(facts, language, today(services)), format));
      return reply
        .type(fileKinds[format])
        .headers(attachment(`${slug}-${words[language].file}-${(facts.heldOn ?? facts.plannedOn ?? '').slice(0, 10)}.${format}`, bytes.length))
        .send(bytes) as never;
    },
  );
};
