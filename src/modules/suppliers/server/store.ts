import { type SelectQueryBuilder, sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { ClauseState } from '../supplier.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const holds = (clause: Record<string, string>) => sql<boolean>`c.clauses @> ${JSON.stringify([clause])}::jsonb`;

/** Where a contract `c` of a supplier `s` stands with its clauses, as `clauseState` of supplier.ts says it. */
export const clauseStateOf = sql<ClauseState>`CASE WHEN c.checked_on IS NULL THEN 'unchecked'
  WHEN ${holds({ covered: 'no' })} OR NOT ${holds({ kind: 'confidentiality', covered: 'yes' })} OR (s.processor AND NOT ${holds({ kind: 'processing', covered: 'yes' })}) THEN 'missing'
  ELSE 'complete' END`;

export type SupplierFilters = { kind?: string; processor?: 'true' | 'false'; state?: 'current' | 'ended'; clauses?: string; text?: string };

const ended = (day: string) => sql<boolean>`(s.ended_on IS NOT NULL AND s.ended_on < ${day})`;

/** Firms with their contracts in force or to come (how many, when the last one ends, how their clauses stand), their people there that day, and what they supply. */
export const listSuppliers = (tx: Tx, organizationId: string, filters: SupplierFilters, day: string): Listed => {
  let query = tx
    .selectFrom('supplier as s')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('supplierContract as c')
          .whereRef('c.organizationId', '=', 's.organizationId')
          .whereRef('c.supplierId', '=', 's.id')
          .where(sql<boolean>`(c."end" IS NULL OR c."end" >= ${day})`)
          .select([
            sql<number>`count(*)::int`.as('contracts'),
            sql<string | null>`CASE WHEN bool_or(c."end" IS NULL) THEN NULL ELSE max(c."end") END`.as('contractEnd'),
            sql<ClauseState | null>`CASE WHEN bool_or((${clauseStateOf}) = 'unchecked') THEN 'unchecked' WHEN bool_or((${clauseStateOf}) = 'missing') THEN 'missing' WHEN count(*) > 0 THEN 'complete' END`.as(
              'clauses',
            ),
          ])
          .as('current'),
      (join) => join.onTrue(),
    )
    .where('s.organizationId', '=', organizationId)
    .selectAll('s')
    .select(['current.contracts', 'current.contractEnd', 'current.clauses'])
    .select(sql<string>`CASE WHEN ${ended(day)} THEN 'ended' ELSE 'current' END`.as('state'))
    .select(
      sql<number>`(SELECT count(DISTINCT p.person_id)::int FROM supplier_person p WHERE p.organization_id = s.organization_id AND p.supplier_id = s.id
        AND p.start <= ${day} AND (p."end" IS NULL OR p."end" >= ${day}))`.as('people'),
    )
    .select(
      sql<number>`(SELECT count(*)::int FROM resource r WHERE r.organization_id = s.organization_id AND r.supplier_id = s.id AND (r.retired_on IS NULL OR r.retired_on >= ${day}))`.as('resources'),
    ) as Listed;
  if (filters.kind) query = query.where('s.kind', '=', filters.kind);
  if (filters.processor) query = query.where('s.processor', '=', filters.processor === 'true');
  if (filters.state) query = query.where(filters.state === 'ended' ? ended(day) : sql<boolean>`NOT ${ended(day)}`);
  if (filters.clauses) query = query.where(filters.clauses === 'none' ? sql<boolean>`current.contracts = 0` : sql<boolean>`current.clauses = ${filters.clauses}`);
  return matching(query, 's.searchText', filters.text);
};

