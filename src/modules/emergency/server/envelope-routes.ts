import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import { addDays } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { openSteps } from '../../movements/server/service.ts';
import { CheckInput, EnvelopeInput, OpeningInput, ResealInput } from '../emergency.ts';
import { Envelope, Envelopes, Opening } from './schemas.ts';
import * as store from './store.ts';

const tags = ['emergency'];
const present = <T extends Record<string, unknown>>(row: T) =>
  Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value === null ? [] : [[key, value instanceof Date ? value.toISOString() : value]])));

/** The sealed ways in of a centre: where they lie, who may open them, each opening with the change of the secret that followed. Never a secret. */
export const registerEnvelopes = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const base = '/organizations/:organizationId/emergencyEnvelopes';
  const hrefOf = (organizationId: string, plural: string, id: string): string => `${url}/api/beffroi/v1/organizations/${organizationId}/${plural}/${id}`;

  const headOf = (request: FastifyRequest, organizationId: string, row: store.EnvelopeRow) => {
    const write = can(request.access.actor, 'emergency.write');
    const state = row.retiredOn ? ('retired' as const) : row.openId ? ('opened' as const) : ('sealed' as const);
    return {
      ...present(row),
      state,
      href: hrefOf(organizationId, 'emergencyEnvelopes', row.id),
      can: { update: write, check: write && state === 'sealed', open: write && state === 'sealed', reseal: write && state === 'opened' },
    };
  };
  const openingOf = (request: FastifyRequest, organizationId: string, row: store.OpeningRow) => ({
    ...present(row),
    href: hrefOf(organizationId, 'emergencyOpenings', row.id),
    can: { reseal: can(request.access.actor, 'emergency.write') && row.resealedOn === null },
  });
  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const [row] = await store.listEnvelopes(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return {
      ...headOf(request, organizationId, row),
      version: row.version,
      checks: (await store.checksOf(tx, organizationId, id)).map(present),
      history: (await store.listOpenings(tx, organizationId, { envelopeId: id })).map((opening) => openingOf(request, organizationId, opening)),
    };
  };

  /** Throws badRequest (`personUnknown`) where one of them is none of the centre. */
  const refuseStrangers = async (tx: Tx, organizationId: string, people: Record<string, string | readonly string[] | undefined>): Promise<void> => {
    const known = await store.knownPeople(
      tx,
      organizationId,
      Object.values(people).flatMap((one) => one ?? []),
    );
    for (const [field, given] of Object.entries(people)) if ([given ?? []].flat().some((id) => !known.includes(id))) throw invalidInput(field, 'personUnknown');
  };
  const notLater = (values: Record<string, string | undefined>): void => {
    for (const [field, value] of Object.entries(values))
      if (value && (value.length > 10 ? Date.parse(value) > services.now().getTime() : value > today(services))) throw invalidInput(field, 'inTheFuture');
  };
  const checked = async (tx: Tx, organizationId: string, values: EnvelopeInput): Promise<EnvelopeInput> => {
    notLater({ sealedOn: values.sealedOn, retiredOn: values.retiredOn });
    if (!(await findRecord(tx, 'resource', organizationId, values.resourceId))) throw invalidInput('resourceId', 'resourceUnknown');
    const personIds = [...new Set(values.personIds)];
    await refuseStrangers(tx, organizationId, { personIds, sealedById: values.sealedById });
    return { ...values, personIds };
  };
  // A list of ids is an array of the database, not JSON.
  const columns = (values: EnvelopeInput) => ({ ...values, personIds: `{${values.personIds.join(',')}}` });

  api.get(
    base,
    {
      config: { action: 'emergency.read' },
      schema: { operationId: 'listEmergencyEnvelopes', tags, summary: 'The sealed ways in, those in use first', params: OrganizationPath, response: responses({ 200: Envelopes }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, (tx) => store.listEnvelopes(tx, organizationId));
      return collection(
        url,
        request.url,
        { total: rows.length },
        rows.map((row) => headOf(request, organizationId, row)),
        rows.length,
      ) as never;
    },
  );

  api.post(
    base,
    {
      config: { action: 'emergency.write' },
      schema: {
        operationId: 'createEmergencyEnvelope',
        tags,
        summary: 'Enter an envelope: never what it holds',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: EnvelopeInput,
        response: responses({ 201: Envelope }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, {
          make: async () => ({ id: (await insertRecord(tx, 'emergencyEnvelope', organizationId, columns(await checked(tx, organizationId, request.body)))).id }),
          find: async (record) => ({ id: record }),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    `${base}/:id`,
    {
      config: { action: 'emergency.read' },
      schema: { operationId: 'getEmergencyEnvelope', tags, summary: 'An envelope with its checks and openings', params: RecordPath, response: responses({ 200: Envelope }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => shown(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.patch(
    `${base}/:id`,
    {
      config: { action: 'emergency.write' },
      schema: {
        operationId: 'updateEmergencyEnvelope',
        tags,
        summary: 'Change an envelope (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'EmergencyEnvelopePatch' }),
        response: responses({ 200: Envelope }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const [row] = await store.listEnvelopes(tx, organizationId, id);
        if (!row) throw new Problem('resourceNotFound');
        const { resourceId, title, place, seal, sealedOn, sealedById, personIds, note, retiredOn } = row;
        const before = present({ resourceId, title, place, seal, sealedOn, sealedById, personIds, note, retiredOn });
        const result = EnvelopeInput.safeParse(mergePatch(before, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        const values = await checked(tx, organizationId, result.data);
        await updateRecord(tx, 'emergencyEnvelope', organizationId, id, version, { sealedById: null, note: null, retiredOn: null, ...columns(values) });
        return shown(tx, request, organizationId, id);
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.post(
    `${base}/:id/checks`,
    {
      config: { action: 'emergency.write' },
      schema: {
        operationId: 'checkEmergencyEnvelope',
        tags,
        summary: 'Note that an envelope was looked at: whole, or not',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: CheckInput,
        response: responses({ 201: Envelope }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        const [row] = await store.listEnvelopes(tx, organizationId, id);
        if (!row) throw new Problem('resourceNotFound');
        await once(tx, request, organizationId, {
          make: async () => {
            if (row.retiredOn) throw new Problem('wrongState');
            notLater({ checkedOn: request.body.checkedOn });
            if (request.body.checkedOn < row.sealedOn) throw invalidInput('checkedOn', 'beforeSeal');
            await refuseStrangers(tx, organizationId, { checkedById: request.body.checkedById });
            return insertRecord(tx, 'emergencyCheck', organizationId, { envelopeId: id, ...request.body });
          },
          find: (record) => findRecord(tx, 'emergencyCheck', organizationId, record),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201);
      return sendVersioned(reply, made) as never;
    },
  );

  api.post(
    `${base}/:id/openings`,
    {
      config: { action: 'emergency.write' },
      schema: {
        operationId: 'openEmergencyEnvelope',
        tags,
        summary: 'Record an opening: who, when, why; the secret is to be changed, which becomes a step',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: OpeningInput,
        response: responses({ 201: Envelope }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { body } = request;
      const made = await db.tx(request.access.scope, async (tx) => {
        const [row] = await store.listEnvelopes(tx, organizationId, id);
        if (!row) throw new Problem('resourceNotFound');
        await once(tx, request, organizationId, {
          make: async () => {
            // One that is open already is sealed first: of two who record at once, the second is refused.
            if (row.retiredOn || row.openId) throw new Problem('wrongState');
            notLater({ openedAt: body.openedAt, closedAt: body.closedAt });
            if (dayOf(body.openedAt) < row.sealedOn) throw invalidInput('openedAt', 'beforeSeal');
            await refuseStrangers(tx, organizationId, { openedById: body.openedById, witnessId: body.witnessId });
            const opening = await insertRecord(tx, 'emergencyOpening', organizationId, {
              envelopeId: id,
              ...body,
              openedAt: new Date(body.openedAt),
              closedAt: body.closedAt ? new Date(body.closedAt) : null,
              seal: row.seal,
              entitled: row.personIds.includes(body.openedById),
            });
            await openSteps(tx, organizationId, [
              { kind: 'changeSecret', origin: { kind: 'emergency', id: opening.id }, resourceId: row.resourceId, title: row.title, ownerRole: 'itHead', dueOn: addDays(dayOf(body.openedAt), 1) },
            ]);
            return opening;
          },
          find: (record) => findRecord(tx, 'emergencyOpening', organizationId, record),
        });
        return shown(tx, request, organizationId, id);
      });
      reply.status(201);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/emergencyOpenings/:id',
    { config: { action: 'emergency.read' }, schema: { operationId: 'getEmergencyOpening', tags, summary: 'An opening of an envelope', params: RecordPath, response: responses({ 200: Opening }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const [row] = await db.tx(request.access.scope, (tx) => store.listOpenings(tx, organizationId, { id }));
      if (!row) throw new Problem('resourceNotFound');
      return sendVersioned(reply, { ...openingOf(request, organizationId, row), version: row.version }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/emergencyOpenings/:id/reseal',
    {
      config: { action: 'emergency.write' },
      schema: { operationId: 'resealEmergencyEnvelope', tags, summary: 'The secret was changed, and the new one sealed', params: RecordPath, body: ResealInput, response: responses({ 200: Opening }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { changedOn, changedById, resealedOn, newSeal, place } = request.body;
      const after = await db.tx(request.access.scope, async (tx) => {
        const [row] = await store.listOpenings(tx, organizationId, { id });
        if (!row) throw new Problem('resourceNotFound');
        if (row.resealedOn) throw new Problem('wrongState');
        notLater({ changedOn, resealedOn });
        if (changedOn < dayOf(row.openedAt)) throw invalidInput('changedOn', 'beforeOpening');
        if (newSeal === row.seal) throw invalidInput('newSeal', 'sameSeal');
        await refuseStrangers(tx, organizationId, { changedById });
        await updateRecord(tx, 'emergencyOpening', organizationId, id, version, { changedOn, changedById, resealedOn, newSeal });
        await store.reseal(tx, organizationId, row.envelopeId, { seal: newSeal, sealedOn: resealedOn, sealedById: changedById, place });
        const [now] = await store.listOpenings(tx, organizationId, { id });
        return { ...openingOf(request, organizationId, now!), version: now!.version };
      });
      return sendVersioned(reply, after) as never;
    },
  );
};
