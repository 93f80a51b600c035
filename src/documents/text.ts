import type { Block, DocumentModel, Section } from './section.ts';

/** Controls, private-use and non-characters, marks that turn the writing direction: none can be printed, some deceive the eye. */
const unprintable = /(?!\n)[\p{Cc}\p{Co}\p{Noncharacter_Code_Point}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/gu;

/** Text as a document prints it: composed (NFC), line ends as `\n`, tabs as spaces, without what cannot be printed. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .normalize('NFC');

const cleanDeep = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanDeep(inner)]));
};

/** The model with every text cleaned; each renderer starts from it, so that all print the same. */
export const cleanModel = (model: DocumentModel): DocumentModel => cleanDeep(model) as DocumentModel;

/**
 * The heading of each section as printed. A report numbers them (`2`, `2.1`); a letter has no numbers, and its first section
 * begins under the subject without a heading.
 */
export const headings = ({ layout, sections }: { layout: DocumentModel['layout']; sections: Section[] }): { number: string; title: string }[] => {
  if (layout === 'letter') return sections.map(({ title }, index) => ({ number: '', title: index === 0 ? '' : title }));
  let main = 0;
  let part = 0;
  return sections.map(({ level, title }) => {
    if (level === 1) part = 0;
    if (level === 1) main += 1;
    else part += 1;
    return { number: level === 1 ? String(main) : `${main}.${part}`, title };
  });
};

/** A SHA-256 in groups of four, as printed at the foot of a page. */
export const groupHash = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? '';

/** What leads to signatures stays on their page, the line above a table with its head, and a line in bold with what it names. */
export const staysWith = (block: Block, next: Block | undefined): boolean =>
  next?.type === 'signatures' || (block.type === 'paragraph' && (next?.type === 'table' || (next?.type === 'list' && block.content.every(({ bold }) => bold))));
