import type { ChartFacts, ChartService, ChartWords } from './chart.ts';
import { type Box, boxOf, type Contents, contentsOf } from './box.ts';
import { type Node, treesOf } from './tree.ts';
import type { Face } from './widths.ts';

/** A box in its place; `level` counts from 1 at the top. */
export type Placed = Box & { x: number; y: number; level: number; parentId: string | undefined };
/** A line that joins services, from corner to corner. */
export type Link = [number, number][];
export type Layout = { width: number; height: number; boxes: Placed[]; links: Link[] };

/** Room that the drawing should fill, in points. */
export type Room = { width: number; height: number };

const gap = { below: 12, beside: 18, row: 26 };
const indent = 20;
const trunk = 9;
/** From the top of a box to where the line of its superior meets it. */
const meets = 13;
/** The service of those who have none. */
export const withoutService = 'others';

/** How dense a trial is: lines of people in a column, and columns of services under a branch. */
type Density = { rows: number; across: number };
const densities: readonly Density[] = [1000, 30, 20, 12].flatMap((rows) => [1, 2, 3].map((across) => ({ rows, across })));

type Tree = { contents: Contents; below: Tree[] };
type Part = Layout;

const moved = ({ boxes, links }: Part, x: number, y: number): { boxes: Placed[]; links: Link[] } => ({
  boxes: boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y })),
  links: links.map((link) => link.map(([left, top]) => [left + x, top + y])),
});

/** Neighbours in so many columns at most, in order, as even as can be. */
const split = (parts: readonly Part[], columns: number): Part[][] => {
  const all = parts.reduce((sum, part) => sum + part.height + gap.below, 0);
  const set: Part[][] = [[]];
  let filled = 0;
  for (const part of parts) {
    if (filled > 0 && set.length < columns && filled + part.height / 2 > all / columns) {
      set.push([]);
      filled = 0;
    }
    set.at(-1)!.push(part);
    filled += part.height + gap.below;
  }
  return set;
};

/** A service with those below it, hanging from a trunk at its left: as low as it can be at that density. */
const hang = (tree: Tree, level: number, parentId: string | undefined, density: Density, words: ChartWords, face: Face): Part => {
  const box = boxOf(tree.contents, density.rows, words, face);
  const whole: Part = { width: box.width, height: box.height, boxes: [{ ...box, x: 0, y: 0, level, parentId }], links: [] };
  if (tree.below.length === 0) return whole;
  const parts = tree.below.map((below) => hang(below, level + 1, box.service.id, { ...density, across: 1 }, words, face));
  const columns = split(parts, density.across);
  const bus = box.height + gap.below / 2;
  let left = 0;
  for (const [index, column] of columns.entries()) {
    let y = box.height + gap.below;
    let last = bus;
    for (const part of column) {
      const placed = moved(part, left + indent, y);
      whole.boxes.push(...placed.boxes);
      whole.links.push(...placed.links, [
        [left + trunk, y + meets],
        [left + indent, y + meets],
      ]);
      whole.width = Math.max(whole.width, left + indent + part.width);
      last = y + meets;
      y += part.height + gap.below;
    }
    whole.links.push(
      index === 0
        ? [
            [trunk, box.height],
            [trunk, last],
          ]
        : [
            [trunk, bus],
            [left + trunk, bus],
            [left + trunk, last],
          ],
    );
    whole.height = Math.max(whole.height, y - gap.below);
    left = whole.width + gap.beside;
  }
  return whole;
};

