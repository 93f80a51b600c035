import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentLanguages } from '../../kernel/language.ts';
import { printNodes, tidyNodes } from '../../documents/nodes.ts';
import { documentKinds } from './document.ts';
import { fromEditor, toEditor, type EditorNode } from './editor.ts';
import { libraryText } from './server/library.ts';
import { readBody } from './wording.ts';

test('every section of the library comes back from the editor as it was', () => {
  for (const kind of documentKinds)
    for (const language of documentLanguages)
      for (const { nodes } of libraryText(kind, language).sections) {
        const body = printNodes(nodes);
        expect(readBody(fromEditor(toEditor(body)))).toEqual(tidyNodes(nodes));
        expect(fromEditor(toEditor(body))).toBe(body);
      }
});

const marks = fc.subarray([{ type: 'bold' }, { type: 'italic' }]).map((list) => (list.length > 0 ? { marks: list } : {}));
const typed = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }), fc.constantFrom('**', '{{x}}', '[if has.dpo]', '<script>', '- a', '1. b', '# c', '\\', '> d', 'a\nb'));
const run = fc.oneof(
  fc.tuple(typed, marks).map(([text, style]): EditorNode => ({ type: 'text', text, ...style })),
  marks.map((style): EditorNode => ({ type: 'variable', attrs: { name: 'centre.name' }, ...style })),
);
const runs = fc.array(run, { maxLength: 4 });
const paragraph = runs.map((content): EditorNode => ({ type: 'paragraph', content }));
const node = fc.oneof(
  paragraph,
  runs.map((content): EditorNode => ({ type: 'note', content })),
  fc
    .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
    .map(([type, items]): EditorNode => ({ type, content: items.map((item) => ({ type: 'listItem', content: [item] })) })),
  fc.constantFrom('[slot officers]', '[if has.dpo]\nUn.\n[else]\nDeux.\n[end]').map((source): EditorNode => ({ type: 'fixed', attrs: { source } })),
);

test('whatever is typed is kept as it was typed: what the editor gives, it takes and gives again', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (content) => {
      const body = fromEditor({ type: 'doc', content });
      expect(fromEditor(toEditor(body))).toBe(body);
      const words = (nodes: EditorNode[]): string => nodes.map((one) => one.text ?? words(one.content ?? [])).join('');
      const bare = (text: string): string => text.normalize('NFC').replaceAll(/[\s\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffc]/gu, '');
      expect(bare(words(toEditor(body).content ?? []))).toBe(bare(words(content)));
    }),
    { numRuns: 300 },
  );
});
