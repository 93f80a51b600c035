import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { Editing, registers } from '../presence.ts';
import { endEditing, noteEditing, othersEditing, purgeEditing } from './store.ts';

const Editor = z.object({ name: z.string(), since: z.string(), fields: z.array(z.string()) }).meta({ id: 'Editor' });

/** An open form says that it is open, every ten seconds, and is told who else has the same record open: one call does both, and passes every proxy. */
export const registerPresence = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/organizations/:organizationId/editing',
    {
      config: { action: 'presence.tell' },
      schema: {
        operationId: 'tellEditing',
        tags: ['presence'],
        summary: 'Say that the form of a record is open, and learn who else has it open',
        params: OrganizationPath,
        body: Editing,
        response: responses({ 200: z.object({ others: z.array(Editor) }).meta({ id: 'Editors' }) }),
      },
    },
    async (request) => {
      const { register, recordId, fields, done } = request.body;
      const { access } = request;
      if (!can(access.actor, registers[register])) throw new Problem('missingPermission');
      const form = { organizationId: request.params.organizationId, register, recordId, accountId: access.account!.accountId };
      const now = services.now();
      const others = await services.db.tx(access.scope, async (tx) => {
        await (done ? endEditing(tx, form) : noteEditing(tx, form, fields, now));
        return done ? [] : othersEditing(tx, form, now);
      });
      return { others: others.map((other) => ({ ...other, since: other.since.toISOString() })) };
    },
  );
};

/** Clears away those who have not been heard of. */
export const workPresence = (services: Services): void => services.jobs.every(60, () => purgeEditing(services.db.kysely, services.now()));
