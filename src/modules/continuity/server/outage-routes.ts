import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../kernel/counting.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import type { Services } from '../../../server/services.ts';
import { recordIntervention } from '../../interventions/server/service.ts';
import { OutageInput } from '../outage.ts';
import { scenarios } from '../restore.ts';
import * as store from './disaster-store.ts';

const optional = z.string().optional();
const tag = 'continuity';

/** Services that were lost, and how long. */
export const registerOutages = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const instants = <R extends Record<string, unknown>>(record: R): R =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value])) as R;

  registerResource(app, services, {
    plural: 'outages',
    singular: 'outage',
    tag,
    table: 'outage',
    read: 'continuity.read',
    write: 'continuity.record',
    input: OutageInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...OutageInput.shape,
      startedAt: z.string(),
      restoredAt: optional,
      resourceName: optional,
      supplierName: optional,
      planName: optional,
      interventionId: optional,
      interventionNumber: optional.describe('Year and number in the table of interventions'),
      minutes: z.int().optional().describe('How long it lasted, once it is over'),
      restartHours: z.int().optional().describe('The objective that counted on that day'),
    }),
    sorts: ['startedAt'],
    filters: { id: z.uuid().optional(), state: z.enum(['open', 'over']).optional(), scenario: z.enum(scenarios).optional() },
    list: (tx, organizationId, filters) => store.listOutages(tx, organizationId, filters),
    orderBy: store.outageSorts,
    idColumn: 'o.id',
    prepare: async (tx, organizationId, values) => {
      for (const name of ['startedAt', 'restoredAt']) if (values[name] && Date.parse(values[name] as string) > services.now().getTime() + 60_000) throw invalidInput(name, 'inTheFuture');
      const names = { resourceId: ['resource', 'resourceUnknown'], planId: ['backupPlan', 'planUnknown'], supplierId: ['supplier', 'supplierUnknown'] } as const;
      for (const [name, [table, code]] of Object.entries(names)) if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, code);
      return values;
    },
    conceal: instants,
    exportColumns: ['what', 'scenario', 'startedAt', 'restoredAt', 'minutes', 'restartHours', 'resourceName', 'supplierName', 'cause', 'consequence', 'told', 'lessons', 'interventionNumber'],
    exportCodes: { scenario: 'scenarios' },
  });

  const Entered = z.object({ id: z.uuid(), interventionId: z.uuid() }).meta({ id: 'OutageIntervention' });
  api.post(
    '/organizations/:organizationId/outages/:id/intervention',
    {
      config: { action: 'continuity.record' },
      schema: {
        operationId: 'enterOutageIntervention',
        tags: [tag],
        summary: 'Enter the repair of an outage in the table of interventions; one that is there already stays the only one',
        params: RecordPath,
        headers: IdempotencyHeader,
        response: responses({ 201: Entered }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const entered = await services.db.tx(request.access.scope, (tx) =>
        once<{ id: string; interventionId: string }>(tx, request, organizationId, {
          make: async () => enterOutage(tx, organizationId, id),
          find: async (record) => {
            const found = await findRecord(tx, 'outage', organizationId, record);
            return found?.['interventionId'] ? { id: record, interventionId: found['interventionId'] as string } : undefined;
          },
        }),
      );
      reply.status(201);
      return entered;
    },
  );
};

/** Enters an outage in the table of interventions as a repair, once; now, or at the instant that a story tells. Throws resourceNotFound. */
export const enterOutage = async (tx: Tx, organizationId: string, id: string, at?: Date): Promise<{ id: string; interventionId: string }> => {
  const found = await findRecord(tx, 'outage', organizationId, id);
  if (!found) throw new Problem('resourceNotFound');
  if (found['interventionId']) return { id, interventionId: found['interventionId'] as string };
  const words = (name: string): string | undefined => (found[name] as string | null) ?? undefined;
  const over = found['restoredAt'] as Date | null;
  const made = await recordIntervention(tx, organizationId, {
    nature: 'repair',
    subject: (found['what'] as string).slice(0, 200),
    start: dayOf(found['startedAt'] as Date),
    end: over ? dayOf(over) : undefined,
    outcome: over ? 'good' : undefined,
    result: over ? (words('cause') ?? words('what')) : undefined,
    followUp: words('lessons')?.slice(0, 1000),
    origin: { kind: 'outage', id },
    supplierId: words('supplierId'),
    resourceId: words('resourceId'),
    at,
  });
  await updateRecord(tx, 'outage', organizationId, id, found.version, { interventionId: made.id });
  return { id, interventionId: made.id };
};
