import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DocumentModel } from '../../../documents/section.ts';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { deleteRecord } from '../../../server/db/records.ts';
import { fileKinds } from '../../../server/file-kind.ts';
import { attachment } from '../../../server/files.ts';
import { expectedVersion, NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { BuildingInput, changed, dangers, lacking, OwnLine, PostingInput, RenameInput, sheetFacts, SheetFileQuery, WordingInput } from '../sheet.ts';
import { sheetPoster } from '../sheet-model.ts';
import { sheetLibrary } from './sheet-library.ts';
import * as store from './sheet-store.ts';
import { zonesOf } from './store.ts';

const register = <T extends z.ZodType>(schema: T) => schema as unknown as z.ZodType<Record<string, unknown>>;
const optional = z.string().optional();
const tag = 'premises';

const Sheet = z.object({
  danger: z.enum(dangers),
  lacking: z.array(z.enum(sheetFacts)).describe('What the centre has not said yet'),
  postedOn: optional,
  postedByName: optional,
  postingId: z.uuid().optional(),
  version: z.int().optional(),
  changed: z.array(z.enum(sheetFacts)).describe('What is no longer as it stands on the sheet that hangs'),
});
const Sheets = z
  .object({
    places: z.array(z.object({ building: optional, zoneId: z.uuid().optional(), zoneName: optional, sheets: z.array(Sheet) })),
    buildings: z.array(z.string()).describe('Those that a zone in use names'),
    language: z.enum(['fr', 'nl', 'de']),
  })
  .meta({ id: 'EmergencySheets' });

/** The sheets that hang on the wall for fire, water, intrusion and evacuation: what they say, printing them, and whether they still tell the truth. */
export const registerSheets = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();

  registerResource(app, services, {
    plural: 'premisesBuildings',
    singular: 'premisesBuilding',
    tag,
    table: 'premisesBuilding',
    read: 'premises.read',
    write: 'premises.write',
    input: register(BuildingInput),
    output: z.object(BuildingInput.shape),
    sorts: ['building'],
    filters: {},
    list: (tx, organizationId) => store.listBuildings(tx, organizationId),
    orderBy: store.buildingSorts,
    idColumn: 'b.id',
    exportColumns: ['building', 'address', 'assemblyPoint', 'electricityCut', 'waterCut', 'gasCut', 'keysAt'],
  });

  api.post(
    '/organizations/:organizationId/premisesBuildings/rename',
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'renamePremisesBuilding',
        tags: [tag],
        summary: 'Give a building another name, in its zones, plans, facts, lines and sheets',
        params: OrganizationPath,
        body: RenameInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { from, to } = request.body;
      await services.db.tx(request.access.scope, async (tx) => {
        if ((await store.buildingsWithFacts(tx, organizationId, [from, to])).length === 2) throw invalidInput('to', 'buildingHasFacts');
        if ((await store.renameBuilding(tx, organizationId, from, to)) === 0) throw invalidInput('from', 'buildingUnknown');
      });
      return reply.status(204).send();
    },
  );

  registerResource(app, services, {
    plural: 'sheetWordings',
    singular: 'sheetWording',
    tag,
    table: 'emergencyWording',
    read: 'premises.read',
    write: 'premises.write',
    input: register(WordingInput),
    output: z.object({ ...WordingInput.shape, lines: z.array(OwnLine) }),
    sorts: ['danger'],
    filters: {},
    list: (tx, organizationId) => store.listWordings(tx, organizationId),
    orderBy: store.wordingSorts,
    idColumn: 'w.id',
    exportColumns: ['danger', 'doLines', 'neverLines'],
    exportCodes: { danger: 'dangers' },
  });

  api.get(
    '/organizations/:organizationId/emergencySheets',
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'listEmergencySheets',
        tags: [tag],
        summary: 'The sheets of each building, and of the zones that have some: what they lack, and whether those that hang are still true',
        params: OrganizationPath,
        response: responses({ 200: Sheets }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const day = today(services);
      return services.db.tx(request.access.scope, async (tx) => {
        const centre = await findOrganization(tx, organizationId);
        if (!centre) throw new Problem('resourceNotFound');
        const [posted, buildings] = [await store.postedSheets(tx, organizationId, day), await store.buildingNames(tx, organizationId, day)];
        const named = new Set([...buildings, ...posted.flatMap(({ building }) => building ?? [])]);
        const zones = new Map(posted.flatMap(({ zoneId, zoneName }) => (zoneId ? [[zoneId, zoneName!] as const] : [])));
        const places: store.SheetPlace[] = [
          ...(named.size === 0 || posted.some(({ building, zoneId }) => !building && !zoneId) ? [{}] : []),
          ...[...named].map((building) => ({ building })),
          ...[...zones.keys()].map((zoneId) => ({ zoneId })),
        ];
        const facts = await store.factsOfPlaces(tx, organizationId, places, day);
        return {
          language: centre.documentLanguage,
          buildings,
          places: places.map((place, at) => ({
            ...place,
            ...(place.zoneId ? { zoneName: zones.get(place.zoneId)! } : {}),
            sheets: dangers.map((danger) => {
              const one = posted.find((sheet) => sheet.danger === danger && (sheet.building ?? undefined) === place.building && (sheet.zoneId ?? undefined) === place.zoneId);
              return {
                danger,
                lacking: lacking(danger, facts[at]![danger]),
                changed: one ? changed(danger, one.posted, one.now) : [],
                ...(one ? { postedOn: one.postedOn, postedByName: one.postedByName ?? undefined, postingId: one.id, version: one.version } : {}),
              };
            }),
          })),
        };
      });
    },
  );

  const placeOf = async (tx: Tx, organizationId: string, zoneId: string | undefined) => {
    if (!zoneId) return undefined;
    const [zone] = await zonesOf(tx, organizationId, [zoneId]);
    if (!zone) throw invalidInput('zoneId', 'zoneUnknown');
    return zone;
  };

  api.get(
    '/organizations/:organizationId/emergencySheets/file',
    {
      config: { action: 'premises.read' },
      schema: {
        operationId: 'downloadEmergencySheets',
        tags: [tag],
        summary: 'The sheets of a building, of a zone or of the whole house, to print: one page for each danger, as PDF or Word',
        params: OrganizationPath,
        querystring: SheetFileQuery,
        response: responses({ 200: z.any().describe('The file') }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { danger, building, zoneId, paper, format } = request.query;
      if (building && zoneId) throw invalidInput('zoneId', 'buildingOrZone', undefined, 'query');
      const day = today(services);
      const { centre, zone, facts } = await services.db.tx(request.access.scope, async (tx) => {
        const found = await findOrganization(tx, organizationId);
        if (!found) throw new Problem('resourceNotFound');
        const [all] = await store.factsOfPlaces(tx, organizationId, [{ building, zoneId }], day);
        return { centre: found, zone: await placeOf(tx, organizationId, zoneId), facts: all! };
      });
      const language = request.query.language ?? centre.documentLanguage;
      const library = sheetLibrary();
      const name = inLanguage(centre.name, language);
      const place = zone ? [zone.building, zone.name].filter(Boolean).join(' – ') : (building ?? library.words[language].all);
      const printed = day.split('-').toReversed().join('/');
      const title = roomText('premises', 'tabs.sheets', language);
      const model: DocumentModel = {
        language,
        layout: 'sheet',
        title: `${title}, ${place}`,
        sender: { name, lines: [] },
        front: [],
        sections: dangers
          .filter((one) => danger === 'all' || one === danger)
          .map((one) => ({
            key: one,
            level: 1,
            title: library[one].title[language],
            blocks: [sheetPoster(library, { danger: one, facts: facts[one], language, paper, place, centre: name, day: printed })],
          })),
        runningTitle: title,
        footer: '',
        date: day,
      };
      const file = `${centre.slug}-${danger === 'all' ? '' : `${danger}-`}${paper}-${language}-${day}.${format}`;
      return reply
        .type(fileKinds[format])
        .headers(attachment(file))
        .send(Buffer.from(await render(model, format))) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/sheetPostings',
    {
      config: { action: 'premises.write' },
      schema: {
        operationId: 'postEmergencySheets',
        tags: [tag],
        summary: 'Note that sheets hang since today, as they are printed today; said again, it is the new ones that hang',
        params: OrganizationPath,
        body: PostingInput,
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { dangers: asked, building, zoneId } = request.body;
      await services.db.tx(request.access.scope, async (tx) => {
        await placeOf(tx, organizationId, zoneId);
        await store.postSheets(tx, organizationId, [...new Set(asked)], { building, zoneId }, today(services), request.access.account?.accountId);
      });
      return reply.status(204).send();
    },
  );

  api.delete(
    '/organizations/:organizationId/sheetPostings/:id',
    {
      config: { action: 'premises.write' },
      schema: { operationId: 'takeDownEmergencySheet', tags: [tag], summary: 'Note that a sheet hangs no more', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => deleteRecord(tx, 'sheetPosting', organizationId, id, version));
      return reply.status(204).send();
    },
  );
};
