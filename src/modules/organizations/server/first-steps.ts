import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { firstSteps, stepsOf } from '../first-steps.ts';
import { beginningsOf } from './first-steps-store.ts';

const Step = z.object({ name: z.enum(firstSteps), done: z.boolean(), open: z.int().optional() }).meta({ id: 'FirstStep' });
const Steps = z.object({ steps: z.array(Step), done: z.boolean() }).meta({ id: 'FirstSteps', example: { steps: [{ name: 'record', done: false, open: 4 }], done: false } });

/** Where a new centre stands, by its registers: nobody ticks anything. */
export const registerFirstSteps = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/firstSteps',
    {
      config: { action: 'organization.update' },
      schema: {
        operationId: 'getFirstSteps',
        tags: ['organizations'],
        summary: 'The first steps of a centre, and which of them are done',
        params: OrganizationPath,
        response: responses({ 200: Steps }),
      },
    },
    async (request) => {
      const found = await services.db.tx(request.access.scope, (tx) => beginningsOf(tx, request.params.organizationId));
      if (!found) throw new Problem('resourceNotFound');
      const steps = stepsOf(found);
      return { steps, done: steps.every(({ done }) => done) };
    },
  );
};
