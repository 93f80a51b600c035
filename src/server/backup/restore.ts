import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type pg from 'pg';
import { applyMigrations, ensureRoles, migrations } from '../db/migrate.ts';
import { StartupError, errorText } from '../errors.ts';
import { type ArchiveEntry, readArchive } from './archive.ts';
import { type Content, contentDigest, Contents, entryNames, formatVersion, Manifest } from './format.ts';
import { connectPlain, fillTable, isEmpty, leftOut, savedTables, type Table, wholeOrNothing, withoutRules } from './store.ts';

/** `done` and `total` in bytes of the file. */
export type RestoreOptions = { passphrase?: string | undefined; progress?: ((done: number, total: number) => void) | undefined };
export type Restored = { manifest: Manifest; contents: Record<string, Content> };

/**
 * Fills an empty database from a backup, whole or not at all, in the state of the program that made it: the caller brings it
 * to this program's with `migrate`. `owner` will own the tables, `login` is the role the server signs in with.
 * Throws StartupError in one sentence: the database is not empty, the file is damaged, encrypted, or of a newer program.
 */
export const restoreBackup = async (owner: pg.ClientConfig, login: string, file: string, { passphrase, progress }: RestoreOptions = {}): Promise<Restored> => {
  const client = await connectPlain(owner);
  try {
    if (!(await isEmpty(client))) throw new StartupError('The database is not empty: a backup is restored into an empty data directory (BEFFROI_DATA) or an empty database (DATABASE_URL).');
    const total = (await stat(file).catch(() => undefined))?.size ?? 0;
    let read = 0;
    const entries = readArchive(file, passphrase, (bytes) => {
      read += bytes;
      progress?.(read, total);
    });
    try {
      const manifest = readManifest((await entries.next()).value as ArchiveEntry | undefined, file);
      const program = await fittingMigrations(manifest, file);
      await ensureRoles(client, login);
      return await wholeOrNothing(client, async () => {
        await applyMigrations(client, program);
        return { manifest, contents: await fill(client, manifest, entries, file) };
      });
    } finally {
      await entries.return(undefined);
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`The backup ${file} could not be restored, and nothing was: ${errorText(error)}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
};

const readManifest = (entry: ArchiveEntry | undefined, file: string): Manifest => {
  const value = entry?.name === entryNames.manifest ? (JSON.parse(entry.bytes.toString()) as { format?: unknown }) : undefined;
  if (typeof value?.format === 'number' && value.format > formatVersion) throw new StartupError(`The backup ${file} was made by a newer version of Beffroi: restore it with that version.`);
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw new StartupError(`The file ${file} is no backup of Beffroi.`);
  return manifest.data;
};

/** The migrations that make the tables as they were: the first of this program's, unaltered. */
const fittingMigrations = async (manifest: Manifest, file: string): Promise<Awaited<ReturnType<typeof migrations>>> => {
  const known = await migrations();
  for (const [index, { name, sha256 }] of manifest.migrations.entries()) {
    const ours = known[index];
    if (!ours || ours.name !== name)
      throw new StartupError(`The backup ${file} needs migration ${name}, which this version of Beffroi does not know: restore it with the version that made it (${manifest.program}) or a newer one.`);
    if (ours.sha256 !== sha256) throw new StartupError(`Migration ${name} is not the one the backup ${file} was made with: the program's files were altered. Install the released version again.`);
  }
  return known.slice(0, manifest.migrations.length);
};

const fill = async (client: pg.Client, manifest: Manifest, entries: AsyncGenerator<ArchiveEntry>, file: string): Promise<Record<string, Content>> => {
  const present = new Map((await savedTables(client, manifest.leftOut)).map((table) => [table.name, table.columns.join()]));
  const strange =
    // what this program always saves may not be missing, whatever the file says of itself
    manifest.leftOut.map((name) => ({ name })).find(({ name }) => !leftOut.includes(name)) ??
    manifest.tables.find((table) => present.get(table.name) !== table.columns.join()) ??
    [...present.keys()].map((name) => ({ name })).find(({ name }) => !manifest.tables.some((table) => table.name === name));
  if (strange) throw new StartupError(`The backup ${file} does not fit its own migrations at table ${strange.name}.`);
  const contents: Record<string, Content> = {};
  let told: Record<string, Content> | undefined;
  await withoutRules(client, manifest.tables, async () => {
    let open: { table: Table; close: () => Promise<Content>; take: (bytes: Buffer) => Promise<void> } | undefined;
    const close = async (): Promise<void> => {
      if (open) contents[open.table.name] = await open.close();
      open = undefined;
    };
    for await (const { name, bytes } of entries) {
      const tableName = /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1];
      if (tableName !== open?.table.name) await close();
      if (name === entryNames.contents) told = Contents.parse(JSON.parse(bytes.toString()));
      const table = manifest.tables.find((candidate) => candidate.name === tableName);
      if (!table) continue;
      open ??= openTable(client, table);
      await open.take(bytes);
    }
    await close();
  });
  for (const { name } of manifest.tables) {
    const found = contents[name] ?? contentDigest().result();
    if (found.rows !== told?.[name]?.rows || found.digest !== told[name].digest)
      throw new StartupError(`The backup ${file} is damaged at table ${name}: its rows are not those that were written. Use another one.`);
    contents[name] = found;
  }
  return contents;
};

const openTable = (client: pg.Client, table: Table) => {
  const digest = contentDigest();
  const copy: Writable = fillTable(client, table);
  const failed = finished(copy, { readable: false });
  failed.catch(() => undefined);
  return {
    table,
    take: async (bytes: Buffer): Promise<void> => {
      digest.add(bytes);
      if (!copy.write(bytes)) await Promise.race([once(copy, 'drain'), failed]);
    },
    close: async (): Promise<Content> => {
      copy.end();
      await failed;
      return digest.result();
    },
  };
};
