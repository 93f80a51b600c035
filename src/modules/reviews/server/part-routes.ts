import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { DecisionsInput, PartInput, SeenInput, Whose } from '../review.ts';
import { confirmRest, decide, handInPart, whose } from './answers.ts';
import { follow } from './follow.ts';
import * as parts from './part-store.ts';
import { personOf, presentPeople, presentRight } from './present.ts';
import { Answered, ReviewPart } from './schemas.ts';
import * as store from './store.ts';
import { warnings } from './warnings.ts';

const tags = ['reviews'];

/** The answers to a review: each head of service for their people, and the adviser where nobody else answers, or in somebody's place. */
export const registerAccessReviewParts = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const base = '/organizations/:organizationId/accessReviews/:id';
  const where = (request: FastifyRequest, { organizationId, id }: { organizationId: string; id: string }) => ({
    organizationId,
    reviewId: id,
    day: today(services),
    now: services.now(),
    accountId: request.access.account?.accountId ?? null,
    me: personOf(request, organizationId),
  });

  api.get(
    `${base}/part`,
    {
      config: { action: 'review.own' },
      schema: {
        operationId: 'getAccessReviewPart',
        tags,
        summary: 'The people that one answers for, with the rights that each held on the day of the review',
        params: RecordPath,
        querystring: z.strictObject({ by: Whose }),
        response: responses({ 200: ReviewPart }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const day = today(services);
      return db.tx(request.access.scope, async (tx) => {
        const review = await store.findReview(tx, organizationId, id, day);
        if (!review) throw new Problem('resourceNotFound');
        const { reviewerId, own, answer } = whose(request, organizationId, request.query.by, 'read');
        const rows = await parts.itemsOf(tx, organizationId, id, day, { reviewerId });
        const name = reviewerId && (await store.nameOf(tx, organizationId, reviewerId));
        if (reviewerId && !name) throw new Problem('resourceNotFound');
        return {
          reviewId: id,
          year: review.year,
          takenOn: review.takenOn,
          answerBy: review.answerBy,
          state: review.signedAt ? ('signed' as const) : ('underWay' as const),
          by: own ? 'own' : (reviewerId ?? 'adviser'),
          ...(name ? { reviewerName: name } : {}),
          own,
          can: { answer: answer && !review.signedAt },
          people: presentPeople(rows, request.access.account?.accountId, await warnings(tx, organizationId, rows, day, request.access.account?.language)),
        };
      });
    },
  );

  api.put(
    `${base}/decisions`,
    {
      config: { action: 'review.own' },
      schema: {
        operationId: 'decideAccessReview',
        tags,
        summary: 'Confirm, change or withdraw rights of one’s people, or take an answer back: all that is sent, or nothing',
        params: RecordPath,
        body: DecisionsInput,
        response: responses({ 200: Answered }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const at = where(request, request.params);
      return db.tx(request.access.scope, async (tx) => {
        const exists = () => store.findReview(tx, organizationId, id, at.day);
        if (!(await exists())) throw new Problem('resourceNotFound');
        const { reviewerId } = whose(request, organizationId, request.body.by, 'answer');
        const rows = await decide(tx, at, reviewerId, request.body.items, exists);
        const warningsOf = await warnings(tx, organizationId, rows, at.day, request.access.account?.language);
        return { rights: rows.map((row) => presentRight(row, warningsOf(row))) };
      });
    },
  );

  api.post(
    `${base}/seen`,
    {
      config: { action: 'review.own' },
      schema: { operationId: 'seeAccessReview', tags, summary: 'Say that one has opened the rights of these people', params: RecordPath, body: SeenInput, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const at = where(request, request.params);
      await db.tx(request.access.scope, async (tx) => {
        // Once it is signed off, who opened what stays as it was.
        if (!(await store.lockOpen(tx, organizationId, id))) throw new Problem((await store.findReview(tx, organizationId, id, at.day)) ? 'wrongState' : 'resourceNotFound');
        const { reviewerId } = whose(request, organizationId, request.body.by, 'answer');
        const mine = await parts.itemsOf(tx, organizationId, id, at.day, { reviewerId, personIds: request.body.personIds });
        if (!at.accountId || request.body.personIds.some((personId) => !mine.some((row) => row.personId === personId))) throw new Problem('resourceNotFound');
        await parts.markSeen(tx, organizationId, id, request.body.personIds, at.accountId);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/confirm`,
    {
      config: { action: 'review.own' },
      schema: {
        operationId: 'confirmAccessReview',
        tags,
        summary: 'Confirm all that is still undecided of one’s people; refused before each of them was opened',
        params: RecordPath,
        body: PartInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const at = where(request, request.params);
      await db.tx(request.access.scope, async (tx) => {
        const exists = () => store.findReview(tx, organizationId, id, at.day);
        if (!(await exists())) throw new Problem('resourceNotFound');
        await confirmRest(tx, at, whose(request, organizationId, request.body.by, 'answer').reviewerId, exists);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    `${base}/handIn`,
    {
      config: { action: 'review.own' },
      schema: {
        operationId: 'handInAccessReview',
        tags,
        summary: 'Hand in one’s part: it does not change any more, and what is withdrawn or changed becomes steps',
        params: RecordPath,
        body: PartInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const at = where(request, request.params);
      await db.tx(request.access.scope, async (tx) => {
        const exists = () => store.findReview(tx, organizationId, id, at.day);
        if (!(await exists())) throw new Problem('resourceNotFound');
        const handed = await handInPart(tx, at, whose(request, organizationId, request.body.by, 'answer').reviewerId, exists);
        await follow(tx, organizationId, id, handed, at.day);
      });
      return reply.status(204).send() as never;
    },
  );
};
