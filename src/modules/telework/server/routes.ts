import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { expectedVersion, OrganizationPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { loseDevice } from '../../inventories/server/service.ts';
import { lineOf, MeasureInput, weekLoad } from '../capacity.ts';
import { LossInput } from '../device.ts';
import { situations } from '../lines.ts';
import { rewritten } from '../loss.ts';
import { SettingInput } from '../setting.ts';
import { TeleworkInput, teleworkStates } from '../telework.ts';
import { ExceptionInput, wallClock } from '../window.ts';
import { openLossSteps } from './loss.ts';
import { Overview, recordShape, Setting } from './schemas.ts';
import * as store from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'telework';

/** What a record of this room names must be of this centre. Throws badRequest. */
const refuseUnknown = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
  const named = [
    ['personId', 'person', 'personUnknown'],
    ['deviceId', 'device', 'deviceUnknown'],
    ['replacesId', 'telework', 'teleworkUnknown'],
    ['resourceId', 'resource', 'resourceUnknown'],
  ] as const;
  for (const [name, table, code] of named) {
    const id = values[name];
    if (typeof id === 'string' && !(await findRecord(tx, table as 'person', organizationId, id))) throw invalidInput(name, code);
  }
};

/** The registers of telework: who works away, devices and their ways, losses, exceptions, what the line carries, and the rule of the centre. */
export const registerTelework = (app: FastifyInstance, services: Services): void => {
  const notLater = (values: Record<string, unknown>, ...names: string[]): void => {
    for (const name of names) if (values[name] && (values[name] as string) > today(services)) throw invalidInput(name, 'inTheFuture');
  };

  registerResource(app, services, {
    plural: 'teleworks',
    singular: 'telework',
    tag,
    table: 'telework',
    read: 'telework.read',
    write: 'telework.write',
    input: register(TeleworkInput),
    output: z.object({ ...recordShape, personName: optional, deviceName: optional, state: z.enum(teleworkStates).optional() }),
    sorts: ['person', 'recent', 'situation'],
    filters: {
      state: z.enum([...teleworkStates, 'open']).optional(),
      situation: z.enum(situations).optional(),
      personId: z.uuid().optional(),
      weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']).optional(),
    },
    list: (tx, organizationId, filters, context) => store.listTeleworks(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.teleworkSorts,
    idColumn: 't.id',
    // What was decided stays as it was decided.
    guard: async (_tx, _organizationId, record) => {
      if (record['agreedOn'] || record['refusedOn']) throw new Problem('wrongState');
    },
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'askedOn', 'beganOn');
      await refuseUnknown(tx, organizationId, values);
      const weekdays = [...new Set(values['weekdays'] as number[])].toSorted();
      const before = id && (await findRecord(tx, 'telework', organizationId, id));
      if (!before) return { ...values, weekdays };
      if (before['personId'] !== values['personId']) throw invalidInput('personId', 'otherPerson');
      // The checks were of another situation or another device: they begin again.
      const other = (['situation', 'bcss', 'deviceId', 'privateDevice'] as const).some((name) => (before[name] ?? null) !== (values[name] ?? null));
      const again = { answers: {}, assessedOn: null, checks: {}, checkedOn: null, checkedBy: null, authorisedOn: null, authorisedBy: null, conditions: null };
      return { ...values, weekdays, ...(other ? again : {}) };
    },
    exportColumns: [
      'personName',
      'situation',
      'state',
      'weekdays',
      'bcss',
      'deviceName',
      'privateDevice',
      'askedOn',
      'assessedOn',
      'checkedOn',
      'authorisedOn',
      'agreedOn',
      'start',
      'until',
      'conditions',
      'reviewedOn',
      'endedOn',
      'endReason',
      'refusedOn',
      'refusalReason',
    ],
    exportCodes: { situation: 'situations', state: 'states', endReason: 'endReasons' },
  });

  registerResource(app, services, {
    plural: 'teleworkLosses',
    singular: 'teleworkLoss',
    tag,
    table: 'teleworkLoss',
    read: 'telework.read',
    write: 'telework.equip',
    input: register(LossInput),
    output: z.object({
      ...LossInput.shape,
      deviceName: optional,
      deviceGoneOn: optional.describe('Since when the inventory is without it; absent where it is there, or was found'),
      personName: optional,
    }),
    sorts: ['discovered'],
    filters: { state: z.enum(['toTell']).optional() },
    list: (tx, organizationId, filters) => store.listLosses(tx, organizationId, filters),
    orderBy: store.lossSorts,
    idColumn: 'l.id',
    prepare: async (tx, organizationId, values, id) => {
      notLater(values, 'discoveredOn', 'blockedOn', 'managementToldOn', 'dpoToldOn');
      await refuseUnknown(tx, organizationId, values);
      const before = id && (await findRecord(tx, 'teleworkLoss', organizationId, id));
      const fault = before && rewritten(before, values);
      if (fault) throw invalidInput(fault.name, fault.code);
      const { deviceId, kind, discoveredOn } = values as { deviceId?: string; kind: 'loss' | 'theft'; discoveredOn: string };
      // As soon as it is said which device it is.
      if (deviceId && !(before && before['deviceId'])) await loseDevice(tx, organizationId, deviceId, { on: discoveredOn, how: kind === 'theft' ? 'stolen' : 'lost' });
      return values;
    },
    // When it is told first; completing it opens nothing again.
    after: async (tx, organizationId, _id, record) => {
      if (record?.['version'] === 1) await openLossSteps(tx, organizationId, record as never, today(services));
    },
    exportColumns: ['discoveredOn', 'kind', 'deviceName', 'personName', 'what', 'place', 'blockedOn', 'managementToldOn', 'dpoToldOn', 'policeReference', 'note'],
    exportCodes: { kind: 'lossKinds' },
  });

  registerResource(app, services, {
    plural: 'teleworkExceptions',
    singular: 'teleworkException',
    tag,
    table: 'teleworkException',
    read: 'telework.read',
    write: 'telework.rule',
    input: register(ExceptionInput),
    output: z.object({ ...ExceptionInput.shape, personName: optional }),
    sorts: ['start'],
    filters: { personId: z.uuid().optional() },
    list: (tx, organizationId, filters) => store.listExceptions(tx, organizationId, filters),
    orderBy: store.exceptionSorts,
    idColumn: 'e.id',
    prepare: async (tx, organizationId, values) => {
      await refuseUnknown(tx, organizationId, values);
      return values;
    },
    exportColumns: ['personName', 'start', 'end', 'weekdays', 'fromTime', 'untilTime', 'countries', 'reason'],
  });

  registerResource(app, services, {
    plural: 'teleworkMeasures',
    singular: 'teleworkMeasure',
    tag,
    table: 'teleworkMeasure',
    read: 'telework.read',
    write: 'telework.equip',
    input: register(MeasureInput),
    output: z.object(MeasureInput.shape),
    sorts: ['measured'],
    filters: {},
    list: (tx, organizationId) => store.listMeasures(tx, organizationId),
    orderBy: store.measureSorts,
    idColumn: 'm.id',
    prepare: async (_tx, _organizationId, values) => {
      notLater(values, 'measuredOn');
      return values;
    },
    exportColumns: ['measuredOn', 'how', 'down', 'up', 'note'],
    exportCodes: { how: 'measureKinds' },
  });

  const api = app.withTypeProvider<ZodTypeProvider>();
  const shownSetting = async (tx: Tx, organizationId: string) => {
    const setting = await store.findSetting(tx, organizationId);
    return { ...setting, own: setting.version > 0 };
  };
  api.get(
    '/organizations/:organizationId/teleworkSettings',
    {
      config: { action: 'telework.own' },
      schema: {
        operationId: 'getTeleworkSettings',
        tags: [tag],
        summary: 'The rule of the centre: days, hours, countries, and what the line is for',
        params: OrganizationPath,
        response: responses({ 200: Setting }),
      },
    },
    async (request, reply) => sendVersioned(reply, await services.db.tx(request.access.scope, (tx) => shownSetting(tx, request.params.organizationId))) as never,
  );
  api.put(
    '/organizations/:organizationId/teleworkSettings',
    {
      config: { action: 'telework.rule' },
      schema: {
        operationId: 'setTeleworkSettings',
        tags: [tag],
        summary: 'Set the rule of the centre (`If-Match: "0"` where it has none)',
        params: OrganizationPath,
        body: SettingInput,
        response: responses({ 200: Setting }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const setting = await services.db.tx(request.access.scope, async (tx) => {
        await refuseUnknown(tx, organizationId, request.body);
        await store.writeSetting(tx, organizationId, version, request.body);
        return shownSetting(tx, organizationId);
      });
      return sendVersioned(reply, setting) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/teleworkOverview',
    {
      config: { action: 'telework.read' },
      schema: {
        operationId: 'getTeleworkOverview',
        tags: [tag],
        summary: 'How telework stands: by situation and state, who works away today, and the week against the line',
        params: OrganizationPath,
        response: responses({ 200: Overview }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const asked = [
          store.livingTeleworks(tx, organizationId, day),
          store.listMeasures(tx, organizationId).execute() as Promise<Parameters<typeof lineOf>[0]>,
          store.findSetting(tx, organizationId),
          store.troubles(tx, organizationId),
        ] as const;
        const [living, measures, setting, troubles] = await Promise.all(asked);
        const line = lineOf(measures);
        const inForce = living.filter(({ state }) => state === 'inForce');
        const { weekday } = wallClock(services.now());
        const count = (of: (one: (typeof living)[number]) => boolean) => living.filter(of).length;
        return {
          today: day,
          bySituation: Object.fromEntries(situations.map((situation) => [situation, count((one) => one.situation === situation && ['inForce', 'onSite'].includes(one.state))])),
          byState: Object.fromEntries(teleworkStates.map((state) => [state, count((one) => one.state === state)])),
          unagreed: count(({ state, beganOn }) => beganOn !== null && beganOn <= day && !['inForce', 'onSite'].includes(state)),
          awayToday: inForce.filter(({ weekdays }) => weekdays.includes(weekday)).map(({ id, personName, situation }) => ({ id, personName, situation })),
          week: weekLoad(line, setting.share, setting.needs, inForce),
          ...(line ? { line: { measuredOn: line.measuredOn, how: line.how, down: line.down, up: line.up } } : {}),
          share: setting.share,
          ...troubles,
        };
      });
    },
  );
};
