import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { type Action, type Actor, can } from '../../../kernel/permissions.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { collection, OrganizationPath, Page, pageQuery, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { codeLabel } from '../../../server/texts.ts';
import * as store from './store.ts';

const Fields = z.object({
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
  token: z.string().optional().describe('The personal token of the program'),
});
// Codes, not words: each reader says them in their own language.
const Label = z.object({ kind: z.string().optional(), name: z.string().optional(), number: z.int().optional() });
const Entry = z.object({
  id: z.uuid(),
  at: z.string(),
  actorKind: z.string(),
  actorId: z.string().optional(),
  actorName: z.string().optional(),
  action: z.string(),
  table: z.string(),
  recordId: z.string(),
  recordVersion: z.int().optional(),
  fields: Fields.optional(),
  erasedAt: z.string().optional(),
  label: Label.optional().describe('What the record is called'),
  names: z.record(z.string(), Label).describe('What the records are called that the fields cite, by their ids'),
});
const Head = z.object({ number: z.int(), hash: z.string(), at: z.string() }).meta({ id: 'AuditHead' });

/** The audit trail of a centre: who changed what and when, and the head of its chain. */
export const registerAudit = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const Items = Page(Entry).extend({ head: Head.optional() }).meta({ id: 'AuditEntries' });
  const page = pageQuery(['at']);
  const query = z.strictObject({
    ...page,
    sort: page.sort.default('-at'),
    table: z
      .string()
      .regex(/^[a-z_]{1,60}$/)
      .optional(),
    recordId: z.uuid().optional(),
    actorId: z.uuid().optional(),
    action: z.enum(['insert', 'update', 'delete', 'export', 'import', 'dossier', 'erase']).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
  });
  const { after: _after, pageSize: _pageSize, ...wholeList } = query.shape;
  const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), ...wholeList });
  api.get(
    '/organizations/:organizationId/auditEntries/export',
    {
      config: { action: 'audit.read' },
      schema: {
        operationId: 'exportAuditEntries',
        tags: ['audit'],
        summary: 'Export the audit trail as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query as store.AuditFilters & { format: 'csv' | 'xlsx'; sort: string };
      return sendExport(services, request, reply, {
        format,
        name: 'auditEntries',
        domain: 'audit',
        columns: ['at', 'actorName', 'actorKind', 'action', 'table', 'label', 'recordId', 'before', 'after'],
        codes: { action: 'actions', actorKind: 'actors', table: 'tables' },
        query: (tx) => ordered(store.listEntries(tx, organizationId, filters), store.auditSorts, sql.ref('audit_entry.id'), sort),
        show: (row) => {
          const fields = readable(String(row['table']), row['fields'] as z.infer<typeof Fields> | null, request.access.actor);
          const label = row['label'] as store.Label | null;
          return { ...row, label: label && labelWords(String(row['table']), label, request.access.account?.language), before: fields?.before, after: fields?.after };
        },
        event: { organizationId, table: 'audit_entry' },
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/auditEntries',
    {
      config: { action: 'audit.read' },
      schema: { operationId: 'listAuditEntries', tags: ['audit'], summary: 'Who changed what and when', params: OrganizationPath, querystring: query, response: responses({ 200: Items }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query as store.AuditFilters & { after?: string; pageSize: number; sort: string };
      const { found, head, names } = await services.db.tx(request.access.scope, async (tx) => {
        const listed = await listPage<Listed>(store.listEntries(tx, organizationId, filters), store.auditSorts, sql.ref('audit_entry.id'), { after, pageSize, sort });
        return { found: listed, head: await store.chainHead(tx, organizationId), names: await store.citedNames(tx, organizationId, listed.items) };
      });
      const items = found.items.map((item) => ({ ...item, fields: readable(item.table, item.fields, request.access.actor), names: names(item.fields) }));
      return { ...collection(services.url, request.url, found, items, pageSize), ...(head ? { head } : {}) } as never;
    },
  );
};

type Listed = { id: string; table: string; fields: z.infer<typeof Fields> | null };

/** Where the words of a table's kinds stand: the room and the group of its texts. */
const kindWords: Readonly<Record<string, readonly [domain: string, group: string]>> = {
  contract: ['people', 'contractKinds'],
  mandate: ['people', 'mandateKinds'],
  candidacy: ['people', 'mandateKinds'],
  document_version: ['documents', 'kinds'],
  document_verification: ['documents', 'kinds'],
};

/** A label in words, for the exports. */
const labelWords = (table: string, { kind, name, number }: store.Label, language: string | undefined): string => {
  const [domain = 'audit', group = ''] = kindWords[table] ?? [];
  return [kind && codeLabel(domain, group, kind, language), name, number].filter((part) => part !== undefined).join(' · ');
};

/** Columns of other rooms that only some may read, there and here alike. */
const concealed: readonly { table: string; column: string; unless: Action }[] = [
  { table: 'person', column: 'ssin', unless: 'person.readSsin' },
  { table: 'person', column: 'note', unless: 'person.write' },
  { table: 'contract', column: 'suspensions', unless: 'contract.write' },
];

const readable = (table: string, fields: z.infer<typeof Fields> | null, actor: Actor): z.infer<typeof Fields> | null => {
  const hidden = concealed.filter((entry) => entry.table === table && !can(actor, entry.unless)).map((entry) => entry.column);
  if (!fields || hidden.length === 0) return fields;
  const without = (side: Record<string, unknown> | undefined) => side && Object.fromEntries(Object.entries(side).filter(([column]) => !hidden.includes(column)));
  return { ...fields, before: without(fields.before), after: without(fields.after) };
};
