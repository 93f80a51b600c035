import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { Tx } from './database.ts';
import { refuseStale } from './records.ts';

declare module './database.ts' {
  interface Tables {
    file: { organizationId: string; id: string; sha256: Buffer; name: string; mediaType: string; size: number; createdAt: Generated<Date>; version: Generated<number> };
    fileChunk: { organizationId: string; sha256: Buffer; number: number; bytes: Buffer };
  }
}

export type StoredFile = { id: string; name: string; mediaType: string; size: number; sha256: string };

const chunkSize = 256 * 1024;

// Who adds a name to content must not meet who takes its last name away: the bytes would go with it.
const holdContent = (tx: Tx, organizationId: string, sha256: Buffer) => sql`SELECT pg_advisory_xact_lock(hashtextextended(${`file ${organizationId} ${sha256.toString('hex')}`}, 0))`.execute(tx);

/** Writes a file's bytes once per centre, whatever the number of its names, and its row. */
export const insertFile = async (tx: Tx, organizationId: string, file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<StoredFile> => {
  const { name, mediaType, bytes } = file;
  const sha256 = createHash('sha256').update(bytes).digest();
  await holdContent(tx, organizationId, sha256);
  for (let number = 0; number * chunkSize < bytes.length; number += 1) {
    const part = Buffer.from(bytes.subarray(number * chunkSize, (number + 1) * chunkSize));
    await tx
      .insertInto('fileChunk')
      .values({ organizationId, sha256, number, bytes: part })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const id = newId();
  await tx.insertInto('file').values({ organizationId, id, sha256, name, mediaType, size: bytes.length }).execute();
  return { id, name, mediaType, size: bytes.length, sha256: sha256.toString('hex') };
};

export const findFile = async (tx: Tx, organizationId: string, id: string): Promise<StoredFile | undefined> =>
  tx
    .selectFrom('file')
    .select(['id', 'name', 'mediaType', 'size', sql<string>`encode(sha256, 'hex')`.as('sha256')])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();

export const findChunk = async (tx: Tx, organizationId: string, sha256: string, number: number): Promise<Buffer | undefined> =>
  (await tx.selectFrom('fileChunk').select('bytes').where('organizationId', '=', organizationId).where('sha256', '=', Buffer.from(sha256, 'hex')).where('number', '=', number).executeTakeFirst())
    ?.bytes;

/** Takes a file away, and its bytes when no other name holds them. */
export const removeFile = async (tx: Tx, organizationId: string, id: string): Promise<void> => {
  const removed = await tx.deleteFrom('file').where('organizationId', '=', organizationId).where('id', '=', id).returning('sha256').executeTakeFirst();
  if (!removed) return;
  await holdContent(tx, organizationId, removed.sha256);
  await sql`DELETE FROM file_chunk c WHERE c.organization_id = ${organizationId} AND c.sha256 = ${removed.sha256}
    AND NOT EXISTS (SELECT FROM file f WHERE f.organization_id = c.organization_id AND f.sha256 = c.sha256)`.execute(tx);
};

/** Tables of a centre whose records carry one file, in `fileId`. */
export type FiledTable = 'inspection' | 'networkNotice' | 'supplierContract' | 'floorPlan' | 'deviceErasure' | 'disposal' | 'software';

/** The file of a record, undefined where the centre has no such record. */
export const fileIdOf = async (tx: Tx, table: FiledTable, organizationId: string, id: string): Promise<{ fileId: string | null } | undefined> =>
  tx.selectFrom(table).select('fileId').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** Gives a record its file, in the place of the one before, or takes it away. Throws resourceNotFound or staleVersion. */
export const setFileOf = async (tx: Tx, table: FiledTable, organizationId: string, id: string, version: number, fileId: string | null): Promise<void> => {
  const before = await tx.selectFrom(table).select('fileId').where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst();
  const updated = await tx.updateTable(table).set({ fileId }).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, table, organizationId, id, version);
  if (before?.fileId) await removeFile(tx, organizationId, before.fileId);
};
