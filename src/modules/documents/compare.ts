import { blockTexts } from '../../documents/content.ts';
import { type BlockChange, blockChanges, type TextBlock } from '../../documents/differences.ts';
import type { Block, DocumentModel, Section } from '../../documents/section.ts';
import { cleanModel, headings } from '../../documents/text.ts';

/** One section in both versions, or in one of them. */
export type SectionChange = {
  key: string;
  level: 1 | 2;
  /** `moved`: it stands elsewhere among the sections that both have. */
  change: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  /** Number and title as printed, before and after. */
  before?: string;
  after?: string;
  blocks: BlockChange[];
};

const blocksOf = (block: Block): TextBlock[] => {
  if (block.type === 'list') return blockTexts(block).map((text) => ({ kind: block.ordered ? 'numbered' : 'bullet', text }));
  // A row of a table is one line: a value that changes is seen beside those it belongs to.
  if (block.type === 'table')
    return [block.columns.map(({ title }) => title), ...block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')))].map((row) => ({ kind: 'row', text: row.join(' · ') }));
  return blockTexts(block).map((text) => ({ kind: block.type === 'note' ? 'note' : 'paragraph', text }));
};
const textOf = ({ title, blocks }: Section): TextBlock[] => [{ kind: 'title', text: title }, ...blocks.flatMap(blocksOf)];

type Read = { section: Section; heading: string };
const read = (model: DocumentModel): Map<string, Read> => {
  const clean = cleanModel(model);
  const printed = headings(clean);
  return new Map(clean.sections.map((section, index) => [section.key, { section, heading: `${printed[index]!.number} ${section.title}`.trim() }]));
};

/** The longest run of keys that stand in the same order in both lists: what is not among them has moved. */
const inPlace = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) lengths[i]![j] = before[i] === after[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const kept = new Set<string>();
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      kept.add(before[i]!);
      i += 1;
      j += 1;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
};

/** Two versions of a document section by section, in the order of the later one; what it no longer has stands where it stood. */
export const compareModels = (before: DocumentModel, after: DocumentModel): SectionChange[] => {
  const [old, now] = [read(before), read(after)];
  const both = new Set([...old.keys()].filter((key) => now.has(key)));
  const stayed = inPlace(
    [...old.keys()].filter((key) => both.has(key)),
    [...now.keys()].filter((key) => both.has(key)),
  );
  const one = (key: string): SectionChange => {
    const [was, is] = [old.get(key), now.get(key)];
    const blocks = blockChanges(was ? textOf(was.section) : [], is ? textOf(is.section) : []);
    const changed = blocks.some(({ change }) => change !== 'same');
    const change = !was ? 'added' : !is ? 'removed' : !stayed.has(key) ? 'moved' : changed ? 'changed' : 'same';
    const { level } = (is ?? was)!.section;
    return { key, level, change, ...(was ? { before: was.heading } : {}), ...(is ? { after: is.heading } : {}), blocks };
  };
  const order = [...now.keys()];
  const oldOrder = [...old.keys()];
  for (const [index, key] of oldOrder.entries()) {
    if (now.has(key)) continue;
    const neighbour = oldOrder.slice(0, index).findLast((earlier) => order.includes(earlier));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key);
  }
  return order.map(one);
};
