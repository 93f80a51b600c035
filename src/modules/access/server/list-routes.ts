import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, OrganizationPath, Page, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { RightLevel } from '../grant.ts';
import { differences, ListInput } from '../list.ts';
import { prepareList, readList } from './freeze.ts';
import { listContent, type ListRow, listLists } from './list-store.ts';

const tags = ['access'];
const formats = ['pdf', 'docx', 'xlsx'] as const;
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const List = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    number: z.int(),
    on: z.string(),
    reason: z.enum(['demand', 'review']),
    note: z.string().optional(),
    language: z.string(),
    people: z.int(),
    resources: z.int(),
    rights: z.int(),
    contentHash: z.string(),
    auditHead: z.string().optional(),
    frozenAt: z.string(),
    frozenByName: z.string().optional(),
  })
  .meta({ id: 'AccessList' });
const Lists = Page(List).meta({ id: 'AccessLists' });
const Differences = z
  .object({
    from: z.string(),
    to: z.string(),
    items: z.array(
      z.object({
        change: z.enum(['came', 'went', 'changed']),
        personId: z.uuid(),
        person: z.string(),
        resourceId: z.uuid(),
        resource: z.string(),
        level: RightLevel,
        until: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'AccessListDifferences' });

/** Frozen versions of the list of access rights: made on demand, read, downloaded, compared with each other or with today. */
export const registerAccessLists = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const shown = (organizationId: string, { pdfFileId: _pdf, docxFileId: _docx, xlsxFileId: _xlsx, frozenAt, ...row }: ListRow) => ({
    ...row,
    frozenAt: frozenAt.toISOString(),
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/accessLists/${row.id}`,
  });

  api.get(
    '/organizations/:organizationId/accessLists',
    {
      config: { action: 'access.lists' },
      schema: {
        operationId: 'listAccessLists',
        tags,
        summary: 'List the frozen versions of the list of access rights, the newest first',
        params: OrganizationPath,
        response: responses({ 200: Lists }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, (tx) => listLists(tx, organizationId));
      return collection(
        url,
        request.url,
        { total: rows.length },
        rows.map((row) => shown(organizationId, row)),
        rows.length,
      ) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessLists',
    {
      config: { action: 'access.freeze' },
      schema: {
        operationId: 'freezeAccessList',
        tags,
        summary: 'Freeze the list of access rights of today, or of a day before',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ListInput,
        response: responses({ 201: List }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope } = request.access;
      const { on, language, note } = request.body;
      const keep = await prepareList(services, scope, organizationId, { reason: 'demand', on: on ?? today(services), note, language });
      const { id } = await db.tx(scope, (tx) => once<{ id: string }>(tx, request, organizationId, { make: () => keep(tx), find: async (record) => ({ id: record }) }));
      const [row] = await db.tx(scope, (tx) => listLists(tx, organizationId, id));
      const list = shown(organizationId, row!);
      reply.status(201).header('location', list.href);
      return list as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessLists/:id',
    { config: { action: 'access.lists' }, schema: { operationId: 'getAccessList', tags, summary: 'Read what is known of a frozen list', params: RecordPath, response: responses({ 200: List }) } },
    async (request) => {
      const { organizationId, id } = request.params;
      const [row] = await db.tx(request.access.scope, (tx) => listLists(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      return shown(organizationId, row) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessLists/:id/differences',
    {
      config: { action: 'access.lists' },
      schema: {
        operationId: 'compareAccessLists',
        tags,
        summary: 'What changed since a frozen list: until another one, or until today',
        params: RecordPath,
        querystring: z.strictObject({ with: z.uuid().toLowerCase().optional() }),
        response: responses({ 200: Differences }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const other = request.query.with;
      const [before, after] = await db.tx(request.access.scope, async (tx) => [
        await listContent(tx, organizationId, id),
        other ? await listContent(tx, organizationId, other) : (await readList(tx, organizationId, today(services))).content,
      ]);
      if (!before || !after) throw new Problem('resourceNotFound');
      const [from, to] = before.on <= after.on ? [before, after] : [after, before];
      return { from: from.on, to: to.on, items: differences(from, to) } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessLists/:id/file',
    {
      config: { action: 'access.lists' },
      schema: {
        operationId: 'downloadAccessList',
        tags,
        summary: 'A frozen list as PDF, Word or Excel, as it was drawn then',
        params: RecordPath,
        querystring: z.strictObject({ format: z.enum(formats).default('pdf') }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const [row] = await db.tx(request.access.scope, (tx) => listLists(tx, organizationId, id));
      if (!row) throw new Problem('resourceNotFound');
      const { name, size, stream } = await openFile(db, request.access.scope, organizationId, { pdf: row.pdfFileId, docx: row.docxFileId, xlsx: row.xlsxFileId }[format]);
      return reply.type(mediaTypes[format]).headers(attachment(name, size)).send(stream) as never;
    },
  );
};
