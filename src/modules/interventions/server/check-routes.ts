import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { ruleIds } from '../../../kernel/rules.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { CheckDoneInput, CheckInput, checkOrigins, checkUnits, DropInput, isTested, natureOf, nextOn } from '../check.ts';
import { natures, outcomes } from '../intervention.ts';
import { refuseUnknown } from './acts.ts';
import { type CheckRow, listChecks } from './check-store.ts';
import { actingBy } from './present.ts';
import { recordIntervention } from './recorded-store.ts';
import { Made } from './schemas.ts';

const tags = ['interventions'];
const text = z.string().optional();
const Check = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: z.string(),
    rule: z.enum(ruleIds as [string, ...string[]]),
    nature: z.enum(natures),
    every: z.object({ amount: z.int(), unit: z.enum(checkUnits) }).optional(),
    originKind: z.enum(checkOrigins),
    originId: z.uuid().optional(),
    ownerRole: text,
    ownerId: z.uuid().optional(),
    ownerName: text,
    deviceId: z.uuid().optional(),
    deviceName: text,
    resourceId: z.uuid().optional(),
    resourceName: text,
    zoneId: z.uuid().optional(),
    zoneName: text,
    supplierId: z.uuid().optional(),
    supplierName: text,
    firstOn: z.string(),
    note: text,
    droppedOn: text,
    droppedBecause: text,
    lastId: z.uuid().optional(),
    lastOn: text,
    lastOutcome: z.enum(outcomes).optional(),
    lastFollowUp: text,
    done: z.int(),
    nextOn: z.string(),
    late: z.boolean(),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'RecurringCheck' });
const Checks = z.object({ items: z.array(Check), late: z.int(), notGood: z.int() }).meta({ id: 'RecurringChecks' });