/** Branches side by side in rows no wider than `limit`, under the service at the top where there is one. `joined` says which hang from it. */
const shelve = (top: Placed | undefined, branches: readonly { part: Part; joined: boolean }[], limit: number): Layout => {
  const rows: { part: Part; joined: boolean; x: number }[][] = [[]];
  let x = 0;
  for (const branch of branches) {
    if (x > 0 && x + branch.part.width > limit) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ ...branch, x });
    x += branch.part.width + gap.beside;
  }
  const many = rows.filter((row) => row.some(({ joined }) => joined)).length > 1;
  const margin = top && many ? indent : 0;
  const widths = rows.map((row) => row.at(-1)!.x + row.at(-1)!.part.width);
  const width = Math.max(margin + Math.max(...widths), top?.width ?? 0);
  const layout: Layout = { width, height: 0, boxes: [], links: [] };
  const first = rows[0]!.filter(({ joined }) => joined);
  const ends = first.length > 0 ? (first[0]!.x + first.at(-1)!.x + first.at(-1)!.part.width) / 2 : width / 2;
  if (top) layout.boxes.push({ ...top, x: many ? 0 : Math.max(0, Math.min(width - top.width, ends - top.width / 2)), y: 0 });
  const stem = top ? (many ? trunk : layout.boxes[0]!.x + top.width / 2) : 0;
  let y = top ? top.height + gap.row : 0;
  let from = top?.height ?? 0;
  for (const row of rows) {
    const joints = row.filter(({ joined }) => joined).map((branch) => margin + branch.x + Math.min(branch.part.boxes[0]!.width, branch.part.width) / 2);
    for (const { part, x: left } of row) {
      const placed = moved(part, margin + left, y);
      layout.boxes.push(...placed.boxes);
      layout.links.push(...placed.links);
    }
    if (top && joints.length > 0) {
      const bus = y - gap.row / 2;
      layout.links.push(
        [
          [stem, from],
          [stem, bus],
        ],
        [
          [Math.min(stem, ...joints), bus],
          [Math.max(stem, ...joints), bus],
        ],
        ...joints.map((joint): Link => [
          [joint, bus],
          [joint, y],
        ]),
      );
      from = bus;
    }
    const height = Math.max(...row.map(({ part }) => part.height));
    layout.height = y + height;
    y += height + gap.row;
  }
  layout.height = Math.max(layout.height, top?.height ?? 0);
  return layout;
};

/** How much the layout must shrink to fit: 1 and more fits as it is. */
export const scaleIn = ({ width, height }: Room, room: Room): number => Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1));

export type Options = {
  words: ChartWords;
  face: Face;
  room: Room;
  /** Services shown by their name and number only, those below them not at all; given where services can be folded. */
  folded?: ReadonlySet<string>;
};

/**
 * Places the services of a chart: those directly below the top side by side, in rows where they are many, all others hanging below theirs.
 * Of several densities the one is taken that needs the least shrinking to fit the room, and then the lowest. Each service, and so each person, stands there once.
 */
export const layoutOf = (facts: ChartFacts, { words, face, room, folded }: Options): Layout => {
  const treeOf = ({ service, below }: Node<ChartService>): Tree => {
    const isFolded = folded?.has(service.id) ?? false;
    const foldable = folded !== undefined && (below.length > 0 || service.people.length > 0);
    return { contents: contentsOf(service, service.seesPersonalData, words, face, { folded: isFolded, foldable }), below: isFolded ? [] : below.map(treeOf) };
  };
  const trees = treesOf(facts.services).map(treeOf);
  const others: ChartService = { id: withoutService, name: words.others, seesPersonalData: false, headless: true, count: facts.others.length, people: facts.others };
  const isFolded = folded?.has(others.id) ?? false;
  const aside: Tree[] = facts.others.length > 0 ? [{ contents: contentsOf(others, undefined, words, face, { folded: isFolded, foldable: folded !== undefined }), below: [] }] : [];
  const single = trees.length === 1 && trees[0]!.below.length > 0 ? trees[0] : undefined;
  const branches = [...(single ? single.below.map((tree) => ({ tree, joined: true })) : trees.map((tree) => ({ tree, joined: false }))), ...aside.map((tree) => ({ tree, joined: false }))];
  if (branches.length === 0) return { width: 0, height: 0, boxes: [], links: [] };
  let best: { layout: Layout; scale: number } | undefined;
  for (const density of densities) {
    const box = single && boxOf(single.contents, density.rows, words, face);
    const top = box && { ...box, x: 0, y: 0, level: 1, parentId: undefined };
    const parts = branches.map(({ tree, joined }) => ({ joined, part: hang(tree, joined ? 2 : 1, joined ? box?.service.id : undefined, density, words, face) }));
    let sum = 0;
    const limits = new Set(parts.map(({ part }) => (sum += part.width + gap.beside)));
    for (const limit of limits) {
      const layout = shelve(top, parts, limit);
      // What fits at full size need not grow; of those the lowest is taken, a denser one only where it saves a good part.
      const scale = Math.min(1, scaleIn(layout, room));
      const lower = best && Math.abs(scale - best.scale) < 1e-6 && layout.height < best.layout.height * 0.93;
      if (!best || lower || scale > best.scale + 1e-6) best = { layout, scale };
    }
  }
  return best!.layout;
};
