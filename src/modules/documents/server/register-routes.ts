import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { collection, OrganizationPath, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { approvers, documentKinds } from '../document.ts';
import { registerCategories, registerShows, registerStates } from '../own.ts';
import { listRegister, ownCounts, type RegisterFilters, registerSorts } from './register-store.ts';

const tags = ['documents'];
const Line = z
  .object({
    id: z.uuid(),
    /** A generated document, or `own` with the id of the centre's own. */
    kind: z.enum([...documentKinds, 'own']),
    ownDocumentId: z.uuid().optional(),
    title: z.string(),
    category: z.enum(registerCategories),
    language: DocumentLanguage,
    yearlyReview: z.boolean(),
    inPolicy: z.boolean(),
    state: z.enum(registerStates),
    inForceId: z.uuid().optional(),
    number: z.int().optional(),
    decidedOn: z.string().optional(),
    decisionNumber: z.string().optional(),
    approver: z.enum(approvers).optional(),
    reviewDueOn: z.string().optional(),
    draftId: z.uuid().optional(),
    draftNumber: z.int().optional(),
    draftedOn: z.string().optional(),
  })
  .meta({ id: 'DocumentRegisterLine' });
const Lines = Page(Line)
  .extend({ own: z.object({ total: z.int(), inForce: z.int(), late: z.int(), drafts: z.int() }) })
  .meta({ id: 'DocumentRegister' });
const filters = {
  language: DocumentLanguage.optional(),
  category: z.enum(registerCategories).optional(),
  show: z.enum(registerShows).optional(),
  text: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !/\p{Cc}/u.test(text), 'invalidText')
    .optional(),
};
const sorts = ['order', 'title', 'since', 'review'] as const;
const id = sql.ref('document.id');

/** The register of documents: every document that there is or should be, in force or missing, generated or the centre's own. */
export const registerDocumentRegister = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  /** The generated documents are those of one language: the one asked for, else the centre's. */
  const asked = async (tx: Tx, organizationId: string, { language, ...rest }: Omit<RegisterFilters, 'language'> & { language?: DocumentLanguage | undefined }): Promise<RegisterFilters> => {
    const organization = await findOrganization(tx, organizationId);
    if (!organization) throw new Problem('resourceNotFound');
    return { ...rest, language: language ?? organization.documentLanguage };
  };

  api.get(
    '/organizations/:organizationId/documentRegister',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'listDocumentRegister',
        tags,
        summary: 'Every document that there is or should be, with its state',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(sorts), ...filters }),
        response: responses({ 200: Lines }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...rest } = request.query;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const page = await listPage<{ id: string }>(listRegister(tx, organizationId, await asked(tx, organizationId, rest), day), registerSorts, id, { after, pageSize, sort });
        return { ...collection(services.url, request.url, page, page.items, pageSize), own: await ownCounts(tx, organizationId, day) } as never;
      });
    },
  );

  api.get(
    '/organizations/:organizationId/documentRegister/export',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'exportDocumentRegister',
        tags,
        summary: 'Export the register of documents as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...rest } = request.query;
      const day = today(services);
      const known = await services.db.tx(request.access.scope, (tx) => asked(tx, organizationId, rest));
      return sendExport(services, request, reply, {
        format,
        name: 'documents',
        domain: 'documents',
        columns: ['title', 'category', 'language', 'state', 'number', 'decidedOn', 'decisionNumber', 'approver', 'reviewDueOn', 'draftNumber', 'draftedOn'],
        codes: { category: 'categories', state: 'registerStates', approver: 'approvers' },
        query: (tx) => ordered(listRegister(tx, organizationId, known, day), registerSorts, id, sort),
        event: { organizationId, table: 'document_version' },
      }) as never;
    },
  );
};
