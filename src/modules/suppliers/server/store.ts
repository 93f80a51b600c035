import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { ClauseState } from '../supplier.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const holds = (clause: Record<string, string>) => sql<boolean>`c.clauses @> ${JSON.stringify([clause])}::jsonb`;

/** Whether contract `c` lacks a clause that it may not lack: confidentiality (MES 2.11), and those of GDPR art. 28 with a processor. */
export const lacksDutiful = (processor: Expression<unknown>) =>
  sql<boolean>`(NOT ${holds({ kind: 'confidentiality', covered: 'yes' })} OR (${processor} AND NOT ${holds({ kind: 'processing', covered: 'yes' })}))`;

/** Where a contract `c` of a supplier `s` stands with its clauses, as `clauseState` of supplier.ts says it. */
export const clauseStateOf = sql<ClauseState>`CASE WHEN c.checked_on IS NULL THEN 'unchecked'
  WHEN ${holds({ covered: 'no' })} OR ${lacksDutiful(sql.ref('s.processor'))} THEN 'missing'
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

/** Whether a clause of contract `c` stands that day for an undertaking of one's own: while the contract runs. */
const coveredOn = (day: string) => sql<boolean>`coalesce(c.covers_people AND c.start <= ${day} AND (c."end" IS NULL OR c."end" >= ${day}), false)`;

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
export const listSupplierPeople = (tx: Tx, organizationId: string, filters: { supplierId?: string; personId?: string; on?: string }, day: string): Listed => {
  let query = tx
    .selectFrom('supplierPerson as p')
    .innerJoin('supplier as s', (join) => join.onRef('s.organizationId', '=', 'p.organizationId').onRef('s.id', '=', 'p.supplierId'))
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'p.organizationId').onRef('person.id', '=', 'p.personId'))
    .leftJoin('supplierContract as c', (join) => join.onRef('c.organizationId', '=', 'p.organizationId').onRef('c.id', '=', 'p.contractId'))
    .where('p.organizationId', '=', organizationId)
    .selectAll('p')
    .select(['s.name as supplierName', 'c.title as contractTitle', personName('person').as('personName')])
    .select(coveredOn(day).as('covered')) as Listed;
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
    .select(coveredOn(on).as('covered'))
    .where('p.organizationId', '=', organizationId)
    .where(sql<boolean>`p.start <= ${on} AND (p."end" IS NULL OR p."end" >= ${on})`)
    .orderBy(sql`s.name COLLATE names`)
    .orderBy('p.id');
  if (personIds) query = query.where('p.personId', '=', sql<string>`ANY (${[...personIds]}::uuid[])`);
  return query.execute();
};

/** Firms, and what their contracts want: the counts of the room's lead sentence. */
export const supplierCounts = async (tx: Tx, organizationId: string, day: string, soon: string) => {
  const { rows } = await sql<{ current: number; ended: number; processors: number; withoutContract: number; unchecked: number; missing: number; ending: number }>`
    WITH firm AS (SELECT s.*, ${ended(day)} AS gone FROM supplier s WHERE s.organization_id = ${organizationId}),
    running AS (SELECT c.supplier_id, c."end", ${clauseStateOf} AS state FROM supplier_contract c JOIN firm s ON s.id = c.supplier_id
      WHERE c.organization_id = ${organizationId} AND NOT s.gone AND (c."end" IS NULL OR c."end" >= ${day}))
    SELECT f.*, r.* FROM
      (SELECT count(*) FILTER (WHERE NOT gone)::int AS current, count(*) FILTER (WHERE gone)::int AS ended, count(*) FILTER (WHERE NOT gone AND processor)::int AS processors,
        count(*) FILTER (WHERE NOT gone AND NOT EXISTS (SELECT FROM running WHERE supplier_id = firm.id))::int AS without_contract FROM firm) f,
      (SELECT count(*) FILTER (WHERE state = 'unchecked')::int AS unchecked, count(*) FILTER (WHERE state = 'missing')::int AS missing,
        count(*) FILTER (WHERE "end" <= ${soon})::int AS ending FROM running) r`.execute(tx);
  return rows[0]!;
};

export type Namesake = { id: string; firstName: string; lastName: string; employer: string; email?: string };

/** Outsiders whose employer, in words, is this firm, and whom nothing joins to it yet. */
export const namesakes = async (tx: Tx, organizationId: string, supplierId: string): Promise<Namesake[]> => {
  const firm = await tx.selectFrom('supplier').select('name').where('organizationId', '=', organizationId).where('id', '=', supplierId).executeTakeFirst();
  if (!firm) return [];
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'firstName', 'lastName', 'employer', 'email'])
    .where('organizationId', '=', organizationId)
    .where('kind', '=', 'outsider')
    .where('erasedOn', 'is', null)
    .where('employer', 'is not', null)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM supplier_person p WHERE p.organization_id = person.organization_id AND p.person_id = person.id AND p.supplier_id = ${supplierId})`)
    .orderBy(sql`last_name COLLATE names, first_name COLLATE names`)
    .orderBy('id')
    .execute();
  const name = firmName(firm.name);
  return rows.filter(({ employer }) => firmName(employer!) === name).map(({ email, ...row }) => ({ ...row, employer: row.employer!, ...(email ? { email } : {}) }));
};

/** The name of a firm as people write it: without its legal form, accents or capitals. */
const firmName = (name: string): string =>
  searchText(name)
    .replaceAll('.', '')
    .replace(/ (?:srl|sprl|sa|nv|bv|bvba|asbl|vzw|sc|scrl|cv|gmbh|ag|snc)$/, '');

/** Joins people to a firm from a day on, with its contract where there is one. */
export const insertPeople = async (tx: Tx, organizationId: string, personIds: readonly string[], values: { supplierId: string; contractId: string | null; start: string }): Promise<string[]> => {
  const rows = personIds.map((personId) => ({ organizationId, id: newId(), personId, ...values }));
  await tx.insertInto('supplierPerson').values(rows).execute();
  return rows.map(({ id }) => id);
};

/** The people of a firm who are there that day, once each, and whether a clause covers them. */
export const peopleOfFirm = async (tx: Tx, organizationId: string, supplierId: string, day: string): Promise<{ personId: string; personName: string; covered: boolean }[]> => {
  const { rows } = await sql<{ personId: string; personName: string; covered: boolean }>`
    SELECT p.person_id, person.first_name || ' ' || person.last_name AS person_name, bool_or(${coveredOn(day)}) AS covered
    FROM supplier_person p JOIN person ON person.organization_id = p.organization_id AND person.id = p.person_id
    LEFT JOIN supplier_contract c ON c.organization_id = p.organization_id AND c.id = p.contract_id
    WHERE p.organization_id = ${organizationId} AND p.supplier_id = ${supplierId} AND p.start <= ${day} AND (p."end" IS NULL OR p."end" >= ${day})
    GROUP BY p.person_id, person.first_name, person.last_name ORDER BY person.last_name COLLATE names, person.first_name COLLATE names, p.person_id`.execute(tx);
  return rows;
};
