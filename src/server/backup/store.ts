import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

export type Table = { name: string; columns: string[] };

/**
 * Tables whose rows are of the moment, or of the machine, and stay out of a backup: whoever steals one gets no session and no link, and a
 * restored server believes neither those that were ended since nor that it is making a backup. `verification` is of releases before 0.3 only.
 */
export const leftOut: readonly string[] = [
  'backup_progress',
  'backup_run',
  'editing',
  'idempotency_key',
  'one_time_link',
  'provider_flow',
  'provider_session',
  'session',
  'sign_in_attempt',
  'sign_in_challenge',
  'verification',
];

const quoted = (name: string): string => pg.escapeIdentifier(name);
const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** Connects with settings under which values are written alike by any engine, and no statement is too slow; one that waits for a lock gives up after a minute. */
export const connectPlain = async (config: pg.ClientConfig): Promise<pg.Client> => {
  const client = new pg.Client({ ...config, application_name: 'beffroi backup', keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  for (const [name, value] of Object.entries({
    statement_timeout: '0',
    lock_timeout: '60s',
    idle_in_transaction_session_timeout: '0',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'iso_8601',
    bytea_output: 'hex',
    extra_float_digits: '1',
  }))
    await client.query(`SET ${name} = '${value}'`);
  return client;
};

/** The tables of the database but some, with the columns that can be written. */
export const savedTables = async (client: pg.Client, without: readonly string[]): Promise<Table[]> => {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1) GROUP BY c.relname ORDER BY c.relname`,
    [without],
  );
  return rows;
};

/** What a manifest says of the database: its version, and the migrations it was made with. */
export const describeDatabase = async (client: pg.Client): Promise<{ postgresql: string; migrations: { name: string; sha256: string }[] }> => {
  const { rows } = await client.query<{ postgresql: string }>(`SELECT current_setting('server_version') AS postgresql`);
  const migrations = (await isEmpty(client)) ? [] : (await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration ORDER BY name')).rows;
  return { postgresql: rows[0]?.postgresql ?? '', migrations };
};

/** Rows of all tables together, as the engine last counted them: for saying how far one is. */
export const estimatedRows = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ n: number }>(`SELECT coalesce(sum(greatest(reltuples, 0)), 0)::float8 AS n FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`);
  return rows[0]?.n ?? 0;
};

/** True when nothing of ours is in the database. */
export const isEmpty = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ empty: boolean }>(`SELECT to_regclass('public.migration') IS NULL AS empty`);
  return rows[0]?.empty === true;
};

/** From here to the end of the connection, one snapshot of the database, whatever is written meanwhile. */
export const takeSnapshot = (client: pg.Client): Promise<unknown> => client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');

/**
 * Runs `work` in one transaction and lets the engine count the rows afterwards. When it throws, the caller ends the connection, which undoes it:
 * a statement that waits for rows which will not come would never let a ROLLBACK through.
 */
export const wholeOrNothing = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  await client.query('BEGIN');
  const result = await work();
  await client.query('COMMIT');
  // all is there already: an engine that did not count is only slower for a while
  await client.query('ANALYZE').catch(() => undefined);
  return result;
};

/** The rows of a table as COPY text. */
export const readTable = (client: pg.Client, { name, columns }: Table): Readable => client.query(to(`COPY ${quoted(name)} (${listed(columns)}) TO STDOUT`));

/** Takes the rows of a table as COPY text. */
export const fillTable = (client: pg.Client, { name, columns }: Table): Writable => client.query(from(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`));

/**
 * Runs `work`, which fills the tables, without their references and triggers: rows come in any order, and are the trail's
 * own, not changes of today. Afterwards all is as before, and the references were checked over all rows.
 */
export const withoutRules = async (client: pg.Client, tables: readonly Table[], work: () => Promise<void>): Promise<void> => {
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of references) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  await work();
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
};

/** The faults of the audit trail, as many as there are. */
export const auditFaults = async (client: pg.Client): Promise<number> => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_verify()')).rows[0]?.n ?? 0;
