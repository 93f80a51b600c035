import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Says to a reader, and to the programs that look for lost secrets, what it is. */
const prefix = 'bft_';
const form = /^bft_[\w-]{49}$/;

// So that a token that was mistyped or cut is told from one that is unknown, without asking the database; it proves nothing.
const checksum = (text: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64url');
};

/** A new personal token: `bft_`, 256 bits of chance in base64url, and six characters of checksum. */
export const newToken = (): string => {
  const start = `${prefix}${randomBytes(32).toString('base64url')}`;
  return `${start}${checksum(start)}`;
};

/** What of a token is kept and looked up, its SHA-256: the time that takes says nothing of a token one does not have. Undefined where the text is none of ours. */
export const tokenHash = (text: string): Buffer | undefined => (form.test(text) && checksum(text.slice(0, -6)) === text.slice(-6) ? createHash('sha256').update(text).digest() : undefined);
