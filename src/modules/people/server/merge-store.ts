import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import { json, type Tables, type Tx } from '../../../server/db/database.ts';
import { type DoubleBefore, endDouble, reopenDouble } from '../../access/server/store.ts';
import type { MandateKind } from '../mandate.ts';
import './tables.ts';

declare module '../../../server/db/database.ts' {
  interface Tables {
    personMerge: {
      organizationId: string;
      id: string;
      keptId: string;
      goneId: string;
      gone: Row;
      keptBefore: Row;
      keptAfter: Row;
      moved: Moved[];
      dropped: Dropped[];
      mergedAt: Date;
      mergedBy: string | null;
      undoneAt: Date | null;
    };
  }
}

type Row = Record<string, unknown>;
/** A row that named the one and names the other: its table, the column, and its key. Of a list of people, whether both stood in it; of a right that both held, what it was before it ended. */
type Moved = { table: string; column: string; key: Row; list?: 'one' | 'both'; ended?: DoubleBefore };
/** A row that had to go because the kept person has its like. */
type Dropped = { table: string; row: Row };
type Reference = { table: string; column: string; key: string[] };

/** Every column of every table that names a person, as the database itself knows them: a table that comes later is among them. */
export const references = async (tx: Tx): Promise<Reference[]> => {
  const { rows } = await sql<Reference>`
    SELECT r.relname AS table, a.attname AS column,
      (SELECT array_agg(k.attname::text ORDER BY k.attnum) FROM pg_constraint p JOIN pg_attribute k ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey) WHERE p.conrelid = r.oid AND p.contype = 'p') AS key
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = ANY (c.conkey) AND a.attname <> 'organization_id'
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND r.relnamespace = 'public'::regnamespace ORDER BY 1, 2`.execute(tx);
  return rows;
};

/** Every column that lists people by their ids (whom a publication is for), which no foreign key can say. */
const lists = async (tx: Tx): Promise<{ table: string; column: string }[]> =>
  (
    await sql<{ table: string; column: string }>`SELECT r.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class r ON r.oid = a.attrelid
      WHERE r.relkind = 'r' AND r.relnamespace = 'public'::regnamespace AND a.atttypid = 'uuid[]'::regtype AND a.attname = 'person_ids' ORDER BY 1`.execute(tx)
  ).rows;

const named = (table: string): RawBuilder<unknown> => sql.table(table);
const isKey = (key: Row): RawBuilder<unknown> =>
  sql.join(
    Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` AND `,
  );

/** How many rows name a person, by table. */
export const referencesTo = async (tx: Tx, organizationId: string, personId: string): Promise<{ table: string; count: number }[]> => {
  const all = await references(tx);
  const counted = sql.join(
    all.map(({ table, column }) => sql`SELECT ${table}::text AS "table", count(*)::int AS count FROM ${named(table)} WHERE organization_id = ${organizationId} AND ${sql.ref(column)} = ${personId}`),
    sql` UNION ALL `,
  );
  const { rows } = await sql<{ table: string; count: number }>`SELECT "table", sum(count)::int AS count FROM (${counted}) counted GROUP BY 1 HAVING sum(count) > 0 ORDER BY 1`.execute(tx);
  return rows;
};

/** What the rule of likeness looks at, of everybody in a centre. */
export const everybody = async (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'version', 'lastName', 'firstName', 'kind', 'email', 'phone', 'reference'])
    .where('organizationId', '=', organizationId)
    .where('erasedOn', 'is', null)
    .orderBy('id')
    .execute();

/** The accounts that a person signs in with, and all mandates they have or had. */
export const powersOf = async (tx: Tx, organizationId: string, personId: string): Promise<{ accounts: string[]; mandates: MandateKind[] }> => {
  const accounts = await tx.selectFrom('link').select('accountId').where('organizationId', '=', organizationId).where('personId', '=', personId).execute();
  const mandates = await tx.selectFrom('mandate').select('kind').distinct().where('organizationId', '=', organizationId).where('personId', '=', personId).execute();
  return { accounts: accounts.map(({ accountId }) => accountId), mandates: mandates.map(({ kind }) => kind) };
};

/** Its like is there already, or what it hung on is there no more. */
const finds = (error: unknown): boolean => ['23505', '23503'].includes((error as { code?: string }).code ?? '');

/** Does what may break a rule of uniqueness or of reference, and says whether it did; the transaction goes on either way. */
const tried = async (tx: Tx, work: () => Promise<unknown>): Promise<boolean> => {
  await sql`SAVEPOINT merge_step`.execute(tx);
  try {
    await work();
    await sql`RELEASE SAVEPOINT merge_step`.execute(tx);
    return true;
  } catch (error) {
    if (!finds(error)) throw error;
    await sql`ROLLBACK TO SAVEPOINT merge_step`.execute(tx);
    return false;
  }
};

