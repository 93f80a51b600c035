import { type BlockChange, blockChanges, mergeBlocks, type TextBlock, type WordChange } from '../../documents/differences.ts';
import type { LibraryInline } from '../../documents/inline.ts';
import { type LibraryNode, printNodes } from '../../documents/nodes.ts';
import { readBody, readTitle, type SectionSource } from './wording.ts';

export type SectionNode = LibraryNode;
export type SectionRun = LibraryInline;
export type { BlockChange, WordChange };

/** How the parts of a section that are no plain words are said to a reader. */
export type Say = { variable: (name: string) => string; fixed: (names: string[], node: 'if' | 'slot' | 'signatures') => string };

const words = (content: readonly LibraryInline[], say: Say): string => content.map((part) => ('text' in part ? part.text : say.variable(part.variable))).join('');

/** What a fixed part depends on or is filled by: the names in its condition, its place. */
export const fixedNames = (node: Extract<LibraryNode, { type: 'if' | 'slot' | 'signatures' }>): string[] =>
  node.type === 'if' ? [...new Set(node.condition.tests.map(({ name }) => name))] : [node.name];

const blocksOf = (node: LibraryNode, say: Say): TextBlock[] => {
  switch (node.type) {
    case 'paragraph':
    case 'note':
      return [{ kind: node.type, text: words(node.content, say) }];
    case 'list':
      return node.items.map((content) => ({ kind: node.ordered ? 'numbered' : 'bullet', text: words(content, say) }));
    case 'if':
      return [{ kind: 'fixed', text: say.fixed(fixedNames(node), 'if') }, ...[...node.yes, ...node.no].flatMap((inner) => blocksOf(inner, say))];
    default:
      return [{ kind: 'fixed', text: say.fixed([node.name], node.type) }];
  }
};

/** A section as blocks of plain words: its title, then each paragraph, item and note; what stands under a condition as well. */
const sourceBlocks = ({ title, body }: SectionSource, say: Say): TextBlock[] => [{ kind: 'title', text: words(readTitle(title), say) }, ...readBody(body).flatMap((node) => blocksOf(node, say))];

/** What changed from one text of a section to another, in words. Throws where one breaks the grammar. */
export const sourceChanges = (before: SectionSource, after: SectionSource, say: Say): BlockChange[] => blockChanges(sourceBlocks(before, say), sourceBlocks(after, say));

/** Three texts of a body joined, block by block: what both put in the same place stands there twice, mine first. */
export const mergeBodies = (base: string, mine: string, theirs: string): string => {
  const blocks = (body: string): string[] => readBody(body).map((node) => printNodes([node]));
  return mergeBlocks(blocks(base), blocks(mine), blocks(theirs)).join('\n\n');
};

/** A fixed part as it is written. */
export const fixedSource = (node: LibraryNode): string => printNodes([node]);
