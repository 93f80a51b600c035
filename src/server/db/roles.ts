import { type Kysely, sql, type Transaction } from 'kysely';
import { type CentreRole, centreRoles } from '../../kernel/permissions.ts';
import type { ConfidentialRole, Tables } from './database.ts';

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
type TokenAccess = {
  tokenId: string;
  scopes: string[];
  expiresAt: Date;
  revokedAt: Date | null;
  accountId: string;
  name: string;
  email: string;
  language: string;
  backupPlanId: string | null;
  links: CentreLink[];
};

/** The personal token with this hash, and what its account is that day in the centres of the token, or in the one given: asked at each request of a program, in one statement. */
export const tokenAccess = async (db: Kysely<Tables>, tokenHash: Buffer, now: Date, day: string, organizationId?: string): Promise<TokenAccess | undefined> => {
  const { rows } = await sql<Omit<TokenAccess, 'links'> & { links: Given[] | null }>`
    SELECT token_id, scopes, expires_at, revoked_at, account_id, name, email, language, backup_plan_id, links FROM token_access(${tokenHash}, ${now}, ${day}, ${organizationId ?? null})`.execute(db);
  return rows[0] && { ...rows[0], links: known(rows[0].links ?? []) };
};

/** In what right an account holds a role: of its own, or lent to it by whom, from when to when. Names as the register of people has them, else as the accounts do. */
export type Standing = { personId: string | null; name: string; lent?: { personId: string | null; name: string; start: string; end: string } };

/** How an account holds a role in a centre that day; undefined where it does not. What is its own counts before what was lent to it. */
export const standingOf = async (tx: Transaction<Tables>, organizationId: string, accountId: string, role: CentreRole, day: string): Promise<Standing | undefined> => {
  const { rows } = await sql<{ personId: string | null; name: string; own: boolean; lent: NonNullable<Standing['lent']> | null }>`
    SELECT l.person_id, COALESCE(p.first_name || ' ' || p.last_name, a.name) AS name,
      EXISTS (SELECT FROM link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${day}, false) r WHERE r.role = ${role}) AS own,
      (SELECT jsonb_build_object('personId', f.person_id, 'name', COALESCE(fp.first_name || ' ' || fp.last_name, fa.name), 'start', d.start, 'end', d."end")
        FROM delegation d JOIN link f ON f.organization_id = d.organization_id AND f.id = d.from_link_id JOIN account fa ON fa.id = f.account_id
        LEFT JOIN person fp ON fp.organization_id = f.organization_id AND fp.id = f.person_id
        WHERE d.organization_id = l.organization_id AND d.to_link_id = l.id AND d.role = ${role} AND d.ended_at IS NULL AND d.start <= ${day} AND d."end" >= ${day}
          AND f.start <= ${day} AND (f."end" IS NULL OR f."end" >= ${day})
          AND EXISTS (SELECT FROM link_roles(f.organization_id, f.person_id, f.granted_roles, f.provided_roles, ${day}, true) r WHERE r.role = d.role)
        ORDER BY d.start LIMIT 1) AS lent
    FROM link l JOIN account a ON a.id = l.account_id LEFT JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    WHERE l.organization_id = ${organizationId} AND l.account_id = ${accountId} AND l.start <= ${day} AND (l."end" IS NULL OR l."end" >= ${day})`.execute(tx);
  const found = rows.find(({ own, lent }) => own || lent);
  return found && { personId: found.personId, name: found.name, ...(found.own || !found.lent ? {} : { lent: found.lent }) };
};

/** Who holds a mandate in a centre that day, by name; undefined where nobody does. */
export const holderName = async (tx: Transaction<Tables>, organizationId: string, kind: CentreRole, day: string): Promise<string | undefined> =>
  (
    await sql<{ name: string }>`SELECT p.first_name || ' ' || p.last_name AS name FROM mandate m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      WHERE m.organization_id = ${organizationId} AND m.kind = ${kind} AND m.start <= ${day} AND (m."end" IS NULL OR m."end" >= ${day}) ORDER BY m.start DESC, m.id LIMIT 1`.execute(tx)
  ).rows[0]?.name;

/** In which of these centres, and as what, an account may know of confidential records that day: by roles of its own, or by one that was lent with them. */
export const confidentialIn = async (db: Kysely<Tables>, accountId: string, day: string, organizationIds: readonly string[]): Promise<{ organizationId: string; as: ConfidentialRole }[]> =>
  (await sql<{ organizationId: string; as: ConfidentialRole }>`SELECT organization_id, role AS "as" FROM confidential_roles(${accountId}, ${day}, ${organizationIds}::uuid[])`.execute(db)).rows;
