import { type Expression, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { InstallationRole } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

/** The accounts of the installation; of their centres only how many there are. */
export const listAccounts = (tx: Tx, filters: { state?: 'open' | 'disabled'; role?: string; text?: string }) => {
  let query = tx
    .selectFrom('account')
    .select(['account.id', 'account.name', 'account.email', 'account.language', 'account.disabledAt', 'account.version'])
    .select(sql<InstallationRole[]>`ARRAY(SELECT r.role FROM installation_role r WHERE r.account_id = account.id ORDER BY r.role)`.as('roles'))
    .select(sql<string | null>`(SELECT r.pool_id FROM installation_role r WHERE r.account_id = account.id AND r.pool_id IS NOT NULL LIMIT 1)`.as('poolId'))
    .select(sql<boolean>`EXISTS (SELECT FROM second_factor f WHERE f.account_id = account.id)`.as('factor'))
    .select(sql<string | null>`(SELECT to_char(max(e.at) AT TIME ZONE 'Europe/Brussels', 'YYYY-MM') FROM sign_in_event e WHERE e.account_id = account.id AND e.kind = 'signedIn')`.as('lastMonth'));
  if (filters.state === 'open') query = query.where('account.disabledAt', 'is', null);
  if (filters.state === 'disabled') query = query.where('account.disabledAt', 'is not', null);
  if (filters.role) query = query.where(sql<boolean>`EXISTS (SELECT FROM installation_role r WHERE r.account_id = account.id AND r.role = ${filters.role})`);
  for (const word of (filters.text ?? '').split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((either) => either.or([either('account.name', 'ilike', pattern), either('account.email', 'ilike', pattern)]));
  }
  return query;
};
export const accountSorts: Sorts = { name: [sql`account.name COLLATE names`, sql`account.email`] };
export const accountKey: Expression<unknown> = sql`account.id`;

/** Shuts or opens an account of this version; a shut one loses its sessions. False when it has changed since. */
export const setDisabled = async (tx: Tx, id: string, version: number, disabledAt: Date | null): Promise<boolean> => {
  const changed = await tx.updateTable('account').set({ disabledAt }).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return false;
  if (disabledAt) await tx.deleteFrom('session').where('userId', '=', id).execute();
  return true;
};

/** Gives an account these roles of the installation, and no other. */
export const putRoles = async (tx: Tx, accountId: string, roles: readonly InstallationRole[], poolId: string | undefined): Promise<void> => {
  const before = await tx.selectFrom('installationRole').select(['id', 'role', 'poolId']).where('accountId', '=', accountId).execute();
  const wanted = roles.map((role) => ({ role, poolId: role === 'poolCoordinator' ? (poolId ?? null) : null }));
  const same = (a: { role: string; poolId: string | null }, b: { role: string; poolId: string | null }): boolean => a.role === b.role && a.poolId === b.poolId;
  const gone = before.filter((one) => !wanted.some((other) => same(one, other))).map(({ id }) => id);
  if (gone.length > 0) await tx.deleteFrom('installationRole').where('id', 'in', gone).execute();
  for (const one of wanted)
    if (!before.some((other) => same(one, other)))
      await tx
        .insertInto('installationRole')
        .values({ id: newId(), accountId, ...one })
        .execute();
};

export const isPool = async (tx: Tx, id: string): Promise<boolean> => (await tx.selectFrom('pool').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
