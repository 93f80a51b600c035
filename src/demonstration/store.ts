import { searchText } from '../kernel/search.ts';
import { newId } from '../kernel/id.ts';
import { insertOrganization } from '../modules/organizations/server/service.ts';
import '../modules/people/server/tables.ts';
import type { Tables, Tx } from '../server/db/database.ts';
import '../modules/resources/server/tables.ts';
import '../modules/suppliers/server/tables.ts';
import type { Centre, makePoolRecord } from './centre.ts';
import type { Firms } from './firms.ts';
import type { makeResources } from './resources.ts';

type CentreTable = 'person' | 'service' | 'contract' | 'mandate' | 'candidacy' | 'poolMembership' | 'link' | 'supplier' | 'supplierContract' | 'supplierPerson' | 'resource';
type Row = Record<string, unknown>;

const value = (of: unknown): unknown => (of === undefined ? null : of !== null && typeof of === 'object' ? JSON.stringify(of) : of);

/** Adds the rows of one register in one statement; an absent value of a column that another row has is NULL. */
const insertRows = async (tx: Tx, table: CentreTable, organizationId: string, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const whole = rows.map((row) => ({ organizationId, ...Object.fromEntries(columns.map((column) => [column, value(row[column])])) }));
  await tx
    .insertInto(table)
    .values(whole as never)
    .execute();
};

/** Whether a register of a centre holds anything. */
export const holds = async (tx: Tx, table: 'accessGrant' | 'accessReview' | 'absentAccess' | 'emergencyEnvelope', organizationId: string): Promise<boolean> =>
  (await tx.selectFrom(table).select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;

/** The pool, seen by the installation only. */
export const insertPoolRecord = async (tx: Tx, pool: ReturnType<typeof makePoolRecord>): Promise<void> => {
  await tx.insertInto('pool').values(pool).execute();
};

export const poolExists = async (tx: Tx, id: string): Promise<boolean> => (await tx.selectFrom('pool').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** Writes all registers of a centre; the scope must name it. One statement a register. */
export const insertCentre = async (tx: Tx, centre: Centre, poolId: string): Promise<void> => {
  const { id } = centre;
  await insertOrganization(tx, id, centre.organization);
  await tx.updateTable('organization').set({ followedSince: centre.followedSince }).where('id', '=', id).execute();
  await insertRows(
    tx,
    'person',
    id,
    centre.people.map((person) => ({ ...person, searchText: searchText(person.lastName, person.firstName, person.email) })),
  );
  await insertRows(tx, 'service', id, centre.services);
  await insertRows(tx, 'contract', id, centre.contracts);
  await insertRows(tx, 'mandate', id, centre.mandates);
  await insertRows(tx, 'candidacy', id, centre.candidacies);
  await insertRows(tx, 'poolMembership', id, [{ id: newId(), poolId, start: centre.joinedPoolOn, end: null }]);
};

/** Writes the firms of a centre with their contracts and people, and its resources. One statement a register. */
export const insertFirms = async (tx: Tx, organizationId: string, { suppliers, contracts, people }: Firms, resources: ReturnType<typeof makeResources>): Promise<void> => {
  await insertRows(tx, 'supplier', organizationId, suppliers);
  await insertRows(tx, 'supplierContract', organizationId, contracts);
  await insertRows(tx, 'supplierPerson', organizationId, people);
  await insertRows(tx, 'resource', organizationId, resources);
};

/** How an account belongs to a centre. */
export type Link = Pick<Tables['link'], 'accountId' | 'start'> & { personId?: string | undefined; grantedRoles: string[]; end?: string | undefined };

export const insertLinks = async (tx: Tx, organizationId: string, links: readonly Link[]): Promise<void> => {
  if (links.length === 0) return;
  await tx
    .insertInto('link')
    .values(
      links.map((link) => ({ organizationId, id: newId(), accountId: link.accountId, personId: link.personId ?? null, grantedRoles: link.grantedRoles, start: link.start, end: link.end ?? null })),
    )
    .execute();
};

/** Accounts by e-mail address. */
export const accountIds = async (tx: Tx, emails: readonly string[]): Promise<Map<string, string>> =>
  new Map((await tx.selectFrom('account').select(['id', 'email']).where('email', 'in', emails).execute()).map((account) => [account.email, account.id]));
