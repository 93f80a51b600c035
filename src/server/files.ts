import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Problem } from '../kernel/problem.ts';
import type { Database, Scope, Tx } from './db/database.ts';
import { findChunk, findFile, insertFile, type StoredFile } from './db/files.ts';

/** The largest file the database takes, in bytes. */
export const fileLimit = 25 * 1024 * 1024;

/** Stores a file of a centre. Throws payloadTooLarge above the limit; nothing is written then. */
export const storeFile = async (tx: Tx, organizationId: string, file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<StoredFile> => {
  if (file.bytes.length > fileLimit) throw new Problem('payloadTooLarge');
  return insertFile(tx, organizationId, file);
};

/**
 * Opens a file of the scope for reading: one chunk in memory at a time, no connection held between two. Throws resourceNotFound;
 * the stream ends in an error where the bytes are no longer those that were stored.
 */
export const openFile = async (db: Database, scope: Scope, organizationId: string, id: string): Promise<StoredFile & { stream: Readable }> => {
  const file = await db.tx(scope, (tx) => findFile(tx, organizationId, id));
  if (!file) throw new Problem('resourceNotFound');
  return { ...file, stream: Readable.from(chunks(db, scope, organizationId, file), { objectMode: false }) };
};

/** A whole file in memory, checked. */
export const readFileBytes = async (db: Database, scope: Scope, organizationId: string, id: string): Promise<StoredFile & { bytes: Buffer }> => {
  const { stream, ...file } = await openFile(db, scope, organizationId, id);
  return { ...file, bytes: Buffer.concat(await stream.toArray()) };
};

async function* chunks(db: Database, scope: Scope, organizationId: string, file: StoredFile): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let read = 0;
  for (let number = 0; read < file.size; number += 1) {
    const bytes = await db.tx(scope, (tx) => findChunk(tx, organizationId, file.sha256, number));
    if (!bytes) break;
    hash.update(bytes);
    read += bytes.length;
    yield bytes;
  }
  if (read !== file.size || hash.digest('hex') !== file.sha256) throw new Error(`The file ${file.id} is damaged`);
}

/** The headers of a download: always an attachment, never opened in the page. `name` is ASCII. */
export const attachment = (name: string, size?: number): Record<string, string> => ({
  'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
  ...(size === undefined ? {} : { 'content-length': String(size) }),
});