/** Whoever is named by `from` is named by `to` everywhere; what both had alike goes with the former, but for a right of access: that one ends. */
const move = async (tx: Tx, organizationId: string, from: string, to: string, on: CivilDate): Promise<{ moved: Moved[]; dropped: Dropped[] }> => {
  const moved: Moved[] = [];
  const dropped: Dropped[] = [];
  for (const { table, column, key } of await references(tx)) {
    const { rows } = await sql<{ row: Row }>`SELECT to_jsonb(t) AS row FROM ${named(table)} t WHERE organization_id = ${organizationId} AND ${sql.ref(column)} = ${from}`.execute(tx);
    for (const { row } of rows) {
      const old = Object.fromEntries(key.map((name) => [name, row[name]]));
      if (await tried(tx, () => sql`UPDATE ${named(table)} SET ${sql.ref(column)} = ${to} WHERE ${isKey(old)}`.execute(tx))) {
        moved.push({ table, column, key: { ...old, ...(column in old ? { [column]: to } : {}) } });
      } else if (table === 'access_grant') {
        await endDouble(tx, organizationId, row['id'] as string, to, on);
        moved.push({ table, column, key: old, ended: row as DoubleBefore });
      } else {
        await sql`DELETE FROM ${named(table)} WHERE ${isKey(old)}`.execute(tx);
        dropped.push({ table, row });
      }
    }
  }
  for (const { table, column } of await lists(tx)) {
    const { rows } = await sql<{
      id: string;
      both: boolean;
    }>`SELECT id, ${to} = ANY (${sql.ref(column)}) AS both FROM ${named(table)} WHERE organization_id = ${organizationId} AND ${from} = ANY (${sql.ref(column)})`.execute(tx);
    await sql`UPDATE ${named(table)} SET ${sql.ref(column)} = CASE WHEN ${to} = ANY (${sql.ref(column)}) THEN array_remove(${sql.ref(column)}, ${from}) ELSE array_replace(${sql.ref(column)}, ${from}, ${to}) END
      WHERE organization_id = ${organizationId} AND ${from} = ANY (${sql.ref(column)})`.execute(tx);
    moved.push(...rows.map(({ id, both }): Moved => ({ table, column, key: { organization_id: organizationId, id }, list: both ? 'both' : 'one' })));
  }
  return { moved, dropped };
};

const personRow = async (tx: Tx, organizationId: string, id: string): Promise<Row | undefined> =>
  (await sql<{ row: Row }>`SELECT to_jsonb(p) AS row FROM person p WHERE organization_id = ${organizationId} AND id = ${id} FOR UPDATE`.execute(tx)).rows[0]?.row;

/** Puts a row back as it was. */
const putBack = (tx: Tx, table: string, row: Row) => sql`INSERT INTO ${named(table)} SELECT (jsonb_populate_record(NULL::${named(table)}, ${JSON.stringify(row)}::jsonb)).*`.execute(tx);

/** The columns that a person's form fills, as a row has them. */
const contentOf = ({ organization_id: _organization, id: _id, version: _version, ...content }: Row): Row => content;

/**
 * Makes two records one: all that names the one that goes names the kept one, which then says `values` (columns of the table, in the database's spelling).
 * Returns the id under which it may be undone. Throws resourceNotFound, and staleVersion where one of them is not of the version that was compared.
 */
export const mergePeople = async (
  tx: Tx,
  organizationId: string,
  merge: { keptId: string; keptVersion: number; goneId: string; goneVersion: number; values: Row; at: Date; on: CivilDate; by: string | undefined },
): Promise<{ id: string }> => {
  // In one order, so that two at once never wait for each other.
  const rows = new Map<string, Row | undefined>();
  for (const id of [merge.keptId, merge.goneId].toSorted()) rows.set(id, await personRow(tx, organizationId, id));
  const [kept, gone] = [rows.get(merge.keptId), rows.get(merge.goneId)];
  if (!kept || !gone || kept['erased_on'] || gone['erased_on']) throw new Problem('resourceNotFound');
  if (kept['version'] !== merge.keptVersion || gone['version'] !== merge.goneVersion) throw new Problem('staleVersion');
  const { moved, dropped } = await move(tx, organizationId, merge.goneId, merge.keptId, merge.on);
  await sql`DELETE FROM person WHERE organization_id = ${organizationId} AND id = ${merge.goneId}`.execute(tx);
  const after = await overwrite(tx, organizationId, merge.keptId, { ...kept, ...merge.values });
  const id = newId();
  await tx
    .insertInto('personMerge')
    .values({
      organizationId,
      id,
      keptId: merge.keptId,
      goneId: merge.goneId,
      gone: json(gone),
      keptBefore: json(contentOf(kept)),
      keptAfter: json(contentOf(after)),
      moved: json(moved),
      dropped: json(dropped),
      mergedAt: merge.at,
      mergedBy: merge.by ?? null,
      undoneAt: null,
    })
    .execute();
  return { id };
};

