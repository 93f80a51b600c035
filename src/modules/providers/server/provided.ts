import type { CentreRole } from '../../../kernel/permissions.ts';
import { type Database, installationId, type Scope, type Tx } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { rolesOfGroups } from '../mapping.ts';
import * as mappings from './mapping-store.ts';

/** Beffroi itself does it, at the word of the provider: no account stands behind it. */
const actor: Scope['actor'] = { kind: 'provider' };

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));

/**
 * Brings the roles that an account has by its groups to what the applied mappings give today, in every centre where that changes something.
 * The access that somebody ended in a centre stays ended there.
 */
const writeRoles = async (tx: Tx, accountId: string, day: string): Promise<void> => {
  const applied = (await mappings.listMappings(tx)).filter((mapping) => mapping.applied);
  const given = rolesOfGroups(applied, await mappings.listGrouped(tx, accountId));
  const held = await mappings.listProvided(tx, { accountId });
  const now = new Map(given.map(({ organizationId, roles }) => [organizationId, roles]));
  const gone = held
    .filter(({ organizationId, providedRoles }) => providedRoles.length > 0 && !now.has(organizationId))
    .map(({ organizationId }) => ({ organizationId, accountId, roles: [] as CentreRole[] }));
  const changed = given.filter(({ organizationId, roles }) => !same(roles, held.find((link) => link.organizationId === organizationId)?.providedRoles ?? []));
  await mappings.writeProvided(tx, [...changed, ...gone], day);
};

/** The same after `first` has written something of the account's identities, in one transaction with it, over every centre that may be concerned. */
export const syncProvided = async (
  { db, now }: Pick<Services, 'db' | 'now'> & { db: Database },
  of: { providerId: string; groups: readonly string[]; accountId: string },
  first: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> => {
  const centres = await mappings.providedCentres(db.kysely, of.providerId, of.groups, of.accountId);
  await db.tx({ organizations: [installationId, ...centres], actor }, async (tx) => {
    await first(tx);
    await writeRoles(tx, of.accountId, today({ now }));
  });
};
