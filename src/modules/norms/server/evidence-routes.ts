import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import { cleanFileName, fileKindOf, fileKinds, type FileKind } from '../../../server/file-kind.ts';
import { attachment, openFile, storeFile } from '../../../server/files.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { expectedVersion, mergePatch, NoContent, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { withUpload } from '../../../server/http/upload.ts';
import { type Services, today } from '../../../server/services.ts';
import { EvidenceInput, EvidenceNote } from '../evidence.ts';
import { ownerOf, type Side, sides } from './answer-routes.ts';
import { findRow } from './assessment-norm-store.ts';
import { factsOf, presentEvidence } from './assessment-present.ts';
import { Evidence } from './assessment-schemas.ts';
import { lockAssessment } from './assessment-store.ts';
import * as store from './evidence-store.ts';

const tags = ['norms'];
const accepted: readonly FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpg'];

/** What proves an answer: a file, an address, a fact that Beffroi knows; of every norm, or of those that one was asked to answer. */
export const registerEvidence = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  const shown = (request: FastifyRequest, side: Side, organizationId: string, id: string) =>
    db.tx(request.access.scope, async (tx) => {
      const { assessmentNormId } = await store.findEvidence(tx, organizationId, id, ownerOf(request, side));
      const row = (await store.listEvidence(tx, organizationId, [assessmentNormId])).find((one) => one.id === id);
      if (!row) throw new Problem('resourceNotFound');
      const day = today(services);
      return presentEvidence(url, organizationId, day, await factsOf(tx, organizationId, day), row, side.own);
    });
  /** The row to which evidence is added, held with its assessment. Throws resourceNotFound, wrongState. */
  const held = async (tx: Tx, request: FastifyRequest, side: Side, organizationId: string, id: string): Promise<void> => {
    const { assessmentId } = await findRow(tx, organizationId, id, ownerOf(request, side));
    await lockAssessment(tx, organizationId, assessmentId);
  };
  const added = (request: FastifyRequest) => ({ on: today(services), by: request.access.account?.accountId ?? null });

  for (const side of sides) {
    const what = side.own ? 'a norm that I was asked to answer' : 'a norm of an assessment';
    api.post(
      `/organizations/:organizationId/${side.norms}/:id/proofs`,
      {
        config: { action: side.write },
        schema: {
          operationId: `add${side.name}Evidence`,
          tags,
          summary: `Put an address or a fact under ${what}`,
          params: RecordPath,
          headers: IdempotencyHeader,
          body: EvidenceInput,
          response: responses({ 201: Evidence }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const input = request.body;
        const made = await db.tx(request.access.scope, async (tx) => {
          await held(tx, request, side, organizationId, id);
          return once(tx, request, organizationId, {
            make: async () => {
              if (input.kind === 'fact' && !(await factsOf(tx, organizationId, today(services))).has(input.fact)) throw invalidInput('fact', 'factUnknown');
              return { id: await store.insertEvidence(tx, organizationId, id, input, added(request)) };
            },
            find: async (record) => ({ id: record }),
          });
        });
        const one = await shown(request, side, organizationId, made.id);
        reply.status(201).header('location', one.href);
        return sendVersioned(reply, one) as never;
      },
    );

    api.post(
      `/organizations/:organizationId/${side.norms}/:id/files`,
      {
        config: { action: side.write },
        schema: {
          operationId: `give${side.name}File`,
          tags,
          summary: `Put a file (multipart field \`file\`: PDF, Word, Excel, PNG, JPEG) under ${what}`,
          consumes: ['multipart/form-data'],
          params: RecordPath,
          headers: IdempotencyHeader,
          response: responses({ 201: Evidence }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const { scope } = request.access;
        // Who may not find the norm is told so before the file is looked at.
        await db.tx(scope, (tx) => held(tx, request, side, organizationId, id));
        const made = await withUpload(request, async ({ name, bytes }) => {
          const kind = await fileKindOf(bytes, accepted);
          return db.tx(scope, async (tx) => {
            await held(tx, request, side, organizationId, id);
            return once(tx, request, organizationId, {
              make: async () => {
                const file = await storeFile(tx, organizationId, { name: cleanFileName(name, kind), mediaType: fileKinds[kind], bytes });
                return { id: await store.insertEvidence(tx, organizationId, id, { kind: 'file', fileId: file.id }, added(request)) };
              },
              find: async (record) => ({ id: record }),
              content: bytes,
            });
          });
        });
        const one = await shown(request, side, organizationId, made.id);
        reply.status(201).header('location', one.href);
        return sendVersioned(reply, one) as never;
      },
    );

    api.get(
      `/organizations/:organizationId/${side.evidence}/:id/file`,
      {
        config: { action: side.read },
        schema: {
          operationId: `download${side.name}File`,
          tags,
          summary: `The file under ${what}`,
          params: RecordPath,
          response: responses({ 200: z.any().describe('The file') }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const { scope } = request.access;
        const { fileId } = await db.tx(scope, (tx) => store.findEvidence(tx, organizationId, id, ownerOf(request, side)));
        if (fileId === null) throw new Problem('resourceNotFound');
        const { name, mediaType, size, stream } = await openFile(db, scope, organizationId, fileId);
        return reply.type(mediaType).headers(attachment(name, size)).send(stream) as never;
      },
    );

    api.patch(
      `/organizations/:organizationId/${side.evidence}/:id`,
      {
        config: { action: side.write },
        schema: {
          operationId: `note${side.name}Evidence`,
          tags,
          summary: 'Say what a piece of evidence is and until when it proves (JSON Merge Patch)',
          consumes: ['application/merge-patch+json'],
          params: RecordPath,
          body: z.looseObject({}).meta({ id: `${side.name}EvidencePatch` }),
          response: responses({ 200: Evidence }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const version = expectedVersion(request.headers['if-match']);
        await db.tx(request.access.scope, async (tx) => {
          const { title, validUntil, assessmentId } = await store.findEvidence(tx, organizationId, id, ownerOf(request, side));
          await lockAssessment(tx, organizationId, assessmentId);
          const read = EvidenceNote.safeParse(mergePatch({ ...(title === null ? {} : { title }), ...(validUntil === null ? {} : { validUntil }) }, request.body));
          if (!read.success) throw new Problem('badRequest', { issues: zodIssues(read.error.issues, 'body') });
          await store.noteEvidence(tx, organizationId, id, version, { title: read.data.title ?? null, validUntil: read.data.validUntil ?? null });
        });
        return sendVersioned(reply, await shown(request, side, organizationId, id)) as never;
      },
    );

    api.delete(
      `/organizations/:organizationId/${side.evidence}/:id`,
      {
        config: { action: side.write },
        schema: { operationId: `remove${side.name}Evidence`, tags, summary: `Take evidence away from ${what}`, params: RecordPath, response: responses({ 204: NoContent }) },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const version = expectedVersion(request.headers['if-match']);
        await db.tx(request.access.scope, async (tx) => {
          const { assessmentId } = await store.findEvidence(tx, organizationId, id, ownerOf(request, side));
          await lockAssessment(tx, organizationId, assessmentId);
          const unused = await store.deleteEvidence(tx, organizationId, id, version);
          if (unused !== undefined) await removeFile(tx, organizationId, unused);
        });
        return reply.status(204).send() as never;
      },
    );
  }
};