/** Writes the content of a person as a row has it; returns the row. */
const overwrite = async (tx: Tx, organizationId: string, id: string, row: Row): Promise<Row> => {
  const said = { ...row, search_text: searchText(row['last_name'] as string, row['first_name'] as string, row['email'] as string | null) };
  const names = Object.keys(contentOf(row));
  const { rows } = await sql<{ row: Row }>`UPDATE person p SET (${sql.join(names.map((name) => sql.ref(name)))}) = (SELECT ${sql.join(names.map((name) => sql.ref(`n.${name}`)))}
    FROM jsonb_populate_record(NULL::person, ${JSON.stringify(said)}::jsonb) n) WHERE p.organization_id = ${organizationId} AND p.id = ${id} RETURNING to_jsonb(p) AS row`.execute(tx);
  return rows[0]!.row;
};

/** The merges that may still be undone, the newest first, and those that were. */
export const mergesSince = async (tx: Tx, organizationId: string, since: Date) =>
  (
    await sql<{ id: string; keptId: string; keptName: string; goneName: string; mergedAt: Date; mergedBy: string | null; undoneAt: Date | null }>`
      SELECT m.id, m.kept_id, p.first_name || ' ' || p.last_name AS kept_name, (m.gone ->> 'first_name') || ' ' || (m.gone ->> 'last_name') AS gone_name, m.merged_at, a.name AS merged_by, m.undone_at
      FROM person_merge m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.kept_id LEFT JOIN account a ON a.id = m.merged_by
      WHERE m.organization_id = ${organizationId} AND m.merged_at >= ${since} ORDER BY m.merged_at DESC, m.id`.execute(tx)
  ).rows;

/** What a merge that may be undone would part: what stays with the kept person, and what goes back. Undefined where there is no such merge. */
export const powersParted = async (tx: Tx, organizationId: string, id: string) => {
  const merge = await tx.selectFrom('personMerge').select(['keptId', 'moved']).where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();
  if (!merge) return undefined;
  const links = await tx.selectFrom('link').select(['id', 'accountId']).where('organizationId', '=', organizationId).where('personId', '=', merge.keptId).execute();
  const mandates = await tx.selectFrom('mandate').select(['id', 'kind']).where('organizationId', '=', organizationId).where('personId', '=', merge.keptId).execute();
  const goes = (table: string, row: { id: string }): boolean => merge.moved.some((one) => one.table === table && one.key['id'] === row.id);
  const part = (back: boolean) => ({
    accounts: links.filter((link) => goes('link', link) === back).map(({ accountId }) => accountId),
    mandates: mandates.filter((mandate) => goes('mandate', mandate) === back).map(({ kind }) => kind),
  });
  return [part(false), part(true)] as const;
};

/**
 * Makes two records of one again: the one that was gone is back under its id with what was its own, and the kept one says what it said before,
 * but for what was changed since. What was added meanwhile stays with the kept one. Throws resourceNotFound, and wrongState where it was undone
 * already or an identifier of the record that comes back is in use.
 */
export const undoMerge = async (tx: Tx, organizationId: string, id: string, now: Date, since: Date): Promise<void> => {
  const { rows } = await sql<Tables['personMerge']>`SELECT * FROM person_merge WHERE organization_id = ${organizationId} AND id = ${id} AND merged_at >= ${since} FOR UPDATE`.execute(tx);
  const merge = rows[0];
  if (!merge) throw new Problem('resourceNotFound');
  if (merge.undoneAt) throw new Problem('wrongState');
  const kept = (await personRow(tx, organizationId, merge.keptId))!;
  const unchanged = Object.keys(merge.keptBefore).filter((name) => JSON.stringify(kept[name]) === JSON.stringify(merge.keptAfter[name]));
  const back = await tried(tx, async () => {
    await overwrite(tx, organizationId, merge.keptId, { ...kept, ...Object.fromEntries(unchanged.map((name) => [name, merge.keptBefore[name]])) });
    await putBack(tx, 'person', merge.gone);
  });
  if (!back) throw new Problem('wrongState');
  for (const { table, column, key, list, ended } of merge.moved) {
    const name = sql.ref(column);
    if (ended) await tried(tx, () => reopenDouble(tx, organizationId, key['id'] as string, merge.goneId, ended));
    else if (list === 'both') await sql`UPDATE ${named(table)} SET ${name} = array_append(array_remove(${name}, ${merge.goneId}), ${merge.goneId}) WHERE ${isKey(key)}`.execute(tx);
    else if (list) await sql`UPDATE ${named(table)} SET ${name} = array_replace(${name}, ${merge.keptId}, ${merge.goneId}) WHERE ${isKey(key)}`.execute(tx);
    else await tried(tx, () => sql`UPDATE ${named(table)} SET ${name} = ${merge.goneId} WHERE ${isKey(key)} AND ${name} = ${merge.keptId}`.execute(tx));
  }
  for (const { table, row } of merge.dropped) await tried(tx, () => putBack(tx, table, row));
  await sql`UPDATE person_merge SET undone_at = ${now} WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
};

export const purgeMerges = async (db: Kysely<Tables>, before: Date): Promise<void> => {
  await sql`SELECT purge_person_merges(${before})`.execute(db);
};
