import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { documentLanguages } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { expectedVersion, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { ledOnly } from './own.ts';
import { closeCase, formats, letterOf, mediaTypes } from './papers.ts';
import { findCertificate } from './papers-store.ts';
import { presentMovement } from './routes.ts';
import { Movement } from './schemas.ts';
import * as store from './store.ts';

const tags = ['movements'];
const language = z.enum(documentLanguages).optional();
const FileQuery = z.strictObject({ format: z.enum(formats).default('pdf') });
/** A letter to no firm is one that is not found, like that of another centre’s case. */
const LetterQuery = z.strictObject({ format: z.enum(formats).default('pdf'), language, supplierId: z.uuid().toLowerCase().optional() });
const CloseInput = z.strictObject({ language }).meta({ id: 'MovementCloseData', example: { language: 'fr' } });

/** What a case leaves on paper: the certificate that closes it, and letters to firms. */
export const registerMovementPapers = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  api.post(
    '/organizations/:organizationId/movements/:id/close',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'closeMovement',
        tags,
        summary: 'Close a case of which every step is done or does not apply: its certificate is drawn and frozen',
        params: RecordPath,
        body: CloseInput,
        response: responses({ 200: Movement }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      await closeCase(services, request.access.scope, organizationId, id, expectedVersion(request.headers['if-match']), request.body.language);
      const movement = await db.tx(request.access.scope, (tx) => store.findMovement(tx, organizationId, id, services.now()));
      return sendVersioned(reply, presentMovement(request, services, organizationId, movement!)) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/movements/:id/certificate',
    {
      config: { action: 'movement.read' },
      schema: {
        operationId: 'downloadMovementCertificate',
        tags,
        summary: 'The certificate of a closed case, as it was frozen',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      const certificate = await db.tx(request.access.scope, async (tx) =>
        (await store.findMovement(tx, organizationId, id, services.now(), ledOnly(request, organizationId))) ? findCertificate(tx, organizationId, id) : undefined,
      );
      if (!certificate) throw new Problem('resourceNotFound');
      const { name, size, stream } = await openFile(db, request.access.scope, organizationId, format === 'pdf' ? certificate.pdfFileId : certificate.docxFileId);
      return reply.type(mediaTypes[format]).headers(attachment(name, size)).send(stream) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/movements/:id/letter',
    {
      config: { action: 'movement.write' },
      schema: {
        operationId: 'downloadFirmLetter',
        tags,
        summary: 'The letter that asks a firm to close what somebody could reach through it, as PDF or Word',
        params: RecordPath,
        querystring: LetterQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format, supplierId } = request.query;
      const letter = await db.tx(request.access.scope, async (tx) => {
        const movement = await store.findMovement(tx, organizationId, id, services.now());
        if (!movement) throw new Problem('resourceNotFound');
        // Asked after the record: whether a case is there is told to nobody else.
        if (!supplierId) throw invalidInput('supplierId', 'required');
        return letterOf(tx, organizationId, movement, supplierId, format, services.now(), request.query.language);
      });
      const bytes = Buffer.from(await letter.draw());
      return reply.type(mediaTypes[format]).headers(attachment(letter.name, bytes.length)).send(bytes) as never;
    },
  );
};
