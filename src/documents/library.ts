import { parse } from 'yaml';
import { parseCondition, type Condition } from './condition.ts';
import { parseInline, type LibraryInline } from './inline.ts';
import { signatureNames, slotNames } from './names.ts';

/** What a section of a document text is made of, before variables, conditions and slots are filled. */
export type LibraryNode =
  | { type: 'paragraph'; content: LibraryInline[] }
  | { type: 'note'; content: LibraryInline[] }
  | { type: 'list'; ordered: boolean; items: LibraryInline[][] }
  | { type: 'slot'; name: string }
  | { type: 'signatures'; name: string }
  | { type: 'if'; condition: Condition; yes: LibraryNode[]; no: LibraryNode[] };

export type LibrarySection = { key: string; level: 1 | 2; title: LibraryInline[]; nodes: LibraryNode[] };

/** One document text of the library, in one language. */
export type LibraryText = {
  title: LibraryInline[];
  subtitle?: LibraryInline[];
  /** Rises with each change of the text, so that a centre sees what a new library brings. */
  revision: number;
  sections: LibrarySection[];
};

type Line = { text: string; number: number };
type Fail = (line: number, message: string) => never;
type OpenIf = { node: Extract<LibraryNode, { type: 'if' }>; line: number; inElse: boolean };

const directive = /^\[(.*)\]$/;
const item = /^(?:-|\d+\.) +(\S.*)$/;

const plainTitle = (text: string, line: number, fail: Fail): LibraryInline[] => {
  const content = parseInline(text, (message) => fail(line, message));
  if (content.some((part) => part.bold || part.italic)) fail(line, 'a title has no bold or italic');
  return content;
};

const frontMatter = (lines: string[], fail: Fail): { values: Omit<LibraryText, 'sections'>; end: number } => {
  if (lines[0]?.trim() !== '---') fail(1, 'the text begins with a front matter between two lines «---»');
  const end = lines.indexOf('---', 1);
  if (end < 0) fail(1, 'the front matter is not closed by a line «---»');
  let raw: unknown;
  try {
    raw = parse(lines.slice(1, end).join('\n'));
  } catch (error) {
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1;
    return fail(line + 1, `the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) fail(2, 'the front matter holds title, subtitle and revision');
  const { title, subtitle, revision, ...others } = raw as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) fail(2, `the front matter knows title, subtitle and revision, not «${unknown}»`);
  if (typeof title !== 'string' || title.trim() === '') return fail(2, 'the front matter needs a title');
  if (subtitle !== undefined && typeof subtitle !== 'string') return fail(2, 'the subtitle is a text');
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) return fail(2, 'revision is a whole number from 1');
  return {
    values: { title: plainTitle(title, 2, fail), ...(subtitle ? { subtitle: plainTitle(subtitle, 2, fail) } : {}), revision },
    end,
  };
};

const heading = ({ text, number }: Line, fail: Fail): LibrarySection => {
  const match = /^(#{1,2}) +([a-z][A-Za-z0-9]*) +\| +(\S.*)$/.exec(text);
  if (!match) return fail(number, 'a heading is «# key | Title» or «## key | Title», the key in lowerCamelCase');
  return { key: match[2]!, level: match[1] === '#' ? 1 : 2, title: plainTitle(match[3]!, number, fail), nodes: [] };
};

/** Joins the lines of one paragraph, note or list into a node. */
const blockOf = (lines: Line[], fail: Fail): LibraryNode => {
  const first = lines[0]!;
  const inline = (text: string, line: number): LibraryInline[] => parseInline(text, (message) => fail(line, message));
  if (first.text.startsWith('>')) {
    const texts = lines.map(({ text, number }) => /^> ?(.*)$/.exec(text)?.[1] ?? fail(number, 'each line of a note begins with «> »'));
    return { type: 'note', content: inline(texts.join(' ').trim(), first.number) };
  }
  if (item.test(first.text)) {
    const ordered = !first.text.startsWith('-');
    const items: Line[] = [];
    for (const { text, number } of lines) {
      const start = item.exec(text);
      const last = items.at(-1);
      if (start && ordered === !text.startsWith('-')) items.push({ text: start[1]!, number });
      else if (start) fail(number, 'a list is either bulleted or numbered');
      else if (/^\s+(?:-|\d+\.) /.test(text)) fail(number, 'lists are not nested');
      else if (/^\s/.test(text) && last) last.text += ` ${text.trim()}`;
      else fail(number, 'an empty line ends a list; an item goes on with an indent');
    }
    return { type: 'list', ordered, items: items.map(({ text, number }) => inline(text, number)) };
  }
  const stray = lines.find(({ text }, index) => index > 0 && (item.test(text) || text.startsWith('>')));
  if (stray) fail(stray.number, 'an empty line stands between a paragraph and a list or note');
  if (/^(?:\||```|\d+\)|[*+] )/.test(first.text)) fail(first.number, 'the grammar has paragraphs, «- » and «1. » lists and «> » notes only');
  return { type: 'paragraph', content: inline(lines.map(({ text }) => text.trim()).join(' '), first.number) };
};

