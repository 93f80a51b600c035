import type { LibraryInline } from '../../documents/inline.ts';
import { type LibraryNode, printNodes, tidyNodes } from '../../documents/nodes.ts';
import { readBody } from './wording.ts';

/**
 * A node of the editor as it keeps it (the JSON of ProseMirror): paragraph, note, bulletList and orderedList of listItem, each with runs of
 * text and chips of variables; and `fixed`, a condition or a place of the library as one block, with its Markdown in `attrs.source`.
 */
export type EditorNode = { type?: string; text?: string; attrs?: Record<string, unknown>; marks?: { type: string }[]; content?: EditorNode[] };

const toRun = (part: LibraryInline): EditorNode => {
  const marks = [...(part.bold ? [{ type: 'bold' }] : []), ...(part.italic ? [{ type: 'italic' }] : [])];
  const run = 'text' in part ? { type: 'text', text: part.text } : { type: 'variable', attrs: { name: part.variable } };
  return marks.length > 0 ? { ...run, marks } : run;
};

const toNode = (node: LibraryNode): EditorNode => {
  switch (node.type) {
    case 'paragraph':
    case 'note':
      return { type: node.type, content: node.content.map(toRun) };
    case 'list':
      return {
        type: node.ordered ? 'orderedList' : 'bulletList',
        content: node.items.map((content) => ({ type: 'listItem', content: [{ type: 'paragraph', content: content.map(toRun) }] })),
      };
    default:
      return { type: 'fixed', attrs: { source: printNodes([node]) } };
  }
};

/** The body of a section for the editor; nothing written is one empty paragraph. Throws where it breaks the grammar. */
export const toEditor = (body: string): EditorNode => {
  const content = tidyNodes(readBody(body)).map(toNode);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
};

const fromRuns = (content: readonly EditorNode[] = []): LibraryInline[] =>
  content.flatMap((run): LibraryInline[] => {
    const has = (type: string): boolean => run.marks?.some((mark) => mark.type === type) ?? false;
    const style = { ...(has('bold') ? { bold: true } : {}), ...(has('italic') ? { italic: true } : {}) };
    if (run.type === 'variable') return [{ variable: String(run.attrs?.['name']), ...style }];
    return run.text ? [{ text: run.text, ...style }] : [];
  });

const fromNode = (node: EditorNode): LibraryNode[] => {
  switch (node.type) {
    case 'paragraph':
    case 'note':
      return [{ type: node.type, content: fromRuns(node.content) }];
    case 'bulletList':
    case 'orderedList':
      return [{ type: 'list', ordered: node.type === 'orderedList', items: (node.content ?? []).map((item) => fromRuns(item.content?.flatMap(({ content = [] }) => content))) }];
    case 'fixed':
      return readBody(String(node.attrs?.['source'] ?? ''));
    default:
      return [];
  }
};

/** What the editor holds, as the body of a section. */
export const fromEditor = ({ content = [] }: EditorNode): string => printNodes(content.flatMap(fromNode));
