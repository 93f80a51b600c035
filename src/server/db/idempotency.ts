import { type Generated, type Kysely, sql } from 'kysely';
import type { Tables, Tx } from './database.ts';

declare module './database.ts' {
  interface Tables {
    idempotencyKey: { organizationId: string; accountId: string; key: string; digest: Buffer; recordId: string | null; at: Generated<Date> };
  }
}

/** A key as its sender gave it, with the digest of the request it came with. */
export type Claim = { organizationId: string; accountId: string; key: string; digest: Buffer };

/** Takes the key for this transaction; undefined when it is ours, else what it stood for before. Waits for another transaction that holds it. */
export const claimKey = async (tx: Tx, claim: Claim): Promise<{ digest: Buffer; recordId: string | null } | undefined> => {
  const taken = await tx
    .insertInto('idempotencyKey')
    .values({ ...claim, recordId: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(taken.numInsertedOrUpdatedRows) === 1 ? undefined : ofClaim(tx, claim).executeTakeFirstOrThrow();
};

const ofClaim = (tx: Tx, { organizationId, accountId, key }: Claim) =>
  tx.selectFrom('idempotencyKey').select(['digest', 'recordId']).where('organizationId', '=', organizationId).where('accountId', '=', accountId).where('key', '=', key);

/** Says what the key's request has made. */
export const settleKey = async (tx: Tx, { organizationId, accountId, key }: Claim, recordId: string): Promise<void> => {
  await tx.updateTable('idempotencyKey').set({ recordId }).where('organizationId', '=', organizationId).where('accountId', '=', accountId).where('key', '=', key).execute();
};

/** Forgets the keys of every centre that are older than a day. */
export const purgeIdempotencyKeys = async (db: Kysely<Tables>): Promise<void> => {
  await sql`SELECT purge_idempotency_keys()`.execute(db);
};
