import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type pg from 'pg';
import { StartupError, errorCode, errorText } from '../errors.ts';
import { type ArchiveWriter, createArchive } from './archive.ts';
import { type Content, contentDigest, entryNames, formatVersion, type Manifest, partName } from './format.ts';
import { connectPlain, describeDatabase, estimatedRows, leftOut, takeSnapshot, readTable, savedTables, type Table } from './store.ts';

export type BackupSummary = { madeAt: string; bytes: number; tables: number; rows: number; encrypted: boolean };
export type BackupOptions = {
  passphrase?: string | undefined;
  /** In rows; the total is what the engine last counted, or what was done where that is more. */
  progress?: ((done: number, total: number) => void) | undefined;
  /** Sessions and links too: for a file that does not outlive its use. */
  whole?: boolean;
};

const partSize = 4 * 1024 * 1024;

/**
 * Writes the whole database of `owner` (the role that owns the tables) into one file, from one snapshot, while others read and write.
 * The file takes its place when it is complete and on the disk: under its name there is never half a backup. Mode 0600.
 * Throws StartupError in one sentence: a file of that name exists, the disk is full, the folder does not exist or cannot be written, nothing to save.
 */
export const writeBackup = async (owner: pg.ClientConfig, file: string, { passphrase, progress, whole = false }: BackupOptions = {}): Promise<BackupSummary> => {
  // of its own for each writer: two that write one file do not disturb each other, and the first to be ready gets the name
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.unfinished`;
  await refuseExisting(file);
  let archive: ArchiveWriter | undefined;
  const client = await connectPlain(owner);
  try {
    await takeSnapshot(client);
    const manifest = await manifestOf(client, whole ? [] : leftOut);
    archive = createArchive(unfinished, passphrase);
    await archive.add(entryNames.manifest, json(manifest));
    const contents: Record<string, Content> = {};
    const total = await estimatedRows(client);
    let rows = 0;
    for (const table of manifest.tables) {
      const content = await writeTable(client, archive, table, (counted) => progress?.(rows + counted, Math.max(total, rows + counted)));
      contents[table.name] = content;
      rows += content.rows;
    }
    await archive.add(entryNames.contents, json(contents));
    await archive.end();
    await publish(unfinished, file);
    await syncFolder(dirname(file));
    return { madeAt: manifest.madeAt, tables: manifest.tables.length, rows, bytes: (await stat(file)).size, encrypted: passphrase !== undefined };
  } catch (error) {
    await archive?.abandon();
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw writeFailure(error, file);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const manifestOf = async (client: pg.Client, without: readonly string[]): Promise<Manifest> => {
  const { postgresql, migrations } = await describeDatabase(client);
  if (migrations.length === 0) throw new StartupError('There is nothing to back up: Beffroi was never started on this database.');
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  return { format: formatVersion, madeAt: new Date().toISOString(), program: version, postgresql, migrations, tables: await savedTables(client, without), leftOut: [...without] };
};

const writeTable = async (client: pg.Client, archive: ArchiveWriter, table: Table, progress: (rows: number) => void): Promise<Content> => {
  const digest = contentDigest();
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = async (): Promise<void> => {
    number += 1;
    await archive.add(partName(table.name, number), Buffer.concat(held));
    held = [];
    size = 0;
    progress(digest.result().rows);
  };
  for await (const piece of readTable(client, table) as AsyncIterable<Buffer>) {
    digest.add(piece);
    held.push(piece);
    size += piece.length;
    if (size >= partSize) await flush();
  }
  if (size > 0) await flush();
  return digest.result();
};

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

const refuseExisting = async (file: string): Promise<void> => {
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new StartupError(`${file} exists already: name another file.`);
};

/** Gives a complete file its name, never over another: by a second link, which the system refuses where the name is taken; on a disk that knows no links by renaming. */
const publish = async (unfinished: string, file: string): Promise<void> => {
  try {
    await link(unfinished, file);
  } catch (error) {
    await refuseExisting(file);
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error))) throw error;
    return rename(unfinished, file);
  }
  await rm(unfinished);
};

/** A name is on the disk once its folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
};

/** Why `file`, or the folder it belongs in, could not be written, in one sentence. */
export const writeFailure = (error: unknown, file: string): StartupError => {
  if (error instanceof StartupError) return error;
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota of this account is used up',
    EACCES: 'this account may not write there',
    EPERM: 'this account may not write there',
    EROFS: 'that file system is read-only',
    ENOENT: `the folder ${dirname(file)} does not exist: make it, or mount its disk`,
    ENOTDIR: `${dirname(file)} is not a folder`,
    EEXIST: `${dirname(file)} is not a folder`,
  };
  return new StartupError(`The backup ${file} cannot be written: ${reasons[errorCode(error)] ?? errorText(error)}.`, { cause: error });
};
