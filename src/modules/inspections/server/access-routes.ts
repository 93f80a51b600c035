import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { findRecord } from '../../../server/db/records.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { RecordPath, responses } from '../../../server/http/reply.ts';
import { mailFaults } from '../../../server/mail.ts';
import { type Services, today } from '../../../server/services.ts';
import { makeInvitation, sendInvitation } from '../../members/server/service.ts';
import { accessState, accessStates, AuditorAccessData } from '../inspection.ts';
import * as store from './store.ts';

const tags = ['inspections'];
const optional = z.string().optional();

const Accesses = z
  .object({
    self: z.string(),
    items: z.array(
      z.object({
        id: z.uuid(),
        email: z.string(),
        name: optional,
        from: optional,
        until: optional,
        state: z.enum(accessStates),
        memberId: z.uuid().optional().describe('The access itself, among the members'),
      }),
    ),
    total: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'AuditorAccesses' });
const Given = z
  .object({
    id: z.uuid(),
    link: z.string().optional().describe('Shown this once, where no mail server took it: to be passed on by oneself'),
    mailFault: z.enum(mailFaults).optional(),
  })
  .meta({ id: 'AuditorAccessGiven' });

/** The reading of a centre by an auditor, for the time of an audit: an invitation with the role of auditor, a first and a last day. */
export const registerAuditorAccess = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const path = '/organizations/:organizationId/inspections/:id/accesses';

  api.get(
    path,
    {
      config: { action: 'member.read' },
      schema: { operationId: 'listAuditorAccesses', tags, summary: 'Who reads the centre for this audit, and until when', params: RecordPath, response: responses({ 200: Accesses }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const at = { today: today(services), now: services.now() };
      const rows = await services.db.tx(withInstallation(request.access.scope), async (tx) => {
        if (!(await findRecord(tx, 'inspection', organizationId, id))) throw new Problem('resourceNotFound');
        return store.listAccesses(tx, organizationId, id);
      });
      const items = rows.map((row) => ({
        id: row.id,
        email: row.email,
        name: row.name ?? undefined,
        // Once accepted, what the members' page says of it.
        from: (row.acceptedAt ? row.start : undefined) ?? row.accessFrom ?? undefined,
        until: (row.acceptedAt ? row.end : undefined) ?? row.accessUntil ?? undefined,
        state: accessState(row, at),
        memberId: row.memberId ?? undefined,
      }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.post(
    path,
    {
      config: { action: 'member.write' },
      schema: {
        operationId: 'giveAuditorAccess',
        tags,
        summary: 'Let somebody read this centre, and nothing more, from a day to a day: by a link to their address',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: AuditorAccessData,
        response: responses({ 201: Given }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const giver = request.access.account!;
      const scope = withInstallation(request.access.scope);
      let made: { id: string; token: string } | undefined;
      const { id: accessId } = await services.db.tx(scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            if (!(await findRecord(tx, 'inspection', organizationId, id))) throw new Problem('resourceNotFound');
            made = await makeInvitation(tx, organizationId, { ...request.body, roles: ['auditor'] }, giver, services);
            return { id: await store.insertAccess(tx, organizationId, id, made.id) };
          },
          find: (found) => store.findAccess(tx, organizationId, found),
        }),
      );
      const sent = made ? await sendInvitation(services, organizationId, made.id, made.token, scope) : {};
      return reply.status(201).send({ id: accessId, ...sent } as never);
    },
  );
};
