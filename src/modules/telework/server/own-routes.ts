import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { loseDevice } from '../../inventories/server/service.ts';
import { OwnLossInput } from '../device.ts';
import { AnswersInput, OwnTeleworkInput, stateOf, TeleworkInput } from '../telework.ts';
import { ownPersonOf } from './act-routes.ts';
import { OwnTeleworks } from './schemas.ts';
import { openLossSteps } from './loss.ts';
import * as steps from './steps.ts';
import * as store from './store.ts';

const tags = ['telework'];

/** What a person does about their own telework: ask, assess, read the agreement, tell of a loss. */
export const registerOwnTelework = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const person = (request: FastifyRequest, organizationId: string): string => {
    const id = ownPersonOf(request, organizationId);
    if (!id) throw new Problem('resourceNotFound');
    return id;
  };

  api.get(
    '/organizations/:organizationId/ownTeleworks',
    {
      config: { action: 'telework.own' },
      schema: {
        operationId: 'listOwnTeleworks',
        tags,
        summary: 'One’s own teleworks, the newest first, and what of the centre one has at home',
        params: OrganizationPath,
        response: responses({ 200: OwnTeleworks }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const personId = ownPersonOf(request, organizationId);
      const day = today(services);
      if (!personId) return { items: [], devices: [] };
      return db.tx(request.access.scope, async (tx) => ({
        items: (await store.teleworksOf(tx, organizationId, personId, day)) as never[],
        devices: await store.devicesWith(tx, organizationId, personId, day),
      })) as never;
    },
  );

  const Made = z.object({ id: z.uuid() }).meta({ id: 'OwnTeleworkMade' });
  api.post(
    '/organizations/:organizationId/ownTeleworks',
    {
      config: { action: 'telework.own' },
      schema: {
        operationId: 'askOwnTelework',
        tags,
        summary: 'Ask to work away from the centre',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: OwnTeleworkInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const personId = person(request, organizationId);
      const day = today(services);
      const { id } = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: () => ask(tx, organizationId, personId, day, request.body),
          find: async (record) => findRecord(tx, 'telework', organizationId, record),
        }),
      );
      return reply.status(201).send({ id }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownTeleworks/:id/assess',
    {
      config: { action: 'telework.own' },
      schema: {
        operationId: 'assessOwnTelework',
        tags,
        summary: 'Answer the questions about one’s own telework, whole',
        params: RecordPath,
        body: AnswersInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const personId = person(request, organizationId);
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => steps.assess(tx, today(services), organizationId, id, version, request.body, personId));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/ownTeleworkLosses',
    {
      config: { action: 'telework.own' },
      schema: {
        operationId: 'tellOwnTeleworkLoss',
        tags,
        summary: 'Tell of something of the centre that one lost or that was stolen',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: OwnLossInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const personId = person(request, organizationId);
      const day = today(services);
      const { discoveredOn = day, ...told } = request.body;
      if (discoveredOn > day) throw invalidInput('discoveredOn', 'inTheFuture');
      const { id } = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const { deviceId } = told;
            if (deviceId) {
              if (!(await store.devicesWith(tx, organizationId, personId, day)).some(({ id: one }) => one === deviceId)) throw invalidInput('deviceId', 'deviceUnknown');
              await loseDevice(tx, organizationId, deviceId, { on: discoveredOn, how: told.kind === 'theft' ? 'stolen' : 'lost' });
            }
            const loss = await insertRecord(tx, 'teleworkLoss', organizationId, { ...told, discoveredOn, personId });
            await openLossSteps(tx, organizationId, { id: loss.id, kind: told.kind, personId, discoveredOn }, day);
            return loss;
          },
          find: async (record) => findRecord(tx, 'teleworkLoss', organizationId, record),
        }),
      );
      return reply.status(201).send({ id }) as never;
    },
  );
};

/** One asking at a time is under way; where something is in force, the new one takes its place once agreed. Throws badRequest (`underWay`). */
const ask = async (tx: Tx, organizationId: string, personId: string, day: string, body: z.infer<typeof OwnTeleworkInput>) => {
  const living = (await store.teleworksOf(tx, organizationId, personId, day)).map((row) => ({ id: row.id as string, state: stateOf(row as never, day) }));
  if (living.some(({ state }) => ['asked', 'assessed', 'checked', 'authorised', 'agreed'].includes(state))) throw invalidInput('situation', 'underWay');
  const replaced = living.find(({ state }) => state === 'inForce' || state === 'onSite');
  return insertRecord(tx, 'telework', organizationId, { ...TeleworkInput.parse({ ...body, personId, askedOn: day, ...(replaced ? { replacesId: replaced.id } : {}) }) });
};
