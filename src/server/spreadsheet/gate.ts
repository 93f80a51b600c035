import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import yazl from 'yazl';
import { SpreadsheetError } from './error.ts';

const megabyte = 1024 * 1024;
/** What a workbook may hold; bytes are counted as they come out of decompression, whatever the file declares. */
export const gateLimits = { fileBytes: 32 * megabyte, entryBytes: 64 * megabyte, totalBytes: 128 * megabyte, entries: 2000 };
export type GateLimits = typeof gateLimits;

const startsWith = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** A legacy binary workbook and an encrypted one share the OLE container; only the second holds an `EncryptedPackage` stream. */
const refuseOtherFormats = (bytes: Buffer): void => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SpreadsheetError('protected');
    throw new SpreadsheetError('notXlsx', { found: 'xls' });
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new SpreadsheetError('notXlsx', { found: 'pdf' });
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new SpreadsheetError('notXlsx');
};

const inflate = async (zip: ZipFile, entry: Entry, allowed: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    // Leaving the loop destroys the stream: nothing more is decompressed.
    if (size > allowed) throw new SpreadsheetError('tooLarge', { part: entry.fileName, megabytes: Math.floor(allowed / megabyte) });
    chunks.push(chunk as Buffer);
  }
  const content = Buffer.concat(chunks, size);
  if (crc32(content) !== entry.crc32) throw new SpreadsheetError('damaged', { part: entry.fileName });
  return content;
};

/** Parts that say nothing about cell values (drawings, comments, macros, pictures) are counted and dropped. */
const isKept = (name: string): boolean => /\.(xml|rels)$/i.test(name) && !name.startsWith('xl/worksheets/_rels/');

/**
 * The parser makes something of any text; a part cut in its middle, or in another encoding, it would read as one with fewer rows or none.
 * True when the element that opens the part closes it at its end.
 */
const isWhole = (content: Buffer): boolean => {
  if (content.includes(0) || !isUtf8(content)) return false;
  const head = content.toString('latin1', 0, 65_536).replace(/^\xef\xbb\xbf/, '');
  const root = /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-[^-])*-->)*<([^\s<>/?!]+)/.exec(head)?.[1];
  const tail = content.toString('latin1', Math.max(0, content.length - 1024)).trimEnd();
  return root !== undefined && (tail.endsWith(`</${root}>`) || /^<[^<>]*\/>$/.test(head.slice(head.lastIndexOf(`<${root}`)).trimEnd()));
};

const collect = async (bytes: Buffer, limits: GateLimits): Promise<Map<string, Buffer>> => {
  // Sizes are not checked against the header by the library: we count ourselves, so that a lying header is named "too large" and not "damaged".
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: false, strictFileNames: true });
  const parts = new Map<string, Buffer>();
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new SpreadsheetError('protected');
    if (names.size >= limits.entries) throw new SpreadsheetError('tooLarge', { parts: limits.entries });
    // Two parts of one name: another reader could see the one that was not counted.
    if (names.has(entry.fileName)) throw new SpreadsheetError('damaged', { part: entry.fileName });
    names.add(entry.fileName);
    const content = await inflate(zip, entry, Math.min(limits.entryBytes, limits.totalBytes - total));
    total += content.length;
    if (!isKept(entry.fileName)) continue;
    // OOXML forbids document type declarations; refusing them closes the door to entity tricks.
    if (content.includes('<!DOCTYPE') || (entry.fileName.startsWith('xl/') && !isWhole(content))) throw new SpreadsheetError('damaged', { part: entry.fileName });
    parts.set(entry.fileName, content);
  }
  return parts;
};

/** Parts that the workbook names and the archive does not hold: the parser leaves out the texts or the formats of dates that stood there, without a word. */
const missingParts = (parts: Map<string, Buffer>): string[] => {
  const present = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString() ?? '';
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([relation]) => {
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1];
    if (target === undefined || !/\/(?:worksheet|sharedStrings|styles)"/.test(relation)) return [];
    const name = posix.join('/xl', target.startsWith('/') ? posix.join('..', target) : target).slice(1);
    return present.has(name.toLowerCase()) ? [] : [name];
  });
};

const repack = async (parts: Map<string, Buffer>): Promise<Uint8Array> => {
  const zip = new yazl.ZipFile();
  for (const [name, content] of parts) zip.addBuffer(content, name, { compress: false, mtime: new Date(0) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/**
 * Lets only a sound, reasonably sized XLSX through, and returns it as a new uncompressed archive of the parts that
 * carry cells: what a parser then opens is exactly what was counted here.
 * Throws a SpreadsheetError: notXlsx, protected, tooLarge or damaged.
 */
export const passGate = async (input: Uint8Array, limits: GateLimits = gateLimits): Promise<Uint8Array> => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  refuseOtherFormats(bytes);
  if (bytes.length > limits.fileBytes) throw new SpreadsheetError('tooLarge', { megabytes: Math.floor(limits.fileBytes / megabyte) });
  let parts: Map<string, Buffer>;
  try {
    parts = await collect(bytes, limits);
  } catch (error) {
    if (error instanceof SpreadsheetError) throw error;
    throw new SpreadsheetError('damaged');
  }
  const types = parts.get('[Content_Types].xml');
  if (!types) throw new SpreadsheetError('notXlsx', { found: 'zip' });
  if (!types.includes('spreadsheetml') || types.includes('sheet.binary.macroEnabled')) throw new SpreadsheetError('notXlsx', { found: types.includes('wordprocessingml') ? 'docx' : 'zip' });
  const [missing] = missingParts(parts);
  if (missing !== undefined) throw new SpreadsheetError('damaged', { part: missing });
  return repack(parts);
};
