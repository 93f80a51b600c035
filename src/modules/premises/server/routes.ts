import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import { expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { enterResources, resourcesOf } from '../../resources/server/service.ts';
import { Contact, PremisesSettingInput } from '../setting.ts';
import { entryCategories, entryHours, ZoneEntryInput, ZoneInput, zoneKinds, zoneRisks, zoneStates } from '../zone.ts';
import { columnsOf } from './columns.ts';
import * as store from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'premises';

/** The zones of the buildings, who may enter them and when, and what holds for all of them. */
export const registerPremises = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  registerResource(app, services, {
    plural: 'zones',
    singular: 'zone',
    tag,
    table: 'zone',
    read: 'premises.read',
    write: 'premises.write',
    input: register(ZoneInput),
    output: z.object({
      ...ZoneInput.shape,
      resourceId: optional,
      retiredOn: optional,
      state: z.enum(zoneStates).optional(),
      holders: z.int().optional().describe('How many people hold the right to enter today'),
      categories: z.array(z.enum(entryCategories)).optional().describe('The groups that may enter'),
    }),
    sorts: ['risk', 'name', 'place'],
    filters: { kind: z.enum(zoneKinds).optional(), risk: z.enum(zoneRisks).optional(), building: ZoneInput.shape.building, state: z.enum(zoneStates).optional() },
    list: (tx, organizationId, filters, context) => store.listZones(tx, organizationId, filters, context.today),
    search: (filters, text) => ({ ...filters, text }),
    orderBy: store.zoneSorts,
    idColumn: 'zone.id',
    prepare: async (tx, organizationId, values) => {
      const resourceId = values['resourceId'] as string | undefined;
      if (resourceId) {
        const [resource] = await resourcesOf(tx, organizationId, [resourceId]);
        if (resource?.kind !== 'room') throw invalidInput('resourceId', resource ? 'resourceNotRoom' : 'resourceUnknown');
      }
      return columnsOf(values);
    },
    exportColumns: ['name', 'building', 'floor', 'kind', 'risk', 'resourceName', 'categories', 'holders', 'note', 'retiredOn'],
    exportCodes: { kind: 'kinds', risk: 'risks', categories: 'categories' },
  });

  registerResource(app, services, {
    plural: 'zoneEntries',
    singular: 'zoneEntry',
    tag,
    table: 'zoneEntry',
    read: 'premises.read',
    write: 'premises.write',
    input: register(ZoneEntryInput),
    output: z.object({ ...ZoneEntryInput.shape, hours: z.enum(entryHours), escorted: z.boolean(), zoneName: optional, serviceName: optional, personName: optional }),
    sorts: ['zone'],
    filters: { zoneId: z.uuid().optional() },
    list: (tx, organizationId, filters) => store.listEntries(tx, organizationId, filters),
    orderBy: store.entrySorts,
    idColumn: 'e.id',
    prepare: async (tx, organizationId, values, id) => {
      const zone = await findRecord(tx, 'zone', organizationId, values['zoneId'] as string);
      if (!zone) throw invalidInput('zoneId', 'zoneUnknown');
      const before = id ? await findRecord(tx, 'zoneEntry', organizationId, id) : undefined;
      if (before && before['zoneId'] !== values['zoneId']) throw invalidInput('zoneId', 'zoneFixed');
      if (values['serviceId'] && !(await findRecord(tx, 'service', organizationId, values['serviceId'] as string))) throw invalidInput('serviceId', 'serviceUnknown');
      const personId = values['personId'] as string | undefined;
      if (personId) {
        // Hours are noted for whom the register of rights names, and for nobody else.
        const held = zone['resourceId'] ? await store.peopleOfZone(tx, organizationId, zone.id, zone['resourceId'] as string, today(services)) : [];
        if (!held.some((one) => one.personId === personId)) throw invalidInput('personId', 'rightMissing');
      }
      return values;
    },
    exportColumns: ['zoneName', 'category', 'serviceName', 'personName', 'hours', 'escorted', 'note'],
    exportCodes: { category: 'categories', hours: 'hours' },
  });

  const Entrant = z.object({
    grantId: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    since: z.string(),
    until: optional,
    leaving: z.boolean().describe('The right is to be withdrawn'),
    hours: z.enum(entryHours),
    entryId: z.uuid().optional(),
    entryVersion: z.int().optional(),
  });
  const Entrants = z.object({ items: z.array(Entrant) }).meta({ id: 'ZoneEntrants' });
  const zoneOf = async (tx: Tx, organizationId: string, id: string) => {
    const zone = await findRecord(tx, 'zone', organizationId, id);
    if (!zone) throw new Problem('resourceNotFound');
    return zone;
  };
  api.get(
    '/organizations/:organizationId/zones/:id/people',
    {
      config: { action: 'premises.read' },
      schema: { operationId: 'listZonePeople', tags: [tag], summary: 'Who holds the right to enter a zone today, and when', params: RecordPath, response: responses({ 200: Entrants }) },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      return services.db.tx(request.access.scope, async (tx) => {
        const zone = await zoneOf(tx, organizationId, id);
        const items = zone['resourceId'] ? await store.peopleOfZone(tx, organizationId, id, zone['resourceId'] as string, today(services)) : [];
        return { items } as never;
      });
    },
  );

  api.post(
    '/organizations/:organizationId/zones/:id/accessResource',
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'guardZone',
        tags: [tag],
        summary: 'Have the register of access rights keep who may enter: its resource is made, or the room of that name taken',
        params: RecordPath,
        response: responses({ 200: z.object({ resourceId: z.uuid() }).meta({ id: 'ZoneGuard' }) }),
      },
    },
    async (request) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      if (!can(request.access.actor, 'resource.write')) throw new Problem('missingPermission');
      return services.db.tx(request.access.scope, async (tx) => {
        const zone = await zoneOf(tx, organizationId, id);
        if (zone['resourceId']) return { resourceId: zone['resourceId'] as string };
        const all = await resourcesOf(tx, organizationId);
        const room = all.find((one) => one.kind === 'room' && one.name === zone['name'] && one.retiredOn === null);
        const taken = new Set(all.map((one) => one.name));
        const name = [zone['name'], [zone['name'], zone['building']].filter(Boolean).join(' – '), `${String(zone['name'])} – ${zone.id.slice(-6)}`].find((one) => !taken.has(one as string)) as string;
        const resourceId =
          room?.id ?? (await enterResources(tx, organizationId, [{ name: name.slice(0, 120), kind: 'room', socialData: false, levels: ['hold'], accountSource: 'none', authorisations: [] }]))[0]!;
        await store.linkResource(tx, organizationId, id, version, resourceId);
        return { resourceId };
      });
    },
  );

  const Overview = z
    .object({
      inUse: z.int(),
      guarded: z.int().describe('Zones whose risk is restricted or critical'),
      unheld: z.int().describe('Those of them for which no register of rights says who may enter'),
      loose: z.int().describe('Those of them that strangers may enter alone'),
      buildings: z.array(z.string()),
    })
    .meta({ id: 'PremisesOverview' });
  api.get(
    '/organizations/:organizationId/premisesOverview',
    {
      config: { action: 'premises.read' },
      schema: { operationId: 'getPremisesOverview', tags: [tag], summary: 'How many zones there are, and what they lack', params: OrganizationPath, response: responses({ 200: Overview }) },
    },
    async (request) => services.db.tx(request.access.scope, (tx) => store.zoneCounts(tx, request.params.organizationId, today(services))),
  );

  const Setting = z
    .object({
      ...PremisesSettingInput.shape,
      contacts: z.array(Contact),
      own: z.boolean().describe('Whether the centre has set it; else what it begins with'),
      version: z.int(),
      can: z.record(z.string(), z.boolean()),
    })
    .meta({ id: 'PremisesSettings' });
  const shownSetting = async (tx: Tx, organizationId: string, may: boolean) => {
    const { id: _id, ...setting } = await store.findSetting(tx, organizationId);
    return { ...setting, own: setting.version > 0, can: { update: may } };
  };
  api.get(
    '/organizations/:organizationId/premisesSettings',
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'getPremisesSettings',
        tags: [tag],
        summary: 'Service hours, retention of visitors, and what stands on the sheets',
        params: OrganizationPath,
        response: responses({ 200: Setting }),
      },
    },
    async (request, reply) =>
      sendVersioned(reply, await services.db.tx(request.access.scope, (tx) => shownSetting(tx, request.params.organizationId, can(request.access.actor, 'premises.rule')))) as never,
  );
  api.put(
    '/organizations/:organizationId/premisesSettings',
    {
      config: { action: 'premises.rule' },
      schema: {
        operationId: 'setPremisesSettings',
        tags: [tag],
        summary: 'Set what holds for all the buildings (`If-Match: "0"` where the centre has set nothing yet)',
        params: OrganizationPath,
        body: PremisesSettingInput,
        response: responses({ 200: Setting }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const setting = await services.db.tx(request.access.scope, async (tx) => {
        await store.writeSetting(tx, organizationId, version, request.body);
        return shownSetting(tx, organizationId, true);
      });
      return sendVersioned(reply, setting) as never;
    },
  );
};
