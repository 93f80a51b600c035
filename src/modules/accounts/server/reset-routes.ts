import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { removeFactorsOf } from './factors.ts';
import { accountOfLink } from './store.ts';

/** For somebody who has lost every factor: taken away by the adviser or the director-general of their only centre, or by an administrator. Never one's own. */
export const registerResets = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.delete(
    '/organizations/:organizationId/members/:id/factors',
    {
      config: { action: 'member.resetFactors' },
      schema: {
        operationId: 'resetMemberFactors',
        tags: ['members'],
        summary: 'Take the second factors of an account away that has its roles in this centre alone; it enrols anew',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { scope, account } = request.access;
      const { organizationId, id } = request.params;
      const accountId = await services.db.tx(scope, (tx) => accountOfLink(tx, organizationId, id));
      if (!accountId) throw new Problem('resourceNotFound');
      if (accountId === account!.accountId) throw new Problem('wrongState');
      await removeFactorsOf(services, scope.actor, accountId, organizationId);
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    '/accounts/:id/factors',
    {
      config: { action: 'account.manage' },
      schema: {
        operationId: 'resetAccountFactors',
        tags: ['accounts'],
        summary: 'Take the second factors of an account away, wherever it has its roles; it enrols anew',
        params: z.strictObject({ id: z.uuid() }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      if (request.params.id === request.access.account!.accountId) throw new Problem('wrongState');
      await removeFactorsOf(services, request.access.scope.actor, request.params.id);
      return reply.status(204).send() as never;
    },
  );
};
