import { chartPages } from '../modules/people/chart/pages.ts';
import { barTable } from './bars.ts';
import type { Poster } from './poster.ts';
import type { Bars, Block, DocumentModel, Inline } from './section.ts';
import { cleanModel, groupHash, headings, staysWith } from './text.ts';

/** A text for the template: lines, each of pieces between which it may break. */
type Lines = string[][];
type Run = { text: Lines; bold: boolean; italic: boolean; missing: boolean };

const longWord = 40;
const longMixed = 16;

/** A word too long for a line or a column: an address breaks after its signs, a row of letters anywhere. */
const pieces = (line: string): string[] => {
  const parts = line.split(/(?<=\s)(?=\S)/).flatMap((word) => {
    if ([...word].length < longMixed) return [word];
    const atSigns = /\d|@|[/_.]\S/.test(word) ? word.split(/(?<=[@/_.:;,=&?-])(?=[\p{L}\p{N}])/u) : [word];
    return atSigns.flatMap((part) => (part.length >= longWord ? (part.match(/\P{M}\p{M}*/gu) ?? [part]) : [part]));
  });
  // Only the breaks that words do not give by themselves are needed.
  return parts.reduce<string[]>((done, part) => {
    const last = done.at(-1);
    return last !== undefined && /\s$/.test(last) ? [...done.slice(0, -1), last + part] : [...done, part];
  }, []);
};

const lines = (text: string): Lines => text.split('\n').map(pieces);
const runs = (content: Inline[]): Run[] => content.map(({ text, bold = false, italic = false, missing }) => ({ text: lines(text), bold, italic, missing: missing !== undefined }));
const optional = (text: string | undefined): Lines | null => (text ? lines(text) : null);
const party = ({ name, lines: rest }: { name: string; lines: string[] }) => ({ name: lines(name), lines: rest.map(lines) });

const pair = (term: string, value: Inline[]) => ({ term: lines(term), value: runs(value), long: value.reduce((sum, { text }) => sum + text.length, 0) > 60 });

/** Millimeters of a page between its margins, and how much of it a letter takes at full size. */
const textWidth = 154;
const letterWidth = 1.9;
/** Above this many lines a row may go on over the page; below, it stays whole. */
const wholeRow = 20;

const tableData = ({ columns, rows, empty }: Extract<Block, { type: 'table' }>) => {
  const shares = columns.map(({ width }) => (width !== undefined && width > 0 ? width : 1));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const height = (content: Inline[], column: number): number => {
    const room = Math.max(4, (textWidth * (shares[column] ?? 1)) / all / letterWidth);
    return content.flatMap(({ text }) => text.split('\n')).reduce((sum, text) => sum + Math.ceil(text.length / room), 0);
  };
  return {
    type: 'table',
    size: columns.length > 6 ? 8 : columns.length > 4 ? 9 : 10.5,
    widths: shares,
    columns: columns.map(({ title }) => lines(title)),
    rows: rows.map((row) => ({ long: row.some((cell, column) => height(cell, column) > wholeRow), cells: columns.map((_, column) => runs(row[column] ?? [])) })),
    empty: lines(empty),
  };
};

/** More rows than this go over the page; fewer stay together under their caption. */
const wholeBars = 18;

const barsData = (bars: Bars) => {
  const { heads, rows } = barTable(bars);
  return {
    type: 'bars',
    label: lines(bars.label),
    two: heads.before !== undefined,
    whole: rows.length <= wholeBars,
    heads: { what: lines(heads.what), now: lines(heads.now), before: lines(heads.before ?? '') },
    rows: rows.map(({ label, now, before, nowShare, beforeShare }) => ({ label: lines(label), now: lines(now), before: lines(before), nowShare, beforeShare })),
    empty: lines(bars.empty),
  };
};

/** As it is, its texts as lines of pieces. */
const posterData = ({ steps, never, facts, alert, place, ...poster }: Poster) => ({
  ...poster,
  place: lines(place),
  steps: steps.map(({ icon, text, fact }) => ({ icon: icon ?? null, text: lines(text), fact: optional(fact) })),
  never: { ...never, lines: never.lines.map(lines) },
  facts: facts.map(({ term, value }) => ({ term, value: lines(value) })),
  alert: { ...alert, people: alert.people.map(({ label, phone }) => ({ label: lines(label), phone: phone ?? null })) },
});

/** A list of a few lines stays whole. */
const isShort = (items: Inline[][]): boolean => items.length <= 4 && items.flat().reduce((sum, { text }) => sum + text.length, 0) < 300;

/** `sticky`: stays on the page of what follows. */
const blockData = (block: Block, sticky: boolean) => {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return { type: block.type, sticky, content: runs(block.content) };
    case 'list':
      return { type: 'list', sticky, short: isShort(block.items), ordered: block.ordered, items: block.items.map(runs) };
    case 'table':
      return tableData(block);
    case 'definitions':
      return { type: 'definitions', items: block.items.map(({ term, description }) => pair(term, description)) };
    case 'chart':
      return { type: 'chart', label: block.label, paper: block.paper, pages: chartPages(block.chart, block.words, { face: 'serif', paper: block.paper, label: block.label }) };
    case 'bars':
      return barsData(block);
    case 'picture':
      return { type: 'picture', svg: block.svg, width: block.width, label: block.label };
    case 'poster':
      return posterData(block);
    case 'signatures':
      return { type: 'signatures', places: block.blocks.map(({ capacity, name }) => ({ capacity: lines(capacity), name: runs(name ?? []) })) };
  }
};

/** The data that document.typ draws: cleaned texts, numbers, widths; no decision is left to the template but the look. */
export const pdfData = (source: DocumentModel) => {
  const model = cleanModel(source);
  const [year, month, day] = model.date.split('-').map(Number);
  const titles = headings(model);
  const oneLine = (text: string): string => text.replaceAll('\n', ' ');
  return {
    language: model.language,
    layout: model.layout,
    metadata: { title: oneLine(model.title), author: oneLine(model.sender.name), year, month, day },
    title: lines(model.title),
    subtitle: optional(model.subtitle),
    sender: { ...party(model.sender), line: lines([model.sender.name, ...model.sender.lines].join(' · ')) },
    recipient: model.recipient ? party(model.recipient) : null,
    reference: (model.reference ?? []).map(({ term, value }) => ({ term: lines(term), value: lines(value) })),
    front: model.front.map(({ term, value }) => pair(term, value)),
    sections: model.sections.map(({ level, blocks }, index) => ({
      level,
      title: optional(`${titles[index]!.number} ${titles[index]!.title}`.trim()),
      blocks: blocks.map((block, at) => blockData(block, staysWith(block, blocks[at + 1]))),
    })),
    runningTitle: lines(model.runningTitle),
    code: model.code?.svg ?? null,
    footer: lines(model.footer),
    hash: model.contentHash ? groupHash(model.contentHash) : null,
  };
};
