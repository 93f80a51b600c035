import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import './tables.ts';

type Db = Kysely<Tables> | Tx;
export type ProviderRow = Omit<Tables['identityProvider'], 'version'> & { version: number };
type ProviderValues = Omit<ProviderRow, 'id' | 'version'>;

export const listProviders = async (tx: Tx): Promise<(ProviderRow & { identities: number })[]> =>
  tx
    .selectFrom('identityProvider')
    .selectAll()
    .select(sql<number>`(SELECT count(*)::int FROM provider_identity i WHERE i.provider_id = identity_provider.id)`.as('identities'))
    .orderBy(sql`name COLLATE names`)
    .orderBy('id')
    .execute();

export const findProvider = async (tx: Tx, id: string): Promise<ProviderRow | undefined> => tx.selectFrom('identityProvider').selectAll().where('id', '=', id).executeTakeFirst();

export const insertProvider = async (tx: Tx, id: string, values: ProviderValues): Promise<ProviderRow> =>
  tx
    .insertInto('identityProvider')
    .values({ ...values, id })
    .returningAll()
    .executeTakeFirstOrThrow();

/** Writes all of a provider if it still has that version. Throws resourceNotFound or staleVersion. */
export const updateProvider = async (tx: Tx, id: string, version: number, values: ProviderValues): Promise<ProviderRow> => {
  const updated = await tx.updateTable('identityProvider').set(values).where('id', '=', id).where('version', '=', version).returningAll().executeTakeFirst();
  return updated ?? refuseStale(tx, 'identity_provider', '00000000-0000-0000-0000-000000000000', id, version);
};

export const deleteProvider = async (tx: Tx, id: string, version: number): Promise<void> => {
  const { numDeletedRows } = await tx.deleteFrom('identityProvider').where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (numDeletedRows === 0n) await refuseStale(tx, 'identity_provider', '00000000-0000-0000-0000-000000000000', id, version);
};

// Sign-ins under way ------------------------------------------------------------------------------------

export type Flow = { providerId: string; browserHash: Buffer; stateHash: Buffer; nonce: string; verifier: string; accountId: string | null; returnTo: string | null; expiresAt: Date };

export const insertFlow = async (db: Db, flow: Flow): Promise<void> => {
  await db
    .insertInto('providerFlow')
    .values({ ...flow, id: newId() })
    .execute();
};

/** The sign-in that this browser began with this state: taken, so that of two answers with it one counts. */
export const takeFlow = async (db: Db, of: { providerId: string; browserHash: Buffer; stateHash: Buffer }, now: Date) =>
  db
    .deleteFrom('providerFlow')
    .where('providerId', '=', of.providerId)
    .where('browserHash', '=', of.browserHash)
    .where('stateHash', '=', of.stateHash)
    .where('expiresAt', '>', now)
    .returning(['nonce', 'verifier', 'accountId', 'returnTo'])
    .executeTakeFirst();

/** What a provider said of somebody whom no account knows by it yet, kept for this browser until somebody signs in there. */
export const keepClaims = async (db: Db, kept: { providerId: string; browserHash: Buffer; claims: Record<string, unknown>; expiresAt: Date }): Promise<void> => {
  await db
    .insertInto('providerFlow')
    .values({ ...kept, claims: JSON.stringify(kept.claims) as never, id: newId() })
    .execute();
};

export const keptClaims = async (db: Db, browserHash: Buffer, now: Date) =>
  db
    .selectFrom('providerFlow')
    .select(['id', 'providerId', 'claims'])
    .where('browserHash', '=', browserHash)
    .where('claims', 'is not', null)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Takes them; false when they were taken already. */
export const dropClaims = async (db: Db, id: string): Promise<boolean> => (await db.deleteFrom('providerFlow').where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n;

export const insertProviderSession = async (db: Db, session: { sessionId: string; providerId: string; endsAt: Date }): Promise<void> => {
  await db.insertInto('providerSession').values(session).execute();
};

/** Ends the sessions whose time by their provider is over, and forgets the sign-ins that nobody came back from. */
export const endProviderSessions = async (db: Db, now: Date): Promise<void> => {
  await db
    .deleteFrom('session')
    .where('id', 'in', (ended) => ended.selectFrom('providerSession').select('sessionId').where('endsAt', '<=', now))
    .execute();
  await db.deleteFrom('providerFlow').where('expiresAt', '<=', now).execute();
};

/** Ends every session that this provider proved. */
export const endSessionsOf = async (db: Db, providerId: string): Promise<void> => {
  await db
    .deleteFrom('session')
    .where('id', 'in', (ended) => ended.selectFrom('providerSession').select('sessionId').where('providerId', '=', providerId))
    .execute();
};

// Identities ------------------------------------------------------------------------------------------------

export const findIdentity = async (tx: Tx, issuer: string, subject: string) =>
  tx
    .selectFrom('providerIdentity')
    .innerJoin('account', 'account.id', 'providerIdentity.accountId')
    .select(['providerIdentity.id', 'providerIdentity.providerId', 'providerIdentity.accountId', 'providerIdentity.email', 'account.disabledAt'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();

export const listIdentities = async (tx: Tx, accountId: string) =>
  tx
    .selectFrom('providerIdentity')
    .innerJoin('identityProvider', 'identityProvider.id', 'providerIdentity.providerId')
    .select(['providerIdentity.id', 'providerIdentity.providerId', 'identityProvider.name', 'providerIdentity.email', 'providerIdentity.linkedAt'])
    .where('providerIdentity.accountId', '=', accountId)
    .orderBy('providerIdentity.id')
    .execute();

/** Joins who somebody is for a provider to an account. Throws alreadyExists where one of the two has another already. */
export const insertIdentity = async (tx: Tx, identity: { providerId: string; accountId: string; issuer: string; subject: string; email: string | undefined; linkedAt: Date }): Promise<string> => {
  const id = newId();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('providerIdentity')
    .values({ ...identity, email: identity.email ?? null, id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Problem('alreadyExists');
  return id;
};

/** The address that the provider now gives, where it has changed. */
export const renameIdentity = async (tx: Tx, id: string, email: string): Promise<void> => {
  await tx.updateTable('providerIdentity').set({ email }).where('id', '=', id).where('email', 'is distinct from', email).execute();
};

export const deleteIdentity = async (tx: Tx, accountId: string, id: string): Promise<boolean> =>
  (await tx.deleteFrom('providerIdentity').where('id', '=', id).where('accountId', '=', accountId).executeTakeFirst()).numDeletedRows === 1n;

export const accountsOf = async (tx: Tx, providerId: string): Promise<string[]> =>
  (await tx.selectFrom('providerIdentity').select('accountId').where('providerId', '=', providerId).orderBy('accountId').execute()).map(({ accountId }) => accountId);

/** Keeps the groups of an identity as they were told at a sign-in. */
export const keepGroups = async (tx: Tx, identityId: string, groups: readonly string[], seenAt: Date): Promise<void> => {
  await tx
    .insertInto('providerGroups')
    .values({ identityId, groups: [...groups], seenAt })
    .onConflict((conflict) => conflict.column('identityId').doUpdateSet({ groups: [...groups], seenAt }))
    .execute();
};
