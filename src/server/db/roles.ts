import { type Kysely, sql } from 'kysely';
import { type CentreRole, centreRoles } from '../../kernel/permissions.ts';
import type { Tables } from './database.ts';

export type CentreLink = { organizationId: string; personId: string | null; roles: CentreRole[] };

/** A link as the database gives it. */
export type Given = { organizationId: string; personId: string | null; roles: string[] };

const isCentreRole = (role: string): role is CentreRole => (centreRoles as readonly string[]).includes(role);
/** The links of an account that give it a role we know. */
export const known = (links: readonly Given[]): CentreLink[] => links.map((link) => ({ ...link, roles: link.roles.filter(isCentreRole) })).filter((link) => link.roles.length > 0);

/** What an account is on a day in a centre. */
export const rolesIn = async (db: Kysely<Tables>, accountId: string, day: string, organizationId: string): Promise<CentreRole[]> => {
  const { rows } = await sql<Given>`SELECT organization_id, person_id, roles FROM account_roles(${accountId}, ${day}, ${organizationId})`.execute(db);
  return known(rows)[0]?.roles ?? [];
};
