import { type Kysely, sql } from 'kysely';
import { type CentreRole, centreRoles, type InstallationRole } from '../../kernel/permissions.ts';
import type { Tables } from './database.ts';

export type CentreLink = { organizationId: string; personId: string | null; roles: CentreRole[] };

/** A session that exists, over or not, with its account and what that account is on a day. */
type SessionAccess = {
  sessionId: string;
  createdAt: Date;
  expiresAt: Date;
  accountId: string;
  name: string;
  email: string;
  language: string;
  installation: InstallationRole[];
  links: CentreLink[];
};
type Given = { organizationId: string; personId: string | null; roles: string[] };

const isCentreRole = (role: string): role is CentreRole => (centreRoles as readonly string[]).includes(role);
const known = (links: readonly Given[]): CentreLink[] => links.map((link) => ({ ...link, roles: link.roles.filter(isCentreRole) })).filter((link) => link.roles.length > 0);

/**
 * The session of a token, and what its account is that day in the installation and in each of its centres, or in the one given: asked at each
 * request, in one statement, so that a session that was ended and a role whose mandate is over are refused from then on.
 */
export const sessionAccess = async (db: Kysely<Tables>, token: string, day: string, organizationId?: string): Promise<SessionAccess | undefined> => {
  const { rows } = await sql<Omit<SessionAccess, 'links'> & { links: Given[] | null }>`
    SELECT session_id, created_at, expires_at, account_id, name, email, language, installation, links FROM session_access(${token}, ${day}, ${organizationId ?? null})`.execute(db);
  return rows[0] && { ...rows[0], links: known(rows[0].links ?? []) };
};

/** Prolongs a session that is used; false when it was ended meanwhile. */
export const prolongSession = async (db: Kysely<Tables>, id: string, now: Date, end: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`UPDATE session SET expires_at = ${end}, updated_at = ${now} WHERE id = ${id}`.execute(db);
  return numAffectedRows === 1n;
};

/** What an account is on a day in a centre. */
export const rolesIn = async (db: Kysely<Tables>, accountId: string, day: string, organizationId: string): Promise<CentreRole[]> => {
  const { rows } = await sql<Given>`SELECT organization_id, person_id, roles FROM account_roles(${accountId}, ${day}, ${organizationId})`.execute(db);
  return known(rows)[0]?.roles ?? [];
};
