import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import * as store from './review-store.ts';
import { AnswerData, CommentData, Comments, ReviewData, Reviewers, Reviews } from './review-schemas.ts';
import { findVersion, type VersionRow } from './store.ts';

const tags = ['documents'];

/** Who acts; a program without an account says nothing of a text. */
const accountOf = (request: FastifyRequest): string => {
  const accountId = request.access.account?.accountId;
  if (!accountId) throw new Problem('missingPermission');
  return accountId;
};

const versionOf = async (tx: Tx, organizationId: string, id: string): Promise<VersionRow> => {
  const row = await findVersion(tx, organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  return row;
};
const draftOf = async (tx: Tx, organizationId: string, id: string): Promise<VersionRow> => {
  const row = await versionOf(tx, organizationId, id);
  if (row.state !== 'draft') throw new Problem('wrongState');
  return row;
};

/** Comments on the sections of a draft, and rounds of review by named people. */
export const registerReviews = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const base = (organizationId: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}`;
  const writes = (request: FastifyRequest): boolean => can(request.access.actor, 'document.draft');
  /** Who writes the documents may comment, and whoever is asked for a review that is open. */
  const mayComment = async (tx: Tx, request: FastifyRequest, organizationId: string, versionId: string): Promise<boolean> =>
    writes(request) || store.isAsked(tx, organizationId, versionId, request.access.account?.accountId ?? organizationId);

  const comments = async (tx: Tx, request: FastifyRequest, organizationId: string, versionId: string) => {
    const row = await versionOf(tx, organizationId, versionId);
    const rows = await store.listComments(tx, organizationId, versionId);
    const speaks = row.state === 'draft' && (await mayComment(tx, request, organizationId, versionId));
    const items = rows.map(({ writerId, ...comment }) => ({
      ...comment,
      href: `${base(organizationId)}/documentVersions/${versionId}/comments#${comment.id}`,
      writtenAt: comment.writtenAt.toISOString(),
      resolvedAt: comment.resolvedAt?.toISOString(),
      can: { settle: speaks && comment.parentId === null && (writes(request) || writerId === request.access.account?.accountId) },
    }));
    const open = items.filter(({ parentId, resolvedAt }) => parentId === null && !resolvedAt).length;
    return { self: `${base(organizationId)}/documentVersions/${versionId}/comments`, items, total: items.length, pageSize: items.length, open, can: { write: speaks } };
  };

  api.get(
    '/organizations/:organizationId/documentVersions/:id/comments',
    {
      config: { action: 'document.read' },
      schema: { operationId: 'listDocumentComments', tags, summary: 'What was said of the sections of a version', params: RecordPath, response: responses({ 200: Comments }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, (tx) => comments(tx, request, organizationId, id)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentVersions/:id/comments',
    {
      config: { action: 'document.comment' },
      schema: {
        operationId: 'createDocumentComment',
        tags,
        summary: 'Comment on a section of a draft, or answer a comment',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: CommentData,
        response: responses({ 201: Comments }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { sectionKey, text, parentId } = request.body;
      const shown = await db.tx(request.access.scope, async (tx) => {
        await draftOf(tx, organizationId, id);
        if (!(await mayComment(tx, request, organizationId, id))) throw new Problem('missingPermission');
        const parent = parentId === undefined ? undefined : (await store.listComments(tx, organizationId, id)).find((one) => one.id === parentId && one.parentId === null);
        if (parentId !== undefined && !parent) throw invalidInput('parentId', 'referencedResourceNotFound');
        const comment = { documentVersionId: id, sectionKey: parent?.sectionKey ?? sectionKey, parentId: parentId ?? null, text, writtenBy: accountOf(request), writtenAt: services.now() };
        await once(tx, request, organizationId, { make: () => store.insertComment(tx, organizationId, comment), find: (made) => store.findComment(tx, organizationId, made) });
        return comments(tx, request, organizationId, id);
      });
      return reply
        .status(201)
        .header('location', shown.self)
        .send(shown as never) as never;
    },
  );

  for (const [verb, summary] of [
    ['resolve', 'Settle a thread of comments'],
    ['reopen', 'Open a thread of comments again'],
  ] as const) {
    api.post(
      `/organizations/:organizationId/documentComments/:id/${verb}`,
      { config: { action: 'document.comment' }, schema: { operationId: `${verb}DocumentComment`, tags, summary, params: RecordPath, response: responses({ 200: Comments }) } },
      async (request) => {
        const { organizationId, id } = request.params;
        return db.tx(request.access.scope, async (tx) => {
          const comment = await store.findComment(tx, organizationId, id);
          const accountId = accountOf(request);
          if (!writes(request) && comment.writtenBy !== accountId) throw new Problem('missingPermission');
          await draftOf(tx, organizationId, comment.documentVersionId);
          if (comment.parentId !== null) throw new Problem('wrongState');
          await store.settleComment(tx, organizationId, id, verb === 'resolve' ? { accountId, at: services.now() } : undefined);
          return comments(tx, request, organizationId, comment.documentVersionId);
        }) as never;
      },
    );
  }

  const reviews = async (tx: Tx, request: FastifyRequest, organizationId: string, versionId: string) => {
    const row = await versionOf(tx, organizationId, versionId);
    const rows = await store.listReviews(tx, organizationId, versionId);
    const me = request.access.account?.accountId;
    const items = rows.map(({ answers, ...review }) => {
      const open = review.closedAt === null;
      return {
        ...review,
        href: `${base(organizationId)}/documentVersions/${versionId}/reviews#${review.id}`,
        askedAt: review.askedAt.toISOString(),
        closedAt: review.closedAt?.toISOString(),
        answers: (answers ?? []).map(({ accountId, ...answer }) => ({ ...answer, mine: accountId === me })),
        can: { answer: open && (answers ?? []).some(({ accountId }) => accountId === me), close: open && writes(request) },
      };
    });
    const mayAsk = row.state === 'draft' && writes(request) && items.every(({ closedAt }) => closedAt !== undefined);
    return { self: `${base(organizationId)}/documentVersions/${versionId}/reviews`, items, total: items.length, pageSize: items.length, can: { ask: mayAsk } };
  };

  api.get(
    '/organizations/:organizationId/documentVersions/:id/reviews',
    {
      config: { action: 'document.read' },
      schema: {
        operationId: 'listDocumentReviews',
        tags,
        summary: 'The reviews of a version: who was asked, until when, and what they answered',
        params: RecordPath,
        response: responses({ 200: Reviews }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, (tx) => reviews(tx, request, organizationId, id)) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentVersions/:id/reviews',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'createDocumentReview',
        tags,
        summary: 'Ask people of the centre to review a draft until a date',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: ReviewData,
        response: responses({ 201: Reviews }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { until, accountIds, note } = request.body;
      const day = today(services);
      const shown = await db.tx(request.access.scope, async (tx) => {
        await draftOf(tx, organizationId, id);
        if (until < day) throw invalidInput('until', 'inThePast');
        const readers = new Set((await store.listReviewers(tx, organizationId, day)).map(({ accountId }) => accountId));
        const stranger = accountIds.findIndex((accountId) => !readers.has(accountId));
        if (stranger >= 0) throw invalidInput(`accountIds[${stranger}]`, 'referencedResourceNotFound');
        const review = { documentVersionId: id, until, note: note ?? null, askedBy: request.access.account?.accountId ?? null, askedAt: services.now() };
        await once(tx, request, organizationId, {
          make: () => store.insertReview(tx, organizationId, review, [...new Set(accountIds)]),
          find: (made) => store.findReview(tx, organizationId, made),
        });
        return reviews(tx, request, organizationId, id);
      });
      return reply
        .status(201)
        .header('location', shown.self)
        .send(shown as never) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentReviews/:id/answer',
    {
      config: { action: 'document.comment' },
      schema: {
        operationId: 'answerDocumentReview',
        tags,
        summary: 'Answer a review one was asked for; the last answer ends it',
        params: RecordPath,
        body: AnswerData,
        response: responses({ 200: Reviews }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const { opinion, text } = request.body;
      return db.tx(request.access.scope, async (tx) => {
        const review = await store.findReview(tx, organizationId, id);
        if (review.closedAt) throw new Problem('wrongState');
        const answer = { opinion, text: text ?? null, answeredAt: services.now() };
        if (!(await store.writeAnswer(tx, organizationId, id, accountOf(request), answer))) throw new Problem('missingPermission');
        if (await store.allAnswered(tx, organizationId, id)) await store.closeReview(tx, organizationId, id, { closedBy: null, closedAt: services.now() });
        return reviews(tx, request, organizationId, review.documentVersionId);
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/documentReviews/:id/close',
    {
      config: { action: 'document.draft' },
      schema: { operationId: 'closeDocumentReview', tags, summary: 'End a review before everybody has answered', params: RecordPath, response: responses({ 200: Reviews }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const review = await store.findReview(tx, organizationId, id);
        if (review.closedAt) throw new Problem('wrongState');
        await store.closeReview(tx, organizationId, id, { closedBy: request.access.account?.accountId ?? null, closedAt: services.now() });
        return reviews(tx, request, organizationId, review.documentVersionId);
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/documentReviewers',
    {
      config: { action: 'document.draft' },
      schema: {
        operationId: 'listDocumentReviewers',
        tags,
        summary: 'Who may be asked for a review: accounts that read the documents of the centre',
        params: OrganizationPath,
        response: responses({ 200: Reviewers }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const found = await db.tx(request.access.scope, (tx) => store.listReviewers(tx, organizationId, today(services)));
      const self = `${base(organizationId)}/documentReviewers`;
      return { self, items: found.map((reader) => ({ ...reader, href: `${self}#${reader.accountId}` })), total: found.length, pageSize: found.length };
    },
  );
};
