import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { installationId } from '../../../server/db/database.ts';
import { responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { FrameworkId, normById, normsOf, Texts } from '../framework.ts';
import { relationKinds } from '../mapping.ts';
import { gives, reach, type Results, reversed } from '../mapping-gives.ts';
import { listFrameworks, readFramework, readMapping } from './framework-store.ts';
import { resultsOf } from './mapping-store.ts';

const Given = z.object({
  norm: z.string(),
  title: Texts,
  kind: z.enum(['carried', 'hint']),
  value: z.number().describe('How far it is fulfilled, from 0 to 1'),
  from: z.array(z.object({ norm: z.string(), title: Texts, relation: z.enum(relationKinds), value: z.number() })),
});
const Gives = z
  .object({
    self: z.string(),
    from: z.object({ id: z.string(), version: z.string(), title: Texts }),
    to: z.object({ id: z.string(), version: z.string(), title: Texts }),
    year: z.int(),
    norms: z.int().describe('Norms of the other framework'),
    carried: z.int().describe('Of them, those that the mapping may answer'),
    hinted: z.int(),
    items: z.array(Given),
    total: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'AssessmentGives' });

const valueOf: Record<string, number> = { yes: 1, partly: 0.5, no: 0 };

/** What an assessment in one framework says of another, by the mapping between them. */
export const registerMappings = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/assessments/:id/mappings/:targetId',
    {
      config: { action: 'norm.read' },
      schema: {
        operationId: 'getAssessmentGives',
        tags: ['norms'],
        summary: 'What the results of an assessment say of the newest version of another framework: what is answered there, and what is only hinted at',
        params: z.strictObject({ organizationId: z.uuid().toLowerCase(), id: z.uuid().toLowerCase(), targetId: FrameworkId }),
        response: responses({ 200: Gives }),
      },
    },
    async (request) => {
      const { organizationId, id, targetId } = request.params;
      const assessed = await services.db.tx(request.access.scope, (tx) => resultsOf(tx, organizationId, id));
      if (!assessed) throw new Problem('resourceNotFound');
      const { framework, frameworkVersion, year } = assessed;
      const [from, to, mapping] = await services.db.tx({ organizations: [installationId], actor: request.access.scope.actor }, async (tx) => {
        const newest = (await listFrameworks(tx)).find(({ frameworkId }) => frameworkId === targetId)?.frameworkVersion;
        const own = await readMapping(tx, framework, targetId);
        const other = own ? undefined : await readMapping(tx, targetId, framework);
        return [await readFramework(tx, framework, frameworkVersion), newest === undefined ? undefined : await readFramework(tx, targetId, newest), own ?? (other && reversed(other))] as const;
      });
      if (!from || !to || !mapping) throw new Problem('resourceNotFound');
      const results: Results = Object.fromEntries(assessed.results.map(({ normId, result }) => [normId, result === null ? undefined : valueOf[result]]));
      const order = new Map(normsOf(to).map((norm, index) => [norm.id, index]));
      const { carried, hinted } = reach(mapping, [...order.keys()]);
      const items = gives(mapping, results)
        // A mapping that was made for another version may name norms that this one lacks.
        .filter(({ norm }) => order.has(norm))
        .toSorted((a, b) => order.get(a.norm)! - order.get(b.norm)!)
        .map((given) => ({
          ...given,
          title: normById(to, given.norm)!.norm.title,
          from: given.from.map((one) => ({ ...one, title: normById(from, one.norm)?.norm.title ?? { en: one.norm } })),
        }));
      const head = ({ id: name, version, title }: typeof to) => ({ id: name, version, title });
      return { self: `${services.url}${request.url}`, from: head(from), to: head(to), year, norms: order.size, carried, hinted, items, total: items.length, pageSize: items.length };
    },
  );
};
