import { hash } from 'node:crypto';
import { z } from 'zod';

/** Raised when a program of before could not read what is written now. */
export const formatVersion = 1;

/** Entries of the archive, in this order; between them `tables/<table>/<number>.copy`. */
export const entryNames = { manifest: 'manifest.json', contents: 'contents.json', checksums: 'SHA256SUMS' };
export const partName = (table: string, number: number): string => `tables/${table}/${String(number).padStart(6, '0')}.copy`;

/** What stands first: what is to come, and what the database must be to take it. */
export const Manifest = z.object({
  format: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  /** `package.json` of the program that made it. */
  program: z.string(),
  /** As PostgreSQL says it of itself. */
  postgresql: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
  /** Tables whose rows are not in it, on purpose. */
  leftOut: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** The rows of a table: how many, and a digest that does not depend on their order. */
export type Content = { rows: number; digest: string };
export const Contents = z.record(z.string(), z.object({ rows: z.int(), digest: z.string() }));

/**
 * Takes COPY text as it comes, in pieces cut anywhere, and keeps what two databases can be compared by: each row's SHA-256,
 * all of them combined by exclusive or, since the order of rows is the business of the engine.
 */
export const contentDigest = (): { add: (piece: Buffer) => void; result: () => Content } => {
  const combined = Buffer.alloc(32);
  let begun: Buffer[] = [];
  let rows = 0;
  const addRow = (row: Buffer): void => {
    const digest = hash('sha256', row, 'buffer');
    for (let at = 0; at < 32; at += 4) combined.writeInt32LE(combined.readInt32LE(at) ^ digest.readInt32LE(at), at);
    rows += 1;
  };
  return {
    add: (piece) => {
      let start = 0;
      // a line feed inside a value is written as \n: each one that is there ends a row
      for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
        const tail = piece.subarray(start, end);
        addRow(begun.length === 0 ? tail : Buffer.concat([...begun, tail]));
        begun = [];
        start = end + 1;
      }
      if (start < piece.length) begun.push(Buffer.from(piece.subarray(start)));
    },
    result: () => ({ rows, digest: combined.toString('hex') }),
  };
};
