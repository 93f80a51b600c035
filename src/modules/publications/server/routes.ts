import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { languages } from '../../../kernel/language.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, OrganizationPath, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { Audience, PublicationInput, publicationStates } from '../publication.ts';
import { Publication, Publications } from './schemas.ts';
import { titleOf } from './title.ts';
import * as store from './store.ts';

const tags = ['publications'];
const filters = {
  state: z.enum(publicationStates).optional(),
  documentVersionId: z.uuid().optional(),
  ownDocumentId: z.uuid().optional(),
  kind: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/)
    .optional(),
};
const sorts = ['recent', 'due', 'waiting'] as const;
const id = sql.ref('publication.id');
const Reach = z.object({ recipients: z.int(), withAccount: z.int(), withEmail: z.int(), withNeither: z.int(), mailWorks: z.boolean() }).meta({ id: 'PublicationReach' });
const ReachData = z
  .strictObject({ audience: Audience, startsOn: CivilDate })
  .meta({ id: 'PublicationReachData', example: { audience: { everybody: true, serviceIds: [], mandateKinds: [], personKinds: [], personIds: [] }, startsOn: '2026-11-24' } });

export const presentPublication = (url: string, actor: Actor, row: store.PublicationRow) => {
  const { organizationId, everybody, serviceIds, mandateKinds, personKinds, personIds, fileId: _file, ...shown } = row;
  return {
    ...shown,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/publications/${row.id}`,
    audience: { everybody, serviceIds, mandateKinds, personKinds, personIds },
    publishedAt: row.publishedAt.toISOString(),
    can: {
      withdraw: row.endedOn === null && can(actor, 'publication.write'),
      record: can(actor, 'publication.write'),
      remind: row.endedOn === null && row.byMail && row.waiting > 0 && can(actor, 'publication.write'),
    },
  };
};

/** The publication, or resourceNotFound. */
export const foundPublication = async (tx: Tx, organizationId: string, record: string, day: string): Promise<store.PublicationRow> => {
  const row = await store.findPublication(tx, organizationId, record, day);
  if (!row) throw new Problem('resourceNotFound');
  return row;
};

/** Publications of approved versions: to whom, how, from when, and how far their confirmation is. */
export const registerPublications = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const whole = async (request: FastifyRequest, organizationId: string, record: string) =>
    presentPublication(url, request.access.actor, await db.tx(request.access.scope, (tx) => foundPublication(tx, organizationId, record, today(services))));

  api.get(
    '/organizations/:organizationId/publications',
    {
      config: { action: 'publication.read' },
      schema: {
        operationId: 'listPublications',
        tags,
        summary: 'List publications with their progress',
        params: OrganizationPath,
        querystring: z.strictObject({ ...pageQuery(sorts), ...filters }),
        response: responses({ 200: Publications }),
      },
    },
    async (request) => {
      const { after, pageSize, sort, ...rest } = request.query;
      const page = await db.tx(request.access.scope, (tx) =>
        listPage<store.PublicationRow>(store.listPublications(tx, request.params.organizationId, rest, today(services)), store.publicationSorts, id, { after, pageSize, sort }),
      );
      const items = page.items.map((row) => presentPublication(url, request.access.actor, row));
      return collection(url, request.url, page, items, pageSize) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/publications/export',
    {
      config: { action: 'publication.read' },
      schema: {
        operationId: 'exportPublications',
        tags,
        summary: 'Export publications as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...rest } = request.query;
      const day = today(services);
      return sendExport(services, request, reply, {
        format,
        name: 'publications',
        domain: 'publications',
        columns: ['title', 'number', 'language', 'state', 'startsOn', 'dueOn', 'recipients', 'confirmed', 'waiting', 'oldestSince', 'publishedBy', 'endedOn'],
        codes: { state: 'states' },
        show: (row) => ({ ...row, title: titleOf(row as { kind: string; title: string | null }, languages.find((one) => one === request.access.account?.language) ?? 'fr') }),
        query: (tx) => ordered(store.listPublications(tx, organizationId, rest, day), store.publicationSorts, id, sort),
        event: { organizationId, table: 'publication' },
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/publicationReach',
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'countPublicationAudience',
        tags,
        summary: 'Whom an audience would reach, and how, before anything is published',
        params: OrganizationPath,
        body: ReachData,
        response: responses({ 200: Reach }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { audience, startsOn } = request.body;
      const counted = await db.tx(request.access.scope, (tx) => store.countAudience(tx, organizationId, audience, startsOn, today(services)));
      return { ...counted, mailWorks: await services.mail.configured() };
    },
  );

  api.post(
    '/organizations/:organizationId/publications',
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'publishDocument',
        tags,
        summary: 'Publish an approved version: to whom, how, from when, to be confirmed or not',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: PublicationInput,
        response: responses({ 201: Publication }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const input = request.body;
      const day = today(services);
      const { id: made } = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const state = await store.versionState(tx, organizationId, input.documentVersionId);
            if (state === undefined) throw invalidInput('documentVersionId', 'referencedResourceNotFound');
            if (state !== 'approved') throw new Problem('wrongState');
            const unknown = await store.unknownMembers(tx, organizationId, input.audience);
            if (unknown.services.length > 0) throw invalidInput('audience.serviceIds', 'referencedResourceNotFound');
            if (unknown.people.length > 0) throw invalidInput('audience.personIds', 'referencedResourceNotFound');
            if (input.dueOn && input.dueOn < day) throw invalidInput('dueOn', 'inThePast');
            if (await store.hasOpenPublication(tx, organizationId, input.documentVersionId)) throw new Problem('alreadyExists');
            return { id: await store.insertPublication(tx, organizationId, input, { at: services.now(), accountId: request.access.account?.accountId }) };
          },
          find: async (record) => ({ id: record }),
        }),
      );
      const shown = await whole(request, organizationId, made);
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/publications/:id',
    {
      config: { action: 'publication.read' },
      schema: { operationId: 'getPublication', tags, summary: 'Read a publication with its progress', params: RecordPath, response: responses({ 200: Publication }) },
    },
    async (request, reply) => sendVersioned(reply, await whole(request, request.params.organizationId, request.params.id)) as never,
  );

  api.post(
    '/organizations/:organizationId/publications/:id/withdraw',
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'withdrawPublication',
        tags,
        summary: 'End a publication: nobody is asked any more, and its links show nothing; what was confirmed stays',
        params: RecordPath,
        response: responses({ 200: Publication }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const day = today(services);
      await db.tx(request.access.scope, async (tx) => {
        const row = await foundPublication(tx, organizationId, record, day);
        if (row.endedOn) throw new Problem('wrongState');
        await store.endPublication(tx, organizationId, record, version, day, 'withdrawn');
      });
      return sendVersioned(reply, await whole(request, organizationId, record)) as never;
    },
  );
};
