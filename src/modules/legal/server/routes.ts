import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { LegalText, legalStates, textsFor } from '../legal-text.ts';
import { legalRegister } from './register.ts';

/** The legal register: reference data, the same for every centre, cacheable for an hour. */
export const registerLegal = (app: FastifyInstance, services: Services): void => {
  const Collection = z.object({ self: z.string(), items: z.array(LegalText), total: z.int(), pageSize: z.int() }).meta({ id: 'LegalTexts' });
  const query = z.strictObject({ state: z.enum(legalStates).optional(), region: z.enum(['wallonia', 'germanSpeaking', 'brussels', 'flanders']).optional() });
  app.withTypeProvider<ZodTypeProvider>().get(
    '/refData/legalTexts',
    {
      config: { action: 'legal.read' },
      schema: {
        operationId: 'listLegalTexts',
        tags: ['legal'],
        summary: 'The laws and norms that bind a centre, with their state and how sure it is',
        querystring: query,
        response: responses({ 200: Collection }),
      },
    },
    async (request, reply) => {
      const { state, region } = request.query;
      const items = (region ? textsFor(legalRegister(), region) : [...legalRegister()]).filter((text) => !state || text.state === state);
      reply.header('cache-control', 'private, max-age=3600');
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );
};
