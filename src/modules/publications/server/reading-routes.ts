import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Scope } from '../../../server/db/database.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { letterOf } from './letter-store.ts';
import { insertConfirmations, personName, type ReadingRow, readingsOf } from './recipient-store.ts';
import { LinkedReading, LinkToken, Reading, Readings } from './schemas.ts';

const tags = ['readings'];

const shownOf = ({ fileId: _file, fileName, fileSize, format, ...row }: ReadingRow) => ({ ...row, file: { name: fileName, size: fileSize, format } });

/** What one is asked to read: with an account, in one's own centre; without, by the secret link that one was sent. */
export const registerReadings = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  /** The one publication that this person is asked to read, or resourceNotFound: withdrawn, replaced, not yet begun, or not theirs. */
  const readingOf = async (scope: Scope, organizationId: string, personId: string | null | undefined, publicationId: string): Promise<ReadingRow> => {
    const [row] = personId ? await db.tx(scope, (tx) => readingsOf(tx, organizationId, personId, today(services), publicationId)) : [];
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };
  const sendFile = async (reply: FastifyReply, scope: Scope, organizationId: string, row: ReadingRow) => {
    const { name, mediaType, size, stream } = await openFile(db, scope, organizationId, row.fileId);
    return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
  };
  const confirm = async (scope: Scope, organizationId: string, personId: string, row: ReadingRow, how: 'account' | 'link'): Promise<void> => {
    if (!row.confirm) throw new Problem('wrongState');
    const accountId = scope.actor.kind === 'account' ? scope.actor.id : undefined;
    await db.tx(scope, (tx) => insertConfirmations(tx, organizationId, row.id, [personId], { confirmedOn: today(services), how, at: services.now(), accountId }));
  };
  const me = (request: FastifyRequest): string | null => request.access.links[0]?.personId ?? null;

  api.get(
    '/organizations/:organizationId/readings',
    {
      config: { action: 'reading.own' },
      schema: { operationId: 'listReadings', tags, summary: 'What I am asked to read here, what waits first', params: OrganizationPath, response: responses({ 200: Readings }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const personId = me(request);
      const rows = personId ? await db.tx(request.access.scope, (tx) => readingsOf(tx, organizationId, personId, today(services))) : [];
      const items = rows.map((row) => ({ ...shownOf(row), href: `${url}/api/beffroi/v1/organizations/${organizationId}/readings/${row.id}` }));
      return { self: `${url}${request.url}`, items, total: items.length, pageSize: items.length } as never;
    },
  );

  api.get(
    '/organizations/:organizationId/readings/:id/file',
    {
      config: { action: 'reading.own' },
      schema: { operationId: 'downloadReading', tags, summary: 'The document that I am asked to read', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendFile(reply, request.access.scope, organizationId, await readingOf(request.access.scope, organizationId, me(request), id));
    },
  );

  api.post(
    '/organizations/:organizationId/readings/:id/confirm',
    {
      config: { action: 'reading.own' },
      schema: { operationId: 'confirmReading', tags, summary: 'I have read it; said twice, it stays as said first', params: RecordPath, response: responses({ 200: Reading }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { scope } = request.access;
      const personId = me(request);
      await confirm(scope, organizationId, personId ?? '', await readingOf(scope, organizationId, personId, id), 'account');
      return { ...shownOf(await readingOf(scope, organizationId, personId, id)), href: `${url}/api/beffroi/v1/organizations/${organizationId}/readings/${id}` } as never;
    },
  );

  /** Whose link it is, in the scope of that centre alone. Whatever is wrong with it, the answer is the same. */
  const linked = async (token: string) => {
    const letter = await letterOf(db.kysely, token);
    if (!letter) throw new Problem('resourceNotFound');
    const scope: Scope = { organizations: [letter.organizationId], actor: { kind: 'link' } };
    return { ...letter, scope, row: await readingOf(scope, letter.organizationId, letter.personId, letter.publicationId) };
  };
  const shownByLink = async (token: string) => {
    const { organizationId, personId, scope, row } = await linked(token);
    const { id: _id, since: _since, ...shown } = shownOf(row);
    return db.tx(scope, async (tx) => {
      const centre = await findOrganization(tx, organizationId);
      const name = centre?.name;
      return { ...shown, centre: name?.[centre!.documentLanguage] ?? name?.fr ?? name?.nl ?? name?.de ?? '', person: await personName(tx, organizationId, personId) };
    });
  };

  api.post(
    '/reading',
    { config: { action: 'public' }, schema: { operationId: 'openReadingLink', tags, summary: 'What a personal link shows', body: LinkToken, response: responses({ 200: LinkedReading }) } },
    async (request) => (await shownByLink(request.body.token)) as never,
  );

  api.post(
    '/reading/file',
    {
      config: { action: 'public' },
      schema: { operationId: 'downloadLinkedReading', tags, summary: 'The document of a personal link', body: LinkToken, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, scope, row } = await linked(request.body.token);
      return sendFile(reply, scope, organizationId, row);
    },
  );

  api.post(
    '/reading/confirm',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'confirmLinkedReading',
        tags,
        summary: 'Whoever the link was sent to has read it; said twice, it stays as said first',
        body: LinkToken,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, personId, scope, row } = await linked(request.body.token);
      await confirm(scope, organizationId, personId, row, 'link');
      return reply.status(204).send() as never;
    },
  );
};
