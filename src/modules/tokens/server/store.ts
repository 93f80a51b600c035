import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

export type TokenRow = {
  id: string;
  name: string;
  scopes: string[];
  organizationIds: string[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedOn: string | null;
  backupPlanId: string | null;
  accountId: string;
  accountName: string;
  accountEmail: string;
};

// oxlint-disable-next-line typescript/no-explicit-any -- any list may be paged
type Listed = SelectQueryBuilder<any, any, TokenRow>;

/** Tokens that are good at `now`, and those that ended since `since`; of one account, or of all. */
export const listTokens = (tx: Tx, since: Date, accountId?: string): Listed => {
  const query = tx
    .selectFrom('personalToken')
    .innerJoin('account', 'account.id', 'personalToken.accountId')
    .leftJoin('personalTokenUse', 'personalTokenUse.tokenId', 'personalToken.id')
    .where(sql<boolean>`least(personal_token.expires_at, COALESCE(personal_token.revoked_at, 'infinity')) > ${since}`)
    .select([
      'personalToken.id',
      'personalToken.name',
      'personalToken.scopes',
      'personalToken.organizationIds',
      'personalToken.createdAt',
      'personalToken.expiresAt',
      'personalToken.revokedAt',
      'personalTokenUse.lastOn as lastUsedOn',
      'personalToken.backupPlanId',
      'account.id as accountId',
      'account.name as accountName',
      'account.email as accountEmail',
    ]);
  return (accountId === undefined ? query : query.where('personalToken.accountId', '=', accountId)) as Listed;
};
export const tokenSorts: Sorts = { expiresAt: [sql`personal_token.expires_at`], accountName: [sql`account.name COLLATE names`] };

/** How many tokens of an account are good at an instant; the account's row is held, so that two requests at once do not both count one too few. */
export const countTokens = async (tx: Tx, accountId: string, now: Date): Promise<number> => {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().executeTakeFirst();
  const { count } = await tx
    .selectFrom('personalToken')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return count;
};

export const insertToken = async (
  tx: Tx,
  token: { accountId: string; name: string; scopes: readonly string[]; organizationIds: readonly string[]; tokenHash: Buffer; createdAt: Date; expiresAt: Date; backupPlanId: string | null },
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('personalToken')
    .values({ ...token, scopes: [...token.scopes], organizationIds: [...token.organizationIds], id, revokedAt: null })
    .execute();
  return id;
};

/** Ends a token, of one account or of anybody's; false when there is none that is good. */
export const revokeToken = async (tx: Tx, id: string, now: Date, accountId?: string): Promise<boolean> => {
  const query = tx.updateTable('personalToken').set({ revokedAt: now }).where('id', '=', id).where('revokedAt', 'is', null).where('expiresAt', '>', now);
  const { numUpdatedRows } = await (accountId === undefined ? query : query.where('accountId', '=', accountId)).executeTakeFirst();
  return numUpdatedRows === 1n;
};
