import { mkdir, mkdtemp, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../db/embedded.ts';
import { findRunning, stopPostmaster } from '../db/postmaster.ts';
import { StartupError } from '../errors.ts';
import { type Content, contentDigest, type Manifest } from './format.ts';
import { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';
import { auditFaults, connectPlain, leftOut, readTable, savedTables, takeSnapshot } from './store.ts';

export type Verified = { manifest: Manifest; rows: number };

/** The content of every table of a database but some; without a word, of those that a backup holds. */
export const databaseContents = async (owner: pg.ClientConfig, without: readonly string[] = leftOut): Promise<Record<string, Content>> => {
  const client = await connectPlain(owner);
  try {
    await takeSnapshot(client);
    const contents: Record<string, Content> = {};
    for (const table of await savedTables(client, without)) {
      const digest = contentDigest();
      for await (const piece of readTable(client, table) as AsyncIterable<Buffer>) digest.add(piece);
      contents[table.name] = digest.result();
    }
    return contents;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * Proves that a backup can be restored: does so in a PostgreSQL of its own in a new folder within `scratch`, reads every table back
 * and compares it, checks the audit trail, and removes the folder. The database in use is not touched.
 * Throws StartupError in one sentence that names the table or what is wrong with the file.
 */
export const verifyBackup = (file: string, options: RestoreOptions & { scratch: string }): Promise<Verified> => withTrialFolder(options.scratch, (folder) => verifyBackupIn(folder, file, options));

/** `verifyBackup` in a folder that is there and empty, and stays. */
export const verifyBackupIn = async (folder: string, file: string, options: RestoreOptions): Promise<Verified> => {
  const cluster = await startEmbedded(folder);
  try {
    const { manifest, contents } = await restoreBackup(cluster.owner, 'beffroi_server', file, options);
    await compare(cluster.owner, contents, file);
    return { manifest, rows: Object.values(contents).reduce((sum, { rows }) => sum + rows, 0) };
  } finally {
    await cluster.stop();
  }
};

const trialPrefix = 'verify-';
/** A trial that begins has no PostgreSQL yet: a folder without one is left over when it is older. */
const beginning = 600_000;

/** Runs `work` with a new folder in `scratch` and removes it, with the PostgreSQL that a thread ended early has left running in it. Others' folders stay. */
export const withTrialFolder = async <T>(scratch: string, work: (folder: string) => Promise<T>): Promise<T> => {
  await removeLeftTrials(scratch);
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  // PostgreSQL is known by its folder, which the system names without links
  const folder = await realpath(await mkdtemp(join(scratch, trialPrefix)));
  try {
    return await work(folder);
  } finally {
    const running = await findRunning(join(folder, 'postgres'));
    if (running) await stopPostmaster(join(folder, 'postgres'), running.pid);
    await removeFolder(folder);
    await rmdir(scratch).catch(() => undefined);
  }
};

/** Removes what processes that died have left in `scratch`: the trials that nobody is making any more. */
export const removeLeftTrials = async (scratch: string): Promise<void> => {
  const root = await realpath(scratch).catch(() => scratch);
  const names = (await readdir(root).catch(() => [])).filter((name) => name.startsWith(trialPrefix));
  for (const folder of names.map((name) => join(root, name))) await removeLeftTrial(folder).catch(() => undefined);
  await rmdir(root).catch(() => undefined);
};

const removeLeftTrial = async (folder: string): Promise<void> => {
  const cluster = join(folder, 'postgres');
  if (await findRunning(cluster)) {
    // joined and left again, it stops where nobody else is in it
    await (await startEmbedded(folder)).stop();
    if (await findRunning(cluster)) return;
  } else if ((await stat(folder)).mtimeMs > Date.now() - beginning) return;
  await removeFolder(folder);
};

/** A program that was just ended may write its last file while its folder is removed. */
const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

const compare = async (owner: pg.ClientConfig, expected: Restored['contents'], file: string): Promise<void> => {
  const found = await databaseContents(owner);
  const different = Object.keys(expected).filter((name) => found[name]?.digest !== expected[name]?.digest || found[name]?.rows !== expected[name]?.rows);
  if (different.length > 0) throw new StartupError(`The backup ${file} does not come back as it was written: ${different.join(', ')}.`);
  const client = await connectPlain(owner);
  const faults = await auditFaults(client).finally(() => client.end());
  if (faults > 0) throw new StartupError(`The backup ${file} comes back as it was written, but its audit trail has ${faults} fault${faults === 1 ? '' : 's'}: see "audit verify".`);
};
