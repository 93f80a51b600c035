import { sql } from 'kysely';
import { type CentreRole, centreRoles, type InstallationRole } from '../../kernel/permissions.ts';
import { type Services, today } from '../services.ts';

export type CentreLink = { organizationId: string; personId: string | null; roles: CentreRole[] };

const isCentreRole = (role: string): role is CentreRole => (centreRoles as readonly string[]).includes(role);

/** What an account is today in each of its centres and in the installation: asked at each request, so that a role ends the day its mandate does. */
export const rolesOf = async (services: Pick<Services, 'db' | 'now'>, accountId: string): Promise<{ links: CentreLink[]; installation: InstallationRole[] }> => {
  const { rows } = await sql<{ organizationId: string | null; personId: string | null; roles: string[] }>`
    SELECT organization_id, person_id, roles FROM account_roles(${accountId}, ${today(services)})
    UNION ALL SELECT NULL, NULL, array_agg(role) FROM installation_role WHERE account_id = ${accountId} HAVING count(*) > 0`.execute(services.db.kysely);
  const links = rows
    .flatMap(({ organizationId, personId, roles }) => (organizationId ? [{ organizationId, personId, roles: roles.filter(isCentreRole) }] : []))
    .filter((link) => link.roles.length > 0);
  return { links, installation: (rows.find((row) => row.organizationId === null)?.roles ?? []) as InstallationRole[] };
};
