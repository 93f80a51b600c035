import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { EarlierInput } from '../declaration.ts';
import { countOpenScans, reopenScans } from './scan-store.ts';
import * as needs from './need-store.ts';
import { drawCertificate, drawRegister } from './paper.ts';
import { presentDeclaration } from './present.ts';
import * as shapes from './schemas.ts';
import * as store from './store.ts';

const tags = ['declarations'];
const base = '/organizations/:organizationId/declarations';

/** The undertakings of a centre: who has signed, who has not, and each of them. */
export const registerDeclarations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  const found = async (tx: Tx, organizationId: string, id: string): Promise<store.DeclarationRow> => {
    const row = await store.findDeclaration(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => presentDeclaration(url, request.access.actor, await found(tx, organizationId, id));

  const needPage = async (request: FastifyRequest, organizationId: string, query: z.infer<typeof shapes.needQuery>, text?: string) => {
    const { after, pageSize, sort, ...filters } = query;
    const page = await db.tx(request.access.scope, (tx) =>
      listPage<{ id: string }>(needs.listNeeds(tx, organizationId, { ...filters, text }, today(services)), needs.needSorts, sql.ref('person.id'), { after, pageSize, sort }, 'withRows'),
    );
    return collection(url, request.url, page, page.items, pageSize) as never;
  };

  api.get(
    '/organizations/:organizationId/declarationOverview',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'getDeclarationOverview',
        tags,
        summary: 'How the undertakings stand: signed, missing, by service',
        params: OrganizationPath,
        response: responses({ 200: shapes.Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { actor, scope } = request.access;
      const day = today(services);
      const {
        sums,
        services: byService,
        toCountersign,
        scansToFile,
      } = await db.tx(scope, async (tx) => ({
        sums: await needs.sumNeeds(tx, organizationId, day),
        services: await needs.needsByService(tx, organizationId, day),
        toCountersign: await store.countUncountersigned(tx, organizationId),
        scansToFile: await countOpenScans(tx, organizationId),
      }));
      const of = (state: string): number => sums.find((sum) => sum.state === state)?.people ?? 0;
      const oldest = sums
        .filter(({ state }) => state === 'missing' || state === 'renewal')
        .map((sum) => sum.oldest)
        .toSorted()[0];
      return {
        bound: of('missing') + of('renewal') + of('signed'),
        signed: of('signed'),
        missing: of('missing'),
        renewal: of('renewal'),
        coming: of('coming'),
        covered: of('covered'),
        ...(oldest ? { oldest } : {}),
        toCountersign,
        scansToFile,
        services: byService,
        can: { write: can(actor, 'declaration.write'), collect: can(actor, 'declaration.collect'), countersign: can(actor, 'declaration.countersign'), text: can(actor, 'declaration.text') },
      } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/declarationNeeds',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'listDeclarationNeeds',
        tags,
        summary: 'Whom an undertaking binds, and where each of them stands',
        params: OrganizationPath,
        querystring: shapes.needQuery,
        response: responses({ 200: shapes.Needs }),
      },
    },
    async (request) => needPage(request, request.params.organizationId, request.query),
  );

  api.post(
    '/organizations/:organizationId/declarationNeeds/search',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'searchDeclarationNeeds',
        tags,
        summary: 'Search those whom an undertaking binds, by words',
        params: OrganizationPath,
        querystring: shapes.needQuery,
        body: shapes.NeedSearch,
        response: responses({ 200: shapes.Needs }),
      },
    },
    async (request) => needPage(request, request.params.organizationId, request.query, request.body.text),
  );

  api.get(
    '/organizations/:organizationId/declarationNeeds/export',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'exportDeclarationNeeds',
        tags,
        summary: 'Export whom an undertaking binds, as CSV or XLSX',
        params: OrganizationPath,
        querystring: shapes.needExport,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      const day = today(services);
      return sendExport(services, request, reply, {
        format,
        name: 'undertakings',
        domain: 'declarations',
        columns: ['personName', 'serviceName', 'variant', 'state', 'since', 'askedSince', 'waitsSince', 'signedOn', 'coveredBy'],
        codes: { state: 'states', variant: 'variants' },
        query: (tx) => ordered(needs.listNeeds(tx, organizationId, filters, day), needs.needSorts, sql.ref('person.id'), sort),
        event: { organizationId, table: 'declaration' },
      }) as never;
    },
  );

  api.get(
    base,
    {
      config: { action: 'declaration.read' },
      schema: { operationId: 'listDeclarations', tags, summary: 'What was signed', params: OrganizationPath, querystring: shapes.declarationQuery, response: responses({ 200: shapes.Declarations }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, ...filters } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage<store.DeclarationRow>(store.listDeclarations(tx, organizationId, filters), store.declarationSorts, sql.ref('declaration.id'), { after, pageSize, sort }),
      );
      return collection(
        url,
        request.url,
        page,
        page.items.map((row) => presentDeclaration(url, request.access.actor, row)),
        pageSize,
      ) as never;
    },
  );

  api.get(
    `${base}/export`,
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'exportDeclarations',
        tags,
        summary: 'Export what was signed, as CSV or XLSX',
        params: OrganizationPath,
        querystring: shapes.declarationExport,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'declarations',
        domain: 'declarations',
        columns: ['number', 'name', 'variant', 'how', 'signedOn', 'textNumber', 'place', 'countersignedOn', 'countersignedBy', 'annulledOn', 'annulmentReason'],
        codes: { variant: 'variants', how: 'ways' },
        query: (tx) => ordered(store.listDeclarations(tx, organizationId, filters), store.declarationSorts, sql.ref('declaration.id'), sort),
        event: { organizationId, table: 'declaration' },
      }) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'enterDeclaration',
        tags,
        summary: 'Enter an undertaking that was signed on paper before Beffroi',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: EarlierInput,
        response: responses({ 201: shapes.Declaration }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const input = request.body;
      if (input.signedOn > today(services)) throw invalidInput('signedOn', 'inTheFuture');
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: () => store.insertEarlier(tx, organizationId, input, request.access.account?.accountId),
          find: async (record) => store.findDeclaration(tx, organizationId, record),
        });
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply.status(201).header('location', made.href), made as never) as never;
    },
  );

  api.get(
    `${base}/:id`,
    { config: { action: 'declaration.read' }, schema: { operationId: 'getDeclaration', tags, summary: 'Read an undertaking', params: RecordPath, response: responses({ 200: shapes.Declaration }) } },
    async (request, reply) => sendVersioned(reply, (await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never) as never,
  );

  api.get(
    `${base}/:id/file`,
    {
      config: { action: 'declaration.read' },
      schema: { operationId: 'downloadDeclaration', tags, summary: 'The document as it was signed (PDF, or the scan)', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { fileId } = await db.tx(request.access.scope, (tx) => found(tx, organizationId, id));
      if (fileId === null) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.get(
    `${base}/:id/certificate`,
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'downloadDeclarationCertificate',
        tags,
        summary: 'The certificate of an undertaking (PDF), in a language',
        params: RecordPath,
        querystring: shapes.LanguageQuery,
        response: responses({ 200: z.any().describe('The PDF') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { name, bytes } = await drawCertificate(services, request.access.scope, organizationId, await db.tx(request.access.scope, (tx) => found(tx, organizationId, id)), request.query.language);
      return reply.type('application/pdf').headers(attachment(name, bytes.length)).send(Buffer.from(bytes)) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/declarationRegister',
    {
      config: { action: 'declaration.read' },
      schema: {
        operationId: 'downloadDeclarationRegister',
        tags,
        summary: 'The register of undertakings (PDF), in a language',
        params: OrganizationPath,
        querystring: shapes.LanguageQuery,
        response: responses({ 200: z.any().describe('The PDF') }),
      },
    },
    async (request, reply) => {
      const { name, bytes } = await drawRegister(services, request.access.scope, request.params.organizationId, request.query.language);
      return reply.type('application/pdf').headers(attachment(name, bytes.length)).send(Buffer.from(bytes)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/countersignatures',
    {
      config: { action: 'declaration.countersign' },
      schema: {
        operationId: 'countersignDeclarations',
        tags,
        summary: 'Countersign undertakings for the centre: all of these, or none',
        params: OrganizationPath,
        body: shapes.CountersignInput,
        response: responses({ 200: z.object({ countersigned: z.int() }).meta({ id: 'Countersigned' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { account, links, scope } = request.access;
      const by = { on: today(services), at: services.now(), personId: links.find((link) => link.organizationId === organizationId)?.personId ?? null, name: account?.name ?? '' };
      return { countersigned: await db.tx(scope, (tx) => store.countersign(tx, organizationId, request.body.declarationIds, by)) };
    },
  );

  api.post(
    `${base}/:id/annul`,
    {
      config: { action: 'declaration.write' },
      schema: {
        operationId: 'annulDeclaration',
        tags,
        summary: 'Annul what was entered or filed by mistake, with its reason; what somebody signed in their own session is not the centre’s to take back',
        params: RecordPath,
        body: shapes.AnnulInput,
        response: responses({ 200: shapes.Declaration }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const record = await db.tx(request.access.scope, async (tx) => {
        const row = await found(tx, organizationId, id);
        if (row.how === 'session') throw new Problem('wrongState');
        await store.annul(tx, organizationId, row, version, today(services), request.body.reason);
        await reopenScans(tx, organizationId, id);
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, record as never) as never;
    },
  );
};
