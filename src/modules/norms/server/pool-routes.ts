import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Action, can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { assessmentStates } from '../assessment.ts';
import { FrameworkId, normById, Norm, scales, Texts } from '../framework.ts';
import { SharedAnswerInput, weakestNorms } from '../pool.ts';
import { asked, results, scaleOfNorm, scoringOf, threshold } from '../scoring.ts';
import { answerNorm, frameworkOf } from './assessment-service.ts';
import { insertEvidence } from './evidence-store.ts';
import * as store from './pool-store.ts';

const tags = ['norms'];
const optional = z.string().optional();
/** Of the norms that are weak somewhere, so many are named. */
const weakestShown = 15;

const Heat = z
  .object({
    years: z.array(z.object({ frameworkId: z.string(), title: Texts, year: z.int(), centres: z.int() })).describe('What there is to look at, the newest first'),
    frameworkId: optional,
    year: z.int().optional(),
    title: Texts.optional(),
    chapters: z.array(z.object({ id: z.string(), title: Texts })),
    centres: z.array(
      z.object({
        organizationId: z.uuid(),
        slug: z.string(),
        name: z.record(z.string(), z.string()),
        municipality: z.string(),
        assessmentId: z.uuid().optional(),
        state: z.enum(assessmentStates).optional(),
        yes: z.int(),
        asked: z.int(),
        open: z.int(),
        chapters: z.record(z.string(), z.tuple([z.int(), z.int()])).describe('By chapter: norms fulfilled, norms asked'),
      }),
    ),
    weakest: z.array(z.object({ normId: z.string(), chapterId: optional, title: Texts, no: z.int(), partly: z.int() })).describe('Norms that most centres do not fulfil'),
  })
  .meta({ id: 'NormHeat' });

const SharedNorm = z
  .object({
    frameworkId: z.string(),
    year: z.int(),
    norm: Norm,
    scale: z.enum(scales),
    needs: z.int().optional(),
    centres: z.array(
      z.object({
        organizationId: z.uuid(),
        slug: z.string(),
        municipality: z.string(),
        state: z.enum(assessmentStates),
        result: z.enum(results).optional(),
        comment: optional,
        can: z.boolean().describe('Whether the caller may answer it there today'),
      }),
    ),
  })
  .meta({ id: 'SharedNorm' });

