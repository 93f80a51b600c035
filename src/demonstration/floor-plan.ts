import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [1000, 640];
/** White paper, grey rooms, dark walls, the blue of windows and the brown of furniture. */
const colours = [
  [255, 255, 255],
  [243, 241, 236],
  [52, 56, 64],
  [126, 168, 204],
  [201, 190, 172],
] as const;
type Colour = 0 | 1 | 2 | 3 | 4;
type Box = readonly [x: number, y: number, wide: number, high: number];

/** A door in a wall: where its opening begins, and whether the wall runs across or down. */
type Door = readonly [x: number, y: number, wall: 'across' | 'down'];
export type Floor = { rooms: readonly Box[]; doors: readonly Door[]; windows: readonly Box[]; furniture: readonly Box[]; stairs?: Box };

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};

const doorWidth = 44;
/** The plan of a floor as a PNG of a few kilobytes, drawn by its measures: rooms, walls, doors, windows, stairs and what stands in the rooms. */
export const drawFloor = ({ rooms, doors, windows, furniture, stairs }: Floor): Buffer => {
  const dots = new Uint8Array(width * height);
  const fill = ([x, y, wide, high]: Box, colour: Colour): void => {
    for (let row = Math.max(0, y); row < Math.min(height, y + high); row += 1) dots.fill(colour, row * width + Math.max(0, x), row * width + Math.min(width, x + wide));
  };
  const frame = ([x, y, wide, high]: Box, thick: number, colour: Colour): void => {
    fill([x, y, wide, thick], colour);
    fill([x, y + high - thick, wide, thick], colour);
    fill([x, y, thick, high], colour);
    fill([x + wide - thick, y, thick, high], colour);
  };
  for (const room of rooms) fill(room, 1);
  for (const [x, y, wide, high] of rooms) frame([x - 3, y - 3, wide + 6, high + 6], 6, 2);
  for (const piece of furniture) {
    fill(piece, 4);
    frame(piece, 2, 2);
  }
  for (const window of windows) fill(window, 3);
  for (const [x, y, wall] of doors) {
    fill(wall === 'across' ? [x, y - 3, doorWidth, 6] : [x - 3, y, 6, doorWidth], 1);
    // The swing of the door, a quarter of a circle.
    for (let angle = 0; angle <= 90; angle += 0.5) {
      const [along, out] = [Math.cos((angle * Math.PI) / 180) * doorWidth, Math.sin((angle * Math.PI) / 180) * doorWidth];
      fill(wall === 'across' ? [Math.round(x + along), Math.round(y + out), 2, 2] : [Math.round(x + out), Math.round(y + along), 2, 2], 2);
    }
    fill(wall === 'across' ? [x, y, 3, doorWidth] : [x, y, doorWidth, 3], 2);
  }
  if (stairs) {
    fill(stairs, 1);
    for (let x = stairs[0]; x < stairs[0] + stairs[2]; x += 14) fill([x, stairs[1], 2, stairs[3]], 2);
  }
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) lines.set(dots.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a point, each the number of a colour.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The outline of a room on the plan, in thousandths of width and height. */
export const outlineOf = ([x, y, wide, high]: Box): [number, number][] => {
  const [left, right] = [Math.round((x / width) * 1000), Math.round(((x + wide) / width) * 1000)];
  const [top, bottom] = [Math.round((y / height) * 1000), Math.round(((y + high) / height) * 1000)];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
};

/** The ground floor: the public hall in the middle, the offices of the social service along the windows, the stairs behind. */
export const groundFloor = {
  hall: [345, 310, 310, 270],
  office: [40, 40, 305, 540],
  plan: {
    rooms: [
      [40, 40, 305, 270],
      [345, 40, 310, 270],
      [655, 40, 305, 270],
      [40, 310, 305, 270],
      [345, 310, 310, 270],
      [655, 310, 305, 270],
    ],
    doors: [
      [480, 580, 'across'],
      [345, 420, 'down'],
      [655, 430, 'down'],
      [345, 200, 'down'],
      [655, 200, 'down'],
      [480, 310, 'across'],
    ],
    windows: [
      [90, 37, 90, 6],
      [220, 37, 80, 6],
      [37, 120, 6, 110],
      [37, 400, 6, 110],
      [90, 577, 90, 6],
      [740, 577, 130, 6],
      [957, 120, 6, 110],
      [957, 400, 6, 110],
      [740, 37, 130, 6],
    ],
    furniture: [
      [400, 390, 140, 34],
      [585, 500, 46, 46],
      [70, 80, 90, 44],
      [220, 80, 90, 44],
      [70, 220, 90, 44],
      [70, 350, 90, 44],
      [220, 350, 90, 44],
      [70, 500, 90, 44],
      [740, 400, 170, 90],
      [740, 80, 56, 180],
      [830, 80, 56, 180],
    ],
    stairs: [410, 70, 182, 80],
  },
} as const satisfies { hall: Box; office: Box; plan: Floor };

/** The first floor: the server room, without a window, between the offices, and the meeting room across the corridor. */
export const firstFloor = {
  server: [390, 40, 230, 230],
  plan: {
    rooms: [
      [40, 40, 350, 230],
      [390, 40, 230, 230],
      [620, 40, 340, 230],
      [40, 270, 920, 100],
      [40, 370, 450, 220],
      [490, 370, 470, 220],
    ],
    doors: [
      [260, 270, 'across'],
      [490, 270, 'across'],
      [780, 270, 'across'],
      [220, 370, 'across'],
      [700, 370, 'across'],
    ],
    windows: [
      [120, 37, 180, 6],
      [720, 37, 160, 6],
      [100, 587, 120, 6],
      [300, 587, 120, 6],
      [580, 587, 300, 6],
    ],
    furniture: [
      [430, 70, 46, 130],
      [536, 70, 46, 130],
      [80, 90, 90, 44],
      [240, 90, 90, 44],
      [680, 90, 100, 44],
      [840, 90, 80, 44],
      [580, 450, 290, 90],
      [90, 470, 110, 44],
      [310, 470, 110, 44],
    ],
    stairs: [60, 288, 154, 64],
  },
} as const satisfies { server: Box; plan: Floor };
