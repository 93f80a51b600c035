import pg from 'pg';
import { prepareDataDirectory, type Config } from '../config.ts';
import { StartupError, errorCode, errorText } from '../errors.ts';
import { upgradeCluster } from './cluster-upgrade.ts';
import { type EmbeddedOptions, startEmbedded } from './embedded.ts';

export type OpenDatabase = {
  /** The role that owns the tables: for migrations. */
  owner: pg.ClientConfig;
  /** For everything else; takes the role `beffroi_app`, so it connects only once the migrations have made that role. */
  app: pg.ClientConfig;
  /** The name of the role that `app` signs in with, which the migrations make a member of `beffroi_app`. */
  login: string;
  embedded: boolean;
  /** Call after every connection is closed. */
  close: () => Promise<void>;
};

const oldestMajor = 15;

/**
 * Opens the database of the configuration: DATABASE_URL, else the embedded PostgreSQL in the data directory.
 * A server is alone on its data directory; a command shares the cluster with the server, or starts it and stops it.
 * @param events what becomes of the embedded PostgreSQL afterwards; after `onLost` the process should end
 * @throws StartupError (DataDirectoryInUse for a second server) in one sentence
 */
export async function openDatabase(config: Config, purpose: 'server' | 'command', events: Pick<EmbeddedOptions, 'onLost' | 'onFull'> = {}): Promise<OpenDatabase> {
  prepareDataDirectory(config.dataDirectory);
  if (config.databaseUrl) {
    const owner = { connectionString: config.databaseOwnerUrl ?? config.databaseUrl };
    const ownerVariable = config.databaseOwnerUrl === config.databaseUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
    const { login: ownerLogin, owns } = await probe(owner, ownerVariable);
    const { login } = await probe({ connectionString: config.databaseUrl }, 'DATABASE_URL');
    // the role that migrates and saves must own what is there
    if (!owns) throw new StartupError(`The role "${ownerLogin}" of ${ownerVariable} does not own the tables: give the address of the role that does in DATABASE_OWNER_URL.`);
    return { owner, app: { connectionString: asApp(config.databaseUrl) }, login, embedded: false, close: async () => undefined };
  }
  await upgradeCluster(config.dataDirectory);
  const { owner, app, stop } = await startEmbedded(config.dataDirectory, { server: purpose === 'server', ...events });
  return { owner, app, login: 'beffroi_server', embedded: true, close: stop };
}

/** The same address, in the role of the server; options that the address already has are kept. */
export function asApp(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', [url.searchParams.get('options'), '-c role=beffroi_app'].filter(Boolean).join(' '));
  return url.href;
}

/** Connects once and returns the name of the role that signed in, and whether the tables are its own; where there are none yet, they will be. */
async function probe(config: pg.ClientConfig, variable: string): Promise<{ login: string; owns: boolean }> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const place = `${client.host}:${client.port}/${client.database}`;
  try {
    await client.connect();
    const { rows } = await client.query<{ login: string; version: number; encoding: string; owns: boolean }>(
      `select session_user as login, current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.migration')), true) as owns`,
    );
    const { login = '', version = 0, encoding = '', owns = false } = rows[0] ?? {};
    const major = Math.floor(version / 10_000);
    if (major < oldestMajor) throw new StartupError(`The database at ${place} is PostgreSQL ${major}: Beffroi needs PostgreSQL ${oldestMajor} or later.`);
    if (encoding !== 'UTF8') throw new StartupError(`The database at ${place} is encoded in ${encoding}: create one with "encoding 'UTF8'" and name it in ${variable}.`);
    return { login, owns };
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`The database of ${variable} (${place}) ${refusal(error, client)}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refusal(error: unknown, client: pg.Client): string {
  const code = errorCode(error);
  if (code === '28P01' || code === '28000') return `refuses the user "${client.user}": check the user and the password`;
  if (code === '3D000') return `does not exist on that server: create it first`;
  if (code === '42501') return `may not be used by "${client.user}": grant it CONNECT`;
  if (code === '53300') return `has no connection left: raise its max_connections or close other programs`;
  if (code === '57P03') return `is starting up or shutting down: try again in a moment`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `cannot be found: check the name of the host`;
  if (['ECONNREFUSED', 'ENOENT', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'].includes(code) || /timeout/.test(errorText(error))) {
    return `does not answer: check that PostgreSQL runs there and the host and port are right`;
  }
  return `refused the connection (${errorText(error).replace(/[.\s]+$/, '')}): check the address`;
}
