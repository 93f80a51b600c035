import { crc32, inflateSync } from 'node:zlib';
import yauzl from 'yauzl';
import { invalidInput, Problem } from '../kernel/problem.ts';

/** Files that people may leave with us, told by their content and never by their name; the ending each is given. */
export const fileKinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const;
export type FileKind = keyof typeof fileKinds;

const megabyte = 1024 * 1024;
/** What an archive may hold once unpacked, counted as it comes out, whatever it declares. */
const archiveLimits = { entries: 5000, entryBytes: 100 * megabyte, totalBytes: 200 * megabyte };
/** What the compressed objects of a PDF may hold in all. */
const objectBytes = 64 * megabyte;

/**
 * What a file is, by its content. Throws badRequest on `file`: `fileOfOtherKind` (a program, an old .doc, an archive: only the kinds asked for pass),
 * `fileDamaged` (cut short, or not what its head says), `fileProtected` (encrypted: nobody could check what it does), `fileHasMacros`,
 * `fileHasScript` (a PDF with JavaScript or that starts a program), `fileHasEmbedded` (files inside the file), `fileTooLargeInside`.
 */
export const fileKindOf = async (bytes: Buffer, accepted: readonly FileKind[]): Promise<FileKind> => {
  const kind = await inspect(bytes);
  if (!kind || !accepted.includes(kind)) throw invalidInput('file', 'fileOfOtherKind');
  return kind;
};

const startsWith = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

const inspect = async (bytes: Buffer): Promise<FileKind | undefined> => {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
    checkPdf(bytes);
    return 'pdf';
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    if (!bytes.subarray(-12).includes('IEND')) throw invalidInput('file', 'fileDamaged');
    return 'png';
  }
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
    if (!bytes.subarray(-4096).includes(Buffer.from([0xff, 0xd9]))) throw invalidInput('file', 'fileDamaged');
    return 'jpg';
  }
  return undefined;
};

/** What a PDF says in its objects, streams of pages and pictures left out, names written out (`/J#53` is `/JS`). */
const pdfObjects = (bytes: Buffer): string => {
  const text = bytes.toString('latin1');
  const said: string[] = [];
  let room = objectBytes;
  let at = 0;
  for (;;) {
    const begin = text.indexOf('stream', at);
    const end = begin < 0 ? -1 : text.indexOf('endstream', begin + 6);
    if (end < 0) break;
    const head = text.slice(at, begin);
    said.push(head);
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')));
    if (dictionary.includes('/ObjStm')) {
      const start = begin + 6 + (text[begin + 6] === '\r' ? 2 : 1);
      try {
        const inner = /\/Filter\b/.test(dictionary) ? inflateSync(bytes.subarray(start, end), { maxOutputLength: room, finishFlush: 2 }) : bytes.subarray(start, end);
        room -= inner.length;
        said.push(inner.toString('latin1'));
      } catch (error) {
        throw invalidInput('file', (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'fileTooLargeInside' : 'fileDamaged');
      }
    }
    at = end + 9;
  }
  said.push(text.slice(at));
  return said.join('\n').replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
};

const checkPdf = (bytes: Buffer): void => {
  const tail = bytes.subarray(-2048).toString('latin1');
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) throw invalidInput('file', 'fileDamaged');
  const objects = pdfObjects(bytes);
  const names = (...of: string[]): boolean => new RegExp(`/(?:${of.join('|')})(?![A-Za-z0-9])`).test(objects);
  if (names('Encrypt')) throw invalidInput('file', 'fileProtected');
  if (names('JavaScript', 'JS', 'Launch')) throw invalidInput('file', 'fileHasScript');
  if (names('EmbeddedFiles?', 'RichMedia')) throw invalidInput('file', 'fileHasEmbedded');
};

const unpack = async (bytes: Buffer): Promise<{ names: string[]; types: string }> => {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: false, strictFileNames: true });
  const names: string[] = [];
  let types = '';
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw invalidInput('file', 'fileProtected');
    names.push(entry.fileName);
    if (names.length > archiveLimits.entries) throw invalidInput('file', 'fileTooLargeInside');
    const chunks: Buffer[] = [];
    let size = 0;
    let sum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length;
      total += (chunk as Buffer).length;
      // Leaving the loop destroys the stream: nothing more is unpacked.
      if (size > archiveLimits.entryBytes || total > archiveLimits.totalBytes) throw invalidInput('file', 'fileTooLargeInside');
      sum = crc32(chunk as Buffer, sum);
      if (entry.fileName === '[Content_Types].xml') chunks.push(chunk as Buffer);
    }
    if (sum !== entry.crc32) throw invalidInput('file', 'fileDamaged');
    if (chunks.length > 0) types = Buffer.concat(chunks).toString('utf8');
  }
  return { names, types };
};

const officeKind = async (bytes: Buffer): Promise<FileKind | undefined> => {
  const { names, types } = await unpack(bytes).catch((error: unknown) => {
    throw error instanceof Problem ? error : invalidInput('file', 'fileDamaged');
  });
  if (/macroEnabled/i.test(types) || names.some((name) => /vbaProject|vbaData/i.test(name))) throw invalidInput('file', 'fileHasMacros');
  if (names.some((name) => /\/(?:embeddings|activeX)\//i.test(name))) throw invalidInput('file', 'fileHasEmbedded');
  if (types.includes('wordprocessingml.document.main+xml') && names.includes('word/document.xml')) return 'docx';
  if (types.includes('spreadsheetml.sheet.main+xml') && names.includes('xl/workbook.xml')) return 'xlsx';
  return undefined;
};

/** The name under which a file is kept: ours to say the ending, without signs that do not print or that part folders. */
export const cleanFileName = (name: string | undefined, kind: FileKind): string => {
  const bare = (name ?? '')
    .replace(/[\p{C}/\\]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
    .slice(0, 100);
  return `${bare || 'document'}.${kind}`;
};
