import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import './tables.ts';

type Db = Kysely<Tables> | Tx;
const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * What a link that was sent to somebody does: choose a password, confirm a new address, go back to the former one. The requests are the same
 * things waiting for an administrator, because no mail could leave; they open nothing.
 */
export type LinkPurpose = 'reset' | 'address' | 'addressUndo' | 'resetRequest' | 'addressRequest';

const hour = 3_600_000;
const day = 24 * hour;
const lifetimes: Record<LinkPurpose, number> = { reset: hour, address: hour, addressUndo: 7 * day, resetRequest: 7 * day, addressRequest: 7 * day };

/**
 * Makes a link of an account and returns its secret, which is stored hashed only; the unused ones of the same purpose die, but for those that
 * bring a former address back: who took an account over would else kill the owner's by changing the address twice.
 */
export const makeLink = async (db: Db, purpose: LinkPurpose, accountId: string, now: Date, { address }: { address?: string } = {}): Promise<string> => {
  const token = randomBytes(24).toString('base64url');
  if (purpose !== 'addressUndo') await endLinks(db, accountId, [purpose]);
  await db
    .insertInto('oneTimeLink')
    .values({ id: newId(), purpose, tokenHash: hash(token), createdAt: now, expiresAt: new Date(now.getTime() + lifetimes[purpose]), usedAt: null, accountId, address: address ?? null })
    .execute();
  return token;
};

/** The unused links of an account, of these purposes, are good no more. */
export const endLinks = async (db: Db, accountId: string, purposes: readonly LinkPurpose[]): Promise<void> => {
  await db
    .deleteFrom('oneTimeLink')
    .where('accountId', '=', accountId)
    .where('purpose', 'in', [...purposes])
    .where('usedAt', 'is', null)
    .execute();
};

/**
 * Somebody else may have had the account since the address was changed, whose former one this link has brought back. What they could come back by
 * ends: factors and identities of providers that are no older than the day before that change, every personal token and calendar, and the links
 * that would bring back an address of later.
 */
export const endOtherWays = async (tx: Tx, accountId: string, token: string, now: Date): Promise<void> => {
  const changed = sql`(SELECT created_at FROM one_time_link WHERE token_hash = ${hash(token)})`;
  await sql`DELETE FROM one_time_link WHERE account_id = ${accountId} AND purpose = 'addressUndo' AND used_at IS NULL AND created_at > ${changed}`.execute(tx);
  await sql`DELETE FROM second_factor WHERE account_id = ${accountId} AND created_at > ${changed} - interval '1 day'`.execute(tx);
  await sql`DELETE FROM provider_identity WHERE account_id = ${accountId} AND linked_at > ${changed} - interval '1 day'`.execute(tx);
  await endTokens(tx, accountId, now);
  await sql`DELETE FROM calendar WHERE account_id = ${accountId}`.execute(tx);
};

const good = (db: Db, purpose: LinkPurpose, token: string, now: Date) =>
  db
    .selectFrom('oneTimeLink')
    .innerJoin('account', 'account.id', 'oneTimeLink.accountId')
    .select(['account.id as accountId', 'account.email', 'account.name', 'account.language', 'oneTimeLink.address'])
    .where('oneTimeLink.purpose', '=', purpose)
    .where('oneTimeLink.tokenHash', '=', hash(token))
    .where('oneTimeLink.usedAt', 'is', null)
    .where('oneTimeLink.expiresAt', '>', now)
    .where('account.disabledAt', 'is', null);

/** Whose link this is, while it is good. */
export const linkOwner = async (db: Db, purpose: LinkPurpose, token: string, now: Date) => good(db, purpose, token, now).executeTakeFirst();

/** Uses a link up and says whose it was; undefined when it was used, has expired or never was. Of two at once, one wins. */
export const useLink = async (tx: Tx, purpose: LinkPurpose, token: string, now: Date) => {
  const owner = await good(tx, purpose, token, now).executeTakeFirst();
  if (!owner) return undefined;
  const used = await tx.updateTable('oneTimeLink').set({ usedAt: now }).where('tokenHash', '=', hash(token)).where('usedAt', 'is', null).executeTakeFirst();
  return Number(used.numUpdatedRows) === 1 ? owner : undefined;
};

/** What waits for an administrator, the oldest first. */
export const pendingRequests = async (db: Db, now: Date) =>
  db
    .selectFrom('oneTimeLink')
    .innerJoin('account', 'account.id', 'oneTimeLink.accountId')
    .select(['oneTimeLink.id', 'oneTimeLink.purpose', 'oneTimeLink.createdAt', 'oneTimeLink.expiresAt', 'oneTimeLink.address', 'account.id as accountId', 'account.name', 'account.email'])
    .where('purpose', 'in', ['resetRequest', 'addressRequest'])
    .where('usedAt', 'is', null)
    .where('oneTimeLink.expiresAt', '>', now)
    .orderBy('oneTimeLink.createdAt')
    .execute();

export const takeRequest = async (tx: Tx, id: string, now: Date) =>
  tx
    .deleteFrom('oneTimeLink')
    .where('id', '=', id)
    .where('purpose', 'in', ['resetRequest', 'addressRequest'])
    .where('expiresAt', '>', now)
    .returning(['purpose', 'accountId', 'address'])
    .executeTakeFirst();

/** The account of an address that may choose a password by a link: open, and not signed in by an identity provider alone. */
export const resettable = async (db: Db, email: string) =>
  db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .where(sql<boolean>`EXISTS (SELECT FROM credential c WHERE c.user_id = account.id AND c.provider_id = 'credential')`)
    .executeTakeFirst();

/** Programs speak for an account no more: whoever chooses a password anew may do so because somebody else had the account. */
export const endTokens = async (tx: Tx, accountId: string, now: Date): Promise<void> => {
  await sql`UPDATE personal_token SET revoked_at = ${now} WHERE account_id = ${accountId} AND revoked_at IS NULL`.execute(tx);
};

export const endAllSessions = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.deleteFrom('session').where('userId', '=', accountId).execute();
};

export const addressIsTaken = async (db: Db, email: string): Promise<boolean> => (await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;

export const setAddress = async (tx: Tx, accountId: string, email: string, now: Date): Promise<void> => {
  await tx.updateTable('account').set({ email, updatedAt: now }).where('id', '=', accountId).execute();
};

/** What an administrator did for somebody with a link, which changes no row of the trail. */
const recordLink = async (tx: Tx, accountId: string, purpose: string): Promise<void> => {
  await sql`SELECT audit_event(installation(), 'linkShown', 'account', ${accountId}, ${JSON.stringify({ purpose })}::jsonb)`.execute(tx);
};

/** The link of a request that waited for an administrator, below the address of the installation; recorded. Undefined when it waits no more. */
export const linkForRequest = async (tx: Tx, id: string, now: Date): Promise<string | undefined> => {
  const request = await takeRequest(tx, id, now);
  if (!request?.accountId) return undefined;
  const purpose = request.purpose === 'resetRequest' ? 'reset' : 'address';
  const secret = await makeLink(tx, purpose, request.accountId, now, request.address ? { address: request.address } : {});
  await recordLink(tx, request.accountId, purpose);
  return `${purpose}#${secret}`;
};
