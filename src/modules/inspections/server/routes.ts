import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import { findRecord } from '../../../server/db/records.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerRecordFile } from '../../../server/http/record-file.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { FindingInput, inspectionKinds, InspectionInput, inspectionStates, lastFormalAudit, outcomes, severities } from '../inspection.ts';
import * as store from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** Formal audits, their findings, and how the four years stand. */
export const registerInspections = (app: FastifyInstance, services: Services): void => {
  const notLater = (values: Record<string, unknown>, ...names: string[]): void => {
    for (const name of names) if (values[name] && (values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };

  registerResource(app, services, {
    plural: 'inspections',
    singular: 'inspection',
    tag: 'inspections',
    table: 'inspection',
    read: 'inspection.read',
    write: 'inspection.write',
    input: register(InspectionInput),
    output: z.object({
      ...InspectionInput.shape,
      chapters: z.array(z.string()),
      serviceIds: z.array(z.string()),
      fileId: optional,
      fileName: optional,
      auditor: optional,
      state: z.enum(inspectionStates).optional(),
      findings: z.int().optional(),
      openFindings: z.int().optional(),
    }),
    sorts: ['recent', 'title'],
    filters: { state: z.enum(inspectionStates).optional(), kind: z.enum(inspectionKinds).optional() },
    list: (tx, organizationId, filters) => store.listInspections(tx, organizationId, filters),
    orderBy: store.inspectionSorts,
    idColumn: 'inspection.id',
    prepare: async (tx, organizationId, values) => {
      notLater(values, 'heldOn', 'heldUntil', 'reportOn');
      if (values['auditorId'] && !(await findRecord(tx, 'person', organizationId, values['auditorId'] as string))) throw invalidInput('auditorId', 'personUnknown');
      const serviceIds = [...new Set(values['serviceIds'] as string[])];
      if ((await store.servicesOf(tx, organizationId, serviceIds)).length < serviceIds.length) throw invalidInput('serviceIds', 'serviceUnknown');
      return { ...values, serviceIds };
    },
    exportColumns: ['title', 'kind', 'clockReason', 'auditor', 'auditorFirm', 'plannedOn', 'heldOn', 'heldUntil', 'reportOn', 'state', 'findings', 'openFindings', 'summary'],
    exportCodes: { kind: 'kinds', state: 'states' },
  });

  registerResource(app, services, {
    plural: 'inspectionFindings',
    singular: 'inspectionFinding',
    tag: 'inspections',
    table: 'inspectionFinding',
    read: 'inspection.read',
    write: 'inspection.write',
    input: register(FindingInput),
    output: z.object({ ...FindingInput.shape, outcome: z.enum(outcomes), number: z.int(), inspection: optional, heldOn: optional }),
    sorts: ['number', 'severity'],
    filters: { inspectionId: z.uuid().optional(), severity: z.enum(severities).optional(), outcome: z.enum(outcomes).optional() },
    list: (tx, organizationId, filters) => store.listFindings(tx, organizationId, filters),
    orderBy: store.findingSorts,
    idColumn: 'inspection_finding.id',
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'outcomeOn');
      const inspectionId = values['inspectionId'] as string;
      const audit = await findRecord(tx, 'inspection', organizationId, inspectionId);
      if (!audit) throw invalidInput('inspectionId', 'inspectionUnknown');
      if (!id) return { ...values, number: await store.nextFindingNumber(tx, organizationId, inspectionId) };
      const before = await findRecord(tx, 'inspectionFinding', organizationId, id);
      if (before && before['inspectionId'] !== inspectionId) throw invalidInput('inspectionId', 'otherInspection');
      return values;
    },
    exportColumns: ['inspection', 'heldOn', 'number', 'severity', 'norm', 'text', 'recommendation', 'outcome', 'outcomeOn', 'outcomeNote'],
    exportCodes: { severity: 'severities', outcome: 'outcomes' },
  });

  registerRecordFile(app, services, { plural: 'inspections', singular: 'Inspection', tag: 'inspections', table: 'inspection', read: 'inspection.read', write: 'inspection.write' });

  const Clock = z
    .object({
      lastOn: z.string().optional().describe('The last day of the latest audit that counts'),
      countedFrom: z.string().describe('From when the years are counted: that day, or when the clocks of the centre began to be followed'),
      dueOn: z.string(),
      nextOn: z.string().optional().describe('For when the next one is planned'),
      nextId: z.uuid().optional(),
    })
    .meta({ id: 'FormalAuditClock' });
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organizations/:organizationId/formalAudit',
    {
      config: { action: 'inspection.read' },
      schema: {
        operationId: 'getFormalAudit',
        tags: ['inspections'],
        summary: 'When the next formal audit is due, and from when it is counted',
        params: OrganizationPath,
        response: responses({ 200: Clock }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      return services.db.tx(request.access.scope, async (tx) => {
        const clocks = await readClocks(tx, [organizationId]);
        const last = lastFormalAudit(await store.heldInspections(tx, organizationId), today(services));
        const next = await store.nextInspection(tx, organizationId);
        const countedFrom = last ?? clocks.since(organizationId);
        const due = clocks.due('formalAudit', organizationId, { on: countedFrom });
        return {
          ...(last ? { lastOn: last } : {}),
          countedFrom,
          dueOn: 'on' in due ? due.on : due.at.slice(0, 10),
          ...(next?.plannedOn ? { nextOn: next.plannedOn, nextId: next.id } : {}),
        };
      });
    },
  );
};
