import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { errorCode, StartupError } from '../errors.ts';

const directory = new URL('../../../migrations/', import.meta.url);
/** Held while migrating, by whatever node comes first. */
const lock = 4_071_993;

export type Migration = { name: string; text: string; sha256: string };

/** The migrations of this program, in order. */
export const migrations = async (): Promise<Migration[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, directory), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

/**
 * Brings the database to this program's state, as its owner: the server's role, every missing migration, all of them in one
 * transaction, and the tables of the job queue. `login` is the role the server signs in with. `save` is called before a
 * database that is in use is changed, with the name of the first migration that it lacks; when it fails, nothing is changed.
 * Throws StartupError when the database is older than PostgreSQL 15, or newer than this program; nothing is touched then.
 */
export const migrate = async (owner: pg.ClientConfig, login: string, save?: (next: string) => Promise<void>): Promise<{ applied: string[] }> => {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const version = Number((await client.query<{ server_version_num: string }>('SHOW server_version_num')).rows[0]?.server_version_num);
    if (version < 150_000) throw new StartupError(`The database is PostgreSQL ${Math.floor(version / 10_000)}; Beffroi needs PostgreSQL 15 or later.`);
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    const known = await migrations();
    const missing = await missingMigrations(client, known);
    await ensureRoles(client, login);
    if (missing[0] && missing.length < known.length) await save?.(missing[0].name);
    await client.query('BEGIN');
    try {
      await applyMigrations(client, missing);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    await prepareQueue(owner, client);
    return { applied: missing.map(({ name }) => name) };
  } finally {
    await client.end();
  }
};

const missingMigrations = async (client: pg.Client, known: readonly Migration[]): Promise<Migration[]> => {
  const exists = (await client.query(`SELECT to_regclass('public.migration') AS found`)).rows[0].found !== null;
  const done: { name: string; sha256: string }[] = exists ? (await client.query('SELECT name, sha256 FROM migration ORDER BY name')).rows : [];
  const newer = done.find((row) => !known.some((migration) => migration.name === row.name));
  if (newer) throw new StartupError(`The database has migration ${newer.name}, which this version of Beffroi does not know: it was used by a newer version. Start that version, or restore a backup.`);
  const changed = done.find((row) => known.some((migration) => migration.name === row.name && migration.sha256 !== row.sha256));
  if (changed) throw new StartupError(`Migration ${changed.name} is not the one this database was made with: the program's files were altered. Install the released version again.`);
  return known.slice(done.length);
};

/** Applies migrations in the transaction of the caller, who undoes all of them when this throws StartupError. */
export const applyMigrations = async (client: pg.Client, list: readonly Migration[]): Promise<void> => {
  for (const { name, text, sha256 } of list) {
    try {
      await client.query(text);
      await client.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
      await client.query('INSERT INTO migration (name, sha256) VALUES ($1, $2)', [name, sha256]);
    } catch (error) {
      throw new StartupError(`Migration ${name} failed and everything is as it was before: ${(error as Error).message}`, { cause: error });
    }
  }
};

/**
 * Makes the role of the server where it is missing and gives it to `login`. Roles belong to the cluster, not to the database: two databases
 * of one cluster share them. Throws StartupError with what to run when the owner may not.
 */
export const ensureRoles = async (client: pg.Client, login: string): Promise<void> => {
  try {
    await makeRoles(client, login);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new StartupError(
      `The owner of the database may not make the role beffroi_app or give it to "${login}": as an administrator, run CREATE ROLE beffroi_app NOLOGIN; GRANT beffroi_app TO "${login}"; then start again.`,
      { cause: error },
    );
  }
};

const makeRoles = async (client: pg.Client, login: string): Promise<void> => {
  await client.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'beffroi_app') THEN CREATE ROLE beffroi_app NOLOGIN NOBYPASSRLS; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  const member = await client.query(`SELECT pg_has_role($1, 'beffroi_app', 'MEMBER') AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = $1) AS member`, [login]);
  if (!member.rows[0].member) await client.query(`GRANT beffroi_app TO ${client.escapeIdentifier(login)}`);
  await client.query('GRANT USAGE ON SCHEMA public TO beffroi_app');
  // A database born before PostgreSQL 15 lets everybody add to it what our functions would then call.
  if ((await client.query(`SELECT has_schema_privilege('beffroi_app', 'public', 'CREATE') AS may`)).rows[0].may) await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
};

const prepareQueue = async (owner: pg.ClientConfig, client: pg.Client): Promise<void> => {
  const boss = new PgBoss({ ...(owner as object), schema: 'pgboss', max: 2, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query('GRANT USAGE ON SCHEMA pgboss TO beffroi_app');
  await client.query('GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA pgboss TO beffroi_app');
  await client.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO beffroi_app');
  await client.query('GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO beffroi_app');
};
