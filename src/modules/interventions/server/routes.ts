import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage, ordered } from '../../../server/db/list.ts';
import { sendExport } from '../../../server/http/export.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { collection, expectedVersion, NoContent, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AnnouncementInput, RecordedInput, SettingInput } from '../intervention.ts';
import { announce, record } from './acts.ts';
import { toSortCount } from './mail-store.ts';
import { actingBy, present, presentEvents } from './present.ts';
import { exportQuery, interventionQuery, Interventions, Made, OverviewOut, Search, SettingOut, WholeIntervention } from './schemas.ts';
import * as store from './store.ts';

const tags = ['interventions'];
/** After so many days one that runs is said to be forgotten. */
const forgottenDays = 14;

const exportColumns = [
  'year',
  'number',
  'announcedOn',
  'start',
  'startTime',
  'byPersonName',
  'byNames',
  'supplierName',
  'nature',
  'subject',
  'reason',
  'deviceName',
  'resourceName',
  'zoneName',
  'remote',
  'state',
  'unagreed',
  'outcome',
  'result',
  'followUp',
  'end',
  'endTime',
  'corrections',
];

/** The register of interventions: announced, entered afterwards, listed by year, exported. */
export const registerInterventions = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const page = async (request: FastifyRequest, organizationId: string, { after, pageSize, sort, ...filters }: z.infer<typeof interventionQuery>, text?: string) => {
    const asked = { ...filters, text };
    const found = await db.tx(request.access.scope, async (tx) => ({
      urgentFirst: (await store.settingOf(tx, organizationId)).urgentFirst,
      ...(await listPage(store.listInterventions(tx, organizationId, asked), store.interventionSorts, sql.ref('i.id'), { after, pageSize, sort }, store.countInterventions(tx, organizationId, asked))),
    }));
    const items = (found.items as unknown as store.InterventionRow[]).map((row) => present(services, organizationId, row, request.access.actor, found.urgentFirst));
    return collection(url, request.url, found, items, pageSize) as never;
  };
  const whole = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string) => {
    const row = await store.findIntervention(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    const { urgentFirst } = await store.settingOf(tx, organizationId);
    return { ...present(services, organizationId, row, request.access.actor, urgentFirst), events: presentEvents(await store.eventsOf(tx, organizationId, id)) };
  };

  api.get(
    '/organizations/:organizationId/interventions',
    {
      config: { action: 'intervention.read' },
      schema: { operationId: 'listInterventions', tags, summary: 'List the interventions', params: OrganizationPath, querystring: interventionQuery, response: responses({ 200: Interventions }) },
    },
    async (request) => page(request, request.params.organizationId, request.query),
  );

  api.post(
    '/organizations/:organizationId/interventions/search',
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'searchInterventions',
        tags,
        summary: 'Search the interventions by words',
        params: OrganizationPath,
        querystring: interventionQuery,
        body: Search,
        response: responses({ 200: Interventions }),
      },
    },
    async (request) => page(request, request.params.organizationId, request.query, request.body.text),
  );

  api.get(
    '/organizations/:organizationId/interventions/export',
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'exportInterventions',
        tags,
        summary: 'Export the interventions as CSV or XLSX, whole',
        params: OrganizationPath,
        querystring: exportQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { format, sort, ...filters } = request.query;
      return sendExport(services, request, reply, {
        format,
        name: 'interventions',
        domain: 'interventions',
        columns: exportColumns,
        codes: { nature: 'natures', state: 'states', outcome: 'outcomes' },
        query: (tx) => ordered(store.listInterventions(tx, organizationId, filters), store.interventionSorts, sql.ref('i.id'), sort),
        event: { organizationId, table: 'intervention' },
      }) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/interventionsOverview',
    {
      config: { action: 'intervention.read' },
      schema: {
        operationId: 'getInterventionsOverview',
        tags,
        summary: 'How many interventions there are in a year, and what waits',
        params: OrganizationPath,
        querystring: z.strictObject({ year: z.coerce.number().int().min(1990).max(2199).optional() }),
        response: responses({ 200: OverviewOut }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      const year = request.query.year ?? Number(day.slice(0, 4));
      return db.tx(request.access.scope, async (tx) => ({
        ...(await store.overviewOf(tx, organizationId, year, addDays(day, -forgottenDays))),
        toSort: can(request.access.actor, 'incomingMail.sort') ? await toSortCount(tx, organizationId) : 0,
      }));
    },
  );

  api.post(
    '/organizations/:organizationId/interventions',
    {
      config: { action: 'intervention.announce' },
      schema: {
        operationId: 'announceIntervention',
        tags,
        summary: 'Announce an intervention: it takes its number, and the adviser is asked',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: AnnouncementInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: () => announce(tx, organizationId, request.body, 'page', actingBy(request, services, today(services))),
          find: (id) => store.findIntervention(tx, organizationId, id),
        }),
      );
      return reply.status(201).send(made as never) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/interventionRecords',
    {
      config: { action: 'intervention.write' },
      schema: {
        operationId: 'recordIntervention',
        tags,
        summary: 'Enter an intervention that was done before; what it changed of the device goes to the inventory',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: RecordedInput,
        response: responses({ 201: Made }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { device, ...line } = request.body;
      if (device && !can(request.access.actor, 'inventory.write')) throw new Problem('missingPermission');
      const made = await db.tx(request.access.scope, (tx) =>
        once(tx, request, organizationId, {
          make: () => record(tx, organizationId, line, actingBy(request, services, today(services)), device),
          find: (id) => store.findIntervention(tx, organizationId, id),
        }),
      );
      return reply.status(201).send(made as never) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/interventions/:id',
    {
      config: { action: 'intervention.read' },
      schema: { operationId: 'getIntervention', tags, summary: 'Read an intervention, with all that was said and done about it', params: RecordPath, response: responses({ 200: WholeIntervention }) },
    },
    async (request, reply) => sendVersioned(reply, await db.tx(request.access.scope, (tx) => whole(tx, request, request.params.organizationId, request.params.id))) as never,
  );

  api.get(
    '/organizations/:organizationId/interventionSettings',
    {
      config: { action: 'intervention.read' },
      schema: { operationId: 'getInterventionSettings', tags, summary: 'What the centre chose about its interventions', params: OrganizationPath, response: responses({ 200: SettingOut }) },
    },
    async (request, reply) => {
      const setting = await db.tx(request.access.scope, (tx) => store.settingOf(tx, request.params.organizationId));
      return sendVersioned(reply, { ...setting, can: { update: can(request.access.actor, 'intervention.configure') } }) as never;
    },
  );

  api.put(
    '/organizations/:organizationId/interventionSettings',
    {
      config: { action: 'intervention.configure' },
      schema: {
        operationId: 'setInterventionSettings',
        tags,
        summary: 'Choose whether urgent interventions may begin before the adviser has agreed',
        params: OrganizationPath,
        body: SettingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => store.keepSetting(tx, request.params.organizationId, version, request.body.urgentFirst));
      return reply.status(204).send() as never;
    },
  );
};
