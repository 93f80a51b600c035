import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { attachment, openFile } from '../../../server/files.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { refuseStale, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { mayBegin, ReviewInput, SignatureInput } from '../review.ts';
import * as parts from './part-store.ts';
import { presentPart, presentReview, readsAll } from './present.ts';
import { Review, Reviews } from './schemas.ts';
import { signReview } from './sign.ts';
import * as store from './store.ts';

const tags = ['reviews'];
const Change = z.strictObject({ answerBy: CivilDate }).meta({ id: 'AccessReviewPatch', example: { answerBy: '2027-02-28' } });
const FileQuery = z.strictObject({ format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') });

/** The yearly reviews of access rights of a centre: begun, followed, and what was frozen of them. Answers are in part-routes.ts. */
export const registerAccessReviews = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const day = today(services);
    const row = await store.findReview(tx, organizationId, id, day);
    if (!row) throw new Problem('resourceNotFound');
    const found = await parts.partsOf(tx, [organizationId], [id], day);
    return {
      ...presentReview(url, request, organizationId, row, day, found),
      parts: found.map(presentPart),
      givenSince: row.signedAt === null && readsAll(request) ? await store.givenSince(tx, organizationId, row, day) : [],
    };
  };

  api.get(
    '/organizations/:organizationId/accessReviews',
    {
      config: { action: 'review.own' },
      schema: {
        operationId: 'listAccessReviews',
        tags,
        summary: 'The yearly reviews of access rights, the newest first; for whoever may not read them, the one under way if something in it is theirs to answer',
        params: OrganizationPath,
        response: responses({ 200: Reviews }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const items = await db.tx(request.access.scope, async (tx) => {
        const rows = await store.listReviews(tx, organizationId, day);
        const open = rows.filter(({ signedAt }) => signedAt === null).map(({ id }) => id);
        const found = open.length > 0 ? await parts.partsOf(tx, [organizationId], open, day) : [];
        return rows.map((row) => presentReview(url, request, organizationId, row, day, found));
      });
      const visible = items.filter(({ own, can }) => can.read || own !== undefined);
      return collection(url, request.url, { total: visible.length }, visible, visible.length) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessReviews',
    {
      config: { action: 'review.write' },
      schema: {
        operationId: 'beginAccessReview',
        tags,
        summary: 'Begin the review of a year with all rights held today; refused while one is there, with who began it',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ReviewInput,
        response: responses({ 201: Review }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { year, answerBy } = request.body;
      const day = today(services);
      if (!mayBegin(year, day)) throw invalidInput('year', 'notThisYear');
      if (answerBy < day) throw invalidInput('answerBy', 'inThePast');
      // Thousands of rights come with it.
      const made = await db.tx(
        request.access.scope,
        async (tx) => {
          const { id } = await once(tx, request, organizationId, {
            make: async () => {
              const [begun] = await store.beginReviews(tx, [organizationId], { year, takenOn: day, answerBy, begunAt: services.now(), begunBy: request.access.account?.accountId ?? null });
              if (begun) return begun;
              const there = await store.inTheWay(tx, organizationId, year);
              if (!there) throw new Problem('resourceNotFound');
              throw new Problem('alreadyExists', {
                issues: [
                  {
                    type: 'urn:problem-type:belgif:input-validation:invalidInput',
                    in: 'body',
                    name: 'year',
                    code: there.signed ? 'reviewSigned' : 'reviewUnderWay',
                    parameters: { year: there.year, on: dayOf(there.begunAt), by: there.begunName ?? '–' },
                  },
                ],
              });
            },
            find: async (record) => ({ id: record }),
          });
          return shown(tx, request, organizationId, id);
        },
        { seconds: 60 },
      );
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessReviews/:id',
    {
      config: { action: 'review.read' },
      schema: { operationId: 'getAccessReview', tags, summary: 'A review: who has answered, who has not, what was given since', params: RecordPath, response: responses({ 200: Review }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    '/organizations/:organizationId/accessReviews/:id',
    {
      config: { action: 'review.write' },
      schema: {
        operationId: 'updateAccessReview',
        tags,
        summary: 'Give the heads of service another day to answer by (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: Change,
        response: responses({ 200: Review }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const row = await store.findReview(tx, organizationId, id, today(services));
        if (!row) throw new Problem('resourceNotFound');
        if (row.signedAt) throw new Problem('wrongState');
        if (request.body.answerBy < row.takenOn) throw invalidInput('answerBy', 'inThePast');
        await updateRecord(tx, 'accessReview', organizationId, id, version, request.body);
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/accessReviews/:id',
    {
      config: { action: 'review.write' },
      schema: { operationId: 'deleteAccessReview', tags, summary: 'Take back a review upon which nobody has decided anything yet', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(
        request.access.scope,
        async (tx) => {
          const held = await store.lockOpen(tx, organizationId, id);
          if (!held && !(await store.findReview(tx, organizationId, id, today(services)))) throw new Problem('resourceNotFound');
          if (held && held.version !== version) await refuseStale(tx, 'accessReview', organizationId, id, version);
          if (!(await store.dropReview(tx, organizationId, id))) throw new Problem('wrongState');
        },
        { seconds: 60 },
      );
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessReviews/:id/sign',
    {
      config: { action: 'review.sign' },
      schema: {
        operationId: 'signAccessReview',
        tags,
        summary: 'Sign a review off and freeze its result; refused while a right is undecided, unless a reason is given for each',
        params: RecordPath,
        body: SignatureInput,
        response: responses({ 200: Review }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { scope, account } = request.access;
      await signReview(services, scope, organizationId, id, request.body, { name: account!.name, accountId: account!.accountId });
      return sendVersioned(reply, await db.tx(scope, (tx) => shown(tx, request, organizationId, id))) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessReviews/:id/file',
    {
      config: { action: 'review.read' },
      schema: {
        operationId: 'downloadAccessReview',
        tags,
        summary: 'The result of a review that was signed off, as it was frozen: PDF, Word or workbook',
        params: RecordPath,
        querystring: FileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { format } = request.query;
      // It names everybody with their rights.
      if (!readsAll(request)) throw new Problem('missingPermission');
      const row = await db.tx(request.access.scope, (tx) => store.findReview(tx, organizationId, id, today(services)));
      const fileId = row && { pdf: row.pdfFileId, docx: row.docxFileId, xlsx: row.xlsxFileId }[format];
      if (!fileId) throw new Problem('resourceNotFound');
      const { name, size, stream } = await openFile(db, request.access.scope, organizationId, fileId);
      return reply.type(fileKinds[format]).headers(attachment(name, size)).send(stream) as never;
    },
  );
};
