import { type SelectQueryBuilder, sql } from 'kysely';
import { type Database, enterScope, lasting, type Scope, type Tx } from './database.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any table's query may be streamed
type AnyQuery = SelectQueryBuilder<any, any, any>;
/** In seconds: for the next rows, and for all of them, since PostgreSQL counts the reader's time too. A reader that stops altogether is left by the server (http/app.ts). */
const limits = { next: 60, all: 3600 };

/** Tells in a centre's audit trail that a register left as a file: it changes no row, and is known by this event. `table` is where the register stands. */
export const tellExport = async (tx: Tx, organizationId: string, table: string): Promise<void> => {
  await sql`SELECT audit_event(${organizationId}, 'export', ${table}, ${organizationId}, '{}')`.execute(tx);
};

/**
 * The rows of a query one after the other, in constant memory, inside one transaction that ends with the last row, an
 * error, or the reader going away. An `event` is told in the centre's audit trail. An hour at most.
 */
export async function* rowStream(db: Database, scope: Scope, query: (tx: Tx) => AnyQuery, event?: { organizationId: string; table: string }): AsyncGenerator<Record<string, unknown>> {
  if (event) await db.tx(scope, (tx) => tellExport(tx, event.organizationId, event.table));
  const controlled = await lasting(limits.next, () => db.kysely.startTransaction().execute());
  try {
    await enterScope(controlled, scope, limits.all);
    yield* query(controlled as unknown as Tx).stream(200) as AsyncGenerator<Record<string, unknown>>;
    await controlled.commit().execute();
  } catch (error) {
    if (!controlled.isCommitted) await controlled.rollback().execute();
    throw error;
  } finally {
    if (!controlled.isCommitted && !controlled.isRolledBack) await controlled.rollback().execute();
  }
}
