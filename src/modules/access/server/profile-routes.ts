import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { abilities } from '../../../kernel/permissions.ts';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { deleteRecord } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { collection, expectedVersion, mergePatch, NoContent, OrganizationPath, Page, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type Held, RightLevel } from '../grant.ts';
import { compared, FromLibrary, ProfileGiving, ProfileInput, profilesFor, together } from '../profile.ts';
import { libraryProfiles } from './library.ts';
import { addLibraryProfiles } from './library-profiles.ts';
import { insertProfile, listProfiles, type ProfileRow, resourcesByCatalogue, updateProfile, type Worker, workersOn } from './profile-store.ts';
import { refuse, signature } from './save.ts';
import { giveRights, heldOn } from './store.ts';
import { viewOf } from './view-store.ts';

const tags = ['access'];
const can = z.record(z.string(), z.boolean());
const Right = z.object({ resourceId: z.uuid(), level: RightLevel });
const Profile = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    name: z.string(),
    functions: z.array(z.string()),
    serviceId: z.uuid().optional(),
    serviceName: z.string().optional(),
    note: z.string().optional(),
    rights: z.array(Right.extend({ resourceName: z.string() })),
    can,
  })
  .meta({ id: 'AccessProfile' });
const Profiles = Page(Profile).meta({ id: 'AccessProfiles' });
const Library = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string(), functions: z.array(z.string()), rights: z.int(), missing: z.int(), taken: z.boolean() })) })
  .meta({ id: 'AccessProfileLibrary' });
/** What people hold against their profiles: only those who differ, or all of one person. */
const Comparison = z
  .object({
    people: z.int(),
    without: z.array(z.string()),
    items: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        jobs: z.array(z.object({ function: z.string(), serviceName: z.string().optional() })),
        profiles: z.array(z.string()),
        missing: z.array(Right),
        beyond: z.array(Right.extend({ id: z.uuid() })),
      }),
    ),
  })
  .meta({ id: 'AccessProfileComparison' });

/** The jobs of each person, in the order of names. */
const byPerson = (workers: readonly Worker[]): Worker[][] => [...Map.groupBy(workers, ({ personId }) => personId).values()];

