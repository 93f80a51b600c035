import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../server/config.ts';
import { type Prepared, prepareDatabase } from '../server/start.ts';
import { StartupError } from '../server/errors.ts';

/**
 * The configuration of a command. One that `creates` may make the database it works on; for the others an absent one is a mistake in the
 * environment, and an empty one made in its stead would hide it. Throws StartupError: no database there, or the data directory of another account,
 * in which root would leave files that the server cannot touch.
 */
export const commandConfig = (creates: boolean): Config => {
  const config = readConfig(process.env);
  const { dataDirectory, databaseUrl } = config;
  const self = process.geteuid?.();
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory).uid : self;
  if (self === 0 && owner !== 0) throw new StartupError(`${dataDirectory} belongs to another account (number ${owner}): run this command as that account.`);
  if (!creates && !databaseUrl && !existsSync(join(dataDirectory, 'postgres')))
    throw new StartupError(`There is no database in ${dataDirectory}: give the command the server's own environment (BEFFROI_DATA, or DATABASE_URL and DATABASE_OWNER_URL).`);
  return config;
};

/** Runs a command on the database, and closes it whatever happens. The command line is the operator's: it names the centre it works in. */
export const withDatabase = async <T>(work: (prepared: Prepared) => Promise<T>, { creates = false } = {}): Promise<T> => {
  const prepared = await prepareDatabase(commandConfig(creates), 'command');
  try {
    return await work(prepared);
  } finally {
    await prepared.close();
  }
};

/** One query with the owner's rights, beyond any centre's scope: for what the operator of the whole installation may ask. */
export const asOwner = async <T>(prepared: Prepared, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(prepared.database.owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The id of a centre by its short name, or undefined. */
export const findOrganizationId = (prepared: Prepared, slug: string): Promise<string | undefined> =>
  asOwner(prepared, async (client) => (await client.query<{ id: string }>('SELECT id FROM organization WHERE slug = $1', [slug])).rows[0]?.id);

/** The id of a centre by its short name. Throws StartupError with the names there are. */
export const organizationId = async (prepared: Prepared, slug: string): Promise<string> => {
  const id = await findOrganizationId(prepared, slug);
  if (id) return id;
  const known = await asOwner(prepared, async (client) => (await client.query<{ slug: string }>('SELECT slug FROM organization ORDER BY slug LIMIT 12')).rows.map((row) => row.slug));
  throw new StartupError(`There is no centre "${slug}" here. ${known.length > 0 ? `There are: ${known.join(', ')}${known.length === 12 ? '…' : ''}.` : 'There is none yet: import a workbook first.'}`);
};
