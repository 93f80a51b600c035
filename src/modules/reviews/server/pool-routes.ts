import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import { type Action, can } from '../../../kernel/permissions.ts';
import { type Issue, invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { BeginningsInput, poolStateOf, poolStates } from '../pool.ts';
import { mayBegin } from '../review.ts';
import * as pool from './pool-store.ts';
import { beginReviews } from './store.ts';

const tags = ['reviews'];
const optional = z.string().optional();

const Pool = z
  .object({
    year: z.int(),
    years: z.array(z.int()).describe('Of which years there are reviews, and this year’s; the newest first'),
    mayBegin: z.boolean().describe('Whether a review of that year can be begun today'),
    centres: z.array(
      z.object({
        organizationId: z.uuid(),
        slug: z.string(),
        municipality: z.string(),
        reviewId: z.uuid().optional(),
        state: z.enum(poolStates),
        takenOn: optional,
        answerBy: optional,
        signedOn: optional,
        otherYear: z.int().optional().describe('Another year’s review that is under way, and comes first'),
        people: z.int(),
        rights: z.int(),
        undecided: z.int(),
        answering: z.int().describe('How many answer in it, the adviser as one'),
        owing: z.int().describe('Of them, those who still owe an answer'),
        can: z.object({ begin: z.boolean() }),
      }),
    ),
  })
  .meta({ id: 'AccessReviewPool' });
const Beginnings = z.object({ year: z.int(), reviews: z.array(z.object({ organizationId: z.uuid(), id: z.uuid() })) }).meta({ id: 'AccessReviewBeginnings' });

/** The yearly reviews over several centres: where each stands, and one beginning for many. In each centre one's roles there decide. */
export const registerAccessReviewPool = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const centresWhere = ({ access }: FastifyRequest, action: Action): string[] =>
    access.links.filter((link) => can({ ...access.actor, roles: link.roles, installation: [] }, action)).map(({ organizationId }) => organizationId);

  api.get(
    '/accessReviewPool',
    {
      config: { action: 'review.pool' },
      schema: {
        operationId: 'getAccessReviewPool',
        tags,
        summary: 'How the yearly reviews of access rights stand in the centres of the caller: this year’s, unless another is asked for',
        querystring: z.strictObject({ year: z.coerce.number().int().min(1990).max(2199).optional() }),
        response: responses({ 200: Pool }),
      },
    },
    async (request) => {
      const day = today(services);
      const thisYear = Number(day.slice(0, 4));
      const year = request.query.year ?? thisYear;
      const organizationIds = centresWhere(request, 'review.follow');
      const writable = new Set(centresWhere(request, 'review.write'));
      const [rows, years, figures] =
        organizationIds.length === 0
          ? [[], [], []]
          : await db.tx(
              { ...request.access.scope, organizations: organizationIds },
              async (tx) => {
                const found = await pool.poolOf(tx, organizationIds, year);
                const begun = found.filter(({ reviewId }) => reviewId !== null);
                return [
                  found,
                  await pool.poolYears(tx, organizationIds),
                  await pool.poolFigures(
                    tx,
                    begun.map((row) => row.organizationId),
                    begun.map((row) => row.reviewId!),
                    day,
                  ),
                ] as const;
              },
              { seconds: 30 },
            );
      const ofCentre = new Map(figures.map((one) => [one.organizationId, one]));
      const open = mayBegin(year, day);
      return {
        year,
        years: [...new Set([...(mayBegin(thisYear + 1, day) ? [thisYear + 1] : []), thisYear, year, ...years])].toSorted((a, b) => b - a),
        mayBegin: open,
        centres: rows.map((row) => {
          const { people = 0, rights = 0, undecided = 0, answering = 0, owing = 0 } = ofCentre.get(row.organizationId) ?? {};
          // What was signed off owes nothing any more.
          const left = row.signedOn === null ? undecided : 0;
          return {
            organizationId: row.organizationId,
            slug: row.slug,
            municipality: row.municipality,
            ...(row.reviewId ? { reviewId: row.reviewId } : {}),
            state: poolStateOf({ ...row, undecided: left }, day),
            ...(row.takenOn ? { takenOn: row.takenOn } : {}),
            ...(row.answerBy ? { answerBy: row.answerBy } : {}),
            ...(row.signedOn ? { signedOn: row.signedOn } : {}),
            ...(row.otherYear ? { otherYear: row.otherYear } : {}),
            people,
            rights,
            undecided: left,
            answering,
            owing: row.signedOn === null ? owing : 0,
            can: { begin: open && row.reviewId === null && row.otherYear === null && writable.has(row.organizationId) },
          };
        }),
      };
    },
  );

  /** Refuses with one issue for each centre that has a review already: whose it is, and since when. */
  const refuseThere = async (tx: Tx, asked: readonly string[], organizationIds: readonly string[], year: number): Promise<never> => {
    const there = await pool.inTheWayOf(tx, organizationIds, year);
    if (there.length === 0) throw new Problem('resourceNotFound');
    throw new Problem('alreadyExists', {
      issues: there.map((one): Issue => ({
        type: 'urn:problem-type:belgif:input-validation:invalidInput',
        in: 'body',
        name: `organizationIds[${asked.indexOf(one.organizationId)}]`,
        code: one.signed ? 'centreSigned' : 'centreUnderWay',
        parameters: { centre: one.municipality, year: one.year, on: dayOf(one.begunAt), by: one.begunName ?? '–' },
      })),
    });
  };

  api.post(
    '/accessReviewBeginnings',
    {
      config: { action: 'review.pool' },
      schema: {
        operationId: 'beginAccessReviews',
        tags,
        summary: 'Begin the review of a year in several centres at once: in all of them or in none; refused with each centre that has one already',
        headers: IdempotencyHeader,
        body: BeginningsInput,
        response: responses({ 201: Beginnings }),
      },
    },
    async (request, reply) => {
      const { year, answerBy } = request.body;
      const asked = request.body.organizationIds.map((id) => id.toLowerCase());
      const organizationIds = [...new Set(asked)].toSorted();
      const writable = new Set(centresWhere(request, 'review.write'));
      // A centre where one may not write does not exist for whoever asks.
      if (!organizationIds.every((id) => writable.has(id))) throw new Problem('resourceNotFound');
      const day = today(services);
      if (!mayBegin(year, day)) throw invalidInput('year', 'notThisYear');
      if (answerBy < day) throw invalidInput('answerBy', 'inThePast');
      const reviews = await db.tx(
        { ...request.access.scope, organizations: organizationIds },
        async (tx) => {
          await once(tx, request, organizationIds[0]!, {
            make: async () => {
              const begun = await beginReviews(tx, organizationIds, { year, takenOn: day, answerBy, begunAt: services.now(), begunBy: request.access.account?.accountId ?? null });
              if (begun.length < organizationIds.length) {
                const made = new Set(begun.map(({ organizationId }) => organizationId));
                return refuseThere(
                  tx,
                  asked,
                  organizationIds.filter((id) => !made.has(id)),
                  year,
                );
              }
              return begun[0]!;
            },
            find: async (id) => ({ id }),
          });
          return pool.poolOf(tx, organizationIds, year);
        },
        // Over the whole country, a hundred thousand rights come with it, each with its entry in the trail.
        { seconds: 300 },
      );
      reply.status(201);
      return { year, reviews: reviews.flatMap(({ organizationId, reviewId }) => (reviewId ? [{ organizationId, id: reviewId }] : [])) } as never;
    },
  );
};
