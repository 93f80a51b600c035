import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { refuseHugeImage } from '../../../server/image-size.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { FloorPlanInput, Shape } from '../plan.ts';
import { ProtectionInput, protectionKinds } from '../protection.ts';
import { DeskRoundInput, Finding } from '../round.ts';
import * as store from './guard-store.ts';
import { zonesOf } from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'premises';

/** What protects the zones and when it is looked at; the plans of the floors; the rounds through the offices. */
export const registerGuards = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const refuseUnknownZones = async (tx: Tx, organizationId: string, name: string, zoneIds: readonly string[]): Promise<void> => {
    const asked = [...new Set(zoneIds)];
    if ((await zonesOf(tx, organizationId, asked)).length !== asked.length) throw invalidInput(name, 'zoneUnknown');
  };

  registerResource(app, services, {
    plural: 'protections',
    singular: 'protection',
    tag,
    table: 'protection',
    read: 'premises.read',
    write: 'premises.write',
    input: register(ProtectionInput),
    output: z.object({
      ...ProtectionInput.shape,
      installedOn: optional,
      firstCheckOn: optional,
      retiredOn: optional,
      zoneName: optional,
      supplierName: optional,
    }),
    sorts: ['zone', 'kind'],
    filters: { zoneId: z.uuid().optional(), kind: z.enum(protectionKinds).optional(), state: z.enum(['inUse', 'retired']).optional() },
    list: (tx, organizationId, filters, context) => store.listProtections(tx, organizationId, filters, context.today),
    orderBy: store.protectionSorts,
    idColumn: 'p.id',
    prepare: async (tx, organizationId, values) => {
      await refuseUnknownZones(tx, organizationId, 'zoneId', [values['zoneId'] as string]);
      if (values['supplierId'] && !(await findRecord(tx, 'supplier', organizationId, values['supplierId'] as string))) throw invalidInput('supplierId', 'supplierUnknown');
      return values;
    },
    after: (tx, organizationId, id) => store.keepProtectionCheck(tx, organizationId, id, today(services)),
    exportColumns: ['zoneName', 'kind', 'name', 'place', 'quantity', 'supplierName', 'installedOn', 'everyMonths', 'note', 'retiredOn'],
    exportCodes: { kind: 'protectionKinds' },
  });

  const Check = z.object({ id: z.uuid(), lastOn: optional, lastResult: z.enum(['good', 'notGood']).optional(), nextOn: z.string(), interventionId: z.uuid().optional() });
  api.get(
    '/organizations/:organizationId/protectionChecks',
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'listProtectionChecks',
        tags: [tag],
        summary: 'When each protection was last looked at, and when it is next; `id` is the protection’s',
        params: OrganizationPath,
        response: responses({ 200: z.object({ items: z.array(Check) }).meta({ id: 'ProtectionChecks' }) }),
      },
    },
    async (request) => services.db.tx(request.access.scope, async (tx) => ({ items: await store.protectionChecks(tx, request.params.organizationId) })),
  );

  registerResource(app, services, {
    plural: 'floorPlans',
    singular: 'floorPlan',
    tag,
    table: 'floorPlan',
    read: 'premises.read',
    write: 'premises.write',
    input: register(FloorPlanInput),
    output: z.object({ ...FloorPlanInput.shape, shapes: z.array(Shape), fileId: optional, drawn: z.int().optional() }),
    sorts: ['name'],
    filters: {},
    list: (tx, organizationId) => store.listPlans(tx, organizationId),
    orderBy: store.planSorts,
    idColumn: 'floor_plan.id',
    prepare: async (tx, organizationId, values) => {
      await refuseUnknownZones(
        tx,
        organizationId,
        'shapes',
        (values['shapes'] as Shape[]).map(({ zoneId }) => zoneId),
      );
      return values;
    },
    exportColumns: ['name', 'building', 'floor', 'drawn'],
  });
  registerRecordFile(app, services, {
    plural: 'floorPlans',
    singular: 'FloorPlan',
    tag,
    table: 'floorPlan',
    read: 'premises.read',
    write: 'premises.write',
    kinds: ['png', 'jpg'],
    check: (bytes, kind) => refuseHugeImage(bytes, kind as 'png' | 'jpg'),
  });

  registerResource(app, services, {
    plural: 'deskRounds',
    singular: 'deskRound',
    tag,
    table: 'deskRound',
    read: 'premises.read',
    write: 'premises.write',
    input: register(DeskRoundInput),
    output: z.object({ ...DeskRoundInput.shape, heldOn: z.string(), findings: z.array(Finding), heldByName: optional, looked: z.int().optional(), wanting: z.int().optional() }),
    sorts: ['held'],
    filters: { from: CivilDate.optional() },
    list: (tx, organizationId, filters) => store.listRounds(tx, organizationId, filters),
    orderBy: store.roundSorts,
    idColumn: 'r.id',
    prepare: async (tx, organizationId, values) => {
      await refuseUnknownZones(
        tx,
        organizationId,
        'findings',
        (values['findings'] as Finding[]).map(({ zoneId }) => zoneId),
      );
      if (values['heldById'] && !(await findRecord(tx, 'person', organizationId, values['heldById'] as string))) throw invalidInput('heldById', 'personUnknown');
      if ((values['heldOn'] as string) > today(services)) throw invalidInput('heldOn', 'inTheFuture');
      return values;
    },
    exportColumns: ['heldOn', 'heldByName', 'looked', 'wanting', 'note'],
  });
};
