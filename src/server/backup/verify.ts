import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../db/embedded.ts';
import { StartupError } from '../errors.ts';
import { type Content, contentDigest, type Manifest } from './format.ts';
import { type Restored, restoreBackup } from './restore.ts';
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
export const verifyBackup = async (file: string, options: { passphrase?: string | undefined; scratch: string; progress?: ((done: number, total: number) => void) | undefined }): Promise<Verified> => {
  await mkdir(options.scratch, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(options.scratch, 'verify-'));
  try {
    const cluster = await startEmbedded(folder);
    try {
      const { manifest, contents } = await restoreBackup(cluster.owner, 'beffroi_server', file, options);
      await compare(cluster.owner, contents, file);
      return { manifest, rows: Object.values(contents).reduce((sum, { rows }) => sum + rows, 0) };
    } finally {
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const compare = async (owner: pg.ClientConfig, expected: Restored['contents'], file: string): Promise<void> => {
  const found = await databaseContents(owner);
  const different = Object.keys(expected).filter((name) => found[name]?.digest !== expected[name]?.digest || found[name]?.rows !== expected[name]?.rows);
  if (different.length > 0) throw new StartupError(`The backup ${file} does not come back as it was written: ${different.join(', ')}.`);
  const client = await connectPlain(owner);
  const faults = await auditFaults(client).finally(() => client.end());
  if (faults > 0) throw new StartupError(`The backup ${file} comes back as it was written, but its audit trail has ${faults} fault${faults === 1 ? '' : 's'}: see "audit verify".`);
};