/** The checks that come back: what is due, done in two clicks, and what is looked at besides. */
export const registerChecks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  const shown = async (tx: Tx, request: FastifyRequest, organizationId: string, rows: readonly CheckRow[]) => {
    const clocks = await readClocks(tx, [organizationId]);
    const day = today(services);
    const { actor } = request.access;
    return rows.map(({ everyAmount, everyUnit, ...row }) => {
      const every = everyAmount && everyUnit ? { amount: everyAmount, unit: everyUnit } : undefined;
      const next = nextOn({ ...row, every }, (rule, start) => clocks.due(rule, organizationId, start));
      const living = row.droppedOn === null;
      const own = living && row.originKind === 'own' && can(actor, 'check.write');
      return {
        ...row,
        every,
        nextOn: next,
        late: living && next < day,
        can: { do: living && !isTested(row) && can(actor, 'check.do'), test: living && isTested(row) && can(actor, 'continuity.record'), update: own, drop: own },
      };
    });
  };
  const living = async (tx: Tx, organizationId: string, id: string): Promise<CheckRow> => {
    const [row] = await listChecks(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    if (row.droppedOn) throw new Problem('wrongState');
    return row;
  };
  const columns = ({ every, nature, ...values }: CheckInput) => ({ ...values, nature: nature ?? natureOf(values.rule), everyAmount: every?.amount, everyUnit: every?.unit });

  api.get(
    '/organizations/:organizationId/recurringChecks',
    {
      config: { action: 'check.read' },
      schema: { operationId: 'listRecurringChecks', tags, summary: 'The checks that come back, what is due first', params: OrganizationPath, response: responses({ 200: Checks }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const items = (await shown(tx, request, organizationId, await listChecks(tx, organizationId))).toSorted((a, b) => (a.nextOn < b.nextOn ? -1 : a.nextOn > b.nextOn ? 1 : 0));
        return { items, late: items.filter(({ late }) => late).length, notGood: items.filter(({ lastOutcome }) => lastOutcome === 'notGood').length };
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/recurringChecks/:id',
    { config: { action: 'check.read' }, schema: { operationId: 'getRecurringCheck', tags, summary: 'Read a check', params: RecordPath, response: responses({ 200: Check }) } },
    async (request) => {
      const { organizationId, id } = request.params;
      return db.tx(request.access.scope, async (tx) => {
        const rows = await listChecks(tx, organizationId, id);
        if (rows.length === 0) throw new Problem('resourceNotFound');
        return (await shown(tx, request, organizationId, rows))[0];
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/recurringChecks',
    {
      config: { action: 'check.write' },
      schema: {
        operationId: 'createRecurringCheck',
        tags,
        summary: 'Have something checked again and again',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: CheckInput,
        response: responses({ 201: z.object({ id: z.uuid() }).meta({ id: 'RecurringCheckMade' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, (tx) =>
        once<{ id: string }>(tx, request, organizationId, {
          make: async () => {
            await refuseUnknown(tx, organizationId, { ...request.body, byPersonId: request.body.ownerId });
            return insertRecord(tx, 'recurringCheck', organizationId, { ...columns(request.body), originKind: 'own' });
          },
          find: (id) => findRecord(tx, 'recurringCheck', organizationId, id),
        }),
      );
      return reply.status(201).send({ id: made.id }) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/recurringChecks/:id',
    {
      config: { action: 'check.write' },
      schema: { operationId: 'setRecurringCheck', tags, summary: 'Change a check that was entered here', params: RecordPath, body: CheckInput, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        if ((await living(tx, organizationId, id)).originKind !== 'own') throw new Problem('wrongState');
        await refuseUnknown(tx, organizationId, { ...request.body, byPersonId: request.body.ownerId });
        const all = { ownerRole: undefined, ownerId: undefined, deviceId: undefined, resourceId: undefined, zoneId: undefined, supplierId: undefined, note: undefined };
        await updateRecord(tx, 'recurringCheck', organizationId, id, version, { ...all, ...columns(request.body) });
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/organizations/:organizationId/recurringChecks/:id/done',
    {
      config: { action: 'check.do' },
      schema: {
        operationId: 'doRecurringCheck',
        tags,
        summary: 'Say that it was checked: good, or not good with what is to be done; it becomes an intervention. A restore of a backup is not said here: its test is recorded',
        params: RecordPath,
        headers: IdempotencyHeader,
        body: CheckDoneInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const { on = today(services), outcome, result, ...told } = request.body;
      if (on > today(services)) throw invalidInput('on', 'inTheFuture');
      const { by, at } = actingBy(request, services, today(services));
      const personId = request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;
      const made = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: async () => {
            const check = await living(tx, organizationId, id);
            if (isTested(check)) throw new Problem('wrongState');
            await refuseUnknown(tx, organizationId, told);
            const about = { deviceId: check.deviceId ?? undefined, resourceId: check.resourceId ?? undefined, zoneId: check.zoneId ?? undefined, supplierId: check.supplierId ?? undefined };
            const who = told.byPersonId || told.byNames ? {} : { byPersonId: personId };
            const origin = check.originKind !== 'own' && check.originId ? { origin: { kind: check.originKind, id: check.originId } } : {};
            return recordIntervention(tx, organizationId, {
              nature: check.nature as 'check',
              subject: check.title,
              start: on,
              end: on,
              outcome,
              result,
              ...about,
              ...told,
              ...who,
              ...origin,
              checkId: id,
              at,
              by,
            });
          },
          find: async (record) => ({ id: record, year: 0, number: 0 }),
        }),
      );
      return reply.status(201).send(made) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/recurringChecks/:id/drop',
    {
      config: { action: 'check.write' },
      schema: {
        operationId: 'dropRecurringCheck',
        tags,
        summary: 'Check it no more, with the reason; what was done stays',
        params: RecordPath,
        body: DropInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, async (tx) => {
        if ((await living(tx, organizationId, id)).originKind !== 'own') throw new Problem('wrongState');
        await updateRecord(tx, 'recurringCheck', organizationId, id, version, { droppedOn: today(services), droppedBecause: request.body.reason });
      });
      return reply.status(204).send() as never;
    },
  );
};
