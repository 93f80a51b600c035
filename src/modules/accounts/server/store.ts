import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { CentreRole, InstallationRole } from '../../../kernel/permissions.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import '../../../server/db/sign-in-events.ts';
import './tables.ts';

type Db = Kysely<Tables> | Tx;
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

export const anyAccount = async (db: Db): Promise<boolean> => (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** When the first account was made; undefined while nobody has one. */
export const firstAccountAt = async (db: Db): Promise<Date | undefined> => (await db.selectFrom('account').select('createdAt').orderBy('createdAt').limit(1).executeTakeFirst())?.createdAt;

/** Who administers the installation: where they are written to, and in which language. */
export const administrators = async (db: Db): Promise<{ email: string; language: string }[]> =>
  db
    .selectFrom('account')
    .select(['email', 'language'])
    .where('id', 'in', (roles) => roles.selectFrom('installationRole').select('accountId').where('role', '=', 'administrator'))
    .orderBy('email')
    .execute();

/** Makes a one-time link of this purpose, good for a day; earlier unused ones of the purpose die. Returns the secret, which is stored hashed only. */
export const makeOneTimeLink = async (db: Db, purpose: string, now: Date): Promise<string> => {
  const token = randomBytes(24).toString('base64url');
  await db.deleteFrom('oneTimeLink').where('purpose', '=', purpose).where('usedAt', 'is', null).execute();
  await db
    .insertInto('oneTimeLink')
    .values({ id: newId(), purpose, tokenHash: hash(token), createdAt: now, expiresAt: new Date(now.getTime() + 86_400_000), usedAt: null })
    .execute();
  return token;
};

export const oneTimeLinkIsGood = async (db: Db, purpose: string, token: string, now: Date): Promise<boolean> =>
  (await db.selectFrom('oneTimeLink').select('id').where('purpose', '=', purpose).where('tokenHash', '=', hash(token)).where('usedAt', 'is', null).where('expiresAt', '>', now).executeTakeFirst()) !==
  undefined;

/** Uses the link up; false when it was used, has expired or never was. Of two at once, one wins. */
export const useOneTimeLink = async (db: Db, purpose: string, token: string, now: Date): Promise<boolean> => {
  const used = await db
    .updateTable('oneTimeLink')
    .set({ usedAt: now })
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return Number(used.numUpdatedRows) === 1;
};

/**
 * Takes one try of this key, before anybody knows whether it succeeds: of many at once none slips past the count. From `free` tries on, each
 * one locks twice as long as the one before, a quarter of an hour at most; an hour of peace starts anew. A lock that
 * ends later than any may was made before the clock was put back, and holds nobody. Undefined when the try is granted,
 * else the instant until which the key is locked.
 */
export const takeTry = async (db: Db, key: string, free: number, now: Date): Promise<Date | undefined> => {
  const hashed = hash(key).toString('hex');
  const taken = await sql`INSERT INTO sign_in_attempt AS a (key, failures, last_at) VALUES (${hashed}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET last_at = ${now}, failures = CASE WHEN a.last_at < ${now}::timestamptz - interval '1 hour' THEN 1 ELSE a.failures + 1 END,
      locked_until = CASE WHEN a.last_at >= ${now}::timestamptz - interval '1 hour' AND a.failures + 1 >= ${free}
        THEN ${now}::timestamptz + least(interval '15 minutes', interval '15 seconds' * power(2, least(a.failures + 1 - ${free}, 10))) END
    WHERE a.locked_until IS NULL OR a.locked_until <= ${now} OR a.locked_until > ${now}::timestamptz + interval '16 minutes' RETURNING key`.execute(db);
  if (taken.rows.length > 0) return undefined;
  return (await db.selectFrom('signInAttempt').select('lockedUntil').where('key', '=', hashed).executeTakeFirst())?.lockedUntil ?? now;
};

/** Gives back a try that did not fail, where others of the same key count on. */
export const returnTry = async (db: Db, key: string, free: number): Promise<void> => {
  await sql`UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), locked_until = CASE WHEN failures - 1 >= ${free} THEN locked_until END WHERE key = ${hash(key).toString('hex')}`.execute(
    db,
  );
};

export const forgetFailures = async (db: Db, key: string): Promise<void> => {
  await db.deleteFrom('signInAttempt').where('key', '=', hash(key).toString('hex')).execute();
};

/** Counters older than a day say nothing any more; neither do sessions and one-time links that have expired. */
export const purgeAttempts = async (db: Db, now: Date): Promise<void> => {
  await db
    .deleteFrom('signInAttempt')
    .where('lastAt', '<', new Date(now.getTime() - 86_400_000))
    .execute();
  await db.deleteFrom('session').where('expiresAt', '<', now).execute();
  await db.deleteFrom('oneTimeLink').where('expiresAt', '<', now).execute();
  await db.deleteFrom('signInChallenge').where('expiresAt', '<', now).execute();
};

/** What happened at sign-ins more than six months ago is nobody’s business any more. */
export const purgeSignInEvents = async (db: Db, now: Date): Promise<void> => {
  await sql`DELETE FROM sign_in_event WHERE at < ${now}::timestamptz - interval '6 months'`.execute(db);
};

/** The events of an account, for its own eyes. */
export const listSignInEvents = (db: Db, accountId: string) => db.selectFrom('signInEvent').select(['id', 'at', 'kind', 'proof', 'origin', 'device']).where('accountId', '=', accountId);

export const signInEventSorts: Sorts = { at: [sql`at`] };

/** Where an account holds a role that day: its centres, and whether in the installation. */
export const placesOf = async (db: Db, accountId: string, day: string): Promise<{ organizations: string[]; installation: boolean }> => {
  const { rows } = await sql<{ organizations: string[]; installation: boolean }>`SELECT ARRAY(SELECT organization_id::text FROM account_roles(${accountId}, ${day})) AS organizations,
    EXISTS (SELECT FROM installation_role WHERE account_id = ${accountId}) AS installation`.execute(db);
  return rows[0] ?? { organizations: [], installation: false };
};

/** Whose access to a centre this is; undefined where it is none of that centre. */
export const accountOfLink = async (tx: Tx, organizationId: string, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('link').select('accountId').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst())?.accountId;

/** Whom a mail about an account goes to, in which language. */
export const accountById = async (db: Db, accountId: string) => db.selectFrom('account').select(['id', 'email', 'name', 'language', 'idleMinutes']).where('id', '=', accountId).executeTakeFirst();

export const listSessions = async (db: Db, accountId: string, now: Date) =>
  db.selectFrom('session').select(['id', 'createdAt', 'updatedAt', 'userAgent']).where('userId', '=', accountId).where('expiresAt', '>', now).orderBy('updatedAt', 'desc').execute();

export const deleteSession = async (db: Db, accountId: string, sessionId: string): Promise<boolean> =>
  Number((await db.deleteFrom('session').where('userId', '=', accountId).where('id', '=', sessionId).executeTakeFirst()).numDeletedRows) === 1;

/** Ends every session of an account, or every one but `keep`; how many. */
export const deleteOtherSessions = async (db: Db, accountId: string, keep?: string): Promise<number> => {
  const all = db.deleteFrom('session').where('userId', '=', accountId);
  return Number((await (keep === undefined ? all : all.where('id', '!=', keep)).executeTakeFirst()).numDeletedRows);
};

/** The account of an address, with its hash where it signs in with a password. */
export const accountByEmail = async (db: Db, email: string): Promise<{ id: string; password: string | null } | undefined> =>
  db
    .selectFrom('account')
    .leftJoin('credential', (join) => join.onRef('credential.userId', '=', 'account.id').on('credential.providerId', '=', 'credential'))
    .select(['account.id', 'credential.password'])
    .where('account.email', '=', email)
    .executeTakeFirst();

export const passwordHash = async (db: Db, accountId: string): Promise<string | undefined> =>
  (await db.selectFrom('credential').select('password').where('userId', '=', accountId).where('providerId', '=', 'credential').executeTakeFirst())?.password ?? undefined;

export const setPasswordHash = async (db: Db, accountId: string, password: string, now: Date): Promise<void> => {
  await db.updateTable('credential').set({ password, updatedAt: now }).where('userId', '=', accountId).where('providerId', '=', 'credential').execute();
};

/** A new password changes no row of the trail (its hash stays out), and is known by its event. */
export const recordPasswordChange = async (tx: Tx, accountId: string): Promise<void> => {
  await sql`SELECT audit_event(installation(), 'passwordChange', 'account', ${accountId}, '{}')`.execute(tx);
};

/** Adds an account that signs in with e-mail and password; or, without one, by an identity provider, which has verified its address. */
export const insertAccount = async (tx: Tx, account: { id?: string; name: string; email: string; language: string; passwordHash: string | undefined }, now: Date): Promise<string> => {
  const id = account.id ?? newId();
  await tx
    .insertInto('account')
    .values({ id, name: account.name, email: account.email.toLowerCase(), emailVerified: account.passwordHash === undefined, image: null, language: account.language, createdAt: now, updatedAt: now })
    .execute();
  if (account.passwordHash !== undefined)
    await tx.insertInto('credential').values({ id: newId(), userId: id, accountId: id, providerId: 'credential', password: account.passwordHash, createdAt: now, updatedAt: now }).execute();
  return id;
};

/** What a person chooses for themselves. */
export const setPreferences = async (tx: Tx, accountId: string, preferences: { language?: string | undefined; idleMinutes?: number | undefined }): Promise<void> => {
  await tx.updateTable('account').set(preferences).where('id', '=', accountId).execute();
};

export const insertInstallationRole = async (tx: Tx, accountId: string, role: InstallationRole, poolId?: string): Promise<void> => {
  await tx
    .insertInto('installationRole')
    .values({ id: newId(), accountId, role, poolId: poolId ?? null })
    .execute();
};

/** Joins an account to a centre, with roles granted from a day on and, where there is one, its person there. */
export const insertLink = async (tx: Tx, link: { organizationId: string; accountId: string; personId?: string; roles: readonly CentreRole[]; start: string; end?: string }): Promise<void> => {
  await tx
    .insertInto('link')
    .values({ organizationId: link.organizationId, id: newId(), accountId: link.accountId, personId: link.personId ?? null, grantedRoles: [...link.roles], start: link.start, end: link.end ?? null })
    .execute();
};

/** The centres of an account with their names, for its own eyes; the scope must hold them. */
export const linkedOrganizations = async (tx: Tx) =>
  tx
    .selectFrom('organization')
    .select(['id', 'slug', 'name', 'municipality'])
    .select(sql<string | null>`(SELECT p.name FROM pool_membership m JOIN pool p ON p.id = m.pool_id WHERE m.organization_id = organization.id AND m."end" IS NULL LIMIT 1)`.as('pool'))
    .orderBy(sql`municipality COLLATE names`)
    .execute();
