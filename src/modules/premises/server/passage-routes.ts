import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { OwnPassageInput, PassageInput } from '../passage.ts';
import { isGuarded, type ZoneRisk } from '../zone.ts';
import * as store from './visit-store.ts';

const optional = z.string().optional();
const tag = 'premises';

/** Passages into the server room and the archives: the register, and one's own in a few taps. */
export const registerPassages = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const refuseOpenZone = async (tx: Tx, organizationId: string, zoneId: string): Promise<void> => {
    const zone = await findRecord(tx, 'zone', organizationId, zoneId);
    if (!zone) throw invalidInput('zoneId', 'zoneUnknown');
    if (!isGuarded({ risk: zone['risk'] as ZoneRisk })) throw invalidInput('zoneId', 'zoneNotGuarded');
  };
  /** An instant of the driver as the API tells it. */
  const instants = <R extends Record<string, unknown>>(record: R): R =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value])) as R;

  registerResource(app, services, {
    plural: 'passages',
    singular: 'passage',
    tag,
    table: 'passage',
    read: 'passage.read',
    write: 'passage.write',
    input: PassageInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...PassageInput.shape,
      enteredAt: z.string(),
      leftAt: optional,
      zoneName: optional,
      who: optional,
      escortName: optional,
      day: optional,
      entered: optional.describe('Belgian time, HH:MM'),
      left: optional,
    }),
    sorts: ['entered', 'zone'],
    filters: { zoneId: z.uuid().optional(), from: CivilDate.optional(), until: CivilDate.optional(), who: z.enum(['inside', 'outsiders']).optional() },
    list: (tx, organizationId, filters) => store.listPassages(tx, organizationId, filters),
    orderBy: store.passageSorts,
    idColumn: 'g.id',
    prepare: async (tx, organizationId, values) => {
      await refuseOpenZone(tx, organizationId, values['zoneId'] as string);
      for (const name of ['personId', 'escortId'] as const) if (values[name] && !(await findRecord(tx, 'person', organizationId, values[name] as string))) throw invalidInput(name, 'personUnknown');
      for (const name of ['enteredAt', 'leftAt'] as const) if (values[name] && Date.parse(values[name] as string) > services.now().getTime() + 60_000) throw invalidInput(name, 'inTheFuture');
      return values;
    },
    conceal: (record) => instants(record),
    exportColumns: ['day', 'entered', 'left', 'zoneName', 'who', 'firm', 'escortName', 'reason'],
  });

  const callerOf = (request: FastifyRequest, organizationId: string): string | undefined => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;
  const Open = z.object({ id: z.uuid(), version: z.int(), zoneName: z.string(), who: z.string(), day: z.string(), entered: z.string(), reason: z.string() });
  const Own = z
    .object({ known: z.boolean().describe('Whether the account is that of a person of the register'), zones: z.array(z.object({ id: z.uuid(), name: z.string() })), open: z.array(Open) })
    .meta({ id: 'OwnPassages' });
  api.get(
    '/organizations/:organizationId/ownPassages',
    {
      config: { action: 'passage.own' },
      schema: { operationId: 'getOwnPassages', tags: [tag], summary: 'Where passages are noted, and one’s own that have no end yet', params: OrganizationPath, response: responses({ 200: Own }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const person = callerOf(request, organizationId);
      return services.db.tx(request.access.scope, async (tx) => ({
        known: person !== undefined,
        zones: await store.guardedZones(tx, organizationId, today(services)),
        open: person ? await store.openPassages(tx, organizationId, person) : [],
      }));
    },
  );
  api.post(
    '/organizations/:organizationId/ownPassages',
    {
      config: { action: 'passage.own' },
      schema: {
        operationId: 'enterOwnPassage',
        tags: [tag],
        summary: 'Enter a guarded zone now, oneself or with an outsider whom one escorts',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: OwnPassageInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'OwnPassageMade' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { zoneId, reason, name, firm } = request.body;
      const person = callerOf(request, organizationId);
      if (!person) throw invalidInput('zoneId', 'notOfTheRegister');
      const made = await services.db.tx(request.access.scope, async (tx) => {
        await refuseOpenZone(tx, organizationId, zoneId);
        return once(tx, request, organizationId, {
          make: async () => {
            const who = name ? { name, firm, escortId: person } : { personId: person };
            return { id: (await insertRecord(tx, 'passage', organizationId, { zoneId, reason, ...who, enteredAt: services.now() })).id };
          },
          find: async (id) => ({ id }),
        });
      });
      return reply.status(201).send(made);
    },
  );
  api.post(
    '/organizations/:organizationId/ownPassages/:id/leave',
    {
      config: { action: 'passage.own' },
      schema: {
        operationId: 'leaveOwnPassage',
        tags: [tag],
        summary: 'Leave the zone now: one’s own passage, or that of an outsider whom one escorts',
        params: RecordPath,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const person = callerOf(request, organizationId);
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, async (tx) => {
        const passage = await findRecord(tx, 'passage', organizationId, id);
        if (!passage || !person || (passage['personId'] !== person && passage['escortId'] !== person)) throw new Problem('resourceNotFound');
        if (passage['leftAt']) throw new Problem('wrongState');
        await updateRecord(tx, 'passage', organizationId, id, version, { leftAt: services.now() });
      });
      return reply.status(204).send();
    },
  );
};
