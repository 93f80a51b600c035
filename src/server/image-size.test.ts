import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawFloor, groundFloor } from '../demonstration/floor-plan.ts';
import { refuseHugeImage } from './image-size.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
/** A PNG in grey that says one size and holds another. */
const png = (wide: number, high: number, bytes: number, { cut = 0, interlaced = 0 } = {}): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(wide, 0);
  head.writeUInt32BE(high, 4);
  head.set([8, 0, 0, 0, interlaced], 8);
  const packed = deflateSync(Buffer.alloc(bytes));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', packed.subarray(0, packed.length - cut)), chunk('IEND', Buffer.alloc(0))]);
};
/** A JPEG of that size: a comment, then the head of its frame. */
const jpg = (wide: number, high: number): Buffer => {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(high, 5);
  frame.writeUInt16BE(wide, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 0xff, 0xc0]), frame, Buffer.from([0xff, 0xd9])]);
};
const codeOf = async (bytes: Buffer, kind: 'png' | 'jpg'): Promise<string | undefined> =>
  refuseHugeImage(bytes, kind).then(
    () => undefined,
    (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code,
  );

describe('images that would choke whoever looks at them', () => {
  test.each<[string, Buffer, 'png' | 'jpg', string | undefined]>([
    ['a plan', drawFloor(groundFloor.plan), 'png', undefined],
    ['a PNG of its size', png(100, 80, 101 * 80), 'png', undefined],
    ['an interlaced PNG, whose points nobody counts', png(100, 80, 8200, { interlaced: 1 }), 'png', undefined],
    ['four hundred million points in a few kilobytes', png(20_000, 20_000, 1000), 'png', 'imageTooLarge'],
    ['a ribbon', png(20_000, 10, 1000), 'png', 'imageTooLarge'],
    ['a PNG that holds more than it says', png(100, 80, 5_000_000), 'png', 'fileDamaged'],
    ['a PNG that holds less', png(100, 80, 50), 'png', 'fileDamaged'],
    ['a PNG cut short', png(100, 80, 101 * 80, { cut: 4 }), 'png', 'fileDamaged'],
    ['a PNG of nothing', png(0, 80, 0), 'png', 'fileDamaged'],
    ['a PNG whose first part goes beyond its end', png(100, 80, 8080).subarray(0, 20), 'png', 'fileDamaged'],
    ['a JPEG', jpg(4000, 3000), 'jpg', undefined],
    ['a JPEG of four thousand million points', jpg(65_535, 65_535), 'jpg', 'imageTooLarge'],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]), 'jpg', 'fileDamaged'],
  ])('%s', async (_what, bytes, kind, code) => expect(await codeOf(bytes, kind)).toBe(code));
});
