import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Kysely } from 'kysely';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { FactorKind } from '../factor.ts';
import './tables.ts';

type Db = Kysely<Tables> | Tx;

/** The factors of an account, oldest first. */
export const listFactors = async (db: Db, accountId: string) =>
  db.selectFrom('secondFactor').select(['id', 'kind', 'name', 'createdAt', 'lastUsedAt']).where('accountId', '=', accountId).orderBy('createdAt').orderBy('id').execute();

export const totpFactors = async (db: Db, accountId: string): Promise<{ id: string; totpKey: Buffer }[]> =>
  (await db.selectFrom('secondFactor').select(['id', 'totpKey']).where('accountId', '=', accountId).where('kind', '=', 'totp').execute()).map(({ id, totpKey }) => ({
    id,
    totpKey: totpKey ?? Buffer.alloc(0),
  }));

/** Uses up the code of a period: false when that one, or a later one, was used already. Of two at once, one wins. */
export const useTotpStep = async (db: Db, id: string, step: number, now: Date): Promise<boolean> => {
  const used = await db.updateTable('secondFactor').set({ lastStep: step, lastUsedAt: now }).where('id', '=', id).where('lastStep', '<', step).executeTakeFirst();
  return used.numUpdatedRows === 1n;
};

export const passkeysOf = async (db: Db, accountId: string): Promise<{ id: string; transports: string[] }[]> =>
  (await db.selectFrom('secondFactor').select(['credentialId', 'transports']).where('accountId', '=', accountId).where('kind', '=', 'passkey').execute()).map((row) => ({
    id: row.credentialId ?? '',
    transports: row.transports ?? [],
  }));

/** A passkey by the id that the device gives it, of whatever account. */
export const passkeyById = async (db: Db, credentialId: string) =>
  db.selectFrom('secondFactor').select(['id', 'accountId', 'credentialId', 'publicKey', 'counter', 'transports']).where('credentialId', '=', credentialId).executeTakeFirst();

/** Keeps what a passkey counts: false when it did not count on from what was kept, as a copy would. One that never counts says nought each time. */
export const countPasskey = async (db: Db, id: string, counter: number, now: Date): Promise<boolean> => {
  const kept = await db
    .updateTable('secondFactor')
    .set({ counter, lastUsedAt: now })
    .where('id', '=', id)
    .where((where) => where.or([where('counter', '<', counter), where.and([where('counter', '=', 0), sql<boolean>`${counter} = 0`])]))
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
};

type NewFactor = { id: string; accountId: string; name: string; createdAt: Date } & (
  | { kind: 'totp'; totpKey: Buffer; lastStep: number }
  | { kind: 'passkey'; credentialId: string; publicKey: Buffer; counter: number; transports: string[] }
);

/** Adds a factor; false when this passkey is somebody's already. */
export const insertFactor = async (tx: Tx, factor: NewFactor): Promise<boolean> => {
  const added = await tx
    .insertInto('secondFactor')
    .values({ lastUsedAt: null, totpKey: null, lastStep: null, credentialId: null, publicKey: null, counter: null, transports: null, ...factor })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
};

/** Locks the account's row, so that two who add or remove its factors at once go one after the other. */
export const lockAccount = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
};

/** Whether a session has given a second factor. */
export const isProved = async (tx: Tx, sessionId: string): Promise<boolean> =>
  (await tx.selectFrom('session').select('id').where('id', '=', sessionId).where('provedAt', 'is not', null).executeTakeFirst()) !== undefined;

export const deleteFactor = async (tx: Tx, accountId: string, id: string): Promise<{ name: string; kind: FactorKind } | undefined> =>
  tx.deleteFrom('secondFactor').where('accountId', '=', accountId).where('id', '=', id).returning(['name', 'kind']).executeTakeFirst();

/** Takes every factor and recovery code of an account away; how many factors there were. */
export const deleteFactors = async (tx: Tx, accountId: string): Promise<number> => {
  await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
  return Number((await tx.deleteFrom('secondFactor').where('accountId', '=', accountId).executeTakeFirst()).numDeletedRows);
};

/** A new set of recovery codes in the place of the one before. */
export const replaceRecoveryCodes = async (tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> => {
  await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
  if (hashes.length > 0)
    await tx
      .insertInto('recoveryCode')
      .values(hashes.map((codeHash) => ({ accountId, codeHash })))
      .execute();
};

export const recoveryCodesLeft = async (db: Db, accountId: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('recoveryCode')
        .select(({ fn }) => fn.countAll().as('left'))
        .where('accountId', '=', accountId)
        .executeTakeFirst()
    )?.left ?? 0,
  );

/** Uses a recovery code up; of two at once, one wins. */
export const useRecoveryCode = async (db: Db, accountId: string, codeHash: Buffer): Promise<boolean> =>
  (await db.deleteFrom('recoveryCode').where('accountId', '=', accountId).where('codeHash', '=', codeHash).executeTakeFirst()).numDeletedRows === 1n;

export type ChallengePurpose = 'enrolTotp' | 'enrolPasskey' | 'usePasskey';

/** Keeps what was asked of a device, for five minutes; `accountId` where it is known who must answer. What nobody answered goes at the same time. */
export const insertChallenge = async (db: Db, challenge: { id?: string; purpose: ChallengePurpose; accountId?: string | undefined; value: string }, now: Date): Promise<string> => {
  const id = challenge.id ?? newId();
  await db.deleteFrom('signInChallenge').where('expiresAt', '<', now).execute();
  await db
    .insertInto('signInChallenge')
    .values({ id, purpose: challenge.purpose, accountId: challenge.accountId ?? null, value: challenge.value, expiresAt: new Date(now.getTime() + 300_000) })
    .execute();
  return id;
};

/** What was asked, used up by being asked for; undefined when it was used, is over, or is for something or somebody else. */
export const takeChallenge = async (db: Db, id: string, purpose: ChallengePurpose, now: Date, accountId?: string): Promise<string | undefined> => {
  const taken = await db.deleteFrom('signInChallenge').where('id', '=', id).where('purpose', '=', purpose).returning(['value', 'accountId', 'expiresAt']).executeTakeFirst();
  if (!taken || taken.expiresAt < now || (taken.accountId !== null && taken.accountId !== accountId)) return undefined;
  return taken.value;
};
