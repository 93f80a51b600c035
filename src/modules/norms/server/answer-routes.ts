import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { collection, expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findRow, listRows } from './assessment-norm-store.ts';
import { presentRows } from './assessment-present.ts';
import { NormRow, OwnNorms } from './assessment-schemas.ts';
import { answerNorm, confirmNorms } from './assessment-service.ts';

const tags = ['norms'];

/** Whose norms a route is about: everybody's for those who write assessments, one's own for whoever was asked to answer some. */
export const sides = [
  { own: false, norms: 'assessmentNorms', evidence: 'assessmentProofs', name: 'AssessmentNorm', read: 'norm.read', write: 'norm.write' },
  { own: true, norms: 'ownNorms', evidence: 'ownProofs', name: 'OwnNorm', read: 'norm.own', write: 'norm.own' },
] as const;
export type Side = (typeof sides)[number];

/** The person whose norms may be touched: nobody in particular, or the caller, who owns nothing where no person of the centre is theirs. Throws resourceNotFound. */
export const ownerOf = (request: FastifyRequest, side: Pick<Side, 'own'>): string | undefined => {
  if (!side.own) return undefined;
  const personId = request.access.links[0]?.personId;
  if (!personId) throw new Problem('resourceNotFound');
  return personId;
};

/** Norms answered one by one: of a whole assessment, and those that one was asked to answer. */
export const registerAnswers = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const shown = async (request: FastifyRequest, side: Side, organizationId: string, id: string) => {
    const [row] = await db.tx(request.access.scope, async (tx) =>
      presentRows(tx, { url, organizationId, actor: request.access.actor, today: today(services), own: side.own }, [await findRow(tx, organizationId, id, ownerOf(request, side))]),
    );
    return row!;
  };

  api.get(
    '/organizations/:organizationId/ownNorms',
    {
      config: { action: 'norm.own' },
      schema: {
        operationId: 'listOwnNorms',
        tags,
        summary: 'The norms that I was asked to answer, in the assessments that are open',
        params: OrganizationPath,
        response: responses({ 200: OwnNorms }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const personId = request.access.links[0]?.personId;
      const items = personId
        ? await db.tx(request.access.scope, async (tx) =>
            presentRows(tx, { url, organizationId, actor: request.access.actor, today: today(services), own: true }, await listRows(tx, organizationId, { ownerId: personId, open: true })),
          )
        : [];
      return collection(url, request.url, { total: items.length }, items, items.length) as never;
    },
  );

  for (const side of sides) {
    api.get(
      `/organizations/:organizationId/${side.norms}/:id`,
      {
        config: { action: side.read },
        schema: {
          operationId: `get${side.name}`,
          tags,
          summary: side.own ? 'Read a norm that I was asked to answer' : 'Read a norm of an assessment',
          params: RecordPath,
          response: responses({ 200: NormRow }),
        },
      },
      async (request, reply) => sendVersioned(reply, await shown(request, side, request.params.organizationId, request.params.id)) as never,
    );

    api.patch(
      `/organizations/:organizationId/${side.norms}/:id`,
      {
        config: { action: side.write },
        schema: {
          operationId: `answer${side.name}`,
          tags,
          summary: side.own ? 'Answer a norm that I was asked to answer (JSON Merge Patch)' : 'Answer a norm of an assessment (JSON Merge Patch)',
          consumes: ['application/merge-patch+json'],
          params: RecordPath,
          body: z.looseObject({}).meta({ id: `${side.name}Patch` }),
          response: responses({ 200: NormRow }),
        },
      },
      async (request, reply) => {
        const { organizationId, id } = request.params;
        const version = expectedVersion(request.headers['if-match']);
        const by = { at: services.now(), accountId: request.access.account?.accountId, ownerId: ownerOf(request, side) };
        await db.tx(request.access.scope, (tx) => answerNorm(tx, organizationId, id, version, request.body, by));
        return sendVersioned(reply, await shown(request, side, organizationId, id)) as never;
      },
    );
  }

  api.post(
    '/organizations/:organizationId/ownNorms/:id/confirm',
    {
      config: { action: 'norm.own' },
      schema: { operationId: 'confirmOwnNorm', tags, summary: 'Confirm last year’s answer to a norm that I was asked to answer', params: RecordPath, response: responses({ 200: NormRow }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const ownerId = ownerOf(request, { own: true });
      await db.tx(request.access.scope, async (tx) => {
        const { assessmentId } = await findRow(tx, organizationId, id, ownerId);
        await confirmNorms(tx, organizationId, assessmentId, { ids: [id], ownerId }, { at: services.now(), accountId: request.access.account?.accountId });
      });
      return sendVersioned(reply, await shown(request, sides[1], organizationId, id)) as never;
    },
  );
};
