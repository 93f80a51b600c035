import { type CompiledQuery, type DatabaseConnection, type Kysely, type PostgresPoolClient, type QueryResult, Transaction } from 'kysely';
import type { Writable } from 'node:stream';
import type pg from 'pg';

/** A connection of the pool whose answers somebody watches over: `query` and `release` go to `client`. */
export type Watched = PostgresPoolClient & { client: pg.PoolClient };
type Query = PostgresPoolClient['query'];
/** What the driver's types leave out: its mode, and the stream it writes to. */
type Driver = { pipeline: boolean; connection: { stream: Writable } };

/**
 * Runs `work` in a transaction that begins with the statement `entry`. Neither BEGIN nor `entry` is waited for: they leave together with
 * the first statement of the work (the driver's pipeline mode), so that a transaction costs one round trip beside those of its work and
 * not three, and statements that the work sends together are on their way together.
 * Throws what `entry` or `work` throws, after rolling back; a connection that cannot roll back is closed.
 */
export const pipelined = async <Tables, T>(connection: Watched, kysely: Kysely<Tables>, entry: string, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> => {
  const { query } = connection;
  const driver = connection.client as unknown as Driver;
  const { stream } = driver.connection;
  let broken = false;
  try {
    driver.pipeline = true;
    stream.cork();
    setImmediate(() => stream.uncork());
    const begin = query(`BEGIN; ${entry}`, []);
    const inside = guarded(query, begin);
    const [begun, worked] = await Promise.allSettled([begin, work(transactionOn(inside.query, kysely)).finally(inside.end)]);
    if (begun.status === 'rejected') throw begun.reason;
    if (worked.status === 'rejected') throw worked.reason;
    // A transaction that has failed answers COMMIT with ROLLBACK.
    if ((await query('COMMIT', [])).command !== ('COMMIT' as string)) throw new Error('The transaction had failed before its end');
    return worked.value;
  } catch (error) {
    await query('ROLLBACK', []).catch(() => (broken = true));
    throw error;
  } finally {
    driver.pipeline = false;
    connection.release(broken);
  }
};

/**
 * The connection as `work` may use it. What may write, and all that comes after it, waits until the transaction stands: were BEGIN refused, it
 * would be done outside of it. Once `work` has ended, a statement that some branch of it still sends is refused: the connection is another's then.
 */
const guarded = (query: Query, begin: Promise<unknown>): { query: Query; end: () => void } => {
  let over = false;
  let gate: Promise<unknown> | undefined;
  const asked = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (gate === undefined && !/^\s*select\b/i.test(text)) gate = begin;
    if (gate) await gate;
    if (over) throw new Error('The transaction is over');
    return query(text, values as unknown[]);
  };
  return { query: asked as Query, end: () => (over = true) };
};

const transactionOn = <Tables>(query: Query, kysely: Kysely<Tables>): Transaction<Tables> => {
  const connection: DatabaseConnection = {
    executeQuery: <R>(compiled: CompiledQuery) => execute<R>(query, compiled),
    streamQuery: () => {
      throw new Error('What is streamed has a transaction of its own (stream.ts)');
    },
  };
  const executor = kysely.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) });
  // It asks its executor alone; the rest would be for connections that it opens itself.
  return new Transaction<Tables>({ config: {}, driver: {}, dialect: {}, executor } as unknown as ConstructorParameters<typeof Transaction<Tables>>[0]);
};

const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

const execute = async <R>(query: Query, { sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
  const { command, rowCount, rows } = await query<R>(sql, parameters);
  return { rows: rows ?? [], ...(changes.includes(command) ? { numAffectedRows: BigInt(rowCount) } : {}) };
};
