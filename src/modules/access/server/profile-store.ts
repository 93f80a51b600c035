import { sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type RightLevel, rightLevels } from '../grant.ts';
import './tables.ts';

/**
 * The rights that go with a function in a service: those of every profile that fits (its functions name this one, or it names none; its service is
 * this one, or any), each resource once, at the highest level. Nothing where neither is known. Resources out of service are left out.
 */
export const rightsOfProfile = async (tx: Tx, organizationId: string, of: { function?: string | undefined; serviceId?: string | undefined }): Promise<{ resourceId: string; level: RightLevel }[]> => {
  const { rows } = await sql<{ resourceId: string; level: RightLevel }>`
    SELECT DISTINCT ON (r.resource_id) r.resource_id, r.level FROM access_profile p
    JOIN access_profile_right r ON r.organization_id = p.organization_id AND r.profile_id = p.id
    JOIN resource s ON s.organization_id = r.organization_id AND s.id = r.resource_id AND s.retired_on IS NULL
    WHERE p.organization_id = ${organizationId} AND (p.functions = '{}' OR ${searchText(of.function)} = ANY (p.functions)) AND (p.service_id IS NULL OR p.service_id = ${of.serviceId ?? null}::uuid)
    ORDER BY r.resource_id, array_position(${[...rightLevels]}::text[], r.level) DESC`.execute(tx);
  return rows;
};
