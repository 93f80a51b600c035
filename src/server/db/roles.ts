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

/** A personal token that exists, over or not, with its account and what that account is on a day in the token's centres. */
type TokenAccess = { tokenId: string; scopes: string[]; expiresAt: Date; revokedAt: Date | null; accountId: string; name: string; email: string; language: string; links: CentreLink[] };

/** The personal token with this hash, and what its account is that day in the centres of the token, or in the one given: asked at each request of a program, in one statement. */
export const tokenAccess = async (db: Kysely<Tables>, tokenHash: Buffer, now: Date, day: string, organizationId?: string): Promise<TokenAccess | undefined> => {
  const { rows } = await sql<Omit<TokenAccess, 'links'> & { links: Given[] | null }>`
    SELECT token_id, scopes, expires_at, revoked_at, account_id, name, email, language, links FROM token_access(${tokenHash}, ${now}, ${day}, ${organizationId ?? null})`.execute(db);
  return rows[0] && { ...rows[0], links: known(rows[0].links ?? []) };
};
