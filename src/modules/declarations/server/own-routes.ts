import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renderHtml } from '../../../documents/html.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { OwnSignatureInput } from '../declaration.ts';
import { presentDeclaration } from './present.ts';
import * as shapes from './schemas.ts';
import { type Shown, shownTo, sign } from './signing.ts';
import { type DeclarationRow, findDeclaration, listDeclarations } from './store.ts';

const tags = ['declarations'];

/** What somebody is shown before they sign, as the API tells it. */
export const presentShown = ({ need, language, model, hash, text }: Shown) => ({
  state: need.state,
  variant: need.variant,
  since: need.since,
  waitsSince: need.waitsSince,
  ...(need.askedSince ? { askedSince: need.askedSince } : {}),
  ...(need.signedOn ? { signedOn: need.signedOn } : {}),
  language,
  title: model.title,
  html: renderHtml(model),
  contentHash: hash,
  textNumber: text.number,
});

/** One's own undertakings: what one is asked to sign, and what one has signed. */
export const registerOwnDeclarations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const me = (request: FastifyRequest): string | null => request.access.links[0]?.personId ?? null;

  api.get(
    '/organizations/:organizationId/ownDeclarations',
    {
      config: { action: 'declaration.own' },
      schema: {
        operationId: 'getOwnDeclarations',
        tags,
        summary: 'What I am asked to sign here, and what I have signed',
        params: OrganizationPath,
        querystring: shapes.LanguageQuery,
        response: responses({ 200: shapes.OwnDeclarations }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const personId = me(request);
      if (!personId) return { bound: false, items: [] } as never;
      return db.tx(request.access.scope, async (tx) => {
        const shown = await shownTo(tx, organizationId, personId, today(services), request.query.language);
        const items = (await listDeclarations(tx, organizationId, { personId }).orderBy('declaration.number', 'desc').execute()) as DeclarationRow[];
        return {
          bound: shown !== undefined,
          ...(shown ? { undertaking: presentShown(shown) } : {}),
          items: items.map((row) => presentDeclaration(url, request.access.actor, row)),
        } as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/ownDeclarations',
    {
      config: { action: 'declaration.own' },
      schema: {
        operationId: 'signOwnDeclaration',
        tags,
        summary: 'I undertake: signs the text that I was shown, in my own session',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: OwnSignatureInput,
        response: responses({ 201: shapes.Declaration }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { scope, account, actor } = request.access;
      const personId = me(request);
      if (!personId || !account) throw invalidInput('personId', 'notBound');
      const { id } = await sign(services, scope, organizationId, {
        personId,
        language: request.body.language,
        contentHash: request.body.contentHash,
        how: 'session',
        proof: { session: { accountId: account.accountId, sessionId: account.sessionId, provedAt: account.confirmedAt?.toISOString() ?? null } },
        keep: (tx, write) => once(tx, request, organizationId, { make: write, find: async (record) => findDeclaration(tx, organizationId, record, personId) }),
      });
      const row = await db.tx(scope, (tx) => findDeclaration(tx, organizationId, id));
      return reply.status(201).send(presentDeclaration(url, actor, row!) as never) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/ownDeclarations/:id/file',
    {
      config: { action: 'declaration.own' },
      schema: { operationId: 'downloadOwnDeclaration', tags, summary: 'An undertaking of my own, as I signed it', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const personId = me(request);
      const row = personId ? await db.tx(request.access.scope, (tx) => findDeclaration(tx, organizationId, id, personId)) : undefined;
      if (!row?.fileId) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, row.fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );
};
