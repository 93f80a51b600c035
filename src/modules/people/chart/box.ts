import { cleanText } from '../../../documents/text.ts';
import { type ChartPerson, type ChartService, type ChartWords, peopleCount } from './chart.ts';
import { type Face, textWidth, wrapText } from './widths.ts';

/** A line of text in a box; x and baseline from its corner. `after` goes on in a quieter voice on the same line. */
export type Line = { role: 'title' | 'sight' | 'name' | 'quiet' | 'mandate'; text: string; after?: string; x: number; baseline: number; size: number; bold: boolean };
type Written = Omit<Line, 'x' | 'baseline'>;
/** Before a line: a full dot (may see personal data), a ring (may not), a rhomb (a mandate). */
export type Mark = { shape: 'dot' | 'ring' | 'rhomb'; x: number; y: number };
export type Box = { service: ChartService; width: number; height: number; lines: Line[]; marks: Mark[]; people: string[]; foldable: boolean; folded: boolean };

const size = { title: 9.5, text: 8 };
const leading = { title: 12, text: 10.4 };
const padding = { x: 9, y: 7 };
export const columnWidth = 170;
const gutter = 12;
const inset = 10;
const toggleRoom = 18;

/** `rhomb` opens a mandate. */
type Entry = { lines: (Written & { rhomb?: boolean })[]; shape: Mark['shape'] | undefined };
const text = { size: size.text, bold: false };

const personEntry = (person: ChartPerson, shape: Mark['shape'] | undefined, words: ChartWords, face: Face): Entry => {
  const name = cleanText(person.name).trim() || '…';
  const work = [...(person.head ? [words.head] : []), ...(person.function ? [cleanText(person.function)] : [])].join(', ');
  const room = columnWidth - inset;
  const style = { face, size: size.text };
  const lines: Entry['lines'] = [];
  if (work && textWidth(name, { ...style, bold: true }) + textWidth(`, ${work}`, style) <= room) lines.push({ role: 'name', text: name, after: `, ${work}`, ...text, bold: true });
  else {
    for (const line of wrapText(name, room, { ...style, bold: true })) lines.push({ role: 'name', text: line, ...text, bold: true });
    if (work) for (const line of wrapText(work, room, style)) lines.push({ role: 'quiet', text: line, ...text });
  }
  for (const kind of person.mandates)
    for (const [index, line] of wrapText(words.mandates[kind], room - inset, style).entries()) lines.push({ role: 'mandate', text: line, ...text, rhomb: index === 0 });
  return { lines, shape };
};

/** What a service shows, ready to be set in one or more columns: measured once, set for each trial of the layout. */
export type Contents = { service: ChartService; sees: boolean | undefined; entries: Entry[]; folded: boolean; foldable: boolean };

/** @param sees whether its people may see personal data; undefined for those without a service, of whom the chart does not say */
export const contentsOf = (service: ChartService, sees: boolean | undefined, words: ChartWords, face: Face, fold: { folded: boolean; foldable: boolean }): Contents => ({
  service,
  sees,
  ...fold,
  entries: fold.folded ? [] : service.people.map((person) => personEntry(person, sees === undefined ? undefined : sees ? 'dot' : 'ring', words, face)),
});

const heightOf = (entries: readonly Entry[]): number => entries.reduce((sum, { lines }) => sum + lines.length * leading.text + 1.6, 0);

/** Entries in so many columns at most, in their order, the columns as even as can be. */
const inColumns = (entries: readonly Entry[], columns: number): Entry[][] => {
  const all = heightOf(entries);
  for (let limit = all / columns; ; limit = Math.max(limit * 1.04, limit + 1)) {
    const set: Entry[][] = [[]];
    let filled = 0;
    for (const entry of entries) {
      const height = heightOf([entry]);
      if (filled > 0 && filled + height > limit) {
        set.push([]);
        filled = 0;
      }
      set.at(-1)!.push(entry);
      filled += height;
    }
    if (set.length <= columns || limit > all * 2) return set;
  }
};

/** The box of a service. @param rows lines of people in a column at most; more go into further columns */
export const boxOf = ({ service, sees, entries, folded, foldable }: Contents, rows: number, words: ChartWords, face: Face): Box => {
  const wanted = Math.max(1, Math.min(6, Math.ceil(heightOf(entries) / (rows * leading.text))));
  const columns = inColumns(entries, wanted);
  const inner = columns.length * columnWidth + (columns.length - 1) * gutter;
  const lines: Line[] = [];
  const marks: Mark[] = [];
  let y = padding.y;
  const write = (line: Written, x: number, step: number): void => {
    lines.push({ ...line, x, baseline: y + step * 0.76 });
    y += step;
  };
  const title = cleanText(service.name).trim() || '…';
  for (const line of wrapText(title, inner - (foldable ? toggleRoom : 0), { face, size: size.title, bold: true }))
    write({ role: 'title', text: line, size: size.title, bold: true }, padding.x, leading.title);
  const say = (said: string): void => {
    for (const line of wrapText(cleanText(said), inner, { face, size: size.text })) write({ role: 'quiet', text: line, ...text }, padding.x, leading.text);
  };
  if (sees !== undefined) {
    marks.push({ shape: sees ? 'dot' : 'ring', x: padding.x + 3, y: y + leading.text / 2 });
    for (const line of wrapText(sees ? words.sees : words.seesNot, inner - inset, { face, size: size.text })) write({ role: 'sight', text: line, ...text }, padding.x + inset, leading.text);
  }
  if (service.under) say(words.under.replace('{name}', service.under));
  if (service.headName) say(words.headIs.replace('{name}', service.headName));
  else if (service.headless && sees !== undefined) say(words.noHead);
  if (entries.length === 0 && service.count > 0) say(peopleCount(service.count, words));
  const top = y + (entries.length > 0 ? 4 : 0);
  let bottom = y;
  for (const [index, column] of columns.entries()) {
    const left = padding.x + index * (columnWidth + gutter);
    y = top;
    for (const entry of column) {
      if (entry.shape) marks.push({ shape: entry.shape, x: left + 3, y: y + leading.text / 2 });
      for (const { rhomb, ...line } of entry.lines) {
        if (rhomb) marks.push({ shape: 'rhomb', x: left + inset + 3, y: y + leading.text / 2 });
        write(line, left + inset + (line.role === 'mandate' ? inset : 0), leading.text);
      }
      y += 1.6;
    }
    bottom = Math.max(bottom, y);
  }
  return { service, width: inner + 2 * padding.x, height: bottom + padding.y, lines, marks, people: folded ? [] : service.people.map(({ personId }) => personId), foldable, folded };
};
