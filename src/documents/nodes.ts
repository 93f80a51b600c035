import { type Condition, parseCondition, printCondition } from './condition.ts';
import { type LibraryInline, parseInline, printInline, tidyInline } from './inline.ts';
import { signatureNames, slotNames } from './names.ts';

/** What a section of a document text is made of, before variables, conditions and slots are filled. */
export type LibraryNode =
  | { type: 'paragraph'; content: LibraryInline[] }
  | { type: 'note'; content: LibraryInline[] }
  | { type: 'list'; ordered: boolean; items: LibraryInline[][] }
  | { type: 'slot'; name: string }
  | { type: 'signatures'; name: string }
  | { type: 'if'; condition: Condition; yes: LibraryNode[]; no: LibraryNode[] };

export type Line = { text: string; number: number };
export type Fail = (line: number, message: string) => never;
type OpenIf = { node: Extract<LibraryNode, { type: 'if' }>; line: number; inElse: boolean };

const directive = /^\[(.*)\]$/;
const item = /^(?:-|\d+\.) +(\S.*)$/;

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

/** Reads the lines of one section, one after the other; `fail` is called with the line and what is wrong, and must throw. */
export const nodeReader = (fail: Fail): { add: (line: Line) => void; insideIf: () => boolean; finish: () => LibraryNode[] } => {
  const nodes: LibraryNode[] = [];
  const open: OpenIf[] = [];
  let block: Line[] = [];

  const push = (node: LibraryNode): void => {
    const inner = open.at(-1);
    (inner ? (inner.inElse ? inner.node.no : inner.node.yes) : nodes).push(node);
  };
  const flush = (): void => {
    if (block.length > 0) push(blockOf(block, fail));
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
      push(node);
      open.push({ node, line, inElse: false });
    } else if (words === 'else') {
      if (!current || current.inElse) return fail(line, '[else] without [if]');
      current.inElse = true;
    } else if (words === 'end') {
      if (!current) fail(line, '[end] without [if]');
      open.pop();
    } else if (name === 'slot') push({ type: 'slot', name: named(slotNames) });
    else if (name === 'signatures') push({ type: 'signatures', name: named(signatureNames) });
    else fail(line, `unknown directive «[${words}]»`);
  };

  return {
    add: ({ text, number }) => {
      const command = directive.exec(text.trim());
      if (text === '' || command) flush();
      if (command) obey(command[1]!.trim(), number);
      else if (text !== '') block.push({ text, number });
    },
    insideIf: () => open.length > 0,
    finish: () => {
      flush();
      const unclosed = open.at(-1);
      if (unclosed) fail(unclosed.line, '[if] without [end]');
      return nodes;
    },
  };
};

/**
 * Reads the body of one section, without its heading.
 * @throws whatever `fail` throws, which is called with the line (from 1) and what is wrong
 */
export const parseNodes = (source: string, fail: Fail): LibraryNode[] => {
  const reader = nodeReader(fail);
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    const text = line.trimEnd();
    if (text.startsWith('#')) fail(index + 1, 'a heading cannot stand inside a section');
    reader.add({ text, number: index + 1 });
  }
  return reader.finish();
};

/** Marks that mean something at the beginning of a line only. */
const asText = (line: string): string => line.replace(/^[-+>#|`]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');

const printNode = (node: LibraryNode): string => {
  switch (node.type) {
    case 'paragraph':
      return asText(printInline(node.content));
    case 'note':
      return `> ${printInline(node.content)}`;
    case 'list':
      return node.items.map((content, index) => `${node.ordered ? `${index + 1}.` : '-'} ${printInline(content)}`).join('\n');
    case 'slot':
    case 'signatures':
      return `[${node.type} ${node.name}]`;
    case 'if':
      return [`[if ${printCondition(node.condition)}]`, printNodes(node.yes), ...(node.no.length > 0 ? ['[else]', printNodes(node.no)] : []), '[end]'].filter((line) => line !== '').join('\n');
  }
};

/** The nodes without what prints nothing, their runs joined and without spaces at the ends: as they come back when printed and read. */
export const tidyNodes = (nodes: readonly LibraryNode[]): LibraryNode[] =>
  nodes.flatMap((node): LibraryNode[] => {
    if (node.type === 'if') return [{ ...node, yes: tidyNodes(node.yes), no: tidyNodes(node.no) }];
    if (node.type === 'list') {
      const items = node.items.map(tidyInline).filter((content) => content.length > 0);
      return items.length > 0 ? [{ ...node, items }] : [];
    }
    if (node.type !== 'paragraph' && node.type !== 'note') return [node];
    const content = tidyInline(node.content);
    return content.length > 0 ? [{ ...node, content }] : [];
  });

/** The nodes as restricted Markdown; `parseNodes` reads the same nodes from it, tidied. */
export const printNodes = (nodes: readonly LibraryNode[]): string => tidyNodes(nodes).map(printNode).join('\n\n');