const matching = (query: Listed, column: string, text = ''): Listed =>
  searchText(text)
    .split(' ')
    .filter(Boolean)
    .reduce<Listed>((found, word) => found.where(column, 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`), query);

export const supplierSorts: Sorts = { name: [sql`s.name COLLATE names`], contractEnd: [sql`coalesce(current.contract_end, 'infinity')`, sql`s.name COLLATE names`] };

const personName = (person: string) => sql<string | null>`${sql.ref(`${person}.first_name`)} || ' ' || ${sql.ref(`${person}.last_name`)}`;

/** Contracts with their firm, who checked their clauses, and the name of their file. */
export const listContracts = (tx: Tx, organizationId: string, filters: { supplierId?: string; clauses?: string; on?: string }): Listed => {
  let query = tx
    .selectFrom('supplierContract as c')
    .innerJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'c.organizationId').onRef('s.id', '=', 'c.supplierId'))
    .leftJoin('person as checker', (join) => join.onRef('checker.organizationId', '=', 'c.organizationId').onRef('checker.id', '=', 'c.checkedById'))
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'c.organizationId').onRef('file.id', '=', 'c.fileId'))
    .where('c.organizationId', '=', organizationId)
    .selectAll('c')
    .select(['s.name as supplierName', 'file.name as fileName', personName('checker').as('checkedByName'), clauseStateOf.as('state')]) as Listed;
  if (filters.supplierId) query = query.where('c.supplierId', '=', filters.supplierId);
  if (filters.clauses) query = query.where(sql<boolean>`${clauseStateOf} = ${filters.clauses}`);
  if (filters.on) query = query.where(sql<boolean>`c.start <= ${filters.on} AND (c."end" IS NULL OR c."end" >= ${filters.on})`);
  return query;
};
export const contractSorts: Sorts = { start: [sql`c.start`], end: [sql`coalesce(c."end", 'infinity')`] };

/** The people of firms, each with the firm, the contract, and whether that contract's clause stands for an undertaking of their own. */
export const listSupplierPeople = (tx: Tx, organizationId: string, filters: { supplierId?: string; personId?: string; on?: string }): Listed => {
  let query = tx
    .selectFrom('supplierPerson as p')
    .innerJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'p.organizationId').onRef('s.id', '=', 'p.supplierId'))
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'p.organizationId').onRef('person.id', '=', 'p.personId'))
    .leftJoin('supplierContract as c', (join) => join.onRef('c.organizationId', '=', 'p.organizationId').onRef('c.id', '=', 'p.contractId'))
    .where('p.organizationId', '=', organizationId)
    .selectAll('p')
    .select(['s.name as supplierName', 'c.title as contractTitle', personName('person').as('personName')])
    .select(sql<boolean>`coalesce(c.covers_people, false)`.as('covered')) as Listed;
  if (filters.supplierId) query = query.where('p.supplierId', '=', filters.supplierId);
  if (filters.personId) query = query.where('p.personId', '=', filters.personId);
  if (filters.on) query = query.where(sql<boolean>`p.start <= ${filters.on} AND (p."end" IS NULL OR p."end" >= ${filters.on})`);
  return query;
};
export const supplierPersonSorts: Sorts = { name: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`], start: [sql`p.start`] };

/** A firm as other rooms name it; `supportEmail` and `supportPhone` are the firm's own where it has no others. */
export type Supplier = { id: string; name: string; kind: string; email?: string; phone?: string; supportEmail?: string; supportPhone?: string; address?: string; processor: boolean; endedOn?: string };

/** The firms of a centre by name, or those of these ids. */
export const suppliersOf = async (tx: Tx, organizationId: string, ids?: readonly string[]): Promise<Supplier[]> => {
  if (ids?.length === 0) return [];
  let query = tx
    .selectFrom('supplier')
    .select(['id', 'name', 'kind', 'email', 'phone', 'address', 'processor', 'endedOn'])
    .select([sql<string | null>`coalesce(support_email, email)`.as('supportEmail'), sql<string | null>`coalesce(support_phone, phone)`.as('supportPhone')])
    .where('organizationId', '=', organizationId)
    .orderBy(sql`name COLLATE names`)
    .orderBy('id');
  if (ids) query = query.where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`);
  return (await query.execute()).map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Supplier);
};

/** The firm of each person of a firm who is there that day, and whether a contract's clause covers them. Those of these ids, or all. */
export const firmsOfPeople = async (
  tx: Tx,
  organizationId: string,
  on: string,
  personIds?: readonly string[],
): Promise<{ personId: string; supplierId: string; supplierName: string; covered: boolean }[]> => {
  let query = tx
    .selectFrom('supplierPerson as p')
    .innerJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'p.organizationId').onRef('s.id', '=', 'p.supplierId'))
    .leftJoin('supplierContract as c', (join) => join.onRef('c.organizationId', '=', 'p.organizationId').onRef('c.id', '=', 'p.contractId'))
    .select(['p.personId', 'p.supplierId', 's.name as supplierName'])
    // A clause covers while its contract runs.
    .select(sql<boolean>`coalesce(c.covers_people AND c.start <= ${on} AND (c."end" IS NULL OR c."end" >= ${on}), false)`.as('covered'))
    .where('p.organizationId', '=', organizationId)
    .where(sql<boolean>`p.start <= ${on} AND (p."end" IS NULL OR p."end" >= ${on})`)
    .orderBy(sql`s.name COLLATE names`)
    .orderBy('p.id');
  if (personIds) query = query.where('p.personId', '=', sql<string>`ANY (${[...personIds]}::uuid[])`);
  return query.execute();
};
