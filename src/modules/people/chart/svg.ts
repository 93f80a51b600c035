import { cleanText } from '../../../documents/text.ts';
import { type ChartWords, peopleCount } from './chart.ts';
import type { Line, Mark } from './box.ts';
import { type Layout, type Placed, withoutService } from './layout.ts';
import type { Face } from './widths.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
const n = (value: number): string => String(Math.round(value * 100) / 100);

const ink = '#1c2124';
const quiet = '#5b6462';
const edge = '#8d938f';
const action = '#0f5257';
const fonts: Record<Face, string> = { sans: "'Public Sans Variable', 'Public Sans', Arial, sans-serif", serif: "'Libertinus Serif', 'DejaVu Sans Mono', 'Times New Roman', 'Liberation Serif', serif" };
const colors: Record<Line['role'], string> = { title: ink, sight: ink, name: ink, quiet, mandate: action };
/** Around the whole, so that no line is cut at the edge. */
const margin = 2;

const lineOf = ({ role, text, after, x, baseline, size, bold }: Line): string =>
  `<text class="chart-${role}" x="${n(x)}" y="${n(baseline)}" font-size="${size}" fill="${colors[role]}"${bold ? ' font-weight="700"' : ''}>${escape(text)}${
    after ? `<tspan class="chart-quiet" fill="${quiet}" font-weight="400">${escape(after)}</tspan>` : ''
  }</text>`;

const markOf = ({ shape, x, y }: Mark): string => {
  if (shape === 'dot') return `<circle class="chart-dot" cx="${n(x)}" cy="${n(y)}" r="2.4" fill="${action}"/>`;
  if (shape === 'ring') return `<circle class="chart-ring" cx="${n(x)}" cy="${n(y)}" r="2" fill="none" stroke="${quiet}" stroke-width="0.9"/>`;
  return `<path class="chart-rhomb" d="M${n(x)} ${n(y - 2.8)}l2.8 2.8l-2.8 2.8l-2.8 -2.8z" fill="${action}"/>`;
};

const foldSign = ({ width, folded }: Placed): string =>
  `<g class="chart-fold" data-fold=""><rect x="${n(width - 20)}" y="3" width="17" height="17" fill="#ffffff" fill-opacity="0"/><path d="M${n(width - 15)} 11.5h8${folded ? 'm-4 -4v8' : ''}" fill="none" stroke="${action}" stroke-width="1.3"/></g>`;

/** For a keyboard and a screen reader: each service is an item of a tree, of its level, among its neighbours. */
const itemOf = (box: Placed, boxes: readonly Placed[], words: ChartWords): string => {
  const neighbours = boxes.filter(({ parentId }) => parentId === box.parentId);
  const { service } = box;
  const head = service.people.find((person) => person.head)?.name ?? service.headName;
  const label = [
    service.name,
    ...(service.id === withoutService ? [] : [head ? words.headIs.replace('{name}', head) : words.noHead]),
    peopleCount(service.count, words),
    ...(service.id === withoutService ? [] : [service.seesPersonalData ? words.sees : words.seesNot]),
  ].join(', ');
  return ` role="treeitem" tabindex="-1" aria-level="${box.level}" aria-setsize="${neighbours.length}" aria-posinset="${neighbours.indexOf(box) + 1}"${
    box.foldable ? ` aria-expanded="${!box.folded}"` : ''
  } aria-label="${escape(label)}"`;
};

const boxOf = (box: Placed, item: string): string => {
  const { x, y, width, height, service, lines, marks } = box;
  const sees = service.seesPersonalData && service.id !== withoutService;
  const others = service.id === withoutService;
  return [
    `<g class="chart-box${sees ? ' chart-sees' : ''}" data-service="${escape(service.id)}" transform="translate(${n(x)} ${n(y)})"${item ? ' role="none"' : ''}>`,
    `<rect class="chart-sheet" width="${n(width)}" height="${n(height)}" rx="2" fill="#ffffff" stroke="${sees ? action : edge}" stroke-width="${sees ? '1.1' : '0.8'}"${others ? ' stroke-dasharray="3 2.4"' : ''}${item}/>`,
    sees ? `<rect class="chart-edge" width="3.2" height="${n(height)}" fill="${action}"/>` : '',
    // The sheet is the item of the tree, and says all this by its label.
    item ? '<g aria-hidden="true">' : '<g>',
    ...lines.map(lineOf),
    ...marks.map(markOf),
    box.foldable ? foldSign(box) : '',
    '</g></g>',
  ].join('');
};

/**
 * The chart as SVG: whole, with its size in points, every text escaped. `scale` shrinks or grows it.
 * @param label what it is, said by screen readers; a tree for the keyboard where `interactive`, an image else
 */
export const drawChart = (layout: Layout, options: { face: Face; label: string; words: ChartWords; scale?: number; interactive?: boolean }): string => {
  const { face, label, words, scale = 1, interactive = false } = options;
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart-drawing" viewBox="${-margin} ${-margin} ${n(width)} ${n(height)}" width="${n(width * scale)}" height="${n(height * scale)}" role="${interactive ? 'tree' : 'img'}" aria-label="${escape(label)}" font-family="${fonts[face]}">`,
    `<path class="chart-links" d="${layout.links.map((link) => link.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')).join('')}" fill="none" stroke="${edge}" stroke-width="0.9"/>`,
    ...layout.boxes.map((box) => boxOf(box, interactive ? itemOf(box, layout.boxes, words) : '')),
    '</svg>',
  ].join('');
};
