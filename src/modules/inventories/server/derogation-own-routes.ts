import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import { findRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { sql } from 'kysely';
import { DerogationInput, OwnDerogationInput, OwnWithdrawalInput } from '../derogation.ts';
import { askOwn, withdraw } from './derogation-acts.ts';
import { actOf, derogationOutput } from './derogation-routes.ts';
import { derogationSorts, listDerogations } from './derogation-store.ts';
import { listDevices } from './store.ts';

const tags = ['inventories'];

/** What a person does about derogations of their own: ask, follow, take back. */
export const registerOwnDerogations = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const devicesWith = async (tx: Tx, organizationId: string, personId: string, day: string) =>
    (await listDevices(tx, organizationId, { holderId: personId }, day, day).execute()).map((device) => ({
      id: device['id'] as string,
      name: `${device['name'] as string} (${device['number'] as number})`,
    }));

  const Own = z.object({ ...DerogationInput.shape, ...derogationOutput, id: z.uuid(), version: z.int() }).meta({ id: 'OwnDerogation' });
  const Owns = z.object({ items: z.array(Own), devices: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('What of the centre one has today') }).meta({ id: 'OwnDerogations' });
  api.get(
    '/organizations/:organizationId/ownDerogations',
    {
      config: { action: 'derogation.own' },
      schema: { operationId: 'listOwnDerogations', tags, summary: 'One’s own derogations, the newest first', params: OrganizationPath, response: responses({ 200: Owns }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { personId, day } = actOf(request, services);
      if (!personId) return { items: [], devices: [] };
      return db.tx(request.access.scope, async (tx) => {
        const rows = await ordered(listDerogations(tx, organizationId, { ownId: personId }, day), derogationSorts, sql.ref('g.id'), '-number')
          .limit(100)
          .execute();
        return {
          items: rows.map(({ organizationId: _centre, searchText: _search, ...row }) => Object.fromEntries(Object.entries(row as object).filter(([, value]) => value !== null))),
          devices: await devicesWith(tx, organizationId, personId, day),
        };
      }) as never;
    },
  );

  const Made = z.object({ id: z.uuid() }).meta({ id: 'OwnDerogationMade' });
  api.post(
    '/organizations/:organizationId/ownDerogations',
    {
      config: { action: 'derogation.own' },
      schema: {
        operationId: 'askOwnDerogation',
        tags,
        summary: 'Ask for a derogation for oneself',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: OwnDerogationInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { personId, day } = actOf(request, services);
      if (!personId) throw new Problem('resourceNotFound');
      const { deviceId } = request.body;
      const { id } = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            if (deviceId && !(await devicesWith(tx, organizationId, personId, day)).some((device) => device.id === deviceId)) throw invalidInput('deviceId', 'deviceUnknown');
            return askOwn(tx, organizationId, personId, day, request.body);
          },
          find: async (record) => findRecord(tx, 'derogation', organizationId, record),
        }),
      );
      return reply.status(201).send({ id }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownDerogations/:id/withdrawal',
    {
      config: { action: 'derogation.own' },
      schema: {
        operationId: 'withdrawOwnDerogation',
        tags,
        summary: 'Take back one’s own request, before it is decided',
        params: RecordPath,
        body: OwnWithdrawalInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => withdraw({ ...actOf(request, services), tx, version }, request.body, true));
      return reply.status(204).send() as never;
    },
  );
};
