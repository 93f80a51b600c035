import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';

/** Each room adds its tables to this by declaration, beside the store that reads them. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Tables {}

export type Tx = Transaction<Tables>;

/** For whom a transaction works: the centres it sees (named, never "all" by omission) and who is answerable for it. */
export type Scope = {
  organizations: readonly string[];
  actor: { kind: 'account' | 'command' | 'job' | 'setup'; id?: string | undefined };
  /** Classes of confidentiality beside the ordinary one. */
  classes?: readonly string[];
};

/** The scope under which what belongs to no centre (accounts, pools, roles of the installation) is read and changed. */
export const installationId = '00000000-0000-0000-0000-000000000000';

export type Database = {
  /**
   * The one way in: a transaction in which only the rows of the scope's centres exist, whose changes carry the actor.
   * Five seconds at most; nothing but SQL belongs inside. Throws what `work` throws, after rolling back.
   */
  tx: <T>(scope: Scope, work: (tx: Tx) => Promise<T>, options?: { seconds?: number }) => Promise<T>;
  /** For sign-in and health, before anybody's scope is known: sees no table of a centre. */
  kysely: Kysely<Tables>;
  pool: pg.Pool;
  close: () => Promise<void>;
};

// Dates stay civil dates and big numbers stay exact; instants become Date.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (value) => value);
types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connects the server's role. `config` comes from openDatabase; at most `size` connections. */
export const connect = (config: pg.ClientConfig, size = 10): Database => {
  const pool = new pg.Pool({ ...config, types, max: size, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, application_name: 'beffroi' });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that dies inside a transaction, between two statements: the next statement says it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return {
    kysely,
    pool,
    tx: (scope, work, options) =>
      kysely.transaction().execute(async (tx) => {
        await enterScope(tx, scope, options?.seconds ?? 5);
        return work(tx);
      }),
    close: () => kysely.destroy(),
  };
};

/** Sets whose rows a transaction sees and who answers for its changes, in one round trip; each statement may take so many seconds, a pause between two half a minute at least. */
export const enterScope = async (tx: Transaction<Tables>, scope: Scope, seconds: number): Promise<void> => {
  const classes = ['ordinary', ...(scope.classes ?? [])];
  await sql`SELECT set_config('beffroi.scope', ${`{${scope.organizations.join(',')}}`}, true), set_config('beffroi.actor', ${scope.actor.id ?? ''}, true),
    set_config('beffroi.actor_kind', ${scope.actor.kind}, true), set_config('beffroi.classes', ${`{${classes.join(',')}}`}, true),
    set_config('statement_timeout', ${String(seconds * 1000)}, true), set_config('idle_in_transaction_session_timeout', ${String(Math.max(seconds, 30) * 1000)}, true)`.execute(tx);
};

/** A value for a jsonb column: the driver would take an array for a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;
