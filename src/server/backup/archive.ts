import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, type Header, pack } from 'tar-stream';
import { StartupError, errorCode } from '../errors.ts';
import { entryNames } from './format.ts';

const ageMagic = 'age-encryption.org/v1';

export type ArchiveWriter = {
  /** Adds a file; resolves when there is room for the next. */
  add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Writes the checksums of all files and ends; resolves when all is on the disk. */
  end: () => Promise<void>;
  /** Gives up; resolves when the file, left as far as it came, is closed. */
  abandon: () => Promise<void>;
};

/**
 * A new archive: tar, compressed with zstd, encrypted in the age format where a passphrase is given. So `age -d FILE | tar --zstd -x`
 * opens one without this program, and `sha256sum -c SHA256SUMS` checks it.
 */
export const createArchive = (file: string, passphrase: string | undefined): ArchiveWriter => {
  const tar = pack();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 1 << 20 });
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const given = new AbortController();
  // One pipeline: whatever breaks, all of it is closed, and `written` alone tells why.
  const written =
    passphrase === undefined
      ? pipeline(Readable.from(tar), compress, target, { signal: given.signal })
      : pipeline(Readable.from(tar), compress, (source) => encrypted(source as AsyncIterable<Uint8Array>, passphrase), target, { signal: given.signal });
  // the reason is told by whoever waits for room, or by end()
  written.catch(() => undefined);
  const sums: string[] = [];
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    sums.push(checksumLine(name, bytes));
    const taken = new Promise<void>((resolve, reject) => {
      tar.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(0) }, (error) => (error ? reject(error) : resolve())).end(bytes);
    });
    // where the pipeline broke the tar says only that it is closed
    const reason = taken.catch((error: Error) => {
      tar.destroy(error);
      return written;
    });
    await Promise.race([reason, written]);
  };
  return {
    add,
    end: async () => {
      await add(entryNames.checksums, Buffer.from(sums.join('')));
      tar.finalize();
      await written;
    },
    abandon: async () => {
      given.abort();
      target.destroy();
      if (!target.closed) await once(target, 'close').catch(() => undefined);
    },
  };
};

async function* encrypted(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const plain = Readable.toWeb(Readable.from(source)) as unknown as globalThis.ReadableStream<Uint8Array>;
  yield* (await encrypter.encrypt(plain)) as unknown as ReadableStream<Uint8Array>;
}

export type ArchiveEntry = { name: string; bytes: Buffer };

/** No entry of ours is larger: what claims to be is refused before it fills the memory. */
export const entryLimit = 8 * 1024 * 1024;

/**
 * Reads an archive entry by entry, in the order in which they were written. `onRead` hears how many bytes of the file were read.
 * At the end the checksums are compared. Throws StartupError: no such file, no backup of ours, passphrase missing or wrong,
 * damaged, ended too early.
 */
export async function* readArchive(file: string, passphrase: string | undefined, onRead: (bytes: number) => void): AsyncGenerator<ArchiveEntry> {
  const encryptedFile = await isEncrypted(file);
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  source.on('data', (chunk) => onRead(chunk.length));
  source.pause();
  const plain = encryptedFile ? await decrypted(source, passphrase, file) : source;
  const tar = extract();
  const feeding = pipeline(plain, createZstdDecompress(), tar);
  feeding.catch((error: unknown) => tar.destroy(error as Error));
  const sums: string[] = [];
  let listed: string | undefined;
  try {
    for await (const entry of tar as AsyncIterable<Readable & { header: Header }>) {
      const { name, size = 0 } = entry.header;
      if (size > entryLimit) throw new Error('an entry is too large');
      const bytes = Buffer.concat(await Array.fromAsync(entry as AsyncIterable<Buffer>));
      if (name === entryNames.checksums) {
        listed = bytes.toString();
      } else {
        yield { name, bytes };
        sums.push(checksumLine(name, bytes));
      }
    }
    await feeding;
  } catch (error) {
    throw damaged(file, error);
  } finally {
    source.destroy();
    tar.destroy();
  }
  if (listed === undefined) throw new StartupError(`The backup ${file} ends too early: it was not written to its end, or was cut. Use another one.`);
  if (sums.join('') !== listed) throw damaged(file);
}

const checksumLine = (name: string, bytes: Uint8Array): string => `${hash('sha256', bytes, 'hex')}  ${name}\n`;

/** True for a file in the age format. Throws StartupError when it cannot be read or is no backup at all. */
const isEncrypted = async (file: string): Promise<boolean> => {
  let start: Buffer;
  try {
    const handle = await open(file);
    try {
      start = (await handle.read(Buffer.alloc(32), 0, 32, 0)).buffer;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = errorCode(error) === 'ENOENT' ? 'does not exist' : errorCode(error) === 'EACCES' ? 'may not be read by this account' : `cannot be read (${errorCode(error)})`;
    throw new StartupError(`The backup ${file} ${reason}.`, { cause: error });
  }
  if (start.toString('latin1').startsWith(ageMagic)) return true;
  if (start.readUInt32LE(0) !== 0xfd_2f_b5_28) throw new StartupError(`The file ${file} is no backup of Beffroi.`);
  return false;
};

const decrypted = async (source: Readable, passphrase: string | undefined, file: string): Promise<Readable> => {
  if (passphrase === undefined) throw new StartupError(`The backup ${file} is encrypted: give its passphrase in BEFFROI_BACKUP_PASSPHRASE or with --passphrase-file.`);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return Readable.fromWeb((await decrypter.decrypt(Readable.toWeb(source) as unknown as globalThis.ReadableStream<Uint8Array>)) as unknown as ReadableStream<Uint8Array>);
  } catch (cause) {
    throw new StartupError(`The passphrase does not open the backup ${file}: it was made with another one, or the file is damaged.`, { cause });
  }
};

const damaged = (file: string, cause?: unknown): StartupError =>
  new StartupError(`The backup ${file} is damaged: its content is not what was written. Use another one.`, cause === undefined ? {} : { cause });
