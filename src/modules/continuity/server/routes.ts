import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDays, CivilDate } from '../../../kernel/dates.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { OrganizationPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { backupKinds, BackupPlanInput, BackupPlanRunInput, faultsOf, planFaults, runResults, runSources } from '../backup.ts';
import { planStates, runsOn, type Schedule, shownRuns, stateOf } from '../schedule.ts';
import { keepPlanChecks } from './checks.ts';
import { gapsOf } from './gap-store.ts';
import * as store from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();

/** The longest span of days that the calendar shows at once. */
const mostDays = 400;

/** Backup plans, their runs, and how both stand. */
export const registerBackupPlans = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['continuity'];
  const known = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
    const names = { personId: 'person', supplierId: 'supplier', resourceId: 'resource', deviceId: 'device' } as const;
    for (const [name, table] of Object.entries(names))
      if (values[name] && !(await findRecord(tx, table as 'person', organizationId, values[name] as string))) throw invalidInput(name, `${table}Unknown`);
  };

  registerResource(app, services, {
    plural: 'backupPlans',
    singular: 'backupPlan',
    tag: 'continuity',
    table: 'backupPlan',
    read: 'continuity.read',
    write: 'continuity.write',
    input: register(BackupPlanInput),
    output: z.object({
      ...BackupPlanInput.shape,
      coveredIds: z.array(z.uuid()),
      onHolidays: z.boolean(),
      mirror: z.boolean(),
      personName: optional,
      supplierName: optional,
      resourceName: optional,
      coveredNames: optional,
      deviceName: optional,
      lastOn: optional.describe('The newest run: its planned day, time and result'),
      lastTime: optional,
      lastResult: z.enum(runResults).optional(),
      goodOn: optional.describe('The newest run that did not fail'),
      goodTime: optional,
    }),
    sorts: ['name', 'kind'],
    filters: { id: z.uuid().optional(), kind: z.enum(backupKinds).optional(), state: z.enum(['current', 'ended']).optional() },
    list: (tx, organizationId, filters, context) => store.listPlans(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.planSorts,
    idColumn: 'p.id',
    prepare: async (tx, organizationId, values, id) => {
      await known(tx, organizationId, values);
      const day = today(services);
      const covered = values['coveredIds'] as string[];
      const there = await store.resourcesThere(tx, organizationId, covered);
      const before = id ? await findRecord(tx, 'backupPlan', organizationId, id) : undefined;
      const kept = (before?.['coveredIds'] ?? []) as string[];
      const unknown = covered.findIndex((one) => !there.includes(one) && !kept.includes(one));
      if (unknown >= 0) throw invalidInput(`coveredIds[${unknown}]`, 'resourceUnknown');
      // Other days or times hold from today: what was planned before is not judged by them.
      const moved =
        before && ['weekdays', 'times', 'onHolidays'].some((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name])) && before['scheduledSince'] === values['scheduledSince'];
      const scheduledSince = moved ? day : ((values['scheduledSince'] as string | undefined) ?? day);
      return { ...values, coveredIds: covered.filter((one) => there.includes(one)), scheduledSince, searchText: searchText(values['name'] as string, values['what'] as string) };
    },
    after: keepPlanChecks,
    exportColumns: [
      'name',
      'kind',
      'what',
      'resourceName',
      'coveredNames',
      'method',
      'weekdays',
      'times',
      'place',
      'offSite',
      'mirror',
      'encrypted',
      'keptDays',
      'personName',
      'supplierName',
      'goodOn',
      'lastOn',
      'lastResult',
      'scheduledSince',
      'endedOn',
      'note',
    ],
    exportCodes: { kind: 'kinds', method: 'methods', lastResult: 'results' },
  });

  registerResource(app, services, {
    plural: 'backupPlanRuns',
    singular: 'backupPlanRun',
    tag: 'continuity',
    table: 'backupPlanRun',
    read: 'continuity.read',
    write: 'continuity.record',
    input: register(BackupPlanRunInput),
    output: z.object({ ...BackupPlanRunInput.shape, carriedOut: z.boolean(), source: z.enum(runSources).optional(), planName: optional }),
    sorts: ['plannedOn'],
    filters: { planId: z.uuid().optional(), result: z.enum(runResults).optional(), from: CivilDate.optional(), until: CivilDate.optional() },
    list: (tx, organizationId, filters) => store.listRuns(tx, organizationId, filters),
    orderBy: store.runSorts,
    idColumn: 'r.id',
    prepare: async (tx, organizationId, values, id) => {
      const plan = await findRecord(tx, 'backupPlan', organizationId, values['planId'] as string);
      if (!plan) throw invalidInput('planId', 'planUnknown');
      if ((values['plannedOn'] as string) > today(services)) throw invalidInput('plannedOn', 'inTheFuture');
      const before = id ? await findRecord(tx, 'backupPlanRun', organizationId, id) : undefined;
      const same = before && ['planId', 'plannedOn', 'plannedTime'].every((name) => before[name] === values[name]);
      // Of a day of the present schedule, a run is one of its planned ones; what was planned otherwise before is entered as it was.
      const schedule = plan as unknown as Schedule;
      const fits = runsOn(schedule, values['plannedOn'] as string) && schedule.times.includes(values['plannedTime'] as string);
      if (!same && !fits && (values['plannedOn'] as string) >= schedule.scheduledSince) throw invalidInput('plannedOn', 'notPlanned');
      return values;
    },
    exportColumns: ['planName', 'plannedOn', 'plannedTime', 'result', 'carriedOut', 'minutes', 'megabytes', 'source', 'note'],
    exportCodes: { result: 'results', source: 'sources' },
  });

  const Overview = z
    .object({
      plans: z.int(),
      states: z.object(Object.fromEntries(planStates.map((state) => [state, z.int()])) as Record<(typeof planStates)[number], z.ZodInt>),
      faults: z.object(Object.fromEntries(planFaults.map((fault) => [fault, z.int()])) as Record<(typeof planFaults)[number], z.ZodInt>),
      gaps: z
        .object({ uncovered: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['server', 'computer']) })), paper: z.boolean() })
        .describe('Servers and stand-alone computers that no backup names; whether paper is copied'),
      standing: z.array(z.object({ id: z.uuid(), state: z.enum(planStates), days: z.array(z.object({ on: z.string(), time: z.string(), result: z.string(), id: z.uuid().optional() })) })),
    })
    .meta({ id: 'BackupPlansOverview' });
  api.get(
    '/organizations/:organizationId/backupPlansOverview',
    {
      config: { action: 'continuity.read' },
      schema: {
        operationId: 'getBackupPlansOverview',
        tags,
        summary: 'How the backups stand: each plan with its runs of the last weeks, the missed ones among them',
        params: OrganizationPath,
        querystring: z.strictObject({ days: z.coerce.number().int().min(1).max(62).default(35) }),
        response: responses({ 200: Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const now = services.now();
      const day = today(services);
      const from = addDays(day, 1 - request.query.days);
      return services.db.tx(request.access.scope, async (tx) => {
        const plans = await store.standingPlans(tx, [organizationId], day);
        const runs = Map.groupBy(await store.runsBetween(tx, organizationId, from, day), ({ planId }) => planId);
        const standing = plans.map((plan) => ({ id: plan.id, state: stateOf(plan, now), days: shownRuns(plan, runs.get(plan.id) ?? [], from, day, now) }));
        const faults = plans.flatMap(faultsOf);
        const [gaps] = await gapsOf(tx, [organizationId], day);
        const count = <T extends string>(names: readonly T[], of: readonly T[]) => Object.fromEntries(names.map((name) => [name, of.filter((one) => one === name).length])) as Record<T, number>;
        return {
          plans: plans.length,
          states: count(
            planStates,
            standing.map(({ state }) => state),
          ),
          faults: count(planFaults, faults),
          gaps: { uncovered: gaps?.uncovered ?? [], paper: gaps?.paper ?? false },
          standing,
        };
      });
    },
  );

  const Calendar = z
    .object({ items: z.array(z.object({ on: z.string(), time: z.string(), result: z.enum([...runResults, 'missed', 'waiting']), id: z.uuid().optional() })) })
    .meta({ id: 'BackupPlanCalendar' });
  api.get(
    '/organizations/:organizationId/backupPlans/:id/calendar',
    {
      config: { action: 'continuity.read' },
      schema: {
        operationId: 'getBackupPlanCalendar',
        tags,
        summary: 'The planned runs of a span of days with their results; those of which nothing was heard by the morning after are missed',
        params: OrganizationPath.extend({ id: z.uuid().toLowerCase() }),
        querystring: z.strictObject({ from: CivilDate.optional(), until: CivilDate.optional() }),
        response: responses({ 200: Calendar }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const until = request.query.until ?? today(services);
      const from = request.query.from ?? addDays(until, -34);
      if (until < from) throw invalidInput('until', 'endBeforeStart');
      if (until > addDays(from, mostDays)) throw invalidInput('until', 'tooLong');
      return services.db.tx(request.access.scope, async (tx) => {
        const plan = await findRecord(tx, 'backupPlan', organizationId, id);
        if (!plan) throw new Problem('resourceNotFound');
        return { items: shownRuns(plan as unknown as Schedule, await store.runsBetween(tx, organizationId, from, until, id), from, until, services.now()) };
      });
    },
  );
};
