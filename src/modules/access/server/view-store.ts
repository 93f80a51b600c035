import type { FastifyRequest } from 'fastify';
import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type Action, can } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { Problem } from '../../../kernel/problem.ts';

/** Of whom somebody may know: everybody of the centre, or the people of the services that one person heads. */
export type View = 'all' | { headId: string };

const nobody = '00000000-0000-0000-0000-000000000000';

/** Which person of the centre the caller is; undefined for an account that is linked to none. */
export const callerPerson = (request: FastifyRequest, organizationId: string): string | undefined => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;

/** For whom the caller may do this: as a head of service and nothing more, for the people of their own services only. */
export const viewOf = (request: FastifyRequest, organizationId: string, action: Action): View => {
  const { actor } = request.access;
  if (can({ ...actor, roles: actor.roles.filter((role) => role !== 'headOfService') }, action)) return 'all';
  return { headId: callerPerson(request, organizationId) ?? nobody };
};

/**
 * The people of the services that somebody heads, with the services below them: those who work there that day, and those whose last contract was
 * there. As a query of ids.
 */
const peopleOfHead = (organizationId: string, headId: string, on: CivilDate) => sql`(
  WITH RECURSIVE mine AS (SELECT s.id FROM service s WHERE s.organization_id = ${organizationId} AND s.head_id = ${headId}::uuid
    UNION SELECT s.id FROM service s JOIN mine ON s.parent_id = mine.id WHERE s.organization_id = ${organizationId})
  SELECT k.person_id FROM contract k WHERE k.organization_id = ${organizationId} AND k.service_id IN (SELECT id FROM mine) AND (k."end" IS NULL OR k."end" >= ${on}::date OR NOT EXISTS (
    SELECT FROM contract l WHERE l.organization_id = k.organization_id AND l.person_id = k.person_id AND l.start > k.start)))`;

/** What keeps a query within a view; `person` is the expression of the person's id. */
export const within = (view: View, organizationId: string, on: CivilDate, person: RawBuilder<unknown>): RawBuilder<boolean> =>
  view === 'all' ? sql<boolean>`true` : sql<boolean>`${person} IN ${peopleOfHead(organizationId, view.headId, on)}`;

/** Throws missingPermission for a person outside the view. */
export const refuseOutside = async (tx: Tx, view: View, organizationId: string, on: CivilDate, personId: string): Promise<void> => {
  if (view === 'all') return;
  const { rows } = await sql<{ found: boolean }>`SELECT ${personId}::uuid IN ${peopleOfHead(organizationId, view.headId, on)} AS found`.execute(tx);
  if (!rows[0]?.found) throw new Problem('missingPermission');
};
