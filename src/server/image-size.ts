import { createInflate } from 'node:zlib';
import { invalidInput } from '../kernel/problem.ts';

/** As many points as a page shows without harm: a browser takes four bytes for each, whatever the size of the file. */
const mostPoints = 24_000_000;
const longestSide = 12_000;

type Size = { wide: number; high: number };

/** The parts of a PNG, in their order. Throws `fileDamaged` where one goes beyond the end. */
const chunksOf = (bytes: Buffer): { type: string; data: Buffer }[] => {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) throw invalidInput('file', 'fileDamaged');
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
};

/** How many bytes the points of a PNG take, one line after another; of one that is interlaced, nobody counts them. */
const pointBytes = (head: Buffer, { wide, high }: Size): number | undefined => {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[head[9]!];
  return channels && head[12] === 0 ? (Math.ceil((wide * channels * head[8]!) / 8) + 1) * high : undefined;
};

/** How many bytes come out of what was packed: counted as they come, never kept, and no further than `most`. */
const unpacked = (parts: readonly Buffer[], most: number): Promise<number> =>
  new Promise((resolve) => {
    let count = 0;
    const inflate = createInflate();
    inflate.on('data', (part: Buffer) => {
      count += part.length;
      if (count > most) inflate.destroy();
    });
    inflate.once('error', () => resolve(-1));
    inflate.once('close', () => resolve(count));
    for (const part of parts) inflate.write(part);
    inflate.end();
  });

/** Width and height of a JPEG, from the head of its first frame. */
const jpegSize = (bytes: Buffer): Size | undefined => {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // Filling, and marks without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { high: bytes.readUInt16BE(at + 5), wide: bytes.readUInt16BE(at + 7) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
};

const refuseLarge = ({ wide, high }: Size): void => {
  if (wide === 0 || high === 0) throw invalidInput('file', 'fileDamaged');
  if (wide > longestSide || high > longestSide || wide * high > mostPoints) throw invalidInput('file', 'imageTooLarge');
};

/**
 * Refuses an image that would choke whoever looks at it, by its head and never by drawing it. Throws badRequest on `file`: `imageTooLarge` (more than
 * twenty-four million points, or a side of more than twelve thousand), `fileDamaged` (it says another size than it has, or none).
 */
export const refuseHugeImage = async (bytes: Buffer, kind: 'png' | 'jpg'): Promise<void> => {
  if (kind === 'jpg') {
    const size = jpegSize(bytes);
    if (!size) throw invalidInput('file', 'fileDamaged');
    return refuseLarge(size);
  }
  const chunks = chunksOf(bytes);
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw invalidInput('file', 'fileDamaged');
  const size = { wide: head.data.readUInt32BE(0), high: head.data.readUInt32BE(4) };
  refuseLarge(size);
  const expected = pointBytes(head.data, size);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  if (expected !== undefined && (await unpacked(packed, expected)) !== expected) throw invalidInput('file', 'fileDamaged');
};
