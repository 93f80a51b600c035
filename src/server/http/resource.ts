import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import { abilities, type Action, type Actor } from '../../kernel/permissions.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../db/database.ts';
import { type Count, listPage, ordered, type Sorts } from '../db/list.ts';
import { deleteRecord, findRecord, insertRecord, type RecordTable, updateRecord } from '../db/records.ts';
import { type Services, today } from '../services.ts';
import { sendExport } from './export.ts';
import { IdempotencyHeader, once } from './idempotency.ts';
import { zodIssues } from './issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from './reply.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- a room's query has the room's own columns
type Query = SelectQueryBuilder<any, any, any>;
type Stored = Record<string, unknown> & { id: string; version: number };

/** A collection of records of a centre, with the five operations every register has and its export. */
export type Resource = {
  /** Plural, as in the address: `people`; and singular, for operation ids: `person`. */
  plural: string;
  singular: string;
  tag: string;
  table: RecordTable;
  read: Action;
  write: Action;
  /** What a client may send, whole; a patch is merged into the stored record and checked against it. */
  input: z.ZodType<Record<string, unknown>>;
  /** What a client gets beside id, version, href and can. */
  output: z.ZodObject;
  sorts: readonly [string, ...string[]];
  filters: z.ZodRawShape;
  /** Rows of the list (columns as in `output`), with the filters applied. */
  list: (tx: Tx, organizationId: string, filters: Record<string, unknown>, context: { today: string; actor: Actor }) => Query;
  /** How its rows are counted, where a query that knows less of each is cheaper. */
  count?: (...of: Parameters<Resource['list']>) => Count;
  /** Lists whose words to search may be names: `POST …/search` with a text, so that it stands in no address. */
  search?: (filters: Record<string, unknown>, text: string) => Record<string, unknown>;
  orderBy: Sorts;
  idColumn: string;
  /** One record with what the list tells of it, where its page shows that too; else the columns of the table. */
  find?: (tx: Tx, organizationId: string, id: string, context: { today: string; actor: Actor }) => Promise<Record<string, unknown> | undefined>;
  /** Columns derived from the input (search text), and rules that need the database; throws Problem. */
  prepare?: (tx: Tx, organizationId: string, values: Record<string, unknown>, id: string | undefined) => Promise<Record<string, unknown>>;
  /** Whether this actor may write this very record: asked of what it was and of what it will be; throws Problem. */
  guard?: (tx: Tx, organizationId: string, record: Record<string, unknown>, actor: Actor, act: 'create' | 'update' | 'delete') => Promise<void>;
  /** What has to follow from what was written, in its transaction; a record that was deleted is undefined. */
  after?: (tx: Tx, organizationId: string, id: string, record: Record<string, unknown> | undefined) => Promise<void>;
  /** Takes away what this actor may not read. */
  conceal?: (record: Stored, actor: Actor) => Stored;
  /** Columns of the export, headed by the room's own words. */
  exportColumns: readonly string[];
  /** Those of them that hold codes, with the group of the room's texts that says them in words. */
  exportCodes?: Readonly<Record<string, string>>;
};