/** Profiles of functions: made by hand or from the library, compared with what people hold, applied to a person. */
export const registerAccessProfiles = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const shown = (actor: Parameters<typeof abilities>[0], organizationId: string, { libraryId: _library, ...row }: ProfileRow) => ({
    ...row,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/accessProfiles/${row.id}`,
    can: abilities(actor, { update: 'access.rules', delete: 'access.rules' }),
  });
  const profileOf = async (tx: Tx, organizationId: string, id: string): Promise<ProfileRow> => {
    const [row] = await listProfiles(tx, organizationId, id);
    if (!row) throw new Problem('resourceNotFound');
    return row;
  };

  api.get(
    '/organizations/:organizationId/accessProfiles',
    {
      config: { action: 'access.read' },
      schema: { operationId: 'listAccessProfiles', tags, summary: 'List the profiles of functions with their rights', params: OrganizationPath, response: responses({ 200: Profiles }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, (tx) => listProfiles(tx, organizationId));
      return collection(
        url,
        request.url,
        { total: rows.length },
        rows.map((row) => shown(request.access.actor, organizationId, row)),
        rows.length,
      ) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessProfiles',
    {
      config: { action: 'access.rules' },
      schema: {
        operationId: 'createAccessProfile',
        tags,
        summary: 'Add a profile of a function',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ProfileInput,
        response: responses({ 201: Profile }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        const { id } = await once(tx, request, organizationId, { make: async () => ({ id: await insertProfile(tx, organizationId, request.body) }), find: async (record) => ({ id: record }) });
        return shown(request.access.actor, organizationId, await profileOf(tx, organizationId, id));
      });
      reply.status(201).header('location', made.href);
      return sendVersioned(reply, made) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessProfileLibrary',
    {
      config: { action: 'access.rules' },
      schema: { operationId: 'getAccessProfileLibrary', tags, summary: 'The profiles to start from', params: OrganizationPath, response: responses({ 200: Library }) },
    },
    async (request) => {
      const { organizationId } = request.params;
      const [known, resources] = await db.tx(request.access.scope, async (tx) => [await listProfiles(tx, organizationId), await resourcesByCatalogue(tx, organizationId)] as const);
      const language = (request.access.account?.language ?? 'fr') as 'fr';
      return {
        items: libraryProfiles().map(({ id, name, functions, rights }) => {
          const present = Object.keys(rights).filter((catalogueId) => resources.has(catalogueId)).length;
          return {
            id,
            name: name[language] ?? inLanguage(name, 'fr'),
            functions,
            rights: present,
            missing: Object.keys(rights).length - present,
            taken: known.some(({ libraryId }) => libraryId === id),
          };
        }),
      } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessProfileLibrary',
    {
      config: { action: 'access.rules' },
      schema: {
        operationId: 'addAccessProfilesFromLibrary',
        tags,
        summary: 'Add profiles of the library, with rights on those of their resources that the centre has',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: FromLibrary,
        response: responses({ 201: Profiles }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const rows = await db.tx(request.access.scope, async (tx) => {
        await once(tx, request, organizationId, {
          make: async () => {
            const organization = await findOrganization(tx, organizationId);
            const ids = await addLibraryProfiles(tx, organizationId, request.body.ids, organization?.documentLanguage ?? 'fr');
            return { id: ids[0] ?? organizationId };
          },
          find: async (record) => ({ id: record }),
        });
        return listProfiles(tx, organizationId);
      });
      reply.status(201);
      return collection(
        url,
        request.url,
        { total: rows.length },
        rows.map((row) => shown(request.access.actor, organizationId, row)),
        rows.length,
      ) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessProfiles/:id',
    { config: { action: 'access.read' }, schema: { operationId: 'getAccessProfile', tags, summary: 'Read a profile', params: RecordPath, response: responses({ 200: Profile }) } },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      return sendVersioned(reply, shown(request.access.actor, organizationId, await db.tx(request.access.scope, (tx) => profileOf(tx, organizationId, id)))) as never;
    },
  );

  api.patch(
    '/organizations/:organizationId/accessProfiles/:id',
    {
      config: { action: 'access.rules' },
      schema: {
        operationId: 'updateAccessProfile',
        tags,
        summary: 'Change a profile (JSON Merge Patch)',
        consumes: ['application/merge-patch+json'],
        params: RecordPath,
        body: z.looseObject({}).meta({ id: 'AccessProfilePatch' }),
        response: responses({ 200: Profile }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const changed = await db.tx(request.access.scope, async (tx) => {
        const { name, functions, serviceId, note, rights } = await profileOf(tx, organizationId, id);
        const before = { name, functions, ...(serviceId ? { serviceId } : {}), ...(note ? { note } : {}), rights: rights.map(({ resourceId, level }) => ({ resourceId, level })) };
        const result = ProfileInput.safeParse(mergePatch(before, request.body));
        if (!result.success) throw new Problem('badRequest', { issues: zodIssues(result.error.issues, 'body') });
        await updateProfile(tx, organizationId, id, version, result.data);
        return shown(request.access.actor, organizationId, await profileOf(tx, organizationId, id));
      });
      return sendVersioned(reply, changed) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/accessProfiles/:id',
    {
      config: { action: 'access.rules' },
      schema: { operationId: 'deleteAccessProfile', tags, summary: 'Delete a profile; the rights that people have stay', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(request.access.scope, (tx) => deleteRecord(tx, 'accessProfile', organizationId, id, version));
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/organizations/:organizationId/accessComparison',
    {
      config: { action: 'access.read' },
      schema: {
        operationId: 'compareWithProfiles',
        tags,
        summary: 'Who has more, or less, than the profile of their function; of one person also who agrees with it',
        params: OrganizationPath,
        querystring: z.strictObject({ personId: z.uuid().toLowerCase().optional() }),
        response: responses({ 200: Comparison }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { personId } = request.query;
      const day = today(services);
      const [profiles, workers, rights] = await db.tx(request.access.scope, (tx) =>
        Promise.all([
          listProfiles(tx, organizationId),
          workersOn(tx, organizationId, day, viewOf(request, organizationId, 'access.read'), personId),
          heldOn(tx, organizationId, day, personId ? { personIds: [personId] } : {}),
        ]),
      );
      const held = Map.groupBy(rights, (right: Held) => right.personId);
      const all = byPerson(workers).map((jobs) => {
        const { personId: person, name } = jobs[0]!;
        const fitting = [...new Set(jobs.flatMap((job) => profilesFor(profiles, job)))];
        return {
          personId: person,
          name,
          jobs: jobs.map(({ function: job, serviceName }) => ({ function: job, ...(serviceName ? { serviceName } : {}) })),
          profiles: fitting.map((profile) => profile.name),
          ...compared(together(fitting), held.get(person) ?? []),
        };
      });
      return {
        people: all.length,
        without: [...new Set(all.filter((one) => one.profiles.length === 0).flatMap(({ jobs }) => jobs.map((job) => job.function)))].toSorted(),
        items: all.filter((one) => personId || (one.profiles.length > 0 && one.missing.length + one.beyond.length > 0)),
      } as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accessProfileGivings',
    {
      config: { action: 'access.give' },
      schema: {
        operationId: 'giveByProfile',
        tags,
        summary: 'Give a person what the profile of their function says they lack',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: ProfileGiving,
        response: responses({ 201: z.object({ ids: z.array(z.uuid()) }).meta({ id: 'AccessProfileGiven' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { personId, start, rights } = request.body;
      const day = today(services);
      const given = await db.tx(request.access.scope, async (tx) => {
        await refuse(tx, request, organizationId, 'access.give', personId, day);
        // The profile was agreed to by whoever keeps the profiles; a right beyond it is asked for.
        const profiles = await listProfiles(tx, organizationId);
        const workers = await workersOn(tx, organizationId, start > day ? start : day, 'all', personId);
        const wanted = together([...new Set(workers.flatMap((job) => profilesFor(profiles, job)))]);
        if (rights.some((right) => !wanted.some((one) => one.resourceId === right.resourceId && one.level === right.level))) throw invalidInput('rights', 'notOfProfile');
        const by = signature(request, organizationId);
        if (by.id === personId) throw invalidInput('personId', 'ownRight');
        const { id } = await once(tx, request, organizationId, {
          make: async () => {
            await giveRights(
              tx,
              organizationId,
              rights.map((right) => ({ ...right, personId, start, source: 'profile' as const, agreedOn: day, ...(by.id ? { agreedById: by.id } : {}) })),
            );
            return { id: personId };
          },
          find: async (record) => ({ id: record }),
        });
        return (await heldOn(tx, organizationId, start, { personIds: [id] })).filter(({ resourceId }) => rights.some((right) => right.resourceId === resourceId));
      });
      return reply.status(201).send({ ids: given.map(({ id }) => id) }) as never;
    },
  );
};
