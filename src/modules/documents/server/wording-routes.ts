import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import type { DocumentKind } from '../document.ts';
import { checkWording, sourceOf } from '../wording.ts';
import { readCentreDocuments } from './compose.ts';
import { libraryText } from './library.ts';
import { KindPath, LanguageQuery } from './schemas.ts';
import { presentSections, presentWording } from './sections.ts';
import { NewWordingData, Sections, Wording, WordingData } from './wording-schemas.ts';
import * as store from './wording-store.ts';

const tags = ['documents'];
const issueType = 'urn:problem-type:belgif:input-validation:invalidInput';

/** A centre's own wording of the sections of its documents. */
export const registerWording = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  /** The values to keep, or badRequest with everything that speaks against them. */
  const valuesOf = async (
    tx: Tx,
    request: FastifyRequest,
    organizationId: string,
    place: { kind: DocumentKind; language: DocumentLanguage; sectionKey: string | undefined },
    draft: z.infer<typeof WordingData>,
    earlier: string | null,
  ): Promise<store.WordingValues> => {
    const { kind, language, sectionKey } = place;
    const text = libraryText(kind, language);
    const rows = await store.listWordings(tx, organizationId, language);
    const added = rows.filter((row) => row.kind === kind && row.how === 'added' && row.sectionKey !== sectionKey);
    const keys = new Set([...text.sections.map(({ key }) => key), ...added.map((row) => row.sectionKey)]);
    const { faults, source } = checkWording(text, sectionKey, draft, keys, earlier);
    if (faults.length > 0) throw new Problem('badRequest', { issues: faults.map((fault) => ({ type: issueType, in: 'body', ...fault })) });
    const section = text.sections.find(({ key }) => key === sectionKey);
    const library = section && sourceOf(section);
    return {
      how: draft.how,
      afterKey: draft.how === 'added' ? draft.after : null,
      level: draft.how === 'added' ? draft.level : null,
      title: source?.title ?? null,
      body: source?.body ?? null,
      reason: draft.how === 'leftOut' ? draft.reason : null,
      libraryRevision: text.revision,
      libraryTitle: library?.title ?? null,
      libraryBody: library?.body ?? null,
      writtenBy: request.access.account?.accountId ?? null,
      writtenAt: services.now(),
    };
  };
  const found = async (tx: Tx, organizationId: string, id: string): Promise<store.WordingRow> => {
    const row = await store.findWording(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };

  api.get(
    '/organizations/:organizationId/documents/:kind/sections',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'listDocumentSections',
        tags,
        summary: 'The sections of a document: the library’s text, the centre’s own wording, and what an update of the library asks',
        params: KindPath,
        querystring: LanguageQuery,
        response: responses({ 200: Sections }),
      },
    },
    async (request) => {
      const { organizationId, kind } = request.params;
      const centre = await db.tx(request.access.scope, (tx) => readCentreDocuments(tx, organizationId, today(services), request.query.language, kind));
      return presentSections(url, request.access.actor, centre, kind) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentWordings',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'createDocumentWording',
        tags,
        summary: 'Put a section in the centre’s own words, add one, or leave one out',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: NewWordingData,
        response: responses({ 201: Wording }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { kind, language, ...rest } = request.body;
      const { sectionKey, ...draft } = 'sectionKey' in rest ? rest : { ...rest, sectionKey: undefined };
      const row = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const place = { kind, language, sectionKey };
            const { id } = await store.insertWording(tx, organizationId, { ...place, ...(await valuesOf(tx, request, organizationId, place, draft as never, null)) });
            return found(tx, organizationId, id);
          },
          find: (id) => store.findWording(tx, organizationId, id),
        }),
      );
      const shown = presentWording(url, organizationId, row);
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/documentWordings/:id',
    {
      config: { action: 'document.read' },
      schema: { operationId: 'getDocumentWording', tags, summary: 'Read the own wording of a section', params: RecordPath, response: responses({ 200: Wording }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendVersioned(reply, presentWording(url, organizationId, await db.tx(request.access.scope, (tx) => found(tx, organizationId, id)))) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/documentWordings/:id',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'writeDocumentWording',
        tags,
        summary: 'Write the own wording of a section anew; it then answers what the library’s text of today asks',
        params: RecordPath,
        body: WordingData,
        response: responses({ 200: Wording }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const row = await db.tx(request.access.scope, async (tx) => {
        const before = await found(tx, organizationId, id);
        if ((before.how === 'added') !== (request.body.how === 'added')) throw new Problem('badRequest', { issues: [{ type: issueType, in: 'body', name: 'how', code: 'notInList' }] });
        await store.updateWording(tx, organizationId, id, version, await valuesOf(tx, request, organizationId, before, request.body, before.body));
        return found(tx, organizationId, id);
      });
      return sendVersioned(reply, presentWording(url, organizationId, row)) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/documentWordings/:id',
    {
      config: { action: 'document.draft' },
      schema: { operationId: 'deleteDocumentWording', tags, summary: 'Take the library’s text of a section back, or an own section away', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => store.deleteWording(tx, organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );
};
