import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, type RecordTable } from '../../../server/db/records.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { CallEntryInput, DisasterCopyInput, DisasterStepInput, FallbackPlaceInput, MinimumServiceInput, RestartItemInput, stepScenarios } from '../disaster.ts';
import { librarySteps } from './disaster-library.ts';
import * as store from './disaster-store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** What the disaster plan is drawn from: whom to call, its steps, what must not stop, where the work goes on, what comes back first, and the copies outside. */
export const registerDisasterParts = (app: FastifyInstance, services: Services): void => {
  const common = { tag: 'continuity', read: 'continuity.read', write: 'continuity.write' } as const;
  const known = async (tx: Tx, organizationId: string, values: Record<string, unknown>, names: Record<string, RecordTable>, code: Record<string, string> = {}): Promise<void> => {
    for (const [name, table] of Object.entries(names))
      if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, code[name] ?? `${table}Unknown`);
  };

  registerResource(app, services, {
    ...common,
    plural: 'callEntries',
    singular: 'callEntry',
    table: 'callEntry',
    input: register(CallEntryInput),
    output: z.object({
      ...CallEntryInput.shape,
      position: z.int(),
      scenarios: z.array(z.string()),
      forEverybody: z.boolean(),
      onCard: z.boolean(),
      label: optional.describe('Who it is, in words'),
      number: optional.describe('The number that is printed: its own, else that of the register'),
      callerLabel: optional,
    }),
    sorts: ['position'],
    filters: { forEverybody: z.enum(['true']).optional() },
    list: (tx, organizationId, filters) => store.listCalls(tx, organizationId, filters),
    orderBy: store.callSorts,
    idColumn: 'c.id',
    prepare: async (tx, organizationId, values, id) => {
      await known(tx, organizationId, values, { personId: 'person', supplierId: 'supplier', calledById: 'callEntry' }, { calledById: 'callerUnknown' });
      if (id && values['calledById'] && (await store.callsInCircle(tx, organizationId, id, values['calledById'] as string))) throw invalidInput('calledById', 'callsInCircle');
      return values;
    },
    exportColumns: ['position', 'task', 'label', 'number', 'secondPhone', 'callerLabel', 'onCard', 'forEverybody', 'note'],
    exportCodes: { task: 'callTasks' },
  });

  registerResource(app, services, {
    ...common,
    plural: 'disasterSteps',
    singular: 'disasterStep',
    table: 'disasterStep',
    input: register(DisasterStepInput),
    output: z.object({ ...DisasterStepInput.shape, position: z.int() }),
    sorts: ['position'],
    filters: { scenario: z.enum(stepScenarios).optional() },
    list: (tx, organizationId, filters) => store.listSteps(tx, organizationId, filters),
    orderBy: store.stepSorts,
    idColumn: 't.id',
    prepare: async (_tx, _organizationId, values) => {
      if (!values['libraryKey']) return values;
      const step = librarySteps('fr').find(({ key }) => key === values['libraryKey']);
      if (!step) throw invalidInput('libraryKey', 'stepUnknown');
      return { ...values, scenario: step.scenario, phase: step.phase };
    },
    exportColumns: ['scenario', 'phase', 'position', 'text', 'who', 'droppedReason'],
    exportCodes: { scenario: 'stepScenarios', phase: 'stepPhases' },
  });

  registerResource(app, services, {
    ...common,
    plural: 'minimumServices',
    singular: 'minimumService',
    table: 'minimumService',
    input: register(MinimumServiceInput),
    output: z.object({ ...MinimumServiceInput.shape, position: z.int(), leadName: optional, deputyName: optional }),
    sorts: ['position'],
    filters: {},
    list: (tx, organizationId) => store.listServices(tx, organizationId),
    orderBy: store.serviceSorts,
    idColumn: 'm.id',
    prepare: async (tx, organizationId, values) => {
      await known(tx, organizationId, values, { leadId: 'person', deputyId: 'person' });
      return values;
    },
    exportColumns: ['position', 'name', 'withinHours', 'what', 'leadName', 'deputyName', 'people', 'place', 'means', 'note'],
  });

  registerResource(app, services, {
    ...common,
    plural: 'fallbackPlaces',
    singular: 'fallbackPlace',
    table: 'fallbackPlace',
    input: register(FallbackPlaceInput),
    output: z.object({ ...FallbackPlaceInput.shape, position: z.int() }),
    sorts: ['position'],
    filters: {},
    list: (tx, organizationId) => store.listPlaces(tx, organizationId),
    orderBy: store.placeSorts,
    idColumn: 'f.id',
    exportColumns: ['position', 'name', 'address', 'contact', 'phone', 'seats', 'equipment', 'agreedOn', 'agreedUntil', 'note'],
  });

  registerResource(app, services, {
    ...common,
    plural: 'restartItems',
    singular: 'restartItem',
    table: 'restartItem',
    input: register(RestartItemInput),
    output: z.object({ ...RestartItemInput.shape, position: z.int(), label: optional, supplierName: optional, number: optional }),
    sorts: ['position'],
    filters: {},
    list: (tx, organizationId) => store.listRestart(tx, organizationId),
    orderBy: store.restartSorts,
    idColumn: 'i.id',
    prepare: async (tx, organizationId, values) => {
      await known(tx, organizationId, values, { resourceId: 'resource' });
      return values;
    },
    exportColumns: ['position', 'label', 'withinHours', 'supplierName', 'number', 'note'],
  });

  registerResource(app, services, {
    ...common,
    plural: 'disasterCopies',
    singular: 'disasterCopy',
    table: 'disasterCopy',
    input: register(DisasterCopyInput),
    output: z.object({ ...DisasterCopyInput.shape, personName: optional, versionNumber: z.int().optional(), versionLanguage: optional, inForce: z.boolean().optional() }),
    sorts: ['givenOn'],
    filters: { state: z.enum(['current', 'ended']).optional() },
    list: (tx, organizationId, filters) => store.listCopies(tx, organizationId, filters),
    orderBy: store.copySorts,
    idColumn: 'k.id',
    prepare: async (tx, organizationId, values) => {
      await known(tx, organizationId, values, { personId: 'person' });
      for (const name of ['givenOn', 'confirmedOn', 'endedOn']) if (values[name] && (values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
      if (values['documentVersionId'] && !(await store.isVersionOfPlan(tx, organizationId, values['documentVersionId'] as string))) throw invalidInput('documentVersionId', 'versionUnknown');
      return values;
    },
    exportColumns: ['content', 'medium', 'versionNumber', 'place', 'personName', 'holder', 'givenOn', 'confirmedOn', 'endedOn', 'note'],
    exportCodes: { content: 'copyContents', medium: 'copyMedia' },
  });
};