/** The norms over several centres: the picture of a pool, and one answer for many. In each centre one's roles there decide. */
export const registerNormPool = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const centresWhere = ({ access }: FastifyRequest, action: Action): string[] =>
    access.links.filter((link) => can({ ...access.actor, roles: link.roles, installation: [] }, action)).map(({ organizationId }) => organizationId);
  const scopeOf = (request: FastifyRequest, organizations: readonly string[]) => ({ ...request.access.scope, organizations });

  api.get(
    '/normHeat',
    {
      config: { action: 'norm.pool' },
      schema: {
        operationId: 'getNormHeat',
        tags,
        summary: 'How the centres of the caller fulfil the norms of a year, chapter by chapter, and which norms are weakest',
        querystring: z.strictObject({ frameworkId: FrameworkId.optional(), year: z.coerce.number().int().min(1990).max(2199).optional() }),
        response: responses({ 200: Heat }),
      },
    },
    async (request) => {
      const organizationIds = centresWhere(request, 'norm.read');
      if (organizationIds.length === 0) return { years: [], chapters: [], centres: [], weakest: [] };
      return db.tx(scopeOf(request, organizationIds), async (tx) => {
        const known = (await store.assessedYears(tx, organizationIds)).map(({ framework, ...one }) => ({ frameworkId: framework, ...one }));
        const { frameworkId, year } = request.query;
        // What most centres have of the newest year, unless another is asked for.
        const chosen = known.find((one) => (frameworkId === undefined || one.frameworkId === frameworkId) && (year === undefined || one.year === year));
        if (!chosen) return { years: known, chapters: [], centres: [], weakest: [] };
        const rows = await store.summariesOf(tx, organizationIds, chosen.frameworkId, chosen.year);
        const versions = new Map<string, number>();
        for (const { frameworkVersion } of rows) if (frameworkVersion) versions.set(frameworkVersion, (versions.get(frameworkVersion) ?? 0) + 1);
        const [[version] = ['']] = [...versions].toSorted((a, b) => b[1] - a[1]);
        const framework = await frameworkOf(tx, { framework: chosen.frameworkId, frameworkVersion: version });
        return {
          years: known,
          frameworkId: chosen.frameworkId,
          year: chosen.year,
          title: framework.title,
          chapters: framework.chapters.map(({ id, title }) => ({ id, title })),
          centres: rows.map(({ organizationId, slug, name, municipality, assessmentId, state, summary }) => ({
            organizationId,
            slug,
            name,
            municipality,
            ...(assessmentId ? { assessmentId } : {}),
            ...(state ? { state } : {}),
            yes: summary?.total.yes ?? 0,
            asked: summary ? asked(summary.total) : 0,
            open: summary?.total.open ?? 0,
            chapters: Object.fromEntries((summary?.chapters ?? []).map((tally) => [tally.id, [tally.yes, asked(tally)] as [number, number]])),
          })),
          weakest: weakestNorms(rows, weakestShown).map((weak) => {
            const found = normById(framework, weak.normId);
            return { ...weak, ...(found ? { chapterId: found.chapter.id } : {}), title: found?.norm.title ?? { fr: weak.normId } };
          }),
        };
      });
    },
  );

  const Which = z.strictObject({ frameworkId: FrameworkId, year: z.coerce.number().int().min(1990).max(2199), normId: z.string().min(1).max(100) });
  api.get(
    '/sharedNorms',
    {
      config: { action: 'norm.pool' },
      schema: { operationId: 'getSharedNorm', tags, summary: 'What each centre of the caller says of one norm', querystring: Which, response: responses({ 200: SharedNorm }) },
    },
    async (request) => {
      const { frameworkId, year, normId } = request.query;
      const organizationIds = centresWhere(request, 'norm.read');
      const writable = new Set(centresWhere(request, 'norm.write'));
      return db.tx(scopeOf(request, organizationIds), async (tx) => {
        const rows = await store.normOverCentres(tx, organizationIds, frameworkId, year, normId);
        const version = rows.find(({ rowId }) => rowId !== null)?.frameworkVersion;
        const framework = version === undefined ? undefined : await frameworkOf(tx, { framework: frameworkId, frameworkVersion: version });
        const found = framework && normById(framework, normId);
        if (!framework || !found) throw new Problem('resourceNotFound');
        const scale = scaleOfNorm(framework.scale, found.norm.guidelines.length);
        return {
          frameworkId,
          year,
          norm: found.norm,
          scale,
          ...(scale === 'guidelines' ? { needs: threshold(found.norm.guidelines.length, scoringOf(frameworkId)).needs } : {}),
          centres: rows
            .filter(({ rowId }) => rowId !== null)
            .map(({ organizationId, slug, municipality, state, result, comment }) => ({
              organizationId,
              slug,
              municipality,
              state,
              ...(result ? { result } : {}),
              ...(comment ? { comment } : {}),
              can: state === 'opened' && writable.has(organizationId),
            })),
        };
      });
    },
  );

  api.post(
    '/sharedAnswers',
    {
      config: { action: 'norm.pool' },
      schema: {
        operationId: 'answerForCentres',
        tags,
        summary: 'Answer one norm for several centres at once: in all of them or in none; each centre’s own afterwards',
        body: SharedAnswerInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { frameworkId, year, normId, given, link, ...body } = request.body;
      const organizationIds = [...new Set(body.organizationIds)].toSorted();
      const writable = new Set(centresWhere(request, 'norm.write'));
      // A centre where one may not write does not exist for whoever asks.
      if (!organizationIds.every((id) => writable.has(id))) throw new Problem('resourceNotFound');
      const by = { at: services.now(), accountId: request.access.account?.accountId };
      await db.tx(scopeOf(request, organizationIds), async (tx) => {
        const rows = new Map((await store.normOverCentres(tx, organizationIds, frameworkId, year, normId)).map((row) => [row.organizationId, row]));
        for (const [index, organizationId] of organizationIds.entries()) {
          const row = rows.get(organizationId);
          const at = `organizationIds[${body.organizationIds.indexOf(organizationId)}]`;
          if (!row?.rowId || row.version === null) throw invalidInput(at, 'normNotAsked', { centre: row?.municipality ?? String(index + 1) });
          if (row.state !== 'opened') throw invalidInput(at, 'assessmentClosed', { centre: row.municipality });
          const guidelines = normById(await frameworkOf(tx, { framework: frameworkId, frameworkVersion: row.frameworkVersion }), normId)?.norm.guidelines ?? [];
          // What was answered there before gives way, guideline by guideline.
          const answers = { ...Object.fromEntries(guidelines.map(({ id }) => [id, null])), ...given.answers };
          const patch = {
            answers,
            answer: given.answer ?? null,
            reason: given.reason ?? null,
            documentation: given.documentation ?? null,
            implementation: given.implementation ?? null,
            ...(given.comment ? { comment: given.comment } : {}),
          };
          await answerNorm(tx, organizationId, row.rowId, row.version, patch, by);
          if (link && !(await store.hasLink(tx, organizationId, row.rowId, link.url)))
            await insertEvidence(tx, organizationId, row.rowId, { kind: 'link', ...link }, { on: today(services), by: by.accountId ?? null });
        }
      });
      return reply.status(204).send() as never;
    },
  );
};
