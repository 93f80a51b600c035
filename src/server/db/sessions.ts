import { type Kysely, sql, type Transaction } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { InstallationRole } from '../../kernel/permissions.ts';
import type { Tables } from './database.ts';
import { type CentreLink, type Given, known } from './roles.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** How a session was proved. */
export const proofs = ['password', 'totp', 'passkey', 'recoveryCode', 'provider'] as const;
export type Proof = (typeof proofs)[number];
/** What is still owed at a sign-in: a factor that the account has, or one to enrol since a role compels. */
export type Owed = 'factor' | 'enrolment';

/** A session that exists, over or not, with its account and what that account is on a day. */
type SessionAccess = {
  sessionId: string;
  createdAt: Date;
  expiresAt: Date;
  /** When something was last proved in it. */
  confirmedAt: Date | null;
  lockedAt: Date | null;
  owed: Owed | null;
  accountId: string;
  name: string;
  email: string;
  language: string;
  installation: InstallationRole[];
  links: CentreLink[];
};

/**
 * The session of a token, what it still owes where one of the `compelling` roles asks for a second factor, and what its account is that day in
 * the installation and in each of its centres, or in the one given: asked at each request, in one statement, so that a session that was ended
 * and a role whose mandate is over are refused from then on.
 */
export const sessionAccess = async (db: Kysely<Tables>, token: string, day: string, compelling: readonly string[], organizationId?: string): Promise<SessionAccess | undefined> => {
  const { rows } = await sql<Omit<SessionAccess, 'links'> & { links: Given[] | null }>`
    SELECT session_id, created_at, expires_at, confirmed_at, locked_at, owed, account_id, name, email, language, installation, links
    FROM session_access(${token}, ${day}, ${organizationId ?? null}, ${compelling})`.execute(db);
  return rows[0] && { ...rows[0], links: known(rows[0].links ?? []) };
};

/** What an account would owe that day in a session without a second factor. */
export const owedFactor = async (db: Db, accountId: string, day: string, compelling: readonly string[]): Promise<Owed | undefined> =>
  (await sql<{ owed: Owed | null }>`SELECT owed_factor(${accountId}, ${day}, ${compelling}) AS owed`.execute(db)).rows[0]?.owed ?? undefined;

/** Whether one of the account's roles that day is among the compelling ones. */
export const compelledFactor = async (db: Db, accountId: string, day: string, compelling: readonly string[]): Promise<boolean> =>
  (await sql<{ compelled: boolean }>`SELECT compelled_factor(${accountId}, ${day}, ${compelling}) AS compelled`.execute(db)).rows[0]?.compelled ?? false;

/** Prolongs a session that is used; false when it was ended meanwhile. */
export const prolongSession = async (db: Kysely<Tables>, id: string, now: Date, end: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`UPDATE session SET expires_at = ${end}, updated_at = ${now} WHERE id = ${id}`.execute(db);
  return numAffectedRows === 1n;
};

type NewSession = { accountId: string; token: string; proof: Proof; provedAt: Date | null; confirmedAt: Date; device: string | null; createdAt: Date; expiresAt: Date };

/** Puts a session in the place of the one that the same browser held (`former`, a token), in one statement; none for an account that was shut: undefined. */
export const replaceSession = async (db: Kysely<Tables>, session: NewSession, former: string | undefined): Promise<string | undefined> => {
  const id = newId();
  // The lock makes it wait for whoever shuts the account right now.
  const { numAffectedRows } = await sql`WITH gone AS (DELETE FROM session WHERE token = ${former ?? null})
    INSERT INTO session (id, user_id, token, expires_at, user_agent, created_at, updated_at, proof, proved_at, confirmed_at)
    SELECT ${id}, a.id, ${session.token}, ${session.expiresAt}, ${session.device}, ${session.createdAt}, ${session.createdAt}, ${session.proof}, ${session.provedAt}, ${session.confirmedAt}
    FROM account a WHERE a.id = ${session.accountId} AND a.disabled_at IS NULL FOR SHARE`.execute(db);
  return numAffectedRows === 1n ? id : undefined;
};

/** Covers a session until something is proved again; false when it was covered already. */
export const lockSession = async (db: Kysely<Tables>, id: string, now: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`UPDATE session SET locked_at = ${now} WHERE id = ${id} AND locked_at IS NULL`.execute(db);
  return numAffectedRows === 1n;
};

/** Something was proved again: the session is open, and its proof fresh. */
export const confirmSession = async (db: Kysely<Tables>, id: string, now: Date): Promise<void> => {
  await sql`UPDATE session SET locked_at = NULL, confirmed_at = ${now} WHERE id = ${id}`.execute(db);
};
