import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, refuseStale } from '../../../server/db/records.ts';
import { type Profile, type ProfileInput, type ProfileRight, profilesFor, together } from '../profile.ts';
import { type View, within } from './view-store.ts';
import './tables.ts';

export type ProfileRow = Profile & { version: number; serviceName: string | null; libraryId: string | null; note: string | null; rights: (ProfileRight & { resourceName: string })[] };

/** The profiles of a centre with their rights on resources in service, by name; one of them with `id`. */
export const listProfiles = async (tx: Tx, organizationId: string, id?: string): Promise<ProfileRow[]> => {
  const { rows } = await sql<ProfileRow>`
    SELECT p.id, p.version, p.name, p.functions, p.service_id, s.name AS service_name, p.library_id, p.note,
      coalesce((SELECT jsonb_agg(jsonb_build_object('resourceId', r.resource_id, 'level', r.level, 'resourceName', o.name) ORDER BY o.position, o.name COLLATE names)
        FROM access_profile_right r JOIN resource o ON o.organization_id = r.organization_id AND o.id = r.resource_id AND o.retired_on IS NULL
        WHERE r.organization_id = p.organization_id AND r.profile_id = p.id), '[]') AS rights
    FROM access_profile p LEFT JOIN service s ON s.organization_id = p.organization_id AND s.id = p.service_id
    WHERE p.organization_id = ${organizationId} ${id ? sql`AND p.id = ${id}::uuid` : sql``} ORDER BY p.name COLLATE names, p.id`.execute(tx);
  return rows;
};

/**
 * The rights that go with a function in a service: those of the profiles that fit it (profile.ts says which), each resource once, at the highest
 * level. Resources out of service are left out. Nothing where no profile fits.
 */
export const rightsOfProfile = async (tx: Tx, organizationId: string, of: { function?: string | undefined; serviceId?: string | undefined }): Promise<ProfileRight[]> =>
  together(profilesFor(await listProfiles(tx, organizationId), of));

const writeRights = async (tx: Tx, organizationId: string, profileId: string, rights: readonly ProfileRight[]): Promise<void> => {
  const values = JSON.stringify(rights.map((right) => ({ ...right, id: newId() })));
  await sql`DELETE FROM access_profile_right r WHERE r.organization_id = ${organizationId} AND r.profile_id = ${profileId}::uuid
    AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${values}::jsonb) AS n("resourceId" uuid) WHERE n."resourceId" = r.resource_id)`.execute(tx);
  await sql`INSERT INTO access_profile_right AS r (organization_id, id, profile_id, resource_id, level)
    SELECT ${organizationId}, n.id, ${profileId}::uuid, n."resourceId", n.level FROM jsonb_to_recordset(${values}::jsonb) AS n(id uuid, "resourceId" uuid, level text)
    ON CONFLICT (organization_id, profile_id, resource_id) DO UPDATE SET level = EXCLUDED.level WHERE r.level <> EXCLUDED.level`.execute(tx);
};

/** Throws badRequest where the service or a resource is none of the centre (`serviceUnknown`, `resourceUnknown`), or does not offer the level (`levelNotOffered`). */
const refuseUnknown = async (tx: Tx, organizationId: string, { serviceId, rights }: Pick<ProfileInput, 'serviceId' | 'rights'>): Promise<void> => {
  if (serviceId && !(await findRecord(tx, 'service', organizationId, serviceId))) throw invalidInput('serviceId', 'serviceUnknown');
  const ids = rights.map(({ resourceId }) => resourceId);
  const { rows } = await sql<{ id: string; levels: string[] }>`SELECT id, levels FROM resource WHERE organization_id = ${organizationId} AND id = ANY (${ids}::uuid[])`.execute(tx);
  const levels = new Map(rows.map((row) => [row.id, row.levels]));
  for (const [index, right] of rights.entries()) {
    if (!levels.has(right.resourceId)) throw invalidInput(`rights[${index}].resourceId`, 'resourceUnknown');
    if (!levels.get(right.resourceId)?.includes(right.level)) throw invalidInput(`rights[${index}].level`, 'levelNotOffered');
  }
};

/** Adds a profile with its rights. Returns its id. Throws alreadyExists for a name that is taken, badRequest as above. */
export const insertProfile = async (tx: Tx, organizationId: string, { rights, serviceId, note, name, functions }: ProfileInput, libraryId: string | null = null): Promise<string> => {
  await refuseUnknown(tx, organizationId, { serviceId, rights });
  const id = newId();
  await tx
    .insertInto('accessProfile')
    .values({ organizationId, id, name, functions, serviceId: serviceId ?? null, note: note ?? null, libraryId })
    .execute();
  await writeRights(tx, organizationId, id, rights);
  return id;
};

/** Writes a profile whole, of the version that its reader knew. Throws staleVersion, resourceNotFound, and as insertProfile. */
export const updateProfile = async (tx: Tx, organizationId: string, id: string, version: number, { rights, serviceId, note, name, functions }: ProfileInput): Promise<void> => {
  await refuseUnknown(tx, organizationId, { serviceId, rights });
  const written = await tx
    .updateTable('accessProfile')
    .set({ name, functions, serviceId: serviceId ?? null, note: note ?? null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(written.numUpdatedRows) === 0) await refuseStale(tx, 'accessProfile', organizationId, id, version);
  await writeRights(tx, organizationId, id, rights);
};

/** The resources of a centre that came from the catalogue, or bear a name of it, with the levels they offer. */
export const resourcesByCatalogue = async (tx: Tx, organizationId: string): Promise<Map<string, { id: string; levels: string[] }>> => {
  const { rows } = await sql<{ id: string; catalogueId: string; levels: string[] }>`
    SELECT id, catalogue_id, levels FROM resource WHERE organization_id = ${organizationId} AND catalogue_id IS NOT NULL AND retired_on IS NULL ORDER BY position DESC, id DESC`.execute(tx);
  return new Map(rows.map(({ id, catalogueId, levels }) => [catalogueId, { id, levels }]));
};

export type Worker = { personId: string; name: string; function: string; serviceId: string | null; serviceName: string | null };

/** The jobs of a day within a view: one line per contract that counts, people in order of name. */
export const workersOn = async (tx: Tx, organizationId: string, on: CivilDate, view: View, personId?: string): Promise<Worker[]> => {
  const { rows } = await sql<Worker>`
    SELECT k.person_id, p.first_name || ' ' || p.last_name AS name, k.function, k.service_id, s.name AS service_name
    FROM contract k JOIN person p ON p.organization_id = k.organization_id AND p.id = k.person_id LEFT JOIN service s ON s.organization_id = k.organization_id AND s.id = k.service_id
    WHERE k.organization_id = ${organizationId} AND k.start <= ${on}::date AND (k."end" IS NULL OR k."end" >= ${on}::date) AND ${within(view, organizationId, on, sql.ref('k.person_id'))}
      ${personId ? sql`AND k.person_id = ${personId}::uuid` : sql``}
    ORDER BY p.last_name COLLATE names, p.first_name COLLATE names, p.id, k.start`.execute(tx);
  return rows;
};