/**
 * Reads one text of the document library (grammar: library/documents/README.md).
 * @param source the Markdown text
 * @param where its name in error messages, such as `policy/fr.md`
 * @returns the text as a tree, in the order of the source
 * @throws Error `where:line: what is wrong` at the first breach of the grammar or unknown name
 */
export const parseLibraryText = (source: string, where: string): LibraryText => {
  const fail: Fail = (line, message) => {
    throw new Error(`${where}:${line}: ${message}`);
  };
  const lines = source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const { values, end } = frontMatter(lines, fail);
  const sections: LibrarySection[] = [];
  const open: OpenIf[] = [];
  let block: Line[] = [];

  const add = (node: LibraryNode, line: number): void => {
    const inner = open.at(-1);
    const section = sections.at(-1) ?? fail(line, 'text stands under a heading «# key | Title»');
    (inner ? (inner.inElse ? inner.node.no : inner.node.yes) : section.nodes).push(node);
  };
  const flush = (): void => {
    if (block.length > 0) add(blockOf(block, fail), block[0]!.number);
    block = [];
  };
  const obey = (words: string, line: number): void => {
    const [name = '', ...rest] = words.split(' ');
    const argument = rest.join(' ');
    const named = (names: readonly string[]): string => (names.includes(argument) ? argument : fail(line, `unknown ${name} «${argument}»`));
    const current = open.at(-1);
    if (name === 'if') {
      if (open.length === 2) fail(line, '[if] nests at most once');
      const node: OpenIf['node'] = { type: 'if', condition: parseCondition(argument, (message) => fail(line, message)), yes: [], no: [] };
      add(node, line);
      open.push({ node, line, inElse: false });
    } else if (words === 'else') {
      if (!current || current.inElse) return fail(line, '[else] without [if]');
      current.inElse = true;
    } else if (words === 'end') {
      if (!current) fail(line, '[end] without [if]');
      open.pop();
    } else if (name === 'slot') add({ type: 'slot', name: named(slotNames) }, line);
    else if (name === 'signatures') add({ type: 'signatures', name: named(signatureNames) }, line);
    else fail(line, `unknown directive «[${words}]»`);
  };

  for (const [index, text] of lines.entries()) {
    if (index <= end) continue;
    const number = index + 1;
    const command = directive.exec(text.trim());
    if (text === '' || command || text.startsWith('#')) flush();
    if (command) obey(command[1]!.trim(), number);
    else if (text.startsWith('#')) {
      if (open.length > 0) fail(number, 'a heading cannot stand inside [if]: put the condition inside the section, an empty section is left out');
      const section = heading({ text, number }, fail);
      if (sections.some(({ key }) => key === section.key)) fail(number, `the key «${section.key}» is used twice`);
      if (section.level === 2 && sections.length === 0) fail(number, 'the first heading is of level 1');
      sections.push(section);
    } else if (text !== '') block.push({ text, number });
  }
  flush();
  const unclosed = open.at(-1);
  if (unclosed) fail(unclosed.line, '[if] without [end]');
  if (sections.length === 0) fail(end + 1, 'the text has no section');
  return { ...values, sections };
};
