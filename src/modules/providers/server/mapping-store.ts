import { type Kysely, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';
import type { Tables, Tx } from '../../../server/db/database.ts';
import type { Grouped, Mapping } from '../mapping.ts';
import './tables.ts';

export type MappingRow = Mapping & { id: string; wanted: boolean; applied: boolean; version: number };

/** The centres in which these groups of a provider give a role, or in which the account has one by its groups: asked before a scope is known. */
export const providedCentres = async (db: Kysely<Tables>, providerId: string, groups: readonly string[], accountId: string | undefined): Promise<string[]> =>
  (await sql<{ id: string }>`SELECT provided_centres AS id FROM provided_centres(${providerId}, ${[...groups]}, ${accountId ?? null}) ORDER BY 1`.execute(db)).rows.map(({ id }) => id);

/** The mappings of the centres of the scope, or of the one given, as they are wanted and as they count. */
export const listMappings = async (tx: Tx, organizationId?: string): Promise<MappingRow[]> => {
  const query = tx.selectFrom('groupMapping').selectAll().orderBy('groupName').orderBy('role').orderBy('id');
  return (organizationId === undefined ? query : query.where('organizationId', '=', organizationId)).execute();
};

/** Wishes for a mapping: a new one, or one that was to go. Undefined when it is there already. */
export const wantMapping = async (tx: Tx, mapping: Mapping): Promise<MappingRow | undefined> =>
  tx
    .insertInto('groupMapping')
    .values({ ...mapping, id: newId(), wanted: true })
    .onConflict((conflict) => conflict.columns(['organizationId', 'providerId', 'groupName', 'role']).doUpdateSet({ wanted: true }).where('groupMapping.wanted', '=', false))
    .returningAll()
    .executeTakeFirst();

/** Wishes for it no more: one that counts stays until it is applied, one that does not is gone. */
export const unwantMapping = async (tx: Tx, organizationId: string, id: string): Promise<boolean> => {
  const gone = await tx.deleteFrom('groupMapping').where('organizationId', '=', organizationId).where('id', '=', id).where('applied', '=', false).executeTakeFirst();
  if (gone.numDeletedRows === 1n) return true;
  const kept = await tx.updateTable('groupMapping').set({ wanted: false }).where('organizationId', '=', organizationId).where('id', '=', id).where('wanted', '=', true).executeTakeFirst();
  return kept.numUpdatedRows === 1n;
};

/** What is wanted counts from now on. */
export const applyMappings = async (tx: Tx, organizationId: string): Promise<void> => {
  await tx.deleteFrom('groupMapping').where('organizationId', '=', organizationId).where('wanted', '=', false).execute();
  await tx.updateTable('groupMapping').set({ applied: true }).where('organizationId', '=', organizationId).where('applied', '=', false).execute();
};

/** Holds the mappings of a centre, so that two who apply at once do so one after the other. */
export const lockMappings = async (tx: Tx, organizationId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('group_mapping ' || ${organizationId}::text, 0))`.execute(tx);
};

/** The groups last seen of every identity of the providers that are in use, of one account or of all. */
export const listGrouped = async (tx: Tx, accountId?: string): Promise<Grouped[]> => {
  const query = tx
    .selectFrom('providerGroups')
    .innerJoin('providerIdentity', 'providerIdentity.id', 'providerGroups.identityId')
    .innerJoin('identityProvider', 'identityProvider.id', 'providerIdentity.providerId')
    .where('identityProvider.enabled', '=', true)
    .select(['providerIdentity.accountId', 'providerIdentity.providerId', 'providerGroups.groups']);
  return (accountId === undefined ? query : query.where('providerIdentity.accountId', '=', accountId)).execute();
};

/** The roles by groups that accounts have now in the centres of the scope: of one account, or of all in one centre. */
export const listProvided = async (tx: Tx, of: { accountId: string } | { organizationId: string }): Promise<{ organizationId: string; accountId: string; providedRoles: CentreRole[] }[]> => {
  const query = tx.selectFrom('link').select(['organizationId', 'accountId', 'providedRoles']);
  return ('accountId' in of ? query.where('accountId', '=', of.accountId) : query.where('organizationId', '=', of.organizationId)).execute() as never;
};

/** Writes the roles by groups of accounts in centres, in one statement; the link is made, from `today` on, where there is none. */
export const writeProvided = async (tx: Tx, rows: readonly { organizationId: string; accountId: string; roles: readonly CentreRole[] }[], today: string): Promise<void> => {
  if (rows.length === 0) return;
  await tx
    .insertInto('link')
    .values(rows.map(({ organizationId, accountId, roles }) => ({ organizationId, id: newId(), accountId, personId: null, grantedRoles: [], providedRoles: [...roles], start: today, end: null })))
    .onConflict((conflict) => conflict.columns(['organizationId', 'accountId']).doUpdateSet((row) => ({ providedRoles: row.ref('excluded.providedRoles') })))
    .execute();
};

/** The accounts of these ids, by name. */
export const namedAccounts = async (tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string; email: string }[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('account')
        .select(['id', 'name', 'email'])
        .where('id', 'in', [...ids])
        .orderBy(sql`name COLLATE names`)
        .orderBy('id')
        .execute();

/** Names of groups last seen of whoever signs in at a centre, to choose from. */
export const knownGroups = async (tx: Tx, organizationId: string): Promise<{ providerId: string; groupName: string }[]> =>
  (
    await sql<{ providerId: string; groupName: string }>`SELECT DISTINCT i.provider_id, g.name AS group_name FROM link l JOIN provider_identity i ON i.account_id = l.account_id
      JOIN provider_groups p ON p.identity_id = i.id CROSS JOIN LATERAL unnest(p.groups) AS g(name) WHERE l.organization_id = ${organizationId} ORDER BY 2 LIMIT 300`.execute(tx)
  ).rows;

/** The providers that are in use, by name. */
export const providersInUse = async (tx: Tx): Promise<{ id: string; name: string; groups: boolean }[]> =>
  tx
    .selectFrom('identityProvider')
    .select(['id', 'name'])
    .select(sql<boolean>`groups_claim IS NOT NULL`.as('groups'))
    .where('enabled', '=', true)
    .orderBy(sql`name COLLATE names`)
    .execute();
