import { createHash } from 'node:crypto';
import { barTexts } from './bars.ts';
import { posterTexts } from './poster.ts';
import type { Block, DocumentModel, Inline } from './section.ts';
import { cleanModel, headings } from './text.ts';

const flat = (content: Inline[]): string => content.map(({ text }) => text).join('');

/** The texts of a block in reading order, one for each paragraph, item or cell. */
export const blockTexts = (block: Block): string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return [flat(block.content)];
    case 'list':
      return block.items.map(flat);
    case 'table':
      return [...block.columns.map(({ title }) => title), ...(block.rows.length > 0 ? block.rows.flat().map(flat) : [block.empty])];
    case 'definitions':
      return block.items.flatMap(({ term, description }) => [term, flat(description)]);
    case 'chart':
      return [];
    case 'bars':
      return barTexts(block);
    case 'picture':
      return [];
    case 'poster':
      return posterTexts(block);
    case 'signatures':
      return block.blocks.flatMap(({ capacity, name }) => [capacity, flat(name ?? [])]);
  }
};

/**
 * The texts of a document in reading order, one for each heading, paragraph, item or cell; headings with their number, lists without marks.
 * Running head and foot are not among them. PDF, Word and HTML hold exactly these.
 */
export const plainText = (model: DocumentModel): string[] => {
  const { layout, sender, recipient, reference = [], title, subtitle = '', front, sections } = cleanModel(model);
  const titles = headings({ layout, sections });
  const address = recipient ? [recipient.name, ...recipient.lines] : [];
  const terms = reference.flatMap(({ term, value }) => [term, value]);
  const head =
    layout === 'letter'
      ? [sender.name, ...sender.lines, ...address, ...terms, title, subtitle]
      : [[sender.name, ...sender.lines].join(' · '), title, subtitle, ...front.flatMap(({ term, value }) => [term, flat(value)])];
  const body = sections.flatMap((section, index) => [`${titles[index]!.number} ${titles[index]!.title}`.trim(), ...section.blocks.flatMap(blockTexts)]);
  return [...head, ...body].filter((text) => text.trim() !== '');
};

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  );
};

/** SHA-256 (hex) of a document's content: its model as JSON with sorted keys, without the footer and the hash itself. */
export const contentHash = ({ contentHash: _hash, footer: _footer, ...content }: DocumentModel): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex');
