import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, type DocumentValues } from './compose.ts';
import type { LibraryInline } from './inline.ts';
import { parseLibraryText } from './library.ts';
import { hasNames, slotNames, variableNames } from './names.ts';
import { type LibraryNode, parseNodes, printNodes, tidyNodes } from './nodes.ts';
import { withWording, type Wording } from './wording.ts';

const fail = (line: number, message: string): never => {
  throw new Error(`${line}: ${message}`);
};
const parse = (source: string): LibraryNode[] => parseNodes(source, fail);

const style = { bold: fc.constantFrom(true, undefined), italic: fc.constantFrom(true, undefined) };
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('*', '{', '}', '[', ']', '<', '\\', '-', '1', '.', '>', '#', ' ', 'a', '(', '|', '\n'), maxLength: 10 }),
);
const run = fc.oneof(fc.record({ text: words, ...style }), fc.record({ variable: fc.constantFrom(...variableNames), ...style })) as fc.Arbitrary<LibraryInline>;
const content = fc.array(run, { maxLength: 5 });
const plain: fc.Arbitrary<LibraryNode> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'note' as const), content }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(content, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('slot' as const), name: fc.constantFrom(...slotNames) }),
);
const condition = fc.record({
  join: fc.constant('and' as const),
  tests: fc.array(fc.record({ name: fc.constantFrom(...hasNames.map((name) => `has.${name}`)), is: fc.constant(true), negated: fc.boolean() }), { minLength: 1, maxLength: 3 }),
});
const node = fc.oneof(plain, fc.record({ type: fc.constant('if' as const), condition, yes: fc.array(plain, { maxLength: 2 }), no: fc.array(plain, { maxLength: 2 }) }));

test('what is printed is read the same, whatever marks the words hold', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
      expect(parse(printNodes(nodes))).toEqual(tidyNodes(nodes));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['un <b>mot</b>', '1: no HTML'],
  ['# a | Titre', '1: a heading cannot stand inside a section'],
  ['un\n\n{{centre.nom}}', '3: unknown variable «centre.nom»'],
  ['[if has.dpo]\nx', '1: [if] without [end]'],
])('refuses %j and says on which line', (source, message) => {
  expect(() => parse(source)).toThrow(message);
});

const text = parseLibraryText('---\ntitle: Titre\nrevision: 2\nrequired: [a]\n---\n# a | A\nUn.\n## b | B\nDeux.\n## c | C\n[slot officers]\n# d | D\nTrois.\n', 'kind/fr.md');
const own = (key: string, after: string, level: 1 | 2): Wording => ({ key, how: 'added', after, level, title: [{ text: key }], nodes: parse('x') });
const keys = (...wording: Wording[]): string =>
  withWording(text, wording)
    .sections.map(({ key }) => key)
    .join(' ');

test('wording that equals the library gives the same document', () => {
  const same = text.sections.map(({ key, title, nodes }): Wording => ({ key, how: 'replaced', title, nodes: parse(printNodes(nodes)) }));
  const values: DocumentValues = { variables: {}, profile: {}, has: {}, slots: { officers: [] }, signatures: {} };
  expect(compose(withWording(text, same), values)).toEqual(compose(text, values));
  expect(withWording(text, [])).toEqual(text);
});

test.each([
  ['a part behind its section', [own('x', 'a', 2)], 'a x b c d'],
  ['a part behind a part', [own('x', 'b', 2)], 'a b x c d'],
  ['a chapter behind the whole chapter', [own('x', 'a', 1)], 'a b c x d'],
  ['a chapter behind the chapter of a part', [own('x', 'b', 1)], 'a b c x d'],
  ['two behind the same, in their order', [own('x', 'b', 2), own('y', 'b', 2)], 'a b x y c d'],
  ['one behind another own one, whichever came first', [own('y', 'x', 2), own('x', 'a', 2)], 'a x y b c d'],
  ['at the end where its section is no more', [own('x', 'gone', 2)], 'a b c d x'],
  ['two that follow each other, without end', [own('x', 'y', 2), own('y', 'x', 2)], 'a b c d y x'],
])('puts %s', (_, wording, expected) => {
  expect(keys(...wording)).toBe(expected);
});

test('a chapter that is left out goes with its parts, own ones included; a part goes alone', () => {
  expect(keys({ key: 'a', how: 'leftOut' }, own('x', 'b', 2))).toBe('d');
  expect(keys({ key: 'b', how: 'leftOut' })).toBe('a c d');
});

test('own words take the place of the section’s, under its key and level', () => {
  const { sections } = withWording(text, [
    { key: 'b', how: 'replaced', title: [{ text: 'Bis' }], nodes: parse('Nos mots.') },
    { key: 'gone', how: 'replaced', title: [{ text: 'Z' }], nodes: [] },
  ]);
  expect(sections[1]).toEqual({ key: 'b', level: 2, title: [{ text: 'Bis' }], nodes: [{ type: 'paragraph', content: [{ text: 'Nos mots.' }] }] });
  expect(sections).toHaveLength(4);
});
