import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Tables, type Tx } from './database.ts';

/** Tables of a centre whose rows are plain records: `organization_id`, `id`, `version`, and their own columns. */
export type RecordTable = { [T in keyof Tables]: Tables[T] extends { organizationId: string; id: string; version: unknown } ? T : never }[keyof Tables];

type Row = Record<string, unknown> & { id: string; version: number };
// A helper over many tables: the columns are those of the room's schema, checked there; the builder cannot know which.
// oxlint-disable-next-line typescript/no-explicit-any
const loose = (tx: Tx) => tx as any;

/** Values as columns take them: absent is NULL, objects and lists of objects are JSON. */
const columns = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === undefined ? null : value !== null && typeof value === 'object' && !(value instanceof Uint8Array) && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  );

/** Adds a record and returns it as stored. */
export const insertRecord = async (tx: Tx, table: RecordTable, organizationId: string, values: Record<string, unknown>): Promise<Row> =>
  loose(tx)
    .insertInto(table)
    .values({ ...columns(values), organizationId, id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow();

/** The record, or undefined when this centre has none with that id. */
export const findRecord = async (tx: Tx, table: RecordTable, organizationId: string, id: string): Promise<Row | undefined> =>
  loose(tx).selectFrom(table).selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/**
 * Writes all values of a record if it still has the version that the writer read; returns it as stored.
 * Throws resourceNotFound, or staleVersion with who changed what since.
 */
export const updateRecord = async (tx: Tx, table: RecordTable, organizationId: string, id: string, version: number, values: Record<string, unknown>): Promise<Row> => {
  const updated = await loose(tx)
    .updateTable(table)
    .set(columns(values))
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return updated ?? refuseStale(tx, table, organizationId, id, version);
};

/** Deletes a record of that version. Throws resourceNotFound, staleVersion, or stillReferenced from the database. */
export const deleteRecord = async (tx: Tx, table: RecordTable, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await loose(tx).deleteFrom(table).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, table, organizationId, id, version);
};

/** Says why a write came too late: who changed which fields since that version. */
export const refuseStale = async (tx: Tx, named: string, organizationId: string, id: string, version: number): Promise<never> => {
  // The trail knows tables by their names in the database.
  const table = named.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const changes = await sql<{ at: Date; by: string | null; fields: string[] | null; version: number | null }>`
    SELECT e.at, a.name AS by, ARRAY(SELECT jsonb_object_keys(e.fields -> 'after')) AS fields, e.record_version AS version
    FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_id
    WHERE e.organization_id = ${organizationId} AND e.class = 'ordinary' AND e.table_name = ${table} AND e.record_id = ${id} AND e.record_version > ${version}
    ORDER BY e.at LIMIT 20`.execute(tx);
  const exists = await sql<{ found: number }>`SELECT 1 AS found FROM ${sql.table(table)} WHERE id = ${id}`.execute(tx);
  if (exists.rows.length === 0) throw new Problem('resourceNotFound');
  throw new Problem('staleVersion', { details: { changes: changes.rows.map((change) => ({ at: change.at.toISOString(), ...(change.by ? { by: change.by } : {}), fields: change.fields ?? [] })) } });
};
