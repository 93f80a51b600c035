import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresCursor, type PostgresPoolClient, sql, type Transaction } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { pipelined, type Watched } from './pipeline.ts';
import { statementNames } from './prepared.ts';

/** Each room adds its tables to this by declaration, beside the store that reads them. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Tables {}

export type Tx = Transaction<Tables>;

/** For whom a transaction works: the centres it sees (named, never "all" by omission) and who is answerable for it. */
export type Scope = {
  organizations: readonly string[];
  actor: {
    /** `link`: a person without an account, by the secret link that they were sent. */
    kind: 'account' | 'command' | 'job' | 'setup' | 'provider' | 'link';
    id?: string | undefined;
    /** The personal token through which a program acts for the account. */
    token?: string;
  };
  /**
   * In which centres, and as what, confidential records exist for it (infringement notices). Absent on all but the routes that ask for it,
   * each of which says so (`confidential` in its configuration): whatever is added elsewhere sees none.
   */
  confidential?: readonly { organizationId: string; as: ConfidentialRole }[];
};

/** Who may know of confidential records: whoever writes them, and the one of the two to whom they are addressed. */
export type ConfidentialRole = 'adviser' | 'directorGeneral' | 'president';

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

/** How long a free connection is waited for, and how long an answer may be overdue. In seconds. */
const patience = { connection: 5, answer: 5 };
/** What a statement may take where nothing else is said, in seconds. */
const ordinary = 5;
/** Of the whole process: every pool asks the same statements. */
const statementName = statementNames();

const limits = new AsyncLocalStorage<number>();
/** Each statement on the connections that `work` takes may last so many seconds. */
export const lasting = <T>(seconds: number, work: () => Promise<T>): Promise<T> => limits.run(seconds, work);

/** When each connection last answered, and when one was last given up for its silence. */
type Hearing = { heard: WeakMap<pg.PoolClient, number>; silence: number };

/**
 * A connection while it is used. PostgreSQL ends a statement that lasts too long; but the network may fall silent without a word, and a
 * cursor never hears that its connection is lost. So an answer that is overdue, or that a lost connection owes, is given up with the connection.
 */
const watched = (client: pg.PoolClient, seconds: number, hearing: Hearing): Watched => {
  let ended = false;
  const owed = new Set<(error: Error) => void>();
  const giveUp = (): void => {
    ended = true;
    for (const fail of owed) fail(new Error('Connection terminated'));
  };
  client.on('end', giveUp);
  const within = async <T>(answer: Promise<T>): Promise<T> => {
    const lost = Promise.withResolvers<never>();
    owed.add(lost.reject);
    const timer = setTimeout(
      () => {
        hearing.silence = performance.now();
        void client.end();
        giveUp();
      },
      (seconds + patience.answer) * 1000,
    );
    try {
      const given = await Promise.race([answer, lost.promise]);
      hearing.heard.set(client, performance.now());
      return given;
    } finally {
      clearTimeout(timer);
      owed.delete(lost.reject);
    }
  };
  const query = (what: string | Cursor, values?: unknown[]): unknown => {
    if (typeof what === 'string') return within(client.query({ text: what, values: values ?? [], ...(values?.length ? { name: statementName(what) } : {}) }));
    const cursor = client.query(what);
    return { read: (count: number) => within(cursor.read(count)), close: async () => (ended ? undefined : within(cursor.close())) } satisfies PostgresCursor<unknown>;
  };
  const release = (destroy?: boolean): void => {
    client.off('end', giveUp);
    client.release(destroy);
  };
  return { client, query: query as PostgresPoolClient['query'], release };
};

/** Connects the server's role. `config` comes from openDatabase; at most `size` connections. */
export const connect = (config: pg.ClientConfig, size = 10): Database => {
  const pool = new pg.Pool({
    ...config,
    types,
    max: size,
    connectionTimeoutMillis: patience.connection * 1000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: ordinary * 1000,
    application_name: 'beffroi',
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that dies inside a transaction, between two statements: the next statement says it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const hearing: Hearing = { heard: new WeakMap(), silence: -Infinity };
  const take = async (): Promise<Watched> => {
    const client = await pool.connect();
    // Where one fell silent, those that have not answered since are taken for silent too.
    if ((hearing.heard.get(client) ?? Infinity) > hearing.silence) return watched(client, limits.getStore() ?? ordinary, hearing);
    client.release(true);
    return take();
  };
  const connections = { options: {}, connect: take, end: () => pool.end() };
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections, cursor: Cursor }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return {
    kysely,
    pool,
    tx: async (scope, work, { seconds = ordinary } = {}) => {
      const entered = entry(scope, seconds);
      return pipelined(await lasting(seconds, take), kysely, entered, work);
    },
    close: async () => {
      await kysely.destroy();
      // Kysely ends the pool only where it took a connection itself; one left idle would hold the process for half a minute.
      if (!pool.ending) await pool.end();
    },
  };
};

/** The statement that sets whose rows a transaction sees and who answers for its changes; each statement may take so many seconds, a pause between two half a minute at least. */
const entry = (scope: Scope, seconds: number): string => {
  if ([...scope.organizations, scope.actor.id ?? '', ...(scope.confidential ?? []).map(({ organizationId }) => organizationId)].some((id) => id.includes('\0'))) throw new Error('An id holds a NUL');
  const settings = {
    'beffroi.scope': `{${scope.organizations.join(',')}}`,
    'beffroi.actor': scope.actor.id ?? '',
    'beffroi.actor_kind': scope.actor.token ? 'token' : scope.actor.kind,
    'beffroi.token': scope.actor.token ?? '',
    // The confidential chains of the trail are nobody's to read here.
    'beffroi.classes': '{ordinary}',
    'beffroi.confidential': `{${(scope.confidential ?? []).map(({ organizationId, as }) => `${organizationId}/${as}`).join(',')}}`,
    statement_timeout: String(seconds * 1000),
    idle_in_transaction_session_timeout: String(Math.max(seconds, 30) * 1000),
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`);
  return `SELECT ${set.join(', ')}`;
};

/** The same in a transaction that was begun elsewhere. */
export const enterScope = async (tx: Transaction<Tables>, scope: Scope, seconds: number): Promise<void> => {
  await sql.raw(entry(scope, seconds)).execute(tx);
};

/** A value for a jsonb column: the driver would take an array for a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;