/** Registers `GET, POST …/plural`, `GET …/plural/export`, `GET, PATCH, DELETE …/plural/{id}` of a resource. */
export const registerResource = (app: FastifyInstance, services: Services, resource: Resource): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const base = `/organizations/:organizationId/${resource.plural}`;
  const name = `${resource.singular.charAt(0).toUpperCase()}${resource.singular.slice(1)}`;
  const names = `${resource.plural.charAt(0).toUpperCase()}${resource.plural.slice(1)}`;
  const { tag } = resource;
  const Item = resource.output.extend({ id: z.uuid(), version: z.int(), href: z.string(), can: z.record(z.string(), z.boolean()) }).meta({ id: name });
  const Items = Page(Item).meta({ id: names });
  const query = z.strictObject({ ...pageQuery(resource.sorts), ...resource.filters });
  const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(resource.sorts).sort, ...resource.filters });
  const id = sql.ref(resource.idColumn);
  const href = (organizationId: string, record: string): string => `${services.url}/api/beffroi/v1/organizations/${organizationId}/${resource.plural}/${record}`;
  const present = (organizationId: string, actor: Actor, record: Stored, can = abilities(actor, { update: resource.write, delete: resource.write })) => ({
    ...(resource.conceal ? resource.conceal(record, actor) : record),
    href: href(organizationId, record.id),
    can,
  });
  const context = (actor: Actor) => ({ today: today(services), actor });
  const check = (values: unknown): Record<string, unknown> => {
    const result = resource.input.safeParse(values);
    if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
    return result.data;
  };
  const prepared = async (tx: Tx, organizationId: string, values: Record<string, unknown>, record?: string) => (resource.prepare ? resource.prepare(tx, organizationId, values, record) : values);
  const all = Object.fromEntries(Object.keys(inputShape(resource.input)).map((key) => [key, undefined]));

  type ListQuery = Record<string, unknown> & { after?: string; pageSize: number; sort: string };
  const pageOf = async (request: FastifyRequest, organizationId: string, { after, pageSize, sort, ...rest }: ListQuery, text?: string) => {
    const filters = text === undefined || !resource.search ? rest : resource.search(rest, text);
    const page = await services.db.tx(request.access.scope, (tx) => {
      const asked = [tx, organizationId, filters, context(request.access.actor)] as const;
      return listPage<Stored>(resource.list(...asked), resource.orderBy, id, { after, pageSize, sort }, resource.count?.(...asked));
    });
    const { actor } = request.access;
    const can = abilities(actor, { update: resource.write, delete: resource.write });
    const items = page.items.map((item) => present(organizationId, actor, item, can));
    return collection(services.url, request.url, page, items, pageSize) as never;
  };

  api.get(
    base,
    {
      config: { action: resource.read },
      schema: { operationId: `list${names}`, tags: [tag], summary: `List ${resource.plural}`, params: OrganizationPath, querystring: query, response: responses({ 200: Items }) },
    },
    async (request) => pageOf(request, request.params.organizationId, request.query as ListQuery),
  );

  if (resource.search) {
    const Search = z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: `${name}Search`, example: { text: 'delvaux' } });
    api.post(
      `${base}/search`,
      {
        config: { action: resource.read },
        schema: {
          operationId: `search${names}`,
          tags: [tag],
          summary: `Search ${resource.plural} by words`,
          params: OrganizationPath,
          querystring: query,
          body: Search,
          response: responses({ 200: Items }),
        },
      },
      async (request) => pageOf(request, request.params.organizationId, request.query as ListQuery, (request.body as { text: string }).text),
    );
  }

  api.get(
    `${base}/export`,
    {
      config: { action: resource.read },
      schema: {
        operationId: `export${names}`,
        tags: [tag],
        summary: `Export ${resource.plural} as CSV or XLSX, whole`,
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query as Record<string, unknown> & { format: 'csv' | 'xlsx'; sort: string };
      const { access } = request;
      return sendExport(services, request, reply, {
        format,
        name: resource.plural,
        domain: tag,
        columns: resource.exportColumns,
        ...(resource.exportCodes ? { codes: resource.exportCodes } : {}),
        query: (tx) => ordered(resource.list(tx, organizationId, filters, context(access.actor)), resource.orderBy, id, sort),
        ...(resource.conceal ? { show: (row) => resource.conceal!(row as Stored, access.actor) } : {}),
        event: { organizationId, table: resource.table },
      }) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: resource.write },
      schema: {
        operationId: `create${name}`,
        tags: [tag],
        summary: `Add a ${resource.singular}`,
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: resource.input,
        response: responses({ 201: Item }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const stored = await services.db.tx(request.access.scope, (tx) =>
        once<Stored>(tx, request, organizationId, {
          make: async () => {
            const values = await prepared(tx, organizationId, request.body as Record<string, unknown>);
            await resource.guard?.(tx, organizationId, values, request.access.actor, 'create');
            const made = await insertRecord(tx, resource.table, organizationId, values);
            await resource.after?.(tx, organizationId, made.id, made);
            return made;
          },
          find: (record) => findRecord(tx, resource.table, organizationId, record),
        }),
      );
      reply.status(201).header('location', href(organizationId, stored.id));
      return sendVersioned(reply, present(organizationId, request.access.actor, stored)) as never;
    },
  );

  api.get(
    `${base}/:id`,
    { config: { action: resource.read }, schema: { operationId: `get${name}`, tags: [tag], summary: `Read a ${resource.singular}`, params: RecordPath, response: responses({ 200: Item }) } },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const stored = await services.db.tx(request.access.scope, (tx) =>
        resource.find ? (resource.find(tx, organizationId, record, context(request.access.actor)) as Promise<Stored | undefined>) : findRecord(tx, resource.table, organizationId, record),
      );
      if (!stored) throw new Problem('resourceNotFound');
      return sendVersioned(reply, present(organizationId, request.access.actor, stored)) as never;
    },
  );

  api.patch(
    `${base}/:id`,
    {
      config: { action: resource.write },
      schema: {
        operationId: `update${name}`,
        tags: [tag],
        summary: `Change a ${resource.singular} (JSON Merge Patch)`,
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: `${name}Patch` }),
        response: responses({ 200: Item }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const stored = await services.db.tx(request.access.scope, async (tx) => {
        const before = await findRecord(tx, resource.table, organizationId, record);
        if (!before) throw new Problem('resourceNotFound');
        // Instants as a client sends them: the schema takes no date of the driver.
        const sent = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
        const current = Object.fromEntries(Object.keys(all).flatMap((key) => (before[key] === null || before[key] === undefined ? [] : [[key, sent(before[key])]])));
        const values = check(mergePatch(current, request.body));
        const next = await prepared(tx, organizationId, { ...all, ...values }, record);
        for (const side of [before, next]) await resource.guard?.(tx, organizationId, side, request.access.actor, 'update');
        const changed = await updateRecord(tx, resource.table, organizationId, record, version, next);
        await resource.after?.(tx, organizationId, record, changed);
        return changed;
      });
      return sendVersioned(reply, present(organizationId, request.access.actor, stored)) as never;
    },
  );

  api.delete(
    `${base}/:id`,
    {
      config: { action: resource.write },
      schema: { operationId: `delete${name}`, tags: [tag], summary: `Delete a ${resource.singular}`, params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, async (tx) => {
        const before = resource.guard && (await findRecord(tx, resource.table, organizationId, record));
        if (before) await resource.guard?.(tx, organizationId, before, request.access.actor, 'delete');
        await deleteRecord(tx, resource.table, organizationId, record, version);
        await resource.after?.(tx, organizationId, record, undefined);
      });
      return reply.status(204).send() as never;
    },
  );
};

/** Names of the members of an input schema, refinements looked through. */
const inputShape = (schema: z.ZodType): z.ZodRawShape => (schema as unknown as { shape: z.ZodRawShape }).shape;
