import { type ChartFacts, type ChartService, type ChartWords, withoutPeople } from './chart.ts';
import { type Layout, layoutOf, type Room, scaleIn, withoutService } from './layout.ts';
import { drawChart } from './svg.ts';
import { type Node, treesOf } from './tree.ts';
import type { Face } from './widths.ts';

/** Paper on which a chart lies: the room between the margins of a landscape page, in points. */
export const papers = { a4: { width: 740, height: 445 }, a3: { width: 1088, height: 690 } } as const satisfies Record<string, Room>;
export type Paper = keyof typeof papers;

/** Text of 8 points is never drawn smaller than 6.4 on paper: a chart that would need it is split over pages. */
const floor = 0.8;

type Sheet = { layout: Layout; scale: number };

/**
 * A chart on as few pages as its text stays readable on. Where it does not fit on one: first the services alone, then their people, branch
 * by branch; a service too large for a page by itself goes on over the next. Each person stands once, save that heads are named on the first too.
 * @returns the drawings, each with its width in points
 */
export const chartPages = (facts: ChartFacts, words: ChartWords, options: { face: Face; paper: Paper; label: string }): { svg: string; width: number; height: number }[] => {
  const { face, paper, label } = options;
  const room = papers[paper];
  const place = (part: ChartFacts): Sheet => {
    const layout = layoutOf(part, { words, face, room });
    return { layout, scale: Math.min(1.15, scaleIn({ width: layout.width + 4, height: layout.height + 4 }, room)) };
  };
  const whole = place(facts);
  const sheets = whole.scale >= floor || whole.layout.boxes.length === 0 ? [whole] : spread(facts, words, place);
  // Services that lie on several pages are shown together first, without their people.
  const several = sheets.filter(({ layout }) => layout.boxes.some(({ service }) => service.id !== withoutService)).length > 1;
  if (several) sheets.unshift(...spread(withoutPeople(facts), words, place));
  return sheets.map(({ layout, scale }) => ({ svg: drawChart(layout, { face, label, words, scale }), width: (layout.width + 4) * scale, height: (layout.height + 4) * scale }));
};

/** Fills page after page with the parts in their order; takes apart what fits on none. */
const spread = (facts: ChartFacts, words: ChartWords, place: (part: ChartFacts) => Sheet): Sheet[] => {
  const sheets: Sheet[] = [];
  let open: { parts: ChartFacts[]; sheet: Sheet } | undefined;
  const close = (): void => {
    if (open) sheets.push(open.sheet);
    open = undefined;
  };
  const add = (part: ChartFacts): void => {
    const together = [...(open?.parts ?? []), part];
    const sheet = place(side(together));
    if (sheet.scale >= floor) {
      open = { parts: together, sheet };
      return;
    }
    const alone = open ? place(part) : sheet;
    const smaller = alone.scale < floor ? partsOf(part, words) : [];
    if (smaller.length > 1) {
      for (const each of smaller) add(each);
      return;
    }
    close();
    open = { parts: [part], sheet: alone };
  };
  add(facts);
  close();
  return sheets;
};

/** Parts on one page stand side by side. */
const side = (parts: readonly ChartFacts[]): ChartFacts => ({ services: parts.flatMap(({ services }) => services), others: parts.flatMap(({ others }) => others) });

const flat = ({ service, below }: Node<ChartService>): ChartService[] => [service, ...below.flatMap(flat)];
const single = (service: ChartService): ChartFacts => ({ services: [service], others: [] });

/** A branch by itself says whose branch it is. */
const cut = (tree: Node<ChartService>, under: string): ChartFacts => {
  const [{ parentId: _elsewhere, ...top }, ...below] = flat(tree) as [ChartService, ...ChartService[]];
  return { services: [{ ...top, under }, ...below], others: [] };
};

/** The next smaller parts: each tree by itself; of one tree its top and its branches; of one service the halves of its people. */
const partsOf = ({ services, others }: ChartFacts, words: ChartWords): ChartFacts[] => {
  const trees = treesOf(services);
  const aside: ChartFacts[] = others.length > 0 ? [{ services: [], others }] : [];
  if (trees.length + aside.length > 1) return [...trees.map((tree) => ({ services: flat(tree), others: [] })), ...aside];
  const [tree] = trees;
  const half = <T>(list: readonly T[], second: boolean): T[] => list.slice(...(second ? [Math.ceil(list.length / 2)] : [0, Math.ceil(list.length / 2)]));
  if (!tree) return others.length > 1 ? [false, true].map((second) => ({ services: [], others: half(others, second) })) : [];
  const { service, below } = tree;
  if (below.length > 0) return [single(service), ...below.map((branch) => cut(branch, service.name))];
  if (service.people.length < 2) return [];
  const { people, name, id } = service;
  const rest = { ...service, id: `${id}+`, name: name.endsWith(words.continued) ? name : `${name} ${words.continued}`, headless: false };
  return [single({ ...service, people: half(people, false) }), single({ ...rest, people: half(people, true) })];
};
