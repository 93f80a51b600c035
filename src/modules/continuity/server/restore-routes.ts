import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { ExerciseInput, RecoveryObjectiveInput, RestoreTestInput, scenarios } from '../restore.ts';
import { enterIntervention, followIntervention } from './restore-check.ts';
import * as store from './restore-store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** What was decided about how soon and how much, what was restored to see whether one can, and what was exercised. */
export const registerRestores = (app: FastifyInstance, services: Services): void => {
  const common = { tag: 'continuity', read: 'continuity.read' } as const;
  const refuseFuture = (values: Record<string, unknown>, name: string): void => {
    if ((values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };
  const known = async (tx: Tx, organizationId: string, values: Record<string, unknown>, names: Record<string, 'person' | 'supplier' | 'backupPlan'>): Promise<void> => {
    for (const [name, table] of Object.entries(names))
      if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, table === 'backupPlan' ? 'planUnknown' : `${table}Unknown`);
  };

  registerResource(app, services, {
    ...common,
    plural: 'recoveryObjectives',
    singular: 'recoveryObjective',
    table: 'recoveryObjective',
    write: 'continuity.write',
    input: register(RecoveryObjectiveInput),
    output: z.object({ ...RecoveryObjectiveInput.shape, planName: optional }),
    sorts: ['decidedOn'],
    filters: {},
    list: (tx, organizationId) => store.listObjectives(tx, organizationId),
    orderBy: store.objectiveSorts,
    idColumn: 'o.id',
    prepare: async (tx, organizationId, values) => {
      refuseFuture(values, 'decidedOn');
      await known(tx, organizationId, values, { planId: 'backupPlan' });
      return values;
    },
    exportColumns: ['planName', 'restartHours', 'lossHours', 'decidedBy', 'decidedOn', 'reference', 'note'],
    exportCodes: { decidedBy: 'deciders' },
  });

  registerResource(app, services, {
    ...common,
    plural: 'restoreTests',
    singular: 'restoreTest',
    table: 'restoreTest',
    write: 'continuity.record',
    input: register(RestoreTestInput),
    output: z.object({
      ...RestoreTestInput.shape,
      planName: optional,
      personName: optional,
      supplierName: optional,
      interventionId: optional,
      interventionNumber: optional.describe('Year and number in the table of interventions'),
      restartHours: z.int().optional().describe('The objective that counted on that day'),
      lossHours: z.int().optional(),
    }),
    sorts: ['testedOn'],
    filters: { id: z.uuid().optional(), planId: z.uuid().optional() },
    list: (tx, organizationId, filters) => store.listTests(tx, organizationId, filters),
    orderBy: store.testSorts,
    idColumn: 't.id',
    prepare: async (tx, organizationId, values, id) => {
      refuseFuture(values, 'testedOn');
      await known(tx, organizationId, values, { planId: 'backupPlan', personId: 'person', supplierId: 'supplier' });
      return id ? values : { ...values, interventionId: await enterIntervention(tx, organizationId, values) };
    },
    after: async (tx, organizationId, _id, record) => {
      if (record) await followIntervention(tx, organizationId, record, services.now());
    },
    exportColumns: ['planName', 'testedOn', 'what', 'extent', 'readable', 'minutes', 'lostMinutes', 'restartHours', 'lossHours', 'personName', 'supplierName', 'interventionNumber', 'note'],
    exportCodes: { extent: 'extents' },
  });

  registerResource(app, services, {
    ...common,
    plural: 'continuityExercises',
    singular: 'continuityExercise',
    table: 'continuityExercise',
    write: 'continuity.write',
    input: register(ExerciseInput),
    output: z.object({ ...ExerciseInput.shape, ledByName: optional }),
    sorts: ['heldOn'],
    filters: { scenario: z.enum(scenarios).optional() },
    list: (tx, organizationId, filters) => store.listExercises(tx, organizationId, filters),
    orderBy: store.exerciseSorts,
    idColumn: 'e.id',
    prepare: async (tx, organizationId, values) => {
      refuseFuture(values, 'heldOn');
      await known(tx, organizationId, values, { ledById: 'person' });
      return values;
    },
    exportColumns: ['heldOn', 'scenario', 'form', 'title', 'minutes', 'ledByName', 'participants', 'course', 'lessons'],
    exportCodes: { scenario: 'scenarios', form: 'forms' },
  });
};
