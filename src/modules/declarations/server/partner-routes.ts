import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { collection, OrganizationPath, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { partnerStates } from '../declaration.ts';
import { listPartners, type PartnerRow, partnerSorts } from './partner-store.ts';

const tags = ['declarations'];
const base = '/organizations/:organizationId/declarationPartners';
const Partner = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().optional(),
    state: z.enum(partnerStates),
    since: z.string(),
    waitsSince: z.string(),
    askedSince: z.string().optional(),
    signedOn: z.string().optional(),
    signatory: z.string().optional(),
    declarationId: z.uuid().optional(),
    coveredBy: z.string().optional(),
  })
  .meta({ id: 'DeclarationPartner' });
const sorts = ['state', 'name'] as const;
const filters = { supplierId: z.uuid().toLowerCase().optional(), state: z.enum(partnerStates).optional() };

/** The suppliers and partners of a centre, and which of them has signed, is bound by its contract, or is without either. */
export const registerDeclarationPartners = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.get(
    base,
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'listDeclarationPartners',
        tags,
        summary: 'The suppliers and partners that work for the centre, and where each stands',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(sorts), ...filters }),
        response: responses({ 200: Page(Partner).meta({ id: 'DeclarationPartners' }) }),
      },
    },
    async (request) => {
      const { after, pageSize, sort, ...asked } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage<PartnerRow>(listPartners(tx, request.params.organizationId, asked, today(services)), partnerSorts, sql.ref('partner.id'), { after, pageSize, sort }, 'withRows'),
      );
      return collection(url, request.url, page, page.items, pageSize) as never;
    },
  );

  api.get(
    `${base}/export`,
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'exportDeclarationPartners',
        tags,
        summary: 'Export where suppliers and partners stand, as CSV or XLSX',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...asked } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'partner-undertakings',
        domain: 'declarations',
        columns: ['supplierName', 'state', 'waitsSince', 'signedOn', 'signatory', 'coveredBy'],
        codes: { state: 'partnerStates' },
        query: (tx) => ordered(listPartners(tx, organizationId, asked, today(services)).select('partner.name as supplierName'), partnerSorts, sql.ref('partner.id'), sort),
        event: { organizationId, table: 'declaration' },
      }) as never;
    },
  );
};
