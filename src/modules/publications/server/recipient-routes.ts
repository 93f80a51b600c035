import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { deleteRecord } from '../../../server/db/records.ts';
import { cleanFileName, fileKindOf, fileKinds, type FileKind } from '../../../server/file-kind.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, pageQuery, RecordPath, responses } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { ConfirmationInput } from '../publication.ts';
import * as letters from './letter-store.ts';
import { linkOf } from './letters.ts';
import * as people from './recipient-store.ts';
import { foundPublication } from './routes.ts';
import { Recipients, Sheet, Sheets } from './schemas.ts';
import { signatureList } from './signature-list.ts';

const tags = ['publications'];
const filters = { state: z.enum(['waiting', 'confirmed']).optional(), reach: z.enum(['account', 'mail', 'paper']).optional() };
const sorts = ['name', 'service', 'since', 'confirmed'] as const;
const id = sql.ref('recipient.id');
const scans: readonly FileKind[] = ['pdf', 'png', 'jpg'];
const base = '/organizations/:organizationId/publications/:id';
const LinkData = z.strictObject({ personId: z.uuid() }).meta({ id: 'ReadingLinkForData', example: { personId: '01990000-0000-7000-8000-000000000001' } });

/** Who is asked to read what was published, who has confirmed, on screen, by link or on paper, and who is reminded. */
export const registerRecipients = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const open = async (tx: Tx, organizationId: string, record: string) => {
    const row = await foundPublication(tx, organizationId, record, today(services));
    if (row.endedOn) throw new Problem('wrongState');
    return row;
  };
  const showSheet = (organizationId: string, sheet: Awaited<ReturnType<typeof people.listSheets>>[number]) => {
    const href = `${url}/api/beffroi/v1/organizations/${organizationId}/signedSheets/${sheet.id}`;
    return { ...sheet, href, file: `${href}/file`, receivedAt: sheet.receivedAt.toISOString() };
  };

  api.get(
    `${base}/recipients`,
    {
      config: { action: 'publication.read' },
      schema: {
        operationId: 'listPublicationRecipients',
        tags,
        summary: 'Who is asked, who has confirmed, who has not and since when',
        params: RecordPath,
        querystring: z.strictObject({ ...pageQuery(sorts), ...filters }),
        response: responses({ 200: Recipients }),
      },
    },
    async (request) => {
      const { organizationId, id: record } = request.params;
      const { after, pageSize, sort, ...rest } = request.query;
      const day = today(services);
      const page = await db.tx(request.access.scope, async (tx) => {
        await foundPublication(tx, organizationId, record, day);
        return listPage<{ id: string }>(people.listRecipients(tx, organizationId, record, rest, day), people.recipientSorts, id, { after, pageSize, sort });
      });
      return collection(url, request.url, page, page.items, pageSize) as never;
    },
  );

  api.get(
    `${base}/recipients/export`,
    {
      config: { action: 'publication.read' },
      schema: {
        operationId: 'exportPublicationRecipients',
        tags,
        summary: 'Export who has confirmed and who has not, as CSV or XLSX',
        params: RecordPath,
        querystring: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters }),
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const { format, sort, ...rest } = request.query;
      const day = today(services);
      await db.tx(request.access.scope, (tx) => foundPublication(tx, organizationId, record, day));
      return sendExport(services, request, reply, {
        format,
        name: 'confirmations',
        domain: 'publications',
        columns: ['personName', 'serviceName', 'state', 'since', 'confirmedOn', 'how', 'recordedBy', 'reach', 'writtenAt'],
        codes: { state: 'recipientStates', how: 'ways', reach: 'reaches' },
        query: (tx) => ordered(people.listRecipients(tx, organizationId, record, rest, day), people.recipientSorts, id, sort),
        event: { organizationId, table: 'confirmation' },
      }) as never;
    },
  );

  api.post(
    `${base}/confirmations`,
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'recordConfirmations',
        tags,
        summary: 'Enter who signed on paper; who has confirmed already stays as they did',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: ConfirmationInput,
        response: responses({ 200: z.object({ recorded: z.int() }).meta({ id: 'RecordedConfirmations' }) }),
      },
    },
    async (request) => {
      const { organizationId, id: record } = request.params;
      const { personIds, confirmedOn, sheetId } = request.body;
      const day = today(services);
      return db.tx(request.access.scope, async (tx) => {
        const row = await open(tx, organizationId, record);
        if (!row.confirm) throw new Problem('wrongState');
        if (confirmedOn > day) throw invalidInput('confirmedOn', 'inTheFuture');
        if (confirmedOn < row.startsOn) throw invalidInput('confirmedOn', 'beforePublication');
        if (sheetId && (await people.findSheet(tx, organizationId, sheetId))?.publicationId !== record) throw invalidInput('sheetId', 'referencedResourceNotFound');
        const asked = [...new Set(personIds)];
        const known = await people.askedAmong(tx, organizationId, record, asked, day);
        if (known.length < asked.length) throw invalidInput('personIds', 'notAsked');
        const recorded = await people.insertConfirmations(tx, organizationId, record, asked, {
          confirmedOn,
          how: 'paper',
          at: services.now(),
          accountId: request.access.account?.accountId,
          sheetId,
        });
        return { recorded };
      });
    },
  );

  api.delete(
    '/organizations/:organizationId/confirmations/:id',
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'deleteConfirmation',
        tags,
        summary: 'Take back a confirmation that was entered from paper by mistake; one’s own word is nobody else’s to take back',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        const found = await people.findConfirmation(tx, organizationId, record);
        if (!found) throw new Problem('resourceNotFound');
        if (found.how !== 'paper') throw new Problem('wrongState');
        await deleteRecord(tx, 'confirmation', organizationId, record, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.get(
    `${base}/sheets`,
    {
      config: { action: 'publication.read' },
      schema: { operationId: 'listSignedSheets', tags, summary: 'The signed lists that came back', params: RecordPath, response: responses({ 200: Sheets }) },
    },
    async (request) => {
      const { organizationId, id: record } = request.params;
      const rows = await db.tx(request.access.scope, async (tx) => {
        await foundPublication(tx, organizationId, record, today(services));
        return people.listSheets(tx, organizationId, record);
      });
      return { self: `${url}${request.url}`, items: rows.map((row) => showSheet(organizationId, row)), total: rows.length, pageSize: rows.length } as never;
    },
  );

  api.post(
    `${base}/sheets`,
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'giveSignedSheet',
        tags,
        summary: 'Give the scan of a signed list (multipart field `file`: PDF, PNG or JPEG)',
        consumes: ['multipart/form-data'],
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 201: Sheet }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const { scope } = request.access;
      await db.tx(scope, (tx) => foundPublication(tx, organizationId, record, today(services)));
      const made = await withUpload(request, async ({ name, bytes }) => {
        const kind = await fileKindOf(bytes, scans);
        return db.tx(scope, (tx) =>
          once(tx, request, organizationId, {
            make: async () => {
              const { id: fileId } = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
              return { id: await people.insertSheet(tx, organizationId, { publicationId: record, fileId, receivedAt: services.now() }) };
            },
            find: async (sheet) => ({ id: sheet }),
            content: bytes,
          }),
        );
      });
      const shown = (await db.tx(scope, (tx) => people.listSheets(tx, organizationId, record))).find((sheet) => sheet.id === made.id);
      if (!shown) throw new Problem('resourceNotFound');
      return reply.status(201).send(showSheet(organizationId, shown)) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/signedSheets/:id/file',
    {
      config: { action: 'publication.read' },
      schema: { operationId: 'downloadSignedSheet', tags, summary: 'The scan of a signed list', params: RecordPath, response: responses({ 200: z.any().describe('The file') }) },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const sheet = await db.tx(request.access.scope, (tx) => people.findSheet(tx, organizationId, record));
      if (!sheet) throw new Problem('resourceNotFound');
      const { name, mediaType, size, stream } = await openFile(db, request.access.scope, organizationId, sheet.fileId);
      return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.get(
    `${base}/signatureList`,
    {
      config: { action: 'publication.read' },
      schema: {
        operationId: 'downloadSignatureList',
        tags,
        summary: 'The list to sign on paper (PDF): those who have not confirmed yet, by service',
        params: RecordPath,
        response: responses({ 200: z.any().describe('The PDF') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const { name, bytes } = await signatureList(services, request.access.scope, organizationId, record);
      return reply.type('application/pdf').headers(attachment(name, bytes.length)).send(Buffer.from(bytes)) as never;
    },
  );

  api.post(
    `${base}/reminders`,
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'remindRecipients',
        tags,
        summary: 'Write again to those who have not confirmed; once a day at most to each',
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 200: z.object({ letters: z.int(), mailWorks: z.boolean() }).meta({ id: 'QueuedReminders' }) }),
      },
    },
    async (request) => {
      const { organizationId, id: record } = request.params;
      const mailWorks = await services.mail.configured();
      return db.tx(request.access.scope, async (tx) => {
        const row = await open(tx, organizationId, record);
        if (!row.confirm || !row.byMail) throw new Problem('wrongState');
        return { letters: mailWorks ? await letters.queueLetters(tx, organizationId, record, 'reminder', today(services), services.now()) : 0, mailWorks };
      });
    },
  );

  api.post(
    `${base}/links`,
    {
      config: { action: 'publication.write' },
      schema: {
        operationId: 'makeReadingLink',
        tags,
        summary: 'A personal link for somebody without an account, to be handed over; shown once',
        params: RecordPath,
        body: LinkData,
        response: responses({ 201: z.object({ link: z.string() }).meta({ id: 'ReadingLink' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId, id: record } = request.params;
      const { personId } = request.body;
      const { token } = await db.tx(request.access.scope, async (tx) => {
        await open(tx, organizationId, record);
        if ((await people.askedAmong(tx, organizationId, record, [personId], today(services))).length === 0) throw invalidInput('personId', 'notAsked');
        return letters.makeLink(tx, organizationId, record, personId, services.now());
      });
      return reply.status(201).send({ link: linkOf(url, token) }) as never;
    },
  );
};
